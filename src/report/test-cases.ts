/** The guest's own tests as test cases: each leaf of its KTAP and TAP reports, and each report that is not whole. */

import { isOwnFailure } from '../ktap/failures.ts';
import type { Case } from './case.ts';
import type { Result } from './result.ts';

type Report = Result['tests'][number];
type Test = Report['tests'][number];

export function testCases(result: Result): Case[] {
  const judge = stateOfFailure(result);
  const otherwise = result.verdict !== 'passed' && result.cause?.kind !== 'test';
  return result.tests.flatMap((report) => [
    ...casesOf(report, judge),
    ...problemCases(report, judge, otherwise),
    ...(report.omitted === 0 ? [] : [rest(report)]),
  ]);
}

/** What a failure is, and of a failure that does not count, why. */
type Judge = (allowed: string | null) => Pick<Case, 'state' | 'message'>;

/** No finding speaks of tests where the scenario ignores reports. */
function stateOfFailure({ findings }: Result): Judge {
  const judged = findings.some(({ kind, outcome }) => kind === 'test' && outcome === 'failed');
  return (allowed) => {
    if (allowed !== null) return { state: 'skipped', message: `known failure: ${allowed}` };
    return judged
      ? { state: 'failed' }
      : { state: 'skipped', message: 'failed, and the scenario does not judge reports (ktap: ignore)' };
  };
}

function casesOf({ stream, tests }: Report, judge: Judge): Case[] {
  const cases: Case[] = [];
  let last = 0;
  const add = (test: Test, above: readonly string[]): void => {
    const path = [...above, test.name === '' ? `test ${test.number ?? '?'}` : test.name];
    for (const inner of test.tests) add(inner, path);
    if (test.tests.length > 0 && test.state !== 'unfinished' && !isOwnFailure(test)) return;
    const time = last === 0 ? 0 : Math.max(0, test.time - last);
    last = test.time;
    const place = `${stream}:${test.line}`;
    const outcome = outcomeOf(test, judge);
    const details =
      outcome.state === 'passed' || outcome.state === 'skipped' ? [] : [place, ...test.diagnostics];
    cases.push({ group: 'tests', name: path.join(' / '), time, details, ...outcome });
  };
  for (const test of tests) add(test, []);
  return cases;
}

function outcomeOf({ state, reason, allowed }: Test, judge: Judge): Pick<Case, 'state' | 'message'> {
  switch (state) {
    case 'passed':
      return { state };
    case 'skipped':
      return { state, message: reason ?? 'skipped by the guest' };
    case 'todo':
      return { state: 'skipped', message: `expected to fail${reason === null ? '' : `: ${reason}`}` };
    case 'unfinished':
      // What kept the result away is the failure: the report that is not whole, or what ended the run.
      return { state: 'skipped', message: 'its result never came' };
    case 'failed':
      return { message: reason ?? 'not ok', ...judge(allowed) };
  }
}

/** @param otherwise something else ended the run: then a report that ends early is skipped, because the run ended it */
function problemCases({ stream, line, problems }: Report, judge: Judge, otherwise: boolean): Case[] {
  const name = `the report of ${stream}:${line} is whole`;
  return problems.map(({ kind, text, line: at, allowed }) => {
    const base = { group: 'tests', name, message: text, details: [`${stream}:${at}`] } as const;
    return kind === 'truncated' && otherwise ? { ...base, state: 'skipped' } : { ...base, ...judge(allowed) };
  });
}

function rest({ stream, line, omitted }: Report): Case {
  const name = `${omitted} more tests of the report of ${stream}:${line}`;
  return { group: 'tests', name, state: 'skipped', message: 'too many to be listed' };
}
