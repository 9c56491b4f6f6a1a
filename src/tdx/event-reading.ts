/** The shape of what is read from the data of an event, and its text: up to a NUL, and cut where it is too long to be shown. */

export interface EventData {
  /** One line; text of a guest, not yet safe for a terminal. */
  readonly text: string;
  /** What may have been hashed, of what the log holds. */
  readonly hashed: readonly Uint8Array[];
  /** Why the digest may be of something that the log does not hold: completes "the digest is not of the data: …". */
  readonly elsewhere?: string;
  /** Of a boot variable: what it is named, which is not hashed, and the numbers of the boot options in it, where it is BootOrder. */
  readonly boot?: { readonly name: string; readonly order?: readonly number[] };
  /** Of systemd-stub: the section of a UKI. Its name is hashed; the next event has the same data, and is of its content. */
  readonly section?: string;
}

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
