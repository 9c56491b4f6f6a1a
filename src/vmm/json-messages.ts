/** A stream of JSON objects with a separator between them, as the control channels of VMMs send them. */

import { asRecord, parsedJson } from '../words/json.ts';
import type { ControlReader } from './plan.ts';

/** Longest message between two separators, in characters; longer text is ignored. */
const MESSAGE_CAP = 1024 * 1024;

export class JsonMessages implements ControlReader {
  readonly #separator: string;
  readonly #onMessage: (message: Readonly<Record<string, unknown>>) => void;
  readonly #decoder = new TextDecoder();
  #buffer = '';

  constructor(separator: string, onMessage: (message: Readonly<Record<string, unknown>>) => void) {
    this.#separator = separator;
    this.#onMessage = onMessage;
  }

  push(bytes: Uint8Array): void {
    this.#buffer += this.#decoder.decode(bytes, { stream: true });
    const texts = this.#buffer.split(this.#separator);
    this.#buffer = (texts.pop() ?? '').slice(-MESSAGE_CAP);
    for (const text of texts) {
      const message = asRecord(parsedJson(text));
      if (message !== undefined) this.#onMessage(message);
    }
  }
}
