/** Carries events from callbacks to one reader, who can wait for the next event or for a moment, whichever is first. */

/** setTimeout cannot wait longer than this, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;

export class EventQueue<T> {
  readonly #items: T[] = [];
  #wake: (() => void) | undefined;

  push(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** Everything that is here now. */
  takeAll(): T[] {
    return this.#items.splice(0);
  }

  /** The next item, or undefined after `waitMs` milliseconds. */
  async next(waitMs: number): Promise<T | undefined> {
    if (this.#items.length === 0 && waitMs > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, Math.min(Math.ceil(waitMs), LONGEST_WAIT));
      });
      clearTimeout(timer);
      this.#wake = undefined;
    }
    return this.#items.shift();
  }
}
