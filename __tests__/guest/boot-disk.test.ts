/** Boot disks as sgdisk, mkfs.vfat and mtools make them, and damaged ones. */

import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectBootDisk, readDiskProgram } from '../../src/guest/boot-disk.ts';
import type { DiskBoot } from '../../src/tdx/predict-disk.ts';
import { type BootDisk, makeBootDisk, runTool, START } from '../support/boot-disk.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildUki } from '../tdx/pe-builder.ts';

const MIB = 1024 * 1024;
const directory = scratchDirectory('disk');

let count = 0;
const disk = (content: BootDisk): string => makeBootDisk(join(directory, `${count++}.img`), content);

const inspect = (path: string) => inspectBootDisk({ path });

const PROGRAM = 'MZ, which nobody starts here';
const SYSTEMD_BOOT = readFileSync('/usr/lib/systemd/boot/efi/systemd-bootx64.efi');

const unified = (cmdline: string): Buffer => withSection('.cmdline', cmdline);

/** A program with a section, made by objcopy as unified kernel images are. */
function withSection(section: string, content: string): Buffer {
  const [source, text, made] = ['uki.in', 'content', 'uki.efi'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(source, 'a program');
  writeFileSync(text, `${content}\0`);
  const binary = ['-I', 'binary', '-O', 'pei-x86-64', '-B', 'i386:x86-64'];
  runTool('objcopy', ...binary, source, made);
  runTool(
    'objcopy',
    '--add-section',
    `${section}=${text}`,
    '--change-section-vma',
    `${section}=0x30000`,
    made,
  );
  return readFileSync(made);
}

describe('a disk', () => {
  test.each([12, 16, 32] as const)('with FAT%i: the options of its entries, lines added up', (fat) => {
    const files = {
      'EFI/BOOT/BOOTX64.EFI': PROGRAM,
      'loader/entries/a kernel with a long name.conf':
        // Longer than a cluster of any of the three.
        `title Linux\nlinux /vmlinuz\noptions root=/dev/vda2\n# ${'x'.repeat(9000)}\noptions  console=hvc0 rw \n`,
      'loader/entries/b.conf': 'title no options\n',
      'loader/loader.conf': 'default a*\n',
    };
    expect(inspect(disk({ files, fat }))).toEqual({
      cmdlines: [
        {
          file: 'loader/entries/a kernel with a long name.conf',
          text: 'root=/dev/vda2 console=hvc0 rw',
        },
      ],
    });
  });

  test('with unified kernel images: their command lines, also behind many clusters', () => {
    const image = unified('console=ttyS0 quiet');
    const files = { 'EFI/BOOT/BOOTX64.EFI': image, 'EFI/Linux/linux-6.12.efi': image };
    expect(inspect(disk({ files }))?.cmdlines).toEqual([
      { file: expect.stringMatching(/^EFI\/BOOT\/bootx64\.efi$/i), text: 'console=ttyS0 quiet' },
      { file: 'EFI/Linux/linux-6.12.efi', text: 'console=ttyS0 quiet' },
    ]);
  });

  test.each<[string, () => string, string]>([
    ['of zeros', () => blank(2 * MIB), 'a partition table'],
    ['without an ESP', () => disk({ files: {}, type: '8300' }), 'an EFI System Partition'],
    ['with an empty ESP', () => disk({ files: {} }), 'EFI/BOOT/BOOTX64.EFI'],
    [
      'for another machine',
      () => disk({ files: { 'EFI/BOOT/BOOTAA64.EFI': PROGRAM } }),
      'EFI/BOOT/BOOTX64.EFI',
    ],
    [
      'whose ESP the firmware is to ignore',
      () => checked(patched(disk({ files: { 'EFI/BOOT/BOOTX64.EFI': PROGRAM } }), 1024 + 48, [2])),
      'an EFI System Partition',
    ],
    [
      'whose ESP another partition overlaps',
      () => {
        const image = disk({ files: { 'EFI/BOOT/BOOTX64.EFI': PROGRAM } });
        const entry = readFileSync(image).subarray(1024, 1024 + 128);
        return checked(patched(image, 1024 + 128, [...entry]));
      },
      'an EFI System Partition',
    ],
    [
      'whose ESP begins before what its table calls usable',
      () => checked(patched(disk({ files: { 'EFI/BOOT/BOOTX64.EFI': PROGRAM } }), 512 + 40, [0xff, 0xff])),
      'an EFI System Partition',
    ],
    [
      'whose ESP is a FAT32 of 20 MiB',
      () => patched(disk({ files: { 'EFI/BOOT/BOOTX64.EFI': PROGRAM } }), START + 32, [0, 0xa0, 0, 0]),
      'a file system that edk2 reads: FAT32 of fewer than 65,525 clusters is damaged for edk2 (make the partition larger, or FAT16)',
    ],
  ])('%s has nothing to boot', (_, make, lacks) => {
    expect(inspect(make())).toEqual({ lacks, cmdlines: [] });
  });

  test.each<[string, () => string]>([
    ['that is shorter than a sector', () => blank(100)],
    ['with an older partition table', () => patched(blank(2 * MIB), 510, [0x55, 0xaa])],
    // edk2 takes the second table then, or none; what it measures depends on its version.
    ['whose table has another checksum', () => patched(disk({ files: {} }), 512 + 56, [1])],
    ['whose table lists other entries', () => patched(disk({ files: {} }), 1024 + 56, [1])],
    ['whose table says another sector of itself', () => checked(patched(disk({ files: {} }), 512 + 24, [2]))],
    ['of entries of 192 bytes', () => checked(patched(disk({ files: {} }), 512 + 84, [192]))],
    ['without a protective table', () => patched(disk({ files: {} }), 446 + 4, [0x83])],
    ['whose ESP is no FAT', () => patched(disk({ files: {} }), START + 510, [0, 0])],
  ])('%s: nothing is said', (_, make) => {
    expect(inspect(make())).toBeUndefined();
  });
});

describe('whether the kernel on the disk measures', () => {
  /** The two halves of the GUID as Ubuntu's compiler puts them into the stub: mov $0x41a672f496751a3d,%rax and one more. */
  const CC = Buffer.from('48b83d1a7596f472a64148baa794ed5d0e67ae6b', 'hex');
  const uki = (release: string, more: Uint8Array = new Uint8Array()): Buffer => {
    const kernel = Buffer.concat([bzImage(release), more]);
    return buildUki({ '.osrel': Buffer.from('ID=x\nNAME=X\n'), '.linux': kernel });
  };
  const loader = { 'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT };
  test.each<[string, Record<string, string | Buffer>, DiskBoot['stub']]>([
    ['a UKI', { 'EFI/BOOT/BOOTX64.EFI': uki('6.12.1') }, 'measures'],
    ['an older UKI', { 'EFI/BOOT/BOOTX64.EFI': uki('6.8.0-50-generic') }, 'silent'],
    [
      'an older UKI with the CC protocol',
      { 'EFI/BOOT/BOOTX64.EFI': uki('6.8.0-151-generic', CC) },
      'measures',
    ],
    ['one with half of its GUID', { 'EFI/BOOT/BOOTX64.EFI': uki('6.8.0', CC.subarray(0, 10)) }, 'silent'],
    ['a UKI of an entry', { ...loader, 'EFI/Linux/a.efi': uki('6.8.0') }, 'silent'],
    [
      'a kernel of an entry',
      { ...loader, 'loader/entries/a.conf': 'linux /k\n', k: bzImage('7.0.0') },
      'measures',
    ],
    [
      'a kernel that does not say its release',
      { ...loader, 'loader/entries/a.conf': 'linux /k\n', k: 'k' },
      undefined,
    ],
    [
      'two entries',
      { ...loader, 'EFI/Linux/a.efi': uki('6.12.1'), 'EFI/Linux/b.efi': uki('6.8') },
      undefined,
    ],
    ['another program', { 'EFI/BOOT/BOOTX64.EFI': PROGRAM }, undefined],
  ])('%s', (_what, files, stub) => {
    expect(readDiskProgram({ path: disk({ files }) })?.stub).toBe(stub);
  });
});

describe('what systemd-boot starts by default', () => {
  const image = withSection('.osrel', 'ID=probe\nNAME=Probe\n');
  const plain = { program: image, seedIsReadOnly: false };
  const nameless = withSection('.cmdline', 'quiet');
  const kernel = { kernel: Buffer.from('kernel'), initrds: [] };
  const entry = 'linux /vmlinuz\n';
  const two = {
    'loader/entries/a-1.conf': `${entry}options a`,
    'loader/entries/b-2.conf': `${entry}options b`,
  };

  test.each<[string, Record<string, string | Buffer>, DiskBoot['entry']]>([
    [
      'the only entry of type 1, with initrds and options in their order',
      {
        ...{ 'i/first': 'abc', 'i/second': '' },
        'loader/entries/a.conf':
          '# no title\n\tlinux //vmlinuz\ninitrd /i/first\noptions  "a  b" \ninitrd i/second\noptions c\nignored\n',
      },
      {
        ...{ kernel: Buffer.from('kernel'), initrds: [Buffer.from('abc'), Buffer.alloc(0)] },
        options: 'initrd=\\i\\first initrd=i\\second a  b c',
      },
    ],
    ['the only entry without options', { 'loader/entries/a.conf': entry }, { ...kernel, options: undefined }],
    [
      'the only entry, where the others are for another machine, not there, or systemd-boot itself',
      {
        'loader/entries/a.conf': `${entry}architecture X64\noptions a`,
        'loader/entries/b.conf': `${entry}architecture aa64`,
        'loader/entries/c.conf': 'linux /none',
        'loader/entries/d.conf': 'efi /EFI/BOOT/bootx64.efi',
        'loader/entries/auto-x.conf': entry,
      },
      { ...kernel, options: 'a' },
    ],
    [
      'the one that loader.conf names',
      { ...two, 'loader/loader.conf': 'default B-*.conf\n' },
      { ...kernel, options: 'b' },
    ],
    [
      'the last one that it names',
      { ...two, 'loader/loader.conf': 'default b-2.conf\ndefault a-1.conf' },
      { ...kernel, options: 'a' },
    ],
    [
      'the only one, where it names none',
      { 'loader/entries/a.conf': `${entry}options a`, 'loader/loader.conf': 'default @saved' },
      { ...kernel, options: 'a' },
    ],
    [
      'the only image of type 2',
      { 'EFI/Linux/p.efi': image, 'EFI/Linux/q.efi': nameless },
      { uki: { ...plain, addons: false } },
    ],
    [
      'an image with addons',
      { 'EFI/Linux/p.efi': image, 'EFI/Linux/p.efi.extra.d/a.cred': 'secret' },
      { uki: { ...plain, addons: true } },
    ],
    [
      'an image with a count of tries, whose addons are beside its name without the count',
      { 'EFI/Linux/p+3-1.efi': image, 'EFI/Linux/p.efi.extra.d/a.cred': 'secret' },
      { uki: { ...plain, addons: true } },
    ],
    [
      'an image with extensions for all images',
      { 'EFI/Linux/p.efi': image, 'loader/extensions/a.raw': 'tools' },
      { uki: { ...plain, addons: true } },
    ],
  ])('%s', (_what, files, expected) => {
    const path = disk({ files: { 'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT, vmlinuz: 'kernel', ...files } });
    expect(readDiskProgram({ path })?.entry).toEqual(expected);
  });

  test.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['without an entry', {}, /finds no entry/],
    ['with two entries', two, /finds 2 entries, and "default" of loader.conf names none of them/],
    ['with a default that names two', { ...two, 'loader/loader.conf': 'default *' }, /names 2 of them/],
    [
      'with a default that systemd-boot makes',
      { ...two, 'loader/loader.conf': 'default auto-reboot' },
      /makes itself/,
    ],
    [
      'with an entry whose initrd is missing',
      { 'loader/entries/a.conf': `${entry}initrd /none` },
      /an initrd .* is not on the disk/,
    ],
    ['with a preferred entry', { ...two, 'loader/loader.conf': 'preferred a-*' }, /has a preferred entry/],
    ['with an entry for a UKI', { 'loader/entries/a.conf': 'uki /vmlinuz' }, /names a UKI/],
    ['with a UKI from the network', { 'loader/entries/a.conf': 'uki-url :a.efi' }, /from the network/],
    ['with a profile', { 'loader/entries/a.conf': `${entry}profile 1` }, /names a profile/],
    ['with an EFI program', { 'loader/entries/a.conf': 'efi /vmlinuz' }, /starts an EFI program/],
    ['with drivers', { ...two, 'EFI/systemd/drivers/ext4_x64.efi': 'MZ' }, /loads the drivers/],
    ['with keys to enroll', { ...two, 'loader/keys/auto/db.auth': 'key' }, /enroll the keys/],
    [
      'with an entry that is not read whole',
      { 'loader/entries/a.conf': entry + '#'.repeat(70_000) },
      /or larger ones/,
    ],
  ])('a disk %s: not known', (_what, files, reason) => {
    const path = disk({ files: { 'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT, vmlinuz: 'kernel', ...files } });
    expect(readDiskProgram({ path })?.entry).toEqual({ reason: expect.stringMatching(reason) });
  });

  test('the random seed and the configuration', () => {
    const files = {
      'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT,
      'loader/random-seed': 'x',
      'loader/loader.conf': 'timeout 0\n',
    };
    const path = disk({ files });
    expect(readDiskProgram({ path })).toMatchObject({
      seedIsReadOnly: false,
      loaderConf: Buffer.from('timeout 0\n'),
    });
    runTool('mattrib', '+r', '-i', `${path}@@${START}`, '::loader/random-seed');
    expect(readDiskProgram({ path })).toMatchObject({ seedIsReadOnly: true });
  });

  /** Where the second entry of the partition table is; it begins with its type. */
  const SECOND_PARTITION = 1024 + 128;

  test('a disk with an Extended Boot Loader Partition: not known', () => {
    const path = disk({
      files: { 'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT, vmlinuz: 'kernel', 'loader/entries/a.conf': entry },
    });
    patched(path, SECOND_PARTITION, [...Buffer.from('ffc213bce6596242a352b275fd6f7172', 'hex')]);
    checked(path);
    expect(readDiskProgram({ path })?.entry).toEqual({
      reason: expect.stringMatching(/Extended Boot Loader/),
    });
  });
});

function blank(size: number): string {
  const image = join(directory, `${count++}.img`);
  writeFileSync(image, '');
  truncateSync(image, size);
  return image;
}

function patched(image: string, offset: number, bytes: readonly number[]): string {
  const fd = openSync(image, 'r+');
  writeSync(fd, Buffer.from(bytes), 0, bytes.length, offset);
  closeSync(fd);
  return image;
}

/** Writes the checksums of the partition table anew. */
function checked(image: string): string {
  const sectors = readFileSync(image).subarray(512, 34 * 512);
  const header = Buffer.from(sectors.subarray(0, 92));
  header.writeUInt32LE(crc32(sectors.subarray(512)), 88);
  header.writeUInt32LE(0, 16);
  header.writeUInt32LE(crc32(header), 16);
  return patched(image, 512, [...header]);
}

describe('a damaged disk', () => {
  const whole = disk({
    files: {
      'EFI/BOOT/BOOTX64.EFI': SYSTEMD_BOOT,
      vmlinuz: 'kernel',
      'loader/entries/a.conf': `linux /vmlinuz\noptions console=hvc0 ${'x'.repeat(6000)}\n`,
    },
    fat: 16,
  });
  const sound = readFileSync(whole);
  const readAll = (path: string): void => {
    inspect(path);
    try {
      readDiskProgram({ path });
    } catch (error) {
      expect(error).toMatchObject({ code: 'disk-unreadable' });
    }
  };

  test('whose cluster chains are circles is unreadable', () => {
    const image = Buffer.from(sound);
    const table = START + image.readUInt16LE(START + 14) * 512;
    for (let at = table + 4; at < table + 512; at += 2) image.writeUInt16LE(2, at);
    const path = join(directory, 'circle.img');
    writeFileSync(path, image);
    expect(inspect(path)).toBeUndefined();
    expect(() => readDiskProgram({ path })).toThrow(
      'what the disk boots cannot be read: a directory of a FAT volume is too large',
    );
  });

  // A kernel of which the disk has only a part is none that the firmware could start.
  test('of which a file is cut is unreadable', () => {
    const path = join(directory, 'cut.img');
    writeFileSync(path, sound.subarray(0, sound.indexOf('console=hvc0')));
    expect(() => readDiskProgram({ path })).toThrow(/^what the disk boots cannot be read: a FAT volume ends/);
  });

  test('in any place gives facts, none, or the reason', () => {
    const path = join(directory, 'fuzzed.img');
    writeFileSync(path, sound);
    // The two tables, and the first sectors of the volume: all that is read of structure.
    const place = fc.oneof(
      fc.integer({ min: 0, max: 3 * 512 }),
      fc.integer({ min: START, max: START + 160 * 1024 }),
    );
    const damage = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 24 });
    fc.assert(
      fc.property(damage, (bytes) => {
        for (const [at, value] of bytes) patched(path, at, [value]);
        readAll(path);
        for (const [at] of bytes) patched(path, at, [sound[at] ?? 0]);
      }),
      { numRuns: 300 },
    );
  });

  test('of any length is read as far as it goes', () => {
    const path = join(directory, 'short.img');
    for (const length of [513, 1024, 17 * 1024, START + 100, START + 4096, START + 80 * 1024]) {
      writeFileSync(path, sound.subarray(0, length));
      expect(() => readAll(path)).not.toThrow();
    }
  });
});
