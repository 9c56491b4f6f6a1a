/** What shim measures into RTMR0: SbatLevel, and under Secure Boot the keys that let programs start (shim mok.c, sbat.c, verify.c). */

import type { Unpredictable } from './prediction.ts';
import {
  admission,
  certificatesIn,
  contentOf,
  entryWithHash,
  keyListsOf,
  measuredOnce,
} from './secure-boot.ts';
import { SHIM_LOCK, type ShimImage } from './shim-image.ts';
import { readSignatureLists, type SignatureEntry } from './signature-lists.ts';
import { certificateOf, leadsTo, type Signature, signaturesOf } from './signatures.ts';
import { IMAGE_SECURITY, type SecureVariables, type Variable } from './variable-store.ts';

export const SBAT_LEVEL = 'SbatLevel';

/** A program, and what it is for people. */
export type NamedProgram = readonly [what: string, program: Uint8Array];

/** One of the shims that start one after the other. */
export interface RunningShim {
  readonly program: Uint8Array;
  readonly image: ShimImage;
  /** MokListRT and MokListX: the lists of shim, then those of the machine's owner. */
  readonly keys: Uint8Array;
  readonly revoked: Uint8Array;
  /** What this shim checks, in this order; a reason where a program is not known. */
  readonly starts: readonly (NamedProgram | Unpredictable)[];
}

/** From this version on, LoadImage() is shim's own (loader-proto.c): fbx64.efi starts the next shim by that. */
const FIRST_LOADER = 16;
/** The level without Secure Boot (include/sbat_var_defs.h, SBAT_VAR_ORIGINAL). */
const ORIGINAL = Buffer.from('sbat,1,2021030218\n');
/** Extended key usage of keys for modules of the kernel alone, over which shim passes (verify.c, verify_eku). */
const MODULE_SIGNING = '1.3.6.1.4.1.2312.16.1.2';

/**
 * What firmware and shim measure of what lets programs start, in its order. Whether the signatures hold is not checked.
 * @param shims the one that the firmware starts, and the one that fbx64.efi starts
 * @returns why that is not known
 */
export function shimAuthorities(
  firmware: SecureVariables,
  shims: readonly RunningShim[],
): readonly Variable[] | Unpredictable {
  const measured: Variable[] = [];
  const byFirmware = measuredOnce();
  let before: { readonly shim: RunningShim; readonly level: Variable } | undefined;
  for (const [index, shim] of shims.entries()) {
    const isLoadedByShim = before !== undefined && before.shim.image.version[0] >= FIRST_LOADER;
    const admitted = isLoadedByShim ? [] : admission(firmware, 'this shim', shim.program);
    if ('reason' in admitted) return admitted;
    const level = levelOf(shim.image, firmware, before?.level);
    if ('reason' in level) return level;
    const next = shim.image.version[0] >= FIRST_LOADER ? shims[index + 1] : undefined;
    const loaded: RunningShim['starts'] =
      next === undefined ? [] : [['the shim of the system', next.program]];
    const keys = firmware.secureBoot === 'on' ? keysOf(shim, [...shim.starts, ...loaded], firmware) : [];
    if ('reason' in keys) return keys;
    measured.push(...byFirmware(admitted), level, ...measuredOnce()(keys));
    before = { shim, level };
  }
  return measured;
}

/** shim sets the variable unless it is there and as new (sbat.c, set_sbat_uefi_variable). */
function levelOf(
  { sbatLevel, version: [major, minor] }: ShimImage,
  { secureBoot }: SecureVariables,
  before: Variable | undefined,
): Variable | Unpredictable {
  const level = (data: Uint8Array): Variable => ({ guid: SHIM_LOCK, name: SBAT_LEVEL, data });
  const resets = major > 15 || minor > 7;
  if (secureBoot !== 'on' && resets) return level(ORIGINAL);
  if (sbatLevel === undefined) return { reason: 'the level of SBAT that shim sets cannot be read' };
  if (before === undefined || Buffer.from(sbatLevel).equals(before.data)) return level(sbatLevel);
  return { reason: 'the two shims on the disk set different levels of SBAT (SbatLevel)' };
}

function keysOf(
  shim: RunningShim,
  programs: RunningShim['starts'],
  firmware: SecureVariables,
): readonly Variable[] | Unpredictable {
  const keys: Variable[] = [];
  for (const program of programs) {
    const found = 'reason' in program ? program : keysFor(program, shim, firmware);
    if ('reason' in found) return found;
    keys.push(...found);
  }
  return keys;
}

/** The entry with the hash of the program, or one for each of its signatures; db comes first, then the lists of shim (verify.c). */
function keysFor(
  [what, program]: NamedProgram,
  { image, keys, revoked }: RunningShim,
  firmware: SecureVariables,
): readonly Variable[] | Unpredictable {
  const { db, dbx } = keyListsOf(firmware);
  const signatures = signaturesOf(program);
  const refused = (why: string): Unpredictable => ({ reason: `shim does not start ${what}: ${why}` });
  const forbids = [dbx, revoked].some((list) => {
    const { entries } = readSignatureLists(list);
    const isListed = entryWithHash(program, entries, ['sha256']) !== undefined;
    return isListed || signatures.some((one) => keyIn(one, entries) !== undefined);
  });
  if (forbids) return refused('its hash or its key is forbidden');
  const places = [
    { guid: IMAGE_SECURITY, name: 'db', list: db },
    ...(image.hasVendorDb ? [{ guid: IMAGE_SECURITY, name: 'vendor_db', list: image.keys }] : []),
    { guid: SHIM_LOCK, name: 'MokListRT', list: keys },
  ].map(({ guid, name, list }) => ({ guid, name, entries: readSignatureLists(list).entries }));
  const first = (entryOf: (entries: readonly SignatureEntry[]) => SignatureEntry | undefined): Variable[] => {
    for (const { guid, name, entries } of places) {
      const entry = entryOf(entries);
      if (entry !== undefined) return [{ guid, name, data: entry.data }];
    }
    return [];
  };
  const known = first((entries) => entryWithHash(program, entries, ['sha256']));
  if (known.length > 0) return known;
  const found = signatures.flatMap((signature) => first((entries) => keyIn(signature, entries)));
  if (image.hasBuildKey && found.length < signatures.length) {
    return { reason: `shim may start ${what} by a key that was made for its build, which is not known` };
  }
  return found.length === 0 ? refused('no key of db, shim or the owner lets it start') : found;
}

function keyIn(signature: Signature, entries: readonly SignatureEntry[]): SignatureEntry | undefined {
  return certificatesIn(entries)
    .filter(({ first }) => first)
    .find(({ data }) => leadsTo(signature, contentOf(data)) && !isForModules(contentOf(data)));
}

function isForModules(der: Uint8Array): boolean {
  return certificateOf(der).some(({ keyUsage = [] }) => keyUsage.includes(MODULE_SIGNING));
}
