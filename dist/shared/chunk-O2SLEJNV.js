import {
  makeDirectories
} from "./chunk-2H22IQHJ.js";
import {
  makeResult
} from "./chunk-322MFWUB.js";
import {
  CAST_CUT,
  EVENTS_FILE,
  ORIGIN_FILE,
  PLACES_FILE,
  SCENARIO_FILE,
  withDigests
} from "./chunk-PSFT4LPN.js";
import {
  given,
  iso_exports,
  recordScenario
} from "./chunk-UWL53G6B.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  partialRecord,
  strictObject,
  string
} from "./chunk-WHSYAQ2C.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  forFileName,
  forJson,
  forPath
} from "./chunk-ATIFMRE6.js";
import {
  PHASES,
  PLATFORMS,
  SEVERITIES
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/suite/history-run.ts
var HISTORY_VERSION = 1;
var SOURCES = [
  "firmware",
  "firmware-vars",
  "kernel",
  "initrd",
  "disk",
  "cmdline",
  "machine",
  "vmm"
];
var historyRunSchema = strictObject({
  version: literal(HISTORY_VERSION),
  scenario: string(),
  platform: _enum(PLATFORMS),
  start: iso_exports.datetime().nullable().describe("When the run began, in UTC; null: not known"),
  tdxBoot: string().nullable().describe("Version of tdx-boot"),
  job: strictObject({ repository: string(), commit: string(), url: string().nullable() }).nullable().describe("Of a CI system; null: no job"),
  host: strictObject({ cpu: string().nullable(), kernel: string() }).nullable().describe("Times of different CPUs are not compared"),
  verdict: _enum(["passed", "failed", "errored"]).describe("Of the last attempt"),
  flaky: boolean().describe("Passed after an attempt that did not"),
  reason: string(),
  phase: _enum(PHASES).describe("The furthest phase that was reached"),
  time: number().nonnegative().describe("Milliseconds from the start of the VMM to the verdict"),
  phases: array(
    strictObject({
      phase: _enum(PHASES),
      duration: number().nonnegative().describe("Milliseconds")
    })
  ),
  cause: strictObject({ id: string(), title: string(), phase: _enum(PHASES) }).nullable().describe("Of the diagnosis: where and why the boot stopped"),
  findings: array(strictObject({ id: string(), title: string(), severity: _enum(SEVERITIES) })).describe("The first of each kind, without those that the scenario allows"),
  tests: strictObject({ passed: int().nonnegative(), failed: array(string()) }).describe(
    "Of the KTAP and TAP reports: tests without subtests; names have those of the tests above before them"
  ),
  sources: partialRecord(_enum(SOURCES), string().nullable()).describe("What was booted: SHA-256 of files, else the value; null: a file whose digest is not known"),
  registers: partialRecord(_enum(REGISTERS), string()).describe("As the guest showed them")
}).describe("One line of a history: one run of tdx-boot");

// src/report/history-run.ts
var KEPT = 200;
var CMDLINE_OPTIONS = ["-append", "--cmdline"];
function historyRun({ result, earlier = [] }) {
  const { origin, booted, diagnosis, verdict } = result;
  const job = origin?.job ?? null;
  return {
    version: HISTORY_VERSION,
    scenario: result.scenario,
    platform: result.platform,
    start: origin?.start ?? null,
    tdxBoot: origin?.tdxBoot ?? null,
    job: job === null ? null : { repository: job.repository, commit: job.commit, url: job.url },
    host: origin === null ? null : { cpu: origin.host.cpu, kernel: origin.host.kernel },
    verdict,
    flaky: verdict === "passed" && earlier.length > 0,
    reason: result.reason,
    phase: result.phase,
    time: result.time,
    phases: result.phases.map(({ phase, duration }) => ({ phase, duration })),
    cause: diagnosis === null ? null : { id: diagnosis.cause, title: diagnosis.title, phase: diagnosis.phase },
    findings: result.findings.filter(({ allowed }) => allowed === null).slice(0, KEPT).map(({ id, title, severity }) => ({ id, title, severity })),
    tests: testsOf(result),
    sources: booted === null ? {} : sourcesOf(booted),
    registers: registersOf(result)
  };
}
function testsOf({ tests: reports }) {
  const failed = reports.flatMap(({ tests }) => failures(tests, ""));
  const passed = reports.reduce((sum, { counts }) => sum + counts.passed, 0);
  return { passed, failed: [...new Set(failed)].slice(0, KEPT) };
}
function failures(tests, above) {
  return tests.flatMap(({ name, state, allowed, tests: below }) => {
    const path = above === "" ? name : `${above} / ${name}`;
    const inner = failures(below, path);
    if (inner.length > 0) return inner;
    return (state === "failed" || state === "unfinished") && allowed === null ? [path] : [];
  });
}
function sourcesOf({ files, vmm, cpus, memory, command }) {
  const sources = {
    machine: `${cpus} CPUs, ${memory} bytes`,
    vmm: `${vmm.name} ${vmm.version ?? "(version not known)"}`
  };
  for (const { role, sha256 } of files) {
    const before = sources[role];
    sources[role] = before === null || sha256 === null ? null : before === void 0 ? sha256 : `${before} ${sha256}`;
  }
  const argv = command.at(-1) ?? [];
  const option = argv.findIndex((word) => CMDLINE_OPTIONS.includes(word));
  const cmdline = option < 0 ? void 0 : argv[option + 1];
  return cmdline === void 0 ? sources : { ...sources, cmdline };
}
function registersOf({ measurements, booted }) {
  const registers = {};
  if (booted?.mrtd != null) registers.mrtd = booted.mrtd;
  for (const { register, shown } of measurements) if (shown !== null) registers[register] = shown;
  return registers;
}

// src/report/whole-file.ts
import { open, rename, rm } from "node:fs/promises";
async function writeWhole(path, text) {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

// src/report/recording.ts
import { createWriteStream, mkdirSync as mkdirSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { resolve } from "node:path";

// src/report/cast.ts
var Cast = class {
  #write;
  #decoders = /* @__PURE__ */ new Map();
  #room;
  /** Times never go back, while a deadline is reported with its own time after output that was read a moment later. */
  #time = 0;
  /** Output of one time that is not written yet. */
  #text = "";
  /** @param limit the cast ends before it is longer than this, in bytes: JSON spells a byte with up to six */
  constructor(title, limit, write) {
    this.#write = write;
    this.#room = limit;
    const timestamp = Math.floor(Date.now() / 1e3);
    write(`${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title })}
`);
  }
  output(stream, time, bytes) {
    if (time > this.#time) this.flush();
    this.#time = Math.max(this.#time, time);
    const decoder = this.#decoders.get(stream) ?? new TextDecoder();
    this.#decoders.set(stream, decoder);
    this.#text += decoder.decode(bytes, { stream: true });
  }
  event(time, code, text) {
    this.flush();
    this.#time = Math.max(this.#time, time);
    this.#line(code, text);
  }
  /** Writes what was collected. */
  flush() {
    const text = this.#text;
    this.#text = "";
    this.#line("o", text);
  }
  #line(code, text) {
    if (text === "" || this.#room < 0) return;
    const line = `${JSON.stringify([this.#time / 1e3, code, text])}
`;
    this.#room -= Buffer.byteLength(line);
    this.#write(this.#room >= 0 ? line : `${JSON.stringify([this.#time / 1e3, "m", CAST_CUT])}
`);
  }
};

// src/report/guest-files.ts
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
var FILES_DIRECTORY = "files";
var FILES_FILE = "files.json";
var OF_ITS_NAME = ["EEXIST", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EINVAL"];
function isFileEvent(event) {
  return event.type === "file" || event.type.startsWith("file-");
}
var GuestFiles = class {
  #directory;
  #kept = [];
  #leftOut = [];
  #open;
  /** @param directory that of the results */
  constructor(directory) {
    this.#directory = directory;
  }
  /** @throws an error of the system when the disk takes no more */
  on(event) {
    switch (event.type) {
      case "file":
        this.#begin(event.path);
        break;
      case "file-bytes":
        this.#write(event.bytes);
        break;
      case "file-end":
        if (this.#open !== void 0 && event.cut !== void 0) this.#open.kept.cut = event.cut;
        this.close();
        break;
      case "file-left-out":
        this.#leftOut.push({ path: event.path, why: event.why });
    }
  }
  /** Writes `files.json` where there is something to say. @throws an error of the system */
  seal() {
    this.close();
    if (this.#kept.length + this.#leftOut.length === 0) return;
    const index = { files: this.#kept, leftOut: this.#leftOut };
    writeFileSync(join(this.#directory, FILES_FILE), `${forJson(index)}
`, { flag: "wx" });
  }
  close() {
    if (this.#open !== void 0) closeSync(this.#open.fd);
    this.#open = void 0;
  }
  #begin(path) {
    this.close();
    const name = forPath(path);
    if (name === void 0) {
      this.#leftOut.push({ path, why: "its path leaves the directory, or is too long" });
      return;
    }
    const file = join(this.#directory, FILES_DIRECTORY, name);
    try {
      mkdirSync(dirname(file), { recursive: true });
      const kept = { path, name, bytes: 0 };
      this.#open = { fd: openSync(file, "wx", 420), kept };
      this.#kept.push(kept);
    } catch (error) {
      const code = codeOf(error);
      if (code === void 0 || !OF_ITS_NAME.includes(code)) throw error;
      this.#leftOut.push({ path, why: `its name is taken, or cannot be kept on this host (${code})` });
    }
  }
  #write(bytes) {
    if (this.#open === void 0) return;
    const { fd, kept } = this.#open;
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    kept.bytes += bytes.length;
  }
};

// src/report/recording.ts
var RESULT_FILE = "result.json";
var CAST_FILE = "boot.cast";
var REPORT_FILE = "report.html";
var BUFFER_BYTES = 1024 * 1024;
var COLLECT_MS = 50;
function makeRunDirectory(base, name) {
  const slug = forFileName(name);
  if (base === "")
    throw new UsageError("no-results-dir", "the directory for results has an empty name", {
      hint: OTHER_DIRECTORY
    });
  try {
    makeDirectories(base);
    for (let number2 = 1; ; number2++) {
      const directory = resolve(base, number2 === 1 ? slug : `${slug}-${number2}`);
      if (makeOnce(directory)) return directory;
    }
  } catch (error) {
    if (isFull(error)) throw diskFull(base, error);
    throw new HostError("no-results-dir", `cannot write results to ${base}: ${messageOf(error, base)}`, {
      hint: OTHER_DIRECTORY,
      cause: error
    });
  }
}
function recordOrigin(directory, { source }, origin) {
  try {
    const { text, places } = recordScenario(source);
    writeFileSync2(resolve(directory, SCENARIO_FILE), text, { flag: "wx" });
    writeFileSync2(resolve(directory, PLACES_FILE), `${JSON.stringify(places)}
`, { flag: "wx" });
    writeFileSync2(resolve(directory, ORIGIN_FILE), `${JSON.stringify(origin, null, 2)}
`, { flag: "wx" });
  } catch (error) {
    throw explainWrite(directory, error);
  }
}
var openFile = (path) => createWriteStream(path, { flags: "wx", highWaterMark: BUFFER_BYTES });
var Recording = class {
  name = "the recording";
  essential = true;
  directory;
  #scenario;
  #open;
  #raw = /* @__PURE__ */ new Map();
  #events;
  #castFile;
  #cast;
  #guestFiles;
  /** The output that the next bytes may belong to: same stream, same time. */
  #collected;
  #timer;
  #failure;
  #argv;
  #booted;
  #digests;
  #origin;
  /**
   * @param origin for the result; {@link recordOrigin} has written it
   * @param open for tests: files that take their time
   */
  constructor(directory, scenario, origin, open2 = openFile) {
    this.#origin = origin;
    this.directory = directory;
    this.#scenario = scenario;
    this.#open = open2;
    this.#guestFiles = new GuestFiles(directory);
    this.#events = this.#openFile(EVENTS_FILE);
    this.#castFile = this.#openFile(CAST_FILE);
    this.#cast = new Cast(scenario.name, scenario.outputLimit, (text) => this.#castFile.write(text));
  }
  /** Resolves when the files take more. @throws HostError code `disk-full` or `cannot-record` */
  on(event) {
    if (event.type === "verdict") return this.#writeResult(event);
    this.#throwFailure();
    if (event.type === "digests") {
      this.#digests = event.sha256;
      return;
    }
    if (isFileEvent(event)) return this.#explained(() => this.#guestFiles.on(event));
    if (event.type === "output") this.#output(event.stream, event.time, event.bytes);
    else this.#other(event);
    const full = this.#files().filter((file) => file.writableNeedDrain);
    if (full.length > 0) return this.#drained(full);
  }
  /** Ends the files. Only then is the recording said to be whole. @throws HostError code `disk-full` or `cannot-record` */
  async seal(time) {
    this.#explained(() => this.#guestFiles.seal());
    this.#writeCollected();
    await Promise.all([...this.#raw.values(), this.#castFile].map((file) => this.#end(file)));
    this.#throwFailure();
    this.#line({ t: time, event: { type: "end-of-log", time, ...given({ sha256: this.#digests }) } });
    await this.#end(this.#events);
    this.#throwFailure();
  }
  close() {
    this.#guestFiles.close();
    clearTimeout(this.#timer);
    for (const file of this.#files()) file.destroy();
  }
  #explained(body) {
    try {
      body();
    } catch (error) {
      throw explainWrite(this.directory, error);
    }
  }
  #files() {
    return [...this.#raw.values(), this.#events, this.#castFile];
  }
  async #writeResult({ verdict }) {
    const booted = this.#booted && withDigests(this.#booted, this.#digests ?? []);
    const facts = { origin: this.#origin, booted, argv: this.#argv };
    const result = makeResult(this.#scenario, verdict, facts);
    try {
      await writeWhole(resolve(this.directory, RESULT_FILE), `${JSON.stringify(result, null, 2)}
`);
    } catch (error) {
      throw explainWrite(this.directory, error);
    }
  }
  #output(stream, time, bytes) {
    if (this.#collected?.stream !== stream || this.#collected.time !== time) {
      this.#writeCollected();
      this.#collected = { stream, time, bytes: 0 };
      this.#timer = setTimeout(() => this.#writeCollected(), COLLECT_MS).unref();
    }
    this.#collected.bytes += bytes.length;
    const raw = this.#raw.get(stream) ?? this.#openFile(`${stream}.raw`);
    this.#raw.set(stream, raw);
    raw.write(bytes);
    if (stream !== "vmm") this.#cast.output(stream, time, bytes);
  }
  #writeCollected() {
    clearTimeout(this.#timer);
    if (this.#collected !== void 0) {
      const { stream, time, bytes } = this.#collected;
      this.#line({ t: time, output: stream, n: bytes });
    }
    this.#collected = void 0;
    this.#cast.flush();
  }
  #other(event) {
    if (event.type === "send" || event.type === "run" || event.type === "notice") return;
    this.#writeCollected();
    if (event.type === "input") {
      const text = Buffer.from(event.bytes).toString();
      this.#line({ t: event.time, input: event.stream, text });
      this.#cast.event(event.time, "i", text);
    } else if (event.type === "step" || event.type === "finding" || event.type === "phase") {
      this.#cast.event(event.time, "m", event.type === "phase" ? event.title : event.type);
    } else {
      if (event.type === "launch") {
        this.#argv = event.argv;
        this.#booted = event.booted;
      }
      this.#line({ t: event.time, event });
    }
  }
  #line(event) {
    if (!this.#events.writableEnded) this.#events.write(`${JSON.stringify(event)}
`);
  }
  #openFile(name) {
    const file = this.#open(resolve(this.directory, name));
    file.on("error", (error) => {
      this.#failure ??= explainWrite(this.directory, error);
    });
    return file;
  }
  /** Resolves when each of the files takes more, or never will. */
  async #drained(files) {
    await Promise.all(files.map(takesMore));
    this.#throwFailure();
  }
  /** Resolves when everything is written and the file is closed, or has failed. */
  #end(file) {
    return new Promise((resolve2) => {
      if (file.closed) resolve2();
      else file.once("close", resolve2).end();
    });
  }
  #throwFailure() {
    if (this.#failure !== void 0) throw this.#failure;
  }
};
function explainWrite(directory, error) {
  if (isFull(error)) return diskFull(directory, error);
  const message = `cannot write to ${directory}: ${messageOf(error)}`;
  return new HostError("cannot-record", message, { hint: OTHER_DIRECTORY, cause: error });
}
function takesMore(file) {
  return new Promise((resolve2) => {
    const done = () => {
      file.off("drain", done).off("close", done);
      resolve2();
    };
    if (file.destroyed) resolve2();
    else file.on("drain", done).on("close", done);
  });
}
var OTHER_DIRECTORY = 'Name another directory (--results DIR, or the input "results").';
function isFull(error) {
  return codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT";
}
function diskFull(directory, cause) {
  return new HostError("disk-full", `the disk of ${directory} is full: the run could not be recorded`, {
    hint: `Free some space there (df -h ${directory}), or name a directory on another disk (--results DIR, or the input "results").`,
    cause
  });
}
function makeOnce(directory) {
  try {
    mkdirSync2(directory);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

export {
  HISTORY_VERSION,
  SOURCES,
  historyRunSchema,
  historyRun,
  writeWhole,
  RESULT_FILE,
  CAST_FILE,
  REPORT_FILE,
  makeRunDirectory,
  recordOrigin,
  Recording
};
