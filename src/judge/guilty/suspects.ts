/** The reports that are being read for the function at fault. */

import { type Guilty, GuiltySearch, type Told } from './guilty.ts';
import { rustName, withRustNames } from './rust-name.ts';

/** Takes what a report has told by its end. */
export type Tell = (told: Told) => void;

/** Reports that are followed at a time: a log may begin more of them than it ends. */
const FOLLOWED = 4;

interface Followed {
  readonly search: GuiltySearch;
  readonly tell: Tell;
}

export class Suspects {
  #followed: Followed[] = [];

  /** True while further lines may name somebody. */
  get searching(): boolean {
    return this.#followed.length > 0;
  }

  /**
   * Follows the report that this line begins.
   * @param named the function in the line itself
   * @param tell is called once, when the report is over
   */
  follow(rule: Guilty, line: string, named: string | undefined, tell: Tell): void {
    if (this.#followed.length >= FOLLOWED) return;
    this.#followed.push({ search: new GuiltySearch(rule, line, named), tell });
  }

  /** Takes the next line of the log or stream. */
  read(line: string): void {
    if (this.#followed.length === 0) return;
    const open = this.#followed.filter(({ search }) => search.read(line));
    if (open.length === this.#followed.length) return;
    const ended = this.#followed.filter((one) => !open.includes(one));
    this.#followed = open;
    ended.forEach(finish);
  }

  /** No line follows. */
  end(): void {
    const all = this.#followed;
    this.#followed = [];
    all.forEach(finish);
  }
}

function finish({ search, tell }: Followed): void {
  const { func, trace, ...told } = search.told;
  tell({ ...told, func: func === undefined ? undefined : rustName(func), trace: trace.map(withRustNames) });
}
