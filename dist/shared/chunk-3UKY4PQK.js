import {
  readChunk
} from "./chunk-LVISHQM2.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  UsageError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/scenario/read.ts
import { closeSync, constants, fstatSync, openSync } from "node:fs";
var SCENARIO_LIMIT = 256 * 1024;
var STDIN = "-";
function readScenario(file) {
  if (file === STDIN) return decode("standard input", readUpTo(0, SCENARIO_LIMIT + 1));
  let fd;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw refusal(`${quote(file)} is ${kindOf(stats)}, not a file`);
    return decode(quote(file), readUpTo(fd, SCENARIO_LIMIT + 1));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === "ENXIO") throw refusal(`${quote(file)} is a socket or a device, not a file`);
    throw refusal(messageOf(error), error);
  } finally {
    if (fd !== void 0) closeSync(fd);
  }
}
function readUpTo(fd, limit) {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const bytes = readChunk(fd, buffer.subarray(length));
    if (bytes.length === 0) break;
    length += bytes.length;
  }
  return buffer.subarray(0, length);
}
function decode(file, bytes) {
  if (bytes.length > SCENARIO_LIMIT) {
    throw refusal(`${file} has more than ${SCENARIO_LIMIT / 1024} KiB`);
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`${file} is not a text in UTF-8`);
  }
  if (text.includes("\0")) throw refusal(`${file} is not a text`);
  return text;
}
function kindOf(stats) {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
function refusal(why, cause) {
  return new UsageError("no-scenario", `cannot read the scenario: ${why}`, { cause });
}

export {
  STDIN,
  readScenario
};
