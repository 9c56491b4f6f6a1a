import {
  assess,
  candidates,
  checkFiles,
  isAgainst
} from "./chunk-EABUHY5D.js";
import {
  COMMAND_LINE_OF
} from "./chunk-CT3CYKUU.js";
import {
  consoles,
  demandOf,
  firmwareKind,
  inspectBootDisk,
  isTdShimLinux,
  isTdvf,
  parameters
} from "./chunk-TYXNQKKF.js";
import {
  NotBzImageError,
  isWithin,
  kernelInfoOf
} from "./chunk-ELG3TUYH.js";
import {
  playedHost,
  toBoot
} from "./chunk-X5GGVPWF.js";
import {
  formatDuration
} from "./chunk-SXQGVEJP.js";
import {
  ScenarioError,
  formatWhere
} from "./chunk-KHPEMR2K.js";
import {
  isTrustDomain
} from "./chunk-FZIILW4F.js";

// src/prepare/lint.ts
import { statSync } from "node:fs";

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
function silentHit({ scenario: { guest, firmware } }, { stream, pattern, where }) {
  if (firmware === void 0 || !("request" in firmware) || firmware.request.defines.length > 0) return [];
  const { name, build } = firmware.request;
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
var STREAM_CONSOLES = ["ttyS0", "hvc0"];
var HOTPLUG = ["memhp_default_state", "movable_node", "additional_cpus"];
function lostTo(cmdline) {
  const named = consoles(cmdline);
  const last = named.at(-1);
  if (last === void 0 || STREAM_CONSOLES.includes(last)) return void 0;
  const all = named.some((name) => STREAM_CONSOLES.includes(name));
  const lost = all ? "what init prints there" : "all that the kernel and init print there";
  return `console=${last} is no stream of this VM, so ${lost} is not seen`;
}
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
    id: "console-not-a-stream",
    severity: "warning",
    explanation: "A VM has one serial port (ttyS0) and one virtio console (hvc0). The last console= is /dev/console, to which init prints.",
    reference: "Linux Documentation/admin-guide/serial-console.rst; src/vmm/qemu.ts, src/vmm/cloud-hypervisor.ts",
    find: ({ scenario: { guest }, kernel, disks }) => {
      const own = kernel === void 0 ? void 0 : lostTo(guest.cmdline ?? "");
      const hint = "Put console=hvc0 (virtio) or console=ttyS0 (serial port) last.";
      return [
        ...own === void 0 ? [] : [{ at: ["guest", "cmdline"], message: own, hint }],
        ...(kernel === void 0 ? disks : []).flatMap(
          (disk, index) => (disk?.cmdlines ?? []).flatMap(({ file, text }) => {
            const lost = lostTo(text);
            if (lost === void 0) return [];
            return [{ at: ["guest", "disks", index], message: `in ${file} of this disk ${lost}`, hint }];
          })
        )
      ];
    }
  },
  {
    id: "no-console-on-disk",
    severity: "warning",
    explanation: "A kernel command line on a disk (of a systemd-boot entry or a unified kernel image) needs a console=, too.",
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
    case "shares":
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
    case "agent": {
      const steps = rules.steps.flatMap((step) => step.kind === "run" ? [step.where] : []);
      if (steps[0] !== void 0) return [steps[0]];
      if (scenario.collect !== void 0) return [["collect"]];
      return [["guest", guest.shares.some(({ target }) => target !== void 0) ? "shares" : "files"]];
    }
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

// src/lint/boot-time.ts
var GIB = 1024 ** 3;
var EAGER = { least: 1400, most: 3200 };
var LAZY = { least: 200, most: 300 };
var PAIR_OF_VCPUS = { least: 9, most: 12.5 };
var BOOT_TIME_REFERENCE = "kata-containers issue #13535 (memory), asterinas PR #3640 (memory), dstack PR #1220 (vCPUs)";
function bootTimeOf({ guest }, demand) {
  const gib = guest.memory / GIB;
  const pairs = guest.cpus ** 2;
  const eager = acceptsAll(demand, guest.cmdline ?? "");
  const memory = {
    least: gib * (eager === true ? EAGER : LAZY).least,
    most: gib * (eager === false ? LAZY : EAGER).most
  };
  const least = memory.least + pairs * PAIR_OF_VCPUS.least;
  const most = memory.most + pairs * PAIR_OF_VCPUS.most;
  const who = eager === void 0 ? "whoever accepts the memory" : eager ? "all memory accepted before the kernel\u2019s first line" : "memory accepted as the kernel needs it";
  return {
    least,
    most,
    silent: eager === true ? memory.least : pairs * PAIR_OF_VCPUS.least,
    text: `${Number(gib.toFixed(1))} GiB and ${guest.cpus} vCPU${guest.cpus === 1 ? "" : "s"}, ${who}: published times are ${formatDuration(least)} to ${formatDuration(most)}`
  };
}
function acceptsAll({ firmware, guestKernel }, cmdline) {
  if (parameters(cmdline).some(({ name, value }) => name === "accept_memory" && value === "eager"))
    return true;
  const info = firmware === "none" ? {} : firmware;
  if (info.kind === "td-shim") return info.defines?.includes("lazy-accept") !== true;
  if (guestKernel === void 0) return void 0;
  if (isWithin(guestKernel, { before: "6.5" })) return true;
  return info.kind === "tdvf" ? false : void 0;
}

// src/lint/memory-rules.ts
var MIB2 = 1024 ** 2;
var GIB2 = 1024 ** 3;
var LARGE = 61 * GIB2;
var SPLIT_FROM = 2816 * MIB2;
var MEMORY_RULES = [
  {
    id: "time-of-large-td",
    severity: "warning",
    explanation: "A Trust Domain accepts its memory and starts its vCPUs slowly, and says nothing meanwhile.",
    reference: BOOT_TIME_REFERENCE,
    find: ({ scenario, demand }) => {
      if (scenario.platform !== "tdx") return [];
      const { timeoutMs, silenceMs = Number.POSITIVE_INFINITY } = scenario.rules;
      const { least, most, silent, text } = bootTimeOf(scenario, demand);
      const hint = (key) => `Set ${key} to ${Math.ceil(most / 6e4)}m or more.`;
      const hits2 = [];
      if (timeoutMs < least) {
        const message = `timeout ${formatDuration(timeoutMs)} is too short for a Trust Domain of ${text}`;
        hits2.push({ at: ["timeout"], message, hint: hint("timeout") });
      }
      if (silenceMs < silent) {
        const message = `silence ${formatDuration(silenceMs)} is too short for a Trust Domain of ${text}`;
        hits2.push({ at: ["silence"], message, hint: hint("silence") });
      }
      return hits2;
    }
  },
  {
    id: "odd-size-of-large-td",
    severity: "warning",
    explanation: "The bitmap of unaccepted memory of a TD of 61 GiB or more can end within a page, and Linux 6.19 and earlier panic there.",
    reference: "canonical/tdx issue #421; kata-containers PR #12537",
    find: ({ scenario: { platform, guest } }) => {
      if (!isTrustDomain(platform) || guest.memory < LARGE || guest.memory % GIB2 === 0) return [];
      return [
        {
          at: ["guest", "memory"],
          message: `${guest.memory / MIB2}M is no whole number of GiB, and Linux may panic early in a Trust Domain of this size`,
          hint: `Set guest.memory to ${Math.ceil(guest.memory / GIB2)}G.`
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

// src/lint/step-rules.ts
var PROMPTS = ["#", "$", "%", ">", "~ #", "/ #", ":", "=>"];
var NO_PROMPTS = [
  (prompt) => `on ${prompt} from fstab`,
  (prompt) => `see ${prompt} below`
];
var FAILURES = [
  "Kernel panic - not syncing: Fatal exception in interrupt",
  "BUG: KASAN: slab-use-after-free in list_del+0x10/0x20",
  "Out of memory: Killed process 101 (init)",
  "watchdog: soft lockup - CPU#0 stuck for 22s!"
];
var STEP_RULES = [
  {
    id: "generic-prompt",
    severity: "warning",
    explanation: "A prompt without a word in it also stands in lines that a booting guest prints.",
    reference: "docs/scenario.md, How text is matched",
    find: ({ scenario: { rules } }) => rules.steps.flatMap(expectationsOf).flatMap((expect) => {
      const prompt = PROMPTS.find((text) => NO_PROMPTS.every((line2) => matches(expect, line2(text))));
      if (prompt === void 0) return [];
      const line = NO_PROMPTS[0]?.(prompt);
      return [
        {
          at: expect.where,
          message: `${expect.pattern.shown} is so general that a line such as "${line}" meets it`,
          hint: 'Anchor it, such as /^[^ ]*# $/: "$" waits until the guest has paused there.'
        }
      ];
    })
  },
  {
    id: "step-in-cmdline",
    severity: "warning",
    explanation: "Linux prints its command line before it does anything that the command line asks for.",
    reference: 'Linux init/main.c, "Kernel command line: %s"',
    find: ({ scenario: { guest, rules } }) => {
      const { cmdline = "" } = guest;
      const first = rules.steps.findIndex(({ kind }) => kind === "send");
      const early = first < 0 ? rules.steps : rules.steps.slice(0, first);
      return early.flatMap(expectationsOf).flatMap((expect) => {
        const met = COMMAND_LINE_OF.some(
          (prefix) => matches(expect, `${prefix}${cmdline}`) && !matches(expect, prefix)
        );
        if (!met) return [];
        return [
          {
            at: expect.where,
            message: `${expect.pattern.shown} is in guest.cmdline, which the kernel prints at its start`,
            hint: "Expect what the guest prints when it has done what the command line asks for."
          }
        ];
      });
    }
  },
  {
    id: "allows-any-failure",
    severity: "warning",
    explanation: "A pattern of `allow` that fits failures of several kinds turns a check off that nobody looks for.",
    reference: "docs/scenario.md, What fails a run",
    find: ({ scenario: { rules } }) => rules.allow.flatMap(({ pattern }, index) => {
      const [first, second] = FAILURES.filter((line) => pattern.exec(line, 0) !== void 0);
      if (first === void 0 || second === void 0) return [];
      return [
        {
          at: ["allow", index, "match"],
          message: `${pattern.shown} allows failures of several kinds, such as "${first}" and "${second}"`,
          hint: "Quote the words of the one failure that is known."
        }
      ];
    })
  }
];
function expectationsOf(step) {
  if (step.kind === "any-order") return step.expects;
  return step.kind === "expect" ? [step] : [];
}
function matches({ pattern }, line) {
  return pattern.exec(line, 0) !== void 0;
}

// src/lint/lint.ts
function describeLint({ where, severity, message, hint, rule }) {
  return `${formatWhere(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}
var RULES = [
  ...FIRMWARE_RULES,
  ...GUEST_RULES,
  ...MEMORY_RULES,
  ...MEASUREMENT_RULES,
  ...STEP_RULES
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
      disks: disks.map(inspectBootDisk)
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

export {
  bootTimeOf,
  describeLint,
  requireSound,
  lintScenario
};
