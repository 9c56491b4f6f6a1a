/** Secure Boot: which entry of db lets an EFI program start, which the firmware measures, and which entry of dbx forbids it. */

import { createHash, type X509Certificate } from 'node:crypto';
import { authenticode } from './authenticode.ts';
import { elementsOf } from './der.ts';
import type { Unpredictable } from './prediction.ts';
import { sha384 } from './registers.ts';
import { OWNER_BYTES, readSignatureLists, SIGNATURE_TYPE, type SignatureEntry } from './signature-lists.ts';
import { certificateOf, leadsTo, type Signature, signaturesOf } from './signatures.ts';
import {
  authorityVariable,
  dataOf,
  IMAGE_SECURITY,
  type SecureVariables,
  type Variable,
  variableData,
} from './variable-store.ts';

/** More than any db or dbx has; each takes a signature's check for each certificate of a program. */
const MOST_CERTIFICATES = 64;

/** What decides under Secure Boot whether a program starts: the contents of two variables, each a list of EFI_SIGNATURE_LISTs. */
export interface KeyLists {
  readonly db: Uint8Array;
  readonly dbx: Uint8Array;
}

/** Why the firmware measures no entry of db for a program. */
interface NoAuthority extends Unpredictable {
  /** The firmware does not start the program; absent: whether it does is not known. */
  readonly refused?: true;
}

const HASHES = ['sha256', 'sha384', 'sha512'] as const;
/** Hashes of the part of a certificate that is signed, with the time from which on it is revoked. */
const CERTIFICATE_HASHES = { sha256: 'x509Sha256', sha384: 'x509Sha384', sha512: 'x509Sha512' } as const;

/**
 * The EFI_SIGNATURE_DATA that DxeImageVerificationLib measures when it lets a program start: for the first signature that has one,
 * the first certificate of db that the signature leads to, else the program's hash (edk2
 * SecurityPkg/Library/DxeImageVerificationLib). Whether the signature itself holds is not checked here.
 * @param what the program is, for people
 * @param signature `broken`: the program was changed after it was signed, so its hash alone can let it start
 * @returns why the firmware does not start the program, or why that is not known
 */
export function authorityOf(
  program: Uint8Array,
  lists: KeyLists,
  what = 'this kernel',
  signature: 'whole' | 'broken' = 'whole',
): Uint8Array | Unpredictable {
  const decision = decide(program, lists, what, signature === 'whole');
  return decision instanceof Uint8Array ? decision : { reason: decision.reason };
}

/**
 * Why Secure Boot refuses a kernel; undefined where the kernel starts, or where that is not known.
 * @param changed the kernel as the VMM changes it, where that is known
 */
export function refusalOf(
  kernel: Uint8Array,
  changed: Uint8Array | undefined,
  lists: KeyLists,
): string | undefined {
  const decision = decide(kernel, lists, 'this kernel');
  if (decision instanceof Uint8Array || decision.refused === undefined) return undefined;
  const byHash = changed === undefined ? decision : decide(changed, lists, 'this kernel', false);
  return byHash instanceof Uint8Array ? undefined : decision.reason;
}

function decide(
  program: Uint8Array,
  { db, dbx }: KeyLists,
  what: string,
  signed = true,
): Uint8Array | NoAuthority {
  const signatures = signaturesOf(program);
  const refused = (why: string): NoAuthority => ({
    refused: true,
    reason: `Secure Boot is on, and the firmware does not start ${what}: ${why}`,
  });
  const { entries: forbidden, whole } = readSignatureLists(dbx);
  const { entries } = readSignatureLists(db);
  if (!whole) return { reason: 'dbx is damaged, or too long to be read' };
  if ([entries, forbidden].some((list) => certificatesIn(list).length > MOST_CERTIFICATES)) {
    return { reason: `db or dbx has more than ${MOST_CERTIFICATES} certificates, which are not looked at` };
  }
  const forbids = forbidden.length === 0 ? undefined : whyForbidden(program, signatures, forbidden);
  if (forbids !== undefined) return refused(forbids);
  const known = entryWithHash(program, entries);
  for (const signature of signed ? signatures : []) {
    const trusted = certificatesIn(entries).find(({ data }) => leadsTo(signature, contentOf(data)));
    if (trusted !== undefined) {
      const [root] = certificateOf(contentOf(trusted.data));
      return root !== undefined && isRevoked(root, forbidden)
        ? refused('dbx has the hash of the certificate that its signature leads to')
        : trusted.data;
    }
    if (known !== undefined) return known.data;
  }
  if (known !== undefined) return known.data;
  return refused(
    signatures.length === 0 ? 'it has no signature' : 'none of its certificates leads to one in db',
  );
}

/** What lets programs start, of a firmware image; empty where it is not set. */
export function keyListsOf({ measured }: Pick<SecureVariables, 'measured'>): KeyLists {
  const find = (name: string): Uint8Array => dataOf(measured, { guid: IMAGE_SECURITY, name });
  return { db: find('db'), dbx: find('dbx') };
}

/**
 * What the firmware measures when it lets a program start: an entry of db, or nothing while Secure Boot is off.
 * @param what the program is, for people
 * @returns why the firmware does not start the program
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function admission(
  firmware: SecureVariables,
  what: string,
  program: Uint8Array,
): readonly Variable[] | Unpredictable {
  if (firmware.secureBoot !== 'on') return [];
  const entry = authorityOf(program, keyListsOf(firmware), what);
  return entry instanceof Uint8Array ? [authorityVariable(entry)] : entry;
}

/** Lets each variable pass once: who measures what lets programs start does so once (edk2 Measurement.c, IsDataMeasured; shim tpm.c). */
export function measuredOnce(): (variables: readonly Variable[]) => Variable[] {
  const seen = new Set<string>();
  return (variables) =>
    variables.filter((variable) => {
      const digest = sha384(variableData(variable));
      const isNew = !seen.has(digest);
      seen.add(digest);
      return isNew;
    });
}

/** Firmware compares the hash that the signature is made with, and of a program without a signature each hash. */
function whyForbidden(
  program: Uint8Array,
  signatures: readonly Signature[],
  entries: readonly SignatureEntry[],
): string | undefined {
  if (entryWithHash(program, entries) !== undefined) return 'dbx has its hash';
  const certificates = certificatesIn(entries);
  if (signatures.some((one) => certificates.some(({ data }) => leadsTo(one, contentOf(data))))) {
    return 'one of its certificates leads to one in dbx';
  }
  return signatures.some(({ chains }) => chains.flat().some((one) => isRevoked(one, entries)))
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

/** The entry with a hash of the program. */
export function entryWithHash(
  program: Uint8Array,
  entries: readonly SignatureEntry[],
  hashes: readonly (typeof HASHES)[number][] = HASHES,
): SignatureEntry | undefined {
  for (const hash of hashes) {
    const listed = entries.filter(({ type }) => type === SIGNATURE_TYPE[hash]);
    if (listed.length === 0) continue;
    const digest = Buffer.from(authenticode(program, hash), 'hex');
    const found = listed.find(({ data }) => digest.equals(contentOf(data)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The entries that are certificates. */
export function certificatesIn(entries: readonly SignatureEntry[]): readonly SignatureEntry[] {
  return entries.filter(({ type }) => type === SIGNATURE_TYPE.x509);
}

/** The certificate or hash of an entry, without the owner. */
export function contentOf(data: Uint8Array): Uint8Array {
  return data.subarray(OWNER_BYTES);
}
