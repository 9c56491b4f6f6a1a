/** Rust symbols as people write them: `_RNvMs_NtCs12_6kernel4sync3Arc` is `kernel::sync::Arc`. */

const SYMBOL = /\b(_(?:R[0-9A-Z]|ZN\d)[\w.$]+)(?:\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?)?/g;
/** A symbol nests no deeper than this; a guest may print anything. */
const DEPTH = 32;
/** Paths and types of one symbol: those that refer back to others that refer back would be read millions of times. */
const MOST_READ = 1000;
/** Characters of a path: each of these may be a long one. */
const MOST_CHARACTERS = 1000;

/** The text with the path behind each Rust symbol that can be read; the symbol itself stays, for those who decode it. */
export function withRustNames(line: string): string {
  if (!line.includes('_R') && !line.includes('_ZN')) return line;
  return line.replace(SYMBOL, (place, symbol: string) => {
    const name = rustName(symbol);
    return name === symbol ? place : `${place} (${name})`;
  });
}

/** The path that a Rust symbol names, without crate hashes and generic arguments; any other name as it is. */
export function rustName(symbol: string): string {
  const name = symbol.startsWith('_ZN') ? legacy(symbol) : symbol.startsWith('_R') ? v0(symbol) : undefined;
  return name === undefined || name.length > MOST_CHARACTERS ? symbol : name;
}

/** `_ZN4core9panicking5panic17h0123456789abcdefE`: lengths and names, the last a hash. */
function legacy(symbol: string): string | undefined {
  const parts: string[] = [];
  let at = 3;
  for (;;) {
    const length = /^\d+/.exec(symbol.slice(at))?.[0];
    if (length === undefined) break;
    at += length.length;
    parts.push(symbol.slice(at, at + Number(length)));
    at += Number(length);
  }
  if (symbol[at] !== 'E' || !/^h[0-9a-f]{16}$/.test(parts.at(-1) ?? '')) return undefined;
  return parts.slice(0, -1).join('::');
}

/** RFC 2603: a path in prefix form. */
function v0(symbol: string): string | undefined {
  try {
    return new PathReader(symbol.slice(2).replace(/\..*$/, ''), { left: MOST_READ }).path(0);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

class PathReader {
  readonly #text: string;
  /** How many paths and types all readers of the symbol may still read. */
  readonly #budget: { left: number };
  #at = 0;

  constructor(text: string, budget: { left: number }) {
    this.#text = text;
    this.#budget = budget;
  }

  #enter(depth: number): void {
    if (depth > DEPTH || --this.#budget.left < 0) throw new Unreadable();
  }

  path(depth: number): string {
    this.#enter(depth);
    const tag = this.#next();
    switch (tag) {
      case 'C':
        return this.#identifier();
      case 'M':
      case 'X':
        this.#disambiguator();
        this.path(depth + 1);
        return this.#impl(tag, depth);
      case 'Y':
        return this.#impl('X', depth);
      case 'N': {
        const kind = this.#next();
        const parent = this.path(depth + 1);
        const name = this.#identifier();
        if (kind === 'C') return `${parent}::{closure}`;
        return kind === 'S' ? `${parent}::{shim}` : `${parent}::${name}`;
      }
      case 'I': {
        const path = this.path(depth + 1);
        while (this.#peek() !== 'E') this.#argument(depth + 1);
        this.#next();
        return path;
      }
      case 'B':
        return this.#back((reader) => reader.path(depth + 1));
      default:
        throw new Unreadable();
    }
  }

  /** `<Type>` or `<Type as Trait>`. */
  #impl(tag: 'M' | 'X', depth: number): string {
    const type = this.#type(depth + 1);
    return tag === 'M' ? type : `<${type} as ${this.path(depth + 1)}>`;
  }

  #argument(depth: number): void {
    if (this.#peek() === 'L') {
      this.#next();
      this.#number();
    } else if (this.#peek() === 'K') {
      this.#next();
      this.#constant(depth);
    } else this.#type(depth);
  }

  #type(depth: number): string {
    this.#enter(depth);
    const tag = this.#peek();
    if (/[a-z]/.test(tag)) {
      this.#next();
      return BASIC[tag] ?? '_';
    }
    if (!'RQPOASTB'.includes(tag)) return this.path(depth);
    this.#next();
    if (tag === 'B') return this.#back((reader) => reader.#type(depth + 1));
    if (tag === 'T') {
      const types: string[] = [];
      while (this.#peek() !== 'E') types.push(this.#type(depth + 1));
      this.#next();
      return `(${types.join(', ')})`;
    }
    if ((tag === 'R' || tag === 'Q') && this.#peek() === 'L') this.#argument(depth);
    const inner = this.#type(depth + 1);
    if (tag === 'A') this.#constant(depth);
    if (tag === 'A' || tag === 'S') return `[${inner}]`;
    return `${tag === 'R' ? '&' : tag === 'Q' ? '&mut ' : '*'}${inner}`;
  }

  #constant(depth: number): void {
    if (this.#peek() === 'B') {
      this.#next();
      this.#number();
    } else if (this.#peek() === 'p') this.#next();
    else {
      this.#type(depth + 1);
      while (this.#next() !== '_');
    }
  }

  #back(read: (reader: PathReader) => string): string {
    const at = this.#number();
    const reader = new PathReader(this.#text, this.#budget);
    reader.#at = at;
    return read(reader);
  }

  #identifier(): string {
    this.#disambiguator();
    if (this.#peek() === 'u') this.#next();
    const length = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
    if (length === undefined) throw new Unreadable();
    this.#at += length.length;
    if (this.#peek() === '_') this.#next();
    const name = this.#text.slice(this.#at, this.#at + Number(length));
    if (name.length < Number(length)) throw new Unreadable();
    this.#at += name.length;
    return name;
  }

  #disambiguator(): void {
    if (this.#peek() !== 's') return;
    this.#next();
    this.#number();
  }

  /** Base 62, ended by `_`: nothing is 0, `0` is 1. */
  #number(): number {
    const digits = /^[0-9a-zA-Z]*(?=_)/.exec(this.#text.slice(this.#at))?.[0];
    if (digits === undefined || digits.length > 16) throw new Unreadable();
    this.#at += digits.length + 1;
    if (digits === '') return 0;
    return [...digits].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0) + 1;
  }

  #peek(): string {
    const char = this.#text[this.#at];
    if (char === undefined) throw new Unreadable();
    return char;
  }

  #next(): string {
    const char = this.#peek();
    this.#at++;
    return char;
  }
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BASIC: Readonly<Record<string, string>> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  s: 'i16',
  t: 'u16',
  u: '()',
  x: 'i64',
  y: 'u64',
  z: '!',
  p: '_',
};
