import {
  formatDuration
} from "./chunk-IIUVJISF.js";
import {
  iso_exports
} from "./chunk-XUBCMVSW.js";
import {
  readChunk
} from "./chunk-YJUB5JHN.js";
import {
  formatWhere
} from "./chunk-GIHIYGVQ.js";
import {
  _enum,
  array,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  partialRecord,
  record,
  strictObject,
  string,
  templateLiteral,
  union
} from "./chunk-RS4IB5E5.js";
import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  BUILDS,
  PHASES,
  PLATFORMS,
  RECIPE_NAMES,
  SEVERITIES,
  STREAMS,
  TD_KINDS,
  VMMS
} from "./chunk-OOLZV5JI.js";
import {
  UsageError,
  messageOf
} from "./chunk-Q4CHHY4T.js";

// src/judge/booted.ts
var sha256 = string().regex(/^[0-9a-f]{64}$/);
var sha384 = string().regex(/^[0-9a-f]{96}$/);
var fileSchema = strictObject({
  role: _enum(["kernel", "initrd", "firmware", "firmware-vars", "disk"]),
  path: string().describe("On the host that booted it"),
  bytes: int().nonnegative(),
  sha256: sha256.nullable().describe("Before the boot; null: the file is too large to be read for this")
});
var firmwareSchema = strictObject({
  recipe: _enum(RECIPE_NAMES),
  build: _enum(BUILDS),
  from: string().describe("URL or directory of the source"),
  ref: string().nullable().describe("As the scenario names it; null: the pin"),
  commit: string().nullable(),
  key: string().describe("Name of the image in the store and in caches")
});
var bootedSchema = strictObject({
  vmm: strictObject({
    name: _enum(VMMS),
    version: string().nullable(),
    path: string()
  }),
  cpus: int().positive(),
  memory: int().positive().describe("Bytes"),
  files: array(fileSchema),
  firmware: firmwareSchema.nullable().describe("How it was built; null: it is a file of the user or of the VMM"),
  mrtd: sha384.nullable().describe(
    "MRTD of a Trust Domain that this VMM starts with the firmware; null: no Trust Domain, or not computed"
  ),
  command: array(array(string())).describe("The commands that boot the same guest from a shell, each with its streams in files")
});

// src/judge/events.ts
var VM_ENDS = ["shutdown", "reset", "panicked", "crashed", "broken"];
var VM_STATES = [...VM_ENDS, "driven"];
var COMMAND_ENDS = ["exit", "signal", "not-started", "no-directory"];
var ABORT_CAUSES = [
  "output-limit",
  "cancelled",
  "not-started",
  "not-recorded",
  "incomplete"
];
var COMMAND_FINDINGS = [
  "command-exit",
  "command-signal",
  "command-not-found",
  "command-not-started",
  "command-late",
  "command-flood",
  "command-cut",
  "agent-silent",
  "agent-broken"
];
var MEASUREMENT_VERDICTS = ["equal", "different", "not-shown", "not-known"];
var CERTAINTIES = ["known", "likely", "unknown"];

// src/judge/origin.ts
var ORIGIN_FILE = "origin.json";
var SCENARIO_FILE = "scenario.yml";
var PLACES_FILE = "places.json";
var originSchema = strictObject({
  version: literal(1),
  tdxBoot: string().describe("Version of tdx-boot"),
  start: iso_exports.datetime().describe("When the run began, in UTC"),
  scenario: strictObject({
    file: string().describe("As messages name it"),
    name: string()
  }),
  host: strictObject({
    os: string().nullable(),
    kernel: string(),
    cpu: string().nullable(),
    cpus: int(),
    memory: int().describe("Bytes")
  }),
  job: strictObject({
    repository: string(),
    commit: string(),
    ref: string().nullable(),
    workflow: string().nullable(),
    job: string().nullable(),
    run: string().nullable().describe("Number that names the run in the URL"),
    attempt: string().nullable(),
    url: string().nullable()
  }).nullable().describe("Of a CI system; null: no job")
});

// src/judge/recorded.ts
var EVENTS_FILE = "events.jsonl";
var CAST_CUT = "tdx-boot: not shown any further; the .raw files have all";
var sha3842 = string().regex(/^[0-9a-f]{96}$/);
var prediction = object({
  values: array(
    object({
      value: sha3842,
      by: array(string()),
      events: array(
        object({ register: _enum(REGISTERS), name: string(), text: string(), digest: sha3842 })
      )
    })
  ),
  suspects: array(object({ value: sha3842, text: string() }))
});
var recordedPredictions = partialRecord(_enum(REGISTERS), prediction);
var time = number().nonnegative();
var runStream = templateLiteral(["run-", int().positive()]);
var streamName = union([_enum(STREAMS), runStream]);
var machineEvent = discriminatedUnion("type", [
  object({
    type: literal("launch"),
    time,
    argv: array(string()),
    pid: number(),
    platform: _enum(PLATFORMS).optional(),
    booted: bootedSchema.optional(),
    silenceExpected: string().optional(),
    predictions: recordedPredictions.optional()
  }),
  object({ type: literal("vm"), time, state: _enum(VM_STATES), detail: string() }),
  object({ type: literal("cpu"), time, busy: number() }),
  object({ type: literal("held"), time, ms: number() }),
  object({ type: literal("agent"), time, state: _enum(["ready", "broken"]), detail: string() }),
  object({
    type: literal("command"),
    time,
    stream: runStream,
    how: _enum(COMMAND_ENDS),
    value: string()
  }),
  object({ type: literal("exit"), time, code: number().nullable(), signal: string().nullable() }),
  object({
    type: literal("abort"),
    time,
    cause: _enum(ABORT_CAUSES),
    message: string(),
    hint: string().optional()
  }),
  object({ type: literal("end-of-log"), time })
]);
var FORMS = {
  output: object({ t: time, output: streamName, n: int().nonnegative() }),
  input: object({ t: time, input: streamName, text: string() }),
  event: object({ t: time, event: machineEvent })
};
function problemOfEvent(value) {
  const has = (key) => typeof value === "object" && value !== null && key in value;
  const form = has("output") ? FORMS.output : has("input") ? FORMS.input : FORMS.event;
  const issue = form.safeParse(value).error?.issues[0];
  return issue === void 0 ? void 0 : `${issue.path.join(".") || "line"}: ${issue.message}`;
}

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
function phasesOf({ timeline, time: time2 }) {
  const starts = [];
  for (const { phase, time: start } of timeline) {
    const last = starts.at(-1);
    if (last === void 0 || PHASES.indexOf(phase) > PHASES.indexOf(last.phase))
      starts.push({ phase, start });
  }
  return starts.map(({ phase, start }, index) => ({
    ...{ phase, start },
    duration: Math.max(0, (starts[index + 1]?.start ?? time2) - start)
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
    for (let bytes = readChunk(fd, buffer); bytes.length > 0; bytes = readChunk(fd, buffer)) yield bytes;
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
      throw new UsageError("bad-recording", `cannot read ${this.#path}: ${messageOf(error)}`, {
        cause: error
      });
    }
  }
};
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
function openRecorded(path, stream) {
  if (path !== "-" && !existsSync(path)) throw new UsageError("no-log", `${path}: no such file or directory`);
  if (path !== "-" && statSync2(path).isDirectory()) return new Recorded(path);
  const events = path.endsWith(".cast") ? new Cast(path, stream) : void 0;
  return events ?? { events: readLog(path, stream), timed: false, gap: () => void 0 };
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
    this.#whole = lastLine(this.#file(EVENTS_FILE)).includes('"end-of-log"');
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
  *#output({ t: time2, output: stream, n }, raw, where) {
    const file = this.#file(`${stream}.raw`);
    if (!this.#whole && !existsSync(file)) return false;
    const pieces = raw.get(stream) ?? new Pieces(file);
    raw.set(stream, pieces);
    let left = n;
    while (left > 0) {
      const bytes = pieces.next(left);
      if (bytes.length === 0) break;
      left -= bytes.length;
      yield { type: "output", time: time2, stream, bytes: Buffer.from(bytes) };
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
      const time2 = Math.round(seconds * 1e6) / 1e3;
      if (code === "o") yield { type: "output", time: time2, stream, bytes: Buffer.from(text) };
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
  COMMAND_FINDINGS,
  ORIGIN_FILE,
  SCENARIO_FILE,
  PLACES_FILE,
  originSchema,
  EVENTS_FILE,
  CAST_CUT,
  RESULT_VERSION,
  resultSchema,
  makeResult,
  diagnosisResult,
  readBytes,
  openRecorded
};
