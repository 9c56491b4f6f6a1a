/** Makes report.html of recordings. */

import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HistoryRun } from '../suite/history-run.ts';
import { messageOf } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { pageAssets } from './page/assets.ts';
import { readConsole } from './page/console-lines.ts';
import { makePage, scriptBlock } from './page/page.ts';
import type { PageRun } from './page/page-run.ts';
import { CAST_FILE, REPORT_FILE } from './recording.ts';
import type { Result } from './result.ts';
import type { RecordedResult, Runs } from './results.ts';
import { earlierRuns } from './trend.ts';
import { writeWhole } from './whole-file.ts';

/** Bytes of the consoles that one page has: many runs share them. A run has at most {@link ROOM_OF_RUN}. */
const ROOM = 64 * MIB;
const ROOM_OF_RUN = 16 * MIB;
/** A run whose asciicast is larger than this many times its room for the console has no playback. */
const CAST_FACTOR = 2;

/**
 * Writes the page of one or several recordings.
 * @param history earlier runs, whose times are shown beside
 * @throws UsageError code `bad-recording`; the error of the file system
 */
export async function writeReport(
  file: string,
  { runs, ...whole }: Runs,
  baseline?: Result,
  history: readonly HistoryRun[] = [],
): Promise<void> {
  const count = runs.reduce((sum, { earlier = [] }) => sum + 1 + earlier.length, 0);
  const shown = runs.map((run) => ({
    ...pageRun(run, baseline, count),
    history: earlierRuns(history, run.result),
  }));
  await writeWhole(file, makePage(shown, pageAssets(), whole));
}

/** Makes ready what every page has, so that less is left to do when a run has ended. */
export function prepareReport(): void {
  try {
    scriptBlock('player', pageAssets().player);
  } catch {
    // A user who asks for a page gets the reason when the page cannot be written.
  }
}

/**
 * Writes the page of runs that have just ended. The page is for people: a run does not fail when its page cannot be
 * written.
 * @returns why the page was not written
 */
export async function writeOwnReport(
  directory: string,
  runs: Runs,
  history: readonly HistoryRun[] | undefined,
): Promise<string | undefined> {
  try {
    await writeReport(join(directory, REPORT_FILE), runs, undefined, history);
    return undefined;
  } catch (error) {
    return `no ${REPORT_FILE}: ${messageOf(error)}`;
  }
}

/**
 * @param baseline another result to compare durations with
 * @param count runs and attempts of the page, which share its room
 */
export function pageRun(
  { directory, result, earlier = [] }: RecordedResult,
  baseline?: Result,
  count = 1,
): PageRun {
  const room = Math.min(ROOM_OF_RUN, Math.floor(ROOM / count));
  const file = resolve(directory, CAST_FILE);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const cast = size === 0 || size > CAST_FACTOR * room ? undefined : readFileSync(file);
  const attempts = earlier.map((attempt) => pageRun(attempt, undefined, count));
  const console = readConsole(directory, result, room);
  return { directory, result, earlier: attempts, baseline, cast, console };
}
