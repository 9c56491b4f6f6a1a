/**
 * The job summary: a row for each run, then each failure once, with its evidence and what to do, then what came up.
 *
 * The summary is a sequence of HTML blocks, not Markdown: within them Markdown has no effect, so text of a guest needs
 * no other escaping than that of HTML, which the runner knows when it masks secrets. Blocks are separated by blank lines
 * and have none within. Text that is not ours stands in `code` or `pre`, where GitHub makes no links, mentions or emoji.
 */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import { shortHex } from '../tdx/format.ts';
import { wholeOrNothing } from '../words/quote.ts';
import type { Result } from './result.ts';
import type { RecordedResult } from './results.ts';
import { forHtml } from './safe.ts';
import { describeReport, describeTests } from './tests.ts';
import {
  describeEvidence,
  describeFinding,
  describeOmitted,
  describeReproduction,
  describeStep,
  PLATFORM_WORDS,
  STEP_WORDS,
} from './words.ts';

const MARKS = { passed: '✅', failed: '❌', errored: '⚠️' } as const;
const STEP_MARKS = { met: '✅', sent: '➡️', missed: '❌', open: '·' } as const;
/** How many findings, steps and runs are listed. */
const LISTED = 100;
/** Longest text that is shown, in UTF-16 units; the pieces of an event log or a panic are far shorter. */
const COLUMNS = 1000;
/** How many lines of the report after a failure are shown. */
const REPORT_LINES = 60;
/** Longest summary, in bytes. The runner drops a summary over 1 MiB (actions/runner, FileCommandManager.cs). */
const LIMIT = 900 * 1024;
/** How many blocks the longest bar has. */
const BAR = 40;

/** What a summary says of a run beside its result. */
export interface SummaryRun extends RecordedResult {
  /** How long earlier runs of the scenario took that passed: their median, in milliseconds. */
  readonly before?: number;
  /** Where the report and the recording can be had. */
  readonly link?: string;
}

/** @returns HTML of less than 1 MiB; the last line says when blocks were left out */
export function summarize(runs: readonly SummaryRun[]): string {
  return joined([
    ...overview(runs),
    ...grouped(runs.filter(({ result }) => result.verdict !== 'passed')).flatMap(failure),
    ...runs.filter(({ result }) => result.verdict === 'passed').flatMap(pass),
  ]);
}

/** The summary of a run that was refused before there was a boot to judge. */
export function summarizeRefusal(name: string, problems: readonly string[]): string {
  return joined([heading('errored', name), list(problems.slice(0, LISTED).map(code))]);
}

function overview(runs: readonly SummaryRun[]): string[] {
  const rows = runs.slice(0, LISTED).map(({ result, before, link, earlier = [] }) => {
    const { verdict, scenario, platform, booted, time } = result;
    const flaky = verdict === 'passed' && earlier.length > 0 ? ' (flaky)' : '';
    const name = (role: string): string | undefined =>
      booted?.files
        .find((file) => file.role === role)
        ?.path.split('/')
        .at(-1);
    const kernel = name('kernel') ?? '';
    const firmware = booted?.firmware?.recipe ?? name('firmware') ?? '';
    const change = before === undefined ? '' : ` (${percent(time, before)})`;
    const where =
      link?.startsWith('https://') === true ? `<a href="${forHtml(link)}">recording and report</a>` : '';
    return [
      `${MARKS[verdict]} ${verdict}${flaky}`,
      code(scenario),
      platform,
      kernel === '' ? '' : code(kernel),
      firmware === '' ? '' : code(firmware),
      `${formatDuration(time)}${change}`,
      where,
    ];
  });
  const rest = runs.length > LISTED ? [`<p>and ${runs.length - LISTED} more</p>`] : [];
  return [...table(['verdict', 'scenario', 'platform', 'kernel', 'firmware', 'time', ''], rows), ...rest];
}

/** Runs that failed for the same reason are told once. */
function grouped(runs: readonly SummaryRun[]): SummaryRun[][] {
  const groups = new Map<string, SummaryRun[]>();
  for (const run of runs) {
    const { verdict, reason, diagnosis } = run.result;
    const key = JSON.stringify([verdict, reason, diagnosis?.cause]);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

function failure(runs: readonly SummaryRun[]): string[] {
  const [run, ...others] = runs;
  if (run === undefined) return [];
  const { result, directory } = run;
  const { verdict, scenario, platform, phase, time, cause, reason, lastLines } = result;
  const place = cause === null || cause.where === null ? '' : ` (${code(cause.where)})`;
  const report = cause?.report ?? [];
  const same = others.slice(0, LISTED).map((other) => code(other.result.scenario));
  return [
    heading(verdict, scenario),
    `<p>${PLATFORM_WORDS[platform]}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...(same.length === 0 ? [] : [`<p>The same of ${same.join(', ')}.</p>`]),
    `<p><b>${code(reason)}</b>${place}</p>`,
    ...diagnosisList(result),
    ...(report.length === 0 ? [] : [folded('Report of the guest', block(report.slice(0, REPORT_LINES)))]),
    ...traceOf(result),
    ...stepTable(result),
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...phaseBar(result),
    ...(lastLines.length === 0 ? [] : [folded('Last lines of the guest', block(lastLines))]),
    list(describeReproduction(directory).map(({ what, command }) => `${what}: ${code(command)}`)),
  ];
}

/** What came up. */
function pass({ result }: SummaryRun): string[] {
  const { scenario, platform, td, phase, time, captures } = result;
  const trust = { real: ', a Trust Domain', emulated: ', an emulated Trust Domain', none: '' }[td];
  const captured = Object.entries(captures)
    .slice(0, LISTED)
    .map(([name, value]) => `${code(name)}: ${code(value)}`);
  return [
    heading('passed', scenario),
    `<p>${PLATFORM_WORDS[platform]}${trust}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...(captured.length === 0 ? [] : [list(captured)]),
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...stepTable(result).map((text) => folded('Steps', text)),
    ...phaseBar(result),
  ];
}

/** @param what what follows the name: the verdict, or more words */
export function heading(verdict: keyof typeof MARKS, name: string, what: string = verdict): string {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${forHtml(what)}</h3>`;
}

/** @returns the blocks as far as they fit into a summary */
export function joined(blocks: readonly string[]): string {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ['<p>The rest is in result.json.</p>'] : [];
  return `${[...shown, ...rest].join('\n\n')}\n`;
}

function diagnosisList({ diagnosis, reason }: Result): string[] {
  if (diagnosis === null) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = title === reason ? '' : `${code(title)} `;
  return [
    list([
      `Stopped in <b>${phase}</b>`,
      `Cause (${certainty}): ${named}${code(cause)}`,
      ...evidence.map((item) => `Evidence: ${code(describeEvidence(item))}`),
      ...(advice === '' ? [] : [`Next: ${code(advice)}`]),
    ]),
  ];
}

/** With source lines where the scenario names a vmlinux. */
function traceOf({ diagnosis }: Result): string[] {
  const trace = diagnosis?.trace ?? [];
  return trace.length === 0 ? [] : [folded('Call trace', block(trace.slice(0, REPORT_LINES)))];
}

function testTrees({ tests }: Result): string[] {
  return tests.slice(0, LISTED).flatMap((report) => {
    const lines = describeTests(report);
    const head = `<p>${code(describeReport(report))}</p>`;
    return lines.length === 0 ? [head] : [head, block(lines)];
  });
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

function measurementTable({ measurements }: Result): string[] {
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => code(shortHex(value))).join(' or ');
    const seen = shown === null ? '' : code(shortHex(shown));
    return [register, `${verdict === 'equal' ? '✅' : '❌'} ${verdict}`, asserted, values, seen];
  });
  return table(['register', '', 'asserted', 'has to be', 'the guest shows'], rows);
}

/** The phases as a bar of text, to scale. */
function phaseBar({ phases, time, timeline }: Result): string[] {
  if (phases.length === 0) return [];
  const width = Math.max(...phases.map(({ phase }) => phase.length));
  const lines = phases.map(({ phase, duration }) => {
    const blocks = '█'.repeat(Math.max(1, Math.round((BAR * duration) / Math.max(1, time))));
    return `${phase.padEnd(width)}  ${formatDuration(duration).padStart(8)}  ${blocks}`;
  });
  const rows = timeline
    .slice(0, LISTED)
    .map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  const milestones = table(['time', 'phase', ''], rows).map((text) => folded('Timeline', text));
  return [block(lines), ...milestones];
}

function findingList({ findings, omitted }: Result): string[] {
  if (findings.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeFinding(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}

function percent(now: number, before: number): string {
  const change = before === 0 ? 0 : Math.round((100 * (now - before)) / before);
  return `${change < 0 ? '−' : '+'}${Math.abs(change)} %`;
}

// ---- HTML: cells and items are HTML already --------------------------------------------------------------------

/** A table, or nothing when it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  if (rows.length === 0) return [];
  return [['<table>', row(head, 'th'), ...rows.map((cells) => row(cells, 'td')), '</table>'].join('\n')];
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n${content}\n</details>`;
}

export function list(items: readonly string[]): string {
  return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'].join('\n');
}

export function code(text: string): string {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}

function block(lines: readonly string[]): string {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join('\n')}</pre>`;
}
