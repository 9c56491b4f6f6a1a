import {
  Judge,
  spoil
} from "./chunk-XZRXTQVN.js";
import {
  CAST_CUT,
  EVENTS_FILE,
  problemOfEvent
} from "./chunk-ZC7P4W5X.js";
import {
  readChunk
} from "./chunk-FEIS7Z5L.js";
import {
  formatDuration
} from "./chunk-HNLTKXNJ.js";
import {
  UsageError,
  messageOf
} from "./chunk-Q4CHHY4T.js";

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

export {
  readBytes,
  openRecorded,
  replay
};
