/** The launch plan: one exact command with named streams, made from a scenario without touching the machine. */

import type { VmEnd, VmState } from '../judge/events.ts';
import type { Disk, Firmware, FirmwareFiles, Guest, TdMonitorOptions } from '../scenario/scenario.ts';
import type { Platform, StreamName, VmmName } from '../words/words.ts';

/** What a back end needs to know: everything resolved, the probe's initrd made, every path absolute. */
export interface LaunchSpec
  extends Pick<Guest, 'kernel' | 'cmdline' | 'cpus' | 'memory' | 'network' | 'quoteSocket'> {
  readonly platform: Platform;
  readonly tdMonitor: TdMonitorOptions;
  readonly firmware?: FirmwareFiles;
  readonly initrd?: string;
  readonly disks: readonly Required<Disk>[];
  /** Streams into which the scenario types. */
  readonly typesInto: readonly ('console' | 'serial')[];
}

/** The same before the firmware is built. */
export type LaunchWish = Omit<LaunchSpec, 'firmware'> & { readonly firmware?: Firmware };

/**
 * Where a guest stream goes: to a socket that we hold, inherited under this number, to two named pipes `<fifo>.in` and
 * `<fifo>.out`, or to a file of this name.
 */
export type Wire = { readonly fd: number } | { readonly fifo: string } | { readonly file: string };

/** How the streams of a command are wired: as tdx-boot runs it, or each into `<stream>.log` for a shell. */
export type Wiring = { readonly fifosIn: string } | 'files';

/** A two-way or one-way channel of the VMM, in the order in which the back end names them. */
export type Channel = Exclude<StreamName, 'vmm'> | 'control';

/** The VMM's program on this machine. Without version and features it was not asked: they make no difference. */
export interface Program {
  /** A path, or a name to be looked up in PATH. */
  readonly path: string;
  /** `10.1.0` */
  readonly version?: string;
  /** It can make Trust Domains. */
  readonly tdx?: boolean;
}

export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** Channels that the command expects as inherited file descriptors, by number. */
  readonly fds: ReadonlyMap<number, Channel>;
  /** Channels that the command expects as named pipes, with their path up to `.in` and `.out`. */
  readonly fifos: ReadonlyMap<Channel, string>;
  /** What the command prints on its standard output. */
  readonly stdout: StreamName;
  /** Files to copy before the command starts, as [from, to]: the guest writes to the copies. */
  readonly copies: readonly (readonly [string, string])[];
  /** What exit codes of the command say of the guest; absent: nothing. */
  readonly ends?: ReadonlyMap<number, { readonly state: VmEnd; readonly detail: string }>;
  /** Unix socket on which the VMM can be asked to end. */
  readonly apiSocket?: string;
}

/** A VMM back end: what argv, which streams, how it tells what became of the guest. */
export interface Backend {
  readonly name: VmmName;
  /** The platforms it can boot. */
  readonly platforms: readonly Platform[];
  /** The program's name in PATH. */
  readonly command: string;
  /**
   * Asks a program what it is, as far as that makes a difference on this platform.
   * @throws HostError code `vmm-unusable`
   */
  identify(path: string, platform: Platform): Promise<Program>;
  /** Why a program cannot boot that; undefined when it can. */
  unsuitable(wish: LaunchWish, program: Program): string | undefined;
  /** The command of a run, of a program that is suitable. */
  plan(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan;
  /** Starts to talk to the VMM over its control channel. */
  control(send: (bytes: string) => void, report: (state: VmState, detail: string) => void): ControlReader;
  /** It boots a guest again that was reset, and has to be ended instead. */
  readonly reboots: boolean;
  /** How to install the command when it is missing. */
  readonly installHint: string;
  /** What to do about an unsuitable one. */
  readonly unsuitableHint: string;
}

/** Reads the control channel; bytes may be cut anywhere. */
export interface ControlReader {
  push(bytes: Uint8Array): void;
}
