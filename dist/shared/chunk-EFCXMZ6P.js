import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  EVENTS_FILE,
  Judge,
  recordedPredictions
} from "./chunk-YQL5OELC.js";
import {
  STREAMS
} from "./chunk-3S7ANKJB.js";
import {
  UsageError,
  messageOf
} from "./chunk-OG6ZZA4V.js";

// src/boot/replay.ts
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
var CHUNK = 64 * 1024;
function* replay(path, rules, stream = "console") {
  const judge = new Judge(rules);
  yield* judge.start();
  let time = 0;
  for (const event of recordedEvents(path, stream)) {
    time = event.time;
    const news = judge.push(event);
    yield event;
    yield* news;
    if (judge.verdict !== void 0) return;
  }
  yield* judge.push({ type: "end-of-log", time });
}
function recordedEvents(path, stream) {
  if (path !== "-" && !existsSync(path)) throw new UsageError("no-log", `${path}: no such file or directory`);
  if (path !== "-" && statSync(path).isDirectory()) return readRecording(path);
  if (path.endsWith(".cast")) return readCast(path, stream);
  return readLog(path, stream);
}
function* readLog(path, stream) {
  for (const bytes of readBytes(path)) yield { type: "output", time: 0, stream, bytes };
}
function* readBytes(path) {
  const fd = path === "-" ? 0 : openLog(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let bytes = readChunk(fd, buffer); bytes.length > 0; bytes = readChunk(fd, buffer)) yield bytes;
  } finally {
    if (fd !== 0) closeSync(fd);
  }
}
function* readRecording(directory) {
  const raw = /* @__PURE__ */ new Map();
  try {
    const lines = wholeLines(join(directory, EVENTS_FILE));
    const whole = lines.at(-1)?.includes('"end-of-log"') === true;
    for (const [index, line] of lines.entries()) {
      const event = parseEvent(line, `${join(directory, EVENTS_FILE)}:${index + 1}`);
      if ("event" in event) yield event.event;
      else if ("input" in event) {
        yield { type: "input", time: event.t, stream: event.input, bytes: Buffer.from(event.text) };
      } else {
        const path = join(directory, `${event.output}.raw`);
        if (!whole && !existsSync(path)) return;
        const fd = raw.get(event.output) ?? openRaw(path);
        raw.set(event.output, fd);
        const bytes = readUpTo(fd, event.n);
        if (bytes.length < event.n) {
          if (!whole) return;
          throw new UsageError(
            "bad-recording",
            `${directory}: a .raw file is shorter than events.jsonl says`
          );
        }
        yield { type: "output", time: event.t, stream: event.output, bytes };
      }
    }
  } finally {
    for (const fd of raw.values()) closeSync(fd);
  }
}
function* readCast(path, stream) {
  const [, ...lines] = wholeLines(path);
  for (const [index, line] of lines.entries()) {
    const [seconds, code, text] = parseCastLine(line, `${path}:${index + 2}`);
    const time = Math.round(seconds * 1e6) / 1e3;
    if (code === "o") yield { type: "output", time, stream, bytes: Buffer.from(text) };
  }
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
function openRaw(path) {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new UsageError("bad-recording", `not a whole recording: ${messageOf(error)}`, { cause: error });
  }
}
function wholeLines(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError("bad-recording", `not a recording: ${messageOf(error)}`, { cause: error });
  }
  return text.split("\n").slice(0, -1);
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
  const isEvent = typeof value === "object" && value !== null && "t" in value && typeof value.t === "number" && ("event" in value || "input" in value && "text" in value || "output" in value && "n" in value);
  if (!isEvent) throw new UsageError("bad-recording", "is not a recorded event", { where });
  const event = value;
  if ("output" in event && !STREAMS.includes(event.output)) {
    throw new UsageError("bad-recording", `unknown stream ${JSON.stringify(event.output)}`, { where });
  }
  if ("event" in event && event.event.type === "launch" && event.event.predictions !== void 0) {
    if (!recordedPredictions.safeParse(event.event.predictions).success) {
      throw new UsageError("bad-recording", "the predictions of the launch are malformed", { where });
    }
  }
  return event;
}
function parseJson(text, where) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError("bad-recording", `is not JSON: ${messageOf(error)}`, { where, cause: error });
  }
}
function readChunk(fd, buffer) {
  for (; ; ) {
    try {
      return buffer.subarray(0, readSync(fd, buffer));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
function readUpTo(fd, length) {
  const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, 2 ** 30)));
  return bytes.subarray(0, readSync(fd, bytes));
}

export {
  replay,
  readBytes
};
