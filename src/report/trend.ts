/** Earlier runs of a scenario, as a summary and the page show them beside a run. */

import { median } from 'simple-statistics';
import type { HistoryRun } from '../suite/history-run.ts';
import type { Result } from './result.ts';

/** How many earlier runs are shown, and of how many the median is taken: the newest. */
const SHOWN = 60;
export const TYPICAL = 20;

/**
 * The runs of a history that were before a run, of the same scenario on the same kind of host: times of another CPU tell
 * nothing.
 */
export function earlierRuns(
  history: readonly HistoryRun[],
  { scenario, platform, origin }: Result,
): HistoryRun[] {
  const start = origin?.start ?? '';
  const same = history.filter(
    (run) =>
      run.scenario === scenario &&
      run.platform === platform &&
      run.host?.cpu === origin?.host.cpu &&
      (run.start ?? '') < start,
  );
  return same.slice(-SHOWN);
}

/** The median time of the newest runs that passed, in milliseconds. */
export function typicalTime(runs: readonly HistoryRun[]): number | undefined {
  const times = runs.filter(({ verdict }) => verdict === 'passed').map(({ time }) => time);
  return times.length === 0 ? undefined : median(times.slice(-TYPICAL));
}
