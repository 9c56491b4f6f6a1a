/** The guest's own tests as test cases: each leaf of its KTAP and TAP reports, and each report that is not whole. */

import { isOwnFailure } from '../ktap/failures.ts';
import type { Case } from './case.ts';
import type { Result } from './result.ts';

type Report = Result['tests'][number];
type Test = Report['tests'][number];

export function testCases(result: Result): Case[] {
  const judge = stateOfFailure(result);
  return result.tests.flatMap((report) => [
    ...casesOf(report, judge),
    ...problemCases(report, judge),
    ...(report.omitted === 0 ? [] : [rest(report)]),
  ]);
}

/** What a failure is, and of a failure that does not count, why. */
type Judge = (allowed: string | null) => Pick<Case, 'state' | 'message'>;

/** No finding speaks of tests where the scenario ignores reports, or where the host's fault came first. */
function stateOfFailure({ findings, verdict }: Result): Judge {
  const judged = findings.some(({ kind, outcome }) => kind === 'test' && outcome === 'failed');
  return (allowed) => {
    if (allowed !== null) return { state: 'skipped', message: `known failure: ${allowed}` };
    if (judged) return { state: 'failed' };
    if (verdict === 'errored') return { state: 'errored' };
    return verdict === 'failed'
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
      return { message: 'its result never came', ...judge(allowed) };
    case 'failed':
      return { message: reason ?? 'not ok', ...judge(allowed) };
  }
}

function problemCases({ stream, line, problems }: Report, judge: Judge): Case[] {
  const name = `the report of ${stream}:${line} is whole`;
  return problems.map(({ text, line: at, allowed }) => ({
    ...{ group: 'tests', name, message: text, details: [`${stream}:${at}`] },
    ...judge(allowed),
  }));
}

function rest({ stream, line, omitted }: Report): Case {
  const name = `${omitted} more tests of the report of ${stream}:${line}`;
  return { group: 'tests', name, state: 'skipped', message: 'too many to be listed' };
}
