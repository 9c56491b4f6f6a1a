/** The bound of a list that a guest makes longer. Entries that fail the run have room of their own, which no other entry takes. */

export class Bound {
  readonly #most: number;
  readonly #taken = { failures: 0, others: 0 };

  /** @param most entries that fail the run, and as many others */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether the list has room for one more entry; an entry that has room is counted. */
  takes(fails: boolean): boolean {
    const kind = fails ? 'failures' : 'others';
    if (this.#taken[kind] >= this.#most) return false;
    this.#taken[kind]++;
    return true;
  }
}
