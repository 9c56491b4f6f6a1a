/** Boot disks within qcow2 images, as qemu-img makes them, and damaged ones. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectBootDisk, readDiskProgram } from '../../src/guest/boot-disk.ts';
import { makeBootDisk, runTool } from '../support/boot-disk.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('disk');

const inspect = (path: string) => inspectBootDisk({ path });

const PROGRAM = 'MZ, which nobody starts here';

describe('a qcow2 image', () => {
  const files = {
    'EFI/BOOT/BOOTX64.EFI': PROGRAM,
    'loader/entries/a.conf': `# ${'x'.repeat(200_000)}`.slice(0, 60_000).concat('\noptions console=hvc0\n'),
  };
  const raw = makeBootDisk(join(directory, 'raw.img'), { files });
  const expected = { cmdlines: [{ file: 'loader/entries/a.conf', text: 'console=hvc0' }] };
  let count = 0;
  const convert = (...args: string[]): string => {
    const image = join(directory, `${count++}.qcow2`);
    runTool('qemu-img', 'convert', '-O', 'qcow2', ...args, raw, image);
    return image;
  };

  test.each([
    [[]],
    [['-c']],
    [['-o', 'compat=0.10']],
    [['-c', '-o', 'cluster_size=512']],
    [['-o', 'cluster_size=2M']],
    [['-S', '0']],
  ])('of qemu-img convert %j is read as the raw image', (args) => {
    const path = convert(...args);
    expect(inspect(raw)).toEqual(expected);
    expect(inspect(path)).toEqual(expected);
    const gpt = readDiskProgram({ path: raw })?.gpt;
    expect(gpt?.length).toBeGreaterThan(92);
    expect(readDiskProgram({ path })).toEqual({
      gpt,
      program: Buffer.from(PROGRAM),
      addons: false,
      seedIsReadOnly: false,
    });
  });

  test.each([
    ['compressed with zstd', ['-c', '-o', 'compression_type=zstd']],
    ['with extended entries', ['-o', 'extended_l2=on']],
    ['with an external data file', ['-o', `data_file=${join(directory, 'data')}`]],
  ])('%s: nothing is said', (_, args) => {
    expect(inspect(convert(...args))).toBeUndefined();
  });

  test('over a backing file: nothing is said', () => {
    const path = join(directory, 'over.qcow2');
    runTool('qemu-img', 'create', '-q', '-f', 'qcow2', '-F', 'raw', '-b', raw, path);
    expect(inspect(path)).toBeUndefined();
  });

  test('whose tables are damaged gives facts or none, and never an error', () => {
    const sound = readFileSync(convert('-c', '-o', 'cluster_size=512'));
    const path = join(directory, 'damaged.qcow2');
    const header = 512;
    const damage = fc.uint8Array({ minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(fc.nat(sound.length - header - 16), damage, (at, bytes) => {
        const image = Buffer.from(sound);
        image.set(bytes, header + at);
        writeFileSync(path, image);
        expect(() => inspect(path)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
