/** The kinds of ends that a scenario can have, and how many there are of each. */

import type { Counted, VerdictName } from '../suite/suite.ts';
import { counted } from '../words/units.ts';
import type { RecordedResult } from './results.ts';

/** What becomes of an entry; each is counted once, so that a flaky one is not counted as passed. */
const KINDS = ['passed', 'flaky', 'failed', 'errored', 'not-run'] as const;
export type Kind = (typeof KINDS)[number];

/** How people read a kind. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  passed: 'passed',
  flaky: 'flaky',
  failed: 'failed',
  errored: 'errored',
  'not-run': 'not run',
};

/** The order of lists and tables: what needs a look comes first. */
export const WORST_FIRST = ['failed', 'errored', 'not-run', 'flaky', 'passed'] as const satisfies Kind[];

/** The verdict of a run, or flaky: passed after an attempt that did not. */
export function kindOf({ result, earlier = [] }: Pick<RecordedResult, 'result' | 'earlier'>): Kind {
  return result.verdict === 'passed' && earlier.length > 0 ? 'flaky' : result.verdict;
}

export function countKinds(results: readonly Counted[]): Record<Kind, number> {
  const counts = { passed: 0, flaky: 0, failed: 0, errored: 0, 'not-run': 0 };
  for (const { verdict, flaky } of results) counts[flaky === true ? 'flaky' : verdict]++;
  return counts;
}

/**
 * `4 scenarios: 2 passed, 1 flaky, 1 failed`.
 * @param verdict that of the whole: where nothing but a flaky scenario fails it, that is said
 */
export function describeCounts(results: readonly Counted[], verdict?: VerdictName | null): string {
  const counts = countKinds(results);
  const strict = verdict === 'failed' && counts.failed === 0 ? ', which --strict fails' : '';
  const parts = KINDS.flatMap((kind) => {
    const why = kind === 'flaky' ? strict : '';
    return counts[kind] === 0 ? [] : [`${counts[kind]} ${KIND_WORDS[kind]}${why}`];
  });
  return `${counted(results.length, 'scenario')}: ${parts.join(', ')}`;
}
