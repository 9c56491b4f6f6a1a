/** What a firmware image of a scenario is, as far as a launch has to know, and whether it is a whole one. */

import { readFileSync, statSync } from 'node:fs';
import type { Firmware } from '../scenario/scenario.ts';
import { hasPayload, MetadataError, parseMetadata } from '../tdx/metadata.ts';
import { isTdShim } from '../tdx/possible-values.ts';
import { DataError } from '../tdx/reader.ts';
import { readTdvfImage } from '../tdx/tdvf-image.ts';
import { codeOf } from '../words/errors.ts';
import { knownContent } from './content.ts';
import { readHead, requireFile } from './file.ts';

/**
 * Whether the firmware is td-shim for Linux, which takes kernel and command line into sections of its own. An image that
 * cannot be read, or has no TDX metadata, does not: checkFiles reports such an image.
 */
export function takesPayload(firmware: Firmware | undefined): boolean {
  if (firmware === undefined) return false;
  if ('request' in firmware) return firmware.request.name === 'td-shim';
  if (!('image' in firmware)) return false;
  try {
    return hasPayload(parseMetadata(readFileSync(firmware.image)));
  } catch (error) {
    if (error instanceof MetadataError || codeOf(error) !== undefined) return false;
    throw error;
  }
}

const DAMAGED: Readonly<Record<string, string>> = {
  'not-firmware': 'a file that is no firmware image',
  'no-tdx-metadata': 'firmware without TDX metadata',
};

/**
 * What an image shows of itself, for people. Reads its compressed volumes, which takes up to a second.
 * @throws Error of the file system
 */
export function describeFirmware(file: string): string {
  const image = readFileSync(file);
  try {
    const metadata = parseMetadata(image);
    if (hasPayload(metadata)) return 'td-shim';
    if (isTdShim(metadata, image)) return 'td-shim with its payload in the image';
    const { drivers } = readTdvfImage(image, metadata);
    if (drivers === undefined) return 'firmware with TDX metadata, whose volumes cannot be read';
    return drivers.measures ? 'TDVF' : 'OVMF with TDX metadata, which extends no RTMR';
  } catch (error) {
    if (error instanceof MetadataError) return DAMAGED[error.code] ?? 'firmware with damaged TDX metadata';
    if (error instanceof DataError) return 'firmware with damaged variables or volumes';
    throw error;
  }
}

/** EFI_SYSTEM_NV_DATA_FV_GUID, by which a volume of variables is told from one of code (edk2 MdeModulePkg.dec). */
const VARIABLES = Buffer.from('8d2bf1ff96768b4ca9852747075b4f50', 'hex');
/** A firmware volume: its file system's GUID, its length in bytes, its signature (Platform Initialization 1.8, volume 3). */
const VOLUME = { guid: 16, length: 32, signature: 40 } as const;
const HEADER = 4096;
/** QEMU maps an image for -bios in whole units of so many bytes (hw/i386/x86-common.c, x86_bios_rom_init). */
const BIOS_UNIT = 64 * 1024;

/** Which half of a flash image edk2 made the file for; undefined: it is no half, or it begins as no firmware volume does. */
function flashHalf(file: string): 'code' | 'vars' | undefined {
  const head = readHead(file, HEADER);
  if (!beginsWithVolume(head)) return undefined;
  const { size } = statSync(file);
  if (!head.subarray(VOLUME.guid).subarray(0, VARIABLES.length).equals(VARIABLES)) return 'code';
  return head.readBigUInt64LE(VOLUME.length) === BigInt(size) ? 'vars' : undefined;
}

/** Whether the image begins with a firmware volume, as edk2's do whatever their names, and td-shim's do not. Reads its head only. */
export function isEdk2Image(file: string): boolean {
  return beginsWithVolume(readHead(file, HEADER));
}

function beginsWithVolume(head: Buffer): boolean {
  return head.toString('latin1', VOLUME.signature, VOLUME.signature + 4) === '_FVH';
}

/**
 * Refuses a file of another size than a firmware image has, and half of a flash image where a whole image is wanted. QEMU
 * takes a code half in whole units, which then keeps its variables in memory.
 * @throws Error that says what to name instead
 */
export function requireWholeFirmware(file: string): void {
  const half = flashHalf(file);
  const { size } = statSync(file);
  const both = 'name both: firmware: { code: OVMF_CODE.fd, vars: OVMF_VARS.fd }';
  if (half === 'vars') throw new Error(`is a store of variables without the firmware: ${both}`);
  if (size % BIOS_UNIT === 0) return;
  throw new Error(
    half === 'code'
      ? `is the code of a flash image without its variables: ${both}. A Trust Domain needs an image that has both (OVMF.fd)`
      : `${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`,
  );
}

/**
 * Refuses a file that is no half of a flash image, or the other half.
 * @throws Error that says what the file is
 */
export function requireFlash(file: string, wanted: 'code' | 'vars'): void {
  requireFile(file);
  const half = flashHalf(file);
  if (half !== undefined && half !== wanted) {
    throw new Error(`is ${half === 'vars' ? 'a store of variables' : 'code'}: code and vars are exchanged`);
  }
  const found = knownContent(readHead(file, HEADER));
  if (found !== undefined) throw new Error(`is no flash image: it is ${found.name}. QEMU wants it raw`);
}
