/** The command line when its output cannot be written, and when it is told to stop: a script plays QEMU. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CLI } from '../support/cli.ts';
import { FAKE_QEMU } from '../support/fake-qemu.ts';
import { kill, lingering, processesOf } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('output');
const at = (name: string): string => path.join(dir, name);
const env = {
  ...{ ...process.env, NODE_OPTIONS: '', HOME: dir },
  ...{ PATH: `${at('bin')}:${process.env.PATH}`, TMPDIR: at('tmp') },
};

fs.mkdirSync(at('bin'));
fs.mkdirSync(at('tmp'));
fs.writeFileSync(at('disk.img'), Buffer.alloc(1024));
// Asked for its version, it answers at once.
const QEMU = `${FAKE_QEMU}echo up >&9
sleep 1000 & wait
`;
fs.writeFileSync(at('bin/qemu-system-x86_64'), QEMU, { mode: 0o755 });

const scenario = (name: string, rules: string): string => {
  const file = at(`${name}.yml`);
  fs.writeFileSync(
    file,
    `version: 1\nname: ${name}\nplatform: emulated\nguest: {disks: [disk.img]}\n${rules}\n`,
  );
  return file;
};
const GOOD = scenario('good', 'steps: [{expect: up}]');
const BAD = scenario('bad', 'steps: [{expect: never}]\ntimeout: 300ms');
const HOLD = scenario('hold', 'steps: [{expect: up}, {expect: never}]\ntimeout: 10m');
fs.writeFileSync(at('good.log'), 'up\n');

afterEach(async () => {
  const left = await lingering(dir);
  for (const { pid } of left) kill(pid, 'SIGKILL');
  expect(left).toEqual([]);
  expect(fs.readdirSync(at('tmp'))).toEqual([]);
});

const command = (...args: string[]): string[] => [process.execPath, CLI, ...args];

/** Runs it in a shell, with standard output going to some place. */
function runInto(place: string, args: string[]): { code: number | null; stderr: string } {
  const shell = ['set -o pipefail; "$@"', place, '; exit ${PIPESTATUS[0]}'].join(' ');
  const { status, stderr } = spawnSync('bash', ['-c', shell, 'bash', ...command(...args)], {
    env,
    encoding: 'utf8',
  });
  return { code: status, stderr };
}

const resultOf = (results: string, name: string): { verdict: string } =>
  JSON.parse(fs.readFileSync(path.join(at(results), name, 'result.json'), 'utf8'));

describe('standard output that cannot be written is exit code 125 with its reason, and the result is written', () => {
  const full = at('full');
  // Only root may mount: elsewhere the tests of this group fail and say what they need.
  beforeAll(() => {
    fs.mkdirSync(full);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', full]);
    fs.writeFileSync(path.join(full, 'filler'), Buffer.alloc(4096));
  });
  afterAll(() => void execFileSync('umount', [full]));

  const PLACES: [name: string, place: string, reason: RegExp][] = [
    ['a full device', '> /dev/full', /^cannot write to standard output: no space is left \(ENOSPC\)/],
    [
      'a log on a full disk',
      `> ${full}/log`,
      /^cannot write to standard output: no space is left \(ENOSPC\)/,
    ],
    [
      'a pipe without a reader',
      '| true',
      /^cannot write to standard output: its reader is gone \(EPIPE\)\n$/,
    ],
  ];

  test.each(PLACES)('%s, of a run', (name, place, reason) => {
    const results = `results ${name}`;
    const { code, stderr } = runInto(place, ['run', GOOD, '--results', at(results)]);
    expect(code).toBe(125);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('    at ');
    expect(resultOf(results, 'good').verdict).toBe('passed');
  });

  test.each(PLACES)('%s, of a run that failed', (name, place, reason) => {
    const { code, stderr } = runInto(place, ['run', BAD, '--results', at(`results ${name}`)]);
    expect({ code, reason: reason.test(stderr) }).toEqual({ code: 125, reason: true });
  });

  test.each([
    ['run --json', ['run', GOOD, '--json', '--results', at('json')]],
    ['check', ['check', at('good.log'), '--scenario', GOOD]],
    ['check --json', ['check', at('good.log'), '--scenario', GOOD, '--json']],
    ['diagnose', ['diagnose', at('good.log')]],
    ['validate', ['validate', GOOD]],
    ['explain', ['explain', GOOD]],
    ['--help', ['--help']],
  ])('a full device, of %s', (_, args) => {
    const { code, stderr } = runInto('> /dev/full', args);
    expect(code).toBe(125);
    expect(stderr).toMatch(/^cannot write to standard output: no space is left \(ENOSPC\)$/m);
    expect(stderr).not.toContain('    at ');
  });
});

test('results on a full disk: 125, with the directory and what to do', () => {
  const mount = at('small');
  fs.mkdirSync(mount);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', mount]);
  try {
    fs.writeFileSync(path.join(mount, 'filler'), Buffer.alloc(4096));
    const { code, stderr } = runInto('> /dev/null', ['run', GOOD, '--results', mount]);
    expect(code).toBe(125);
    expect(stderr).toContain(`the disk of ${mount}/good is full`);
    expect(stderr).toContain('df -h');
  } finally {
    execFileSync('umount', [mount]);
  }
});

describe('Ctrl-C', () => {
  async function started(results: string, stdout: 'pipe' | number = 'pipe'): Promise<ChildProcess> {
    const [node = '', ...args] = command('run', HOLD, '--results', at(results));
    const child = spawn(node, args, { env, stdio: ['ignore', stdout, 'inherit'] });
    const events = path.join(at(results), 'hold', 'events.jsonl');
    while (!fs.existsSync(events) || !fs.readFileSync(events, 'utf8').includes('output')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return child;
  }

  const vmms = (): number =>
    processesOf(dir).filter(({ args }) => args.join(' ').includes('qemu-system')).length;

  test('once: 130, an errored result and no VM', async () => {
    const child = await started('once');
    expect(vmms()).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(resultOf('once', 'hold')).toMatchObject({ verdict: 'errored', cause: { kind: 'cancelled' } });
  });

  test('once, while nobody reads what is printed: the same', async () => {
    // A pipe that is full: nothing that is printed gets any further.
    const pipe = at('pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = fs.openSync(pipe, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const writer = fs.openSync(pipe, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK);
    try {
      for (;;) fs.writeSync(writer, Buffer.alloc(4096));
    } catch {}
    const child = await started('unread', writer);
    child.kill('SIGINT');
    while (!fs.existsSync(path.join(at('unread'), 'hold', 'result.json'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(vmms()).toBe(0);
    fs.closeSync(reader);
    fs.closeSync(writer);
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(resultOf('unread', 'hold')).toMatchObject({ verdict: 'errored', cause: { kind: 'cancelled' } });
  });
});

describe('a shard without a scenario', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, command(...args).slice(1), { env, encoding: 'utf8' });

  test('boots nothing, says so, and exits with 0, because a matrix may have more shards than scenarios', () => {
    const { status, stdout, stderr } = run('run', GOOD, BAD, '--shard', '3/4', '--results', at('shards'));
    expect([status, stdout, stderr]).toEqual([
      0,
      'nothing was booted: shard 3/4 of 2 scenarios is empty\n',
      '',
    ]);
  });

  test('is no pass, neither in JSON nor in a report of its results', () => {
    const results = at('empty shard');
    const { status, stdout } = run('run', GOOD, '--shard', '2/2', '--results', results, '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ verdict: null, scenarios: [] }),
    ]);
    expect(run('report', results, '--format', 'markdown').stdout).toContain('nothing was booted');
    expect(run('report', results, '--format', 'junit').stdout).toContain('<testsuites name="good" tests="0"');
    expect(run('report', results, '--format', 'ktap').stdout).toContain('1..0');
    expect(run('report', results).status).toBe(0);
    expect(fs.readFileSync(path.join(results, 'report.html'), 'utf8')).not.toContain('Infinity');
  });
});
