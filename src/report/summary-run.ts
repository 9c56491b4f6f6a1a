/** What a job summary says of one run: of a failure all that leads to its cause, of a pass what came up. */

import { join, relative } from 'node:path';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import { shortHex } from '../tdx/format.ts';
import type { Result } from './result.ts';
import type { RecordedResult } from './results.ts';
import { block, code, folded, heading, LISTED, list, table } from './summary-html.ts';
import { describeReport, describeTests, pickReports, saysSomething } from './tests.ts';
import {
  describeEvidence,
  describeOmitted,
  describeRepeated,
  describeReproduction,
  describeStep,
  foldFindings,
  headlineOf,
  otherFindings,
  PLATFORM_WORDS,
  STEP_WORDS,
} from './words.ts';

const STEP_MARKS = { met: '✅', sent: '⏩', missed: '❌', open: '·' } as const;
/** How many lines of the report after a failure are shown. */
const REPORT_LINES = 60;
/** How many blocks the longest bar has. */
const BAR = 40;

/** Where recordings and their report were uploaded to. */
export interface SummaryArtifact {
  readonly url: string;
  readonly name: string;
  /** A command that gets it to another machine, into a directory of its name. */
  readonly fetch: string;
  /** The directory that was uploaded. */
  readonly root: string;
}

/** @param others runs that failed for the same reason */
export function failureOf(
  { result, directory }: RecordedResult,
  others: readonly RecordedResult[],
  artifact?: SummaryArtifact,
): string[] {
  const { verdict, scenario, platform, phase, time, cause, lastLines } = result;
  const place = cause === null || cause.where === null ? '' : ` (${code(cause.where)})`;
  const same = others.slice(0, LISTED).map((other) => code(other.result.scenario));
  return [
    heading(verdict, scenario),
    `<p>${PLATFORM_WORDS[platform]}, reached <b>${phase}</b>${took(time)}.</p>`,
    ...(same.length === 0 ? [] : [`<p>For the same reason: ${same.join(', ')}.</p>`]),
    `<p><b>${code(headlineOf(result))}</b>${place}</p>`,
    ...diagnosisList(result),
    ...traceOf(result),
    ...phaseBar(result),
    list(reproduction(result, directory, artifact)),
    ...stepTable(result),
    ...testTrees(result, { brief: true }),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...timelineOf(result),
    ...(isShown(lastLines.at(-1), result) ? [] : [folded('Last lines of the guest', block(lastLines))]),
  ];
}

/** What came up. */
export function passOf({ result }: RecordedResult): string[] {
  const { platform, td, phase, time, captures } = result;
  const isUnseen = td === 'none' && (platform === 'tdx' || platform === 'tdx-emulated');
  const trust = isUnseen ? ', though no line shows a Trust Domain' : '';
  const captured = Object.entries(captures)
    .slice(0, LISTED)
    .map(([name, value]) => `${code(name)}: ${code(value)}`);
  return [
    `<p>${PLATFORM_WORDS[platform]}${trust}, reached <b>${phase}</b>${took(time)}.</p>`,
    ...(captured.length === 0 ? [] : [list(captured)]),
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...stepTable(result).map((text) => folded('Steps', text)),
    ...phaseBar(result),
    ...timelineOf(result),
  ];
}

/** A run that was refused took no time. */
function took(time: number): string {
  return time === 0 ? '' : `, ${formatDuration(time)}`;
}

/** The commands that show a failure again: here, or wherever the artifact is fetched to. */
function reproduction(result: Result, directory: string, artifact: SummaryArtifact | undefined): string[] {
  if (artifact === undefined) return commands(describeReproduction(directory, result));
  const fetched = join(artifact.name, relative(artifact.root, directory));
  const fetch = { what: 'get the recording', command: artifact.fetch };
  return commands([fetch, ...describeReproduction(fetched, result)]);
}

function commands(all: ReturnType<typeof describeReproduction>): string[] {
  return all.map(({ what, command }) => `${what}: ${code(command)}`);
}

function diagnosisList(result: Result): string[] {
  const { diagnosis } = result;
  if (diagnosis === null) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = headlineOf(result).includes(title) ? '' : `${code(title)} `;
  return [
    list([
      `Stopped in <b>${phase}</b>`,
      `Cause (${certainty}): ${named}${code(cause)}`,
      ...evidence.map((item) => `Evidence: ${code(describeEvidence(item))}`),
      ...(advice === '' ? [] : [`Next: ${code(advice)}`]),
    ]),
  ];
}

/** The call trace, with source lines where the scenario names a vmlinux; else the lines that followed the failure. */
function traceOf({ diagnosis, cause }: Result): string[] {
  const trace = diagnosis?.trace ?? [];
  if (trace.length > 0) return [folded('Call trace', block(trace.slice(0, REPORT_LINES)))];
  const report = cause?.report ?? [];
  return report.length === 0 ? [] : [folded('Report of the guest', block(report.slice(0, REPORT_LINES)))];
}

/** Whether there is no last line, or the report of the guest ends with it. */
function isShown(line: string | undefined, { diagnosis, cause }: Result): boolean {
  if (line === undefined) return true;
  return (diagnosis?.trace ?? []).length === 0 && cause?.report.at(-1) === line;
}

/** @param options brief: of tests that say no more than that they passed, their number alone */
function testTrees({ tests }: Result, { brief = false }: { readonly brief?: boolean } = {}): string[] {
  const { picked, rest } = pickReports(tests);
  return [
    ...picked.flatMap((report) => {
      const lines = brief && !saysSomething(report) ? [] : describeTests(report);
      const head = `<p>${code(describeReport(report))}</p>`;
      return lines.length === 0 ? [head] : [head, block(lines)];
    }),
    ...(rest === undefined ? [] : [`<p>${rest}</p>`]),
  ];
}

function stepTable({ steps }: Result): string[] {
  const rows = steps.slice(0, LISTED).map((step) => {
    const time = step.time === null ? '' : formatDuration(step.time);
    return [
      String(step.number),
      `${STEP_MARKS[step.state]} ${STEP_WORDS[step.state]}`,
      code(describeStep(step)),
      time,
    ];
  });
  return table(['step', 'state', 'what', 'time'], rows);
}

/** The firmware of a Trust Domain, for whoever wants to assert it. */
function firmwareLine({ booted }: Result): string[] {
  if (booted?.mrtd == null) return [];
  const sha256 = booted.files.find(({ role }) => role === 'firmware')?.sha256 ?? '';
  return [`<p>Firmware: SHA-256 ${code(sha256)}, MRTD ${code(booted.mrtd)}</p>`];
}

/** What the guest had no time to show, because the host failed, is no fault of the guest. */
function measurementTable({ measurements, verdict: whole }: Result): string[] {
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => code(shortHex(value))).join(' or ');
    const seen = shown === null ? '' : code(shortHex(shown));
    const mark = verdict === 'equal' ? '✅' : verdict === 'different' || whole === 'failed' ? '❌' : '·';
    return [register, `${mark} ${verdict}`, asserted, values, seen];
  });
  return table(['register', '', 'asserted', 'has to be', 'the guest shows'], rows);
}

/** The phases as a bar of text, to scale. */
function phaseBar({ phases, time }: Result): string[] {
  if (phases.length === 0) return [];
  const width = Math.max(...phases.map(({ phase }) => phase.length));
  const lines = phases.map(({ phase, duration }) => {
    const blocks = '█'.repeat(Math.max(1, Math.round((BAR * duration) / Math.max(1, time))));
    return `${phase.padEnd(width)}  ${formatDuration(duration).padStart(8)}  ${blocks}`;
  });
  return [block(lines)];
}

function timelineOf({ timeline }: Result): string[] {
  const rows = timeline
    .slice(0, LISTED)
    .map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  return table(['time', 'phase', ''], rows).map((text) => folded('Timeline', text));
}

function findingList(result: Result): string[] {
  const { omitted } = result;
  const findings = foldFindings(otherFindings(result));
  if (findings.length + omitted.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeRepeated(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}
