/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */

import { createHash } from 'node:crypto';
import { badProgram, PROGRAM, readLayout } from './efi-program.ts';
import { Reader, unlessDamaged } from './reader.ts';

/**
 * The hash, SHA-384 unless asked otherwise, over the file without checksum and certificates (Windows Authenticode Portable Executable Signature Format;
 * edk2 SecurityPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, which does not pad to 8 bytes).
 * @throws DataError code `truncated` or `bad-kernel`
 */
export function authenticode(file: Uint8Array, algorithm: 'sha256' | 'sha384' | 'sha512' = 'sha384'): string {
  const { checksum, certificates, headers, sections } = readLayout(file);
  const hash = createHash(algorithm).update(file.subarray(0, checksum));
  const rest = checksum + 4;
  if (certificates === undefined) hash.update(file.subarray(rest, headers));
  else hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
  let hashed = headers;
  for (const [offset, size] of sections) {
    hash.update(file.subarray(offset, offset + size));
    hashed += size;
  }
  const end = file.length - (certificates?.size ?? 0);
  if (end < hashed && hashed < file.length) throw badProgram('its certificates overlap its sections');
  if (hashed < end) hash.update(file.subarray(hashed, end));
  return hash.digest('hex');
}

/** WIN_CERT_TYPE_PKCS_SIGNED_DATA. */
const PKCS = 0x0002;
const CERTIFICATE_HEADER_BYTES = 8;
/** More than any program has. */
const MOST_SIGNATURES = 4;

/**
 * The signatures of an EFI program, each as PKCS #7 data. An unsigned program gives an empty list; a damaged signature ends the list.
 * @throws DataError code `truncated` or `bad-kernel` for a program that is damaged elsewhere
 */
export function signatureDataOf(file: Uint8Array): Uint8Array[] {
  const { certificates } = readLayout(file);
  if (certificates === undefined || certificates.size === 0) return [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = view.getUint32(certificates.at, true);
  const found: Uint8Array[] = [];
  const readAll = (): void => {
    const all = new Reader(file, PROGRAM, start);
    const table = new Reader(all.take(certificates.size, 'the certificates'), PROGRAM);
    while (table.left > CERTIFICATE_HEADER_BYTES && found.length < MOST_SIGNATURES) {
      const size = table.u32('the size of a signature');
      table.skip(2, 'the revision of a signature');
      const type = table.u16('the type of a signature');
      const body = table.take(Math.max(0, size - CERTIFICATE_HEADER_BYTES), 'a signature');
      table.skip(Math.min(table.left, -size & 7), 'padding');
      if (type === PKCS) found.push(body);
    }
  };
  unlessDamaged(readAll, () => undefined);
  return found;
}
