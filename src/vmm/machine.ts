/** One running VM: its process group, its streams, and its end, after which nothing of it is left. */

import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { VmState } from '../judge/events.ts';
import { findCommand } from '../process/find.ts';
import { killGroup, killThoseIn, noteGroup } from '../process/kill.ts';
import { startVmm } from '../process/start.ts';
import { Terminal } from '../process/terminal.ts';
import type { Collect, Command, TypedStream } from '../scenario/scenario.ts';
import { codeOf, HostError, messageOf } from '../words/errors.ts';
import type { RunStream, StreamName } from '../words/words.ts';
import { type AgentCallbacks, AgentPort, type AgentSetup, type FileCallbacks } from './agent.ts';
import { AgentSocket } from './agent-socket.ts';
import { askToEnd } from './ask-to-end.ts';
import { isStopped, readThreads, type ThreadTimes } from './cpu-demand.ts';
import { Fifo, makeFifos } from './fifo.ts';
import type { Backend, Channel, ControlReader, LaunchPlan } from './plan.ts';
import { Servers } from './servers.ts';

export interface MachineCallbacks {
  /** What the agent in the guest says, where the plan has a channel for it. */
  readonly agent?: Omit<AgentCallbacks, 'onOutput'>;
  /** Bytes of a stream. The buffer is not reused after the call. */
  onOutput(stream: StreamName, bytes: Uint8Array): void;
  onState(state: VmState, detail: string): void;
  /** The process is gone and every stream has been read to its end. */
  onExit(code: number | null, signal: NodeJS.Signals | null): void;
}

export interface MachineOptions {
  /** The run's private directory, for the named pipes and the VMM's temporary files. */
  readonly workDir: string;
  /** Descriptors that the VMM inherits and holds open as long as it lives: the lock of its slot. */
  readonly held?: readonly number[];
  /** What the agent does before it is ready. */
  readonly setup?: AgentSetup | undefined;
}

/** What a machine needs to know of its back end. */
export type Driver = Pick<Backend, 'control' | 'reboots' | 'installHint'>;

/** What a machine has besides its VMM. */
interface Beside {
  /** Channels that have a path of their own. */
  readonly paths: ReadonlyMap<Channel, Fifo | AgentSocket>;
  readonly terminal: Terminal | undefined;
  readonly servers: Servers;
  readonly workDir: string;
}

/** How long a VMM may take to end when it is asked to, in milliseconds. */
const SHUTDOWN_DEADLINE_MS = 2000;
/** How long a VMM may take to end after it has closed a channel, in milliseconds. */
const CLOSED_MS = 2000;
/** How long a killed group may take to end, in milliseconds. Then a wrapper may have put the VMM into another group. */
const GROUP_DEADLINE_MS = 500;
/** How long a killed VMM may take to disappear, in milliseconds; a machine that is swapping needs seconds. */
const KILL_DEADLINE_MS = 10_000;

export class Machine {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #workDir: string;
  readonly #writers: ReadonlyMap<Channel, Writable>;
  readonly #readables: readonly Readable[];
  /** Resolves when the process is gone and every stream has been read to its end. */
  readonly gone: Promise<void>;
  readonly #apiSocket: string | undefined;
  readonly #agent: AgentPort | undefined;
  #control: ControlReader | undefined;
  #ended = false;

  /**
   * Starts the VMM in a new process group, without a terminal and without our output streams.
   * @throws HostError code `vmm-missing`, `setpriv-missing`, `vmm-not-started`, those of {@link Servers.start}, and those of {@link Terminal.open}
   */
  static async start(
    backend: Driver,
    plan: LaunchPlan,
    callbacks: MachineCallbacks,
    { workDir, held = [], setup }: MachineOptions,
  ): Promise<Machine> {
    const path = findCommand(plan.command);
    if (path === undefined) {
      throw new HostError('vmm-missing', `${plan.command} is not installed`, {
        hint: backend.installHint,
        lasting: true,
      });
    }
    await makeFifos([...plan.fifos.values()]);
    // Opened before the VMM starts, so that the pipes have a reader from the first byte.
    const paths = new Map<Channel, Fifo | AgentSocket>();
    for (const [channel, prefix] of plan.fifos) paths.set(channel, new Fifo(prefix));
    let terminal: Terminal | undefined;
    let servers: Servers | undefined;
    const discard = (): void => {
      for (const path of paths.values()) path.discard();
      servers?.kill();
      void terminal?.close();
    };
    const lost = (detail: string): void => callbacks.onState('broken', detail);
    try {
      if (plan.agentSocket !== undefined) paths.set('agent', await AgentSocket.listen(plan.agentSocket));
      terminal = await openTerminal(plan);
      servers = await Servers.start(plan.servers ?? [], workDir, lost);
    } catch (error) {
      discard();
      throw error;
    }
    const child = startOr(discard, () =>
      startVmm(path, plan.args, { workDir, stdin: terminal?.fd, channels: plan.fds.keys(), held }),
    );
    terminal?.started();
    const failure = new Promise<never>((_, reject) => {
      child.once('error', (cause) => {
        discard();
        const hint = 'Check that the command can be run by this user.';
        reject(
          new HostError('vmm-not-started', `${path} could not be started: ${messageOf(cause, path)}`, {
            hint,
            cause,
          }),
        );
      });
    });
    const started = new Promise<number>((resolve) => {
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    const pid = await Promise.race([started, failure]);
    return new Machine(child, pid, backend, plan, { paths, terminal, servers, workDir }, callbacks, setup);
  }

  private constructor(
    child: ChildProcess,
    pid: number,
    backend: Driver,
    plan: LaunchPlan,
    { paths, terminal, servers, workDir }: Beside,
    callbacks: MachineCallbacks,
    setup: AgentSetup | undefined,
  ) {
    this.pid = pid;
    this.#child = child;
    this.#workDir = workDir;
    this.#apiSocket = plan.apiSocket;
    const stdio = child.stdio as unknown as readonly Duplex[];
    const pipe = (fd: number): Duplex => {
      const stream = stdio[fd];
      if (stream === undefined) throw new HostError('vmm-not-started', `descriptor ${fd} was not opened`);
      return stream;
    };
    const channels = new Map<Channel, { reader: Readable; writer: Writable }>(paths);
    for (const [fd, channel] of plan.fds) channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
    const streams: [StreamName, Readable][] = [
      ['vmm', pipe(2)],
      [plan.stdout, pipe(1)],
    ];
    for (const [channel, { reader, writer }] of channels) {
      for (const stream of new Set([reader, writer])) this.#watch(channel, stream, callbacks);
      if (channel !== 'control' && channel !== 'agent') streams.push([channel, reader]);
    }
    for (const fd of [1, 2]) this.#watch('vmm', pipe(fd), callbacks);
    for (const [name, stream] of streams)
      stream.on('data', (bytes: Buffer) => callbacks.onOutput(name, bytes));
    const control = channels.get('control');
    if (control !== undefined) {
      const onState: MachineCallbacks['onState'] = (state, detail) => {
        callbacks.onState(state, detail);
        // The output of a second boot must not count as output of the first.
        if (state === 'reset' && backend.reboots) killGroup(pid);
      };
      const reader = backend.control((bytes) => control.writer.write(bytes), onState);
      control.reader.on('data', (bytes: Buffer) => reader.push(bytes));
      this.#control = reader;
    }
    const agent = channels.get('agent');
    if (agent !== undefined && callbacks.agent !== undefined) {
      const { onOutput } = callbacks;
      const port = new AgentPort(
        (bytes) => agent.writer.write(bytes),
        { ...callbacks.agent, onOutput },
        setup,
      );
      agent.reader.on('data', (bytes: Buffer) => port.push(bytes));
      this.#agent = port;
    }
    const { typed } = plan;
    this.#writers =
      typed === undefined
        ? new Map([...channels].map(([channel, { writer }]) => [channel, writer]))
        : new Map(terminal === undefined || typed === 'none' ? [] : [[typed, terminal.writer]]);
    this.#readables = [
      ...streams.map(([, stream]) => stream),
      ...[control, agent].flatMap((channel) => channel?.reader ?? []),
    ];
    child.once('exit', () => {
      this.#ended = true;
      for (const path of paths.values()) path.release();
    });
    const drained = [...paths.values()].map(
      ({ reader }) => new Promise((resolve) => reader.once('close', resolve)),
    );
    const forget = noteGroup(pid);
    this.gone = new Promise((resolve) => {
      child.once('close', async (code, signal) => {
        await Promise.all([...drained, terminal?.close(), servers.end()]);
        forget();
        resolve();
        const end = code === null ? undefined : plan.ends?.get(code);
        if (end !== undefined) callbacks.onState(end.state, end.detail);
        callbacks.onExit(code, signal);
      });
    });
  }

  /**
   * What a guest prints is not seen any more where its stream fails or ends while the VMM goes on. Where the VMM dies, its exit says
   * why: the stream ends a moment before, or breaks while we write. The VMM's own output may end at any time.
   */
  #watch(
    channel: Channel | 'vmm',
    stream: Readable | Writable,
    { onState }: Pick<MachineCallbacks, 'onState'>,
  ): void {
    const lost = (why: string): void => onState('broken', `the ${channel} channel was lost: ${why}`);
    const lostLater = (): void => {
      const goesOn = (): void => (this.running ? lost('the VMM has closed it, and goes on') : undefined);
      setTimeout(goesOn, CLOSED_MS).unref();
    };
    stream.on('error', (error) => {
      const isClosed = ['EPIPE', 'ECONNRESET'].includes(codeOf(error) ?? '');
      if (!isClosed) lost(messageOf(error));
      else if (channel !== 'vmm') lostLater();
    });
    if (channel !== 'vmm') stream.once('end', lostLater);
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
    if (this.#control?.ask === undefined || this.#child.exitCode !== null) return [];
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
    if (this.#ended || this.#agent?.ready !== true) return false;
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

  /** Stops reading: the VMM fills its sockets and then waits, so our memory does not grow. */
  pause(): void {
    for (const stream of this.#readables) stream.pause();
  }

  resume(): void {
    for (const stream of this.#readables) stream.resume();
  }

  /** Whether somebody has stopped the VMM with a signal. */
  get stopped(): boolean {
    return this.running && isStopped(this.pid);
  }

  /** What the VMM's threads have done so far; undefined when it is gone. */
  threads(): ThreadTimes[] | undefined {
    return readThreads(this.pid);
  }

  /**
   * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until the group is gone.
   * The guest's disks are overlays or copies, so nothing is lost.
   * @throws HostError code `vmm-lingers` when the VMM does not die
   */
  async stop(): Promise<void> {
    if (await this.#endsWhenAsked()) return;
    killGroup(this.pid);
    this.resume();
    if (await this.#goneWithin(GROUP_DEADLINE_MS)) return;
    killThoseIn(this.#workDir);
    if (await this.#goneWithin(KILL_DEADLINE_MS)) return;
    this.#letGo();
    const waited = `${KILL_DEADLINE_MS / 1000} s after SIGKILL`;
    throw new HostError(
      'vmm-lingers',
      `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`,
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

  async #goneWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    try {
      return await Promise.race([this.gone.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function openTerminal({ typed }: LaunchPlan): Promise<Terminal | undefined> {
  return typed === undefined || typed === 'none' ? Promise.resolve(undefined) : Terminal.open();
}

function startOr(discard: () => void, start: () => ChildProcess): ChildProcess {
  try {
    return start();
  } catch (error) {
    discard();
    throw error;
  }
}
