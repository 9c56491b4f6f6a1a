import {
  diagnoseRecorded
} from "./chunk-X7QGWS2B.js";
import {
  decoded,
  requireVmlinux
} from "./chunk-4QN54IE2.js";
import {
  HOST_EXPLANATIONS,
  NO_LINE_SAYS_WHY,
  Recent,
  Suspects,
  byRule,
  diagnose,
  isSymptom,
  quoted,
  tableOf
} from "./chunk-FQ3DCRTG.js";
import {
  isRecording
} from "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import {
  EVERY_ROW,
  HOST_SIGNS,
  MILESTONES,
  SUPPRESSIONS,
  causeOf,
  errnoOf,
  fingerprintOf,
  isOwnWords,
  titleOf
} from "./chunk-BKFCS2O6.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  diagnosisResult,
  readBytes
} from "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import {
  describeEvidence,
  describeTrace
} from "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import {
  LineScanner,
  buildAutomaton
} from "./chunk-HXMGEBNU.js";
import {
  GUEST_STREAMS,
  PHASES,
  isGuestStream
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/judge/log/line.ts
var KEPT = 1e3;
var TRACE = { lines: 80, seconds: 1 };

// src/judge/log/nearest.ts
var SHOWN = 2;
var COMMON = /^(?:fail(?:ed|ure)?|error|cannot|could|unable|with|from|that|this|have|does|line|level|time|name|guest|kernel|the|not|for|and)$/;
function nearestRows(line, phase) {
  const rows = EVERY_ROW.filter((row) => isGuests(row.phase) === isGuests(phase));
  const words = wordsOf(line);
  const vocabulary = rows.map(wordsOfRow);
  const weight = (word) => 1 / vocabulary.filter((row) => row.has(word)).length;
  return rows.map((row, index) => {
    const shared = [...words].filter((word) => vocabulary[index]?.has(word) === true);
    const size = Math.sqrt(vocabulary[index]?.size ?? 1);
    return {
      row,
      shared: shared.length,
      score: shared.reduce((sum, word) => sum + weight(word), 0) / size
    };
  }).filter(({ shared, score }) => shared >= 2 && score >= 0.1).sort((a, b) => b.score - a.score).slice(0, SHOWN).map(({ row: { id, title } }) => ({ id, title: title.replace(/\$<[\w-]+>/g, "\u2026") }));
}
function isGuests(phase) {
  return phase !== "host" && phase !== "vmm";
}
function wordsOf(text) {
  const words = text.toLowerCase().match(/[a-z][a-z0-9_]{2,}/g) ?? [];
  return new Set(words.filter((word) => !COMMON.test(word)));
}
function wordsOfRow({ pattern, title }) {
  return wordsOf(`${pattern.source.replace(/\(\?<\w+>|\\./g, " ")} ${title.replace(/\$<[\w-]+>/g, "")}`);
}

// src/judge/log/speakers.ts
var SPEAKERS = {
  kernel: { name: "The guest kernel", phase: "kernel", prints: ["guest", "host"], chatty: true },
  "host-firmware": { name: "The firmware of the host", phase: "host", prints: [] },
  firmware: { name: "The firmware", phase: "firmware", prints: ["guest"], chatty: true },
  bootloader: { name: "The boot loader", phase: "bootloader", prints: ["guest"] },
  vmm: { name: "The VMM", phase: "vmm", prints: ["vmm"] },
  libvirt: { name: "libvirt", phase: "vmm", prints: ["vmm"] },
  // A wrapper quotes whom it started, and its log may carry the console of the guest.
  wrapper: {
    name: "The program that starts the VM",
    phase: "vmm",
    prints: ["guest", "vmm", "host", "build"]
  },
  program: { name: "A program of the guest", phase: "userspace", prints: ["guest"], chatty: true },
  ci: { name: "The CI system", phase: "host", prints: ["guest", "vmm", "host", "build"] },
  build: { name: "A build", phase: "host", prints: ["build"] },
  unknown: { name: "A program", phase: "vmm", prints: ["guest", "vmm", "host", "build"] }
};
var SHAPES = [
  // GitHub Actions, Azure Pipelines, GitLab, Jenkins.
  {
    speaker: "ci",
    pattern: /^(?:##\[(?:error|warning|group|endgroup|debug|command)\]|##vso\[|\[Pipeline\])/
  },
  { speaker: "ci", pattern: /^::(?:error|warning|notice|group|debug)/ },
  {
    speaker: "ci",
    pattern: /^(?:Error: )?(?:Process completed with exit code|The operation was cancell?ed|The process '.*' failed)/
  },
  { speaker: "ci", pattern: /^ERROR: (?:Job failed|script returned exit)/ },
  // Builds: edk2's BaseTools and build.py, make, ninja, compilers and assemblers, cargo.
  {
    speaker: "build",
    pattern: /^g?make(?:\[\d+\])?: |^(?:ninja: |cmake: |cargo: |meson: |nasm: |iasl: |collect2: |clang: |clang\+\+: |gcc: |g\+\+: |ld: |ld\.\w+: |cc1: |cc1plus: |rustc: |Trim: |VfrCompile: |Gen[A-Z]\w+: (?:ERROR|WARNING)|build\.py\.\.\.)/
  },
  {
    speaker: "build",
    pattern: /^\S+\.\w+[:(]\d+(?:[:,]\d+)?\)? ?: (?:fatal |internal )?(?:error|warning|note)\b/
  },
  { speaker: "build", pattern: /^\s*: error [0-9A-F]{4}: |^error\[E\d{4}\]: |^CMake Error|^FAILED: / },
  { speaker: "build", pattern: /^\[cargo-make\]|^ +Compiling |^Building \.\.\. |^- Failed -$/ },
  {
    speaker: "build",
    pattern: /^(?:error: )?(?:builder for|build of|cannot build derivation|Cannot build) ['\u2018]\/nix\//
  },
  { speaker: "build", pattern: /^error: (?:could not compile|failed to run custom build|aborting due to)/ },
  // QEMU, KVM's userspace, Cloud Hypervisor, and the register dump of a vCPU that died.
  { speaker: "vmm", pattern: /^\s*(?:\S*\/)?(?:qemu|kvm)(?:-[\w.-]+)?: / },
  { speaker: "vmm", pattern: /^(?:error: )?kvm run failed |^KVM: |^KVM internal error|^\*\*\* TDX / },
  { speaker: "vmm", pattern: /^(?:EAX=|RAX=|ESI=|RSI=|EIP=|RIP=|CR0=|DR0=|EFER=|Code=)[0-9a-f]/ },
  {
    speaker: "vmm",
    pattern: /^\s*(?:\S*\/)?cloud-hypervisor(?:-\w+)?: |^<[\w-]+> (?:ERROR|WARN|INFO|DEBUG|TRACE):/
  },
  {
    speaker: "vmm",
    pattern: /^Error: Cloud Hypervisor|^(?:Error )?(?:booting VM|creating VM)|VmBoot\(|VmCreate\(/
  },
  { speaker: "vmm", pattern: /^Running Firecracker v|\[[\w-]+:(?:fc_api|fc_vcpu \d+|main)[:\]]/ },
  // libvirt and its tools.
  { speaker: "libvirt", pattern: /^\d+: (?:error|warning|info|debug) : / },
  {
    speaker: "libvirt",
    pattern: /^(?:error|ERROR):? +(?:internal error|XML error|unsupported configuration|operation failed|Requested operation|Failed to (?:define|create|start|destroy|connect|resume|get) (?:domain|the hypervisor|network))|libvirt(?:\.libvirt)?Error|^libvirtd?: |^Error starting domain: /
  },
  // What runs in the guest and writes to its console.
  { speaker: "program", pattern: /"source":"agent"|\bsource=agent\b/ },
  {
    speaker: "program",
    pattern: /^(?:\[FAILED\]|\[DEPEND\]|\[ TIME \]|\[ SKIP \]|\[ INFO \]|\[ WARN \]) |^\[ *OK *\] (?:Started|Reached|Finished|Mounted|Listening|Created|Stopped|Found|Closed|Removed|Activated|Unmounted|Set up)|^\(initramfs\)/
  },
  {
    speaker: "program",
    pattern: /^(?:systemd\[|systemd-[\w-]+\[|dracut[\w-]*[:[]|cloud-init[:[]|agetty\[|sshd\[)/
  },
  // Kata and its surroundings, shells, scripts.
  {
    speaker: "wrapper",
    pattern: /^time="[^"]*" level=|\bsubsystem=\w|"subsystem":"|\bname=(?:containerd-shim|kata)/
  },
  {
    speaker: "wrapper",
    pattern: /^[EIWF]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.cc:|\.cpp:)|rpc error: code = |(?:shim|containerd) task: /
  },
  {
    speaker: "wrapper",
    pattern: /FailedCreatePodSandBox|Error response from daemon|^docker: |^Traceback \(most recent call last\)/
  },
  { speaker: "wrapper", pattern: /^\S*\.?sh: (?:line )?\d+: |^\S+\.sh: line \d+: |^-?(?:ba|da|z)?sh: / },
  // Server firmware: reference code of the silicon, and the names of BIOS vendors.
  {
    speaker: "host-firmware",
    pattern: /(?:SiliconPkg|CpRcPkg|ServerPlatformPkg|SocketPkg|PurleyRpPkg|WhitleyRpPkg|WhitleySiliconPkg|EagleStreamRpPkg|BirchStreamRpPkg|FspPkg|MemoryPkg)\b.*\(\d+\): |^ASSERT \[(?:Iio|Upi|Kti|Mrc|Socket|MemoryInit|Ras|Sps)\w*\]|American Megatrends|InsydeH2O|SecureCore/
  },
  // Guest firmware: edk2, td-shim, SeaBIOS, iPXE, OpenHCL.
  {
    speaker: "firmware",
    pattern: /^(?:BdsDxe: |SecCoreStartup|ASSERT |ASSERT_\w+ \(|InstallProtocolInterface: |Loading (?:driver|DXE|PEIM|SEC)|PROGRESS CODE: |ERROR: C[0-9A-F]{8}:V|\[Bds\]|!!!! |SeaBIOS|Booting from |Boot failed: |iPXE|UEFI Interactive Shell|Shell> )/
  },
  {
    speaker: "firmware",
    pattern: /^(?:INFO|ERROR|WARN|DEBUG|TRACE) - |(?:underhill|openhcl)_\w+|^\[(?:Stage2|SVSM)\] /
  },
  {
    speaker: "bootloader",
    pattern: /grub-core\/|GNU GRUB|^grub(?: rescue)?> |^error: (?:file|no such device|unknown filesystem|disk|symbol|you need to load|invalid magic|premature end)/
  },
  // A kernel whose time stamps were taken off.
  {
    speaker: "kernel",
    pattern: /^(?:ACPI: |PCI: |pci 0000:|clocksource: |NET: |smpboot: |VFS: |EXT4-fs |EFI [sS]tub|tdx: |virt\/tdx: |x86\/\w+: |kvm_intel: |Linux version \d|(?:Kernel c|C)ommand line: |Kernel panic|BUG: |Oops|WARNING: CPU: |Call Trace:|RIP: 00|Hardware name: |Modules linked in: |Memory Encryption Features|CPU: \d+ (?:UID|PID))/
  }
];
var PROGRAMS = [
  { speaker: "kernel", name: /^kernel$/ },
  { speaker: "libvirt", name: /^(?:libvirt|virt(?:qemu|log|lock|network|storage)d)/ },
  { speaker: "vmm", name: /^(?:qemu|kvm$|cloud-hypervisor)/ },
  { speaker: "wrapper", name: /^(?:containerd|kubelet|kata|dockerd|crio|nomad|buildkitd|podman)/ }
];
function speakerOfProgram(program) {
  return PROGRAMS.find(({ name }) => name.test(program))?.speaker ?? "program";
}

// src/judge/log/placing.ts
var INITRAMFS_SIGNS = ["initramfs-init", "systemd-initrd", "initramfs-tools", "initrd-units"];
var KERNEL = PHASES.indexOf("kernel");
var USERSPACE = PHASES.indexOf("userspace");
function isHosts(boot, source) {
  return source === "host" || source === "mixed" && boot.isHost === true;
}
function placed(known, source) {
  const { id, title, fingerprint, trace, hint, phase, line, text, severity, speaker, reached } = known;
  const sighting = {
    id,
    title,
    hint,
    severity,
    ...fingerprint === void 0 ? {} : { fingerprint },
    ...trace === void 0 ? {} : { trace },
    ...line === void 0 ? {} : { line },
    text
  };
  const ofMachine = speaker === "kernel" || speaker === "program" || speaker === "unknown";
  const own = PHASES.indexOf(phase);
  if (ofMachine && own >= KERNEL && isHosts(known.boot, source)) return { ...sighting, phase: "host" };
  const inInitramfs = own === USERSPACE && reached < USERSPACE && INITRAMFS_SIGNS.some((sign) => known.boot.seen.has(sign));
  if (inInitramfs) return { ...sighting, phase: "initramfs" };
  const later = known.orLater || own >= KERNEL && reached >= USERSPACE;
  return { ...sighting, phase: PHASES[Math.min(USERSPACE, later ? Math.max(own, reached) : own)] ?? phase };
}
function phaseOf({ speaker, program, boot, reached, text }, source) {
  const { phase } = SPEAKERS[speaker];
  if (speaker === "kernel" || speaker === "program") {
    if (isHosts(boot, source)) return "host";
    if (speaker === "kernel") return phase;
    const early = /^(?:systemd|dracut)/.test(program ?? "") && reached < USERSPACE && !/\bsystemd\[(?:[2-9]|[1-9]\d+)\]: /.test(text);
    return early ? "initramfs" : phase;
  }
  if (speaker !== "unknown" || reached < 0) return phase;
  return PHASES[Math.min(reached, USERSPACE)] ?? phase;
}

// src/judge/log/plain-error.ts
var MEANINGS = [
  {
    id: "error-denied",
    errnos: ["EACCES", "EPERM"],
    title: (subject) => `${subject} may not be used by this user`,
    nameless: "The program lacks a permission that it needs",
    advice: "Check owner, mode and groups, then SELinux, AppArmor and the capabilities of the program."
  },
  {
    id: "error-missing",
    errnos: ["ENOENT", "ENOTDIR"],
    title: (subject) => `${subject} does not exist`,
    nameless: "A file or device that the program needs does not exist",
    advice: "Check the path, from where the program sees it: in a container or a chroot it is another one."
  },
  {
    id: "error-nobody-listens",
    errnos: ["ECONNREFUSED"],
    title: (subject) => `Nobody listens on ${subject}`,
    nameless: "Nobody listens where the program connects to: the other side was not started, or has ended",
    advice: "Start the other side first, and read its log: it may have ended."
  },
  {
    id: "error-in-use",
    errnos: ["EADDRINUSE", "EBUSY"],
    title: (subject) => `${subject} is in use`,
    nameless: "Something that the program needs is in use by another one",
    advice: "End the other user, often a VM of an earlier run, or choose another name, port or device."
  },
  {
    id: "error-memory",
    errnos: ["ENOMEM"],
    title: () => "There is not enough memory",
    nameless: "There is not enough memory",
    advice: "Lower what is asked for, free memory or huge pages, or raise the limits (cgroup, ulimit -l)."
  },
  {
    id: "error-open-files",
    errnos: ["EMFILE", "ENFILE"],
    title: () => "The program has too many files open",
    nameless: "The program has too many files open",
    advice: "Raise the limit: ulimit -n, or LimitNOFILE= of the service."
  },
  {
    id: "error-disk-full",
    errnos: ["ENOSPC", "EDQUOT"],
    title: (subject) => `The disk of ${subject} is full`,
    nameless: "A disk is full",
    advice: "Free space; a tmpfs such as /tmp or /dev/shm has a size of its own."
  },
  {
    id: "error-io",
    errnos: ["EIO"],
    title: (subject) => `${subject} cannot be read or written: an I/O error`,
    advice: "The kernel log of the machine on which the line was printed says more."
  },
  {
    id: "error-read-only",
    errnos: ["EROFS"],
    title: (subject) => `${subject} is on a read-only file system`,
    nameless: "A file system is read-only",
    advice: "Give the program a place that it may write to."
  },
  {
    id: "error-format",
    errnos: ["ENOEXEC"],
    title: (subject) => `${subject} is no program of this architecture`,
    nameless: "A program is not of this architecture",
    advice: "Compare the output of file for it with the machine."
  }
];
var SPELLED = /(?:: |\(|"|\b)(?<text>Operation not permitted|Permission denied|No such file or directory|Not a directory|Connection refused|Address already in use|Device or resource busy|Cannot allocate memory|Too many open files|No file descriptors available|No space left on device|Input\/output error|Read-only file system|Exec format error)\b|\bos error (?<os>\d+)\b|\bcode: (?<code>\d+)\b|\berrno[ =:]+(?<errno>\d+)\b|\berror -(?<negative>\d+)\b|\bexit ?(?:status|code)(?: of)?:? (?<exit>12[67])\b|\b(?<name>E[A-Z]{3,12}): /gi;
var OTHER_WORDS = /* @__PURE__ */ new Map([
  ["no file descriptors available", "EMFILE"],
  ["126", "EACCES"],
  ["127", "ENOENT"]
]);
var PATH = /(?:^|[\s'"`\u2018(=[:])(?<path>\/[\w.@%+,:-]+(?:\/[\w.@%+,:-]+)*\/?)(?=$|[\s'"`\u2019),;:\]])/g;
var SOURCE = /\.(?:c|cc|cpp|h|go|rs|py|js|ts)(?::\d+)*$/;
function plainError(text) {
  const last = [...text.matchAll(SPELLED)].at(-1);
  const spelled = Object.values(last?.groups ?? {}).find((value) => value !== void 0);
  if (last === void 0 || spelled === void 0) return void 0;
  const errno = OTHER_WORDS.get(spelled.toLowerCase()) ?? errnoOf(spelled);
  const meaning = MEANINGS.find(({ errnos }) => errno !== void 0 && errnos.includes(errno));
  if (meaning === void 0) return void 0;
  const paths = [...text.slice(0, last.index + last[0].length).matchAll(PATH)].map(({ groups }) => groups?.path?.replace(/[:,.]+$/, "") ?? "").filter((path) => path.length > 1 && !SOURCE.test(path));
  const subject = paths.at(-1);
  const { id: cause, nameless, advice } = meaning;
  const title = subject === void 0 ? nameless : meaning.title(subject);
  if (title === void 0) return void 0;
  return { cause, ...subject === "/dev/kvm" ? { phase: "host" } : {}, title, advice };
}

// src/judge/log/prefix.ts
var QUOTE = /^(?:[>|\u2502\u2577\u2575] ?)+/;
var CONTAINER = /^[\w.-]+ +\| /;
var ISO_TIME = /^\[?(?:\d{4}-\d\d-\d\d[T ]|\d\d\/\d\d\/\d{4} )\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?:? +/;
var SYSLOG_TIME = /^[^\s:]{3,6} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? +/;
var PROGRAM = /^[\w.-]+ +([\w./@()-]+?)(?:\[\d+\])?: +/;
var DMESG_TIME = /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /;
var PRIORITY = /^<(\d{1,3})>/;
var PROMPT = /^[^[]{0,60}(?:login:|[#$]) (?=\[ *\d+\.\d)/;
var KERNEL_TIME = /^ *(?:\w+ *:(?<level>\w+) *: *)?\[ *(?<time>\d+\.\d+)\](?:\[ *[TC]\d+\])? ?/;
var KMSG_PROGRAM = /^(?:[\w.-]+ +)?([a-z][\w.()@-]*)\[\d+\]: +/;
var READ_OUT = /\bmsg="reading guest console".*\bvmconsole="((?:[^"\\]|\\.)*)"\s*$|\bmsg="((?:[^"\\]|\\.)*)" name=kata-proxy .*source=agent/;
function peel(line) {
  if (line.includes("source=")) {
    const readOut = READ_OUT.exec(line);
    const text2 = readOut?.[1] ?? readOut?.[2];
    if (text2 !== void 0) return peel(text2.replace(/\\[nr]/g, "").replace(/\\(.)/g, "$1"));
  }
  if (line.startsWith("[ ")) return peelKernelTime(line, void 0);
  const prompt = PROMPT.exec(line);
  if (prompt !== null) return { ...peelKernelTime(line.slice(prompt[0].length), void 0), prompt: true };
  let text = line.replace(QUOTE, "").replace(CONTAINER, "");
  const dmesg = DMESG_TIME.exec(text);
  if (dmesg !== null) return { text: text.slice(dmesg[0].length), program: "kernel" };
  const withoutIso = text.replace(ISO_TIME, "");
  const withoutTime = withoutIso.replace(SYSLOG_TIME, "");
  const dated = withoutTime.length < text.length;
  const priority = PRIORITY.exec(withoutTime);
  text = withoutTime.slice(priority?.[0].length ?? 0);
  let program;
  if (dated) {
    const named = PROGRAM.exec(text);
    if (named?.[1] !== void 0 && isProgram(named[1])) {
      program = named[1];
      text = text.slice(named[0].length);
    }
  }
  return { ...levelOf(priority), ...peelKernelTime(text, program) };
}
function peelKernelTime(line, named) {
  const stamp = KERNEL_TIME.exec(line);
  if (stamp === null) return { text: line, ...named === void 0 ? {} : { program: named } };
  const rest = line.slice(stamp[0].length);
  const priority = PRIORITY.exec(rest);
  const text = rest.slice(priority?.[0].length ?? 0);
  const writer = text.includes("]: ") ? KMSG_PROGRAM.exec(text) : null;
  const program = writer?.[1] ?? named;
  return {
    text: text.slice(writer?.[0].length ?? 0),
    kernelTime: Number(stamp.groups?.time),
    ...program === void 0 ? {} : { program },
    ...levelOf(priority, stamp.groups?.level)
  };
}
function levelOf(priority, name = "") {
  const isQuiet = /^(?:info|debug)$/.test(name) || priority !== null && Number(priority[1]) % 8 >= 6;
  return isQuiet ? { level: "information" } : {};
}
function isProgram(name) {
  return !/^(?:error|warning|info|debug|fatal|critical|notice|trace|warn|panic)$/i.test(name);
}

// src/judge/log/unknown.ts
var KERNEL2 = PHASES.indexOf("kernel");
function complained(heard, phase) {
  const evidence = [{ line: heard.line, text: heard.text }];
  const isEarnest = heard.speaker !== "kernel" && (heard.weight > 1 || SPEAKERS[heard.speaker].chatty !== true);
  const plain = isEarnest ? plainError(peel(heard.text).text) : void 0;
  if (plain !== void 0) return { phase, ...plain, evidence, certainty: "likely" };
  return {
    phase,
    cause: "unknown",
    title: `${nameOf(heard, phase)} complains, and the catalog does not know the words`,
    evidence,
    advice: "Read the line and the lines around it.",
    certainty: "unknown"
  };
}
function nameOf({ speaker, reached }, phase) {
  if (speaker === "kernel" && phase === "host") return "The kernel of the host";
  if (speaker === "program" && (phase === "host" || reached < KERNEL2)) return "A program";
  return SPEAKERS[speaker].name;
}
function withComplaint(diagnosis, heard) {
  return byItsError(withWords(diagnosis, heard));
}
function byItsError(diagnosis) {
  const { certainty, cause, evidence, title } = diagnosis;
  const initEnded = cause === "linux-panic-init-killed";
  const isOpen = certainty === "unknown" && isSymptom(cause) && title.endsWith(NO_LINE_SAYS_WHY);
  if (!initEnded && (!isOpen || /^(?:linux|edk2)-/.test(cause))) return diagnosis;
  const plain = evidence.map(({ text }) => plainError(peel(text).text)).find((found) => found !== void 0);
  if (plain === void 0) return diagnosis;
  const effect = isOpen ? title.slice(0, -NO_LINE_SAYS_WHY.length) : title;
  return { ...diagnosis, ...plain, title: `${effect}, because: ${plain.title}`, certainty: "likely" };
}
function withWords(diagnosis, heard) {
  const { certainty, cause, evidence, phase } = diagnosis;
  if (heard === void 0 || evidence.some(({ line }) => line === heard.line)) return diagnosis;
  const ledToIt = heard.speaker === "vmm" && isSymptom(cause) && evidence.every(({ line = 0 }) => heard.line < line);
  const isOfHost = phase === "vmm" && heard.speaker === "kernel" && heard.boot.isHost === true;
  const isOfInit = cause.startsWith("linux-panic-init-killed") && (heard.speaker === "program" || heard.speaker === "unknown") && evidence.every(({ line = 0 }) => heard.line < line);
  if (certainty !== "unknown" && !ledToIt && !isOfHost && !isOfInit) return diagnosis;
  const shown = { ...diagnosis, evidence: [...evidence, { line: heard.line, text: heard.text }] };
  return ledToIt ? { ...shown, certainty: "unknown" } : shown;
}
function unstated({ last }) {
  return {
    phase: "host",
    cause: "unknown",
    title: "No line of the log says how far a boot came",
    evidence: last === void 0 ? [] : [last],
    advice: "Give the whole log: the VMM\u2019s messages, the console from its first line, or the kernel log of the host.",
    certainty: "unknown"
  };
}
function guestless({ last }) {
  return {
    phase: "vmm",
    cause: "unknown",
    title: "The VMM works, and no line of the log is of a guest",
    evidence: last === void 0 ? [] : [last],
    advice: "Give the console of the guest, too. If it is empty, the guest prints elsewhere or died at once.",
    certainty: "unknown"
  };
}

// src/judge/log/answer.ts
var NEAR_END = 40;
var QUIET = ["host", "vmm", "build"];
var FIRMWARE = PHASES.indexOf("firmware");
var USERSPACE2 = PHASES.indexOf("userspace");
function answer(log) {
  const { diagnosis, phase, stopped, heard } = new Reading(log).conclude();
  const sightings = log.known.map((known) => placed(known, log.source));
  return {
    answer: diagnosis === void 0 ? "nothing-wrong" : diagnosis.certainty === "unknown" ? "unknown" : "known",
    ...phase === void 0 ? {} : { phase },
    ...diagnosis === void 0 ? {} : { diagnosis },
    stopped,
    nearest: heard === void 0 ? [] : nearestRows(heard.text, diagnosis?.phase ?? "vmm"),
    sightings: sightings.slice(0, KEPT),
    omitted: log.omitted + Math.max(0, sightings.length - KEPT),
    timeline: log.timeline.map(({ boot, line, phase: phase2, title }) => ({
      line,
      phase: isHosts(boot, log.source) ? "host" : phase2,
      title
    }))
  };
}
var Reading = class {
  #log;
  #guests;
  #hosts;
  #failures;
  constructor(log) {
    this.#log = log;
    this.#guests = log.boots.filter((boot) => !isHosts(boot, log.source));
    this.#hosts = log.boots.filter((boot) => isHosts(boot, log.source));
    this.#failures = log.known.filter((known) => known.severity !== "warning" && known.goingOn === void 0);
  }
  conclude() {
    const phase = this.#phase;
    const heard = this.#complaint();
    const facts = this.#facts(phase ?? "host");
    if (this.#failures.length > 0) {
      const diagnosis = withComplaint(this.#tempered(diagnose(facts)), heard);
      return { diagnosis, phase, stopped: this.#stopped(diagnosis) };
    }
    const end = { phase, stopped: true };
    if (this.#log.last === void 0) {
      return QUIET.includes(this.#log.source) ? end : { ...end, diagnosis: diagnose(facts) };
    }
    if (heard !== void 0)
      return { ...end, diagnosis: complained(heard, phaseOf(heard, this.#log.source)), heard };
    const passing = this.#passing(this.#log.last.line);
    if (passing !== void 0) return { ...end, diagnosis: passing };
    if (this.#log.source === "build") return end;
    if (this.#isHostLog) {
      const rule = HOST_EXPLANATIONS.find((known) => known.when(facts, void 0));
      return rule === void 0 ? end : { ...end, diagnosis: byRule(rule, facts, void 0) };
    }
    const warning = this.#standingWarning(phase);
    if (this.#isUp(phase) && warning === void 0) return end;
    if (this.#log.reset !== void 0 && this.#isResetOfGuest) return { ...end, diagnosis: diagnose(facts) };
    if (warning !== void 0) return { ...end, diagnosis: warned(warning) };
    if (phase === "host") return { ...end, diagnosis: { ...unstated(this.#log), phase: "vmm" } };
    if (phase === void 0) return { ...end, diagnosis: unstated(this.#log) };
    if (phase === "vmm" && this.#log.vmmWorks) return { ...end, diagnosis: guestless(this.#log) };
    if (phase === "vmm") {
      const last = this.#log.source === "mixed" ? this.#lastWarning("vmm") : void 0;
      return last === void 0 ? end : { ...end, diagnosis: warned(last) };
    }
    return { ...end, diagnosis: diagnose(facts) };
  }
  // ---- how far it came -------------------------------------------------------------------------------------
  get #guestLife() {
    return Math.max(-1, ...this.#guests.map(({ furthest }) => furthest));
  }
  /** Whether the log is a host's alone. */
  get #isHostLog() {
    if (this.#log.source !== "mixed") return this.#log.source === "host";
    const host = this.#hosts.some(({ kernelSpoke, seen }) => kernelSpoke || seen.size > 0);
    return host && this.#guestLife < 0 && !this.#failures.some((known) => placed(known, "mixed").phase !== "host");
  }
  get #phase() {
    const { source, fromOutside, tdSeen } = this.#log;
    if (this.#isHostLog) return "host";
    if (tdSeen && !fromOutside && this.#failures.length === 0) return "userspace";
    const reached = PHASES[Math.min(this.#guestLife, USERSPACE2)];
    if (reached !== void 0) return reached;
    if (this.#guests.some(({ kernelSpoke }) => kernelSpoke)) return "kernel";
    if (source === "vmm" || source === "mixed" && fromOutside) return "vmm";
    return this.#hosts.length > 0 ? "host" : void 0;
  }
  /** The guest came up, or ended as it should. */
  #isUp(phase) {
    return phase === "userspace" || this.#guestLife > USERSPACE2;
  }
  get #isResetOfGuest() {
    const boot = this.#log.reset?.boot;
    return boot !== void 0 && !isHosts(boot, this.#log.source);
  }
  /** The last line in which a guest showed more life than this. */
  #lastAbove(degree) {
    return Math.max(0, ...this.#guests.map((boot) => boot.lastAbove(degree)));
  }
  /** Whether no guest went on after what the diagnosis names. */
  #stopped({ phase, evidence }) {
    const line = Math.max(0, ...evidence.map((item) => item.line ?? 0));
    if (this.#failures.some((known) => known.line === line && known.severity === "fatal")) return true;
    if (phase === "host" || phase === "vmm" || line === 0) return true;
    return this.#lastAbove(phase === "userspace" ? USERSPACE2 : USERSPACE2 - 1) < line;
  }
  // ---- what was heard --------------------------------------------------------------------------------------
  /** The complaint that says most: one that no later life of the guest has belied. */
  #complaint() {
    const standing = this.#log.complaints.filter((heard) => this.#stands(heard));
    return standing.sort((a, b) => order(b) - order(a) || a.line - b.line)[0];
  }
  #stands(heard) {
    const { speaker, weight, line, symptom } = heard;
    if (symptom && this.#wentOnAfter(line)) return false;
    const phase = phaseOf(heard, this.#log.source);
    if (weight === 1 && SPEAKERS[speaker].chatty === true && line < this.#log.lines - NEAR_END) return false;
    if (phase === "host" && speaker === "kernel" && this.#hosts.some(({ seen }) => seen.has("host-tdx-initialised"))) {
      return weight > 1 && !this.#hosts.some((boot) => boot.seen.has("host-tdx-initialised") && boot.lastAbove(-1) > line);
    }
    if (phase === "host" && weight === 1 && speaker === "kernel") return false;
    return this.#lastAbove(PHASES.indexOf(phase)) < line;
  }
  /** A known warning after which the boot got no further. */
  #standingWarning(phase) {
    const reached = phase === void 0 ? -1 : PHASES.indexOf(phase);
    return this.#log.known.map((known) => placed(known, this.#log.source)).find(({ id, phase: stands, line = 0 }) => {
      if (id.startsWith("user-")) return false;
      const degree = PHASES.indexOf(stands);
      return degree >= Math.max(reached, FIRMWARE) && this.#lastAbove(degree) < line;
    });
  }
  /** What is said of the last failure after which its program went on, where no guest showed later that it was no matter. */
  #passing(end = 0) {
    const standing = this.#log.known.filter((known2) => {
      const { severity, goingOn: goingOn2, line = 0 } = known2;
      const isFailure = severity !== "warning" && goingOn2 !== void 0;
      return isFailure && this.#lastAbove(PHASES.indexOf(placed(known2, this.#log.source).phase)) < line;
    });
    const passing = standing.findLast(({ id }) => !isSymptom(id)) ?? standing.at(-1);
    if (passing === void 0) return void 0;
    const known = warned(placed(passing, this.#log.source));
    if (passing.goingOn === "tries" || (passing.line ?? 0) >= end) return known;
    const title = `${known.title}; its program went on, and no known line says what stopped the boot`;
    return { ...known, title, certainty: "unknown" };
  }
  /** A cause whose own program went on after it is no more than likely. */
  #tempered(diagnosis) {
    const isPassing = this.#wentOnAfter(diagnosis.evidence[0]?.line);
    return isPassing && diagnosis.certainty === "known" ? { ...diagnosis, certainty: "likely" } : diagnosis;
  }
  #wentOnAfter(line) {
    return this.#log.known.some((known) => known.goingOn !== void 0 && known.line === line);
  }
  #lastWarning(of) {
    return this.#log.known.map((known) => placed(known, this.#log.source)).findLast(({ phase }) => phase === of);
  }
  #facts(phase) {
    const { source, last, reset } = this.#log;
    const restarted = reset !== void 0 && this.#isResetOfGuest;
    return {
      ended: restarted ? "reset" : "log",
      reason: restarted ? `The machine was reset: a second ${reset.title}` : `The log ends in ${phase}`,
      hint: "",
      ...restarted ? { line: { line: reset.line, text: reset.text ?? "" } } : {},
      sightings: this.#failures.map((known) => placed(known, source)),
      hints: this.#log.known.filter((known) => !this.#failures.includes(known)).map((known) => placed(known, source)),
      phase,
      seen: [...new Set([...this.#hosts, ...this.#guests].flatMap(({ seen }) => [...seen]))],
      lastWords: last === void 0 ? [] : [last]
    };
  }
};
function order({ weight, speaker, symptom }) {
  return weight * 10 - (speaker === "ci" || symptom ? 25 : 0);
}
function lineOf({ line, text }) {
  return { ...line === void 0 ? {} : { line }, text };
}
function warned(warning) {
  const { phase, id: cause, title, hint: advice } = warning;
  return { phase, cause, title, evidence: [lineOf(warning)], advice, certainty: "likely" };
}

// src/judge/log/boots.ts
var VIRTUAL = /QEMU|KVM|KubeVirt|Bochs|Cloud Hypervisor|Google|Virtual Machine|Apple Virtualization|VMware|VirtualBox|innotek|Parallels|BHYVE|OxVM|Xen|Amazon EC2|OpenStack|Alibaba Cloud|RHEV|oVirt|Firecracker|Standard PC/;
var TRAITS = [
  { shows: "surely-guest", pattern: /tdx: Guest detected|Memory Encryption Features active: .*Intel TDX/ },
  { shows: "host", pattern: /virt\/tdx: |x86\/(?:tme|mktme): |tdx: BIOS enabled|tdx: SEAMCALL/ },
  // The task of a trace: a VMM, one of its vCPU threads, or a helper of KVM.
  {
    shows: "host",
    pattern: /Comm: (?:qemu|kvm-|CPU \d+\/KVM|vcpu\d|cloud-hyper|vhost-|virtqemud|libvirtd|containerd-shim|kata)/
  },
  { shows: "host", pattern: /task (?:qemu|kvm-|CPU \d+\/KVM|vcpu\d|cloud-hyper|libvirtd|virtqemud)/ },
  { shows: "host", pattern: /\[(?:CPU \d+\/KVM|qemu-[\w-]*|cloud-hyper\w*|kvm-[\w-]*):\d+\]/ },
  // KVM in a trace, as modules or built in.
  {
    shows: "host",
    pattern: / \[kvm(?:_intel|_amd)?\]|\b(?:vmx_vcpu_run|vcpu_enter_guest|kvm_vcpu_ioctl|kvm_arch_\w+|kvm_mmu_\w+|kvm_tdp_\w+|tdx_vcpu_run|tdx_mem_page_\w+)\+0x|at arch\/x86\/kvm\//
  },
  // Only hardware reports its errors (arch/x86/kernel/cpu/mce, drivers/acpi/apei).
  { shows: "host", pattern: /mce: \[Hardware Error\]|\{\d+\}\[Hardware Error\]/ },
  // The secure processor of AMD and its table of pages belong to the host.
  {
    shows: "host",
    pattern: /\bccp [0-9a-f]{4}:[0-9a-f:.]+: |SEV-SNP: (?:RMP|rmp)|\b(?:rmpupdate|rmp_make_private|rmp_make_shared)[.\w]*\+0x/
  },
  { shows: "host", pattern: /kvm_(?:intel|amd): /, unless: /not supported|disabled|no hardware/ },
  {
    shows: "host",
    pattern: /kvm \[\d+\]: |kvm: SMP vm created|vfio-pci \w+:|(?:tap|vnet)\d+: entered promiscuous/
  },
  // Only a PC has a BIOS version; a board under test has a device tree.
  { shows: "host", pattern: /(?:Hardware name: |DMI: )[A-Z].*BIOS /, unless: VIRTUAL },
  {
    shows: "guest",
    pattern: /(?:Hardware name: |DMI: ).*(?:QEMU|KubeVirt|Cloud Hypervisor|BHYVE|OxVM|Google|Virtual Machine|Standard PC|Amazon EC2)/
  },
  { shows: "guest", pattern: /Hypervisor detected: |kvm-guest: |paravirtualized kernel on KVM|kvm-clock: / }
];
var DONE = PHASES.length;
function lifeOf({ phase, done }) {
  return done === true ? DONE : PHASES.indexOf(phase);
}
var LoggedBoot = class {
  #host = 0;
  #guest = 0;
  /** A line shows that it is a guest's beyond doubt: of a Trust Domain, or of a guest's firmware. */
  #surelyGuest = false;
  /** The last line in which each degree of life, or a higher one, showed itself. */
  #life = [];
  /** Ids of what it passed, the latest last. */
  seen = /* @__PURE__ */ new Set();
  /** `Linux version \u2026`, as it was printed. */
  banner;
  bannerLine;
  /** The last time stamp of its kernel, in seconds. */
  time;
  /** A line of its kernel was seen: a firmware line after it belongs to another boot. */
  kernelSpoke = false;
  /** Its kernel said that it goes down or starts another one: the next boot is no reset. */
  leaves = false;
  /** Whether it is the host's; undefined: no line shows it. */
  get isHost() {
    if (this.#surelyGuest) return false;
    if (this.#host > 0) return true;
    return this.#guest > 0 ? false : void 0;
  }
  /** False: the line is of another machine, and nothing was noted. */
  note(shows) {
    if (shows === "guest") this.#guest++;
    else if (shows === "host" && this.#surelyGuest) return false;
    else if (shows === "host") this.#host++;
    else if (this.#host > 0) return false;
    else this.#surelyGuest = true;
    return true;
  }
  reach(id, life, line) {
    this.seen.delete(id);
    this.seen.add(id);
    this.live(life, line);
  }
  live(life, line) {
    for (let degree = 0; degree <= life; degree++) this.#life[degree] = line;
  }
  /** The highest degree of life; -1: none. */
  get furthest() {
    return this.#life.length - 1;
  }
  /** The last line that showed more life than `degree`; 0: none did. */
  lastAbove(degree) {
    return this.#life[degree + 1] ?? 0;
  }
};

// src/judge/log/complaints.ts
var COMPLAINTS = [
  // ---- levels ------------------------------------------------------------------------------------------------
  {
    format: "logrus, logfmt, slog",
    weight: 3,
    pattern: /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:fatal|panic|crit|critical|emerg|alert)\b/i
  },
  {
    format: "logrus, logfmt, slog",
    weight: 2,
    pattern: /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:error|err|erro|eror)\b/i
  },
  {
    format: "JSON (zap, slog, zerolog, docker)",
    weight: 3,
    pattern: /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:fatal|d?panic|crit|critical|emerg|alert)"/i
  },
  {
    format: "JSON",
    weight: 2,
    pattern: /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:error|err|erro)"/i
  },
  { format: "bunyan, pino", weight: 2, pattern: /"level": ?[56]0[,}]/ },
  {
    format: "klog, glog",
    weight: 3,
    pattern: /^F\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.rs:|\.cc:|\.cpp:)\d+\]/
  },
  {
    format: "klog, glog",
    weight: 2,
    pattern: /^E\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w/-]+(?:\.go:|\.rs:|\.cc:|\.cpp:)\d+\]/
  },
  { format: "libvirt", weight: 2, pattern: /^\d+: error : / },
  {
    format: "syslog facility.level",
    weight: 2,
    pattern: /(?:kern\.|user\.|daemon\.|auth\.)(?:err|crit|alert|emerg)\b|^\w+ *(?::err +:|:crit +:|:alert +:|:emerg +:)/
  },
  { format: "QEMU", weight: 2, pattern: /^\s*(?:\S*\/)?(?:qemu|kvm)(?:-[\w.-]+)?: / },
  {
    format: "Cloud Hypervisor",
    weight: 2,
    pattern: /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?ERROR:/
  },
  {
    format: "env_logger, tracing, zap, log4j, python",
    weight: 3,
    pattern: /^[^"'=]*(?:^|[\s[|:-])(?:FATAL|CRITICAL|PANIC|EMERG)(?:$|[\s\]|:-])/
  },
  {
    format: "env_logger, tracing, zap, log4j, python",
    weight: 2,
    pattern: /^[^"'=]*(?:^|[\s[|:-])(?:ERROR|ERRO|SEVERE)(?:$|[\s\]|:-])/
  },
  {
    format: "xcode, spdlog, boost",
    weight: 2,
    pattern: /^[^"'=]*(?:\[error\]|\[err\]|\[fatal\]|\[critical\]|<error>|<fatal>)/i
  },
  // ---- programs with a form of their own --------------------------------------------------------------------
  { format: "make", weight: 2, pattern: /^(?:g?make(?:\[\d+\])?: )?\*\*\* / },
  {
    format: "shells and CI",
    weight: 2,
    pattern: /(?:exit status:? |exit code:? |exited with (?:status |code |(?:a )?non-zero (?:exit )?(?:status |code )(?:of )?)?|exited (?:status|code) |returned status |returned code |\brc=|\bret=|\bretval=|\breturncode=|\bstatus=)-?[1-9]\d*\b/
  },
  { format: "GitHub Actions, Azure Pipelines", weight: 2, pattern: /^(?:##\[error\]|::error)/ },
  {
    format: "apt",
    weight: 2,
    pattern: /^E: (?:Unable|Failed|Could not|Package|Sub-process|Cannot|Invalid|Repository)/
  },
  { format: "bitbake, Gradle, test runners", weight: 2, pattern: /^(?:ERROR: |FAIL: |FATAL: )/ },
  {
    format: "edk2 build.py and BaseTools",
    weight: 2,
    pattern: /^\s*(?:[\w.()]+ ?)?: error [0-9A-F]{4}: |^\w+: ERROR \d{4}: /
  },
  {
    format: "ninja, CMake",
    weight: 2,
    pattern: /^FAILED: |^ninja: build stopped|^CMake Error|^ninja: error/
  },
  { format: "git, gcc, Go", weight: 3, pattern: /(?:^|: )fatal(?: error)?: / },
  { format: "Go", weight: 3, pattern: /^panic: |^fatal error: |^goroutine \d+ \[running/ },
  { format: "Rust", weight: 3, pattern: /^thread '.*' (?:\(\d+\) )?panicked at/ },
  {
    format: "Python",
    weight: 2,
    pattern: /^Traceback \(most recent call last\)|^[\w.]+(?:Error|Exception): /
  },
  { format: "Java", weight: 2, pattern: /^Exception in thread |^Caused by: [\w.]+/ },
  {
    format: "compilers, clap, anyhow, GRUB, virsh",
    weight: 2,
    pattern: /(?:^|: )(?:internal )?error(?:\[E\d+\])?: /i
  },
  { format: "socat", weight: 2, pattern: /^socat\[\d+\] [EF] / },
  { format: "gRPC", weight: 2, pattern: /rpc error: code = / },
  {
    format: "shells",
    weight: 2,
    pattern: /(?:Segmentation fault|Bus error|Illegal instruction|Aborted|core dumped|Killed)(?:$| *\()/
  },
  {
    format: "C",
    weight: 3,
    pattern: /Assertion .*failed|terminate called after|stack smashing detected|double free or corruption|undefined symbol: /
  },
  {
    format: "systemd",
    weight: 2,
    pattern: /^(?:\[FAILED\]|\[DEPEND\]|\[ TIME \]) |(?:Failed with result|failed with result) '|Scheduled restart job, restart counter is at|Main process exited, code=(?:exited|killed|dumped), status=[1-9]/
  },
  // ---- kernels --------------------------------------------------------------------------------------------------
  { format: "a kernel", weight: 2, kernel: true, pattern: /\b[pP]anic(?:ked)?(?:$|[ ,!)]|: ?[^\d ])|PANIC/ },
  {
    format: "a trace of a kernel",
    weight: 2,
    kernel: true,
    trace: true,
    pattern: /^(?:Call [Tt]race:|RIP: 00)/
  },
  {
    format: "the kernel of a host",
    weight: 2,
    kernel: true,
    pattern: /^(?:virt\/tdx|kvm_intel|kvm_amd|kvm|x86\/mktme|x86\/tme|tdx): .*(?:fail|error|cannot|not |unable|invalid|unsupported|unknown|last attempted vm-entry)/i
  },
  // ---- words without a level ------------------------------------------------------------------------------------
  {
    format: "words",
    weight: 1,
    pattern: /\b(?:fail(?:ed|ure|s)?|cannot|can't|could not|couldn't|couldnt|unable to|not found|not supported|not permitted|not allowed|not available|not responding|not implemented|not recognized|not enough|no such|no space left|no bootable|no medium|denied|refused|rejected|timed out|timeout|time out|invalid|unrecogni[sz]ed|unknown option|unknown parameter|unknown argument|unknown command|unknown device|unknown symbol|aborted|aborting|killed|crashed|does not exist|doesn't exist|does not support|doesn't support|out of memory|unexpected(?:ly)?|mismatch|corrupt(?:ed|ion)?|missing|giving up|gave up|exception|broken pipe|connection reset|too small|too large|too old|too many|error)\b/i
  }
];
var INFORMATION = [
  /(?:^|[\s{,])(?:level=|lvl=|severity=)\\?"?(?:info|debug|trace)\b/i,
  /(?:"level":|"lvl":|"severity":|"log\.level":|"levelname":) ?"(?:info|debug|debg|trace)"/i,
  /"level": ?[123]0[,}]/,
  // journalctl -o json.
  /"PRIORITY" ?: ?"[67]"/,
  /(?:^|\s)(?:user|daemon|auth|authpriv|syslog|local[0-7])\.(?:info|debug)\b/,
  /^[ID]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /,
  /^\d+: (?:info|debug) : /,
  /^(?:INFO|DEBU|TRAC)\[\d+\] /,
  /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?(?:INFO|DEBUG|TRACE):/,
  /^[^"'=]*(?:^|[\s[|:-])(?:INFO|DEBUG|TRACE)(?:$|[\s\]|:-])/,
  /^[^"'=]*(?:\[(?:info|debug|trace)\]|<(?:info|debug|trace)>)/i,
  /(?:^|: )(?:info|debug): /i,
  /^\[ *INFO *\] /
];
var BELOW_ERROR = [
  ...INFORMATION,
  /(?:^|[\s{,])(?:level=|lvl=|severity=)"?(?:warn|warning|notice)\b/i,
  /(?:"level":|"lvl":|"severity":|"levelname":) ?"(?:warn|warning|notice)"/i,
  /^W\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /,
  /^\d+: warning : /,
  /^(?:\S*cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?WARN:/,
  /^[^"'=]*(?:^|[\s[|:-])(?:WARN|WARNING|NOTICE|NOTE)(?:$|[\s\]|:-])/,
  /(?:^|: )(?:warning|note|notice|hint)(?:\[[\w:-]+\])?: /i,
  /^\[ *(?:OK|WARN|SKIP) *\] /
];
var MENTIONS = [
  // Key and value without an error in the value: `errors=remount-ro`, `error=<nil>`, `panic:1`, `failed: 0`.
  /[\w.-]*(?:error|errors|err|fail|failed|failures?|panic|oops|fatal|timeout)[\w.-]*(?:=|": ?"?|: ?)(?:<nil>|null|none|no|false|off|0|1|-1|\d+|""|"?ok"?|remount-ro|continue)(?=$|[\s,;"}\])])/gi,
  // `panic=-1`, `loglevel=error`, `oops=panic`: kernel and log settings.
  /\b[\w.-]*(?:panic|loglevel|log_level|log-level|oops|earlyprintk|on_error|onerror)[\w.-]*=\S*/gi,
  // Options: `--fail-fast`, `-Werror`, `-d guest_errors`.
  /(?:^|\s)--?[\w-]*(?:error|fail|panic|fatal|timeout|missing|invalid)[\w-]*(?:[= ][\w-]+)?/gi,
  /\bguest_errors?\b|\bignore_errors\b|\bcontinue-on-error\b/gi,
  // Names of files, functions, symbols and configuration: `kernel/panic.o`, `panic_on_warn`, `CONFIG_PANIC_ON_OOPS`.
  /[\w./+-]*(?:error|fail|panic|fatal|abort|crash|timeout|missing|invalid)[\w-]*\.(?:[choSs]|o|ko|rs|go|py|so|txt|log|md|cc|cpp|obj|inf|efi|conf|service|target|html)\b/gi,
  /\b\w*_(?:error|err|fail|failed|panic|fatal|abort|timeout|crash|missing|invalid)\w*|\b(?:error|err|fail|panic|fatal|abort|timeout|crash)_\w+|\bCONFIG_\w+/gi,
  /\b(?:error|fail|panic|abort|timeout)\w*\(\)/gi,
  // Nothing went wrong: `no errors`, `0 failed`, `without error`, `error-free`.
  /\b(?:no|0|zero|without|any|if|on) (?:\w+ )?(?:errors?|failures?|failed|warnings?|fatal|panics?)\b|\berror-free\b/gi,
  // Features that bear the word.
  /\b(?:error|errors|crash|panic|failure) (?:correction|handling|handler|reporting|injection|recovery|source|detection|interrupt|notifier|kernel|log|logging|record|counters?|messages?)\b/gi
];
var COMMANDS = /^(?:\$ |# |\+{1,3} |\S*[$#%] (?:sudo |\.?\/|[a-z])|[\w.@~:/[\] -]*[$#] (?:sudo|\.?\/|qemu|virsh|cat|dmesg|modprobe)|(?:Kernel c|C|c)ommand line: |sudo |\S*\/(?:qemu|cloud-hypervisor)[\w-]* -|exec\b)| -append | --cmdline /;

// src/judge/log/book.ts
var LEAVES = [
  {
    good: true,
    pattern: /reboot: (?:Power down|System halted)|tdx-boot probe: done|Total run \d+ tests; \d+ passed; 0 failed/
  },
  {
    good: false,
    pattern: /reboot: (?:Restarting system|machine restart)|kexec_core: Starting new kernel|Rebooting in \d+ seconds/
  }
];
function compileLogBook() {
  const needles = /* @__PURE__ */ new Map();
  const tables = {
    signatures: tableOf(EVERY_ROW, needles),
    milestones: tableOf(MILESTONES, needles),
    signs: tableOf(HOST_SIGNS, needles),
    traits: tableOf(TRAITS, needles),
    complaints: tableOf(COMPLAINTS, needles),
    leaves: tableOf(LEAVES, needles)
  };
  const ofOthers = needles.size;
  const shapes = tableOf(SHAPES, needles);
  const automaton = buildAutomaton([...needles.keys()]);
  return { ...tables, shapes, automaton, onlyShapes: (hits) => hits.every((needle) => needle >= ofOthers) };
}
function firstMatch(table, hits, text, wanted = () => true) {
  for (const index of table.of(hits)) {
    const known = table.items[index];
    if (known === void 0 || !wanted(known.entry) || known.pattern.exec(text, 0) === void 0) continue;
    if (known.entry.unless?.test(text) !== true) return known.entry;
  }
  return void 0;
}

// src/judge/log/going-on.ts
var HAS_LEVELS = ["libvirt", "wrapper", "program", "unknown"];
var LEVELLESS = ["firmware", "bootloader", "kernel"];
var LOUDER = /\b(?:ERROR|ERRO|FATAL|CRITICAL)\b|level\W{1,5}(?:err|fatal|crit|panic|alert|emerg)/;
var MESSAGE = /\b(?:msg|message|content|MESSAGE)"? ?[=:] ?\\?"((?:[^"\\]|\\.)*)/;
var GOES_ON = /\b(?:retrying|will (?:re)?try|trying again|try(?:ing)? (?:the )?next|falling back|fall(?:ing)? ?back to|ignoring|ignored|continuing|carrying on|skipping)\b/i;
function goingOn(line, row, { start, end }, book) {
  const { text } = line;
  const isEnd = row.severity === "fatal" && LEVELLESS.includes(row.phase);
  if (!isEnd && GOES_ON.test(`${text.slice(0, start)} ${text.slice(end)}`)) return "tries";
  return isInformation(line, row, book) ? "informs" : void 0;
}
function isInformation({ text: whole, peeled, speaker, hits }, row, book) {
  const { text, level } = peeled;
  if (!HAS_LEVELS.includes(speaker) || LEVELLESS.includes(row.phase) || row.id.startsWith("linux-")) {
    return false;
  }
  const quiet = level === "information" || INFORMATION.some((form) => form.test(text));
  if (!quiet || LOUDER.test(text) || whole.includes('"_TRANSPORT":"kernel"')) return false;
  const words = MESSAGE.exec(text)?.[1];
  if (words === void 0) return true;
  const copied = peel(words);
  const copiedFrom = firstMatch(book.shapes, hits, copied.text)?.speaker;
  return copied.kernelTime === void 0 && (copiedFrom === void 0 || HAS_LEVELS.includes(copiedFrom));
}
function isRemark({ text }, { severity }) {
  return severity === "warning" && GOES_ON.test(text);
}

// src/judge/log/trail.ts
var FROM_OUTSIDE = /^(?:linux-banner|efi-stub|edk2-|bds-|seabios|ipxe|grub)/;
var KERNEL3 = PHASES.indexOf("kernel");
var Trail = class {
  boots = [new LoggedBoot()];
  timeline = [];
  /** The first boot that was reset, and the line by which the next one began. */
  reset;
  fromOutside = false;
  tdSeen = false;
  #source;
  #book;
  /** What is known to have failed: a line may turn out to be of another boot. */
  #known;
  constructor(source, book, known) {
    this.#source = source;
    this.#book = book;
    this.#known = known;
  }
  /** The boot of the line that is being read. */
  get boot() {
    return this.boots.at(-1) ?? this.#nextBoot();
  }
  /** Takes a line's traits, marks of life and farewells. */
  follow(line) {
    if (line.speaker === "vmm") this.fromOutside = true;
    this.#followKernel(line);
    this.#readTraits(line);
    if (this.#source !== "vmm" && this.#source !== "build") this.#readLife(line);
    const leave = firstMatch(this.#book.leaves, line.hits, line.text);
    if (leave === void 0) return;
    this.boot.leaves = true;
    if (leave.good) this.boot.live(DONE, line.number);
  }
  /** The line is the host's: of another boot than the ones before it, where those are a guest's. */
  claimForHost({ number, peeled: { kernelTime } }) {
    if (!this.boot.note("host")) this.#split(number, "host", kernelTime);
  }
  // ---- boots ------------------------------------------------------------------------------------------------
  #nextBoot() {
    const boot = new LoggedBoot();
    if (this.boots.length >= KEPT) this.boots.pop();
    this.boots.push(boot);
    return boot;
  }
  #followKernel({ number, peeled: { kernelTime, prompt }, speaker }) {
    if (speaker !== "kernel") return;
    const { time } = this.boot;
    const isEarlier = kernelTime !== void 0 && time !== void 0 && kernelTime + TRACE.seconds < time;
    const boot = isEarlier ? this.#nextBoot() : this.boot;
    boot.kernelSpoke = true;
    boot.time = kernelTime ?? boot.time;
    if (prompt === true) boot.live(DONE, number);
  }
  #readTraits(line) {
    const { number, hits, text, peeled, speaker } = line;
    for (const index of this.#book.traits.of(hits)) {
      const trait = this.#book.traits.items[index];
      if (trait?.pattern.exec(text, 0) === void 0 || trait.entry.unless?.test(text) === true) continue;
      const { shows } = trait.entry;
      if (!this.boot.note(shows)) this.#split(number, shows, peeled.kernelTime);
    }
    const isManager = speaker === "wrapper" || speaker === "libvirt" || speaker === "vmm";
    if (isManager && peeled.program !== void 0) this.claimForHost(line);
  }
  /** The line is of another machine than the ones before it, and so is the trace that it belongs to. */
  #split(number, shows, time) {
    const before = this.boot;
    const boot = this.#nextBoot();
    boot.note(shows);
    boot.kernelSpoke = true;
    boot.time = time;
    for (const known of this.#known) {
      const { line = 0, kernelTime } = known;
      if (known.boot !== before || kernelTime === void 0 || line <= number - TRACE.lines) continue;
      if (Math.abs(kernelTime - (time ?? 0)) < TRACE.seconds) known.boot = boot;
    }
  }
  /** A banner begins a boot. The boot before it was reset when it was a guest's that did not mean to end. */
  #begin({ id, phase, title, once, restarts }, { number, shown }, banner) {
    const before = this.boot;
    if (id === "linux-banner") {
      const hasBegun = before.banner === void 0;
      const last = hasBegun ? this.boots.at(-2) : before;
      const boot = hasBegun ? before : this.#nextBoot();
      const isTwice = last?.bannerLine === number - 1;
      if (last?.banner === banner && !isTwice) this.#noteReset(last, number, title, shown);
      boot.banner = banner;
      boot.bannerLine = number;
      boot.kernelSpoke = true;
    } else if (phase === "firmware" || phase === "bootloader") {
      const isAgain = once === true && before.seen.has(id);
      if (before.kernelSpoke || isAgain) this.#nextBoot();
      if (isAgain || before.banner !== void 0 && restarts === true)
        this.#noteReset(before, number, title, shown);
      if (phase === "firmware") this.boot.note("surely-guest");
    }
  }
  #noteReset(boot, line, title, shown) {
    if (boot.leaves) return;
    this.reset ??= { boot, line, phase: "kernel", title, text: quoted(shown) };
  }
  // ---- signs of life ----------------------------------------------------------------------------------------
  #readLife(line) {
    const { hits, text, number, speaker } = line;
    if (!isGuest(this.#source)) {
      const sign = firstMatch(this.#book.signs, hits, text);
      if (sign !== void 0 && this.boot.note("host")) this.#reach({ ...sign, phase: "host" }, number);
    }
    if (speaker === "host-firmware") return;
    for (const index of this.#book.milestones.of(hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(text, 0);
      if (known === void 0 || match === void 0 || !this.#counts(known.entry, line)) continue;
      const { entry } = known;
      if (entry.evidence === true && isOwnWords(text.slice(0, match.start))) this.tdSeen = true;
      if (FROM_OUTSIDE.test(entry.id)) this.fromOutside = true;
      this.#begin(entry, line, text.slice(match.start));
      this.#reach(entry, number);
    }
  }
  /** What a VMM says of its guest counts, and the words of a guest in the mouth of a VMM do not. */
  #counts({ streams, afterKernel }, { speaker }) {
    if (speaker === "vmm" !== (streams?.includes("vmm") === true)) return false;
    return afterKernel !== true || this.boot.kernelSpoke && this.boot.furthest >= KERNEL3;
  }
  #reach(milestone, line) {
    const { id, phase, title } = milestone;
    this.boot.reach(id, lifeOf(milestone), line);
    if (this.timeline.length < KEPT) this.timeline.push({ line, phase, title, boot: this.boot });
  }
};
function isGuest(source) {
  return source !== "mixed" && source !== "host" && source !== "build" && isGuestStream(source);
}

// src/judge/log/speaking.ts
var INITRAMFS = PHASES.indexOf("initramfs");
var Speaking = class {
  #source;
  #book;
  #previous = "unknown";
  constructor(source, book) {
    this.#source = source;
    this.#book = book;
  }
  /** A line of a kernel with nothing in it. */
  passKernel() {
    this.#previous = "kernel";
  }
  /** @param boot the boot of the line before */
  of(peeled, hits, boot) {
    this.#previous = this.#speakerOf(peeled, hits, boot);
    return this.#previous;
  }
  #speakerOf({ text, program, kernelTime }, hits, boot) {
    const source = this.#source;
    if (source === "vmm" || source === "build") return source;
    const shape = firstMatch(this.#book.shapes, hits, text)?.speaker;
    if (isGuest(source)) {
      if (shape === "firmware" || shape === "bootloader" || shape === "kernel") return shape;
      return kernelTime === void 0 ? "program" : "kernel";
    }
    if (program !== void 0) return shape === "wrapper" ? shape : speakerOfProgram(program);
    if (kernelTime !== void 0) return shape === "firmware" || shape === "program" ? shape : "kernel";
    return shape ?? this.#inherited(boot);
  }
  /** Of a line without a shape: a guest that is up prints what its programs say, and a build goes on. */
  #inherited({ furthest }) {
    const previous = this.#previous;
    if (previous === "build" || previous === "program") return previous;
    return previous === "kernel" && furthest >= INITRAMFS ? "program" : "unknown";
  }
  /** Whether this speaker may print the row's line: a guest may say a VMM's words, and then they mean nothing. */
  mayPrint(speaker, { streams }) {
    const source = this.#source;
    if (source === "host") return streams === void 0 || streams.includes("host");
    if (source !== "mixed") return streams === void 0 ? isGuest(source) : streams.includes(source);
    const { prints } = SPEAKERS[speaker];
    return (streams ?? GUEST_STREAMS).some((origin) => prints.includes(printerOf(origin)));
  }
};
function printerOf(origin) {
  if (origin === "host" || origin === "build") return origin;
  return isGuestStream(origin) ? "guest" : "vmm";
}

// src/judge/log.ts
var VMM_WORKS = /\b(?:INFO|DEBUG|TRACE):|^Running Firecracker/;
var isBelowError = ({ text, level, program }) => level !== void 0 && program !== void 0 && program !== "kernel" || BELOW_ERROR.some((form) => form.test(text));
var REMARK_LINES = 3;
var HEX = /\b0xADDR/g;
var LogReader = class {
  #source;
  #book = compileLogBook();
  #scanner;
  #recent = new Recent();
  #known = [];
  /** How many of them are failures. */
  #failures = 0;
  #omitted = 0;
  #suspects = new Suspects();
  #complaints = [];
  #speaking;
  #trail;
  #vmmWorks = false;
  constructor(source) {
    this.#source = source;
    this.#speaking = new Speaking(source, this.#book);
    this.#trail = new Trail(source, this.#book, this.#known);
    this.#scanner = new LineScanner(this.#book.automaton, {
      everyLine: false,
      onLine: (line) => this.#read(line),
      onWipe: (line) => this.#read(line)
    });
  }
  push(bytes) {
    this.#recent.keep(bytes);
    this.#scanner.push(bytes);
  }
  end() {
    this.#scanner.end();
    this.#suspects.end();
    const last = this.#lastWords();
    const { boots, timeline, fromOutside, tdSeen, reset, boot } = this.#trail;
    if (last !== void 0 && peel(last.text).kernelTime !== void 0) boot.kernelSpoke = true;
    return answer({
      source: this.#source,
      known: this.#known,
      omitted: this.#omitted,
      complaints: this.#complaints,
      timeline,
      boots,
      lines: this.#scanner.lineCount,
      fromOutside,
      tdSeen,
      vmmWorks: this.#vmmWorks,
      ...reset === void 0 ? {} : { reset },
      ...last === void 0 ? {} : { last }
    });
  }
  #lastWords() {
    const lines = this.#recent.lines();
    const index = lines.findLastIndex((text2) => text2.trim() !== "");
    const text = lines[index];
    if (text === void 0) return void 0;
    return { line: this.#scanner.lineCount - lines.length + index + 1, text: quoted(text) };
  }
  #read(view) {
    const { text: shown, hits } = view;
    this.#suspects.read(shown);
    if (hits.length > 0) this.#readKnown(shown, hits);
    this.#scanner.everyLine = this.#suspects.searching;
  }
  /** A line that has words of some table. */
  #readKnown(shown, hits) {
    if (shown.startsWith("[") && this.#book.onlyShapes(hits)) {
      this.#speaking.passKernel();
      return;
    }
    const text = shown.includes("0xADDR") ? shown.replace(HEX, "0x0") : shown;
    const peeled = peel(text);
    const speaker = this.#speaking.of(peeled, hits, this.#trail.boot);
    const line = { number: this.#scanner.lineCount, shown, hits, text, peeled, speaker };
    this.#vmmWorks ||= this.#source === "mixed" && speaker === "vmm" && VMM_WORKS.test(peeled.text);
    this.#trail.follow(line);
    const known = this.#readSignature(line);
    if (known !== "known") this.#readComplaint(line, known === "symptom");
  }
  // ---- what failed ------------------------------------------------------------------------------------------
  /** Whether a row of the catalog knows the line, as a failure or as harmless; a symptom's line may quote who says why. */
  #readSignature(line) {
    const { hits, text } = line;
    let isHarmless = false;
    for (const index of this.#book.signatures.of(hits)) {
      const known = this.#book.signatures.items[index];
      if (known === void 0 || !this.#speaking.mayPrint(line.speaker, known.entry)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === void 0) continue;
      if (known.entry.unless?.test(text) === true) {
        isHarmless = true;
        continue;
      }
      if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return "known";
      this.#keep(known.entry, match, line);
      return known.entry.symptom === true ? "symptom" : "known";
    }
    return isHarmless ? "known" : void 0;
  }
  #keep(matched, match, line) {
    const { groups } = match;
    const row = causeOf(matched, groups);
    const { id, phase, hint, severity } = row;
    const counts = severity === "warning" ? this.#known.length : this.#failures;
    if (counts >= KEPT) {
      this.#omitted++;
      return;
    }
    if (severity !== "warning") this.#failures++;
    const { number, shown, speaker, peeled } = line;
    if (row.streams?.includes("host") === true && speaker === "kernel") this.#trail.claimForHost(line);
    const { boot } = this.#trail;
    const going = goingOn(line, row, match, this.#book);
    const known = {
      id,
      phase,
      hint,
      severity,
      title: quoted(titleOf(row, groups)),
      fingerprint: quoted(fingerprintOf(row, groups)),
      line: number,
      text: quoted(shown),
      boot,
      speaker,
      reached: boot.furthest,
      orLater: row.orLater === true,
      ...going === void 0 ? {} : { goingOn: going },
      ...peeled.kernelTime === void 0 ? {} : { kernelTime: peeled.kernelTime }
    };
    if (isRemark(line, row)) this.#belie(known);
    this.#known.push(known);
    if (row.guilty === void 0) return;
    this.#suspects.follow(row.guilty, line.text, groups.func, (func, trace) => {
      known.trace = trace.map(quoted);
      known.title = quoted(titleOf(row, groups, func));
      known.fingerprint = quoted(fingerprintOf(row, groups, func));
    });
  }
  /** What the same program has complained of right before was no end: it has said that it goes on. */
  #belie({ speaker, boot, line = 0 }) {
    const block = this.#known.slice(-REMARK_LINES);
    for (const known of block) {
      const isNear = line - (known.line ?? 0) <= REMARK_LINES;
      const isOwn = known.speaker === speaker || known.speaker === "unknown";
      if (isNear && isOwn && known.boot === boot) known.goingOn ??= "tries";
    }
  }
  // ---- what nobody knows ------------------------------------------------------------------------------------
  #readComplaint({ number, shown, hits, text, peeled, speaker }, symptom) {
    if (firstMatch(this.#book.complaints, hits, peeled.text) === void 0) return;
    if (COMMANDS.test(peeled.text) || isBelowError(peeled)) return;
    if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
    const words = MENTIONS.reduce((rest, mention) => rest.replace(mention, " "), peeled.text);
    const complaint = firstMatch(this.#book.complaints, hits, words);
    const { boot } = this.#trail;
    if (complaint === void 0 || complaint.trace === true && this.#isToldOf(number)) return;
    this.#complaints.push({
      weight: speaker === "kernel" && complaint.kernel !== true ? 1 : complaint.weight,
      symptom,
      line: number,
      text: quoted(shown),
      speaker,
      program: peeled.program,
      boot,
      reached: boot.furthest
    });
    if (this.#complaints.length > KEPT) this.#complaints.splice(KEPT / 2, 1);
  }
  /** Whether a known line shortly before has said what the trace in this line is of. */
  #isToldOf(number) {
    const known = this.#known.at(-1);
    return known?.boot === this.#trail.boot && number - (known.line ?? 0) < TRACE.lines;
  }
};

// src/cli/diagnose.ts
var LISTED = 20;
var CAUSE_WORDS = { known: "cause", likely: "likely cause", unknown: "symptom" };
var LOOKED_FOR = "known failures, complaints of any program, resets, and how far the boot came";
async function diagnose2(log, options, streams) {
  if (options.vmlinux !== void 0) requireVmlinux(options.vmlinux);
  if (isRecording(log)) return diagnoseRecorded(log, options, streams);
  const { out } = streams;
  const reader = new LogReader(options.stream);
  for (const bytes of readBytes(log)) reader.push(bytes);
  const ended = reader.end();
  const diagnosis = ended.diagnosis && await decoded(ended.diagnosis, options.vmlinux);
  const report = diagnosis === void 0 ? ended : { ...ended, diagnosis };
  if (options.json === true) out.json(toJson(report));
  else out.lines(describe(log, report));
  return report.answer === "nothing-wrong" ? EXIT.passed : EXIT.failed;
}
function describe(log, report) {
  const { phase, diagnosis, sightings, omitted, nearest } = report;
  if (diagnosis === void 0) {
    const reached = phase === void 0 ? "" : `, reached ${phase}`;
    return [
      `${log}: nothing wrong was found${reached}`,
      `  looked for: ${LOOKED_FOR}`,
      ...listSightings(sightings, omitted)
    ];
  }
  const others = sightings.filter(({ line }) => diagnosis.evidence.every((item) => item.line !== line));
  return [
    `${log}: ${headline(report, diagnosis)}`,
    ...diagnosis.cause === "unknown" ? [] : [`  ${CAUSE_WORDS[diagnosis.certainty]}: ${diagnosis.cause}`],
    ...diagnosis.evidence.map((item) => `  ${describeEvidence(item)}`),
    ...describeTrace(diagnosis),
    ...diagnosis.advice === "" ? [] : [`  next: ${diagnosis.advice}`],
    ...nearest.map(({ id, title }) => `  nearest known: ${title} [${id}]`),
    ...listSightings(others, omitted)
  ];
}
function headline({ answer: answer2, phase, stopped }, diagnosis) {
  const { title } = diagnosis;
  if (answer2 === "unknown") {
    const where = phase === void 0 && diagnosis.phase === "host" ? "" : ` in ${diagnosis.phase}`;
    return `something is wrong${where} that is not known: ${title}`;
  }
  return stopped ? `stopped in ${diagnosis.phase}: ${title}` : `reached ${phase}, and on the way: ${title}`;
}
function listSightings(sightings, omitted) {
  const more = Math.max(0, sightings.length - LISTED) + omitted;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  return [...sightings.slice(0, LISTED).map(({ line, title }) => `  also: line ${line}: ${title}`), ...rest];
}
function toJson(report) {
  const { answer: answer2, phase, diagnosis, stopped, nearest, sightings, omitted, timeline } = report;
  return {
    answer: answer2,
    phase: phase ?? null,
    diagnosis: diagnosis === void 0 ? null : diagnosisResult(diagnosis),
    stopped,
    nearest,
    sightings,
    omitted,
    timeline
  };
}
export {
  diagnose2 as diagnose
};
