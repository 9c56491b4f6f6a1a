/** Parses GRUB's script language (GRUB grub-core/script/yylex.l, parser.y) as far as files grub.cfg use it. */

/** A statement that cannot be told before the boot; the message says why. */
export class NotKnown extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'NotKnown';
    this.line = line;
  }
}

/** A word as it is written: text, and variables by name. What is quoted is not split. */
type Part =
  | { readonly text: string; readonly quoted: boolean }
  | { readonly variable: string; readonly quoted: boolean };
export type Word = readonly Part[];

export type Statement =
  | Command
  | { readonly kind: 'if'; readonly clauses: readonly Clause[]; readonly otherwise: readonly Statement[] }
  | {
      readonly kind: 'function';
      readonly line: number;
      readonly name: string;
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'loop'; readonly line: number };

export interface Command {
  readonly kind: 'command';
  readonly line: number;
  readonly words: readonly Word[];
  /** What is in braces behind the words. */
  readonly block?: readonly Statement[];
}

interface Clause {
  readonly condition: readonly Statement[];
  readonly body: readonly Statement[];
}

interface Token {
  readonly line: number;
  /** A word, or one of `\n`, `;`, `{` and `}`. */
  readonly word?: Word;
  readonly sign?: string;
  /** The text of a word that is text alone, unquoted: such a word may be reserved. */
  readonly plain?: string;
}

const MOST_DEPTH = 32;

/**
 * @param text as it is in a file: GRUB reads it line by line and leaves out each carriage return (grub-core/lib/getline.c)
 * @throws NotKnown for syntax that is not read here, or that GRUB does not read either
 */
export function parseScript(text: string): Statement[] {
  if (text.includes('\0')) throw new NotKnown(0, 'the script has a NUL');
  const parser = new Parser(tokens(text.replaceAll('\r', '')));
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  whole(): Statement[] {
    const statements = this.#list([]);
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw new NotKnown(rest.line, 'the script cannot be read');
    return statements;
  }

  /** Statements up to the end, a closing brace, or one of these words. */
  #list(ends: readonly string[]): Statement[] {
    if (++this.#depth > MOST_DEPTH) throw new NotKnown(this.#line(), 'the script is nested too deep');
    const statements: Statement[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.sign === '}' || ends.includes(token.plain ?? '')) break;
      if (token.sign === '\n' || token.sign === ';') this.#at++;
      else statements.push(this.#statement(token));
    }
    this.#depth--;
    return statements;
  }

  #statement(token: Token): Statement {
    const { plain, line } = token;
    if (plain === 'if') return this.#if();
    if (plain === 'function') return this.#function();
    if (plain === 'while' || plain === 'until' || plain === 'for') {
      this.#at++;
      this.#list(['do']);
      this.#expect('do');
      this.#list(['done']);
      this.#expect('done');
      return { kind: 'loop', line };
    }
    return this.#command(line);
  }

  #if(): Statement {
    const clauses: Clause[] = [];
    let otherwise: readonly Statement[] = [];
    do {
      this.#at++;
      const condition = this.#list(['then']);
      this.#expect('then');
      clauses.push({ condition, body: this.#list(['elif', 'else', 'fi']) });
    } while (this.#tokens[this.#at]?.plain === 'elif');
    if (this.#tokens[this.#at]?.plain === 'else') {
      this.#at++;
      otherwise = this.#list(['fi']);
    }
    this.#expect('fi');
    return { kind: 'if', clauses, otherwise };
  }

  #function(): Statement {
    const line = this.#line();
    this.#at++;
    const name = this.#tokens[this.#at]?.plain;
    if (name === undefined) throw new NotKnown(line, 'a function has no name');
    this.#at++;
    while (this.#tokens[this.#at]?.sign === '\n') this.#at++;
    return { kind: 'function', line, name, body: this.#block() };
  }

  #command(line: number): Statement {
    const words: Word[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token?.word === undefined) break;
      words.push(token.word);
      this.#at++;
    }
    if (words.length === 0) throw new NotKnown(line, 'the script cannot be read');
    if (this.#tokens[this.#at]?.sign !== '{') return { kind: 'command', line, words };
    return { kind: 'command', line, words, block: this.#block() };
  }

  #block(): Statement[] {
    this.#expect('{');
    const body = this.#list([]);
    this.#expect('}');
    return body;
  }

  #expect(wanted: string): void {
    const token = this.#tokens[this.#at];
    if (token === undefined || (token.sign ?? token.plain) !== wanted) {
      throw new NotKnown(this.#line(), `the script cannot be read: ${wanted} is missing`);
    }
    this.#at++;
  }

  #line(): number {
    return (this.#tokens[this.#at] ?? this.#tokens.at(-1))?.line ?? 1;
  }
}

const SIGNS = '\n;{}';
/** Signs of pipes, lists and redirections, which GRUB reads and does not support. */
const OTHER_SIGNS = '|&<>';
const VARIABLE = /^\$(?:([A-Za-z_]\w*|\d+|[?#*@])|\{([A-Za-z_]\w*|\d+|[?#*@])\})/;
/** What a backslash makes plain between double quotes. */
const DOUBLE_QUOTED = /[$\\"\n]/;
const MOST_NAME = 256;
const PLAIN = /[^{}|&$;<> \t\n'"\\]/;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === ' ' || sign === '\t') at++;
    else if (sign === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (SIGNS.includes(sign)) {
      found.push({ line, sign });
      if (sign === '\n') line++;
      at++;
    } else if (OTHER_SIGNS.includes(sign)) throw new NotKnown(line, `the sign ${sign} is not read`);
    else if (text.startsWith('\\\n', at)) {
      at += 2;
      line++;
    } else {
      const { parts: word, at: end } = new WordReader(text, at, line).read();
      const [only] = word;
      const isPlain = word.length === 1 && only !== undefined && 'text' in only && !only.quoted;
      found.push({ line, word, ...(isPlain ? { plain: only.text } : {}) });
      const lines = text.slice(at, end).split('\n');
      // GRUB leaves out a line that begins so, also within quotes (grub-core/normal/main.c, read_config_file_getline).
      if (lines.some((one, index) => index > 0 && one.startsWith('#')))
        throw new NotKnown(line, 'a quote with a line that begins with # is not followed');
      line += lines.length - 1;
      at = end;
    }
  }
  return found;
}

/** Reads one word: parts without blanks between them. */
class WordReader {
  readonly #text: string;
  readonly #line: number;
  readonly parts: Part[] = [];
  at: number;

  constructor(text: string, at: number, line: number) {
    this.#text = text;
    this.#line = line;
    this.at = at;
  }

  read(): this {
    for (;;) {
      const sign = this.#text.charAt(this.at);
      if (sign === "'") this.#single();
      else if (sign === '"') this.#double();
      else if (sign === '$') this.#variable(false);
      else if (sign === '\\') this.#escaped();
      else if (PLAIN.test(sign)) this.#add(sign, false);
      else return this;
    }
  }

  /** Takes as many characters of the script as the text has, unless told otherwise. */
  #add(text: string, quoted: boolean, characters = text.length): void {
    const last = this.parts.at(-1);
    if (last !== undefined && 'text' in last && last.quoted === quoted) {
      this.parts[this.parts.length - 1] = { text: last.text + text, quoted };
    } else this.parts.push({ text, quoted });
    this.at += characters;
  }

  #single(): void {
    const end = this.#text.indexOf("'", this.at + 1);
    if (end < 0) throw new NotKnown(this.#line, 'a quote is not closed');
    this.#add(this.#text.slice(this.at + 1, end), true, end + 1 - this.at);
  }

  #double(): void {
    this.#add('', true, 1);
    for (;;) {
      const sign = this.#text.charAt(this.at);
      if (sign === '') throw new NotKnown(this.#line, 'a quote is not closed');
      if (sign === '"') {
        this.at++;
        return;
      }
      if (sign === '$') this.#variable(true);
      else if (sign === '\\' && DOUBLE_QUOTED.test(this.#text.charAt(this.at + 1))) this.#escaped();
      else this.#add(sign, true);
    }
  }

  /** The character after a backslash; the end of a line is left out. */
  #escaped(): void {
    const next = this.#text.charAt(this.at + 1);
    this.#add(next === '\n' ? '' : next, true, 2);
  }

  #variable(quoted: boolean): void {
    const found = VARIABLE.exec(this.#text.slice(this.at, this.at + MOST_NAME));
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === undefined) {
      throw new NotKnown(this.#line, 'what follows a $ cannot be read');
    }
    this.parts.push({ variable: name, quoted });
    this.at += found[0].length;
  }
}
