/** The machine of one run: started, typed into, held up, looked at and stopped. */

import { setTimeout } from 'node:timers/promises';
import { type LineScanner, lineReader } from '../console/scanner.ts';
import type { MachineEvent } from '../judge/events.ts';
import type { Prepared } from '../prepare/prepare.ts';
import type { Command, TypedStream } from '../scenario/scenario.ts';
import { demandBetween, type ThreadTimes } from '../vmm/cpu-demand.ts';
import { COLLECT_MS } from '../vmm/fifo.ts';
import { type Driver, Machine } from '../vmm/machine.ts';
import { given } from '../words/given.ts';
import { isGuestStream, type RunStream } from '../words/words.ts';
import { type Answers, isTrace } from './ask.ts';
import type { Hand } from './hand.ts';
import type { Inbox } from './inbox.ts';

/** How often it is looked whether the VMM may run, and how often what it demands of its CPUs, while nothing happens, in milliseconds. */
export const LOOK_MS = 250;
const SAMPLE_MS = 1000;
/** How much of a file is read at once before a deadline is judged, in bytes. */
const DRAIN_BYTES = 1024 * 1024;
/** How long a VMM may take to say where its CPUs are, and a guest's kernel to print its traces, in milliseconds. */
const ANSWER_MS = 1000;
const TRACE_MS = 700;
/** How long a guest's kernel may take to begin a trace when it gets an NMI, in milliseconds. */
const NMI_MS = 2000;

/** The advice where a VMM does not run its guest. */
const NOT_RUN_HINT =
  'Its process hangs, or somebody holds the guest (a debugger, -S, -incoming), or the VMM still makes the machine: memory that is filled before the start (prealloc) takes its time, for which timeout must allow.';

/** The advice where somebody has stopped a VMM. */
const STOPPED_HINT =
  'Nothing is known of the guest: find out who did this (a job control, a snapshot, a supervisor), and boot again.';

/** What a machine cannot be started without. */
type Needed = 'rules' | 'outputLimit' | 'plan' | 'workDir';

/** A prepared run as the engine takes it. A part that is absent is not done, or not reported. */
export type Bootable = Pick<Prepared, Needed> &
  Partial<Omit<Prepared, Needed | 'backend'>> & { readonly backend: Driver };

export class Vm {
  readonly #inbox: Inbox;
  readonly #hand: Hand | undefined;
  /** When the guest printed last, as performance.now(). */
  #spokeAt = performance.now();
  /** Reads what the guest prints while it is asked. */
  #heard: LineScanner | undefined;
  #machine: Machine | undefined;
  /** Nobody can look into the guest. */
  #hidden = false;
  #slot: Bootable['slot'];
  /** The consumers can take no more. */
  #full = false;
  /** The VMM writes faster than we read. */
  #behind = false;
  /** Since when the guest has to wait for us, as performance.now(). */
  #heldSince: number | undefined;
  /** The reading before; its time is in milliseconds. Undefined where the VMM was stopped since. */
  #sampled: { readonly time: number; readonly threads: readonly ThreadTimes[] } | undefined;
  /** When it was last looked whether the VMM may run, in milliseconds, and whether it was stopped. */
  #looked = { time: 0, stopped: false };

  /** @param slot given back when the machine is gone, or was never started */
  constructor(inbox: Inbox, slot: Bootable['slot'], hand?: Hand) {
    this.#inbox = inbox;
    this.#hand = hand;
    this.#slot = slot;
  }

  /**
   * Starts the machine.
   * @throws HostError when this host cannot
   */
  async start({
    backend,
    plan,
    workDir,
    slot,
    setup,
    silenceExpected,
    bootTime,
    predictions = {},
    booted,
    rules: { platform },
  }: Bootable): Promise<MachineEvent> {
    const inbox = this.#inbox;
    this.#hidden = platform === 'tdx';
    this.#machine = await Machine.start(
      backend,
      plan,
      {
        onOutput: (stream, bytes) => {
          if (isGuestStream(stream)) this.#spokeAt = performance.now();
          this.#heard?.push(bytes);
          this.#hand?.show(stream, bytes);
          inbox.output(stream, bytes);
        },
        onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.stamp(), state, detail }),
        agent: {
          onReady: (detail) => inbox.push({ type: 'agent', time: inbox.stamp(), state: 'ready', detail }),
          onBroken: (detail) => inbox.push({ type: 'agent', time: inbox.stamp(), state: 'broken', detail }),
          onEnd: (stream, how, value) =>
            inbox.push({ type: 'command', time: inbox.stamp(), stream, how, value }),
        },
        onBehind: (behind) => {
          this.#behind = behind;
          this.#regulate();
        },
        onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.stamp(), code, signal }),
      },
      { workDir, held: slot?.fds ?? [], setup },
    );
    this.#hand?.attach((stream, bytes) => inbox.push(this.#type(stream, bytes)));
    const { pid } = this.#machine;
    // The VMM may still be asked for its version: the launch tells it, and is told before anything that the guest prints.
    const known = await Promise.race([booted, inbox.aborted]);
    this.#machine.resume();
    this.#machine.hold(false);
    return {
      ...{ type: 'launch', time: 0, argv: [plan.command, ...plan.args], pid },
      ...given({
        ...{ platform, silenceExpected, bootTime, booted: known },
        predictions: Object.keys(predictions).length === 0 ? undefined : predictions,
      }),
    };
  }

  /**
   * Types what a step sends. Text that nobody can get ends the run, because it must not be lost without a word.
   * @returns what is to be told of it
   */
  send({ stream, text }: { stream: TypedStream; text: string }): readonly MachineEvent[] {
    const bytes = Buffer.from(text);
    if (this.#machine?.write(stream, bytes) !== false) return [this.#typed(stream, bytes)];
    const detail = `nothing can be typed on ${stream}: Cloud Hypervisor takes input on one stream, and was started for the other; name the stream in each send step (stream: ${stream})`;
    this.#inbox.push({ type: 'vm', time: this.#inbox.stamp(), state: 'broken', detail });
    return [];
  }

  /** Whether there is a guest that can be kept. */
  get running(): boolean {
    return this.#machine?.running === true;
  }

  /** Resolves when the VMM's process is gone; at once where none was started. */
  async gone(): Promise<void> {
    await this.#machine?.gone;
  }

  #type(stream: TypedStream, bytes: Uint8Array): MachineEvent {
    this.#machine?.write(stream, bytes);
    return this.#typed(stream, bytes);
  }

  #typed(stream: TypedStream, bytes: Uint8Array): MachineEvent {
    return { type: 'input', time: this.#inbox.stamp(), stream, bytes };
  }

  run({ stream, command }: { stream: RunStream; command: Command }): void {
    this.#machine?.run(stream, command);
  }

  /** The machine that was started and is not stopped yet. */
  get machine(): Machine | undefined {
    return this.#machine;
  }

  /** For how many milliseconds the guest has printed nothing. */
  get quietMs(): number {
    return performance.now() - this.#spokeAt;
  }

  /**
   * What a machine that hangs says of itself. A Trust Domain of TDX hardware is not asked: its registers are hidden, and QEMU
   * sends it no NMI, because its APIC looks to QEMU as after a reset, with LINT1 masked (target/i386/kvm/tdx.c
   * tdx_kvm_init, hw/i386/kvm/apic.c do_inject_external_nmi).
   */
  async ask(): Promise<Answers> {
    const lines: string[] = [];
    const machine = this.#machine;
    if (machine === undefined || this.#hidden) return { cpus: [], lines };
    let begins = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begins = resolve;
    });
    this.#heard = lineReader((text) => {
      lines.push(text);
      if (isTrace(text)) begins();
    });
    const trace = (longestMs: number): Promise<unknown> =>
      Promise.race([begun.then(() => setTimeout(TRACE_MS)), setTimeout(longestMs), machine.gone]);
    const cpus = await machine.ask(ANSWER_MS);
    if (cpus.length > 0) await trace(TRACE_MS);
    const interrupted = cpus.length > 0 && !lines.some(isTrace) && machine.interrupt();
    if (interrupted) await trace(NMI_MS);
    this.#heard = undefined;
    return { cpus, lines, interrupted };
  }

  /**
   * Reads what waits to be read: in the kernel, also in pipes that are read every {@link COLLECT_MS}, and in files, of these only so
   * much that our memory does not grow.
   * @returns whether that was all
   */
  async drain(): Promise<boolean> {
    await setTimeout(COLLECT_MS);
    // Node reads its sockets and pipes before it calls back (libuv: the poll phase comes before the check phase).
    await new Promise((resolve) => setImmediate(resolve));
    return this.#machine?.drain(DRAIN_BYTES) ?? true;
  }

  /** Reads no more of the machine, and holds its guest; or goes on. */
  hold(hold: boolean): void {
    this.#full = hold;
    if (hold) this.#machine?.pause();
    else this.#machine?.resume();
    this.#regulate();
  }

  #regulate(): void {
    const hold = this.#full || this.#behind;
    if (hold === (this.#heldSince !== undefined)) return;
    if (!hold) this.countHold();
    this.#heldSince = hold ? performance.now() : undefined;
    this.#machine?.hold(hold);
  }

  /** Tells the judge how long the guest has waited by now. */
  countHold(): void {
    if (this.#heldSince === undefined) return;
    const now = performance.now();
    this.#inbox.push({ type: 'held', time: this.#inbox.stamp(), ms: Math.round(now - this.#heldSince) });
    this.#heldSince = now;
  }

  /** A deadline has passed: a guest whose VMM somebody keeps from running is not late. */
  stopped(): readonly MachineEvent[] {
    const how = this.#machine?.stopped;
    if (how === undefined) return [];
    const message = `somebody on this host ${how}`;
    return [{ type: 'abort', time: this.#inbox.stamp(), cause: 'vmm-stopped', message, hint: STOPPED_HINT }];
  }

  /** The guest is late. A guest that its VMM does not run is not to blame. */
  notRun(): readonly MachineEvent[] {
    if (this.#machine?.keepsGuest !== true) return [];
    const message = 'the VMM does not run the guest';
    const time = this.#inbox.stamp();
    return [{ type: 'abort', time, cause: 'not-started', message, hint: NOT_RUN_HINT }];
  }

  /**
   * Nothing has happened: is the VMM busy, or does somebody keep it from running? The time between two looks counts as a hold where
   * either sees it stopped: so a stop never counts as less than it took. Undefined too soon after the last reading, and for the
   * first in a silence.
   */
  sample(): MachineEvent | undefined {
    const time = this.#inbox.stamp();
    const before = this.#looked;
    const stopped = this.#machine?.stopped !== undefined;
    this.#looked = { time, stopped };
    if (!stopped && !before.stopped) return this.#demand(time);
    this.#sampled = undefined;
    // The last event came LOOK_MS ago at most, and the VMM ran then.
    const ms = Math.min(time - before.time, before.stopped ? SAMPLE_MS : LOOK_MS);
    return ms > 0 ? { type: 'held', time, ms } : undefined;
  }

  #demand(time: number): MachineEvent | undefined {
    const before = this.#sampled;
    if (before !== undefined && time - before.time < SAMPLE_MS) return undefined;
    const threads = this.#machine?.threads();
    if (threads === undefined) return undefined;
    this.#sampled = { time, threads };
    if (before === undefined || time - before.time > 2 * SAMPLE_MS) return undefined;
    const demand = demandBetween(before.threads, threads);
    return { type: 'cpu', time, busy: Math.round((100 * demand) / (time - before.time)) / 100 };
  }

  /**
   * Stops the machine and gives back its slot. While the VMM is not gone, the slot stays taken: the VMM has its lock open, too.
   * @throws HostError code `vmm-lingers`, the first time
   */
  async stop(): Promise<void> {
    const [machine, slot] = [this.#machine, this.#slot];
    this.#machine = undefined;
    this.#slot = undefined;
    await machine?.stop();
    slot?.release();
  }
}
