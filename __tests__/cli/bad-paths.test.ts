/** A path of the user's that leads nowhere or to the wrong thing ends a command with a named error, at once. */

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readStates } from '../../src/report/bisect-parts.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('paths');
const at = (name: string): string => join(scratch, name);
const KERNEL = process.env.TDX_BOOT_TEST_KERNEL ?? join(import.meta.dirname, '../../.cache/kernel/vmlinuz');

mkdirSync(at('directory'));
writeFileSync(at('log'), 'hello\n');
writeFileSync(at('steps.yml'), 'version: 1\nsteps: [{expect: hello}]\n');
writeFileSync(
  at('boot.yml'),
  JSON.stringify({ version: 1, platform: 'emulated', guest: { kernel: KERNEL, memory: '256M' } }),
);
execFileSync('mkfifo', [at('pipe')]);
symlinkSync('loop', at('loop'));
// An endless list of modules, and results of 1.9 GB without a byte on the disk.
mkdirSync(at('modules'));
symlinkSync('/dev/zero', at('modules/modules.dep'));
writeFileSync(
  at('modules.yml'),
  JSON.stringify({
    version: 1,
    platform: 'emulated',
    guest: { kernel: KERNEL, memory: '256M', modules: 'modules' },
  }),
);
for (const [directory, file, beside] of [
  ['large', 'result.json', 'events.jsonl'],
  ['large-suite', 'suite.json', 'x'],
  ['large-origin', 'origin.json', 'events.jsonl'],
  ['large-bisect', 'bisect.json', 'x'],
] as const) {
  mkdirSync(at(directory));
  writeFileSync(at(join(directory, beside)), '');
  writeFileSync(at(join(directory, file)), '');
  truncateSync(at(join(directory, file)), 1_900_000_000);
}

test.each<[string, string[], number]>([
  ['a scenario that is a pipe', ['validate', at('pipe')], 2],
  ['a scenario that is a directory', ['run', at('directory')], 2],
  ['a scenario that is a link to itself', ['run', at('loop')], 2],
  ['a scenario to validate that is one', ['validate', at('loop')], 2],
  ['a log that is one', ['check', at('loop'), '--scenario', at('steps.yml')], 2],
  ['a log to explain that is one', ['diagnose', at('loop')], 2],
  ['a log to explain that is a pipe without a writer', ['diagnose', at('pipe')], 2],
  ['a firmware that is one', ['measure', at('pipe')], 2],
  ['a recording that is a link to itself', ['report', at('loop')], 2],
  ['a side to compare that is one', ['compare', at('loop'), at('directory')], 2],
  ['a scenario to search with that is one', ['bisect', at('loop'), '--good', 'a', '--bad', 'b'], 2],
  ['a log that is missing', ['check', at('no'), '--scenario', at('steps.yml')], 2],
  ['a directory that is no recording', ['check', at('directory'), '--scenario', at('steps.yml')], 2],
  ['a file where a directory is needed', ['check', at('log/x'), '--scenario', at('steps.yml')], 2],
  ['a log that is a directory', ['diagnose', at('directory')], 2],
  ['an image that is a directory', ['firmware', 'inspect', at('directory')], 2],
  ['an image that is missing', ['measure', at('no.fd')], 2],
  ['results below a file', ['run', at('boot.yml'), '--results', at('log/results')], 125],
  ['results in /proc', ['run', at('boot.yml'), '--results', '/proc/x'], 125],
  [
    'an initrd to write into a directory that is missing',
    ['explain', at('boot.yml'), '--probe', at('no/i')],
    125,
  ],
  ['an image to write into a directory that is missing', ['probe', at('no/image')], 125],
])('%s', async (_, args, code) => {
  const ended = await runHere(...args);
  expect(ended.error).toMatch(/\S/);
  expect(ended.error).not.toContain('internal error');
  expect(ended.code).toBe(code);
});

/** The old code read each of them until the memory was full, or for ever. */
test.each<[string, string[], RegExp]>([
  [
    'a log',
    ['check', '/dev/zero', '--scenario', at('steps.yml')],
    /cannot read the log \/dev\/zero: this is a device/,
  ],
  ['a log to explain', ['diagnose', '/dev/zero'], /cannot read the log \/dev\/zero: this is a device/],
  ['a result', ['compare', '/dev/zero', at('log')], /cannot read the result: this is a device/],
  ['a large result', ['compare', at('large'), at('log')], /the result: 1900000000 bytes; at most 67108864/],
  ['a large suite', ['report', at('large-suite')], /the result of the suite: 1900000000 bytes/],
  ['a large origin', ['check', at('large-origin')], /this part of the recording: 1900000000 bytes/],
  [
    'a list of modules',
    ['explain', at('modules.yml'), '--probe', at('probe.cpio')],
    /cannot read the list of modules: this is a device/,
  ],
])('%s without an end is refused at once', async (_, args, message) => {
  const ended = await runHere(...args);
  expect(ended.error).toMatch(message);
  expect(ended.error).not.toContain('internal error');
  expect(ended.code).toBe(2);
});

test('standard input that is a device is no log', () => {
  const device = openSync('/dev/zero', 'r');
  const args = [join(import.meta.dirname, '../../src/cli/index.ts'), 'diagnose', '-'];
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: [device, 'pipe', 'pipe'] });
  closeSync(device);
  expect(ended.stderr).toContain('cannot read the log -: this is a device');
  expect(ended.status).toBe(2);
});

test('a state of a bisect is not read beyond its bound', () => {
  expect(() => readStates(at('large-bisect'))).toThrow(/the state: 1900000000 bytes; at most 16777216/);
});

test('a pipe whose writer begins late is read to its end', async () => {
  const writer = spawn('sh', ['-c', `sleep 0.3; { echo one; sleep 0.3; echo hello; } > ${at('pipe')}`]);
  const ended = once(writer, 'close');
  expect((await runHere('check', at('pipe'), '--scenario', at('steps.yml'))).code).toBe(0);
  await ended;
});

test('a name that is no UTF-8 is said to be the reason', async () => {
  const { error } = await runHere('validate', at('caf\ufffd.yml'));
  expect(error).toContain('no such file or directory: of a name that is no UTF-8, give the file another one');
});

/** Runs a command in another process. Node asks the real environment for directories, not the one of a test. */
function runWith(env: Readonly<Record<string, string>>, ...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../src/cli/index.ts'), ...args], {
    encoding: 'utf8',
    timeout: 600_000,
    env: { PATH: process.env.PATH, HOME: scratch, ...env },
  });
}

test('a store in /proc, where the system never makes a directory', () => {
  const ended = runWith({ XDG_CACHE_HOME: '/proc/no' }, 'firmware', 'build', 'tdvf');
  expect(ended.stderr).toMatch(/^cannot write to the store \/proc\/no\/tdx-boot\/firmware: /);
  expect(ended.status).toBe(125);
});

test('a temporary directory that is missing', () => {
  const ended = runWith({ TMPDIR: at('missing') }, 'run', at('boot.yml'), '--results', at('results'));
  expect(ended.stderr).toMatch(
    /^cannot make a work directory in .*\/missing: no such file or directory\n {2}Set RUNNER_TEMP or TMPDIR to an existing, writable directory/,
  );
  expect(ended.status).toBe(125);
});
