/** Which of several complaints says most, and where a chain of errors of one line each ends. */

import type { Heard } from './collected.ts';
import { peel } from './prefix.ts';

/** A line that gives the reason of the line before: `because: …` and `Caused by:` with `0: …` below (anyhow, eyre, snpguest). */
export const LINK = /^\W*(?:\d{1,2}: |(?:because|caused by): )/i;
/** So many lines lie at most between two links: a blank line, a heading, links without a word of failure. */
const LINK_LINES = 5;
/** So many lines lie at most between the words of a program and those of its manager. */
const OWN_LINES = 10;

/** The complaint that says most; of two that say as much, the first. */
export function tellingMost(complaints: readonly Heard[]): Heard | undefined {
  const first = complaints.toSorted((a, b) => order(b) - order(a) || a.line - b.line)[0];
  if (first?.aftermath !== true) return first;
  const own = complaints.findLast((heard) => isOwn(heard, first));
  // Of these words the program has ended, whatever their level.
  return own === undefined ? first : { ...own, weight: first.weight };
}

/** The last reason that follows a complaint; undefined: its line is all that it says. Another complaint ends the chain. */
export function reasonOf(heard: Heard, complaints: readonly Heard[]): Heard | undefined {
  let last: Heard | undefined;
  for (const link of complaints) {
    if (link.line <= heard.line) continue;
    const isNear = link.line - (last ?? heard).line <= LINK_LINES;
    if (!isNear || link.boot !== heard.boot || !isLink(link)) break;
    last = link;
  }
  return last;
}

function isLink({ announced, text }: Heard): boolean {
  return announced || LINK.test(peel(text).text);
}

/** An aftermath says least: a CI system repeats what others have said, and so does a line that is a known symptom. */
function order({ weight, speaker, symptom, aftermath }: Heard): number {
  return weight * 10 - (speaker === 'ci' || symptom ? 25 : 0) - (aftermath ? 1 : 0);
}

/** Whether a program has said this shortly before its manager said how the program ended. */
function isOwn({ speaker, aftermath, boot, line }: Heard, end: Heard): boolean {
  const distance = end.line - line;
  const isProgram = speaker === 'program' || speaker === 'unknown';
  return !aftermath && isProgram && boot === end.boot && distance > 0 && distance <= OWN_LINES;
}
