/** Looks for needles in lines that somebody has spelled in another way than they were printed. */

import type { Automaton } from '../../console/automaton.ts';
import { LineScanner } from '../../console/scanner.ts';

export class Rescanner {
  readonly #scanner: LineScanner;
  #hits: readonly number[] = [];

  constructor(automaton: Automaton) {
    this.#scanner = new LineScanner(automaton, {
      everyLine: true,
      onLine: ({ hits }) => {
        this.#hits = [...hits];
      },
      onWipe: () => undefined,
    });
  }

  /** Numbers of the needles in a line. @param text the line as it was printed */
  needlesIn(text: string): readonly number[] {
    this.#scanner.push(Buffer.from(`${text}\n`));
    return this.#hits;
  }
}
