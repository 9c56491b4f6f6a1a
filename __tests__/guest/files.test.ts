/** The files of a scenario are looked at before anything starts: each problem at the line that names the file. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkFiles, diskFormat } from '../../src/guest/files.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { buildImage, TD_SHIM } from '../tdx/image-builder.ts';

const lab = mkdtempSync(join(tmpdir(), 'tdx-boot-files-'));
afterAll(() => rmSync(lab, { recursive: true }));

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
  'disk.qcow2': Buffer.from('QFI\xfb', 'latin1'),
};
for (const [name, content] of Object.entries(FILES)) writeFileSync(join(lab, name), content);
mkdirSync(join(lab, 'directory'));

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
    ['no kernel', '{ kernel: nope }', '', 's.yml:3:18: guest.kernel: nope: no such file'],
    ['a directory', '{ kernel: directory }', '', 's.yml:3:18: guest.kernel: directory: is a directory'],
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
      /^s\.yml:3:28: guest\.disks\.1: gone: no such file$/,
    ],
  ])('%s', (_, guest, rest, expected) => {
    expect(problems(guest, rest)).toMatch(expected);
  });

  test('every problem is named', () => {
    expect(problems('{ kernel: nope, initrd: gone }').split('\n')).toHaveLength(2);
  });

  test.each([
    ['disk.raw', 'raw'],
    ['disk.qcow2', 'qcow2'],
  ])('%s is a %s disk', (name, format) => {
    expect(diskFormat({ path: join(lab, name), bus: 'virtio' })).toBe(format);
  });
});
