/** A run as an asciicast: what a terminal would have shown of all streams of the guest. */

import { CAST_CUT } from '../judge/recorded.ts';
import type { StreamName } from '../words/words.ts';

/**
 * Output of one time is written when it is longer than this, in UTF-16 units. V8 frees short texts soon, and texts of a
 * megabyte late: with those, a flood took 80 MB more.
 */
const PIECE = 32 * 1024;

/** Writes asciicast v2 (docs.asciinema.org): a header, then [seconds, "o" output | "i" input | "m" marker, text]. */
export class Cast {
  readonly #write: (text: string) => void;
  readonly #decoders = new Map<StreamName, InstanceType<typeof TextDecoder>>();
  #room: number;
  /** Times never go back, while a deadline is reported with its own time after output that was read a moment later. */
  #time = 0;
  /** Output of one time that is not written yet. */
  #text = '';

  /** @param limit the cast ends before it is longer than this, in bytes: JSON spells a byte with up to six */
  constructor(title: string, limit: number, write: (text: string) => void) {
    this.#write = write;
    this.#room = limit;
    const timestamp = Math.floor(Date.now() / 1000);
    write(`${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title })}\n`);
  }

  output(stream: StreamName, time: number, bytes: Uint8Array): void {
    if (time > this.#time) this.flush();
    this.#time = Math.max(this.#time, time);
    const decoder = this.#decoders.get(stream) ?? new TextDecoder();
    this.#decoders.set(stream, decoder);
    this.#text += decoder.decode(bytes, { stream: true });
    if (this.#text.length > PIECE) this.flush();
  }

  event(time: number, code: 'i' | 'm', text: string): void {
    this.flush();
    this.#time = Math.max(this.#time, time);
    this.#line(code, text);
  }

  /** Writes what was collected. */
  flush(): void {
    const text = this.#text;
    this.#text = '';
    this.#line('o', text);
  }

  #line(code: 'o' | 'i' | 'm', text: string): void {
    if (text === '' || this.#room < 0) return;
    const line = `${JSON.stringify([this.#time / 1000, code, text])}\n`;
    this.#room -= Buffer.byteLength(line);
    this.#write(this.#room >= 0 ? line : `${JSON.stringify([this.#time / 1000, 'm', CAST_CUT])}\n`);
  }
}
