/** KTAP of the whole (Documentation/dev-tools/ktap.rst): each run is a test, and its cases are subtests. */

import type { Case } from './case.ts';
import { casesOf } from './cases.ts';
import type { RecordedResult } from './results.ts';
import { forLine } from './safe.ts';

const STATES = { passed: 'ok', failed: 'not ok', errored: 'not ok', skipped: 'ok' } as const;

/** @returns a report in KTAP version 1 */
export function toKtap(runs: readonly RecordedResult[]): string {
  const parts = runs.map(({ result, directory }, index) => ({
    lines: subtests(result.scenario, casesOf(result, directory)),
    last: `${STATES[result.verdict]} ${index + 1} ${named(result.scenario)}`,
    verdict: result.verdict,
  }));
  const failed = parts.filter(({ verdict }) => verdict !== 'passed').length;
  return [
    'KTAP version 1',
    `1..${runs.length}`,
    ...parts.flatMap(({ lines, last }) => [...lines.map((line) => `    ${line}`), last]),
    `# Totals: pass:${runs.length - failed} fail:${failed} xfail:0 xpass:0 skip:0 error:0`,
    '',
  ].join('\n');
}

function subtests(name: string, cases: readonly Case[]): string[] {
  return [
    'KTAP version 1',
    `# Subtest: ${named(name)}`,
    `1..${cases.length}`,
    ...cases.flatMap(({ group, name, state, message, details = [] }, index) => {
      const skip = state === 'skipped' ? ` # SKIP ${named(message ?? '')}` : '';
      const why = state === 'failed' || state === 'errored' ? [`${state}: ${message}`, ...details] : [];
      const line = `${STATES[state]} ${index + 1} ${named(`${group}: ${name}`)}${skip}`;
      return [...why.map((text) => `# ${forLine(text)}`), line];
    }),
  ];
}

/** A `#` would begin a directive. */
function named(text: string): string {
  return forLine(text).replaceAll('#', '\\#');
}
