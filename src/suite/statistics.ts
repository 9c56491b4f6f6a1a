/** Whether boots take longer than before: a test that holds for few and noisy runs. */

import { errorFunction, median, quantile, sampleWithReplacement, wilcoxonRankSum } from 'simple-statistics';

export type Change = 'slower' | 'faster' | 'none-seen' | 'too-few-runs';

/** What two sets of times tell of a change. */
export interface TimeComparison {
  /** Medians, in milliseconds. */
  readonly before: number;
  readonly after: number;
  /** Of the medians: 0.1 is ten per cent longer. */
  readonly change: number;
  /** Where the true change lies with 95 % confidence, by the bootstrap. Absent: too few runs. */
  readonly interval?: readonly [low: number, high: number];
  /** How likely so large a difference of the ranks is by chance. Absent: too few runs. */
  readonly p?: number;
  readonly verdict: Change;
}

/** Fewer runs on one side say nothing: even 4 slow after 4 quick runs happen by chance once in 35 times. */
export const FEWEST_RUNS = 5;
/** A difference that chance makes less often than once in so many comparisons is seen. */
const SIGNIFICANT = 1 / 20;
const RESAMPLES = 500;

/**
 * Compares times of the same thing.
 * @param before milliseconds, one for each run, in any order; at least one
 * @param after the same
 * @param margin changes below are none: 0.05 is five per cent
 * @param comparisons how many such comparisons are made at once: with many, chance makes more differences
 */
export function compareTimes(
  before: readonly number[],
  after: readonly number[],
  margin: number,
  comparisons = 1,
): TimeComparison {
  const [old, young] = [[...before], [...after]];
  const medians = { before: median(old), after: median(young) };
  const change = ratio(medians.after, medians.before);
  if (Math.min(old.length, young.length) < FEWEST_RUNS)
    return { ...medians, change, verdict: 'too-few-runs' };
  const random = seeded();
  const changes = Array.from({ length: RESAMPLES }, () =>
    ratio(
      median(sampleWithReplacement(young, young.length, random)),
      median(sampleWithReplacement(old, old.length, random)),
    ),
  );
  const interval = [quantile(changes, 0.025), quantile(changes, 0.975)] as const;
  const p = rankTest(old, young);
  const seen = p < SIGNIFICANT / comparisons && (interval[0] > 0 || interval[1] < 0);
  const verdict = !seen || Math.abs(change) < margin ? 'none-seen' : change > 0 ? 'slower' : 'faster';
  return { ...medians, change, interval, p, verdict };
}

/**
 * The rank-sum test of Wilcoxon, Mann and Whitney, by its normal approximation with continuity correction. Ranks, because one
 * disturbed run of ten must not decide.
 */
function rankTest(a: readonly number[], b: readonly number[]): number {
  const [n, m] = [a.length, b.length];
  const distance = Math.abs(wilcoxonRankSum([...a], [...b]) - (n * (n + m + 1)) / 2);
  const z = Math.max(0, distance - 0.5) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return 1 - errorFunction(z / Math.SQRT2);
}

/** A phase that took no time has no relative change. */
function ratio(after: number, before: number): number {
  if (before === 0) return after === 0 ? 0 : Number.POSITIVE_INFINITY;
  return after / before - 1;
}

/** The same numbers each time, so that the same runs give the same answer (mulberry32, public domain, T. Ettinger). */
function seeded(): () => number {
  let state = 0x7d8b007;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
