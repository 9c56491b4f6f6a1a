/** Suites of real boots: several at once, one that fails, a cancel, and a kill. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readHistory } from '../../src/report/history.ts';
import { SUITE_FILE, type SuiteResult, suiteResultSchema } from '../../src/report/suite-result.ts';
import { Lab } from '../support/cli.ts';
import { kill, lingering } from '../support/processes.ts';

const lab = new Lab();
afterAll(() => lab.remove());

lab.scenario('good');
lab.scenario('bad', { timeout: '1s' });
const hold = {
  guest: { cmdline: 'console=ttyS0 tdx-boot.probe=hold' },
  steps: [{ expect: 'Linux version' }, { expect: 'never printed' }],
};

function suite(name: string, text: Record<string, unknown>): string {
  return lab.write(`${name}.yml`, JSON.stringify({ version: 1, ...text }));
}

function read(name: string): SuiteResult {
  const file = path.join(lab.results, name, SUITE_FILE);
  return suiteResultSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
}

test('a matrix is booted two at a time; what fails is retried, and fails the whole', async () => {
  const file = suite('matrix', {
    name: 'the matrix',
    scenarios: ['good.yml', { file: 'bad.yml', set: { memory: '512M' } }],
    matrix: { 'guest.cmdline': ['console=ttyS0 panic=-1 one', 'console=ttyS0 panic=-1 two'] },
    retry: { times: 1, after: 'failed' },
  });
  const history = lab.path('history');
  const { code, stdout, stderr } = await lab.cli([
    ...['run', file, '--results', lab.results, '--jobs', '2', '--history', history],
  ]);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain('4 scenarios: 2 passed, 2 failed');
  // Of what failed, the last attempt is judged and booted again.
  const again = [...stdout.matchAll(/^ {2}(judge|boot) again: tdx-boot (check|run) (\S+)$/gm)];
  expect(again.map(([, what, command]) => `${what}: ${command}`)).toEqual([
    ...['judge: check', 'boot: run', 'judge: check', 'boot: run'],
  ]);
  for (const [, , , directory = ''] of again) expect(directory).toMatch(/attempt-2$/);
  lab.expectNothingLeft();

  const { verdict, complete, scenarios } = read('the-matrix');
  expect([verdict, complete]).toEqual(['failed', true]);
  expect(scenarios.map((entry) => [entry.verdict, entry.attempts.length])).toEqual([
    ['passed', 1],
    ['passed', 1],
    ['failed', 2],
    ['failed', 2],
  ]);
  // The history has the last attempt of each.
  expect(
    readHistory(history)
      .runs.map(({ verdict: own }) => own)
      .sort(),
  ).toEqual([...['failed', 'failed', 'passed', 'passed']]);
  // Each attempt has a recording of its own.
  const directories = scenarios.flatMap(({ attempts }) => attempts.map(({ results }) => results ?? ''));
  expect(new Set(directories).size).toBe(6);
  const [first = ''] = directories;
  expect(fs.readFileSync(path.join(lab.results, 'the-matrix', first, 'serial.raw'), 'utf8')).toMatch(
    /Command line: console=ttyS0 panic=-1 one/,
  );
});

test('compare --runs boots both sides in turns', async () => {
  const bad = lab.path('bad.yml');
  const argv = ['compare', bad, bad, '--runs', '2', '--results', lab.results];
  const { code, stdout, stderr } = await lab.cli(argv);
  expect([...stderr.matchAll(/(\w+ \d bad) starts/g)].map(([, name]) => name)).toEqual([
    ...['before 1 bad', 'after 1 bad', 'before 2 bad', 'after 2 bad'],
  ]);
  expect(stdout).toContain('verdict fails as before: 2 of 2 failed; now 2 of 2 failed');
  expect(stdout).toContain('times are not compared: a side has no run that passed');
  expect(code).toBe(0);
  lab.expectNothingLeft();
});

test('a scenario that is not valid: nothing is booted, and all mistakes are said at once', async () => {
  const worse = lab.scenario('worse', { timeout: 'soon' });
  const kernel = lab.scenario('kernel', { guest: { kernel: 'none' } });
  const results = lab.path('none');
  const { code, stderr } = await lab.cli(['run', lab.path('good.yml'), worse, kernel, '--results', results]);
  expect(code).toBe(2);
  expect(stderr).toContain('timeout: "soon" is not a duration');
  expect(stderr).toContain('none: no such file');
  expect(fs.existsSync(results)).toBe(false);
});

test('Ctrl-C ends all guests, and what is known is written', async () => {
  lab.scenario('hold', hold);
  const file = suite('held', { scenarios: ['hold.yml'], matrix: { memory: ['256M', '320M', '384M'] } });
  const run = lab.start(['run', file, '--results', lab.results, '--jobs', '2']);
  await run.shows('hold (memory=320M) starts');
  kill(run.pid, 'SIGINT');
  expect((await run.done).code).toBe(130);
  lab.expectNothingLeft();
  const { verdict, complete, scenarios } = read('held');
  expect([verdict, complete]).toEqual(['errored', true]);
  expect(scenarios.map((entry) => entry.verdict)).toEqual(['errored', 'errored', 'not-run']);
});

test('SIGKILL: what has ended is whole, and no guest is left', async () => {
  const file = suite('killed', { scenarios: ['bad.yml', 'hold.yml', 'good.yml'] });
  const run = lab.start(['run', file, '--results', lab.results, '--jobs', '1']);
  await run.shows('hold starts');
  kill(run.pid, 'SIGKILL');
  expect((await run.done).signal).toBe('SIGKILL');
  expect(await lingering(lab.dir)).toEqual([]);
  const { complete, scenarios } = read('killed');
  expect(complete).toBe(false);
  expect(scenarios.map((entry) => entry.verdict)).toEqual(['failed', 'not-run', 'not-run']);
});
