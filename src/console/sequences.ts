/** Takes the control sequences (CSI) off lines that have nothing else to normalise: colours are most of what a guest prints of them. */

import { LINE_FEED } from './automaton.ts';

export const ESCAPE = 0x1b;
const BRACKET = 0x5b;

/**
 * A copy of the bytes from `start`, where a line begins, without the sequences that a terminal would take off, too. Once a
 * line has had a sequence without an end, another escape, or UTF-8, the rest of that line stays as it is, because the
 * meaning of its bytes then depends on the bytes before them.
 */
export function withoutSequences(bytes: Buffer, start: number): Buffer {
  const clean = Buffer.allocUnsafe(bytes.length - start);
  let length = 0;
  let isPlain = true;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === ESCAPE && isPlain) {
      const end = endOfSequence(bytes, at);
      if (end > at) {
        at = end - 1;
        continue;
      }
    }
    if (byte === LINE_FEED) isPlain = true;
    else if (byte === ESCAPE || byte >= 0x80) isPlain = false;
    clean[length++] = byte;
  }
  return clean.subarray(0, length);
}

/** Where the text begins behind a whole sequence; `start` where none begins there. */
function endOfSequence(bytes: Buffer, start: number): number {
  if (bytes[start + 1] !== BRACKET) return start;
  for (let at = start + 2; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x40 && byte <= 0x7e) return at + 1;
    if (byte < 0x20 || byte > 0x3f) return start;
  }
  return start;
}
