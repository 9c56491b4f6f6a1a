/** Turns one stream's bytes into normalised lines and finds needle candidates on the way, in one pass. */

import { type Automaton, buildAutomaton, Hits, LINE_FEED } from './automaton.ts';
import { limitBacktracking } from './backtracking.ts';
import { BLOCK, Marks } from './marks.ts';
import { ESCAPE, withoutSequences } from './sequences.ts';
import { Terminal } from './terminal.ts';

/**
 * Longest line in UTF-16 units. A longer line is judged in pieces of this size, which are marked as cut. The cap exceeds
 * a block, so that a line within a block is never too long.
 */
export const LINE_CAP = 65_536;

/** The line that is being reported. One object is reused for every line, so read it before returning. */
export interface LineView {
  /** Normalised text, decoded only when asked for. */
  readonly text: string;
  /** The first character, as a UTF-16 unit; undefined in an empty line. The text is not decoded for it. */
  readonly first: number | undefined;
  /**
   * The text for somebody who may want to read it when the view shows another line, and mostly does not. It is decoded
   * only then, so the bytes that were pushed must not be changed.
   */
  later(): () => string;
  /** Numbers of the needles seen so far in this line: every needle that the text contains, and perhaps others. */
  readonly hits: readonly number[];
  /** True for a piece of a line that is longer than {@link LINE_CAP}. */
  readonly cut: boolean;
}

export interface ScannerOptions {
  /** Called for each finished line that has hits or is cut, or for every finished line with `everyLine`. */
  onLine(line: LineView): void;
  /** Called when a carriage return is about to wipe text from the line: the last chance to see it. */
  onWipe(line: LineView): void;
  readonly everyLine: boolean;
  /** Typographic blanks and quotation marks become those of ASCII: mails and web pages change them. */
  readonly plain?: boolean;
}

const CARRIAGE_RETURN = 0x0d;

/**
 * Splits and normalises. The result depends on the bytes alone, never on how they are cut into chunks.
 *
 * Most lines are printable ASCII and lie within one block: they are scanned in place and never copied, or without their
 * colours in a copy of the block. The other lines (split by a border, or with other escapes, carriage returns, UTF-8,
 * control bytes) go through the {@link Terminal}, byte by byte.
 */
export class LineScanner {
  /** Lines finished so far; the unfinished line has this number plus one. */
  lineCount = 0;
  /** Whether lines without hits are reported, too; may change at any time. */
  everyLine: boolean;

  readonly #automaton: Automaton;
  readonly #options: ScannerOptions;
  readonly #marks: Marks;
  readonly #terminal: Terminal;
  /** Needles in the line that lies in the current block. */
  readonly #hits: Hits;
  readonly #view: MutableView;
  /** True while the line is held by the terminal rather than lying in the current block. */
  #held = false;

  constructor(automaton: Automaton, options: ScannerOptions) {
    limitBacktracking();
    this.#automaton = automaton;
    this.#options = options;
    this.everyLine = options.everyLine;
    this.#terminal = new Terminal(automaton, LINE_CAP, options.plain);
    this.#hits = new Hits(automaton);
    this.#marks = new Marks(automaton);
    this.#view = new MutableView();
  }

  /** Takes the next bytes; calls back for each line that they finish. */
  push(bytes: Uint8Array): void {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < chunk.length; start += BLOCK) {
      this.#scanBlock(chunk.subarray(start, start + BLOCK));
    }
  }

  /** The unfinished line; undefined while it has no text. */
  tail(): LineView | undefined {
    if (!this.#held || this.#terminal.length === 0) return undefined;
    return this.#view.ofTerminal(this.#terminal, false);
  }

  /** The stream has ended: finishes its last line. */
  end(): void {
    if (this.#held) this.#terminal.endLine();
    if (this.tail() !== undefined) this.#finishHeld(false);
  }

  #scanBlock(block: Buffer): void {
    const begin = this.#held ? this.#scanHeld(block, 0) : 0;
    if (block.includes(ESCAPE, begin)) this.#scanLines(withoutSequences(block, begin), 0);
    else if (begin < block.length) this.#scanLines(block, begin);
  }

  /** Finishes the whole clean lines from `begin` in place, and hands the other lines to the terminal. */
  #scanLines(bytes: Buffer, begin: number): void {
    const end = bytes.length;
    let lineStart = begin;
    const marks = this.#marks;
    const { lineFeed, special } = this.#automaton;
    marks.find(bytes, lineStart, end);
    for (let mark = 0; mark < marks.length; mark += 2) {
      const at = marks.list[mark] as number;
      // The terminal has already read this line.
      if (at < lineStart) continue;
      const state = marks.list[mark + 1] as number;
      if (state === lineFeed) {
        const lineEnd = at > lineStart && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
        this.lineCount++;
        if (this.everyLine || this.#hits.list.length > 0) this.#finishInPlace(bytes, lineStart, lineEnd);
        lineStart = at + 1;
      } else if (state === special) {
        lineStart = this.#hold(bytes, lineStart);
      } else {
        this.#hits.add(state);
      }
    }
    if (lineStart < end) this.#hold(bytes, lineStart);
  }

  #finishInPlace(bytes: Buffer, start: number, end: number): void {
    this.#options.onLine(this.#view.ofBytes(this.#hits.list, bytes, start, end));
    this.#hits.clear();
  }

  /** Hands the line to the terminal, which reads it again from `lineStart`. Returns the offset that it reached. */
  #hold(bytes: Buffer, lineStart: number): number {
    this.#hits.clear();
    this.#held = true;
    return this.#scanHeld(bytes, lineStart);
  }

  /** Feeds the terminal until its line or the block ends; returns that offset. */
  #scanHeld(bytes: Buffer, start: number): number {
    const terminal = this.#terminal;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === LINE_FEED) {
        terminal.endLine();
        this.#finishHeld(false);
        return at + 1;
      }
      if (terminal.wipes(byte)) {
        if (terminal.length > 0) this.#options.onWipe(this.#view.ofTerminal(terminal, false));
        terminal.clear();
      } else if (terminal.overflows(byte)) {
        this.#finishHeld(true);
        // The next bytes belong to the same line, so escapes and split characters carry over.
        this.#held = true;
      }
      terminal.put(byte);
    }
    return bytes.length;
  }

  #finishHeld(cut: boolean): void {
    this.lineCount++;
    if (cut || this.#terminal.hits.list.length > 0 || this.everyLine) {
      this.#options.onLine(this.#view.ofTerminal(this.#terminal, cut));
    }
    this.#terminal.clear();
    this.#held = false;
  }
}

const NO_NEEDLES = buildAutomaton([]);

/** A scanner that looks for nothing and gives every line: for showing and quoting. */
export function lineReader(onLine: (text: string) => void, plain = false): LineScanner {
  return new LineScanner(NO_NEEDLES, {
    everyLine: true,
    onLine: (line) => onLine(line.text),
    onWipe: () => undefined,
    plain,
  });
}

class MutableView implements LineView {
  hits: readonly number[] = [];
  cut = false;
  #terminal: Terminal | undefined;
  #bytes: Buffer | undefined;
  #start = 0;
  #end = 0;
  #text: string | undefined;

  ofBytes(hits: readonly number[], bytes: Buffer, start: number, end: number): this {
    this.hits = hits;
    this.cut = false;
    this.#text = undefined;
    this.#terminal = undefined;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    return this;
  }

  ofTerminal(terminal: Terminal, cut: boolean): this {
    this.hits = terminal.hits.list;
    this.cut = cut;
    this.#text = undefined;
    this.#terminal = terminal;
    this.#bytes = undefined;
    return this;
  }

  get text(): string {
    this.#text ??= this.#terminal?.text() ?? this.#bytes?.toString('latin1', this.#start, this.#end) ?? '';
    return this.#text;
  }

  get first(): number | undefined {
    if (this.#terminal !== undefined) return this.#terminal.first;
    return this.#start < this.#end ? this.#bytes?.[this.#start] : undefined;
  }

  later(): () => string {
    const [bytes, start, end] = [this.#bytes, this.#start, this.#end];
    if (bytes !== undefined) return () => bytes.toString('latin1', start, end);
    const { text } = this;
    return () => text;
  }
}
