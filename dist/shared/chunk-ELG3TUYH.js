import {
  ask
} from "./chunk-2DNHFQUT.js";
import {
  MetadataError,
  hasPayload,
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  knownContent,
  readHead,
  requireFile,
  requireRawDisk
} from "./chunk-A2HKPFWR.js";
import {
  HostError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/guest/modules.ts
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/guest/errors.ts
var GuestError = class extends HostError {
  constructor(code, message, hint, options) {
    super(code, message, { hint, cause: options?.cause, lasting: code !== "mke2fs-failed" });
    this.name = new.target.name;
  }
};
var NotBzImageError = class extends GuestError {
  /** What the file is instead, or which part of the header is missing. */
  reason;
  /** True for an EFI program such as a unified kernel image, which a UEFI firmware can start. */
  efiProgram;
  constructor(reason, efiProgram = false, hint = "Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).") {
    super("kernel-not-bzimage", `The kernel is not a bzImage: ${reason}`, hint);
    this.reason = reason;
    this.efiProgram = efiProgram;
  }
};
var TruncatedKernelError = class extends GuestError {
  expected;
  actual;
  constructor(expected, actual) {
    super(
      "kernel-truncated",
      `The kernel is truncated: its header promises ${expected} bytes, the file has ${actual}`,
      "Copy, download or build the kernel again and compare sizes."
    );
    this.expected = expected;
    this.actual = actual;
  }
};

// src/guest/modules.ts
var SETUP_SECTS = 497;
var SYSSIZE = 500;
var HEADER_MAGIC = 514;
var PROTOCOL = 518;
var KERNEL_VERSION = 526;
var LOADFLAGS = 529;
var LOADED_HIGH = 1;
var SECTOR = 512;
var MAX_VERSION = 512;
var SAFE_RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/;
var MODULE_FILE = /^(?<name>[\w-]+)\.ko(?<compression>\.gz|\.xz|\.zst)?$/;
var unzip = promisify(gunzip);
var DECOMPRESS_MS = 6e4;
var MAX_MODULE = 64 * 1024 * 1024;
var HEAD = 256 * SECTOR;
function kernelInfoOf(path) {
  const fd = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    return readKernelInfo(head.subarray(0, readSync(fd, head)), fstatSync(fd).size);
  } finally {
    closeSync(fd);
  }
}
function readKernelInfo(bzImage, size = bzImage.length) {
  const image = Buffer.from(bzImage.buffer, bzImage.byteOffset, bzImage.byteLength);
  const other = knownAs(image);
  if (other !== void 0) throw new NotBzImageError(other);
  if (image.length < LOADFLAGS + 1) throw new NotBzImageError(`it is too short (${image.length} bytes)`);
  if (image.toString("latin1", HEADER_MAGIC, HEADER_MAGIC + 4) !== "HdrS") {
    if (image.toString("latin1", 0, 2) !== "MZ") throw new NotBzImageError("it has no 'HdrS' at 0x202");
    const unified = "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
    throw new NotBzImageError(unified, true);
  }
  if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
    throw new NotBzImageError("its header clears LOADED_HIGH, so it is an old zImage");
  }
  const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
  const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
  if (size < expectedSize) throw new TruncatedKernelError(expectedSize, size);
  const version = versionString(image, setupSize);
  return {
    release: version.split(" ", 1)[0] ?? "",
    version,
    protocol: `${image.readUInt8(PROTOCOL + 1)}.${String(image.readUInt8(PROTOCOL)).padStart(2, "0")}`,
    expectedSize
  };
}
async function findModules(kernelPath, release, override) {
  const safe = SAFE_RELEASE.test(release) && !release.includes("..");
  const below = (root) => safe ? ["lib", "usr/lib"].map((lib) => join(root, lib, "modules", release)) : [];
  if (override !== void 0) {
    const found = await firstModuleDirectory([...below(override), override]);
    if (found !== void 0) return found;
    throw new GuestError(
      "modules-not-found",
      `No kernel modules for ${JSON.stringify(release)} in ${override}`,
      "Name the directory that holds modules.dep or kernel/, as made by `make modules_install`."
    );
  }
  const beside = dirname(await realpath(kernelPath).catch(() => resolve(kernelPath)));
  const own = basename(beside) === release ? [beside] : [];
  return firstModuleDirectory([...own, ...below(dirname(beside)), ...below("/")]);
}
async function moduleOrder(directory, wanted) {
  const builtin = new Set((await lines(join(directory, "modules.builtin"))).map(moduleName));
  const index = await moduleIndex(directory);
  const order = [];
  const visited = /* @__PURE__ */ new Set();
  const visit = async (name) => {
    if (visited.has(name)) return;
    visited.add(name);
    const file = builtin.has(name) ? void 0 : index.get(name);
    if (file === void 0) return;
    for (const needed of await file.needs()) await visit(needed);
    order.push(file.path);
  };
  for (const name of wanted) await visit(moduleName(name));
  return order;
}
async function readModule(path) {
  try {
    switch (MODULE_FILE.exec(basename(path))?.groups?.compression) {
      case ".gz":
        return await unzip(await readFile(path));
      case ".xz":
        return await output("xz", ["--decompress", "--stdout", "--", path]);
      case ".zst":
        return await output("zstd", ["--decompress", "--stdout", "--quiet", "--", path]);
      default:
        return await readFile(path);
    }
  } catch (cause) {
    throw new GuestError(
      "modules-unreadable",
      `Cannot read the kernel module ${path}: ${messageOf(cause, path)}`,
      "Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).",
      { cause }
    );
  }
}
async function moduleIndex(directory) {
  const index = /* @__PURE__ */ new Map();
  for (const line of await lines(join(directory, "modules.dep"))) {
    const colon = line.indexOf(":");
    const needed = line.slice(colon + 1).split(" ").filter(Boolean).reverse().map(moduleName);
    const path = resolve(directory, line.slice(0, colon));
    if (MODULE_FILE.test(basename(path))) index.set(moduleName(path), { path, needs: async () => needed });
  }
  if (index.size > 0) return index;
  for (const entry of filesBelow(join(directory, "kernel"))) {
    if (!MODULE_FILE.test(basename(entry))) continue;
    const path = join(directory, "kernel", entry);
    index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
  }
  return index;
}
function filesBelow(directory) {
  return existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: "utf8" }) : [];
}
function dependsOf(elf) {
  const key = Buffer.from("\0depends=");
  const start = elf.indexOf(key);
  if (start < 0) return [];
  const from = start + key.length;
  return elf.toString("latin1", from, elf.indexOf(0, from)).split(",").filter(Boolean).map(moduleName);
}
function moduleName(pathOrName) {
  const file = basename(pathOrName);
  return (MODULE_FILE.exec(file)?.groups?.name ?? file).replaceAll("-", "_");
}
async function firstModuleDirectory(candidates) {
  for (const candidate of candidates) {
    for (const proof of ["modules.dep", "kernel"]) {
      if (await exists(join(candidate, proof))) return candidate;
    }
  }
  return void 0;
}
function knownAs(image) {
  const known = knownContent(image);
  return known === void 0 || ["a Linux kernel (bzImage)", "an EFI program"].includes(known.name) ? void 0 : `it is ${known.name}`;
}
function versionString(image, setupSize) {
  const pointer = image.readUInt16LE(KERNEL_VERSION);
  const start = pointer + SECTOR;
  if (pointer === 0 || start >= setupSize) return "";
  const text = image.toString("latin1", start, Math.min(start + MAX_VERSION, setupSize));
  return text.split("\0", 1)[0] ?? "";
}
async function lines(path) {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter(Boolean);
}
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false
  );
}
async function output(program, args) {
  const question = { kind: "tool", deadlineMs: DECOMPRESS_MS, maxBytes: MAX_MODULE };
  const { code, stdout, stderr } = await ask([program, ...args], question);
  if (code !== 0) throw new Error(`${program}: ${stderr.trim()}`);
  return stdout;
}

// src/guest/disk.ts
import { dirname as dirname2, resolve as resolve2 } from "node:path";

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
    ...{ version, features },
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
var PROTOCOL2 = /^[a-z][a-z0-9+.-]*:/i;
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
  if (diskFormat(disk) === "raw") {
    if (disk.format === void 0) requireRawDisk(disk.path);
    return;
  }
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
  if (PROTOCOL2.test(name)) {
    throw new Error(`the ${what} ${JSON.stringify(name)} of ${image} is not a plain file of this host`);
  }
  const file = resolve2(dirname2(image), name);
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

// src/guest/firmware-image.ts
import { readFileSync, statSync } from "node:fs";
function takesPayload(firmware) {
  if (firmware === void 0) return false;
  if ("request" in firmware) return firmware.request.name === "td-shim";
  if (!("image" in firmware)) return false;
  try {
    return hasPayload(parseMetadata(readFileSync(firmware.image)));
  } catch (error) {
    if (error instanceof MetadataError || codeOf(error) !== void 0) return false;
    throw error;
  }
}
var VARIABLES = Buffer.from("8d2bf1ff96768b4ca9852747075b4f50", "hex");
var VOLUME = { guid: 16, length: 32, signature: 40 };
var HEADER = 4096;
var BIOS_UNIT = 64 * 1024;
function flashHalf(file) {
  const head = readHead(file, HEADER);
  if (head.toString("latin1", VOLUME.signature, VOLUME.signature + 4) !== "_FVH") return void 0;
  const { size } = statSync(file);
  if (!head.subarray(VOLUME.guid).subarray(0, VARIABLES.length).equals(VARIABLES)) return "code";
  return head.readBigUInt64LE(VOLUME.length) === BigInt(size) ? "vars" : void 0;
}
function requireWholeFirmware(file) {
  const half = flashHalf(file);
  const both = "name both: firmware: { code: OVMF_CODE.fd, vars: OVMF_VARS.fd }";
  if (half === "vars") throw new Error(`is a store of variables without the firmware: ${both}`);
  if (half === "code" && statSync(file).size % BIOS_UNIT !== 0) {
    throw new Error(
      `is the code of a flash image without its variables: ${both}. A Trust Domain needs an image that has both (OVMF.fd)`
    );
  }
}
function requireFlash(file, wanted) {
  requireFile(file);
  const half = flashHalf(file);
  if (half !== void 0 && half !== wanted) {
    throw new Error(`is ${half === "vars" ? "a store of variables" : "code"}: code and vars are exchanged`);
  }
  const found = knownContent(readHead(file, HEADER));
  if (found !== void 0) throw new Error(`is no flash image: it is ${found.name}. QEMU wants it raw`);
}

// src/guest/tree.ts
import { lstatSync, readdirSync as readdirSync2, readFileSync as readFileSync2, readlinkSync, statSync as statSync2 } from "node:fs";
import { basename as basename2, join as join2 } from "node:path";
var MOST_ENTRIES = 2e5;
var MOST_BYTES = 2 * 1024 ** 3;
function readTree(source, target) {
  const path = target.endsWith("/") ? `${target}${basename2(source)}` : target;
  const reader = new TreeReader();
  try {
    reader.add(source, path, statSync2(source));
  } catch (error) {
    if (error instanceof GuestError) throw error;
    const message = `Cannot read ${source} for the guest: ${messageOf(error, source)}`;
    const hint = "Make it readable for this user, or leave it out of guest.files and guest.root.";
    throw new GuestError("files-unreadable", message, hint, { cause: error });
  }
  return reader;
}
var TreeReader = class {
  entries = [];
  leftOut = [];
  #bytes = 0;
  add(source, path, found) {
    if (this.entries.length === MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} files`);
    const owned = { path, mode: found.mode & 4095, ...ownerOf(found) };
    if (found.isDirectory()) {
      if (path !== "") this.entries.push({ type: "directory", ...owned });
      for (const name of readdirSync2(source).sort()) {
        if (name.includes("\uFFFD")) throw new Error(`the name of a file in ${source} is not UTF-8`);
        this.add(join2(source, name), `${path}/${name}`, lstatSync(join2(source, name)));
      }
    } else if (found.isSymbolicLink()) {
      this.entries.push({ type: "link", ...owned, target: readlinkSync(source) });
    } else if (found.isFile()) {
      this.#bytes += found.size;
      if (this.#bytes > MOST_BYTES) throw tooLarge(`more than ${MOST_BYTES} bytes`);
      this.entries.push({ type: "file", ...owned, data: readFileSync2(source) });
    } else this.leftOut.push(path);
  }
};
function ownerOf({ uid, gid }) {
  const own = uid === process.getuid?.();
  return own ? { uid: 0, gid: 0 } : { uid, gid };
}
function tooLarge(what) {
  const hint = "Boot a disk image instead (guest.disks), or share the directory.";
  return new GuestError("files-too-large", `The files for the guest are too many: ${what}`, hint);
}

// src/guest/tar.ts
import { createReadStream } from "node:fs";
import { basename as basename3 } from "node:path";
var TAR_NAME = /\.(tar|tgz|tar\.gz|tar\.zst)$/;
var SPARSE_TYPES = /* @__PURE__ */ new Set(["SparseFile", "ContinuationFile"]);
async function readTar(file) {
  const { Parser } = await import("./index.min-NT5S3GLI.js");
  const entries = /* @__PURE__ */ new Map();
  const leftOut = [];
  let bytes = 0;
  let tooMuch = false;
  let unreadable;
  const take = (entry) => {
    const path = guestPath(entry.path);
    const owned = { mode: (entry.mode ?? 420) & 4095, uid: entry.uid ?? 0, gid: entry.gid ?? 0 };
    const hard = entry.type === "Link" ? entries.get(guestPath(entry.linkpath ?? "") ?? "") : void 0;
    if (path === "") return;
    if (path === void 0) leftOut.push(entry.path);
    else if (entry.type === "Directory") entries.set(path, { type: "directory", path, ...owned });
    else if (entry.type === "SymbolicLink") {
      entries.set(path, { type: "link", path, ...owned, target: entry.linkpath ?? "" });
    } else if (hard?.type === "file") entries.set(path, { ...hard, path });
    else if (entry.type === "File" || entry.type === "OldFile" || entry.type === "ContiguousFile") {
      bytes += entry.size;
      tooMuch ||= bytes > MOST_BYTES;
      if (tooMuch) return;
      const parts = [];
      entry.on("data", (part) => parts.push(part));
      entry.on("end", () => entries.set(path, { type: "file", path, ...owned, data: Buffer.concat(parts) }));
    } else leftOut.push(path);
  };
  const takeAndGoOn = (entry) => {
    unreadable ??= obstacleOf(entry);
    take(entry);
    entry.resume();
  };
  try {
    const parser = new Parser({ file, strict: true, onReadEntry: takeAndGoOn });
    let whole = false;
    parser.on("ignoredEntry", (entry) => {
      unreadable ??= obstacleOf(entry);
      leftOut.push(entry.path);
    });
    parser.on("eof", () => {
      whole = true;
    });
    await new Promise((resolve3, reject) => {
      parser.on("error", reject);
      createReadStream(file).on("error", reject).on("data", (bytes2) => parser.write(Buffer.from(bytes2))).on("end", () => {
        parser.end();
        setImmediate(resolve3);
      });
    });
    if (!whole) throw new Error("it is cut: its end is missing");
    if (unreadable !== void 0) throw new Error(unreadable);
  } catch (error) {
    const message = `Cannot read the archive ${file}: ${messageOf(error, file)}`;
    const hint = `Give a tar archive, plain or compressed with gzip, such as ${basename3(file, ".xz")}.gz, or a directory.`;
    throw new GuestError("files-unreadable", message, hint, { cause: error });
  }
  if (tooMuch) throw tooLarge(`more than ${MOST_BYTES} bytes`);
  return { entries: [...entries.values()], leftOut };
}
function obstacleOf({ path, type }) {
  const sparse = /(^|\/)GNUSparseFile\.\d+\//.test(path) || SPARSE_TYPES.has(type);
  if (sparse) return `${JSON.stringify(path)} is a sparse file; pack it without --sparse`;
  return path.includes("\uFFFD") ? `the name ${JSON.stringify(path)} is not UTF-8` : void 0;
}
function guestPath(name) {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return void 0;
  return parts.map((part) => `/${part}`).join("");
}

// src/compat/version.ts
function compareVersions(a, b) {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function isWithin(version, { from, before }) {
  return (from === void 0 || compareVersions(version, from) >= 0) && (before === void 0 || compareVersions(version, before) < 0);
}
function isRelease(version) {
  return !/-\d+-g[0-9a-f]+/.test(version);
}
function numbersOf(version) {
  return (/\d+(?:\.\d+)*/.exec(version.replace(/^edk2-stable/, ""))?.[0] ?? "").split(".").map(Number);
}

export {
  isWithin,
  isRelease,
  MOST_HEADER_BYTES,
  readQcow2Header,
  diskFormat,
  contentOf,
  namesFiles,
  checkDisk,
  GuestError,
  NotBzImageError,
  TruncatedKernelError,
  kernelInfoOf,
  readKernelInfo,
  findModules,
  moduleOrder,
  readModule,
  takesPayload,
  requireWholeFirmware,
  requireFlash,
  readTree,
  TAR_NAME,
  readTar
};
