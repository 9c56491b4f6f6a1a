/** How firmware code writes GUIDs and addresses, so that messages and comparisons use one spelling. */

/**
 * The EFI GUID at `offset` in lower-case registry form. EFI stores the first three groups little-endian and
 * the last two as they are written (UEFI specification, appendix A). Reads 16 bytes, which the caller has
 * checked to exist.
 */
export function guidAt(bytes: Uint8Array, offset: number): string {
  const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, '0'));
  const group = (start: number, end: number) => pairs.slice(start, end).join('');
  const swapped = (start: number, end: number) => pairs.slice(start, end).reverse().join('');
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join('-');
}

/** The 16 bytes of a GUID in registry form, as EFI stores them. */
export function guidBytes(guid: string): Uint8Array {
  const stored = Buffer.from(guid.replaceAll('-', ''), 'hex');
  for (const [start, end] of SWAPPED) stored.subarray(start, end).reverse();
  return stored;
}

/** The groups of a GUID that are little-endian numbers. */
const SWAPPED = [
  [0, 4],
  [4, 6],
  [6, 8],
] as const;

/** The text as a GUID in lower-case registry form; undefined for another text. */
export function readGuid(text: string): string | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
}

/** `4096` → `0x1000`. */
export function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`;
}

/** The first digits of a digest, enough to tell two apart. */
export function shortHex(digest: string): string {
  return digest.length > 16 ? `${digest.slice(0, 16)}…` : digest;
}

/** A half-open range of addresses or file offsets: `0x1000-0x2000`. */
export function hexRange(start: number | bigint, end: number | bigint): string {
  return `${hex(start)}-${hex(end)}`;
}
