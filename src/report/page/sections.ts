/** What the page says of one run, beside its console: each section is HTML that reads without a script. */

import { formatDuration } from '../../judge/diagnosis/hints.ts';
import { quote } from '../../words/quote.ts';
import { counted, GIB, grouped, MIB } from '../../words/units.ts';
import type { Result } from '../result.ts';
import { forShell } from '../safe.ts';
import {
  cmdlineOf,
  describeReproduction,
  describeStep,
  foldFindings,
  headlineOf,
  otherFindings,
  PLATFORM_WORDS,
  percentOf,
  STEP_WORDS,
} from '../words.ts';
import { phaseBar } from './bar.ts';
import { type Html, html } from './html.ts';
import type { LineLink } from './line-link.ts';

type Evidence = NonNullable<Result['diagnosis']>['evidence'][number];

/** How much of one list is shown; result.json has the rest. */
const LISTED = 200;

/** Signs without emoji, which look different everywhere. */
export const VERDICT_MARKS = { passed: '✓', failed: '✗', errored: '!' } as const;
const STEP_MARKS = { met: '✓', sent: '→', missed: '✗', open: '·' } as const;

/**
 * @param flaky it passed after an attempt that did not
 * @param attempt which attempt before the last it is
 */
export function heading(result: Result, flaky: boolean, attempt?: number): Html {
  const { verdict, scenario, platform, phase, time, booted, origin } = result;
  const vmm = booted === null ? '' : `${booted.vmm.name} ${booted.vmm.version ?? ''}`.trim();
  return html`<header class="run-head ${verdict}">
<h1><span class="badge ${verdict}">${VERDICT_MARKS[verdict]} ${verdict}</span>${flaky ? html` <span class="badge flaky">~ flaky</span>` : ''} ${scenario}${attempt === undefined ? '' : `, attempt ${attempt}`}</h1>
<p class="facts">${PLATFORM_WORDS[platform]} · reached <b>${phase}</b>${time === 0 ? '' : html` · <b>${formatDuration(time)}</b>`}${
    vmm === '' ? '' : html` · ${vmm}`
  }${origin === null ? '' : html` · ${timeOf(origin.start)}`}</p>
</header>`;
}

/** @param start ISO 8601, in UTC */
export function timeOf(start: string): Html {
  return html`<time datetime="${start}">${start.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** Why the run did not pass; of a run that passed, what came up. */
export function outcome(result: Result, link: LineLink): Html {
  if (result.verdict === 'passed') return cameUp(result);
  const { cause, diagnosis } = result;
  const evidence = (diagnosis?.evidence ?? []).map((item) => html`<li>${quoted(item, link)}</li>`);
  const where = cause?.where ?? null;
  const headline = headlineOf(result);
  const isTold = diagnosis === null || headline.includes(diagnosis.title);
  const named = isTold ? html`` : html`<p class="title">${diagnosis.title}</p>`;
  const { trace = [] } = diagnosis ?? {};
  return html`<section class="card cause ${result.verdict}" aria-label="Why">
<h2>Why</h2>
<p class="reason">${cause === null ? '' : link(cause.stream, cause.line)} ${headline}</p>
${where === null ? '' : html`<p>asked for at <code>${where}</code></p>`}
${named}
${
  diagnosis === null
    ? ''
    : html`<p>Stopped in <b>${diagnosis.phase}</b>, cause <code>${diagnosis.cause}</code> <span class="tag">${diagnosis.certainty}</span></p>
${evidence.length === 0 ? '' : html`<ul class="evidence">${evidence}</ul>`}
${diagnosis.advice === '' ? '' : html`<p class="advice"><b>Next</b> ${diagnosis.advice}</p>`}`
}
${folded('Call trace', trace, 1, true)}
${folded('Report', cause?.report ?? [], 2, trace.length === 0)}
</section>`;
}

/** What a program printed looks like its console; what tdx-boot itself saw is a sentence. */
function quoted({ stream, line, text }: Evidence, link: LineLink): Html {
  if (stream === null) return html`<span class="said">${text}</span>`;
  const from = line === null ? html`<span class="muted">${stream}</span>` : link(stream, line);
  return html`${from} <code>${text}</code>`;
}

/** Lines that a reader may fold away, and scroll by the keyboard; a list of fewer than `least` says nothing new. */
function folded(name: string, lines: readonly string[], least: number, open: boolean): Html {
  if (lines.length < least) return html``;
  return html`<details${open ? html` open` : ''}><summary>${name}, ${lines.length} lines</summary><pre tabindex="0">${lines.map((line) => html`${line}`)}</pre></details>`;
}

function cameUp({ captures, td }: Result): Html {
  const rows = Object.entries(captures).map(
    ([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`,
  );
  const trust = {
    real: 'a Trust Domain of TDX hardware',
    emulated: 'an emulated Trust Domain: no evidence about hardware',
    none: '',
  };
  if (rows.length === 0 && td === 'none') return html``;
  return html`<section class="card" aria-label="What came up"><h2>What came up</h2>
${td === 'none' ? '' : html`<p>The guest is ${trust[td]}.</p>`}
${rows.length === 0 ? '' : html`<dl>${rows}</dl>`}</section>`;
}

/**
 * What attempts before this one ended with.
 * @param earlier number: of the attempt's own place in the page
 */
export function earlierAttempts(
  earlier: readonly { readonly result: Result; readonly number: number }[],
): Html {
  if (earlier.length === 0) return html``;
  const rows = earlier.map(
    ({ result, number }, index) =>
      html`<tr><th scope="row"><a href="#run-${number}">attempt ${index + 1}</a></th><td><span class="tag ${result.verdict}">${result.verdict}</span></td><td>${headlineOf(result)}</td></tr>`,
  );
  return html`<section class="card" aria-label="Attempts before"><h2>Attempts before</h2><table><tbody>${rows}</tbody></table></section>`;
}

/** How many facts the page lists of one group. */
const GROUP_FACTS = 100;

/** What the probe says of its guest: a group is open where a Trust Domain shows itself, or the guest's kernel. */
export function facts({ facts: all, td }: Result): Html {
  const groups = new Map<string, [name: string, value: string][]>();
  for (const [name, value] of Object.entries(all)) {
    const [group = ''] = name.split('.', 1);
    groups.set(group, [...(groups.get(group) ?? []), [name, value]]);
  }
  if (groups.size === 0) return html``;
  const lists = [...groups].map(([group, pairs]) => {
    const open = group === 'kernel' || (group === 'cc' && td !== 'none');
    const rows = pairs
      .slice(0, GROUP_FACTS)
      .map(([name, value]) => html`<dt>${name.slice(group.length + 1)}</dt><dd><code>${value}</code></dd>`);
    return html`<details${open ? html` open` : ''}><summary>${GROUP_WORDS[group] ?? group}, ${pairs.length}</summary><dl>${rows}</dl></details>`;
  });
  return html`<section class="card facts" aria-label="Facts of the guest"><h2>Facts of the guest</h2>${lists}</section>`;
}

const GROUP_WORDS: Readonly<Record<string, string>> = {
  cpu: 'CPUs',
  module: 'modules',
  device: 'devices',
  cc: 'confidential computing',
};

export function phases(result: Result, baseline: Result | undefined): Html {
  if (result.phases.length === 0) return html``;
  const others = new Map(baseline?.phases.map(({ phase, duration }) => [phase, duration]));
  const rows = result.phases.map(({ phase, start, duration }) => {
    const before = others.get(phase);
    const compared =
      baseline === undefined
        ? ''
        : html`<td class="num">${before === undefined ? 'not reached' : change(duration, before)}</td>`;
    return html`<tr><th scope="row"><i class="swatch ${phase}"></i>${phase}</th><td class="num">${formatDuration(start)}</td><td class="num">${formatDuration(duration)}</td>${compared}</tr>`;
  });
  const reached = new Set(result.phases.map(({ phase }) => phase));
  const missing = (baseline?.phases ?? []).filter(({ phase }) => !reached.has(phase));
  const lost = missing.map(
    ({ phase, duration }) =>
      html`<tr><th scope="row"><i class="swatch ${phase}"></i>${phase}</th><td class="num muted" colspan="2">not reached</td><td class="num">${formatDuration(duration)}</td></tr>`,
  );
  const milestones = result.timeline
    .slice(0, LISTED)
    .map(
      ({ time, phase, title }) =>
        html`<tr><td class="num">${formatDuration(time)}</td><td>${phase}</td><td>${title}</td></tr>`,
    );
  return html`<section class="card" aria-label="Phases"><h2>Phases</h2>
${phaseBar(result, baseline)}
<table><thead><tr><th>phase</th><th class="num">from</th><th class="num">took</th>${baseline === undefined ? '' : html`<th class="num">baseline</th>`}</tr></thead><tbody>${rows}${lost}</tbody></table>
<details><summary>Milestones, ${result.timeline.length}</summary><table><tbody>${milestones}</tbody></table></details></section>`;
}

/** The time before, and how much longer or shorter the time is now. */
function change(now: number, before: number): string {
  return `${formatDuration(before)}${before === 0 ? '' : `, ${percentOf(now, before)}`}`;
}

export function steps({ steps: all }: Result, link: LineLink): Html {
  if (all.length === 0) return html``;
  const rows = all.slice(0, LISTED).map((step) => {
    const seen =
      step.seen === null
        ? ''
        : html`<div class="seen">${link(step.stream, step.line)} <code>${step.seen}</code></div>`;
    return html`<tr class="step ${step.state}"><td class="ordinal">${step.number}</td><td class="state"><span aria-hidden="true">${STEP_MARKS[step.state]}</span> ${STEP_WORDS[step.state]}</td><td>${wanted(step)}${seen}</td><td class="num">${step.time === null ? '' : formatDuration(step.time)}</td></tr>`;
  });
  return html`<section class="card" aria-label="Steps"><h2>Steps</h2>
<table class="steps"><tbody>${rows}</tbody></table>${rest(all.length)}</section>`;
}

/** What a step waits for, sends or runs; of a script of many lines the first, and the others on demand. */
function wanted({ kind, text }: Result['steps'][number]): Html {
  if (kind === 'send') return html`send <code>${quote(text)}</code>`;
  const lines = text.split('\n');
  if (lines.length === 1) return html`<code>${text}</code>`;
  const script = html`<pre tabindex="0">${lines.map((line) => html`${line}`)}</pre>`;
  return html`<details class="script"><summary><code>${describeStep({ kind, text })}</code></summary>${script}</details>`;
}

export function findings(result: Result, link: LineLink): Html {
  const { omitted } = result;
  const all = foldFindings(otherFindings(result));
  if (all.length + omitted.length === 0) return html``;
  const items = all.slice(0, LISTED).map(({ first: finding, last, count }) => {
    const weight = finding.outcome ?? (finding.allowed === null ? finding.severity : 'allowed');
    const allowed = finding.allowed === null ? '' : html` <span class="muted">${finding.allowed}</span>`;
    const times =
      count === 1
        ? ''
        : html` <span class="muted">${count} times until</span> ${link(last.stream, last.line)}`;
    return html`<li><span class="tag ${weight}">${weight}</span> ${link(finding.stream, finding.line)} ${finding.title}${allowed}${times}</li>`;
  });
  const more = omitted.map(({ title, count }) => html`<li class="muted">${count} more of “${title}”</li>`);
  return html`<section class="card" aria-label="Findings"><h2>Findings</h2>
<ul class="findings">${[...items, ...more]}</ul>${rest(all.length)}</section>`;
}

export function measurements({ measurements: all, verdict: whole }: Result): Html {
  if (all.length === 0) return html``;
  const rows = all.map(
    ({
      register,
      asserted,
      verdict,
      wanted,
      shown,
      explanation,
    }) => html`<tr class="${verdict === 'equal' ? 'met' : verdict === 'different' || whole === 'failed' ? 'missed' : 'open'}"><th scope="row">${register}</th><td>${verdict}</td><td>${asserted}</td></tr>
<tr><td colspan="3" class="digests">${wanted.map((value) => html`<div><span>has to be</span> <code>${value}</code></div>`)}${
      shown === null ? '' : html`<div><span>the guest shows</span> <code>${shown}</code></div>`
    }${explanation === null ? '' : html`<div>${explanation}</div>`}</td></tr>`,
  );
  return html`<section class="card" aria-label="Measurements"><h2>Measurements</h2><table>${rows}</table></section>`;
}

export function booted({ booted: what, origin }: Result): Html {
  const files = (what?.files ?? []).map(
    ({ role, path, bytes, sha256 }) =>
      html`<dt>${role}</dt><dd><code>${path}</code><div class="digests"><span>${grouped(bytes)} bytes${sha256 === null ? '' : ','}</span>${
        sha256 === null ? '' : html` <span>SHA-256</span> <code>${sha256}</code>`
      }</div></dd>`,
  );
  const built = what?.firmware ?? null;
  const cmdline = what === null ? undefined : cmdlineOf(what);
  const rows = [
    ...(what === null
      ? []
      : [
          html`<dt>VMM</dt><dd>${what.vmm.name} ${what.vmm.version ?? ''} <code>${what.vmm.path}</code></dd>`,
          html`<dt>guest</dt><dd>${counted(what.cpus, 'CPU')}, ${Math.round(what.memory / MIB)} MiB</dd>`,
        ]),
    ...files,
    ...(cmdline === undefined ? [] : [html`<dt>cmdline</dt><dd><code>${cmdline}</code></dd>`]),
    ...(built === null
      ? []
      : [
          html`<dt>built from</dt><dd>${built.recipe} (${built.build}), <code>${built.from}</code> <code>${built.ref ?? ''}</code> <code>${built.commit ?? ''}</code></dd>`,
        ]),
    ...(what === null || what.mrtd === null
      ? []
      : [html`<dt>MRTD</dt><dd class="digests"><code>${what.mrtd}</code></dd>`]),
    ...(origin === null ? [] : originRows(origin)),
  ];
  if (rows.length === 0) return html``;
  return html`<section class="card" aria-label="What was booted"><h2>What was booted</h2><dl>${rows}</dl></section>`;
}

function originRows({ host, job, tdxBoot, scenario }: NonNullable<Result['origin']>): Html[] {
  // A recording is sent around: its link must not be a script.
  const url = job?.url?.startsWith('https://') === true ? job.url : undefined;
  const run =
    job === null
      ? ''
      : `${job.workflow ?? 'job'} ${job.run ?? ''}${job.attempt === null ? '' : `, attempt ${job.attempt}`}`;
  return [
    html`<dt>scenario</dt><dd><code>${scenario.file}</code></dd>`,
    html`<dt>host</dt><dd>${host.os ?? ''}, Linux ${host.kernel}, ${host.cpus} × ${host.cpu ?? 'CPU'}, ${Math.round(host.memory / GIB)} GiB</dd>`,
    ...(job === null
      ? []
      : [
          html`<dt>commit</dt><dd>${job.repository} <code>${job.commit}</code></dd>`,
          html`<dt>run</dt><dd>${url === undefined ? run : html`<a href="${url}" rel="noreferrer">${run}</a>`}</dd>`,
        ]),
    html`<dt>tdx-boot</dt><dd>${tdxBoot}</dd>`,
  ];
}

export function reproduce(result: Result, directory: string): Html {
  const again = describeReproduction(directory, result);
  const commands = [
    ...again,
    ...(result.booted === null
      ? []
      : [{ what: 'the command of its VMM', command: `tdx-boot explain ${forShell(directory)}` }]),
  ];
  const items = commands.map(
    ({ what, command }) => html`<dt>${what}</dt><dd><code class="copy">${command}</code></dd>`,
  );
  return html`<section class="card" aria-label="Reproduce"><h2>Reproduce</h2>
${result.booted === null ? '' : html`<p class="muted">The recording is enough for the first command, on any machine.</p>`}<dl>${items}</dl></section>`;
}

function rest(count: number): Html {
  return count <= LISTED ? html`` : html`<p class="muted">and ${count - LISTED} more in result.json</p>`;
}
