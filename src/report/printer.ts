/** The one writer to standard output and standard error. All text passes through safe.ts first. */

import { styleText } from 'node:util';
import { forConsole, forJson, forLine } from './safe.ts';

/** Where a printer writes: a stream of the process, or a test's memory. */
export interface Output {
  write(text: string): unknown;
  /** A promise while its reader is behind. @throws when it cannot be written to */
  drained?(): Promise<void> | undefined;
  readonly isTTY?: boolean;
}

export type Style = Parameters<typeof styleText>[0];

export interface LineStyle {
  /** Style of the mark, or of the whole line without a mark; only a terminal shows it. */
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
  /** Whether the last line is one that the next line replaces. */
  #passing = false;

  constructor(output: Output) {
    this.#output = output;
    this.isTerminal = output.isTTY === true;
  }

  line(text: string, { style, mark = '' }: LineStyle = {}): void {
    const [marked, plain] = mark === '' ? [text, ''] : [mark, text];
    const safe = forLine(marked);
    const styled = style !== undefined && this.isTerminal ? styleText(style, safe) : safe;
    this.#write(`${styled}${forLine(plain)}\n`);
  }

  /** Lines of a text or of a list. */
  lines(lines: string | readonly string[]): void {
    for (const line of typeof lines === 'string' ? lines.split('\n') : lines) this.line(line);
  }

  /** A document for machines. */
  json(value: unknown): void {
    this.#write(`${forJson(value)}\n`);
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
    this.#write('\x1b[0m\x1b[r\x1b[?25h\x1b[?7h\x1b[?1l\x1b[?2004l\x1b[?1049l\x1b(B\r\n');
  }

  /** A line of progress on a terminal, which the next line replaces. */
  passing(text: string): void {
    this.#write(forLine(text));
    this.#passing = true;
  }

  /** Removes the passing line. */
  clear(): void {
    this.#write('');
  }

  /** A promise while the reader is behind. @throws HostError when not all was written */
  drained(): Promise<void> | undefined {
    return this.#output.drained?.();
  }

  #write(text: string): void {
    const erase = this.#passing ? '\r\x1b[K' : '';
    this.#passing = false;
    if (erase !== '' || text !== '') this.#output.write(`${erase}${text}`);
  }
}
