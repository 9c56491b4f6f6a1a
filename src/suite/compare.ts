/** Compares runs with earlier runs of the same scenarios: verdicts, findings, tests, measurements and times. */

import { REGISTERS, type Register } from '../tdx/names.ts';
import { foldNumbers } from '../words/fold.ts';
import { compareDurations, type Pair } from './compare-times.ts';
import {
  type Comparison,
  type FindingChange,
  REGRESSIONS,
  type RegisterChange,
  type Regression,
  type ScenarioComparison,
  type Side,
  type TimeRow,
  type VerdictChange,
} from './comparison.ts';
import { type HistoryRun, SOURCES, type SourceName, scenarioKey } from './history-run.ts';
import { runsNeeded } from './statistics.ts';

export interface CompareOptions {
  /** Changes of times below are none: 0.05 is five per cent. */
  readonly margin: number;
}

/**
 * Compares two sets of runs, scenario by scenario.
 * @param before in the order in which they were made
 * @param after the same; a run that is on both sides counts as one of these, so that of a history that begins with them
 *   nothing is compared
 */
export function compareRuns(
  before: readonly HistoryRun[],
  after: readonly HistoryRun[],
  { margin }: CompareOptions,
): Comparison {
  const young = byScenario(after);
  const old = byScenario(withoutThose(before, after));
  const begins = before.length > 0 && old.size === 0;
  const pairs = pairsOf(old, young);
  const durations = compareDurations(pairs, margin);
  const scenarios = pairs.map((pair, index): ScenarioComparison => {
    const { rows = [], otherHost = false } = durations.pairs[index] ?? {};
    return compareScenario(pair, rows, otherHost);
  });
  const paired = new Set(pairs.flatMap((pair) => [...pair.before, ...pair.after]).map(scenarioKey));
  const alone = (runs: ReadonlyMap<string, readonly HistoryRun[]>): string[] =>
    [...runs.values()].flatMap(([run]) =>
      run === undefined || paired.has(scenarioKey(run)) ? [] : [run.scenario],
    );
  return {
    version: 1,
    margin,
    runsNeeded: runsNeeded(durations.comparisons),
    verdict: begins ? null : verdictOf(scenarios),
    scenarios,
    gone: alone(old),
    fresh: alone(young),
  };
}

/** Failed beats errored: that a host spoilt a run takes nothing from a failure. Nothing compared is no pass. */
function verdictOf(scenarios: readonly ScenarioComparison[]): Comparison['verdict'] {
  if (scenarios.some(({ regressions }) => regressions.length > 0)) return 'failed';
  const known = scenarios.length > 0 && scenarios.every(({ verdict }) => verdict !== 'not-known');
  return known ? 'passed' : 'errored';
}

const identity = (run: HistoryRun): string => JSON.stringify([scenarioKey(run), run.start, run.time]);

/** Without the runs of the other side, which a history may have already. */
function withoutThose(runs: readonly HistoryRun[], others: readonly HistoryRun[]): readonly HistoryRun[] {
  const known = new Set(others.map(identity));
  return runs.filter((run) => run.start === null || !known.has(identity(run)));
}

function byScenario(runs: readonly HistoryRun[]): Map<string, readonly HistoryRun[]> {
  const found = new Map<string, readonly HistoryRun[]>();
  for (const run of runs) found.set(scenarioKey(run), [...(found.get(scenarioKey(run)) ?? []), run]);
  return found;
}

/** Runs of one scenario and platform; where both sides have one scenario only, these two, whatever their names are. */
function pairsOf(
  old: ReadonlyMap<string, readonly HistoryRun[]>,
  young: ReadonlyMap<string, readonly HistoryRun[]>,
): Pair[] {
  const [before, ...others] = old.values();
  const [after, ...more] = young.values();
  if (before !== undefined && after !== undefined && others.length + more.length === 0) {
    return [{ before, after }];
  }
  return [...young].flatMap(([key, runs]) => {
    const earlier = old.get(key);
    return earlier === undefined ? [] : [{ before: earlier, after: runs }];
  });
}

function compareScenario(pair: Pair, times: readonly TimeRow[], otherHost: boolean): ScenarioComparison {
  const { before, after } = pair;
  const last = after.at(-1);
  const earlier = before.at(-1);
  if (last === undefined || earlier === undefined) throw new Error('a scenario without runs is compared');
  const verdict = verdictChange(pair);
  const tests = testChange(pair);
  const registers = registerChanges(pair);
  const regressions: Record<Regression, boolean> = {
    verdict: verdict === 'broken',
    tests: tests.failing.length > 0,
    measurements: registers.some(({ state }) => state === 'unexplained'),
    time: times.some((row) => row.verdict === 'slower'),
  };
  return {
    scenario: last.scenario,
    formerly: earlier.scenario === last.scenario ? null : earlier.scenario,
    platform: last.platform,
    before: sideOf(before),
    after: sideOf(after),
    verdict,
    sources: SOURCES.filter((name) => earlier.sources[name] !== last.sources[name]),
    findings: findingChange(pair),
    tests,
    registers,
    times,
    otherHost,
    regressions: REGRESSIONS.filter((kind) => regressions[kind]),
  };
}

function sideOf(runs: readonly HistoryRun[]): Side {
  const count = (wanted: HistoryRun['verdict']): number =>
    runs.filter(({ verdict }) => verdict === wanted).length;
  const [passed, failed, errored] = [count('passed'), count('failed'), count('errored')];
  return { runs: runs.length, passed, failed, errored, cause: runs.at(-1)?.cause ?? null };
}

/** A run that the host spoilt says nothing of the guest. */
function judged(runs: readonly HistoryRun[]): HistoryRun[] {
  return runs.filter(({ verdict }) => verdict !== 'errored');
}

function verdictChange({ before, after }: Pair): VerdictChange {
  const last = judged(before).at(-1);
  const now = judged(after);
  if (last === undefined || now.length === 0) return 'not-known';
  const fails = now.some(({ verdict }) => verdict === 'failed');
  if (last.verdict === 'failed') return fails ? 'still-failing' : 'fixed';
  return fails ? 'broken' : 'same';
}

/** Findings of one title in two boots are one, whatever addresses and numbers it has. */
function findingChange({ before, after }: Pair): ScenarioComparison['findings'] {
  const [old, young] = [findingsOf(before), findingsOf(after)];
  const missing = (from: ReadonlyMap<string, FindingChange>, other: typeof from): FindingChange[] =>
    [...from].flatMap(([key, finding]) => (other.has(key) ? [] : [finding]));
  return { fresh: missing(young, old), gone: missing(old, young) };
}

function findingsOf(runs: readonly HistoryRun[]): Map<string, FindingChange> {
  const found = new Map<string, FindingChange>();
  for (const run of judged(runs)) {
    const own = new Map(
      run.findings.map((finding) => [`${finding.id} ${foldNumbers(finding.title)}`, finding]),
    );
    for (const [key, { id, title }] of own)
      found.set(key, { id, title, runs: (found.get(key)?.runs ?? 0) + 1 });
  }
  return found;
}

function testChange({ before, after }: Pair): ScenarioComparison['tests'] {
  const failedIn = (runs: readonly HistoryRun[]): Set<string> =>
    new Set(judged(runs).flatMap(({ tests }) => tests.failed));
  const most = (runs: readonly HistoryRun[]): number => Math.max(0, ...runs.map(({ tests }) => tests.passed));
  const [old, young] = [failedIn(before), failedIn(after)];
  return {
    failing: [...young].filter((name) => !old.has(name)),
    fixed: [...old].filter((name) => !young.has(name)),
    passedBefore: most(before),
    passedAfter: most(after),
  };
}

/** What each register measures (docs/measure.md). RTMR3 is the guest's own: whatever was booted may extend it. */
const MEASURED: Readonly<Record<Register, readonly SourceName[]>> = {
  mrtd: ['firmware', 'vmm'],
  rtmr0: ['firmware', 'firmware-vars', 'machine', 'vmm'],
  rtmr1: ['firmware', 'firmware-vars', 'kernel', 'disk', 'machine', 'vmm'],
  rtmr2: ['firmware', 'kernel', 'initrd', 'cmdline', 'disk', 'machine', 'vmm'],
  rtmr3: SOURCES,
};

/** Values that were not seen before, of registers that were. */
function registerChanges({ before, after }: Pair): RegisterChange[] {
  return REGISTERS.flatMap((register): RegisterChange[] => {
    const [old, young] = [valuesOf(before, register), valuesOf(after, register)];
    if (old.length === 0 || young.length === 0 || young.every((value) => old.includes(value))) return [];
    const changed = MEASURED[register].filter((source) => differs({ before, after }, source));
    const known = [...before, ...after].every(isKnown);
    const state = changed.length > 0 ? 'explained' : known ? 'unexplained' : 'not-known';
    return [{ register, before: old, after: young, changed, state }];
  });
}

function valuesOf(runs: readonly HistoryRun[], register: Register): string[] {
  return [...new Set(runs.flatMap(({ registers }) => registers[register] ?? []))];
}

function differs({ before, after }: Pair, source: SourceName): boolean {
  const old = new Set(before.map(({ sources }) => sources[source]));
  return after.some(({ sources }) => !old.has(sources[source]));
}

/** Whether it is known what was booted. */
function isKnown({ sources }: HistoryRun): boolean {
  return sources.vmm !== undefined && Object.values(sources).every((value) => value !== null);
}
