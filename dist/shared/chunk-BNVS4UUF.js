import {
  STUCK_HINTS,
  formatDuration
} from "./chunk-GK3NDIQF.js";
import {
  parseEventLog
} from "./chunk-IBP3JRZE.js";
import {
  trustedPattern
} from "./chunk-LLQD4UX5.js";
import {
  formatWhere,
  wholeOrNothing
} from "./chunk-GKQLW2Q3.js";
import {
  buildAutomaton
} from "./chunk-CJK44M2I.js";
import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  DataError
} from "./chunk-B2QDC65I.js";
import {
  PHASES,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  TD_KINDS,
  isGuestStream
} from "./chunk-OS4OHMLR.js";
import {
  _enum,
  array,
  int,
  literal,
  number,
  record,
  strictObject,
  string
} from "./chunk-B3M2OGVS.js";

// src/judge/events.ts
var VM_ENDS = ["shutdown", "reset", "panicked", "crashed", "broken"];
var VM_STATES = [...VM_ENDS, "driven"];
var ABORT_CAUSES = [
  "output-limit",
  "cancelled",
  "not-started",
  "not-recorded",
  "incomplete"
];
var MEASUREMENT_VERDICTS = ["equal", "different", "not-shown", "not-known"];
var CERTAINTIES = ["known", "likely", "unknown"];

// src/report/result.ts
var ms = number().describe("Milliseconds since the VMM was started");
var findingSchema = strictObject({
  kind: string(),
  id: string().describe("Stable name of the kind of finding"),
  title: string(),
  hint: string(),
  severity: _enum(SEVERITIES),
  phase: _enum(PHASES),
  time: ms,
  outcome: _enum(["failed", "errored"]).nullable().describe("null: reported only"),
  allowed: string().nullable().describe("Why the scenario allows it"),
  stream: _enum(STREAMS).nullable(),
  line: int().nullable().describe("Line number in the stream, from 1"),
  text: string().nullable(),
  report: array(string()).describe("The lines that followed"),
  where: string().nullable().describe("file:line:column of the scenario")
});
var omittedSchema = strictObject({
  kind: string(),
  id: string(),
  title: string().describe("Of the first one that is listed"),
  count: int().describe("How many were found and are not listed")
});
var stepSchema = strictObject({
  number: int(),
  kind: _enum(["expect", "send"]),
  text: string(),
  state: _enum(["met", "sent", "missed", "open"]),
  where: string(),
  time: ms.nullable(),
  stream: _enum(STREAMS).nullable(),
  line: string().nullable().describe("The line that met it")
});
var diagnosisSchema = strictObject({
  phase: _enum(PHASES).describe("Where the boot stopped"),
  cause: string().describe("Stable name of the cause; unknown: nothing explains it"),
  title: string(),
  certainty: _enum(CERTAINTIES).describe("known: a line says so; likely: it follows from what was seen; unknown"),
  evidence: array(
    strictObject({
      stream: _enum(STREAMS).nullable(),
      line: int().nullable().describe("Line number in the stream, from 1"),
      text: string()
    })
  ),
  advice: string()
});
var measurementSchema = strictObject({
  register: _enum(REGISTERS),
  asserted: _enum(["expected", "replay", "value"]).describe("value: the scenario gives it"),
  verdict: _enum(MEASUREMENT_VERDICTS).describe("not-known: a log was judged that is no recording of a boot"),
  wanted: array(string()).describe("96 hex digits; each is right"),
  shown: string().nullable().describe("By the guest; null: nothing that is a value"),
  explanation: string().nullable().describe("Which section or event differs, as far as it can be told"),
  where: string().describe("file:line:column of the scenario")
});
var resultSchema = strictObject({
  version: literal(1),
  scenario: string(),
  platform: _enum(PLATFORMS),
  verdict: _enum(["passed", "failed", "errored"]),
  reason: string(),
  hint: string(),
  phase: _enum(PHASES).describe("The furthest phase that was reached"),
  td: _enum(TD_KINDS).describe("The Trust Domain that was started and showed itself: of TDX hardware, emulated, or none"),
  time: ms.describe("Milliseconds from the start of the VMM to the verdict"),
  argv: array(string()).nullable().describe("The VMM command; null when none was started"),
  steps: array(stepSchema),
  cause: findingSchema.nullable().describe("The finding that decided"),
  diagnosis: diagnosisSchema.nullable().describe("Where and why it stopped; null when it passed"),
  findings: array(findingSchema).describe("The first of each kind"),
  omitted: array(omittedSchema).describe("What was found more often than it is listed"),
  captures: record(string(), string()),
  measurements: array(measurementSchema).describe("One for each register that the scenario asserts"),
  timeline: array(strictObject({ time: ms, phase: _enum(PHASES), title: string() })),
  lastLines: array(string())
}).describe("The result of one tdx-boot run");
function makeResult(scenario, verdict, argv) {
  return {
    version: 1,
    scenario: scenario.name,
    platform: scenario.platform,
    verdict: verdict.verdict,
    reason: verdict.reason,
    hint: verdict.hint,
    phase: verdict.phase,
    td: verdict.td,
    time: verdict.time,
    argv: argv === void 0 ? null : [...argv],
    steps: verdict.steps.map(stepResult),
    cause: verdict.cause === void 0 ? null : findingResult(verdict.cause),
    diagnosis: verdict.diagnosis === void 0 ? null : diagnosisResult(verdict.diagnosis),
    findings: verdict.findings.map(findingResult),
    omitted: verdict.omitted.map((entry) => ({ ...entry })),
    captures: { ...verdict.captures },
    measurements: verdict.measurements.map(measurementResult),
    timeline: verdict.timeline.map((entry) => ({ ...entry })),
    lastLines: [...verdict.lastLines]
  };
}
function diagnosisResult(diagnosis) {
  return {
    ...diagnosis,
    evidence: diagnosis.evidence.map(({ stream, line, text }) => ({
      stream: stream ?? null,
      line: line ?? null,
      text
    }))
  };
}
function measurementResult(measurement) {
  const { wanted, shown, explanation, where } = measurement;
  return {
    ...measurement,
    wanted: [...wanted],
    shown: shown ?? null,
    explanation: explanation ?? null,
    where: formatWhere(where)
  };
}
function findingResult(finding) {
  return {
    kind: finding.kind,
    id: finding.id,
    title: finding.title,
    hint: finding.hint,
    severity: finding.severity,
    phase: finding.phase,
    time: finding.time,
    outcome: finding.outcome ?? null,
    allowed: finding.allowed ?? null,
    stream: finding.stream ?? null,
    line: finding.line ?? null,
    text: finding.text ?? null,
    report: [...finding.report ?? []],
    where: finding.where === void 0 ? null : formatWhere(finding.where)
  };
}
function stepResult(step) {
  return {
    number: step.number,
    kind: step.kind,
    text: step.text,
    state: step.state,
    where: formatWhere(step.where),
    time: step.time ?? null,
    stream: step.stream ?? null,
    line: step.line ?? null
  };
}

// src/judge/catalog/host.ts
var HOST = ["host"];
var TRACE_END = "---[ end trace";
var SEAMCALL_HINT = "The TDX module rejected a call of the host kernel: module and kernel do not belong together. Kernels from 6.8 on need module 1.5 or later: update BIOS and TDX module (canonical/tdx#331).";
var HOST_SIGNS = [
  {
    id: "host-tdx-enabled",
    pattern: /tdx: BIOS enabled: private KeyID range/,
    title: "the BIOS reserved KeyIDs for TDX"
  },
  {
    id: "host-tdx-initialised",
    pattern: /tdx: (?:TDX-Module|TDX module|module) initialized/,
    title: "the TDX module is initialised"
  },
  { id: "host-pamt", pattern: /tdx: [0-9]+ [kK]i?B allocated for PAMT/, title: "memory for the PAMT" },
  {
    id: "host-tdx-module",
    pattern: /tdx: TDX module(?::| [0-9]+\.[0-9]+)/,
    title: "version of the TDX module"
  },
  {
    id: "host-mktme",
    pattern: /x86\/(?:mktme|tme): .*(?:KeyIDs available|enabled by BIOS)/,
    title: "TME keys"
  },
  { id: "host-s3", pattern: /tdx: Disable ACPI S3/, title: "ACPI S3 excludes TDX" }
];
var HOST_SIGNATURES = [
  {
    id: "linux-host-tdx-init-failed",
    phase: "host",
    severity: "error",
    pattern: /tdx: (?:TDX-Module|TDX module|module) initialization failed \((?<errno>-[0-9]+)\)/,
    title: "TDX module initialization failed ($<errno>)",
    hint: "Update BIOS and TDX module, and read the SEAMCALL line above.",
    streams: HOST,
    symptom: true
  },
  {
    id: "linux-host-kvm-no-tdx",
    phase: "host",
    severity: "error",
    pattern: /kvm_intel: (?:[fF]ailed to (?:initialize|enable) TDX|TDX (?:is )?(?:not |dis|un))/,
    title: "KVM could not switch TDX on",
    hint: "The virt/tdx lines above say what the TDX module or the BIOS lacks; /sys/module/kvm_intel/parameters/tdx reads N.",
    streams: HOST,
    symptom: true
  },
  {
    id: "linux-host-tdx-bios",
    phase: "host",
    severity: "error",
    pattern: /tdx: not enabled by BIOS/,
    title: "TDX is not enabled by the BIOS",
    hint: "Enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up, then switch the machine off and on. KeyIDs alone are not enough.",
    streams: HOST
  },
  {
    id: "linux-host-tme",
    phase: "host",
    severity: "error",
    pattern: /x86\/(?:mktme|tme): (?:not enabled by BIOS|disabled by BIOS|No known encryption algorithm)/,
    title: "Memory encryption (TME, TME-MT) is not enabled by the BIOS",
    hint: "TDX needs it: enable TME and TME-MT (multi-key) in the BIOS set-up.",
    streams: HOST
  },
  {
    id: "linux-host-seamldr",
    phase: "host",
    severity: "error",
    pattern: /tdx: (?:TDX )?module (?:is )?not loaded|P-SEAMLDR.*(?:not |failed)|[sS][eE][aA][mM](?:RR|LDR)? (?:is )?not (?:enabled|supported|loaded)/,
    title: "The TDX module is not loaded",
    hint: "The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS, or place the module where the BIOS looks for it.",
    streams: HOST
  },
  {
    id: "linux-host-tdmr",
    phase: "host",
    severity: "error",
    pattern: /tdx: .*(?:TDMR .*reserved areas exhausted|reserved areas exhausted)/,
    title: "TDX host initialization failed: TDMR reserved areas exhausted",
    hint: "The memory map has more holes than the TDX module takes in one region: update the TDX module and the host kernel (canonical/tdx#135).",
    streams: HOST
  },
  {
    id: "linux-host-keyids",
    phase: "host",
    severity: "error",
    pattern: /tdx: .*(?:too few private KeyIDs available|no TDX private KeyIDs available|[nN]o (?:free|available) (?:TDX )?(?:private )?KeyIDs)/,
    title: "There are too few private KeyIDs for TDX",
    hint: "Give TDX a larger share in the BIOS set-up (TME-MT/TDX key split), or look above for why the early initialization failed.",
    streams: HOST
  },
  {
    id: "linux-host-hibernation",
    phase: "host",
    severity: "error",
    pattern: /tdx: initialization failed: Hibernation support is enabled/,
    title: "TDX host initialization failed: Hibernation support is enabled",
    hint: "Boot the host with nohibernate on its kernel command line.",
    streams: HOST
  },
  {
    id: "linux-host-virt-at-load",
    phase: "host",
    severity: "error",
    pattern: /tdx requires kvm\.enable_virt_at_load=1/,
    title: "KVM was told not to enable virtualisation at load",
    hint: "TDX needs kvm.enable_virt_at_load=1, its default: take the option off the command line and modprobe.d.",
    streams: HOST
  },
  {
    id: "linux-host-kvm-feature",
    phase: "host",
    severity: "error",
    pattern: /(?<feature>EPT|TDP MMU and MMIO caching|APICv|OSXSAVE|MOVDIR64B|Self-snoop)(?: \(and EPT A\/D bit\))? is required for TDX|[cC]annot enable TDX|SEAM: CPU doesn't support/,
    title: "KVM switched TDX off: a feature that it needs is missing",
    hint: "The line names it. Take ept=0, tdp_mmu=0 or enable_apicv=0 off kvm and kvm_intel; MOVDIR64B and Self-snoop are the CPU\u2019s.",
    streams: HOST
  },
  {
    id: "linux-host-kvm-bios",
    phase: "host",
    severity: "error",
    pattern: /kvm: (?:disabled by [bB][iI][oO][sS]|no hardware support)|VMX .*(?:disabled|not enabled) (?:by|in) BIOS|kvm_intel: VMX not supported/,
    title: "The host has no virtualisation: VMX is off",
    hint: "Enable VT-x (VMX) in the BIOS set-up; in a VM, nested virtualisation.",
    streams: HOST
  },
  {
    id: "linux-host-tdx-early",
    phase: "host",
    severity: "error",
    pattern: /(?:tdx: [iI]nitialization failed:|virt\/tdx: [fF]ailed to) (?<reason>[A-Za-z](?:[A-Za-z_ ]*[A-Za-z])?)/,
    title: "TDX host initialization failed: $<reason>",
    hint: "The text names it. Look the function up in arch/x86/virt/vmx/tdx/tdx.c of this kernel.",
    streams: HOST
  },
  {
    id: "linux-host-seamcall",
    phase: "host",
    severity: "error",
    pattern: /SEAMCALL ?[([]?(?<leaf>0x[0-9a-fA-F]+|[A-Z][A-Z_.]+)[)\]]?:? ?failed/,
    title: "SEAMCALL $<leaf> failed",
    hint: SEAMCALL_HINT,
    streams: HOST
  },
  {
    id: "linux-host-seamcall-leaf",
    phase: "host",
    severity: "error",
    pattern: /SEAMCALL failed: .*leaf (?<leaf>[0-9]+)/,
    title: "SEAMCALL leaf $<leaf> failed",
    hint: SEAMCALL_HINT,
    streams: HOST
  },
  {
    id: "linux-host-kvm-warning",
    phase: "host",
    severity: "error",
    pattern: /WARNING: .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/vmx\/tdx|virt\/kvm\/)|RIP: .*(?:tdx|vmx|vt)_[a-z_]+\+0x[^ ]* \[kvm/,
    title: "The host\u2019s KVM hit a bug in KVM or in the TDX module",
    hint: "The TD that ran is lost: its VMM sees I/O errors. Update host kernel, BIOS and TDX module (canonical/tdx#100, #206, #348), and report the trace.",
    end: TRACE_END,
    streams: HOST
  },
  {
    id: "linux-host-kvm-bug",
    phase: "host",
    severity: "error",
    pattern: /(?:kernel BUG at|BUG: KASAN: .* in) .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/|tdx_[a-z_]+|vmx_[a-z_]+)/,
    title: "The host\u2019s KVM failed",
    hint: "Update host kernel, BIOS and TDX module, and report the trace.",
    end: TRACE_END,
    streams: HOST
  },
  {
    id: "linux-host-oom",
    phase: "host",
    severity: "error",
    pattern: /Out of memory: Killed process [0-9]+ \((?:qemu|cloud-hyp|kvm)/,
    title: "The host\u2019s OOM killer ended the VMM",
    hint: "The memory of a TD cannot be swapped: give the guest less or free memory on the host.",
    streams: HOST
  },
  {
    id: "linux-host-module-symbols",
    phase: "host",
    severity: "error",
    pattern: /kvm(?:_intel)?: (?:disagrees about version of symbol|Unknown symbol)/,
    title: "A KVM module does not belong to the running kernel",
    hint: "Reinstall the kernel package with its modules and boot it; modules of another build are refused.",
    streams: HOST,
    symptom: true
  }
];

// src/judge/catalog/bootloader.ts
var BOOTLOADER = [
  {
    id: "bds-secure-boot",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to (?:load|start) Boot.*rejected probably by Secure Boot/,
    title: "The boot option was rejected, probably by Secure Boot",
    hint: "The image is unsigned or signed by a key that is not in db. Use firmware without enrolled keys (not the .ms variant), or sign the image."
  },
  {
    id: "bds-access-denied",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to (?:load|start) Boot.*: (?:Access Denied|Security Violation)/,
    title: "The boot option was refused by the firmware",
    hint: "With Secure Boot enforced the image must be signed by a key in db. Use firmware without enrolled keys, or sign the image."
  },
  {
    id: "bds-start-failed",
    phase: "bootloader",
    severity: "error",
    pattern: /BdsDxe: failed to start Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" started and returned an error',
    hint: "The boot loader or kernel image ran and gave up; its own messages are above this line."
  },
  {
    id: "bds-load-failed",
    phase: "bootloader",
    severity: "warning",
    pattern: /BdsDxe: failed to load Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" could not be loaded',
    hint: 'The firmware goes on with the next option. "Not Found" on a disk: no EFI/BOOT/BOOTX64.EFI on a GPT partition of type ESP, or a bus whose driver a TD does not load (SCSI, USB).'
  },
  {
    id: "bds-no-option",
    phase: "bootloader",
    severity: "fatal",
    pattern: /BdsDxe: No bootable option or device was found/,
    title: "The firmware found nothing to boot",
    hint: "Attach a disk with an ESP over virtio-blk, AHCI or NVMe, or pass a kernel. With 64 MiB of memory and less this appears too."
  },
  {
    id: "seabios-no-boot",
    phase: "bootloader",
    severity: "fatal",
    pattern: /No bootable device\./,
    title: "SeaBIOS found nothing to boot",
    hint: "Legacy BIOS is running: pass TD firmware with -bios, or a kernel."
  },
  {
    id: "seabios-boot-failed",
    phase: "bootloader",
    severity: "error",
    pattern: /Boot failed: (?<why>[a-z][a-z ]*[a-z])/,
    title: "SeaBIOS: boot failed: $<why>",
    hint: "The disk has no boot sector for legacy BIOS. UEFI disk images need UEFI firmware (-bios)."
  },
  {
    id: "grub-kernel-first",
    phase: "bootloader",
    severity: "fatal",
    pattern: /you need to load the kernel first/,
    title: "GRUB could not load the kernel",
    hint: "The linux command failed just before; see the error above (missing file, bad signature, out of memory)."
  },
  {
    id: "grub-file-missing",
    phase: "bootloader",
    severity: "error",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?file [`'].*' not found/,
    title: "GRUB: file not found",
    hint: "A path in grub.cfg does not exist on the partition that GRUB calls root.",
    unless: /\.pf2'|\.mo'|\.gmo'|grubenv'|\/locale\//
  },
  {
    id: "grub-unknown-filesystem",
    phase: "bootloader",
    severity: "error",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?unknown filesystem/,
    title: "GRUB: unknown filesystem",
    hint: "GRUB has no module for this file system, or its prefix points at the wrong partition."
  },
  {
    id: "grub-rescue",
    phase: "bootloader",
    severity: "fatal",
    pattern: /grub rescue>/,
    title: "GRUB rescue shell",
    hint: "GRUB did not find its modules or configuration: its prefix points at a partition that is not there."
  },
  {
    id: "grub-shell",
    phase: "bootloader",
    severity: "fatal",
    pattern: /Minimal BASH-like line editing is supported|grub> /,
    title: "GRUB shell",
    hint: "GRUB found no grub.cfg and waits for commands."
  },
  {
    id: "grub-no-device",
    phase: "bootloader",
    severity: "warning",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?no such device: /,
    title: "GRUB: no such device",
    hint: "A search for a UUID or label found nothing; harmless if the boot goes on."
  },
  {
    id: "grub-no-disk",
    phase: "bootloader",
    severity: "error",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?disk [`'].*' not found/,
    title: "GRUB: disk not found",
    hint: "grub.cfg or the prefix names a disk that the firmware does not show."
  },
  {
    id: "grub-symbol",
    phase: "bootloader",
    severity: "fatal",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?symbol [`'].*' not found/,
    title: "GRUB: symbol not found",
    hint: "GRUB core and modules are of different versions: run grub-install again."
  },
  {
    id: "grub-bad-signature",
    phase: "bootloader",
    severity: "error",
    pattern: /error: .*(?:bad shim signature|prohibited by secure boot policy)/,
    title: "GRUB refused an image because of Secure Boot",
    hint: "Sign the kernel or module with a key that shim trusts, or use firmware without enrolled keys."
  },
  {
    id: "grub-out-of-memory",
    phase: "bootloader",
    severity: "error",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?out of memory\./,
    title: "GRUB: out of memory",
    hint: "Kernel or initrd do not fit: give the guest more memory or make the initrd smaller."
  },
  {
    id: "grub-bad-image",
    phase: "bootloader",
    severity: "error",
    pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?(?<what>invalid magic number|premature end of file)/,
    title: "GRUB: $<what>",
    hint: "The kernel or initrd file is damaged, truncated or not a kernel."
  },
  {
    id: "shim-sbat",
    phase: "bootloader",
    severity: "fatal",
    pattern: /SBAT self-check failed/,
    title: "shim was revoked (SBAT self-check failed)",
    hint: "The SBAT level in the variable store forbids this shim: use a newer shim or fresh firmware variables."
  },
  {
    id: "shim-wrong",
    phase: "bootloader",
    severity: "fatal",
    pattern: /Something has gone seriously wrong: (?<what>[A-Za-z_]+)/,
    title: "shim: something has gone seriously wrong: $<what>",
    hint: "shim could not set up its MOK state and powers off. A full or read-only variable store is the usual cause."
  },
  {
    id: "shim-verification",
    phase: "bootloader",
    severity: "error",
    pattern: /Verification failed: \(0x[0-9A-F]+\) (?<status>[A-Z][a-z]+ [A-Z][a-z]+)/,
    title: "shim: verification failed: $<status>",
    hint: "The second stage is not signed by a key that shim trusts."
  },
  {
    id: "shim-load",
    phase: "bootloader",
    severity: "error",
    pattern: /Failed to (?:open|load image) \\(?<path>[^ :]+)/,
    title: "shim could not load \\$<path>",
    hint: "The second stage is missing on the ESP next to shim."
  },
  {
    id: "shim-start-image",
    phase: "bootloader",
    severity: "error",
    pattern: /start_image\(\) returned (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: "shim: the second stage returned $<status>",
    hint: "The boot loader behind shim gave up; its own messages are above this line."
  },
  {
    id: "systemd-boot-no-loader",
    phase: "bootloader",
    severity: "fatal",
    pattern: /No loader found\. Configuration files in /,
    title: "systemd-boot found no entry",
    hint: "Put a UKI into EFI/Linux/ or an entry into loader/entries/ on the ESP."
  },
  {
    id: "systemd-boot-load",
    phase: "bootloader",
    severity: "error",
    pattern: /Error loading EFI binary .*: (?<status>[A-Z][A-Za-z ]*[a-z])/,
    title: "systemd-boot could not load the image: $<status>",
    hint: "Load Error: the image is damaged. Access denied or Security violation: Secure Boot refuses its signature."
  },
  {
    id: "efi-stub-fatal",
    phase: "kernel",
    severity: "fatal",
    pattern: /EFI [sS]tub: ERROR: (?<what>exit_boot\(\) failed|efi_stub_entry\(\) failed|efi_main\(\) failed|Failed to decompress kernel|Failed to relocate kernel)/,
    title: "EFI stub: $<what>",
    hint: "The kernel could not leave the firmware. Check the memory size, the bzImage and the error lines above."
  },
  {
    id: "efi-stub-error",
    phase: "kernel",
    severity: "error",
    pattern: /EFI [sS]tub: ERROR: (?<what>[A-Za-z](?:[A-Za-z_ ()'-]*[A-Za-z)])?)/,
    title: "EFI stub: $<what>",
    hint: "The kernel may still start; check the initrd and the memory size."
  }
];

// src/judge/catalog/cloud-hypervisor.ts
var VMM = ["vmm"];
var CLOUD_HYPERVISOR = [
  {
    id: "ch-tdx-capabilities",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error retrieving TDX capabilities|Failed to retrieve TDX capabilities/,
    title: "Cloud Hypervisor cannot read the TDX capabilities of KVM",
    hint: "Releases up to v52 speak the 2022 Intel KVM ABI; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#8540).",
    streams: VMM
  },
  {
    id: "ch-vm-type",
    phase: "host",
    severity: "fatal",
    pattern: /VmCreate\(Invalid argument/,
    title: "KVM has no VM type of the number by which Cloud Hypervisor asks for a TD",
    hint: "Releases up to v52 ask for type 1, as in the 2022 Intel KVM tree; upstream KVM has TDs as type 5. On Linux 6.16 and later use QEMU 10.1 or later; elsewhere check that TDX is on: /sys/module/kvm_intel/parameters/tdx.",
    streams: VMM
  },
  {
    id: "ch-tdx-memory-region",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error enabling TDX memory region|Failed to initialize memory region TDX/,
    title: "Cloud Hypervisor cannot add memory to the TD",
    hint: "KVM_TDX_INIT_MEM_REGION failed: kernels from 6.16 on expect it on a vCPU. Use a VMM that fits the kernel.",
    streams: VMM
  },
  {
    id: "ch-tdx-finalize",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error finalizing TDX VM|Failed to finalize TDX/,
    title: "Cloud Hypervisor cannot finalize the TD",
    hint: "KVM_TDX_FINALIZE failed: a TDVF section is missing or the vCPUs are not initialised; read the host dmesg.",
    streams: VMM
  },
  {
    id: "ch-tdx-init",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error enabling TDX VM|Failed to initialize TDX/,
    title: "Cloud Hypervisor cannot initialise the TD",
    hint: "KVM_TDX_INIT_VM or _VCPU failed: TDX is off in kvm_intel, no KeyID is free, or the kernel speaks another ABI.",
    streams: VMM
  },
  {
    id: "ch-tdvf-descriptor",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error parsing TDVF|Invalid descriptor (?:signature|size|version)|Failed read (?:TDVF descriptor|GUID table)/,
    title: "The firmware file has no valid TDX metadata",
    hint: "Use a TD firmware: edk2 IntelTdxX64 or OvmfPkgX64, OVMF.inteltdx.fd, or a td-shim image.",
    streams: VMM
  },
  {
    id: "ch-tdx-hob",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error populating TDX HOB|Failed to write HOB details to guest memory/,
    title: "The TD HOB does not fit its section",
    hint: "Many vCPUs or memory regions need a larger TD_HOB section in the firmware: use fewer vCPUs or rebuild it.",
    streams: VMM
  },
  {
    id: "ch-tdvf-memory",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error allocating TDVF memory/,
    title: "Cloud Hypervisor cannot allocate the TDVF sections",
    hint: "The guest memory does not cover a section of the firmware: raise --memory.",
    streams: VMM
  },
  {
    id: "ch-tdx-file",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error performing I\/O on (?:the )?TDX (?<what>firmware|payload) file/,
    title: "Cloud Hypervisor cannot read the TDX $<what> file",
    hint: "Check the path and the permissions of the file.",
    streams: VMM
  },
  {
    id: "ch-tdx-payload-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid TDX payload type/,
    title: "The kernel is not a bzImage",
    hint: "With TDX the kernel must be a bzImage (HdrS, boot protocol 2.00 or newer, LOADED_HIGH), not a vmlinux.",
    streams: VMM
  },
  {
    id: "ch-tdx-no-firmware",
    phase: "vmm",
    severity: "fatal",
    pattern: /No TDX firmware specified|TDX firmware missing/,
    title: "No TDX firmware given",
    hint: "--platform tdx=on needs --firmware.",
    streams: VMM
  },
  {
    id: "ch-tdx-cpu-hotplug",
    phase: "vmm",
    severity: "fatal",
    pattern: /CPU hotplug is not permitted with TDX/,
    title: "CPU hotplug is not permitted with TDX",
    hint: "Give --cpus boot=N without a larger max=.",
    streams: VMM
  },
  {
    id: "ch-tdx-cpu-profile",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX cannot be enabled when a custom CPU profile/,
    title: "TDX excludes a custom CPU profile",
    hint: "Remove profile= from --cpus.",
    streams: VMM
  },
  {
    id: "ch-firmware-and-kernel",
    phase: "vmm",
    severity: "fatal",
    pattern: /Specifying a kernel is not supported when a firmware is provided/,
    title: "--firmware and --kernel exclude each other",
    hint: "From v48 on Cloud Hypervisor refuses both together, so td-shim with a kernel needs v30 to v47 (cloud-hypervisor#7630).",
    streams: VMM
  },
  {
    id: "ch-invalid-payload",
    phase: "vmm",
    severity: "fatal",
    pattern: /VmBoot\(InvalidPayload\)/,
    title: "The payload options do not fit together",
    hint: "--firmware and --kernel together need --platform tdx=on (cloud-hypervisor#5734).",
    streams: VMM
  },
  {
    id: "ch-payload-ignored",
    phase: "vmm",
    severity: "warning",
    pattern: /Ignoring (?<what>cmdline|initramfs) parameter as firmware is provided/,
    title: "Cloud Hypervisor ignores the $<what>",
    hint: "With firmware the command line and the initramfs come from the disk image or are built into the kernel.",
    streams: VMM
  },
  {
    id: "ch-no-tdx-feature",
    phase: "vmm",
    severity: "fatal",
    pattern: /unknown option: tdx/,
    title: "This Cloud Hypervisor is built without TDX",
    hint: "Build v52.0 or older with --features tdx; release binaries never contain it. cloud-hypervisor --version -v lists the features.",
    streams: VMM
  },
  {
    id: "ch-kernel-format",
    phase: "vmm",
    severity: "fatal",
    pattern: /KernelLoad\(|Kernel Loader: failed to load/,
    title: "Cloud Hypervisor cannot load the kernel or the firmware",
    hint: "Without TDX it boots a bzImage, or an ELF program with a PVH entry such as CLOUDHV.fd: a TDVF is neither.",
    streams: VMM
  },
  {
    id: "ch-snapshot",
    phase: "vmm",
    severity: "error",
    pattern: /Snapshot not possible with TDX VM/,
    title: "A TD cannot be snapshotted",
    hint: "Do not ask for a snapshot of a TD.",
    streams: VMM
  },
  {
    id: "ch-get-quote",
    phase: "vmm",
    severity: "warning",
    pattern: /TDG_VP_VMCALL_(?<call>GET_QUOTE|SETUP_EVENT_NOTIFY_INTERRUPT) not supported/,
    title: "TDVMCALL $<call> is not supported",
    hint: "This Cloud Hypervisor offers no attestation: the guest gets no quote.",
    streams: VMM
  },
  {
    id: "ch-tdx-vmcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /Unexpected TDX VMCALL/,
    title: "The guest made a TDVMCALL that Cloud Hypervisor does not handle",
    hint: "Often ReportFatalError: a panic of a TD before its console works. Cloud Hypervisor does not end the VM; read the guest console.",
    streams: VMM
  },
  {
    id: "ch-triple-fault",
    phase: "kernel",
    severity: "error",
    pattern: /Guest likely triple-faulted/,
    title: "The guest triple-faulted",
    hint: "Cloud Hypervisor reboots the VM. td-shim v0.8.0 does this with two and more vCPUs on hosts that set NO_RBP_MOD.",
    streams: VMM
  },
  {
    id: "ch-vcpu-error",
    phase: "vmm",
    severity: "fatal",
    pattern: /VCPU generated error/,
    title: "A vCPU of Cloud Hypervisor failed",
    hint: "KVM_RUN failed; the VMM ends with status 0 all the same. Read the error in the line and the host dmesg.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-vcpu-panic",
    phase: "vmm",
    severity: "fatal",
    pattern: /vCPU thread panicked/,
    title: "A vCPU thread of Cloud Hypervisor panicked",
    hint: "A bug of the VMM: report it with the backtrace above.",
    streams: VMM
  },
  {
    id: "ch-thread-panic",
    phase: "vmm",
    severity: "fatal",
    pattern: /thread '(?<thread>[A-Za-z_-]+)[^']*' (?:\([0-9]+\) )?panicked at/,
    title: "Thread $<thread> of the VMM panicked",
    hint: "A bug of the VMM: run again with RUST_BACKTRACE=1 and report it.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-seccomp",
    phase: "vmm",
    severity: "fatal",
    pattern: /Possible seccomp violation/,
    title: "Cloud Hypervisor was killed by its seccomp filter",
    hint: "Run with --seccomp log to learn the system call, or --seccomp false to go on.",
    streams: VMM
  },
  {
    id: "ch-hypervisor-interface",
    phase: "host",
    severity: "fatal",
    pattern: /is hypervisor interface available\?/,
    title: "Cloud Hypervisor cannot open /dev/kvm",
    hint: "Load kvm_intel, and give the user access to /dev/kvm (group kvm).",
    streams: VMM
  },
  {
    id: "ch-address-in-use",
    phase: "vmm",
    severity: "fatal",
    pattern: /Address already in use \(os error 98\)/,
    title: "A socket of Cloud Hypervisor is already in use",
    hint: "Another VM uses the same API, serial or vsock socket, or an old socket file was left behind.",
    streams: VMM
  },
  {
    id: "ch-no-memory",
    phase: "host",
    severity: "fatal",
    pattern: /Cannot allocate memory \(os error 12\)/,
    title: "The host has not enough memory for the guest",
    hint: "Lower the memory of the guest or free huge pages and memory on the host.",
    streams: VMM
  },
  {
    id: "ch-file-missing",
    phase: "vmm",
    severity: "error",
    pattern: /No such file or directory \(os error 2\)/,
    title: "A file that Cloud Hypervisor needs is missing",
    hint: "The line above names the option; check its path.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-permission",
    phase: "host",
    severity: "error",
    pattern: /Permission denied \(os error 13\)/,
    title: "Cloud Hypervisor may not open a file or device",
    hint: "The line above names it: /dev/kvm needs group kvm, tap devices need CAP_NET_ADMIN.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-config",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error parsing config/,
    title: "Cloud Hypervisor refuses its options",
    hint: "The rest of the line or the next one names the option.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-create-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error creating VM/,
    title: "Cloud Hypervisor could not create the VM",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-boot-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error booting VM|The VM could not boot/,
    title: "Cloud Hypervisor could not boot the VM",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM,
    symptom: true
  },
  {
    id: "ch-exited",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cloud Hypervisor exited with the following/,
    title: "Cloud Hypervisor exited with an error",
    hint: "The lines below give the chain of causes; the last one is the root.",
    streams: VMM,
    symptom: true
  }
];

// src/judge/catalog/edk2.ts
var EDK2 = [
  {
    id: "edk2-assert-module",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT \[(?<module>[A-Za-z0-9_]+)\] (?:.*[/\\])?(?<file>[A-Za-z0-9_.-]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: "ASSERT in $<module> ($<file>): $<expr>",
    hint: "The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit."
  },
  {
    id: "edk2-assert",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT (?:.*[/\\])?(?<file>[A-Za-z0-9_-]+\.[A-Za-z]+)\([0-9]+\): (?<expr>.*[^ ])/,
    title: "ASSERT in $<file>: $<expr>",
    hint: "The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit."
  },
  {
    id: "edk2-assert-efi-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT_EFI_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: "ASSERT_EFI_ERROR: $<status>",
    hint: "A call that must succeed returned this status; the ASSERT line that follows names the place.",
    end: "ASSERT"
  },
  {
    id: "edk2-assert-return-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /ASSERT_RETURN_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
    title: "ASSERT_RETURN_ERROR: $<status>",
    hint: "A call that must succeed returned this status; the ASSERT line that follows names the place.",
    end: "ASSERT"
  },
  {
    id: "edk2-exception",
    phase: "firmware",
    severity: "fatal",
    pattern: /!!!! (?:X64|IA32) Exception Type - [0-9A-F]+\((?<name>[^)]*)\)/,
    title: "CPU exception in the firmware: $<name>",
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module; #PF on a low address means a NULL pointer, #VE an instruction that a TD may not use.',
    end: "ind image"
  },
  {
    id: "edk2-exception-unknown",
    phase: "firmware",
    severity: "fatal",
    pattern: /!!!! (?:X64|IA32) Exception Type - /,
    title: "CPU exception in the firmware",
    hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module.',
    end: "ind image"
  },
  {
    id: "edk2-ve-info",
    phase: "firmware",
    severity: "fatal",
    pattern: /#VE happened\. TDGETVEINFO failed with Status/,
    title: "TDG.VP.VEINFO.GET failed in the firmware",
    hint: "The TDX module refused to tell about a #VE: nested #VE or a module mismatch. The firmware stops."
  },
  {
    id: "edk2-ve-unsupported",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unsupported #VE happened, ExitReason is (?<reason>[0-9]+)/,
    title: "Unsupported #VE in the firmware, exit reason $<reason>",
    hint: "The firmware used an instruction that its #VE handler does not emulate; the number is the VMX exit reason."
  },
  {
    id: "edk2-ve-host-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /#VE Error \(0x[0-9A-Fa-f]+\) returned from host/,
    title: "The host refused a #VE emulation",
    hint: "The VMM or KVM returned an error for CPUID, MSR, I/O or MMIO emulation: look at the VMM log."
  },
  {
    id: "edk2-ve-mmio",
    phase: "firmware",
    severity: "fatal",
    pattern: /MMIO #VE happened/,
    title: "MMIO #VE that the firmware cannot decode",
    hint: "MMIO through an instruction that the handler does not parse, or an unexpected shared address."
  },
  {
    id: "edk2-ept-violation",
    phase: "firmware",
    severity: "fatal",
    pattern: /EPT-violation #VE on private memory is not allowed/,
    title: "EPT-violation #VE on private memory in the firmware",
    hint: "Memory was used before it was accepted, or the host removed it. Check the memory map of the TD HOB."
  },
  {
    id: "edk2-map-gpa",
    phase: "firmware",
    severity: "error",
    pattern: /TdVmcall\(MAPGPA\) failed with/,
    title: "TDVMCALL<MapGPA> failed",
    hint: "The host could not convert memory between private and shared. Firmware older than November 2023 lacks the retry (edk2 8a41004643)."
  },
  {
    id: "edk2-vmcall-mmio",
    phase: "firmware",
    severity: "error",
    pattern: /: TdVmcall failed with /,
    title: "TDVMCALL for MMIO failed in the firmware",
    hint: "The VMM did not emulate an MMIO access: look at the VMM log for the address."
  },
  {
    id: "edk2-accept-memory",
    phase: "firmware",
    severity: "fatal",
    pattern: /Failed to AcceptMemory with/,
    title: "The firmware failed to accept memory",
    hint: "TDG.MEM.PAGE.ACCEPT failed: the VMM did not add the memory that its HOB describes, or the host ran out of it."
  },
  {
    id: "edk2-page-tables",
    phase: "firmware",
    severity: "fatal",
    // The source spells it "idnetity".
    pattern: /Failed to create [a-z]+ mapping page tables/,
    title: "The firmware could not build its page tables",
    hint: "Too little memory for the page tables, or a wrong physical address width."
  },
  {
    id: "edk2-hob",
    phase: "firmware",
    severity: "fatal",
    pattern: /HOB: (?<what>(?:HOB|Hob|Unknow|Invalid) ?[A-Za-z ]*[a-zA-Z])/,
    title: "The TD HOB is not valid: $<what>",
    hint: "The VMM handed over a HOB list that the firmware rejects; firmware and VMM do not fit each other."
  },
  {
    id: "edk2-td-mailbox",
    phase: "firmware",
    severity: "fatal",
    pattern: /Failed to relocate Td mailbox/,
    title: "The firmware could not relocate the TD mailbox",
    hint: "No ACPI NVS memory for the mailbox: application processors will not wake up in the OS. Give the guest more memory."
  },
  {
    id: "edk2-bds-unable",
    phase: "firmware",
    severity: "fatal",
    pattern: /\[Bds\] ?Unable to boot!/,
    title: "The boot manager is out of options",
    hint: "Every boot option failed; the BdsDxe lines above say how."
  },
  {
    id: "edk2-decompress",
    phase: "firmware",
    severity: "fatal",
    pattern: /Decompress Failed - (?<status>[A-Za-z ]*[A-Za-z])/,
    title: "The firmware volume cannot be decompressed: $<status>",
    hint: "The firmware file is damaged (a RELEASE build is silent here): compare its sha256 with the build."
  },
  {
    id: "edk2-status-code",
    phase: "firmware",
    severity: "warning",
    pattern: /ERROR: C[0-9A-F]+:V(?<value>[0-9A-F]+) I/,
    title: "Firmware error status code V$<value>",
    hint: "Look the value up in MdePkg/Include/Pi/PiStatusCode.h; the GUID after it names the module.",
    // These two codes (boot option not loaded, boot option failed) are left out: BdsDxe says more about them.
    unless: /:V0305100[23] /
  }
];

// src/judge/catalog/linux/bugs.ts
var TRACE_END2 = "---[ end trace";
var BUGS = [
  {
    id: "linux-scheduling-atomic",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: scheduling while atomic/,
    title: "Scheduling while atomic",
    hint: "Code slept with preemption disabled or a spinlock held."
  },
  {
    id: "linux-sleeping-function",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: sleeping function called from invalid context at (?<file>[A-Za-z0-9_./-]+):/,
    title: "Sleeping function called from invalid context at $<file>",
    hint: "Code that may sleep ran with interrupts off or a spinlock held; the trace shows the caller."
  },
  {
    id: "linux-bad-page",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Bad page (?<what>state|map|cache)/,
    title: "Bad page $<what>",
    hint: "A page was freed or mapped while in use. Suspect a driver, or memory that the host changed."
  },
  {
    id: "linux-bad-rss",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Bad rss-counter state/,
    title: "Bad rss-counter state",
    hint: "Memory accounting of an address space went wrong; look for an earlier memory error."
  },
  {
    id: "linux-preemptible-percpu",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: using (?<func>[a-z_]+)\(\) in preemptible/,
    title: "$<func>() in preemptible code",
    hint: "Per-CPU data was used with preemption enabled; use get_cpu() or this_cpu_*() in a safe context.",
    symptom: true
  },
  {
    id: "linux-workqueue-leak",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: workqueue leaked lock or atomic/,
    title: "Workqueue leaked a lock",
    hint: 'A work function returned with a lock held or preemption disabled; "last function" names it.'
  },
  {
    id: "linux-dentry-in-use",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: Dentry .* still in use/,
    title: "Dentry still in use at unmount",
    hint: "A dentry reference was leaked; the name of the entry is in the line."
  },
  {
    id: "linux-busy-inodes",
    phase: "kernel",
    severity: "error",
    pattern: /VFS: Busy inodes after unmount/,
    title: "VFS: busy inodes after unmount",
    hint: "An inode reference was leaked; using it later is a use-after-free."
  },
  {
    id: "linux-close-count",
    phase: "kernel",
    severity: "error",
    pattern: /VFS: Close: file count is 0/,
    title: "VFS: close of a file without references",
    hint: "A file was released twice."
  },
  {
    id: "linux-netdevice-leak",
    phase: "kernel",
    severity: "error",
    pattern: /unregister_netdevice: waiting for (?<dev>[a-z]+)/,
    title: "unregister_netdevice: $<dev> is still referenced",
    hint: "A reference to the network device was leaked; CONFIG_NET_DEV_REFCNT_TRACKER=y names the owner."
  },
  {
    id: "linux-bug",
    phase: "kernel",
    severity: "error",
    pattern: /(?:^|[^A-Za-z_])BUG: (?<what>[A-Za-z](?:[A-Za-z _()-]*[A-Za-z)])?)/,
    title: "BUG: $<what>",
    hint: "The kernel found a broken invariant; read the report below."
  },
  {
    id: "linux-oops",
    phase: "kernel",
    severity: "error",
    pattern: /Oops: /,
    title: "Kernel oops",
    hint: "The line above names the fault and RIP below the function; decode it with scripts/decode_stacktrace.sh.",
    end: TRACE_END2,
    symptom: true
  },
  {
    id: "linux-exited-atomic",
    phase: "kernel",
    severity: "error",
    pattern: /note: .* exited with (?:preempt_count|irqs disabled)/,
    title: "A task died inside the kernel",
    hint: "Follows an oops: the report above this line is the cause.",
    symptom: true
  },
  {
    id: "linux-stack-unwind",
    phase: "kernel",
    severity: "warning",
    pattern: /WARNING: kernel stack (?:regs|frame pointer) at/,
    title: "Stack unwinder found a bad frame",
    hint: "The stack or its unwind data is damaged; look for an earlier memory error or assembly without annotations."
  },
  {
    id: "linux-warning",
    phase: "kernel",
    severity: "warning",
    pattern: /WARNING: CPU: [0-9]+ PID: [0-9]+ at (?<file>[A-Za-z0-9_./-]+):[0-9]+ (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "WARNING in $<func> ($<file>)",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END2
  },
  {
    id: "linux-warning-new",
    phase: "kernel",
    severity: "warning",
    pattern: /WARNING: (?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+):[0-9]+ at (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]*, CPU#/,
    title: "WARNING in $<func> ($<file>)",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END2
  },
  {
    id: "linux-warning-bare",
    phase: "kernel",
    severity: "warning",
    pattern: /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ at )?(?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+\.(?:[chS]|rs)):[0-9]+/,
    title: "WARNING at $<file>",
    hint: "A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.",
    end: TRACE_END2
  }
];

// src/judge/catalog/linux/exceptions.ts
var TRACE_END3 = "---[ end trace";
var EXCEPTIONS = [
  {
    id: "linux-null-pointer",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?:unable to handle )?kernel NULL pointer dereference/,
    title: "NULL pointer dereference",
    hint: "RIP below names the function; decode it with scripts/decode_stacktrace.sh.",
    end: TRACE_END3
  },
  {
    id: "linux-page-fault",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: unable to handle (?:page fault for address|kernel paging request)/,
    title: "Page fault in the kernel",
    hint: "RIP below names the function; decode it with scripts/decode_stacktrace.sh.",
    end: TRACE_END3
  },
  {
    id: "linux-kernel-bug",
    phase: "kernel",
    severity: "error",
    pattern: /[kK]ernel BUG at (?<file>[A-Za-z0-9_./-]+):/,
    title: "kernel BUG at $<file>",
    hint: "A BUG_ON() at the named line fired; its condition is the broken assumption.",
    end: TRACE_END3
  },
  {
    id: "linux-general-protection",
    phase: "kernel",
    severity: "error",
    pattern: /general protection fault(?:[:,]| for non-canonical) /,
    title: "General protection fault in the kernel",
    hint: "Usually a pointer to freed or overwritten memory. RIP below names the function.",
    end: TRACE_END3
  },
  {
    id: "linux-double-fault",
    phase: "kernel",
    severity: "fatal",
    pattern: /PANIC: double fault|double fault: [0-9a-f]+ \[#/,
    title: "Double fault",
    hint: "Usually a kernel stack overflow; in a TD also a nested #VE. Read the stack in the trace.",
    end: TRACE_END3
  },
  {
    id: "linux-stack-segment",
    phase: "kernel",
    severity: "error",
    pattern: /stack segment: [0-9a-f]+ \[#/,
    title: "Stack segment fault in the kernel",
    hint: "The stack or frame pointer is not canonical: it was overwritten.",
    end: TRACE_END3
  },
  {
    id: "linux-divide-error",
    phase: "kernel",
    severity: "error",
    pattern: /divide error: [0-9a-f]+ \[#|divide_error: [0-9a-f]+ \[#/,
    title: "Divide error in the kernel",
    hint: "Division by zero or overflow; RIP below names the function.",
    end: TRACE_END3
  },
  {
    id: "linux-invalid-opcode",
    phase: "kernel",
    severity: "error",
    pattern: /invalid opcode: [0-9a-f]+ \[#/,
    title: "Invalid opcode in the kernel",
    hint: "A BUG_ON() (see the line above), or an instruction that this CPU model does not have.",
    end: TRACE_END3
  },
  {
    id: "linux-int3",
    phase: "kernel",
    severity: "error",
    pattern: /int3: [0-9a-f]+ \[#/,
    title: "Unexpected breakpoint (int3) in the kernel",
    hint: "A jump into padding or a half-patched static call, kprobe or alternative.",
    end: TRACE_END3
  },
  {
    id: "linux-control-protection",
    phase: "kernel",
    severity: "error",
    pattern: /Missing ENDBR: (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "Control protection: missing ENDBR in $<func>",
    hint: "An indirect call reached a function without ENDBR (IBT). Fix the function, or boot with ibt=off to confirm."
  },
  {
    id: "linux-stack-guard",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: .*stack guard page was hit/,
    title: "Kernel stack overflow",
    hint: "Deep recursion or large stack objects; the trace shows the repeating functions.",
    end: TRACE_END3
  }
];

// src/judge/catalog/linux/lockdep.ts
var LOCKDEP = [
  {
    id: "linux-lockdep-circular",
    phase: "kernel",
    severity: "warning",
    pattern: /possible circular locking dependency detected/,
    title: "lockdep: possible circular locking dependency",
    hint: "Two locks are taken in both orders; the two chains are printed below."
  },
  {
    id: "linux-lockdep-recursive",
    phase: "kernel",
    severity: "warning",
    pattern: /possible recursive locking detected/,
    title: "lockdep: possible recursive locking",
    hint: "A lock of a class that is already held is taken again; use a nesting class if that is intended."
  },
  {
    id: "linux-lockdep-irq-inversion",
    phase: "kernel",
    severity: "warning",
    pattern: /possible irq lock inversion dependency detected/,
    title: "lockdep: possible irq lock inversion",
    hint: "A lock used in interrupts depends on one that is taken with interrupts enabled."
  },
  {
    id: "linux-lockdep-unsafe-order",
    phase: "kernel",
    severity: "warning",
    pattern: /-unsafe lock order detected/,
    title: "lockdep: irq-safe lock depends on an irq-unsafe lock",
    hint: "Take the inner lock with interrupts disabled everywhere, or change the order."
  },
  {
    id: "linux-lockdep-inconsistent",
    phase: "kernel",
    severity: "warning",
    pattern: /inconsistent lock state/,
    title: "lockdep: inconsistent lock state",
    hint: "A lock is taken both in interrupt context and with interrupts enabled."
  },
  {
    id: "linux-lockdep-wait-context",
    phase: "kernel",
    severity: "warning",
    pattern: /BUG: Invalid wait context/,
    title: "lockdep: invalid wait context",
    hint: "A sleeping lock is taken inside a spinning one; matters on PREEMPT_RT."
  },
  {
    id: "linux-lockdep-unlock-balance",
    phase: "kernel",
    severity: "warning",
    pattern: /bad unlock balance detected/,
    title: "lockdep: bad unlock balance",
    hint: "A lock is released that is not held."
  },
  {
    id: "linux-lockdep-held-freed",
    phase: "kernel",
    severity: "warning",
    pattern: /held lock freed!/,
    title: "lockdep: held lock freed",
    hint: "Memory that contains a held lock was freed or reinitialised."
  },
  {
    id: "linux-lockdep-still-held",
    phase: "kernel",
    severity: "warning",
    pattern: /still has locks held!|lock held when returning to user space!/,
    title: "lockdep: lock held when leaving the kernel",
    hint: "An error path returns without releasing the lock named below."
  },
  {
    id: "linux-lockdep-nested",
    phase: "kernel",
    severity: "warning",
    pattern: /Nested lock was not taken/,
    title: "lockdep: nested lock was not taken",
    hint: "mutex_lock_nest_lock() and friends need the outer lock to be held."
  },
  {
    id: "linux-lockdep-key",
    phase: "kernel",
    severity: "warning",
    pattern: /INFO: trying to register non-static key/,
    title: "lockdep: lock used before initialisation",
    hint: "A lock in zeroed or stack memory was never initialised (or was freed)."
  },
  {
    id: "linux-lockdep-limit",
    phase: "kernel",
    severity: "warning",
    pattern: /BUG: (?<limit>MAX_[A-Z_]+) too low!/,
    title: "lockdep: $<limit> too low",
    hint: "lockdep switched itself off: later locking bugs stay unseen. Raise the CONFIG_LOCKDEP_*_BITS limit."
  },
  {
    id: "linux-rcu-usage",
    phase: "kernel",
    severity: "warning",
    pattern: /suspicious RCU usage/,
    title: "Suspicious RCU usage",
    hint: "RCU protected data is read outside rcu_read_lock() or without the lock; the line below names the place."
  }
];

// src/judge/catalog/linux/lockups.ts
var LOCKUPS = [
  {
    id: "linux-soft-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: soft lockup - CPU#[0-9]+ stuck for/,
    title: "Soft lockup",
    hint: "A CPU did not schedule for 20 s and more. On a loaded host or under TCG the vCPU may simply have been starved: check the host first."
  },
  {
    id: "linux-hard-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /detected hard LOCKUP on cpu/,
    title: "Hard lockup",
    hint: "A CPU took no interrupts for seconds: it spins with interrupts off, or the host did not run the vCPU."
  },
  {
    id: "linux-workqueue-lockup",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: workqueue lockup/,
    title: "Workqueue lockup",
    hint: 'No worker made progress; "Showing busy workqueues" below names the stuck work.'
  },
  {
    id: "linux-hung-task",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* blocked (?:in I\/O wait )?for more than/,
    title: "Hung task: $<task>",
    hint: "The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers."
  },
  {
    id: "linux-undying-task",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* can't die for more than/,
    title: "Task that cannot die: $<task>",
    hint: "The task was killed but waits without end in the kernel; its stack is below."
  },
  {
    id: "linux-rcu-self-stall",
    phase: "kernel",
    severity: "error",
    pattern: /INFO: rcu.* self-detected stall on CPU/,
    title: "RCU stall (self-detected)",
    hint: "This CPU looped without a quiescent state, or its vCPU was not run by the host. The stack below shows what it did."
  },
  {
    id: "linux-rcu-stall",
    phase: "kernel",
    severity: "error",
    pattern: /rcu.* detected (?:expedited )?stalls on /,
    title: "RCU stall",
    hint: "A CPU or task blocks RCU, or a vCPU was not run by the host. The stacks below show what it did."
  },
  {
    id: "linux-rcu-starved",
    phase: "kernel",
    severity: "error",
    pattern: /kthread starved for [0-9]+ jiffies/,
    title: "RCU kthread starved",
    hint: "The RCU thread got no CPU time: real-time tasks hog the CPU, or the host is overloaded."
  },
  {
    id: "linux-rcu-timer",
    phase: "kernel",
    severity: "error",
    pattern: /kthread timer wakeup didn't happen for/,
    title: "RCU timer wakeup did not happen",
    hint: "Timer interrupts do not arrive: check the clock source, the local APIC timer and the load of the host."
  },
  {
    id: "linux-spinlock",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: (?<what>(?:spin|rw)lock [a-z][a-z ]*[a-z])/,
    title: "$<what>",
    hint: "Lock debugging found a lock that is held for too long, corrupted or released twice."
  }
];

// src/judge/catalog/linux/panics.ts
var PANIC_END = "---[ end Kernel panic";
var PANIC_END_LINE = /end Kernel panic/;
var TRACE_END4 = "---[ end trace";
var PANICS = [
  {
    id: "linux-panic-root-fs",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: VFS: Unable to mount root fs/,
    title: "Kernel panic: unable to mount the root file system",
    hint: "Check root= and that the disk driver and file system are built in or in the initrd. An initrd that was not loaded (Cloud Hypervisor ignores it with TDX) ends here too.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-init-killed",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: Attempted to kill (?:init|the idle task)!/,
    title: "Kernel panic: init died",
    hint: "PID 1 ended. exitcode=0x0000NN00 is its exit status NN (7f = command not found), 0x0000000b is SIGSEGV, 0x00000004 is SIGILL. Look at the last lines of init above.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-no-init",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?<what>No working init found|No init found|Requested init)/,
    title: "Kernel panic: $<what>",
    hint: "No executable init was found: check rdinit=/init=, that the initrd contains an executable /init for this architecture, and its interpreter and libraries.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdvmcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDVMCALL failed\. TDX module bug\?/,
    title: "Kernel panic: TDVMCALL failed in the TDX module",
    hint: "The TDX module refused a TDG.VP.VMCALL. Compare TDX module version and guest kernel; a register mask that exposes RBP is refused when the TD has NO_RBP_MOD.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdcall",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDCALL (?<leaf>[0-9]+) failed \(Buggy TDX module!\)/,
    title: "Kernel panic: TDCALL leaf $<leaf> failed",
    hint: "A TDCALL that must not fail failed. Check the TDX module version on the host and report the leaf number.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdx-ept",
    phase: "kernel",
    severity: "fatal",
    pattern: /Unexpected EPT-violation on private memory/,
    title: "Kernel panic: EPT violation on private memory",
    hint: "The guest touched private memory that was never accepted or that the host took away. Check memory acceptance in the firmware and the HOB/E820 memory map.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-tdx-accept",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX: Failed to accept memory/,
    title: "Kernel panic: TDX failed to accept memory",
    hint: "TDG.MEM.PAGE.ACCEPT failed. Check that the memory map matches the memory of the TD; try accept_memory=eager to see whether a fixed range fails.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-stack-protector",
    phase: "kernel",
    severity: "fatal",
    pattern: /stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z0-9_]+)/,
    title: "Kernel panic: stack corrupted in $<func>",
    hint: "A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-stack-end",
    phase: "kernel",
    severity: "fatal",
    pattern: /corrupted stack end detected inside scheduler/,
    title: "Kernel panic: stack end corrupted",
    hint: "The kernel stack overflowed. Look for deep recursion in the trace; CONFIG_VMAP_STACK=y catches the overflow where it happens.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-oom",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?:Out of memory|System is deadlocked on memory)/,
    title: "Kernel panic: out of memory",
    hint: "Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-on-warn",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: .*panic_on_warn set/,
    title: "Kernel panic: panic_on_warn set",
    hint: "The report just above this line is the cause; panic_on_warn only turned it into a panic.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    symptom: true
  },
  {
    id: "linux-panic-fatal-exception",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: .*Fatal exception/,
    title: "Kernel panic: fatal exception",
    hint: "The oops just above this line is the cause; decode its RIP with scripts/decode_stacktrace.sh and the matching vmlinux.",
    end: PANIC_END,
    unless: PANIC_END_LINE,
    symptom: true
  },
  {
    id: "linux-panic",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing: (?<reason>[A-Za-z](?:[A-Za-z' _:!,.+*?-]*[A-Za-z!?.])?)/,
    title: "Kernel panic: $<reason>",
    hint: "Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-panic-other",
    phase: "kernel",
    severity: "fatal",
    pattern: /Kernel panic - not syncing/,
    title: "Kernel panic",
    hint: "Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.",
    end: PANIC_END,
    unless: PANIC_END_LINE
  },
  {
    id: "linux-rust-panic",
    phase: "kernel",
    severity: "fatal",
    pattern: /rust_kernel: panicked at (?<file>[A-Za-z0-9_./-]+\.rs)/,
    title: "Rust panic in $<file>",
    hint: "Rust code in the kernel panicked: an assertion, an index or an unwrap at the named line.",
    end: TRACE_END4
  },
  {
    id: "linux-decompressor-halted",
    phase: "kernel",
    severity: "fatal",
    pattern: /-- System halted/,
    title: "Kernel decompressor halted",
    hint: "The compressed kernel could not be unpacked or started; the reason is on the line above. Check the bzImage for damage and the memory size."
  }
];

// src/judge/catalog/linux/resources.ts
var RESOURCES = [
  {
    id: "linux-oom-kill",
    phase: "kernel",
    severity: "error",
    pattern: /(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)/,
    title: "Out of memory: killed $<task>",
    hint: "Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM."
  },
  {
    id: "linux-oom-constraint",
    phase: "kernel",
    severity: "error",
    pattern: /oom-kill:constraint=(?<constraint>[A-Z_]+)/,
    title: "OOM killer ran ($<constraint>)",
    hint: "CONSTRAINT_NONE: the whole guest is out of memory. CONSTRAINT_MEMCG: only a cgroup limit was hit."
  },
  {
    id: "linux-page-allocation",
    phase: "kernel",
    severity: "warning",
    pattern: /page allocation failure: order:(?<order>[0-9]+)/,
    title: "Page allocation failure (order $<order>)",
    hint: "Memory is short or fragmented; raise the memory of the guest."
  },
  {
    id: "linux-initramfs-unpack",
    phase: "kernel",
    severity: "warning",
    pattern: /Initramfs unpacking failed: (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)/,
    title: "Initramfs unpacking failed: $<why>",
    hint: 'The initrd is damaged, compressed in a way that this kernel cannot read, or larger than the memory ("write error").'
  },
  {
    id: "linux-disk-error",
    phase: "kernel",
    severity: "error",
    pattern: /I\/O error, dev (?<dev>vd|sd|nvme|dm-|md|pmem)/,
    title: "I/O error on disk $<dev>*",
    hint: "The VMM could not read or write the disk image: check its size, its file system and the space on the host."
  },
  {
    id: "linux-ext4-error",
    phase: "kernel",
    severity: "error",
    pattern: /EXT4-fs error \(device (?<dev>[a-z]+)/,
    title: "EXT4 error on $<dev>*",
    hint: "The file system in the image is damaged. Check the image with e2fsck; never boot one writable image twice at a time."
  },
  {
    id: "linux-irq-nobody-cared",
    phase: "kernel",
    severity: "warning",
    pattern: /irq (?<irq>[0-9]+): nobody cared/,
    title: "irq $<irq>: nobody cared",
    hint: "An interrupt line stays asserted without a driver that handles it; the kernel switched it off."
  }
];

// src/judge/catalog/linux/sanitizers.ts
var SANITIZERS = [
  {
    id: "linux-kasan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KASAN: $<kind> in $<func>",
    hint: "A memory error at the named function. The report below lists the access, the allocation and the free.",
    end: "Memory state around the buggy address"
  },
  {
    id: "linux-kasan-other",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z])/,
    title: "KASAN: $<kind>",
    hint: "A memory error. The report below lists the access, the allocation and the free.",
    end: "Memory state around the buggy address"
  },
  {
    id: "linux-kcsan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KCSAN: (?<kind>[a-z][a-z-]*) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KCSAN: $<kind> in $<func>",
    hint: "Two contexts access the same memory without ordering. Use READ_ONCE/WRITE_ONCE, a lock, or data_race() if it is intended.",
    end: "Reported by Kernel Concurrency Sanitizer"
  },
  {
    id: "linux-kmsan",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KMSAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KMSAN: $<kind> in $<func>",
    hint: "Uninitialised memory was used. The report below shows where it was allocated."
  },
  {
    id: "linux-kfence",
    phase: "kernel",
    severity: "error",
    pattern: /BUG: KFENCE: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: "KFENCE: $<kind> in $<func>",
    hint: "A sampled heap error. The report below lists the access, the allocation and the free."
  },
  {
    id: "linux-ubsan",
    phase: "kernel",
    severity: "error",
    pattern: /UBSAN: (?<kind>[A-Za-z][A-Za-z -]*[a-z]) in (?<file>[A-Za-z0-9_./-]+):/,
    title: "UBSAN: $<kind> in $<file>",
    hint: "Undefined behaviour in C at the named file and line."
  },
  {
    id: "linux-kmemleak",
    phase: "kernel",
    severity: "error",
    pattern: /kmemleak: [0-9]+ new suspected memory leaks/,
    title: "kmemleak: suspected memory leaks",
    hint: "Read /sys/kernel/debug/kmemleak in the guest for the allocation traces."
  },
  {
    id: "linux-kmemleak-object",
    phase: "kernel",
    severity: "error",
    pattern: /unreferenced object 0x[0-9a-f]+/,
    title: "kmemleak: unreferenced object",
    hint: "No pointer to this allocation is left. The backtrace below names the function that allocated it."
  },
  {
    id: "linux-slub",
    phase: "kernel",
    severity: "error",
    pattern: /BUG (?<cache>[A-Za-z][A-Za-z0-9_:.-]*) \((?:T|Not t)ainted[^)]*\): +(?<what>[A-Za-z](?:[A-Za-z -]*[a-z])?)/,
    title: "Slab corruption in $<cache>: $<what>",
    hint: "The slab allocator found a damaged object. Rebuild with CONFIG_KASAN=y to find the write."
  },
  {
    id: "linux-usercopy",
    phase: "kernel",
    severity: "error",
    pattern: /usercopy: Kernel memory (?<what>[a-z]+) attempt detected/,
    title: "usercopy: kernel memory $<what> attempt",
    hint: "copy_to_user/copy_from_user with a length that leaves its object."
  },
  {
    id: "linux-list-corruption",
    phase: "kernel",
    severity: "error",
    pattern: /(?<op>list_add|list_del) corruption/,
    title: "$<op> corruption",
    hint: "A list entry was freed, added twice or overwritten. Rebuild with CONFIG_KASAN=y."
  },
  {
    id: "linux-refcount",
    phase: "kernel",
    severity: "error",
    pattern: /refcount_t: (?<what>[a-z][a-z0-9 -]*[a-z0-9])/,
    title: "refcount_t: $<what>",
    hint: "Unbalanced get and put on a reference counter; the trace shows the last user."
  },
  {
    id: "linux-ref-tracker",
    phase: "kernel",
    severity: "error",
    pattern: /ref_tracker: /,
    title: "ref_tracker: leaked or double released reference",
    hint: "The trace below shows where the reference was taken."
  }
];

// src/judge/catalog/linux/tdx.ts
var TRACE_END5 = "---[ end trace";
var TDX = [
  {
    id: "linux-tdx-unexpected-ve",
    phase: "kernel",
    severity: "error",
    pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
    title: "Unexpected #VE, exit reason $<reason>",
    hint: "The kernel did something a TD may not do; the number is the VMX exit reason (28 = control register access, 48 = EPT violation, 32 = WRMSR). The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr."
  },
  {
    id: "linux-tdx-ve-fault",
    phase: "kernel",
    severity: "error",
    pattern: /VE fault: [0-9a-f]+ \[#/,
    title: "Virtualization exception (#VE) oops",
    hint: "A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.",
    end: TRACE_END5
  },
  {
    id: "linux-tdx-sept-ve-disable",
    phase: "kernel",
    severity: "error",
    pattern: /TD misconfiguration: SEPT_VE_DISABLE/,
    title: "TD attribute SEPT_VE_DISABLE is not set",
    hint: "Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory."
  },
  {
    id: "linux-swiotlb-full",
    phase: "kernel",
    severity: "error",
    pattern: /swiotlb buffer is full/,
    title: "DMA bounce buffers (swiotlb) are full",
    hint: "A TD does all DMA through bounce buffers. Raise swiotlb= on the command line or reduce queue sizes."
  },
  {
    id: "linux-tdx-debug",
    phase: "kernel",
    severity: "warning",
    pattern: /tdx: Attributes: .*DEBUG|# cc\.attributes: .*DEBUG/,
    title: "This is a debug TD",
    hint: "Attribute bit 0 is set: the host can read and write its memory and registers. Never give secrets to it; a verifier must refuse it."
  },
  {
    id: "linux-tdx-test-module",
    phase: "userspace",
    severity: "error",
    pattern: /\+0x[0-9a-f]+\/0x[0-9a-f]+ \[(?<module>tdx_compliance|tdx_[a-z]*test[a-z]*)/,
    title: "Call trace through the test module $<module>",
    hint: "The guest is up: a test module that was loaded from userspace broke a rule of the kernel (lkvs#480: CPUID with preemption enabled). Fix the module, or allow the line."
  }
];

// src/judge/catalog/linux/index.ts
var LINUX = [
  ...PANICS,
  ...TDX,
  ...SANITIZERS,
  ...EXCEPTIONS,
  ...LOCKUPS,
  ...LOCKDEP,
  ...BUGS,
  ...RESOURCES
];

// src/judge/catalog/other-guests.ts
var OTHER_GUESTS = [
  {
    id: "guest-ve",
    phase: "kernel",
    severity: "error",
    pattern: /[vV]irtualization [eE]xception|VIRTUALIZATION_EXCEPTION|[uU]n(?:handled|expected) #?VE\b|#VE (?:exception|handler).*(?:fail|unhandled|panic)/,
    title: "Virtualization exception (#VE) that the guest kernel cannot handle",
    hint: "The kernel did something that a TD may not do (CPUID, MSR, port I/O, MMIO) before or outside of its #VE handler; the exit reason names it."
  },
  {
    id: "guest-panic",
    phase: "kernel",
    severity: "error",
    pattern: /Uncaught panic|[kK]ernel panicked|KERNEL PANIC|^ *(?:\[[^\]]*\] )*panicked at |[pP]anicked at (?:'.*', )?(?:kernel|ostd|framework)\//,
    title: "The guest kernel panicked",
    hint: "The line or the next one has the message and the place in the source."
  }
];

// src/judge/catalog/other-vmms.ts
var VMM2 = ["vmm"];
var OTHER_VMMS = [
  {
    id: "libvirt-launch-security",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:'type' in element 'launchSecurity'|launchSecurity type|[lL]aunch security type) ?:? ?'?[tT][dD][xX]'?|[tT][dD][xX] launchSecurity .*not supported|unsupported configuration: .*(?:launchSecurity|[tT][dD][xX])/,
    title: "This libvirt does not know Trust Domains",
    hint: "launchSecurity type tdx needs a libvirt with TDX (11.6 or newer, or the one of the TDX packages) and a QEMU with tdx-guest (canonical/tdx#135).",
    streams: VMM2
  },
  {
    id: "libvirt-define",
    phase: "vmm",
    severity: "error",
    pattern: /error: Failed to (?:define|create|start) domain/,
    title: "libvirt could not define or start the domain",
    hint: "The lines around this one say why; /var/log/libvirt/qemu/<domain>.log has what QEMU said.",
    streams: VMM2,
    symptom: true
  },
  {
    id: "libvirt-monitor",
    phase: "vmm",
    severity: "error",
    pattern: /process exited while connecting to monitor|[qQ][eE][mM][uU] unexpectedly closed the monitor|error: (?:internal error|XML error|unsupported configuration|operation failed):/,
    title: "libvirt lost QEMU or refused the domain",
    hint: "The rest of the line, or /var/log/libvirt/qemu/<domain>.log, says why.",
    streams: VMM2,
    symptom: true
  },
  {
    id: "script-td-failed",
    phase: "vmm",
    severity: "error",
    pattern: /Failed to create TD VM/,
    title: "The script could not create the TD",
    hint: "The log file that the line names has what QEMU said.",
    streams: VMM2,
    symptom: true
  },
  {
    id: "vmm-crashed",
    phase: "vmm",
    severity: "fatal",
    pattern: /Segmentation fault|core dumped|Aborted \(core|(?:qemu|cloud-hyp)[^ ]*\[[0-9]+\]: segfault at/,
    title: "The VMM crashed",
    hint: "A bug of the VMM, or the end of a chain: read what it printed before, and the host dmesg.",
    streams: ["vmm", "host"],
    symptom: true
  },
  {
    id: "openhcl-shared-pages",
    phase: "firmware",
    severity: "fatal",
    pattern: /(?:unable to make|cannot make|cannot convert|failed to (?:make|convert)) (?:the )?shared pool|shared pool pages.*(?:shared vis|fail)/,
    title: "OpenHCL: memory could not be shared with the host",
    hint: "The paravisor failed to convert pages of its shared pool in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901)."
  },
  {
    id: "openhcl-vsm",
    phase: "firmware",
    severity: "fatal",
    pattern: /hcl error: |failed to (?:get|set|read) (?:the )?V[PS]M? register|VP register VsmCapabilities/,
    title: "OpenHCL: a register of the partition cannot be read",
    hint: "The paravisor and the hypervisor do not fit in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901)."
  },
  {
    id: "openhcl-worker",
    phase: "firmware",
    severity: "fatal",
    pattern: /underhill_[a-z_]+(?:::[a-z_]+)*: +ERROR|ERROR.*target.*(?:underhill|openhcl)_|failed in the management VTL|openhcl_[a-z_]+(?:::[a-z_]+)*: +ERROR|UnderhillWorker.*(?:failed|ERROR)|(?:underhill|openhcl)[a-z_]*.*panicked at/,
    title: "OpenHCL: the paravisor failed to start",
    hint: "It stands before the guest\u2019s own firmware, which never ran. The error chain in the line or below names the step; use an OpenHCL image that belongs to this host."
  },
  {
    id: "vmm-tdh-call",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?<call>TDH\.[A-Z]+(?:\.[A-Z]+)*) (?:has )?(?:failed|returned error)/,
    title: "$<call> failed: the TDX module refused the VMM",
    hint: "TDX_OPERAND_INVALID names the operand; for TDH.MNG.INIT RCX has the CPUID leaf that the TD may not be configured with (tdx-module#24).",
    streams: VMM2
  },
  {
    id: "vmm-tdx-abi",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX command (?:approaches )?failed/,
    title: "KVM refuses the TDX commands of this VMM",
    hint: "EINVAL and ENOTTY: the VMM speaks another TDX ABI than the host kernel. Cloud Hypervisor up to v52 needs Intel\u2019s 2022 tree; use QEMU 10.1 or newer on 6.16 and newer (cloud-hypervisor#7207).",
    streams: VMM2
  },
  {
    id: "vmm-tdx-os-error",
    phase: "vmm",
    severity: "error",
    pattern: /(?:TDX|[tT]dx).*(?:Inappropriate ioctl for device|Invalid argument|os error (?:22|25)|code: (?:22|25))/,
    title: "KVM refuses a TDX call of this VMM",
    hint: "The VMM speaks another TDX ABI than the host kernel, or TDX is off: check the versions and /sys/module/kvm_intel/parameters/tdx.",
    streams: VMM2
  }
];

// src/judge/catalog/qemu-tdx.ts
var VMM3 = ["vmm"];
var QEMU_TDX = [
  {
    id: "qemu-tdx-vm-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:[vV][mM]|[kK][vV][mM])[-_ ][tT]ype:? ['"]?[A-Za-z0-9_]*[tT][dD][xX][A-Za-z0-9_]*['"]? (?:is )?not supported/,
    title: "KVM does not offer the TDX VM type",
    hint: "TDX is off on the host: check /sys/module/kvm_intel/parameters/tdx and dmesg for tdx, and that kernel (6.16+) and QEMU (10.1+) belong together.",
    streams: VMM3
  },
  {
    id: "qemu-no-tdx-guest",
    phase: "vmm",
    severity: "fatal",
    pattern: /'qom-type' does not accept value 'tdx-guest'|invalid object type: tdx-guest/,
    title: "This QEMU is built without TDX",
    hint: "Use QEMU 10.1 or newer built with CONFIG_TDX; qemu-system-x86_64 -object help must list tdx-guest.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-ioctl-hw",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX ioctl (?<ioctl>[A-Z_]+) failed, hw_errors: 0x[0-9a-f]+: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
    title: "$<ioctl> failed: $<errno>",
    hint: "hw_errors is the status of the TDX module. For KVM_TDX_INIT_VM check -cpu, attributes, XFAM and phys-bits.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-ioctl",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?<ioctl>KVM_TDX_[A-Z_]+) failed:? (?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: "$<ioctl> failed: $<errno>",
    hint: "KVM refused the TD parameters: check -cpu host, attributes and the guest physical address width (48 or 52), and that QEMU fits the kernel.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-cpuid-limit",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM TDX seems broken that number of CPUID entries/,
    title: "KVM reports too many CPUID entries for TDX",
    hint: "QEMU and kernel do not fit each other.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-machine",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX VM doesn't support (?<feature>SMM|PIC)/,
    title: "A TD cannot have $<feature>",
    hint: "Remove smm=on or pic=on from -machine.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-irqchip",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX VM requires kernel_irqchip to be split/,
    title: "A TD needs kernel_irqchip=split",
    hint: "Remove kernel_irqchip from -machine or set it to split.",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-guid",
    phase: "vmm",
    severity: "fatal",
    pattern: /Cannot find TDX_METADATA_OFFSET_GUID/,
    title: "The firmware has no TDX metadata",
    hint: "Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd, not a plain OVMF.fd.",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-section-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDVF contains unsupported section type (?<type>[0-9]+)/,
    title: "The firmware has a TDVF section of type $<type> that QEMU does not know",
    hint: "Type 5 is td-shim's PayloadParam: QEMU boots only td-shim images with a built-in executable payload (td-shim#656).",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-metadata",
    phase: "vmm",
    severity: "fatal",
    pattern: /Broken metadata RawDataSize/,
    title: "The TDX metadata of the firmware is broken",
    hint: "A section has more raw data than memory; older QEMU refuses such images (MigTD#1016).",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-hob",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDVF metadata doesn't specify TD_HOB location/,
    title: "The firmware has no TD_HOB section",
    hint: "The firmware was not built for TDX, or with another layout.",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-section",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to accept memory for TDVF section|Unsupported TDVF section/,
    title: "QEMU cannot place a TDVF section",
    hint: "The memory of the guest does not cover a section of the firmware, or the section type is unknown.",
    streams: VMM3
  },
  {
    id: "qemu-tdvf-parse",
    phase: "vmm",
    severity: "fatal",
    pattern: /failed to parse TDVF for TDX VM/,
    title: "QEMU cannot read the TDVF metadata",
    hint: "Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "qemu-kvm-bus-cycles",
    phase: "host",
    severity: "fatal",
    pattern: /KVM doesn't support KVM_CAP_X86_APIC_BUS_CYCLES_NS/,
    title: "The host kernel is too old for TDX",
    hint: "Use a host kernel from 6.16 on.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-tsc",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid TSC [0-9]+ KHz/,
    title: "Invalid TSC frequency for a TD",
    hint: "tsc-freq must be 100 MHz to 10 GHz in steps of 25 MHz; or leave it out.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-phys-bits",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX requires guest CPU physical bits/,
    title: "phys-bits of the guest must equal the host",
    hint: "Use -cpu host without phys-bits.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-attributes",
    phase: "vmm",
    severity: "fatal",
    pattern: /Invalid attributes 0x[0-9a-f]+ for TDX VM|Some QEMU unsupported TD attribute bits|Invalid XFAM/,
    title: "Invalid TD attributes or XFAM",
    hint: "KVM or QEMU does not support a requested attribute bit or XSAVE feature: check attributes= and the -cpu options.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-digest",
    phase: "vmm",
    severity: "fatal",
    pattern: /TDX '(?<property>[a-z]+)' sha384 digest was/,
    title: "$<property> is not a SHA-384 digest",
    hint: "The property is the base64 form of 48 bytes.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-guest-fatal",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX guest reports fatal error\..*message:"(?<message>[^"]*)/,
    title: "The guest reported a fatal error: $<message>",
    hint: "The firmware or kernel called ReportFatalError; the message is its own. SEPT_VE_DISABLE: set sept-ve-disable=on.",
    streams: VMM3
  },
  {
    id: "qemu-tdx-guest-fatal-silent",
    phase: "kernel",
    severity: "fatal",
    pattern: /TDX guest reports fatal error/,
    title: "The guest reported a fatal error",
    hint: "The firmware or kernel called ReportFatalError without a text; the error code is in the line.",
    streams: VMM3
  },
  {
    id: "qemu-td-reset",
    phase: "kernel",
    severity: "fatal",
    pattern: /cpus are not resettable, terminating/,
    title: "The guest reset itself, and a TD cannot be reset",
    hint: "A triple fault, a panic with panic=-1 or a reboot. Look at the last lines of the guest.",
    streams: VMM3,
    symptom: true
  },
  {
    id: "qemu-map-gpa",
    phase: "vmm",
    severity: "error",
    pattern: /KVM_HC_MAP_GPA_RANGE not enabled for guest/,
    title: "KVM_HC_MAP_GPA_RANGE is not enabled",
    hint: "QEMU and kernel do not fit each other.",
    streams: VMM3
  },
  {
    id: "qemu-guest-memfd",
    phase: "host",
    severity: "fatal",
    pattern: /KVM does not support guest_memfd/,
    title: "KVM does not support guest_memfd",
    hint: "A TD needs KVM with guest_memfd (6.16 and newer with CONFIG_KVM_INTEL_TDX) and -accel kvm.",
    streams: VMM3
  }
];

// src/judge/catalog/qemu.ts
var VMM4 = ["vmm"];
var RUN = [
  {
    id: "qemu-kvm-run-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /error: kvm run failed (?<errno>[A-Z][A-Za-z /]*[a-z])/,
    title: "KVM_RUN failed: $<errno>",
    hint: "The vCPU died. For a TD update BIOS and TDX module and read the host dmesg; a firmware panic (td-shim#548) ends here too.",
    streams: VMM4,
    symptom: true
  },
  {
    id: "qemu-kvm-unknown-exit",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM: unknown exit/,
    title: "KVM returned an unknown exit",
    hint: "A TDX module or kernel that this QEMU does not fit (canonical/tdx#348: old TDX module).",
    streams: VMM4
  },
  {
    id: "qemu-kvm-entry-failed",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM: entry failed, hardware error/,
    title: "KVM could not enter the guest",
    hint: "Invalid guest state or no nested virtualisation for this mode; read the host dmesg.",
    streams: VMM4
  },
  {
    id: "qemu-kvm-internal-error",
    phase: "vmm",
    severity: "fatal",
    pattern: /KVM internal error\. Suberror: (?<code>[0-9]+)/,
    title: "KVM internal error (suberror $<code>)",
    hint: "KVM could not emulate an instruction (1) or deliver an event (2). This /dev/kvm may be software-only: use platform emulated. QEMU does not exit by itself.",
    streams: VMM4
  },
  {
    id: "qemu-msr",
    phase: "vmm",
    severity: "fatal",
    pattern: /error: failed to (?<op>set|get) MSR (?<msr>0x[0-9a-f]+)/,
    title: "KVM refused to $<op> MSR $<msr>",
    hint: "-cpu host asks for a feature that this KVM does not have; a software-only /dev/kvm does this. Use platform emulated.",
    streams: VMM4
  },
  {
    id: "qemu-registers",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to get registers: /,
    title: "KVM has given the VM up: QEMU cannot even read the registers of its vCPU",
    hint: "After a bug of KVM or of the TDX module, KVM answers every call with an I/O error. The host dmesg has a WARN; update BIOS and TDX module (1.5.06 or later) and the host kernel (canonical/tdx#348, #100).",
    streams: VMM4
  },
  {
    id: "qemu-code-outside-ram",
    phase: "firmware",
    severity: "fatal",
    pattern: /Trying to execute code outside RAM or ROM at/,
    title: "The guest jumped outside RAM and ROM",
    hint: "Damaged firmware, or a jump through a wild pointer.",
    streams: VMM4
  },
  {
    id: "qemu-virtio-descriptor",
    phase: "kernel",
    severity: "error",
    pattern: /bogus descriptor or out of resources|zero sized buffers are not allowed/,
    title: "virtio: bogus descriptor",
    hint: "The guest gave QEMU an address that it cannot read: a TD must use shared memory (iommu_platform=on, swiotlb) (canonical/tdx#106).",
    streams: VMM4
  },
  {
    id: "qemu-assertion",
    phase: "vmm",
    severity: "fatal",
    pattern: /: (?<func>[A-Za-z_][A-Za-z0-9_]*): Assertion `.*' failed/,
    title: "QEMU assertion failed in $<func>",
    hint: "QEMU aborted; the error line above is the cause, or it is a bug of QEMU.",
    streams: VMM4,
    symptom: true
  },
  {
    id: "qemu-register-dump",
    phase: "vmm",
    severity: "error",
    pattern: /EAX=[0-9a-f]+ EBX=[0-9a-f]+ |RAX=[0-9a-f]+ RBX=[0-9a-f]+ /,
    title: "QEMU dumps the registers of a vCPU that died",
    hint: "The line before the dump says why. Registers of a TD are private: all zero means nothing.",
    streams: VMM4,
    symptom: true
  },
  {
    id: "qemu-signal",
    phase: "vmm",
    severity: "warning",
    pattern: /terminating on signal (?<signal>[0-9]+)/,
    title: "QEMU was ended by signal $<signal>",
    hint: "Someone ended QEMU; the process is named in the line. 15 is also how a deadline ends it.",
    streams: VMM4,
    symptom: true
  }
];
var START = [
  {
    id: "qemu-kvm-access",
    phase: "host",
    severity: "fatal",
    pattern: /Could not access KVM kernel module: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
    title: "KVM is not usable: $<errno>",
    hint: "Permission denied: add the user to group kvm. No such file: load kvm_intel and enable virtualisation, or use platform emulated.",
    streams: VMM4
  },
  {
    id: "qemu-kvm-init",
    phase: "host",
    severity: "fatal",
    pattern: /failed to initialize (?:kvm|KVM): (?<errno>[A-Z][A-Za-z ]*[a-z])/,
    title: "QEMU could not initialise KVM: $<errno>",
    hint: "The line above says what KVM refused.",
    streams: VMM4,
    symptom: true
  },
  {
    id: "qemu-accelerator",
    phase: "vmm",
    severity: "fatal",
    pattern: /invalid accelerator (?<accel>[a-z]+)/,
    title: "QEMU has no accelerator $<accel>",
    hint: "This QEMU was built without it: install the full qemu-system-x86 package.",
    streams: VMM4
  },
  {
    id: "qemu-firmware",
    phase: "vmm",
    severity: "fatal",
    pattern: /could not load PC BIOS '/,
    title: "QEMU could not load the firmware",
    hint: "The file is missing, empty, or its size is not a multiple of 64 KiB.",
    streams: VMM4
  },
  {
    id: "qemu-kernel",
    phase: "vmm",
    severity: "fatal",
    pattern: /could not (?:load|open) kernel '[^']*'/,
    title: "QEMU could not load the kernel",
    hint: "Check the path of -kernel.",
    streams: VMM4
  },
  {
    id: "qemu-kernel-format",
    phase: "vmm",
    severity: "fatal",
    pattern: /Error loading uncompressed kernel without PVH ELF Note/,
    title: "The kernel is an ELF file without PVH entry",
    hint: "Pass a bzImage (vmlinuz), or build vmlinux with CONFIG_PVH=y.",
    streams: VMM4
  },
  {
    id: "qemu-initrd",
    phase: "vmm",
    severity: "fatal",
    pattern: /error reading initrd|could not (?:load|open) initrd|initrd is too large/,
    title: "QEMU could not load the initrd",
    hint: "Check the path of -initrd and the memory of the guest.",
    streams: VMM4
  },
  {
    id: "qemu-image-lock",
    phase: "vmm",
    severity: "fatal",
    pattern: /Failed to get (?:shared )?"(?<mode>[a-z ]+)" lock/,
    title: "The disk image is in use by another process",
    hint: "Another QEMU has the image open: give each VM its own copy or overlay.",
    streams: VMM4
  },
  {
    id: "qemu-open-file",
    phase: "vmm",
    severity: "fatal",
    pattern: /Could not open '[^']*': (?<errno>[A-Z][A-Za-z ]*[a-z])/,
    title: "QEMU could not open a file: $<errno>",
    hint: "The line names the file; check its path and permissions.",
    streams: VMM4
  },
  {
    id: "qemu-host-forwarding",
    phase: "host",
    severity: "fatal",
    pattern: /Could not set up host forwarding rule/,
    title: "QEMU could not forward a host port",
    hint: "The port is in use: choose another one, or let the system choose.",
    streams: VMM4
  },
  {
    id: "qemu-address-in-use",
    phase: "host",
    severity: "fatal",
    pattern: /Address already in use/,
    title: "A socket, port or vsock CID is already in use",
    hint: "Another VM uses it, or an old one is still alive; guest CIDs must be unique on the host.",
    streams: VMM4
  },
  {
    id: "qemu-memory",
    phase: "host",
    severity: "fatal",
    pattern: /cannot set up guest memory|unable to map backing store for guest RAM|Cannot allocate memory/,
    title: "The host has not enough memory for the guest",
    hint: "Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.",
    streams: VMM4
  },
  {
    id: "qemu-device-model",
    phase: "vmm",
    severity: "fatal",
    pattern: /'(?<model>[a-zA-Z0-9_.-]+)' is not a valid device model name/,
    title: "QEMU has no device $<model>",
    hint: "This QEMU lacks the device or its module package; -device help lists what it has.",
    streams: VMM4
  },
  {
    id: "qemu-machine-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /unsupported machine type/,
    title: "QEMU does not know the machine type",
    hint: "-machine help lists what it has; TDs need q35.",
    streams: VMM4
  },
  {
    id: "qemu-cpu-model",
    phase: "vmm",
    severity: "fatal",
    pattern: /unable to find CPU model '(?<model>[^']*)'/,
    title: "QEMU has no CPU model $<model>",
    hint: "-cpu help lists what it has; a TD needs -cpu host.",
    streams: VMM4
  },
  {
    id: "qemu-object-type",
    phase: "vmm",
    severity: "fatal",
    pattern: /(?:'qom-type' does not accept value '|invalid object type: )(?<type>[a-z0-9-]+)/,
    title: "QEMU has no object type $<type>",
    hint: "memory-backend-memfd-private and the like exist only in old out-of-tree builds; upstream needs plain -m.",
    streams: VMM4
  },
  {
    id: "qemu-property",
    phase: "vmm",
    severity: "fatal",
    pattern: /Property '(?<property>[^']*)' not found/,
    title: "QEMU does not know the property $<property>",
    hint: "The option belongs to another version of QEMU.",
    streams: VMM4
  },
  {
    id: "qemu-parameter",
    phase: "vmm",
    severity: "fatal",
    pattern: /Parameter '(?<parameter>[^']*)' is (?:unexpected|missing)/,
    title: "QEMU does not accept the parameter $<parameter>",
    hint: "The option belongs to another version of QEMU: quote-generation-socket was once quote-generation-service.",
    streams: VMM4
  },
  {
    id: "qemu-option",
    phase: "vmm",
    severity: "fatal",
    pattern: /: invalid option/,
    title: "QEMU does not know an option",
    hint: "The line names the option; it belongs to another version of QEMU.",
    streams: VMM4
  },
  {
    id: "qemu-vhost-vsock",
    phase: "host",
    severity: "fatal",
    pattern: /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)/,
    title: "QEMU cannot use vhost-vsock",
    hint: "Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.",
    streams: VMM4
  }
];
var QEMU = [...QEMU_TDX, ...RUN, ...START];

// src/judge/catalog/td-monitor.ts
var GUEST = { phase: "firmware", orLater: true, severity: "fatal", streams: ["td-module"] };
var MONITOR = { phase: "vmm", severity: "fatal", streams: ["td-module"] };
var TD_MONITOR = [
  {
    ...GUEST,
    id: "td-rbp-exposed",
    pattern: /^td-monitor: rbp-exposed mask=(?<mask>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest exposed RBP in a TDVMCALL (mask $<mask>, at $<rip>), which hosts of Linux 6.16 and later forbid",
    hint: `Firmware before edk2-stable202405 and td-shim up to v0.8.0 do this: use "pins: current". A host of Intel's 2022 tree allows it (td-monitor: {host: intel-2022}).`
  },
  {
    ...GUEST,
    id: "td-violation-unaccepted",
    pattern: /^td-monitor: violation kind=private-unaccepted access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched a private page before it accepted the page: $<access> of $<gpa> at $<rip>",
    hint: "Accept the page with TDG.MEM.PAGE.ACCEPT first. A kernel needs CONFIG_UNACCEPTED_MEMORY=y, or firmware that accepts all memory."
  },
  {
    ...GUEST,
    id: "td-violation-shared",
    pattern: /^td-monitor: violation kind=private-to-shared access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched a shared page as private: $<access> of $<gpa> at $<rip>",
    hint: "The page was given to the host with MapGPA: access it with the shared bit, or convert the page back and accept it."
  },
  {
    ...GUEST,
    id: "td-violation-outside",
    pattern: /^td-monitor: violation kind=private-outside access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest touched private memory that it does not have: $<access> of $<gpa> at $<rip>",
    hint: "A device has to be accessed with the shared bit. A kernel without CONFIG_INTEL_TDX_GUEST does this with its first APIC access."
  },
  {
    ...GUEST,
    id: "td-violation",
    pattern: /^td-monitor: violation kind=(?<kind>\S+) access=(?<access>\S+) gpa=(?<gpa>0x[0-9a-f]+) vcpu=\d+ rip=(?<rip>0x[0-9a-f]+)/,
    title: "the guest made an access that the TDX module forbids ($<kind>): $<access> of $<gpa> at $<rip>",
    hint: "Look the instruction up by its address."
  },
  {
    ...GUEST,
    id: "td-fatal-error",
    pattern: /^td-monitor: fatal-error code=(?<code>0x[0-9a-f]+) .*text="(?<text>[^"]*)"/,
    title: 'the guest reported a fatal error to the host (code $<code>): "$<text>"',
    hint: "The guest ended itself with ReportFatalError. Its text says why; Linux does so when an attribute of the TD is not safe, or on a panic before its console works."
  },
  {
    ...GUEST,
    id: "td-unfetched-ve",
    pattern: /^td-monitor: ve-unfetched vcpu=\d+ reason=(?<reason>\d+)/,
    title: "the guest got a #VE (exit reason $<reason>) and never asked the TDX module what it was",
    hint: "The program has no #VE handler: a kernel needs CONFIG_INTEL_TDX_GUEST=y (Linux 5.19 and later)."
  },
  {
    ...GUEST,
    id: "td-triple-fault",
    pattern: /^td-monitor: end reason=triple-fault/,
    title: "the guest ended with a triple fault",
    hint: "No handler could run for an exception. The lines before this one in the td-module stream say what the guest did last, with the registers of each vCPU.",
    symptom: true
  },
  {
    ...GUEST,
    id: "td-nested-ve",
    severity: "error",
    pattern: /^td-monitor: ve-nested vcpu=\d+ first=(?<first>\d+) second=(?<second>\d+) rip=(?<rip>0x[0-9a-f]+)/,
    title: "a #VE (exit reason $<second>) came at $<rip> before the guest had fetched the last #VE (reason $<first>), so it got #DF",
    hint: "A #VE handler must call TDG.VP.VEINFO.GET before it does anything that may cause another #VE."
  },
  {
    ...GUEST,
    id: "td-tdcall-failed",
    severity: "warning",
    pattern: /^td-monitor: tdcall-failed leaf=\d+ name=(?<leaf>\S+) status=(?<status>0x[0-9a-f]+) status-name=(?<name>\S+)/,
    // Guests accept memory in large pages first, and in small ones where the host refuses that.
    unless: /name=MEM\.PAGE\.ACCEPT .*status-name=TDX_PAGE_SIZE_MISMATCH/,
    title: "TDCALL $<leaf> failed: $<name> ($<status>)",
    hint: "The guest called the TDX module with something that it refuses. Guests often probe: see what the guest does with the status."
  },
  {
    ...MONITOR,
    id: "td-monitor-setup",
    pattern: /^td-monitor: setup-failed text="(?<text>[^"]*)"/,
    title: "the TD monitor did not start the Trust Domain: $<text>",
    hint: 'Check the firmware image with "tdx-boot firmware inspect", and the memory and CPUs of the guest.'
  },
  {
    ...MONITOR,
    id: "td-monitor-fault",
    pattern: /^td-monitor: monitor-fault text="(?<text>[^"]*)"/,
    title: "the TD monitor had a fault: $<text>",
    hint: "This is a fault of tdx-boot or of QEMU, and no verdict on the guest: report it with the recording."
  }
];

// src/judge/catalog/td-shim.ts
var TD_SHIM = [
  {
    id: "tdshim-verification",
    phase: "firmware",
    severity: "fatal",
    pattern: /PanicInfo .*Verification fails/,
    title: "td-shim: secure boot verification fails",
    hint: "The payload is not signed by the enrolled key, or the key in the image is another one (td-shim-sign-payload, td-shim-enroll-key)."
  },
  {
    id: "tdshim-invalid-metadata",
    phase: "firmware",
    severity: "fatal",
    pattern: /(?:Some\(| - )Invalid metadata/,
    title: "td-shim: invalid metadata",
    hint: "The TDX metadata in the image is damaged or of another layout: rebuild the image with cargo image, and check it with td-shim-checker."
  },
  {
    id: "tdshim-dynamic-info",
    phase: "firmware",
    severity: "fatal",
    pattern: /Fail to initialize dynamic information/,
    title: "td-shim: no usable TD HOB or metadata",
    hint: "The VMM did not hand over the TD HOB that td-shim expects; firmware and VMM do not fit each other."
  },
  {
    id: "tdshim-no-memory",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unable to find a piece of suitable memory for runtime/,
    title: "td-shim: no memory for its runtime",
    hint: "Give the guest more memory, or check the memory map in the TD HOB."
  },
  {
    id: "tdshim-kernel-type",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unknown kernel image type (?<type>[0-9]+)/,
    title: "td-shim: unknown kernel image type $<type>",
    hint: "The PayloadInfo HOB of the VMM names a type that td-shim does not know: 1 is bzImage, 2 is a raw vmlinux."
  },
  {
    id: "tdshim-firmware-volume",
    phase: "firmware",
    severity: "fatal",
    pattern: /Failed to get image file from Firmware Volume/,
    title: "td-shim: no payload in the firmware volume",
    hint: "The image was built without an executable payload and the VMM passed no kernel: pass a kernel or build the image with a payload."
  },
  {
    id: "tdshim-kernel-returned",
    phase: "firmware",
    severity: "fatal",
    pattern: /Linux kernel should not return here!!!/,
    title: "td-shim: the kernel returned",
    hint: "The kernel entry point came back: the bzImage is damaged or not for x86-64."
  },
  {
    id: "tdshim-payload-returned",
    phase: "firmware",
    severity: "fatal",
    pattern: /payload entry\(\) should not return here, deadloop!!!/,
    title: "td-shim: the payload returned",
    hint: "The built-in payload finished without powering off; td-shim loops for ever."
  },
  {
    id: "tdshim-panic-reason",
    phase: "firmware",
    severity: "fatal",
    pattern: /PanicInfo .*message: Some\((?<reason>[A-Za-z](?:[A-Za-z ,:!'_.`-]*[A-Za-z!])?)/,
    title: "td-shim panic: $<reason>",
    hint: "td-shim halted; location in the line names the source. A release image would have been silent."
  },
  {
    id: "tdshim-panic",
    phase: "firmware",
    severity: "fatal",
    pattern: /panic \.\.\. |PanicInfo \{/,
    title: "td-shim panic",
    hint: "td-shim halted; location in the line names the source. A release image would have been silent."
  },
  {
    id: "tdshim-alloc-error",
    phase: "firmware",
    severity: "fatal",
    pattern: /alloc_error \.\.\./,
    title: "td-shim: out of heap",
    hint: "A table or the payload does not fit the TempHeap section: enlarge it in the memory layout."
  },
  {
    id: "tdshim-ve",
    phase: "firmware",
    severity: "fatal",
    pattern: /Unsupported #VE exit reason (?<reason>0x[0-9a-f]+)/,
    title: "td-shim: unsupported #VE, exit reason $<reason>",
    hint: "td-shim emulates HLT, I/O and MSR accesses only; the number is the VMX exit reason (0x30 = MMIO, 0xa = CPUID)."
  },
  {
    id: "tdshim-page-fault",
    phase: "firmware",
    severity: "fatal",
    pattern: /- Page fault: [0-9A-F]+/,
    title: "td-shim: page fault",
    hint: "The number is CR2. The registers below show RIP; a high address may be memory that was not accepted."
  },
  {
    id: "tdshim-control-flow",
    phase: "firmware",
    severity: "fatal",
    pattern: /- Control Flow Exception/,
    title: "td-shim: control flow exception",
    hint: "A CET check failed: a return or an indirect call went to a wrong place."
  },
  {
    id: "tdshim-fault",
    phase: "firmware",
    severity: "fatal",
    pattern: /- (?<fault>Double fault|Protection fault|Invalid opcode fault|Machine check fault|Stack segment fault|Segment not present fault|Invalid TSS fault|Alignment check fault|Virtualization fault|Divide by zero)/,
    title: "td-shim: $<fault>",
    hint: "td-shim halted in an exception handler; the registers below show RIP."
  },
  {
    id: "tdshim-tests-failed",
    phase: "firmware",
    severity: "error",
    pattern: /Test Result: Total run [0-9]+ tests; [0-9]+ passed; (?<count>[1-9][0-9]*) failed/,
    title: "td-shim test payload: tests failed",
    hint: "The lines above name each failed test."
  }
];

// src/judge/catalog/userspace.ts
var USERSPACE = [
  {
    id: "linux-root-device",
    phase: "kernel",
    severity: "error",
    pattern: /Cannot open root device/,
    title: "The kernel cannot open the root device",
    hint: "root= names a device that no built-in driver found. The list below shows the partitions that exist; virtio drivers may be modules that only an initrd can load."
  },
  {
    id: "linux-init-failed",
    phase: "initramfs",
    severity: "error",
    pattern: /Failed to execute (?<init>\/[A-Za-z0-9_./-]+) \(error (?<errno>-[0-9]+)\)/,
    title: "Failed to execute $<init> (error $<errno>)",
    hint: "-2: the file or its interpreter is missing; -8: wrong architecture or format; -13: not executable."
  },
  {
    id: "linux-init-exists",
    phase: "initramfs",
    severity: "error",
    pattern: /Starting init: (?<init>\/[A-Za-z0-9_./-]+) exists but couldn't execute it/,
    title: "init $<init> exists but cannot be executed",
    hint: "Wrong architecture, missing interpreter or library, or no execute permission."
  },
  {
    id: "initramfs-root-missing",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Dropping to a shell!/,
    title: "The root device does not exist (initramfs shell)",
    hint: "Compare root= with the disks that the VMM attaches (blkid in the shell), and check that the initrd has the virtio drivers."
  },
  {
    id: "initramfs-gave-up",
    phase: "initramfs",
    severity: "error",
    pattern: /Gave up waiting for (?<what>[a-z]+(?: [a-z]+)*) device/,
    title: "initramfs gave up waiting for the $<what> device",
    hint: "The disk never appeared: check the disk option of the VMM, root= and the drivers in the initrd."
  },
  {
    id: "initramfs-prompt",
    phase: "initramfs",
    severity: "fatal",
    pattern: /\(initramfs\)/,
    title: "initramfs rescue shell",
    hint: "The initramfs stopped and waits for a person. The lines above say what it did not find."
  },
  {
    id: "initramfs-no-init",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Target filesystem doesn't have requested |No init found\. Try passing init= bootarg/,
    title: "The root file system has no init",
    hint: "root= points at a file system without /sbin/init: the wrong partition, or an image that is not a root file system."
  },
  {
    id: "initramfs-debug-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Dropping to debug shell/,
    title: "initramfs debug shell",
    hint: "The init script gave up; the lines above say why."
  },
  {
    id: "initramfs-alpine-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /initramfs emergency recovery shell launched/,
    title: "initramfs emergency recovery shell",
    hint: "Mounting the root failed: check root=, modules= and the disk."
  },
  {
    id: "initramfs-emergency-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /You are now being dropped into an emergency shell/,
    title: "initramfs emergency shell",
    hint: "Mounting the root failed: check root= and the drivers in the initrd."
  },
  {
    id: "dracut-timeout",
    phase: "initramfs",
    severity: "error",
    pattern: /dracut-initqueue: (?:timeout, still waiting|starting timeout scripts)/,
    title: "dracut waits for a device that does not appear",
    hint: "The hooks below name the missing device. Check root=, rd.* options, the disk option of the VMM and the drivers in the initrd."
  },
  {
    id: "dracut-fatal",
    phase: "initramfs",
    severity: "fatal",
    pattern: /dracut: (?:FATAL: |Refusing to continue)/,
    title: "dracut refuses to continue",
    hint: "Usually root= is missing or not understood; the text of the line says which."
  },
  {
    id: "dracut-could-not-boot",
    phase: "initramfs",
    severity: "error",
    pattern: /dracut.*Warning: Could not boot\./,
    title: "dracut could not boot",
    hint: "The root device was not found in time; the warnings around this line name it."
  },
  {
    id: "dracut-shell",
    phase: "initramfs",
    severity: "fatal",
    pattern: /dracut:\/#/,
    title: "dracut emergency shell",
    hint: "dracut stopped and waits for a person; /run/initramfs/rdsosreport.txt in the guest has the details."
  },
  {
    id: "systemd-sysroot",
    phase: "initramfs",
    severity: "fatal",
    pattern: /Failed to mount .*\/sysroot/,
    title: "systemd failed to mount the root file system",
    hint: "root= was found but not mountable: check rootfstype=, the file system driver in the initrd and the image."
  },
  {
    id: "systemd-mount",
    phase: "userspace",
    severity: "error",
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to mount (?<unit>.*[^. ])/,
    title: "Failed to mount $<unit>",
    hint: "An entry of /etc/fstab or a mount unit failed; without nofail it leads to emergency mode."
  },
  {
    id: "systemd-start",
    phase: "userspace",
    severity: "warning",
    pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to start (?<unit>.*[^. ])/,
    title: "Failed to start $<unit>",
    hint: "See journalctl -u for the unit; add it to the allowed failures if the test does not need it."
  },
  {
    id: "systemd-dependency",
    phase: "userspace",
    severity: "warning",
    pattern: /(?:\[DEPEND\]|systemd\[1\]:) Dependency failed for (?<unit>.*[^. ])/,
    title: "Dependency failed for $<unit>",
    hint: "A unit that this one requires failed earlier: look for the first failure above."
  },
  {
    id: "systemd-device-timeout",
    phase: "userspace",
    severity: "error",
    pattern: /Timed out waiting for device /,
    title: "systemd timed out waiting for a device",
    hint: "A device from /etc/fstab or root= never appeared; the line names it. In a TD check that its driver is allowed."
  },
  {
    id: "systemd-emergency",
    phase: "userspace",
    severity: "fatal",
    pattern: /You are in emergency mode|Welcome to emergency mode|Entering emergency mode/,
    title: "Emergency mode",
    hint: "Start-up failed and the guest waits for a person. The first [FAILED] or Warning line above is the cause."
  },
  {
    id: "systemd-rescue",
    phase: "userspace",
    severity: "fatal",
    pattern: /You are in rescue mode/,
    title: "Rescue mode",
    hint: "The guest was told to stop in rescue mode (single, rescue.target on the command line), or a unit isolated it."
  },
  {
    id: "systemd-maintenance",
    phase: "userspace",
    severity: "fatal",
    pattern: /Give root password for maintenance|Press Enter for (?:system )?maintenance|the root account is locked/,
    title: "The guest asks for the root password for maintenance",
    hint: "Start-up failed and the guest waits for a person. The first [FAILED] line above is the cause."
  },
  {
    id: "systemd-freeze",
    phase: "userspace",
    severity: "fatal",
    pattern: /Freezing execution/,
    title: "systemd froze",
    hint: "PID 1 gave up; the line above says why (missing API file systems, no default target, a crash)."
  },
  {
    id: "systemd-crash",
    phase: "userspace",
    severity: "fatal",
    pattern: /systemd\[1\]: Caught <(?<signal>[A-Z]+)>/,
    title: "systemd crashed with SIG$<signal>",
    hint: "PID 1 crashed. SIGILL or SIGSEGV this early often means a CPU feature that the VMM does not offer, or a damaged image."
  },
  {
    id: "user-segfault",
    phase: "userspace",
    severity: "warning",
    pattern: /(?<task>[A-Za-z][A-Za-z_.-]*)[^ [\]]*\[[0-9]+\]: segfault at/,
    title: "segfault in $<task>",
    hint: 'A program of the guest crashed; "in" at the end of the line names the library.'
  },
  {
    id: "user-trap",
    phase: "userspace",
    severity: "warning",
    pattern: /traps: .*\[[0-9]+\] (?:trap )?(?<kind>[a-z][a-z0-9 ]*[a-z0-9]) ip:/,
    title: "$<kind> in a user program",
    hint: 'A program of the guest crashed. "invalid opcode" often means a CPU feature that the VMM does not offer.'
  },
  {
    id: "user-core-dump",
    phase: "userspace",
    severity: "warning",
    pattern: /Process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)[^)]*\) of user [0-9]+ (?:dumped core|terminated abnormally)/,
    title: "$<task> dumped core",
    hint: "A program of the guest crashed; coredumpctl in the guest has the trace."
  }
];

// src/judge/catalog/milestones.ts
var FIRMWARE = [
  {
    id: "td-started",
    phase: "vmm",
    pattern: /^td-monitor: start mode=/,
    title: "emulated Trust Domain",
    streams: ["td-module"],
    evidence: true
  },
  { id: "edk2-sec", phase: "firmware", pattern: /SecCoreStartupWithStack\(/, title: "edk2 SEC", once: true },
  {
    id: "edk2-tdx",
    phase: "firmware",
    pattern: /Tdx started with\(Hob: |Intel Tdx Started with \(GPAW: /,
    title: "edk2 in a TD"
  },
  { id: "edk2-ovmf", phase: "firmware", pattern: /Ovmf started/, title: "edk2 without a TD" },
  {
    id: "edk2-dxe",
    phase: "firmware",
    pattern: /SwitchStack then Jump to DxeCore|HOBLIST address in DXE = |Loading DXE CORE at /,
    title: "edk2 DXE"
  },
  { id: "edk2-bds", phase: "firmware", pattern: /\[Bds\] ?Entry\.\.\./, title: "edk2 boot manager" },
  { id: "bds-loading", phase: "firmware", pattern: /BdsDxe: loading Boot/, title: "boot option loading" },
  {
    id: "tdshim-start",
    phase: "firmware",
    pattern: /Starting RUST Based TdShim/,
    title: "td-shim start",
    once: true
  },
  {
    id: "tdshim-payload",
    phase: "firmware",
    pattern: /start launching payload/,
    title: "td-shim starts its payload"
  },
  // Not `once`: on the debug port SeaBIOS prints its banner as a log line and again as screen text.
  { id: "seabios", phase: "firmware", pattern: /SeaBIOS \(version /, title: "SeaBIOS" },
  { id: "openhcl", phase: "firmware", pattern: /openhcl_boot|underhill_(?:init|core)/, title: "OpenHCL" },
  { id: "ipxe", phase: "firmware", pattern: /Open Source Network Boot Firmware/, title: "iPXE" }
];
var BOOTLOADER2 = [
  { id: "bds-starting", phase: "bootloader", pattern: /BdsDxe: starting Boot/, title: "boot option started" },
  { id: "grub", phase: "bootloader", pattern: /Welcome to GRUB!|GNU GRUB/, title: "GRUB" }
];
var KERNEL = [
  {
    id: "tdshim-jump",
    phase: "kernel",
    pattern: /Jump to kernel\.\.\./,
    title: "td-shim jumps to the kernel"
  },
  { id: "efi-stub", phase: "kernel", pattern: /EFI [sS]tub(?:: |\] )/, title: "EFI stub" },
  {
    id: "linux-banner",
    phase: "kernel",
    // A step may end a run in the middle of the banner.
    pattern: /Linux version(?: [0-9]+\.[0-9]+|$)/,
    title: "kernel banner",
    once: true
  },
  {
    id: "linux-tdx",
    phase: "kernel",
    pattern: /tdx: Guest detected/,
    title: "kernel sees a TD",
    evidence: true
  },
  {
    id: "linux-tdx-attributes",
    phase: "kernel",
    pattern: /tdx: (?:Attributes|TD_CTLS): /,
    title: "attributes of the TD",
    evidence: true
  },
  {
    id: "linux-tdx-idle",
    phase: "kernel",
    pattern: /using TDX aware idle routine/,
    title: "TDX idle routine"
  },
  {
    id: "linux-tdx-encryption",
    phase: "kernel",
    pattern: /Memory Encryption Features active: .*Intel TDX/,
    title: "TDX memory encryption active",
    evidence: true
  },
  {
    id: "other-kernel",
    phase: "kernel",
    pattern: /Components initializing in |OSTD initialized|\*\*\* Booting Zephyr|The FreeBSD Project|Powered by Unikraft|This is Hermit/,
    title: "a kernel other than Linux"
  },
  { id: "linux-smp", phase: "kernel", pattern: /smp: Brought up /, title: "all CPUs up" },
  {
    id: "linux-unpack",
    phase: "kernel",
    pattern: /Unpacking initramfs|Trying to unpack rootfs image as initramfs/,
    title: "kernel unpacks the initramfs"
  },
  { id: "linux-root", phase: "kernel", pattern: /VFS: Mounted root/, title: "kernel mounted the root" },
  { id: "linux-free", phase: "kernel", pattern: /Freeing unused kernel /, title: "kernel initialised" }
];
var INITRAMFS = [
  {
    id: "initramfs-init",
    phase: "initramfs",
    pattern: /Run \/init as init process/,
    title: "init of the initramfs"
  },
  {
    id: "systemd-initrd",
    phase: "initramfs",
    pattern: /Running in (?:initrd|initial RAM disk)\./,
    title: "systemd in the initramfs"
  },
  {
    // systemd in an initrd prints this banner, too, so the banner proves only the initramfs.
    id: "systemd-banner",
    phase: "initramfs",
    pattern: /systemd\[1\]: systemd .* running in system mode/,
    title: "systemd started"
  },
  {
    id: "initramfs-tools",
    phase: "initramfs",
    pattern: /Begin: Mounting root file system|Begin: Running \/scripts\//,
    title: "initramfs scripts"
  },
  {
    // systemd in an initrd prints this, too.
    id: "systemd-tdx",
    phase: "initramfs",
    pattern: /systemd\[1\]: Detected confidential virtualization tdx/,
    title: "systemd sees a TD",
    evidence: true
  },
  {
    // GRUB and emergency mode say "Welcome to" as well; a dracut initramfs greets like the system does.
    id: "init-welcome",
    phase: "initramfs",
    pattern: /Welcome to (?:[^Ge]|G[^R]|e[^m]).*!/,
    title: "init greets"
  },
  {
    id: "initramfs-target",
    phase: "initramfs",
    pattern: /Reached target .*(?:initrd\.target|Initrd Default Target)/,
    title: "initramfs is done"
  }
];
var USERSPACE2 = [
  {
    id: "linux-init",
    phase: "userspace",
    pattern: /Run \/(?:sbin|etc|bin|usr)\/[a-z/]+ as init process/,
    title: "init of the root file system"
  },
  { id: "switch-root", phase: "userspace", pattern: /Switching root\./, title: "switch to the root" },
  {
    id: "systemd-start-job",
    phase: "userspace",
    pattern: /Queued start job for default target [^iI]/,
    title: "systemd of the root file system"
  },
  {
    id: "systemd-target",
    phase: "userspace",
    pattern: /Reached target .*(?:Multi-User System|Graphical Interface|Login Prompts)/,
    title: "systemd target reached"
  },
  {
    id: "probe-tdx",
    phase: "userspace",
    pattern: /# cc\.(?:cpuid_vendor: IntelTDX|tdx_guest_flag: yes)/,
    title: "the probe sees a TD",
    evidence: true
  },
  {
    id: "tdx-device",
    phase: "userspace",
    pattern: /crw.* \/dev\/tdx_guest/,
    title: "a shell sees /dev/tdx_guest",
    evidence: true
  },
  { id: "cloud-init", phase: "userspace", pattern: /Cloud-init v\. /, title: "cloud-init" },
  { id: "login-prompt", phase: "userspace", pattern: / login:(?: |$)/, title: "login prompt" }
];
var MILESTONES = [
  ...FIRMWARE,
  ...BOOTLOADER2,
  ...KERNEL,
  ...INITRAMFS,
  ...USERSPACE2
];

// src/judge/catalog/index.ts
var SIGNATURES = [
  ...LINUX,
  ...USERSPACE,
  ...BOOTLOADER,
  ...EDK2,
  ...TD_SHIM,
  ...TD_MONITOR,
  ...CLOUD_HYPERVISOR,
  ...QEMU,
  ...OTHER_VMMS,
  ...OTHER_GUESTS
];
var SUPPRESSIONS = [
  // CONFIG_DEBUG_OBJECTS ("ODEBUG: ") and programs that log at level DEBUG: both end in "BUG: ".
  /DEBUG:/,
  // Follows the first lockdep report or a taint, which count themselves.
  /lockdep is turned off/,
  // Slow NMIs and interrupts: normal in a VM whose vCPU was scheduled out.
  /(?:handler|interrupt) .*took too long/,
  // ext3/ext4 journal replay after an unclean shutdown of the image.
  /recovery required on readonly filesystem/,
  // The RCU stall is over before it was reported.
  /Stall ended before state dump start/,
  // A statement about the Spectre v2 mitigation, not a WARN_ON().
  /WARNING: Unprivileged eBPF is enabled/,
  // Deprecation note of mount.
  /WARNING: [Tt]he mand mount option/,
  // The host limits CPUs in a way that the workqueue code comments on.
  /workqueue cpumask: online intersect/,
  // File system chatter with the word "warning".
  /EXT4-fs (?:\([^)]*\): )?warning/,
  // XFS prefixes its own notes with WARNING.
  /XFS \([^)]*\): WARNING/,
  // Deprecation notes about old programs.
  /uses deprecated v2 capabilities|uses wireless extensions/,
  // An initramfs without /dev/console: output still reaches the kernel log.
  /Warning: unable to open an initial console/,
  // Spurious interrupt during CPU bring-up, on hosts and in VMs.
  /No irq handler for vector/,
  // Notes of the CPU mitigation code.
  /WARNING: See https.* for mitigation options/,
  /WARNING: kernel not compiled with CPU_SRSO/,
  // Frame buffer console and a driver that disagree on a size.
  /WARNING: fbcon: Driver /,
  // The kernel's own self-test of the stack tracer.
  /backtrace testing/,
  // Wi-Fi and other drivers that call themselves incomplete.
  /WARNING: .* support is incomplete/
];

// src/judge/diagnosis/input.ts
var isBusy = ({ busy }) => busy !== void 0 && busy >= 0.5;
var isIdle = ({ busy }) => busy !== void 0 && busy <= 0.1;
var isMute = ({ lastWords }) => lastWords.every(({ stream }) => stream !== void 0 && !isGuestStream(stream));
var isUnheard = (facts) => isMute(facts) && (facts.driven ?? []).length > 0;
var isSilent = ({ ended }) => ended === "silence" || ended === "timeout" || ended === "missing" || ended === "log";
var lastSeen = ({ seen }) => seen.findLast((id) => !id.startsWith("host-"));

// src/judge/diagnosis/explanations.ts
var OVERRIDES = [
  {
    id: "vmm-kernel-mismatch",
    phase: "vmm",
    title: "TDX is on, but QEMU and the host kernel speak different TDX interfaces",
    advice: "Use the QEMU that belongs to the host kernel: QEMU 10.1 or newer with kernel 6.16 or newer, or the pair of one distribution (canonical/tdx#385).",
    certainty: "likely",
    when: ({ seen }, said) => said?.id === "qemu-tdx-vm-type" && seen.includes("host-tdx-initialised")
  },
  {
    id: "td-vcpu-died",
    phase: "guest",
    title: "The vCPU of the guest died: KVM_RUN failed, and no line says why",
    advice: "The VM was complete and its code ran, first of all the firmware: either it ended itself (a td-shim panic does, such as a failed secure boot: td-shim#548, silent in a release build), or the TDX module stopped it. Boot a debug firmware with a serial port, and read the host dmesg.",
    certainty: "likely",
    when: (_, said) => said?.id === "qemu-kvm-run-failed" || said?.id === "qemu-register-dump"
  },
  {
    id: "td-reset",
    phase: "guest",
    title: "The guest reset itself, and a TD cannot be reset: a triple fault, or a panic that no console shows",
    advice: "Add earlyprintk=ttyS0 and panic=0, or boot a debug firmware. Causes seen: sept-ve-disable off (asterinas#2902), an MSR that a TD may not write (asterinas#1645), td-shim v0.8.0 with two CPUs.",
    certainty: "likely",
    when: (_, said) => said?.id === "qemu-td-reset"
  }
];
var NO_CONSOLE = "Check that the command line names a console that is a stream (console=hvc0, or console=ttyS0 where the guest kernel drives the UART: Intel\u2019s guest tree does not), and add earlyprintk=ttyS0 or earlycon.";
var RULES = [
  ...["forbidden", "output-limit", "scan", "cancelled", "not-a-td", "measurement-mismatch"].map(
    (kind) => ({ id: kind, certainty: "known", when: ({ ended }) => ended === kind })
  ),
  ...["held", "recording"].map(
    (kind) => ({
      id: kind,
      phase: "host",
      certainty: "known",
      when: ({ ended }) => ended === kind
    })
  ),
  {
    id: "vmm-not-started",
    phase: "host",
    certainty: "known",
    when: ({ ended, phase }) => ended === "vmm" && phase === "host"
  },
  {
    id: "kvm-internal-error",
    phase: "vmm",
    title: "KVM could not go on and paused the guest (internal-error)",
    advice: "QEMU does not end by itself then. A software-only /dev/kvm cannot run firmware: use platform emulated. For a TD read the host dmesg and update the TDX module.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "broken" && /internal.error/.test(vm.detail)
  },
  {
    id: "vmm-crashed",
    phase: "vmm",
    title: "The VMM crashed",
    advice: "A bug of the VMM, or the end of a chain: read the vmm stream and the host dmesg.",
    certainty: "known",
    when: ({ ended, reason }) => ended === "vmm" && /signal SIG(?:SEGV|ABRT|BUS|ILL|FPE|SYS)/.test(reason)
  },
  {
    id: "vmm-killed",
    phase: "host",
    title: "Something on the host killed the VMM",
    advice: "Most often the OOM killer: look for it in the host dmesg, and give the guest less memory.",
    certainty: "likely",
    when: ({ ended, reason }) => ended === "vmm" && /signal SIGKILL/.test(reason)
  },
  {
    id: "vmm-failed",
    phase: "vmm",
    advice: "The catalog does not know this message: read the vmm stream.",
    certainty: "unknown",
    when: ({ ended }) => ended === "vmm"
  },
  {
    id: "sept-ve-disable",
    phase: "kernel",
    title: "The guest kernel refuses to run: the TD attribute SEPT_VE_DISABLE is not set",
    advice: "Set sept-ve-disable=on on QEMU\u2019s tdx-guest object.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "panicked" && /SEPT_VE_DISABLE/.test(vm.detail)
  },
  {
    id: "td-fatal-error",
    phase: "guest",
    title: "The TD reported a fatal error to the host and stopped (ReportFatalError)",
    advice: "The firmware or kernel gave up before, or without, a console; its message is in the evidence. Boot a debug firmware or add earlyprintk.",
    certainty: "known",
    when: ({ vm }) => vm?.state === "panicked" && /"type": ?"tdx"/.test(vm.detail)
  },
  {
    id: "unseen-panic",
    phase: "kernel",
    title: "The guest kernel panicked, and no console shows why",
    certainty: "known",
    when: ({ ended }) => ended === "panicked"
  },
  {
    id: "firmware-reset",
    phase: "firmware",
    title: "The firmware reset the machine before it started anything",
    advice: "A triple fault or too little memory: TDVF needs 192 MiB, and td-shim v0.8.0 triple-faults with two or more CPUs on hosts that forbid RBP changes. A debug firmware says where.",
    certainty: "likely",
    when: ({ ended, phase }) => ended === "reset" && (phase === "vmm" || phase === "firmware")
  },
  { id: "guest-reset", certainty: "likely", when: ({ ended }) => ended === "reset" },
  {
    id: "runs-unheard",
    phase: "guest",
    title: "Not one byte from the guest, which runs: a driver of its firmware or kernel has set up a virtio device",
    advice: `The firmware is not dead, the guest prints elsewhere or nothing: a release firmware is silent, so look at the console of the kernel first. ${NO_CONSOLE} On a disk its boot loader has the command line.`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && isUnheard(facts)
  },
  {
    id: "console-never-spoke",
    title: "The stream that the step listens to never said anything, while another one shows the guest",
    advice: "For console add console=hvc0 to the command line; its driver virtio_console must be built in or loaded from the initrd. For serial add console=ttyS0.",
    certainty: "likely",
    when: (facts) => facts.awaited !== void 0 && facts.awaited !== "vmm" && facts.phase !== "vmm" && facts.phase !== "host" && !isUnheard(facts) && facts.lastWords.every(({ stream }) => stream !== facts.awaited)
  },
  {
    id: "powered-off-early",
    certainty: "known",
    when: ({ ended }) => ended === "exit"
  },
  {
    id: "expected-silence",
    phase: "firmware",
    title: "Not one byte from the guest, as must be expected of this combination of VMM, firmware and host",
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && facts.silenceExpected !== void 0
  },
  {
    id: "firmware-spins",
    phase: "firmware",
    title: "Not one byte from the guest, which keeps a CPU busy: damaged firmware, or one that does not fit this machine",
    advice: 'Compare the firmware\u2019s SHA-256 and run "tdx-boot firmware inspect"; a plain OVMF.fd hangs like this in a TD. A debug build says on the serial port where it stops. If the firmware is good, the kernel may run without a console: see its command line.',
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && isBusy(facts)
  },
  {
    id: "firmware-halted",
    phase: "firmware",
    title: "Not one byte from the guest, which is idle: the firmware halted, or the guest prints elsewhere",
    advice: "A release TDVF or td-shim halts without a word: a td-shim panic does, and so does a TDVF older than edk2-stable202405 on hosts that forbid RBP changes (kernel 6.16 and later). Boot a debug build. Otherwise the kernel came up without a console on one of the streams.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && isMute(facts) && isIdle(facts)
  },
  {
    id: "no-output",
    phase: "firmware",
    title: "Not one byte came from the guest",
    advice: STUCK_HINTS.vmm,
    certainty: "unknown",
    when: (facts) => isSilent(facts) && isMute(facts)
  },
  {
    id: "silent-after-efi-stub",
    phase: "kernel",
    title: "Silence after the EFI stub: the kernel was started and prints nothing",
    advice: `Either it has no console, or it died before it had one: in a TD kernels before 6.3 fault on CR0.CD in the MTRR code (boot with clearcpuid=mtrr, or a newer kernel; nvtrust#71, canonical/tdx#185). ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "efi-stub"
  },
  {
    id: "silent-after-td-shim",
    phase: "kernel",
    title: "Silence after td-shim jumped to the kernel",
    advice: `The kernel has no console or died at once; td-shim sets no initrd. ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "tdshim-jump"
  },
  {
    id: "silent-boot-option",
    phase: "bootloader",
    title: "Silence after the firmware started its boot option",
    advice: `The image runs and prints nothing: a kernel without a command line panics unseen (it needs root= and a console), a boot loader may wait for a key on a screen. ${NO_CONSOLE}`,
    certainty: "likely",
    when: (facts) => isSilent(facts) && ["bds-starting", "grub"].includes(lastSeen(facts) ?? "")
  },
  {
    id: "firmware-stopped",
    phase: "firmware",
    title: "The firmware stopped before it started anything",
    advice: "A debug build prints an ASSERT where it stops; a release build does not. Check the memory (192 MiB and more), the number of CPUs and that the firmware fits the VMM.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "firmware" && /^(?:edk2|bds|tdshim|seabios|ipxe)/.test(lastSeen(facts) ?? "")
  },
  {
    id: "td-kernel-stopped",
    phase: "kernel",
    title: "The kernel came up in the TD and stopped before its init, without a message",
    advice: 'Add "ignore_loglevel initcall_debug earlyprintk=ttyS0" to see the last call. Known in TDs: #VE in early code, memory that is accepted slowly with many CPUs or GiB (raise the timeout), a driver that waits for a filtered device.',
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && facts.seen.some((id) => id === "linux-tdx" || id === "linux-tdx-encryption")
  },
  {
    id: "other-kernel-stopped",
    phase: "kernel",
    title: "A kernel other than Linux started and stopped without a message",
    advice: "In a TD most likely an unhandled #VE: an instruction that traps (CPUID, MSR, port I/O, MMIO) before the kernel\u2019s handler is set up or outside of what it emulates (asterinas#2790). Compare with a run on platform kvm.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && lastSeen(facts) === "other-kernel"
  },
  {
    id: "kernel-stuck",
    phase: "kernel",
    title: "The kernel stopped before its init and keeps a CPU busy",
    advice: 'It loops, or panicked with panic=0: add "ignore_loglevel initcall_debug" to the command line.',
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && isBusy(facts)
  },
  {
    id: "kernel-waits",
    phase: "kernel",
    title: "The kernel stopped before its init and is idle",
    advice: "It waits for something, most often for its root device: check root=, rootwait and the disk\u2019s driver.",
    certainty: "likely",
    when: (facts) => isSilent(facts) && facts.phase === "kernel" && isIdle(facts)
  },
  {
    id: "step-not-met",
    phase: "userspace",
    title: "The guest is up, but did not print what the step expects",
    certainty: "known",
    when: ({ ended, phase }) => phase === "userspace" && ended !== "log"
  }
];
var HOST_SILENT = {
  id: "host-tdx-never-initialised",
  phase: "host",
  title: "The BIOS reserved KeyIDs for TDX, but the TDX module was never initialised, and no error says why",
  advice: 'The SEAM loader did not load the module (BIOS: enable it, update BIOS and module), or kvm_intel was not asked to (kvm_intel.tdx=1 on the command line; nohibernate). "tdx-boot doctor" checks both; /sys/module/kvm_intel/parameters/tdx must read Y (canonical/tdx#382).',
  certainty: "likely",
  when: ({ seen }) => seen.includes("host-tdx-enabled") && !seen.includes("host-tdx-initialised")
};

// src/judge/diagnosis/diagnose.ts
var SYMPTOMS = new Set(
  [...HOST_SIGNATURES, ...SIGNATURES].filter(({ symptom }) => symptom === true).map(({ id }) => id)
);
var OWN_ENDINGS = [
  "forbidden",
  "output-limit",
  "scan",
  "cancelled",
  "held",
  "recording"
];
function diagnose(facts) {
  const said = OWN_ENDINGS.includes(facts.ended) ? void 0 : mostTelling(facts.sightings);
  const override = OVERRIDES.find((rule2) => rule2.when(facts, said));
  if (override !== void 0) return byRule(override, facts, said);
  if (said !== void 0) {
    const { id, title, hint, phase } = said;
    return { phase, cause: id, title, evidence: [lineOf(said)], advice: hint, certainty: "known" };
  }
  const rule = RULES.find((candidate) => candidate.when(facts, void 0));
  return rule === void 0 ? unknown(facts) : byRule(rule, facts, void 0);
}
function byRule(rule, facts, said) {
  const expected = facts.silenceExpected === void 0 ? "" : `The compatibility table says: ${facts.silenceExpected}`;
  return {
    phase: rule.phase === "guest" ? inGuest(facts.phase) : rule.phase ?? facts.phase,
    cause: rule.id,
    title: rule.title ?? facts.reason,
    evidence: [...said === void 0 ? [] : [lineOf(said)], ...observations(facts, said)],
    advice: [rule.advice ?? facts.hint, expected].filter((text) => text !== "").join(" "),
    certainty: rule.certainty
  };
}
function inGuest(phase) {
  return phase === "host" || phase === "vmm" ? "firmware" : phase;
}
function mostTelling(sightings) {
  const causes = sightings.filter(({ id }) => !SYMPTOMS.has(id));
  const pool = causes.length > 0 ? causes : sightings;
  return pool.find(({ phase }) => phase === "host") ?? pool[0];
}
function unknown(facts) {
  return {
    phase: facts.phase,
    cause: "unknown",
    title: `Unknown: nothing that was printed explains why the boot stopped in ${facts.phase}`,
    evidence: observations(facts, void 0),
    advice: STUCK_HINTS[facts.phase],
    certainty: "unknown"
  };
}
function observations(facts, said) {
  if (said !== void 0) return [];
  const own = [...facts.line === void 0 ? [] : [facts.line], ...facts.evidence ?? []];
  const vm = facts.vm === void 0 ? [] : [{ text: `the VMM reports: ${facts.vm.state} ${facts.vm.detail}`.trim() }];
  if (!isSilent(facts)) return [...own, ...vm];
  const words = facts.lastWords.map(
    ({ time, ...last }) => time === void 0 ? last : { ...last, text: `${last.text} (its last words, at ${formatDuration(time)})` }
  );
  const cpu = facts.busy === void 0 ? [] : [{ text: `in the silence the VMM wanted ${Math.round(facts.busy * 100)} % of a CPU` }];
  const driven = (facts.driven ?? []).map((device) => ({ text: `the guest drives its device ${device}` }));
  const quiet = facts.firmwareBuild === "release" ? [{ text: "the firmware is a release build, which prints next to nothing" }] : [];
  return [...own, ...words, ...driven, ...cpu, ...vm, ...quiet];
}
function lineOf({ stream, line, text }) {
  return { ...stream === void 0 ? {} : { stream }, ...line === void 0 ? {} : { line }, text };
}

// src/judge/quote.ts
var QUOTED_CHARACTERS = 4e3;
function quoted(text) {
  return wholeOrNothing(text, QUOTED_CHARACTERS);
}

// src/judge/signature.ts
var KERNEL_PREFIX = /^(?:.*login: |[\s>|]*)(?:<\d+>)?(?:\[[^\]]*\]\s*)*$/;
function isOwnWords(before) {
  return KERNEL_PREFIX.test(before);
}

// src/judge/shown.ts
var FACTS = [
  { id: "register", pattern: /^# cc\.measurement\.(?<register>mrtd|rtmr[0-3]): (?<value>.+)/ },
  { id: "log", pattern: /^# cc\.ccel\.(?<offset>[0-9a-f]{6,}): (?<value>.+)/ },
  { id: "end", pattern: /^(?:not )?ok \d+ confidential-computing/ }
];
var MOST_CHARACTERS = 200;
var MOST_LOG = 1024 * 1024;
var LOG_LINE = /^(?:[0-9a-f]{2}){1,32}$/;
var Shown = class {
  /** The first two values of each register: they have to be the same. */
  #values = /* @__PURE__ */ new Map();
  #log = [];
  #logBytes = 0;
  #logStream;
  #torn;
  /** The probe's report has gone on to what follows the event log. */
  #logEnded = false;
  take(fact, { groups }, stream) {
    const { register, offset = "", value = "" } = groups;
    const known = REGISTERS.find((name) => name === register);
    if (fact.id === "register" && known !== void 0) this.#takeValue(known, value);
    else if (fact.id === "log") this.#takeLog(Number.parseInt(offset, 16), value, stream);
    else if (fact.id === "end") this.#logEnded = true;
  }
  /** What a step has captured under the name of a register is a value of it. */
  takeCaptures(captures) {
    for (const register of REGISTERS) {
      const captured = captures[register];
      if (captured !== void 0) this.#takeValue(register, captured);
    }
  }
  /** Whether what is asserted may still be shown. */
  lacks(assertions) {
    return assertions.some(
      ({ register, holds }) => !this.#values.has(register) || holds === "replay" && !this.#logEnded
    );
  }
  #takeValue(register, text) {
    const value = text.trim().toLowerCase().slice(0, MOST_CHARACTERS);
    const before = this.#values.get(register) ?? [];
    if (before.length < 2 && !before.includes(value)) this.#values.set(register, [...before, value]);
  }
  /** Different values that were shown, none, one or two. */
  valuesOf(register) {
    return this.#values.get(register) ?? [];
  }
  /** The event log, or why there is none. */
  eventLog() {
    if (this.#torn !== void 0) return `the event log is torn: ${this.#torn}`;
    if (this.#log.length === 0) {
      return "the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line";
    }
    try {
      return parseEventLog(Buffer.from(this.#log.join(""), "hex"));
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
  }
  /** A log that comes on two streams is read from the one on which it began. */
  #takeLog(offset, hex, stream) {
    this.#logStream ??= stream;
    if (stream !== this.#logStream || this.#torn !== void 0) return;
    if (offset !== this.#logBytes) {
      this.#torn = `byte ${offset} follows byte ${this.#logBytes}`;
    } else if (!LOG_LINE.test(hex)) {
      this.#torn = `the line of byte ${offset} is not made of hex digits`;
    } else if (offset + hex.length / 2 > MOST_LOG) {
      this.#torn = `it has more than ${MOST_LOG} bytes`;
    } else {
      this.#log.push(hex);
      this.#logBytes += hex.length / 2;
    }
  }
};

// src/judge/rulebook.ts
function compileRules(rules, catalog = SIGNATURES) {
  const numbers = /* @__PURE__ */ new Map();
  const expects = rules.steps.flatMap(
    (step) => step.kind === "expect" ? [step] : step.kind === "any-order" ? step.expects : []
  );
  const collect = (items) => candidates(items, numbers);
  const book = {
    signatures: collect(compiled(catalog)),
    milestones: collect(compiled(MILESTONES)),
    facts: collect(rules.measurements === void 0 ? [] : compiled(FACTS)),
    forbids: collect(rules.forbid),
    expects: collect(expects)
  };
  const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === void 0);
  return { ...book, automaton: buildAutomaton([...numbers.keys()]), everyLine };
}
function compiled(entries) {
  return entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
}
function candidates(items, numbers) {
  const announced = [];
  const always = items.flatMap((item, index) => item.pattern.needles === void 0 ? [index] : []);
  for (const [index, item] of items.entries()) {
    for (const needle of item.pattern.needles ?? []) {
      const number2 = numbers.get(needle) ?? numbers.size;
      numbers.set(needle, number2);
      announced[number2] = union(announced[number2] ?? always, [index]);
    }
  }
  return {
    items,
    of(hits) {
      let found;
      for (const hit of hits) {
        const mine = announced[hit];
        if (mine !== void 0) found = found === void 0 ? mine : union(found, mine);
      }
      return found ?? always;
    }
  };
}
function union(a, b) {
  return [.../* @__PURE__ */ new Set([...a, ...b])].sort((x, y) => x - y);
}

export {
  HOST_SIGNS,
  HOST_SIGNATURES,
  SIGNATURES,
  SUPPRESSIONS,
  HOST_SILENT,
  diagnose,
  byRule,
  quoted,
  isOwnWords,
  Shown,
  compileRules,
  VM_STATES,
  ABORT_CAUSES,
  makeResult,
  diagnosisResult
};
