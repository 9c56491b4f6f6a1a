/** Text with the words of a failure that says of none (the table is SUPPRESSIONS), and how far in its line the text reaches. */

import type { Match, Pattern } from '../console/pattern.ts';
import { SUPPRESSIONS } from './catalog/index.ts';
import { BEGINNING } from './message.ts';

/** Labels before a harmless text are part of it: `INFO: lockdep is turned off`. */
const LABELS = /(?:[\w-]+(?: \([^)]*\))?: ){0,2}$/;
/** Labels stand in so many characters before the text: in a line of 64 KiB the search would take seconds. */
const LABELS_REACH = 100;

/** Whether a line has harmless text. */
export function hasHarmless(text: string): boolean {
  return SUPPRESSIONS.some((harmless) => harmless.test(text));
}

/**
 * The first match that does not begin within harmless text.
 * @param match the first one in the line
 * @returns undefined where each of them does
 */
export function unexplained(pattern: Pattern, text: string, match: Match): Match | undefined {
  const harmless = SUPPRESSIONS.flatMap((known) => rangeOf(known.exec(text), text));
  let found: Match | undefined = match;
  while (found !== undefined) {
    const { start } = found;
    const range = harmless.find(({ from, to }) => from <= start && start < to);
    if (range === undefined) return found;
    found = pattern.exec(text, range.to);
  }
  return undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangeOf(found: RegExpExecArray | null, text: string): Range[] {
  if (found === null) return [];
  const end = found.index + found[0].length;
  const next = text.slice(end).search(BEGINNING);
  const labels = LABELS.exec(text.slice(Math.max(0, found.index - LABELS_REACH), found.index))?.[0] ?? '';
  return [{ from: found.index - labels.length, to: next < 0 ? text.length : end + next }];
}
