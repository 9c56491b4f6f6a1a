/** The bound of a list that a guest can make longer: what fails the run has a place of its own, which nothing else can take. */

export class Bound {
  readonly #most: number;
  #others = 0;
  #failures = 0;

  /** @param most of those that fail the run, and of all others */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether the list takes one more. */
  takes(fails: boolean): boolean {
    if (fails) return this.#failures < this.#most && ++this.#failures > 0;
    return this.#others < this.#most && ++this.#others > 0;
  }
}
