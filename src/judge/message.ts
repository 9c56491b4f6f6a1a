/** The messages of a line: where what was printed before has no line end, a kernel's message begins within the line. */

import type { Match, Pattern } from '../console/pattern.ts';

/** A part of a line, as offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a kernel's message begins: with its time, or where the kernel prints no times, with the words of a panic. */
export const BEGINNING = /\[ *\d+\.\d{6}\]|Kernel panic - /;
const BEGINNINGS = new RegExp(BEGINNING, 'g');
/** What stands before the words of a panic and belongs to the same message: time, caller, level, and the words of its last line. */
const BEFORE_PANIC = /(?:^|\] ?|<\d+>|\bend )$/;

/** Where the messages of a line begin, ascending, after its start. */
function beginningsOf(text: string): number[] {
  return [...text.matchAll(BEGINNINGS)].flatMap(({ index, 0: words }) => {
    const own = words.startsWith('[') || !BEFORE_PANIC.test(text.slice(Math.max(0, index - 10), index));
    return own && index > 0 ? [index] : [];
  });
}

/**
 * What a program had printed of a line when a kernel's message began within the line: a prompt, for instance. It stood there as
 * an unfinished line, so its end counts as a line's end. undefined: the line is one message.
 */
export function beforeMessage(text: string): string | undefined {
  const [first] = beginningsOf(text);
  return first === undefined ? undefined : text.slice(0, first);
}

/** The message in which a match begins, or the messages over which it goes. */
export function messageAt(text: string, { start, end }: Pick<Match, 'start' | 'end'>): Span {
  const beginnings = beginningsOf(text);
  return {
    from: beginnings.findLast((at) => at <= start) ?? 0,
    to: beginnings.find((at) => at >= end && at > start) ?? text.length,
  };
}

/**
 * Whether a pattern fits a message by itself, without the other messages of the line. What a CI system or a journal puts before
 * the first kernel's time of a line belongs to the message after it, if the match reaches into that message.
 */
export function fitsMessage(pattern: Pattern, text: string, { from, to }: Span): boolean {
  if (pattern.exec(text.slice(from, to), 0) !== undefined) return true;
  if (from === 0 || text.slice(0, from).search(BEGINNING) >= 0) return false;
  const whole = text.slice(0, to);
  let match = pattern.exec(whole, 0);
  while (match !== undefined && match.end <= from)
    match = pattern.exec(whole, Math.max(match.end, match.start + 1));
  return match !== undefined;
}
