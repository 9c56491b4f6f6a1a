import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/process/bounded-file.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var CHUNK = 1024 * 1024;
function readBounded(file, bounds) {
  try {
    const descriptor = openSync(file, "r");
    try {
      return readAll(descriptor, file, bounds);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const facts = { where: file, cause: error };
    throw new UsageError("no-file", `cannot read ${bounds.what}: ${messageOf(error, file)}`, facts);
  }
}
function readAll(descriptor, name, bounds) {
  const stat = fstatSync(descriptor);
  if (isDevice(stat)) {
    const message = `cannot read ${bounds.what}: this is a device`;
    throw new UsageError("no-file", message, { where: name, hint: "Name a file or a pipe." });
  }
  if (stat.size > bounds.most) throw tooLarge(name, bounds, `${stat.size} bytes`);
  const chunks = [];
  let length = 0;
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(chunks.length === 0 ? Math.max(stat.size + 1, 65536) : CHUNK);
    const read = readSync(descriptor, chunk);
    if (read === 0) return chunks.length === 1 ? chunks[0] ?? chunk : Buffer.concat(chunks);
    length += read;
    if (length > bounds.most) throw tooLarge(name, bounds, "more than that");
    chunks.push(chunk.subarray(0, read));
  }
}
function isDevice(stat) {
  return stat.isBlockDevice() || stat.isCharacterDevice();
}
function tooLarge(where, { what, most }, has) {
  return new UsageError("too-large", `${what}: ${has}; at most ${most} bytes are read`, {
    where,
    hint: "Is it the right file?"
  });
}

export {
  readBounded,
  readAll
};
