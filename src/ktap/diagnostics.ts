/** The lines that explain a failure: those before its result, a YAML block behind it, and what KUnit prints without `#`. */

import { wholeOrNothing } from '../words/quote.ts';
import type { ReportLine } from './line.ts';

/** Lines of one failure, and the longest of them in UTF-16 units. */
const MOST_LINES = 20;
const LONGEST = 1000;
/** Failures of one stream that are explained. */
const MOST_EXPLAINED = 1000;
/** Lines of a YAML block that are skipped; what follows is read again. */
const MOST_YAML = 200;
/** KUnit's own lines behind `# test: EXPECTATION FAILED at file:line` (lib/kunit/assert.c). */
const KUNIT_LINES = 8;

export class Diagnostics {
  /** Since the last result. */
  #lines: string[] = [];
  /** Those of the last result, if it is a failure. */
  #last: string[] | undefined;
  #afterResult = false;
  #yaml = 0;
  #kunit = 0;
  #explained = 0;

  /** A line that is none of a report may explain a failure. */
  get listens(): boolean {
    return this.#afterResult || this.#yaml > 0 || this.#kunit > 0;
  }

  /** Takes a line that is no version, plan or result. Returns whether it took this one. */
  takes(read: ReportLine | undefined, text: string): boolean {
    if (this.#yaml > 0 && (read === undefined || read.indent > 0)) {
      this.#yaml = text.trim() === '...' ? 0 : this.#yaml - 1;
      if (this.#yaml > 0) push(this.#last, text);
      return true;
    }
    this.#yaml = 0;
    if (read === undefined) {
      if (this.#afterResult && /^\s+---(?:\s|$)/.test(text)) this.#yaml = MOST_YAML;
      else if (this.#kunit > 0) this.#explain(text);
      this.#kunit = Math.max(0, this.#kunit - 1);
      this.#afterResult = false;
      return true;
    }
    this.#afterResult = false;
    this.#kunit = 0;
    if (read.kind !== 'diagnostic') return false;
    this.#explain(text);
    if (/\b(?:EXPECTATION|ASSERTION) FAILED\b/.test(text)) this.#kunit = KUNIT_LINES;
    return true;
  }

  /** A result has come: the lines that explain it, to which others may be added. */
  result(failed: boolean): readonly string[] {
    const explains = failed && this.#explained < MOST_EXPLAINED;
    this.#last = explains ? this.#lines : undefined;
    if (explains) this.#explained++;
    this.#lines = [];
    this.#afterResult = true;
    return this.#last ?? [];
  }

  clear(): void {
    this.#lines = [];
    this.#last = undefined;
    this.#afterResult = false;
    this.#yaml = 0;
    this.#kunit = 0;
  }

  #explain(text: string): void {
    push(this.#lines, text);
    if (this.#lines.length > MOST_LINES) this.#lines.shift();
  }
}

function push(lines: string[] | undefined, text: string): void {
  if (lines !== undefined && lines.length <= MOST_LINES) lines.push(wholeOrNothing(text.trim(), LONGEST));
}
