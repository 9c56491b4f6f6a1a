/** Mistakes in scenario files: the rows of the tests of messages, what they begin with, and how they are checked. */

import { expect } from '@jest/globals';
import { problemsIn } from '../problems.ts';

/** Four lines; a guest's further keys may follow. */
export const BASE = 'version: 1\nplatform: emulated\nguest:\n  kernel: bzImage\n';
export const TD = BASE.replace('emulated', 'tdx');

/** A scenario, and what is told of it, each problem as `LINE:COLUMN: MESSAGE`. */
export type Mistake = readonly [what: string, text: string, problems: readonly string[]];

/** What the author is told is exactly this: what is wrong, which value, where, and what was meant. */
export function isTold(...[, text, problems]: Mistake): void {
  expect(problemsIn(text)).toEqual(problems.map((problem) => `boot.yml:${problem}`));
}
