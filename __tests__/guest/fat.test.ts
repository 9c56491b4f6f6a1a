/** FAT volumes as mkfs.vfat and mtools make them, and what is left of them after an edit or a fault. */

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UnreadableError } from '../../src/guest/errors.ts';
import { FatVolume } from '../../src/guest/fat.ts';
import { runTool } from '../support/boot-disk.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('fat');
const LONG = 'a long name.efi';

let count = 0;
function image(mib: number, ...options: string[]): Buffer {
  const path = join(directory, `${count++}.img`);
  const file = join(directory, 'file');
  writeFileSync(path, '');
  truncateSync(path, mib * 1024 * 1024);
  writeFileSync(file, 'x'.repeat(9000));
  runTool('mkfs.vfat', '-i', '1234abcd', '-n', 'MY BOOT', ...options, path);
  runTool('mmd', '-i', path, '::EFI');
  for (const name of ['SHORT.EFI', LONG]) runTool('mcopy', '-i', path, file, `::EFI/${name}`);
  return readFileSync(path);
}

function open(bytes: Buffer): FatVolume | undefined {
  return FatVolume.open((offset, length) => bytes.subarray(offset, offset + length));
}

const sound = image(4, '-F', '12');

describe('a volume', () => {
  test.each([
    ['FAT12', 4, ['-F', '12'], true],
    ['FAT16', 32, ['-F', '16'], true],
    ['FAT32', 48, ['-F', '32', '-s', '1'], true],
  ])('of %s: its names, and files by their paths', (_type, mib, options, edk2Reads) => {
    const volume = open(image(mib, ...options));
    expect(volume).toMatchObject({ uuid: '1234-ABCD', label: 'MY BOOT', edk2Reads });
    expect(volume?.list('efi').map(({ name }) => name)).toEqual(['SHORT.EFI', LONG]);
    const file = volume?.find(`EFI/${LONG}`);
    expect(file && volume?.readWhole(file, 9000).toString()).toBe('x'.repeat(9000));
  });

  // Microsoft's FAT specification: "if CountOfClusters < 4085 the volume is FAT12".
  test.each([
    [4084, '12', 2],
    [4085, '16', 4],
  ])('of %i clusters is FAT%s', (clusters, type, mib) => {
    const bytes = image(mib, '-F', type, '-s', '1');
    const [reserved, fats, slots, fatSectors] = [14, 16, 17, 22].map((at) =>
      at === 16 ? bytes.readUInt8(at) : bytes.readUInt16LE(at),
    ) as [number, number, number, number];
    bytes.writeUInt16LE(reserved + fats * fatSectors + slots / 16 + clusters, 19);
    const volume = open(bytes);
    const file = volume?.find(`EFI/${LONG}`);
    expect(file && volume?.readWhole(file, 9000).toString()).toBe('x'.repeat(9000));
  });

  // GRUB and Linux read such a volume, edk2 says EFI_VOLUME_CORRUPTED (FatPkg/EnhancedFatDxe/Init.c, FatOpenDevice).
  test('of FAT32 with fewer clusters than FAT32 has is FAT32, but not for edk2', () => {
    // mtools refuses to write there: the root directory has the label alone.
    const path = join(directory, 'few.img');
    writeFileSync(path, '');
    truncateSync(path, 20 * 1024 * 1024);
    runTool('mkfs.vfat', '-i', '1234abcd', '-n', 'FEW', '-F', '32', path);
    const bytes = readFileSync(path);
    expect(open(bytes)).toMatchObject({ uuid: '1234-ABCD', label: 'FEW', edk2Reads: false });
    // Tables that are not mirrored, which edk2 refuses.
    bytes.writeUInt16LE(0x80, 40);
    expect(open(bytes)).toBeUndefined();
  });

  test.each<[string, (sector: Buffer) => void]>([
    ['without a signature', (sector) => sector.writeUInt16LE(0, 510)],
    ['whose sectors have 513 bytes', (sector) => sector.writeUInt16LE(513, 11)],
    ['without tables', (sector) => sector.writeUInt8(0, 16)],
    ['of FAT12 without a root directory', (sector) => sector.writeUInt16LE(0, 17)],
    ['smaller than its tables', (sector) => sector.writeUInt16LE(20, 19)],
  ])('%s is none', (_what, damage) => {
    const bytes = Buffer.from(sound);
    damage(bytes);
    expect(open(bytes)).toBeUndefined();
  });
});

/** Where the entries of EFI begin: behind the directory itself and its parent. */
const entries = sound.indexOf('SHORT   EFI');

describe('a long name', () => {
  const names = (change: (entries: Buffer) => void): string[] | undefined => {
    const bytes = Buffer.from(sound);
    change(bytes.subarray(entries, entries + 5 * 32));
    return open(bytes)
      ?.list('EFI')
      .map(({ name }) => name);
  };

  // The file itself begins at 96, its two parts at 32 and at 64.
  test.each<[string, (bytes: Buffer) => void]>([
    ['whose first part is deleted', (bytes) => bytes.writeUInt8(0xe5, 32)],
    ['whose parts are deleted', (bytes) => [32, 64].map((at) => bytes.writeUInt8(0xe5, at))],
    ['of another short name', (bytes) => bytes.writeUInt8(bytes.readUInt8(32 + 13) ^ 1, 32 + 13)],
    ['whose short name has changed', (bytes) => bytes.write('B', 96)],
    ['whose parts are not in order', (bytes) => bytes.writeUInt8(3, 64)],
    ['without its beginning', (bytes) => bytes.writeUInt8(2, 32)],
  ])('%s is not the name of the file', (_what, change) => {
    expect(names(change)).toEqual(['SHORT.EFI', expect.stringMatching(/^[AB]LONGN~1\.EFI$/)]);
  });

  test('before a file that is deleted names nothing', () => {
    expect(names((bytes) => bytes.writeUInt8(0xe5, 96))).toEqual(['SHORT.EFI']);
  });
});

describe('damage', () => {
  const file = open(sound)?.find('EFI/SHORT.EFI');
  const table = sound.readUInt16LE(14) * 512;

  test.each<[string, () => Buffer]>([
    ['a disk that ends within the file', () => sound.subarray(0, sound.indexOf('xxxx') + 5000)],
    ['a chain of clusters that ends too early', () => linked(0xfff)],
    ['a chain that leads to a free cluster', () => linked(0)],
    ['a chain that leads beyond the volume', () => linked(0xff0)],
  ])('%s: the file is unreadable', (_what, damaged) => {
    const volume = open(damaged());
    expect(() => file && volume?.readWhole(file, 9000)).toThrow(UnreadableError);
  });

  test('a file that is larger than is read is unreadable', () => {
    expect(() => file && open(sound)?.readWhole(file, 8999)).toThrow('a file claims 9000 bytes');
  });

  test('a directory in a circle is unreadable', () => {
    const bytes = Buffer.from(sound);
    const cluster = open(sound)?.findDirectory('EFI')?.cluster ?? 0;
    setNext(bytes, cluster, cluster);
    expect(() => open(bytes)?.list('EFI')).toThrow('a directory of a FAT volume is too large');
  });

  /** The volume, whose file goes on in another cluster. */
  function linked(next: number): Buffer {
    const bytes = Buffer.from(sound);
    setNext(bytes, file?.cluster ?? 0, next);
    return bytes;
  }

  function setNext(bytes: Buffer, cluster: number, next: number): void {
    const at = table + Math.floor(cluster * 1.5);
    const pair = bytes.readUInt16LE(at);
    bytes.writeUInt16LE(cluster % 2 === 0 ? (pair & 0xf000) | next : (pair & 0xf) | (next << 4), at);
  }
});
