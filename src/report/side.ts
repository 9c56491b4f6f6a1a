/** Reads one side of a comparison: a history, a result, a recording, or a directory that has some. */

import { basename, dirname } from 'node:path';
import { isRecording } from '../boot/recorded-scenario.ts';
import { lookAt } from '../process/directory.ts';
import { type HistoryRun, scenarioKey } from '../suite/history-run.ts';
import { UsageError } from '../words/errors.ts';
import { isHistory, type ReadHistory, readHistory } from './history.ts';
import { historyRun } from './history-run.ts';
import { RESULT_FILE } from './recording.ts';
import { readAll, requireResult } from './results.ts';
import { SUITE_FILE } from './suite-result.ts';

/** One side of a comparison. */
export interface Side extends ReadHistory {
  /** Scenarios of suites without a result, a line each: nothing is known of them. */
  readonly lost: readonly string[];
}

/**
 * The runs that a path names, in the order in which they began.
 * @param last how many of each scenario are taken, the newest
 * @throws UsageError of what reads them; code `old-result`
 */
export async function readSide(path: string, last: number): Promise<Side> {
  const { runs, ...others } = await readPath(path);
  const ordered = runs.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
  return { runs: newest(ordered, last), ...others };
}

/** Whether a path names a history, which may have the runs of the other side, too. */
export function isHistorySide(path: string): boolean {
  return !isRecording(path) && isHistory(path);
}

async function readPath(path: string): Promise<Side> {
  if (isHistorySide(path)) return { ...readHistory(path), lost: [] };
  const stat = lookAt(path);
  if (stat === undefined) {
    throw new UsageError('no-results', `${path}: no such file or directory`, {
      hint: 'Name a history, a result.json, or a directory that "tdx-boot run" has made.',
    });
  }
  if (stat.isDirectory()) {
    const { runs, unrecorded } = await readAll([path]);
    const lost = unrecorded.map(({ name, verdict, reason }) => `${name}: ${reason || verdict}`);
    return { runs: runs.map(historyRun), unread: [], lost };
  }
  // The recording beside a result bears the result out.
  const isOfRecording = basename(path) === RESULT_FILE && isRecording(dirname(path));
  if (basename(path) === SUITE_FILE || isOfRecording) return readPath(dirname(path));
  return { runs: [historyRun({ result: requireResult(path) })], unread: [], lost: [] };
}

function newest(runs: readonly HistoryRun[], last: number): HistoryRun[] {
  const left = new Map<string, number>();
  return runs
    .toReversed()
    .filter((run) => {
      const taken = left.get(scenarioKey(run)) ?? 0;
      left.set(scenarioKey(run), taken + 1);
      return taken < last;
    })
    .reverse();
}
