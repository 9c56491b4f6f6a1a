/** A log that a mail program has broken into short lines: they are joined again. */

import { LINE_CAP } from '../../console/scanner.ts';
import { carried, isTimed } from './wrapping.ts';

/**
 * Whether a line is the rest of the line before: the words of the rest, without the sign of a quote; undefined: the line is no such
 * rest.
 */
export type HardWrap = (before: string, line: string) => string | undefined;

/** A line as it was printed, and the number of its first piece. */
interface Whole {
  readonly text: string;
  readonly number: number;
}

/** What a mail puts before a line that it quotes. */
const QUOTE = /^(?:[>|] ?)+/;
/** Mail programs break at 72 to 80 columns; quotes and prefixes take some, and forums give some more. */
const WIDTHS = { from: 60, to: 100 };
/** Begins a line where no line has a time: a capital letter, a program that names itself, a prompt. A rest is the middle of a sentence. */
const BEGINS_UNTIMED = /^(?:[^a-z0-9"'(/<-]|[\w./-]+(?: \w+)?:|\S+@\S)/;
/** A row of a table; a sentence that was broken has no such gaps. */
const COLUMNS = /\S {3,}\S.* {3,}\S/;
/** How many doubtful lines a log may have for each piece. */
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
  // Rows of a table have one width, and often one first word.
  const isRest = (before: string, line: string): boolean =>
    isFull(before, line) && !begins(line) && !COLUMNS.test(line) && firstWord(before) !== firstWord(line);
  const goesOn = (line: string, index: number): boolean => isRest(bare[index - 1] ?? '', line);
  // In the middle of a sentence.
  const isClear = (line: string, index: number): boolean =>
    !BEGINS_UNTIMED.test(line) && bare[index - 1]?.endsWith('.') === false;
  const pieces = bare.filter((line, index) => index > 0 && goesOn(line, index)).length;
  const full = bare.filter((line, index) => line !== '' && isFull(bare[index - 1] ?? '', line)).length;
  // In a log with times, each line without one is a piece; else each line that is full has one behind it.
  const stray = bare.filter((line, index) => index > 0 && !begins(line) && !goesOn(line, index)).length;
  const doubtful = timed ? stray : full - pieces;
  // The longest line of any log is full.
  const isAny =
    pieces > 1 || (timed && bare.some((line, index) => goesOn(line, index) && isClear(line, index)));
  if (!isAny || doubtful > pieces * DOUBT) return undefined;
  return (before, line) => {
    const own = withoutQuote(line);
    return isRest(withoutQuote(before), own) ? own : undefined;
  };
}

/** Joins the pieces of the lines that somebody has broken. */
export class BrokenLines {
  readonly #onLine: (line: Whole) => void;
  /** The line that may go on in the next one, and the last of its pieces. */
  #open: (Whole & { readonly last: string }) | undefined;

  constructor(onLine: (line: Whole) => void) {
    this.#onLine = onLine;
  }

  read(text: string, number: number, restOf: HardWrap): void {
    const open = this.#open;
    const rest = open === undefined || open.text.length > LINE_CAP ? undefined : restOf(open.last, text);
    if (open !== undefined && rest !== undefined) {
      this.#open = { text: `${open.text} ${rest}`, number: open.number, last: text };
      return;
    }
    this.end();
    this.#open = { text, number, last: text };
  }

  /** No further piece comes. */
  end(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#onLine(open);
  }
}

/** Whether a line begins with a time, or with what else a log has before each line. */
function isTimedSomehow(line: string): boolean {
  return isTimed(line) || carried(line).text !== line;
}

function withoutQuote(line: string): string {
  return line.replace(QUOTE, '').trimEnd();
}

function firstWord(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}
