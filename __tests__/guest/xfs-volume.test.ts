/**
 * XFS as mkfs.xfs 6.1.0 has made it of a prototype file (`mkfs.xfs -d agcount=2 -L BOOT -p PROTO`, 320 MiB). The fixture holds the sectors
 * that are not zeros, each behind its offset; what is in the files was made for this test.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UnreadableError } from '../../src/guest/errors.ts';
import { XfsVolume } from '../../src/guest/xfs-volume.ts';

const SECTOR = 512;
const fixture = gunzipSync(readFileSync(new URL('../fixtures/guest/xfs-sectors.gz', import.meta.url)));
const sectors = new Map<number, Buffer>();
for (let at = 0; at < fixture.length; at += 8 + SECTOR) {
  sectors.set(Number(fixture.readBigUInt64LE(at)), fixture.subarray(at + 8, at + 8 + SECTOR));
}

/** Reads the image with some bytes changed. */
function reader(changed: ReadonlyMap<number, number> = new Map()) {
  return (offset: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.min(length, 1 << 20));
    for (let at = Math.floor(offset / SECTOR) * SECTOR; at < offset + bytes.length; at += SECTOR) {
      const sector = sectors.get(at);
      if (sector === undefined) continue;
      sector.copy(bytes, Math.max(0, at - offset), Math.max(0, offset - at));
    }
    for (const [at, byte] of changed)
      if (at >= offset && at < offset + bytes.length) bytes[at - offset] = byte;
    return bytes;
  };
}

function volume(changed?: ReadonlyMap<number, number>): XfsVolume {
  const found = XfsVolume.open(reader(changed));
  if (found === undefined) throw new Error('no XFS');
  return found;
}

function read(path: string): string | undefined {
  const file = volume().find(path);
  return file?.read(file.size)?.toString();
}

test('its UUID and label', () => {
  expect([volume().uuid, volume().label]).toEqual(['11111111-2222-3333-4444-555555555555', 'BOOT']);
});

describe('a directory', () => {
  const entry = (number: number): string => `entry-${String(number).padStart(3, '0')}-with-a-long-name.conf`;
  test.each<[string, string, readonly string[] | undefined]>([
    ['within its inode', '/', ['grub2', 'loader', 'vmlinuz', 'absolute', 'loop', 'big', 'empty', 'few']],
    [
      'of one block',
      'few',
      Array.from({ length: 20 }, (_, at) => `file-${String(at).padStart(2, '0')}-with-a-name`),
    ],
    ['of several blocks', 'loader/entries', Array.from({ length: 200 }, (_, at) => entry(at))],
    ['that is a file', 'big', undefined],
    ['that is not there', 'none', undefined],
  ])('%s', (_what, path, names) => {
    expect(volume().list(path)?.toSorted()).toEqual(names?.toSorted());
  });
});

test.each<[string, string, string | undefined]>([
  ['of one line', 'grub2/grub.cfg', 'menuentry\n'],
  ['of several blocks', 'big', 'k'.repeat(9000)],
  ['in a directory of several blocks', 'loader/entries/entry-199-with-a-long-name.conf', 'linux /vmlinuz\n'],
  ['behind a symbolic link', 'vmlinuz', 'k'.repeat(9000)],
  ['behind a symbolic link that begins at the root', 'few/../absolute/grub.cfg', 'menuentry\n'],
  ['behind a link to itself', 'loop', undefined],
  ['without content', 'empty', ''],
  ['that is not there', 'grub2/none', undefined],
])('a file %s', (_what, path, content) => {
  expect(read(path)).toBe(content);
});

test.each<[string, number, number]>([
  ['another magic', 0, 0],
  ['version 4', 101, 4],
  ['a feature that GRUB does not read', 219, 0x40],
  ['directories without kinds of files', 219, 0],
  ['blocks of 0 bytes', 6, 0],
])('%s is not read', (_what, at, byte) => {
  expect(XfsVolume.open(reader(new Map([[at, byte]])))).toBeUndefined();
});

/** The inode of the root, by the superblock of this image: block 16, which holds its own directory. */
const ROOT = 65_536;

test('a directory whose attributes leave no room for a header is unreadable', () => {
  const forkOffset = [ROOT + 82, 1] as const;
  const largeNumbers = [ROOT + 177, 1] as const;
  expect(() => volume(new Map([forkOffset, largeNumbers])).list('/')).toThrow(
    new UnreadableError('a directory is damaged'),
  );
});

test('a directory with a hole is unreadable', () => {
  const [block = 0] = [...sectors].find(([, bytes]) => bytes.toString('latin1', 0, 4) === 'XDD3') ?? [];
  const hole = new Map([0, 1, 2, 3].map((at) => [block + at, 0]));
  expect(() => volume(hole).list('loader/entries')).toThrow(new UnreadableError('a directory is damaged'));
});

test('a directory whose pieces are in a tree is unreadable: what is in it is not missing', () => {
  const tree = [ROOT + 5, 3] as const;
  expect(() => volume(new Map([tree])).find('/none')).toThrow(
    new UnreadableError('the pieces of a file are in a tree, which is not read'),
  );
});

test('damage gives files or UnreadableError, and never an endless loop', () => {
  const places = [...sectors.keys()];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(places.length - 1), fc.nat(SECTOR - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 20,
      }),
      (damage) => {
        const changed = new Map(
          damage.map(([place, at, byte]) => [(places[place] ?? 0) + at, byte] as const),
        );
        try {
          const damaged = XfsVolume.open(reader(changed));
          for (const path of ['loader/entries', 'few', '/']) damaged?.list(path);
          const file = damaged?.find('vmlinuz');
          file?.read(Math.min(file.size, 1 << 20));
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableError);
        }
      },
    ),
    { numRuns: 300 },
  );
});
