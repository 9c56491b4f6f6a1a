/** report.html: one or several runs in one file that loads nothing and runs only its own script. */

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { formatDuration } from '../../judge/diagnosis/hints.ts';
import type { HistoryRun } from '../../suite/history-run.ts';
import type { Result } from '../result.ts';
import type { Unrecorded } from '../results.ts';
import type { PageAssets } from './assets.ts';
import { phaseBar } from './bar.ts';
import type { ConsoleLines } from './console-lines.ts';
import { Html, html } from './html.ts';
import { lineLink } from './line-link.ts';
import * as sections from './sections.ts';
import { tests } from './test-tree.ts';
import { trend } from './trend.ts';

/** One run of the page. */
export interface PageRun {
  readonly result: Result;
  /** The recording's directory, as commands name it. */
  readonly directory: string;
  readonly console: ConsoleLines;
  /** boot.cast; undefined where it is too large, or missing. */
  readonly cast: Buffer | undefined;
  readonly baseline?: Result | undefined;
  /** Runs before it that a history has. */
  readonly history?: readonly HistoryRun[] | undefined;
  /** Results of the attempts before it. */
  readonly earlier?: readonly Result[] | undefined;
}

/** How hard the data is compressed: 1 is fast, and a console shrinks to a sixth with it. */
const LEVEL = 1;

/**
 * @param unrecorded scenarios of a suite without a result: rows of the index
 * @returns the HTML of the page
 */
export function makePage(
  runs: readonly PageRun[],
  assets: PageAssets,
  unrecorded: readonly Unrecorded[] = [],
): string {
  const { script, player, style } = assets;
  const several = runs.length > 1 || unrecorded.length > 0;
  const title = several
    ? `${runs.length + unrecorded.length} boots`
    : (runs[0]?.result.scenario ?? 'tdx-boot');
  // WebAssembly is what asciinema-player's terminal is made of.
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} ${hashOf(player)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · tdx-boot</title>
<style>${new Html(style)}</style>
</head>
<body>
${several ? index(runs, unrecorded) : ''}
${runs.map((run, number) => article(run, number, several))}
${dataBlock('player', Buffer.from(player))}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

function article(run: PageRun, number: number, several: boolean): Html {
  const { result, directory, console, baseline } = run;
  const prefix = several ? `${number + 1}/` : '';
  const link = lineLink(prefix);
  const back = several ? html`<nav><a href="#">← all boots</a></nav>` : '';
  return html`<article class="run" data-prefix="${prefix}" data-marks="${marksOf(result)}">
<div class="pane details">
${back}
${sections.heading(result, `run-${number + 1}`)}
${sections.outcome(result, link)}
${sections.phases(result, baseline)}
${trend(result, run.history ?? [])}
${sections.steps(result, link)}
${tests(result, link)}
${sections.measurements(result)}
${sections.findings(result, link)}
${sections.facts(result)}
${sections.booted(result)}
${sections.reproduce(result, directory)}
</div>
<div class="pane console" data-streams="${console.streams.join(' ')}" data-counts="${JSON.stringify(console.counts)}" data-omitted="${console.omitted}">
<noscript><p>The console needs JavaScript. Its last lines:</p><pre>${result.lastLines.map((line) => html`${line}`)}</pre></noscript>
</div>
${dataBlock('lines', console.text)}
${run.cast === undefined ? '' : dataBlock('cast', run.cast)}
</article>`;
}

/** The lines that the console marks: `serial:322 failed` for a finding, `serial:7 step` for a step. */
function marksOf({ findings, steps, cause }: Result): string {
  const marks = [
    ...steps.flatMap(({ stream, line, number }) =>
      line === null ? [] : [[`${stream}:${line}`, 'step', `step ${number}`]],
    ),
    ...findings.flatMap(({ stream, line, title, outcome, allowed, severity }) =>
      line === null
        ? []
        : [[`${stream}:${line}`, outcome ?? (allowed === null ? severity : 'allowed'), title]],
    ),
    ...(cause === null || cause.line === null
      ? []
      : [[`${cause.stream}:${cause.line}`, 'cause', cause.title]]),
  ];
  return JSON.stringify(marks);
}

function index(runs: readonly PageRun[], unrecorded: readonly Unrecorded[]): Html {
  const longest = Math.max(...runs.map(({ result }) => result.time));
  const numbered = runs.map((run, number) => ({ ...run, number }));
  // What needs a look comes first; runs of one verdict stay in their order.
  const sorted = VERDICTS.flatMap((verdict) => numbered.filter(({ result }) => result.verdict === verdict));
  const rows = sorted.map(({ result, baseline, earlier = [], number }) => {
    const { verdict, scenario, platform, phase, time, reason } = result;
    const why = verdict === 'passed' ? '' : html`<div class="muted">${reason}</div>`;
    const before =
      baseline === undefined ? '' : html`<div class="muted">${formatDuration(baseline.time)}</div>`;
    const flaky =
      verdict === 'passed' && earlier.length > 0 ? html` <span class="tag warning">flaky</span>` : '';
    return html`<tr class="${verdict}"><td>${badge(verdict, verdict)}${flaky}</td>
<td><a href="#run-${number + 1}">${scenario}</a>${why}</td>
<td class="more">${platform}<div class="muted">${bootedFiles(result)}</div></td><td class="more">${phase}</td>
<td class="more bars">${phaseBar(result, baseline, longest)}</td><td class="num">${formatDuration(time)}${before}</td></tr>`;
  });
  const lost = unrecorded.map(
    ({ name, verdict, reason }) => html`<tr class="${verdict}"><td>${badge(verdict, KIND_WORDS[verdict])}</td>
<td>${name}<div class="muted">${reason}</div></td><td class="more" colspan="3"></td><td></td></tr>`,
  );
  const all = [...runs.map(({ result }) => result.verdict), ...unrecorded.map(({ verdict }) => verdict)];
  const total = KINDS.flatMap((kind) => {
    const count = all.filter((verdict) => verdict === kind).length;
    return count === 0 ? [] : [badge(kind, `${count} ${KIND_WORDS[kind]}`)];
  });
  return html`<main class="index"><h1>${all.length} boots</h1><p class="total">${total}</p>
<div class="wide"><table><thead><tr><th>verdict</th><th>scenario</th><th class="more">what was booted</th><th class="more">reached</th><th class="more">phases</th><th class="num">time</th></tr></thead>
<tbody>${[...lost, ...rows]}</tbody></table></div></main>`;
}

/** The failures come first wherever verdicts are counted. */
const VERDICTS = ['failed', 'errored', 'passed'] as const;

const KINDS = ['failed', 'errored', 'not-run', 'passed'] as const;
const KIND_WORDS = { failed: 'failed', errored: 'errored', passed: 'passed', 'not-run': 'not run' } as const;

function badge(kind: (typeof KINDS)[number], text: string): Html {
  const mark = kind === 'not-run' ? '·' : sections.VERDICT_MARKS[kind];
  return html`<span class="badge ${kind}">${mark} ${text}</span>`;
}

/** `vmlinuz-6.12, tdvf`: the names of the kernel and the firmware. */
function bootedFiles({ booted }: Result): string {
  const name = (role: string): string | undefined =>
    booted?.files
      .find((one) => one.role === role)
      ?.path.split('/')
      .at(-1);
  const names = [name('kernel'), booted?.firmware?.recipe ?? name('firmware')];
  return names.filter((known) => known !== undefined).join(', ');
}

/** Data for the page's script: no browser takes this type for a script, and no text of base64 ends the element. */
function dataBlock(name: string, bytes: Buffer): Html {
  return new Html(
    `<script type="application/gzip" data-name="${name}">${gzipSync(bytes, { level: LEVEL }).toString('base64')}</script>`,
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
