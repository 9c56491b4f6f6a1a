/** One running VM: its process group, its streams, and its end, after which nothing of it is left. */

import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { VmState } from '../judge/events.ts';
import { findCommand } from '../process/find.ts';
import { killGroup, killThoseIn, noteGroup } from '../process/kill.ts';
import { startVmm } from '../process/start.ts';
import { within } from '../process/together.ts';
import type { Collect, Command, TypedStream } from '../scenario/scenario.ts';
import { HostError, messageOf } from '../words/errors.ts';
import type { RunStream, StreamName } from '../words/words.ts';
import { type AgentCallbacks, AgentPort, type AgentSetup, type FileCallbacks } from './agent.ts';
import { askToEnd } from './ask-to-end.ts';
import { Beside } from './beside.ts';
import { channelsOf, streamsOf, type TwoWay, watchChannels } from './channels.ts';
import { readThreads, type ThreadTimes } from './cpu-demand.ts';
import type { Backend, Channel, ControlReader, LaunchPlan } from './plan.ts';
import { stoppedIn } from './stopped.ts';

export interface MachineCallbacks {
  /** What the agent in the guest says, where the plan has a channel for it. */
  readonly agent?: Omit<AgentCallbacks, 'onOutput'>;
  /** Bytes of a stream. The buffer is not reused after the call. */
  onOutput(stream: StreamName, bytes: Uint8Array): void;
  onState(state: VmState, detail: string): void;
  /** The VMM writes faster than is read: the guest is to be held until it no longer does. */
  onBehind(behind: boolean): void;
  /** The process is gone and every stream has been read to its end. */
  onExit(code: number | null, signal: NodeJS.Signals | null): void;
}

interface MachineOptions {
  /** The run's private directory, for the named pipes and the VMM's temporary files. */
  readonly workDir: string;
  /** Descriptors that the VMM inherits and holds open as long as it lives: the lock of its slot. */
  readonly held?: readonly number[];
  /** What the agent does before it is ready. */
  readonly setup?: AgentSetup | undefined;
}

/** What a machine needs to know of its back end. */
export type Driver = Pick<Backend, 'control' | 'reboots' | 'installHint'>;

/** How long a VMM may take to end when it is asked to, in milliseconds. */
const SHUTDOWN_DEADLINE_MS = 2000;
/** How long a killed group may take to end, in milliseconds. Then a wrapper may have put the VMM into another group. */
const GROUP_DEADLINE_MS = 500;
/** How long a killed VMM may take to disappear, in milliseconds; a machine that is swapping needs seconds. */
const KILL_DEADLINE_MS = 10_000;

export class Machine {
  readonly pid: number;
  /** Resolves when the process is gone and every stream has been read to its end. */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;
  readonly #workDir: string;
  readonly #writers: ReadonlyMap<Channel, Writable>;
  readonly #readables: readonly Readable[];
  readonly #apiSocket: string | undefined;
  readonly #agent: AgentPort | undefined;
  readonly #control: ControlReader | undefined;
  readonly #beside: Beside;
  /** The guest runs only while we let it. */
  readonly #holdsGuest: boolean;
  #isPaused = true;
  /** What the VMM has said of its guest while nothing else was read: each once, so that a guest cannot make them many. */
  readonly #unsaid = new Map<string, () => void>();

  /**
   * Starts the VMM in a new process group, without a terminal and without our output streams. The machine is paused, and its guest is held.
   * @throws HostError code `vmm-missing`, `setpriv-missing`, `vmm-not-started`, and those of {@link Beside.open}
   */
  static async start(
    backend: Driver,
    plan: LaunchPlan,
    callbacks: MachineCallbacks,
    options: MachineOptions,
  ): Promise<Machine> {
    const path = findCommand(plan.command);
    if (path === undefined) {
      throw new HostError('vmm-missing', `${plan.command} is not installed`, {
        hint: backend.installHint,
        lasting: true,
      });
    }
    const { workDir, held = [] } = options;
    const beside = await Beside.open(plan, workDir, {
      onLost: (detail) => callbacks.onState('broken', detail),
      onBehind: (behind) => callbacks.onBehind(behind),
    });
    try {
      const stdin = beside.terminal?.fd;
      const child = startVmm(path, plan.args, { workDir, stdin, channels: plan.fds.keys(), held });
      beside.terminal?.started();
      const pid = await spawned(child, path);
      return new Machine(child, pid, backend, plan, beside, callbacks, options);
    } catch (error) {
      beside.discard();
      throw error;
    }
  }

  private constructor(
    child: ChildProcess,
    pid: number,
    backend: Driver,
    plan: LaunchPlan,
    beside: Beside,
    callbacks: MachineCallbacks,
    { workDir, setup }: MachineOptions,
  ) {
    this.pid = pid;
    this.#child = child;
    this.#workDir = workDir;
    this.#beside = beside;
    this.#apiSocket = plan.apiSocket;
    const channels = channelsOf(child, plan, beside.paths);
    watchChannels(child, channels, (detail) => callbacks.onState('broken', detail));
    const streams = streamsOf(child, plan, channels);
    for (const [name, stream] of streams)
      stream.on('data', (bytes: Buffer) => callbacks.onOutput(name, bytes));
    const [control, agent] = [channels.get('control'), channels.get('agent')];
    this.#control = control && this.#listen(backend, control, callbacks);
    this.#holdsGuest = plan.paused === true;
    this.#agent = agent && agentOf(agent, callbacks, setup);
    const { typed } = plan;
    this.#writers =
      typed === undefined
        ? new Map([...channels].map(([channel, { writer }]) => [channel, writer]))
        : new Map(beside.terminal === undefined || typed === 'none' ? [] : [[typed, beside.terminal.writer]]);
    this.#readables = [
      ...streams.map(([, stream]) => stream),
      ...[agent].flatMap((channel) => channel?.reader ?? []),
    ];
    for (const stream of this.#readables) stream.pause();
    child.once('exit', () => {
      // Node reads on by itself then (flushStdio in lib/internal/child_process.js).
      this.resume();
      beside.release();
    });
    const forget = noteGroup(pid);
    this.gone = new Promise((resolve) => {
      child.once('close', async (code, signal) => {
        await beside.gone();
        forget();
        resolve();
        const end = code === null ? undefined : plan.ends?.get(code);
        if (end !== undefined) callbacks.onState(end.state, end.detail);
        callbacks.onExit(code, signal);
      });
    });
  }

  #listen(backend: Driver, { reader, writer }: TwoWay, callbacks: MachineCallbacks): ControlReader {
    const onState: MachineCallbacks['onState'] = (state, detail) => {
      const say = (): void => callbacks.onState(state, detail);
      if (this.#isPaused) this.#unsaid.set(`${state} ${detail}`, say);
      else say();
      // The output of a second boot must not count as output of the first.
      if (state === 'reset' && backend.reboots) killGroup(this.pid);
    };
    const control = backend.control((bytes) => writer.write(bytes), onState);
    reader.on('data', (bytes: Buffer) => control.push(bytes));
    return control;
  }

  /** Whether the VMM's process has not ended. */
  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Types into the guest.
   * @returns false where nothing can be typed on this stream
   */
  write(stream: TypedStream, bytes: Uint8Array): boolean {
    const writer = this.#writers.get(stream);
    writer?.write(bytes);
    return writer !== undefined;
  }

  /**
   * Asks the VMM where the CPUs are, and the guest's kernel for the traces of all CPUs: a break and `l` on the serial port
   * are SysRq-L (Linux Documentation/admin-guide/sysrq.rst). What the kernel prints comes as output.
   * @param waitMs how long the answer may take
   * @returns a line for each CPU; none where nobody answers
   */
  async ask(waitMs: number): Promise<readonly string[]> {
    if (this.#control?.ask === undefined || !this.running) return [];
    const control = this.#control;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve([]), waitMs);
      control.ask?.((cpus) => {
        clearTimeout(timer);
        this.write('serial', Buffer.from('l'));
        resolve(cpus);
      });
    });
  }

  /** Has the agent run a command. It was said to be ready. */
  run(stream: RunStream, command: Command): void {
    this.#agent?.run(stream, command);
  }

  /**
   * Asks the agent for files.
   * @returns false when no agent is ready
   */
  collect(request: Collect, callbacks: FileCallbacks): boolean {
    if (!this.running || this.#agent?.ready !== true) return false;
    this.#agent.collect(request, callbacks);
    return true;
  }

  /**
   * Sends the guest a non-maskable interrupt, which reaches a kernel that has interrupts off. Linux goes on with two lines
   * on its console, or panics with a trace where its command line has `unknown_nmi_panic`.
   * @returns false where the VMM cannot
   */
  interrupt(): boolean {
    if (this.#control?.interrupt === undefined || !this.running) return false;
    this.#control.interrupt();
    return true;
  }

  /**
   * Stops reading what the guest prints, so that our memory does not grow. The control channel is read on, because a VMM that cannot
   * write there loses the end of its guest; what it says is told with {@link resume}.
   */
  pause(): void {
    this.#isPaused = true;
    for (const stream of this.#readables) stream.pause();
  }

  /** Holds the guest, or lets it start or go on: QEMU is told, and Cloud Hypervisor waits while its pipes are full. */
  hold(hold: boolean): void {
    if (this.#holdsGuest && this.running) this.#control?.hold?.(hold);
  }

  /** Reads what the guest prints. */
  resume(): void {
    this.#isPaused = false;
    for (const say of this.#unsaid.values()) say();
    this.#unsaid.clear();
    for (const stream of this.#readables) stream.resume();
  }

  /**
   * Reads what the VMM has written to files by now, but at most so many bytes of each file.
   * @returns whether that was all
   */
  drain(bytes: number): boolean {
    return this.#beside.drain(bytes);
  }

  /** How somebody on this host keeps the VMM from running; undefined: nobody does. */
  get stopped(): string | undefined {
    return this.running ? stoppedIn(this.pid) : undefined;
  }

  /** Whether the VMM has not started the guest by now, or somebody on this host has the VMM keep the guest. */
  get keepsGuest(): boolean {
    return this.running && this.#control?.runs === false;
  }

  /** What the VMM's threads have done so far; undefined when it is gone. */
  threads(): ThreadTimes[] | undefined {
    return readThreads(this.pid);
  }

  /**
   * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until the group is gone.
   * What it has written to files and is not read yet is left. The guest's disks are overlays or copies, so nothing is lost.
   * @throws HostError code `vmm-lingers` when the VMM does not die
   */
  async stop(): Promise<void> {
    if (await this.#endsWhenAsked()) return;
    killGroup(this.pid);
    this.resume();
    this.#beside.leave();
    if (await this.#goneWithin(GROUP_DEADLINE_MS)) return;
    killThoseIn(this.#workDir);
    if (await this.#goneWithin(KILL_DEADLINE_MS)) return;
    this.#letGo();
    const waited = `${KILL_DEADLINE_MS / 1000} s after SIGKILL`;
    throw new HostError(
      'vmm-lingers',
      `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`,
      { hint: `See what the kernel waits for: cat /proc/${this.pid}/stack; a disk or a device may hang.` },
    );
  }

  /** This process must not wait for one that cannot be killed: it would never end. */
  #letGo(): void {
    for (const stream of [...this.#readables, ...this.#writers.values(), ...this.#child.stdio])
      stream?.destroy();
    this.#child.unref();
  }

  /**
   * A VMM that does not answer gets no SIGTERM, because the same loop would read it. A VMM that ends by itself still prints
   * what its standard output holds.
   */
  async #endsWhenAsked(): Promise<boolean> {
    if (this.#apiSocket === undefined || !this.running) return false;
    this.resume();
    return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), askToEnd(this.#apiSocket)]);
  }

  #goneWithin(ms: number): Promise<boolean> {
    return within(
      ms,
      this.gone.then(() => true),
      false,
    );
  }
}

/** @returns the process's number. @throws HostError code `vmm-not-started` */
function spawned(child: ChildProcess, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0));
    child.once('error', (cause) => {
      const message = `${path} could not be started: ${messageOf(cause, path)}`;
      const hint = 'Check that the command can be run by this user.';
      reject(new HostError('vmm-not-started', message, { hint, cause }));
    });
  });
}

function agentOf(
  { reader, writer }: TwoWay,
  { agent, onOutput }: MachineCallbacks,
  setup: AgentSetup | undefined,
): AgentPort | undefined {
  if (agent === undefined) return undefined;
  const port = new AgentPort((bytes) => writer.write(bytes), { ...agent, onOutput }, setup);
  reader.on('data', (bytes: Buffer) => port.push(bytes));
  return port;
}
