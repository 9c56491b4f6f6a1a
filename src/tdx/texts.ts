/** Text in the data of events: up to its NUL, and cut where it is too long to be shown. */

/** The most characters that are shown of one event. */
const MOST_CHARACTERS = 200;

/** The characters up to the first NUL, one from each byte. */
export function ascii(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString('latin1');
  return text.replace(/\0.*$/s, '');
}

/** The characters up to the first NUL, one from two bytes. */
export function utf16(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString('utf16le');
  return text.replace(/\0.*$/s, '');
}

/** The bytes up to the first NUL byte, not cut. */
export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
