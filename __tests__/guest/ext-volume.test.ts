/** ext4 file systems as mke2fs makes them, and damaged ones; files and searches as GRUB sees them. */

import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UnreadableError } from '../../src/guest/errors.ts';
import { ExtVolume } from '../../src/guest/ext-volume.ts';
import type { ReadAt } from '../../src/guest/fat.ts';
import { DEVICE, GrubFiles } from '../../src/guest/grub-files.ts';
import { makeBootDisk, runTool, START } from '../support/boot-disk.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('ext');

const UUID = '11111111-2222-3333-4444-555555555555';
const BLOCK = 4096;
const large = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) & 0xff));

/** A file of which every second block is a hole, so that it has more extents than an inode holds. */
function fragmented(path: string, first: boolean): Buffer {
  const content = Buffer.alloc(40 * BLOCK);
  const fd = openSync(path, 'w');
  ftruncateSync(fd, content.length);
  for (let block = first ? 0 : 1; block < 40; block += 2) {
    content.fill(block + 1, block * BLOCK, (block + 1) * BLOCK);
    writeSync(fd, content, block * BLOCK, BLOCK, block * BLOCK);
  }
  closeSync(fd);
  return content;
}

const tree = join(directory, 'tree');
mkdirSync(join(tree, 'boot/grub'), { recursive: true });
mkdirSync(join(tree, 'many'));
const holes = fragmented(join(tree, 'boot/holes'), true);
fragmented(join(tree, 'boot/hole-first'), false);
writeFileSync(join(tree, 'boot/large'), large);
writeFileSync(join(tree, 'boot/empty'), '');
writeFileSync(join(tree, 'boot/grub/grub.cfg'), 'set timeout=0\n');
for (let index = 0; index < 150; index++) {
  writeFileSync(join(tree, 'many', `a file with a name of some length ${index}`), String(index));
}
symlinkSync('large', join(tree, 'boot/link'));
symlinkSync('/boot/./grub/../grub', join(tree, 'boot/to-grub'));
symlinkSync(`${'../boot/'.repeat(10)}large`, join(tree, 'boot/long-link'));
symlinkSync('circle', join(tree, 'circle'));
for (let links = 1; links <= 8; links++) {
  symlinkSync(links === 1 ? 'large' : `chain-${links - 1}`, join(tree, `boot/chain-${links}`));
}

let count = 0;
function image(...options: string[]): string {
  const path = join(directory, `${count++}.img`);
  runTool('mke2fs', '-q', '-t', 'ext4', '-U', UUID, '-L', 'ROOTFS', ...options, '-d', tree, path, '8M');
  return path;
}
const from =
  (bytes: Buffer): ReadAt =>
  (offset, length) =>
    offset >= 0 && length > 0 ? bytes.subarray(offset, offset + length) : Buffer.alloc(0);
const open = (bytes: Buffer): ExtVolume | undefined => ExtVolume.open(from(bytes));
const whole = readFileSync(image());

describe('an ext4', () => {
  test.each<[string, string[]]>([
    ['as mke2fs makes it', []],
    ['with blocks of 1 KiB', ['-b', '1024']],
    ['without 64bit', ['-O', '^64bit']],
    ['with inodes of 128 bytes', ['-I', '128']],
    ['without a journal', ['-O', '^has_journal']],
  ])('%s: its name, and files by their paths', (_what, options) => {
    const volume = open(readFileSync(image(...options)));
    expect([volume?.uuid, volume?.label]).toEqual([UUID, 'ROOTFS']);
    const read = (path: string): Buffer | undefined => {
      const file = volume?.find(path);
      return file?.read(file.size);
    };
    for (const path of ['/boot/large', 'boot//link', '/boot/long-link']) {
      expect(read(path)?.equals(large)).toBe(true);
    }
    expect(read('/boot/to-grub/grub.cfg')?.toString()).toBe('set timeout=0\n');
    expect(read('/many/a file with a name of some length 77')?.toString()).toBe('77');
    expect(read('/boot/empty')).toEqual(Buffer.alloc(0));
    expect(read('/boot/holes')?.equals(holes)).toBe(true);
    // GRUB ends with an error there.
    expect(() => read('/boot/hole-first')).toThrow(new UnreadableError('a file begins with a hole'));
    for (const path of ['/none', '/boot/Large', '/circle', '/boot/large/x'])
      expect(read(path)).toBeUndefined();
    expect(volume?.find('/boot/to-grub')?.directory).toBe(true);
  });

  test.each<[string, string[]]>([
    ['with inline data', ['-O', 'inline_data']],
    ['with meta block groups', ['-O', 'meta_bg,^resize_inode']],
  ])('%s is not read', (_what, options) => {
    expect(open(readFileSync(image(...options)))).toBeUndefined();
  });

  test('without extents: its files are unreadable, and not missing', () => {
    const volume = open(readFileSync(image('-O', '^extents,^64bit')));
    for (const path of ['/boot/large', '/none']) {
      expect(() => volume?.find(path)).toThrow(new UnreadableError('a file has no extents'));
    }
    expect(() => volume?.list('/boot')).toThrow(UnreadableError);
  });

  test('that is cut: what lies behind its end is unreadable, and no zeros', () => {
    const volume = open(whole.subarray(0, whole.indexOf(large) + 2 * BLOCK));
    expect(() => volume?.find('/boot/large')?.read(large.length)).toThrow(UnreadableError);
  });

  test('with a large directory: its names are unreadable, and not missing', () => {
    const bytes = readFileSync(image('-b', String(BLOCK)));
    const [table, inodeBytes] = [bytes.readUInt32LE(BLOCK + 8) * BLOCK, bytes.readUInt16LE(1024 + 88)];
    bytes.writeUInt32LE((1 << 18) + BLOCK, table + inodeBytes + 4);
    expect(() => open(bytes)?.find('/none')).toThrow(new UnreadableError('a directory is too large'));
  });

  // grub-core/fs/fshelp.c, find_file: the eighth link is an error.
  test.each([
    [7, true],
    [8, false],
  ])('whose path leads through %i links: GRUB finds a file: %p', (links, found) => {
    expect(open(whole)?.find(`/boot/chain-${links}`) !== undefined).toBe(found);
  });

  test('that is damaged: files or UnreadableError, and never an endless loop', () => {
    const damage = fc.uint8Array({ minLength: 1, maxLength: 16 });
    const at = fc.oneof(fc.integer({ min: 1024, max: 2 * BLOCK }), fc.nat(whole.length - 16));
    fc.assert(
      fc.property(at, damage, (offset, bytes) => {
        const sound = Buffer.from(whole.subarray(offset, offset + bytes.length));
        whole.set(bytes, offset);
        try {
          const volume = open(whole);
          for (const path of ['/boot/large', '/boot/holes', '/boot/to-grub', '/many/x']) {
            const file = volume?.find(path);
            file?.read(Math.min(file.size, 1 << 24));
          }
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
        } finally {
          whole.set(sound, offset);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The node of a tree of extents: `count` entries that all lead to this block, or none. */
function writeNode(node: Buffer, level: number, count: number, block: number): void {
  node.fill(0);
  node.writeUInt16LE(0xf30a, 0);
  node.writeUInt16LE(count, 2);
  node.writeUInt16LE(level, 6);
  for (let at = 12; at + 12 <= node.length && at <= count * 12; at += 12) node.writeUInt32LE(block, at + 4);
}

/** The root directory is a tree of four levels, whose nodes all lead to the same ones below: 2 * 10^10 paths. */
function hostileExtents(): Buffer {
  const bytes = readFileSync(image('-b', String(BLOCK)));
  const table = bytes.readUInt32LE(BLOCK + 8) * BLOCK;
  const inodeBytes = bytes.readUInt16LE(1024 + 88);
  writeNode(bytes.subarray(table + inodeBytes + 40, table + inodeBytes + 100), 5, 4, 1000);
  for (let level = 4; level >= 0; level--) {
    const block = 1000 + 4 - level;
    writeNode(bytes.subarray(block * BLOCK, (block + 1) * BLOCK), level, level === 0 ? 0 : 340, block + 1);
  }
  return bytes;
}

describe('what GRUB sees', () => {
  test('of extents that lead to each other: a reason, soon', () => {
    const hostile = new GrubFiles(from(hostileExtents()), [{ number: 1, start: 0 }]);
    expect(() => hostile.read(`(${DEVICE},gpt1)/boot/large`, 1)).toThrow('the files are too large');
  });

  test('of a file that is read again and again: a reason', () => {
    const again = new GrubFiles(from(whole), [{ number: 1, start: 0 }]);
    let bytes = 0;
    const readOn = (): void => {
      for (;;) bytes += again.read(`(${DEVICE},gpt1)/boot/large`, 1)?.length ?? 0;
    };
    expect(readOn).toThrow(/^the files are too (many|large)$/);
    expect(bytes).toBeLessThan(1024 ** 3);
  });

  const esp = readFileSync(
    makeBootDisk(join(directory, 'esp.img'), { files: { 'EFI/debian/grub.cfg': 'esp' }, fat: 16 }),
  );
  const serial = esp
    .readUInt32LE(START + 39)
    .toString(16)
    .padStart(8, '0');
  const disk = Buffer.concat([whole, esp]);
  const files = new GrubFiles(from(disk), [
    { number: 1, start: 0 },
    { number: 14, start: disk.length - 4096 },
    { number: 15, start: whole.length + START },
  ]);
  const [root, system] = [`${DEVICE},gpt1`, `${DEVICE},gpt15`];

  test('files of both partitions', () => {
    expect(files.read(`(${root})/boot/grub/grub.cfg`, 1)?.toString()).toBe('set timeout=0\n');
    expect(files.read(`(${system})/efi/DEBIAN/grub.cfg`, 1)?.toString()).toBe('esp');
    expect(files.read(`(${system})/none`, 1)).toBeUndefined();
    expect(files.isDirectory(`(${root})/`, 1)).toBe(true);
    expect(files.isDirectory(`(${system})/EFI/debian/`, 1)).toBe(true);
    expect(files.isDirectory(`(${root})/boot/empty`, 1)).toBe(false);
    expect(files.size(`(${root})/boot/empty`, 1)).toBe(0);
    expect(files.size(`(${root})/boot`, 1)).toBeUndefined();
  });

  // grub-core/commands/test.c lists the directory, and opens the file only for -s.
  test('a symbolic link is no directory, and is there even if it leads nowhere', () => {
    expect(files.isDirectory(`(${root})/boot/to-grub`, 1)).toBe(false);
    expect(files.isDirectory(`(${root})/boot/to-grub/grub.cfg`, 1)).toBe(false);
    expect(files.isDirectory(`(${root})/circle`, 1)).toBe(false);
    expect(files.isDirectory(`(${root})/none`, 1)).toBeUndefined();
    expect(files.size(`(${root})/circle`, 1)).toBeUndefined();
    expect(files.size(`(${root})/boot/to-grub/grub.cfg`, 1)).toBe(14);
  });

  test.each<[string, string[], string | undefined, string]>([
    ['search.fs_uuid', [UUID, 'root', 'hd0,gpt1'], root, 'root'],
    [
      'search',
      ['--no-floppy', '--fs-uuid', '--set=root', '--hint-efi=hd0,gpt1', '--hint', 'hd0', UUID.toUpperCase()],
      root,
      'root',
    ],
    ['search', ['--fs-uuid', '--set', `${serial.slice(0, 4)}-${serial.slice(4)}`], system, 'root'],
    ['search', ['-u', '--set=esp', UUID], root, 'esp'],
    ['search', ['--fs-uuid', '--set=root', 'none'], undefined, 'root'],
    // A partition that is not read could be the one.
    ['search', ['--label', '--set=root', 'ROOTFS'], undefined, 'root'],
    ['search.file', ['/boot/large', 'root'], undefined, 'root'],
  ])('%s %j', (command, values, device, variable) => {
    expect(files.search(command, values, 1)).toEqual({ variable, device });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a search that sets nothing', () => files.search('search', ['--fs-uuid', UUID], 1), /sets no variable/],
    [
      'an unknown option',
      () => files.search('search', ['--cryptodisk-only', UUID], 1),
      /an option of the search/,
    ],
    ['a disk by its number', () => files.read('(hd0,gpt1)/boot/large', 1), /the number of its disk/],
    [
      'a partition of another kind',
      () => files.read(`(${DEVICE},gpt14)/x`, 1),
      /neither ext4 nor XFS nor FAT/,
    ],
    [
      'a file that GRUB cannot read',
      () => files.read(`(${root})/boot/hole-first`, 1),
      /a file cannot be read/,
    ],
  ])('%s is not known', (_what, use, reason) => {
    expect(use).toThrow(
      expect.objectContaining({ name: 'NotKnown', message: expect.stringMatching(reason) }),
    );
  });
});
