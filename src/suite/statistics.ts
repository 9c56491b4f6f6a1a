/** Whether boots take longer than before: a test that holds for few and noisy runs. */

import { errorFunction, median, sampleWithReplacement, wilcoxonRankSum } from 'simple-statistics';

export const CHANGES = ['slower', 'faster', 'none-seen', 'too-few-runs'] as const;
export type Change = (typeof CHANGES)[number];

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

export interface TimeOptions {
  /** Changes below are none: 0.05 is five per cent. */
  readonly margin: number;
  /** How many such comparisons are made at once: with many, chance makes more differences. Default: 1. */
  readonly comparisons?: number;
  /** Changes of so many milliseconds or fewer are none: no clock is finer. Default: 0. */
  readonly least?: number;
}

/** Fewer runs on one side say nothing: even 4 slow after 4 quick runs happen by chance once in 35 times. */
const FEWEST_RUNS = 5;
/** A difference that chance makes less often than once in so many comparisons is seen. */
const SIGNIFICANT = 1 / 20;
const RESAMPLES = 500;

/**
 * Compares times of the same thing.
 * @param before milliseconds, one for each run, in any order; at least one
 * @param after the same
 */
export function compareTimes(
  before: readonly number[],
  after: readonly number[],
  { margin, comparisons = 1, least = 0 }: TimeOptions,
): TimeComparison {
  const [old, young] = [[...before], [...after]];
  const medians = { before: median(old), after: median(young) };
  const change = ratio(medians.after, medians.before);
  if (!isEnough(old.length, young.length, comparisons))
    return { ...medians, change, verdict: 'too-few-runs' };
  const random = seeded();
  const changes = Array.from({ length: RESAMPLES }, () =>
    ratio(
      median(sampleWithReplacement(young, young.length, random)),
      median(sampleWithReplacement(old, old.length, random)),
    ),
  ).sort(ascending);
  // Without interpolation, which makes no number of two infinite changes.
  const quantile = (share: number): number => changes[Math.round(share * (RESAMPLES - 1))] ?? change;
  const interval = [quantile(0.025), quantile(0.975)] as const;
  const p = rankTest(old, young);
  const seen = p < SIGNIFICANT / comparisons && (interval[0] > 0 || interval[1] < 0);
  const small = Math.abs(change) < margin || Math.abs(medians.after - medians.before) <= least;
  const verdict = !seen || small ? 'none-seen' : change > 0 ? 'slower' : 'faster';
  return { ...medians, change, interval, p, verdict };
}

/** How many runs on each side it takes to see any difference, however large. */
export function runsNeeded(comparisons = 1): number {
  let runs = FEWEST_RUNS;
  while (!isEnough(runs, runs, comparisons)) runs++;
  return runs;
}

function isEnough(before: number, after: number, comparisons: number): boolean {
  return Math.min(before, after) >= FEWEST_RUNS && leastP(before, after) < SIGNIFICANT / comparisons;
}

/** What the test says when every run of one side is slower than every run of the other. */
function leastP(before: number, after: number): number {
  const run = (_: unknown, index: number): number => index;
  return rankTest(
    Array.from({ length: before }, run),
    Array.from({ length: after }, run).map((value) => value + before),
  );
}

/**
 * The rank-sum test of Wilcoxon, Mann and Whitney, by its normal approximation with continuity correction. Ranks, because one
 * disturbed run of ten must not decide.
 */
function rankTest(a: readonly number[], b: readonly number[]): number {
  const [n, m] = [a.length, b.length];
  const distance = Math.abs(wilcoxonRankSum([...a], [...b]) - (n * (n + m + 1)) / 2);
  const z = Math.max(0, distance - 0.5) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return Math.min(1, 1 - errorFunction(z / Math.SQRT2));
}

/** A phase that took no time has no relative change. */
function ratio(after: number, before: number): number {
  if (before === 0) return after === 0 ? 0 : Number.POSITIVE_INFINITY;
  return after / before - 1;
}

/** Infinite changes are equal to each other, which their difference does not say. */
function ascending(a: number, b: number): number {
  return a === b ? 0 : a - b;
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
