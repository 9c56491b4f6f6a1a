import {
  requireFile
} from "./chunk-HNKRRHKP.js";
import {
  messageOf
} from "./chunk-BM2IJI2T.js";

// src/guest/disk.ts
import { closeSync, openSync, readSync } from "node:fs";
import { dirname, resolve } from "node:path";

// src/guest/qcow2.ts
var MOST_HEADER_BYTES = 2 * 1024 * 1024;
var MAGIC = "QFI\xFB";
var V2_LENGTH = 72;
var V3_LENGTH = 104;
var DATA_FILE_BIT = 1n << 2n;
var KNOWN_BITS = 0b11111n;
var MOST_NAME_BYTES = 1023;
var EXTENSION = { end: 0, backingFormat: 3799591626, dataFile: 1145132097 };
function isQcow2(head) {
  return head.toString("latin1", 0, 4) === MAGIC;
}
function readQcow2Header(bytes) {
  if (!isQcow2(bytes)) throw new Error("is not a qcow2 image, as its format says");
  if (bytes.length < V2_LENGTH) throw new Error("is cut within its qcow2 header");
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new Error(`is a qcow2 image of version ${version}, not 2 or 3`);
  if (version === 3 && bytes.length < V3_LENGTH) throw new Error("is cut within its qcow2 header");
  const features = version === 3 ? bytes.readBigUInt64BE(72) : 0n;
  if ((features & ~KNOWN_BITS) !== 0n) {
    throw new Error(`is a qcow2 image with unknown incompatible features (0x${features.toString(16)})`);
  }
  const length = version === 3 ? bytes.readUInt32BE(100) : V2_LENGTH;
  const extensions = readExtensions(bytes, length);
  const backingFile = nameAt(bytes, bytes.readBigUInt64BE(8), bytes.readUInt32BE(16));
  const backingFormat = extensions.get(EXTENSION.backingFormat);
  const hasDataFile = (features & DATA_FILE_BIT) !== 0n;
  return {
    ...backingFile === void 0 ? {} : { backingFile },
    ...backingFormat === void 0 ? {} : { backingFormat },
    ...hasDataFile ? { dataFile: extensions.get(EXTENSION.dataFile) ?? "" } : {},
    encrypted: bytes.readUInt32BE(32) !== 0
  };
}
function nameAt(bytes, offset, size) {
  if (offset === 0n) return void 0;
  const start = Number(offset);
  if (size > MOST_NAME_BYTES || offset + BigInt(size) > BigInt(bytes.length)) {
    throw new Error("is a damaged qcow2 image: the name of its backing file lies outside its header");
  }
  return bytes.toString("utf8", start, start + size);
}
function readExtensions(bytes, start) {
  const found = /* @__PURE__ */ new Map();
  for (let at = start; at + 8 <= bytes.length; ) {
    const type = bytes.readUInt32BE(at);
    if (type === EXTENSION.end) break;
    const length = bytes.readUInt32BE(at + 4);
    if (at + 8 + length > bytes.length)
      throw new Error("is a damaged qcow2 image: a header extension is cut");
    if (!found.has(type)) found.set(type, bytes.toString("utf8", at + 8, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return found;
}

// src/guest/disk.ts
var MOST_IMAGES = 100;
var PROTOCOL = /^[a-z][a-z0-9+.-]*:/i;
function diskFormat(disk) {
  return disk.format ?? contentOf(disk);
}
function contentOf({ path }) {
  return isQcow2(readHead(path, 4)) ? "qcow2" : "raw";
}
function namesFiles(disk) {
  return diskFormat(disk) === "qcow2" && filesOf(headerOf(disk.path)).length > 0;
}
function checkDisk(disk) {
  if (diskFormat(disk) === "raw") return;
  const header = headerOf(disk.path);
  const others = filesOf(header);
  if (others.length > 0 && disk.backing !== "allow") {
    throw new Error(
      `is a qcow2 image that reads ${others.map((name) => JSON.stringify(name)).join(" and ")} of this host into the guest; write backing: allow at this disk if that is meant, or merge the files with qemu-img convert`
    );
  }
  checkChain(disk.path, header);
}
function checkChain(image, header, images = 1) {
  const called = images === 1 ? "it" : image;
  const { backingFile, backingFormat, dataFile, encrypted } = header;
  if (encrypted) throw new Error(`${called} is encrypted, and a scenario cannot give its key`);
  if (dataFile !== void 0) requireNamed(image, dataFile, "data file");
  if (backingFile === void 0) return;
  if (images === MOST_IMAGES) throw new Error(`has a chain of more than ${MOST_IMAGES} backing files`);
  if (backingFormat !== "raw" && backingFormat !== "qcow2") {
    const said = backingFormat === void 0 ? "no format" : `the format ${JSON.stringify(backingFormat)}`;
    throw new Error(
      `${called} says ${said} of its backing file ${JSON.stringify(backingFile)}: write raw or qcow2 into it with qemu-img rebase -u -F`
    );
  }
  const next = requireNamed(image, backingFile, "backing file");
  if (backingFormat === "qcow2") checkChain(next, namedHeaderOf(next), images + 1);
}
function requireNamed(image, name, what) {
  if (name === "") throw new Error(`${image} has an external ${what} and does not name it`);
  if (PROTOCOL.test(name)) {
    throw new Error(`the ${what} ${JSON.stringify(name)} of ${image} is not a plain file of this host`);
  }
  const file = resolve(dirname(image), name);
  try {
    requireFile(file);
  } catch (error) {
    throw new Error(`the ${what} ${file} of ${image}: ${messageOf(error)}`, { cause: error });
  }
  return file;
}
function filesOf({ backingFile, dataFile }) {
  return [backingFile, dataFile].filter((name) => name !== void 0);
}
function headerOf(path) {
  return readQcow2Header(readHead(path, MOST_HEADER_BYTES));
}
function namedHeaderOf(path) {
  try {
    return headerOf(path);
  } catch (error) {
    throw new Error(`${path} ${messageOf(error)}`, { cause: error });
  }
}
function readHead(path, length) {
  const head = Buffer.alloc(length);
  const fd = openSync(path, "r");
  try {
    return head.subarray(0, readSync(fd, head, 0, length, 0));
  } finally {
    closeSync(fd);
  }
}

export {
  MOST_HEADER_BYTES,
  readQcow2Header,
  diskFormat,
  contentOf,
  namesFiles,
  checkDisk
};
