/**
 * The job summary: verdict, why, where the time went, and the last lines.
 *
 * The summary is a sequence of HTML blocks, not Markdown: within them Markdown has no effect, so text of a guest needs
 * no other escaping than that of HTML, which the runner knows when it masks secrets. Blocks are separated by blank lines
 * and have none within. Text that is not ours stands in `code` or `pre`, where GitHub makes no links, mentions or emoji.
 */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { ImageIdentity, Verdict } from '../judge/events.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatWhere } from '../scenario/text.ts';
import { shortHex } from '../tdx/format.ts';
import { wholeOrNothing } from '../words/quote.ts';
import type { Platform } from '../words/words.ts';
import { forHtml } from './safe.ts';
import { describeReport, describeTests } from './tests.ts';
import { describeEvidence, describeFinding, describeOmitted, describeStep } from './words.ts';

const MARKS = { passed: '✅', failed: '❌', errored: '⚠️' } as const;
/** How the summary names what was booted. */
const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  tdx: 'Trust Domain (platform tdx)',
  'tdx-emulated': '<b>Emulated</b> Trust Domain (platform tdx-emulated: no TDX hardware)',
  kvm: 'VM under KVM (platform kvm)',
  emulated: 'Emulated VM (platform emulated)',
};
const STEP_MARKS = { met: '✅', sent: '➡️', missed: '❌', open: '·' } as const;
/** How many findings and steps are listed. */
const LISTED = 100;
/** Longest text that is shown, in UTF-16 units; the pieces of an event log or a panic are far shorter. */
const COLUMNS = 1000;
/** How many lines of the report after a failure are shown. */
const REPORT_LINES = 60;
/** Longest summary, in bytes. The runner drops a summary over 1 MiB (actions/runner, FileCommandManager.cs). */
const LIMIT = 900 * 1024;

/**
 * @param image the firmware of a Trust Domain
 * @returns HTML of less than 1 MiB; the last line says when blocks were left out
 */
export function summarize(
  scenario: Pick<Scenario, 'name' | 'platform'>,
  verdict: Verdict,
  image?: Pick<ImageIdentity, 'sha256' | 'mrtd'>,
): string {
  const blocks = [
    heading(verdict.verdict, scenario.name),
    `<p>${PLATFORM_WORDS[scenario.platform]}, reached <b>${verdict.phase}</b>, ${formatDuration(verdict.time)}.</p>`,
    ...explanation(verdict),
    ...imageLine(image),
    ...stepTable(verdict),
    ...testTrees(verdict),
    ...measurementTable(verdict),
    ...timelineTable(verdict),
    ...findingList(verdict),
  ];
  if (verdict.verdict !== 'passed' && verdict.lastLines.length > 0) {
    blocks.push('<p>Last lines of the guest:</p>', block(verdict.lastLines));
  }
  return joined(blocks);
}

/** The summary of a run that was refused before there was a boot to judge. */
export function summarizeRefusal(name: string, problems: readonly string[]): string {
  return joined([heading('errored', name), list(problems.slice(0, LISTED).map(code))]);
}

function heading(verdict: keyof typeof MARKS, name: string): string {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${verdict}</h3>`;
}

function joined(blocks: readonly string[]): string {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ['<p>The rest is in result.json.</p>'] : [];
  return `${[...shown, ...rest].join('\n\n')}\n`;
}

function explanation(verdict: Verdict): string[] {
  if (verdict.verdict === 'passed') return [];
  const { cause } = verdict;
  const place = cause?.where === undefined ? '' : ` (${code(formatWhere(cause.where))})`;
  const report = cause?.report ?? [];
  return [
    `<p><b>${code(verdict.reason)}</b>${place}</p>`,
    ...diagnosisList(verdict),
    ...(report.length === 0 ? [] : [block(report.slice(0, REPORT_LINES))]),
  ];
}

function diagnosisList({ diagnosis, reason }: Verdict): string[] {
  if (diagnosis === undefined) return [];
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

function stepTable({ steps }: Verdict): string[] {
  const rows = steps.slice(0, LISTED).map((step) => {
    const time = step.time === undefined ? '' : formatDuration(step.time);
    return [String(step.number), `${STEP_MARKS[step.state]} ${step.state}`, code(describeStep(step)), time];
  });
  return table(['step', 'state', 'what', 'time'], rows);
}

function imageLine(image: Pick<ImageIdentity, 'sha256' | 'mrtd'> | undefined): string[] {
  if (image === undefined) return [];
  const mrtd = image.mrtd === undefined ? '' : `, MRTD ${code(image.mrtd)}`;
  return [`<p>Firmware: SHA-256 ${code(image.sha256)}${mrtd}</p>`];
}

function measurementTable({ measurements }: Verdict): string[] {
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => code(shortHex(value))).join(' or ');
    const seen = shown === undefined ? '' : code(shortHex(shown));
    return [register, `${verdict === 'equal' ? '✅' : '❌'} ${verdict}`, asserted, values, seen];
  });
  return table(['register', '', 'asserted', 'has to be', 'the guest shows'], rows);
}

function testTrees({ tests }: Verdict): string[] {
  return tests.slice(0, LISTED).flatMap((report) => {
    const lines = describeTests(report);
    const head = `<p>${code(describeReport(report))}</p>`;
    return lines.length === 0 ? [head] : [head, block(lines)];
  });
}

function timelineTable({ timeline }: Verdict): string[] {
  const rows = timeline
    .slice(0, LISTED)
    .map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  return table(['time', 'phase', ''], rows).map(
    (text) => `<details><summary>Timeline</summary>\n${text}\n</details>`,
  );
}

function findingList({ findings, omitted }: Verdict): string[] {
  if (findings.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeFinding(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}

// ---- HTML: cells and items are HTML already --------------------------------------------------------------------

/** A table, or nothing when it has no rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  if (rows.length === 0) return [];
  return [['<table>', row(head, 'th'), ...rows.map((cells) => row(cells, 'td')), '</table>'].join('\n')];
}

function list(items: readonly string[]): string {
  return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'].join('\n');
}

function code(text: string): string {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}

function block(lines: readonly string[]): string {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join('\n')}</pre>`;
}
