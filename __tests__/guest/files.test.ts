/** The files of a scenario are looked at before anything starts: each problem at the line that names the file. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { checkFiles } from '../../src/guest/files.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, TD_SHIM } from '../tdx/image-builder.ts';

const lab = scratchDirectory('files');

/** The header fields of a bzImage whose code has 16 bytes (Documentation/arch/x86/boot.rst). */
function bzImage(): Buffer {
  const image = Buffer.alloc(5 * 512 + 16);
  image.writeUInt8(4, 0x1f1);
  image.writeUInt32LE(1, 0x1f4);
  image.write('HdrS', 0x202);
  image.writeUInt8(1, 0x211);
  return image;
}

const efi = Buffer.alloc(4096);
efi.write('MZ');
const tdvf = gunzipSync(
  readFileSync(join(import.meta.dirname, '../fixtures/tdx/gce-clean-example-2m.fd.gz')),
);
const FILES: Record<string, Buffer> = {
  bzImage: bzImage(),
  short: bzImage().subarray(0, -1),
  'uki.efi': efi,
  empty: Buffer.alloc(0),
  'tdvf.fd': tdvf,
  'td-shim.bin': Buffer.from(buildImage(TD_SHIM)),
  'plain.fd': Buffer.alloc(128 * 1024),
  'odd.fd': Buffer.alloc(1000),
  'disk.raw': Buffer.alloc(512),
  'disk.vmdk': Buffer.from('KDMV'),
  'kernel.gz': gzipSync('a kernel'),
};
for (const [name, content] of Object.entries(FILES)) writeFileSync(join(lab, name), content);
mkdirSync(join(lab, 'directory'));
execFileSync('mkfifo', [join(lab, 'fifo')]);
symlinkSync('fifo', join(lab, 'link-to-fifo'));
symlinkSync('circle', join(lab, 'circle'));

/** The messages for a scenario with these two lines in it, without the path of the lab. */
function problems(guest: string, rest = ''): string {
  const text = `version: 1\nplatform: emulated\nguest: ${guest}\n${rest}\nsteps: [{ expect: x }]\n`;
  const platform = rest.includes('platform') ? text.replace('platform: emulated\n', '') : text;
  try {
    checkFiles(parseScenario('s.yml', platform, lab));
    return '';
  } catch (error) {
    return String(error instanceof Error ? error.message : error).replaceAll(`${lab}/`, '');
  }
}

describe('the files of a scenario', () => {
  test.each([
    ['a bzImage', '{ kernel: bzImage }', '', ''],
    ['no kernel', '{ kernel: nope }', '', 's.yml:3:18: guest.kernel: nope: no such file or directory'],
    [
      'a directory',
      '{ kernel: directory }',
      '',
      's.yml:3:18: guest.kernel: directory: is a directory, not a file',
    ],
    ['an empty file', '{ kernel: empty }', '', 's.yml:3:18: guest.kernel: empty: is empty'],
    ['an EFI program with a firmware', '{ kernel: uki.efi }', 'firmware: plain.fd', ''],
    ['a firmware', '{ kernel: bzImage }', 'firmware: tdvf.fd', ''],
    ['a TDVF for a TD', '{ kernel: bzImage }', 'platform: tdx\nfirmware: tdvf.fd', ''],
  ])('%s', (_, guest, rest, expected) => {
    expect(problems(guest, rest)).toBe(expected);
  });

  test.each([
    [
      'a truncated kernel',
      '{ kernel: short }',
      '',
      /guest\.kernel: short: .*promises 2576 bytes, the file has 2575/,
    ],
    [
      'an EFI program without a firmware',
      '{ kernel: uki.efi }',
      '',
      /uki\.efi: .*perhaps a unified kernel image/,
    ],
    [
      'a kernel that is compressed, with what to give instead',
      '{ kernel: kernel.gz }',
      '',
      /kernel\.gz: the kernel is not a bzImage: it is gzip-compressed\. Give the bzImage/,
    ],
    [
      'a vmlinux that is none',
      '{ kernel: bzImage, vmlinux: bzImage }',
      '',
      /guest\.vmlinux: .*bzImage cannot decode traces: it is no ELF file\. Give the vmlinux/,
    ],
    [
      'an initrd that is none',
      '{ kernel: bzImage, initrd: uki.efi }',
      '',
      /guest\.initrd: uki\.efi: is no initrd/,
    ],
    [
      'a disk in a foreign format',
      '{ disks: [disk.vmdk] }',
      '',
      /guest\.disks\[1\]: disk\.vmdk: is a VMDK image/,
    ],
    ['a firmware of odd size', '{ kernel: bzImage }', 'firmware: odd.fd', /s\.yml:4:11: firmware: .*64 KiB/],
    [
      'a td-shim without a TD: it would hang without a byte of output',
      '{ kernel: bzImage }',
      'firmware: td-shim.bin',
      /s\.yml:4:11: firmware: .*td-shim\.bin: .*td-shim boots with platform tdx only/,
    ],
    [
      'no TDVF for a TD',
      '{ kernel: bzImage }',
      'platform: tdx\nfirmware: plain.fd',
      /plain\.fd: .*TDX metadata/,
    ],
    [
      'a missing disk',
      '{ disks: [disk.raw, gone] }',
      '',
      /^s\.yml:3:28: guest\.disks\[2\]: gone: no such file or directory$/,
    ],
  ])('%s', (_, guest, rest, expected) => {
    expect(problems(guest, rest)).toMatch(expected);
  });

  test('every problem is named', () => {
    expect(problems('{ kernel: nope, initrd: gone }').split('\n')).toHaveLength(2);
  });

  test.each([
    ['a FIFO as kernel', '{ kernel: fifo }', '', 's.yml:3:18: guest.kernel: fifo: is a FIFO, not a file'],
    [
      'a FIFO as initrd',
      '{ kernel: bzImage, initrd: fifo }',
      '',
      's.yml:3:35: guest.initrd: fifo: is a FIFO, not a file',
    ],
    ['a FIFO as disk', '{ disks: [fifo] }', '', 's.yml:3:18: guest.disks[1]: fifo: is a FIFO, not a file'],
    [
      'a FIFO as firmware',
      '{ kernel: bzImage }',
      'firmware: fifo',
      's.yml:4:11: firmware: fifo: is a FIFO, not a file',
    ],
    [
      'a FIFO as flash chip',
      '{ kernel: bzImage }',
      'firmware: { code: fifo, vars: disk.raw }',
      's.yml:4:19: firmware.code: fifo: is a FIFO, not a file',
    ],
    [
      'a link to a FIFO',
      '{ kernel: link-to-fifo }',
      '',
      's.yml:3:18: guest.kernel: link-to-fifo: is a FIFO, not a file',
    ],
    [
      'a directory as disk',
      '{ disks: [directory] }',
      '',
      's.yml:3:18: guest.disks[1]: directory: is a directory, not a file',
    ],
    [
      'a directory as firmware',
      '{ kernel: bzImage }',
      'firmware: directory',
      's.yml:4:11: firmware: directory: is a directory, not a file',
    ],
    [
      'a device',
      '{ kernel: /dev/zero }',
      '',
      's.yml:3:18: guest.kernel: /dev/zero: is a character device, not a file',
    ],
    [
      'a file below a file',
      '{ kernel: empty/kernel }',
      '',
      's.yml:3:18: guest.kernel: empty/kernel: no such file or directory, because a part of its path is a file',
    ],
    [
      'a circle of links',
      '{ kernel: circle }',
      '',
      's.yml:3:18: guest.kernel: circle: is a symbolic link that leads to itself',
    ],
    [
      'modules that are a file',
      '{ kernel: bzImage, modules: empty }',
      '',
      's.yml:3:36: guest.modules: empty: is a file, not a directory',
    ],
    [
      'a FIFO as ACPI tables',
      '{ kernel: bzImage }',
      'platform: tdx\nfirmware: tdvf.fd\nmeasurements: { rtmr0: expected, acpi-tables: fifo }',
      's.yml:5:47: measurements.acpi-tables: fifo: is a FIFO, not a file',
    ],
  ])('%s neither blocks nor is an internal error', (_, guest, rest, expected) => {
    expect(problems(guest, rest)).toBe(expected);
  });
});
