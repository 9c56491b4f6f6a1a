/** Partitions that are not read: what is on them is said where a file would be there. */

import { expect, test } from '@jest/globals';
import { DEVICE, GrubFiles, UNKNOWN } from '../../src/guest/grub-files.ts';

const SIZE = 0x20000;

/** Files of a disk whose partitions have these bytes and nothing else. */
function filesOf(...contents: readonly (readonly [at: number, magic: string])[]): GrubFiles {
  const disk = Buffer.alloc(SIZE * (contents.length + 1));
  const partitions = contents.map(([at, magic], index) => {
    const start = SIZE * (index + 1);
    disk.write(magic, start + at, 'latin1');
    return { number: index + 1, start };
  });
  return new GrubFiles((offset, length) => disk.subarray(offset, offset + length), partitions);
}

test.each([
  ['LVM', 512, 'LABELONE'],
  ['an encrypted volume (LUKS)', 0, 'LUKS\xba\xbe'],
  ['btrfs', 0x10040, '_BHRfS_M'],
  ['part of a RAID', 0x1000, '\xfc\x4e\x2b\xa9'],
  ['neither ext4 nor XFS nor FAT', 0, ''],
])('%s', (what, at, magic) => {
  const files = filesOf([at, magic]);
  expect(() => files.read(`(${DEVICE},gpt1)/boot/vmlinuz`, 1)).toThrow(
    `partition 1 is ${what}, and a file is on it`,
  );
  // As GRUB's own file says it of /boot on another volume: search finds nothing, so the path is not known.
  expect(files.search('search', ['--fs-uuid', '--set=root', '1-2'], 1)).toEqual({
    variable: 'root',
    device: undefined,
  });
  expect(() => files.read(`(${UNKNOWN})/boot/grub/grub.cfg`, 1)).toThrow(
    `the path of a file depends on the machine (partition 1 is ${what})`,
  );
});

test.each(['lvm/vg-root', 'lvmid/a/b', 'md/0', 'mduuid/1', 'cryptouuid/2'])('(%s) is not read', (device) => {
  expect(() => filesOf([512, 'LABELONE']).read(`(${device})/boot/vmlinuz`, 1)).toThrow(
    'the partition of a file is on LVM, RAID or an encrypted volume, which is not read',
  );
});
