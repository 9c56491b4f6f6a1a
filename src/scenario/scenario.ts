/** What to boot and what its console must show, after validation: every value is final and in its base unit. */

import type { Pattern } from '../console/pattern.ts';
import type { Order, Register } from '../tdx/names.ts';
import type { Sha384 } from '../tdx/registers.ts';
import type {
  BuildType,
  PinSet,
  Platform,
  RecipeName,
  RunStream,
  Severity,
  StreamName,
  TdAccel,
  TdCpuid,
  TdHost,
  TdMode,
  TdSerial,
  VmmName,
} from '../words/words.ts';
import type { Cpu, MemoryBackend, Network, Smbios, TdSettings, Topology, Vsock } from './machine.ts';

/** A scenario as it is written. It judges recorded logs, and boots its guest if it has one. */
export interface Scenario {
  readonly name: string;
  readonly platform: Platform;
  /** `auto`: the VMM that fits platform, firmware and host. */
  readonly vmm: 'auto' | VmmName;
  /** Tag, branch or commit of Cloud Hypervisor; absent: what the host has, else the pin. */
  readonly vmmRef?: string;
  /** Absolute path of the program; absent: the one in PATH, or one that is built. */
  readonly vmmPath?: string;
  /** Arguments that are appended to the VMM's command as they are. */
  readonly vmmArgs?: readonly string[];
  /** Absent: the VMM's own firmware boots the kernel directly. */
  readonly firmware?: Firmware;
  /** Absent in a scenario that only judges recorded logs. */
  readonly guest?: Guest;
  /** How the TD monitor behaves, on platform tdx-emulated. */
  readonly tdMonitor: TdMonitorOptions;
  readonly rules: JudgeRules;
  /** Texts that an extended file forbids, and this scenario does not: its own list is in place of that one. */
  readonly unforbidden?: readonly { readonly text: string; readonly where: Where }[];
  /** Facts that a prediction of the registers needs and cannot find out. */
  readonly measuring?: Measuring;
  /** Files that the guest is asked for when the run is decided. */
  readonly collect?: Collect;
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
  /** The root file system. */
  readonly root?: Root;
  /** Added to the initrd, or to the disk of the root. */
  readonly files: readonly GuestFile[];
  /** The files are on a disk of their own, which the guest mounts. */
  readonly filesAs?: 'disk';
  /** Directories of the host that the guest sees. */
  readonly shares: readonly Share[];
  readonly cmdline?: string;
  /** The kernel's ELF file with debug information, from which traces get source lines. */
  readonly vmlinux?: string;
  /** lib/modules/<release>, from which the probe takes the modules of drivers that the kernel does not have built in. */
  readonly modules?: string;
  readonly disks: readonly Disk[];
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
  readonly cpu?: Cpu;
  /** Absent: the choice of the VMM. */
  readonly topology?: Topology;
  /** Absent: the VMM's own. */
  readonly memoryBackend?: MemoryBackend;
  readonly network: Network;
  readonly vsock?: Vsock;
  readonly smbios?: Smbios;
  /** PCI addresses of devices of the host. */
  readonly vfio?: readonly string[];
  /** Absent: DEBUG off, SEPT_VE_DISABLE on, no identity. */
  readonly td?: TdSettings;
  /** Texts for a guest that reads QEMU's fw_cfg, by file name; no key of a scenario file. */
  readonly fwCfg?: Readonly<Record<string, string>>;
  /** Where a TD's requests for a quote are answered, in the words of QEMU's SocketAddress (qapi/sockets.json). */
  readonly quoteSocket?: QuoteSocket;
}

/** By which file system a guest sees a directory of the host. */
export const SHARE_TYPES = ['9p', 'virtiofs'] as const;
type ShareType = (typeof SHARE_TYPES)[number];

export interface Root {
  /** A directory or a tar archive. */
  readonly path: string;
  /** `initrd`: in memory, over the probe's initrd; `disk`: an ext4 disk that is made for the run. */
  readonly as: 'initrd' | 'disk';
  /** Bytes that are free on the disk, at least. */
  readonly free: number;
}

/** A file or a directory of the host, and its absolute path in the guest; with `/` at its end, the name stays the same. */
interface GuestFile {
  readonly source: string;
  readonly target: string;
}

export interface Share {
  readonly type: ShareType;
  /** By which the guest mounts it: `share1` of the first. */
  readonly tag: string;
  /** A directory of the host. */
  readonly source: string;
  /** Absolute path in the guest; `/` makes it the root of all commands. Absent: the guest mounts it by itself. */
  readonly target?: string;
  /** Whether what the guest writes reaches the host. */
  readonly write: boolean;
}

/** How the TD monitor plays the TDX module and the VMM (td-monitor/README.md). */
export interface TdMonitorOptions {
  readonly host: TdHost;
  readonly mode: TdMode;
  readonly cpuid: TdCpuid;
  readonly serial: TdSerial;
  /** Whether the guest may accept memory in pages of 2 MiB. */
  readonly hugePages: boolean;
  /** `kvm` holds only where the self-test passes; otherwise the run has `tcg`. */
  readonly accel: TdAccel;
  /** Whether XFAM has CET. */
  readonly cet: boolean;
}

export type QuoteSocket =
  | { readonly type: 'vsock'; readonly cid: string; readonly port: string }
  | { readonly type: 'unix'; readonly path: string };

export interface Disk {
  readonly path: string;
  readonly bus: 'virtio' | 'nvme' | 'sata' | 'scsi';
  /** The guest can only read it. */
  readonly readOnly?: true;
  readonly serial?: string;
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
  /** Absolute path of the SMBIOS table that the guest will have. */
  readonly smbios?: string;
  /** Absolute path of EFI variables that the guest has beside those of its firmware image: a directory or a file. */
  readonly efiVariables?: string;
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
  /** The scenario gives a kernel, and its command line names no console. */
  readonly consoleUnnamed?: true;
  /** The guest is tdx-boot's own probe. */
  readonly probe?: true;
  /** Absent where it is not known. A release build prints next to nothing. */
  readonly firmwareBuild?: BuildType;
}

export interface Collect {
  /** Absolute paths in the guest, with the wildcards of glob(7). A directory stands for all that is in it. */
  readonly paths: readonly string[];
  /** Most bytes of all files together, and most files. */
  readonly bytes: number;
  readonly files: number;
  /** Longest time for all of it. */
  readonly withinMs: number;
}

/** Whether the root is a disk, which then has the agent and the files, too. */
export function hasRootDisk({ root }: Guest): boolean {
  return root?.as === 'disk';
}

/** Whether the files have a disk of their own. */
export function hasFilesDisk({ files, filesAs }: Guest): boolean {
  return filesAs === 'disk' && files.length > 0;
}

/** What decides how the guest is made. */
export type GuestParts = Pick<BootScenario, 'guest' | 'rules' | 'collect' | 'vmm'>;

/** Whether the initrd is made for the run: of the probe, or of the user's with files or the agent added. */
export function makesInitrd(scenario: GuestParts): boolean {
  const { initrd } = scenario.guest;
  if (initrd === undefined || initrd === 'probe') return initrd === 'probe';
  const { guest } = scenario;
  const adds = (guest.files.length > 0 && !hasFilesDisk(guest)) || needsAgent(scenario);
  return adds && !hasRootDisk(guest);
}

/** Whether the agent puts the files into the guest: where there is no initrd to hold them, or a share lies over it. */
export function agentPutsFiles(guest: Guest): boolean {
  if (hasFilesDisk(guest)) return false;
  return guest.initrd === undefined || guest.shares.some(({ target }) => target === '/');
}

/** Whether the guest needs its agent, and a port for it: to run commands, to give or take files, to mount shares. */
export function needsAgent({ rules, collect, guest }: GuestParts): boolean {
  const mounts = guest.shares.some(({ target }) => target !== undefined);
  const takes = mounts || (guest.files.length > 0 && agentPutsFiles(guest));
  return takes || collect !== undefined || rules.steps.some(({ kind }) => kind === 'run');
}

export type Step = Expect | AnyOrder | Send | Run;

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

/** A command that the guest runs. Its exit code decides. */
export interface Run {
  readonly kind: 'run';
  /** Where its output goes. */
  readonly stream: RunStream;
  readonly command: Command;
  /** The command as the scenario says it. */
  readonly shown: string;
  /** Exit codes that meet the step. */
  readonly exit: readonly number[];
  readonly withinMs?: number;
  /** What its output has to show. */
  readonly output?: Expect;
  readonly where: Where;
}

export interface Command {
  /** The program, looked for in the guest's PATH, and its arguments. */
  readonly argv: readonly string[];
  /** Added to the environment of the agent. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path in the guest; absent: `/`. */
  readonly directory?: string;
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
