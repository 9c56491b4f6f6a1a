/** Keeps the end of a stream to quote from. */

import { lineReader } from '../console/scanner.ts';

/** How much is kept, in bytes. */
const RECENT_BYTES = 16_384;

export class Recent {
  /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
  readonly #bytes = new Uint8Array(RECENT_BYTES);
  #length = 0;

  keep(bytes: Uint8Array): void {
    const kept = bytes.subarray(-RECENT_BYTES);
    this.#bytes.copyWithin(0, kept.length);
    this.#bytes.set(kept, RECENT_BYTES - kept.length);
    this.#length = Math.min(RECENT_BYTES, this.#length + kept.length);
  }

  /**
   * All lines that are kept, normalised; the first may lack its beginning, the last its end.
   * @param plain as of `ScannerOptions`
   */
  lines(plain = false): string[] {
    const lines: string[] = [];
    const scanner = lineReader((text) => lines.push(text), plain);
    scanner.push(this.#bytes.subarray(RECENT_BYTES - this.#length));
    scanner.end();
    return lines;
  }
}
