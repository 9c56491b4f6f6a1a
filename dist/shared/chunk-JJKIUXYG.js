import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  describeExplanation,
  explainDifference,
  firstDifference
} from "./chunk-SDEITUBU.js";
import {
  ABORT_CAUSES,
  SUPPRESSIONS,
  Shown,
  VM_STATES,
  compileRules,
  diagnose,
  isOwnWords,
  makeResult,
  quoted
} from "./chunk-O2OWTJ2I.js";
import {
  STUCK_HINTS,
  formatDuration
} from "./chunk-GK3NDIQF.js";
import {
  replayLog
} from "./chunk-6DH5FJVR.js";
import {
  GuestError,
  NotBzImageError,
  TruncatedKernelError,
  assess,
  assessChoice,
  availableMemory,
  backendFor,
  candidates,
  checkFiles,
  contentOf,
  diskFormat,
  findModules,
  heldMemory,
  isAgainst,
  kernelInfoOf,
  kvmInfo,
  memoryProblem,
  moduleOrder,
  namesFiles,
  possibleChoices,
  readModule,
  refusal,
  requireFirmware,
  requireTdxHost,
  slotLimit,
  slotsDirectory,
  takeSlot,
  tdCapacity,
  thisHost,
  usableAbi
} from "./chunk-3GJWELV3.js";
import {
  SMBIOS_FIELDS,
  given,
  playedHost,
  toBoot
} from "./chunk-BBWEQVOO.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-GKQLW2Q3.js";
import {
  forFileName
} from "./chunk-DQY64HLE.js";
import {
  RECIPES,
  locateBuild,
  provideBuild,
  session
} from "./chunk-ARPSE3KR.js";
import {
  LINE_CAP,
  LineScanner,
  lineReader
} from "./chunk-CJK44M2I.js";
import {
  PINS,
  ask,
  describeEnd,
  findCommand,
  withWorkDir
} from "./chunk-CH5QTO5Q.js";
import {
  killGroup,
  noteGroup
} from "./chunk-2ETKTJT6.js";
import {
  deriveAcpiFiles,
  isPredicted,
  rtmrRows
} from "./chunk-VQPR2K3L.js";
import {
  REGISTERS
} from "./chunk-BDOTOFU7.js";
import {
  EVENT_PROFILES
} from "./chunk-IYKMFH6H.js";
import {
  environmentFor
} from "./chunk-2AUDKZ4W.js";
import {
  MRTD_VARIANTS,
  computeMrtd,
  launchOrder
} from "./chunk-KGPMGHIE.js";
import {
  DataError
} from "./chunk-B2QDC65I.js";
import {
  PAYLOAD_FIRMWARES,
  PHASES,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  isGuestStream,
  isTrustDomain
} from "./chunk-OS4OHMLR.js";
import {
  _enum,
  array,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  partialRecord,
  string
} from "./chunk-B3M2OGVS.js";
import {
  parseMetadata
} from "./chunk-DWJMXZGM.js";
import {
  guidAt,
  shortHex
} from "./chunk-DV54WIWJ.js";
import {
  HostError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-7OSXWTH4.js";

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
function firmwareKind({ demand: { firmware } }) {
  return firmware === "none" ? void 0 : firmware.kind;
}
function isTdvf(subject) {
  const kind = firmwareKind(subject);
  return kind === "tdvf" || kind === "distribution" || kind === "distribution-secure";
}
function isTdShimLinux(subject) {
  return firmwareKind(subject) === "td-shim";
}

// src/lint/firmware-rules.ts
var MIB = 1024 * 1024;
var PAYLOAD_MIB = 32;
var CMDLINE_BYTES = 4096;
var TDVF_MIB = 192;
var TD_SHIM_LAYOUT = "td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json";
var FIRMWARE_RULES = [
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
      if (!kernel.bzImage)
        return [{ at, message: "td-shim starts a bzImage, and this file is no bzImage", hint }];
      if (kernel.size <= PAYLOAD_MIB * MIB) return [];
      const size = (kernel.size / MIB).toFixed(1);
      return [{ at, message: `the kernel has ${size} MiB, and td-shim has room for ${PAYLOAD_MIB}`, hint }];
    }
  },
  {
    id: "td-shim-cmdline",
    severity: "error",
    explanation: "td-shim has 4 KiB for the command line.",
    reference: TD_SHIM_LAYOUT,
    find: (subject) => {
      const bytes = Buffer.byteLength(subject.scenario.guest.cmdline ?? "") + 1;
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
    id: "disk-not-bootable",
    severity: "warning",
    explanation: "A firmware without stored boot options starts EFI/BOOT/BOOTX64.EFI of an EFI System Partition.",
    reference: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
    find: ({ scenario: { guest, firmware }, disks }) => {
      const [first] = disks;
      const known = firmware !== void 0 && guest.kernel === void 0 && first !== void 0;
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
    explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 MiB it resets itself, with 64 MiB it finds nothing to boot.`,
    reference: "measured with the documented pin under QEMU 7.2 TCG, one CPU",
    find: (subject) => isTdvf(subject) && subject.scenario.guest.memory < TDVF_MIB * MIB ? [
      {
        at: ["guest", "memory"],
        message: `${Math.floor(subject.scenario.guest.memory / MIB)} MiB of memory is less than TDVF needs (${TDVF_MIB} MiB)`,
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
function silentHit({ scenario: { guest, firmware } }, { stream: stream2, pattern, where }) {
  if (firmware === void 0 || !("request" in firmware) || firmware.request.defines.length > 0) return [];
  const { name, build } = firmware.request;
  if (stream2 === "debugcon") {
    const hint = "Expect it on stream: serial, with firmware-build: debug.";
    return [{ at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint }];
  }
  const shared = guest.kernel === void 0 || consoles(guest.cmdline ?? "").some((port) => /^ttyS/.test(port));
  if (stream2 !== "serial" || build !== "release" || shared) return [];
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
    explanation: "Without console= Linux picks its console itself, and in a VM without a screen it often finds none.",
    reference: "Linux Documentation/admin-guide/serial-console.rst",
    find: ({ scenario: { guest }, kernel }) => {
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
    explanation: "A kernel command line on a raw disk (of a systemd-boot entry or a unified kernel image) needs a console=, too.",
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
      const named = consoles(subject.scenario.guest.cmdline ?? "");
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
      const used = parameters(subject.scenario.guest.cmdline ?? "").find(
        ({ name }) => /^(acpiphp|pciehp)\b/.test(name)
      );
      if (used === void 0 || !isFiltered(subject)) return [];
      return [
        {
          at: ["guest", "cmdline"],
          message: `${used.name} has no effect: kernel ${releaseOf(subject)} looks like Intel's guest tree, which filters PCI hotplug in a TD`,
          hint: "Add tdx_disable_filter, or leave the parameter out."
        }
      ];
    }
  },
  {
    id: "disk-filtered-in-intel-guest",
    severity: "warning",
    explanation: "Intel's guest tree drives virtio disks alone in a TD.",
    reference: "github.com/intel/tdx branch guest, commit d84774e: virtio-blk, -console, -net, -pci",
    find: (subject) => isFiltered(subject) ? subject.scenario.guest.disks.flatMap(
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
    explanation: "A Trust Domain has all its CPUs and memory from the start: no VMM adds any later.",
    reference: 'cloud-hypervisor: "CPU hotplug is not permitted with TDX", dynamic=false; QEMU docs/system/i386/tdx.rst',
    find: ({ scenario: { platform, guest } }) => {
      if (!isTrustDomain(platform)) return [];
      return parameters(guest.cmdline ?? "").flatMap(({ name, value }) => {
        const more = name === "possible_cpus" && Number(value) > guest.cpus;
        if (!more && !HOTPLUG.includes(name)) return [];
        return [
          {
            at: ["guest", "cmdline"],
            message: `${name} prepares for hotplug, and a Trust Domain gets no CPU or memory later`,
            hint: "Set guest.cpus and guest.memory to what the guest needs, and leave the parameter out."
          }
        ];
      });
    }
  }
];
function isFiltered({ scenario, kernel }) {
  const off = parameters(scenario.guest.cmdline ?? "").some(
    ({ name }) => name === "tdx_disable_filter" || name === "noccfilter"
  );
  return isTrustDomain(scenario.platform) && !off && /[-.](mvp\d|tdx\.v)/.test(kernel?.release ?? "");
}
function releaseOf({ kernel }) {
  return kernel?.release ?? "";
}

// src/lint/table-rules.ts
function tableHits(subject) {
  const anywhere = assessments(subject, playedHost(subject.scenario));
  const errors = obstacles(anywhere).flatMap((obstacle) => hits(subject, obstacle, "error", ""));
  if (errors.length > 0 || subject.scenario.platform !== "tdx") return errors;
  const today = obstacles(assessments(subject, "upstream"));
  return today.flatMap(
    (obstacle) => hits(subject, obstacle, "warning", "on a host of Linux 6.16 or later this cannot boot: ")
  );
}
function possibleVmms(subject) {
  return assessments(subject, playedHost(subject.scenario)).filter(({ assessment }) => !isAgainst(assessment.verdict)).map(({ vmm }) => vmm.name);
}
function assessments({ scenario, demand }, host) {
  const { vmm, platform, vmmRef } = scenario;
  return candidates(vmm, platform).map((name) => {
    const version = name === "cloud-hypervisor" && /^v\d+\.\d+$/.test(vmmRef ?? "") ? vmmRef : void 0;
    const info = { name, ...version === void 0 ? {} : { version } };
    return { vmm: info, assessment: assess({ ...demand, host, vmm: info }) };
  });
}
function obstacles(assessed) {
  if (assessed.some(({ assessment }) => !isAgainst(assessment.verdict))) return [];
  const against = assessed.map(({ vmm, assessment }) => ({
    vmm: vmm.name,
    rows: assessment.rows.filter(({ verdict }) => isAgainst(verdict))
  }));
  const isCommon = (row) => against.every(({ rows }) => rows.includes(row));
  const common = (against[0]?.rows ?? []).filter(isCommon);
  const own = against.flatMap(
    ({ vmm, rows }) => rows.filter((row) => !isCommon(row)).map((row) => ({ row, vmm: against.length > 1 ? vmm : void 0 }))
  );
  return common.length > 0 ? common.map((row) => ({ row, vmm: void 0 })) : own;
}
function hits(subject, { row, vmm }, severity, prefix) {
  const message = `${prefix}${vmm === void 0 ? "" : `with ${vmm}, `}${row.reason}`;
  const hint = row.advice ?? "";
  return placesOf(row.about, subject).map((at) => ({ row, severity, at, message, hint }));
}
function placesOf(about, { scenario }) {
  const { guest, firmware, rules } = scenario;
  switch (about) {
    case "platform":
    case "vmm":
    case "firmware":
    case "vmm-args":
      return [[about]];
    case "pins": {
      const saysPins = firmware !== void 0 && "request" in firmware && firmware.request.pins !== void 0;
      return [[saysPins ? "pins" : "firmware"]];
    }
    case "guest":
      return [["guest"]];
    case "kernel":
    case "cpus":
    case "memory":
    case "network":
    case "quote-socket":
    case "cpu":
    case "topology":
    case "memory-backend":
    case "vfio":
    case "smbios":
    case "td":
      return [["guest", about]];
    case "initrd":
      return [["guest", guest.initrd === "probe" ? "kernel" : "initrd"]];
    case "disk":
      return [["guest", "disks"]];
    case "bus":
      return guest.disks.flatMap(
        ({ bus }, index) => bus === "virtio" ? [] : [["guest", "disks", index, "bus"]]
      );
    case "typing":
      return rules.steps.flatMap((step) => step.kind === "send" ? [step.where] : []).slice(0, 1);
  }
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
    reason: "no section of td-shim's image says where its payload is",
    holds: (subject) => firmwareKind(subject) === "td-shim-executable"
  },
  {
    registers: ["rtmr0"],
    reason: "the firmware makes boot options from the disks that it finds",
    holds: (subject) => isTdvf(subject) && subject.scenario.guest.kernel === void 0
  },
  {
    registers: ["rtmr1", "rtmr2"],
    reason: "what boots is on the disk: the boot loader and what it measures itself",
    holds: (subject) => isTdvf(subject) && subject.scenario.guest.kernel === void 0
  },
  {
    registers: ["rtmr0"],
    reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
    holds: (subject) => isTdvf(subject) && possibleVmms(subject).every((name) => name === "cloud-hypervisor")
  }
];
var MEASUREMENT_RULES = [
  {
    id: "unpredictable-measurement",
    severity: "error",
    explanation: "A register is predicted only when everything that is measured into it is known: RTMR0 in a direct kernel boot with TDVF and QEMU, RTMR1 and RTMR2 in a direct kernel boot.",
    reference: "docs/measure.md",
    find: (subject) => (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }) => {
      const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
      if (holds !== "expected" || limit === void 0) return [];
      const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
      return [
        {
          at: where,
          message,
          hint: 'Write "replay" or the 96 hex digits of the register, or leave the register out.'
        }
      ];
    })
  }
];
function isTdShim(subject) {
  return firmwareKind(subject)?.startsWith("td-shim") === true;
}

// src/lint/memory-rules.ts
var MIB2 = 1024 ** 2;
var GIB = 1024 ** 3;
var LARGE = 61 * GIB;
var SPLIT_FROM = 2816 * MIB2;
var MEMORY_RULES = [
  {
    id: "odd-size-of-large-td",
    severity: "warning",
    explanation: "The bitmap of unaccepted memory of a TD of 61 GiB or more can end within a page, and Linux 6.19 and earlier panic there.",
    reference: "canonical/tdx issue #421; kata-containers PR #12537",
    find: ({ scenario: { platform, guest } }) => {
      if (!isTrustDomain(platform) || guest.memory < LARGE || guest.memory % GIB === 0) return [];
      return [
        {
          at: ["guest", "memory"],
          message: `${guest.memory / MIB2}M is no whole number of GiB, and Linux may panic early in a Trust Domain of this size`,
          hint: `Set guest.memory to ${Math.ceil(guest.memory / GIB)}G.`
        }
      ];
    }
  },
  {
    id: "odd-size-of-small-td",
    severity: "warning",
    explanation: "TDVF before edk2-stable202511 leaves the last MiB of an odd size below 2816M unaccepted, and stops there.",
    reference: "edk2 PR #11525",
    find: (subject) => {
      const { platform, guest } = subject.scenario;
      const odd = guest.memory < SPLIT_FROM && guest.memory / MIB2 % 2 === 1;
      if (!isTrustDomain(platform) || !odd || !isTdvf(subject)) return [];
      return [
        {
          at: ["guest", "memory"],
          message: `${guest.memory / MIB2}M is an odd number of MiB, with which TDVF before edk2-stable202511 does not boot`,
          hint: `Set guest.memory to ${guest.memory / MIB2 + 1}M.`
        }
      ];
    }
  }
];

// src/lint/lint.ts
function describeLint({ where, severity, message, hint, rule }) {
  return `${formatWhere(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}
var RULES = [
  ...FIRMWARE_RULES,
  ...GUEST_RULES,
  ...MEMORY_RULES,
  ...MEASUREMENT_RULES
];
function lint(subject, where) {
  const limits = RULES.flatMap(
    ({ id, severity, reference, find }) => find(subject).map((hit) => ({ ...hit, rule: id, severity, reference }))
  );
  const rows = tableHits(subject).map(({ row, ...hit }) => ({
    ...hit,
    rule: row.id,
    reference: row.reference
  }));
  return [...limits, ...rows].map(({ at, ...message }) => ({ ...message, where: "line" in at ? at : where(at) })).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}

// src/prepare/lint.ts
import { statSync } from "node:fs";

// src/guest/boot-disk.ts
import { closeSync, openSync, readSync } from "node:fs";

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
  const fd = openSync(path, "r");
  try {
    return inspect((offset, length) => readAt(fd, offset, length));
  } finally {
    closeSync(fd);
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
  const programs = volume.list("EFI/BOOT").filter(({ name }) => /^bootx64\.efi$/i.test(name));
  if (programs.length === 0) return { lacks: "EFI/BOOT/BOOTX64.EFI", cmdlines: [] };
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

// src/prepare/demand.ts
import { basename } from "node:path";
var RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
var EVERYWHERE = ["serial", "uuid"];
var PACKAGED = "/usr/share/";
function demandOf(scenario) {
  const { guest } = scenario;
  const firmware = scenario.firmware === void 0 ? "none" : firmwareInfo(scenario.firmware);
  return {
    platform: scenario.platform,
    firmware,
    payload: payloadOf(guest, firmware),
    cpus: guest.cpus,
    guestKernel: guest.kernel === void 0 ? void 0 : releaseOf2(guest.kernel),
    needs: needsOf(scenario)
  };
}
function needsOf({ firmware, guest, rules, vmmArgs }) {
  const { disks, network, smbios, td } = guest;
  const needs = {
    firmware: firmware !== void 0,
    flash: firmware !== void 0 && "code" in firmware,
    initrd: guest.initrd !== void 0,
    nvme: disks.some(({ bus }) => bus === "nvme"),
    sata: disks.some(({ bus }) => bus === "sata"),
    scsi: disks.some(({ bus }) => bus === "scsi"),
    "backing-file": disks.some(namesFiles),
    "raw-like-qcow2": disks.some((disk) => diskFormat(disk) === "raw" && contentOf(disk) === "qcow2"),
    "user-network": network !== "none" && network.type === "user",
    "quote-socket": guest.quoteSocket !== void 0,
    "odd-memory": memoryProblem(guest.memory) !== void 0,
    "vmm-args": vmmArgs !== void 0,
    cpu: guest.cpu !== void 0,
    topology: guest.topology !== void 0,
    "memory-file": guest.memoryBackend?.kind === "file",
    vfio: guest.vfio !== void 0,
    "smbios-fields": SMBIOS_FIELDS.some(
      (field) => smbios?.system[field] !== void 0 && !EVERYWHERE.includes(field)
    ),
    "td-debug": td?.debug === true,
    "td-attributes": td !== void 0 && (td.debug || !td.septVeDisable),
    "td-identity": [td?.mrconfigid, td?.mrowner, td?.mrownerconfig].some((value) => value !== void 0),
    typing: rules.steps.some(({ kind }) => kind === "send")
  };
  return Object.entries(needs).flatMap(([need, has]) => has ? [need] : []);
}
function firmwareInfo(firmware) {
  if ("request" in firmware) {
    return { kind: firmware.request.name, release: releaseOfRequest(firmware.request) };
  }
  return "image" in firmware ? { kind: packagedKind(firmware.image) } : {};
}
function releaseOfRequest({ name, pins = "documented", ref, repository }) {
  const pin = RECIPES[name].pins[pins];
  if (ref !== void 0) return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
  return repository?.startsWith("/") === true ? void 0 : pin.version;
}
function packagedKind(image) {
  const name = basename(image);
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
  const messages = lintScenario(loaded);
  const problems = messages.filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` }))
    );
  }
  return messages;
}
function lintScenario(loaded) {
  if (loaded.scenario.guest === void 0) return [];
  const { scenario, where } = toBoot(loaded);
  const { kernel, disks } = scenario.guest;
  return lint(
    {
      scenario,
      demand: demandOf(scenario),
      kernel: kernel === void 0 ? void 0 : kernelFile(kernel),
      disks: disks.map((disk) => diskFormat(disk) === "raw" ? inspectBootDisk(disk.path) : void 0)
    },
    where
  );
}
function kernelFile(file) {
  const { size } = statSync(file);
  try {
    return { release: kernelInfoOf(file).release, size, bzImage: true };
  } catch (error) {
    if (error instanceof NotBzImageError) return { release: "", size, bzImage: false };
    throw error;
  }
}

// src/prepare/ports.ts
function storeBuilds(options) {
  return {
    provide: (request) => provideBuild(request, options),
    locate: (request) => locateBuild(request, options)
  };
}

// src/guest/probe.ts
import { mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { basename as basename2, join, resolve } from "node:path";

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
var MIB3 = 1024 * 1024;
var MIN_DISK_MIB = 8;
var DISK_HEADROOM_MIB = 4;
var EXT4_FEATURES = "none,extent,filetype,ext_attr,dir_index,sparse_super,large_file";
var DISK_MS = 6e4;
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
  const { release } = kernelInfoOf(kernel);
  const directory = await findModules(kernel, release, override);
  if (directory === void 0) return [];
  const files = [];
  for (const path of await moduleOrder(directory, PROBE_MODULES)) {
    const name = basename2(path).replace(/\.ko\.\w+$/, ".ko");
    files.push({ type: "file", path: `/modules/${name}`, data: await readModule(path) });
  }
  if (files.length === 0) return [];
  const list2 = files.map((file) => `${file.path}
`).join("");
  return [...files, { type: "file", path: "/modules.list", data: Buffer.from(list2) }];
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
    ...["atime", "mtime", "ctime", "crtime"].flatMap((time2) => [time2, `${time2}_extra`])
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
  return Math.max(MIN_DISK_MIB, Math.ceil(content / MIB3) + DISK_HEADROOM_MIB);
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

// src/vmm/copies.ts
var COPY_MS = 60 * 6e4;
async function copyFiles(copies, signal) {
  for (const [from, to] of copies) {
    const { code, stderr } = await ask(copyCommand(from, to), {
      kind: "tool",
      own: { LC_ALL: "C" },
      signal,
      deadlineMs: COPY_MS
    });
    if (code === 0) continue;
    const full = stderr.includes("No space left on device");
    const said = stderr.trim() || describeEnd(code);
    throw new HostError(full ? "disk-full" : "not-copied", `${from} could not be copied: ${said}`, {
      hint: "The guest writes to a copy in RUNNER_TEMP or TMPDIR: name a directory with space, best on the same file system."
    });
  }
}
function copyCommand(from, to) {
  return ["cp", "--reflink=auto", "--sparse=auto", "--no-preserve=mode", "--", from, to];
}

// src/prepare/plan.ts
import { writeFileSync } from "node:fs";
import { join as join2 } from "node:path";
async function planRun(scenario, firmware, program, { workDir, cancel }) {
  const { guest } = scenario;
  const probe = join2(workDir, "probe.cpio");
  if (guest.initrd === "probe") writeFileSync(probe, await makeProbe(guest));
  const spec = launchSpec(scenario, firmware, probe);
  const plan = backendFor(program.name).plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, cancel);
  cancel.throwIfAborted();
  return plan;
}
function launchSpec({ platform, guest, tdMonitor, vmmArgs }, firmware, probe) {
  const { initrd, modules, disks, ...machine } = guest;
  return {
    platform,
    tdMonitor,
    ...machine,
    disks: disks.map(({ backing, ...disk }) => ({ ...disk, format: diskFormat(disk) })),
    ...given({ firmware, initrd: initrd === "probe" ? probe : initrd, vmmArgs })
  };
}
async function makeProbe({ kernel, modules }) {
  if (kernel === void 0) throw new UsageError("no-kernel", "the probe guest needs a kernel");
  return probeInitrd({ kernel, ...modules === void 0 ? {} : { modules } });
}

// src/compat/describe.ts
var ENDS = {
  works: "works",
  "not-offered": "is offered",
  refused: "is refused",
  "hangs-silently": "hangs silently",
  crashes: "crashes",
  "does-not-build": "can be built",
  unknown: "boots"
};
var VERDICT = {
  works: "this is known to work",
  "not-offered": "the VMM does not offer this",
  refused: "this is known to be refused",
  "hangs-silently": "this is known to hang silently",
  crashes: "this is known to crash",
  "does-not-build": "this cannot be built",
  unknown: "nobody has said whether this Trust Domain boots"
};
function describeCombination({ vmm, firmware, payload, platform, host, cpus }) {
  const image = firmware === "none" ? "no firmware" : [firmware.kind ?? "unknown firmware", firmware.release ?? ""].join(" ").trim();
  return [
    platform,
    [vmm.name, vmm.version ?? ""].join(" ").trim(),
    image,
    payload,
    ...isTrustDomain(platform) ? [`KVM interface ${host ?? "unknown"}`] : [],
    `${cpus} ${cpus === 1 ? "CPU" : "CPUs"}`
  ].join(", ");
}
function describeChoice({ combination, assessment }) {
  const { rows, open: open2 } = assessment;
  return [
    `${describeCombination(combination)}: ${describeVerdict(combination, assessment)}`,
    ...rows.map((row) => `${ENDED[row.verdict]}: ${describeRow(row)}`),
    ...open2.map(({ row, unknown }) => `possible, as ${list(unknown)} not known: ${describeRow(row)}`)
  ];
}
var ENDED = {
  works: "works",
  "not-offered": "not offered",
  refused: "refused",
  "hangs-silently": "hangs silently",
  crashes: "crashes",
  "does-not-build": "does not build",
  unknown: "may not boot"
};
function describeVerdict({ platform }, { verdict, decisive, open: open2 }) {
  if (verdict !== "unknown") return VERDICT[verdict];
  if (decisive?.verdict === "unknown") return "this may not boot";
  if (decisive !== void 0 && open2.length > 0)
    return "this works, unless one of the possible reasons below holds";
  if (!isTrustDomain(platform)) return "an ordinary VM, and nothing known speaks against it";
  return open2.length > 0 ? "this boots only if none of the reasons below holds" : VERDICT.unknown;
}
function notice({ verdict, decisive, open: open2 }) {
  if (verdict === "works") return void 0;
  const [risk] = open2;
  const row = decisive?.verdict === "unknown" ? decisive : risk?.row;
  if (row === void 0) return "nothing is known of this combination of VMM, firmware, payload and host";
  const doubt = row === risk?.row ? `it is not known whether this ${ENDS[row.verdict]}` : "this may not boot";
  return [`${doubt}: ${row.reason}.`, ...row.advice === void 0 ? [] : [row.advice]].join(" ");
}
function silenceToExpect({ rows, open: open2 }) {
  return [...rows, ...open2.map(({ row }) => row)].find(({ verdict }) => verdict === "hangs-silently")?.reason;
}
function list(things) {
  const last = things.at(-1) ?? "";
  return things.length < 2 ? `${last} is` : `${things.slice(0, -1).join(", ")} and ${last} are`;
}
function describeRow({ reason, certainty, reference }) {
  return `${reason} (${certainty}: ${reference})`;
}

// src/prepare/firmware.ts
async function provideFirmware({ scenario, where }, builds) {
  const { firmware } = scenario;
  if (firmware === void 0 || !("request" in firmware)) return firmware;
  const { image } = (await builds.provide(firmware.request)).entry;
  requireFirmware(image, { scenario, where });
  return { image };
}
async function locateFirmware({ scenario, where }, builds) {
  const { firmware } = scenario;
  if (firmware === void 0) return {};
  if (!("request" in firmware)) return { files: firmware };
  const { image, command } = await builds.locate(firmware.request);
  if (command !== void 0) return { files: { image }, command };
  requireFirmware(image, { scenario, where });
  return { files: { image } };
}

// src/prepare/predictions.ts
import { readFileSync } from "node:fs";

// src/tdx/register-prediction.ts
var MOST_MEASURED = 0x1000000n;
function registerPredictor(known) {
  let rows;
  return (register) => {
    if (register === "mrtd") return predictMrtd(known);
    rows ??= rtmrRows(known);
    return predictRtmr(register, rows);
  };
}
function predictRtmr(register, rows) {
  const values = /* @__PURE__ */ new Map();
  for (const { register: of, value, by, events } of rows) {
    if (of !== register) continue;
    if (!isPredicted(value)) return value;
    const same = values.get(value);
    if (same === void 0) values.set(value, { by: [by], events });
    else same.by.push(by);
  }
  return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
function predictMrtd({ image, metadata, vmm, order }) {
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
    ({ reader, method: rules, programs }) => measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs}`)
  );
  const right = values.map(({ value }) => value);
  return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}

// src/prepare/predictions.ts
var MEASURING = [6, 9];
async function predictMeasurements(scenario, firmware, vmm, release) {
  const asserted = scenario.rules.measurements?.filter(({ holds }) => holds !== "replay") ?? [];
  if (asserted.length === 0) return {};
  const known = await inputsOf(scenario, firmware, vmm, release).catch(reasonOf);
  const predict = "reason" in known ? () => known : predictorOf(known);
  const predicted = {};
  const problems = [];
  for (const { register, holds, where } of asserted) {
    const prediction2 = predict(register);
    if (!("reason" in prediction2)) predicted[register] = prediction2;
    else if (holds === "expected") {
      const message = `measurements.${register} cannot be predicted: ${prediction2.reason}. ${HINT}`;
      problems.push({ where, message });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return predicted;
}
var HINT = 'Give 96 hex digits, write "replay" for an RTMR, or leave the register out.';
function predictorOf(known) {
  const predict = registerPredictor(known);
  return (register) => {
    try {
      return predict(register);
    } catch (error) {
      return reasonOf(error);
    }
  };
}
function reasonOf(error) {
  if (error instanceof UsageError || error instanceof HostError) return { reason: error.message };
  throw error;
}
async function inputsOf({ guest, measuring = {} }, firmware, { name: vmm, version }, release) {
  if (firmware === void 0 || !("image" in firmware)) {
    throw new UsageError("no-firmware", "the scenario has no firmware image");
  }
  const image = read(firmware.image, "the firmware");
  const metadata = parseMetadata(image);
  const { order = launchOrder(vmm, version), events = profileOf(release), acpiTables } = measuring;
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
function profileOf(release) {
  if (release === void 0 || !release.startsWith("edk2-stable")) return void 0;
  const commit = EVENT_PROFILES.find(({ id }) => release.includes(id.replace("edk2-", "-g")));
  return (commit ?? EVENT_PROFILES.findLast(({ id }) => id.startsWith("edk2-stable") && id <= release))?.id;
}
function stubOf(kernel) {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelInfoOf(kernel).release) ?? [];
  if (major === void 0 || minor === void 0) return void 0;
  const [from, at] = MEASURING;
  const measures = Number(major) > from || Number(major) === from && Number(minor) >= at;
  return measures ? "measures" : "silent";
}
function read(file, what) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError("no-file", `cannot read ${what}: ${messageOf(error)}`, { cause: error });
  }
}

// src/prepare/slot.ts
var SLOT_WAIT_MS = 30 * 6e4;
var NO_SLOT = { fds: [], release: () => void 0 };
async function slotFor({ platform, guest }, { host, slots, notice: notice2, cancel }) {
  if (platform !== "tdx") return NO_SLOT;
  const capacity = tdCapacity(host, await host.kernelLog());
  const lock = await takeSlot({
    directory: slots(),
    limit: slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS),
    memory: guest.memory,
    available: () => availableMemory(host),
    waitMs: SLOT_WAIT_MS,
    signal: cancel,
    onWait: (reason) => notice2(`waiting for a slot: ${reason}`)
  });
  return { fds: [lock.fd], release: () => lock.release() };
}

// src/prepare/vmm.ts
async function chooseVmm(scenario, demand, host) {
  const { vmms, problems } = await lookFor(scenario, host);
  const [choice] = possibleChoices(scenario.vmm, demand, abiFor(scenario, host), vmms);
  const { vmm } = choice.combination;
  if (isProgram(vmm)) return { choice, program: vmm };
  const problem = problems.get(vmm.name);
  if (vmms.includes(vmm)) return { choice, because: problem?.message ?? whyNot(choice, vmms) };
  throw problem ?? new HostError("vmm-missing", `there is no ${vmm.name} for this scenario`);
}
async function foreseeVmm(scenario, demand, host) {
  try {
    const chosen = await chooseVmm(scenario, demand, host);
    return { chosen, lines: describeChoice(chosen.choice) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const vmms = [{ name: "qemu" }, pinnedVmm(scenario)];
    const [choice] = possibleChoices(scenario.vmm, demand, playedHost(scenario), vmms);
    return { chosen: { choice }, lines: [`on this host: ${error.message}`, ...describeChoice(choice)] };
  }
}
async function provideProgram({ choice, program, because }, scenario, { builds, notice: notice2 }) {
  if (program !== void 0) return program;
  if (because !== void 0) notice2(`A Cloud Hypervisor built with TDX is used, because ${because}`);
  const { vmm, host, ...demand } = choice.combination;
  const { entry } = await builds.provide(requestFor(scenario));
  const built = await backendFor(vmm.name).identify(entry.image, scenario.platform);
  const found = assessChoice(demand, host, built);
  if (isAgainst(found.assessment.verdict)) throw refusal([found]);
  return built;
}
function requestFor({ vmmRef: ref }) {
  return { name: "cloud-hypervisor", build: "release", ...ref === void 0 ? {} : { ref }, defines: [] };
}
async function lookFor(scenario, host) {
  const { vmm, platform, vmmRef, vmmPath } = scenario;
  if (vmmPath !== void 0 && vmm !== "auto") {
    return { vmms: [await backendFor(vmm).identify(vmmPath, platform)], problems: /* @__PURE__ */ new Map() };
  }
  const names = candidates(vmm, platform);
  const problems = /* @__PURE__ */ new Map();
  const found = [];
  for (const name of names) {
    try {
      const program = await host.program(name, platform);
      if (name === "qemu" || vmmRef === void 0 || vmmRef === `v${program.version}`) found.push(program);
      else {
        const message = `${program.path} is v${program.version}, not ${vmmRef}`;
        problems.set(name, new HostError("vmm-other-version", message));
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      problems.set(name, error);
    }
  }
  const built = names.includes("cloud-hypervisor") ? [pinnedVmm(scenario)] : [];
  return { vmms: [...found, ...built], problems };
}
function pinnedVmm({ vmmRef = PINS.cloudHypervisor.version }) {
  const version = /^v?\d+\.\d+/.test(vmmRef) ? vmmRef : void 0;
  return { name: "cloud-hypervisor", tdx: true, ...version === void 0 ? {} : { version } };
}
function abiFor(scenario, host) {
  return scenario.platform === "tdx" ? usableAbi(kvmInfo(host)) : playedHost(scenario);
}
function whyNot({ combination }, vmms) {
  const { vmm, host, ...demand } = combination;
  const own = vmms.find((other) => other.name === vmm.name && isProgram(other));
  if (own === void 0) return void 0;
  return assessChoice(demand, host, own).assessment.decisive?.reason;
}
function isProgram(vmm) {
  return "path" in vmm;
}

// src/prepare/prepare.ts
async function prepare(loaded, ports) {
  const { rules } = loaded.scenario;
  try {
    return await prepareRun(loaded, ports);
  } catch (error) {
    if (ports.cancel.aborted) {
      return { rules, refused: new HostError("cancelled", String(ports.cancel.reason), { cause: error }) };
    }
    if (error instanceof HostError) return { rules, refused: error };
    throw error;
  }
}
async function prepareRun(loaded, ports) {
  const { scenario } = loaded;
  const { rules, outputLimit, guest, platform } = scenario;
  if (platform === "tdx") await requireTdxHost(ports.host, guest.memory, await heldMemory());
  const demand = demandOf(scenario);
  const chosen = await chooseVmm(scenario, demand, ports.host);
  const { assessment } = chosen.choice;
  const doubt = noticeOf(scenario, assessment);
  if (doubt !== void 0) ports.notice(doubt);
  const program = await provideProgram(chosen, scenario, ports);
  const firmware = await provideFirmware(loaded, ports.builds);
  const release = demand.firmware === "none" ? void 0 : demand.firmware.release;
  const predictions = await predictMeasurements(scenario, firmware, program, release);
  const slot = await slotFor(scenario, ports);
  try {
    const plan = await planRun(scenario, firmware, program, ports);
    const silenceExpected = platform === "tdx" ? silenceToExpect(assessment) : void 0;
    const backend = backendFor(program.name);
    return { rules, outputLimit, backend, plan, predictions, silenceExpected, slot, workDir: ports.workDir };
  } catch (error) {
    slot.release();
    throw error;
  }
}
function noticeOf({ platform }, assessment) {
  return platform === "tdx" ? notice(assessment) : void 0;
}

// src/judge/deadlines.ts
var PAUSE_MS = 50;
var QUIET_MS = 250;
var REPORT_MS = 2e3;
var EXIT_GRACE_MS = 2e3;
var HELD_MS = 1e3;
var Deadlines = class {
  /** When the guest printed last. */
  lastOutput = 0;
  /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
  evidenceDue;
  #awaited;
  constructor(awaited) {
    this.#awaited = awaited;
  }
  /** The failure is known, or the guest is gone: only the rest of the report is waited for. */
  get ending() {
    const { findings, machine } = this.#awaited;
    return findings.failure !== void 0 || machine.end !== void 0;
  }
  next() {
    if (this.ending) return this.#endOfReport();
    const { rules, progress } = this.#awaited;
    let next = Math.min(rules.timeoutMs, this.evidenceDue ?? rules.timeoutMs);
    if (rules.silenceMs !== void 0 && !progress.done) {
      next = Math.min(next, this.lastOutput + rules.silenceMs);
    }
    for (const due of progress.open()) next = Math.min(next, due.due ?? next);
    return Math.min(next, this.nextPause()?.time ?? next);
  }
  /** The stream whose unfinished line is the next to be judged as a whole. */
  nextPause() {
    let next;
    for (const watch of this.#awaited.watches.values()) {
      if (watch.tailSettled || watch.lastOutput === void 0) continue;
      const time2 = watch.lastOutput + PAUSE_MS;
      if (next === void 0 || time2 < next.time) next = { watch, time: time2 };
    }
    return next;
  }
  /** The time of {@link next} has passed without what was waited for. */
  miss() {
    const { rules, progress, findings, machine } = this.#awaited;
    const still = progress.stillExpected;
    if (machine.heldMs > HELD_MS) {
      const held = `the guest had to wait ${formatDuration(machine.heldMs)} for tdx-boot`;
      findings.decide("held", `a deadline has passed, but ${held}${still}`, "errored");
      return;
    }
    if (this.evidenceDue !== void 0) return;
    const late = progress.open().find(({ due }) => due !== void 0 && due <= findings.now);
    if (late !== void 0) {
      const waited = formatDuration(findings.now - late.since);
      this.missStep(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
    } else if (findings.now >= rules.timeoutMs) {
      const limit = formatDuration(rules.timeoutMs);
      findings.decide("timeout", `the boot was not over after ${limit}${still}`, "failed");
    } else {
      const silent = formatDuration(findings.now - this.lastOutput);
      findings.decide("silence", `no output for ${silent}${still}`, "failed");
    }
  }
  missStep({ number: number2, expect }, title) {
    const { findings } = this.#awaited;
    findings.report({
      kind: "missing",
      title: `step ${number2}: ${title}`,
      hint: STUCK_HINTS[findings.phase],
      outcome: "failed",
      where: expect.where
    });
  }
  #endOfReport() {
    const { findings, machine, lines } = this.#awaited;
    const { failure, now } = findings;
    if (failure === void 0) return (machine.end?.time ?? now) + EXIT_GRACE_MS;
    const quiet = Math.max(this.lastOutput, failure.since) + QUIET_MS;
    const ended = lines.reportEnded === void 0 ? quiet : lines.reportEnded + PAUSE_MS;
    return Math.min(quiet, ended, failure.since + REPORT_MS);
  }
};

// src/judge/diagnosis/run.ts
function diagnosisInput(cause, run2) {
  const { list: list2, seen, phase } = run2.findings;
  const { kind, title, hint, stream: stream2, line, text, evidence } = cause;
  const { awaited, vm, driven, busy, firmwareBuild, silenceExpected } = run2;
  const quoted2 = stream2 !== void 0 && line !== void 0 && text !== void 0;
  return {
    ended: kind,
    reason: title,
    hint,
    ...quoted2 ? { line: { stream: stream2, line, text } } : {},
    ...evidence === void 0 ? {} : { evidence },
    sightings: list2.flatMap(
      (finding) => finding.kind === "signature" && finding.outcome !== void 0 && finding.text !== void 0 ? [{ ...finding, text: finding.text }] : []
    ),
    phase,
    seen: [...seen],
    lastWords: run2.watches.flatMap(lastWords),
    driven,
    ...awaited === void 0 ? {} : { awaited },
    ...vm === void 0 ? {} : { vm },
    ...busy === void 0 ? {} : { busy },
    ...firmwareBuild === void 0 ? {} : { firmwareBuild },
    ...silenceExpected === void 0 ? {} : { silenceExpected }
  };
}
function lastWords(watch) {
  const { stream: stream2, lastOutput: time2 } = watch;
  const [text] = watch.recentLines(1);
  return text === void 0 || time2 === void 0 ? [] : [{ stream: stream2, time: time2, text }];
}

// src/judge/findings.ts
var LISTED_OF_A_KIND = 20;
var Findings = class {
  /** The time of the event or deadline being judged, in milliseconds. */
  now = 0;
  /** The furthest phase that was reached. */
  phase = "host";
  failure;
  /** A line that only a Trust Domain prints was seen. */
  tdSeen = false;
  /** Ids of the milestones that were passed, each once, the latest last. */
  seen = /* @__PURE__ */ new Set();
  list = [];
  timeline = [];
  #allow;
  #tallies = /* @__PURE__ */ new Map();
  #out = [];
  constructor(allow) {
    this.#allow = allow;
  }
  /** Gives the events since the last call. */
  take() {
    const out = this.#out;
    this.#out = [];
    return out;
  }
  emit(event) {
    this.#out.push(event);
  }
  /** A milestone was passed. */
  reach(phase, title, id) {
    if (id !== void 0) this.seen.add(id);
    this.timeline.push({ time: this.now, phase, title });
    this.atLeast(phase);
    this.emit({ type: "phase", time: this.now, phase, title });
  }
  /** The boot has come this far, though no milestone said so. */
  atLeast(phase) {
    if (PHASES.indexOf(phase) > PHASES.indexOf(this.phase)) this.phase = phase;
  }
  /** What was found more often than it is listed, in the order in which each was first found. */
  get omitted() {
    return [...this.#tallies.values()].filter(({ omitted }) => omitted > 0).map(({ first: { kind, id, title }, omitted: count }) => ({ kind, id, title, count }));
  }
  /**
   * Notes a finding; the first that has an outcome and is not allowed decides the run. That one is always listed.
   * @param collect starts to collect the lines that follow, `end` is the text of the last of them
   */
  report(facts, collect, end) {
    const { text } = facts;
    const allow = text === void 0 ? void 0 : this.#allow.find(({ pattern }) => pattern.exec(text, 0));
    const finding = {
      id: facts.kind,
      severity: "fatal",
      phase: this.phase,
      time: this.now,
      ...facts,
      ...text === void 0 ? {} : { text: quoted(text) },
      ...allow === void 0 ? {} : { outcome: void 0, allowed: allow.reason }
    };
    const decides = finding.outcome !== void 0 && this.failure === void 0;
    if (!this.#lists(finding, decides)) return;
    this.list.push(finding);
    this.emit({ type: "finding", time: this.now, finding });
    if (decides) this.failure = { finding, since: this.now, report: collect?.(), end };
  }
  #lists(finding, decides) {
    const key = finding.kind === "signature" ? finding.id : finding.title;
    const tally = this.#tallies.get(key) ?? { first: finding, listed: 0, omitted: 0 };
    this.#tallies.set(key, tally);
    if (decides || tally.listed < LISTED_OF_A_KIND) {
      tally.listed++;
      return true;
    }
    if (tally.omitted === 0) {
      const message = `found ${tally.listed} times, further ones are counted and not listed: ${finding.title}`;
      this.emit({ type: "notice", time: this.now, message });
    }
    tally.omitted++;
    return false;
  }
  /** Reports a finding without a line. It decides the run unless an earlier finding has. */
  decide(kind, title, outcome, hint = HINTS[kind] ?? STUCK_HINTS[this.phase]) {
    if (this.failure !== void 0) return;
    this.report({ kind, title, hint, outcome });
  }
};
var RESET_HINT = "A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.";
var HINTS = {
  reset: RESET_HINT,
  crashed: "The td-module stream says what the guest did, with the address of the instruction.",
  panicked: "The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.",
  exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
  vmm: "See the vmm stream for what the VMM said.",
  "output-limit": "Raise output-limit if so much output is normal for this guest.",
  "not-a-td": 'Every step was met, but no line shows a Trust Domain, such as "tdx: Guest detected". If the kernel log is hidden, take "quiet" off the command line, or let the guest run "dmesg | grep -i tdx" or "ls -l /dev/tdx_guest". A scenario that stops before the kernel says "td-evidence: optional".',
  held: "The guest may be sound: write the results to a faster disk, and let nothing hold up what tdx-boot prints.",
  recording: "Boot again: what is not recorded was not judged to its end.",
  cancelled: "The machine was stopped and nothing was left behind."
};

// src/judge/echo.ts
var EchoFilter = class {
  #awaited = [];
  /** How much of the first awaited echo the line before ended with. */
  #begun = 0;
  /** Notes what was sent, which replaces any echo that never came. */
  sent(text) {
    this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== "");
    this.#begun = 0;
  }
  /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
  get awaits() {
    return this.#awaited.length > 0;
  }
  /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
  windows(text, from) {
    const windows = [];
    const [folded] = this.#awaited;
    const rest = folded?.slice(this.#begun) ?? "";
    let start = from;
    let echoes = this.#awaited;
    if (this.#begun > 0 && rest !== text && rest.startsWith(text)) return [{ from, to: from }];
    if (this.#begun > 0 && text.startsWith(rest)) {
      windows.push({ from, to: from });
      start = Math.max(from, rest.length);
      echoes = echoes.slice(1);
    }
    for (const echo of echoes) {
      const at = text.indexOf(echo, start);
      if (at < 0) {
        windows.push({ from: start, to: text.length - overlap(text, start, echo) });
        return windows;
      }
      windows.push({ from: start, to: at });
      start = at + echo.length;
    }
    windows.push({ from: start, to: text.length });
    return windows;
  }
  /** The reader has gone on to the window with this index: the echoes before it are done with. */
  pass(index) {
    this.#awaited.splice(0, index);
    if (index > 0) this.#begun = 0;
  }
  /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
  endLine(text, from) {
    const windows = this.windows(text, from);
    const start = windows.at(-1)?.from ?? from;
    const goesOn = windows.length === 1 && this.#begun > 0;
    this.pass(windows.length - 1);
    const [echo] = this.#awaited;
    if (echo === void 0) return;
    if (goesOn && echo.startsWith(text, this.#begun)) this.#begun += text.length;
    else this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ""), start, echo);
  }
};
function overlap(text, from, echo) {
  for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
    if (text.endsWith(echo.slice(0, length))) return length;
  }
  return 0;
}

// src/judge/lines.ts
var LineJudge = class {
  #bench;
  #echoes = /* @__PURE__ */ new Map();
  /** When the last line of the failure's report was printed, in milliseconds. */
  reportEnded;
  constructor(bench) {
    this.#bench = bench;
  }
  /** A line whose text is final. */
  finish(watch, line) {
    if (this.#bench.over()) return;
    this.#takeFacts(watch, line);
    this.settled(watch, line);
    const echo = this.#echo(watch.stream);
    if (echo.awaits) {
      echo.endLine(line.text, watch.from);
      watch.awaitEcho(echo.awaits);
    }
    this.#bench.endIfDone(watch);
  }
  /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
  settled(watch, line) {
    if (this.#bench.over()) return;
    this.#judgeUsersPatterns(watch, line, true);
    if (this.#bench.over()) return;
    this.#findMilestones(watch, line.hits, line.text, true);
    this.#findSignature(watch, line);
    const { failure, now } = this.#bench.findings;
    if (failure?.end === void 0 || failure.finding.stream !== watch.stream) return;
    if (line.text.includes(failure.end)) this.reportEnded ??= now;
  }
  /** A line that is still being printed: only what cannot change any more. */
  unfinished(watch, line) {
    this.#judgeUsersPatterns(watch, line, false);
  }
  /** Carries out what the scenario does by itself: it sends. */
  act() {
    const { progress, findings } = this.#bench;
    for (let send = progress.sendNow; send !== void 0; send = progress.sendNow) {
      const time2 = findings.now;
      const echo = this.#echo(send.stream);
      echo.sent(send.text);
      this.#bench.watch(send.stream).awaitEcho(echo.awaits);
      findings.emit({ type: "send", time: time2, stream: send.stream, text: send.text });
      const step = progress.sent(time2);
      if (step !== void 0) findings.emit({ type: "step", time: time2, step });
    }
  }
  // ---- the scenario's patterns ----------------------------------------------------------------------------------
  /**
   * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
   * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
   */
  #judgeUsersPatterns(watch, line, settled) {
    const { expects: expects2, forbids } = this.#bench.book;
    const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
    const expected = expects2.of(line.hits);
    if (expected.length > 0) {
      this.#meetSteps(expected, forbidden, watch, line, false);
      if (settled) this.#meetSteps(expected, forbidden, watch, line, true);
    }
    if (!settled || this.#bench.over()) return;
    for (const { forbid, index } of forbidden) this.#reportForbidden(forbid, index, watch, line.text);
  }
  #meetSteps(expected, forbidden, watch, line, whole) {
    while (!this.#bench.over()) {
      const met = this.#firstMet(expected, watch, line, whole);
      if (met === void 0) return;
      const { end } = met.match;
      const spoilt = forbidden.some((found) => whole || found.forbid.pattern.instant && found.end <= end);
      const seen = whole ? line.text : line.text.slice(0, end);
      this.#meet(met, watch, quoted(seen));
      if (this.#bench.progress.done) this.#findMilestones(watch, line.hits, seen, false);
      if (!spoilt) this.#bench.endIfDone(watch);
    }
  }
  #findForbidden(candidates2, watch, line, settled) {
    if (candidates2.length === 0) return NONE;
    return candidates2.flatMap((index) => {
      const forbid = this.#bench.book.forbids.items[index];
      if (forbid === void 0 || !listens(forbid.stream, watch.stream)) return [];
      const match = settled || forbid.pattern.instant ? forbid.pattern.exec(line.text, 0) : void 0;
      return match === void 0 ? [] : [{ forbid, index, end: match.end }];
    });
  }
  #reportForbidden(forbid, index, watch, text) {
    if (!watch.firstReport(`forbid ${index}`)) return;
    const facts = {
      kind: "forbidden",
      title: `forbidden: ${forbid.pattern.shown}`,
      hint: "The scenario forbids this text.",
      outcome: "failed",
      where: forbid.where,
      ...quote(watch, text)
    };
    this.#bench.findings.report(facts, () => watch.startReport(text));
  }
  /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
  #firstMet(candidates2, watch, line, whole) {
    const { book, progress } = this.#bench;
    const possible = [];
    for (const index of candidates2) {
      const expect = book.expects.items[index];
      const due = expect === void 0 ? void 0 : progress.openFor(expect);
      if (due === void 0 || due.expect.pattern.instant === whole) continue;
      if (listens(due.expect.stream, watch.stream)) possible.push(due);
    }
    if (possible.length === 0) return void 0;
    const { text } = line;
    const windows = this.#echo(watch.stream).windows(text, watch.from);
    for (const [index, window] of windows.entries()) {
      if (whole && index < windows.length - 1) continue;
      const visible = text.slice(0, window.to);
      let first;
      for (const due of possible) {
        const match = due.expect.pattern.exec(visible, window.from);
        if (match === void 0 || first !== void 0 && first.match.end <= match.end) continue;
        first = { due, match, window: index };
      }
      if (first !== void 0) return first;
    }
    return void 0;
  }
  #meet({ due, match, window }, watch, line) {
    const { progress, findings } = this.#bench;
    const group = progress.open().length > 1;
    const step = progress.meet(due, match, { time: findings.now, stream: watch.stream, line });
    findings.emit({ type: "step", time: findings.now, step });
    if (group) return;
    this.#echo(watch.stream).pass(window);
    watch.readTo(Math.max(watch.from, match.end));
    for (const other of this.#bench.watches()) if (other !== watch) other.readAll();
    this.act();
  }
  #echo(stream2) {
    const known = this.#echoes.get(stream2);
    if (known !== void 0) return known;
    const echo = new EchoFilter();
    this.#echoes.set(stream2, echo);
    return echo;
  }
  // ---- the catalog ----------------------------------------------------------------------------------------------
  /** @param settled whether the text is final; of other text only new milestones count, and a reset waits */
  #findMilestones(watch, hits2, text, settled) {
    const { book, findings } = this.#bench;
    for (const index of book.milestones.of(hits2)) {
      const known = book.milestones.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === void 0) continue;
      const { id, phase, title, once, evidence } = known.entry;
      const first = watch.milestones.get(id);
      if (first !== void 0 && !settled) continue;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#seeTd();
      const prefix = text.slice(0, match.start).replace(/\d+/g, "0");
      if (first === void 0) {
        watch.milestones.set(id, prefix);
        findings.reach(phase, title, id);
      } else if (once === true && first === prefix) {
        const reset = `the machine was reset: a second ${title}`;
        const facts = { kind: "reset", title: reset, hint: RESET_HINT, outcome: "failed" };
        findings.report({ ...facts, ...quote(watch, text) }, () => watch.startReport(text));
      }
    }
  }
  /** Takes facts from finished lines only, because an unfinished line may hold half a register. */
  #takeFacts(watch, { hits: hits2, text }) {
    if (!isGuestStream(watch.stream)) return;
    const { book, shown } = this.#bench;
    for (const index of book.facts.of(hits2)) {
      const fact = book.facts.items[index];
      const match = fact?.pattern.exec(text, 0);
      if (fact !== void 0 && match !== void 0) shown.take(fact.entry, match, watch.stream);
    }
  }
  #seeTd() {
    const { findings, rules } = this.#bench;
    if (findings.tdSeen) return;
    findings.tdSeen = true;
    if (rules.platform === void 0 || isTrustDomain(rules.platform)) return;
    const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
    findings.emit({ type: "notice", time: findings.now, message });
  }
  /** The first row of the catalog that fits the line speaks for it. */
  #findSignature(watch, line) {
    const { signatures } = this.#bench.book;
    for (const index of signatures.of(line.hits)) {
      const known = signatures.items[index];
      if (known === void 0 || !speaks(known.entry, watch.stream)) continue;
      const { text } = line;
      const match = known.pattern.exec(text, 0);
      if (match === void 0 || known.entry.unless?.test(text) === true) continue;
      if (isGuestStream(watch.stream) && SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, text);
      return;
    }
  }
  #reportSignature({ entry }, match, watch, text) {
    const { rules, findings } = this.#bench;
    const { id, severity, phase, hint } = entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
    const ours = phase === "host" || phase === "vmm";
    findings.atLeast(phase);
    const stands = entry.orLater === true ? findings.phase : phase;
    const facts = {
      kind: "signature",
      id,
      title: quoted(entry.title.replace(/\$<(\w+)>/g, (_, name) => match.groups[name]?.trim() ?? "")),
      hint,
      severity,
      phase: stands,
      outcome: decides ? ours ? "errored" : "failed" : void 0,
      ...quote(watch, text)
    };
    findings.report(facts, () => watch.startReport(text), entry.end);
  }
};
var NONE = [];
function listens(wanted, stream2) {
  return wanted === void 0 ? isGuestStream(stream2) : wanted === stream2;
}
function speaks({ streams }, stream2) {
  return streams === void 0 ? isGuestStream(stream2) : streams.includes(stream2);
}
function quote(watch, text) {
  return { stream: watch.stream, line: watch.line, text };
}

// src/judge/machine-view.ts
var MachineView = class {
  /** How the VMM says that the guest ended. */
  end;
  /** Devices that a driver in the guest has set up. */
  driven = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  busy;
  /** How long the guest had to wait for tdx-boot, in milliseconds. */
  heldMs = 0;
  /** The platform that the machine was started for; undefined for a log that is no recording of a boot. */
  platform;
  silenceExpected;
  predictions;
  #asked;
  /** @param asked the platform that the scenario asks for */
  constructor(asked) {
    this.#asked = asked;
  }
  take(event, findings) {
    switch (event.type) {
      case "launch":
        findings.atLeast("vmm");
        this.platform = event.platform;
        this.#refuseOtherPlatform(findings);
        this.silenceExpected = event.silenceExpected;
        this.predictions = event.predictions;
        break;
      case "cpu":
        this.busy = event.busy;
        break;
      case "held":
        this.heldMs += event.ms;
        break;
      case "vm":
        this.#takeState(event, findings);
    }
  }
  /** @param seen a line showed that the guest is a Trust Domain */
  tdKind(seen) {
    if (!seen) return "none";
    if (this.platform === "tdx") return "real";
    return this.platform === "tdx-emulated" ? "emulated" : "none";
  }
  /** The console of an emulated Trust Domain is that of a real one, so a recording of another platform never passes as tdx. */
  #refuseOtherPlatform(findings) {
    const { platform } = this;
    if (platform === void 0 || platform === "tdx" || this.#asked !== "tdx") return;
    const title = `the scenario asks for platform tdx, and the recording is of platform ${platform}`;
    const hint = `Judge it with "platform: ${platform}", or boot the scenario on a host with TDX.`;
    findings.decide("not-a-td", title, "errored", hint);
  }
  #takeState({ state, detail, time: time2 }, findings) {
    if (state === "driven") {
      if (this.driven.length === 0) findings.reach("firmware", `the guest drives ${detail}`);
      this.driven.push(detail);
      return;
    }
    if (this.end?.state !== "panicked") this.end = { state, detail, time: time2 };
    if (state === "broken") findings.decide("vmm", `the VMM stopped the guest: ${detail}`, "errored");
  }
};

// src/judge/measurements.ts
var HEX = /^[0-9a-f]{96}$/;
function compareMeasurements(assertions, shown, predictions) {
  if (assertions.length === 0) return [];
  const log = shown.eventLog();
  return assertions.map((assertion) => compare(assertion, shown, predictions?.[assertion.register], log));
}
function findingOf({
  register,
  verdict,
  wanted,
  shown,
  explanation,
  where
}) {
  if (verdict === "equal") return void 0;
  const title = {
    different: `${register} is ${shortHex(shown ?? "")} instead of ${wanted.map(shortHex).join(" or ")}`,
    "not-shown": `${register} is asserted, and the guest did not show it`,
    "not-known": `${register} is asserted, and nothing says what it has to be`
  }[verdict];
  return {
    kind: "measurement-mismatch",
    title,
    hint: HINTS2[verdict],
    // Without a value to compare with nothing is said about the guest.
    outcome: verdict === "not-known" ? "errored" : "failed",
    where,
    evidence: explanation === void 0 ? [] : [{ text: explanation }]
  };
}
var HINTS2 = {
  different: 'Compare what was booted with what was meant: the firmware by "tdx-boot measure FIRMWARE", the event log by "tdx-boot measure log".',
  "not-shown": "The probe guest shows it where Linux has /dev/tdx_guest (6.2). Of another guest, capture its line by a group named like the register, such as /mrtd (?<mrtd>[0-9a-f]{96})/.",
  "not-known": 'Judge a recording that "tdx-boot run" made of this scenario, or give the value itself instead of "expected".'
};
function compare({ register, holds, where }, shown, expectation, log) {
  const asserted = holds === "expected" || holds === "replay" ? holds : "value";
  const row = { register, asserted, wanted: wantedOf(holds, register, expectation, log), where };
  const [value, other] = shown.valuesOf(register);
  const seen = value === void 0 ? {} : { shown: value };
  if (row.wanted.length === 0) {
    if (holds !== "replay") return { ...row, ...seen, verdict: "not-known" };
    const explanation2 = typeof log === "string" ? log : `${register} is no replay`;
    return { ...row, ...seen, verdict: "not-shown", explanation: explanation2 };
  }
  if (value === void 0) return { ...row, verdict: "not-shown" };
  if (other !== void 0) {
    const explanation2 = `the guest showed two values: ${value} and ${other}`;
    return { ...row, ...seen, verdict: "different", explanation: explanation2 };
  }
  if (!HEX.test(value)) {
    const explanation2 = `the guest showed "${value}", which is not 96 hex digits`;
    return { ...row, verdict: "not-shown", explanation: explanation2 };
  }
  if (row.wanted.includes(value)) return { ...row, shown: value, verdict: "equal" };
  const explanation = explain(row, value, expectation, log);
  return {
    ...row,
    shown: value,
    verdict: "different",
    ...explanation === void 0 ? {} : { explanation }
  };
}
function wantedOf(holds, register, expectation, log) {
  if (holds === "expected") return expectation?.values.map(({ value }) => value) ?? [];
  if (holds !== "replay") return [holds];
  return typeof log === "string" || register === "mrtd" ? [] : [replayLog(log)[register]];
}
function explain({ register, asserted }, value, expectation, log) {
  if (asserted === "value" && expectation?.values.some((right) => right.value === value)) {
    return "the guest shows what this boot has to give: the value in the scenario is of another one";
  }
  if (register === "mrtd") return explainMrtd(value, expectation);
  return typeof log === "string" ? void 0 : explainRtmr(register, value, expectation, log);
}
function explainMrtd(value, expectation) {
  if (expectation === void 0) return void 0;
  const suspect = expectation.suspects.find((wrong) => wrong.value === value);
  if (suspect !== void 0) return `the guest shows the MRTD ${suspect.text}`;
  return "no section of this image, left out or measured otherwise, gives what the guest shows: it started another image";
}
function explainRtmr(register, value, expectation, { events }) {
  const explanation = explainDifference(events, register, value);
  if (explanation.kind !== "equal") return describeExplanation(explanation, register);
  return firstDifference(expectation?.values.map((wanted) => wanted.events) ?? [], events, register);
}

// src/judge/steps.ts
var StepProgress = class {
  #captures = /* @__PURE__ */ new Map();
  #steps;
  #met = /* @__PURE__ */ new Map();
  #sentAt = /* @__PURE__ */ new Map();
  #current = 0;
  #since = 0;
  /** What is open, until a step is met: asked for with every line. */
  #open;
  constructor(steps) {
    this.#steps = steps;
  }
  /** What named groups have captured; a group may be called `__proto__`. */
  get captures() {
    return Object.fromEntries(this.#captures);
  }
  get done() {
    return this.#current >= this.#steps.length;
  }
  /** The send that is to be carried out now, if any. */
  get sendNow() {
    const step = this.#steps[this.#current];
    return step?.kind === "send" ? step : void 0;
  }
  /** The current send has been carried out. */
  sent(time2) {
    const step = this.sendNow;
    if (step === void 0) return void 0;
    this.#sentAt.set(step, time2);
    const report = this.#reportSend(step, this.#current + 1);
    this.#advance(time2);
    return report;
  }
  /** What has to appear now; empty when a send is due or all is done. */
  open() {
    this.#open ??= this.#findOpen();
    return this.#open;
  }
  /** `, while step 2 waits for "login: "`: to be added to what has happened instead; empty when nothing is expected. */
  get stillExpected() {
    const open2 = this.open()[0];
    return open2 === void 0 ? "" : `, while step ${open2.number} waits for ${open2.expect.pattern.shown}`;
  }
  /** The open step that is this expectation; undefined when it is not its turn, or was met. */
  openFor(expect) {
    return this.open().find((due) => due.expect === expect);
  }
  /** Notes that an open expectation was met, which may make the next step the current one. */
  meet(due, match, seen) {
    const report = {
      number: due.number,
      kind: "expect",
      text: due.expect.pattern.source,
      state: "met",
      where: due.expect.where,
      ...seen
    };
    this.#met.set(due.expect, report);
    for (const name of due.expect.capture) {
      const value = match.groups[name];
      if (value !== void 0) this.#captures.set(name, value);
    }
    this.#open = void 0;
    if (this.open().length === 0) this.#advance(seen.time);
    return report;
  }
  /** Every step in order, with its state. */
  reports(ended) {
    return this.#steps.flatMap((step, index) => {
      const number2 = index + 1;
      if (step.kind === "send") return [this.#reportSend(step, number2)];
      return membersOf(step).map((expect) => {
        const state = ended && index === this.#current ? "missed" : "open";
        const unmet = {
          number: number2,
          kind: "expect",
          text: expect.pattern.source,
          state,
          where: expect.where
        };
        return this.#met.get(expect) ?? unmet;
      });
    });
  }
  #reportSend(step, number2) {
    const time2 = this.#sentAt.get(step);
    const base = { number: number2, kind: "send", text: step.text, where: step.where, stream: step.stream };
    return time2 === void 0 ? { ...base, state: "open" } : { ...base, state: "sent", time: time2 };
  }
  #findOpen() {
    const step = this.#steps[this.#current];
    if (step === void 0 || step.kind === "send") return [];
    const members = membersOf(step).filter((member) => !this.#met.has(member));
    const group = step.kind === "any-order" ? step.withinMs : void 0;
    return members.map((expect) => ({
      expect,
      number: this.#current + 1,
      due: earliest(this.#since, expect.withinMs, group),
      since: this.#since
    }));
  }
  #advance(time2) {
    this.#open = void 0;
    this.#current++;
    this.#since = time2;
  }
};
function membersOf(step) {
  return step.kind === "expect" ? [step] : step.expects;
}
function earliest(since, ...limits) {
  const known = limits.filter((limit) => limit !== void 0);
  return known.length === 0 ? void 0 : since + Math.min(...known);
}

// src/judge/watch.ts
var RECENT_BYTES = 16384;
var REPORT_LINES = 200;
var StreamWatch = class {
  stream;
  /** Time of the last output, in milliseconds; undefined before the first. */
  lastOutput;
  /** True once the unfinished line has been judged as if finished, because the guest paused. */
  tailSettled = false;
  /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
  milestones = /* @__PURE__ */ new Map();
  /** Lines that follow a failure, while they are being collected. */
  report;
  #scanner;
  #everyLine;
  /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
  #recent = new Uint8Array(RECENT_BYTES);
  #recentBytes = 0;
  /** What concerns the current line only: how far steps have read, and what has been reported of it. */
  #markedLine = 0;
  #from = 0;
  #reported = /* @__PURE__ */ new Set();
  constructor(stream2, book, callbacks) {
    this.stream = stream2;
    this.#everyLine = book.everyLine;
    const settled = (line) => {
      if (this.report !== void 0 && this.report.length < REPORT_LINES) this.report.push(quoted(line.text));
      callbacks.onSettled(this, line);
      if (line.cut) callbacks.onCut(this);
    };
    this.#scanner = new LineScanner(book.automaton, {
      everyLine: book.everyLine,
      onLine: (line) => {
        this.#enter(this.#scanner.lineCount);
        settled(line);
      },
      onWipe: (line) => {
        this.#enter(this.#scanner.lineCount + 1);
        settled(line);
        this.#markedLine = 0;
      }
    });
  }
  push(bytes) {
    this.tailSettled = false;
    this.#keep(bytes);
    this.#scanner.push(bytes);
  }
  /** The unfinished line, entered for judging. */
  tail() {
    const tail = this.#scanner.tail();
    if (tail !== void 0) this.#enter(this.#scanner.lineCount + 1);
    return tail;
  }
  end() {
    this.#scanner.end();
  }
  /** Number of the line being judged, from 1. */
  get line() {
    return this.#markedLine;
  }
  /** Offset in the line being judged from which steps may match. */
  get from() {
    return this.#from;
  }
  /** Steps have read the line being judged up to this offset. */
  readTo(offset) {
    this.#from = offset;
  }
  /** Steps have read everything that this stream has printed so far. */
  readAll() {
    const tail = this.tail();
    if (tail !== void 0) this.#from = tail.text.length;
  }
  /** True the first time that a name is reported of the line being judged. */
  firstReport(name) {
    if (this.#reported.has(name)) return false;
    this.#reported.add(name);
    return true;
  }
  /** From now on every line is looked at, so that the rest of a report is collected. */
  startReport(first) {
    this.report ??= [quoted(first)];
    this.#scanner.everyLine = true;
    return this.report;
  }
  /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
  awaitEcho(awaited) {
    this.#scanner.everyLine = awaited || this.#everyLine || this.report !== void 0;
  }
  /** The last lines, unfinished one included. */
  recentLines(count) {
    const lines = [];
    const scanner = lineReader((text) => lines.push(text));
    scanner.push(this.#recent.subarray(RECENT_BYTES - this.#recentBytes));
    scanner.end();
    return lines.filter((line) => line.trim() !== "").slice(-count);
  }
  #enter(line) {
    if (line === this.#markedLine) return;
    this.#markedLine = line;
    this.#from = 0;
    this.#reported.clear();
  }
  #keep(bytes) {
    const kept = bytes.subarray(-RECENT_BYTES);
    this.#recent.copyWithin(0, kept.length);
    this.#recent.set(kept, RECENT_BYTES - kept.length);
    this.#recentBytes = Math.min(RECENT_BYTES, this.#recentBytes + kept.length);
  }
};

// src/judge/judge.ts
var EVIDENCE_MS = 2e3;
var Judge = class {
  #rules;
  #book;
  #progress;
  #findings;
  #shown = new Shown();
  #lines;
  #watches = /* @__PURE__ */ new Map();
  /** Streams with a line that was judged in pieces. */
  #cut = /* @__PURE__ */ new Set();
  #machine;
  #deadlines;
  #lastStream;
  /** Where nothing prints before the kernel, some output was seen. */
  #kernelSpoke = false;
  #verdict;
  constructor(rules) {
    this.#machine = new MachineView(rules.platform);
    this.#rules = rules;
    this.#book = compileRules(rules);
    this.#progress = new StepProgress(rules.steps);
    this.#findings = new Findings(rules.allow);
    this.#lines = new LineJudge({
      rules,
      book: this.#book,
      progress: this.#progress,
      findings: this.#findings,
      shown: this.#shown,
      over: () => this.#verdict !== void 0,
      endIfDone: (reading) => this.#endIfDone(reading),
      watch: (stream2) => this.#watch(stream2),
      watches: () => this.#watches.values()
    });
    this.#deadlines = new Deadlines({
      rules,
      progress: this.#progress,
      findings: this.#findings,
      machine: this.#machine,
      lines: this.#lines,
      watches: this.#watches
    });
  }
  get verdict() {
    return this.#verdict;
  }
  /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
  start() {
    this.#lines.act();
    this.#endIfDone();
    return this.#findings.take();
  }
  /** Takes the next event; its time must not lie before that of an earlier one. */
  push(event) {
    this.#fireUntil(event.time);
    if (this.#verdict === void 0) {
      this.#findings.now = event.time;
      this.#guard(() => this.#receive(event));
    }
    return this.#findings.take();
  }
  /** Time has passed without an event. */
  advance(time2) {
    this.#fireUntil(time2);
    return this.#findings.take();
  }
  /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
  nextDeadline() {
    return this.#verdict === void 0 ? this.#deadlines.next() : void 0;
  }
  // ---- time -----------------------------------------------------------------------------------------------------
  #fireUntil(time2) {
    for (; ; ) {
      const due = this.nextDeadline();
      if (due === void 0 || due > time2) return;
      this.#findings.now = Math.max(this.#findings.now, due);
      this.#guard(() => this.#fire());
    }
  }
  #fire() {
    const pause = this.#deadlines.nextPause();
    if (this.#deadlines.ending) {
      this.#settleTails();
      this.#conclude();
    } else if (pause !== void 0 && pause.time <= this.#findings.now) {
      this.#settleTail(pause.watch);
      this.#endIfDone(pause.watch);
    } else {
      this.#deadlines.miss();
      this.#conclude();
    }
  }
  // ---- machine events -------------------------------------------------------------------------------------------
  #receive(event) {
    switch (event.type) {
      case "output":
        this.#receiveOutput(event.stream, event.bytes);
        break;
      case "abort":
        this.#receiveAbort(event);
        break;
      case "exit":
        this.#endStreams();
        this.#receiveExit(event.code, event.signal);
        break;
      case "end-of-log":
        this.#endStreams();
        this.#receiveEndOfLog();
        break;
      case "launch":
      case "vm":
      case "cpu":
      case "held":
        this.#machine.take(event, this.#findings);
        break;
      case "input":
        break;
    }
  }
  #receiveOutput(stream2, bytes) {
    if (bytes.length === 0) return;
    const watch = this.#watch(stream2);
    watch.lastOutput = this.#findings.now;
    this.#findings.atLeast("vmm");
    if (isGuestStream(stream2)) {
      this.#machine.busy = void 0;
      this.#notePhase(stream2);
      this.#deadlines.lastOutput = this.#findings.now;
      this.#lastStream = stream2;
    }
    watch.push(bytes);
    const tail = this.#verdict === void 0 ? watch.tail() : void 0;
    if (tail === void 0) watch.tailSettled = true;
    else this.#lines.unfinished(watch, tail);
  }
  /** What the mere fact says that a stream speaks. */
  #notePhase(stream2) {
    const ownKernel = this.#rules.directKernel === true && stream2 !== "debugcon";
    if (ownKernel && !this.#kernelSpoke) {
      this.#kernelSpoke = true;
      this.#findings.reach("kernel", `first output of the kernel on ${stream2}`);
    } else if (this.#lastStream === void 0) {
      this.#findings.reach("firmware", `first output on ${stream2}`);
    }
  }
  #receiveAbort(event) {
    this.#settleTails();
    if (event.cause === "output-limit") this.#findings.decide("output-limit", event.message, "failed");
    else if (event.cause === "cancelled") this.#findings.decide("cancelled", event.message, "errored");
    else if (event.cause === "not-recorded" || event.cause === "incomplete") {
      this.#findings.decide("recording", event.message, "errored", event.hint);
    } else this.#findings.decide("vmm", event.message, "errored", event.hint);
    this.#conclude();
  }
  #receiveExit(code, signal) {
    if (this.#machine.end === void 0 && (code !== 0 || signal !== null)) {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const said = this.#watches.get("vmm")?.recentLines(1)[0];
      this.#findings.decide(
        "vmm",
        `the VMM ended with ${how}${said === void 0 ? "" : `: ${said}`}`,
        "errored"
      );
    }
    this.#conclude();
  }
  /** The log is all there is: what has not been seen by now is missing. */
  #receiveEndOfLog() {
    const open2 = this.#progress.open()[0];
    if (open2 !== void 0) this.#deadlines.missStep(open2, `${open2.expect.pattern.shown} is not in the log`);
    this.#conclude();
  }
  #endStreams() {
    for (const watch of this.#watches.values()) {
      if (this.#verdict === void 0) watch.end();
    }
  }
  #watch(stream2) {
    const known = this.#watches.get(stream2);
    if (known !== void 0) return known;
    const watch = new StreamWatch(stream2, this.#book, {
      onSettled: (on, line) => this.#lines.finish(on, line),
      onCut: (on) => {
        if (this.#cut.has(on.stream)) return;
        this.#cut.add(on.stream);
        const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`;
        this.#findings.emit({ type: "notice", time: this.#findings.now, message });
      }
    });
    this.#watches.set(stream2, watch);
    return watch;
  }
  #settleTails() {
    for (const watch of this.#watches.values()) this.#settleTail(watch);
  }
  #settleTail(watch) {
    watch.tailSettled = true;
    const tail = watch.tail();
    if (tail !== void 0) this.#lines.settled(watch, tail);
  }
  /** Ends a good run, unless an unfinished line of another stream than the one being read has bad news. */
  #endIfDone(reading) {
    const over = this.#progress.done && this.#rules.stop === "after-last-step";
    if (!over || this.#findings.failure !== void 0) return;
    for (const watch of this.#watches.values()) if (watch !== reading) this.#settleTail(watch);
    if (this.#findings.failure !== void 0) return;
    if (this.#lacksEvidence() || this.#lacksMeasurements()) {
      this.#deadlines.evidenceDue ??= this.#findings.now + EVIDENCE_MS;
    } else this.#conclude();
  }
  #lacksEvidence() {
    return this.#rules.tdEvidence === "required" && !this.#findings.tdSeen;
  }
  #lacksMeasurements() {
    this.#shown.takeCaptures(this.#progress.captures);
    return this.#shown.lacks(this.#rules.measurements ?? []);
  }
  // ---- verdict ----------------------------------------------------------------------------------------------
  /** Gives the verdict, from what is known by now. */
  #conclude() {
    if (this.#verdict !== void 0) return;
    const { measurements: asserted = [] } = this.#rules;
    this.#shown.takeCaptures(this.#progress.captures);
    const measurements = compareMeasurements(asserted, this.#shown, this.#machine.predictions);
    if (this.#findings.failure === void 0) this.#explainEnd(measurements);
    const scan = this.#findings.list.find(({ kind }) => kind === "scan");
    const failed = this.#findings.failure;
    const found = scan ?? failed?.finding;
    const cause = found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
    const last = this.#lastStream ?? "vmm";
    this.#verdict = {
      verdict: cause?.outcome ?? "passed",
      reason: cause?.title ?? "every step was met",
      hint: cause?.hint ?? "",
      phase: this.#findings.phase,
      td: this.#machine.tdKind(this.#findings.tdSeen),
      time: this.#findings.now,
      findings: this.#findings.list,
      omitted: this.#findings.omitted,
      ...cause === void 0 ? {} : { cause, diagnosis: this.#diagnose(cause) },
      steps: this.#progress.reports(cause !== void 0),
      captures: this.#progress.captures,
      measurements,
      timeline: this.#findings.timeline,
      lastLines: cause === void 0 ? [] : this.#watches.get(last)?.recentLines(20) ?? []
    };
    this.#findings.emit({ type: "verdict", time: this.#findings.now, verdict: this.#verdict });
  }
  #diagnose(cause) {
    return diagnose(
      diagnosisInput(cause, {
        findings: this.#findings,
        awaited: this.#progress.open()[0]?.expect.stream,
        watches: [...this.#watches.values()],
        vm: this.#machine.end,
        driven: this.#machine.driven,
        busy: this.#machine.busy,
        firmwareBuild: this.#rules.firmwareBuild,
        silenceExpected: this.#machine.silenceExpected
      })
    );
  }
  /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
  #explainEnd(measurements) {
    const { end } = this.#machine;
    const state = end?.state;
    const open2 = this.#progress.open()[0];
    if (state === "panicked") {
      this.#findings.decide("panicked", `the guest reported a panic: ${end?.detail}`, "failed");
    } else if (state === "crashed") {
      this.#findings.decide("crashed", `the Trust Domain was ended: ${end?.detail}`, "failed");
    } else if (state === "reset") {
      this.#findings.decide("reset", `the guest reset itself${this.#progress.stillExpected}`, "failed");
    } else if (open2 !== void 0) {
      const how = state === "shutdown" ? "the guest powered off" : "the VMM ended";
      this.#findings.decide(
        "exit",
        `${how} before step ${open2.number} saw ${open2.expect.pattern.shown}`,
        "failed"
      );
    } else if (this.#lacksEvidence()) {
      this.#findings.decide("not-a-td", NOT_A_TD, "failed");
    } else {
      for (const facts of measurements.flatMap((row) => findingOf(row) ?? [])) this.#findings.report(facts);
    }
  }
  /** A scan that cannot run must not look like a clean log. */
  #guard(body) {
    try {
      body();
    } catch (error) {
      const hint = error instanceof Error && "hint" in error ? String(error.hint) : "Please report this.";
      const title = `the console could not be judged: ${messageOf(error)}`;
      this.#findings.report({ kind: "scan", title, hint, outcome: "errored" });
      this.#conclude();
    }
  }
};
var NOT_A_TD = "the guest showed no sign of being a Trust Domain";

// src/judge/spoil.ts
function spoil(verdict, { kind, title, hint }) {
  const finding = {
    ...{ kind, id: kind, title, hint, severity: "fatal", phase: "host", time: verdict.time },
    outcome: "errored"
  };
  const findings = [...verdict.findings, finding];
  if (verdict.verdict !== "passed") return { ...verdict, findings };
  return {
    ...verdict,
    verdict: "errored",
    reason: title,
    hint,
    findings,
    cause: finding,
    diagnosis: { phase: "host", cause: kind, title, evidence: [], advice: hint, certainty: "known" }
  };
}

// src/boot/delivery.ts
var PATIENCE = { usual: 3e4, cancelled: 2500 };
var HIGH_WATER = 8 * 1024 * 1024;
var LOW_WATER = 1024 * 1024;
var EVENT_MEMORY = 256;
var Delivery = class {
  consumer;
  /** Why the consumer was given up. */
  lost;
  #options;
  #queue = [];
  #unread = 0;
  #full = false;
  #closed = false;
  #busy;
  #patience;
  /** Ends each wait that is going on. */
  #waits = /* @__PURE__ */ new Set();
  constructor(consumer, options) {
    this.consumer = consumer;
    this.#options = options;
    this.#patience = options.patience.usual;
  }
  push(event) {
    if (this.lost !== void 0) return;
    this.#queue.push(event);
    this.#unread += sizeOf(event);
    if (this.#busy === void 0) this.#deliver();
    if (this.#unread > HIGH_WATER) this.#setFull(true);
  }
  /** The run was cancelled: nobody has much time left. */
  hurry() {
    this.#patience = this.#options.patience.cancelled;
    for (const giveUp of this.#waits) setTimeout(giveUp, this.#patience);
  }
  /** Waits until the queue is empty, then has the consumer keep what it took; gives the consumer up if that fails. */
  async seal(time2) {
    await this.#finish("did not take what was left", async () => this.consumer.seal?.(time2));
  }
  /**
   * Gives the verdict and waits until the consumer has taken it. A recording that was given up is asked, too: the result
   * may still be written where the rest could not.
   */
  async conclude(time2, verdict) {
    const event = { type: "verdict", time: time2, verdict };
    if (this.lost === void 0) {
      this.push(event);
      await this.#finish("did not take the verdict", async () => void 0);
    } else if (this.consumer.essential === true) {
      this.#patience = this.#options.patience.cancelled;
      await this.#within("", async () => this.consumer.on(event)).catch(() => void 0);
    }
  }
  /** What was given up may never close: nobody waits for that. */
  async close() {
    if (this.#closed) return;
    this.#closed = true;
    const closed = this.#within("did not close", async () => this.consumer.close?.());
    if (this.lost === void 0) await closed.catch((error) => this.#lose(error));
    else closed.catch(() => void 0);
  }
  /** Gives events for as long as the consumer takes them at once, then goes on when its promise has settled. */
  #deliver() {
    for (let event = this.#queue.shift(); event !== void 0; event = this.#queue.shift()) {
      this.#unread -= sizeOf(event);
      if (this.#unread < LOW_WATER) this.#setFull(false);
      try {
        const taken = this.consumer.on(event);
        if (taken === void 0) continue;
        this.#busy = this.#within("took no event", () => taken).then(
          () => this.#goOn(),
          (error) => this.#lose(error)
        );
        return;
      } catch (error) {
        this.#lose(error);
        return;
      }
    }
  }
  #goOn() {
    this.#busy = void 0;
    this.#deliver();
  }
  async #finish(what, last) {
    if (this.lost !== void 0) return;
    try {
      await this.#within(what, async () => {
        while (this.#busy !== void 0) await this.#busy;
        if (this.lost === void 0) await last();
      });
    } catch (error) {
      this.#lose(error);
    }
  }
  /** @throws what `work` throws; HostError code `consumer-stuck` when that takes too long */
  async #within(what, work) {
    let giveUp = () => void 0;
    const late = new Promise((_, reject) => {
      giveUp = () => reject(stuck(this.consumer, what, this.#patience));
    });
    const timer = setTimeout(giveUp, this.#patience);
    this.#waits.add(giveUp);
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      this.#waits.delete(giveUp);
    }
  }
  #lose(error) {
    if (this.lost !== void 0) return;
    this.lost = asHostError(this.consumer, error);
    this.#queue.length = 0;
    this.#unread = 0;
    this.#busy = void 0;
    this.#setFull(false);
    this.#options.onLost(this.consumer, this.lost);
  }
  #setFull(full) {
    if (full === this.#full) return;
    this.#full = full;
    this.#options.onFull(full);
  }
};
function sizeOf(event) {
  return EVENT_MEMORY + (event.type === "output" ? event.bytes.length : 0);
}
function stuck({ name }, what, ms) {
  return new HostError("consumer-stuck", `${name} ${what} for ${ms / 1e3} s and was given up`, {
    hint: "Look at its disk, or at the program that reads it."
  });
}
function asHostError({ name }, error) {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const detail = code === void 0 || messageOf(error).includes(code) ? "" : ` (${code})`;
  return new HostError("consumer-failed", `${name} failed: ${messageOf(error)}${detail}`, { cause: error });
}

// src/boot/audience.ts
var Audience = class {
  #deliveries;
  #options;
  #full = 0;
  /** The verdict is being told: it is the last event. */
  #over = false;
  /** The time of the latest event, in milliseconds. */
  #time = 0;
  constructor(consumers, options) {
    this.#options = options;
    this.#deliveries = consumers.map(
      (consumer) => new Delivery(consumer, {
        patience: options.patience,
        onFull: (full) => this.#onFull(full),
        onLost: (lost, error) => this.#onLost(lost, error)
      })
    );
  }
  tell(event) {
    this.#time = event.time;
    for (const delivery of this.#deliveries) delivery.push(event);
  }
  /** The run was cancelled: nobody is waited for as long as usual. */
  hurry() {
    for (const delivery of this.#deliveries) delivery.hurry();
  }
  /**
   * Gives the verdict to all, when they have kept everything before it. The recording is first: what the others say has
   * to be true.
   * @returns the verdict as it was told: a run that is not recorded has not passed
   */
  async conclude(judged) {
    const { time: time2 } = judged;
    await Promise.all(this.#deliveries.map((delivery) => delivery.seal(time2)));
    const recorded = this.#afterLosses(judged);
    const essential = this.#deliveries.filter(({ consumer }) => consumer.essential === true);
    await Promise.all(essential.map((delivery) => delivery.conclude(time2, recorded)));
    const told = recorded === judged ? this.#afterLosses(judged) : recorded;
    this.#over = true;
    const others = this.#deliveries.filter((delivery) => !essential.includes(delivery));
    await Promise.all(others.map((delivery) => delivery.conclude(time2, told)));
    return told;
  }
  /** Closes all. @returns why each of those that were lost was */
  async close() {
    await Promise.all(this.#deliveries.map((delivery) => delivery.close()));
    return this.#deliveries.flatMap(({ lost }) => lost ?? []);
  }
  #afterLosses(verdict) {
    const lost = this.#deliveries.find(({ consumer, lost: error }) => consumer.essential && error)?.lost;
    if (lost === void 0 || verdict.cause?.title === lost.message) return verdict;
    return spoil(verdict, { kind: "recording", title: lost.message, hint: lost.hint ?? "" });
  }
  #onFull(full) {
    this.#full += full ? 1 : -1;
    if (this.#full === (full ? 1 : 0)) this.#options.onHold(full);
  }
  #onLost(consumer, error) {
    if (!this.#over) this.tell({ type: "notice", time: this.#time, message: error.message });
    if (consumer.essential === true) this.#options.onEssentialLost(error);
  }
};

// src/boot/clock.ts
var BEAT_MS = 250;
var STOPPED_MS = 1e3;
var Clock = class {
  #read;
  #beat;
  #started;
  #seen;
  /** @param read a monotonic clock in milliseconds */
  constructor(read2 = () => performance.now()) {
    this.#read = read2;
    this.#started = read2();
    this.#seen = this.#started;
    this.#beat = setInterval(() => this.now(), BEAT_MS);
  }
  /** The guest is started now. */
  restart() {
    this.#seen = this.#read();
    this.#started = this.#seen;
  }
  now() {
    const seen = this.#read();
    const gap = seen - this.#seen;
    this.#seen = seen;
    if (gap > STOPPED_MS) this.#started += gap - BEAT_MS;
    return seen - this.#started;
  }
  stop() {
    clearInterval(this.#beat);
  }
};

// src/boot/queue.ts
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
  /** Everything that is here now. */
  takeAll() {
    return this.#items.splice(0);
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

// src/boot/inbox.ts
var TICK_MS = 10;
var EVENT_BYTES = 48;
var Inbox = class {
  /**
   * The judge's next deadline. What is read before that deadline was judged gets a time before it: the bytes may have
   * waited in the kernel while this process was busy.
   */
  deadline;
  #clock;
  #limit;
  #queue = new EventQueue();
  #closed = false;
  #last = 0;
  /** Stream and time of the event that the next bytes may belong to, and the bytes that it counts for. */
  #open;
  #total = 0;
  /** @param limit bytes that all streams together may print */
  constructor(clock, limit) {
    this.#clock = clock;
    this.#limit = limit;
  }
  /** The time of an event that happens now. It never lies before that of an earlier event. */
  stamp() {
    const now = Math.floor(this.#clock.now() / TICK_MS) * TICK_MS;
    const before = this.deadline === void 0 ? now : Math.min(now, tickBefore(this.deadline));
    this.#last = Math.max(this.#last, before);
    return this.#last;
  }
  /** The judge has fired its deadlines up to this time. */
  judgedUntil(time2) {
    this.#last = Math.max(this.#last, time2);
  }
  push(event) {
    if (!this.#closed) this.#queue.push(event);
  }
  output(stream2, bytes) {
    if (this.#closed) return;
    const time2 = this.stamp();
    this.push({ type: "output", time: time2, stream: stream2, bytes });
    const before = this.#total;
    this.#charge(stream2, time2, bytes.length);
    if (before <= this.#limit && this.#total > this.#limit) {
      const limit = `${this.#limit / (1024 * 1024)} MiB`;
      this.abort("output-limit", `the guest printed more than ${limit}, the scenario's output-limit`);
    }
  }
  /** Ends the run for a reason of tdx-boot's own. */
  abort(cause, message, hint = void 0) {
    this.push({ type: "abort", time: this.stamp(), cause, message, ...hint === void 0 ? {} : { hint } });
  }
  /** The machine could not be started, or the run not be recorded. */
  fail(cause, { message, hint }) {
    this.abort(cause, message, hint);
  }
  /** The next event, or undefined after `waitMs` milliseconds. */
  async next(waitMs) {
    return this.#queue.next(waitMs);
  }
  /** Reads once more what waits in the kernel, and returns all events that are here. */
  async takeAll() {
    await new Promise((resolve3) => setImmediate(resolve3));
    return this.#queue.takeAll();
  }
  /** Nothing that comes from now on counts. */
  close() {
    this.#closed = true;
    this.#queue.takeAll();
  }
  #charge(stream2, time2, bytes) {
    if (this.#open?.stream !== stream2 || this.#open.time !== time2) this.#open = { stream: stream2, time: time2, bytes: 0 };
    const before = this.#open.bytes === 0 ? 0 : Math.max(this.#open.bytes, EVENT_BYTES);
    this.#open.bytes += bytes;
    this.#total += Math.max(this.#open.bytes, EVENT_BYTES) - before;
  }
};
function tickBefore(time2) {
  return (Math.ceil(time2 / TICK_MS) - 1) * TICK_MS;
}

// src/vmm/machine.ts
import { readdirSync, readFileSync as readFileSync2 } from "node:fs";

// src/process/start.ts
import { spawn } from "node:child_process";
function startVmm(path, args, { workDir, channels, held = [] }) {
  const setpriv = findCommand("setpriv");
  if (setpriv === void 0) {
    throw new HostError(
      "setpriv-missing",
      "setpriv is not installed: a killed tdx-boot would leave its VM behind",
      { hint: "Install util-linux, or put setpriv on PATH." }
    );
  }
  const stdio = ["ignore", "pipe", "pipe"];
  for (const fd of channels) stdio[fd] = "pipe";
  stdio.push(...held);
  return spawn(setpriv, ["--pdeathsig", "KILL", "--", path, ...args], {
    // A number that the back end leaves out is closed in the program.
    stdio: Array.from(stdio, (entry) => entry ?? "ignore"),
    detached: true,
    env: environmentFor("vmm", { TMPDIR: workDir })
  });
}

// src/vmm/fifo.ts
import { closeSync as closeSync2, constants, openSync as openSync2 } from "node:fs";
import { Socket } from "node:net";
var MAKE_MS = 1e4;
async function makeFifos(paths) {
  if (paths.length === 0) return;
  const pipes = paths.flatMap((path) => [`${path}.in`, `${path}.out`]);
  const options = { kind: "tool", deadlineMs: MAKE_MS };
  const { code, stderr } = await ask(["mkfifo", "-m", "600", "--", ...pipes], options);
  if (code !== 0) throw new HostError("vmm-not-started", `no named pipes for the VMM: ${stderr.trim()}`);
}
var Fifo = class {
  /** What the VMM writes into `<path>.out`. */
  reader;
  /** What the VMM reads from `<path>.in`. */
  writer;
  #keeper;
  /** @param path one for which `makeFifos` has made the pipes; the VMM opens them by this path */
  constructor(path) {
    const out = openSync2(`${path}.out`, constants.O_RDONLY | constants.O_NONBLOCK);
    this.#keeper = openSync2(`${path}.out`, constants.O_WRONLY);
    const input = openSync2(`${path}.in`, constants.O_RDWR | constants.O_NONBLOCK);
    this.reader = new Socket({ fd: out, readable: true, writable: false });
    this.writer = new Socket({ fd: input, readable: false, writable: true });
  }
  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release() {
    if (this.#keeper !== void 0) closeSync2(this.#keeper);
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
   * Starts the VMM in a new process group, without a terminal and without our output streams.
   * @throws HostError code `vmm-missing`, `setpriv-missing` or `vmm-not-started`
   */
  static async start(backend, plan, callbacks, { workDir, held = [] }) {
    const path = findCommand(plan.command);
    if (path === void 0) {
      throw new HostError("vmm-missing", `${plan.command} is not installed`, { hint: backend.installHint });
    }
    await makeFifos([...plan.fifos.values()]);
    const fifos = new Map([...plan.fifos].map(([channel, prefix]) => [channel, new Fifo(prefix)]));
    const discard = () => {
      for (const fifo of fifos.values()) fifo.discard();
    };
    const child = startOr(
      discard,
      () => startVmm(path, plan.args, { workDir, channels: plan.fds.keys(), held })
    );
    const failure = new Promise((_, reject) => {
      child.once("error", (cause) => {
        discard();
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
      const stream2 = stdio[fd];
      if (stream2 === void 0) throw new HostError("vmm-not-started", `descriptor ${fd} was not opened`);
      return stream2;
    };
    const channels = new Map(fifos);
    for (const [fd, channel] of plan.fds) channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
    const streams = [
      ["vmm", pipe(2)],
      [plan.stdout, pipe(1)]
    ];
    for (const [channel, { reader, writer }] of channels) {
      for (const stream2 of [reader, writer]) stream2.on("error", () => void 0);
      if (channel !== "control") streams.push([channel, reader]);
    }
    for (const [name, stream2] of streams)
      stream2.on("data", (bytes) => callbacks.onOutput(name, bytes));
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
      ...streams.map(([, stream2]) => stream2),
      ...control === void 0 ? [] : [control.reader]
    ];
    child.once("exit", () => {
      for (const fifo of fifos.values()) fifo.release();
    });
    const drained = [...fifos.values()].map(
      ({ reader }) => new Promise((resolve3) => reader.once("close", resolve3))
    );
    const forget = noteGroup(pid);
    this.#gone = new Promise((resolve3) => {
      child.once("close", async (code, signal) => {
        await Promise.all(drained);
        forget();
        resolve3();
        const end = code === null ? void 0 : plan.ends?.get(code);
        if (end !== void 0) callbacks.onState(end.state, end.detail);
        callbacks.onExit(code, signal);
      });
    });
  }
  /** Types into the guest. */
  write(stream2, text) {
    this.#writers.get(stream2)?.write(text);
  }
  /** Stops reading: the VMM fills its sockets and then waits, so our memory does not grow. */
  pause() {
    for (const stream2 of this.#readables) stream2.pause();
  }
  resume() {
    for (const stream2 of this.#readables) stream2.resume();
  }
  /**
   * CPU time that the VMM has asked for so far, in milliseconds: used, or waited for on a loaded host. Undefined when the
   * VMM is gone, or the host's kernel does not count this time (CONFIG_SCHED_INFO).
   */
  cpuDemand() {
    try {
      const tasks = readdirSync(`/proc/${this.pid}/task`).map(
        (task) => readFileSync2(`/proc/${this.pid}/task/${task}/schedstat`, "utf8").split(" ").map(Number)
      );
      return tasks.reduce((sum, [ran = 0, waited = 0]) => sum + ran + waited, 0) / 1e6;
    } catch {
      return void 0;
    }
  }
  /**
   * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until the group is gone.
   * The guest's disks are overlays or copies, so nothing is lost.
   * @throws HostError code `vmm-lingers` when the VMM does not die
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
   * A VMM that does not answer gets no SIGTERM, because the same loop would read it. A VMM that ends by itself still prints
   * what its standard output holds.
   */
  async #endsWhenAsked() {
    if (this.#apiSocket === void 0 || this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return false;
    }
    this.resume();
    return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), refusal2(this.#apiSocket)]);
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
async function refusal2(socketPath) {
  const { request } = await import("node:http");
  return new Promise((resolve3) => {
    const asked = request({ socketPath, method: "PUT", path: "/api/v1/vmm.shutdown", agent: false });
    asked.on("error", () => resolve3(false));
    asked.on("response", (response) => response.on("error", () => resolve3(false)).resume());
    asked.end();
  });
}
function startOr(discard, start) {
  try {
    return start();
  } catch (error) {
    discard();
    throw error;
  }
}

// src/boot/vm.ts
var SAMPLE_MS = 1e3;
var Vm = class {
  #inbox;
  #machine;
  #slot;
  /** Since when the guest has to wait for us, as performance.now(). */
  #heldSince;
  /** The reading before, both in milliseconds. */
  #sampled;
  /** @param slot given back when the machine is gone, or was never started */
  constructor(inbox, slot) {
    this.#inbox = inbox;
    this.#slot = slot;
  }
  /**
   * Starts the machine.
   * @throws HostError when this host cannot
   */
  async start({
    backend,
    plan,
    workDir,
    slot,
    silenceExpected,
    predictions,
    rules: { platform }
  }) {
    const inbox = this.#inbox;
    this.#machine = await Machine.start(
      backend,
      plan,
      {
        onOutput: (stream2, bytes) => inbox.output(stream2, bytes),
        onState: (state, detail) => inbox.push({ type: "vm", time: inbox.stamp(), state, detail }),
        onExit: (code, signal) => inbox.push({ type: "exit", time: inbox.stamp(), code, signal })
      },
      { workDir, held: slot?.fds ?? [] }
    );
    const { pid } = this.#machine;
    return {
      ...{ type: "launch", time: 0, argv: [plan.command, ...plan.args], pid },
      ...platform === void 0 ? {} : { platform },
      ...silenceExpected === void 0 ? {} : { silenceExpected },
      ...predictions === void 0 || Object.keys(predictions).length === 0 ? {} : { predictions }
    };
  }
  send({ stream: stream2, text }) {
    this.#machine?.write(stream2, text);
    return { type: "input", time: this.#inbox.stamp(), stream: stream2, bytes: Buffer.from(text) };
  }
  /** Reads no more of the machine, so that the VMM waits for us; or goes on. */
  hold(hold) {
    if (hold) {
      this.#heldSince = performance.now();
      this.#machine?.pause();
    } else {
      this.countHold();
      this.#heldSince = void 0;
      this.#machine?.resume();
    }
  }
  /** Tells the judge how long the guest has waited by now. */
  countHold() {
    if (this.#heldSince === void 0) return;
    const now = performance.now();
    this.#inbox.push({ type: "held", time: this.#inbox.stamp(), ms: Math.round(now - this.#heldSince) });
    this.#heldSince = now;
  }
  /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
  sample() {
    const time2 = this.#inbox.stamp();
    const before = this.#sampled;
    if (before !== void 0 && time2 - before.time < SAMPLE_MS) return void 0;
    const cpu = this.#machine?.cpuDemand();
    if (cpu === void 0) return void 0;
    this.#sampled = { time: time2, cpu };
    if (before === void 0 || time2 - before.time > 2 * SAMPLE_MS || cpu < before.cpu) return void 0;
    return { type: "cpu", time: time2, busy: Math.round(100 * (cpu - before.cpu) / (time2 - before.time)) / 100 };
  }
  /**
   * Stops the machine and gives back its slot. While the VMM is not gone, the slot stays taken.
   * @throws HostError code `vmm-lingers`
   */
  async stop() {
    const machine = this.#machine;
    this.#machine = void 0;
    await machine?.stop();
    this.#slot?.release();
    this.#slot = void 0;
  }
};

// src/boot/boot.ts
async function boot(run2, options) {
  const { signal, consumers, patience = PATIENCE } = options;
  const clock = new Clock();
  const inbox = new Inbox(clock, "refused" in run2 ? 0 : run2.outputLimit);
  const vm = new Vm(inbox, "refused" in run2 ? void 0 : run2.slot);
  const audience = new Audience(consumers, {
    patience,
    onHold: (hold) => vm.hold(hold),
    onEssentialLost: (error) => inbox.fail("not-recorded", error)
  });
  const cancel = () => {
    audience.hurry();
    inbox.abort("cancelled", String(signal?.reason ?? "cancelled"));
  };
  signal?.addEventListener("abort", cancel);
  if (signal?.aborted === true) cancel();
  try {
    const judged = await judgeRun(run2, { ...options, clock, inbox, vm, audience });
    inbox.close();
    const verdict = await audience.conclude(await stopped(vm, judged));
    return { verdict, lost: await audience.close() };
  } finally {
    signal?.removeEventListener("abort", cancel);
    await vm.stop();
    await audience.close();
    clock.stop();
  }
}
async function judgeRun(run2, parts) {
  const { clock, inbox, vm, audience } = parts;
  const launched = await launch(run2, parts);
  const judge = new Judge(run2.rules);
  const tell = (news) => {
    for (const event of news) {
      if (event.type !== "verdict") audience.tell(event);
      if (event.type === "send") tell([vm.send(event)]);
    }
  };
  const take = (events) => {
    for (const event of events) if (judge.verdict === void 0) tell([event, ...judge.push(event)]);
  };
  tell([...launched, ...judge.start()]);
  for (const event of launched) tell(judge.push(event));
  while (judge.verdict === void 0) {
    const deadline = judge.nextDeadline() ?? Number.POSITIVE_INFINITY;
    inbox.deadline = deadline;
    const wait = deadline - clock.now();
    if (wait > 0) {
      const event = await inbox.next(Math.min(wait, SAMPLE_MS)) ?? vm.sample();
      if (event !== void 0) take([event]);
      continue;
    }
    vm.countHold();
    take(await inbox.takeAll());
    if (judge.verdict !== void 0) break;
    const now = clock.now();
    inbox.judgedUntil(now);
    tell(judge.advance(now));
  }
  return judge.verdict;
}
async function launch(run2, { inbox, vm, clock, signal }) {
  if (signal?.aborted === true) return [];
  try {
    if ("refused" in run2) throw run2.refused;
    clock.restart();
    return [await vm.start(run2)];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    inbox.fail("not-started", error);
    return [];
  }
}
async function stopped(vm, verdict) {
  try {
    await vm.stop();
    return verdict;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return spoil(verdict, { kind: "vmm", title: error.message, hint: error.hint ?? "" });
  }
}

// src/boot/run.ts
async function run(loaded, entry, host = thisHost) {
  const bootable = toBoot(loaded);
  for (const message of requireSound(bootable)) entry.warn(message);
  return session(async (during) => {
    const { signal: cancel, workDir } = during;
    const listener = entry.begin(bootable.scenario, during);
    const prepared = await listener.build((options) => {
      const notice2 = (text) => options.listener({ type: "notice", text });
      const builds = storeBuilds(options);
      return prepare(bootable, { host, builds, slots: slotsDirectory, notice: notice2, cancel, workDir });
    });
    return boot(prepared, { signal: cancel, consumers: listener.consumers });
  });
}

// src/report/recording.ts
import { createWriteStream, mkdirSync as mkdirSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";

// src/judge/recorded.ts
var EVENTS_FILE = "events.jsonl";
var CAST_CUT = "tdx-boot: not shown any further; the .raw files have all";
var sha384 = string().regex(/^[0-9a-f]{96}$/);
var prediction = object({
  values: array(
    object({
      value: sha384,
      by: array(string()),
      events: array(
        object({ register: _enum(REGISTERS), name: string(), text: string(), digest: sha384 })
      )
    })
  ),
  suspects: array(object({ value: sha384, text: string() }))
});
var recordedPredictions = partialRecord(_enum(REGISTERS), prediction);
var time = number().nonnegative();
var stream = _enum(STREAMS);
var machineEvent = discriminatedUnion("type", [
  object({
    type: literal("launch"),
    time,
    argv: array(string()),
    pid: number(),
    platform: _enum(PLATFORMS).optional(),
    silenceExpected: string().optional(),
    predictions: recordedPredictions.optional()
  }),
  object({ type: literal("vm"), time, state: _enum(VM_STATES), detail: string() }),
  object({ type: literal("cpu"), time, busy: number() }),
  object({ type: literal("held"), time, ms: number() }),
  object({ type: literal("exit"), time, code: number().nullable(), signal: string().nullable() }),
  object({
    type: literal("abort"),
    time,
    cause: _enum(ABORT_CAUSES),
    message: string(),
    hint: string().optional()
  }),
  object({ type: literal("end-of-log"), time })
]);
var FORMS = {
  output: object({ t: time, output: stream, n: int().nonnegative() }),
  input: object({ t: time, input: stream, text: string() }),
  event: object({ t: time, event: machineEvent })
};
function problemOfEvent(value) {
  const has = (key) => typeof value === "object" && value !== null && key in value;
  const form = has("output") ? FORMS.output : has("input") ? FORMS.input : FORMS.event;
  const issue = form.safeParse(value).error?.issues[0];
  return issue === void 0 ? void 0 : `${issue.path.join(".") || "line"}: ${issue.message}`;
}

// src/process/directory.ts
import { mkdirSync, statSync as statSync2 } from "node:fs";
import { dirname } from "node:path";
function makeDirectories(path, mode = 511) {
  try {
    make(path, mode);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    makeDirectories(dirname(path), mode);
    make(path, mode);
  }
}
function make(path, mode) {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (!statSync2(path).isDirectory()) throw error;
  }
}

// src/report/cast.ts
var Cast = class {
  #write;
  #decoders = /* @__PURE__ */ new Map();
  #room;
  /** Times never go back, while a deadline is reported with its own time after output that was read a moment later. */
  #time = 0;
  /** Output of one time that is not written yet. */
  #text = "";
  /** @param limit the cast ends before it is longer than this, in bytes: JSON spells a byte with up to six */
  constructor(title, limit, write) {
    this.#write = write;
    this.#room = limit;
    const timestamp = Math.floor(Date.now() / 1e3);
    write(`${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title })}
`);
  }
  output(stream2, time2, bytes) {
    if (time2 > this.#time) this.flush();
    this.#time = Math.max(this.#time, time2);
    const decoder = this.#decoders.get(stream2) ?? new TextDecoder();
    this.#decoders.set(stream2, decoder);
    this.#text += decoder.decode(bytes, { stream: true });
  }
  event(time2, code, text) {
    this.flush();
    this.#time = Math.max(this.#time, time2);
    this.#line(code, text);
  }
  /** Writes what was collected. */
  flush() {
    const text = this.#text;
    this.#text = "";
    this.#line("o", text);
  }
  #line(code, text) {
    if (text === "" || this.#room < 0) return;
    const line = `${JSON.stringify([this.#time / 1e3, code, text])}
`;
    this.#room -= Buffer.byteLength(line);
    this.#write(this.#room >= 0 ? line : `${JSON.stringify([this.#time / 1e3, "m", CAST_CUT])}
`);
  }
};

// src/report/whole-file.ts
import { open, rename, rm as rm2 } from "node:fs/promises";
async function writeWhole(path, text) {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm2(part, { force: true });
    throw error;
  }
}

// src/report/recording.ts
var RESULT_FILE = "result.json";
var CAST_FILE = "boot.cast";
var BUFFER_BYTES = 1024 * 1024;
var COLLECT_MS = 50;
function makeRunDirectory(base, name) {
  const slug = forFileName(name);
  try {
    makeDirectories(base);
    for (let number2 = 1; ; number2++) {
      const directory = resolve2(base, number2 === 1 ? slug : `${slug}-${number2}`);
      if (makeOnce(directory)) return directory;
    }
  } catch (error) {
    if (isFull(error)) throw diskFull(base, error);
    throw new HostError("no-results-dir", `cannot write results to ${base}: ${messageOf(error)}`, {
      hint: OTHER_DIRECTORY,
      cause: error
    });
  }
}
var openFile = (path) => createWriteStream(path, { flags: "wx", highWaterMark: BUFFER_BYTES });
var Recording = class {
  name = "the recording";
  essential = true;
  directory;
  #scenario;
  #open;
  #raw = /* @__PURE__ */ new Map();
  #events;
  #castFile;
  #cast;
  /** The output that the next bytes may belong to: same stream, same time. */
  #collected;
  #timer;
  #failure;
  #argv;
  /** @param open for tests: files that take their time */
  constructor(directory, scenario, open2 = openFile) {
    this.directory = directory;
    this.#scenario = scenario;
    this.#open = open2;
    this.#events = this.#openFile(EVENTS_FILE);
    this.#castFile = this.#openFile(CAST_FILE);
    this.#cast = new Cast(scenario.name, scenario.outputLimit, (text) => this.#castFile.write(text));
  }
  /** Resolves when the files take more. @throws HostError code `disk-full` or `cannot-record` */
  on(event) {
    if (event.type === "verdict") return this.#writeResult(event);
    this.#throwFailure();
    if (event.type === "output") this.#output(event.stream, event.time, event.bytes);
    else this.#other(event);
    const full = this.#files().filter((file) => file.writableNeedDrain);
    if (full.length > 0) return this.#drained(full);
  }
  /** Ends the files. Only then is the recording said to be whole. @throws HostError code `disk-full` or `cannot-record` */
  async seal(time2) {
    this.#writeCollected();
    await Promise.all([...this.#raw.values(), this.#castFile].map((file) => this.#end(file)));
    this.#throwFailure();
    this.#line({ t: time2, event: { type: "end-of-log", time: time2 } });
    await this.#end(this.#events);
    this.#throwFailure();
  }
  close() {
    clearTimeout(this.#timer);
    for (const file of this.#files()) file.destroy();
  }
  #files() {
    return [...this.#raw.values(), this.#events, this.#castFile];
  }
  async #writeResult({ verdict }) {
    const result = makeResult(this.#scenario, verdict, this.#argv);
    try {
      await writeWhole(resolve2(this.directory, RESULT_FILE), `${JSON.stringify(result, null, 2)}
`);
    } catch (error) {
      throw this.#explain(error);
    }
  }
  #output(stream2, time2, bytes) {
    if (this.#collected?.stream !== stream2 || this.#collected.time !== time2) {
      this.#writeCollected();
      this.#collected = { stream: stream2, time: time2, bytes: 0 };
      this.#timer = setTimeout(() => this.#writeCollected(), COLLECT_MS).unref();
    }
    this.#collected.bytes += bytes.length;
    const raw = this.#raw.get(stream2) ?? this.#openFile(`${stream2}.raw`);
    this.#raw.set(stream2, raw);
    raw.write(bytes);
    if (stream2 !== "vmm") this.#cast.output(stream2, time2, bytes);
  }
  #writeCollected() {
    clearTimeout(this.#timer);
    if (this.#collected !== void 0) {
      const { stream: stream2, time: time2, bytes } = this.#collected;
      this.#line({ t: time2, output: stream2, n: bytes });
    }
    this.#collected = void 0;
    this.#cast.flush();
  }
  #other(event) {
    if (event.type === "send" || event.type === "notice") return;
    this.#writeCollected();
    if (event.type === "input") {
      const text = Buffer.from(event.bytes).toString();
      this.#line({ t: event.time, input: event.stream, text });
      this.#cast.event(event.time, "i", text);
    } else if (event.type === "step" || event.type === "finding" || event.type === "phase") {
      this.#cast.event(event.time, "m", event.type === "phase" ? event.title : event.type);
    } else {
      if (event.type === "launch") this.#argv = event.argv;
      this.#line({ t: event.time, event });
    }
  }
  #line(event) {
    if (!this.#events.writableEnded) this.#events.write(`${JSON.stringify(event)}
`);
  }
  #openFile(name) {
    const file = this.#open(resolve2(this.directory, name));
    file.on("error", (error) => {
      this.#failure ??= this.#explain(error);
    });
    return file;
  }
  /** Resolves when each of the files takes more, or never will. */
  async #drained(files) {
    await Promise.all(files.map(takesMore));
    this.#throwFailure();
  }
  /** Resolves when everything is written and the file is closed, or has failed. */
  #end(file) {
    return new Promise((resolve3) => {
      if (file.closed) resolve3();
      else file.once("close", resolve3).end();
    });
  }
  #throwFailure() {
    if (this.#failure !== void 0) throw this.#failure;
  }
  #explain(error) {
    if (isFull(error)) return diskFull(this.directory, error);
    const message = `cannot write to ${this.directory}: ${messageOf(error)}`;
    return new HostError("cannot-record", message, { hint: OTHER_DIRECTORY, cause: error });
  }
};
function takesMore(file) {
  return new Promise((resolve3) => {
    const done = () => {
      file.off("drain", done).off("close", done);
      resolve3();
    };
    if (file.destroyed) resolve3();
    else file.on("drain", done).on("close", done);
  });
}
var OTHER_DIRECTORY = 'Name another directory (--results DIR, or the input "results").';
function isFull(error) {
  return codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT";
}
function diskFull(directory, cause) {
  return new HostError("disk-full", `the disk of ${directory} is full: the run could not be recorded`, {
    hint: `Free some space there (df -h ${directory}), or name a directory on another disk (--results DIR, or the input "results").`,
    cause
  });
}
function makeOnce(directory) {
  try {
    mkdirSync2(directory);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

// src/report/lines.ts
var LinePrinter = class {
  #onLine;
  #scanners = /* @__PURE__ */ new Map();
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(stream2, bytes) {
    const scanner = this.#scanners.get(stream2) ?? this.#open(stream2);
    scanner.push(bytes);
  }
  /** Prints the unfinished lines. */
  flush() {
    for (const scanner of this.#scanners.values()) scanner.end();
  }
  #open(stream2) {
    const scanner = lineReader((text) => this.#onLine(stream2, text));
    this.#scanners.set(stream2, scanner);
    return scanner;
  }
};

export {
  Judge,
  spoil,
  EVENTS_FILE,
  CAST_CUT,
  problemOfEvent,
  describeLint,
  demandOf,
  requireSound,
  lintScenario,
  storeBuilds,
  locateFirmware,
  probeDisk,
  copyCommand,
  launchSpec,
  makeProbe,
  foreseeVmm,
  requestFor,
  run,
  RESULT_FILE,
  makeRunDirectory,
  Recording,
  LinePrinter
};
