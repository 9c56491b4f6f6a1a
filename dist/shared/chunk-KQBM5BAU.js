import {
  LISTED,
  block,
  code,
  folded,
  heading,
  joined,
  list,
  marked,
  table
} from "./chunk-V67K3L6B.js";
import {
  earlierRuns,
  typicalTime
} from "./chunk-G3FSNJFZ.js";
import {
  WORST_FIRST,
  countKinds,
  describeCounts
} from "./chunk-JQ76SB74.js";
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
  headlineOf
} from "./chunk-KOEPRBXI.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  forHtml
} from "./chunk-ATIFMRE6.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";

// src/report/summary-run.ts
import { join, relative } from "node:path";
var STEP_MARKS = { met: "\u2705", sent: "\u27A1\uFE0F", missed: "\u274C", open: "\xB7" };
var REPORT_LINES = 60;
var BAR = 40;
function failureOf({ result, directory }, others, artifact) {
  const { verdict, scenario, platform, phase, time, cause, lastLines } = result;
  const place = cause === null || cause.where === null ? "" : ` (${code(cause.where)})`;
  const same = others.slice(0, LISTED).map((other) => code(other.result.scenario));
  return [
    heading(verdict, scenario),
    `<p>${PLATFORM_WORDS[platform]}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...same.length === 0 ? [] : [`<p>The same of ${same.join(", ")}.</p>`],
    `<p><b>${code(headlineOf(result))}</b>${place}</p>`,
    ...diagnosisList(result),
    ...traceOf(result),
    ...phaseBar(result),
    list(reproduction(directory, artifact)),
    ...stepTable(result),
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...timelineOf(result),
    ...lastLines.length === 0 ? [] : [folded("Last lines of the guest", block(lastLines))]
  ];
}
function passOf({ result }) {
  const { platform, td, phase, time, captures } = result;
  const trust = { real: ", a Trust Domain", emulated: ", an emulated Trust Domain", none: "" }[td];
  const captured = Object.entries(captures).slice(0, LISTED).map(([name, value]) => `${code(name)}: ${code(value)}`);
  return [
    `<p>${PLATFORM_WORDS[platform]}${trust}, reached <b>${phase}</b>, ${formatDuration(time)}.</p>`,
    ...captured.length === 0 ? [] : [list(captured)],
    ...testTrees(result),
    ...firmwareLine(result),
    ...measurementTable(result),
    ...findingList(result),
    ...stepTable(result).map((text) => folded("Steps", text)),
    ...phaseBar(result),
    ...timelineOf(result)
  ];
}
function reproduction(directory, artifact) {
  if (artifact === void 0) return commands(describeReproduction(directory));
  const fetched = join(artifact.name, relative(artifact.root, directory));
  return commands([{ what: "get the recording", command: artifact.fetch }, ...describeReproduction(fetched)]);
}
function commands(all) {
  return all.map(({ what, command }) => `${what}: ${code(command)}`);
}
function diagnosisList(result) {
  const { diagnosis } = result;
  if (diagnosis === null) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = headlineOf(result).includes(title) ? "" : `${code(title)} `;
  return [
    list([
      `Stopped in <b>${phase}</b>`,
      `Cause (${certainty}): ${named}${code(cause)}`,
      ...evidence.map((item) => `Evidence: ${code(describeEvidence(item))}`),
      ...advice === "" ? [] : [`Next: ${code(advice)}`]
    ])
  ];
}
function traceOf({ diagnosis, cause }) {
  const trace = diagnosis?.trace ?? [];
  if (trace.length > 0) return [folded("Call trace", block(trace.slice(0, REPORT_LINES)))];
  const report = cause?.report ?? [];
  return report.length === 0 ? [] : [folded("Report of the guest", block(report.slice(0, REPORT_LINES)))];
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
function phaseBar({ phases, time }) {
  if (phases.length === 0) return [];
  const width = Math.max(...phases.map(({ phase }) => phase.length));
  const lines = phases.map(({ phase, duration }) => {
    const blocks = "\u2588".repeat(Math.max(1, Math.round(BAR * duration / Math.max(1, time))));
    return `${phase.padEnd(width)}  ${formatDuration(duration).padStart(8)}  ${blocks}`;
  });
  return [block(lines)];
}
function timelineOf({ timeline }) {
  const rows = timeline.slice(0, LISTED).map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  return table(["time", "phase", ""], rows).map((text) => folded("Timeline", text));
}
function findingList({ findings, omitted }) {
  if (findings.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeFinding(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}

// src/report/summary.ts
var CAPTURES = 3;
function withTimes(runs, history) {
  return runs.map((run) => ({ ...run, before: typicalTime(earlierRuns(history, run.result)) }));
}
function summarize(runs, whole = {}) {
  const { unrecorded = [], artifact } = whole;
  const passed = runs.filter(({ result }) => result.verdict === "passed");
  const failures = grouped(
    runs.filter(({ result }) => result.verdict !== "passed"),
    ({ result }) => [result.verdict, result.reason, result.diagnosis?.cause]
  );
  const several = runs.length + unrecorded.length > 1 || whole.suite !== void 0;
  return joined([
    ...several ? total(runs, whole) : [],
    ...overview(runs, unrecorded, several),
    ...linkTo(artifact),
    ...failures.flatMap(([first, ...others]) => failureOf(first, others, artifact)),
    ...withoutResult(unrecorded),
    ...flaky(passed),
    ...passed.flatMap((run) => {
      const name = run.result.scenario;
      const blocks = passOf(run);
      return several ? [folded(marked("passed", code(name)), blocks.join("\n"))] : [heading("passed", name), ...blocks];
    })
  ]);
}
function summarizeRefusal(name, problems) {
  return joined([heading("errored", name), list(problems.slice(0, LISTED).map(code))]);
}
function grouped(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
function total(runs, { suite, unrecorded = [] }) {
  const all = [
    ...runs.map((run) => ({ verdict: run.result.verdict, flaky: isFlaky(run) })),
    ...unrecorded.map(({ verdict: verdict2 }) => ({ verdict: verdict2, flaky: false }))
  ];
  const counts = countKinds(all);
  const verdict = counts.failed > 0 ? "failed" : counts.errored + counts["not-run"] > 0 ? "errored" : "passed";
  return [heading(suite?.verdict ?? verdict, suite?.name ?? "all"), `<p>${describeCounts(all)}.</p>`];
}
function overview(runs, unrecorded, several) {
  const all = [
    ...runs.map((run) => ({ kind: isFlaky(run) ? "flaky" : run.result.verdict, row: rowOf(run) })),
    ...unrecorded.map(({ name, verdict }) => ({ kind: verdict, row: emptyRow(name, verdict) }))
  ];
  const rows = WORST_FIRST.flatMap(
    (wanted) => all.flatMap(({ kind, row }) => kind === wanted ? [row] : [])
  );
  const head = ["verdict", "scenario", "platform", "kernel", "firmware", "time", "came up"];
  const rest = rows.length > LISTED ? [`<p>and ${rows.length - LISTED} more</p>`] : [];
  const columns = several ? head.length : head.length - 1;
  const cut = (cells) => cells.slice(0, columns);
  return [...table(cut(head), rows.slice(0, LISTED).map(cut)), ...rest];
}
function isFlaky({ result, earlier = [] }) {
  return result.verdict === "passed" && earlier.length > 0;
}
function rowOf(run) {
  const { result, before } = run;
  const { verdict, scenario, platform, booted, time, phase, captures } = result;
  const flaky2 = isFlaky(run) ? " (flaky)" : "";
  const name = (role) => booted?.files.find((file) => file.role === role)?.path.split("/").at(-1);
  const kernel = name("kernel") ?? "";
  const firmware = booted?.firmware?.recipe ?? name("firmware") ?? "";
  const change = before === void 0 ? "" : ` (${percent(time, before)})`;
  const captured = Object.entries(captures).slice(0, CAPTURES).map(([key, value]) => `${code(key)}: ${code(value)}`);
  return [
    marked(verdict, `${verdict}${flaky2}`),
    code(scenario),
    platform,
    kernel === "" ? "" : code(kernel),
    firmware === "" ? "" : code(firmware),
    `${formatDuration(time)}${change}`,
    verdict === "passed" ? captured.join(", ") : `reached ${phase}`
  ];
}
function emptyRow(name, verdict) {
  return [marked(verdict, verdict === "not-run" ? "not run" : verdict), code(name), "", "", "", "", ""];
}
function linkTo(artifact) {
  if (artifact?.url.startsWith("https://") !== true) return [];
  return [`<p><a href="${forHtml(artifact.url)}">Recording and report</a></p>`];
}
function withoutResult(unrecorded) {
  const tried = unrecorded.filter(({ verdict }) => verdict === "failed" || verdict === "errored");
  const groups = grouped(tried, ({ verdict, reason }) => [verdict, reason]);
  return groups.flatMap(([{ name, verdict, reason }, ...others]) => {
    const same = others.slice(0, LISTED).map((other) => code(other.name));
    return [
      heading(verdict, name),
      ...same.length === 0 ? [] : [`<p>The same of ${same.join(", ")}.</p>`],
      `<p><b>${code(reason)}</b></p>`
    ];
  });
}
function flaky(passed) {
  const items = passed.flatMap(({ result, earlier = [] }) => {
    const attempts = earlier.map((attempt) => `${attempt.verdict}: ${code(attempt.reason)}`);
    return attempts.length === 0 ? [] : [`${code(result.scenario)} passed after ${attempts.join("; ")}`];
  });
  return items.length === 0 ? [] : [`<h3>${marked("flaky")}</h3>`, list(items.slice(0, LISTED))];
}
function percent(now, before) {
  const change = before === 0 ? 0 : Math.round(100 * (now - before) / before);
  return `${change < 0 ? "\u2212" : "+"}${Math.abs(change)} %`;
}

export {
  withTimes,
  summarize,
  summarizeRefusal,
  grouped
};
