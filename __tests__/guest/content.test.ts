/** A file of another kind than its key wants is refused before the boot, by what it is. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { requireInitrd, requireRawDisk } from '../../src/guest/content.ts';
import { requireFlash, requireWholeFirmware } from '../../src/guest/firmware-image.ts';
import { readKernelRelease } from '../../src/guest/kernel-image.ts';
import { scratchDirectory } from '../support/scratch.ts';

const lab = scratchDirectory('content');
const file = join(lab, 'file');

/** Zeros with a text at an offset. */
function bytes(text: string, at = 0, size = 4096): Buffer {
  const content = Buffer.alloc(size);
  content.write(text, at, 'latin1');
  return content;
}

/** What is said against the file; empty where nothing is. */
function complaint(content: Buffer, check: (path: string) => void): string {
  writeFileSync(file, content);
  try {
    check(file);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('an initrd', () => {
  test.each([
    ['a cpio archive', bytes('070701')],
    ['a cpio archive behind zeros', bytes('070701', 512)],
    ['gzip', gzipSync('x')],
    ['zstd', bytes('\x28\xb5\x2f\xfd')],
    ['an ext2 RAM disk', bytes('\x53\xef', 1080)],
    ['zeros, as far as is looked', Buffer.alloc(8192)],
  ])('%s', (_, content) => {
    expect(complaint(content, requireInitrd)).toBe('');
  });

  test.each([
    ['an ELF file', bytes('\x7fELF'), 'it is an ELF file (vmlinux)'],
    ['a kernel', bytes('HdrS', 0x202), 'it is a Linux kernel (bzImage)'],
    ['a tar archive', bytes('ustar', 257), 'it is a tar archive'],
    ['a cpio archive without -H newc', bytes('070707'), 'write it with cpio -H newc'],
    ['a text', Buffer.from('hello\n'), 'it begins with 68656c6c6f0a'],
  ])('%s is none', (_, content, what) => {
    const said = complaint(content, requireInitrd);
    expect(said).toMatch(/^is no initrd that Linux can unpack: /);
    expect(said).toContain(what);
  });
});

describe('a disk without a format', () => {
  test.each([
    ['raw', bytes('\x55\xaa', 510)],
    ['a file system', bytes('hsqs')],
    ['an encrypted volume of the guest', bytes('LUKS\xba\xbe')],
  ])('%s', (_, content) => {
    expect(complaint(content, requireRawDisk)).toBe('');
  });

  test.each([
    ['VMDK', bytes('KDMV'), 'is a VMDK image, and disks are raw or qcow2: convert it with "qemu-img convert'],
    ['a VMDK descriptor', bytes('# Disk DescriptorFile\n'), 'is a VMDK descriptor'],
    ['VHDX', bytes('vhdxfile'), 'is a VHDX image'],
    ['VDI', bytes('\x7f\x10\xda\xbe', 64), 'is a VDI image'],
    ['gzip', gzipSync('x'), 'is gzip-compressed: decompress it, or write format: raw'],
  ])('%s is refused', (_, content, what) => {
    expect(complaint(content, requireRawDisk)).toContain(what);
  });
});

describe('a kernel', () => {
  test.each([
    ['arm64', bytes('MZ\0\0', 0).fill('ARM\x64', 56, 60, 'latin1'), 'it is a kernel for arm64'],
    ['32-bit ARM', bytes('\x18\x28\x6f\x01', 36), 'it is a zImage for 32-bit ARM'],
    ['RISC-V', bytes('RSC\x05', 56), 'it is a kernel for RISC-V'],
    ['U-Boot', bytes('\x27\x05\x19\x56'), 'it is a uImage of U-Boot'],
    ['zstd', bytes('\x28\xb5\x2f\xfd'), 'it is zstd-compressed'],
  ])('of %s', (_, content, what) => {
    expect(() => readKernelRelease(content)).toThrow(`the kernel is not a bzImage: ${what}`);
  });
});

/** A firmware volume of `length` bytes in a file of `size`; edk2 makes volumes of variables with a GUID of their own. */
function volume(kind: 'code' | 'vars', length: number, size = length): Buffer {
  const content = bytes('_FVH', 40, size);
  const guid = kind === 'vars' ? '8d2bf1ff96768b4ca9852747075b4f50' : '78e58c8c3d8a1c4f9935896185c32dd3';
  content.write(guid, 16, 'hex');
  content.writeBigUInt64LE(BigInt(length), 32);
  return content;
}

describe('a firmware', () => {
  // The sizes are those of OVMF_VARS.fd, OVMF.fd, OVMF_CODE.fd, OVMF_VARS_4M.fd and OVMF_CODE_4M.fd of Debian.
  const [vars, code] = [volume('vars', 0x20000), volume('code', 0x1ac000, 0x1e0000)];
  const [vars4m, code4m] = [volume('vars', 0x84000), volume('code', 0x348000, 0x37c000)];

  test('a whole image, and code that QEMU can map', () => {
    expect(complaint(volume('vars', 0x20000, 0x200000), requireWholeFirmware)).toBe('');
    expect(complaint(code, requireWholeFirmware)).toBe('');
  });

  test('half an image is refused, with how to name both', () => {
    const both = 'name both: firmware: { code: OVMF_CODE.fd, vars: OVMF_VARS.fd }';
    expect(complaint(vars, requireWholeFirmware)).toBe(
      `is a store of variables without the firmware: ${both}`,
    );
    expect(complaint(vars4m, requireWholeFirmware)).toContain(both);
    expect(complaint(code4m, requireWholeFirmware)).toContain(
      `is the code of a flash image without its variables: ${both}`,
    );
  });

  test('the halves of a flash image may not be exchanged, and are raw', () => {
    expect(complaint(code4m, (path) => requireFlash(path, 'code'))).toBe('');
    expect(complaint(vars4m, (path) => requireFlash(path, 'vars'))).toBe('');
    expect(complaint(vars, (path) => requireFlash(path, 'code'))).toBe(
      'is a store of variables: code and vars are exchanged',
    );
    expect(complaint(code, (path) => requireFlash(path, 'vars'))).toBe(
      'is code: code and vars are exchanged',
    );
    expect(complaint(bytes('QFI\xfb'), (path) => requireFlash(path, 'code'))).toBe(
      'is no flash image: it is a qcow2 image. QEMU wants it raw',
    );
  });
});
