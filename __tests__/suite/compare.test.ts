/** What a comparison of runs says, and what makes it fail. */

import { describe, expect, test } from '@jest/globals';
import { compareRuns } from '../../src/suite/compare.ts';
import type { ScenarioComparison } from '../../src/suite/comparison.ts';
import type { HistoryRun } from '../../src/suite/history-run.ts';
import { FAILED, historyRun as run } from '../support/history-runs.ts';

type Differs = Partial<HistoryRun>;

function compared(before: readonly Differs[], after: readonly Differs[]): ScenarioComparison {
  const { scenarios } = compareRuns(before.map(run), after.map(run), { margin: 0.05 });
  const [only] = scenarios;
  if (only === undefined || scenarios.length > 1) throw new Error(`${scenarios.length} scenarios`);
  return only;
}

const errored: Differs = { verdict: 'errored' };

describe('the verdict', () => {
  test.each<[string, readonly Differs[], readonly Differs[], string, 'passed' | 'failed' | 'errored']>([
    ['passed, and passes', [{}], [{}], 'same', 'passed'],
    ['passed, and fails', [{}], [FAILED], 'broken', 'failed'],
    ['passed, and one of three fails', [{}], [{}, FAILED, {}], 'broken', 'failed'],
    ['failed long ago, passed since, and fails', [FAILED, {}, {}], [FAILED], 'broken', 'failed'],
    ['failed, and passes', [FAILED], [{}], 'fixed', 'passed'],
    ['failed, and fails', [{}, FAILED], [FAILED], 'still-failing', 'passed'],
    ['passed, and the host spoils it', [{}], [errored], 'not-known', 'errored'],
    ['the host spoilt it, and it fails', [errored], [FAILED], 'not-known', 'errored'],
    ['passed before the host spoilt one, and fails', [{}, errored], [FAILED, errored], 'broken', 'failed'],
  ])('%s', (_, before, after, change, whole) => {
    expect(compared(before, after).verdict).toBe(change);
    const { verdict } = compareRuns(before.map(run), after.map(run), { margin: 0.05 });
    expect(verdict).toBe(whole);
  });

  test('one scenario that is worse makes the whole failed, one that is not known makes it errored', () => {
    const whole = (...runs: readonly HistoryRun[]) =>
      compareRuns([run({ scenario: 'a' }), run({ scenario: 'b' })], runs, { margin: 0.05 }).verdict;
    const [a, b] = [run({ scenario: 'a', ...errored }), run({ scenario: 'b' })];
    expect(whole(a, b)).toBe('errored');
    expect(whole(a, { ...b, ...FAILED })).toBe('failed');
  });
});

describe('what is compared with what', () => {
  const names = ['a', 'b', 'c'].map((scenario) => run({ scenario }));

  test('runs of one name and platform; others are named', () => {
    const kvm = run({ scenario: 'b', platform: 'kvm' });
    const { scenarios, gone, fresh } = compareRuns(names, [...names.slice(0, 1), kvm], { margin: 0.05 });
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(['a']);
    expect([gone, fresh]).toEqual([['b', 'c'], ['b']]);
  });

  test('two scenarios of different names, where each side has one', () => {
    const { scenarios } = compareRuns(names.slice(0, 1), names.slice(1, 2), { margin: 0.05 });
    expect(scenarios.map(({ scenario, formerly }) => [scenario, formerly])).toEqual([['b', 'a']]);
  });

  test('a run that the history has already is not compared with itself', () => {
    const last = run({ start: '2026-11-26T10:00:00.000Z', ...FAILED });
    const before = run({ start: '2026-11-25T10:00:00.000Z' });
    const { scenarios } = compareRuns([before, last], [last], { margin: 0.05 });
    expect(scenarios[0]).toMatchObject({ before: { runs: 1 }, after: { runs: 1 }, verdict: 'broken' });
  });

  test('nothing: that is no pass', () => {
    expect(compareRuns(names, [], { margin: 0.05 }).verdict).toBe('errored');
  });
});

test('findings: addresses and numbers make no new one', () => {
  const finding = (title: string, id = 'linux-warning') => ({ id, title, severity: 'warning' as const });
  const { findings, regressions } = compared(
    [{ findings: [finding('WARNING at mm/slab.c:412, ptr ffff888012345678'), finding('BUG: soft lockup')] }],
    [
      { findings: [finding('WARNING at mm/slab.c:98, ptr ffff88801abcdef0')] },
      { findings: [finding('WARNING at mm/vmscan.c:7'), finding('WARNING at mm/vmscan.c:9')] },
    ],
  );
  expect(findings.fresh).toEqual([{ id: 'linux-warning', title: 'WARNING at mm/vmscan.c:9', runs: 1 }]);
  expect(findings.gone.map(({ title }) => title)).toEqual(['BUG: soft lockup']);
  // What a scenario tolerates is not for the comparison to forbid.
  expect(regressions).toEqual([]);
});

test('tests: one that did not fail before fails the comparison', () => {
  const { tests, regressions } = compared(
    [{ tests: { passed: 30, failed: ['net / ipv4'] } }],
    [{ tests: { passed: 29, failed: ['net / ipv6'] } }],
  );
  expect(tests).toEqual({
    failing: ['net / ipv6'],
    fixed: ['net / ipv4'],
    passedBefore: 30,
    passedAfter: 29,
  });
  expect(regressions).toEqual(['tests']);
});

describe('measurements', () => {
  const sources = { kernel: 'k1', firmware: 'f1', vmm: 'qemu 10.1.0', machine: '1 CPUs' };

  test.each<[string, HistoryRun['registers'], HistoryRun['sources'], string | undefined]>([
    ['equal, of another kernel', { mrtd: 'a' }, { ...sources, kernel: 'k2' }, undefined],
    ['changed with the firmware', { mrtd: 'b' }, { ...sources, firmware: 'f2' }, 'explained'],
    ['MRTD changed, and only the kernel did', { mrtd: 'b' }, { ...sources, kernel: 'k2' }, 'unexplained'],
    ['changed, and nothing else did', { mrtd: 'b' }, sources, 'unexplained'],
    ['changed, and a disk has no digest', { mrtd: 'b' }, { ...sources, disk: null }, 'not-known'],
    ['changed, and nothing is known', { mrtd: 'b' }, {}, 'explained'],
    ['not shown before', { rtmr0: 'b' }, sources, undefined],
  ])('%s', (_, registers, now, state) => {
    const { registers: changes, regressions } = compared(
      [{ registers: { mrtd: 'a' }, sources }],
      [{ registers, sources: now }],
    );
    expect(changes.map((change) => change.state)).toEqual(state === undefined ? [] : [state]);
    expect(regressions).toEqual(state === 'unexplained' ? ['measurements'] : []);
  });
});

describe('times', () => {
  /** Boots whose kernel takes `kernel` ms, with noise that is the same for the same seed. */
  function boots(count: number, kernel: number, seed: number, differs: Differs = {}): HistoryRun[] {
    let state = Math.imul(seed, 2654435761) >>> 0;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let skip = 0; skip < 20; skip++) random();
    const disturbed = Math.floor(random() * count);
    return Array.from({ length: count }, (_, index) => {
      // The host disturbs one boot of each set, and times come in steps of 10 ms.
      const noisy = (ms: number): number => {
        const noise = random() + random() + random() + random() - 2;
        return Math.round((ms * (1 + 0.03 * noise) * (index === disturbed ? 1.15 : 1)) / 10) * 10;
      };
      const phases = [
        { phase: 'vmm' as const, duration: noisy(40) },
        { phase: 'firmware' as const, duration: noisy(300) },
        { phase: 'kernel' as const, duration: noisy(kernel) },
        { phase: 'initramfs' as const, duration: noisy(250) },
        { phase: 'userspace' as const, duration: noisy(120) },
      ];
      return run({ phases, time: phases.reduce((sum, { duration }) => sum + duration, 0), ...differs });
    });
  }

  const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
  const slower = (before: readonly HistoryRun[], after: readonly HistoryRun[], margin = 0.05): string[] =>
    compareRuns(before, after, { margin }).scenarios.flatMap(({ times }) =>
      times.filter(({ verdict }) => verdict === 'slower').map(({ what }) => what),
    );

  test('10 and 10 boots: a kernel that takes a tenth longer is found, 20 times of 20, and nothing else', () => {
    for (const seed of SEEDS) {
      const found = slower(boots(10, 800, seed), boots(10, 880, seed + 100));
      expect({ seed, found: found.filter((what) => what !== 'whole boot') }).toEqual({
        seed,
        found: ['kernel'],
      });
    }
  });

  test('10 and 10 equal boots: no difference can be seen, 20 times of 20', () => {
    for (const seed of SEEDS) {
      const { scenarios, verdict } = compareRuns(boots(10, 800, seed), boots(10, 800, seed + 100), {
        margin: 0.05,
      });
      const seen = scenarios.flatMap(({ times }) => times.map((row) => row.verdict));
      expect({ seed, verdict, seen }).toEqual({ seed, verdict: 'passed', seen: Array(6).fill('none-seen') });
    }
  });

  test('fails beyond the margin only', () => {
    const [before, after] = [boots(10, 800, 1), boots(10, 880, 101)];
    expect(slower(before, after, 0.05)).toContain('kernel');
    expect(slower(before, after, 0.2)).toEqual([]);
    expect(compared(before, after).regressions).toEqual(['time']);
  });

  test('a single pair of runs shows nothing, and how many it takes is said', () => {
    const whole = compareRuns(boots(1, 800, 1), boots(1, 1600, 2), { margin: 0.05 });
    expect(whole).toMatchObject({ verdict: 'passed', runsNeeded: 6 });
    expect(new Set(whole.scenarios[0]?.times.map(({ verdict }) => verdict))).toEqual(
      new Set(['too-few-runs']),
    );
  });

  test('a phase that is shorter than the clock can tell is not slower', () => {
    const phase = (duration: number) => run({ phases: [{ phase: 'vmm', duration }] });
    const [before, after] = [Array(10).fill(phase(20)), Array(10).fill(phase(30))];
    expect(slower(before, after)).toEqual([]);
    expect(slower(before, Array(10).fill(phase(40)))).toEqual(['vmm']);
  });

  test('boots that failed have no time, and times of other CPUs are not compared', () => {
    const before = boots(10, 800, 1);
    const failed = boots(10, 8000, 2, FAILED);
    expect(compared(before, [...failed, ...boots(1, 800, 3)]).times[0]).toMatchObject({ runs: [10, 1] });
    const epyc = boots(10, 1600, 4, { host: { cpu: 'EPYC', kernel: '6.16' } });
    expect(compared(before, epyc)).toMatchObject({ times: [], otherHost: true, regressions: [] });
    expect(compared([...before, ...epyc], epyc).times[0]).toMatchObject({ runs: [10, 10] });
  });
});
