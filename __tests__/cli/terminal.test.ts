/** The command line on a real terminal, which script(1) makes, and in a pipe: colours, width, the live line. A script plays QEMU. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { wantsColours } from '../../src/cli/output.ts';
import { table } from '../../src/cli/table.ts';
import type { Output } from '../../src/report/printer.ts';
import { FAKE_QEMU } from '../support/fake-qemu.ts';
import { kill, lingering } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const NODE = [
  '--disable-warning=ExperimentalWarning',
  resolve(import.meta.dirname, '../../src/cli/index.ts'),
];
const dir = scratchDirectory('terminal');
const at = (name: string): string => join(dir, name);
const QEMU = `${FAKE_QEMU}echo up >&9
sleep 1000 & wait
`;
mkdirSync(at('bin'));
mkdirSync(at('tmp'));
writeFileSync(at('disk.img'), Buffer.alloc(1024));
writeFileSync(at('bin/qemu-system-x86_64'), QEMU, { mode: 0o755 });
writeFileSync(
  at('hold.yml'),
  'version: 1\nplatform: emulated\nguest: {disks: [disk.img]}\ntimeout: 10m\nsteps: [{expect: up}, {expect: never}]\n',
);
writeFileSync(
  at('good.yml'),
  'version: 1\nplatform: emulated\nguest: {disks: [disk.img]}\nsteps: [{expect: up}]\nsettle: 0s\n',
);

afterEach(async () => {
  const left = await lingering(dir);
  for (const { pid } of left) kill(pid, 'SIGKILL');
  expect(left).toEqual([]);
  expect(readdirSync(at('tmp'))).toEqual([]);
});

const env = (): Record<string, string> => ({
  PATH: `${at('bin')}:${process.env.PATH ?? ''}`,
  HOME: dir,
  TERM: 'xterm',
  TMPDIR: at('tmp'),
});

/** A terminal of so many columns that runs one command line. */
class Terminal {
  screen = '';
  readonly ended: Promise<unknown[]>;
  readonly #child;
  #look: () => void = () => undefined;

  constructor(args: readonly string[], columns: number) {
    const command = `stty cols ${columns}; exec ${[process.execPath, ...NODE, ...args].join(' ')}`;
    this.#child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: env(),
      cwd: dir,
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text) => {
      this.screen += text;
      this.#look();
    });
    this.ended = once(this.#child, 'close');
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  shows(pattern: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#look = () => void (pattern.test(this.screen) && resolve());
      this.#look();
      void this.ended.then(() => reject(new Error(`ended without showing ${pattern}:\n${this.screen}`)));
    });
  }
}

test('a boot says what is waited for on one line that fits, and Ctrl-C removes the line and ends the boot', async () => {
  const terminal = new Terminal(['run', 'hold.yml', '--results', 'held'], 60);
  await terminal.shows(/for step 2.*\r\x1b\[Kwaiting [^\r]* for st/s);
  terminal.type('\x03');
  expect(await terminal.ended).toEqual([130, null]);
  const lines = terminal.screen
    .replace('^C', '')
    .split(/\r\n|\r\x1b\[K/)
    .filter((line) => /^waiting .* for step 2/.test(line));
  expect(lines[0]).toMatch(
    /^waiting [\d.]+ s of 10 min \((the guest prints|silent for .*)\) for step 2: "?.*…$/,
  );
  expect(Math.max(...lines.map((line) => line.length))).toBe(59);
  expect(terminal.screen).toMatch(
    /\r\x1b\[K(\^C)?\x1b\[33m.*errored: cancelled by SIGINT.*\x1b\[31merrored: hold /s,
  );
});

test.each<[env: NodeJS.ProcessEnv, isTerminal: boolean, colours: boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
])('with %j, on a terminal %p: colours %p', (variables, isTerminal, colours) => {
  expect(wantsColours(variables, isTerminal)).toBe(colours);
});

test.each<[name: string, names: string[]]>([
  ['a boot', ['good.yml']],
  ['a suite', ['good.yml', 'good.yml']],
])('--verbose shows the console of %s in a pipe', (name, names) => {
  const args = [...NODE, 'run', ...names, '--verbose', '--results', `piped ${name}`];
  const { status, stdout } = spawnSync(process.execPath, args, { env: env(), cwd: dir, encoding: 'utf8' });
  expect([status, /console \| up$/m.test(stdout)]).toEqual([0, true]);
});

test('a run says where its recording and its page are', () => {
  const args = [...NODE, 'run', 'good.yml', '--results', 'told'];
  const { stdout } = spawnSync(process.execPath, args, { env: env(), cwd: dir, encoding: 'utf8' });
  const [, report = ''] = /^ {2}report: (.*)$/m.exec(stdout) ?? [];
  expect(report).toBe(at('told/good/report.html'));
  expect(readFileSync(report, 'utf8')).toContain('<title>good · tdx-boot</title>');
  expect(stdout).toContain(`  results: ${at('told/good')}\n`);
});

/** One command line in this process. */
async function said(args: string[], output: Partial<Output>): Promise<string> {
  let text = '';
  const to = { ...output, write: (more: string) => (text += more) };
  await main(args, { out: to, error: to });
  return text;
}

test('an error is coloured where colours are wanted', async () => {
  expect(await said(['run', 'missing.yml'], { colours: true })).toMatch(
    /^\x1b\[31m.*missing\.yml.*\x1b\[39m\n/,
  );
  expect(await said(['run', 'missing.yml'], { colours: false })).toMatch(/^[^\x1b]*$/);
});

test('help is as wide as the terminal', async () => {
  const widest = async (columns: number): Promise<number> =>
    Math.max(
      ...(await said(['run', '--help'], { columns }))
        .replace(/^For example:.*/ms, '')
        .split('\n')
        .map(({ length }) => length),
    );
  expect(await widest(70)).toBeLessThanOrEqual(70);
  expect(await widest(120)).toBeGreaterThan(80);
});

test.each<[name: string, rows: string[][], columns: number | undefined, lines: string[]]>([
  ['a pipe takes lines of any width', [['ok', 'one two three']], undefined, ['ok  one two three']],
  [
    'the last column goes on below itself',
    [
      ['ok', 'the first check has found all'],
      ['problem', 'x'],
    ],
    33,
    ['ok       the first check has', '         found all', 'problem  x'],
  ],
  [
    'a digest is never broken',
    [['mrtd', `of ${'a'.repeat(30)}`]],
    30,
    ['mrtd  of', `      ${'a'.repeat(30)}`],
  ],
  [
    'a terminal without room is left to wrap',
    [['a'.repeat(30), 'one two']],
    40,
    [`${'a'.repeat(30)}  one two`],
  ],
])('a table: %s', (_, rows, columns, lines) => {
  expect(table(rows, columns)).toEqual(lines);
});
