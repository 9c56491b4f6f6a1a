/** One line as a person would read it: escapes and control bytes removed, CR applied, UTF-8 decoded. */

import { type Automaton, Hits, ROW_BITS } from './automaton.ts';

const NUL_TO_CONTROL = 0x20;
const TAB = 0x09;
const CANCEL = 0x18;
const SUBSTITUTE = 0x1a;
const BACKSLASH = 0x5c;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const BELL = 0x07;
const DELETE = 0x7f;
const REPLACEMENT = 0xfffd;

/** Where the parser stands in an escape sequence (ECMA-48 / VT500: CSI, and strings such as OSC, DCS, APC). */
const GROUND = 0;
const AFTER_ESCAPE = 1;
const IN_CSI = 2;
const IN_STRING = 3;
const AFTER_INTERMEDIATE = 4;
/** An ESC in a string: with a backslash it is the string's end. */
const ENDS_STRING = 5;
/** Behind `ESC ]`: the palette of Linux's console has no end (drivers/tty/vt/vt.c, do_con_trol). */
const AFTER_OSC = 6;
const IN_PALETTE = 7;
/** What mails and web pages put in the place of a blank and of straight quotation marks. */
const PLAIN: ReadonlyMap<number, number> = new Map([
  [0xa0, 0x20],
  [0x202f, 0x20],
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x201c, 0x22],
  [0x201d, 0x22],
]);
/** Cells for a line of a usual length; for a longer line their number is doubled. */
const CELLS = 512;
/** Hexadecimal digits of a colour of that palette. */
const PALETTE_DIGITS = 7;

/**
 * Holds the cells of one line, fed byte by byte, linear in the bytes.
 *
 * A carriage return that is not followed by a line feed restarts the line: the next character wipes it. A real
 * terminal would keep the text that is not overwritten. In a boot only progress displays do this, with the same result.
 * Sequences never cross a line feed, so a stray introducer cannot hide the rest of the log. A string is hidden only when its
 * end has come; of a string that is cut short (by the line's end, by another sequence, or because it is too long) the text stays, because
 * a panic may have been printed behind a stray introducer.
 */
export class Terminal {
  /** Needles seen in this line. */
  readonly hits: Hits;
  readonly #automaton: Automaton;
  #cells = new Uint16Array(CELLS);
  readonly #cap: number;
  readonly #plain: boolean;
  #length = 0;
  #state = 0;
  #escape = GROUND;
  /** Where the string that is open begins in the cells, and what was found of needles before it. */
  #stringAt = 0;
  #stateAt = 0;
  #hitsAt = 0;
  #digits = 0;
  #returned = false;
  /** Unfinished UTF-8 character: bytes still to come, value so far, what the next byte may be. */
  #pending = 0;
  #value = 0;
  #low = 0x80;
  #high = 0xbf;

  /** @param plain typographic blanks and quotation marks become those of ASCII */
  constructor(automaton: Automaton, cap: number, plain = false) {
    this.#automaton = automaton;
    this.#plain = plain;
    this.hits = new Hits(automaton);
    this.#cap = cap;
  }

  /** Characters (UTF-16 units) in the line, without a string that is open. */
  get length(): number {
    return this.#inString ? this.#stringAt : this.#length;
  }

  /** The first of them. */
  get first(): number | undefined {
    return this.length === 0 ? undefined : this.#cells[0];
  }

  text(): string {
    return Buffer.from(this.#cells.buffer).toString('utf16le', 0, this.length * 2);
  }

  /** Whether this byte is going to be printed over a line that a carriage return has sent back to its start. */
  wipes(byte: number): boolean {
    return this.#returned && this.#prints(byte);
  }

  /** Whether this byte is going to be printed behind a line that has no room for it. */
  overflows(byte: number): boolean {
    return this.#length >= this.#cap && this.#prints(byte);
  }

  /** Forgets the cells; a character or escape sequence that has begun goes on. */
  clear(): void {
    this.#length = 0;
    this.#state = 0;
    this.#returned = false;
    this.hits.clear();
  }

  /** A line feed: whatever sequence was open ends here. */
  endLine(): void {
    this.#abandonCharacter();
    this.#escape = GROUND;
  }

  get #inString(): boolean {
    return this.#escape === IN_STRING || this.#escape === ENDS_STRING;
  }

  /** Takes one byte other than a line feed. */
  put(byte: number): void {
    if (this.#escape !== GROUND) this.#continueEscape(byte);
    else if (byte >= NUL_TO_CONTROL && byte < DELETE) {
      if (this.#pending > 0) this.#abandonCharacter();
      this.#print(byte);
    } else if (byte >= 0x80) this.#decode(byte);
    else this.#control(byte);
  }

  /** Whether the byte begins or is a visible character; the first of several bytes stands for all. */
  #prints(byte: number): boolean {
    return this.#escape === GROUND && (byte >= NUL_TO_CONTROL || byte === TAB) && byte !== DELETE;
  }

  #control(byte: number): void {
    this.#abandonCharacter();
    if (byte === ESCAPE) this.#escape = AFTER_ESCAPE;
    else if (byte === CARRIAGE_RETURN) this.#returned = true;
    else if (byte === TAB) this.#print(TAB);
  }

  #continueEscape(byte: number): void {
    if (this.#inString) this.#continueString(byte);
    else if (byte === ESCAPE) this.#escape = AFTER_ESCAPE;
    else if (byte === CANCEL || byte === SUBSTITUTE) this.#escape = GROUND;
    else if (this.#escape === AFTER_ESCAPE) {
      if (byte === 0x5b) this.#escape = IN_CSI;
      else if (byte === 0x5d) this.#escape = AFTER_OSC;
      else if (byte === 0x50 || byte === 0x58 || byte === 0x5e || byte === 0x5f) this.#beginString();
      else if (byte >= 0x20 && byte <= 0x2f) this.#escape = AFTER_INTERMEDIATE;
      else this.#escape = GROUND;
    } else if (this.#escape === IN_CSI) {
      if (byte >= 0x40 && byte <= 0x7e) this.#escape = GROUND;
    } else if (this.#escape === AFTER_INTERMEDIATE) {
      if (byte >= 0x30) this.#escape = GROUND;
    } else if (this.#escape === AFTER_OSC) this.#continueOsc(byte);
    else if (--this.#digits === 0 || !isHexDigit(byte)) this.#escape = GROUND;
  }

  #continueOsc(byte: number): void {
    if (byte === 0x52) this.#escape = GROUND;
    else if (byte === 0x50) {
      this.#escape = IN_PALETTE;
      this.#digits = PALETTE_DIGITS;
    } else {
      this.#beginString();
      this.#continueString(byte);
    }
  }

  #beginString(): void {
    this.#escape = IN_STRING;
    this.#stringAt = this.#length;
    this.#stateAt = this.#state;
    this.#hitsAt = this.hits.list.length;
  }

  /** Keeps the string in the cells behind the line, until it is known whether the string has an end. */
  #continueString(byte: number): void {
    if (byte === (this.#escape === IN_STRING ? BELL : BACKSLASH)) {
      this.#pending = 0;
      this.#length = this.#stringAt;
      this.#state = this.#stateAt;
      this.hits.keep(this.#hitsAt);
      this.#escape = GROUND;
    } else if (this.#escape === ENDS_STRING) {
      this.#escape = AFTER_ESCAPE;
      this.#continueEscape(byte);
    } else if (byte === ESCAPE || byte === CANCEL || byte === SUBSTITUTE) {
      this.#abandonCharacter();
      this.#escape = byte === ESCAPE ? ENDS_STRING : GROUND;
    } else if (byte >= 0x80) this.#decode(byte);
    else {
      this.#abandonCharacter();
      if (byte === TAB || (byte >= NUL_TO_CONTROL && byte < DELETE)) this.#print(byte);
    }
    if (this.#inString && this.#length >= this.#cap) this.#escape = GROUND;
  }

  /** UTF-8 as WHATWG decodes it: an invalid sequence becomes one U+FFFD, and the byte that broke it is read again. */
  #decode(byte: number): void {
    if (this.#pending > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#value = (this.#value << 6) | (byte & 0x3f);
        this.#pending--;
        this.#low = 0x80;
        this.#high = 0xbf;
        if (this.#pending === 0) this.#printCodePoint();
        return;
      }
      this.#abandonCharacter();
    }
    // The second byte's range shuts out overlong forms, surrogates and what lies beyond U+10FFFF.
    if (byte >= 0xc2 && byte <= 0xdf) this.#begin(1, byte & 0x1f, 0x80, 0xbf);
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.#begin(2, byte & 0x0f, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf);
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.#begin(3, byte & 0x07, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf);
    } else this.#print(REPLACEMENT);
  }

  #begin(pending: number, value: number, low: number, high: number): void {
    this.#pending = pending;
    this.#value = value;
    this.#low = low;
    this.#high = high;
  }

  #printCodePoint(): void {
    const value = this.#value;
    if (value >= 0x10000) {
      this.#print(0xd800 + ((value - 0x10000) >> 10));
      this.#print(0xdc00 + ((value - 0x10000) & 0x3ff));
    } else if (value >= 0xa0) this.#print((this.#plain ? PLAIN.get(value) : undefined) ?? value);
  }

  #abandonCharacter(): void {
    if (this.#pending === 0) return;
    this.#pending = 0;
    this.#print(REPLACEMENT);
  }

  #print(unit: number): void {
    if (this.#length === this.#cells.length) {
      const cells = new Uint16Array(2 * this.#length);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    this.#cells[this.#length++] = unit;
    const { next, attention } = this.#automaton;
    const state = unit < 0x80 ? (next[(this.#state << ROW_BITS) | unit] as number) : 0;
    this.#state = state;
    if (state >= attention) this.hits.add(state);
  }
}

function isHexDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}
