/** Private copies of disks: the same bytes, no larger on disk, and a named error when there is no room. */

import { closeSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { copyFiles } from '../../src/vmm/copies.ts';
import { scratchDirectory } from '../support/scratch.ts';

const MIB = 1024 ** 2;
const dir = scratchDirectory('copies');

/** 64 MiB with one block of data in the middle; its name begins like an option. */
const disk = join(dir, '-disk.img');
const fd = openSync(disk, 'w', 0o444);
ftruncateSync(fd, 64 * MIB);
writeSync(fd, Buffer.alloc(4096, 'data'), 0, 4096, 32 * MIB);
closeSync(fd);

test('a copy has the same bytes and the same holes, and can be written', async () => {
  const copy = join(dir, 'copy.raw');
  await copyFiles([[disk, copy]], undefined);
  expect(readFileSync(copy).equals(readFileSync(disk))).toBe(true);
  expect(statSync(copy).blocks * 512).toBeLessThan(MIB);
  expect(statSync(copy).mode & 0o200).toBe(0o200);
});

test.each([
  ['no room', disk, '/dev/full', 'disk-full', 'No space left on device'],
  ['nothing to copy', join(dir, 'none'), join(dir, 'copy'), 'not-copied', 'No such file or directory'],
])('%s is an error with a name', async (_, from, to, code, message) => {
  await expect(copyFiles([[from, to]], undefined)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

test('a cancelled run waits for no copy', async () => {
  const copied = copyFiles([[disk, join(dir, 'never')]], AbortSignal.abort('cancelled'));
  await expect(copied).rejects.toBe('cancelled');
});
