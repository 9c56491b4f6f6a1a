/** A suite whose disk becomes full in the middle, and one that is killed: what was finished is whole. A script plays QEMU. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readHistory } from '../../src/report/history.ts';
import { parseResult } from '../../src/report/results.ts';
import { type SuiteResult, suiteResultSchema } from '../../src/report/suite-result.ts';
import { FAKE_QEMU } from '../support/fake-qemu.ts';
import { kill, lingering } from '../support/processes.ts';

const CLI = path.resolve(import.meta.dirname, '../../src/cli/index.ts');
const dir = fs.mkdtempSync(path.join(tmpdir(), 'tdx-boot-cut-'));
const at = (...names: string[]): string => path.join(dir, ...names);
for (const name of ['bin', 'tmp', 'disk']) fs.mkdirSync(at(name));
fs.writeFileSync(at('disk.img'), Buffer.alloc(1024));

/** A guest with 301 MiB takes what is left of the disk, and prints a lot. */
const QEMU = `${FAKE_QEMU}case "$*" in
  *301*) cat /dev/zero > ${at('disk/filler')} 2> /dev/null; for i in {1..3000}; do echo "line $i"; done >&9 ;;
esac
echo up >&9
exec sleep 1000
`;
fs.writeFileSync(at('bin/qemu-system-x86_64'), QEMU, { mode: 0o755 });

const GUESTS = { good: '256M', taker: '301M' };
for (const [name, memory] of Object.entries(GUESTS)) {
  const guest = `{disks: [disk.img], memory: ${memory}}`;
  const text = `version: 1\nplatform: emulated\nguest: ${guest}\nsteps: [{expect: up}]\n`;
  fs.writeFileSync(at(`${name}.yml`), text);
}
fs.writeFileSync(at('hold.yml'), fs.readFileSync(at('good.yml'), 'utf8').replace('up}', 'never}'));

// Only root may mount: elsewhere these tests fail and say what they need.
beforeAll(() => void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at('disk')]));
afterAll(() => {
  execFileSync('umount', [at('disk')]);
  fs.rmSync(dir, { recursive: true });
});
afterEach(async () => {
  fs.rmSync(at('disk/filler'), { force: true });
  expect(await lingering(dir)).toEqual([]);
});

function start(names: readonly string[], suite: string, ...options: readonly string[]) {
  const args = [...names.map((name) => at(`${name}.yml`)), '--name', suite, '--results', at('disk')];
  const argv = ['--disable-warning=ExperimentalWarning', CLI, 'run', ...args, '--jobs', '1', ...options];
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PATH: `${at('bin')}:${process.env.PATH}`,
    TMPDIR: at('tmp'),
  };
  const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.stderr += text;
  });
  const done = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  return { child, said, done };
}

function suiteOf(name: string): SuiteResult {
  return suiteResultSchema.parse(JSON.parse(fs.readFileSync(at('disk', name, 'suite.json'), 'utf8')));
}

const verdicts = (suite: SuiteResult): (string | boolean)[][] =>
  suite.scenarios.map(({ name, verdict }) => [name, verdict]);

test('a disk that becomes full: what had passed is whole, each of the rest is said, and nothing passes', async () => {
  const history = at('disk/history.jsonl');
  const { done } = start(['good', 'taker', 'hold'], 'full', '--history', history);
  const { code, stdout, stderr } = await done;
  expect(code).toBe(125);
  expect(stdout).toMatch(/^\[2\/3\] errored: taker .*\n {2}reason: the disk of .*\/full\/taker is full/m);
  expect(stdout).toMatch(/^\[3\/3\] errored: hold: the disk of .*\/full\/hold is full/m);
  expect(stdout).toContain('3 scenarios: 1 passed, 2 errored');
  expect(stderr).toMatch(/^.*full\/suite\.json is not up to date: no space is left \(ENOSPC\)$/m);
  expect(stderr).not.toContain('    at ');
  expect(parseResult(at('disk/full/good/result.json'))?.verdict).toBe('passed');
  expect(suiteOf('full')).toMatchObject({ complete: false, verdict: 'errored' });
  expect(verdicts(suiteOf('full'))[0]).toEqual(['good', 'passed']);
  expect(readHistory(history).runs.map(({ scenario, verdict }) => [scenario, verdict])[0]).toEqual([
    'good',
    'passed',
  ]);
  expect(fs.readdirSync(at('disk/full')).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('SIGKILL in the middle: suite.json says what had ended, and nothing is left', async () => {
  const { child, said, done } = start(['good', 'hold', 'taker'], 'killed');
  while (!said.stdout.includes('hold starts')) await once(child.stdout, 'data');
  kill(child.pid ?? 0, 'SIGKILL');
  expect((await done).signal).toBe('SIGKILL');
  expect(suiteOf('killed')).toMatchObject({ complete: false, verdict: 'errored' });
  expect(verdicts(suiteOf('killed'))).toEqual([
    ['good', 'passed'],
    ['hold', 'not-run'],
    ['taker', 'not-run'],
  ]);
  expect(parseResult(at('disk/killed/good/result.json'))?.verdict).toBe('passed');
});
