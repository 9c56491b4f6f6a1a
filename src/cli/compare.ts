/** `tdx-boot compare`: what became worse, better or slower since earlier runs. */

import { realpathSync } from 'node:fs';
import {
  comparisonMarkdown,
  describeAlone,
  describeChanges,
  describeTimes,
  describeWhole,
  scenarioTitle,
  timeRows,
} from '../report/comparison.ts';
import type { UnreadLine } from '../report/history.ts';
import type { Printer } from '../report/printer.ts';
import { isHistorySide, readSide } from '../report/side.ts';
import { compareRuns } from '../suite/compare.ts';
import type { Comparison } from '../suite/comparison.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { UsageError } from '../words/errors.ts';
import type { CompareOptions } from './compare-options.ts';
import { EXIT, type Streams } from './context.ts';
import { table } from './table.ts';
import { requireNoUses } from './unread.ts';

const INDENT = '  ';
const STYLES = { passed: 'green', failed: 'red', errored: 'red' } as const;

/**
 * `tdx-boot compare`. Exits 1 when something is worse, 125 when the host spoilt every run of a scenario, else 0, also where
 * there is no earlier run to compare with.
 */
export async function compare(
  before: string,
  after: string,
  options: CompareOptions,
  streams: Streams,
): Promise<number> {
  const sides = await sidesOf(before, after, options, streams);
  if (typeof sides === 'number') return sides;
  const { lost = [] } = sides;
  const found = compareRuns(sides.before, sides.after, options);
  // What has no result now, or cannot be read, may be worse.
  const spoilt = found.verdict !== 'failed' && lost.length > 0;
  const comparison: Comparison = spoilt ? { ...found, verdict: 'errored' } : found;
  if (found.scenarios.length === 0 && found.verdict !== null) {
    throw new UsageError('nothing-in-common', `${before} and ${after} have no scenario in common`, {
      hint: 'Runs are of one scenario when its name and its platform are equal.',
    });
  }
  if (found.verdict === null && !isFirstNight(before, after)) {
    throw new UsageError('same-runs', `all runs of ${before} are in ${after}, too: nothing can be compared`, {
      hint: 'Name as OLD what an earlier run left (its --results or --history), or name two scenarios and --runs 10 to boot both.',
    });
  }
  show(comparison, options, streams.out);
  return EXIT[comparison.verdict ?? 'passed'];
}

/** A history that begins with the runs of this night is no mistake. */
function isFirstNight(before: string, after: string): boolean {
  return isHistorySide(before) && realpathSync(before) !== realpathSync(after);
}

interface Sides {
  readonly before: readonly HistoryRun[];
  readonly after: readonly HistoryRun[];
  /** Scenarios that have no result now, and lines of the history that are no run. */
  readonly lost?: readonly string[];
}

/** @returns the runs, or the exit code where there are none because a signal ended the boots */
async function sidesOf(
  before: string,
  after: string,
  options: CompareOptions,
  streams: Streams,
): Promise<Sides | number> {
  const { runs, uses, last } = options;
  if (runs !== undefined) {
    const { bootSides } = await import('./compare-boots.ts');
    return bootSides([before, after], { ...options, runs }, streams);
  }
  requireNoUses(uses, '--runs', 'Name two scenarios and --runs N, or leave these options out.');
  const [old, young] = [await readSide(before, last), await readSide(after, last)];
  const lost = young.lost.map((line) => `${after}: no result of ${line}`);
  // An older line is no run that is compared.
  const unknown = young.unread.filter(({ behind }) => behind < last);
  streams.error.lines([
    ...[...old.unread, ...young.unread].map(({ text }) => text),
    ...adviceOn(unknown),
    ...lost,
  ]);
  return { before: old.runs, after: young.runs, lost: [...unknown.map(({ text }) => text), ...lost] };
}

/** How to go on with a history that has such lines. */
function adviceOn(lines: readonly UnreadLine[]): string[] {
  if (lines.length === 0) return [];
  const fewest = Math.min(...lines.map(({ behind }) => behind));
  const fewer = fewest === 0 ? '' : `, or compare only runs that came later: --last ${fewest}`;
  return [`  Such a line of NEW may be a run that is worse: boot again, remove the line${fewer}.`];
}

function show(comparison: Comparison, { format }: CompareOptions, out: Printer): void {
  if (format === 'json') out.json(comparison);
  else if (format === 'markdown') out.document(comparisonMarkdown(comparison));
  else showLines(comparison, out);
}

function showLines(comparison: Comparison, out: Printer): void {
  for (const each of comparison.scenarios) {
    out.line(scenarioTitle(each), { style: each.regressions.length > 0 ? 'red' : 'bold' });
    out.lines(describeChanges(each).map((line) => `${INDENT}${line}`));
    const room = (out.columns ?? Number.POSITIVE_INFINITY) - INDENT.length;
    const times = timeRows(each, (rows) => table(rows).every(({ length }) => length <= room));
    const lines = times.length === 0 ? [] : table(times);
    out.lines([...lines, ...describeTimes(each, comparison)].map((line) => `${INDENT}${line}`));
  }
  out.lines(describeAlone(comparison));
  out.line(describeWhole(comparison), { style: STYLES[comparison.verdict ?? 'passed'] });
}
