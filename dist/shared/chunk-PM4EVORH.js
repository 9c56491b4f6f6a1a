import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  CAST_CUT,
  EVENTS_FILE,
  Judge,
  LinePrinter,
  RESULT_FILE,
  Recording,
  describeLint,
  lintScenario,
  makeRunDirectory,
  probeDisk,
  problemOfEvent,
  requireSound,
  run,
  spoil
} from "./chunk-JJKIUXYG.js";
import {
  Pieces,
  lastLine,
  readBytes,
  readLines
} from "./chunk-UCU26WNI.js";
import {
  makeResult
} from "./chunk-O2OWTJ2I.js";
import {
  describeEvent,
  describeVerdict,
  formatDuration
} from "./chunk-GK3NDIQF.js";
import {
  checkFiles,
  requireKernel
} from "./chunk-3GJWELV3.js";
import {
  STDIN,
  loadScenario,
  parseScenario
} from "./chunk-BBWEQVOO.js";
import {
  ScenarioError
} from "./chunk-GKQLW2Q3.js";
import {
  BuildTerminal
} from "./chunk-ARPSE3KR.js";
import {
  Store,
  defaultRoot
} from "./chunk-LHLQYRMB.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  UsageError,
  formatError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/cli/commands.ts
import { existsSync as existsSync2, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join as join2 } from "node:path";

// src/boot/recorded-run.ts
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
function openRecorded(path, stream) {
  if (path !== "-" && !existsSync(path)) throw new UsageError("no-log", `${path}: no such file or directory`);
  if (path !== "-" && statSync(path).isDirectory()) return new Recorded(path);
  const events = path.endsWith(".cast") ? new Cast(path, stream) : void 0;
  return events ?? { events: readLog(path, stream), gap: () => void 0 };
}
function* readLog(path, stream) {
  for (const bytes of readBytes(path)) yield { type: "output", time: 0, stream, bytes: Buffer.from(bytes) };
}
var Recorded = class {
  events;
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
    let number = 0;
    try {
      for (const line of readLines(file)) {
        const where = `${file}:${++number}`;
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
  #cut = false;
  constructor(path, stream) {
    this.events = this.#read(path, stream);
  }
  gap() {
    if (!this.#cut) return void 0;
    return { title: "the asciicast was cut at the output limit", hint: "Judge the directory that it is in." };
  }
  *#read(path, stream) {
    let number = 0;
    for (const line of readLines(path)) {
      if (++number === 1) continue;
      const [seconds, code, text] = parseCastLine(line, `${path}:${number}`);
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

// src/boot/replay.ts
function* replay(path, rules, stream = "console") {
  const judge = new Judge(rules);
  const run3 = openRecorded(path, stream);
  yield* judge.start();
  let time = 0;
  for (const event of run3.events) {
    time = event.time;
    const news = judge.push(event);
    yield event;
    yield* news.map((item) => withGap(item, run3));
    if (judge.verdict !== void 0) return;
  }
  const gap = run3.gap();
  if (gap === void 0) yield* judge.push({ type: "end-of-log", time });
  else {
    const abort = { type: "abort", time, cause: "incomplete", message: gap.title, hint: gap.hint };
    yield* judge.push(abort).map((item) => withGap(item, run3));
  }
}
function withGap(event, run3) {
  const gap = event.type === "verdict" && event.verdict.verdict === "passed" ? run3.gap() : void 0;
  if (event.type !== "verdict" || gap === void 0) return event;
  return { ...event, verdict: spoil(event.verdict, { kind: "recording", ...gap }) };
}

// src/report/terminal.ts
var TerminalReporter = class {
  name = "the terminal";
  #printer;
  #scenario;
  #console;
  /** @param live shows the guest's console, too */
  constructor(printer, scenario, live = printer.isTerminal) {
    this.#printer = printer;
    this.#scenario = scenario;
    this.#console = live ? new LinePrinter(
      (stream, text) => printer.line(text, { style: "gray", mark: `${stream.padStart(8)} | ` })
    ) : void 0;
  }
  on(event) {
    if (event.type === "output") {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === "verdict") {
      this.#console?.flush();
      const style = event.verdict.verdict === "passed" ? "green" : "red";
      const [head = "", ...rest] = describeVerdict(this.#scenario, event.verdict);
      this.#printer.line(head, { style });
      this.#printer.lines(rest);
    } else {
      const text = describeEvent(event);
      const style = event.type === "finding" ? "yellow" : "cyan";
      if (text !== void 0) this.#printer.line(text, { style });
    }
    return this.#printer.drained();
  }
};

// src/cli/commands.ts
async function run2(file, options, streams) {
  return bootAndReport(loadScenario(file, options.uses), options, streams);
}
async function bootAndReport(loaded, options, streams) {
  const { out, error } = streams;
  let directory = "";
  const ended = await run(loaded, {
    warn: (message) => warn([message], error),
    begin: (scenario, session) => {
      const listener = onTerminal(scenario, options, streams, session);
      directory = listener.directory;
      return listener;
    }
  });
  const result = join2(directory, RESULT_FILE);
  if (options.json !== true) out.line(`  results: ${directory}`);
  else if (existsSync2(result)) out.json(JSON.parse(readFileSync(result, "utf8")));
  const { verdict, lost = [] } = ended.value ?? {};
  const others = lost.filter(({ code }) => code !== "output-failed");
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  return verdict === void 0 || others.length > 0 && verdict.verdict === "passed" ? EXIT.errored : exitCode(verdict);
}
function onTerminal(scenario, options, { out, error }, { signal }, others = []) {
  const quiet = options.json === true || options.quiet === true;
  const directory = makeRunDirectory(options.results, scenario.name);
  return {
    build: async (body) => {
      const progress = new BuildTerminal(error);
      const { on: listener } = progress;
      try {
        return await body({ store: new Store(defaultRoot(), { listener }), listener, signal });
      } finally {
        progress.close();
      }
    },
    consumers: [
      new Recording(directory, scenario),
      ...quiet ? [] : [new TerminalReporter(out, scenario.name)],
      ...others
    ],
    directory
  };
}
async function check(log, options, { out }) {
  if (log === STDIN && options.scenario === STDIN) {
    throw new UsageError("one-standard-input", "the log and the scenario are both read from standard input", {
      hint: "Give one of them as a file."
    });
  }
  const { scenario } = loadScenario(options.scenario, options.uses);
  const terminal = options.json === true ? void 0 : new TerminalReporter(out, scenario.name, false);
  let verdict;
  for (const event of replay(log, scenario.rules, options.stream)) {
    await terminal?.on(event);
    if (event.type === "verdict") verdict = event.verdict;
  }
  if (verdict === void 0) throw new Error("the log ended without a verdict");
  if (options.json === true) out.json(makeResult(scenario, verdict, void 0));
  return exitCode(verdict);
}
function validate(file, options, { out }) {
  if (options.json === true) return validateAsJson(file, options, out);
  warn(requireSound(loadScenario(file, options.uses)), out);
  out.line(`${file}: valid`);
  return EXIT.passed;
}
function validateAsJson(file, { uses }, out) {
  let findings = [];
  try {
    const loaded = loadScenario(file, uses);
    checkFiles(loaded);
    findings = lintScenario(loaded);
    requireSound(loaded);
    out.json({ valid: true, problems: [], findings });
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.json({ valid: false, problems: error.problems, findings });
    return EXIT.usage;
  }
}
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}
async function probe(image, options, { out }) {
  if (existsSync2(image)) {
    throw new UsageError("image-exists", `${image} exists`, {
      hint: "Remove it first, or name another file."
    });
  }
  if (options.kernel !== void 0) requireKernel(options.kernel);
  await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
  out.line(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda`);
  return EXIT.passed;
}
async function demo(options, streams) {
  const kernel = options.kernel ?? installedKernel();
  const text = JSON.stringify({
    version: 1,
    name: "demo: a kernel reaches userspace",
    platform: "emulated",
    guest: { kernel },
    timeout: "2m"
  });
  return bootAndReport(parseScenario("demo", text, process.cwd()), { results: options.results }, streams);
}
function installedKernel() {
  const found = existsSync2("/boot") ? readdirSync("/boot").filter((name) => name.startsWith("vmlinuz-")) : [];
  const newest = found.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  if (newest !== void 0) return join2("/boot", newest);
  throw new UsageError("no-kernel", "there is no /boot/vmlinuz-* on this machine", {
    hint: "Name one with --kernel FILE, or run script/demo, which fetches one."
  });
}
function exitCode(verdict) {
  return EXIT[verdict.verdict];
}

export {
  run2 as run,
  onTerminal,
  check,
  validate,
  warn,
  probe,
  demo
};
