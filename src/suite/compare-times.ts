/** Compares boot times phase by phase, of passed runs on the same kind of host. */

import { TICK_MS } from '../boot/inbox.ts';
import { given } from '../words/given.ts';
import { PHASES, type Phase } from '../words/words.ts';
import type { TimeRow } from './comparison.ts';
import type { HistoryRun } from './history-run.ts';
import { compareTimes, type QuantileChange, type TimeComparison } from './statistics.ts';

/** The runs of one scenario that are compared. */
export interface Pair {
  readonly before: readonly HistoryRun[];
  readonly after: readonly HistoryRun[];
}

interface Samples {
  readonly what: TimeRow['what'];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * A boot that failed stopped somewhere, and a slower CPU is no slower guest: neither says how long a boot takes.
 * @returns for each pair its rows, and how many comparisons were made in all
 */
export function compareDurations(
  pairs: readonly Pair[],
  margin: number,
): {
  readonly pairs: readonly { readonly rows: readonly TimeRow[]; readonly otherHost: boolean }[];
  readonly comparisons: number;
} {
  const all = pairs.map(comparable);
  const samples = all.map(({ pair }) => samplesOf(pair));
  const comparisons = samples.flat().length;
  return {
    comparisons,
    pairs: samples.map((rows, index) => ({
      rows: rows.map(({ what, before, after }) => ({
        what,
        runs: [before.length, after.length],
        ...finite(compareTimes(before, after, { margin, comparisons, least: TICK_MS })),
      })),
      otherHost: all[index]?.otherHost === true,
    })),
  };
}

function finite({ median, p, verdict, ...quartile }: TimeComparison): Omit<TimeRow, 'what' | 'runs'> {
  return { ...finiteChange(quartile), ...given({ p }), median: finiteChange(median), verdict };
}

/** JSON has no infinity: a phase that took no time before has no relative change. */
function finiteChange({ change, interval, ...rest }: QuantileChange): TimeRow['median'] {
  const share = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const [low, high] = interval ?? [];
  return {
    ...rest,
    change: share(change),
    ...(low === undefined || high === undefined ? {} : { interval: [share(low), share(high)] as const }),
  };
}

function comparable({ before, after }: Pair): { readonly pair: Pair; readonly otherHost: boolean } {
  const [old, young] = [before.filter(isPassed), after.filter(isPassed)];
  const hosts = (runs: readonly HistoryRun[]): Set<string> => new Set(runs.map(hostOf));
  const shared = new Set([...hosts(old)].filter((host) => hosts(young).has(host)));
  const onShared = (run: HistoryRun): boolean => shared.has(hostOf(run));
  return {
    pair: { before: old.filter(onShared), after: young.filter(onShared) },
    otherHost: old.length > 0 && young.length > 0 && shared.size === 0,
  };
}

function isPassed({ verdict }: HistoryRun): boolean {
  return verdict === 'passed';
}

function hostOf({ host }: HistoryRun): string {
  return host?.cpu ?? '';
}

function samplesOf({ before, after }: Pair): Samples[] {
  const rows: Samples[] = [
    { what: 'whole boot', before: before.map(({ time }) => time), after: after.map(({ time }) => time) },
    ...PHASES.map((phase) => ({
      what: phase,
      before: durationsOf(before, phase),
      after: durationsOf(after, phase),
    })),
  ];
  return rows.filter((row) => row.before.length > 0 && row.after.length > 0);
}

function durationsOf(runs: readonly HistoryRun[], phase: Phase): number[] {
  return runs.flatMap(({ phases }) => phases.find((each) => each.phase === phase)?.duration ?? []);
}
