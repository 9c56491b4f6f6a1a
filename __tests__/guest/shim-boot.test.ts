/** shim and GRUB on an EFI System Partition: which programs start one after the other, and which kernel. */

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inspectBootDisk, readDiskProgram } from '../../src/guest/boot-disk.ts';
import { makeBootDisk } from '../support/boot-disk.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildGrub, buildShim } from '../tdx/grub-builder.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

const directory = scratchDirectory('shim');

let count = 0;

describe('what shim starts', () => {
  const [shim, other, grub] = [buildShim(), buildShim({ version: '15.8' }), buildGrub()];
  const csv = (text: string): Buffer => Buffer.from(`\ufeff${text}\r\n`, 'utf16le');
  const kernel = buildKernel();
  kernel.writeUInt16LE(1, kernel.readUInt32LE(0x3c) + 24 + 44);
  const debian = {
    ...{ 'EFI/BOOT/BOOTX64.EFI': shim, 'EFI/BOOT/grubx64.efi': grub, vmlinuz: kernel },
    'EFI/debian/grub.cfg': 'set timeout=0\nmenuentry Debian { linux /vmlinuz quiet }\n',
  };
  const ubuntu = {
    ...{ ...debian, 'EFI/BOOT/fbx64.efi': kernel, 'EFI/ubuntu/shimx64.efi': other },
    ...{ 'EFI/ubuntu/grubx64.efi': grub, 'EFI/ubuntu/BOOTX64.CSV': csv('shimx64.efi,Ubuntu,,a comment') },
  };
  const entry = { kernel, cmdline: 'BOOT_IMAGE=/vmlinuz quiet', initrds: [] };
  const read = (files: Record<string, string | Buffer>) =>
    readDiskProgram({ path: makeBootDisk(join(directory, `${count++}.img`), { files }) });

  test('GRUB, and the kernel of its grub.cfg', () => {
    expect(read(debian)).toMatchObject({ program: shim, shim: { grub, entry } });
    expect(read(debian)?.shim).not.toHaveProperty('fallback');
  });

  test('GRUB, whose default entry has the command line, of a kernel and an initrd of any size', () => {
    const large = Buffer.concat([kernel, Buffer.alloc(2 * 1024 * 1024)]);
    const config = 'set timeout=0\nmenuentry Debian {\nlinux /vmlinuz console=tty0\ninitrd /initrd\n}\n';
    const inspect = (text: string) => {
      const files = { ...debian, vmlinuz: large, initrd: large, 'EFI/debian/grub.cfg': text };
      return inspectBootDisk({ path: makeBootDisk(join(directory, `${count++}.img`), { files }) });
    };
    const text = 'BOOT_IMAGE=/vmlinuz console=tty0';
    expect(inspect(config)).toEqual({ cmdlines: [{ file: "GRUB's default entry", text }] });
    // What depends on the machine says nothing.
    expect(inspect('blscfg\n')).toEqual({ cmdlines: [] });
  });

  test('fbx64.efi, which starts the shim that BOOTX64.CSV names', () => {
    expect(read(ubuntu)?.shim).toEqual({ fallback: { program: kernel, shim: other }, grub, entry });
  });

  test.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['without GRUB', { 'EFI/BOOT/BOOTX64.EFI': shim }, /no grubx64\.efi beside the shim/],
    ['with options.csv', { ...debian, 'EFI/BOOT/options.csv': 'x' }, /options\.csv is not known/i],
    [
      'with certificates',
      { ...debian, 'EFI/BOOT/shim_certificate.efi': 'x' },
      /shim_certificate\.efi is not known/i,
    ],
    ['with two systems', { ...ubuntu, 'EFI/other/BOOTX64.CSV': csv('a.efi,B,,') }, /finds 2 programs/],
    ['with no system', { ...debian, 'EFI/BOOT/fbx64.efi': kernel }, /finds no BOOTX64\.CSV/],
    [
      'with a system without shim',
      { ...ubuntu, 'EFI/ubuntu/BOOTX64.CSV': csv('x.efi,B,,') },
      /has no x\.efi/,
    ],
    [
      'with arguments for shim',
      { ...ubuntu, 'EFI/ubuntu/BOOTX64.CSV': csv('shimx64.efi,B,x,') },
      /a label alone/,
    ],
  ])('a disk %s: not known', (_what, files, reason) => {
    expect(read(files)?.shim).toEqual({ reason: expect.stringMatching(reason) });
  });

  test.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['without grub.cfg', { 'EFI/debian/grub.cfg': '' }, /GRUB boots no kernel/],
    [
      'with another command',
      { 'EFI/debian/grub.cfg': '\nblscfg\n' },
      /^\/EFI\/debian\/grub\.cfg:2: what blscfg does/,
    ],
    [
      'whose GRUB brings commands',
      { 'EFI/BOOT/grubx64.efi': buildGrub({ config: 'normal' }) },
      /brings commands/,
    ],
  ])('a disk %s: the programs alone', (_what, files, reason) => {
    expect(read({ ...debian, ...files })?.shim).toMatchObject({
      entry: { reason: expect.stringMatching(reason) },
    });
  });
});
