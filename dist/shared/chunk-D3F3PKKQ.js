import {
  GuestError,
  findModules,
  kernelInfoOf,
  moduleOrder,
  readModule
} from "./chunk-ELG3TUYH.js";
import {
  withWorkDir
} from "./chunk-ZRLOYJTX.js";
import {
  ask,
  describeEnd,
  findCommand
} from "./chunk-2DNHFQUT.js";
import {
  HostError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/guest/probe.ts
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";

// src/guest/ext4.ts
import {
  closeSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync
} from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
var UUID = "7464782d-626f-4f74-8070-726f62650001";
var MIB = 1024 * 1024;
var BLOCK = 4096;
var INODE = 256;
var LEAST_MIB = 8;
var BYTES_FOR_INODE = 16384;
var FEATURES = "none,extent,filetype,ext_attr,dir_index,sparse_super,large_file";
var IMAGE_TIME = 1e7;
var DEADLINE_MS = 10 * 6e4;
async function ext4Image(image, entries, { label, free, signal }) {
  await withWorkDir("disk", async (scratch) => {
    const tree = join(scratch, "tree");
    try {
      stage(tree, entries);
    } catch (cause) {
      const message = `Cannot make a disk of the files for the guest: ${messageOf(cause)}`;
      const hint = "They are written to RUNNER_TEMP or TMPDIR first, which needs space for them.";
      throw new GuestError("disk-not-made", message, hint, { cause });
    }
    await rm(image, { force: true });
    const inodes = entries.length + 64 + Math.ceil(free / BYTES_FOR_INODE);
    const args = [
      ...["-q", "-F", "-t", "ext4", "-b", String(BLOCK), "-I", String(INODE), "-m", "0", "-O", FEATURES],
      ...["-N", String(inodes), "-U", UUID, "-E", `hash_seed=${UUID},root_owner=0:0`, "-L", label],
      ...["-d", tree, image, `${mibFor(entries, inodes, free)}M`]
    ];
    await mke2fs(args, { signal });
    setInodes(image, entries);
  });
}
var timeOf = (index) => index + 1;
function stage(tree, entries) {
  mkdirSync(tree, { mode: 448 });
  const placed = entries.map((entry, index) => ({
    entry,
    path: join(tree, entry.path),
    time: timeOf(index)
  }));
  for (const { entry, path } of placed) if (entry.type === "directory") mkdirSync(path, { mode: 448 });
  for (const { entry, path, time } of placed) {
    if (entry.type !== "file") continue;
    writeFileSync(path, entry.data, { mode: 384, flag: "wx" });
    utimesSync(path, time, time);
  }
  for (const { entry, path, time } of placed) {
    if (entry.type !== "link") continue;
    symlinkSync(entry.target, path);
    lutimesSync(path, time, time);
  }
  for (const { entry, path, time } of placed) if (entry.type === "directory") utimesSync(path, time, time);
}
function mibFor(entries, inodes, free) {
  const blocks = entries.map((entry) => {
    if (entry.type === "directory") return 2;
    const names = entry.path.length / 512;
    return names + (entry.type === "file" ? Math.ceil(entry.data.byteLength / BLOCK) : 1);
  });
  const content = blocks.reduce((sum, count) => sum + count, 0) * BLOCK;
  const used = content * 1.02 + inodes * INODE + 3 * MIB;
  return Math.max(LEAST_MIB, Math.ceil((used + free * 1.01) / MIB));
}
var SUPERBLOCK = 1024;
var ROOT = 2;
var FIRST_FREE = 11;
var TIMES = [8, 12, 16, 20];
var MTIME = 16;
var EXTRA_TIMES = { from: 130, to: 156 };
function setInodes(image, entries) {
  const fd = openSync(image, "r+");
  try {
    const superblock = read(fd, SUPERBLOCK, 1024);
    const perGroup = superblock.readUInt32LE(40);
    const groups = Math.ceil(superblock.readUInt32LE(0) / perGroup);
    const descriptors = read(fd, BLOCK, groups * 32);
    for (let group = 0; group < groups; group++) {
      const start = descriptors.readUInt32LE(group * 32 + 8) * BLOCK;
      const table = read(fd, start, perGroup * INODE);
      for (let index = 0; index < perGroup; index++) {
        const number = group * perGroup + index + 1;
        if (number !== ROOT && number < FIRST_FREE) continue;
        setInode(table.subarray(index * INODE, (index + 1) * INODE), number, entries);
      }
      writeSync(fd, table, 0, table.length, start);
    }
  } finally {
    closeSync(fd);
  }
}
function setInode(inode, number, entries) {
  const kind = inode.readUInt16LE(0) & 61440;
  if (kind === 0) return;
  const entry = number > FIRST_FREE ? entries[inode.readUInt32LE(MTIME) - timeOf(0)] : void 0;
  const { uid = 0, gid = 0 } = entry ?? {};
  const mode = entry === void 0 ? number === ROOT ? 493 : 448 : modeOf(entry);
  inode.writeUInt16LE(kind | mode, 0);
  inode.writeUInt16LE(uid & 65535, 2);
  inode.writeUInt16LE(gid & 65535, 24);
  inode.writeUInt16LE(uid >>> 16, 120);
  inode.writeUInt16LE(gid >>> 16, 122);
  for (const at of TIMES) inode.writeUInt32LE(0, at);
  inode.fill(0, EXTRA_TIMES.from, EXTRA_TIMES.to);
}
function modeOf({ type, mode }) {
  return mode ?? { directory: 493, file: 420, link: 511, "character-device": 384 }[type];
}
function read(fd, offset, length) {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, offset);
  return bytes;
}
async function mke2fs(args, {
  program = findCommand("mke2fs") ?? "/usr/sbin/mke2fs",
  signal
} = {}) {
  const own = {
    LC_ALL: "C",
    E2FSPROGS_FAKE_TIME: String(IMAGE_TIME),
    SOURCE_DATE_EPOCH: String(IMAGE_TIME)
  };
  const { code, stderr } = await ask([program, ...args], {
    kind: "tool",
    own,
    signal,
    deadlineMs: DEADLINE_MS
  }).catch((cause) => {
    if (!(cause instanceof HostError) || cause.code !== "program-missing") throw cause;
    throw new GuestError(
      "mke2fs-missing",
      "Cannot make a disk for the guest: the program mke2fs is not installed",
      "Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.",
      { cause }
    );
  });
  if (code === 0) return;
  throw new GuestError(
    "mke2fs-failed",
    `mke2fs could not make a disk for the guest: ${stderr.trim() || describeEnd(code)}`,
    "It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image."
  );
}

// src/guest/layers.ts
import { dirname, join as join2 } from "node:path";
var MOST_LINKS = 40;
function mergeLayers(layers) {
  const merged = /* @__PURE__ */ new Map();
  for (const entry of layers.flat()) {
    const path = join2(follow(dirname(entry.path), merged), entry.path.slice(dirname(entry.path).length));
    const known = merged.get(path);
    if (known?.type === "link" && entry.type === "directory") continue;
    addParents(path, merged);
    merged.set(path, { ...entry, path });
  }
  return [...merged.values()];
}
function follow(path, merged) {
  let real = "/";
  let rest = path.split("/").filter((part) => part !== "");
  for (let links = 0; rest.length > 0; ) {
    const [part = "", ...more] = rest;
    const next = join2(real, part);
    const entry = merged.get(next);
    rest = more;
    if (entry?.type !== "link" || ++links > MOST_LINKS) real = next;
    else {
      rest = [...entry.target.split("/").filter((word) => word !== "" && word !== "."), ...more];
      if (entry.target.startsWith("/")) real = "/";
    }
  }
  return real;
}
function addParents(path, merged) {
  const parent = dirname(path);
  if (parent === "/" || merged.has(parent)) return;
  addParents(parent, merged);
  merged.set(parent, { type: "directory", path: parent });
}

// src/guest/newc.ts
var FILE_TYPE = {
  directory: 16384,
  file: 32768,
  link: 40960,
  "character-device": 8192
};
var DEFAULT_MODE = { directory: 493, file: 420, link: 511, "character-device": 384 };
var PATH_MAX = 4096;
var TRAILER = "TRAILER!!!";
function newc(entries) {
  const parts = [];
  const directories = /* @__PURE__ */ new Set([""]);
  const seen = /* @__PURE__ */ new Set();
  for (const [index, entry] of entries.entries()) {
    const name = archiveName(entry.path);
    const parent = name.slice(0, Math.max(0, name.lastIndexOf("/")));
    if (seen.has(name)) throw invalid(entry.path, "it is there twice");
    if (!directories.has(parent)) throw invalid(entry.path, `its directory /${parent} must come before it`);
    seen.add(name);
    if (entry.type === "directory") directories.add(name);
    parts.push(...record(name, index + 1, entry));
  }
  parts.push(header({ name: TRAILER, links: 1 }));
  return Buffer.concat(parts);
}
function record(name, inode, entry) {
  const { type, uid, gid } = entry;
  const mode = FILE_TYPE[type] | (entry.mode ?? DEFAULT_MODE[type]);
  const owned = { name, inode, mode, links: type === "directory" ? 2 : 1, uid, gid };
  if (type === "directory") return [header(owned)];
  if (type === "character-device") return [header({ ...owned, major: entry.major, minor: entry.minor })];
  const data = type === "link" ? Buffer.from(entry.target) : bytesOf(entry.data);
  return [header({ ...owned, size: data.length }), data, padding(data.length)];
}
function bytesOf({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength);
}
function header(fieldsOf) {
  const { name, links, inode = 0, mode = 0, uid = 0, gid = 0, size = 0, major = 0, minor = 0 } = fieldsOf;
  const nameSize = Buffer.byteLength(name) + 1;
  const [mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0];
  const fields = [
    inode,
    mode,
    uid,
    gid,
    links,
    mtime,
    size,
    deviceMajor,
    deviceMinor,
    major,
    minor,
    nameSize,
    checksum
  ];
  const text = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, "0")).join("")}`;
  return Buffer.concat([Buffer.from(`${text}${name}\0`), padding(text.length + nameSize)]);
}
function padding(length) {
  return Buffer.alloc((4 - length % 4) % 4);
}
function archiveName(path) {
  if (!path.startsWith("/")) throw invalid(path, "it must begin with /");
  const name = path.slice(1);
  if (name.split("/").some((part) => part === "" || part === "." || part === "..")) {
    throw invalid(path, "it must not have empty parts, '.' or '..'");
  }
  if (name.includes("\0")) throw invalid(path, "it contains a NUL");
  if (name === TRAILER) throw invalid(path, "that name ends an archive");
  if (Buffer.byteLength(name) >= PATH_MAX) throw invalid(path, `it is longer than ${PATH_MAX - 1} bytes`);
  return name;
}
function invalid(path, why) {
  return new GuestError(
    "cpio-entry-invalid",
    `Cannot put ${JSON.stringify(path)} into an initramfs: ${why}`,
    "This is a defect of tdx-boot: please report it."
  );
}

// src/guest/probe.ts
var PROBE_MODULES = [
  "virtio_pci",
  "virtio_mmio",
  "virtio_console",
  "virtio_blk",
  "virtio_net",
  "configfs",
  "pvpanic-mmio",
  "pvpanic-pci",
  "tsm",
  "tsm_report",
  "tdx_guest"
];
var SHARE_MODULES = { "9p": ["9pnet_virtio", "9p"], virtiofs: ["virtiofs"] };
function shareModules(shares) {
  const overlay = shares.some(({ target }) => target === "/") ? ["overlay"] : [];
  return [...shares.flatMap(({ type }) => SHARE_MODULES[type]), ...overlay];
}
var MIB2 = 1024 * 1024;
async function probeEntries({
  kernel,
  modules,
  wanted = []
}) {
  return [
    ...DIRECTORY_ENTRIES,
    // The kernel opens /dev/console for init before init can mount a devtmpfs.
    { type: "character-device", path: "/dev/console", major: 5, minor: 1 },
    { type: "character-device", path: "/dev/null", major: 1, minor: 3, mode: 438 },
    { type: "file", path: "/init", mode: 493, data: await ownProgram("probe") },
    ...await moduleFiles(kernel, modules, [...PROBE_MODULES, ...wanted])
  ];
}
async function probeDisk({ path, kernel, modules }) {
  const files = [
    { type: "file", path: "/sbin/init", mode: 493, data: await ownProgram("probe") },
    ...kernel === void 0 ? [] : await moduleFiles(kernel, modules)
  ];
  await ext4Image(resolve(path), mergeLayers([DIRECTORY_ENTRIES, files]), { label: "tdx-boot", free: MIB2 });
}
var DIRECTORY_ENTRIES = ["/dev", "/proc", "/sys", "/sbin", "/modules"].map(
  (path) => ({ type: "directory", path })
);
var AGENT = "/sbin/tdx-boot-agent";
async function agentFile() {
  return { type: "file", path: AGENT, mode: 493, data: await ownProgram("agent") };
}
async function ownProgram(name) {
  const program = new URL(`../../guest/${name}`, import.meta.url);
  try {
    return await readFile(program);
  } catch (cause) {
    throw new GuestError(
      "probe-missing",
      `A program for the guest is missing: ${program}`,
      "Install tdx-boot again, or run script/build-probe in a checkout.",
      { cause }
    );
  }
}
async function moduleFiles(kernel, override, wanted = PROBE_MODULES) {
  const { release } = kernelInfoOf(kernel);
  const directory = await findModules(kernel, release, override);
  if (directory === void 0) return [];
  const files = [];
  for (const path of await moduleOrder(directory, wanted)) {
    const name = basename(path).replace(/\.ko\.\w+$/, ".ko");
    files.push({ type: "file", path: `/modules/${name}`, data: await readModule(path) });
  }
  if (files.length === 0) return [];
  const list = files.map((file) => `${file.path}
`).join("");
  return [...files, { type: "file", path: "/modules.list", data: Buffer.from(list) }];
}

export {
  ext4Image,
  mergeLayers,
  newc,
  shareModules,
  probeEntries,
  probeDisk,
  agentFile
};
