import {
  formatWhere
} from "./chunk-7IGLDAEP.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";

// src/judge/diagnosis/hints.ts
var STUCK_HINTS = {
  host: "The VMM was never started.",
  vmm: "Not one byte came from the guest. Check that the console the guest prints to is one of the streams (console=hvc0 or console=ttyS0), and that the firmware fits the VMM: a release TDVF or td-shim is silent.",
  firmware: 'There was output, but no line of a kernel. Either the firmware did not get to one (a debug build of it says why on the serial port), or the kernel is quiet: take "quiet" off its command line.',
  bootloader: "The firmware handed over and no kernel line followed. Check the boot entry, and that the kernel command line names a console (console=hvc0 or console=ttyS0).",
  kernel: 'The kernel started and stopped before its init. Add "ignore_loglevel initcall_debug" to the command line.',
  initramfs: "The initramfs started and did not hand over to the real root. Check root= and the drivers it needs.",
  userspace: "Userspace is up. Compare the pattern with the last lines of the console below."
};
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)} ms`;
  if (ms < 1e4) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// src/report/tests.ts
var MOST_LINES = 60;
function describeReport({ stream, line, format, counts, problems }) {
  const wrong = problems.filter(({ allowed }) => allowed === void 0).length;
  const more = wrong === 0 ? "" : `, ${wrong} ${wrong === 1 ? "problem" : "problems"}`;
  return `tests on ${stream}, line ${line}: ${describeCounts(counts)}${more} (${format})`;
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
  const words = [mark, ...number === void 0 ? [] : [String(number)], ...name === "" ? [] : [name]];
  const directive = state === "skipped" ? " # SKIP" : state === "todo" ? " # TODO" : reason === void 0 ? "" : " #";
  const why = `${directive}${reason === void 0 ? "" : ` ${reason}`}${allowedWords(allowed)}`;
  const open = state === "unfinished" || tests.some(saysMore);
  const inside = tests.length === 0 || open ? "" : ` (${describeCounts(countOf(tests))})`;
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
function countOf(tests) {
  const counts = { passed: 0, failed: 0, skipped: 0, todo: 0 };
  const add = ({ state, tests: inner }) => {
    if (inner.length > 0) inner.forEach(add);
    else if (state !== "unfinished") counts[state]++;
  };
  tests.forEach(add);
  return counts;
}
function allowedWords(allowed) {
  return allowed === void 0 ? "" : ` (allowed: ${allowed})`;
}

// src/report/words.ts
function describeEvent(event) {
  const time = formatTime(event.time);
  switch (event.type) {
    case "phase":
      return `${time} phase ${event.phase}: ${event.title}`;
    case "step":
      return `${time} step ${event.step.number} ${event.step.state}: ${describeStep(event.step)}`;
    case "finding":
      return `${time} ${describeFinding(event.finding)}`;
    case "notice":
      return `${time} notice: ${event.message}`;
    default:
      return void 0;
  }
}
function describeStep(step) {
  return step.kind === "send" ? `send ${quote(step.text)}` : step.text;
}
function describeFinding(finding) {
  const weight = finding.outcome ?? (finding.allowed === void 0 ? finding.severity : `allowed (${finding.allowed})`);
  const place = finding.stream === void 0 ? "" : ` [${finding.stream}:${finding.line}]`;
  return `${weight}: ${finding.title}${place}`;
}
var TD_WORDS = { real: ", Trust Domain", emulated: ", emulated Trust Domain", none: "" };
function describeVerdict(name, verdict) {
  const met = verdict.steps.filter(({ state }) => state === "met" || state === "sent").length;
  const lines = [
    `${verdict.verdict}: ${name} (${met} of ${verdict.steps.length} steps, reached ${verdict.phase}, ${formatDuration(verdict.time)}${TD_WORDS[verdict.td]})`
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
function describeOmitted({ title, id, count }) {
  return `not listed: ${count} more of "${title}" [${id}]`;
}
function describeMeasurement({ register, asserted, verdict, wanted, shown }) {
  const value = shown === void 0 ? "" : ` ${shortHex(shown)}`;
  const instead = verdict === "different" ? `, not ${wanted.map(shortHex).join(" or ")}` : "";
  return `${register}${value}: ${verdict}${instead} (${asserted})`;
}
var TRACE_LINES = 8;
function describeDiagnosis(diagnosis, reason = "") {
  const { phase, cause, title, evidence, trace = [], advice, certainty } = diagnosis;
  return [
    `  stopped in: ${phase}`,
    ...title === reason ? [] : [`  cause (${certainty}): ${title} [${cause}]`],
    ...evidence.map((item) => `  ${describeEvidence(item)}`),
    ...trace.slice(0, TRACE_LINES).map((line) => `    ${line}`),
    ...advice === "" ? [] : [`  next: ${advice}`]
  ];
}
function describeEvidence({ stream, line, text }) {
  const place = [...stream === void 0 ? [] : [stream], ...line === void 0 ? [] : [`line ${line}`]];
  return place.length === 0 ? text : `${place.join(" ")}: ${text}`;
}
function formatTime(ms) {
  return `[${(ms / 1e3).toFixed(3).padStart(8)}]`;
}

export {
  STUCK_HINTS,
  formatDuration,
  describeReport,
  describeTests,
  describeEvent,
  describeStep,
  describeFinding,
  describeVerdict,
  describeOmitted,
  describeDiagnosis,
  describeEvidence
};
