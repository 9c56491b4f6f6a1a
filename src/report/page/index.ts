/** The index of a page with several runs: what needs a look comes first. */

import { formatDuration } from '../../judge/diagnosis/hints.ts';
import type { VerdictName } from '../../suite/suite.ts';
import { wholeOrNothing } from '../../words/quote.ts';
import { KIND_WORDS, type Kind, kindOf, WORST_FIRST } from '../kinds.ts';
import type { Result } from '../result.ts';
import type { Unrecorded } from '../results.ts';
import { bootedNames, headlineOf } from '../words.ts';
import { phaseBar } from './bar.ts';
import { type Html, html } from './html.ts';
import type { PageRun } from './page-run.ts';
import { timeOf, VERDICT_MARKS } from './sections.ts';

const MARKS: Readonly<Record<Kind, string>> = { ...VERDICT_MARKS, 'not-run': '·', flaky: '~' };

interface Row {
  readonly kind: Kind;
  readonly html: Html;
}

/**
 * @param unrecorded scenarios of a suite without a result
 * @param title the suite's name, or how many boots there are
 * @param verdict of the suite, which need not be that of its worst scenario: with --strict a flaky one fails the suite
 */
export function index(
  runs: readonly PageRun[],
  unrecorded: readonly Unrecorded[],
  title: string,
  verdict: VerdictName | null = null,
): Html {
  const longest = Math.max(...runs.map(({ result }) => result.time));
  const rows = [
    ...unrecorded.map(unrecordedRow),
    ...runs.map((run, position) => runRow(run, position + 1, longest)),
  ];
  // Rows of one kind stay in their order.
  const groups = WORST_FIRST.map((kind) => rows.filter((row) => row.kind === kind));
  const total = groups.flatMap(([first, ...others]) =>
    first === undefined ? [] : [badge(first.kind, `${others.length + 1} ${KIND_WORDS[first.kind]}`)],
  );
  return html`<main class="index"><h1>${verdict === null ? '' : html`${badge(verdict, verdict)} `}${title}</h1>${origin(runs)}<div class="total">${total}</div>
<div class="wide"><table><thead><tr><th>verdict</th><th>scenario</th><th class="more">what was booted</th><th class="more">reached</th><th class="more">phases</th><th class="num">time</th></tr></thead>
<tbody>${groups.flat().map((row) => row.html)}</tbody></table></div></main>`;
}

/** When the first run began, of which commit and in which job, and by which tdx-boot, as far as the runs agree. */
function origin(runs: readonly PageRun[]): Html {
  const origins = runs.flatMap(({ result }) => (result.origin === null ? [] : [result.origin]));
  const [start] = origins.map((one) => one.start).sort();
  if (start === undefined) return html``;
  const job = common(origins, (one) => one.job);
  const version = common(origins, ({ tdxBoot }) => tdxBoot);
  return html`<p class="muted">${timeOf(start)}${job == null ? '' : html` · ${job.repository} <code>${job.commit.slice(0, 12)}</code>`}${
    version === undefined ? '' : html` · tdx-boot ${version}`
  }</p>`;
}

/** What is the same of all, if anything. */
function common<T, V>(items: readonly T[], of: (item: T) => V): V | undefined {
  const [first, ...others] = items.map(of);
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

/** What the guest said of itself, as far as a row has room. */
function cameUp({ captures }: Result): string {
  return Object.entries(captures)
    .slice(0, 2)
    .map(([name, value]) => `${name} ${wholeOrNothing(value, 60)}`)
    .join(', ');
}

/** The positions of runs in the order of the index. */
export function inOrder(runs: readonly PageRun[]): number[] {
  const kinds = runs.map(kindOf);
  return WORST_FIRST.flatMap((wanted) =>
    kinds.flatMap((kind, position) => (kind === wanted ? [position] : [])),
  );
}

function runRow(run: PageRun, number: number, longest: number): Row {
  const { result, baseline, earlier = [] } = run;
  const { verdict, scenario, platform, phase, time } = result;
  const kind = kindOf(run);
  const why = {
    passed: cameUp(result),
    flaky: `after: ${earlier[0]?.result.reason ?? ''}`,
    failed: headlineOf(result),
    errored: headlineOf(result),
    'not-run': '',
  }[kind];
  const said = why === '' ? '' : html`<div class="muted">${why}</div>`;
  const { kernel, firmware } = bootedNames(result);
  const before =
    baseline === undefined ? '' : html`<div class="muted">${formatDuration(baseline.time)}</div>`;
  return {
    kind,
    html: html`<tr class="${verdict}" data-kind="${kind}"><td>${badge(kind, KIND_WORDS[kind])}</td>
<td><a href="#run-${number}">${scenario}</a>${said}</td>
<td class="more">${platform}<div class="muted">${[kernel, firmware].filter((file) => file !== '').join(', ')}</div></td><td class="more">${phase}</td>
<td class="more bars">${phaseBar(result, baseline, longest)}</td><td class="num">${time === 0 ? '' : formatDuration(time)}${before}</td></tr>`,
  };
}

function unrecordedRow({ name, verdict, reason }: Unrecorded): Row {
  return {
    kind: verdict,
    html: html`<tr class="${verdict}" data-kind="${verdict}"><td>${badge(verdict, KIND_WORDS[verdict])}</td>
<td>${name}<div class="muted">${reason}</div></td><td class="more" colspan="3"></td><td></td></tr>`,
  };
}

function badge(kind: Kind, text: string): Html {
  return html`<span class="badge ${kind}" data-kind="${kind}">${MARKS[kind]} ${text}</span>`;
}
