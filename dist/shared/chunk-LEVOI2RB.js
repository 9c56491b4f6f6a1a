import {
  assess,
  candidates,
  isAgainst
} from "./chunk-EABUHY5D.js";
import {
  backendFor,
  findProgram
} from "./chunk-772ZWCBN.js";
import {
  TD_MONITOR_ROM,
  ramLayout,
  ramOf
} from "./chunk-H6KDKXV5.js";
import {
  isWithin
} from "./chunk-ELG3TUYH.js";
import {
  together
} from "./chunk-36QO2VQE.js";
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

// src/host/host.ts
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { release } from "node:os";

// src/host/kernel-log.ts
var SOURCES = [
  ["dmesg", "--kernel", "--notime"],
  ["journalctl", "--dmesg", "--boot", "--output=cat", "--no-pager", "--quiet"]
];
var ANSWER_MS = 1e4;
var LONGEST = 64 * 1024 * 1024;
var FIRST_LINE = /^Linux version \d/;
async function readKernelLog() {
  let partial;
  for (const source of SOURCES) {
    const log = await read(source);
    if (log?.whole === true) return log;
    partial ??= log;
  }
  return partial;
}
function kernelLog(lines, from) {
  const plain = lines.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, "")).filter((line) => line !== "");
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read(argv) {
  try {
    const question = {
      kind: "tool",
      own: { LC_ALL: "C" },
      deadlineMs: ANSWER_MS,
      maxBytes: LONGEST
    };
    const { code, stdout } = await ask(argv, question);
    const log = kernelLog(String(stdout).split("\n"), argv.join(" "));
    return code !== 0 || log.lines.length === 0 ? void 0 : log;
  } catch (error) {
    if (error instanceof HostError) return void 0;
    throw error;
  }
}

// src/host/kvm-trial.ts
import { writeFileSync } from "node:fs";
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
    return await withWorkDir("kvm", async (directory) => {
      const bios2 = join(directory, "trial.bin");
      writeFileSync(bios2, trialImage());
      const argv = [qemu, ...argumentsOf(bios2, accelerator)];
      const answer2 = await ask(argv, { kind: "vmm", own: { TMPDIR: directory }, deadlineMs: DEADLINE_MS });
      return answer2.code === EXIT_CODE ? { works: true } : { works: false, said: reasonOf(answer2) };
    });
  } catch (error) {
    return { works: false, said: lateOr(error, DEADLINE_MS) };
  }
}
function lateOr(error, deadlineMs) {
  const late = error instanceof HostError && error.code === "command-timeout";
  return late ? `not done after ${deadlineMs / 1e3} s` : messageOf(error);
}
function argumentsOf(bios2, accelerator) {
  return [
    ...["-machine", `q35,accel=${accelerator}`, "-cpu", accelerator === "kvm" ? "host" : "max"],
    ...["-m", "16M", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-bios", bios2, "-device", EXIT_DEVICE]
  ];
}
function reasonOf({ code, stderr }) {
  const said = stderr.split("\n").filter((line2) => line2 !== "" && !line2.includes("warning:"));
  const failure = said.find((line2) => /emulation failure/.test(line2));
  const line = failure === void 0 ? said[0] : `${said[0]}: ${failure}`;
  const ended = code === 0 ? "the guest was reset" : `QEMU ended with ${describeEnd(code)}`;
  return [line, ended].filter((part) => part !== void 0).join("; ");
}

// src/host/td-trial.ts
import { fileURLToPath } from "node:url";
var GUEST = fileURLToPath(new URL("../../td-monitor/conformance/td-conformance.fd", import.meta.url));
var WORD = "report-fatal-error";
var EXIT_CODE2 = 9;
var MEMORY = 128 * 1024 * 1024;
var DEADLINE_MS2 = 2e4;
async function tryTdMonitor(qemu, accelerator = "kvm") {
  try {
    return await withWorkDir("kvm", async (directory) => {
      const argv = [qemu, ...argumentsOf2(accelerator)];
      const answer2 = await ask(argv, { kind: "vmm", own: { TMPDIR: directory }, deadlineMs: DEADLINE_MS2 });
      if (answer2.code === EXIT_CODE2) return { works: true };
      const text = /text="(?<problem>[^":]+)/.exec(answer2.stdout.toString("latin1"))?.groups?.problem;
      return { works: false, said: text ?? reasonOf(answer2) };
    });
  } catch (error) {
    return { works: false, said: lateOr(error, DEADLINE_MS2) };
  }
}
function argumentsOf2(accelerator) {
  const cpu2 = accelerator === "kvm" ? "host" : "max,phys-bits=48,mpx=off,pku=off";
  return [
    ...["-machine", `q35,accel=${accelerator}${ramLayout(MEMORY)}`, "-cpu", cpu2, "-m", `${ramOf(MEMORY)}M`],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-bios", TD_MONITOR_ROM],
    ...["-fw_cfg", `name=opt/org.tdx-boot/firmware,file=${GUEST.replaceAll(",", ",,")}`],
    ...["-fw_cfg", `name=opt/org.tdx-boot/conformance,string=${WORD}`],
    ...["-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"],
    ...["-chardev", "stdio,id=log", "-device", "isa-debugcon,iobase=0xe9,chardev=log"]
  ];
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
  tryTdMonitor,
  program: (name, platform) => findProgram(backendFor(name), platform)
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
async function withCommand(name, ask2) {
  const path = findCommand(name);
  return path === void 0 ? void 0 : ask2(path);
}

// src/host/check.ts
var CHECK_STATES = ["ok", "problem", "unknown"];
var ok = (evidence) => ({ state: "ok", evidence });
var problem = (evidence, fix) => ({ state: "problem", evidence, fix });
var unknown = (evidence, fix) => ({ state: "unknown", evidence, fix });
function lastLine(log, pattern) {
  return log?.lines.findLast((line) => pattern.test(line));
}
var TDX_PARAMETER = "/sys/module/kvm_intel/parameters/tdx";
var NO_LOG = "the kernel log cannot be read by this user";
var READ_LOG = "Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).";

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
    "Read the registers as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no, turn TDX on in the BIOS."
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
      "Turn TDX on in KVM, which then shows the number; or read it as root: sudo modprobe msr && sudo tdx-boot doctor"
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
  if (available + held >= wanted.memory)
    return ok(`${has}: enough once TDs that hold ${mib(held)} have ended`);
  const reserved = (memInfo(host, "HugePages_Free") ?? 0) * (memInfo(host, "Hugepagesize") ?? 0);
  return problem(
    has,
    reserved > 0 ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.` : "End programs that use memory, or lower guest.memory in the scenario."
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
  return unknown(`${release2}: its KVM has TDX of an unknown patch series`, NEEDS_KERNEL);
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
  if (host.read(TDX_PARAMETER)?.trim() === "Y") return ok("no TDX parameter, and TDX is on");
  return unknown(
    "neither kvm_intel.tdx=1 nor nohibernate",
    "Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot."
  );
}
function lookAtWarnings({ log }) {
  const said = lastLine(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
  if (log === void 0) return unknown(NO_LOG, READ_LOG);
  if (said === void 0) return ok(`none in "${log.from}"`);
  return unknown(
    said,
    "Reboot; if the warning comes again, update the host kernel and report the warning to its maintainers."
  );
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
    fix: "Reboot: the kernel ran out of memory when it initialised the module."
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
    return problem(`${enabled} | and no line says whether the module was initialised`, SILENT);
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

// src/host/checks/vmm.ts
var vmm = { id: "vmm", title: "VMM", decisive: true, look: look2 };
var INSTALL = {
  qemu: "Install QEMU 10.1 or later, for a host of Linux 6.16 or later.",
  "cloud-hypervisor": "Build it with TDX, for a host of Intel's 2022 tree: tdx-boot firmware build cloud-hypervisor"
};
async function look2(view) {
  const names = candidates(view.wanted.vmm, "tdx");
  const answers = await together(names.map((name) => answer(name, view)));
  const usable = answers.filter((found) => found.usable);
  const evidence = (of) => of.map((found) => found.evidence).join("; ");
  if (usable.length === 0) {
    return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(" Or: "));
  }
  if (view.abi !== void 0 && view.abi !== "none") return ok(evidence(usable));
  return unknown(
    evidence(usable),
    "Whether it fits depends on the host kernel: see the check of the host kernel."
  );
}
async function answer(name, { host, abi }) {
  const fix = INSTALL[name];
  const program = await host.program(name, "tdx").catch((error) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (program instanceof HostError) return { usable: false, evidence: program.message, fix };
  const { verdict, decisive } = assess({
    platform: "tdx",
    vmm: program,
    firmware: {},
    payload: "disk",
    host: abi === "none" ? void 0 : abi,
    cpus: 1,
    needs: []
  });
  const called = `${name} ${program.version}`;
  if (decisive === void 0 || !isAgainst(verdict)) {
    return { usable: true, evidence: `${called} with TDX`, fix };
  }
  return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
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
  const view = { host, log: await host.kernelLog(), abi: hostAbi(kvmInfo(host)), wanted, held };
  for (const { id, title, look: look3 } of checks) yield { id, title, ...await look3(view) };
}
function isReady(checks) {
  const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
  return checks.every(({ id, state }) => state === "ok" || state === "unknown" && !decisive.includes(id));
}
async function requireTdxHost(host, wantedMemory, held) {
  const wanted = { memory: wantedMemory, vmm: "auto" };
  for await (const { id, title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
    if (state !== "problem") continue;
    throw new HostError("host-not-ready", `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
      hint: `${fix ?? ""} All checks: tdx-boot doctor`.trim(),
      // Memory comes back when other programs end.
      lasting: id !== memory.id
    });
  }
}
function kvmInfo(host) {
  return {
    kernelRelease: host.kernelRelease,
    tdxParameter: host.read(TDX_PARAMETER),
    sysfs: host.exists("/sys/module")
  };
}

export {
  thisHost,
  CHECK_STATES,
  tdCapacity,
  availableMemory,
  mib,
  usableAbi,
  examine,
  isReady,
  requireTdxHost,
  kvmInfo
};
