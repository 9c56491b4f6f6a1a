/** `tdx-boot diagnose`: where a boot stopped and why, from a log that anybody recorded, without a scenario. */

import { decoded } from '../boot/decode.ts';
import { readBytes } from '../boot/file-reader.ts';
import { isRecording, loadRecorded } from '../boot/recorded-scenario.ts';
import { requireVmlinux } from '../guest/symbols.ts';
import type { Diagnosis } from '../judge/events.ts';
import { TOO_LITTLE } from '../judge/log/unknown.ts';
import { LogReader, type LogReport } from '../judge/log.ts';
import { judgeAgain } from '../report/judged.ts';
import { diagnosisResult } from '../report/result.ts';
import { requireOne } from '../report/results.ts';
import { describeEvidence, describeTrace, type ToldDiagnosis } from '../report/words.ts';
import { given } from '../words/given.ts';
import type { LogOrigin } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';

/** Further known lines that are listed under the one that explains the failure. */
const LISTED = 20;
/** Before the stable name of the cause, whose title stands in the headline. */
const CAUSE_WORDS = { known: 'cause', likely: 'likely cause', unknown: 'symptom' } as const;
const LOOKED_FOR = 'known failures, complaints of any program, resets, and how far the boot came';

interface DiagnoseOptions {
  /** Replaces the vmlinux of a recording's scenario. */
  readonly vmlinux?: string;
  readonly json?: true;
}

/** Exits 0 when nothing wrong was found; 1 for a failure, an unknown complaint, or a log that shows no boot. */
export async function diagnose(
  log: string,
  options: DiagnoseOptions & { stream: LogOrigin },
  streams: Streams,
): Promise<number> {
  if (options.vmlinux !== undefined) requireVmlinux(options.vmlinux);
  requireOne(log);
  if (isRecording(log)) return diagnoseRecorded(log, options, streams);
  const { out } = streams;
  const reader = new LogReader(options.stream);
  for (const bytes of readBytes(log)) reader.push(bytes);
  const ended = reader.end();
  const diagnosis = ended.diagnosis && (await decoded(ended.diagnosis, options.vmlinux));
  const report = diagnosis === undefined ? ended : { ...ended, diagnosis };
  if (options.json === true) out.json(toJson(report));
  else out.lines(describe(log, report));
  return report.answer === 'nothing-wrong' ? EXIT.passed : EXIT.failed;
}

/** A recording is judged again by the scenario that it holds. */
async function diagnoseRecorded(
  directory: string,
  { vmlinux, json }: DiagnoseOptions,
  { out }: Streams,
): Promise<number> {
  const { scenario } = loadRecorded(directory).loaded;
  const guest = scenario.guest && { ...scenario.guest, ...given({ vmlinux }) };
  const { diagnosis, phase, timeline } = await judgeAgain(directory, { ...scenario, ...given({ guest }) });
  if (json === true) {
    out.json({ phase, diagnosis, sightings: [], omitted: 0, timeline });
  } else if (diagnosis === null) {
    out.line(`${directory}: nothing wrong was found, reached ${phase}`);
  } else {
    out.line(`${directory}: stopped in ${diagnosis.phase}: ${diagnosis.title}`);
    out.lines(explained(diagnosis));
  }
  return diagnosis === null ? EXIT.passed : EXIT.failed;
}

/** The name of the cause, its evidence, and what to do next; the title stands in the headline. */
function explained(diagnosis: ToldDiagnosis): string[] {
  const { cause, certainty, evidence, advice } = diagnosis;
  return [
    ...(cause === 'unknown' || TOO_LITTLE.includes(cause) ? [] : [`  ${CAUSE_WORDS[certainty]}: ${cause}`]),
    ...evidence.map((item) => `  ${describeEvidence(item)}`),
    ...describeTrace(diagnosis),
    ...(advice === '' ? [] : [`  next: ${advice}`]),
  ];
}

function describe(log: string, report: LogReport): string[] {
  const { phase, diagnosis, sightings, omitted, nearest, sound } = report;
  if (diagnosis === undefined) {
    const reached = phase === undefined ? '' : `, reached ${phase}`;
    const shown = sound === undefined ? reached : `: ${sound}; no line of the text is of a boot`;
    return [
      `${log}: nothing wrong was found${shown}`,
      `  looked for: ${LOOKED_FOR}`,
      ...listSightings(sightings, omitted),
    ];
  }
  const others = sightings.filter(({ line }) => diagnosis.evidence.every((item) => item.line !== line));
  return [
    `${log}: ${headline(report, diagnosis)}`,
    ...explained(diagnosis),
    ...nearest.map(({ id, title }) => `  nearest known: ${title} [${id}]`),
    ...listSightings(others, omitted),
  ];
}

function headline({ answer, phase, stopped }: LogReport, diagnosis: Diagnosis): string {
  const { title } = diagnosis;
  if (answer === 'unknown') {
    if (TOO_LITTLE.includes(diagnosis.cause))
      return `nothing wrong was found, and nothing shows that the guest came up: ${title}`;
    const where = phase === undefined && diagnosis.phase === 'host' ? '' : ` in ${diagnosis.phase}`;
    return `something is wrong${where} that is not known: ${title}`;
  }
  return stopped ? `stopped in ${diagnosis.phase}: ${title}` : `reached ${phase}, and on the way: ${title}`;
}

function listSightings(sightings: LogReport['sightings'], omitted: number): string[] {
  const more = Math.max(0, sightings.length - LISTED) + omitted;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  return [...sightings.slice(0, LISTED).map(({ line, title }) => `  also: line ${line}: ${title}`), ...rest];
}

function toJson(report: LogReport): object {
  const { answer, phase, diagnosis, stopped, sound, nearest, sightings, omitted, timeline } = report;
  return {
    answer,
    phase: phase ?? null,
    diagnosis: diagnosis === undefined ? null : diagnosisResult(diagnosis),
    stopped,
    sound: sound ?? null,
    nearest,
    sightings,
    omitted,
    timeline,
  };
}
