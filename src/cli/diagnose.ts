/** `tdx-boot diagnose`: where a boot stopped and why, from a log that anybody recorded, without a scenario. */

import { decoded } from '../boot/decode.ts';
import { readBytes } from '../boot/file-reader.ts';
import { isRecording } from '../boot/recorded-scenario.ts';
import { requireVmlinux } from '../guest/symbols.ts';
import { LogReader, type LogReport } from '../judge/log.ts';
import { diagnosisResult } from '../report/result.ts';
import { describeDiagnosis } from '../report/words.ts';
import type { LogOrigin } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import { diagnoseRecorded } from './recorded.ts';

/** Further known lines that are listed under the one that explains the failure. */
const LISTED = 20;

/** Exits 1 when a failure was found, 0 when nothing wrong was. */
export async function diagnose(
  log: string,
  options: { stream: LogOrigin; vmlinux?: string; json?: true },
  streams: Streams,
): Promise<number> {
  if (options.vmlinux !== undefined) requireVmlinux(options.vmlinux);
  if (isRecording(log)) return diagnoseRecorded(log, options, streams);
  const { out } = streams;
  const reader = new LogReader(options.stream);
  for (const bytes of readBytes(log)) reader.push(bytes);
  const ended = reader.end();
  const diagnosis = ended.diagnosis && (await decoded(ended.diagnosis, options.vmlinux));
  const report = diagnosis === undefined ? ended : { ...ended, diagnosis };
  if (options.json === true) out.json(toJson(report));
  else out.lines(describe(log, report));
  return report.diagnosis === undefined ? EXIT.passed : EXIT.failed;
}

function describe(log: string, { phase, diagnosis, sightings, omitted }: LogReport): string[] {
  if (diagnosis === undefined) {
    const seen = phase === undefined ? 'no line of it is known' : `reached ${phase}`;
    return [`${log}: nothing wrong was found, ${seen}`, ...listSightings(sightings, omitted)];
  }
  const { title, cause, certainty, evidence } = diagnosis;
  const others = sightings.filter(({ line }) => evidence.every((item) => item.line !== line));
  return [
    `${log}: stopped in ${diagnosis.phase}: ${title}`,
    `  cause: ${cause} (${certainty})`,
    ...describeDiagnosis(diagnosis, title).slice(1),
    ...listSightings(others, omitted),
  ];
}

function listSightings(sightings: LogReport['sightings'], omitted: number): string[] {
  const more = Math.max(0, sightings.length - LISTED) + omitted;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  return [...sightings.slice(0, LISTED).map(({ line, title }) => `  also: line ${line}: ${title}`), ...rest];
}

function toJson({ phase, diagnosis, sightings, omitted, timeline }: LogReport): object {
  const found = diagnosis === undefined ? null : diagnosisResult(diagnosis);
  return { phase: phase ?? null, diagnosis: found, sightings, omitted, timeline };
}
