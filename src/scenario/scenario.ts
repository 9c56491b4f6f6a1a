/** What to boot and what its console must show, after validation: every value is final and in its base unit. */

import type { Pattern } from '../console/pattern.ts';
import type { Order } from '../tdx/mrtd.ts';
import type { Register, Sha384 } from '../tdx/registers.ts';
import type {
  BuildType,
  PinSet,
  Platform,
  RecipeName,
  Severity,
  StreamName,
  VmmName,
} from '../words/words.ts';

/** A scenario as it is written: it judges recorded logs, and boots its guest where it has one. */
export interface Scenario {
  readonly name: string;
  readonly platform: Platform;
  /** `auto`: the one that fits platform, firmware and host. */
  readonly vmm: 'auto' | VmmName;
  /** Tag, branch or commit that Cloud Hypervisor has to be of; absent: what the machine has, else the pin. */
  readonly vmmRef?: string;
  /** Absent: the VMM's own firmware boots the kernel directly. */
  readonly firmware?: Firmware;
  /** Absent in a scenario that only judges recorded logs. */
  readonly guest?: Guest;
  readonly rules: JudgeRules;
  /** What a prediction of the registers cannot find out by itself. */
  readonly measuring?: Measuring;
  /** Bytes that all guest streams together may print before the run is stopped. */
  readonly outputLimit: number;
}

/** A scenario whose guest can be booted. */
export interface BootScenario extends Scenario {
  readonly guest: Guest;
}

/** Files that are there, or what to build or take from the cache, which becomes an image before the boot. */
export type Firmware = FirmwareFiles | { readonly request: FirmwareRequest };

/** Absolute paths: `image` is mapped as one read-only image; `code` and `vars` are two flash chips. */
export type FirmwareFiles = { readonly image: string } | { readonly code: string; readonly vars: string };

/** A firmware, or the VMM, by its recipe. Two equal requests with equal sources and tools give equal bytes. */
export interface FirmwareRequest {
  readonly name: RecipeName;
  readonly build: BuildType;
  /** What is built where neither `ref` nor a directory says so; absent: `documented`. */
  readonly pins?: PinSet;
  /** A tag, branch or commit (40 hex digits); absent: the pin, or what the directory contains. */
  readonly ref?: string;
  /** A git URL, or the absolute path of a directory; absent: the pin's. */
  readonly repository?: string;
  /** Extra build defines: `NAME=VALUE` for TDVF, cargo features for the others. */
  readonly defines: readonly string[];
}

export interface Guest {
  readonly kernel?: string;
  /** `probe`: tdx-boot's own initrd. */
  readonly initrd?: string | 'probe';
  readonly cmdline?: string;
  /** lib/modules/<release>, from which the probe takes what the kernel does not have built in. */
  readonly modules?: string;
  readonly disks: readonly Disk[];
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
  readonly network: 'none' | 'user';
  /** Where a TD's requests for a quote are answered, in the words of QEMU's SocketAddress (qapi/sockets.json). */
  readonly quoteSocket?: QuoteSocket;
}

export type QuoteSocket =
  | { readonly type: 'vsock'; readonly cid: string; readonly port: string }
  | { readonly type: 'unix'; readonly path: string };

export interface Disk {
  readonly path: string;
  readonly bus: 'virtio' | 'nvme' | 'sata';
  /** Absent: what the file's first bytes say. */
  readonly format?: 'raw' | 'qcow2';
  /** The image may name other files of the host that the guest then reads. */
  readonly backing?: 'allow';
}

export interface Measuring {
  /** Absent: as the VMM that boots it does. */
  readonly order?: Order;
  /** Id of an event profile; absent: that of the firmware's release, or any where it is not known. */
  readonly events?: string;
  /** Absolute path of the ACPI tables that the VMM will hand to the firmware. */
  readonly acpiTables?: string;
}

/** All that the judge needs: the same rules judge a live machine and a recorded log. */
export interface JudgeRules {
  readonly steps: readonly Step[];
  readonly forbid: readonly Forbid[];
  readonly allow: readonly Allow[];
  /** The least severity of a known failure line that fails the run. */
  readonly failOn: Severity;
  readonly timeoutMs: number;
  readonly silenceMs?: number;
  readonly stop: 'after-last-step' | 'on-exit';
  /** Absent: the scenario names no platform, because it judges logs only. */
  readonly platform?: Platform;
  /** Whether a pass needs a line that only a Trust Domain prints. */
  readonly tdEvidence: 'required' | 'optional';
  /** What the registers of the Trust Domain have to hold, in their order; absent: anything. */
  readonly measurements?: readonly Assertion[];
  /** The VMM starts the kernel without a firmware that speaks on a guest's stream but debugcon: QEMU's SeaBIOS at most. */
  readonly directKernel?: true;
  /** What is known of the firmware: a release build prints next to nothing. */
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
  /** Where the scenario says so. */
  readonly where: Where;
}

export interface AnyOrder {
  readonly kind: 'any-order';
  readonly expects: readonly Expect[];
  readonly withinMs?: number;
  readonly where: Where;
}

export interface Send {
  readonly kind: 'send';
  readonly text: string;
  readonly stream: 'console' | 'serial';
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

/** A place in the user's file; `line` and `column` count from 1. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
