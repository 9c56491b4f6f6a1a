/** Disks: which format each has, and that no image brings a file of the host into the guest unless that is allowed. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkDisk, contentOf, diskFormat, namesFiles } from '../../src/guest/disk.ts';
import type { Disk } from '../../src/scenario/scenario.ts';
import { type Qcow2Parts, qcow2 } from '../support/qcow2.ts';
import { scratchDirectory } from '../support/scratch.ts';

const lab = scratchDirectory('disk');

function disk(content: Buffer | string, more: Partial<Disk> = {}): Disk {
  const path = join(lab, 'disk');
  writeFileSync(path, content);
  return { path, bus: 'virtio', ...more };
}

/** What is wrong with a disk, without the path of the lab; empty where nothing is. */
function problem(content: Buffer | string, more: Partial<Disk> = {}): string {
  try {
    checkDisk(disk(content, more));
    return '';
  } catch (error) {
    return String(error instanceof Error ? error.message : error).replaceAll(`${lab}/`, '');
  }
}

writeFileSync(join(lab, 'base.raw'), 'a raw disk');
writeFileSync(join(lab, 'base.qcow2'), qcow2());
writeFileSync(join(lab, 'middle.qcow2'), qcow2({ backingFile: 'base.raw', backingFormat: 'raw' }));
writeFileSync(join(lab, 'circle.qcow2'), qcow2({ backingFile: 'circle.qcow2', backingFormat: 'qcow2' }));
writeFileSync(join(lab, 'guessing.qcow2'), qcow2({ backingFile: 'base.raw' }));
execFileSync('mkfifo', [join(lab, 'fifo')]);

describe('the format', () => {
  test.each<[string, Buffer | string, Disk['format'], string]>([
    ['anything', 'a disk', undefined, 'raw'],
    ['a qcow2 image', qcow2(), undefined, 'qcow2'],
    ['a file of three bytes', 'QFI', undefined, 'raw'],
    ['what looks like qcow2 and is said to be raw', qcow2(), 'raw', 'raw'],
    ['what is said to be qcow2', 'a disk', 'qcow2', 'qcow2'],
  ])('of %s', (_, content, format, expected) => {
    expect(diskFormat(disk(content, format === undefined ? {} : { format }))).toBe(expected);
  });

  test('raw that looks like qcow2 can be told from other raw disks', () => {
    expect([contentOf(disk(qcow2(), { format: 'raw' })), contentOf(disk('a disk'))]).toEqual([
      'qcow2',
      'raw',
    ]);
  });

  test('raw names no file, whatever is in it', () => {
    const secret = qcow2({ backingFile: '/etc/shadow', backingFormat: 'raw' });
    expect([namesFiles(disk(secret)), namesFiles(disk(secret, { format: 'raw' }))]).toEqual([true, false]);
    expect(problem(secret, { format: 'raw' })).toBe('');
  });
});

describe('an image that reads other files of the host is refused', () => {
  test.each<[string, Qcow2Parts, RegExp]>([
    [
      'a backing file',
      { backingFile: '/etc/shadow', backingFormat: 'raw' },
      /reads "\/etc\/shadow" of this host/,
    ],
    ['in version 2', { version: 2, backingFile: '/etc/shadow' }, /reads "\/etc\/shadow" of this host/],
    ['a data file', { dataFile: '/dev/sda' }, /reads "\/dev\/sda" of this host/],
    ['both', { backingFile: 'a', dataFile: 'b' }, /reads "a" and "b" of this host/],
    [
      'both, behind a format whose name is padded',
      { backingFile: 'a', backingFormat: 'raw', dataFile: 'b' },
      /reads "a" and "b" of this host/,
    ],
    ['a data file without a name', { dataFile: '' }, /reads "" of this host/],
    ['a backing file over the network', { backingFile: 'nbd://host/x' }, /reads "nbd:/],
    ['a name that would colour the terminal', { backingFile: '\x1b[31m' }, /reads "\\u001b\[31m"/],
  ])('%s', (_, parts, expected) => {
    expect(problem(qcow2(parts))).toMatch(expected);
    expect(problem(qcow2(parts))).toContain('write backing: allow at this disk');
  });

  test.each([2, 3] as const)('an image that names no other file is taken: version %i', (version) => {
    expect(problem(qcow2({ version }))).toBe('');
  });
});

describe('where it is allowed, the whole chain has to be there, and every format said', () => {
  test.each<[string, Qcow2Parts, string | RegExp]>([
    ['a raw backing file', { backingFile: 'base.raw', backingFormat: 'raw' }, ''],
    ['a chain of three', { backingFile: 'middle.qcow2', backingFormat: 'qcow2' }, ''],
    ['a data file', { dataFile: 'base.raw' }, ''],
    [
      'a format that would be guessed',
      { backingFile: 'base.raw' },
      /^it says no format of its backing file "base\.raw"/,
    ],
    [
      'a format that would be guessed, deeper in the chain',
      { backingFile: 'guessing.qcow2', backingFormat: 'qcow2' },
      /^guessing\.qcow2 says no format/,
    ],
    ['another format', { backingFile: 'base.raw', backingFormat: 'vmdk' }, /the format "vmdk"/],
    [
      'a file that is not there',
      { backingFile: 'gone', backingFormat: 'raw' },
      /^the backing file gone of disk: no such file/,
    ],
    ['a FIFO', { backingFile: 'fifo', backingFormat: 'raw' }, /fifo of disk: is a FIFO, not a file/],
    ['a directory as data file', { dataFile: '.' }, /is a directory, not a file/],
    [
      'a raw file that is said to be qcow2',
      { backingFile: 'base.raw', backingFormat: 'qcow2' },
      /^base\.raw is not a qcow2 image/,
    ],
    [
      'a circle',
      { backingFile: 'circle.qcow2', backingFormat: 'qcow2' },
      'has a chain of more than 100 backing files',
    ],
    ['a URL', { backingFile: 'nbd://host/x', backingFormat: 'raw' }, /is not a plain file of this host/],
    [
      'options for QEMU',
      { backingFile: 'json:{"file": {}}', backingFormat: 'raw' },
      /is not a plain file of this host/,
    ],
  ])('%s', (_, parts, expected) => {
    expect(problem(qcow2(parts), { backing: 'allow' })).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });
});

describe('extensions are read as QEMU reads them', () => {
  /** Behind the header and the extension that says the format raw. */
  const NEXT = 104 + 8 + 8;

  test('of two formats the last one counts', () => {
    const image = qcow2({ backingFile: 'guessing.qcow2', backingFormat: 'raw' });
    image.writeUInt32BE(0xe2792aca, NEXT);
    image.writeUInt32BE(5, NEXT + 4);
    image.write('qcow2', NEXT + 8);
    expect(problem(image, { backing: 'allow' })).toMatch(/^guessing\.qcow2 says no format/);
  });

  test('the name of the backing file ends them', () => {
    const image = qcow2({ backingFile: 'base.raw', backingFormat: 'raw', backingAt: BigInt(NEXT) });
    image.write('base.raw', NEXT);
    expect(problem(image, { backing: 'allow' })).toBe('');
  });
});

describe('a damaged image is a named error', () => {
  test.each<[string, Buffer, RegExp]>([
    ['four bytes', qcow2().subarray(0, 4), /is cut within its qcow2 header/],
    ['no extensions', qcow2().subarray(0, 90), /is cut within its qcow2 header/],
    ['another version', qcow2({ version: 4 }), /version 4, not 2 or 3/],
    ['a feature that nobody knows', qcow2({ features: 1n << 60n }), /unknown incompatible features/],
    ['a name outside', qcow2({ backingFile: 'x', backingAt: 1n << 40n }), /lies outside its header/],
    ['an extension that is cut', qcow2({ cutExtension: true }), /a header extension is cut/],
    ['encryption', qcow2({ encrypted: true }), /it is encrypted, and a scenario cannot give its key/],
  ])('%s', (_, content, expected) => {
    expect(problem(content)).toMatch(expected);
  });

  test('what is said to be qcow2 and is not', () => {
    expect(problem('a disk', { format: 'qcow2' })).toBe('is not a qcow2 image, as its format says');
  });
});
