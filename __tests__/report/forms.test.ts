/** The terminal, Markdown, the page, JUnit and KTAP say the same of a suite as its suite.json. */

import { expect, test } from '@jest/globals';
import { toJUnit } from '../../src/report/junit.ts';
import { countKinds } from '../../src/report/kinds.ts';
import { toKtap } from '../../src/report/ktap.ts';
import { makePage } from '../../src/report/page/page.ts';
import { Printer } from '../../src/report/printer.ts';
import { makeRunDirectory } from '../../src/report/recording.ts';
import { pageRun } from '../../src/report/report.ts';
import { readAll } from '../../src/report/results.ts';
import { SuiteRecord } from '../../src/report/suite-result.ts';
import { SuiteTerminal } from '../../src/report/suite-terminal.ts';
import { summarize } from '../../src/report/summary.ts';
import type { EntryResult, VerdictName } from '../../src/suite/suite.ts';
import { recordRun } from '../support/recordings.ts';
import { abort, exit, out, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('forms');
const NO_ASSETS = { script: '', player: '', chart: '', style: '' };
const EVENTS = {
  passed: [out(1000, 'up\n')],
  failed: [vm(1, 'shutdown'), exit(1)],
  errored: [abort(5, 'not-started', 'no VMM')],
};

/** A suite as `run --results` leaves it, whose scenarios have these attempts. */
async function suiteOf(script: Readonly<Record<string, readonly VerdictName[]>>, strict: boolean) {
  const directory = makeRunDirectory(base, 'nightly');
  const entries = Object.keys(script).map((name) => ({ name, file: `${name}.yml` }));
  const record = new SuiteRecord(directory, 'nightly', entries, strict);
  await record.start();
  for (const { name, file } of entries) {
    const attempts: EntryResult['attempts'][number][] = [];
    for (const wanted of script[name] ?? []) {
      const scenario = `name: ${name}\nplatform: kvm\nguest: {kernel: bzImage}\nsteps: [{expect: up}]\nsettle: 0s\n`;
      const run = await recordRun(directory, { scenario, events: EVENTS[wanted] });
      const { verdict, reason, time } = run.verdict;
      expect(verdict).toBe(wanted);
      attempts.push({ verdict, reason, time, directory: run.directory, lasting: false });
    }
    const verdict = attempts.at(-1)?.verdict;
    if (verdict === undefined) continue;
    const flaky = verdict === 'passed' && attempts.length > 1;
    await record.ended({ name, file, verdict, flaky, attempts });
  }
  const { whole } = await record.close();
  return { directory, whole, results: record.results };
}

const number = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

test.each<[string, Record<string, VerdictName[]>, boolean, VerdictName]>([
  ['all passed', { a: ['passed'], b: ['passed'] }, true, 'passed'],
  ['a flaky one', { once: ['errored', 'passed'], b: ['passed'] }, false, 'passed'],
  ['a flaky one under --strict', { once: ['errored', 'passed'], b: ['passed'] }, true, 'failed'],
  ['nothing but a flaky one under --strict', { once: ['failed', 'errored', 'passed'] }, true, 'failed'],
  ['a flaky and an errored one, --strict', { once: ['errored', 'passed'], b: ['errored'] }, true, 'failed'],
  ['a failed and a flaky one, --strict', { a: ['failed'], b: ['errored', 'passed'] }, true, 'failed'],
  ['one that errs twice', { a: ['passed'], b: ['errored', 'errored'] }, false, 'errored'],
  ['every kind', { a: ['passed'], b: ['failed'], c: ['errored'], d: ['failed', 'passed'] }, false, 'failed'],
  ['one that a signal left over', { a: ['passed'], b: [] }, false, 'errored'],
])('%s', async (_, script, strict, verdict) => {
  const { directory, whole, results } = await suiteOf(script, strict);
  expect(whole.verdict).toBe(verdict);
  const all = await readAll([directory]);
  const { runs, unrecorded, suite } = all;
  expect(suite?.verdict).toBe(verdict);
  const flaky = countKinds(results).flaky;
  const attempts = whole.scenarios.map((scenario) => scenario.attempts.length);

  const printed: string[] = [];
  const write = (text: string | Uint8Array): void => void printed.push(String(text));
  new SuiteTerminal(new Printer({ write, colours: false }), [], false).ends(results, runs, verdict, 1000);
  const counts = printed.at(-1)?.replace(/, 1\.0 s\n$/, '') ?? '';

  const markdown = summarize(runs, all);
  expect(markdown).toMatch(new RegExp(`<code>nightly</code>: ${verdict}`));
  if (unrecorded.length === 0) expect(markdown).toContain(`<p>${counts}.</p>`);

  const page = makePage(
    runs.map((run) => pageRun(run)),
    NO_ASSETS,
    all,
  );
  const badge = />[✓✗!~·] (\w+)<\/span>/.exec(page)?.[1];
  expect(badge).toBe(verdict);
  expect(number(page, /~ (\d+) flaky/)).toBe(runs.length > 1 || flaky > 0 ? flaky : 0);

  const junit = toJUnit(runs, unrecorded, suite?.name);
  const head = /<testsuites [^>]*>/.exec(junit)?.[0] ?? '';
  const [failures, errors] = [number(head, /failures="(\d+)"/), number(head, /errors="(\d+)"/)];
  expect(failures > 0 ? 'failed' : errors > 0 ? 'errored' : 'passed').toBe(verdict);
  const again = attempts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  expect(junit.match(/<(?:flaky|rerun)Failure/g)?.length ?? 0).toBe(again);

  const ktap = toKtap(runs, unrecorded);
  const bad = ktap.match(/^not ok /gm)?.length ?? 0;
  expect(bad === 0).toBe(verdict === 'passed');
  expect(number(ktap, /^# Totals: .* fail:(\d+)/m)).toBe(bad);
  const told = attempts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  expect(ktap.match(/^# attempt \d+: (?:passed|failed|errored): /gm)?.length ?? 0).toBe(told);
});
