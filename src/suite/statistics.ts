/** Whether boots take longer than before: a test that holds for few and noisy runs. */

export const CHANGES = ['slower', 'faster', 'none-seen', 'too-few-runs'] as const;
type Change = (typeof CHANGES)[number];

/** What becomes of one quantile of the times. Durations are in milliseconds. */
export interface QuantileChange {
  readonly before: number;
  readonly after: number;
  /** Of these two: how many milliseconds longer, and 0.1 is ten per cent longer. */
  readonly difference: number;
  readonly change: number;
  /** Where the true change lies with 95 % confidence, by the bootstrap. Absent: too few runs. */
  readonly interval?: readonly [low: number, high: number];
}

/** What two sets of times tell of a change: of the lower quartile, by which it is decided, and of the median beside. */
export interface TimeComparison extends QuantileChange {
  /** How likely so large a difference of the quartiles is by chance. Absent: too few runs. */
  readonly p?: number;
  readonly median: QuantileChange;
  readonly verdict: Change;
}

interface TimeOptions {
  /** Changes below are none: 0.05 is five per cent. */
  readonly margin: number;
  /** How many such comparisons are made at once: with many, chance makes more differences. Default: 1. */
  readonly comparisons?: number;
  /** Changes of so many milliseconds or fewer are none: no clock is finer. Default: 0. */
  readonly least?: number;
}

/** A quantile that a resample may have, and how often a resample has it. */
interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Fewer runs on one side say nothing: even 4 slow after 4 quick runs happen by chance once in 35 times. */
const FEWEST_RUNS = 5;
/** A difference that chance makes less often than once in so many comparisons is seen. */
const SIGNIFICANT = 1 / 50;
/** What resampling gives less often than this is left out: a long history has millions of such pairs. */
const NEVER = 1e-12;
/** The 95 % interval leaves out this much on either side. */
const TAIL = 0.025;
/**
 * What a host does beside makes a boot slower and never quicker, so the quicker boots tell of the guest. A quartile holds
 * while less than three quarters of the boots are disturbed, a median while less than half are.
 */
const QUARTILE = 0.25;
const MEDIAN = 0.5;

/**
 * Compares the lower quartiles of times of the same thing, by the percentile bootstrap (as `qcomhd` of R's package WRS2).
 * How often resampling gives which quartile is computed, not drawn: the same runs give the same answer.
 * @param before milliseconds, one for each run, in any order; at least one
 * @param after the same
 */
export function compareTimes(
  before: readonly number[],
  after: readonly number[],
  { margin, comparisons = 1, least = 0 }: TimeOptions,
): TimeComparison {
  const sides = [before, after].map((times) => [...times].sort(ascending));
  const [quartile, median] = [changeOf(sides, QUARTILE), changeOf(sides, MEDIAN)];
  if (!isEnough(before.length, after.length, comparisons)) {
    return { ...quartile, median, verdict: 'too-few-runs' };
  }
  const changes = resampledChanges(sides, QUARTILE);
  const p = chance(changes);
  const small = Math.abs(quartile.change) < margin || Math.abs(quartile.difference) <= least;
  const seen = p < SIGNIFICANT / comparisons && !small;
  return {
    ...quartile,
    interval: intervalOf(changes),
    p,
    median: { ...median, interval: intervalOf(resampledChanges(sides, MEDIAN)) },
    verdict: seen ? (quartile.change > 0 ? 'slower' : 'faster') : 'none-seen',
  };
}

/** How many runs on each side it takes to see any difference, however large. */
export function runsNeeded(comparisons: number): number {
  let runs = FEWEST_RUNS;
  while (!isEnough(runs, runs, comparisons)) runs++;
  return runs;
}

/** In two equal sets every run of one set is sometimes slower than every run of the other: too few runs show no more than that. */
function isEnough(before: number, after: number, comparisons: number): boolean {
  const apart = 2 / Math.exp(logChoose(before + after, before));
  return Math.min(before, after) >= FEWEST_RUNS && apart < SIGNIFICANT / comparisons;
}

/** @param sides times before and after, each sorted */
function changeOf([old = [], young = []]: readonly (readonly number[])[], share: number): QuantileChange {
  const of = (sorted: readonly number[]): number => sorted[rankOf(sorted, share) - 1] ?? 0;
  const [before, after] = [of(old), of(young)];
  return { before, after, difference: after - before, change: ratio(after, before) };
}

/** Which of the sorted runs, from 1, is the quantile: a time that a run had, of two in the middle the lower. */
function rankOf({ length }: readonly number[], share: number): number {
  return Math.ceil(share * length);
}

/** The relative changes that resampling gives, in order. */
function resampledChanges([old = [], young = []]: readonly (readonly number[])[], share: number): Weighted[] {
  const after = resampled(young, share);
  return resampled(old, share)
    .flatMap((before) =>
      after.map(({ value, weight }) => ({
        value: ratio(value, before.value),
        weight: before.weight * weight,
      })),
    )
    .sort((a, b) => ascending(a.value, b.value));
}

/** Each run with how often it is the quantile of as many runs that are drawn from these, with repeats. */
function resampled(sorted: readonly number[], share: number): Weighted[] {
  const rank = rankOf(sorted, share);
  let below = 0;
  return sorted
    .map((value, index) => {
      // The quantile is this run or a quicker one when `rank` of the drawn runs or more are.
      const upTo = atLeast(rank, sorted.length, (index + 1) / sorted.length);
      const weight = upTo - below;
      below = upTo;
      return { value, weight };
    })
    .filter(({ weight }) => weight > NEVER);
}

function intervalOf(changes: readonly Weighted[]): readonly [low: number, high: number] {
  return [quantile(changes, TAIL), quantile(changes, 1 - TAIL)];
}

function quantile(changes: readonly Weighted[], share: number): number {
  let sum = 0;
  for (const { value, weight } of changes) {
    sum += weight;
    if (sum >= share) return value;
  }
  return changes.at(-1)?.value ?? 0;
}

/** The two-sided p-value of "no change": of resamples without one, half count for each side. */
function chance(changes: readonly Weighted[]): number {
  let [faster, slower] = [0, 0];
  for (const { value, weight } of changes) {
    if (value <= 0) faster += value === 0 ? weight / 2 : weight;
    if (value >= 0) slower += value === 0 ? weight / 2 : weight;
  }
  return Math.min(1, 2 * Math.min(faster, slower));
}

/** How likely `least` or more of `count` draws hit, where one hits with `share` (the binomial distribution). */
function atLeast(least: number, count: number, share: number): number {
  if (share >= 1) return 1;
  // Where nearly all draws hit, the other side is summed: its terms are those that are not too small for a number.
  if (least < count * share) return 1 - atLeast(count - least + 1, count, 1 - share);
  const log = logChoose(count, least) + least * Math.log(share) + (count - least) * Math.log(1 - share);
  let term = Math.exp(log);
  let sum = 0;
  for (let hits = least; hits <= count; hits++) {
    sum += term;
    term *= (((count - hits) / (hits + 1)) * share) / (1 - share);
  }
  return sum;
}

/** The logarithm of the number of ways to choose `some` of `all`: the number itself is too large for a long history. */
function logChoose(all: number, some: number): number {
  let sum = 0;
  for (let index = 1; index <= some; index++) sum += Math.log((all - some + index) / index);
  return sum;
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
