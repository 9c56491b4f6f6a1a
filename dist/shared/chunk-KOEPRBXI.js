import {
  shortly
} from "./chunk-2RGQK5KE.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  formatWhere
} from "./chunk-KHPEMR2K.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";

// src/report/tests.ts
var MOST_LINES = 60;
function describeReport({ stream, alsoOn = [], line, format, counts, problems }) {
  const wrong = problems.filter(({ allowed }) => allowed == null).length;
  const more = wrong === 0 ? "" : `, ${wrong} ${wrong === 1 ? "problem" : "problems"}`;
  const copies = alsoOn.length === 0 ? "" : `, also on ${alsoOn.join(" and ")}`;
  return `tests on ${stream}, line ${line}${copies}: ${describeCounts(counts)}${more} (${format})`;
}
function describeTests(report) {
  const lines = [
    ...report.tests.flatMap((test) => describeTest(test, "")),
    ...report.problems.map(({ text, allowed }) => `${text}${allowedWords(allowed)}`)
  ];
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `and ${rest} more lines: see result.json`] : lines;
}
function describeTest(test, indent) {
  const { number, name, state, reason, allowed, tests } = test;
  const mark = { passed: "ok", failed: "not ok", skipped: "ok", todo: "not ok", unfinished: "unfinished" }[state];
  const words = [mark, ...number == null ? [] : [String(number)], ...name === "" ? [] : [name]];
  const directive = state === "skipped" ? " # SKIP" : state === "todo" ? " # TODO" : reason == null ? "" : " #";
  const why = `${directive}${reason == null ? "" : ` ${reason}`}${allowedWords(allowed)}`;
  const open = state === "unfinished" || tests.some(saysMore);
  const inside = tests.length === 0 || open ? "" : ` (${describeTestCounts(tests)})`;
  return [
    `${indent}${words.join(" ")}${why}${inside}`,
    ...open ? tests.flatMap((inner) => describeTest(inner, `${indent}  `)) : []
  ];
}
function saysMore({ state, tests }) {
  return state === "failed" || state === "unfinished" || tests.some(saysMore);
}
function describeCounts({ passed, failed, skipped, todo }) {
  const words = [
    `${passed} passed`,
    ...failed === 0 ? [] : [`${failed} failed`],
    ...skipped === 0 ? [] : [`${skipped} skipped`],
    ...todo === 0 ? [] : [`${todo} expected to fail`]
  ];
  return words.join(", ");
}
function describeTestCounts(tests) {
  const counts = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  const add = ({ state, tests: inner }) => {
    if (inner.length > 0) inner.forEach(add);
    else if (state !== "unfinished") counts[state]++;
  };
  tests.forEach(add);
  return describeCounts(counts);
}
function allowedWords(allowed) {
  return allowed == null ? "" : ` (allowed: ${allowed})`;
}

// src/report/words.ts
var NO_TIME = 0;
var PLATFORM_WORDS = {
  tdx: "Trust Domain (platform tdx)",
  "tdx-emulated": "Emulated Trust Domain (platform tdx-emulated: no TDX hardware)",
  kvm: "VM under KVM (platform kvm)",
  emulated: "Emulated VM (platform emulated)"
};
var STEP_WORDS = { met: "met", sent: "sent", missed: "missed", open: "not run" };
function describeEvent(event) {
  const time = event.time === NO_TIME ? "" : `${formatTime(event.time)} `;
  switch (event.type) {
    case "phase":
      return `${time}phase ${event.phase}: ${event.title}`;
    case "step":
      return `${time}step ${event.step.number} ${event.step.state}: ${describeStep(event.step)}`;
    case "finding":
      return `${time}${describeFinding(event.finding)}`;
    case "notice":
      return `${time}notice: ${event.message}`;
    default:
      return void 0;
  }
}
function describeStep(step) {
  if (step.kind === "run") return `run ${shortly(step.text)}`;
  return step.kind === "send" ? `send ${quote(step.text)}` : step.text;
}
function describeFinding({ title, severity, outcome, allowed, stream, line }) {
  const weight = outcome ?? (allowed == null ? severity : `allowed (${allowed})`);
  return `${weight}: ${title}${stream == null ? "" : ` [${stream}:${line}]`}`;
}
var TD_WORDS = { real: ", Trust Domain", emulated: ", emulated Trust Domain", none: "" };
function describeVerdict(name, verdict) {
  const met = verdict.steps.filter(({ state }) => state === "met" || state === "sent").length;
  const lines = [
    `${verdict.verdict}: ${name} (${met} of ${verdict.steps.length} steps, reached ${verdict.phase}${verdict.time === NO_TIME ? "" : `, ${formatDuration(verdict.time)}`}${TD_WORDS[verdict.td]})`
  ];
  const measurements = verdict.measurements.map((row) => `  ${describeMeasurement(row)}`);
  const tests = verdict.tests.flatMap((report) => [
    `  ${describeReport(report)}`,
    ...describeTests(report).map((line) => `    ${line}`)
  ]);
  const omitted = verdict.omitted.map((entry) => `  ${describeOmitted(entry)}`);
  if (verdict.verdict === "passed") return [...lines, ...tests, ...measurements, ...omitted];
  lines.push(`  reason: ${verdict.reason}`);
  if (verdict.cause?.where !== void 0) lines.push(`  asked for at ${formatWhere(verdict.cause.where)}`);
  if (verdict.diagnosis !== void 0) lines.push(...describeDiagnosis(verdict.diagnosis, verdict.reason));
  return [...lines, ...tests, ...measurements, ...omitted];
}
function describeOmitted({
  title,
  id,
  count
}) {
  return `not listed: ${count} more of "${title}" [${id}]`;
}
function describeMeasurement({ register, asserted, verdict, wanted, shown }) {
  const value = shown === void 0 ? "" : ` ${shortHex(shown)}`;
  const instead = verdict === "different" ? `, not ${wanted.map(shortHex).join(" or ")}` : "";
  return `${register}${value}: ${verdict}${instead} (${asserted})`;
}
function describeReproduction(directory) {
  const name = forShell(directory);
  return [
    { what: "judge again", command: `tdx-boot check ${name}` },
    { what: "boot again", command: `tdx-boot run ${name}` }
  ];
}
var TRACE_LINES = 8;
function describeDiagnosis(diagnosis, reason = "") {
  const { phase, title, evidence, advice } = diagnosis;
  return [
    `  stopped in: ${phase}`,
    ...title === reason ? [] : [describeCause(diagnosis)],
    ...evidence.map((item) => `  ${describeEvidence(item)}`),
    ...describeTrace(diagnosis),
    ...advice === "" ? [] : [`  next: ${advice}`]
  ];
}
function describeTrace({ trace = [] }) {
  return trace.slice(0, TRACE_LINES).map((line) => `    ${line}`);
}
var CAUSE_WORDS = { known: "cause", likely: "likely cause", unknown: "cause not known" };
function describeCause({ cause, title, certainty }) {
  return `  ${CAUSE_WORDS[certainty]}: ${title}${cause === "unknown" ? "" : ` [${cause}]`}`;
}
function describeEvidence({ stream, line, text }) {
  const place = [...stream == null ? [] : [stream], ...line == null ? [] : [`line ${line}`]];
  return place.length === 0 ? text : `${place.join(" ")}: ${text}`;
}
function formatTime(ms) {
  return `[${(ms / 1e3).toFixed(3).padStart(8)}]`;
}
function headlineOf({ reason, diagnosis }) {
  return diagnosis?.title.includes(reason) === true ? diagnosis.title : reason;
}

export {
  describeReport,
  describeTests,
  saysMore,
  describeCounts,
  describeTestCounts,
  PLATFORM_WORDS,
  STEP_WORDS,
  describeEvent,
  describeStep,
  describeFinding,
  describeVerdict,
  describeOmitted,
  describeReproduction,
  describeDiagnosis,
  describeTrace,
  describeEvidence,
  headlineOf
};
