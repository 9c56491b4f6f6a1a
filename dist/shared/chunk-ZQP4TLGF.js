import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  EVENTS_FILE,
  Judge,
  makeResult
} from "./chunk-YQL5OELC.js";
import {
  GuestError,
  NotBzImageError,
  TruncatedKernelError,
  askCloudHypervisor,
  askQemu,
  assess,
  availableMemory,
  checkFiles,
  diskFormat,
  findModules,
  heldMemory,
  isAgainst,
  kernelInfoOf,
  moduleOrder,
  readModule,
  requireTdxHost,
  slotLimit,
  slotsDirectory,
  takeSlot,
  tdCapacity,
  thisHost,
  usableAbi
} from "./chunk-QZPYPHIX.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-KJ2PFS4V.js";
import {
  PINS,
  RECIPES,
  locateFirmware,
  provideFirmware
} from "./chunk-JIORIUGJ.js";
import {
  lineReader
} from "./chunk-SL2OUSAE.js";
import {
  findCommand
} from "./chunk-AQPDE2PH.js";
import {
  killGroup
} from "./chunk-NTUOOXB6.js";
import {
  deriveAcpiFiles,
  isPredicted,
  rtmrRows
} from "./chunk-7RG7F2OS.js";
import {
  EVENT_PROFILES,
  forFileName
} from "./chunk-HEMVHKF3.js";
import {
  DataError,
  MRTD_VARIANTS,
  PAYLOAD_FIRMWARES,
  VMMS,
  computeMrtd,
  launchOrder
} from "./chunk-3S7ANKJB.js";
import {
  parseMetadata
} from "./chunk-36SI6CTG.js";
import {
  HostError,
  UsageError,
  guidAt,
  messageOf
} from "./chunk-OG6ZZA4V.js";

// src/guest/probe.ts
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";

// src/guest/newc.ts
var FILE_TYPE = { directory: 16384, file: 32768, "character-device": 8192 };
var DEFAULT_MODE = { directory: 493, file: 420, "character-device": 384 };
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
  const mode = FILE_TYPE[entry.type] | (entry.mode ?? DEFAULT_MODE[entry.type]);
  if (entry.type === "directory") return [header({ name, inode, mode, links: 2 })];
  if (entry.type === "character-device") {
    return [header({ name, inode, mode, links: 1, major: entry.major, minor: entry.minor })];
  }
  const data = Buffer.from(entry.data.buffer, entry.data.byteOffset, entry.data.byteLength);
  return [header({ name, inode, mode, links: 1, size: data.length }), data, padding(data.length)];
}
function header({ name, links, inode = 0, mode = 0, size = 0, major = 0, minor = 0 }) {
  const nameSize = Buffer.byteLength(name) + 1;
  const [uid, gid, mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0, 0, 0];
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
var UUID = "7464782d-626f-4f74-8070-726f62650001";
var MIB = 1024 * 1024;
var MIN_DISK_MIB = 8;
var DISK_HEADROOM_MIB = 4;
var EXT4_FEATURES = "none,extent,filetype,ext_attr,dir_index,sparse_super,large_file";
var run = promisify(execFile);
async function probeInitrd({ kernel, modules }) {
  return newc([
    ...DIRECTORIES.map((path) => ({ type: "directory", path })),
    // The kernel opens /dev/console for init before init can mount a devtmpfs.
    { type: "character-device", path: "/dev/console", major: 5, minor: 1 },
    { type: "character-device", path: "/dev/null", major: 1, minor: 3, mode: 438 },
    { type: "file", path: "/init", mode: 493, data: await probeProgram() },
    ...await moduleFiles(kernel, modules)
  ]);
}
async function probeDisk({ path, kernel, modules }) {
  const files = [
    { type: "file", path: "/sbin/init", mode: 493, data: await probeProgram() },
    ...kernel === void 0 ? [] : await moduleFiles(kernel, modules)
  ];
  const scratch = await mkdtemp(join(tmpdir(), "tdx-boot-disk-"));
  try {
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
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
var DIRECTORIES = ["/dev", "/proc", "/sys", "/sbin", "/modules"];
async function probeProgram() {
  const program = new URL("../../guest/probe", import.meta.url);
  try {
    return await readFile(program);
  } catch (cause) {
    throw new GuestError(
      "probe-missing",
      `The probe program is missing: ${program}`,
      "Install tdx-boot again, or run script/build-probe in a checkout.",
      { cause }
    );
  }
}
async function moduleFiles(kernel, override) {
  const { release: release2 } = kernelInfoOf(kernel);
  const directory = await findModules(kernel, release2, override);
  if (directory === void 0) return [];
  const files = [];
  for (const path of await moduleOrder(directory, PROBE_MODULES)) {
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
  const env = { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin:/sbin`, LC_ALL: "C" };
  const clock = { E2FSPROGS_FAKE_TIME: "1", SOURCE_DATE_EPOCH: "1" };
  try {
    await run(program, args, { env: { ...env, ...clock }, timeout: 6e4 });
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (missing) {
      throw new GuestError(
        "mke2fs-missing",
        `Cannot make the probe's disk: the program ${program} is not installed`,
        "Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.",
        { cause }
      );
    }
    const stderr = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
    throw new GuestError(
      "mke2fs-failed",
      `${program} could not make the probe's disk: ${stderr}`,
      "It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.",
      { cause }
    );
  }
}

// src/prepare/spec.ts
function launchSpec(scenario, probe) {
  const { firmware: _, ...wish } = launchWish(scenario, probe);
  const firmware = readyFirmware(scenario);
  return { ...wish, ...firmware === void 0 ? {} : { firmware } };
}
function launchWish(scenario, probe) {
  const { platform, firmware, rules } = scenario;
  const guest = requireGuest(scenario);
  const { kernel, cmdline, cpus, memory, network, quoteSocket } = guest;
  const initrd = guest.initrd === "probe" ? probe : guest.initrd;
  return {
    platform,
    ...firmware === void 0 ? {} : { firmware },
    ...kernel === void 0 ? {} : { kernel },
    ...initrd === void 0 ? {} : { initrd },
    ...cmdline === void 0 ? {} : { cmdline },
    cpus,
    memory,
    network,
    ...quoteSocket === void 0 ? {} : { quoteSocket },
    disks: guest.disks.map((disk) => ({ ...disk, format: diskFormat(disk) })),
    typesInto: rules.steps.flatMap((step) => step.kind === "send" ? [step.stream] : [])
  };
}
function readyFirmware({ firmware }) {
  if (firmware === void 0 || !("request" in firmware)) return firmware;
  throw new UsageError("no-firmware", `${firmware.request.name} is not built yet`, {
    hint: `Build it with "tdx-boot firmware build ${firmware.request.name}".`
  });
}
function requireGuest({ guest, name }) {
  if (guest !== void 0) return guest;
  throw new UsageError("no-guest", `scenario "${name}" has no guest to boot`, {
    hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".'
  });
}
async function makeProbe({ kernel, modules }) {
  if (kernel === void 0) throw new UsageError("no-kernel", "the probe guest needs a kernel");
  return probeInitrd({ kernel, ...modules === void 0 ? {} : { modules } });
}

// src/vmm/cloud-hypervisor.ts
import { join as join2 } from "node:path";

// src/vmm/json-messages.ts
var MESSAGE_CAP = 1024 * 1024;
var JsonMessages = class {
  #separator;
  #onMessage;
  #decoder = new TextDecoder();
  #buffer = "";
  constructor(separator, onMessage) {
    this.#separator = separator;
    this.#onMessage = onMessage;
  }
  push(bytes) {
    this.#buffer += this.#decoder.decode(bytes, { stream: true });
    const texts = this.#buffer.split(this.#separator);
    this.#buffer = (texts.pop() ?? "").slice(-MESSAGE_CAP);
    for (const text of texts) {
      const message = asRecord(parse(text));
      if (message !== void 0) this.#onMessage(message);
    }
  }
};
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : void 0;
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/vmm/event-monitor.ts
function eventReader(report2) {
  const driven = /* @__PURE__ */ new Set();
  return new JsonMessages("\n\n", ({ source, event, properties }) => {
    const name = `${source}/${event}`;
    if (name === "virtio-device/activated") {
      const id = String(asRecord(properties)?.id ?? "unknown");
      if (!driven.has(id)) report2("driven", id);
      driven.add(id);
    }
    const state = STATES[name];
    if (state === void 0) return;
    const kind = asRecord(properties)?.event;
    report2(state, kind === void 0 ? name : `${name}: ${kind}`);
  });
}
var STATES = {
  "vm/shutdown": "shutdown",
  "vm/rebooting": "reset",
  "guest/panic": "panicked"
};

// src/vmm/cloud-hypervisor.ts
var EVENT_FD = 3;
var MIB2 = 1024 * 1024;
var FIRST_WITH_PVPANIC = 35;
var FIRST_WITHOUT_FIRMWARE_AND_KERNEL = 48;
var FIRST_WITH_IMAGE_TYPE = 51;
var FIRST_WITHOUT_TDX = 53;
var DEFAULT_VERSION = "47.0";
var cloudHypervisor = {
  name: "cloud-hypervisor",
  platforms: ["tdx", "kvm"],
  command: "cloud-hypervisor",
  identify: async (path) => {
    const { version, features } = await askCloudHypervisor(path);
    return { path, version, tdx: features.includes("tdx") };
  },
  unsuitable,
  plan: planCloudHypervisor,
  control: (_, report2) => eventReader(report2),
  reboots: true,
  installHint: "Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor",
  unsuitableHint: "Name a version with vmm-ref (v47.0 boots both firmwares), change the guest, or use vmm: qemu."
};
function unsuitable(wish, { version = DEFAULT_VERSION, tdx }) {
  const { platform, firmware, kernel, initrd, disks, typesInto } = wish;
  const major = majorOf(version);
  const rules = [
    [major < FIRST_WITH_PVPANIC, `version ${version} is older than v${FIRST_WITH_PVPANIC}.0`],
    [
      platform === "tdx" && tdx === false && major >= FIRST_WITHOUT_TDX,
      `version ${version} cannot make Trust Domains: from v${FIRST_WITHOUT_TDX}.0 on it cannot be built with TDX`
    ],
    [
      platform === "tdx" && tdx === false,
      `version ${version} was built without --features tdx, as all release binaries are`
    ],
    [platform === "tdx" && firmware === void 0, "a Trust Domain needs a firmware"],
    [
      platform === "tdx" && kernel !== void 0 && major >= FIRST_WITHOUT_FIRMWARE_AND_KERNEL,
      `version ${version} takes no kernel beside a firmware: td-shim with a kernel needs v47.0 or older`
    ],
    [
      platform === "tdx" && initrd !== void 0,
      "it gives a Trust Domain no initrd: build the initramfs into the kernel, or boot from a disk"
    ],
    [
      platform === "kvm" && firmware !== void 0 && kernel !== void 0,
      "without a Trust Domain it boots a firmware or a kernel, not both"
    ],
    [
      platform === "kvm" && firmware !== void 0 && "request" in firmware,
      "without a Trust Domain its firmware is an ELF program with a PVH entry, such as CLOUDHV.fd"
    ],
    [firmware !== void 0 && "code" in firmware, "it has no flash chips: name one firmware image"],
    [disks.some(({ bus }) => bus !== "virtio"), "its disks are virtio only"],
    [wish.network === "user", "it has no user network"],
    [wish.quoteSocket !== void 0, "it connects no quote generation socket"],
    [typesInto.length > 0, "nothing can be typed into its consoles"]
  ];
  return rules.find(([broken]) => broken)?.[1];
}
function planCloudHypervisor(spec, wiring, program) {
  const fifos = /* @__PURE__ */ new Map();
  const file = (channel) => {
    if (wiring === "files") return `file=${channel}.log`;
    fifos.set(channel, join2(wiring.fifosIn, channel));
    return `file=${quote(join2(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program.version ?? DEFAULT_VERSION));
  const apiSocket = wiring === "files" ? void 0 : join2(wiring.fifosIn, "api.sock");
  const args = [
    ...spec.platform === "tdx" ? ["--platform", "tdx=on"] : [],
    ...payloadArgs(spec),
    ...["--cpus", `boot=${spec.cpus}`],
    ...["--memory", `size=${Math.ceil(spec.memory / MIB2)}M`],
    ...disks.length === 0 ? [] : ["--disk", ...disks],
    ...["--serial", file("serial")],
    ...["--console", file("console")],
    "--pvpanic",
    ...apiSocket === void 0 ? [] : ["--event-monitor", `fd=${EVENT_FD}`, "--api-socket", `path=${quote(apiSocket)}`]
  ];
  return {
    command: program.path,
    args,
    fds: new Map(wiring === "files" ? [] : [[EVENT_FD, "control"]]),
    fifos,
    stdout: "debugcon",
    copies,
    ...apiSocket === void 0 ? {} : { apiSocket }
  };
}
function payloadArgs({ firmware, kernel, initrd, cmdline }) {
  return [
    ...firmware === void 0 || "code" in firmware ? [] : ["--firmware", firmware.image],
    ...kernel === void 0 ? [] : ["--kernel", kernel],
    ...initrd === void 0 ? [] : ["--initramfs", initrd],
    ...cmdline === void 0 ? [] : ["--cmdline", cmdline]
  ];
}
function planDisks({ disks }, wiring, major) {
  const directory = wiring === "files" ? "." : wiring.fifosIn;
  const copies = disks.map(({ path, format }, index) => [
    path,
    join2(directory, `disk${index}.${format}`)
  ]);
  const options = copies.map(([, copy], index) => {
    const type = major < FIRST_WITH_IMAGE_TYPE ? "" : `,image_type=${disks[index]?.format}`;
    return `path=${quote(copy)}${type}`;
  });
  return { disks: options, copies };
}
function majorOf(version) {
  return Number.parseInt(version, 10);
}
function quote(path) {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

// src/vmm/qemu.ts
import { join as join3 } from "node:path";

// src/vmm/qmp.ts
var QmpReader = class {
  #send;
  #report;
  #messages = new JsonMessages("\n", (message) => this.#receive(message));
  constructor(send, report2) {
    this.#send = send;
    this.#report = report2;
    this.#command("qmp_capabilities");
  }
  push(bytes) {
    this.#messages.push(bytes);
  }
  #command(name) {
    this.#send(`${JSON.stringify({ execute: name })}
`);
  }
  #receive({ event, ...message }) {
    const data = asRecord(message.data);
    if (event === "SHUTDOWN") {
      const reason = String(data?.reason ?? "unknown");
      if (data?.guest !== true) this.#report("broken", `QEMU was told to quit (${reason})`);
      else
        this.#report(
          reason === "guest-reset" ? "reset" : reason === "guest-panic" ? "panicked" : "shutdown",
          reason
        );
    } else if (event === "RESET") {
      this.#report("reset", String(data?.reason ?? "guest-reset"));
    } else if (event === "GUEST_PANICKED") {
      this.#report("panicked", panicDetail(asRecord(data?.info), data?.action));
    } else if (event === "STOP") {
      this.#command("query-status");
    } else if (asRecord(message.return)?.status === "internal-error") {
      this.#report("broken", "KVM internal error");
    }
  }
};
function panicDetail(info, action) {
  if (info?.type !== "tdx") return JSON.stringify(info ?? action ?? "no details");
  const code = info["error-code"];
  const shown = typeof code === "number" ? `0x${code.toString(16)}` : "unknown";
  const text = String(info.message ?? "").replaceAll("\0", "").trim();
  return `the TD reported a fatal error, code ${shown}${text === "" ? "" : `: ${text}`}`;
}

// src/vmm/qemu.ts
var FIRST_FD = 3;
var MIB3 = 1024 * 1024;
var qemu = {
  name: "qemu",
  platforms: ["tdx", "kvm", "emulated"],
  command: "qemu-system-x86_64",
  identify: async (path, platform) => {
    if (platform !== "tdx") return { path };
    const { version, tdxGuest } = await askQemu(path);
    return { path, version, tdx: tdxGuest };
  },
  unsuitable: unsuitable2,
  plan: planQemu,
  control: (send, report2) => new QmpReader(send, report2),
  reboots: false,
  installHint: "Install it: sudo apt-get install --no-install-recommends qemu-system-x86",
  unsuitableHint: "A TD needs QEMU 10.1 or later and a TDX firmware as one image."
};
function planQemu(spec, wiring, program) {
  const fds = /* @__PURE__ */ new Map();
  const fifos = /* @__PURE__ */ new Map();
  const wire = (channel) => {
    if (wiring === "files") return { file: `${channel}.log` };
    if (channel === "serial") {
      const fifo = join3(wiring.fifosIn, channel);
      fifos.set(channel, fifo);
      return { fifo };
    }
    const fd = FIRST_FD + fds.size;
    fds.set(fd, channel);
    return { fd };
  };
  const args = [
    ...machineArgs(spec),
    ...spec.platform === "tdx" ? tdArgs(spec) : [],
    ...firmwareArgs(spec.firmware),
    ...kernelArgs(spec),
    ...spec.disks.flatMap(diskArgs),
    ...spec.network === "user" ? ["-nic", "user,model=virtio-net-pci"] : ["-nic", "none"],
    ...[
      "-device",
      "virtio-serial-pci",
      ...chardev("console", wire("console")),
      "-device",
      "virtconsole,chardev=console"
    ],
    ...[...chardev("serial", wire("serial")), "-serial", "chardev:serial"],
    ...[...chardev("debugcon", wire("debugcon")), "-device", "isa-debugcon,iobase=0x402,chardev=debugcon"],
    ...wiring === "files" ? [] : [...chardev("control", wire("control")), "-qmp", "chardev:control"]
  ];
  return { command: program.path, args, fds, fifos, stdout: "vmm", copies: [] };
}
function unsuitable2({ platform, firmware }, { version, tdx }) {
  if (platform !== "tdx") return void 0;
  if (tdx === false) return `version ${version} has no object tdx-guest; it came with 10.1`;
  if (firmware === void 0)
    return "a Trust Domain needs a firmware, and the one that comes with QEMU is for none";
  if ("code" in firmware) return "a Trust Domain has no flash chips: name one firmware image";
  return void 0;
}
function machineArgs({ platform, cpus, memory }) {
  const td = platform === "tdx" ? ",kernel-irqchip=split,confidential-guest-support=tdx0" : "";
  return [
    ...["-machine", `q35,accel=${platform === "emulated" ? "tcg" : "kvm"}${td}`],
    ...["-cpu", platform === "emulated" ? "max" : "host"],
    ...["-smp", String(cpus)],
    ...["-m", `${Math.ceil(memory / MIB3)}M`],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-device", "pvpanic-pci"]
  ];
}
function tdArgs({ quoteSocket }) {
  const object = {
    "qom-type": "tdx-guest",
    id: "tdx0",
    ...quoteSocket === void 0 ? {} : { "quote-generation-socket": quoteSocket }
  };
  return ["-object", JSON.stringify(object), "-d", "guest_errors"];
}
function firmwareArgs(firmware) {
  if (firmware === void 0) return [];
  if ("image" in firmware) return ["-bios", firmware.image];
  return [
    ...["-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
    ...["-drive", `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`]
  ];
}
function kernelArgs({ kernel, initrd, cmdline }) {
  return [
    ...kernel === void 0 ? [] : ["-kernel", kernel],
    ...initrd === void 0 ? [] : ["-initrd", initrd],
    ...cmdline === void 0 ? [] : ["-append", cmdline]
  ];
}
var DISK_DEVICES = {
  virtio: (id) => `virtio-blk-pci,drive=${id}`,
  nvme: (id) => `nvme,drive=${id},serial=${id}`,
  sata: (id) => `ide-hd,drive=${id}`
};
function diskArgs(disk, index) {
  const id = `disk${index}`;
  return [
    ...["-drive", `if=none,id=${id},format=${disk.format},snapshot=on,file=${escapeComma(disk.path)}`],
    ...["-device", DISK_DEVICES[disk.bus](id)]
  ];
}
function chardev(id, wire) {
  if ("fd" in wire) return ["-chardev", `socket,id=${id},fd=${wire.fd}`];
  if ("fifo" in wire) return ["-chardev", `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
  return ["-chardev", `file,id=${id},path=${wire.file}`];
}
function escapeComma(path) {
  return path.replaceAll(",", ",,");
}

// src/vmm/backends.ts
var BACKENDS = [qemu, cloudHypervisor];
function backendFor(scenario) {
  const backend = BACKENDS.find(
    ({ name, platforms }) => scenario.vmm === "auto" ? platforms.includes(scenario.platform) : name === scenario.vmm
  );
  if (backend?.platforms.includes(scenario.platform) === true) return backend;
  throw new HostError("platform-unsupported", `${scenario.vmm} cannot boot platform: ${scenario.platform}`, {
    hint: "QEMU boots every platform; Cloud Hypervisor boots tdx and kvm."
  });
}

// src/vmm/copies.ts
import { execFile as execFile2 } from "node:child_process";
import { promisify as promisify2 } from "node:util";
var run2 = promisify2(execFile2);
async function copyFiles(copies, signal) {
  for (const [from, to] of copies) {
    const [command, ...args] = copyCommand(from, to);
    try {
      await run2("setpriv", ["--pdeathsig", "KILL", "--", command, ...args], {
        signal,
        env: { ...process.env, LC_ALL: "C" }
      });
    } catch (cause) {
      const full = messageOf(cause).includes("No space left on device");
      throw new HostError(
        full ? "disk-full" : "not-copied",
        `${from} could not be copied: ${messageOf(cause)}`,
        {
          hint: "The guest writes to a copy, made in RUNNER_TEMP or TMPDIR: name a directory with room, best on the same file system.",
          cause
        }
      );
    }
  }
}
function copyCommand(from, to) {
  return ["cp", "--reflink=auto", "--sparse=auto", "--no-preserve=mode", "--", from, to];
}

// src/vmm/program.ts
import { constants } from "node:fs";
async function findProgram(backend, { platform }) {
  const path = findCommand(backend.command);
  if (path !== void 0) return backend.identify(path, platform);
  const file = findCommand(backend.command, constants.F_OK);
  if (file !== void 0) {
    throw new HostError("vmm-not-executable", `${file} may not be executed by this user`, {
      hint: `Make it executable: chmod +x ${file}`
    });
  }
  throw new HostError("vmm-missing", `${backend.command} is not installed`, { hint: backend.installHint });
}
function requireSuitable(backend, wish, program) {
  const problem = backend.unsuitable(wish, program);
  if (problem === void 0) return;
  const { name, unsuitableHint: hint } = backend;
  throw new HostError("vmm-unsuitable", `${name} (${program.path}) cannot boot this guest: ${problem}`, {
    hint
  });
}

// src/boot/boot.ts
import { writeFileSync } from "node:fs";
import { join as join4 } from "node:path";

// src/prepare/queue.ts
var LONGEST_WAIT = 2 ** 31 - 1;
var EventQueue = class {
  #items = [];
  #wake;
  get length() {
    return this.#items.length;
  }
  push(item) {
    this.#items.push(item);
    this.#wake?.();
  }
  /** The next item, or undefined after `waitMs` milliseconds (undefined: however long it takes). */
  async next(waitMs) {
    if (this.#items.length === 0 && (waitMs === void 0 || waitMs > 0)) {
      let timer;
      await new Promise((resolve3) => {
        this.#wake = resolve3;
        if (waitMs !== void 0) timer = setTimeout(resolve3, Math.min(Math.ceil(waitMs), LONGEST_WAIT));
      });
      clearTimeout(timer);
      this.#wake = void 0;
    }
    return this.#items.shift();
  }
};

// src/prepare/slot.ts
var SLOT_WAIT_MS = 30 * 6e4;
async function* admitTrustDomain({ memory }, cancel, host = thisHost, directory = slotsDirectory()) {
  const capacity = tdCapacity(host, await host.kernelLog());
  const limit = slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS);
  const abandoned = new AbortController();
  const signal = AbortSignal.any([abandoned.signal, ...cancel === void 0 ? [] : [cancel]]);
  const reasons = new EventQueue();
  const slot = takeSlot({
    directory,
    limit,
    memory,
    available: () => availableMemory(host),
    waitMs: SLOT_WAIT_MS,
    signal,
    onWait: (reason) => reasons.push(reason)
  });
  const end = () => reasons.push(void 0);
  slot.then(end, end);
  let taken = false;
  try {
    for (let next = await reasons.next(void 0); next !== void 0; next = await reasons.next(void 0)) {
      yield { type: "notice", time: 0, message: `waiting for a slot: ${next}` };
    }
    const release2 = await slot;
    taken = true;
    return release2;
  } finally {
    if (!taken) {
      abandoned.abort("abandoned");
      await slot.then(
        (release2) => release2(),
        () => void 0
      );
    }
  }
}

// src/vmm/machine.ts
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

// src/vmm/fifo.ts
import { execFileSync } from "node:child_process";
import { closeSync, constants as constants2, openSync } from "node:fs";
import { Socket } from "node:net";
var Fifo = class {
  /** What the VMM writes into `<path>.out`. */
  reader;
  /** What the VMM reads from `<path>.in`. */
  writer;
  #keeper;
  /**
   * Makes both pipes; the VMM opens them by path.
   * @throws HostError code `vmm-not-started`
   */
  constructor(path) {
    try {
      execFileSync("mkfifo", ["-m", "600", "--", `${path}.in`, `${path}.out`], { stdio: "pipe" });
    } catch (cause) {
      throw new HostError("vmm-not-started", `no named pipes for the VMM: ${messageOf(cause)}`, { cause });
    }
    const out = openSync(`${path}.out`, constants2.O_RDONLY | constants2.O_NONBLOCK);
    this.#keeper = openSync(`${path}.out`, constants2.O_WRONLY);
    const input = openSync(`${path}.in`, constants2.O_RDWR | constants2.O_NONBLOCK);
    this.reader = new Socket({ fd: out, readable: true, writable: false });
    this.writer = new Socket({ fd: input, readable: false, writable: true });
  }
  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release() {
    if (this.#keeper !== void 0) closeSync(this.#keeper);
    this.#keeper = void 0;
    this.writer.destroy();
  }
  /** To be called when no VMM was started. */
  discard() {
    this.release();
    this.reader.destroy();
  }
};

// src/vmm/machine.ts
var SHUTDOWN_DEADLINE_MS = 2e3;
var KILL_DEADLINE_MS = 1e4;
var Machine = class _Machine {
  pid;
  #child;
  #writers;
  #readables;
  #gone;
  #apiSocket;
  /**
   * Starts the VMM in a process group of its own, with no terminal and none of our output streams.
   * @throws HostError code `vmm-missing`, `setpriv-missing` or `vmm-not-started`
   */
  static async start(backend, plan, callbacks) {
    const path = findCommand(plan.command);
    if (path === void 0) {
      throw new HostError("vmm-missing", `${plan.command} is not installed`, { hint: backend.installHint });
    }
    const setpriv = findCommand("setpriv");
    if (setpriv === void 0) {
      throw new HostError(
        "setpriv-missing",
        "setpriv is not installed: a killed tdx-boot would leave its VM behind",
        {
          hint: "Install util-linux, or put setpriv on PATH."
        }
      );
    }
    const fifos = new Map([...plan.fifos].map(([channel, prefix]) => [channel, new Fifo(prefix)]));
    const child = spawnGroup(setpriv, path, plan);
    const failure = new Promise((_, reject) => {
      child.once("error", (cause) => {
        for (const fifo of fifos.values()) fifo.discard();
        const hint = "Check that the command can be run by this user.";
        reject(
          new HostError("vmm-not-started", `${path} could not be started: ${messageOf(cause)}`, {
            hint,
            cause
          })
        );
      });
    });
    const started = new Promise((resolve3) => {
      child.once("spawn", () => resolve3(child.pid ?? 0));
    });
    const pid = await Promise.race([started, failure]);
    return new _Machine(child, pid, backend, plan, fifos, callbacks);
  }
  constructor(child, pid, backend, plan, fifos, callbacks) {
    this.pid = pid;
    this.#child = child;
    this.#apiSocket = plan.apiSocket;
    const stdio = child.stdio;
    const pipe = (fd) => {
      const stream = stdio[fd];
      if (stream === void 0) throw new HostError("vmm-not-started", `descriptor ${fd} was not opened`);
      return stream;
    };
    const channels = new Map(fifos);
    for (const [fd, channel] of plan.fds) channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
    const streams = [
      ["vmm", pipe(2)],
      [plan.stdout, pipe(1)]
    ];
    for (const [channel, { reader, writer }] of channels) {
      for (const stream of [reader, writer]) stream.on("error", () => void 0);
      if (channel !== "control") streams.push([channel, reader]);
    }
    for (const [name, stream] of streams)
      stream.on("data", (bytes) => callbacks.onOutput(name, bytes));
    const control = channels.get("control");
    if (control !== void 0) {
      const onState = (state, detail) => {
        callbacks.onState(state, detail);
        if (state === "reset" && backend.reboots) killGroup(pid);
      };
      const reader = backend.control((bytes) => control.writer.write(bytes), onState);
      control.reader.on("data", (bytes) => reader.push(bytes));
    }
    this.#writers = new Map([...channels].map(([channel, { writer }]) => [channel, writer]));
    this.#readables = [
      ...streams.map(([, stream]) => stream),
      ...control === void 0 ? [] : [control.reader]
    ];
    child.once("exit", () => {
      for (const fifo of fifos.values()) fifo.release();
    });
    const drained2 = [...fifos.values()].map(
      ({ reader }) => new Promise((resolve3) => reader.once("close", resolve3))
    );
    this.#gone = new Promise((resolve3) => {
      child.once("close", async (code, signal) => {
        await Promise.all(drained2);
        resolve3();
        callbacks.onExit(code, signal);
      });
    });
  }
  /** Types into the guest. */
  write(stream, text) {
    this.#writers.get(stream)?.write(text);
  }
  /** Stops reading: the VMM fills its sockets and then waits, so no memory grows. */
  pause() {
    for (const stream of this.#readables) stream.pause();
  }
  resume() {
    for (const stream of this.#readables) stream.resume();
  }
  /**
   * CPU time that the VMM has asked for so far, in milliseconds: used, or waited for on a loaded host. Undefined when it
   * is gone, or its kernel does not count (CONFIG_SCHED_INFO).
   */
  cpuDemand() {
    try {
      const tasks = readdirSync(`/proc/${this.pid}/task`).map(
        (task) => readFileSync(`/proc/${this.pid}/task/${task}/schedstat`, "utf8").split(" ").map(Number)
      );
      return tasks.reduce((sum, [ran = 0, waited = 0]) => sum + ran + waited, 0) / 1e6;
    } catch {
      return void 0;
    }
  }
  /**
   * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until it is gone. The
   * guest's disks are overlays or copies, so nothing is lost.
   * @throws HostError code `vmm-lingers` when it does not die
   */
  async stop() {
    if (await this.#endsWhenAsked()) return;
    killGroup(this.pid);
    this.resume();
    if (await this.#goneWithin(KILL_DEADLINE_MS)) return;
    const waited = `${KILL_DEADLINE_MS / 1e3} s after SIGKILL`;
    throw new HostError(
      "vmm-lingers",
      `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`
    );
  }
  /**
   * SIGTERM would be read by the same loop as the request, so a VMM that does not answer gets no second chance. One
   * that ends by itself prints what its standard output still holds.
   */
  async #endsWhenAsked() {
    if (this.#apiSocket === void 0 || this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return false;
    }
    this.resume();
    return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), refusal(this.#apiSocket)]);
  }
  async #goneWithin(ms) {
    let timer;
    const late = new Promise((resolve3) => {
      timer = setTimeout(() => resolve3(false), ms);
    });
    try {
      return await Promise.race([this.#gone.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }
};
async function refusal(socketPath) {
  const { request } = await import("node:http");
  return new Promise((resolve3) => {
    const asked = request({ socketPath, method: "PUT", path: "/api/v1/vmm.shutdown", agent: false });
    asked.on("error", () => resolve3(false));
    asked.on("response", (response) => response.on("error", () => resolve3(false)).resume());
    asked.end();
  });
}
function spawnGroup(setpriv, path, plan) {
  const args = ["--pdeathsig", "KILL", "--", path, ...plan.args];
  const stdio = ["ignore", "pipe", "pipe"];
  for (const fd of plan.fds.keys()) stdio[fd] = "pipe";
  return spawn(setpriv, args, { stdio, detached: true, env: vmmEnvironment() });
}
function vmmEnvironment() {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "RUNNER_TRACKING_ID", "LD_LIBRARY_PATH"];
  return Object.fromEntries(
    kept.flatMap((name) => process.env[name] === void 0 ? [] : [[name, process.env[name]]])
  );
}

// src/boot/boot.ts
var HIGH_WATER = 8 * 1024 * 1024;
var LOW_WATER = 1024 * 1024;
var SAMPLE_MS = 1e3;
async function* boot(scenario, options) {
  const judge = new Judge(scenario.rules);
  let started = performance.now();
  const now = () => Math.round((performance.now() - started) * 1e3) / 1e3;
  const inbox = new Inbox(scenario.outputLimit, now);
  const run3 = new Run(inbox);
  const cancel = () => inbox.abort("cancelled", String(options.signal?.reason ?? "cancelled"));
  options.signal?.addEventListener("abort", cancel);
  if (options.signal?.aborted === true) cancel();
  try {
    const launch = yield* prepare(scenario, options, run3);
    if (launch !== void 0) started = performance.now();
    const launched = launch === void 0 ? [] : await run3.start(launch, options);
    let news = [
      ...launched,
      ...judge.start(),
      ...launched.flatMap((event) => judge.push(event))
    ];
    for (; ; ) {
      for (const item of news) if (item.type === "send") news.push(run3.send(item, now()));
      if (judge.verdict !== void 0) await run3.stop();
      yield* news;
      if (judge.verdict !== void 0) return;
      const due = judge.nextDeadline();
      const wait = due === void 0 ? void 0 : due - now();
      const event = await inbox.next(Math.min(wait ?? SAMPLE_MS, SAMPLE_MS)) ?? run3.sample(now());
      news = event === void 0 ? judge.advance(now()) : [event, ...judge.push(event)];
    }
  } finally {
    options.signal?.removeEventListener("abort", cancel);
    await run3.stop();
  }
}
async function probeFor({ guest }, workDir) {
  if (guest?.initrd !== "probe" || guest.kernel === void 0) return void 0;
  const path = join4(workDir, "probe.cpio");
  writeFileSync(path, await makeProbe(guest));
  return path;
}
async function* prepare(scenario, { workDir, program: given, refused, signal }, run3) {
  try {
    if (refused !== void 0) throw refused;
    if (scenario.platform === "tdx") {
      run3.onStopped = yield* admitTrustDomain(requireGuest(scenario), signal);
    }
    const backend = backendFor(scenario);
    const spec = launchSpec(scenario, await probeFor(scenario, workDir));
    const program = given ?? await findProgram(backend, spec);
    requireSuitable(backend, spec, program);
    const plan = backend.plan(spec, { fifosIn: workDir }, program);
    await copyFiles(plan.copies, signal);
    return signal?.aborted === true ? void 0 : { backend, plan };
  } catch (error) {
    if (signal?.aborted === true) return void 0;
    if (!(error instanceof HostError)) throw error;
    run3.inbox.cannotStart(error);
    return void 0;
  }
}
var Run = class {
  inbox;
  /** Gives back what the run holds of its host; called once, when nothing of the machine is left. */
  onStopped;
  #machine;
  /** The reading before, both in milliseconds. */
  #sampled;
  constructor(inbox) {
    this.inbox = inbox;
  }
  /** Starts the machine; a host that cannot is a verdict, not an exception. */
  async start({ backend, plan }, { silenceExpected, predictions }) {
    const { inbox } = this;
    try {
      this.#machine = await Machine.start(backend, plan, {
        onOutput: (stream, bytes) => inbox.output(stream, bytes),
        onState: (state, detail) => inbox.push({ type: "vm", time: inbox.now(), state, detail }),
        onExit: (code, signal) => inbox.push({ type: "exit", time: inbox.now(), code, signal })
      });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      inbox.cannotStart(error);
      return [];
    }
    inbox.flow = this.#machine;
    const known = {
      ...silenceExpected === void 0 ? {} : { silenceExpected },
      ...predictions === void 0 ? {} : { predictions }
    };
    const { pid } = this.#machine;
    return [{ type: "launch", time: 0, argv: [plan.command, ...plan.args], pid, ...known }];
  }
  send(what, time) {
    this.#machine?.write(what.stream, what.text);
    return { type: "input", time, stream: what.stream, bytes: Buffer.from(what.text) };
  }
  /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
  sample(time) {
    const before = this.#sampled;
    if (before !== void 0 && time - before.time < SAMPLE_MS) return void 0;
    const cpu = this.#machine?.cpuDemand();
    if (cpu === void 0) return void 0;
    this.#sampled = { time, cpu };
    if (before === void 0 || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu) return void 0;
    return { type: "cpu", time, busy: Math.round(100 * (cpu - before.cpu) / (time - before.time)) / 100 };
  }
  async stop() {
    const machine = this.#machine;
    this.#machine = void 0;
    try {
      await machine?.stop();
    } finally {
      this.onStopped?.();
      this.onStopped = void 0;
    }
  }
};
var Inbox = class {
  now;
  /** Can stop and restart the flow of bytes. */
  flow;
  #queue = new EventQueue();
  #limit;
  #total = 0;
  #unread = 0;
  #paused = false;
  constructor(limit, now) {
    this.#limit = limit;
    this.now = now;
  }
  push(event) {
    this.#queue.push(event);
  }
  output(stream, bytes) {
    this.#total += bytes.length;
    this.#unread += bytes.length;
    this.push({ type: "output", time: this.now(), stream, bytes });
    if (this.#total > this.#limit && this.#total - bytes.length <= this.#limit) {
      const limit = `${this.#limit / (1024 * 1024)} MiB`;
      this.abort("output-limit", `the guest printed more than ${limit}, the scenario's output-limit`);
    }
    if (this.#unread > HIGH_WATER && !this.#paused) {
      this.#paused = true;
      this.flow?.pause();
    }
  }
  /** The machine could not be started. */
  cannotStart({ message, hint }) {
    const advice = hint === void 0 ? {} : { hint };
    this.push({ type: "abort", time: this.now(), cause: "not-started", message, ...advice });
  }
  abort(cause, message) {
    this.push({ type: "abort", time: this.now(), cause, message });
  }
  async next(waitMs) {
    const event = await this.#queue.next(waitMs);
    if (event?.type === "output") this.#unread -= event.bytes.length;
    if (this.#paused && this.#unread < LOW_WATER) {
      this.#paused = false;
      this.flow?.resume();
    }
    return event;
  }
};

// src/lint/rule.ts
function parameters(cmdline) {
  const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  return words.map((word) => {
    const [name = "", ...value] = word.split("=");
    return { name, value: value.join("=") };
  });
}
function consoles(cmdline) {
  return parameters(cmdline).flatMap(
    ({ name, value }) => name === "console" ? [value.split(",", 1)[0] ?? ""] : []
  );
}
function isTdvf({ firmware }) {
  const kind = firmware === "none" ? void 0 : firmware.kind;
  return kind === "tdvf" || kind === "distribution" || kind === "distribution-secure";
}
function isTdShimLinux({ firmware }) {
  return firmware !== "none" && firmware.kind === "td-shim";
}
function onlyCloudHypervisor({ vmms }) {
  return vmms.length === 1 && vmms[0] === "cloud-hypervisor";
}

// src/lint/firmware-rules.ts
var MIB4 = 1024 * 1024;
var PAYLOAD_MIB = 32;
var CMDLINE_BYTES = 4096;
var TDVF_MIB = 192;
var TD_SHIM_LAYOUT = "td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json";
var FIRMWARE_RULES = [
  {
    id: "td-without-firmware",
    severity: "error",
    explanation: "A Trust Domain starts in its firmware: no VMM has one of its own for it.",
    reference: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
    find: ({ scenario, firmware }) => scenario.platform === "tdx" && firmware === "none" ? [
      {
        at: ["platform"],
        message: "platform tdx needs a firmware",
        hint: "Set firmware: tdvf, or an image such as OVMF.inteltdx.fd."
      }
    ] : []
  },
  {
    id: "td-with-flash",
    severity: "error",
    explanation: "A Trust Domain has no flash chips: private memory cannot be read-only.",
    reference: "QEMU docs/system/i386/tdx.rst: firmware by -bios only",
    find: ({ scenario }) => scenario.platform === "tdx" && scenario.firmware !== void 0 && "code" in scenario.firmware ? [
      {
        at: ["firmware"],
        message: "code and vars are flash chips, which a Trust Domain has none of",
        hint: "Give one image with both, such as OVMF.inteltdx.fd."
      }
    ] : []
  },
  {
    id: "td-shim-without-kernel",
    severity: "error",
    explanation: "td-shim's Linux image starts a kernel that the VMM loads, and reads no disk.",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs",
    find: (subject) => isTdShimLinux(subject) && subject.guest.kernel === void 0 ? [
      {
        at: ["guest"],
        message: "firmware td-shim boots a kernel, and guest.kernel is not set",
        hint: "Set guest.kernel to a bzImage, or use firmware: tdvf for the disk."
      }
    ] : []
  },
  {
    id: "td-shim-payload",
    severity: "error",
    explanation: `td-shim has ${PAYLOAD_MIB} MiB for a kernel, which has to be a bzImage. Cloud Hypervisor does not check the size.`,
    reference: `${TD_SHIM_LAYOUT}; cloud-hypervisor: "Invalid TDX payload type"`,
    find: (subject) => {
      const { kernel } = subject;
      if (!isTdShimLinux(subject) || kernel === void 0) return [];
      const at = ["guest", "kernel"];
      const hint = "Give a smaller bzImage (arch/x86/boot/bzImage), or boot the guest from a disk with TDVF.";
      if (!kernel.bzImage) return [{ at, message: "td-shim starts a bzImage, and this is none", hint }];
      if (kernel.size <= PAYLOAD_MIB * MIB4) return [];
      const size = (kernel.size / MIB4).toFixed(1);
      return [{ at, message: `the kernel has ${size} MiB, and td-shim has room for ${PAYLOAD_MIB}`, hint }];
    }
  },
  {
    id: "td-shim-cmdline",
    severity: "error",
    explanation: "td-shim has 4 KiB for the command line.",
    reference: TD_SHIM_LAYOUT,
    find: (subject) => {
      const bytes = Buffer.byteLength(subject.guest.cmdline ?? "") + 1;
      if (!isTdShimLinux(subject) || bytes <= CMDLINE_BYTES) return [];
      return [
        {
          at: ["guest", "cmdline"],
          message: `the command line has ${bytes - 1} bytes, and td-shim has room for ${CMDLINE_BYTES - 1}`,
          hint: "Shorten it, or put parameters into the kernel (CONFIG_CMDLINE)."
        }
      ];
    }
  },
  {
    id: "tdvf-without-disk",
    severity: "error",
    explanation: "With Cloud Hypervisor, TDVF boots from a disk: it has no section into which a kernel could be loaded.",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections",
    find: (subject) => subject.scenario.platform === "tdx" && isTdvf(subject) && onlyCloudHypervisor(subject) && subject.guest.disks.length === 0 ? [
      {
        at: ["guest"],
        message: "TDVF with Cloud Hypervisor boots a disk image, and guest.disks is not set",
        hint: "Set guest.disks to an image with an EFI system partition, or use vmm: qemu for the kernel."
      }
    ] : []
  },
  {
    id: "disk-not-bootable",
    severity: "warning",
    explanation: "A firmware that starts without boot options of its own takes EFI/BOOT/BOOTX64.EFI of an EFI System Partition.",
    reference: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
    find: ({ guest, firmware, disks }) => {
      const [first] = disks;
      const known = firmware !== "none" && guest.kernel === void 0 && first !== void 0;
      if (!known || disks.some((disk) => disk?.lacks === void 0)) return [];
      return [
        {
          at: ["guest", "disks", 0],
          message: `the firmware finds nothing to boot on this disk: it lacks ${first.lacks}`,
          hint: "Give an image with a GPT, an EFI System Partition and EFI/BOOT/BOOTX64.EFI in it."
        }
      ];
    }
  },
  {
    id: "tdvf-memory",
    severity: "error",
    explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 it resets itself, with 64 it finds nothing to boot.`,
    reference: "measured with the documented pin under QEMU 7.2 TCG, one CPU",
    find: (subject) => isTdvf(subject) && subject.guest.memory < TDVF_MIB * MIB4 ? [
      {
        at: ["guest", "memory"],
        message: `${Math.floor(subject.guest.memory / MIB4)} MiB of memory is less than TDVF needs (${TDVF_MIB} MiB)`,
        hint: `Set guest.memory to ${TDVF_MIB}M or more.`
      }
    ] : []
  },
  {
    id: "silent-firmware",
    severity: "warning",
    explanation: "A release td-shim prints nothing at all, and a release TDVF only the lines of BdsDxe; nothing that tdx-boot builds prints on the debug port.",
    reference: "td-shim Cargo.toml release_max_level_off; edk2 PcdDebugPrintErrorLevel; measured under QEMU 7.2",
    find: (subject) => expects(subject).flatMap((expect) => silentHit(subject, expect))
  }
];
function silentHit({ build, guest, scenario }, { stream, pattern, where }) {
  const { firmware } = scenario;
  if (firmware === void 0 || !("request" in firmware) || firmware.request.defines.length > 0) return [];
  const { name } = firmware.request;
  if (stream === "debugcon") {
    const hint = "Expect it on stream: serial, with firmware-build: debug.";
    return [{ at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint }];
  }
  const shared = guest.kernel === void 0 || consoles(guest.cmdline ?? "").some((port) => /^ttyS/.test(port));
  if (stream !== "serial" || build !== "release" || shared) return [];
  if (name === "tdvf" && /BdsDxe|EFI stub/.test(pattern.source)) return [];
  return [
    {
      at: where,
      message: `a release ${name} is silent on the serial port, where this is expected`,
      hint: "Build it for debugging (build: debug), or expect it on the console."
    }
  ];
}
function expects({ scenario }) {
  return scenario.rules.steps.flatMap((step) => {
    if (step.kind === "expect") return [step];
    return step.kind === "any-order" ? step.expects : [];
  });
}

// src/lint/guest-rules.ts
var HOTPLUG = ["memhp_default_state", "movable_node", "additional_cpus"];
var GUEST_RULES = [
  {
    id: "no-console",
    severity: "warning",
    explanation: "Without console= Linux picks a console of its own, which in a VM without a screen is often none at all.",
    reference: "Linux Documentation/admin-guide/serial-console.rst",
    find: ({ guest, kernel }) => {
      if (kernel === void 0 || guest.initrd === "probe" || consoles(guest.cmdline ?? "").length > 0)
        return [];
      return [
        {
          at: ["guest", "cmdline"],
          message: "the kernel command line names no console, so the guest may print nothing",
          hint: "Add console=hvc0 (virtio) or console=ttyS0 (serial port), or see that the kernel has it built in."
        }
      ];
    }
  },
  {
    id: "no-console-on-disk",
    severity: "warning",
    explanation: "The same for the command lines of a raw disk: of systemd-boot entries and unified kernel images.",
    reference: "Linux Documentation/admin-guide/serial-console.rst",
    find: ({ disks }) => disks.flatMap((disk, index) => {
      const silent = disk?.cmdlines.find(({ text }) => consoles(text).length === 0);
      if (silent === void 0) return [];
      return [
        {
          at: ["guest", "disks", index],
          message: `the kernel command line in ${silent.file} of this disk names no console, so the guest may print nothing`,
          hint: "Add console=hvc0 (virtio) or console=ttyS0 (serial port) there."
        }
      ];
    })
  },
  {
    id: "ttys0-in-intel-guest",
    severity: "warning",
    explanation: "Intel's guest tree lets only virtio devices through its filter: serial ports are disabled. Mainline has no such filter.",
    reference: 'github.com/intel/tdx branch guest, commit f0270b8; lkvs marks it "NA for upstream kernel"',
    find: (subject) => {
      const named = consoles(subject.guest.cmdline ?? "");
      if (!isFiltered(subject) || named.length === 0 || !named.every((name) => name.startsWith("ttyS")))
        return [];
      return [
        {
          at: ["guest", "cmdline"],
          message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, where console=${named.at(-1)} prints nothing in a TD`,
          hint: "Use console=hvc0, or add tdx_disable_filter."
        }
      ];
    }
  },
  {
    id: "pci-hotplug-in-intel-guest",
    severity: "warning",
    explanation: "Intel's guest tree filters ACPI PCI hotplug out unless the filter is switched off.",
    reference: "github.com/intel/tdx branch guest, commits d84774e and f0270b8",
    find: (subject) => {
      const used = parameters(subject.guest.cmdline ?? "").find(
        ({ name }) => /^(acpiphp|pciehp)\b/.test(name)
      );
      if (used === void 0 || !isFiltered(subject)) return [];
      return [
        {
          at: ["guest", "cmdline"],
          message: `${used.name} has no effect: kernel ${releaseOf(subject)} looks like Intel's guest tree, which filters PCI hotplug in a TD`,
          hint: "Add tdx_disable_filter, or leave it out."
        }
      ];
    }
  },
  {
    id: "disk-filtered-in-intel-guest",
    severity: "warning",
    explanation: "Intel's guest tree drives virtio disks alone in a TD.",
    reference: "github.com/intel/tdx branch guest, commit d84774e: virtio-blk, -console, -net, -pci",
    find: (subject) => isFiltered(subject) ? subject.guest.disks.flatMap(
      ({ bus }, index) => bus === "virtio" ? [] : [
        {
          at: ["guest", "disks", index, "bus"],
          message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, which drives no ${bus} disk in a TD`,
          hint: "Use bus: virtio, or add tdx_disable_filter."
        }
      ]
    ) : []
  },
  {
    id: "hotplug-in-td",
    severity: "warning",
    explanation: "A Trust Domain has all its CPUs and memory from the start: neither VMM hotplugs either.",
    reference: 'cloud-hypervisor: "CPU hotplug is not permitted with TDX", dynamic=false; QEMU docs/system/i386/tdx.rst',
    find: ({ scenario, guest }) => {
      if (scenario.platform !== "tdx") return [];
      return parameters(guest.cmdline ?? "").flatMap(({ name, value }) => {
        const more = name === "possible_cpus" && Number(value) > guest.cpus;
        if (!more && !HOTPLUG.includes(name)) return [];
        return [
          {
            at: ["guest", "cmdline"],
            message: `${name} prepares for hotplug, and a Trust Domain gets no CPU or memory later`,
            hint: "Set guest.cpus and guest.memory to what the guest needs, and leave it out."
          }
        ];
      });
    }
  },
  {
    id: "initrd-ignored",
    severity: "error",
    explanation: "With TDX, Cloud Hypervisor loads only what the firmware has a section for, and no firmware has one for an initrd.",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections; td-shim v0.8.0 sets no ramdisk fields",
    find: (subject) => {
      const { scenario, guest } = subject;
      const loads = scenario.platform === "tdx" && guest.initrd !== void 0;
      if (!loads || !onlyCloudHypervisor(subject)) return [];
      const probe = guest.initrd === "probe";
      return [
        {
          at: ["guest", probe ? "kernel" : "initrd"],
          message: `${probe ? "the probe guest, which a kernel alone boots, is an initrd: this" : "the initrd"} never reaches a Trust Domain of Cloud Hypervisor`,
          hint: probe ? 'Write it as a disk with "tdx-boot probe IMAGE --kernel FILE", and boot that with root=/dev/vda.' : "Use a root disk, or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE)."
        }
      ];
    }
  },
  {
    id: "disk-bus",
    severity: "error",
    explanation: "Cloud Hypervisor has virtio disks only.",
    reference: "cloud-hypervisor docs/device_model.md",
    find: (subject) => onlyCloudHypervisor(subject) ? subject.guest.disks.flatMap(
      ({ bus }, index) => bus === "virtio" ? [] : [
        {
          at: ["guest", "disks", index, "bus"],
          message: `Cloud Hypervisor has no ${bus} disks`,
          hint: "Use bus: virtio, or vmm: qemu."
        }
      ]
    ) : []
  }
];
function isFiltered({ scenario, guest, kernel }) {
  const off = parameters(guest.cmdline ?? "").some(
    ({ name }) => name === "tdx_disable_filter" || name === "noccfilter"
  );
  return scenario.platform === "tdx" && !off && /[-.](mvp\d|tdx\.v)/.test(kernel?.release ?? "");
}
function releaseOf({ kernel }) {
  return kernel?.release ?? "";
}

// src/lint/measurement-rules.ts
var LIMITS = [
  {
    registers: ["rtmr0"],
    reason: "the VMM's ACPI tables are in the TD HOB, which td-shim measures",
    holds: isTdShim
  },
  {
    registers: ["rtmr1"],
    reason: "the payload is in td-shim's image, and not in a section that names it",
    holds: ({ firmware }) => kindOf(firmware) === "td-shim-executable"
  },
  {
    registers: ["rtmr0"],
    reason: "the firmware makes boot options from the disks that it finds",
    holds: (subject) => isTdvf(subject) && subject.guest.kernel === void 0
  },
  {
    registers: ["rtmr1", "rtmr2"],
    reason: "what boots is on the disk: the boot loader and what it measures itself",
    holds: (subject) => isTdvf(subject) && subject.guest.kernel === void 0
  },
  {
    registers: ["rtmr0"],
    reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
    holds: (subject) => isTdvf(subject) && onlyCloudHypervisor(subject)
  }
];
var MEASUREMENT_RULES = [
  {
    id: "unpredictable-measurement",
    severity: "error",
    explanation: "A register is predicted only when all that is measured into it is known: RTMR0 of a direct kernel boot with TDVF and QEMU, RTMR1 and RTMR2 of a direct kernel boot.",
    reference: "docs/measure.md",
    find: (subject) => (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }) => {
      const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
      if (holds !== "expected" || limit === void 0) return [];
      const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
      return [{ at: where, message, hint: 'Let it be "replay", give its 96 hex digits, or leave it out.' }];
    })
  }
];
function isTdShim({ firmware }) {
  return kindOf(firmware)?.startsWith("td-shim") === true;
}
function kindOf(firmware) {
  return firmware === "none" ? void 0 : firmware.kind;
}

// src/lint/lint.ts
function describeLint({ where, severity, message, hint, rule }) {
  return `${formatWhere(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}
var RULES = [...FIRMWARE_RULES, ...GUEST_RULES, ...MEASUREMENT_RULES];
function lint(subject, where) {
  return RULES.flatMap(
    ({ id, severity, reference, find }) => find(subject).map(({ at, message, hint }) => ({
      rule: id,
      severity,
      where: "line" in at ? at : where(at),
      message,
      hint,
      reference
    }))
  ).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}

// src/prepare/image.ts
async function withFirmware(loaded, options) {
  const { firmware } = loaded.scenario;
  if (firmware === void 0 || !("request" in firmware)) return { loaded };
  const provided = await provideFirmware(firmware.request, options);
  return { loaded: withImage(loaded, provided.entry.image), provided };
}
async function withFirmwarePath(loaded, options) {
  const { firmware } = loaded.scenario;
  if (firmware === void 0 || !("request" in firmware)) return { loaded };
  const { image, command } = await locateFirmware(firmware.request, options);
  if (command === void 0) return { loaded: withImage(loaded, image) };
  return { loaded: { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } }, command };
}
function withImage(loaded, image) {
  const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
  checkFiles(ready);
  return ready;
}

// src/prepare/lint.ts
import { statSync } from "node:fs";

// src/compat/choose.ts
function possibleChoices(wanted, wish, programs2 = []) {
  const names = candidates(wanted, wish.platform);
  const had = programs2.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !had.some((program) => program.name === name));
  const choices = [...had, ...others.map((name) => ({ name }))].map((vmm) => {
    const combination = { ...wish, vmm };
    return { combination, assessment: assess(combination) };
  });
  const rank = ({ assessment }) => assessment.verdict === "works" ? 0 : 1;
  const [best, ...rest] = choices.filter(({ assessment }) => !isAgainst(assessment.verdict)).sort((a, b) => rank(a) - rank(b));
  if (best === void 0) throw refusal2(choices);
  return [best, ...rest];
}
function candidates(wanted, platform) {
  if (wanted !== "auto") return [wanted];
  return platform === "tdx" ? VMMS : ["qemu"];
}
function refusal2(choices) {
  const reasons = choices.flatMap(
    ({ combination: { vmm }, assessment }) => assessment.decisive === void 0 ? [] : [{ name: [vmm.name, vmm.version ?? ""].join(" ").trim(), row: assessment.decisive }]
  );
  const [first] = reasons;
  const same = reasons.every(({ row }) => row === first?.row);
  const said = first === void 0 || same ? first?.row.reason ?? "no VMM can boot this" : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join("; ");
  const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(" Or: ");
  return new HostError(
    "combination-refused",
    `this cannot boot: ${said}`,
    advice === "" ? {} : { hint: advice }
  );
}

// src/guest/boot-disk.ts
import { closeSync as closeSync2, openSync as openSync2, readSync } from "node:fs";

// src/guest/fat.ts
var ENTRY = 32;
var MOST_ENTRIES = 4096;
var MOST_CLUSTERS = 1 << 18;
var ATTRIBUTES = { label: 8, directory: 16, longName: 15 };
var LONG_NAME_PARTS = [
  [1, 11],
  [14, 26],
  [28, 32]
];
var FatVolume = class _FatVolume {
  #read;
  #layout;
  constructor(read2, layout) {
    this.#read = read2;
    this.#layout = layout;
  }
  /** Undefined when the bytes are no FAT volume. */
  static open(read2) {
    const layout = layoutOf(read2(0, 512));
    return layout === void 0 ? void 0 : new _FatVolume(read2, layout);
  }
  /** The entries of a directory such as `EFI/BOOT`; an empty list when there is no such directory. Case is ignored. */
  list(path) {
    let files = this.#entries(this.#rootBytes());
    for (const part of path.split("/").filter((name) => name !== "")) {
      const found = files.find(({ name }) => name.toLowerCase() === part.toLowerCase());
      if (found?.directory !== true) return [];
      files = this.#entries(this.#bytes(found.cluster, 0, MOST_ENTRIES * ENTRY));
    }
    return files;
  }
  /** Up to `length` bytes of a file from `offset`. */
  read({ cluster, size }, offset, length) {
    return this.#bytes(cluster, offset, Math.max(0, Math.min(length, size - offset)));
  }
  #rootBytes() {
    const { root } = this.#layout;
    return "cluster" in root ? this.#bytes(root.cluster, 0, MOST_ENTRIES * ENTRY) : this.#read(root.offset, root.size);
  }
  #bytes(first, offset, length) {
    const { clusterBytes, data, clusters } = this.#layout;
    const parts = [];
    let cluster = first;
    for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
      if (cluster < 2 || cluster >= clusters + 2) break;
      if (at + clusterBytes > offset) {
        const from = Math.max(0, offset - at);
        const until = Math.min(clusterBytes, offset + length - at);
        parts.push(this.#read(data + (cluster - 2) * clusterBytes + from, until - from));
      }
      at += clusterBytes;
      cluster = this.#next(cluster);
    }
    return Buffer.concat(parts);
  }
  /** What the table says of a cluster: the next one; a number beyond the last cluster at the end of a chain. */
  #next(cluster) {
    const { type, table } = this.#layout;
    const bytes = this.#read(table + Math.floor(cluster * type / 8), 4);
    const value = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    if (type === 32) return value & 268435455;
    if (type === 16) return value & 65535;
    return (cluster % 2 === 0 ? value : value >>> 4) & 4095;
  }
  #entries(bytes) {
    const files = [];
    let longName = "";
    for (let at = 0; at + ENTRY <= bytes.length && bytes[at] !== 0 && files.length < MOST_ENTRIES; at += ENTRY) {
      const entry = bytes.subarray(at, at + ENTRY);
      const attributes = entry.readUInt8(11);
      if (attributes === ATTRIBUTES.longName) {
        longName = longNamePart(entry) + longName;
        continue;
      }
      const name = longName === "" ? shortName(entry) : longName;
      longName = "";
      if (entry[0] === 229 || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 46) continue;
      const directory = (attributes & ATTRIBUTES.directory) !== 0;
      const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
      const cluster = high * 65536 + entry.readUInt16LE(26);
      files.push({ name, directory, size: directory ? 0 : entry.readUInt32LE(28), cluster });
    }
    return files;
  }
};
function layoutOf(sector) {
  if (sector.length < 512 || sector.readUInt16LE(510) !== 43605) return void 0;
  const bytes = sector.readUInt16LE(11);
  const perCluster = sector.readUInt8(13);
  const reserved = sector.readUInt16LE(14);
  const tables = sector.readUInt8(16);
  const rootEntries = sector.readUInt16LE(17);
  const tableSize = sector.readUInt16LE(22) || sector.readUInt32LE(36);
  const total = sector.readUInt16LE(19) || sector.readUInt32LE(32);
  const isPower = (value) => value > 0 && (value & value - 1) === 0;
  if (!isPower(bytes) || bytes < 512 || bytes > 4096 || !isPower(perCluster)) return void 0;
  if (reserved === 0 || tables === 0 || tableSize === 0) return void 0;
  const rootAt = reserved + tables * tableSize;
  const dataAt = rootAt + Math.ceil(rootEntries * ENTRY / bytes);
  if (total <= dataAt) return void 0;
  const clusters = Math.floor((total - dataAt) / perCluster);
  const type = clusters < 4085 ? 12 : clusters < 65525 ? 16 : 32;
  return {
    type,
    clusterBytes: bytes * perCluster,
    table: reserved * bytes,
    data: dataAt * bytes,
    root: type === 32 ? { cluster: sector.readUInt32LE(44) } : { offset: rootAt * bytes, size: rootEntries * ENTRY },
    clusters
  };
}
function shortName(entry) {
  const text = entry.toString("latin1", 0, 11);
  const extension = text.slice(8).trimEnd();
  return text.slice(0, 8).trimEnd() + (extension === "" ? "" : `.${extension}`);
}
function longNamePart(entry) {
  const text = LONG_NAME_PARTS.map(([from, to]) => entry.toString("utf16le", from, to)).join("");
  const end = text.search(/[\0\uffff]/);
  return end < 0 ? text : text.slice(0, end);
}

// src/guest/boot-disk.ts
var ESP = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b";
var SECTOR = 512;
var MOST_PARTITIONS = 128;
var MOST_BYTES = 64 * 1024;
var MOST_FILES = 64;
function inspectBootDisk(path) {
  const fd = openSync2(path, "r");
  try {
    return inspect((offset, length) => readAt(fd, offset, length));
  } finally {
    closeSync2(fd);
  }
}
function inspect(read2) {
  const header2 = read2(SECTOR, SECTOR);
  if (header2.toString("latin1", 0, 8) !== "EFI PART") {
    const [first, signature] = [read2(0, SECTOR), 43605];
    const isOther = first.length < SECTOR || first.readUInt16LE(510) === signature;
    return isOther ? void 0 : { lacks: "a partition table", cmdlines: [] };
  }
  const start = findEsp(read2, header2);
  if (start === void 0) return { lacks: "an EFI System Partition", cmdlines: [] };
  const volume = FatVolume.open((offset, length) => read2(start + offset, length));
  if (volume === void 0) return void 0;
  const programs2 = volume.list("EFI/BOOT").filter(({ name }) => /^bootx64\.efi$/i.test(name));
  if (programs2.length === 0) return { lacks: "EFI/BOOT/BOOTX64.EFI", cmdlines: [] };
  return { cmdlines: cmdlinesOf(volume) };
}
function findEsp(read2, header2) {
  const size = header2.readUInt32LE(84);
  if (size < 128 || size > SECTOR) return void 0;
  const count = Math.min(header2.readUInt32LE(80), MOST_PARTITIONS);
  const table = read2(Number(header2.readBigUInt64LE(72)) * SECTOR, count * size);
  for (let at = 0; at + size <= table.length; at += size) {
    if (guidAt(table, at) === ESP) return Number(table.readBigUInt64LE(at + 32)) * SECTOR;
  }
  return void 0;
}
function cmdlinesOf(volume) {
  const files = (directory, ending) => volume.list(directory).filter(({ name, directory: isDirectory }) => !isDirectory && ending.test(name)).slice(0, MOST_FILES).map((file) => [`${directory}/${file.name}`, file]);
  const entries = files("loader/entries", /\.conf$/i).flatMap(([file, found]) => {
    const text = volume.read(found, 0, MOST_BYTES).toString("utf8");
    const options = [...text.matchAll(/^options[ \t]+(.*)$/gm)].map((match) => match[1]?.trim() ?? "");
    return options.length === 0 ? [] : [{ file, text: options.join(" ") }];
  });
  const images = [...files("EFI/BOOT", /^bootx64\.efi$/i), ...files("EFI/Linux", /\.efi$/i)];
  const unified = images.flatMap(([file, found]) => {
    const text = sectionText(volume, found, ".cmdline");
    return text === void 0 ? [] : [{ file, text }];
  });
  return [...entries, ...unified];
}
function sectionText(volume, file, wanted) {
  const head = volume.read(file, 0, 4096);
  if (head.length < 64 || head.toString("latin1", 0, 2) !== "MZ") return void 0;
  const pe = head.readUInt32LE(60);
  if (pe + 24 > head.length || head.readUInt32LE(pe) !== 17744) return void 0;
  const count = head.readUInt16LE(pe + 6);
  const table = pe + 24 + head.readUInt16LE(pe + 20);
  for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += 40, left--) {
    if (head.toString("latin1", at, at + 8).replace(/\0+$/, "") !== wanted) continue;
    const size = Math.min(head.readUInt32LE(at + 8), head.readUInt32LE(at + 16), MOST_BYTES);
    const bytes = volume.read(file, head.readUInt32LE(at + 20), size);
    return bytes.toString("utf8").replace(/\0.*$/s, "").trim();
  }
  return void 0;
}
function readAt(fd, offset, length) {
  if (!Number.isSafeInteger(offset) || length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}

// src/prepare/combination.ts
import { basename as basename2 } from "node:path";
var RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
var PACKAGED = "/usr/share/";
function combinationOf(scenario) {
  const guest = requireGuest(scenario);
  const firmware = scenario.firmware === void 0 ? "none" : firmwareFacts(scenario.firmware);
  return {
    platform: scenario.platform,
    firmware,
    payload: payloadOf(guest, firmware),
    cpus: guest.cpus,
    guestKernel: guest.kernel === void 0 ? void 0 : releaseOf2(guest.kernel)
  };
}
function firmwareFacts(firmware) {
  if ("request" in firmware)
    return { kind: firmware.request.name, release: releaseOfRequest(firmware.request) };
  return "image" in firmware ? { kind: packagedKind(firmware.image) } : {};
}
function releaseOfRequest({
  name,
  pins = "documented",
  ref,
  repository
}) {
  const pin = RECIPES[name].pins[pins];
  if (ref !== void 0) return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
  return repository?.startsWith("/") === true ? void 0 : pin.version;
}
function packagedKind(image) {
  const name = basename2(image);
  if (/^OVMF\.inteltdx\.(ms|secboot)\.fd$/.test(name)) return "distribution-secure";
  if (/^OVMF\.inteltdx\.fd$/.test(name)) return "distribution";
  return image.startsWith(PACKAGED) && /^OVMF(_CODE)?(_4M)?\.fd$/.test(name) ? "plain-ovmf" : void 0;
}
function payloadOf({ kernel, disks }, firmware) {
  const kind = firmware === "none" ? void 0 : firmware.kind;
  if (kind !== void 0 && PAYLOAD_FIRMWARES.includes(kind)) return "executable";
  if (kernel !== void 0) return "kernel";
  return disks.length > 0 ? "disk" : "executable";
}
function releaseOf2(kernel) {
  try {
    return kernelInfoOf(kernel).release || void 0;
  } catch (error) {
    if (error instanceof NotBzImageError || error instanceof TruncatedKernelError) return void 0;
    throw error;
  }
}

// src/prepare/lint.ts
function requireSound(loaded) {
  checkFiles(loaded);
  const findings = lintScenario(loaded);
  const problems = findings.filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` }))
    );
  }
  return findings;
}
function lintScenario({ scenario, where }) {
  const { guest, firmware } = scenario;
  if (guest === void 0) return [];
  const wish = combinationOf(scenario);
  const possible = vmmsFor(scenario.vmm, wish);
  const findings = lint(
    {
      scenario,
      guest,
      firmware: wish.firmware,
      build: firmware !== void 0 && "request" in firmware ? firmware.request.build : void 0,
      kernel: guest.kernel === void 0 ? void 0 : kernelFacts(guest.kernel),
      disks: guest.disks.map((disk) => diskFormat(disk) === "raw" ? inspectBootDisk(disk.path) : void 0),
      vmms: possible instanceof HostError ? [] : possible
    },
    where
  );
  if (!(possible instanceof HostError) || findings.some(({ severity }) => severity === "error")) {
    return findings;
  }
  const { message, hint = "" } = possible;
  const reference = "docs/compatibility.md";
  return [
    { rule: "combination", severity: "error", where: where(["firmware"]), message, hint, reference },
    ...findings
  ];
}
function vmmsFor(vmm, wish) {
  try {
    return possibleChoices(vmm, wish).map(({ combination }) => combination.vmm.name);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}
function kernelFacts(file) {
  const { size } = statSync(file);
  try {
    return { release: kernelInfoOf(file).release, size, bzImage: true };
  } catch (error) {
    if (error instanceof NotBzImageError) return { release: "", size, bzImage: false };
    throw error;
  }
}

// src/prepare/preflight.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
import { release } from "node:os";

// src/compat/describe.ts
var WORDS = {
  works: "works",
  refused: "is refused",
  "hangs-silently": "hangs silently",
  crashes: "crashes",
  "does-not-build": "can be built",
  unknown: "boots"
};
function describeCombination({ vmm, firmware, payload, platform, host, cpus }) {
  const image = firmware === "none" ? "no firmware" : [firmware.kind ?? "unknown firmware", firmware.release ?? ""].join(" ").trim();
  return [
    platform,
    [vmm.name, vmm.version ?? ""].join(" ").trim(),
    image,
    payload,
    ...platform === "tdx" ? [`KVM interface ${host ?? "unknown"}`] : [],
    `${cpus} ${cpus === 1 ? "CPU" : "CPUs"}`
  ].join(", ");
}
function describeChoice({ combination, assessment }) {
  const { verdict, rows, open } = assessment;
  return [
    `${describeCombination(combination)}: ${verdict}`,
    ...rows.map(describeRow),
    ...open.map((row) => `unless known otherwise: ${describeRow(row)}`)
  ];
}
function notice({ verdict, decisive, open }) {
  if (verdict === "works") return void 0;
  const [risk] = open;
  const row = decisive?.verdict === "unknown" ? decisive : risk;
  if (row === void 0) return "nothing is known of this combination of VMM, firmware, payload and host";
  const doubt = row === risk ? `it is not known whether this ${WORDS[row.verdict]}` : "this may not boot";
  return [`${doubt}: ${row.reason}.`, ...row.advice === void 0 ? [] : [row.advice]].join(" ");
}
function silenceToExpect({ rows, open }) {
  return [...rows, ...open].find(({ verdict }) => verdict === "hangs-silently")?.reason;
}
function describeRow({ verdict, reason, certainty, reference }) {
  return `${verdict}: ${reason} (${certainty}: ${reference})`;
}

// src/prepare/preflight.ts
async function preflight(loaded, machine = thisMachine) {
  const { scenario } = loaded;
  const wish = combinationOf(scenario);
  const [choice] = scenario.platform === "tdx" ? possibleChoices(
    scenario.vmm,
    { ...wish, host: usableAbi(machine.kvm()) },
    await programs(loaded, machine)
  ) : possibleChoices(scenario.vmm, wish);
  return { ...chosen(loaded, choice), ...noticeOf(choice) };
}
async function foresee(loaded, machine = thisMachine) {
  try {
    return await preflight(loaded, machine);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const [choice] = possibleChoices(loaded.scenario.vmm, combinationOf(loaded.scenario));
    const { lines, ...elsewhere } = chosen(loaded, choice);
    return { ...elsewhere, lines: [`on this machine: ${error.message}`, ...lines] };
  }
}
function chosen(loaded, choice) {
  const { vmm } = choice.combination;
  const scenario = { ...loaded.scenario, vmm: vmm.name };
  return { loaded: { ...loaded, scenario }, vmm, lines: describeChoice(choice) };
}
function noticeOf({ combination, assessment }) {
  if (combination.platform !== "tdx") return {};
  const text = notice(assessment);
  const silence = silenceToExpect(assessment);
  return {
    ...text === void 0 ? {} : { notice: text },
    ...silence === void 0 ? {} : { silenceExpected: silence }
  };
}
async function programs({ scenario }, machine) {
  const { vmm, vmmRef } = scenario;
  const built = {
    name: "cloud-hypervisor",
    version: vmmRef ?? PINS.cloudHypervisor.version,
    tdx: true
  };
  const found = await Promise.all(
    VMMS.filter((name) => vmm === "auto" || vmm === name).map(async (name) => {
      try {
        return await machine.vmm(name) ?? [];
      } catch (error) {
        if (vmm !== "qemu" && error instanceof HostError) return [];
        throw error;
      }
    })
  );
  const wanted = found.flat().filter(({ name, version }) => name === "qemu" || isWanted(version, vmmRef));
  return [...wanted, built];
}
function isWanted(version, ref) {
  return ref === void 0 || ref === `v${version}`;
}
var thisMachine = {
  kvm: () => ({
    kernelRelease: release(),
    tdxParameter: readText("/sys/module/kvm_intel/parameters/tdx"),
    sysfs: existsSync("/sys/module")
  }),
  vmm: async (name) => {
    const { command, identify } = backendFor({ vmm: name, platform: "tdx" });
    const path = findCommand(command);
    if (path === void 0) return void 0;
    const { version, tdx } = await identify(path, "tdx");
    return { name, version, tdx };
  }
};
function readText(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return void 0;
  }
}

// src/prepare/measurements.ts
import { readFileSync as readFileSync3 } from "node:fs";

// src/tdx/register-prediction.ts
var MOST_MEASURED = 0x1000000n;
function predictRegister(register, known) {
  return register === "mrtd" ? expectMrtdOf(known) : expectRtmr(register, known);
}
function expectRtmr(register, known) {
  const values = /* @__PURE__ */ new Map();
  for (const { register: of, value, by, events } of rtmrRows(known)) {
    if (of !== register) continue;
    if (!isPredicted(value)) return value;
    const same = values.get(value);
    if (same === void 0) values.set(value, { by: [by], events });
    else same.by.push(by);
  }
  return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
function expectMrtdOf({ image, metadata, vmm, order }) {
  const wanted = MRTD_VARIANTS.filter(
    ({ reader, method: rules }) => reader === (vmm ?? reader) && rules.order === (order ?? rules.order)
  );
  const [variant] = wanted;
  if (variant === void 0) return { reason: `${vmm} does not measure ${order}` };
  const values = wanted.map(({ reader, method: rules }) => ({
    value: computeMrtd(image, metadata, rules),
    by: [`${reader} ${rules.order}`],
    events: []
  }));
  const measure = (sections2, rules, text) => {
    try {
      return [{ value: computeMrtd(image, { ...metadata, sections: sections2 }, rules), text }];
    } catch (error) {
      if (error instanceof DataError) return [];
      throw error;
    }
  };
  const { sections } = metadata;
  const otherwise = sections.flatMap((section) => {
    const { index, name, memorySize, extend } = section;
    const what = `section ${index} (${name})`;
    const changed = `of this image with ${what} ${extend ? "added and not measured" : "measured, too"}`;
    const flipped = { ...section, extend: !extend, attributes: section.attributes ^ 1 };
    return [
      ...measure(sections.toSpliced(index, 1), variant.method, `of this image without ${what}`),
      ...memorySize > MOST_MEASURED ? [] : measure(sections.with(index, flipped), variant.method, changed)
    ];
  });
  const others = MRTD_VARIANTS.flatMap(
    ({ reader, method: rules, programs: programs2 }) => measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs2}`)
  );
  const right = values.map(({ value }) => value);
  return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}

// src/prepare/measurements.ts
var MEASURING = [6, 9];
async function predictMeasurements(scenario, vmm, release2) {
  const { measurements: asserted } = scenario.rules;
  if (asserted === void 0) return void 0;
  const predicted = {};
  const problems = [];
  const known = await factsOf(scenario, vmm, release2).catch(reasonOf);
  for (const { register, holds, where } of asserted) {
    if (holds === "replay") continue;
    const expected = "reason" in known ? known : expectOne(register, known);
    if (!("reason" in expected)) predicted[register] = expected;
    else if (holds === "expected") {
      const message = `measurements.${register} cannot be predicted: ${expected.reason}. ${HINT}`;
      problems.push({ where, message });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return predicted;
}
var HINT = 'Give its 96 hex digits, let an RTMR be "replay", or leave it out.';
function expectOne(register, known) {
  try {
    return predictRegister(register, known);
  } catch (error) {
    return reasonOf(error);
  }
}
function reasonOf(error) {
  if (error instanceof UsageError || error instanceof HostError) return { reason: error.message };
  throw error;
}
async function factsOf({ firmware, guest, measuring = {} }, { name: vmm, version }, release2) {
  if (firmware === void 0 || !("image" in firmware) || guest === void 0) {
    throw new UsageError("no-firmware", "there is no image of a firmware");
  }
  const image = read(firmware.image, "the firmware");
  const metadata = parseMetadata(image);
  const { order = launchOrder(vmm, version), events = profileOf(release2), acpiTables } = measuring;
  const acpi = acpiTables === void 0 ? void 0 : deriveAcpiFiles(read(acpiTables, "the ACPI tables"));
  const direct = await directBoot(guest);
  return {
    ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
    ...events === void 0 ? {} : { profile: events },
    stub: guest.kernel === void 0 ? void 0 : stubOf(guest.kernel)
  };
}
async function directBoot(guest) {
  const { kernel, initrd, cmdline = "" } = guest;
  if (kernel === void 0) return void 0;
  const ramdisk = initrd === void 0 ? new Uint8Array() : initrd === "probe" ? await makeProbe(guest) : read(initrd, "the initrd");
  return { kernel: read(kernel, "the kernel"), initrd: ramdisk, cmdline };
}
function profileOf(release2) {
  if (release2 === void 0 || !release2.startsWith("edk2-stable")) return void 0;
  return EVENT_PROFILES.findLast(({ id }) => id.startsWith("edk2-stable") && id <= release2)?.id ?? PINNED;
}
var PINNED = "edk2-13b97736";
function stubOf(kernel) {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelInfoOf(kernel).release) ?? [];
  if (major === void 0 || minor === void 0) return void 0;
  const [from, at] = MEASURING;
  const measures = Number(major) > from || Number(major) === from && Number(minor) >= at;
  return measures ? "measures" : "silent";
}
function read(file, what) {
  try {
    return readFileSync3(file);
  } catch (error) {
    throw new UsageError("no-file", `cannot read ${what}: ${messageOf(error)}`, { cause: error });
  }
}

// src/prepare/program.ts
async function provideProgram(scenario, options) {
  const backend = backendFor(scenario);
  if (backend.name !== "cloud-hypervisor") return void 0;
  const wish = launchWish(scenario, "probe");
  const { program, problem } = await look(backend, wish, scenario.vmmRef);
  if (problem === void 0) return program;
  if (backend.unsuitable(wish, { path: backend.command, tdx: true }) !== void 0) return void 0;
  options.listener({ type: "notice", text: `A Cloud Hypervisor built with TDX is used, because ${problem}` });
  const { entry } = await provideFirmware(requestFor(scenario), options);
  const built = await backend.identify(entry.image, scenario.platform);
  requireSuitable(backend, wish, built);
  return built;
}
async function look(backend, wish, ref) {
  try {
    const program = await findProgram(backend, wish);
    const other = ref !== void 0 && ref !== `v${program.version}`;
    const problem = other ? `${program.path} is v${program.version}, not ${ref}` : backend.unsuitable(wish, program);
    return { program, problem };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { problem: error.message };
  }
}
function requestFor({ vmmRef: ref }) {
  return { name: "cloud-hypervisor", build: "release", ...ref === void 0 ? {} : { ref }, defines: [] };
}

// src/prepare/ready.ts
async function makeReady(loaded, options, machine, host = thisHost) {
  const checked = await check(loaded, machine, host).catch((error) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (checked instanceof HostError) return { scenario: loaded.scenario, refused: checked };
  const { notice: notice2, silenceExpected, vmm } = checked;
  if (notice2 !== void 0) options.listener({ type: "notice", text: notice2 });
  const program = await provideProgram(checked.loaded.scenario, options);
  const { scenario } = (await withFirmware(checked.loaded, options)).loaded;
  const measurements = await predictMeasurements(scenario, vmm, releaseOf3(checked.loaded));
  return {
    scenario,
    ...program === void 0 ? {} : { program },
    ...silenceExpected === void 0 ? {} : { silenceExpected },
    ...measurements === void 0 ? {} : { predictions: measurements }
  };
}
function releaseOf3({ scenario }) {
  const { firmware } = combinationOf(scenario);
  return firmware === "none" ? void 0 : firmware.release;
}
async function check(loaded, machine, host) {
  const { platform, guest } = loaded.scenario;
  if (platform === "tdx" && guest !== void 0) await requireTdxHost(host, guest.memory, heldMemory());
  return preflight(loaded, machine);
}

// src/report/recording.ts
import {
  closeSync as closeSync3,
  createWriteStream,
  mkdirSync,
  openSync as openSync3,
  renameSync,
  writeSync
} from "node:fs";
import { join as join5, resolve as resolve2 } from "node:path";
var RESULT_FILE = "result.json";
var CAST_FILE = "boot.cast";
function makeRunDirectory(base, name) {
  const slug = forFileName(name);
  try {
    mkdirSync(base, { recursive: true });
    for (let number = 1; ; number++) {
      const directory = resolve2(base, number === 1 ? slug : `${slug}-${number}`);
      if (makeOnce(directory)) return directory;
    }
  } catch (error) {
    throw new HostError("no-results-dir", `cannot write results to ${base}: ${messageOf(error)}`, {
      hint: 'Name another directory (--results DIR, or the input "results").',
      cause: error
    });
  }
}
var Recording = class {
  directory;
  #scenario;
  #raw = /* @__PURE__ */ new Map();
  #decoders = /* @__PURE__ */ new Map();
  #events;
  #cast;
  #castTime = 0;
  #failure;
  #argv;
  constructor(directory, scenario) {
    this.directory = directory;
    this.#scenario = scenario;
    this.#events = this.#open(EVENTS_FILE);
    this.#cast = this.#open(CAST_FILE);
    const timestamp = Math.floor(Date.now() / 1e3);
    this.#cast.write(
      `${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title: scenario.name })}
`
    );
  }
  async on(event) {
    if (event.type === "output") await this.#output(event.stream, event.time, event.bytes);
    else if (event.type === "input") {
      const text = Buffer.from(event.bytes).toString();
      this.#line({ t: event.time, input: event.stream, text });
      this.#castLine(event.time, "i", text);
    } else if (event.type === "verdict") {
      this.#line({ t: event.time, event: { type: "end-of-log", time: event.time } });
      writeWhole(join5(this.directory, RESULT_FILE), makeResult(this.#scenario, event.verdict, this.#argv));
    } else if (event.type === "step" || event.type === "finding" || event.type === "phase") {
      this.#castLine(event.time, "m", event.type === "phase" ? event.title : event.type);
    } else if (event.type !== "send" && event.type !== "notice") {
      if (event.type === "launch") this.#argv = event.argv;
      this.#line({ t: event.time, event });
    }
    if (this.#failure !== void 0) {
      throw new HostError("cannot-record", `cannot write to ${this.directory}: ${messageOf(this.#failure)}`);
    }
  }
  async close() {
    const open = [...this.#raw.values(), this.#events, this.#cast].filter((stream) => !stream.destroyed);
    await Promise.all(open.map((stream) => new Promise((done) => stream.end(done))));
  }
  async #output(stream, time, bytes) {
    const raw = this.#raw.get(stream) ?? this.#open(`${stream}.raw`);
    this.#raw.set(stream, raw);
    this.#line({ t: time, output: stream, n: bytes.length });
    if (stream !== "vmm") {
      const decoder = this.#decoders.get(stream) ?? new TextDecoder();
      this.#decoders.set(stream, decoder);
      this.#castLine(time, "o", decoder.decode(bytes, { stream: true }));
    }
    if (!raw.write(bytes)) await drained(raw);
  }
  #line(event) {
    this.#events.write(`${JSON.stringify(event)}
`);
  }
  /**
   * asciicast v2 (docs.asciinema.org): [seconds, "o" output | "i" input | "m" marker, text]. Its times never go back,
   * while a deadline is reported with its own time after output that was read a moment later.
   */
  #castLine(time, code, text) {
    this.#castTime = Math.max(this.#castTime, time);
    if (text !== "") this.#cast.write(`${JSON.stringify([this.#castTime / 1e3, code, text])}
`);
  }
  #open(name) {
    const stream = createWriteStream(join5(this.directory, name), { flags: "wx" });
    stream.on("error", (error) => {
      this.#failure ??= error;
    });
    return stream;
  }
};
function drained(stream) {
  return new Promise((resolve3) => {
    const done = () => {
      stream.off("drain", done).off("close", done);
      resolve3();
    };
    stream.on("drain", done).on("close", done);
  });
}
function writeWhole(path, value) {
  const fd = openSync3(`${path}.part`, "w");
  try {
    writeSync(fd, `${JSON.stringify(value, null, 2)}
`);
  } finally {
    closeSync3(fd);
  }
  renameSync(`${path}.part`, path);
}
function makeOnce(directory) {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

// src/report/reporter.ts
async function report(events, reporters) {
  let verdict;
  try {
    for await (const event of events) {
      for (const reporter of reporters) {
        const pending = reporter.on(event);
        if (pending !== void 0) await pending;
      }
      if (event.type === "verdict") verdict = event.verdict;
    }
  } finally {
    for (const reporter of reporters) await reporter.close?.();
  }
  if (verdict === void 0) throw new Error("the events ended without a verdict");
  return verdict;
}

// src/report/lines.ts
var LinePrinter = class {
  #onLine;
  #scanners = /* @__PURE__ */ new Map();
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(stream, bytes) {
    const scanner = this.#scanners.get(stream) ?? this.#open(stream);
    scanner.push(bytes);
  }
  /** Prints the unfinished lines. */
  flush() {
    for (const scanner of this.#scanners.values()) scanner.end();
  }
  #open(stream) {
    const scanner = lineReader((text) => this.#onLine(stream, text));
    this.#scanners.set(stream, scanner);
    return scanner;
  }
};

export {
  probeDisk,
  launchSpec,
  requireGuest,
  makeProbe,
  backendFor,
  copyCommand,
  requireSuitable,
  boot,
  describeLint,
  withFirmwarePath,
  requireSound,
  lintScenario,
  foresee,
  makeReady,
  RESULT_FILE,
  makeRunDirectory,
  Recording,
  report,
  LinePrinter
};
