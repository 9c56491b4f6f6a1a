/** The one engine: boots a prepared run and yields everything that happens, ending in a verdict and with no VM left. */

import type { BootEvent, MachineEvent } from '../judge/events.ts';
import { Judge } from '../judge/judge.ts';
import type { Prepared, Refusal } from '../prepare/prepare.ts';
import type { Slot } from '../prepare/slot.ts';
import { Machine } from '../vmm/machine.ts';
import { HostError } from '../words/errors.ts';
import { EventQueue } from './queue.ts';

/** Above this many unread bytes the machine's streams are no longer read, and the VMM waits for us. */
const HIGH_WATER = 8 * 1024 * 1024;
const LOW_WATER = 1024 * 1024;
/** How often the VMM's demand for CPU is looked at while nothing happens, in milliseconds. */
const SAMPLE_MS = 1000;

/**
 * Boots and judges. The last event is the verdict, and it comes when the VMM's process is gone.
 * Leaving the loop early stops the machine too.
 * @param signal aborting it stops the machine; the verdict is then `errored`, with its reason as the message
 * @throws HostError when the machine cannot be stopped
 */
export async function* boot(
  prepared: Prepared | Refusal,
  signal: AbortSignal,
): AsyncGenerator<BootEvent, void> {
  const judge = new Judge(prepared.rules);
  const started = performance.now();
  const now = (): number => Math.round((performance.now() - started) * 1000) / 1000;
  const inbox = new Inbox('refused' in prepared ? 0 : prepared.outputLimit, now);
  const run = new Run(inbox);
  const cancel = (): void => inbox.abort('cancelled', String(signal.reason));
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  else if ('refused' in prepared) inbox.cannotStart(prepared.refused);
  try {
    if (!('refused' in prepared)) run.slot = prepared.slot;
    const launched = signal.aborted || 'refused' in prepared ? [] : await run.start(prepared);
    let news: BootEvent[] = [
      ...launched,
      ...judge.start(),
      ...launched.flatMap((event) => judge.push(event)),
    ];
    for (;;) {
      for (const item of news) if (item.type === 'send') news.push(run.send(item, now()));
      if (judge.verdict !== undefined) await run.stop();
      yield* news;
      if (judge.verdict !== undefined) return;
      const due = judge.nextDeadline();
      const wait = due === undefined ? undefined : due - now();
      const event = (await inbox.next(Math.min(wait ?? SAMPLE_MS, SAMPLE_MS))) ?? run.sample(now());
      news = event === undefined ? judge.advance(now()) : [event, ...judge.push(event)];
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    await run.stop();
  }
}

/** The machine of one run, if it was started. */
class Run {
  readonly inbox: Inbox;
  /** It is given back when the VMM is gone, and stays the VMM's when that lingers. */
  slot: Slot | undefined;
  #machine: Machine | undefined;
  /** The reading before, both in milliseconds. */
  #sampled: { readonly time: number; readonly cpu: number } | undefined;

  constructor(inbox: Inbox) {
    this.inbox = inbox;
  }

  /** Starts the machine; a host that cannot is a verdict, not an exception. */
  async start({
    backend,
    plan,
    workDir,
    silenceExpected,
    predictions,
    slot,
    rules,
  }: Prepared): Promise<MachineEvent[]> {
    const { inbox } = this;
    try {
      this.#machine = await Machine.start(
        backend,
        plan,
        {
          onOutput: (stream, bytes) => inbox.output(stream, bytes),
          onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.now(), state, detail }),
          onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.now(), code, signal }),
        },
        { workDir, held: slot.fds },
      );
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      inbox.cannotStart(error);
      return [];
    }
    inbox.flow = this.#machine;
    const known = {
      ...(silenceExpected === undefined ? {} : { silenceExpected }),
      ...(Object.keys(predictions).length === 0 ? {} : { predictions }),
    };
    const { pid } = this.#machine;
    const { platform } = rules;
    return [
      {
        type: 'launch',
        time: 0,
        argv: [plan.command, ...plan.args],
        pid,
        ...(platform && { platform }),
        ...known,
      },
    ];
  }

  send(what: { stream: 'console' | 'serial'; text: string }, time: number): MachineEvent {
    this.#machine?.write(what.stream, what.text);
    return { type: 'input', time, stream: what.stream, bytes: Buffer.from(what.text) };
  }

  /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
  sample(time: number): MachineEvent | undefined {
    const before = this.#sampled;
    if (before !== undefined && time - before.time < SAMPLE_MS) return undefined;
    const cpu = this.#machine?.cpuDemand();
    if (cpu === undefined) return undefined;
    this.#sampled = { time, cpu };
    // An old reading is from before the silence; a smaller one lacks a thread that has ended.
    if (before === undefined || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu) return undefined;
    return { type: 'cpu', time, busy: Math.round((100 * (cpu - before.cpu)) / (time - before.time)) / 100 };
  }

  async stop(): Promise<void> {
    const [machine, slot] = [this.#machine, this.slot];
    // What could not be stopped is not tried again, and keeps its slot.
    this.#machine = undefined;
    this.slot = undefined;
    await machine?.stop();
    slot?.release();
  }
}

/** Events on their way to the judge: stamped with the time at which they were read, limited in memory and in total. */
class Inbox {
  readonly now: () => number;
  /** Can stop and restart the flow of bytes. */
  flow: { pause(): void; resume(): void } | undefined;
  readonly #queue = new EventQueue<MachineEvent>();
  readonly #limit: number;
  #total = 0;
  #unread = 0;
  #paused = false;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.now = now;
  }

  push(event: MachineEvent): void {
    this.#queue.push(event);
  }

  output(stream: Extract<MachineEvent, { type: 'output' }>['stream'], bytes: Uint8Array): void {
    this.#total += bytes.length;
    this.#unread += bytes.length;
    this.push({ type: 'output', time: this.now(), stream, bytes });
    if (this.#total > this.#limit && this.#total - bytes.length <= this.#limit) {
      const limit = `${this.#limit / (1024 * 1024)} MiB`;
      this.abort('output-limit', `the guest printed more than ${limit}, the scenario's output-limit`);
    }
    if (this.#unread > HIGH_WATER && !this.#paused) {
      this.#paused = true;
      this.flow?.pause();
    }
  }

  /** The machine could not be started. */
  cannotStart({ message, hint }: HostError): void {
    const advice = hint === undefined ? {} : { hint };
    this.push({ type: 'abort', time: this.now(), cause: 'not-started', message, ...advice });
  }

  abort(cause: 'output-limit' | 'cancelled', message: string): void {
    this.push({ type: 'abort', time: this.now(), cause, message });
  }

  async next(waitMs: number | undefined): Promise<MachineEvent | undefined> {
    const event = await this.#queue.next(waitMs);
    if (event?.type === 'output') this.#unread -= event.bytes.length;
    if (this.#paused && this.#unread < LOW_WATER) {
      this.#paused = false;
      this.flow?.resume();
    }
    return event;
  }
}
