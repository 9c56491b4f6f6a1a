/** Events on their way from the machine to the judge: each gets its time, and the guest's output its limit. */

import type { MachineEvent } from '../judge/events.ts';
import type { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import type { StreamName } from '../words/words.ts';
import type { Clock } from './clock.ts';
import { EventQueue } from './queue.ts';

/**
 * Times are multiples of this, in milliseconds, so that what a guest prints byte by byte can be recorded as one event:
 * a byte's effect depends on the byte and its time only, never on the chunk that it came in.
 */
export const TICK_MS = 10;
/** What an event takes in events.jsonl, in bytes. An event of fewer bytes counts as much against the output limit. */
const EVENT_BYTES = 48;

export class Inbox {
  /**
   * The judge's next deadline. What is read before that deadline was judged gets a time before it: the bytes may have
   * waited in the kernel while this process was busy.
   */
  deadline: number | undefined;
  /** Resolves when tdx-boot itself ends the run, so that nobody waits for the VMM any longer. */
  readonly aborted: Promise<undefined>;
  #onAbort = (): void => undefined;
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #queue = new EventQueue<MachineEvent>();
  #closed = false;
  #last = 0;
  /** Stream and time of the event that the next bytes may belong to, and the bytes that it counts for. */
  #open: { readonly stream: StreamName; readonly time: number; bytes: number } | undefined;
  /** What the guest has printed on all its streams, and the VMM by itself. */
  readonly #printed = { guest: 0, vmm: 0 };

  /** @param limit bytes that all streams of the guest together may print, and the VMM by itself */
  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
    this.aborted = new Promise((resolve) => {
      this.#onAbort = () => resolve(undefined);
    });
  }

  /** The time of an event that happens now. It never lies before that of an earlier event. */
  stamp(): number {
    const now = Math.floor(this.#clock.now() / TICK_MS) * TICK_MS;
    const before = this.deadline === undefined ? now : Math.min(now, tickBefore(this.deadline));
    this.#last = Math.max(this.#last, before);
    return this.#last;
  }

  /** The judge has fired its deadlines up to this time. */
  judgedUntil(time: number): void {
    this.#last = Math.max(this.#last, time);
  }

  push(event: MachineEvent): void {
    if (!this.#closed) this.#queue.push(event);
  }

  output(stream: StreamName, bytes: Uint8Array): void {
    if (this.#closed) return;
    const time = this.stamp();
    this.push({ type: 'output', time, stream, bytes });
    const who = stream === 'vmm' ? 'vmm' : 'guest';
    const before = this.#printed[who];
    this.#printed[who] += this.#charge(stream, time, bytes.length);
    if (before > this.#limit || this.#printed[who] <= this.#limit) return;
    const limit = `more than ${this.#limit / (1024 * 1024)} MiB, the scenario's output-limit`;
    if (who === 'guest') this.abort('output-limit', `the guest printed ${limit}`);
    else
      this.abort(
        'vmm-flood',
        `the VMM itself printed ${limit}`,
        'See the vmm stream; vmm-args may ask the VMM for a trace.',
      );
  }

  /** Ends the run for a reason of tdx-boot's own. */
  abort(cause: Extract<MachineEvent, { type: 'abort' }>['cause'], message: string, hint?: string): void {
    this.#onAbort();
    this.push({ type: 'abort', time: this.stamp(), cause, message, ...given({ hint }) });
  }

  /** The machine could not be started, or the run not be recorded. */
  fail(cause: 'not-started' | 'not-recorded', { message, hint }: HostError): void {
    this.abort(cause, message, hint);
  }

  /** The next event, or undefined after `waitMs` milliseconds. */
  async next(waitMs: number): Promise<MachineEvent | undefined> {
    return this.#queue.next(waitMs);
  }

  /** Every event that is here now. */
  takeAll(): MachineEvent[] {
    return this.#queue.takeAll();
  }

  /** Nothing that comes from now on counts. */
  close(): void {
    this.#closed = true;
    this.#queue.takeAll();
  }

  /** @returns by how much the recording grows */
  #charge(stream: StreamName, time: number, bytes: number): number {
    if (this.#open?.stream !== stream || this.#open.time !== time) this.#open = { stream, time, bytes: 0 };
    const before = this.#open.bytes === 0 ? 0 : Math.max(this.#open.bytes, EVENT_BYTES);
    this.#open.bytes += bytes;
    return Math.max(this.#open.bytes, EVENT_BYTES) - before;
  }
}

/** The last tick before a time. */
function tickBefore(time: number): number {
  return (Math.ceil(time / TICK_MS) - 1) * TICK_MS;
}
