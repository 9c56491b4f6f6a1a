/** A log that a mail program has broken into short lines: which line goes on in the next one. */

import { carried, isTimed } from './wrapping.ts';

/** Of a log that is broken into short lines. */
export interface HardWrap {
  /** The words of the next line that belong to this one; undefined: it begins a line of its own. */
  rest(before: string, next: string): string | undefined;
}

/** What a mail puts before a line that it quotes. */
const QUOTE = /^(?:[>|] ?)+/;
/** Mail programs break at 72 to 80 columns; quotes and prefixes take some, and forums give some more. */
const WIDTHS = { from: 60, to: 100 };
/** Where no line has a time, one goes on in the middle of a sentence: not with a program that names itself, not behind a prompt. */
const BEGINS_UNTIMED = /^(?:[^a-z0-9"'(/<-]|[\w./-]+(?: \w+)?:|\S+@\S)/;
/** So many pieces of a log may be none, for each that surely is one. */
const DOUBT = 0.5;

/** @param lines the first lines of a log; undefined: nothing shows that somebody has broken its lines */
export function hardWrapOf(lines: readonly string[]): HardWrap | undefined {
  const bare = lines.map(withoutQuote);
  // A word that is longer than the lines are wide stands alone.
  const broken = bare.filter((line) => line.includes(' ', 1) || line.length <= WIDTHS.from);
  const width = Math.max(0, ...broken.map(({ length }) => length));
  if (width < WIDTHS.from || width > WIDTHS.to) return undefined;
  const isFull = (line: string, next: string): boolean => line.length + 1 + firstWord(next).length > width;
  const timed = bare.filter(isTimedSomehow).length > 1;
  const begins = (line: string): boolean =>
    /^\s|^$/.test(line) || (timed ? isTimedSomehow(line) : isTimedSomehow(line) || BEGINS_UNTIMED.test(line));
  const goesOn = (line: string, index: number): boolean =>
    !begins(line) && isFull(bare[index - 1] ?? '', line);
  const found = bare.filter((line, index) => index > 0 && goesOn(line, index));
  const pieces = found.length;
  const full = bare.filter((line, index) => line !== '' && isFull(bare[index - 1] ?? '', line)).length;
  // In a log with times, each line without one is a piece; else each line that is full has one behind it.
  const stray = bare.filter((line, index) => index > 0 && !begins(line) && !goesOn(line, index)).length;
  const doubtful = timed ? stray : full - pieces;
  // The longest line of any log is full.
  const isAny = pieces > 1 || (timed && found.some((line) => !BEGINS_UNTIMED.test(line)));
  if (!isAny || doubtful > pieces * DOUBT) return undefined;
  return {
    rest(before, next) {
      const own = withoutQuote(next);
      return isFull(withoutQuote(before), own) && !begins(own) ? own : undefined;
    },
  };
}

/** Whether a time or what else a log has before each line stands before it. */
function isTimedSomehow(line: string): boolean {
  return isTimed(line) || carried(line).text !== line;
}

function withoutQuote(line: string): string {
  return line.replace(QUOTE, '').trimEnd();
}

function firstWord(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}
