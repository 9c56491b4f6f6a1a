/** The job summary: verdict, why, where the time went, and the last lines, as Markdown that a guest cannot forge. */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { Verdict } from '../judge/events.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatWhere } from '../scenario/text.ts';
import { shortHex } from '../tdx/format.ts';
import { forMarkdown, markdownBlock, markdownCode } from './safe.ts';
import { describeEvidence, describeFinding, describeOmitted, describeStep } from './words.ts';

const MARKS = { passed: '✅', failed: '❌', errored: '⚠️' } as const;
const STEP_MARKS = { met: '✅', sent: '➡️', missed: '❌', open: '·' } as const;
/** Findings and steps listed; a summary over 1 MiB is dropped whole by the runner. */
const LISTED = 100;
const COLUMNS = 300;

/** Markdown of at most a few hundred kilobytes. */
export function summarize(scenario: Pick<Scenario, 'name' | 'platform'>, verdict: Verdict): string {
  const parts = [
    `### ${MARKS[verdict.verdict]} ${forMarkdown(scenario.name)}: ${verdict.verdict}`,
    `Platform ${scenario.platform}, reached **${verdict.phase}**, ${formatDuration(verdict.time)}.`,
    ...explanation(verdict),
    ...stepTable(verdict),
    ...measurementTable(verdict),
    ...timelineTable(verdict),
    ...findingList(verdict),
  ];
  if (verdict.verdict !== 'passed' && verdict.lastLines.length > 0) {
    parts.push('Last lines of the guest:', markdownBlock(verdict.lastLines.map(clip)));
  }
  return `${parts.join('\n\n')}\n`;
}

function explanation(verdict: Verdict): string[] {
  if (verdict.verdict === 'passed') return [];
  const { cause } = verdict;
  const place = cause?.where === undefined ? '' : ` (${markdownCode(formatWhere(cause.where))})`;
  const report = cause?.report ?? [];
  return [
    `**${forMarkdown(clip(verdict.reason))}**${place}`,
    ...diagnosisList(verdict),
    ...(report.length === 0 ? [] : [markdownBlock(report.slice(0, 60).map(clip))]),
  ];
}

function diagnosisList({ diagnosis, reason }: Verdict): string[] {
  if (diagnosis === undefined) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = title === reason ? '' : `${forMarkdown(clip(title))} `;
  return [
    [
      `- Stopped in **${phase}**`,
      `- Cause (${certainty}): ${named}${markdownCode(cause)}`,
      ...evidence.map((item) => `- Evidence: ${markdownCode(clip(describeEvidence(item)))}`),
      ...(advice === '' ? [] : [`- Next: ${forMarkdown(advice)}`]),
    ].join('\n'),
  ];
}

function stepTable({ steps }: Verdict): string[] {
  if (steps.length === 0) return [];
  const rows = steps.slice(0, LISTED).map((step) => {
    const time = step.time === undefined ? '' : formatDuration(step.time);
    return `| ${step.number} | ${STEP_MARKS[step.state]} ${step.state} | ${markdownCode(clip(describeStep(step)))} | ${time} |`;
  });
  return [['| step | state | what | time |', '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function measurementTable({ measurements }: Verdict): string[] {
  if (measurements.length === 0) return [];
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => markdownCode(shortHex(value))).join(' or ');
    const seen = shown === undefined ? '' : markdownCode(shortHex(shown));
    return `| ${register} | ${verdict === 'equal' ? '✅' : '❌'} ${verdict} | ${asserted} | ${values} | ${seen} |`;
  });
  const head = ['| register | | asserted | has to be | the guest shows |', '| --- | --- | --- | --- | --- |'];
  return [[...head, ...rows].join('\n')];
}

function timelineTable({ timeline }: Verdict): string[] {
  if (timeline.length === 0) return [];
  const rows = timeline
    .slice(0, LISTED)
    .map((entry) => `| ${formatDuration(entry.time)} | ${entry.phase} | ${forMarkdown(entry.title)} |`);
  return [
    `<details><summary>Timeline</summary>\n\n${['| time | phase | |', '| --- | --- | --- |', ...rows].join('\n')}\n\n</details>`,
  ];
}

function findingList({ findings, omitted }: Verdict): string[] {
  if (findings.length === 0) return [];
  const items = findings
    .slice(0, LISTED)
    .map((finding) => `- ${forMarkdown(clip(describeFinding(finding)))}`);
  const rest = findings.length > LISTED ? [`- and ${findings.length - LISTED} more in result.json`] : [];
  const counted = omitted.slice(0, LISTED).map((entry) => `- ${forMarkdown(clip(describeOmitted(entry)))}`);
  return [[...items, ...rest, ...counted].join('\n')];
}

function clip(text: string): string {
  return text.length > COLUMNS ? `${text.slice(0, COLUMNS)}…` : text;
}
