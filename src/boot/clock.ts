/** The time of a run: that of its guest, without the time in which tdx-boot itself was stopped. */

/** How often the clock is looked at, in milliseconds. */
const BEAT_MS = 250;
/** A longer time between two looks means that this process did not run: it was stopped, or starved by its host. */
const STOPPED_MS = 1000;

/**
 * Milliseconds since the guest was started, from a monotonic clock. While this process does not run, the clock stands
 * still: nobody reads what the guest prints in that time, so the guest is not charged for it.
 */
export class Clock {
  readonly #read: () => number;
  readonly #beat: NodeJS.Timeout;
  #started: number;
  #seen: number;

  /** @param read a monotonic clock in milliseconds */
  constructor(read: () => number = () => performance.now()) {
    this.#read = read;
    this.#started = read();
    this.#seen = this.#started;
    this.#beat = setInterval(() => this.now(), BEAT_MS);
  }

  /** The guest is started now. */
  restart(): void {
    this.#seen = this.#read();
    this.#started = this.#seen;
  }

  now(): number {
    const seen = this.#read();
    const gap = seen - this.#seen;
    this.#seen = seen;
    if (gap > STOPPED_MS) this.#started += gap - BEAT_MS;
    return seen - this.#started;
  }

  stop(): void {
    clearInterval(this.#beat);
  }
}
