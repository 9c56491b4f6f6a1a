/** The one writer to standard output and standard error. All text passes through safe.ts first. */

import { styleText } from 'node:util';
import { forConsole, forJson, forLine } from './safe.ts';

/** Where a printer writes: a stream of the process, or a test's memory. */
export interface Output {
  write(text: string | Uint8Array): unknown;
  /** A promise while its reader is behind. @throws when it cannot be written to */
  drained?(): Promise<void> | undefined;
  readonly isTTY?: boolean;
  /** Whether colours are wanted. Absent: on a terminal. */
  readonly colours?: boolean;
  /** Columns that its reader sees at once; undefined where nothing says so, as in a pipe. */
  readonly columns?: number | undefined;
}

/** The terminal that standard output and standard error share: at most one line on it is passing. */
export class Screen {
  #erase: (() => void) | undefined;
  /** The guest's console has the terminal, and a person types into it. */
  #taken = false;

  /** Removes the passing line. */
  clear(): void {
    this.#erase?.();
    this.#erase = undefined;
  }

  /** A passing line is shown now. @param erase removes it */
  passes(erase: () => void): void {
    this.#erase = erase;
  }

  /** The guest's console takes the terminal, or gives it back. */
  take(taken: boolean): void {
    this.clear();
    this.#taken = taken;
  }

  get taken(): boolean {
    return this.#taken;
  }
}

export type Style = Parameters<typeof styleText>[0];

interface LineStyle {
  /** Style of the mark, or of the whole line without a mark; shown where colours are wanted. */
  readonly style?: Style;
  /** The word before the text. */
  readonly mark?: string;
}

export class Printer {
  /** Whether a person watches the output live. */
  readonly isTerminal: boolean;
  readonly #output: Output;
  /** The beginning of an escape sequence of the guest's console. */
  #begun = '';
  readonly #screen: Screen;

  /** @param screen that of the other printer which writes to the same terminal */
  constructor(output: Output, screen = new Screen()) {
    this.#output = output;
    this.#screen = screen;
    this.isTerminal = output.isTTY === true;
  }

  /** How wide a line may be; undefined: as wide as it is. */
  get columns(): number | undefined {
    return this.#output.columns;
  }

  line(text: string, { style, mark = '' }: LineStyle = {}): void {
    const [marked, plain] = mark === '' ? [text, ''] : [mark, text];
    const safe = forLine(marked);
    const coloured = this.#output.colours ?? this.isTerminal;
    // Whether there are colours is decided: styleText() would look at the process's own standard output.
    const styled = style !== undefined && coloured ? styleText(style, safe, { validateStream: false }) : safe;
    this.#write(`${styled}${forLine(plain)}\n`);
  }

  /** Lines of a text or of a list. */
  lines(lines: string | readonly string[]): void {
    for (const line of typeof lines === 'string' ? lines.split('\n') : lines) this.line(line);
  }

  /** Lines, of which the first says what the others explain: it alone has the style. */
  headed(lines: string | readonly string[], style: Style): void {
    const [head = '', ...rest] = typeof lines === 'string' ? lines.split('\n') : lines;
    this.line(head, { style });
    this.lines(rest);
  }

  /** A document for machines. */
  json(value: unknown): void {
    this.#write(`${forJson(value)}\n`);
  }

  /** A binary document of our own for another program; never for a terminal. */
  bytes(bytes: Uint8Array): void {
    this.#write(bytes);
  }

  /** A text of several lines for another program, that is safe in its own format: XML, KTAP, HTML. */
  document(text: string): void {
    this.lines(text.replace(/\n$/, ''));
  }

  /** From now on the terminal shows a guest's console: no line passes on it. */
  beginConsole(): void {
    this.#screen.take(true);
  }

  /** Output of a guest's console, byte by byte as it comes, on a terminal that shows nothing else. */
  console(text: string): void {
    const { shown, rest } = forConsole(this.#begun + text);
    this.#begun = rest;
    this.#write(shown);
  }

  /** Undoes what a guest's console may have set on the terminal: colours, scroll region, hidden cursor, other screen. */
  endConsole(): void {
    this.#begun = '';
    this.#screen.take(false);
    this.#write('\x1b[0m\x1b[r\x1b[?25h\x1b[?7h\x1b[?1l\x1b[?2004l\x1b[?1049l\x1b(B\r\n');
  }

  /** A line of progress on a terminal, which the next line replaces. What does not fit is cut: a line of two rows cannot be erased. */
  passing(text: string): void {
    if (this.#screen.taken) return;
    const safe = forLine(text);
    const room = (this.columns ?? safe.length + 1) - 1;
    this.#write(safe.length > room ? `${safe.slice(0, room - 1)}…` : safe);
    this.#screen.passes(() => this.#output.write('\r\x1b[K'));
  }

  /** A passing line on a terminal, a line elsewhere. */
  progress(text: string): void {
    if (this.isTerminal) this.passing(text);
    else this.line(text);
  }

  /** Removes the passing line. */
  clear(): void {
    this.#screen.clear();
  }

  /** A promise while the reader is behind. @throws HostError when not all was written */
  drained(): Promise<void> | undefined {
    return this.#output.drained?.();
  }

  #write(text: string | Uint8Array): void {
    this.#screen.clear();
    this.#output.write(text);
  }
}
