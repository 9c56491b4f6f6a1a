/** The bound of a list that a guest makes longer. Entries that fail the run have room of their own, which no other entry takes. */

export class Bound {
  readonly #most: number;
  readonly #room: number;
  readonly #taken = { failures: 0, others: 0 };
  readonly #size = { failures: 0, others: 0 };

  /**
   * @param most entries that fail the run, and as many others
   * @param room UTF-16 units of either
   */
  constructor(most: number, room = Number.POSITIVE_INFINITY) {
    this.#most = most;
    this.#room = room;
  }

  /**
   * Whether the list has room for one more entry; an entry that has room is counted.
   * @param size UTF-16 units of the entry
   */
  takes(fails: boolean, size = 0): boolean {
    const kind = fails ? 'failures' : 'others';
    if (this.#taken[kind] >= this.#most || this.#size[kind] + size > this.#room) return false;
    this.#taken[kind]++;
    this.#size[kind] += size;
    return true;
  }

  /** Counts the size of an entry that is in the list in any case. */
  add(fails: boolean, size: number): void {
    this.#size[fails ? 'failures' : 'others'] += size;
  }
}
