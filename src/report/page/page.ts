/** report.html: one or several runs in one file that loads nothing and runs only its own script. */

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { kindOf } from '../kinds.ts';
import type { Result } from '../result.ts';
import type { Runs } from '../results.ts';
import { forPage } from '../safe.ts';
import type { PageAssets } from './assets.ts';
import { Html, html } from './html.ts';
import { index, inOrder } from './index.ts';
import { lineLink } from './line-link.ts';
import type { PageRun } from './page-run.ts';
import * as sections from './sections.ts';
import { tests } from './test-tree.ts';
import { trend } from './trend.ts';

/** How hard the data is compressed: 1 is fast, and a console shrinks to a sixth with it. */
const LEVEL = 1;

/**
 * @param whole unrecorded: scenarios of a suite without a result, which are rows of the index; suite: its name is the page's title
 * @returns the HTML of the page
 */
export function makePage(
  runs: readonly PageRun[],
  assets: PageAssets,
  { unrecorded = [], suite }: Partial<Pick<Runs, 'unrecorded' | 'suite'>> = {},
): string {
  const { script, player, style } = assets;
  const charts = runs.some(({ history = [] }) => history.length > 0) ? [assets.chart] : [];
  const [only] = runs;
  // The verdict of a suite is in its index: under --strict, one flaky run fails the suite.
  const several = runs.length !== 1 || unrecorded.length > 0 || suite !== undefined;
  const order = inOrder(runs);
  const attempts = attemptsOf(runs);
  const count = runs.length + attempts.length;
  const title = several
    ? (suite?.name ?? `${runs.length + unrecorded.length} boots`)
    : (only?.result.scenario ?? 'tdx-boot');
  // WebAssembly is what asciinema-player's terminal is made of.
  const policy = [
    "default-src 'none'",
    `script-src ${[script, player, ...charts].map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
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
${several ? index(runs, unrecorded, title, suite?.verdict) : ''}
${runs.map((run, number) => {
  const nav = several ? linksOf(runs, order, number) : '';
  const before = attempts.filter(({ of }) => of === number);
  return article(run, { number, prefix: several ? `${number + 1}/` : '', nav, count, before });
})}
${attempts.map(({ attempt, of, number, ordinal }) => {
  const nav = html`<nav><a href="#run-${of + 1}">← the last attempt</a></nav>`;
  return article(attempt, { number, prefix: `${number + 1}/`, nav, count, ordinal });
})}
${scriptBlock('player', player)}
${charts.map((chart) => scriptBlock('chart', chart))}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** An attempt before the last of a run: it has a place behind the runs. */
interface Attempt {
  readonly attempt: PageRun;
  /** The position of its run. */
  readonly of: number;
  /** Its own position in the page. */
  readonly number: number;
  /** From 1. */
  readonly ordinal: number;
}

function attemptsOf(runs: readonly PageRun[]): Attempt[] {
  return runs
    .flatMap(({ earlier = [] }, of) => earlier.map((attempt, index) => ({ attempt, of, ordinal: index + 1 })))
    .map((one, index) => ({ ...one, number: runs.length + index }));
}

/**
 * Back to the index, and on to the run that follows there.
 * @param order the positions of the runs in the index
 */
function linksOf(runs: readonly PageRun[], order: readonly number[], number: number): Html {
  const next = order[order.indexOf(number) + 1];
  const name = next === undefined ? undefined : runs[next]?.result.scenario;
  const on = next === undefined ? '' : html`<a href="#run-${next + 1}">next: ${name ?? ''} →</a>`;
  return html`<nav><a href="#">← all boots</a>${on}</nav>`;
}

interface Place {
  readonly number: number;
  /** What the addresses of its lines begin with. */
  readonly prefix: string;
  /** Links to other runs; empty where there is no other. */
  readonly nav: Html | '';
  /** How many runs and attempts the page has. */
  readonly count: number;
  readonly before?: readonly Attempt[];
  /** Which attempt before the last it is. */
  readonly ordinal?: number;
}

function article(run: PageRun, { number, prefix, nav, count, before = [], ordinal }: Place): Html {
  const { result, directory, console, baseline } = run;
  const link = lineLink(prefix);
  // A run that was refused and a guest that printed nothing leave nothing to search or to play.
  const isSilent = console.text.length === 0;
  return html`<article class="run${isSilent ? ' silent' : ''}" id="run-${number + 1}" data-prefix="${prefix}" data-marks="${marksOf(result)}">
<main class="pane details">
${nav}
${sections.heading(result, kindOf(run) === 'flaky', ordinal)}
${sections.outcome(result, link)}
${sections.earlierAttempts(before.map((one) => ({ result: one.attempt.result, number: one.number + 1 })))}
${sections.phases(result, baseline)}
${trend(result, run.history ?? [])}
${sections.steps(result, link)}
${tests(result, link, count)}
${sections.measurements(result)}
${sections.findings(result, link)}
${sections.facts(result)}
${sections.booted(result)}
${sections.reproduce(result, directory)}
</main>
${isSilent ? '' : consolePane(run)}
</article>`;
}

function consolePane({ result, console, cast }: PageRun): Html {
  return html`<div class="pane console" data-streams="${console.streams.join(' ')}" data-counts="${JSON.stringify(console.counts)}" data-omitted="${console.omitted}">
<noscript>${withoutScript(result)}</noscript>
</div>
${dataBlock('lines', console.text)}
${cast === undefined ? '' : dataBlock('cast', cast)}`;
}

/** A run that passed has no last lines. */
function withoutScript({ lastLines }: Result): Html {
  if (lastLines.length === 0) return html`<p>The console needs JavaScript.</p>`;
  return html`<p>The console needs JavaScript. Its last lines:</p><pre>${lastLines.map((line) => html`${line}`)}</pre>`;
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
  // Spelled before they become JSON, where an escape of ours for a character would be none.
  return JSON.stringify(marks.map((mark) => mark.map(forPage)));
}

const scriptBlocks = new Map<string, Html>();

/** A script that runs when it is needed. Each is compressed once: a run does so while its guest runs. */
export function scriptBlock(name: 'player' | 'chart', text: string): Html {
  const block = scriptBlocks.get(text) ?? dataBlock(name, Buffer.from(text));
  scriptBlocks.set(text, block);
  return block;
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
