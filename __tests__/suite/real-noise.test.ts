/** What `compare` sees in the noise of real boots: samples of those in fixtures/boot-times.json. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compareRuns } from '../../src/suite/compare.ts';
import type { HistoryRun } from '../../src/suite/history-run.ts';
import { historyRun } from '../support/history-runs.ts';

const PHASES = ['firmware', 'kernel', 'initramfs', 'userspace'] as const;
type Phase = (typeof PHASES)[number];
type Durations = Readonly<Record<Phase, readonly number[]>>;
/** The 60 boots, in the order in which they were made: `quiet` ones, then those of a host that did other work, too. */
const { quiet, busy }: Readonly<Record<'quiet' | 'busy', Durations>> = JSON.parse(
  readFileSync(new URL('../fixtures/boot-times.json', import.meta.url), 'utf8'),
);

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const TICK = 10;

/** Two sets of different boots, of which the second takes longer in some phases. The same for the same seed. */
function draw(boots: Durations, count: number, seed: number, longer: Partial<Record<Phase, number>> = {}) {
  let state = Math.imul(seed, 2654435761) >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const left = boots.kernel.map((_, index) => index);
  const runs = (factors: typeof longer): HistoryRun[] =>
    Array.from({ length: count }, () => {
      const [index = 0] = left.splice(Math.floor(random() * left.length), 1);
      const phases = PHASES.map((phase) => {
        const duration = (boots[phase][index] ?? 0) * (factors[phase] ?? 1);
        return { phase, duration: Math.round(duration / TICK) * TICK };
      });
      return historyRun({ phases, time: phases.reduce((sum, { duration }) => sum + duration, 0) });
    });
  return compareRuns(runs({}), runs(longer), { margin: 0.05 });
}

const seen = ({ scenarios }: ReturnType<typeof draw>): string[] =>
  scenarios.flatMap(({ times }) =>
    times.flatMap(({ what, verdict }) => (verdict === 'none-seen' ? [] : [`${what}: ${verdict}`])),
  );

describe('10 and 10 boots of a quiet host', () => {
  test('a kernel that takes a tenth longer is found, 20 times of 20, and nothing else', () => {
    for (const seed of SEEDS) {
      const found = seen(draw(quiet, 10, seed, { kernel: 1.1 })).filter((row) => !row.startsWith('whole'));
      expect({ seed, found }).toEqual({ seed, found: ['kernel: slower'] });
    }
  });

  test('equal ones are called equal, 20 times of 20', () => {
    for (const seed of SEEDS) {
      const { verdict, ...rest } = draw(quiet, 10, seed);
      expect({ seed, verdict, seen: seen({ verdict, ...rest }) }).toEqual({
        seed,
        verdict: 'passed',
        seen: [],
      });
    }
  });

  // What docs/compare.md says of it.
  test.each<[Phase, number, number]>([
    ['initramfs', 1.1, 19],
    ['firmware', 1.1, 10],
    ['firmware', 1.3, 20],
  ])('%s: × %s is found %s times of 20 at least', (phase, factor, times) => {
    const found = SEEDS.filter((seed) =>
      seen(draw(quiet, 10, seed, { [phase]: factor })).includes(`${phase}: slower`),
    );
    expect(found.length).toBeGreaterThanOrEqual(times);
  });
});

describe('boots of a host that does other work, too', () => {
  const all = (phase: Phase): number[] => [...quiet[phase], ...busy[phase]];
  const mixed: Durations = {
    firmware: all('firmware'),
    kernel: all('kernel'),
    initramfs: all('initramfs'),
    userspace: all('userspace'),
  };

  test.each([
    ['two in five busy', mixed, 0],
    ['all busy, with kernels of 2.6 s to 8 s', busy, 1],
  ])('%s: equal ones are called equal in all of 20 but %#', (_, boots, wrong) => {
    const wronged = SEEDS.filter((seed) => seen(draw(boots, 10, seed)).length > 0);
    expect(wronged.length).toBeLessThanOrEqual(wrong);
  });

  test('a tenth drowns in that noise, and twice as long does not', () => {
    const found = (factor: number): number =>
      SEEDS.filter((seed) => seen(draw(mixed, 10, seed, { kernel: factor })).includes('kernel: slower'))
        .length;
    expect([found(1.1) < 15, found(2)]).toEqual([true, 20]);
  });
});
