/** Which runs a directory of results has: JUnit, KTAP and the summary lose none of a suite. */

import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { toJUnit } from '../../src/report/junit.ts';
import { toKtap } from '../../src/report/ktap.ts';
import { makePage } from '../../src/report/page/page.ts';
import { pageRun } from '../../src/report/report.ts';
import { parseResult, readAll } from '../../src/report/results.ts';
import type { SuiteResult } from '../../src/report/suite-result.ts';
import { summarize } from '../../src/report/summary.ts';
import { recordRun } from '../support/recordings.ts';
import { out } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

type Entry = SuiteResult['scenarios'][number];

const base = scratchDirectory('results');
const scenario = 'name: up\nplatform: kvm\nguest: {kernel: bzImage}\nsteps: [{expect: up}]\nsettle: 0s\n';
const { directory } = await recordRun(base, { scenario, events: [out(1000, 'up\n')] });

const attempt = { verdict: 'passed', reason: 'every step was met', time: 1000, results: 'up' } as const;
const entry = (name: string, verdict: Entry['verdict'], attempts: Entry['attempts'] = []): Entry => ({
  ...{ name, file: `${name}.yml`, verdict, flaky: false },
  attempts,
});

/** `results/NAME` with a suite in it, as `tdx-boot run --results results` makes it. */
function suiteIn(name: string, complete: boolean, scenarios: readonly Entry[]): string {
  const suite = join(base, name, 'nightly');
  mkdirSync(suite, { recursive: true });
  cpSync(directory, join(suite, 'up'), { recursive: true });
  cpSync(directory, join(suite, 'begun'), { recursive: true });
  const result = { version: 1, suite: 'nightly', verdict: 'errored', strict: false, complete, scenarios };
  writeFileSync(join(suite, 'suite.json'), JSON.stringify(result));
  return join(base, name);
}

const LOST = [{ verdict: 'errored', reason: 'the disk is full', time: 0, results: null }] as const;
const FULL = suiteIn('full', true, [
  entry('up', 'passed', [attempt]),
  entry('lost', 'errored', [...LOST]),
  entry('late', 'not-run'),
]);
const KILLED = suiteIn('killed', false, [entry('up', 'passed', [attempt]), entry('begun', 'not-run')]);

test('a recording that somebody has removed from its suite is no pass, and the others are read', async () => {
  const suite = suiteIn('removed', true, [
    entry('gone', 'passed', [{ ...attempt, results: 'gone' }]),
    entry('up', 'passed', [attempt]),
  ]);
  const { runs, unrecorded } = await readAll([suite]);
  expect(runs).toHaveLength(1);
  expect(unrecorded).toEqual([{ name: 'gone', verdict: 'errored', reason: 'its recording is not there' }]);
});

test.each<[string, string, [string, string][], string[]]>([
  [
    'of a suite below it, those without a recording, too',
    FULL,
    [
      ['lost', 'errored'],
      ['late', 'not-run'],
    ],
    ['ok 1 up', 'not ok 2 lost', 'ok 3 late # SKIP not run'],
  ],
  ['of a suite that is named itself', join(FULL, 'nightly'), [], ['ok 1 up', 'not ok 2 lost']],
  [
    'of a suite that was killed, what never ended is no skip',
    KILLED,
    [['begun', 'errored']],
    ['not ok 2 begun'],
  ],
])('%s', async (_, path, unrecorded, lines) => {
  const all = await readAll([path]);
  expect(all.runs.map(({ result }) => [result.scenario, result.verdict])).toEqual([['up', 'passed']]);
  if (unrecorded.length > 0) {
    expect(all.unrecorded.map(({ name, verdict }) => [name, verdict])).toEqual(unrecorded);
  }
  for (const line of lines) expect(toKtap(all.runs, all.unrecorded).split('\n')).toContain(line);
  expect(toJUnit(all.runs, all.unrecorded)).toMatch(/^<testsuites [^>]* errors="1"/m);
});

test('what two paths name is one run, by the first name', async () => {
  const link = join(base, 'link');
  symlinkSync(directory, link);
  const { runs } = await readAll([directory, directory, link, `${directory}/`]);
  expect(runs.map((run) => run.directory)).toEqual([directory]);
  const twice = await readAll([join(FULL, 'nightly'), FULL]);
  expect([twice.runs.length, twice.unrecorded.length, twice.suite?.name]).toEqual([1, 2, 'nightly']);
});

test.each([
  ['one suite: its name and its verdict', [FULL], '❗ <code>nightly</code>: errored'],
  ['a suite that was killed is errored', [KILLED], '❗ <code>nightly</code>: errored'],
  ['two suites', [FULL, KILLED], '❗ <code>all</code>: errored'],
  ['runs', [FULL, directory], '❗ <code>all</code>: errored'],
])('the heading of %s', async (_, paths, heading) => {
  const { runs, unrecorded, suite } = await readAll(paths);
  expect(summarize(runs, suite === undefined ? { unrecorded } : { unrecorded, suite })).toContain(
    `<h3>${heading}</h3>`,
  );
  expect(toJUnit(runs, unrecorded, suite?.name)).toContain(`name="${suite?.name ?? 'tdx-boot'}"`);
});

test.each([
  ['a recording', [directory, `${directory}/`, join(directory, '../up')], 1],
  ['a suite, by its directory and by the one above', [FULL, join(FULL, 'nightly')], 1],
  ['a recording of a suite that is named, too', [join(FULL, 'nightly/up'), FULL], 1],
  ['two recordings', [directory, join(FULL, 'nightly/up'), directory], 2],
])('what is named twice is there once: %s', async (_, paths, count) => {
  expect((await readAll(paths)).runs).toHaveLength(count);
});

test('the page of a suite of one scenario has its index, with the verdict of the whole', async () => {
  const { runs, ...whole } = await readAll([suiteIn('one', true, [entry('up', 'passed', [attempt])])]);
  const assets = { script: '', player: '', chart: '', style: '' };
  const pages = runs.map((run) => pageRun(run));
  expect(pages).toHaveLength(1);
  expect(makePage(pages, assets, whole)).toMatch(
    /<main class="index"><h1><span[^>]*>. errored<\/span> nightly<\/h1>/u,
  );
  expect(makePage(pages, assets)).not.toContain('class="index"');
});

test('a capture called __proto__ is in what is read again', async () => {
  const steps = "steps: [{expect: '/(?<__proto__>up)/', capture: [__proto__]}]";
  const named = scenario.replace(/^steps: .*$/m, steps);
  const recorded = await recordRun(join(base, 'proto'), { scenario: named, events: [out(1000, 'up\n')] });
  const { runs } = await readAll([recorded.directory]);
  expect(Object.entries(runs[0]?.result.captures ?? {})).toEqual([['__proto__', 'up']]);
  expect(toJUnit(runs)).toContain('<property name="capture.__proto__" value="up"/>');
  const file = join(recorded.directory, 'result.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"__proto__": "up"', '"__proto__": {"a": 1}'));
  expect(() => parseResult(file)).toThrow('is no result of a run');
});

test('a result that was edited, and a suite of it, is no pass', async () => {
  const failing = scenario.replace('expect: up', 'expect: down').replace('name: up', 'name: edited');
  const recorded = await recordRun(join(base, 'edited'), { scenario: failing, events: [out(1000, 'up\n')] });
  const file = join(recorded.directory, 'result.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"verdict": "failed"', '"verdict": "passed"'));
  expect(parseResult(file)?.verdict).toBe('passed');
  const { runs } = await readAll([recorded.directory]);
  expect(runs.map(({ result }) => [result.scenario, result.verdict])).toEqual([['edited', 'failed']]);
  expect(runs[0]?.result.reason).toMatch(/\(its result\.json says that it passed, .*\)$/);

  writeFileSync(file, readFileSync(file, 'utf8').replace('"verdict": "passed"', '"verdict": "failed"'));
  const scenarios = [entry('edited', 'passed', [{ ...attempt, results: 'edited' }])];
  const whole = { version: 1, suite: 'nightly', verdict: 'passed', strict: false, complete: true, scenarios };
  writeFileSync(join(base, 'edited/suite.json'), JSON.stringify(whole));
  const suite = await readAll([join(base, 'edited')]);
  expect([suite.suite?.verdict, suite.runs[0]?.result.verdict]).toEqual(['failed', 'failed']);
});
