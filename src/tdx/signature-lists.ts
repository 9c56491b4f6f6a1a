/** Reads and makes EFI_SIGNATURE_LISTs, of which db, dbx and the other variables with keys consist (UEFI specification 2.10, 32.4.1). */

import { guidBytes } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';

/** EFI_CERT_X509_GUID, and those of hashes of programs and of certificates. */
export const SIGNATURE_TYPE = {
  x509: 'a5c059a1-94e4-4aa7-87b5-ab155c2bf072',
  sha256: 'c1c41626-504c-4092-aca9-41f936934328',
  sha384: 'ff3e5307-9fd0-48c9-85f1-8ad56c701e01',
  sha512: '093e0fae-a6c4-4f50-9f1b-d41e2b89c19a',
  x509Sha256: '3bd2a492-96c0-4079-b420-fcf98ef103ed',
  x509Sha384: '7076876e-80c2-4ee6-aad2-28b349a6865b',
  x509Sha512: '446dbf63-2502-4cda-bcfa-2465d2b0fe9d',
} as const;

export interface SignatureEntry {
  /** GUID that says what follows the owner. */
  readonly type: string;
  /** EFI_SIGNATURE_DATA: the owner, then a certificate or a hash. */
  readonly data: Uint8Array;
  /** Whether it is the first of its list: of a list of certificates shim looks at no other (verify.c, check_db_cert_in_ram). */
  readonly first: boolean;
}

interface SignatureLists {
  /** Those before the first damaged list. */
  readonly entries: readonly SignatureEntry[];
  /** Whether the bytes are lists from their first to their last. */
  readonly whole: boolean;
}

export const OWNER_BYTES = 16;
const LIST_HEADER_BYTES = 28;
/** More than any variable has: dbx of 2026 has about 450. */
const MOST_ENTRIES = 4096;
const SUBJECT: Subject = { what: 'the list of keys', hint: 'Give a whole firmware image.' };

export function readSignatureLists(bytes: Uint8Array): SignatureLists {
  const entries: SignatureEntry[] = [];
  const reader = new Reader(bytes, SUBJECT);
  try {
    while (reader.left > 0 && entries.length < MOST_ENTRIES) {
      const type = reader.guid('the type of a list');
      const size = reader.u32('the size of a list');
      const header = reader.u32('the size of the header of a list');
      const each = reader.u32('the size of an entry');
      const list = new Reader(reader.take(Math.max(0, size - LIST_HEADER_BYTES), 'a list'), SUBJECT);
      list.skip(header, 'the header of a list');
      if (each <= OWNER_BYTES) return { entries, whole: false };
      for (let first = true; list.left >= each && entries.length < MOST_ENTRIES; first = false) {
        entries.push({ type, data: list.take(each, 'an entry'), first });
      }
      if (list.left > 0) return { entries, whole: false };
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { entries, whole: false };
  }
  return { entries, whole: reader.left === 0 };
}

/**
 * A list with one entry.
 * @param data a certificate as DER, or a hash
 * @param owner GUID of who has enrolled the entry; it is measured, too
 */
export function signatureList(
  type: keyof typeof SIGNATURE_TYPE,
  data: Uint8Array,
  owner: string,
): Uint8Array {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(LIST_HEADER_BYTES + OWNER_BYTES + data.length, 0);
  sizes.writeUInt32LE(OWNER_BYTES + data.length, 8);
  return Buffer.concat([guidBytes(SIGNATURE_TYPE[type]), sizes, guidBytes(owner), data]);
}
