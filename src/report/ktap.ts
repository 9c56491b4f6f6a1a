/** KTAP of the whole (Documentation/dev-tools/ktap.rst): each run is a test, and its cases are subtests. */

import type { Case } from './case.ts';
import { inRoom } from './case-room.ts';
import { attemptsOf, casesOf, failsAsFlaky } from './cases.ts';
import type { RecordedResult, Unrecorded } from './results.ts';
import { forLine } from './safe.ts';

const STATES = { passed: 'ok', failed: 'not ok', errored: 'not ok', skipped: 'ok' } as const;

/**
 * @param unrecorded scenarios of a suite without a result: tests without subtests
 * @returns a report in KTAP version 1
 */
export function toKtap(runs: readonly RecordedResult[], unrecorded: readonly Unrecorded[] = []): string {
  const fitting = inRoom(runs.map(casesOf), (one) => subtest(one, 0).map(indented));
  const parts = runs.map((run, index) => {
    const { scenario } = run.result;
    const verdict = failsAsFlaky(run) ? 'failed' : run.result.verdict;
    return {
      lines: subtests(scenario, fitting[index] ?? []),
      attempts: attemptsOf(run).map((line) => `# ${forLine(line)}`),
      last: `${STATES[verdict]} ${index + 1} ${named(scenario)}`,
      verdict,
    };
  });
  const others = unrecorded.map(({ name, verdict }, index) => {
    const number = runs.length + index + 1;
    return verdict === 'not-run'
      ? `ok ${number} ${named(name)} # SKIP not run`
      : `not ok ${number} ${named(name)}`;
  });
  const skipped = unrecorded.filter(({ verdict }) => verdict === 'not-run').length;
  const passed = parts.filter(({ verdict }) => verdict === 'passed').length;
  const failed = runs.length + others.length - passed - skipped;
  return [
    'KTAP version 1',
    `1..${runs.length + others.length}`,
    ...parts.flatMap(({ lines, attempts, last }) => [...lines.map(indented), ...attempts, last]),
    ...others,
    `# Totals: pass:${passed} fail:${failed} xfail:0 xpass:0 skip:${skipped} error:0`,
    '',
  ].join('\n');
}

function indented(line: string): string {
  return `    ${line}`;
}

function subtests(name: string, cases: readonly Case[]): string[] {
  return ['KTAP version 1', `# Subtest: ${named(name)}`, `1..${cases.length}`, ...cases.flatMap(subtest)];
}

function subtest({ group, name, state, message, details = [] }: Case, index: number): string[] {
  const skip = state === 'skipped' ? ` # SKIP ${named(message ?? '')}` : '';
  const why = state === 'failed' || state === 'errored' ? [`${state}: ${message}`, ...details] : [];
  const line = `${STATES[state]} ${index + 1} ${named(`${group}: ${name}`)}${skip}`;
  return [...why.map((text) => `# ${forLine(text)}`), line];
}

/** A `#` would begin a directive. */
function named(text: string): string {
  return forLine(text).replaceAll('#', '\\#');
}
