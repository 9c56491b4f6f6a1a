/** Simulated boots, whose truth is known. */

import { describe, expect, test } from '@jest/globals';
import { compareTimes } from '../../src/suite/statistics.ts';

/** Times around `typical`, with noise of `spread`; a part of the runs is `disturbed`. The same for the same seed. */
function boots(count: number, typical: number, spread: number, seed: number, disturbed = 0): number[] {
  let state = seed * 2654435761;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let skip = 0; skip < 20; skip++) random();
  return Array.from({ length: count }, () => {
    const noise = random() + random() + random() + random() - 2;
    return typical * (1 + noise * spread) * (random() < disturbed ? 1.15 : 1);
  });
}

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const MARGIN = 0.05;

describe('10 simulated runs and 10', () => {
  test('of the same thing: no difference is seen, 20 times of 20, in 7 phases each', () => {
    const seen = SEEDS.flatMap((seed) =>
      [1, 2, 3, 4, 5, 6, 7].map((phase) =>
        compareTimes(
          boots(10, 800, 0.03, seed * 100 + phase, 0.1),
          boots(10, 800, 0.03, seed * 100 + phase + 50, 0.1),
          { margin: MARGIN, comparisons: 7 },
        ),
      ),
    );
    expect(seen.map(({ verdict }) => verdict)).toEqual(seen.map(() => 'none-seen'));
  });

  test('a phase that takes a tenth longer is found, 20 times of 20', () => {
    const seen = SEEDS.map((seed) =>
      compareTimes(boots(10, 800, 0.03, seed), boots(10, 880, 0.03, seed + 500), {
        margin: MARGIN,
        comparisons: 7,
      }),
    );
    expect(seen.map(({ verdict }) => verdict)).toEqual(seen.map(() => 'slower'));
    // The truth lies in the interval about as often as is said.
    const right = seen.filter(({ interval: [low, high] = [0, 0] }) => low <= 0.1 && 0.1 <= high);
    expect(right.length).toBeGreaterThanOrEqual(17);
  });

  test('a tenth shorter is found, too', () => {
    const { verdict, change } = compareTimes(boots(10, 800, 0.03, 1), boots(10, 720, 0.03, 2), {
      margin: MARGIN,
    });
    expect(verdict).toBe('faster');
    expect(change).toBeCloseTo(-0.1, 1);
  });

  test('a certain change below the margin is none', () => {
    const { verdict, interval } = compareTimes(boots(10, 1000, 0.001, 1), boots(10, 1020, 0.001, 2), {
      margin: MARGIN,
    });
    expect(verdict).toBe('none-seen');
    expect(interval?.[0]).toBeGreaterThan(0);
  });
});

test('few runs say nothing, however far apart', () => {
  expect(compareTimes([100, 101, 99, 100], [200, 201, 199, 200], { margin: MARGIN })).toEqual({
    before: 99,
    after: 199,
    difference: 100,
    change: 199 / 99 - 1,
    median: { before: 100, after: 200, difference: 100, change: 1 },
    verdict: 'too-few-runs',
  });
});

describe('boots that the host disturbs', () => {
  const calm = boots(10, 500, 0.01, 3);
  const slow = [5000, 700, 900, 4000, 650];

  test.each([1, 3, 5])('%s of ten are no slow-down', (count) => {
    const disturbed = [...calm.slice(count), ...slow.slice(0, count)];
    expect(compareTimes(calm, disturbed, { margin: MARGIN }).verdict).toBe('none-seen');
  });

  test('three of ten before hide no slow-down of a tenth', () => {
    const disturbed = [...calm.slice(3), ...slow.slice(0, 3)];
    const slower = boots(10, 550, 0.01, 4);
    expect(compareTimes(disturbed, slower, { margin: MARGIN }).verdict).toBe('slower');
  });
});

test('the intervals are those of the bootstrap, by the quantiles that drawing with repeats gives', () => {
  const [before, after] = [boots(9, 500, 0.1, 1), boots(14, 520, 0.1, 2)];
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const ofDraw = (times: readonly number[], share: number): number => {
    const drawn = times.map(() => times[Math.floor(random() * times.length)] ?? 0);
    return drawn.sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;
  };
  const { interval, p, median } = compareTimes(before, after, { margin: MARGIN });
  for (const [quantile, [low, high] = [0, 0]] of [
    [1 / 4, interval],
    [1 / 2, median.interval],
  ] as const) {
    const changes = Array.from(
      { length: 20_000 },
      () => ofDraw(after, quantile) / ofDraw(before, quantile) - 1,
    );
    const share = (holds: (change: number) => boolean): number =>
      changes.filter(holds).length / changes.length;
    expect(share((change) => change <= low)).toBeCloseTo(0.025, 1);
    expect(share((change) => change < high)).toBeCloseTo(0.975, 1);
    if (quantile === 1 / 4) expect(p).toBeCloseTo(2 * share((change) => change <= 0), 1);
  }
});

test('a history of thousands of runs', () => {
  const [before, after] = [boots(2000, 500, 0.1, 1), boots(2000, 550, 0.1, 2)];
  const { verdict, interval } = compareTimes(before, after, { margin: MARGIN });
  expect(verdict).toBe('slower');
  expect(interval?.map((change) => change.toFixed(2))).toEqual(['0.10', '0.11']);
});

test('the same runs give the same answer', () => {
  const compare = () => compareTimes(boots(10, 800, 0.05, 1), boots(10, 840, 0.05, 2), { margin: MARGIN });
  expect(compare()).toEqual(compare());
});

test('a phase without length', () => {
  const zeros = [0, 0, 0, 0, 0];
  expect(compareTimes(zeros, zeros, { margin: MARGIN })).toMatchObject({ change: 0, verdict: 'none-seen' });
  const some = [500, 500, 500, 500, 500];
  expect(compareTimes(zeros, some, { margin: MARGIN })).toMatchObject({
    change: Number.POSITIVE_INFINITY,
    interval: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    verdict: 'slower',
  });
  expect(compareTimes(some, zeros, { margin: MARGIN })).toMatchObject({ change: -1, verdict: 'faster' });
});
