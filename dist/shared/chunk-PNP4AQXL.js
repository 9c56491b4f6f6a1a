import {
  GuestError,
  findModules,
  kernelInfoOf,
  moduleOrder,
  readModule
} from "./chunk-3DLQTEHF.js";
import {
  withWorkDir
} from "./chunk-WIPRSF3Y.js";
import {
  ask,
  describeEnd,
  findCommand
} from "./chunk-3L6VLD7O.js";
import {
  HostError
} from "./chunk-BM2IJI2T.js";

// src/guest/probe.ts
import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

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
var SHARE_MODULES = ["9pnet_virtio", "9p", "overlay"];
var UUID = "7464782d-626f-4f74-8070-726f62650001";
var MIB = 1024 * 1024;
var MIN_DISK_MIB = 8;
var DISK_HEADROOM_MIB = 4;
var EXT4_FEATURES = "none,extent,filetype,ext_attr,dir_index,sparse_super,large_file";
var DISK_MS = 6e4;
async function probeEntries({
  kernel,
  modules,
  wanted = []
}) {
  return [
    ...DIRECTORIES.map((path) => ({ type: "directory", path })),
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
  await withWorkDir("disk", async (scratch) => {
    const tree = join(scratch, "root");
    await writeTree(tree, files);
    const image = resolve(path);
    await rm(image, { force: true });
    await e2fsprogs("mke2fs", [
      "-q",
      "-F",
      ...["-t", "ext4", "-b", "4096", "-I", "256", "-m", "0", "-O", EXT4_FEATURES],
      ...["-U", UUID, "-E", `hash_seed=${UUID},root_owner=0:0`, "-L", "tdx-boot"],
      ...["-d", tree, image, `${diskMib(files)}M`]
    ]);
    const fixes = join(scratch, "fixes");
    await writeFile(fixes, normalise(files));
    await e2fsprogs("debugfs", ["-w", "-f", fixes, image]);
  });
}
var DIRECTORIES = ["/dev", "/proc", "/sys", "/sbin", "/modules"];
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
async function writeTree(root, files) {
  await mkdir(root, { mode: 493 });
  for (const directory of DIRECTORIES) await mkdir(join(root, directory), { mode: 493 });
  for (const { path, data, mode } of files) {
    await writeFile(join(root, path), data, { mode: mode ?? 420 });
    await utimes(join(root, path), 0, 0);
  }
}
function normalise(files) {
  const zero = [
    "uid",
    "gid",
    ...["atime", "mtime", "ctime", "crtime"].flatMap((time) => [time, `${time}_extra`])
  ];
  const inodes = [
    ...["/", ...DIRECTORIES].map((path) => ({ path, mode: 16877 })),
    { path: "/lost+found", mode: 16832 },
    ...files.map(({ path, mode }) => ({ path, mode: 32768 | (mode ?? 420) }))
  ];
  return inodes.flatMap(({ path, mode }) => [
    `set_inode_field ${path} mode 0${mode.toString(8)}
`,
    ...zero.map((field) => `set_inode_field ${path} ${field} 0
`)
  ]).join("");
}
function diskMib(files) {
  const content = files.reduce((sum, file) => sum + file.data.byteLength, 0);
  return Math.max(MIN_DISK_MIB, Math.ceil(content / MIB) + DISK_HEADROOM_MIB);
}
async function e2fsprogs(program, args) {
  const found = findCommand(program) ?? `/usr/sbin/${program}`;
  const own = { LC_ALL: "C", E2FSPROGS_FAKE_TIME: "1", SOURCE_DATE_EPOCH: "1" };
  const { code, stderr } = await ask([found, ...args], { kind: "tool", own, deadlineMs: DISK_MS }).catch(
    (cause) => {
      if (!(cause instanceof HostError) || cause.code !== "program-missing") throw cause;
      throw new GuestError(
        "mke2fs-missing",
        `Cannot make the probe's disk: the program ${program} is not installed`,
        "Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.",
        { cause }
      );
    }
  );
  if (code === 0) return;
  throw new GuestError(
    "mke2fs-failed",
    `${program} could not make the probe's disk: ${stderr.trim() || describeEnd(code)}`,
    "It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image."
  );
}

export {
  newc,
  SHARE_MODULES,
  probeEntries,
  probeDisk,
  agentFile
};
