import {
  CAST_FILE,
  writeWhole
} from "./chunk-T7XAKIRX.js";
import {
  openRecorded
} from "./chunk-FTRQMIJ3.js";
import {
  PLATFORM_WORDS,
  STEP_WORDS,
  describeReproduction,
  formatDuration
} from "./chunk-IIUVJISF.js";
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
  lineReader
} from "./chunk-CJK44M2I.js";
import {
  STREAMS
} from "./chunk-OOLZV5JI.js";

// src/report/report.ts
import { readdirSync, readFileSync as readFileSync2, statSync } from "node:fs";
import { resolve } from "node:path";

// src/report/page/console-lines.ts
var KEPT = { first: 5e4, last: 1e5 };
var ROOM = 16 * 1024 * 1024;
var PLACES = 36;
var COLUMNS = 4e3;
function readConsole(directory, result) {
  const wanted = linesNamed(result);
  const kept = new KeptLines(wanted);
  const scanners = /* @__PURE__ */ new Map();
  const streams = [...STREAMS];
  let time = 0;
  const open = (stream) => {
    if (!streams.includes(stream) && streams.length < PLACES) streams.push(stream);
    const at = streams.indexOf(stream);
    const index2 = (at < 0 ? PLACES - 1 : at).toString(PLACES);
    const scanner = lineReader((text) => {
      const number = scanner.lineCount;
      kept.add({
        stream,
        number,
        // A string would keep the whole block alive that it is a part of.
        record: Buffer.from(`${index2}${number} ${time}	${forPage(wholeOrNothing(text, COLUMNS))}`)
      });
    });
    scanners.set(stream, scanner);
    return scanner;
  };
  for (const event of openRecorded(directory, "console").events) {
    time = event.time;
    if (event.type === "output") (scanners.get(event.stream) ?? open(event.stream)).push(event.bytes);
  }
  for (const scanner of scanners.values()) scanner.end();
  const counts = Object.fromEntries([...scanners].map(([stream, { lineCount }]) => [stream, lineCount]));
  return { counts, omitted: kept.omitted, text: kept.text(), streams };
}
function linesNamed({ findings: findings2, steps: steps2, diagnosis }) {
  const named = [...findings2, ...steps2, ...diagnosis?.evidence ?? []];
  return new Set(named.map(({ stream, line }) => `${stream}:${line}`));
}
var KeptLines = class {
  omitted = 0;
  #wanted;
  #first = [];
  #named = [];
  #last = [];
  #at = 0;
  #room = ROOM / 2;
  #lastRoom = ROOM / 2;
  constructor(wanted) {
    this.#wanted = wanted;
  }
  add(line) {
    if (this.#last.length === 0 && this.#first.length < KEPT.first && this.#room > line.record.length) {
      this.#room -= line.record.length;
      this.#first.push(line.record);
      return;
    }
    this.#last.push(line);
    this.#lastRoom -= line.record.length;
    while (this.#lastRoom < 0 || this.#last.length - this.#at > KEPT.last) this.#drop();
  }
  /** Drops the oldest of the last lines. */
  #drop() {
    const oldest = this.#last[this.#at++];
    if (oldest === void 0) return;
    this.#lastRoom += oldest.record.length;
    if (this.#wanted.has(`${oldest.stream}:${oldest.number}`)) this.#named.push(oldest.record);
    else this.omitted++;
    if (this.#at < KEPT.last) return;
    this.#last.splice(0, this.#at);
    this.#at = 0;
  }
  text() {
    const last = this.#last.slice(this.#at).map(({ record }) => record);
    return [...this.#first, ...this.#named, ...last].join("\n");
  }
};

// src/report/page/page.ts
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

// src/report/page/assets.ts
import { readFileSync } from "node:fs";
var ROOT = new URL(import.meta.url.includes("/src/report/page/") ? "../../../" : "../../", import.meta.url);
function pageAssets() {
  const read = (name) => readFileSync(new URL(`dist/page/${name}`, ROOT), "utf8");
  return { script: read("page.js"), player: read("player.js"), style: read("page-style.css") };
}

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
var NAMED = 74;
function phaseBar(result, baseline, whole = 1) {
  const runs = baseline === void 0 ? [result] : [result, baseline];
  const longest = Math.max(whole, ...runs.map(({ time }) => time));
  const rows = runs.map((run, index2) => row(run, index2 * (HEIGHT + 6), longest));
  const height = runs.length * (HEIGHT + 6) - 6;
  const label = result.phases.map(({ phase, duration }) => `${phase} ${formatDuration(duration)}`).join(", ");
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${rows}</svg>`;
}
function row({ phases: phases2 }, y, longest) {
  const scale = (ms) => Math.round(WIDTH * ms / longest);
  const parts = phases2.map(({ phase, start, duration }) => {
    const x = scale(start);
    const width = Math.max(2, scale(duration));
    const text = width < NAMED ? "" : html`<text x="${x + 6}" y="${y + 15}">${phase}</text>`;
    return html`<g><title>${phase}: ${formatDuration(duration)}</title><rect class="${phase}" x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="2"/>${text}</g>`;
  });
  return html`<g>${parts}</g>`;
}

// src/report/page/sections.ts
var LISTED = 200;
var VERDICT_MARKS = { passed: "\u2713", failed: "\u2717", errored: "!" };
var STEP_MARKS = { met: "\u2713", sent: "\u2192", missed: "\u2717", open: "\xB7" };
function lineLink(prefix) {
  return (stream, line) => stream === null || line === null ? html`` : html`<a class="line" href="#${prefix}${stream}:${line}">${stream}:${line}</a>`;
}
function heading(result, id) {
  const { verdict, scenario, platform, phase, time, booted: booted2, origin } = result;
  const vmm = booted2 === null ? "" : `${booted2.vmm.name} ${booted2.vmm.version ?? ""}`.trim();
  return html`<header class="run-head ${verdict}">
<h1 id="${id}"><span class="badge ${verdict}">${VERDICT_MARKS[verdict]} ${verdict}</span> ${scenario}</h1>
<p class="facts">${PLATFORM_WORDS[platform]} \u00b7 reached <b>${phase}</b> \u00b7 <b>${formatDuration(time)}</b>${vmm === "" ? "" : html` \u00b7 ${vmm}`}${origin === null ? "" : html` \u00b7 <time datetime="${origin.start}">${origin.start.slice(0, 16).replace("T", " ")} UTC</time>`}</p>
</header>`;
}
function outcome(result, link) {
  if (result.verdict === "passed") return cameUp(result);
  const { reason, cause, diagnosis } = result;
  const evidence = (diagnosis?.evidence ?? []).map(
    (item) => html`<li>${link(item.stream, item.line)} <code>${item.text}</code></li>`
  );
  const where = cause?.where ?? null;
  const named = diagnosis === null || diagnosis.title === reason ? html`` : html`<p class="title">${diagnosis.title}</p>`;
  const report = cause?.report ?? [];
  return html`<section class="card cause ${result.verdict}" aria-labelledby="why">
<h2 id="why">Why</h2>
<p class="reason">${cause === null ? "" : link(cause.stream, cause.line)} ${reason}</p>
${where === null ? "" : html`<p>asked for at <code>${where}</code></p>`}
${named}
${diagnosis === null ? "" : html`<p>Stopped in <b>${diagnosis.phase}</b>, cause <code>${diagnosis.cause}</code> <span class="tag">${diagnosis.certainty}</span></p>
${evidence.length === 0 ? "" : html`<ul class="evidence">${evidence}</ul>`}
${diagnosis.advice === "" ? "" : html`<p class="advice"><b>Next</b> ${diagnosis.advice}</p>`}`}
${report.length < 2 ? "" : html`<details open><summary>Report, ${report.length} lines</summary><pre>${report.map((line) => html`${line}`)}</pre></details>`}
</section>`;
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
function phases(result, baseline) {
  if (result.phases.length === 0) return html``;
  const others = new Map(baseline?.phases.map(({ phase, duration }) => [phase, duration]));
  const rows = result.phases.map(({ phase, start, duration }) => {
    const before = others.get(phase);
    const compared = baseline === void 0 ? "" : html`<td class="num">${before === void 0 ? "not reached" : change(duration, before)}</td>`;
    return html`<tr><th scope="row"><i class="swatch ${phase}"></i>${phase}</th><td class="num">${formatDuration(start)}</td><td class="num">${formatDuration(duration)}</td>${compared}</tr>`;
  });
  const milestones = result.timeline.slice(0, LISTED).map(
    ({ time, phase, title }) => html`<tr><td class="num">${formatDuration(time)}</td><td>${phase}</td><td>${title}</td></tr>`
  );
  return html`<section class="card" aria-labelledby="phases"><h2 id="phases">Phases</h2>
${phaseBar(result, baseline)}
<table><thead><tr><th>phase</th><th class="num">from</th><th class="num">took</th>${baseline === void 0 ? "" : html`<th class="num">baseline</th>`}</tr></thead><tbody>${rows}</tbody></table>
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
  if (all.length === 0) return html``;
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

// src/report/page/page.ts
var LEVEL = 1;
function makePage(runs, assets = pageAssets()) {
  const { script, player, style } = assets;
  const several = runs.length > 1;
  const title = several ? `${runs.length} boots` : runs[0]?.result.scenario ?? "tdx-boot";
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} ${hashOf(player)} 'wasm-unsafe-eval'`,
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
${several ? index(runs) : ""}
${runs.map((run, number) => article(run, number, several))}
${dataBlock("player", Buffer.from(player))}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}
function article(run, number, several) {
  const { result, directory, console, baseline } = run;
  const prefix = several ? `${number + 1}/` : "";
  const link = lineLink(prefix);
  const back = several ? html`<nav><a href="#">\u2190 all boots</a></nav>` : "";
  return html`<article class="run" data-prefix="${prefix}" data-marks="${marksOf(result)}">
<div class="pane details">
${back}
${heading(result, `run-${number + 1}`)}
${outcome(result, link)}
${phases(result, baseline)}
${steps(result, link)}
${measurements(result)}
${findings(result, link)}
${booted(result)}
${reproduce(result, directory)}
</div>
<div class="pane console" data-streams="${console.streams.join(" ")}" data-counts="${JSON.stringify(console.counts)}" data-omitted="${console.omitted}">
<noscript><p>The console needs JavaScript. Its last lines:</p><pre>${result.lastLines.map((line) => html`${line}`)}</pre></noscript>
</div>
${dataBlock("lines", Buffer.from(console.text))}
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
function index(runs) {
  const longest = Math.max(...runs.map(({ result }) => result.time));
  const numbered = runs.map((run, number) => ({ ...run, number }));
  const sorted = VERDICTS.flatMap((verdict) => numbered.filter(({ result }) => result.verdict === verdict));
  const rows = sorted.map(({ result, baseline, earlier = [], number }) => {
    const { verdict, scenario, platform, phase, time, reason } = result;
    const why = verdict === "passed" ? "" : html`<div class="muted">${reason}</div>`;
    const before = baseline === void 0 ? "" : html`<div class="muted">${formatDuration(baseline.time)}</div>`;
    const flaky = verdict === "passed" && earlier.length > 0 ? html` <span class="tag warning">flaky</span>` : "";
    return html`<tr class="${verdict}"><td>${badge(verdict, verdict)}${flaky}</td>
<td><a href="#run-${number + 1}">${scenario}</a>${why}</td>
<td class="more">${platform}<div class="muted">${bootedFiles(result)}</div></td><td class="more">${phase}</td>
<td class="more bars">${phaseBar(result, baseline, longest)}</td><td class="num">${formatDuration(time)}${before}</td></tr>`;
  });
  const total = VERDICTS.flatMap((verdict) => {
    const count = runs.filter(({ result }) => result.verdict === verdict).length;
    return count === 0 ? [] : [badge(verdict, `${count} ${verdict}`)];
  });
  return html`<main class="index"><h1>${runs.length} boots</h1><p class="total">${total}</p>
<div class="wide"><table><thead><tr><th>verdict</th><th>scenario</th><th class="more">what was booted</th><th class="more">reached</th><th class="more">phases</th><th class="num">time</th></tr></thead>
<tbody>${rows}</tbody></table></div></main>`;
}
var VERDICTS = ["failed", "errored", "passed"];
function badge(verdict, text) {
  return html`<span class="badge ${verdict}">${VERDICT_MARKS[verdict]} ${text}</span>`;
}
function bootedFiles({ booted: booted2 }) {
  const name = (role) => booted2?.files.find((one) => one.role === role)?.path.split("/").at(-1);
  const names = [name("kernel"), booted2?.firmware?.recipe ?? name("firmware")];
  return names.filter((known) => known !== void 0).join(", ");
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
var OWN_BYTES = 64 * MIB;
var CAST_BYTES = 32 * MIB;
async function writeReport(file, runs, baseline) {
  await writeWhole(file, makePage(runs.map((run) => pageRun(run, baseline))));
}
function tooLong(directory) {
  const sizes = readdirSync(directory).filter((name) => name.endsWith(".raw")).map((name) => statSync(resolve(directory, name)).size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes <= OWN_BYTES) return void 0;
  return `no report.html by itself for ${Math.round(bytes / MIB)} MiB of output: tdx-boot report ${forShell(directory)}`;
}
function pageRun({ directory, result, earlier }, baseline) {
  const file = resolve(directory, CAST_FILE);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const cast = size === 0 || size > CAST_BYTES ? void 0 : readFileSync2(file);
  return { directory, result, earlier, baseline, cast, console: readConsole(directory, result) };
}

export {
  writeReport,
  tooLong,
  pageRun
};
