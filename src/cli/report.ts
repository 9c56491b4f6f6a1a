/** `tdx-boot report`: a page, or what other programs read, of recordings. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecording } from '../boot/recorded-scenario.ts';
import { REPORT_FILE } from '../report/recording.ts';
import { writeReport } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { type Runs, readAll, readResult, requireResult } from '../report/results.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { isLastingCall, messageOf, UsageError } from '../words/errors.ts';
import { asSystemError } from '../words/system-error.ts';
import { EXIT, type Streams } from './context.ts';
import type { Format, ReportOptions } from './report-options.ts';

export async function report(
  paths: readonly string[],
  options: ReportOptions,
  { out, error }: Streams,
): Promise<number> {
  const all = await readAll(paths);
  const { format, output } = options;
  const { history } = options;
  const earlier =
    history === undefined ? undefined : (await import('../report/history.ts')).readHistory(history);
  error.lines((earlier?.unread ?? []).map(({ text }) => text));
  if (format === 'html') {
    const file = output ?? join(paths[0] ?? '.', REPORT_FILE);
    const baseline = await baselineOf(options);
    await writeReport(file, all, baseline, earlier?.runs).catch((error: unknown) => notWritten(file, error));
    out.line(file);
    return EXIT.passed;
  }
  const text = await textOf(format, all, earlier?.runs);
  if (output === undefined) out.document(text);
  else writeText(output, text);
  return EXIT.passed;
}

async function textOf(
  format: Exclude<Format, 'html'>,
  { runs, unrecorded, suite }: Runs,
  earlier: readonly HistoryRun[] = [],
): Promise<string> {
  if (format === 'junit') return (await import('../report/junit.ts')).toJUnit(runs, unrecorded, suite?.name);
  if (format === 'ktap') return (await import('../report/ktap.ts')).toKtap(runs, unrecorded);
  const { summarize, withTimes } = await import('../report/summary.ts');
  return summarize(withTimes(runs, earlier), { unrecorded, suite });
}

async function baselineOf({ baseline }: ReportOptions): Promise<Result | undefined> {
  if (baseline === undefined) return undefined;
  return isRecording(baseline) ? (await readResult(baseline)).result : requireResult(baseline);
}

/** @throws UsageError code `not-written` */
function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    notWritten(file, cause);
  }
}

/** The error names the file that was wanted, and no part of it that was to be renamed. */
function notWritten(file: string, cause: unknown): never {
  if (!isLastingCall(cause)) throw cause;
  const why = messageOf(cause, asSystemError(cause)?.path);
  throw new UsageError('not-written', `cannot write the report ${file}: ${why}`, {
    hint: 'Name another file with --output FILE.',
    cause,
  });
}
