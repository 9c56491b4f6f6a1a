/** What to boot and what its console must show, after validation: every value is final and in its base unit. */

import type { Pattern } from '../console/pattern.ts';
import type { Order, Register } from '../tdx/names.ts';
import type { Sha384 } from '../tdx/registers.ts';
import type {
  BuildType,
  PinSet,
  Platform,
  RecipeName,
  Severity,
  StreamName,
  TdCpuid,
  TdHost,
  TdMode,
  TdSerial,
  VmmName,
} from '../words/words.ts';

/** A scenario as it is written. It judges recorded logs, and boots its guest if it has one. */
export interface Scenario {
  readonly name: string;
  readonly platform: Platform;
  /** `auto`: the VMM that fits platform, firmware and host. */
  readonly vmm: 'auto' | VmmName;
  /** Tag, branch or commit of Cloud Hypervisor; absent: what the host has, else the pin. */
  readonly vmmRef?: string;
  /** Absent: the VMM's own firmware boots the kernel directly. */
  readonly firmware?: Firmware;
  /** Absent in a scenario that only judges recorded logs. */
  readonly guest?: Guest;
  /** How the TD monitor behaves, on platform tdx-emulated. */
  readonly tdMonitor: TdMonitorOptions;
  readonly rules: JudgeRules;
  /** Facts that a prediction of the registers needs and cannot find out. */
  readonly measuring?: Measuring;
  /** Bytes that all guest streams together may print before the run is stopped. */
  readonly outputLimit: number;
}

/** A scenario whose guest can be booted. */
export interface BootScenario extends Scenario {
  readonly guest: Guest;
}

/** Existing files, or a request to build an image or take it from the cache before the boot. */
export type Firmware = FirmwareFiles | { readonly request: BuildRequest };

/** Absolute paths: `image` is mapped as one read-only image; `code` and `vars` are two flash chips. */
export type FirmwareFiles = { readonly image: string } | { readonly code: string; readonly vars: string };

/** A firmware, or the VMM, by its recipe. Two equal requests with equal sources and tools give equal bytes. */
export interface BuildRequest {
  readonly name: RecipeName;
  readonly build: BuildType;
  /** The set of pins, used where neither `ref` nor a directory names the source; absent: `documented`. */
  readonly pins?: PinSet;
  /** A tag, branch or commit (40 hex digits); absent: the pin, or what the directory contains. */
  readonly ref?: string;
  /** A git URL, or the absolute path of a directory; absent: the pin's URL. */
  readonly repository?: string;
  /** Extra build defines: `NAME=VALUE` for TDVF, cargo features for the others. */
  readonly defines: readonly string[];
}

export interface Guest {
  readonly kernel?: string;
  /** `probe`: tdx-boot's own initrd. */
  readonly initrd?: string | 'probe';
  readonly cmdline?: string;
  /** The kernel's ELF file with debug information, from which traces get source lines. */
  readonly vmlinux?: string;
  /** lib/modules/<release>, from which the probe takes the modules of drivers that the kernel does not have built in. */
  readonly modules?: string;
  readonly disks: readonly Disk[];
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
  readonly network: 'none' | 'user';
  /** Texts for a guest that reads QEMU's fw_cfg, by file name; no key of a scenario file. */
  readonly fwCfg?: Readonly<Record<string, string>>;
  /** Where a TD's requests for a quote are answered, in the words of QEMU's SocketAddress (qapi/sockets.json). */
  readonly quoteSocket?: QuoteSocket;
}

/** How the TD monitor plays the TDX module and the VMM (td-monitor/README.md). */
export interface TdMonitorOptions {
  readonly host: TdHost;
  readonly mode: TdMode;
  readonly cpuid: TdCpuid;
  readonly serial: TdSerial;
  /** Whether the guest may accept memory in pages of 2 MiB. */
  readonly hugePages: boolean;
}

export type QuoteSocket =
  | { readonly type: 'vsock'; readonly cid: string; readonly port: string }
  | { readonly type: 'unix'; readonly path: string };

export interface Disk {
  readonly path: string;
  readonly bus: 'virtio' | 'nvme' | 'sata';
  /** Absent: what the file's first bytes say. */
  readonly format?: 'raw' | 'qcow2';
  /** `allow`: the image may name other files of the host, which the guest can then read. */
  readonly backing?: 'allow';
}

export interface Measuring {
  /** Order in which MRTD is measured; absent: the order of the VMM. */
  readonly order?: Order;
  /** Id of an event profile; absent: that of the firmware's release, or any profile where the release is not known. */
  readonly events?: string;
  /** Absolute path of the ACPI tables that the VMM will hand to the firmware. */
  readonly acpiTables?: string;
}

/** Everything that the judge needs: the same rules judge a live machine and a recorded log. */
export interface JudgeRules {
  readonly steps: readonly Step[];
  readonly forbid: readonly Forbid[];
  readonly allow: readonly Allow[];
  /** `ignore`: the guest's own test reports (KTAP, TAP) are read, and never fail the run. */
  readonly ktap: 'fail' | 'ignore';
  /** Known failure lines of at least this severity fail the run. */
  readonly failOn: Severity;
  readonly timeoutMs: number;
  readonly silenceMs?: number;
  readonly stop: 'after-last-step' | 'on-exit';
  /** How long the guest is watched when all steps are met, in milliseconds. With `on-exit` it is watched to its end. */
  readonly settleMs: number;
  /** Absent: the scenario names no platform, because it judges logs only. */
  readonly platform?: Platform;
  /** Whether a pass needs a line that only a Trust Domain prints. */
  readonly tdEvidence: 'required' | 'optional';
  /** What the registers of the Trust Domain have to hold, in their order; absent: anything. */
  readonly measurements?: readonly Assertion[];
  /** The VMM starts the kernel itself. At most QEMU's SeaBIOS runs before it, and SeaBIOS speaks only on debugcon. */
  readonly directKernel?: true;
  /** Absent where it is not known. A release build prints next to nothing. */
  readonly firmwareBuild?: BuildType;
}

export type Step = Expect | AnyOrder | Send;

export interface Expect {
  readonly kind: 'expect';
  readonly pattern: Pattern;
  readonly withinMs?: number;
  /** Absent: any stream but `vmm`. */
  readonly stream?: StreamName;
  /** Named groups that become outputs. */
  readonly capture: readonly string[];
  /** The place in the scenario. */
  readonly where: Where;
}

export interface AnyOrder {
  readonly kind: 'any-order';
  readonly expects: readonly Expect[];
  readonly withinMs?: number;
  readonly where: Where;
}

/** Streams into which can be typed. */
export type TypedStream = 'console' | 'serial';

export interface Send {
  readonly kind: 'send';
  readonly text: string;
  /** Absent: the stream that met the last step, or `console`. */
  readonly stream?: TypedStream;
  readonly where: Where;
}

export interface Forbid {
  readonly pattern: Pattern;
  readonly stream?: StreamName;
  readonly where: Where;
}

/** `expected`: what was predicted before the boot; `replay`: what the guest's event log says; or the value itself. */
export interface Assertion {
  readonly register: Register;
  readonly holds: 'expected' | 'replay' | Sha384;
  readonly where: Where;
}

/** A known finding that must not fail the run, and why. */
export interface Allow {
  readonly pattern: Pattern;
  readonly reason: string;
}

/**
 * A place in a file of the user; `line` and `column` count from 1. They are 0 for a value that stands in no file: `file`
 * is then what the user gave, such as `--set guest.cpus=4` or `input "cpus"`.
 */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
