import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ScenarioError
} from "./chunk-KJ2PFS4V.js";
import {
  findCommand
} from "./chunk-AQPDE2PH.js";
import {
  checkMetadata,
  obstacleWithoutTd,
  refusals
} from "./chunk-YOP4TIWO.js";
import {
  tryLock,
  withLock
} from "./chunk-TESD7I65.js";
import {
  VMMS
} from "./chunk-3S7ANKJB.js";
import {
  parseMetadata
} from "./chunk-36SI6CTG.js";
import {
  HostError,
  TdxBootError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-OG6ZZA4V.js";

// src/host/host.ts
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { release } from "node:os";

// src/vmm/ask.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";
var ANSWER_MS = 1e4;
var run = promisify(execFile);
async function askCloudHypervisor(path) {
  const said = await ask(path, ["--version", "-v"]);
  const version2 = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
  if (version2 === void 0) throw unusable(path, "it does not say which Cloud Hypervisor it is", said);
  const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? "";
  return { version: version2, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}
async function askQemu(path) {
  const said = await ask(path, ["--version"]);
  const version2 = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
  if (version2 === void 0) throw unusable(path, "it does not say which QEMU it is", said);
  const objects = await ask(path, ["-object", "help"]);
  return { version: version2, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}
async function ask(path, args) {
  try {
    const { stdout } = await run(path, args, { timeout: ANSWER_MS, killSignal: "SIGKILL" });
    return stdout;
  } catch (cause) {
    const late = typeof cause === "object" && cause !== null && "killed" in cause && cause.killed === true;
    const why = late ? `no answer within ${ANSWER_MS / 1e3} s` : messageOf(cause);
    throw unusable(path, `"${args.join(" ")}" failed`, why, cause);
  }
}
function unusable(path, what, said, cause) {
  const text = said.trim() === "" ? "nothing" : said.trim().slice(0, 200);
  return new HostError("vmm-unusable", `${path} cannot be used: ${what}: ${text}`, {
    hint: "Check that the program can be run by this user and is the VMM that its name says.",
    ...cause === void 0 ? {} : { cause }
  });
}

// src/host/kernel-log.ts
import { execFile as execFile2 } from "node:child_process";
import { promisify as promisify2 } from "node:util";
var SOURCES = [
  ["dmesg", "--kernel", "--notime"],
  ["journalctl", "--dmesg", "--boot", "--output=cat", "--no-pager", "--quiet"]
];
var ANSWER_MS2 = 1e4;
var LONGEST = 64 * 1024 * 1024;
var FIRST_LINE = /^Linux version \d/;
var run2 = promisify2(execFile2);
async function readKernelLog() {
  let partial;
  for (const source of SOURCES) {
    const log = await read(source);
    if (log?.whole === true) return log;
    partial ??= log;
  }
  return partial;
}
function kernelLog(lines2, from) {
  const plain = lines2.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, "")).filter((line) => line !== "");
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read([command, ...args]) {
  try {
    const options = { timeout: ANSWER_MS2, killSignal: "SIGKILL", maxBuffer: LONGEST };
    const { stdout } = await run2(command, args, { ...options, env: { ...process.env, LC_ALL: "C" } });
    const log = kernelLog(stdout.split("\n"), [command, ...args].join(" "));
    return log.lines.length === 0 ? void 0 : log;
  } catch {
    return void 0;
  }
}

// src/host/kvm-trial.ts
import { execFile as execFile3 } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var DEADLINE_MS = 1e4;
var EXIT_DEVICE = "isa-debug-exit,iobase=0x501,iosize=1";
var EXIT_CODE = 73;
var TRIAL_CODE = [
  ["", "bits 16"],
  ["dbe3", "start: fninit"],
  ["9b", "fwait"],
  // Page tables at 0x1000: the first 2 MiB, one page, mapped to themselves.
  ["6631c0", "xor eax, eax"],
  ["8ec0", "mov es, ax"],
  ["66bf00100000", "mov edi, 0x1000"],
  ["66b9000c0000", "mov ecx, 0xc00"],
  ["fc", "cld"],
  ["f36667ab", "a32 rep stosd"],
  ["26c70600100320", "mov word [es:0x1000], 0x2003"],
  ["26c70600200330", "mov word [es:0x2000], 0x3003"],
  ["26c70600308300", "mov word [es:0x3000], 0x0083"],
  // CR4: PAE and SSE; EFER: long mode; CR0: protection and paging, which also leaves real mode.
  ["2e660f01168000", "o32 lgdt [cs:gdtr]"],
  ["66b820060000", "mov eax, 0x620"],
  ["0f22e0", "mov cr4, eax"],
  ["66b800100000", "mov eax, 0x1000"],
  ["0f22d8", "mov cr3, eax"],
  ["66b9800000c0", "mov ecx, 0xc0000080"],
  ["0f32", "rdmsr"],
  ["0d0001", "or ax, 0x100"],
  ["0f30", "wrmsr"],
  ["66b833000080", "mov eax, 0x80000033"],
  ["0f22c0", "mov cr0, eax"],
  ["66ea65000f000800", "jmp dword 8:0xf0000 + (entry - $$)"],
  ["", "bits 64"],
  ["31c0", "entry: xor eax, eax"],
  ["0fa2", "cpuid"],
  ["b806000000", "mov eax, 6"],
  ["f20f2ac0", "cvtsi2sd xmm0, eax"],
  ["f20f59c0", "mulsd xmm0, xmm0"],
  ["f20f2cc0", "cvttsd2si eax, xmm0"],
  ["66ba0105", "mov dx, 0x501"],
  ["ee", "out dx, al"],
  ["f4", "hlt"],
  ["0f00", "gdtr: dw 15"],
  ["86000f00", "dd 0xf0000 + (gdt - $$)"],
  ["0000000000000000", "gdt: dq 0"],
  ["00000000009a2000", "dq 0x00209a0000000000"]
];
var RESET_VECTOR = ["ea000000f0", "jmp 0xf000:start"];
var IMAGE_SIZE = 65536;
function trialImage() {
  const image = Buffer.alloc(IMAGE_SIZE);
  image.write(TRIAL_CODE.map(([code]) => code).join(""), "hex");
  image.write(RESET_VECTOR[0], IMAGE_SIZE - 16, "hex");
  return image;
}
async function tryKvm(qemu, accelerator = "kvm") {
  try {
    const directory = mkdtempSync(join(tmpdir(), "tdx-boot-kvm-"));
    try {
      const bios2 = join(directory, "trial.bin");
      writeFileSync(bios2, trialImage());
      return await run3(qemu, bios2, accelerator);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  } catch (error) {
    return { works: false, said: messageOf(error) };
  }
}
function run3(qemu, bios2, accelerator) {
  const args = [
    ...["--pdeathsig", "KILL", "--", qemu],
    ...["-machine", `q35,accel=${accelerator}`, "-cpu", accelerator === "kvm" ? "host" : "max"],
    ...["-m", "16M", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-bios", bios2, "-device", EXIT_DEVICE]
  ];
  const options = { timeout: DEADLINE_MS, killSignal: "SIGKILL", maxBuffer: 1024 * 1024 };
  return new Promise((resolve2) => {
    execFile3("setpriv", args, options, (error, _, stderr) => {
      if (error?.code === EXIT_CODE) resolve2({ works: true });
      else resolve2({ works: false, said: reason(error, stderr) });
    });
  });
}
function reason(error, stderr) {
  const said = stderr.split("\n").filter((line2) => line2 !== "" && !line2.includes("warning:"));
  const failure = said.find((line2) => /emulation failure/.test(line2));
  const line = failure === void 0 ? said[0] : `${said[0]}: ${failure}`;
  const late = error?.killed === true ? `not done after ${DEADLINE_MS / 1e3} s` : void 0;
  const ended = error === null ? "the guest was reset" : `QEMU ended with ${String(error.code ?? error.signal)}`;
  return [line, late ?? ended].filter((part) => part !== void 0).join("; ");
}

// src/host/host.ts
var thisHost = {
  read: readText,
  exists: existsSync,
  device,
  msr: readMsr,
  kernelRelease: release(),
  kernelLog: readKernelLog,
  tryKvm: () => withCommand("qemu-system-x86_64", tryKvm),
  qemu: () => withCommand("qemu-system-x86_64", askQemu),
  cloudHypervisor: () => withCommand("cloud-hypervisor", askCloudHypervisor)
};
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
function device(path) {
  if (!existsSync(path)) return "missing";
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    closeSync(openSync(path, "r+"));
    return "open";
  } catch {
    return "denied";
  }
}
function readMsr(register) {
  try {
    const fd = openSync("/dev/cpu/0/msr", "r");
    try {
      const value = Buffer.alloc(8);
      readSync(fd, value, 0, 8, register);
      return value.readBigUInt64LE();
    } finally {
      closeSync(fd);
    }
  } catch {
    return void 0;
  }
}
async function withCommand(name, ask3) {
  const path = findCommand(name);
  return path === void 0 ? void 0 : ask3(path);
}

// src/host/slots.ts
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync as readFileSync2 } from "node:fs";
import { join as join2 } from "node:path";

// src/host/check.ts
var ok = (evidence) => ({ state: "ok", evidence });
var problem = (evidence, fix) => ({ state: "problem", evidence, fix });
var unknown = (evidence, fix) => ({ state: "unknown", evidence, fix });
function lastLine(log, pattern) {
  return log?.lines.findLast((line) => pattern.test(line));
}
var TDX_PARAMETER = "/sys/module/kvm_intel/parameters/tdx";
var NO_LOG = "the kernel log cannot be read by this user";
var READ_LOG = "Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).";

// src/host/checks/processor.ts
var ENABLE_IN_BIOS = "Turn on in the BIOS: Total Memory Encryption (TME), multi-tenant (TME-MT), TDX, the SEAM loader, and a TME-MT/TDX key split that leaves TDX at least 2 keys; see docs/tdx-host.md.";
var cpu = { id: "cpu", title: "CPU", decisive: false, look: lookAtCpu };
var bios = { id: "bios", title: "BIOS and SEAM", decisive: false, look: lookAtBios };
function lookAtCpu({ host }) {
  const info = host.read("/proc/cpuinfo");
  if (info === void 0) return unknown("/proc/cpuinfo cannot be read", "Mount /proc.");
  const field = (name) => new RegExp(`^${name}\\s*: *(.*)$`, "m").exec(info)?.[1]?.trim() ?? "";
  const flags = field("flags").split(" ");
  const who = `${field("vendor_id")} ${field("model name")}`.trim();
  if (flags.includes("tdx_host_platform")) return ok(`${who}, flag tdx_host_platform`);
  if (field("vendor_id") !== "GenuineIntel") {
    return problem(
      `${who === "" ? "not an x86 CPU" : who}: TDX is Intel's`,
      "Use a machine with an Intel Xeon Scalable of the 5th generation or later (of the 4th, some models)."
    );
  }
  if (flags.includes("hypervisor")) {
    return problem(`${who}, flag hypervisor: this is a virtual machine`, "Use the machine below it.");
  }
  return unknown(`${who}, no flag tdx_host_platform`, ENABLE_IN_BIOS);
}
function lookAtBios(view) {
  return fromRegisters(view) ?? fromLog(view);
}
function fromRegisters({ host }) {
  const [activate, seam, keys] = [2434, 5121, 135].map((register) => host.msr(register));
  if (activate === void 0) return void 0;
  const isOff = [
    [(activate & 2n) === 0n, "TME-MT is off (MSR 0x982, bit 1)"],
    [seam === void 0 || (seam & 0x800n) === 0n, "SEAM is off (MSR 0x1401, bit 11)"],
    [keys === void 0 || keys >> 32n === 0n, "no private KeyIDs (MSR 0x87, bits 63:32)"]
  ];
  const off = isOff.filter(([is]) => is).map(([, what]) => what);
  if (off.length > 0) return problem(off.join("; "), ENABLE_IN_BIOS);
  return ok(`TME-MT and SEAM are on (MSR 0x982, 0x1401), ${Number((keys ?? 0n) >> 32n)} private KeyIDs`);
}
function fromLog({ host, log }) {
  const refused = lastLine(log, /tdx: not enabled by BIOS/);
  if (refused !== void 0) return problem(refused, ENABLE_IN_BIOS);
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== void 0) return ok(enabled);
  if (host.read("/proc/cpuinfo")?.includes(" tdx_host_platform") === true)
    return ok("flag tdx_host_platform in /proc/cpuinfo");
  return unknown(
    log === void 0 ? "neither the registers nor the kernel log can be read by this user" : 'the kernel log has no line "BIOS enabled", and the registers cannot be read',
    "Read them as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no: turn TDX on in the BIOS."
  );
}

// src/host/checks/capacity.ts
var keyIds = { id: "key-ids", title: "private KeyIDs", decisive: false, look: lookAtKeyIds };
var memory = { id: "memory", title: "memory", decisive: true, look: lookAtMemory };
var hugepages = {
  id: "hugepages",
  title: "hugepages",
  decisive: false,
  look: lookAtHugepages
};
var MIB = 1024 * 1024;
function tdCapacity(host, log) {
  const published = /^tdx (\d+)$/m.exec(host.read("/sys/fs/cgroup/misc.capacity") ?? "")?.[1];
  if (published !== void 0) {
    return { tds: Number(published), evidence: `/sys/fs/cgroup/misc.capacity: tdx ${published}` };
  }
  const line = lastLine(log, /private KeyID range \[\d+, *\d+\)/);
  const [, first, end] = /\[(\d+), *(\d+)\)/.exec(line ?? "") ?? [];
  if (line !== void 0) return { tds: Math.max(0, Number(end) - Number(first) - 1), evidence: line };
  const register = host.msr(135);
  if (register === void 0) return void 0;
  const keys = Number(register >> 32n);
  return { tds: Math.max(0, keys - 1), evidence: `MSR 0x87: ${keys} private KeyIDs` };
}
function availableMemory(host) {
  return memInfo(host, "MemAvailable");
}
function lookAtKeyIds({ host, log }) {
  const capacity = tdCapacity(host, log);
  if (capacity === void 0)
    return unknown(
      "their number cannot be read",
      "It shows when KVM has TDX on; before, to root: sudo modprobe msr && sudo tdx-boot doctor"
    );
  const { tds, evidence } = capacity;
  if (tds === 0) return problem(`${evidence}: none is left for a TD`, ENABLE_IN_BIOS);
  const used = /^tdx (\d+)$/m.exec(host.read("/sys/fs/cgroup/misc.current") ?? "")?.[1];
  const use = used === void 0 ? "" : `, ${used} in use`;
  return ok(`${tds} ${tds === 1 ? "TD" : "TDs"} at a time${use} (${evidence})`);
}
function lookAtMemory({ host, wanted, held }) {
  const available = availableMemory(host);
  if (available === void 0) return unknown("/proc/meminfo cannot be read", "Mount /proc.");
  const has = `${mib(available)} available, ${mib(wanted.memory)} wanted`;
  if (available >= wanted.memory) return ok(has);
  if (available + held >= wanted.memory) return ok(`${has}: after TDs that hold ${mib(held)} have ended`);
  const reserved = (memInfo(host, "HugePages_Free") ?? 0) * (memInfo(host, "Hugepagesize") ?? 0);
  return problem(
    has,
    reserved > 0 ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.` : "End what uses it, or lower guest.memory in the scenario."
  );
}
function lookAtHugepages({ host }) {
  const total = memInfo(host, "HugePages_Total");
  if (total === void 0) return unknown("/proc/meminfo does not say", "Nothing to do: a TD needs none.");
  const free = memInfo(host, "HugePages_Free") ?? 0;
  return ok(`${total} reserved, ${free} of them free; a TD needs none`);
}
function memInfo(host, name) {
  const found = new RegExp(`^${name}: *(\\d+)( kB)?$`, "m").exec(host.read("/proc/meminfo") ?? "");
  if (found === null) return void 0;
  return Number(found[1]) * (found[2] === void 0 ? 1 : 1024);
}
function mib(bytes) {
  return `${Math.floor(bytes / MIB)} MiB`;
}

// src/host/slots.ts
var MIB2 = 1024 * 1024;
var SHARED = ["/run/lock", "/tmp"];
var STICKY = 1023;
var HOLDER = /^td-(\d{1,10})-(\d{1,9})-(\d{1,11})-[0-9a-f]{16}$/;
async function takeSlot(request) {
  const { directory, waitMs, signal } = request;
  const deadline = performance.now() + waitMs;
  const onWait = () => request.onWait(`another run is first in the queue; ${describe(holdersIn(directory))}`);
  try {
    return await withLock(
      join2(directory, "queue"),
      { waitMs, signal, onWait },
      () => admit(request, deadline)
    );
  } catch (error) {
    if (!(error instanceof TdxBootError) || error.code !== "lock-timeout") throw error;
    throw timedOut(request, "another run is still first in the queue");
  }
}
function holdersIn(directory) {
  return namesIn(directory).flatMap((name) => {
    const found = HOLDER.exec(name);
    if (found === null) return [];
    const [, pid, size, seconds] = found;
    const path = join2(directory, name);
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (file?.isFile() !== true) return [];
    const since = Number(seconds) * 1e3;
    return [{ path, pid: Number(pid), user: file.uid, memory: Number(size) * MIB2, since }];
  });
}
function heldMemory() {
  const directory = slotsPath();
  return directory === void 0 ? 0 : holdersIn(directory).reduce((sum, { memory: memory2 }) => sum + memory2, 0);
}
function slotLimit(capacity, setting) {
  if (setting === void 0 || setting === "") return capacity;
  if (/^[1-9]\d{0,5}$/.test(setting)) return Number(setting);
  throw new UsageError("bad-slots", `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
    hint: "It is the number of Trust Domains that may run at a time on this host: 1 or more."
  });
}
function slotsPath(shared = SHARED) {
  const parent = shared.find((path) => isShared(path));
  return parent === void 0 ? void 0 : join2(parent, "tdx-boot");
}
function slotsDirectory(shared = SHARED) {
  const directory = slotsPath(shared);
  if (directory === void 0)
    throw unavailable(shared.join(" or "), "is not a directory that all users share");
  const umask = process.umask(0);
  try {
    mkdirSync(directory, STICKY);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw unavailable(directory, messageOf(error), error);
  } finally {
    process.umask(umask);
  }
  if (!isShared(directory)) {
    throw unavailable(directory, "is not a directory with mode 1777: somebody else made it");
  }
  return directory;
}
async function admit(request, deadline) {
  for (; ; ) {
    request.signal?.throwIfAborted();
    const holders = await living(request.directory);
    const full = whyFull(request, holders);
    if (full === void 0) return hold(request);
    if (holders.length === 0) throw noMemory(full);
    request.onWait(`${full}; ${describe(holders)}`);
    await oneEnds(holders, request, deadline, full);
  }
}
function whyFull({ limit, memory: memory2, available }, holders) {
  if (limit !== void 0 && holders.length >= limit) return `every slot of this host is taken (${limit})`;
  const free = available();
  if (free === void 0) return void 0;
  const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
  if (free - promised >= memory2) return void 0;
  const less = promised === 0 ? "" : `, ${mib(promised)} of it promised to running TDs`;
  return `${mib(memory2)} of memory are wanted, ${mib(free)} are available${less}`;
}
function untouched({ pid, memory: memory2 }) {
  const children = namesIn(`/proc/${pid}/task`).flatMap(
    (task) => (readText2(`/proc/${pid}/task/${task}/children`) ?? "").split(" ").filter((child) => child !== "")
  );
  const resident = children.map(
    (child) => /^VmRSS:\s*(\d+) kB$/m.exec(readText2(`/proc/${child}/status`) ?? "")?.[1]
  );
  const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
  return Math.max(0, memory2 - touched);
}
async function living(directory) {
  const holders = holdersIn(directory);
  const alive = await Promise.all(
    holders.map(async (holder) => await isHeld(holder.path) ? [holder] : [])
  );
  return alive.flat();
}
async function isHeld(path) {
  const release2 = await tryLock(path);
  release2?.();
  return release2 === void 0;
}
async function hold({ directory, memory: memory2 }) {
  const seconds = Math.floor(Date.now() / 1e3);
  const name = `td-${process.pid}-${Math.ceil(memory2 / MIB2)}-${seconds}-${randomBytes(8).toString("hex")}`;
  const release2 = await tryLock(join2(directory, name));
  if (release2 === void 0) throw unavailable(directory, `${name} is locked by somebody else`);
  return release2;
}
async function oneEnds(holders, request, deadline, full) {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, ...request.signal === void 0 ? [] : [request.signal]]);
  const waitMs = Math.max(0, deadline - performance.now());
  const waits = holders.map(({ path }) => withLock(path, { waitMs, signal }, async () => void 0));
  try {
    await Promise.race(waits);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof TdxBootError && error.code === "lock-timeout") throw timedOut(request, full);
    throw error;
  } finally {
    done.abort();
    await Promise.allSettled(waits);
  }
}
function describe(holders) {
  const who = holders.map(({ pid, user, memory: memory2, since }) => {
    const minutes = Math.max(0, Math.floor((Date.now() - since) / 6e4));
    return `process ${pid} of user ${user} (${mib(memory2)}, for ${minutes} min)`;
  });
  const count = `${who.length} ${who.length === 1 ? "TD runs" : "TDs run"}`;
  const named = who.slice(0, 8).join(", ");
  return who.length === 0 ? "no TD runs yet" : `${count}: ${named}${who.length > 8 ? ", \u2026" : ""}`;
}
function timedOut({ directory, waitMs }, why) {
  const holders = holdersIn(directory);
  const pids = holders.map(({ pid }) => pid).join(",");
  return new HostError(
    "slot-timeout",
    `no slot for a Trust Domain came free in ${waitMs / 1e3} s: ${why}; ${describe(holders)}`,
    {
      hint: pids === "" ? `See who holds it: fuser ${join2(directory, "queue")}` : `See what they do: ps -fp ${pids}`
    }
  );
}
function noMemory(why) {
  return new HostError(
    "slot-no-memory",
    `no memory for this Trust Domain: ${why}, and no other TD will give any back`,
    {
      hint: "End what uses it, or lower guest.memory in the scenario."
    }
  );
}
function unavailable(path, what, cause) {
  return new HostError("slots-unavailable", `cannot count the Trust Domains of this host: ${path} ${what}`, {
    hint: "Let an administrator see to it: it should be a directory of mode 1777.",
    ...cause === void 0 ? {} : { cause }
  });
}
function isShared(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (found.mode & 4095) === STICKY;
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
function readText2(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return void 0;
  }
}

// src/guest/files.ts
import { closeSync as closeSync3, openSync as openSync3, readFileSync as readFileSync3, readSync as readSync3, statSync } from "node:fs";

// src/guest/errors.ts
var GuestError = class extends HostError {
  constructor(code, message, hint, options) {
    super(code, message, { hint, cause: options?.cause });
    this.name = new.target.name;
  }
};
var NotBzImageError = class extends GuestError {
  /** What the file is instead, or which part of the header is missing. */
  reason;
  /** True for an EFI program such as a unified kernel image, which a UEFI firmware can start. */
  efiProgram;
  constructor(reason2, efiProgram = false, hint = "Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).") {
    super("kernel-not-bzimage", `The kernel is not a bzImage: ${reason2}`, hint);
    this.reason = reason2;
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
import { execFile as execFile4 } from "node:child_process";
import { closeSync as closeSync2, existsSync as existsSync2, fstatSync, openSync as openSync2, readdirSync as readdirSync2, readSync as readSync2 } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join as join3, resolve } from "node:path";
import { promisify as promisify3 } from "node:util";
import { gunzip } from "node:zlib";
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
var run4 = promisify3(execFile4);
var unzip = promisify3(gunzip);
var HEAD = 256 * SECTOR;
function kernelInfoOf(path) {
  const fd = openSync2(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    return readKernelInfo(head.subarray(0, readSync2(fd, head)), fstatSync(fd).size);
  } finally {
    closeSync2(fd);
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
  const version2 = versionString(image, setupSize);
  return {
    release: version2.split(" ", 1)[0] ?? "",
    version: version2,
    protocol: `${image.readUInt8(PROTOCOL + 1)}.${String(image.readUInt8(PROTOCOL)).padStart(2, "0")}`,
    expectedSize
  };
}
async function findModules(kernelPath, release2, override) {
  const safe = SAFE_RELEASE.test(release2) && !release2.includes("..");
  const below = (root) => safe ? ["lib", "usr/lib"].map((lib) => join3(root, lib, "modules", release2)) : [];
  if (override !== void 0) {
    const found = await firstModuleDirectory([...below(override), override]);
    if (found !== void 0) return found;
    throw new GuestError(
      "modules-not-found",
      `No kernel modules for ${JSON.stringify(release2)} in ${override}`,
      "Name the directory that holds modules.dep or kernel/, as made by `make modules_install`."
    );
  }
  const beside = dirname(await realpath(kernelPath).catch(() => resolve(kernelPath)));
  const own = basename(beside) === release2 ? [beside] : [];
  return firstModuleDirectory([...own, ...below(dirname(beside)), ...below("/")]);
}
async function moduleOrder(directory, wanted) {
  const builtin = new Set((await lines(join3(directory, "modules.builtin"))).map(moduleName));
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
      `Cannot read the kernel module ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).",
      { cause }
    );
  }
}
async function moduleIndex(directory) {
  const index = /* @__PURE__ */ new Map();
  for (const line of await lines(join3(directory, "modules.dep"))) {
    const colon = line.indexOf(":");
    const needed = line.slice(colon + 1).split(" ").filter(Boolean).reverse().map(moduleName);
    const path = resolve(directory, line.slice(0, colon));
    if (MODULE_FILE.test(basename(path))) index.set(moduleName(path), { path, needs: async () => needed });
  }
  if (index.size > 0) return index;
  for (const entry of filesBelow(join3(directory, "kernel"))) {
    if (!MODULE_FILE.test(basename(entry))) continue;
    const path = join3(directory, "kernel", entry);
    index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
  }
  return index;
}
function filesBelow(directory) {
  return existsSync2(directory) ? readdirSync2(directory, { recursive: true, encoding: "utf8" }) : [];
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
      if (await exists(join3(candidate, proof))) return candidate;
    }
  }
  return void 0;
}
function knownAs(image) {
  const start = image.toString("latin1", 0, 4);
  if (start === "\x7FELF") return "it is an ELF file (vmlinux)";
  if (start.startsWith("\x8B")) return "it is gzip-compressed";
  return void 0;
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
  const { stdout } = await run4(program, args, { encoding: "buffer", maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

// src/guest/files.ts
var KIB64 = 64 * 1024;
function checkFiles({ scenario, where }) {
  const problems = [];
  const check = (path, file, test) => {
    if (file === void 0) return;
    try {
      requireFile(file);
      test?.(file);
    } catch (error) {
      problems.push({ where: where(path), message: `${path.join(".")}: ${file}: ${messageOf(error)}` });
    }
  };
  const { guest, firmware } = scenario;
  check(["guest", "kernel"], guest?.kernel, (file) => checkKernel(file, firmware !== void 0));
  check(["guest", "initrd"], guest?.initrd === "probe" ? void 0 : guest?.initrd);
  for (const [index, disk] of (guest?.disks ?? []).entries()) check(["guest", "disks", index], disk.path);
  if (firmware !== void 0 && "image" in firmware)
    check(["firmware"], firmware.image, (file) => checkImage(file, scenario));
  if (firmware !== void 0 && "code" in firmware) {
    check(["firmware", "code"], firmware.code);
    check(["firmware", "vars"], firmware.vars);
  }
  if (problems.length > 0) throw new ScenarioError(problems);
}
function requireKernel(file) {
  try {
    requireFile(file);
    checkKernel(file, false);
  } catch (error) {
    throw new UsageError("bad-kernel", `${file}: ${messageOf(error)}`);
  }
}
function diskFormat(disk) {
  if (disk.format !== void 0) return disk.format;
  const head = Buffer.alloc(4);
  const fd = openSync3(disk.path, "r");
  try {
    readSync3(fd, head, 0, 4, 0);
  } finally {
    closeSync3(fd);
  }
  return head.toString("latin1") === "QFI\xFB" ? "qcow2" : "raw";
}
function requireFile(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === void 0) throw new Error("no such file");
  if (found.isDirectory()) throw new Error("is a directory");
  if (found.isFile() && found.size === 0) throw new Error("is empty");
  closeSync3(openSync3(file, "r"));
}
function checkKernel(file, hasFirmware) {
  try {
    kernelInfoOf(file);
  } catch (error) {
    if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram)) throw error;
  }
}
function checkImage(file, { platform, vmm: vmm2 }) {
  const { size } = statSync(file);
  if (size % KIB64 !== 0) {
    throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
  }
  const image = readFileSync3(file);
  if (platform !== "tdx") {
    const obstacle = obstacleWithoutTd(image);
    if (obstacle !== void 0) throw new Error(obstacle);
    return;
  }
  const findings = checkMetadata(parseMetadata(image), image);
  const refused = (vmm2 === "auto" ? VMMS : [vmm2]).map((name) => refusals(findings, name));
  if (refused.some(({ length }) => length === 0)) return;
  throw new Error(refused[0]?.map(({ message }) => message).join("; "));
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
function isWithin(version2, { from, before }) {
  return (from === void 0 || compareVersions(version2, from) >= 0) && (before === void 0 || compareVersions(version2, before) < 0);
}
function isRelease(version2) {
  return !/-\d+-g[0-9a-f]+/.test(version2);
}
function numbersOf(version2) {
  return (/\d+(?:\.\d+)*/.exec(version2.replace(/^edk2-stable/, ""))?.[0] ?? "").split(".").map(Number);
}

// src/compat/host-abi.ts
var TDX_VM_BIT = 1 << 5;
function hostAbi({ kernelRelease, tdxParameter, sysfs, vmTypes }) {
  if (vmTypes !== void 0 && (vmTypes & TDX_VM_BIT) !== 0) return "upstream";
  if (tdxParameter === void 0) return sysfs ? "none" : void 0;
  if (isWithin(kernelRelease, { from: "6.16" })) return "upstream";
  if (isWithin(kernelRelease, { from: "5.19", before: "5.20" })) return "intel-2022";
  return /-intel$/.test(kernelRelease) ? "intel-canonical" : void 0;
}
function usableAbi(facts) {
  const off = facts.tdxParameter !== void 0 && !/^[Yy1]/.test(facts.tdxParameter);
  return off ? "none" : hostAbi(facts);
}

// src/host/checks/kernel.ts
var kernel = { id: "kernel", title: "host kernel", decisive: true, look: lookAtKernel };
var parameter = {
  id: "kvm-intel",
  title: "kvm_intel parameter tdx",
  decisive: true,
  look: lookAtParameter
};
var cmdline = {
  id: "cmdline",
  title: "kernel command line",
  decisive: false,
  look: lookAtCmdline
};
var warnings = {
  id: "warnings",
  title: "warnings of KVM",
  decisive: false,
  look: lookAtWarnings
};
var NEEDS_KERNEL = "Boot a kernel with CONFIG_KVM_INTEL_TDX: Linux 6.16 or later, or one of a TDX distribution; see docs/tdx-host.md.";
var RELOAD = 'Turn it on: echo "options kvm_intel tdx=1" | sudo tee /etc/modprobe.d/tdx.conf; sudo modprobe -r kvm_intel; sudo modprobe kvm_intel';
function lookAtKernel({ host, abi }) {
  const release2 = host.kernelRelease;
  if (!host.exists("/sys/module/kvm_intel")) {
    return unknown(`${release2}: kvm_intel is not loaded`, "Load it: sudo modprobe kvm_intel tdx=1");
  }
  if (abi === "none") return problem(`${release2}: its KVM has no TDX`, NEEDS_KERNEL);
  if (abi !== void 0) return ok(`${release2}: KVM interface ${abi}`);
  return unknown(`${release2}: has TDX, of a series that is not known here`, NEEDS_KERNEL);
}
var REFUSALS = [
  { line: /tdx: no TDX private KeyIDs available/i, fix: ENABLE_IN_BIOS },
  {
    line: /requires kvm\.enable_virt_at_load=1/,
    fix: "Take kvm.enable_virt_at_load=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel."
  },
  {
    line: /(?:EPT|APICv|TDP MMU and MMIO caching.*) (?:is|are) required for TDX/,
    fix: "Take ept=0, enable_apicv=0, tdp_mmu=0 and mmio_caching=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel and kvm."
  },
  {
    line: /(?:OSXSAVE|MOVDIR64B|Self-snoop).* required for TDX/,
    fix: "Take clearcpuid= off the kernel command line."
  },
  {
    line: /Disable TDX: MAX_VCPU_PER_TD/,
    fix: "Update the TDX module: it takes fewer CPUs than this machine has."
  }
];
function lookAtParameter({ host, log }) {
  const value = host.read(TDX_PARAMETER)?.trim();
  if (value === "Y") return ok(`${TDX_PARAMETER}: Y`);
  if (value === void 0) {
    return host.exists("/sys/module/kvm_intel") ? problem(`${TDX_PARAMETER} does not exist`, NEEDS_KERNEL) : problem("kvm_intel is not loaded", "Load it: sudo modprobe kvm_intel tdx=1");
  }
  for (const { line, fix } of REFUSALS) {
    const said = lastLine(log, line);
    if (said !== void 0) return problem(`${TDX_PARAMETER}: ${value} | ${said}`, fix);
  }
  return problem(`${TDX_PARAMETER}: ${value}`, RELOAD);
}
function lookAtCmdline({ host, log }) {
  const words = host.read("/proc/cmdline")?.trim().split(/\s+/);
  if (words === void 0) return unknown("/proc/cmdline cannot be read", "Mount /proc.");
  const off = words.findLast((word) => /^kvm_intel\.tdx=/.test(word));
  if (off !== void 0 && !/=(?:1|y|on)$/i.test(off)) {
    return problem(off, "Make it kvm_intel.tdx=1 on the kernel command line, and reboot.");
  }
  const hibernation = lastLine(log, /initialization failed: Hibernation/);
  if (hibernation !== void 0 && !words.includes("nohibernate")) {
    return problem(
      `no nohibernate | ${hibernation}`,
      "Add nohibernate to the kernel command line, and reboot."
    );
  }
  const given = words.filter((word) => /^(?:kvm_intel\.tdx=|nohibernate$)/.test(word));
  if (given.length > 0) return ok(given.join(" "));
  if (host.read(TDX_PARAMETER)?.trim() === "Y") return ok("nothing of TDX, and TDX is on without it");
  return unknown(
    "neither kvm_intel.tdx=1 nor nohibernate",
    "Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot."
  );
}
function lookAtWarnings({ log }) {
  const said = lastLine(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
  if (log === void 0) return unknown(NO_LOG, READ_LOG);
  if (said === void 0) return ok(`none in "${log.from}"`);
  return unknown(said, "Reboot; if it comes again, update the host kernel and report it to its maintainers.");
}

// src/host/checks/kvm.ts
var device2 = { id: "dev-kvm", title: "/dev/kvm", decisive: true, look: lookAtDevice };
var trial = { id: "kvm-trial", title: "KVM runs a guest", decisive: false, look: runTrial };
function lookAtDevice({ host }) {
  switch (host.device("/dev/kvm")) {
    case "open":
      return ok("opens for reading and writing");
    case "denied":
      return problem(
        "this user may not open it",
        'Add the user to its group and log in again: sudo usermod --append --groups kvm "$USER". In a container: --device /dev/kvm.'
      );
    case "missing":
      return problem(
        "does not exist",
        "Turn on virtualisation (VT-x) in the BIOS, and load KVM: sudo modprobe kvm_intel tdx=1"
      );
  }
}
async function runTrial({ host }) {
  if (host.device("/dev/kvm") !== "open")
    return unknown("not tried: /dev/kvm does not open", "See /dev/kvm.");
  const tried = await host.tryKvm();
  if (tried === void 0) {
    return unknown(
      "not tried: it needs qemu-system-x86_64",
      "Install it: sudo apt-get install --no-install-recommends qemu-system-x86"
    );
  }
  if (tried.works) return ok("a guest of 64 KiB ran to its end");
  return problem(
    tried.said,
    "This is a KVM that opens and cannot run a guest, as in a sandbox or a broken nested VM: use the machine below it."
  );
}

// src/host/checks/module.ts
var tdxModule = { id: "tdx-module", title: "TDX module", decisive: false, look };
var version = {
  id: "tdx-module-version",
  title: "TDX module version",
  decisive: false,
  look: lookAtVersion
};
var UPDATE_MODULE = "Update the TDX module: with the BIOS, or as EFI/TDX/TDX-SEAM.so on the EFI system partition where the BIOS loads it from there.";
var FAILURES = [
  { line: /tdx: not enabled by BIOS/, fix: ENABLE_IN_BIOS },
  {
    line: /initialization failed: too few private KeyIDs/,
    fix: "Give TDX more keys in the BIOS: TME-MT/TDX key split."
  },
  {
    line: /initialization failed: Hibernation support is enabled/,
    fix: "Add nohibernate to the kernel command line: in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub, and reboot."
  },
  {
    line: /TDMR.*reserved areas/,
    fix: `${UPDATE_MODULE} The memory map has more holes than this module takes.`
  },
  { line: /tdx: module not loaded/, fix: `${ENABLE_IN_BIOS} ${UPDATE_MODULE}` },
  {
    line: /initialization failed: register_memory_notifier/,
    fix: "Reboot; the kernel was out of memory so early."
  },
  { line: /module initialization failed \(-?\d+\)/, fix: UPDATE_MODULE },
  { line: /initialization failed/, fix: ENABLE_IN_BIOS }
];
var SILENT = `If kvm_intel was not loaded with tdx=1 (see below), do that first. Otherwise the BIOS did not load the module: check the SEAM loader, the memory population and the BIOS version. ${UPDATE_MODULE}`;
var OLD_STATUS = "/sys/firmware/tdx/tdx_module/status";
var INITIALIZED = /tdx: (?:TDX-)?[Mm]odule initialized/;
function look({ host, log }) {
  const initialized = lastLine(log, INITIALIZED);
  if (initialized !== void 0) return ok(initialized);
  const status = host.read(OLD_STATUS)?.trim();
  if (status === "initialized") return ok(`${OLD_STATUS}: ${status}`);
  const parameter2 = host.read(TDX_PARAMETER)?.trim();
  if (parameter2 === "Y") return ok(`${TDX_PARAMETER} is Y: KVM has initialised it`);
  if (log === void 0) return unknown(NO_LOG, READ_LOG);
  for (const { line, fix } of FAILURES) {
    const said = lastLine(log, line);
    if (said !== void 0) return problem(withSeamcall(said, log), fix);
  }
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== void 0) {
    return problem(`${enabled} | and not a line on whether the module was initialised`, SILENT);
  }
  if (!log.whole) return unknown(`"${log.from}" has lost its oldest lines`, "Reboot, and look again.");
  const needs = `The kernel needs CONFIG_INTEL_TDX_HOST. ${ENABLE_IN_BIOS}`;
  return problem("the kernel log says nothing of TDX", needs);
}
function withSeamcall(said, log) {
  const call = lastLine(log, /tdx: SEAMCALL \(.*\) failed/);
  return call === void 0 ? said : `${call} | ${said}`;
}
var NOT_PRINTED = "Nothing to do where the module is initialised: not every kernel prints its version.";
var VERSIONS = [
  /TDX module:? (?<major>\d+)\.(?<minor>\d+)\.(?<update>\d+)\b/,
  /TDX module: .*major_version (?<major>\d+), minor_version (?<minor>\d+)/
];
function lookAtVersion({ abi, log }) {
  const line = lastLine(log, /TDX module:? (?:\d|attributes)/);
  const found = VERSIONS.map((pattern) => pattern.exec(line ?? "")?.groups).find((groups) => groups);
  if (line === void 0 || found === void 0) {
    return log === void 0 ? unknown(NO_LOG, READ_LOG) : unknown("not in the kernel log", NOT_PRINTED);
  }
  const isOld = Number(found.major) === 1 && Number(found.minor) < 5;
  if (isOld && abi !== "intel-2022")
    return problem(line, `This kernel needs TDX module 1.5. ${UPDATE_MODULE}`);
  return ok(line);
}

// src/compat/rows/firmware-rows.ts
var TD = ["tdx"];
var PLAIN = ["kvm", "emulated"];
var NO_RBP_MOD = ["upstream", "intel-canonical"];
var FIRMWARE_ROWS = [
  {
    id: "tdvf-rbp",
    when: { platforms: TD, firmware: ["tdvf"], firmwareRelease: { before: "202405" }, host: NO_RBP_MOD },
    verdict: "hangs-silently",
    reason: "TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed",
    reference: "edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b",
    certainty: "inferred",
    advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.'
  },
  {
    id: "td-shim-rbp",
    when: {
      platforms: TD,
      firmware: ["td-shim", "td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" },
      host: NO_RBP_MOD,
      cpus: 2
    },
    verdict: "crashes",
    reason: "td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); commit e3a692b",
    certainty: "read in source",
    advice: "Set cpus: 1, or build td-shim from its commit e3a692b or later."
  },
  {
    id: "tdvf-202605-cpus",
    when: {
      platforms: TD,
      vmm: "qemu",
      firmware: ["tdvf"],
      firmwareRelease: { from: "202605" },
      host: ["upstream"],
      cpus: 2
    },
    verdict: "unknown",
    reason: "kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why",
    reference: "kata-containers PR #13678 (2026-08-20)",
    certainty: "said in an issue",
    advice: 'Use "pins: current" (edk2-stable202511).'
  },
  {
    id: "plain-ovmf",
    when: { platforms: TD, firmware: ["plain-ovmf"], host: ["upstream"] },
    verdict: "hangs-silently",
    reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
    reference: "confidential-os-builder issue #60",
    certainty: "said in an issue",
    advice: "Use OVMF.inteltdx.fd of the same package (Ubuntu 25.10 and later; noble has none), or firmware: tdvf."
  },
  {
    id: "td-shim-without-kernel",
    when: { platforms: TD, firmware: ["td-shim"], payload: ["disk"] },
    verdict: "hangs-silently",
    reason: "td-shim's Linux image reads no disk: without a kernel it panics, which a release image does not print",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off",
    certainty: "read in source",
    advice: "Set guest.kernel, or use firmware: tdvf for the disk."
  },
  {
    id: "td-shim-without-td",
    when: { platforms: PLAIN, firmware: ["td-shim", "td-shim-executable", "td-shim-example"] },
    verdict: "hangs-silently",
    reason: "td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed",
    reference: "QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init",
    certainty: "seen in a log",
    advice: "Boot td-shim with platform: tdx, or the kernel without firmware."
  },
  {
    id: "plain-tdvf",
    when: { platforms: PLAIN, vmm: "qemu", firmware: ["tdvf"], payload: ["disk", "kernel"] },
    verdict: "works",
    reason: "TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB",
    reference: "QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf",
    certainty: "seen in a log"
  },
  {
    id: "guest-before-5.19",
    when: { platforms: TD, payload: ["kernel"], guestKernel: { before: "5.19" } },
    verdict: "unknown",
    reason: "mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9",
    reference: "Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)",
    certainty: "seen in a log",
    advice: "Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y."
  },
  {
    id: "guest-mtrr",
    when: { platforms: TD, payload: ["kernel"], guestKernel: { from: "5.19", before: "6.0" } },
    verdict: "unknown",
    reason: "early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub",
    reference: "nvtrust issue #71, canonical/tdx issue #185",
    certainty: "said in an issue",
    advice: "Add clearcpuid=mtrr to the command line, or boot a newer kernel."
  }
];

// src/compat/rows/vmm-rows.ts
var TD2 = ["tdx"];
var CH = { platforms: TD2, vmm: "cloud-hypervisor" };
var QEMU = { platforms: TD2, vmm: "qemu" };
var CH_ABI = "kvm-upstream-2022.08.07-v5.19-rc8";
var USE_QEMU = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
var USE_QEMU_10_1 = "Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.";
var VMM_ROWS = [
  {
    id: "host-without-tdx",
    when: { platforms: TD2, host: ["none"] },
    verdict: "refused",
    reason: "this host's KVM makes no Trust Domains",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "read in source",
    advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.'
  },
  {
    id: "ch-without-tdx",
    when: { ...CH, vmmTdx: false },
    verdict: "refused",
    reason: "this Cloud Hypervisor was built without the feature tdx, as every released program is",
    reference: "cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features",
    certainty: "read in source",
    advice: 'Build v47.0 with "cargo build --release --features tdx".'
  },
  {
    id: "ch-53-no-tdx",
    when: { ...CH, vmmVersion: { from: "53.0" }, vmmReleased: true },
    verdict: "does-not-build",
    reason: "Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)",
    reference: "cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a",
    certainty: "read in source",
    advice: `Use v47.0 on a host with ${CH_ABI}; v52.0 is the last that builds it. ${USE_QEMU}`
  },
  {
    id: "ch-48-firmware-and-kernel",
    when: { ...CH, vmmVersion: { from: "48.0", before: "53.0" }, payload: ["kernel"] },
    verdict: "refused",
    reason: "Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too",
    reference: "cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630",
    certainty: "read in source",
    advice: "Use Cloud Hypervisor v47.0, or boot a disk image with TDVF."
  },
  {
    id: "ch-other-abi",
    when: {
      ...CH,
      vmmVersion: { from: "30.0", before: "53.0" },
      vmmReleased: true,
      host: ["upstream", "intel-canonical"]
    },
    verdict: "refused",
    reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${CH_ABI}, and the first ioctl on any other host fails with EINVAL`,
    reference: "cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207",
    certainty: "said in an issue",
    advice: USE_QEMU
  },
  {
    id: "ch-patched",
    when: { ...CH, vmmReleased: false, host: ["upstream"] },
    verdict: "unknown",
    reason: "a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots",
    reference: "cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540",
    certainty: "said in an issue",
    advice: USE_QEMU
  },
  {
    id: "ch-tdvf-disk",
    when: {
      ...CH,
      vmmVersion: { from: "30.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["tdvf"],
      firmwareRelease: { before: "202405" },
      payload: ["disk"],
      host: ["intel-2022"]
    },
    verdict: "works",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-kernel",
    when: {
      ...CH,
      vmmVersion: { from: "30.0", before: "48.0" },
      vmmTdx: true,
      firmware: ["td-shim"],
      payload: ["kernel"],
      host: ["intel-2022"]
    },
    verdict: "works",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-executable",
    when: {
      ...CH,
      vmmVersion: { from: "30.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022"]
    },
    verdict: "works",
    reason: "it is launched as with a kernel, but without one: every section is added where the image wants it",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections",
    certainty: "inferred"
  },
  {
    id: "ch-tdvf-kernel",
    when: {
      ...CH,
      vmmVersion: { before: "48.0" },
      firmware: ["tdvf", "distribution", "distribution-secure"],
      payload: ["kernel"]
    },
    verdict: "hangs-silently",
    reason: "Cloud Hypervisor loads a kernel only into a Payload section, which TDVF has none of: the kernel is dropped without a word, and TDVF looks for a disk",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections",
    certainty: "read in source",
    advice: "Boot a disk image, use td-shim for the kernel, or use QEMU."
  },
  {
    id: "qemu-without-tdx-guest",
    when: { ...QEMU, vmmTdx: false },
    verdict: "refused",
    reason: "this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX",
    reference: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
    certainty: "seen in a log",
    advice: USE_QEMU_10_1
  },
  {
    id: "qemu-before-10.1",
    when: { ...QEMU, vmmVersion: { before: "10.1" }, vmmTdx: true, host: ["upstream"] },
    verdict: "refused",
    reason: "a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel",
    reference: "QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere",
    certainty: "inferred",
    advice: USE_QEMU_10_1
  },
  {
    id: "qemu-on-old-abi",
    when: { ...QEMU, vmmVersion: { from: "10.1" }, host: ["intel-2022", "intel-canonical"] },
    verdict: "refused",
    reason: "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "inferred",
    advice: "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree."
  },
  {
    id: "qemu-td-shim-linux",
    when: { platforms: ["tdx"], vmm: "qemu", firmware: ["td-shim"] },
    verdict: "refused",
    reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
    reference: "td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c",
    certainty: "said in an issue",
    advice: "Use TDVF, or td-shim with Cloud Hypervisor v30.0 to v47.0."
  },
  {
    id: "qemu-td-shim-executable",
    when: {
      ...QEMU,
      vmmVersion: { before: "10.1" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022", "intel-canonical"]
    },
    verdict: "works",
    reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
    reference: "td-shim sh_script/integration_tdx.sh",
    certainty: "read in source"
  },
  {
    id: "qemu-td-shim-scratch",
    when: {
      ...QEMU,
      vmmVersion: { from: "10.1" },
      firmware: ["td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" }
    },
    verdict: "refused",
    reason: "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
    reference: "QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json",
    certainty: "read in source",
    advice: `Use Cloud Hypervisor v30.0 to v52.0 on a host with ${CH_ABI}.`
  },
  {
    id: "qemu-tdvf",
    when: {
      ...QEMU,
      vmmVersion: { from: "10.1" },
      vmmTdx: true,
      firmware: ["tdvf"],
      firmwareRelease: { from: "202405" },
      payload: ["disk", "kernel"],
      host: ["upstream"]
    },
    verdict: "works",
    reason: "the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511",
    reference: "QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution",
    when: {
      ...QEMU,
      vmmVersion: { from: "10.1" },
      vmmTdx: true,
      firmware: ["distribution"],
      payload: ["disk", "kernel"],
      host: ["upstream"]
    },
    verdict: "works",
    reason: "the stack of Ubuntu 25.10 and later",
    reference: "cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution-secure",
    when: {
      ...QEMU,
      vmmVersion: { from: "10.1" },
      vmmTdx: true,
      firmware: ["distribution-secure"],
      payload: ["disk", "kernel"],
      host: ["upstream"]
    },
    verdict: "works",
    reason: "for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else",
    reference: "confidential-os-builder issue #62; cloud-hypervisor issue #8540",
    certainty: "said in an issue"
  }
];

// src/compat/table.ts
var ROWS = [...VMM_ROWS, ...FIRMWARE_ROWS];

// src/compat/assess.ts
var ORDER = [
  "does-not-build",
  "refused",
  "crashes",
  "hangs-silently",
  "unknown",
  "works"
];
function assess(combination, table = ROWS) {
  const judged = table.map((row) => ({ row, holds: holdsFor(row.when, combination) }));
  const rows = judged.filter(({ holds }) => holds === true).map(({ row }) => row).sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const open = judged.filter(({ row, holds }) => holds === void 0 && isAgainst(row.verdict)).map(({ row }) => row);
  const [decisive] = rows;
  if (decisive === void 0) return { verdict: "unknown", rows, open };
  const verdict = decisive.verdict === "works" && open.length > 0 ? "unknown" : decisive.verdict;
  return { verdict, decisive, rows, open };
}
function isAgainst(verdict) {
  return verdict !== "works" && verdict !== "unknown";
}
function holdsFor(when, combination) {
  const { platform, vmm: vmm2, payload, host, cpus, guestKernel } = combination;
  const firmware = combination.firmware === "none" ? void 0 : combination.firmware;
  const version2 = vmm2.version;
  const answers = [
    when.platforms.includes(platform),
    asks(when.vmm, vmm2.name, (name) => name === vmm2.name),
    asks(when.vmmVersion, version2, (range, known) => isWithin(known, range)),
    asks(when.vmmReleased, version2, (released, known) => isRelease(known) === released),
    asks(when.vmmTdx, vmm2.tdx, (wanted, known) => wanted === known),
    firmware === void 0 ? when.firmware === void 0 : asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known)),
    asks(
      when.firmwareRelease,
      firmware?.release,
      (range, known) => isWithin(known, range)
    ),
    asks(when.payload, payload, (payloads, known) => payloads.includes(known)),
    asks(when.host, host, (hosts, known) => hosts.includes(known)),
    asks(when.cpus, cpus, (least, known) => known >= least),
    asks(when.guestKernel, guestKernel, (range, known) => isWithin(known, range))
  ];
  if (answers.includes(false)) return false;
  return answers.includes(void 0) ? void 0 : true;
}
function asks(condition, fact, meets) {
  if (condition === void 0) return true;
  return fact === void 0 ? void 0 : meets(condition, fact);
}

// src/host/checks/vmm.ts
var vmm = { id: "vmm", title: "VMM", decisive: true, look: look2 };
var ASK = {
  qemu: async (host) => {
    const found = await host.qemu();
    return found && { name: "qemu", version: found.version, tdx: found.tdxGuest };
  },
  "cloud-hypervisor": async (host) => {
    const found = await host.cloudHypervisor();
    return found && { name: "cloud-hypervisor", version: found.version, tdx: found.features.includes("tdx") };
  }
};
var INSTALL = {
  qemu: "Install QEMU 10.1 or later, for a host of Linux 6.16 or later.",
  "cloud-hypervisor": `Build Cloud Hypervisor v47.0 with "cargo build --release --features tdx", for a host of Intel's 2022 tree.`
};
async function look2(view) {
  const names = view.wanted.vmm === "auto" ? VMMS : [view.wanted.vmm];
  const answers = await Promise.all(names.map((name) => answer(name, view)));
  const usable = answers.filter((found) => found.usable);
  const evidence = (of) => of.map((found) => found.evidence).join("; ");
  if (usable.length === 0) {
    return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(" Or: "));
  }
  if (view.abi !== void 0 && view.abi !== "none") return ok(evidence(usable));
  return unknown(evidence(usable), "Whether it fits depends on the host kernel: see there.");
}
async function answer(name, { host, abi }) {
  const fix = INSTALL[name];
  const facts = await ask2(() => ASK[name](host));
  if (facts === void 0) return { usable: false, evidence: `${name} is not installed`, fix };
  if (typeof facts === "string") return { usable: false, evidence: facts, fix };
  const kvm = abi === "none" ? void 0 : abi;
  const combination = {
    platform: "tdx",
    vmm: facts,
    firmware: {},
    payload: "disk",
    host: kvm,
    cpus: 1
  };
  const { verdict, decisive } = assess(combination);
  const called = `${name} ${facts.version}`;
  if (decisive === void 0 || !isAgainst(verdict))
    return { usable: true, evidence: `${called} with TDX`, fix };
  return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
}
async function ask2(question) {
  try {
    return await question();
  } catch (error) {
    if (error instanceof HostError) return error.message;
    throw error;
  }
}

// src/host/examine.ts
var HOST_CHECKS = [
  ...[cpu, bios, tdxModule, version],
  ...[kernel, parameter, cmdline, warnings],
  ...[device2, trial],
  ...[keyIds, memory, hugepages]
];
var CHECKS = [...HOST_CHECKS, vmm];
async function* examine(host, wanted, held, checks = CHECKS) {
  const view = { host, log: await host.kernelLog(), abi: abiOf(host), wanted, held };
  for (const { id, title, look: look3 } of checks) yield { id, title, ...await look3(view) };
}
function isReady(checks) {
  const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
  return checks.every(({ id, state }) => state === "ok" || state === "unknown" && !decisive.includes(id));
}
async function requireTdxHost(host, memory2, held) {
  const wanted = { memory: memory2, vmm: "auto" };
  for await (const { title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
    if (state !== "problem") continue;
    throw new HostError("host-not-ready", `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
      hint: `${fix ?? ""} All checks: tdx-boot doctor`.trim()
    });
  }
}
function abiOf(host) {
  return hostAbi({
    kernelRelease: host.kernelRelease,
    tdxParameter: host.read(TDX_PARAMETER),
    sysfs: host.exists("/sys/module")
  });
}

export {
  tdCapacity,
  availableMemory,
  askCloudHypervisor,
  askQemu,
  thisHost,
  takeSlot,
  heldMemory,
  slotLimit,
  slotsDirectory,
  GuestError,
  NotBzImageError,
  TruncatedKernelError,
  kernelInfoOf,
  findModules,
  moduleOrder,
  readModule,
  checkFiles,
  requireKernel,
  diskFormat,
  assess,
  isAgainst,
  usableAbi,
  examine,
  isReady,
  requireTdxHost
};
