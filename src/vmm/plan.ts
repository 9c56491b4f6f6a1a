/** The launch plan: one exact command with named streams, made from a scenario without touching the machine. */

import type { VmState } from '../judge/events.ts';
import type { Disk, FirmwareFiles, Guest } from '../scenario/scenario.ts';
import type { Platform, StreamName, VmmName } from '../scenario/words.ts';

/** What a back end needs to know: everything resolved, the probe's initrd made, every path absolute. */
export interface LaunchSpec extends Pick<Guest, 'kernel' | 'cmdline' | 'cpus' | 'memory' | 'network'> {
  readonly platform: Platform;
  readonly firmware?: FirmwareFiles;
  readonly initrd?: string;
  readonly disks: readonly Required<Disk>[];
}

/**
 * Where a guest stream goes: to a socket that we hold, inherited under this number, to two named pipes `<fifo>.in` and
 * `<fifo>.out`, or to a file of this name.
 */
export type Wire = { readonly fd: number } | { readonly fifo: string } | { readonly file: string };

/** How the streams of a command are wired: as tdx-boot runs it, or each into `<stream>.log` for a shell. */
export type Wiring = { readonly fifosIn: string } | 'files';

/** A two-way or one-way channel of the VMM, in the order in which the back end names them. */
export type Channel = Exclude<StreamName, 'vmm'> | 'control';

export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** Channels that the command expects as inherited file descriptors, by number. */
  readonly fds: ReadonlyMap<number, Channel>;
  /** Channels that the command expects as named pipes, with their path up to `.in` and `.out`. */
  readonly fifos: ReadonlyMap<Channel, string>;
}

/** A VMM back end: what argv, which streams, how it tells what became of the guest. */
export interface Backend {
  readonly name: VmmName;
  /** The platforms it can boot. */
  readonly platforms: readonly Platform[];
  /** The command of a run. */
  plan(spec: LaunchSpec, wiring: Wiring): LaunchPlan;
  /** Starts to talk to the VMM over its control channel. */
  control(send: (bytes: string) => void, report: (state: VmState, detail: string) => void): ControlReader;
  /** How to install the command when it is missing. */
  readonly installHint: string;
}

/** Reads the control channel; bytes may be cut anywhere. */
export interface ControlReader {
  push(bytes: Uint8Array): void;
}
