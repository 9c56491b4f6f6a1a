/** The lines that explain a failure: those before its result, a YAML block behind it, and what KUnit prints without `#`. */

import { wholeOrNothing } from '../words/quote.ts';
import { columns, type ReportLine } from './line.ts';
import { EXPLAINED_ROOM, MOST_EXPLAINED } from './room.ts';

/** Lines of one failure, and the longest of them in UTF-16 units. */
const MOST_LINES = 20;
const LONGEST = 1000;
/** Lines of a YAML block that are skipped; what follows is read again. */
const MOST_YAML = 200;
/** KUnit's own lines behind `# test: EXPECTATION FAILED at file:line` (lib/kunit/assert.c). */
const KUNIT_LINES = 8;

export class Diagnostics {
  /** Lines since the last result, as they came: most tests pass, and then nobody asks for their text. */
  #lines: (() => string)[] = [];
  /** The lines that explain the last result, if it is a failure. */
  #last: string[] | undefined;
  #afterResult = false;
  #yaml = 0;
  /** Columns before the block: a line of the report before them ends it, also where its own end is lost. */
  #yamlIndent = 0;
  #kunit = 0;
  #explained = 0;
  #room = EXPLAINED_ROOM;

  /** Whether a line that looks like none of a report may explain a failure. */
  get listens(): boolean {
    return this.#yaml > 0 || this.#kunit > 0;
  }

  /** Keeps a line that may be a diagnostic. */
  remark(line: () => string): void {
    this.#afterResult = false;
    this.#lines.push(line);
    if (this.#lines.length > MOST_LINES) this.#lines.shift();
  }

  /**
   * Takes a line that is no version, plan or result.
   * @param line as it came
   * @param text without what others wrote before it
   * @returns whether it took the line
   */
  takes(read: ReportLine | undefined, line: string, text: string): boolean {
    if (this.#yaml > 0 && (read === undefined || read.indent >= this.#yamlIndent)) {
      this.#yaml = text.trim() === '...' ? 0 : this.#yaml - 1;
      if (this.#yaml > 0) this.#explain(text);
      return true;
    }
    this.#yaml = 0;
    if (read === undefined) {
      const [, before] = (this.#afterResult && /^(\s+)---(?:\s|$)/.exec(text)) || [];
      if (before !== undefined) [this.#yaml, this.#yamlIndent] = [MOST_YAML, columns(before)];
      else if (this.#kunit > 0) this.remark(() => line);
      this.#kunit = Math.max(0, this.#kunit - 1);
      this.#afterResult = false;
      return true;
    }
    this.#afterResult = false;
    this.#kunit = 0;
    if (read.kind !== 'diagnostic') return false;
    this.remark(() => line);
    if (/\b(?:EXPECTATION|ASSERTION) FAILED\b/.test(text)) this.#kunit = KUNIT_LINES;
    return true;
  }

  /**
   * A result has come.
   * @param strip takes off what others wrote before a line
   * @returns the lines that explain it, to which others may be added
   */
  result(failed: boolean, strip: (line: string) => string): readonly string[] {
    this.#last = undefined;
    if (failed && this.#explained < MOST_EXPLAINED) {
      this.#explained++;
      this.#last = [];
      // KUnit's own lines follow a diagnostic. A "#" that stands further on is somebody else's.
      for (const line of this.#lines.map((text) => strip(text())))
        if (/^\s*(?:#|$)|^\s{4}/.test(line)) this.#explain(line);
    }
    if (this.#lines.length > 0) this.#lines = [];
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

  /** Adds a line to what explains the last result, if that is a failure, and there is room. */
  #explain(text: string): void {
    if (this.#last === undefined || this.#last.length > MOST_LINES) return;
    const line = wholeOrNothing(text.trim(), LONGEST);
    this.#room -= line.length;
    if (this.#room >= 0) this.#last.push(line);
  }
}
