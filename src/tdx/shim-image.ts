/** Reads a shim image (rhboot/shim): its version and the lists of keys that it was built with. */

import { DER } from './der.ts';
import { finderIn, type ProgramSection, sectionsIn } from './efi-program.ts';
import { Reader, type Subject, unlessDamaged } from './reader.ts';
import { signatureList } from './signature-lists.ts';

export interface ShimImage {
  /** Such as 16.1, as numbers. */
  readonly version: readonly [major: number, minor: number];
  /** Content of MokList and MokListX as shim hashes them: EFI_SIGNATURE_LISTs. */
  readonly keys: Uint8Array;
  readonly revoked: Uint8Array;
  /** Whether MokListX has `revoked`: Ubuntu's shim leaves out what it was built with (ubuntu-no-addend-vendor-dbx.patch). */
  readonly showsRevoked: boolean;
  /** Whether `keys` are lists that shim was built with (vendor_db), and not one certificate. */
  readonly hasVendorDb: boolean;
  /** SbatLevel that shim sets by default under Secure Boot, where shim has one: `sbat,1,2025021800\n…`. */
  readonly sbatLevel: Uint8Array | undefined;
  /** Whether shim trusts a key that was made for its build, too, whose certificate is in no section of its own. */
  readonly hasBuildKey: boolean;
}

/** The vendor of shim's variables, and the owner of its keys (shim lib/guid.c). */
export const SHIM_LOCK = '605dab50-e046-4300-abb6-3dd810dd8b23';
const SUBJECT: Subject = { what: 'the shim', hint: 'Give a whole image of shim.' };
const VERSION = /UEFI SHIM\n\$Version: (\d+)\.(\d+)/;
/** A message of shim's with ENABLE_SHIM_CERT (verify.c). */
const BUILD_KEY = Buffer.from('AuthenticodeVerify(shim_cert)', 'utf16le');

/** Undefined for another program, also for a damaged one. */
export function readShimImage(program: Uint8Array): ShimImage | undefined {
  return unlessDamaged(
    () => readShim(program),
    () => undefined,
  );
}

function readShim(program: Uint8Array): ShimImage | undefined {
  const sections = sectionsIn(program);
  const find = finderIn(sections);
  const vendor = find('.vendor_cert');
  const [, major, minor] = VERSION.exec(Buffer.from(program).toString('latin1')) ?? [];
  if (vendor === undefined || major === undefined) return undefined;
  const keys = vendorData(vendor, 'keys');
  return {
    version: [Number(major), Number(minor)],
    keys: listOf(keys),
    hasVendorDb: keys.length > 0 && keys[0] !== DER.sequence,
    sbatLevel: levelIn(find('.sbatlevel')),
    revoked: listOf(vendorData(vendor, 'revocations')),
    showsRevoked: showsRevoked(sections),
    hasBuildKey: Buffer.from(program).includes(BUILD_KEY),
  };
}

/** Bytes of a relocation (Elf64_Rela), its type for a pointer within the image, and the most that are read. */
const [RELOCATION, RELATIVE, MOST_RELOCATIONS] = [24, 8n, 65_536];
/** Where an entry of mok_state_variable_data has the address of the list that was built in (shim shim.h, 15.7 to 16.1). */
const ADDEND = 64n;
const NAME = Buffer.from('MokListX\0', 'utf16le');

/** The entry of MokListX is that whose first pointer is the name; one without a relocation is NULL. As upstream where there is no table. */
function showsRevoked(sections: readonly ProgramSection[]): boolean {
  const table = sections.find(({ name }) => name === '.rela')?.content ?? new Uint8Array();
  const reader = new Reader(table, SUBJECT);
  const targets = new Map<bigint, bigint>();
  for (let left = Math.min(Math.floor(table.length / RELOCATION), MOST_RELOCATIONS); left > 0; left--) {
    const [at, type, target] = [reader.u64('a pointer'), reader.u64('its type'), reader.u64('its target')];
    if (type === RELATIVE) targets.set(at, target);
  }
  const names = new Set<bigint>();
  for (const { address, content } of sections) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    for (let at = bytes.indexOf(NAME); at >= 0; at = bytes.indexOf(NAME, at + NAME.length)) {
      names.add(BigInt(address + at));
    }
  }
  const entry = [...targets].find(([, target]) => names.has(target));
  return entry === undefined || targets.has(entry[0] + ADDEND);
}

/** Behind the number of the format are the offsets of two texts, counted from the first offset (shim sbat_var.S). */
function levelIn(section: Uint8Array | undefined): Uint8Array | undefined {
  if (section === undefined) return undefined;
  const reader = new Reader(section, SUBJECT);
  reader.skip(4, 'the format of SbatLevel');
  const offset = reader.u32('where SbatLevel is');
  reader.skip(Math.max(0, offset - 4), 'what is before SbatLevel');
  const rest = reader.rest();
  const end = rest.indexOf(0);
  return end < 0 ? undefined : rest.subarray(0, end);
}

/** The keys, or the revocations: a table begins with two sizes and two offsets (shim cert.S, cert_table). */
function vendorData(table: Uint8Array, of: 'keys' | 'revocations'): Uint8Array {
  const head = new Reader(table, SUBJECT);
  const sizes = [head.u32('the size of the keys'), head.u32('the size of the revocations')] as const;
  const offsets = [head.u32('where the keys are'), head.u32('where the revocations are')] as const;
  const index = of === 'keys' ? 0 : 1;
  return new Reader(table, SUBJECT, offsets[index]).take(sizes[index], 'the list');
}

/** Lists are taken as they are, and a certificate gets a list (shim mok.c, mirror_one_mok_variable). */
function listOf(data: Uint8Array): Uint8Array {
  if (data.length === 0) return EMPTY_LIST;
  return data[0] === DER.sequence ? signatureList('x509', data, SHIM_LOCK) : data;
}

/** What shim writes for a list without entries: one SHA-256 of zeros. */
export const EMPTY_LIST = signatureList('sha256', Buffer.alloc(32), SHIM_LOCK);
