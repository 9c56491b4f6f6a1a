/** Work directories: private, removed at the end, and after a kill by the next run. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { killThoseIn } from '../../src/process/kill.ts';
import { session } from '../../src/process/session.ts';
import { makeWorkDir, removeWorkDir, withWorkDir } from '../../src/process/work-dir.ts';
import { asOtherUser } from '../support/other-user.ts';
import { runHere } from '../support/run-here.ts';

const SOURCE = join(import.meta.dirname, '../../src/process/work-dir.ts');
const { RUNNER_TEMP } = process.env;

let parent: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tdx-boot-work-'));
  process.env.RUNNER_TEMP = parent;
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  if (RUNNER_TEMP === undefined) delete process.env.RUNNER_TEMP;
  else process.env.RUNNER_TEMP = RUNNER_TEMP;
  rmSync(parent, { recursive: true });
});

/** Another process with a work directory that has a file; returns the directory. */
async function other(): Promise<{ readonly child: ChildProcess; readonly directory: string }> {
  const program = `
    import { writeFileSync } from 'node:fs';
    import { makeWorkDir } from ${JSON.stringify(SOURCE)};
    const directory = makeWorkDir('run');
    writeFileSync(directory + '/disk.raw', 'x');
    console.log(directory);
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: process.env,
  });
  children.push(child);
  const [directory] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, directory };
}

test('is private, and gone with its end', async () => {
  const seen = await withWorkDir('kvm', async (directory) => {
    writeFileSync(join(directory, 'file'), '');
    return statSync(directory).mode & 0o777;
  });
  expect([seen, readdirSync(parent)]).toEqual([0o700, []]);
  await session(async ({ workDir }) => writeFileSync(join(workDir, 'file'), ''));
  expect(readdirSync(parent)).toEqual([]);
});

test('of a killed process is removed by the next one', async () => {
  const { child } = await other();
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(readdirSync(parent)).toHaveLength(1);
  const mine = makeWorkDir('run');
  expect(readdirSync(parent).map((name) => join(parent, name))).toEqual([mine]);
});

test('of a killed process takes what that has left running with it, when the next one removes it', async () => {
  const { child, directory } = await other();
  // A wrapper, such as timeout(1), may have given a VMM a process group of its own.
  const left = ['', '/1/2'].map((below) =>
    spawn('sleep', ['1000'], { detached: true, stdio: 'ignore', env: { TMPDIR: `${directory}${below}` } }),
  );
  const beside = spawn('sleep', ['1000'], { stdio: 'ignore', env: { TMPDIR: `${directory}2` } });
  children.push(...left, beside);
  const ends = left.map((process) => once(process, 'close'));
  child.kill('SIGKILL');
  await once(child, 'close');
  makeWorkDir('run');
  expect(await Promise.all(ends)).toEqual(left.map(() => [null, 'SIGKILL']));
  expect(beside.signalCode).toBeNull();
});

test('what a process has started while it was looked for ends with it', async () => {
  const TMPDIR = join(parent, 'tdx-boot-run-forks');
  const script =
    'i=0; while [ $i -lt 3000 ]; do sleep 1000 & i=$((i + 1)); [ $i -ne 20 ] || echo; done; wait';
  const child = spawn('sh', ['-c', script], { env: { TMPDIR, PATH: process.env.PATH } });
  children.push(child);
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  killThoseIn(TMPDIR);
  // Each of its children holds the pipe.
  expect(await closed).toEqual([null, 'SIGKILL']);
});

test('a directory that others may use takes nobody with it', async () => {
  const user = spawn('sleep', ['1000'], { stdio: 'ignore', env: { TMPDIR: '/tmp/of-a-user' } });
  children.push(user);
  await once(user, 'spawn');
  for (const directory of ['/tmp/of-a-user', '/tmp', '/', '']) killThoseIn(directory);
  await withWorkDir('run', async () => undefined);
  expect([user.exitCode, user.signalCode]).toEqual([null, null]);
});

describe('is left alone', () => {
  test('when its process lives', async () => {
    const { directory } = await other();
    removeWorkDir(makeWorkDir('run'));
    expect(readdirSync(directory)).toEqual(['disk.raw']);
  });

  /** No process has this number; the kernel's largest is 2^22. */
  const DEAD = 'zzzzz-1';
  const namespace = (): string => statSync('/proc/self/ns/pid').ino.toString(36);

  test.each<[string, () => void]>([
    ['it is of another PID namespace', () => mkdirSync(join(parent, `tdx-boot-run-${DEAD}-1-AbCdEf`))],
    ['it has another name', () => mkdirSync(join(parent, `tdx-boot-results-${DEAD}`))],
    ['it is a link', () => symlinkSync('/', join(parent, `tdx-boot-run-${DEAD}-${namespace()}-AbCdEf`))],
    [
      'it is another user’s',
      () => {
        const path = join(parent, `tdx-boot-run-${DEAD}-${namespace()}-AbCdEf`);
        mkdirSync(path);
        chownSync(path, 65534, 65534);
      },
    ],
  ])('when %s', (_, make) => {
    make();
    removeWorkDir(makeWorkDir('run'));
    expect(readdirSync(parent)).toHaveLength(1);
  });

  test('but a dead one of ours of that name is not', () => {
    mkdirSync(join(parent, `tdx-boot-run-${DEAD}-${namespace()}-AbCdEf`));
    removeWorkDir(makeWorkDir('run'));
    expect(readdirSync(parent)).toEqual([]);
  });
});

test.each<[string, () => void]>([
  ['is missing', () => rmSync(parent, { recursive: true })],
  ['is a file', () => [rmSync(parent, { recursive: true }), writeFileSync(parent, '')]],
])('a place that %s is an error with a name', (_, spoil) => {
  spoil();
  expect(() => makeWorkDir('run')).toThrow(
    expect.objectContaining({
      code: 'no-work-directory',
      message: expect.stringContaining(
        `cannot make a work directory in ${parent}: no such file or directory`,
      ),
      hint: expect.stringContaining('RUNNER_TEMP or TMPDIR'),
    }),
  );
  rmSync(parent, { recursive: true, force: true });
  mkdirSync(parent);
  chmodSync(parent, 0o700);
});

test('a write to a full disk, whose error names no file, names the directory of all work directories', async () => {
  const written = withWorkDir('disk', async (directory) => {
    const file = join(directory, 'image');
    symlinkSync('/dev/full', file);
    writeFileSync(file, 'text');
  });
  await expect(written).rejects.toMatchObject({ code: 'ENOSPC', path: parent });
});

test('a directory that cannot be removed takes nothing from what its body gave or threw, and is named once', () => {
  // Only root could empty a directory without any right.
  const said = asOtherUser(`
    import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
    import { session } from 'SRC/process/session.ts';
    import { takeLeftovers, withWorkDir } from 'SRC/process/work-dir.ts';
    const parent = mkdtempSync('/tmp/tdx-boot-left-');
    process.env.RUNNER_TEMP = parent;
    const closed = [];
    const close = (directory) => {
      const path = directory + '/closed';
      closed.push(path);
      mkdirSync(path);
      writeFileSync(path + '/file', '');
      chmodSync(path, 0);
    };
    const { value } = await session(async ({ workDir }) => (close(workDir), 'passed'));
    const thrown = await withWorkDir('disk', async (directory) => {
      close(directory);
      throw new Error('the reason');
    }).catch(({ message }) => message);
    console.log(JSON.stringify({ value, thrown, left: takeLeftovers(), again: takeLeftovers() }));
    for (const path of closed) chmodSync(path, 0o700);
    rmSync(parent, { recursive: true });
  `);
  const left = (purpose: string): unknown =>
    expect.stringMatching(
      new RegExp(
        `^the work directory /tmp/tdx-boot-left-\\w+/tdx-boot-${purpose}-\\S+ cannot be removed: may not be used by this user`,
      ),
    );
  expect(JSON.parse(said)).toEqual({
    value: 'passed',
    thrown: 'the reason',
    left: [left('run'), left('disk')],
    again: [],
  });
});

test('the command line names what is left, whatever its exit code is', async () => {
  // Nobody can remove a file of /proc.
  removeWorkDir('/proc/version');
  const { code, error } = await runHere('completion', 'bash');
  expect(code).toBe(0);
  expect(error).toMatch(
    /^the work directory \/proc\/version cannot be removed: \S.*\n {2}The next run tries again\.\n$/,
  );
});
