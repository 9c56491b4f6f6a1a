/** Rows of the catalog that speak only of a line right behind another one: whether that line came. */

import type { LineView } from '../console/scanner.ts';
import type { Candidates, Compiled } from './rulebook.ts';
import type { LineBefore, Signature } from './signature.ts';

export class Behind {
  readonly #before: Candidates<Compiled<LineBefore>>;
  /** For each row the number of the last line that may stand before its line. */
  readonly #seen = new Map<string, number>();

  constructor(before: Candidates<Compiled<LineBefore>>) {
    this.#before = before;
  }

  read({ hits, text }: Pick<LineView, 'hits' | 'text'>, number: number): void {
    for (const index of this.#before.of(hits)) {
      const before = this.#before.items[index];
      if (before?.pattern.exec(text, 0) !== undefined) this.#seen.set(before.entry.id, number);
    }
  }

  /** Whether a row may speak of the line with this number. */
  allows({ id, after }: Pick<Signature, 'id' | 'after'>, number: number): boolean {
    return after === undefined || this.#seen.get(id) === number - 1;
  }
}
