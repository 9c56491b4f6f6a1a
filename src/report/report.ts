/** Makes report.html of recordings. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { messageOf } from '../words/errors.ts';
import { readConsole } from './page/console-lines.ts';
import { makePage, type PageRun } from './page/page.ts';
import { CAST_FILE, REPORT_FILE } from './recording.ts';
import type { Result } from './result.ts';
import { type RecordedResult, readRuns } from './results.ts';
import { forShell } from './safe.ts';
import { writeWhole } from './whole-file.ts';

const MIB = 1024 * 1024;
/** Output above which a run does not write the page by itself, in bytes. */
const OWN_BYTES = 64 * MIB;
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

/**
 * Writes the page of a run or a suite that has just ended. The page is for people: nothing fails because there is none.
 * @returns why there is none
 */
export async function writeOwnReport(directory: string): Promise<string | undefined> {
  try {
    const why = tooLong(directory);
    if (why === undefined) await writeReport(join(directory, REPORT_FILE), await readRuns([directory]));
    return why;
  } catch (error) {
    return `no ${REPORT_FILE}: ${messageOf(error)}`;
  }
}

/**
 * Why a run does not write the page of its recording by itself: reading so long a console again takes seconds and memory
 * that a job may not have. Undefined where it does.
 */
export function tooLong(directory: string): string | undefined {
  const sizes = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.raw'))
    .map((name) => statSync(resolve(directory, name)).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes <= OWN_BYTES) return undefined;
  return `no report.html by itself for ${Math.round(bytes / MIB)} MiB of output: tdx-boot report ${forShell(directory)}`;
}

/** @param baseline another result to compare durations with */
export function pageRun({ directory, result, earlier }: RecordedResult, baseline?: Result): PageRun {
  const file = resolve(directory, CAST_FILE);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const cast = size === 0 || size > CAST_BYTES ? undefined : readFileSync(file);
  return { directory, result, earlier, baseline, cast, console: readConsole(directory, result) };
}
