/** The release of a kernel, as its image says it. */

import { statSync } from 'node:fs';
import { type StubMeasures, stubMeasures } from '../tdx/linux-stub.ts';
import { knownContent } from './content.ts';
import { GuestError, NotBzImageError, TruncatedKernelError } from './errors.ts';
import { readHead } from './file.ts';

/** Field offsets in the setup header: Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header". */
const SETUP_SECTS = 0x1f1;
const SYSSIZE = 0x1f4;
const HEADER_MAGIC = 0x202;
const KERNEL_VERSION = 0x20e;
const LOADFLAGS = 0x211;
const LOADED_HIGH = 0x01;
const SECTOR = 512;
const MAX_VERSION = 512;

/** The most bytes of setup code: 255 sectors after the first. */
const HEAD = 256 * SECTOR;

/**
 * The release of a kernel file, from its first bytes alone.
 * @throws as {@link readKernelRelease}; the system's error where the file cannot be read
 */
export function kernelRelease(path: string): string {
  return readKernelRelease(readHead(path, HEAD), statSync(path).size);
}

/** Whether the EFI stub of a kernel measures command line and initrd; undefined where the kernel does not say its release. */
export function stubOf(kernel: Uint8Array): StubMeasures | undefined {
  try {
    return stubMeasures(readKernelRelease(kernel), kernel);
  } catch (error) {
    if (error instanceof GuestError) return undefined;
    throw error;
  }
}

/**
 * Checks the header of a bzImage.
 * @param size bytes of the whole image, of which `bzImage` may be only the beginning
 * @returns as `uname -r` prints it, for example `6.1.0-56-cloud-amd64`; empty where the image does not say it. Untrusted text
 * @throws NotBzImageError; TruncatedKernelError where the image is shorter than its header says. Signatures may follow it
 */
export function readKernelRelease(bzImage: Uint8Array, size = bzImage.length): string {
  const image = Buffer.from(bzImage.buffer, bzImage.byteOffset, bzImage.byteLength);
  const other = knownAs(image);
  if (other !== undefined) throw new NotBzImageError(other);
  if (image.length < LOADFLAGS + 1) throw new NotBzImageError(`it is too short (${image.length} bytes)`);
  if (image.toString('latin1', HEADER_MAGIC, HEADER_MAGIC + 4) !== 'HdrS') {
    if (image.toString('latin1', 0, 2) !== 'MZ') throw new NotBzImageError("it has no 'HdrS' at 0x202");
    const unified =
      "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
    throw new NotBzImageError(unified, true);
  }
  if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
    throw new NotBzImageError('its header clears LOADED_HIGH, so it is an old zImage');
  }
  const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
  const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
  if (size < expectedSize) throw new TruncatedKernelError(expectedSize, size);
  return versionString(image, setupSize).split(' ', 1)[0] ?? '';
}

/** Whether a release, which the image chooses and which may be hostile, is safe as a part of one file's name. */
export function isSafeRelease(release: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/.test(release) && !release.includes('..');
}

/** What the file is instead of a bzImage, as far as its first bytes tell. An EFI program is one thing more that a firmware starts. */
function knownAs(image: Buffer): string | undefined {
  const known = knownContent(image);
  return known === undefined || ['a Linux kernel (bzImage)', 'an EFI program'].includes(known.name)
    ? undefined
    : `it is ${known.name}`;
}

/** The string at the offset in kernel_version, which lies in the setup sectors; empty where the kernel has no such string. */
function versionString(image: Buffer, setupSize: number): string {
  const pointer = image.readUInt16LE(KERNEL_VERSION);
  const start = pointer + SECTOR;
  if (pointer === 0 || start >= setupSize) return '';
  const text = image.toString('latin1', start, Math.min(start + MAX_VERSION, setupSize));
  return text.split('\0', 1)[0] ?? '';
}
