/** Secure Boot: which entry of db lets an EFI program start, which the firmware measures, and which entry of dbx forbids it. */

import { createHash, X509Certificate } from 'node:crypto';
import { authenticode, certificatesOf } from './authenticode.ts';
import { elementsOf } from './der.ts';
import type { Unpredictable } from './prediction.ts';
import { OWNER_BYTES, readSignatureLists, SIGNATURE_TYPE, type SignatureEntry } from './signature-lists.ts';
import type { SecureVariables } from './variable-store.ts';

/** More than any db or dbx has; each takes a signature's check for each certificate of a program. */
const MOST_CERTIFICATES = 64;

/** What decides under Secure Boot whether a program starts: the contents of two variables, each a list of EFI_SIGNATURE_LISTs. */
interface KeyLists {
  readonly db: Uint8Array;
  readonly dbx: Uint8Array;
}

const HASHES = ['sha256', 'sha384', 'sha512'] as const;
/** Hashes of the part of a certificate that is signed, with the time from which on it is revoked. */
const CERTIFICATE_HASHES = { sha256: 'x509Sha256', sha384: 'x509Sha384', sha512: 'x509Sha512' } as const;

/**
 * The EFI_SIGNATURE_DATA that DxeImageVerificationLib measures when it lets a program start: the first certificate of db
 * that the program's signature leads to, else its hash (edk2 SecurityPkg/Library/DxeImageVerificationLib). Whether the
 * signature itself holds is not checked here.
 * @param what the program is, for people
 * @returns why the firmware does not start the program, or why that is not known
 */
export function authorityOf(
  program: Uint8Array,
  { db, dbx }: KeyLists,
  what = 'this kernel',
): Uint8Array | Unpredictable {
  const own = certificatesOf(program).flatMap(parsed);
  const refused = (why: string): Unpredictable => ({
    reason: `Secure Boot is on, and the firmware does not start ${what}: ${why}`,
  });
  const { entries: forbidden, whole } = readSignatureLists(dbx);
  const { entries } = readSignatureLists(db);
  if (!whole) return { reason: 'dbx is damaged, or too long to be read' };
  if ([entries, forbidden].some((list) => certificatesIn(list).length > MOST_CERTIFICATES)) {
    return { reason: `db or dbx has more than ${MOST_CERTIFICATES} certificates, which are not looked at` };
  }
  const forbids = forbidden.length === 0 ? undefined : whyForbidden(program, own, forbidden);
  if (forbids !== undefined) return refused(forbids);
  const trusted = certificatesIn(entries).find(({ data }) => leadsTo(own, contentOf(data)));
  if (trusted !== undefined) {
    const [root] = parsed(contentOf(trusted.data));
    return root !== undefined && isRevoked(root, forbidden)
      ? refused('dbx has the hash of the certificate that its signature leads to')
      : trusted.data;
  }
  const known = entryWithHash(program, entries);
  if (known !== undefined) return known.data;
  return refused(own.length === 0 ? 'it has no signature' : 'none of its certificates leads to one in db');
}

/** What lets programs start, of a firmware image; empty where it is not set. */
export function keyListsOf({ measured }: Pick<SecureVariables, 'measured'>): KeyLists {
  const find = (wanted: string): Uint8Array =>
    measured.find(({ name }) => name === wanted)?.data ?? new Uint8Array();
  return { db: find('db'), dbx: find('dbx') };
}

/**
 * What the firmware measures when it lets a program start: an entry of db, or nothing while Secure Boot is off.
 * @param what the program is, for people
 * @returns why the firmware does not start the program
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function admission(
  firmware: Pick<SecureVariables, 'secureBoot' | 'measured'>,
  what: string,
  program: Uint8Array,
): readonly Uint8Array[] | Unpredictable {
  if (firmware.secureBoot !== 'on') return [];
  const entry = authorityOf(program, keyListsOf(firmware), what);
  return entry instanceof Uint8Array ? [entry] : entry;
}

/** Firmware compares the hash that the signature is made with, and of a program without a signature each hash. */
function whyForbidden(
  program: Uint8Array,
  own: readonly X509Certificate[],
  entries: readonly SignatureEntry[],
): string | undefined {
  if (entryWithHash(program, entries) !== undefined) return 'dbx has its hash';
  if (certificatesIn(entries).some(({ data }) => leadsTo(own, contentOf(data)))) {
    return 'one of its certificates leads to one in dbx';
  }
  return own.some((one) => isRevoked(one, entries))
    ? 'dbx has the hash of one of its certificates'
    : undefined;
}

/** A revocation may begin at a time, and a signature say that it is older: neither is looked at, so such a program has no value. */
function isRevoked(certificate: X509Certificate, entries: readonly SignatureEntry[]): boolean {
  const [outer] = elementsOf(certificate.raw);
  const [signed] = elementsOf(outer?.body);
  return HASHES.some((hash) => {
    const type = SIGNATURE_TYPE[CERTIFICATE_HASHES[hash]];
    const listed = entries.filter((entry) => entry.type === type);
    if (listed.length === 0 || signed === undefined) return false;
    const digest = createHash(hash).update(signed.whole).digest();
    return listed.some(({ data }) => digest.equals(contentOf(data).subarray(0, digest.length)));
  });
}

function entryWithHash(program: Uint8Array, entries: readonly SignatureEntry[]): SignatureEntry | undefined {
  for (const hash of HASHES) {
    const listed = entries.filter(({ type }) => type === SIGNATURE_TYPE[hash]);
    if (listed.length === 0) continue;
    const digest = Buffer.from(authenticode(program, hash), 'hex');
    const found = listed.find(({ data }) => digest.equals(contentOf(data)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function certificatesIn(entries: readonly SignatureEntry[]): readonly SignatureEntry[] {
  return entries.filter(({ type }) => type === SIGNATURE_TYPE.x509);
}

function contentOf(data: Uint8Array): Uint8Array {
  return data.subarray(OWNER_BYTES);
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
