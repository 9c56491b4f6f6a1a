/** How long earlier runs of a scenario took, and this one: a table, which the page's chart is drawn from. */

import { formatDuration } from '../../judge/diagnosis/hints.ts';
import type { HistoryRun } from '../../suite/history-run.ts';
import { counted } from '../../words/units.ts';
import { PHASES } from '../../words/words.ts';
import { historyRun } from '../history-run.ts';
import type { Result } from '../result.ts';
import { TYPICAL, typicalTime } from '../trend.ts';
import { type Html, html } from './html.ts';

/** @returns nothing without earlier runs */
export function trend(result: Result, earlier: readonly HistoryRun[]): Html {
  if (earlier.length === 0) return html``;
  const typical = typicalTime(earlier);
  const runs = [...earlier, historyRun({ result })];
  const phases = PHASES.filter((phase) => runs.some((run) => durationOf(run, phase) !== undefined));
  const heads = phases.map((phase) => html`<th class="num" data-phase="${phase}">${phase}</th>`);
  const rows = runs.map(({ start, verdict, time, ...run }) => {
    const cells = phases.map((phase) => cell(durationOf(run, phase)));
    const when = start === null ? 'not known' : start.slice(0, 16).replace('T', ' ');
    return html`<tr class="${verdict}"><th scope="row">${when}</th><td>${verdict}</td>${cell(time)}${cells}</tr>`;
  });
  const passed = earlier.filter(({ verdict }) => verdict === 'passed').length;
  const those = passed > TYPICAL ? `the last ${TYPICAL} that passed` : 'those that passed';
  const told = typical === undefined ? 'none passed' : `the median of ${those} is ${formatDuration(typical)}`;
  const label = `${counted(earlier.length, 'earlier run')} on such a host: ${told}; this one took ${formatDuration(result.time)}`;
  return html`<section class="card trend" aria-label="Trend"><h2>Trend</h2>
<p class="muted">${label}</p>
<details><summary>Table of ${runs.length} runs</summary><div class="wide"><table><thead><tr><th>run (UTC)</th><th>verdict</th><th class="num" data-phase="whole">whole boot</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details></section>`;
}

function durationOf({ phases }: Pick<HistoryRun, 'phases'>, wanted: string): number | undefined {
  return phases.find(({ phase }) => phase === wanted)?.duration;
}

function cell(ms: number | undefined): Html {
  return ms === undefined
    ? html`<td></td>`
    : html`<td class="num" data-ms="${ms}">${formatDuration(ms)}</td>`;
}
