/** The launch plan: one exact command with named streams, made from a scenario without touching the host. */

import type { VmmInfo } from '../compat/combination.ts';
import type { VmEnd, VmState } from '../judge/events.ts';
import type { Disk, FirmwareFiles, Guest, TdMonitorOptions, TypedStream } from '../scenario/scenario.ts';
import type { MachineStream, Platform, StreamName, VmmName } from '../words/words.ts';

/** What a back end gets: everything is resolved and built, and every path is absolute. */
export interface LaunchSpec
  extends Omit<Guest, 'initrd' | 'modules' | 'disks' | 'root' | 'files' | 'filesAs'> {
  readonly platform: Platform;
  /** How the TD monitor behaves, on platform tdx-emulated. */
  readonly tdMonitor: TdMonitorOptions;
  /** Absent: the VMM's own. */
  readonly firmware?: FirmwareFiles;
  /** The firmware is td-shim, which takes kernel and command line into its Payload and PayloadParam sections. */
  readonly payloadSections?: true;
  readonly initrd?: string;
  readonly disks: readonly LaunchDisk[];
  /** Unix socket on which a gdb can attach; of QEMU alone. */
  readonly gdbSocket?: string;
  /** Arguments that are appended as they are. */
  readonly vmmArgs?: readonly string[];
  /** What serves the shares of type virtiofs; absent: any. */
  readonly virtiofsd?: Virtiofsd;
  /** The guest gets a port for the agent. */
  readonly agent?: boolean;
  /** Where the scenario types; absent: nowhere. */
  readonly typed?: TypedStream;
}

/** A disk whose format is known. */
export type LaunchDisk = Omit<Disk, 'format' | 'backing'> & { readonly format: 'raw' | 'qcow2' };

/**
 * Where a guest stream goes: to a socket of ours that the VMM inherits under this number, to two named pipes `<fifo>.in`
 * and `<fifo>.out` (of which the second may be a file), or to a file of this name.
 */
export type Wire = { readonly fd: number } | { readonly fifo: string } | { readonly file: string };

/** How the streams of a command are wired: as tdx-boot runs it, or each into `<stream>.log` for a shell. */
export type Wiring = { readonly fifosIn: string } | 'files';

/** A two-way or one-way channel of the VMM, in the order in which the back end names them. */
export type Channel = Exclude<MachineStream, 'vmm'> | 'control' | 'agent';

/** A VMM's program on this host. The version is absent where it makes no difference and was not asked for. */
export interface Program extends VmmInfo {
  readonly path: string;
}

export interface LaunchPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** Channels that the command expects as inherited file descriptors, by number. */
  readonly fds: ReadonlyMap<number, Channel>;
  /** Channels that the command expects as named pipes, with their path up to `.in` and `.out`. */
  readonly fifos: ReadonlyMap<Channel, string>;
  /**
   * The `.out` of these are files: the command would drop what finds no room in a pipe. Absent: the command, and with that its
   * guest, waits while a pipe is full.
   */
  readonly writesFiles?: true;
  /** What the command prints on its standard output. */
  readonly stdout: StreamName;
  /**
   * The stream into which can be typed, where that is at most one: its input is the command's standard input, which has to be a
   * terminal, and its output is the standard output. Absent: every stream takes input.
   */
  readonly typed?: TypedStream | 'none';
  /** Files to copy before the command starts, as [from, to]: the guest writes to the copies. */
  readonly copies: readonly (readonly [string, string])[];
  /** The guest runs only while the control channel lets it ({@link ControlReader.hold}). Absent: the VMM starts the guest by itself. */
  readonly paused?: true;
  /** What exit codes of the command say of the guest; absent: nothing. */
  readonly ends?: ReadonlyMap<number, { readonly state: VmEnd; readonly detail: string }>;
  /** Unix socket of ours on which the agent in the guest connects; absent: its channel is one of the others, or there is none. */
  readonly agentSocket?: string;
  /** Unix socket on which the VMM can be asked to end. */
  readonly apiSocket?: string;
  /** A socket that the command makes outside of the run's directory, and leaves there when it is killed. */
  readonly leaves?: string;
  /** Processes that the command connects to. They start before, and end with it. */
  readonly servers?: readonly ServerPlan[];
}

/** A virtiofsd of this host. */
export interface Virtiofsd {
  readonly path: string;
  /** The one in Rust, or the older one in C, which was part of QEMU up to 7.2. */
  readonly kind: 'rust' | 'c';
  /** How the process locks itself in, in its own words. */
  readonly sandbox: 'namespace' | 'chroot' | 'none';
}

/** A process that serves a VMM on a Unix socket. */
export interface ServerPlan {
  readonly command: string;
  readonly args: readonly string[];
  /** What it serves, for messages. */
  readonly serves: string;
  /** A file that it makes outside of the run's directory and does not remove. */
  readonly leaves?: string;
}

/** A VMM back end: its argv, its streams, and how the VMM reports the end of the guest. */
export interface Backend {
  readonly name: VmmName;
  /** Names in PATH, or absolute paths, under which the program is looked for, in this order. */
  readonly commands: readonly [string, ...string[]];
  /**
   * Asks a program for its version and features, as far as they matter on this platform.
   * @throws HostError code `vmm-unusable`
   */
  identify(path: string, platform: Platform): Promise<Program>;
  /** The command of a run. The compatibility table has already said that the program can boot it. */
  plan(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan;
  /** Starts the conversation with the VMM over its control channel. */
  control(send: (bytes: string) => void, report: (state: VmState, detail: string) => void): ControlReader;
  /** Whether this VMM boots a guest again after a reset. tdx-boot then ends the VMM instead. */
  readonly reboots: boolean;
  /** How to install the command when it is missing. */
  readonly installHint: string;
}

/** Reads the control channel; bytes may be cut anywhere. */
export interface ControlReader {
  push(bytes: Uint8Array): void;
  /** Lets the guest of a plan that is `paused` go on, at first to start, or holds it: its clock stands still. Absent: this VMM has no such plans. */
  hold?(hold: boolean): void;
  /** Whether the VMM runs the guest, or would but for {@link hold}; undefined: it has not said. */
  readonly runs?: boolean | undefined;
  /**
   * Asks where the CPUs are, and makes the guest's serial port ready for a SysRq key, by a break. `answer` gets a line for
   * each CPU, once, or is never called. Absent: this VMM cannot be asked.
   */
  ask?(answer: (cpus: readonly string[]) => void): void;
  /** Sends the CPUs a non-maskable interrupt. Absent: this VMM cannot. */
  interrupt?(): void;
}
