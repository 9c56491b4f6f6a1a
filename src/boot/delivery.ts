/** Events on their way to those who report and record a run. None of them can hold up the engine. */

import type { BootEvent, Verdict } from '../judge/events.ts';
import { codeOf, HostError, messageOf } from '../words/errors.ts';

/** Somebody who is told what happens: the recording, a terminal, the log of a job. */
export interface Consumer {
  /** How messages call this consumer: "the recording". */
  readonly name: string;
  /** The run cannot pass unless this consumer got all of it. */
  readonly essential?: boolean;
  /** Takes the next event. While the promise is pending, later events wait in a queue. */
  on(event: BootEvent): void | Promise<void>;
  /**
   * The run is decided, and everything but the verdict was given to {@link on}. Resolves when all of that is kept.
   * @throws when it is not
   */
  seal?(time: number): void | Promise<void>;
  /** Called once, last, whether or not there was a verdict. */
  close?(): void | Promise<void>;
}

/** How long a consumer is waited for, in milliseconds. */
export interface Patience {
  /** For one event, and for the rest of the queue when the run is over. */
  readonly usual: number;
  /** The same once the run was cancelled: a runner kills a cancelled step 10 s after the first signal. */
  readonly cancelled: number;
}

export const PATIENCE: Patience = { usual: 30_000, cancelled: 2500 };

/** Unread bytes of a consumer above which the guest has to wait, and below which it goes on. */
export const HIGH_WATER = 8 * 1024 * 1024;
export const LOW_WATER = 1024 * 1024;
/** What an event takes in memory beside its bytes. */
const EVENT_MEMORY = 256;

interface DeliveryOptions {
  readonly patience: Patience;
  /** A consumer has too much to read, or has read enough of it. */
  onFull(full: boolean): void;
  /** A consumer is given up. It gets nothing any more. */
  onLost(consumer: Consumer, error: HostError): void;
}

/** The queue of one consumer. */
export class Delivery {
  readonly consumer: Consumer;
  /** Why the consumer was given up. */
  lost: HostError | undefined;
  readonly #options: DeliveryOptions;
  readonly #queue: BootEvent[] = [];
  #unread = 0;
  #full = false;
  #closed = false;
  #busy: Promise<void> | undefined;
  #patience: number;
  /** Ends each wait that is going on. */
  readonly #waits = new Set<() => void>();

  constructor(consumer: Consumer, options: DeliveryOptions) {
    this.consumer = consumer;
    this.#options = options;
    this.#patience = options.patience.usual;
  }

  push(event: BootEvent): void {
    if (this.lost !== undefined) return;
    this.#queue.push(event);
    this.#unread += sizeOf(event);
    if (this.#busy === undefined) this.#deliver();
    if (this.#unread > HIGH_WATER) this.#setFull(true);
  }

  /** The run was cancelled: nobody has much time left. */
  hurry(): void {
    this.#patience = this.#options.patience.cancelled;
    for (const giveUp of this.#waits) setTimeout(giveUp, this.#patience);
  }

  /** Waits until the queue is empty, then has the consumer keep what it took; gives the consumer up if that fails. */
  async seal(time: number): Promise<void> {
    await this.#finish('did not take what was left', async () => this.consumer.seal?.(time));
  }

  /**
   * Gives the verdict and waits until the consumer has taken it. A recording that was given up is asked, too: the result
   * may still be written where the rest could not.
   */
  async conclude(time: number, verdict: Verdict): Promise<void> {
    const event = { type: 'verdict', time, verdict } as const;
    if (this.lost === undefined) {
      this.push(event);
      await this.#finish('did not take the verdict', async () => undefined);
    } else if (this.consumer.essential === true) {
      this.#patience = this.#options.patience.cancelled;
      await this.#within('', async () => this.consumer.on(event)).catch(() => undefined);
    }
  }

  /** What was given up may never close: nobody waits for that. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const closed = this.#within('did not close', async () => this.consumer.close?.());
    if (this.lost === undefined) await closed.catch((error) => this.#lose(error));
    else closed.catch(() => undefined);
  }

  /** Gives events for as long as the consumer takes them at once, then goes on when its promise has settled. */
  #deliver(): void {
    for (let event = this.#queue.shift(); event !== undefined; event = this.#queue.shift()) {
      this.#unread -= sizeOf(event);
      if (this.#unread < LOW_WATER) this.#setFull(false);
      try {
        const taken = this.consumer.on(event);
        if (taken === undefined) continue;
        this.#busy = this.#within('took no event', () => taken).then(
          () => this.#goOn(),
          (error) => this.#lose(error),
        );
        return;
      } catch (error) {
        this.#lose(error);
        return;
      }
    }
  }

  #goOn(): void {
    this.#busy = undefined;
    this.#deliver();
  }

  async #finish(what: string, last: () => Promise<void>): Promise<void> {
    if (this.lost !== undefined) return;
    try {
      await this.#within(what, async () => {
        while (this.#busy !== undefined) await this.#busy;
        if (this.lost === undefined) await last();
      });
    } catch (error) {
      this.#lose(error);
    }
  }

  /** @throws what `work` throws; HostError code `consumer-stuck` when that takes too long */
  async #within(what: string, work: () => void | Promise<void>): Promise<void> {
    let giveUp = (): void => undefined;
    const late = new Promise<never>((_, reject) => {
      giveUp = () => reject(stuck(this.consumer, what, this.#patience));
    });
    const timer = setTimeout(giveUp, this.#patience);
    this.#waits.add(giveUp);
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      this.#waits.delete(giveUp);
    }
  }

  #lose(error: unknown): void {
    if (this.lost !== undefined) return;
    this.lost = failureOf(this.consumer, error);
    this.#queue.length = 0;
    this.#unread = 0;
    this.#busy = undefined;
    this.#setFull(false);
    this.#options.onLost(this.consumer, this.lost);
  }

  #setFull(full: boolean): void {
    if (full === this.#full) return;
    this.#full = full;
    this.#options.onFull(full);
  }
}

function sizeOf(event: BootEvent): number {
  return EVENT_MEMORY + (event.type === 'output' || event.type === 'file-bytes' ? event.bytes.length : 0);
}

function stuck({ name }: Consumer, what: string, ms: number): HostError {
  return new HostError('consumer-stuck', `${name} ${what} for ${ms / 1000} s and was given up`, {
    hint: 'Look at its disk, or at the program that reads it.',
  });
}

function failureOf({ name }: Consumer, error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const detail = code === undefined || messageOf(error).includes(code) ? '' : ` (${code})`;
  return new HostError('consumer-failed', `${name} failed: ${messageOf(error)}${detail}`, { cause: error });
}
