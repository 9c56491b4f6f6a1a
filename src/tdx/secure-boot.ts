/** Secure Boot: which entry of db lets an EFI program start. The firmware measures that entry. */

import { X509Certificate } from 'node:crypto';
import { authenticode, certificatesOf } from './authenticode.ts';
import type { Unpredictable } from './prediction.ts';
import { DataError, Reader, type Subject } from './reader.ts';
import type { SecureVariables } from './variable-store.ts';

const SUBJECT: Subject = { what: 'the db of the image', hint: 'Give a whole firmware image.' };
/** EFI_CERT_X509_GUID and EFI_CERT_SHA256_GUID. */
const X509 = 'a5c059a1-94e4-4aa7-87b5-ab155c2bf072';
const SHA256 = 'c1c41626-504c-4092-aca9-41f936934328';
const OWNER_BYTES = 16;
const LIST_HEADER_BYTES = 28;
/** More than any db has; one takes a signature's check for each certificate of a program. */
const MOST_ENTRIES = 256;

interface Entry {
  readonly type: string;
  /** EFI_SIGNATURE_DATA: the owner, then a certificate or a hash. */
  readonly data: Uint8Array;
}

/**
 * The EFI_SIGNATURE_DATA that DxeImageVerificationLib measures when it lets a program start: the first certificate of db
 * that the program's signature leads to, else its hash (edk2 SecurityPkg/Library/DxeImageVerificationLib). Whether the
 * signature itself holds, and what dbx forbids, is not checked here.
 * @param db content of the variable db, which is a list of EFI_SIGNATURE_LISTs
 * @param what the program is, for people
 */
export function authorityOf(
  program: Uint8Array,
  db: Uint8Array,
  what = 'this kernel',
): Uint8Array | Unpredictable {
  const entries = entriesOf(db);
  const own = certificatesOf(program).flatMap(parsed);
  const trusted = entries.find(({ type, data }) => type === X509 && leadsTo(own, data.subarray(OWNER_BYTES)));
  if (trusted !== undefined) return trusted.data;
  const digest = authenticode(program, 'sha256');
  const known = entries.find(
    ({ type, data }) => type === SHA256 && Buffer.from(data.subarray(OWNER_BYTES)).toString('hex') === digest,
  );
  if (known !== undefined) return known.data;
  const has = own.length === 0 ? 'it has no signature' : 'none of its certificates leads to one in db';
  return { reason: `Secure Boot is on, and the firmware does not start ${what}: ${has}` };
}

/** The variable db of a firmware image; empty where it is not set. */
export function dbOf({ measured }: Pick<SecureVariables, 'measured'>): Uint8Array {
  return measured.find(({ name }) => name === 'db')?.data ?? new Uint8Array();
}

/**
 * Why Secure Boot keeps a program from starting; undefined where the program starts.
 * @param what the program is, for people
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function refusedBySecureBoot(
  firmware: Pick<SecureVariables, 'secureBoot' | 'measured'>,
  what: string,
  program: Uint8Array,
): Unpredictable | undefined {
  if (firmware.secureBoot !== 'on') return undefined;
  const entry = authorityOf(program, dbOf(firmware), what);
  return entry instanceof Uint8Array ? undefined : entry;
}

/** The entries up to the first damaged list. */
function entriesOf(db: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  try {
    const reader = new Reader(db, SUBJECT);
    while (reader.left > 0 && entries.length < MOST_ENTRIES) {
      const type = reader.guid('the type of a list');
      const size = reader.u32('the size of a list');
      const header = reader.u32('the size of the header of a list');
      const each = reader.u32('the size of an entry');
      const list = new Reader(reader.take(Math.max(0, size - LIST_HEADER_BYTES), 'a list'), SUBJECT);
      list.skip(header, 'the header of a list');
      if (each <= OWNER_BYTES) return entries;
      while (list.left >= each && entries.length < MOST_ENTRIES) {
        entries.push({ type, data: list.take(each, 'an entry') });
      }
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return entries;
}

function parsed(der: Uint8Array): X509Certificate[] {
  try {
    return [new X509Certificate(der)];
  } catch {
    // Firmware does not read it either.
    return [];
  }
}

/** One of the program's certificates is the trusted one, or is signed by its key. */
function leadsTo(own: readonly X509Certificate[], der: Uint8Array): boolean {
  const [trusted] = parsed(der);
  if (trusted === undefined) return false;
  return own.some(
    (certificate) =>
      certificate.raw.equals(trusted.raw) ||
      (certificate.checkIssued(trusted) && certificate.verify(trusted.publicKey)),
  );
}
