/** Reads one side of a comparison: a history, a result, a recording, or a directory that has some. */

import { basename, dirname } from 'node:path';
import { isRecording } from '../boot/recorded-scenario.ts';
import { lookAt } from '../process/directory.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { UsageError } from '../words/errors.ts';
import { isHistory, type ReadHistory, readHistory } from './history.ts';
import { historyRun } from './history-run.ts';
import { parseResult, readRuns } from './results.ts';
import { SUITE_FILE } from './suite-result.ts';

/**
 * The runs that a path names, in the order in which they began.
 * @param last how many of each scenario are taken, the newest
 * @throws UsageError of what reads them; code `old-result`
 */
export async function readSide(path: string, last: number): Promise<ReadHistory> {
  const { runs, problems } = await readAll(path);
  const ordered = runs.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
  return { runs: newest(ordered, last), problems };
}

async function readAll(path: string): Promise<ReadHistory> {
  if (!isRecording(path) && isHistory(path)) return readHistory(path);
  const stat = lookAt(path);
  if (stat === undefined) throw new UsageError('no-results', `${path}: no such file or directory`);
  if (stat.isDirectory()) return { runs: (await readRuns([path])).map(historyRun), problems: [] };
  if (basename(path) === SUITE_FILE) return readAll(dirname(path));
  const result = parseResult(path);
  if (result !== undefined) return { runs: [historyRun({ result })], problems: [] };
  throw new UsageError('old-result', `${path} was written by an older tdx-boot`, {
    hint: 'Name the directory of its recording instead.',
  });
}

function newest(runs: readonly HistoryRun[], last: number): HistoryRun[] {
  const left = new Map<string, number>();
  const key = ({ scenario, platform }: HistoryRun): string => JSON.stringify([scenario, platform]);
  return runs
    .toReversed()
    .filter((run) => {
      const taken = left.get(key(run)) ?? 0;
      left.set(key(run), taken + 1);
      return taken < last;
    })
    .reverse();
}
