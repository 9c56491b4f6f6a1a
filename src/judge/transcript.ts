/** Keeps the beginning and the end of what a stream has printed, without copying what is large. */

import { lineReader } from '../console/scanner.ts';

/** How much of the beginning, and how much of the end, is kept, in bytes. Most boots print less than both. */
const KEPT_BYTES = 128 * 1024;
/** So many small pieces are joined to one. */
const PIECES = 4096;

/** A line of a stream, with its number from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

export class Transcript {
  #head: Uint8Array[] = [];
  #headBytes = 0;
  /** The last pieces; the first of them may be needed in part only. */
  #tail: Uint8Array[] = [];
  #tailBytes = 0;

  /** @param bytes must not be changed later */
  keep(bytes: Uint8Array): void {
    const room = KEPT_BYTES - this.#headBytes;
    if (room > 0) {
      this.#head.push(bytes.subarray(0, room));
      if (this.#head.length > PIECES) this.#head = [Buffer.concat(this.#head)];
      this.#headBytes += Math.min(room, bytes.length);
    }
    if (bytes.length <= room) return;
    this.#tail.push(bytes.subarray(Math.max(0, room)));
    this.#tailBytes += bytes.length - Math.max(0, room);
    while (this.#tailBytes - (this.#tail[0]?.length ?? 0) >= KEPT_BYTES) {
      this.#tailBytes -= this.#tail.shift()?.length ?? 0;
    }
    if (this.#tail.length > PIECES) this.#tail = [Buffer.concat(this.#tail)];
  }

  /**
   * The lines that are kept, in order; where the middle is lost, the lines next to it may be cut.
   * @param last the number of the line that is being printed
   */
  lines(last: number): NumberedLine[] {
    const head = textsOf(this.#head);
    const tail = textsOf(this.#tail);
    // Nothing is lost where all that was printed since the beginning is still there.
    const whole = head.length + tail.length >= last;
    if (whole)
      return textsOf([...this.#head, ...this.#tail]).map((text, index) => ({ line: index + 1, text }));
    const first = last - tail.length + 1;
    return [
      ...head.map((text, index) => ({ line: index + 1, text })),
      ...tail.map((text, index) => ({ line: first + index, text })),
    ];
  }
}

function textsOf(pieces: readonly Uint8Array[]): string[] {
  const texts: string[] = [];
  const reader = lineReader((text) => texts.push(text));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return texts;
}
