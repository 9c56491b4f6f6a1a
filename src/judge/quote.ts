/** How much of a guest's text is kept: a guest that floods its console must not fill our memory or the result. */

import { wholeOrNothing } from '../words/quote.ts';

/** Characters of the longest line that a finding, a report or a step quotes. The recording has all. */
export const QUOTED_CHARACTERS = 4000;

/** The text, or how long it is. */
export function quoted(text: string): string {
  return wholeOrNothing(text, QUOTED_CHARACTERS);
}
