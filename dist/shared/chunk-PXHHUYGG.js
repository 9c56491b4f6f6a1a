import {
  earlierRuns,
  typicalTime
} from "./chunk-G3FSNJFZ.js";
import {
  WORST_FIRST
} from "./chunk-JQ76SB74.js";
import {
  CAST_FILE,
  REPORT_FILE,
  historyRun,
  writeWhole
} from "./chunk-O2SLEJNV.js";
import {
  openRecorded
} from "./chunk-322MFWUB.js";
import {
  PLATFORM_WORDS,
  STEP_WORDS,
  describeCounts,
  describeReproduction,
  describeTestCounts,
  headlineOf,
  saysMore
} from "./chunk-KOEPRBXI.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  quote,
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import {
  forHtml,
  forPage,
  forShell
} from "./chunk-ATIFMRE6.js";
import {
  LineScanner,
  buildAutomaton
} from "./chunk-HXMGEBNU.js";
import {
  PHASES,
  STREAMS
} from "./chunk-FZIILW4F.js";
import {
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/report/report.ts
import { readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { join as join2, resolve } from "node:path";

// src/report/page/assets.ts
import { readFileSync } from "node:fs";
var ROOT = new URL(import.meta.url.includes("/src/report/page/") ? "../../../" : "../../", import.meta.url);
function pageAssets() {
  const read = (name) => readFileSync(new URL(`dist/page/${name}`, ROOT), "utf8");
  return {
    script: read("page.js"),
    player: read("player.js"),
    style: read("page-style.css"),
    // Most pages have no history.
    get chart() {
      return read("chart.js");
    }
  };
}

// src/report/page/console-lines.ts
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
var KEPT = { first: 5e4, last: 1e5 };
var PLACES = 36;
var COLUMNS = 4e3;
function readConsole(directory, result, room) {
  const kept = new KeptLines(linesNamed(result), room / 2);
  const scanners = /* @__PURE__ */ new Map();
  const times = /* @__PURE__ */ new Map();
  const streams = [...STREAMS];
  const automaton = buildAutomaton([]);
  let left = bytesOf(directory);
  const open = (stream) => {
    if (!streams.includes(stream) && streams.length < PLACES) streams.push(stream);
    const at = streams.indexOf(stream);
    const index2 = (at < 0 ? PLACES - 1 : at).toString(PLACES);
    const scanner = new LineScanner(automaton, {
      everyLine: true,
      onWipe: () => void 0,
      onLine: (line) => {
        const number = scanner.lineCount;
        const record = () => `${index2}${number} ${times.get(stream)}	${forPage(wholeOrNothing(line.text, COLUMNS))}`;
        kept.take({ name: `${stream}:${number}`, left, record });
      }
    });
    scanners.set(stream, scanner);
    return scanner;
  };
  for (const event of openRecorded(directory, "console").events) {
    if (event.type !== "output") continue;
    times.set(event.stream, event.time);
    (scanners.get(event.stream) ?? open(event.stream)).push(event.bytes);
    left -= event.bytes.length;
  }
  for (const scanner of scanners.values()) scanner.end();
  const counts = Object.fromEntries([...scanners].map(([stream, { lineCount }]) => [stream, lineCount]));
  return { counts, omitted: kept.omitted, text: kept.text(), streams };
}
function bytesOf(directory) {
  const files = readdirSync(directory).filter((name) => name.endsWith(".raw"));
  return files.reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}
function linesNamed({ findings: findings2, steps: steps2, diagnosis, tests: tests2 }) {
  const named = [...findings2, ...steps2, ...diagnosis?.evidence ?? [], ...tests2];
  return new Set(named.map(({ stream, line }) => `${stream}:${line}`));
}
var KeptLines = class {
  omitted = 0;
  #wanted;
  #room;
  #first = new Blocks();
  #named = [];
  #last = new Blocks();
  /** @param room bytes of the first lines, and of the last */
  constructor(wanted, room) {
    this.#wanted = wanted;
    this.#room = room;
  }
  take({ name, left, record }) {
    if (this.#first.bytes < this.#room && this.#first.lines < KEPT.first) {
      this.#first.add({ record: record(), named: false });
      return;
    }
    const named = this.#wanted.has(name);
    if (left > this.#room) {
      if (named) this.#named.push({ record: record(), named });
      else this.omitted++;
      return;
    }
    this.#last.add({ record: record(), named });
    while (this.#last.bytes > this.#room || this.#last.lines > KEPT.last) this.#drop();
  }
  #drop() {
    const { lines, named } = this.#last.drop();
    this.#named.push(...named);
    this.omitted += lines - named.length;
  }
  text() {
    const named = this.#named.map(({ record }) => Buffer.from(`${record}
`));
    const text = Buffer.concat([...this.#first.buffers(), ...named, ...this.#last.buffers()]);
    return text.subarray(0, Math.max(0, text.length - 1));
  }
};
var BLOCK = 64 * 1024;
var Blocks = class {
  bytes = 0;
  lines = 0;
  #full = [];
  #open = [];
  #openLength = 0;
  add(line) {
    this.#open.push(line);
    this.#openLength += line.record.length;
    this.lines++;
    if (this.#openLength >= BLOCK) this.#close();
  }
  /** Drops the oldest block. */
  drop() {
    const oldest = this.#full.shift();
    if (oldest === void 0) throw new Error("there is no block to drop");
    this.bytes -= oldest.bytes.length;
    this.lines -= oldest.lines;
    return oldest;
  }
  buffers() {
    this.#close();
    return this.#full.map(({ bytes }) => bytes);
  }
  #close() {
    const lines = this.#open;
    const bytes = Buffer.from(lines.map(({ record }) => `${record}
`).join(""));
    this.#full.push({ bytes, lines: lines.length, named: lines.filter(({ named }) => named) });
    this.bytes += bytes.length;
    this.#open = [];
    this.#openLength = 0;
  }
};

// src/report/page/page.ts
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

// src/report/page/html.ts
var Html = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
function html(parts, ...values) {
  return new Html(parts.map((part, index2) => part + spelled(values[index2])).join(""));
}
function spelled(value) {
  if (value === void 0) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("\n");
  return forHtml(String(value));
}

// src/report/page/bar.ts
var WIDTH = 560;
var HEIGHT = 22;
var NAME_WIDTH = 62;
var NAMED = 74;
function phaseBar(result, baseline, whole = 1) {
  const runs = baseline === void 0 ? [result] : [result, baseline];
  const longest = Math.max(whole, ...runs.map(({ time }) => time));
  const rows = runs.map((run, index2) => {
    const y = index2 * (HEIGHT + 6);
    if (runs.length === 1) return row(run, { x: 0, y, longest });
    const name = index2 === 0 ? "this run" : "baseline";
    return html`<text class="name" x="0" y="${y + 15}">${name}</text>${row(run, { x: NAME_WIDTH, y, longest })}`;
  });
  const height = runs.length * (HEIGHT + 6) - 6;
  const label = result.phases.map(({ phase, duration }) => `${phase} ${formatDuration(duration)}`).join(", ");
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${rows}</svg>`;
}
function row({ phases: phases2 }, { x: left, y, longest }) {
  const scale = (ms) => Math.round((WIDTH - left) * ms / longest);
  const parts = phases2.map(({ phase, start, duration }) => {
    const x = left + scale(start);
    const width = Math.max(2, scale(duration));
    const text = width < NAMED ? "" : html`<text x="${x + 6}" y="${y + 15}">${phase}</text>`;
    return html`<g><title>${phase}: ${formatDuration(duration)}</title><rect class="${phase}" x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="2"/>${text}</g>`;
  });
  return html`<g><rect class="track" x="${left}" y="${y}" width="${WIDTH - left}" height="${HEIGHT}" rx="2"/>${parts}</g>`;
}

// src/report/page/sections.ts
var LISTED = 200;
var VERDICT_MARKS = { passed: "\u2713", failed: "\u2717", errored: "!" };
var STEP_MARKS = { met: "\u2713", sent: "\u2192", missed: "\u2717", open: "\xB7" };
function heading(result, flaky) {
  const { verdict, scenario, platform, phase, time, booted: booted2, origin } = result;
  const vmm = booted2 === null ? "" : `${booted2.vmm.name} ${booted2.vmm.version ?? ""}`.trim();
  return html`<header class="run-head ${verdict}">
<h1><span class="badge ${verdict}">${VERDICT_MARKS[verdict]} ${verdict}</span>${flaky ? html` <span class="badge flaky">~ flaky</span>` : ""} ${scenario}</h1>
<p class="facts">${PLATFORM_WORDS[platform]} \u00b7 reached <b>${phase}</b> \u00b7 <b>${formatDuration(time)}</b>${vmm === "" ? "" : html` \u00b7 ${vmm}`}${origin === null ? "" : html` \u00b7 <time datetime="${origin.start}">${origin.start.slice(0, 16).replace("T", " ")} UTC</time>`}</p>
</header>`;
}
function outcome(result, link) {
  if (result.verdict === "passed") return cameUp(result);
  const { cause, diagnosis } = result;
  const evidence = (diagnosis?.evidence ?? []).map(
    (item) => html`<li>${link(item.stream, item.line)} <code>${item.text}</code></li>`
  );
  const where = cause?.where ?? null;
  const headline = headlineOf(result);
  const isTold = diagnosis === null || headline.includes(diagnosis.title);
  const named = isTold ? html`` : html`<p class="title">${diagnosis.title}</p>`;
  const { trace = [] } = diagnosis ?? {};
  return html`<section class="card cause ${result.verdict}" aria-labelledby="why">
<h2 id="why">Why</h2>
<p class="reason">${cause === null ? "" : link(cause.stream, cause.line)} ${headline}</p>
${where === null ? "" : html`<p>asked for at <code>${where}</code></p>`}
${named}
${diagnosis === null ? "" : html`<p>Stopped in <b>${diagnosis.phase}</b>, cause <code>${diagnosis.cause}</code> <span class="tag">${diagnosis.certainty}</span></p>
${evidence.length === 0 ? "" : html`<ul class="evidence">${evidence}</ul>`}
${diagnosis.advice === "" ? "" : html`<p class="advice"><b>Next</b> ${diagnosis.advice}</p>`}`}
${folded("Call trace", trace, 1, true)}
${folded("Report", cause?.report ?? [], 2, trace.length === 0)}
</section>`;
}
function folded(name, lines, least, open) {
  if (lines.length < least) return html``;
  return html`<details${open ? html` open` : ""}><summary>${name}, ${lines.length} lines</summary><pre>${lines.map((line) => html`${line}`)}</pre></details>`;
}
function cameUp({ captures, td }) {
  const rows = Object.entries(captures).map(
    ([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`
  );
  const trust = {
    real: "a Trust Domain of TDX hardware",
    emulated: "an emulated Trust Domain: no evidence about hardware",
    none: ""
  };
  if (rows.length === 0 && td === "none") return html``;
  return html`<section class="card" aria-labelledby="up"><h2 id="up">What came up</h2>
${td === "none" ? "" : html`<p>The guest is ${trust[td]}.</p>`}
${rows.length === 0 ? "" : html`<dl>${rows}</dl>`}</section>`;
}
function earlierAttempts(earlier) {
  if (earlier.length === 0) return html``;
  const rows = earlier.map(
    ({ verdict, reason, diagnosis }, index2) => html`<tr><th scope="row">attempt ${index2 + 1}</th><td><span class="tag ${verdict}">${verdict}</span></td><td>${reason}${diagnosis === null ? "" : html`<div class="muted"><code>${diagnosis.cause}</code></div>`}</td></tr>`
  );
  return html`<section class="card" aria-labelledby="attempts"><h2 id="attempts">Attempts before</h2><table><tbody>${rows}</tbody></table></section>`;
}
var GROUP_FACTS = 100;
function facts({ facts: all, td }) {
  const groups = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(all)) {
    const [group = ""] = name.split(".", 1);
    groups.set(group, [...groups.get(group) ?? [], [name, value]]);
  }
  if (groups.size === 0) return html``;
  const lists = [...groups].map(([group, pairs]) => {
    const open = group === "kernel" || group === "cc" && td !== "none";
    const rows = pairs.slice(0, GROUP_FACTS).map(([name, value]) => html`<dt>${name.slice(group.length + 1)}</dt><dd><code>${value}</code></dd>`);
    return html`<details${open ? html` open` : ""}><summary>${GROUP_WORDS[group] ?? group}, ${pairs.length}</summary><dl>${rows}</dl></details>`;
  });
  return html`<section class="card facts" aria-labelledby="facts"><h2 id="facts">Facts of the guest</h2>${lists}</section>`;
}
var GROUP_WORDS = {
  cpu: "CPUs",
  module: "modules",
  device: "devices",
  cc: "confidential computing"
};
function phases(result, baseline) {
  if (result.phases.length === 0) return html``;
  const others = new Map(baseline?.phases.map(({ phase, duration }) => [phase, duration]));
  const rows = result.phases.map(({ phase, start, duration }) => {
    const before = others.get(phase);
    const compared = baseline === void 0 ? "" : html`<td class="num">${before === void 0 ? "not reached" : change(duration, before)}</td>`;
    return html`<tr><th scope="row"><i class="swatch ${phase}"></i>${phase}</th><td class="num">${formatDuration(start)}</td><td class="num">${formatDuration(duration)}</td>${compared}</tr>`;
  });
  const reached = new Set(result.phases.map(({ phase }) => phase));
  const missing = (baseline?.phases ?? []).filter(({ phase }) => !reached.has(phase));
  const lost = missing.map(
    ({ phase, duration }) => html`<tr><th scope="row"><i class="swatch ${phase}"></i>${phase}</th><td class="num muted" colspan="2">not reached</td><td class="num">${formatDuration(duration)}</td></tr>`
  );
  const milestones = result.timeline.slice(0, LISTED).map(
    ({ time, phase, title }) => html`<tr><td class="num">${formatDuration(time)}</td><td>${phase}</td><td>${title}</td></tr>`
  );
  return html`<section class="card" aria-labelledby="phases"><h2 id="phases">Phases</h2>
${phaseBar(result, baseline)}
<table><thead><tr><th>phase</th><th class="num">from</th><th class="num">took</th>${baseline === void 0 ? "" : html`<th class="num">baseline</th>`}</tr></thead><tbody>${rows}${lost}</tbody></table>
<details><summary>Milestones, ${result.timeline.length}</summary><table><tbody>${milestones}</tbody></table></details></section>`;
}
function change(now, before) {
  const difference = now - before;
  const percent = before === 0 ? "" : `, ${difference < 0 ? "\u2212" : "+"}${Math.abs(Math.round(100 * difference / before))} %`;
  return `${formatDuration(before)}${percent}`;
}
function steps({ steps: all }, link) {
  if (all.length === 0) return html``;
  const rows = all.slice(0, LISTED).map((step) => {
    const text = step.kind === "send" ? html`send <code>${quote(step.text)}</code>` : html`<code>${step.text}</code>`;
    const seen = step.seen === null ? "" : html`<div class="seen">${link(step.stream, step.line)} <code>${step.seen}</code></div>`;
    return html`<tr class="step ${step.state}"><td class="ordinal">${step.number}</td><td class="state"><span aria-hidden="true">${STEP_MARKS[step.state]}</span> ${STEP_WORDS[step.state]}</td><td>${text}${seen}</td><td class="num">${step.time === null ? "" : formatDuration(step.time)}</td></tr>`;
  });
  return html`<section class="card" aria-labelledby="steps"><h2 id="steps">Steps</h2>
<table class="steps"><tbody>${rows}</tbody></table>${rest(all.length)}</section>`;
}
function findings({ findings: all, omitted }, link) {
  const known = all.length === 1 && all[0]?.outcome !== null;
  if (all.length === 0 || known && omitted.length === 0) return html``;
  const items = all.slice(0, LISTED).map((finding) => {
    const weight = finding.outcome ?? (finding.allowed === null ? finding.severity : "allowed");
    const allowed = finding.allowed === null ? "" : html` <span class="muted">${finding.allowed}</span>`;
    return html`<li><span class="tag ${weight}">${weight}</span> ${link(finding.stream, finding.line)} ${finding.title}${allowed}</li>`;
  });
  const counted = omitted.map(({ title, count }) => html`<li class="muted">${count} more of \u201c${title}\u201d</li>`);
  return html`<section class="card" aria-labelledby="findings"><h2 id="findings">Findings</h2>
<ul class="findings">${[...items, ...counted]}</ul>${rest(all.length)}</section>`;
}
function measurements({ measurements: all }) {
  if (all.length === 0) return html``;
  const rows = all.map(
    ({
      register,
      asserted,
      verdict,
      wanted,
      shown,
      explanation
    }) => html`<tr class="${verdict === "equal" ? "met" : "missed"}"><th scope="row">${register}</th><td>${verdict}</td><td>${asserted}</td></tr>
<tr><td colspan="3" class="digests">${wanted.map((value) => html`<div><span>has to be</span> <code>${value}</code></div>`)}${shown === null ? "" : html`<div><span>the guest shows</span> <code>${shown}</code></div>`}${explanation === null ? "" : html`<div>${explanation}</div>`}</td></tr>`
  );
  return html`<section class="card" aria-labelledby="measurements"><h2 id="measurements">Measurements</h2><table>${rows}</table></section>`;
}
function booted({ booted: what, origin }) {
  const files = (what?.files ?? []).map(
    ({ role, path, bytes, sha256 }) => html`<dt>${role}</dt><dd><code>${path}</code><div class="digests"><span>${bytes.toLocaleString("en")} bytes</span>${sha256 === null ? "" : html` <span>SHA-256</span> <code>${sha256}</code>`}</div></dd>`
  );
  const built = what?.firmware ?? null;
  const rows = [
    ...what === null ? [] : [
      html`<dt>VMM</dt><dd>${what.vmm.name} ${what.vmm.version ?? ""} <code>${what.vmm.path}</code></dd>`,
      html`<dt>guest</dt><dd>${what.cpus} ${what.cpus === 1 ? "CPU" : "CPUs"}, ${Math.round(what.memory / 1024 ** 2)} MiB</dd>`
    ],
    ...files,
    ...built === null ? [] : [
      html`<dt>built from</dt><dd>${built.recipe} (${built.build}), <code>${built.from}</code> <code>${built.ref ?? ""}</code> <code>${built.commit ?? ""}</code></dd>`
    ],
    ...what === null || what.mrtd === null ? [] : [html`<dt>MRTD</dt><dd class="digests"><code>${what.mrtd}</code></dd>`],
    ...origin === null ? [] : originRows(origin)
  ];
  if (rows.length === 0) return html``;
  return html`<section class="card" aria-labelledby="booted"><h2 id="booted">What was booted</h2><dl>${rows}</dl></section>`;
}
function originRows({ host, job, tdxBoot, scenario }) {
  const url = job?.url?.startsWith("https://") === true ? job.url : void 0;
  const run = job === null ? "" : `${job.workflow ?? "job"} ${job.run ?? ""}${job.attempt === null ? "" : `, attempt ${job.attempt}`}`;
  return [
    html`<dt>scenario</dt><dd><code>${scenario.file}</code></dd>`,
    html`<dt>host</dt><dd>${host.os ?? ""}, Linux ${host.kernel}, ${host.cpus} \u00d7 ${host.cpu ?? "CPU"}, ${Math.round(host.memory / 1024 ** 3)} GiB</dd>`,
    ...job === null ? [] : [
      html`<dt>commit</dt><dd>${job.repository} <code>${job.commit}</code></dd>`,
      html`<dt>run</dt><dd>${url === void 0 ? run : html`<a href="${url}" rel="noreferrer">${run}</a>`}</dd>`
    ],
    html`<dt>tdx-boot</dt><dd>${tdxBoot}</dd>`
  ];
}
function reproduce(result, directory) {
  const again = describeReproduction(directory);
  const commands = [
    ...again,
    ...result.booted === null ? [] : [{ what: "the command of its VMM", command: `tdx-boot explain ${forShell(directory)}` }]
  ];
  const items = commands.map(
    ({ what, command }) => html`<dt>${what}</dt><dd><code class="copy">${command}</code></dd>`
  );
  return html`<section class="card" aria-labelledby="reproduce"><h2 id="reproduce">Reproduce</h2>
<p class="muted">The recording is enough for the first command, on any machine.</p><dl>${items}</dl></section>`;
}
function rest(count) {
  return count <= LISTED ? html`` : html`<p class="muted">and ${count - LISTED} more in result.json</p>`;
}

// src/report/page/index.ts
var WORDS = {
  failed: "failed",
  errored: "errored",
  "not-run": "not run",
  flaky: "flaky",
  passed: "passed"
};
var MARKS = { ...VERDICT_MARKS, "not-run": "\xB7", flaky: "~" };
function index(runs, unrecorded) {
  const longest = Math.max(...runs.map(({ result }) => result.time));
  const rows = [
    ...unrecorded.map(unrecordedRow),
    ...runs.map((run, position) => runRow(run, position + 1, longest))
  ];
  const groups = WORST_FIRST.map((kind) => rows.filter((row2) => row2.kind === kind));
  const total = groups.flatMap(
    ([first, ...others]) => first === void 0 ? [] : [badge(first.kind, `${others.length + 1} ${WORDS[first.kind]}`)]
  );
  return html`<main class="index"><h1>${rows.length} boots</h1><div class="total">${total}</div>
<div class="wide"><table><thead><tr><th>verdict</th><th>scenario</th><th class="more">what was booted</th><th class="more">reached</th><th class="more">phases</th><th class="num">time</th></tr></thead>
<tbody>${groups.flat().map((row2) => row2.html)}</tbody></table></div></main>`;
}
function runRow({ result, baseline, earlier = [] }, number, longest) {
  const { verdict, scenario, platform, phase, time, reason } = result;
  const kind = verdict === "passed" && earlier.length > 0 ? "flaky" : verdict;
  const why = kind === "flaky" ? `after: ${earlier[0]?.reason ?? ""}` : reason;
  const said = kind === "passed" ? "" : html`<div class="muted">${why}</div>`;
  const before = baseline === void 0 ? "" : html`<div class="muted">${formatDuration(baseline.time)}</div>`;
  return {
    kind,
    html: html`<tr class="${verdict}" data-kind="${kind}"><td>${badge(kind, WORDS[kind])}</td>
<td><a href="#run-${number}">${scenario}</a>${said}</td>
<td class="more">${platform}<div class="muted">${bootedFiles(result)}</div></td><td class="more">${phase}</td>
<td class="more bars">${phaseBar(result, baseline, longest)}</td><td class="num">${formatDuration(time)}${before}</td></tr>`
  };
}
function unrecordedRow({ name, verdict, reason }) {
  return {
    kind: verdict,
    html: html`<tr class="${verdict}" data-kind="${verdict}"><td>${badge(verdict, WORDS[verdict])}</td>
<td>${name}<div class="muted">${reason}</div></td><td class="more" colspan="3"></td><td></td></tr>`
  };
}
function badge(kind, text) {
  return html`<span class="badge ${kind}" data-kind="${kind}">${MARKS[kind]} ${text}</span>`;
}
function bootedFiles({ booted: booted2 }) {
  const name = (role) => booted2?.files.find((one) => one.role === role)?.path.split("/").at(-1);
  const names = [name("kernel"), booted2?.firmware?.recipe ?? name("firmware")];
  return names.filter((known) => known !== void 0).join(", ");
}

// src/report/page/line-link.ts
function lineLink(prefix) {
  return (stream, line) => stream === null || line === null ? html`` : html`<a class="line" href="#${prefix}${stream}:${line}">${stream}:${line}</a>`;
}

// src/report/page/test-tree.ts
var LISTED2 = { failed: 1e3, others: 2e3 };
var MARKS2 = { passed: "\u2713", failed: "\u2717", skipped: "\u2013", todo: "\u2013", unfinished: "\u2026" };
function tests({ tests: reports }, link) {
  if (reports.length === 0) return html``;
  return html`<section class="card" aria-labelledby="tests"><h2 id="tests">Tests of the guest</h2>
${reports.map((report) => reportTree(report, link))}</section>`;
}
function reportTree(report, link) {
  const { stream, line, format, counts, problems, omitted } = report;
  const tree = new Tree(stream, link);
  const list = tree.list(report.tests);
  const left = tree.left + omitted;
  return html`<p class="counts">${link(stream, line)} ${describeCounts(counts)} <span class="muted">${format}</span></p>
${problems.map(
    ({ text, line: at, allowed }) => html`<p class="problem"><span class="tag ${allowed === null ? "failed" : "allowed"}">${allowed === null ? "problem" : "allowed"}</span> ${link(stream, at)} ${text} ${allowed ?? ""}</p>`
  )}
${list}
${left === 0 ? "" : html`<p class="muted">${left.toLocaleString("en")} more tests: see result.json and the console</p>`}`;
}
var Tree = class {
  /** How many tests are not listed. */
  left = 0;
  #stream;
  #link;
  #failed = LISTED2.failed;
  #others = LISTED2.others;
  constructor(stream, link) {
    this.#stream = stream;
    this.#link = link;
  }
  list(tests2) {
    const items = tests2.flatMap((test) => this.#hasRoom(test) ? [this.#item(test)] : []);
    return items.length === 0 ? html`` : html`<ul class="tests">${items}</ul>`;
  }
  #hasRoom(test) {
    const room = saysMore(test) ? this.#failed-- > 0 : this.#others-- > 0;
    if (!room) this.left++;
    return room;
  }
  #item(test) {
    const { state, tests: tests2, diagnostics } = test;
    const head = this.#head(test);
    if (tests2.length === 0 && diagnostics.length === 0) return html`<li class="test ${state}">${head}</li>`;
    const open = saysMore(test);
    const inside = open ? "" : html` <span class="muted">${describeTestCounts(tests2)}</span>`;
    const said = diagnostics.length === 0 ? "" : html`<pre>${diagnostics.map((line) => html`${line}`)}</pre>`;
    return html`<li class="test ${state}"><details${open ? html` open` : ""}><summary>${head}${inside}</summary>${said}${this.list(tests2)}</details></li>`;
  }
  #head({ number, name, state, reason, allowed, line }) {
    const words = {
      passed: "",
      failed: "",
      skipped: "skipped",
      todo: "expected to fail",
      unfinished: "no result"
    };
    const why = [words[state], reason ?? "", allowed === null ? "" : `allowed: ${allowed}`].filter(
      (part) => part !== ""
    );
    return html`<span class="mark ${state}" aria-label="${state}">${MARKS2[state]}</span> ${name === "" ? `test ${number ?? ""}` : name} ${why.length === 0 ? "" : html`<span class="muted">${why.join(", ")}</span>`} ${this.#link(this.#stream, line)}`;
  }
};

// src/report/page/trend.ts
function trend(result, earlier) {
  if (earlier.length === 0) return html``;
  const typical = typicalTime(earlier);
  const runs = [...earlier, historyRun({ result })];
  const phases2 = PHASES.filter((phase) => runs.some((run) => durationOf(run, phase) !== void 0));
  const heads = phases2.map((phase) => html`<th class="num" data-phase="${phase}">${phase}</th>`);
  const rows = runs.map(({ start, verdict, time, ...run }) => {
    const cells = phases2.map((phase) => cell(durationOf(run, phase)));
    const when = start === null ? "not known" : start.slice(0, 16).replace("T", " ");
    return html`<tr class="${verdict}"><th scope="row">${when}</th><td>${verdict}</td>${cell(time)}${cells}</tr>`;
  });
  const told = typical === void 0 ? "none passed" : `the median of those that passed is ${formatDuration(typical)}`;
  const label = `${earlier.length} earlier ${earlier.length === 1 ? "run" : "runs"} on such a host: ${told}; this one took ${formatDuration(result.time)}`;
  return html`<section class="card trend" aria-labelledby="trend"><h2 id="trend">Trend</h2>
<p class="muted">${label}</p>
<details><summary>Table of ${runs.length} runs</summary><div class="wide"><table><thead><tr><th>run (UTC)</th><th>verdict</th><th class="num" data-phase="whole">whole boot</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details></section>`;
}
function durationOf({ phases: phases2 }, wanted) {
  return phases2.find(({ phase }) => phase === wanted)?.duration;
}
function cell(ms) {
  return ms === void 0 ? html`<td></td>` : html`<td class="num" data-ms="${ms}">${formatDuration(ms)}</td>`;
}

// src/report/page/page.ts
var LEVEL = 1;
function makePage(runs, assets, unrecorded = []) {
  const { script, player, style } = assets;
  const charts = runs.some(({ history = [] }) => history.length > 0) ? [assets.chart] : [];
  const several = runs.length > 1 || unrecorded.length > 0;
  const title = several ? `${runs.length + unrecorded.length} boots` : runs[0]?.result.scenario ?? "tdx-boot";
  const policy = [
    "default-src 'none'",
    `script-src ${[script, player, ...charts].map(hashOf).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} \u00b7 tdx-boot</title>
<style>${new Html(style)}</style>
</head>
<body>
${several ? index(runs, unrecorded) : ""}
${runs.map((run, number) => article(run, number, several))}
${dataBlock("player", Buffer.from(player))}
${charts.map((chart) => dataBlock("chart", Buffer.from(chart)))}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}
function article(run, number, several) {
  const { result, directory, console, baseline, earlier = [] } = run;
  const flaky = result.verdict === "passed" && earlier.length > 0;
  const prefix = several ? `${number + 1}/` : "";
  const link = lineLink(prefix);
  const back = several ? html`<nav><a href="#">\u2190 all boots</a></nav>` : "";
  return html`<article class="run" id="run-${number + 1}" data-prefix="${prefix}" data-marks="${marksOf(result)}">
<div class="pane details">
${back}
${heading(result, flaky)}
${outcome(result, link)}
${earlierAttempts(earlier)}
${phases(result, baseline)}
${trend(result, run.history ?? [])}
${steps(result, link)}
${tests(result, link)}
${measurements(result)}
${findings(result, link)}
${facts(result)}
${booted(result)}
${reproduce(result, directory)}
</div>
<div class="pane console" data-streams="${console.streams.join(" ")}" data-counts="${JSON.stringify(console.counts)}" data-omitted="${console.omitted}">
<noscript><p>The console needs JavaScript. Its last lines:</p><pre>${result.lastLines.map((line) => html`${line}`)}</pre></noscript>
</div>
${dataBlock("lines", console.text)}
${run.cast === void 0 ? "" : dataBlock("cast", run.cast)}
</article>`;
}
function marksOf({ findings: findings2, steps: steps2, cause }) {
  const marks = [
    ...steps2.flatMap(
      ({ stream, line, number }) => line === null ? [] : [[`${stream}:${line}`, "step", `step ${number}`]]
    ),
    ...findings2.flatMap(
      ({ stream, line, title, outcome: outcome2, allowed, severity }) => line === null ? [] : [[`${stream}:${line}`, outcome2 ?? (allowed === null ? severity : "allowed"), title]]
    ),
    ...cause === null || cause.line === null ? [] : [[`${cause.stream}:${cause.line}`, "cause", cause.title]]
  ];
  return JSON.stringify(marks);
}
function dataBlock(name, bytes) {
  return new Html(
    `<script type="application/gzip" data-name="${name}">${gzipSync(bytes, { level: LEVEL }).toString("base64")}</script>`
  );
}
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// src/report/report.ts
var MIB = 1024 * 1024;
var ROOM = 64 * MIB;
var ROOM_OF_RUN = 16 * MIB;
var CAST_FACTOR = 2;
async function writeReport(file, { runs, unrecorded }, baseline, history = []) {
  const shown = runs.map((run) => ({
    ...pageRun(run, baseline, runs.length),
    history: earlierRuns(history, run.result)
  }));
  await writeWhole(file, makePage(shown, pageAssets(), unrecorded));
}
async function writeOwnReport(directory, runs, history = []) {
  try {
    await writeReport(join2(directory, REPORT_FILE), runs, void 0, history);
    return void 0;
  } catch (error) {
    return `no ${REPORT_FILE}: ${messageOf(error)}`;
  }
}
function pageRun({ directory, result, earlier }, baseline, count = 1) {
  const room = Math.min(ROOM_OF_RUN, Math.floor(ROOM / count));
  const file = resolve(directory, CAST_FILE);
  const size = statSync2(file, { throwIfNoEntry: false })?.size ?? 0;
  const cast = size === 0 || size > CAST_FACTOR * room ? void 0 : readFileSync2(file);
  return { directory, result, earlier, baseline, cast, console: readConsole(directory, result, room) };
}

export {
  writeReport,
  writeOwnReport,
  pageRun
};
