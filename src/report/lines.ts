/** Splits a guest's output into lines for people. The text is the normalised one that the judge sees. */

import { type LineScanner, lineReader } from '../console/scanner.ts';
import type { StreamName } from '../words/words.ts';

/** Splits every stream into lines and hands each to `onLine`. */
export class LinePrinter {
  readonly #onLine: (stream: StreamName, text: string) => void;
  readonly #scanners = new Map<StreamName, LineScanner>();

  constructor(onLine: (stream: StreamName, text: string) => void) {
    this.#onLine = onLine;
  }

  push(stream: StreamName, bytes: Uint8Array): void {
    const scanner = this.#scanners.get(stream) ?? this.#open(stream);
    scanner.push(bytes);
  }

  /** Prints the unfinished lines. */
  flush(): void {
    for (const scanner of this.#scanners.values()) scanner.end();
  }

  #open(stream: StreamName): LineScanner {
    const scanner = lineReader((text) => this.#onLine(stream, text));
    this.#scanners.set(stream, scanner);
    return scanner;
  }
}
