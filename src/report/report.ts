/** Makes report.html of recordings. */

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConsole } from './page/console-lines.ts';
import { makePage, type PageRun } from './page/page.ts';
import { CAST_FILE } from './recording.ts';
import type { Result } from './result.ts';
import type { RecordedResult } from './results.ts';
import { writeWhole } from './whole-file.ts';

const MIB = 1024 * 1024;
/** A larger asciicast is not put into the page, in bytes. */
const CAST_BYTES = 32 * MIB;

/**
 * Writes the page of one or several recordings.
 * @throws UsageError code `bad-recording`; the error of the file system
 */
export async function writeReport(
  file: string,
  runs: readonly RecordedResult[],
  baseline?: Result,
): Promise<void> {
  await writeWhole(file, makePage(runs.map((run) => pageRun(run, baseline))));
}

/** @param baseline another result to compare durations with */
export function pageRun({ directory, result, earlier }: RecordedResult, baseline?: Result): PageRun {
  const file = resolve(directory, CAST_FILE);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const cast = size === 0 || size > CAST_BYTES ? undefined : readFileSync(file);
  return { directory, result, earlier, baseline, cast, console: readConsole(directory, result) };
}
