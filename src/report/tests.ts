/** The guest's test reports in lines for people: a line for each report, and the tree where it has something to say. */

import type { Test, TestCounts, TestReport } from '../ktap/report.ts';
import { counted } from '../words/units.ts';

/** Tests of the judge, or of a result, where null stands for what is absent. */
type ToldTest = Pick<Test, 'name' | 'state'> & {
  readonly [key in 'number' | 'reason' | 'allowed']?: Test[key] | null;
} & { readonly tests: readonly ToldTest[] };

type ToldReport = Pick<TestReport, 'stream' | 'alsoOn' | 'line' | 'format' | 'counts'> & {
  readonly tests: readonly ToldTest[];
  readonly problems: readonly { readonly text: string; readonly allowed?: string | null }[];
};

/** Lines of one report, and reports that are shown; the tree in result.json has all. */
const MOST_LINES = 60;
const MOST_REPORTS = 20;

/** Of many reports those that say something, then the others; the last line counts what is left out. */
export function pickReports<T extends ToldReport>(
  reports: readonly T[],
): { readonly picked: readonly T[]; readonly rest: string | undefined } {
  if (reports.length <= MOST_REPORTS) return { picked: reports, rest: undefined };
  const important = [...reports.filter(saysSomething), ...reports.filter((report) => !saysSomething(report))];
  const picked = new Set(important.slice(0, MOST_REPORTS));
  return {
    picked: reports.filter((report) => picked.has(report)),
    rest: `and ${counted(reports.length - MOST_REPORTS, 'more test report')}: see result.json`,
  };
}

/** Whether a test of the report failed, or the report is incomplete. */
export function saysSomething({ tests, problems }: ToldReport): boolean {
  return tests.some(saysMore) || problems.length > 0;
}

/** `tests on console, line 12: 3 passed, 1 failed (KTAP version 1)` */
export function describeReport({ stream, alsoOn = [], line, format, counts, problems }: ToldReport): string {
  const wrong = problems.filter(({ allowed }) => allowed == null).length;
  const more = wrong === 0 ? '' : `, ${counted(wrong, 'problem')}`;
  const copies = alsoOn.length === 0 ? '' : `, also on ${alsoOn.join(' and ')}`;
  return `tests on ${stream}, line ${line}${copies}: ${describeCounts(counts)}${more} (${format})`;
}

/** The tree: what passed as a whole is one line. Texts are the guest's, and not yet safe for their destination. */
export function describeTests(report: ToldReport): string[] {
  const lines = [
    ...report.tests.flatMap((test) => describeTest(test, '')),
    ...report.problems.map(({ text, allowed }) => `${text}${allowedWords(allowed)}`),
  ];
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `and ${rest} more lines: see result.json`] : lines;
}

function describeTest(test: ToldTest, indent: string): string[] {
  const { number, name, state, reason, allowed, tests } = test;
  const mark = { passed: 'ok', failed: 'not ok', skipped: 'ok', todo: 'not ok', unfinished: 'unfinished' }[
    state
  ];
  const words = [mark, ...(number == null ? [] : [String(number)]), ...(name === '' ? [] : [name])];
  const directive =
    state === 'skipped' ? ' # SKIP' : state === 'todo' ? ' # TODO' : reason == null ? '' : ' #';
  const why = `${directive}${reason == null ? '' : ` ${reason}`}${allowedWords(allowed)}`;
  const open = state === 'unfinished' || tests.some(saysMore);
  const inside = tests.length === 0 || open ? '' : ` (${describeTestCounts(tests)})`;
  return [
    `${indent}${words.join(' ')}${why}${inside}`,
    ...(open ? tests.flatMap((inner) => describeTest(inner, `${indent}  `)) : []),
  ];
}

/** Whether a test, or a subtest of it, did not pass. */
export function saysMore({ state, tests }: ToldTest): boolean {
  return state === 'failed' || state === 'unfinished' || tests.some(saysMore);
}

export function describeCounts({ passed, failed, skipped, todo }: TestCounts): string {
  const words = [
    `${passed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ...(todo === 0 ? [] : [`${todo} expected to fail`]),
  ];
  return words.join(', ');
}

/** How the leaves of these tests ended, such as `3 passed, 1 skipped`. */
export function describeTestCounts(tests: readonly ToldTest[]): string {
  const counts = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  const add = ({ state, tests: inner }: ToldTest): void => {
    if (inner.length > 0) inner.forEach(add);
    else if (state !== 'unfinished') counts[state]++;
  };
  tests.forEach(add);
  return describeCounts(counts);
}

function allowedWords(allowed: string | null | undefined): string {
  return allowed == null ? '' : ` (allowed: ${allowed})`;
}
