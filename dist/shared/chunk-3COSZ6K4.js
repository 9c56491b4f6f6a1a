import {
  PLATFORM_WORDS,
  STEP_WORDS,
  describeEvidence,
  describeFinding,
  describeOmitted,
  describeReport,
  describeReproduction,
  describeStep,
  describeTests,
  formatDuration
} from "./chunk-IIUVJISF.js";
import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import {
  forHtml
} from "./chunk-ATIFMRE6.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";

// src/report/summary.ts
var MARKS = { passed: "\u2705", failed: "\u274C", errored: "\u26A0\uFE0F" };
var STEP_MARKS = { met: "\u2705", sent: "\u27A1\uFE0F", missed: "\u274C", open: "\xB7" };
var LISTED = 100;
var COLUMNS = 1e3;
var REPORT_LINES = 60;
var LIMIT = 900 * 1024;
var BAR = 40;
function summarize(runs) {
  return joined([
    ...overview(runs),
    ...grouped(runs.filter(({ result }) => result.verdict !== "passed")).flatMap(failure),
    ...runs.filter(({ result }) => result.verdict === "passed").flatMap(pass)
  ]);
}
function summarizeRefusal(name, problems) {
  return joined([heading("errored", name), list(problems.slice(0, LISTED).map(code))]);
}
function overview(runs) {
  const rows = runs.slice(0, LISTED).map(({ result, before, link, earlier = [] }) => {
    const { verdict, scenario, platform, booted, time } = result;
    const flaky = verdict === "passed" && earlier.length > 0 ? " (flaky)" : "";
    const name = (role) => booted?.files.find((file) => file.role === role)?.path.split("/").at(-1);
    const kernel = name("kernel") ?? "";
    const firmware = booted?.firmware?.recipe ?? name("firmware") ?? "";
    const change = before === void 0 ? "" : ` (${percent(time, before.time)})`;
    const where = link?.startsWith("https://") === true ? `<a href="${forHtml(link)}">recording and report</a>` : "";
    return [
      `${MARKS[verdict]} ${verdict}${flaky}`,
      code(scenario),
      platform,
      kernel === "" ? "" : code(kernel),
      firmware === "" ? "" : code(firmware),
      `${formatDuration(time)}${change}`,
      where
    ];
  });
  const rest = runs.length > LISTED ? [`<p>and ${runs.length - LISTED} more</p>`] : [];
  return [...table(["verdict", "scenario", "platform", "kernel", "firmware", "time", ""], rows), ...rest];
}
function grouped(runs) {
  const groups = /* @__PURE__ */ new Map();
  for (const run of runs) {
    const { verdict, reason, diagnosis } = run.result;
    const key = JSON.stringify([verdict, reason, diagnosis?.cause]);
    groups.set(key, [...groups.get(key) ?? [], run]);
  }
  return [...groups.values()];
}
function failure(runs) {
  const [run, ...others] = runs;
  if (run === void 0) return [];
  const { result, directory } = run;
  const { verdict, scenario, platform, phase, time, cause, reason, lastLines } = result;
  const place = cause === null || cause.where === null ? "" : ` (${code(cause.where)})`;
  const report = cause?.report ?? [];
  const same = others.slice(0, LISTED).map((other) => code(other.result.scenario));
  return [
    heading(verdict, scenario),
    `<p>${PLATFORM_WORDS[platform]}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...same.length === 0 ? [] : [`<p>The same of ${same.join(", ")}.</p>`],
    `<p><b>${code(reason)}</b>${place}</p>`,
    ...diagnosisList(result),
    ...report.length === 0 ? [] : [folded("Report of the guest", block(report.slice(0, REPORT_LINES)))],
    ...traceOf(result),
    ...stepTable(result),
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...phaseBar(result),
    ...lastLines.length === 0 ? [] : [folded("Last lines of the guest", block(lastLines))],
    list(describeReproduction(directory).map(({ what, command }) => `${what}: ${code(command)}`))
  ];
}
function pass({ result }) {
  const { scenario, platform, td, phase, time, captures } = result;
  const trust = { real: ", a Trust Domain", emulated: ", an emulated Trust Domain", none: "" }[td];
  const captured = Object.entries(captures).slice(0, LISTED).map(([name, value]) => `${code(name)}: ${code(value)}`);
  return [
    heading("passed", scenario),
    `<p>${PLATFORM_WORDS[platform]}${trust}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...captured.length === 0 ? [] : [list(captured)],
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...stepTable(result).map((text) => folded("Steps", text)),
    ...phaseBar(result)
  ];
}
function heading(verdict, name) {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${verdict}</h3>`;
}
function joined(blocks) {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ["<p>The rest is in result.json.</p>"] : [];
  return `${[...shown, ...rest].join("\n\n")}
`;
}
function diagnosisList({ diagnosis, reason }) {
  if (diagnosis === null) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = title === reason ? "" : `${code(title)} `;
  return [
    list([
      `Stopped in <b>${phase}</b>`,
      `Cause (${certainty}): ${named}${code(cause)}`,
      ...evidence.map((item) => `Evidence: ${code(describeEvidence(item))}`),
      ...advice === "" ? [] : [`Next: ${code(advice)}`]
    ])
  ];
}
function traceOf({ diagnosis }) {
  const trace = diagnosis?.trace ?? [];
  return trace.length === 0 ? [] : [folded("Call trace", block(trace.slice(0, REPORT_LINES)))];
}
function testTrees({ tests }) {
  return tests.slice(0, LISTED).flatMap((report) => {
    const lines = describeTests(report);
    const head = `<p>${code(describeReport(report))}</p>`;
    return lines.length === 0 ? [head] : [head, block(lines)];
  });
}
function stepTable({ steps }) {
  const rows = steps.slice(0, LISTED).map((step) => {
    const time = step.time === null ? "" : formatDuration(step.time);
    return [
      String(step.number),
      `${STEP_MARKS[step.state]} ${STEP_WORDS[step.state]}`,
      code(describeStep(step)),
      time
    ];
  });
  return table(["step", "state", "what", "time"], rows);
}
function firmwareLine({ booted }) {
  if (booted?.mrtd == null) return [];
  const sha256 = booted.files.find(({ role }) => role === "firmware")?.sha256 ?? "";
  return [`<p>Firmware: SHA-256 ${code(sha256)}, MRTD ${code(booted.mrtd)}</p>`];
}
function measurementTable({ measurements }) {
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => code(shortHex(value))).join(" or ");
    const seen = shown === null ? "" : code(shortHex(shown));
    return [register, `${verdict === "equal" ? "\u2705" : "\u274C"} ${verdict}`, asserted, values, seen];
  });
  return table(["register", "", "asserted", "has to be", "the guest shows"], rows);
}
function phaseBar({ phases, time, timeline }) {
  if (phases.length === 0) return [];
  const width = Math.max(...phases.map(({ phase }) => phase.length));
  const lines = phases.map(({ phase, duration }) => {
    const blocks = "\u2588".repeat(Math.max(1, Math.round(BAR * duration / Math.max(1, time))));
    return `${phase.padEnd(width)}  ${formatDuration(duration).padStart(8)}  ${blocks}`;
  });
  const rows = timeline.slice(0, LISTED).map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  const milestones = table(["time", "phase", ""], rows).map((text) => folded("Timeline", text));
  return [block(lines), ...milestones];
}
function findingList({ findings, omitted }) {
  if (findings.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeFinding(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}
function percent(now, before) {
  const change = before === 0 ? 0 : Math.round(100 * (now - before) / before);
  return `${change < 0 ? "\u2212" : "+"}${Math.abs(change)} %`;
}
function table(head, rows) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  if (rows.length === 0) return [];
  return [["<table>", row(head, "th"), ...rows.map((cells) => row(cells, "td")), "</table>"].join("\n")];
}
function folded(title, content) {
  return `<details><summary>${title}</summary>
${content}
</details>`;
}
function list(items) {
  return ["<ul>", ...items.map((item) => `<li>${item}</li>`), "</ul>"].join("\n");
}
function code(text) {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}
function block(lines) {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join("\n")}</pre>`;
}

export {
  summarize,
  summarizeRefusal
};
