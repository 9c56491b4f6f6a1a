import {
  formatDuration
} from "./chunk-HNLTKXNJ.js";
import {
  formatWhere
} from "./chunk-GIHIYGVQ.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";

// src/judge/steps.ts
var StepProgress = class {
  #captures = /* @__PURE__ */ new Map();
  #steps;
  #met = /* @__PURE__ */ new Map();
  #sent = /* @__PURE__ */ new Map();
  /** The stream that met the last step, if it is one into which can be typed. */
  #speaker = "console";
  #ran = /* @__PURE__ */ new Map();
  #current = 0;
  /** The stream on which the latest expectation was met. */
  #metOn;
  /** The current command was started. */
  #started = false;
  #since = 0;
  /** What is open, until a step is met: asked for with every line. */
  #open;
  constructor(steps) {
    this.#steps = steps;
  }
  /** What named groups have captured; a group may be called `__proto__`. */
  get captures() {
    return Object.fromEntries(this.#captures);
  }
  get done() {
    return this.#current >= this.#steps.length;
  }
  /** The send that is to be carried out now, if any, with its stream. */
  get sendNow() {
    const step = this.#steps[this.#current];
    return step?.kind === "send" ? { ...step, stream: step.stream ?? this.#speaker } : void 0;
  }
  /** Where the last text was sent; undefined: none was. */
  get typedInto() {
    return [...this.#sent.values()].at(-1)?.stream;
  }
  /** The command that is waited for, if any. */
  get running() {
    const step = this.#steps[this.#current];
    if (step?.kind !== "run") return void 0;
    const [number, since, started] = [this.#current + 1, this.#since, this.#started];
    return { step, number, since, started, due: earliest(since, step.withinMs) };
  }
  /** The stream on which the latest expectation was met, if that was the step before the current one. */
  get metOn() {
    return this.#steps[this.#current - 1]?.kind === "expect" ? this.#metOn : void 0;
  }
  /** The current command has been started. */
  start() {
    this.#started = true;
  }
  /** The current command has ended as the scenario wants. */
  ran({ step, number }, time, seen) {
    const report = { ...reportRun(step, number), state: "met", time, seen };
    this.#ran.set(step, report);
    this.#advance(time);
    return report;
  }
  /** The current send has been carried out. */
  sent(time) {
    const step = this.#steps[this.#current];
    const { stream } = this.sendNow ?? {};
    if (step?.kind !== "send" || stream === void 0) return void 0;
    this.#sent.set(step, { time, stream });
    const report = this.#reportSend(step, this.#current + 1);
    this.#advance(time);
    return report;
  }
  /** What has to appear now; empty when a send is due or all is done. */
  open() {
    this.#open ??= this.#findOpen();
    return this.#open;
  }
  /** `, while step 2 waits for "login: "`: to be added to what has happened instead; empty when nothing is expected. */
  get stillExpected() {
    const { running } = this;
    if (running !== void 0) return `, while step ${running.number} ${doing(running)}`;
    const open = this.open()[0];
    return open === void 0 ? "" : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
  }
  /** The open step that is this expectation; undefined when it is not its turn, or was met. */
  openFor(expect) {
    return this.open().find((due) => due.expect === expect);
  }
  /** Notes that an open expectation was met, which may make the next step the current one. */
  meet(due, match, seen) {
    const report = {
      number: due.number,
      kind: "expect",
      text: due.expect.pattern.source,
      state: "met",
      where: due.expect.where,
      ...seen
    };
    this.#met.set(due.expect, report);
    if (seen.stream === "console" || seen.stream === "serial") this.#speaker = seen.stream;
    if (this.running === void 0) this.#metOn = seen.stream;
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== void 0) this.#captures.set(name, value);
    }
    this.#open = void 0;
    if (this.open().length === 0 && this.running === void 0) this.#advance(seen.time);
    return report;
  }
  /** Every step in order, with its state. */
  reports(ended) {
    return this.#steps.flatMap((step, index) => {
      const number = index + 1;
      if (step.kind === "send") return [this.#reportSend(step, number)];
      const state = ended && index === this.#current ? "missed" : "open";
      if (step.kind === "run") return [this.#ran.get(step) ?? { ...reportRun(step, number), state }];
      return membersOf(step).map((expect) => {
        const unmet = {
          number,
          kind: "expect",
          text: expect.pattern.source,
          state,
          where: expect.where
        };
        return this.#met.get(expect) ?? unmet;
      });
    });
  }
  #reportSend(step, number) {
    const sent = this.#sent.get(step);
    const base = { number, kind: "send", text: step.text, where: step.where };
    if (sent !== void 0) return { ...base, state: "sent", ...sent };
    return { ...base, state: "open", ...step.stream === void 0 ? {} : { stream: step.stream } };
  }
  #findOpen() {
    const step = this.#steps[this.#current];
    if (step === void 0 || step.kind === "send") return [];
    const members = membersOf(step).filter((member) => !this.#met.has(member));
    const group = step.kind === "any-order" ? step.withinMs : void 0;
    return members.map((expect) => ({
      expect,
      number: this.#current + 1,
      due: earliest(this.#since, expect.withinMs, group),
      since: this.#since
    }));
  }
  #advance(time) {
    this.#open = void 0;
    this.#current++;
    this.#started = false;
    this.#since = time;
  }
};
function membersOf(step) {
  if (step.kind === "run") return step.output === void 0 ? [] : [step.output];
  return step.kind === "expect" ? [step] : step.expects;
}
function reportRun({ shown: text, where, stream }, number) {
  return { number, kind: "run", text, where, stream };
}
function doing({ step, started }) {
  return `${started ? "runs" : "waits for the agent to run"} ${shortly(step.shown)}`;
}
function shortly(command) {
  const [first = "", ...more] = command.trim().split("\n");
  return more.length === 0 ? quote(first) : `${quote(first)} (${more.length} more lines)`;
}
function earliest(since, ...limits) {
  const known = limits.filter((limit) => limit !== void 0);
  return known.length === 0 ? void 0 : since + Math.min(...known);
}

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

export {
  StepProgress,
  shortly,
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
  describeEvidence
};
