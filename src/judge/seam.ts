/** The seam between two pieces of a line that is longer than LINE_CAP: what stands across a seam is in neither piece. */

import type { Automaton } from '../console/automaton.ts';
import type { Match, Pattern } from '../console/pattern.ts';
import { LineScanner } from '../console/scanner.ts';

/** How much of either side is looked at, in UTF-16 units. */
export const SEAM_SIDE = 1024;

/**
 * The first match in a line. In the text around a seam: the first match that begins before the seam and ends behind it, because
 * the other matches were found in their pieces.
 * @param at offset of the seam in the text; undefined in a line
 */
export function matchIn(pattern: Pattern, text: string, at: number | undefined): Match | undefined {
  let match = pattern.exec(text, 0);
  if (at === undefined) return match;
  while (match !== undefined && match.end <= at && match.start < at) {
    match = pattern.exec(text, Math.max(match.end, match.start + 1));
  }
  return match !== undefined && match.start < at && match.end > at ? match : undefined;
}

/** Numbers of the needles in a text without line ends. */
export function needlesIn(automaton: Automaton, text: string): readonly number[] {
  let hits: readonly number[] = [];
  const onLine = (line: { readonly hits: readonly number[] }): void => {
    hits = [...line.hits];
  };
  const scanner = new LineScanner(automaton, { everyLine: false, onLine, onWipe: () => undefined });
  scanner.push(Buffer.from(text));
  scanner.end();
  return hits;
}
