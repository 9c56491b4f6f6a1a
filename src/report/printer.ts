/** The one writer to standard output and standard error: nothing gets there that did not pass through safe.ts. */

import { styleText } from 'node:util';
import { forJson, forLine } from './safe.ts';

/** Where a printer writes: a stream of the process, or a test's memory. */
export interface Output {
  write(text: string): unknown;
  /** A promise while its reader is behind. @throws when it cannot be written to */
  drained?(): Promise<void> | undefined;
  readonly isTTY?: boolean;
}

export type Style = Parameters<typeof styleText>[0];

export interface LineStyle {
  /** Of the mark, or of the whole line when it has none; only a terminal shows it. */
  readonly style?: Style;
  /** What stands before the text. */
  readonly mark?: string;
}

export class Printer {
  /** Whether a person watches it live. */
  readonly isTerminal: boolean;
  readonly #output: Output;
  /** A line is shown that the next one replaces. */
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

  /** A line on a terminal that the next one replaces: progress. */
  passing(text: string): void {
    this.#write(forLine(text));
    this.#passing = true;
  }

  /** Takes the passing line away. */
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
