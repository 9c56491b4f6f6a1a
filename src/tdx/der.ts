/** Reads DER, in which certificates and signatures are written (X.690). */

import { Reader, type Subject } from './reader.ts';

interface DerElement {
  readonly tag: number;
  readonly body: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

export const DER = { sequence: 0x30, set: 0x31, context0: 0xa0 } as const;
/** More than the parts that are read have. */
const MOST_ELEMENTS = 32;
const SUBJECT: Subject = { what: 'the signature', hint: 'Give a whole file.' };

/**
 * The elements of DER, one after the other (X.690, 8.1).
 * @throws DataError code `truncated`
 */
export function elementsOf(bytes: Uint8Array = new Uint8Array()): DerElement[] {
  const reader = new Reader(bytes, SUBJECT);
  const elements: DerElement[] = [];
  while (reader.left >= 2 && elements.length < MOST_ELEMENTS) {
    const start = reader.offset;
    const tag = reader.u8('a tag');
    const first = reader.u8('a length');
    let length = first;
    if (first >= 0x80) {
      const digits = reader.take(first & 0x7f, 'a length');
      length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
    }
    const body = reader.take(length, 'an element');
    elements.push({ tag, body, whole: bytes.subarray(start, reader.offset) });
  }
  return elements;
}
