import {
  TerminalReporter
} from "./chunk-BWG75D2S.js";
import "./chunk-PU657B6Y.js";
import {
  CAST_CUT,
  EVENTS_FILE,
  Judge,
  problemOfEvent,
  spoil
} from "./chunk-3X66AOZT.js";
import "./chunk-RKB5UY5T.js";
import {
  Pieces,
  lastLine,
  readBytes,
  readLines
} from "./chunk-AIHJJT32.js";
import {
  decodedVerdict,
  makeResult
} from "./chunk-WMLNPYDX.js";
import {
  formatDuration
} from "./chunk-QDIPAFBO.js";
import "./chunk-IBP3JRZE.js";
import {
  loadScenario
} from "./chunk-J6VHNFJZ.js";
import {
  STDIN
} from "./chunk-CMMH52FK.js";
import "./chunk-D3DU3W2X.js";
import "./chunk-IFZNQD3J.js";
import "./chunk-IJPYMELX.js";
import "./chunk-JF6LLKXI.js";
import "./chunk-XFQCAMV5.js";
import "./chunk-7IGLDAEP.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-CJK44M2I.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-HSYB7NEV.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/boot/recorded-run.ts
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
function openRecorded(path, stream) {
  if (path !== "-" && !existsSync(path)) throw new UsageError("no-log", `${path}: no such file or directory`);
  if (path !== "-" && statSync(path).isDirectory()) return new Recorded(path);
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
  const run = openRecorded(path, stream);
  const judge = new Judge(run.timed ? rules : { ...rules, stop: "on-exit" });
  yield* judge.start();
  let time = 0;
  for (const event of run.events) {
    time = event.time;
    const news = judge.push(event);
    yield event;
    yield* news.map((item) => withGap(item, run));
    if (judge.verdict !== void 0) return;
  }
  const gap = run.gap();
  if (gap === void 0) yield* judge.push({ type: "end-of-log", time });
  else {
    const abort = { type: "abort", time, cause: "incomplete", message: gap.title, hint: gap.hint };
    yield* judge.push(abort).map((item) => withGap(item, run));
  }
}
function withGap(event, run) {
  const gap = event.type === "verdict" && event.verdict.verdict === "passed" ? run.gap() : void 0;
  if (event.type !== "verdict" || gap === void 0) return event;
  return { ...event, verdict: spoil(event.verdict, { kind: "recording", ...gap }) };
}

// src/cli/check.ts
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
    if (event.type !== "verdict") await terminal?.on(event);
    else {
      verdict = await decodedVerdict(event.verdict, scenario.guest?.vmlinux);
      await terminal?.on({ ...event, verdict });
    }
  }
  if (verdict === void 0) throw new Error("the log ended without a verdict");
  if (options.json === true) out.json(makeResult(scenario, verdict, void 0));
  return EXIT[verdict.verdict];
}
export {
  check
};
