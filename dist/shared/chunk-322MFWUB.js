import {
  CAST_CUT,
  CERTAINTIES,
  EVENTS_FILE,
  MEASUREMENT_VERDICTS,
  bootedSchema,
  originSchema,
  problemOfEvent,
  streamName
} from "./chunk-PSFT4LPN.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  readChunk
} from "./chunk-LVISHQM2.js";
import {
  knownContent
} from "./chunk-A2HKPFWR.js";
import {
  formatWhere
} from "./chunk-KHPEMR2K.js";
import {
  _enum,
  array,
  int,
  literal,
  number,
  record,
  strictObject,
  string
} from "./chunk-WHSYAQ2C.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  PHASES,
  PLATFORMS,
  SEVERITIES,
  TD_KINDS
} from "./chunk-FZIILW4F.js";
import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/ktap/report.ts
var TEST_STATES = ["passed", "failed", "skipped", "todo", "unfinished"];
var TEST_PROBLEMS = ["plan", "truncated", "bail-out"];

// src/report/result.ts
var ms = number().describe("Milliseconds since the VMM was started");
var findingSchema = strictObject({
  kind: string(),
  id: string().describe("Stable name of the kind of finding"),
  title: string(),
  hint: string(),
  severity: _enum(SEVERITIES),
  phase: _enum(PHASES),
  time: ms,
  outcome: _enum(["failed", "errored"]).nullable().describe("null: reported only"),
  allowed: string().nullable().describe("Why the scenario allows it"),
  stream: streamName.nullable(),
  line: int().nullable().describe("Line number in the stream, from 1"),
  text: string().nullable(),
  report: array(string()).describe("The lines that followed"),
  where: string().nullable().describe("file:line:column of the scenario")
});
var omittedSchema = strictObject({
  kind: string(),
  id: string(),
  title: string().describe("Of the first one that is listed"),
  count: int().describe("How many were found and are not listed")
});
var stepSchema = strictObject({
  number: int(),
  kind: _enum(["expect", "send", "run"]),
  text: string(),
  state: _enum(["met", "sent", "missed", "open"]),
  where: string(),
  time: ms.nullable(),
  stream: streamName.nullable(),
  line: int().nullable().describe("Number of the line that met it, from 1"),
  seen: string().nullable().describe("The text of that line; of a command, how it ended")
});
var diagnosisSchema = strictObject({
  phase: _enum(PHASES).describe("Where the boot stopped"),
  cause: string().describe("Stable name of the cause; unknown: nothing explains it"),
  title: string(),
  fingerprint: string().nullable().describe("The same for equal crashes of all runs"),
  trace: array(string()).describe("The call trace, the innermost frame first, with source lines where guest.vmlinux is given"),
  certainty: _enum(CERTAINTIES).describe("known: a line says so; likely: it follows from what was seen; unknown"),
  evidence: array(
    strictObject({
      stream: streamName.nullable(),
      line: int().nullable().describe("Line number in the stream, from 1"),
      text: string()
    })
  ),
  advice: string()
});
var measurementSchema = strictObject({
  register: _enum(REGISTERS),
  asserted: _enum(["expected", "replay", "value"]).describe("value: the scenario gives it"),
  verdict: _enum(MEASUREMENT_VERDICTS).describe("not-known: a log was judged that is no recording of a boot"),
  wanted: array(string()).describe("96 hex digits; each is right"),
  shown: string().nullable().describe("By the guest; null: nothing that is a value"),
  explanation: string().nullable().describe("Which section or event differs, as far as it can be told"),
  where: string().describe("file:line:column of the scenario")
});
var RESULT_VERSION = 2;
var testSchema = strictObject({
  number: int().nullable().describe("As the guest counts"),
  name: string(),
  state: _enum(TEST_STATES).describe("todo: the report expects the failure; unfinished: there are subtests and no result"),
  reason: string().nullable().describe("What follows SKIP, TODO or XFAIL, or another remark"),
  allowed: string().nullable().describe("Why the scenario allows the failure"),
  line: int().describe("Line number of the result in the stream, from 1"),
  time: ms,
  diagnostics: array(string()).describe("Of a failure: the lines that explain it"),
  get tests() {
    return array(testSchema);
  }
});
var testReportSchema = strictObject({
  stream: streamName,
  alsoOn: array(streamName).describe("Other streams that showed the same report, which counts once"),
  line: int().describe("The line on which the report begins, from 1"),
  format: string().describe("As the report names itself; TAP when it has no version line"),
  plan: int().nullable().describe("How many tests it plans on its top level; null: it has no plan"),
  counts: strictObject({ passed: int(), failed: int(), skipped: int(), todo: int() }).describe("Of the tests that have no subtests"),
  tests: array(testSchema),
  omitted: int().describe("How many tests are counted and not listed"),
  problems: array(
    strictObject({
      kind: _enum(TEST_PROBLEMS),
      text: string(),
      line: int(),
      allowed: string().nullable()
    })
  )
});
var resultSchema = strictObject({
  version: literal(RESULT_VERSION),
  scenario: string(),
  platform: _enum(PLATFORMS),
  verdict: _enum(["passed", "failed", "errored"]),
  reason: string(),
  hint: string(),
  phase: _enum(PHASES).describe("The furthest phase that was reached"),
  td: _enum(TD_KINDS).describe("The Trust Domain that was started and showed itself: of TDX hardware, emulated, or none"),
  time: ms.describe("Milliseconds from the start of the VMM to the verdict"),
  origin: originSchema.nullable().describe("Which tdx-boot, host, job and scenario; null: of a log that is no recording"),
  booted: bootedSchema.nullable().describe("What was booted; null when nothing was started"),
  argv: array(string()).nullable().describe("The VMM command; null when none was started"),
  phases: array(strictObject({ phase: _enum(PHASES), start: ms, duration: number().nonnegative() })).describe(
    "The phases that were reached, in order; duration in milliseconds, to the next or to the verdict"
  ),
  steps: array(stepSchema),
  cause: findingSchema.nullable().describe("The finding that decided"),
  diagnosis: diagnosisSchema.nullable().describe("Where and why it stopped; null when it passed"),
  findings: array(findingSchema).describe("The first of each kind"),
  omitted: array(omittedSchema).describe("What was found more often than it is listed"),
  captures: record(string(), string()),
  facts: record(string(), string()).default({}).describe("What the probe guest said of itself, such as kernel.release; none of another guest"),
  measurements: array(measurementSchema).describe("One for each register that the scenario asserts"),
  timeline: array(strictObject({ time: ms, phase: _enum(PHASES), title: string() })),
  tests: array(testReportSchema).describe("KTAP and TAP reports of the guest"),
  lastLines: array(string())
}).describe("The result of one tdx-boot run");
function makeResult(scenario, verdict, { origin, booted, argv }) {
  return {
    version: RESULT_VERSION,
    scenario: scenario.name,
    platform: scenario.platform,
    verdict: verdict.verdict,
    reason: verdict.reason,
    hint: verdict.hint,
    phase: verdict.phase,
    td: verdict.td,
    time: verdict.time,
    origin: origin ?? null,
    booted: booted ?? null,
    argv: argv === void 0 ? null : [...argv],
    phases: phasesOf(verdict),
    steps: verdict.steps.map(stepResult),
    cause: verdict.cause === void 0 ? null : findingResult(verdict.cause),
    diagnosis: verdict.diagnosis === void 0 ? null : diagnosisResult(verdict.diagnosis),
    findings: verdict.findings.map(findingResult),
    omitted: verdict.omitted.map((entry) => ({ ...entry })),
    captures: { ...verdict.captures },
    facts: { ...verdict.facts },
    measurements: verdict.measurements.map(measurementResult),
    timeline: verdict.timeline.map((entry) => ({ ...entry })),
    tests: verdict.tests.map(testReportResult),
    lastLines: [...verdict.lastLines]
  };
}
function diagnosisResult(diagnosis) {
  return {
    ...diagnosis,
    fingerprint: diagnosis.fingerprint ?? null,
    trace: [...diagnosis.trace ?? []],
    evidence: diagnosis.evidence.map(({ stream, line, text }) => ({
      stream: stream ?? null,
      line: line ?? null,
      text
    }))
  };
}
function measurementResult(measurement) {
  const { wanted, shown, explanation, where } = measurement;
  return {
    ...measurement,
    wanted: [...wanted],
    shown: shown ?? null,
    explanation: explanation ?? null,
    where: formatWhere(where)
  };
}
function testReportResult(report) {
  return {
    ...report,
    alsoOn: [...report.alsoOn ?? []],
    plan: report.plan ?? null,
    counts: { ...report.counts },
    tests: report.tests.map(testResult),
    problems: report.problems.map((problem) => ({ ...problem, allowed: problem.allowed ?? null }))
  };
}
function testResult(test) {
  return {
    number: test.number ?? null,
    name: test.name,
    state: test.state,
    reason: test.reason ?? null,
    allowed: test.allowed ?? null,
    line: test.line,
    time: test.time,
    diagnostics: [...test.diagnostics],
    tests: test.tests.map(testResult)
  };
}
function findingResult(finding) {
  return {
    kind: finding.kind,
    id: finding.id,
    title: finding.title,
    hint: finding.hint,
    severity: finding.severity,
    phase: finding.phase,
    time: finding.time,
    outcome: finding.outcome ?? null,
    allowed: finding.allowed ?? null,
    stream: finding.stream ?? null,
    line: finding.line ?? null,
    text: finding.text ?? null,
    report: [...finding.report ?? []],
    where: finding.where === void 0 ? null : formatWhere(finding.where)
  };
}
function stepResult(step) {
  return {
    number: step.number,
    kind: step.kind,
    text: step.text,
    state: step.state,
    where: formatWhere(step.where),
    time: step.time ?? null,
    stream: step.stream ?? null,
    line: step.line ?? null,
    seen: step.seen ?? null
  };
}
function phasesOf({ timeline, time }) {
  const starts = [];
  for (const { phase, time: start } of timeline) {
    const last = starts.at(-1);
    if (last === void 0 || PHASES.indexOf(phase) > PHASES.indexOf(last.phase))
      starts.push({ phase, start });
  }
  return starts.map(({ phase, start }, index) => ({
    ...{ phase, start },
    duration: Math.max(0, (starts[index + 1]?.start ?? time) - start)
  }));
}

// src/boot/file-reader.ts
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
var CHUNK = 64 * 1024;
var LONGEST_LINE = 16 * 1024 * 1024;
function* readBytes(path) {
  const fd = path === "-" ? 0 : openLog(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let bytes = readChunk(fd, buffer);
    requireText(path, buffer.subarray(0, bytes.length));
    for (; bytes.length > 0; bytes = readChunk(fd, buffer)) yield bytes;
  } finally {
    if (fd !== 0) closeSync(fd);
  }
}
function* readLines(path) {
  const pieces = new Pieces(path);
  let rest = Buffer.alloc(0);
  try {
    for (let bytes = pieces.next(CHUNK); bytes.length > 0; bytes = pieces.next(CHUNK)) {
      const block = Buffer.concat([rest, bytes]);
      let start = 0;
      for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, start)) {
        yield block.toString("utf8", start, end);
        start = end + 1;
      }
      rest = block.subarray(start);
      if (rest.length > LONGEST_LINE) {
        throw new UsageError("bad-recording", `${path} has a line of more than ${LONGEST_LINE} bytes`);
      }
    }
  } finally {
    pieces.close();
  }
}
function lastLine(path) {
  const pieces = new Pieces(path);
  try {
    const text = pieces.end(CHUNK).toString();
    return text.slice(0, text.lastIndexOf("\n") + 1).split("\n").at(-2) ?? "";
  } finally {
    pieces.close();
  }
}
var Pieces = class {
  #path;
  #fd;
  #buffer = Buffer.allocUnsafe(CHUNK);
  /** @throws UsageError code `bad-recording` */
  constructor(path) {
    this.#path = path;
    try {
      this.#fd = openSync(path, "r");
    } catch (error) {
      throw new UsageError("bad-recording", `not a whole recording: ${messageOf(error)}`, { cause: error });
    }
  }
  /** At most so many of the next bytes; none at the end. They share one buffer. */
  next(most) {
    return this.#read(Math.min(most, CHUNK), null);
  }
  /** The last bytes, at most so many. */
  end(most) {
    const { size } = fstatSync(this.#fd);
    const length = Math.min(size, most);
    return this.#read(length, size - length);
  }
  close() {
    closeSync(this.#fd);
  }
  #read(length, position) {
    try {
      return this.#buffer.subarray(0, readSync(this.#fd, this.#buffer, 0, length, position));
    } catch (error) {
      throw new UsageError("bad-recording", `cannot read ${this.#path}: ${messageOf(error, this.#path)}`, {
        cause: error
      });
    }
  }
};
function requireText(path, head) {
  const found = knownContent(head);
  if (found?.group !== "compressed" && found?.group !== "archive") return;
  throw new UsageError("no-log", `${path} is ${found.name}, not a log`, {
    hint: 'Unpack it first, as in "zcat LOG | tdx-boot diagnose -" (xzcat, zstdcat, unzip -p).'
  });
}
function openLog(path) {
  try {
    if (!statSync(path).isDirectory()) return openSync(path, "r");
  } catch (error) {
    throw new UsageError("no-log", `cannot read the log: ${messageOf(error)}`, { cause: error });
  }
  throw new UsageError("no-log", `${path} is a directory, not a log`, {
    hint: 'Name one of its files, such as console.raw; "tdx-boot check" judges a whole recording.'
  });
}

// src/boot/recorded-run.ts
import { existsSync, statSync as statSync2 } from "node:fs";
import { join } from "node:path";
var END = '"end-of-log"';
function openRecorded(path, stream) {
  if (path !== "-" && !existsSync(path)) throw new UsageError("no-log", `${path}: no such file or directory`);
  if (path !== "-" && statSync2(path).isDirectory()) return new Recorded(path);
  const events = path.endsWith(".cast") ? new Cast(path, stream) : void 0;
  return events ?? { events: readLog(path, stream), timed: false, gap: () => void 0 };
}
function recordedDigests(directory) {
  const file = join(directory, EVENTS_FILE);
  const line = lastLine(file);
  if (!line.includes(END)) return [];
  const recorded = parseEvent(line, file);
  return "event" in recorded && recorded.event.type === "end-of-log" ? recorded.event.sha256 ?? [] : [];
}
function* readLog(path, stream) {
  for (const bytes of readBytes(path)) yield { type: "output", time: 0, stream, bytes: Buffer.from(bytes) };
}
var Recorded = class {
  events;
  timed = true;
  #directory;
  #whole;
  /** Until when it was read, in milliseconds. */
  #time = 0;
  constructor(directory) {
    this.#directory = directory;
    this.#whole = lastLine(this.#file(EVENTS_FILE)).includes(END);
    this.events = this.#read();
  }
  gap() {
    if (this.#whole) return void 0;
    return {
      title: `the recording is incomplete: it was read until ${formatDuration(this.#time)} after the start, and its end is missing`,
      hint: "Its run was killed, or its disk was full: boot again."
    };
  }
  *#read() {
    const raw = /* @__PURE__ */ new Map();
    const file = this.#file(EVENTS_FILE);
    let number2 = 0;
    try {
      for (const line of readLines(file)) {
        const where = `${file}:${++number2}`;
        const recorded = parseEvent(line, where);
        if (recorded.t < this.#time && !isEnd(recorded)) {
          throw new UsageError("bad-recording", `goes back in time, from ${this.#time} to ${recorded.t} ms`, {
            where
          });
        }
        this.#time = Math.max(this.#time, recorded.t);
        if ("event" in recorded) yield recorded.event;
        else if ("input" in recorded) {
          yield {
            type: "input",
            time: recorded.t,
            stream: recorded.input,
            bytes: Buffer.from(recorded.text)
          };
        } else if (!(yield* this.#output(recorded, raw, where))) return;
      }
    } finally {
      for (const pieces of raw.values()) pieces.close();
    }
  }
  /** @returns false when a run that was killed had not yet written all of these bytes */
  *#output({ t: time, output: stream, n }, raw, where) {
    const file = this.#file(`${stream}.raw`);
    if (!this.#whole && !existsSync(file)) return false;
    const pieces = raw.get(stream) ?? new Pieces(file);
    raw.set(stream, pieces);
    let left = n;
    while (left > 0) {
      const bytes = pieces.next(left);
      if (bytes.length === 0) break;
      left -= bytes.length;
      yield { type: "output", time, stream, bytes: Buffer.from(bytes) };
    }
    if (left === 0) return true;
    if (!this.#whole) return false;
    throw new UsageError("bad-recording", `${file} is ${left} bytes shorter than this event says`, { where });
  }
  #file(name) {
    return join(this.#directory, name);
  }
};
var Cast = class {
  events;
  timed = true;
  #cut = false;
  constructor(path, stream) {
    this.events = this.#read(path, stream);
  }
  gap() {
    if (!this.#cut) return void 0;
    return { title: "the asciicast was cut at the output limit", hint: "Judge the directory that it is in." };
  }
  *#read(path, stream) {
    let number2 = 0;
    for (const line of readLines(path)) {
      if (++number2 === 1) continue;
      const [seconds, code, text] = parseCastLine(line, `${path}:${number2}`);
      const time = Math.round(seconds * 1e6) / 1e3;
      if (code === "o") yield { type: "output", time, stream, bytes: Buffer.from(text) };
      this.#cut ||= code === "m" && text === CAST_CUT;
    }
  }
};
function isEnd(recorded) {
  return "event" in recorded && recorded.event.type === "end-of-log";
}
function parseCastLine(line, where) {
  const value = parseJson(line, where);
  if (Array.isArray(value) && typeof value[0] === "number" && typeof value[2] === "string") {
    return [value[0], String(value[1]), value[2]];
  }
  throw new UsageError("bad-recording", "is not an asciicast v2 event ([seconds, code, text])", { where });
}
function parseEvent(line, where) {
  const value = parseJson(line, where);
  const problem = problemOfEvent(value);
  if (problem === void 0) return value;
  throw new UsageError("bad-recording", `is not a recorded event: ${problem}`, { where });
}
function parseJson(text, where) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError("bad-recording", `is not JSON: ${messageOf(error)}`, { where, cause: error });
  }
}

export {
  RESULT_VERSION,
  resultSchema,
  makeResult,
  diagnosisResult,
  readBytes,
  openRecorded,
  recordedDigests
};
