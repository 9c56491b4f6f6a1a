/** ext4 images without root, judged by e2fsprogs. The owners and modes are those of the entries, whoever makes the image. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type DiskEntry, ext4Image, mke2fs } from '../../src/guest/ext4.ts';
import type { CpioEntry } from '../../src/guest/newc.ts';
import { scratchDirectory } from '../support/scratch.ts';

const MIB = 1024 * 1024;
const dir = scratchDirectory('ext4');

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, LC_ALL: 'C' },
  });
const stat = (image: string, path: string): string => run('debugfs', ['-R', `stat "${path}"`, image]);

/** More than one group of blocks has. */
const LARGE = Buffer.alloc(130 * MIB, 'large');
const ENTRIES: readonly CpioEntry[] = [
  { type: 'directory', path: '/private', mode: 0o700, uid: 1000, gid: 70_000 },
  { type: 'file', path: '/private/setuid', mode: 0o4711, data: Buffer.from('a') },
  { type: 'file', path: '/private/unreadable', mode: 0, uid: 100_000, data: Buffer.from('b') },
  { type: 'directory', path: '/--"name\n \u001b[2J' },
  { type: 'file', path: '/--"name\n \u001b[2J/é', data: Buffer.alloc(0) },
  { type: 'link', path: '/etc', target: '/nowhere/../"quoted"' },
  { type: 'link', path: '/long', target: 'x'.repeat(500), uid: 5 },
  { type: 'file', path: '/large', data: LARGE },
  ...Array.from({ length: 3000 }, (_, index): CpioEntry => {
    return {
      type: 'file',
      path: `/many-files-with-a-long-name-${index}`,
      uid: index,
      data: Buffer.from('c'),
    };
  }),
];

const image = join(dir, 'image');

test('every file has its owner, its mode and its content, whatever its name', async () => {
  await ext4Image(image, ENTRIES, { label: 'tdx-boot-root', free: 64 * MIB });
  expect(run('e2fsck', ['-fn', image])).toMatch(/^tdx-boot-root: \d+\/\d+ files .* blocks$/m);
  const of = (path: string): string[] => {
    const text = stat(image, path);
    const [, type = '', mode = ''] = /Type: (\S+) +Mode: +(\d+)/.exec(text) ?? [];
    const [, uid = '', gid = ''] = /User: +(\d+) +Group: +(\d+)/.exec(text) ?? [];
    return [type, mode, uid, gid];
  };
  expect(of('/')).toEqual(['directory', '0755', '0', '0']);
  expect(of('/lost+found')).toEqual(['directory', '0700', '0', '0']);
  expect(of('/private')).toEqual(['directory', '0700', '1000', '70000']);
  expect(of('/private/setuid')).toEqual(['regular', '04711', '0', '0']);
  expect(of('/private/unreadable')).toEqual(['regular', '0000', '100000', '0']);
  expect(of('/etc')).toEqual(['symlink', '0777', '0', '0']);
  expect(of('/long')).toEqual(['symlink', '0777', '5', '0']);
  expect(of('/many-files-with-a-long-name-2999')).toEqual(['regular', '0644', '2999', '0']);
  expect(stat(image, '/etc')).toContain('"/nowhere/../"quoted""');
  expect(run('debugfs', ['-R', 'ls -p /', image])).toContain(
    '/--"name\\n \\u001b[2J/'.replace('\\n', '\n').replace('\\u001b', '\u001b'),
  );
  const copy = join(dir, 'large');
  run('debugfs', ['-R', `dump /large ${copy}`, image]);
  expect(readFileSync(copy).equals(LARGE)).toBe(true);
});

test('the guest has the free space that was asked for, and the host pays for the content alone', () => {
  const text = run('dumpe2fs', ['-h', image]);
  const free = Number(/^Free blocks: +(\d+)$/m.exec(text)?.[1]) * 4096;
  expect(free).toBeGreaterThanOrEqual(64 * MIB);
  expect(statSync(image).blocks * 512).toBeLessThan(LARGE.length + 32 * MIB);
});

const directories = (count: number): CpioEntry[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'directory', path: `/${index}` }));
/** Of 300 names in each directory the first two blocks hold 30. */
const names = directories(60).flatMap((directory) => [
  directory,
  ...Array.from({ length: 300 }, (_, index): CpioEntry => {
    const path = `${directory.path}/${String(index).padStart(250, 'x')}`;
    return { type: 'file', path, data: Buffer.alloc(0) };
  }),
]);
const links = directories(2000).map(
  ({ path }): CpioEntry => ({ type: 'link', path, target: 'x'.repeat(60) }),
);
const file = (mib: number): CpioEntry => ({ type: 'file', path: '/f', data: LARGE.subarray(0, mib * MIB) });

// mke2fs fails where the image is too small for its content.
test.each<[string, CpioEntry[], number]>([
  ['nothing', [], 8],
  ['2,000 directories', directories(2000), 21],
  ['18,000 long names', [file(20), ...names], 64],
  ['2,000 links', links, 13],
  ['64 MiB', [file(64)], 69],
])('an image of %s has room for its content, and little more', async (_, entries, mib) => {
  const path = join(dir, 'sized');
  await ext4Image(path, entries, { label: 'x', free: 0 });
  expect(statSync(path).size).toBeLessThanOrEqual(mib * MIB);
  expect(run('e2fsck', ['-fn', path])).toMatch(/^x: \d+\/\d+ files .* blocks$/m);
});

/** The same content in files: those of the user, which stay as they are, or those that were made for the guest. */
function inFiles(entries: readonly CpioEntry[], ours: boolean): DiskEntry[] {
  return entries.map((entry, index) => {
    if (entry.type !== 'file') return entry;
    const { data, ...rest } = entry;
    const source = join(dir, `${ours ? 'made' : 'own'}-${index}`);
    writeFileSync(source, data, { mode: 0o400 });
    return { ...rest, source, bytes: data.length, ...(ours ? { ours } : {}) };
  });
}

test('nothing in it tells when it was made, or where its content came from', async () => {
  const digests = [];
  const some = [
    ...ENTRIES.slice(0, 7),
    { type: 'file', path: '/mib', data: Buffer.alloc(MIB, 'x') },
  ] as const;
  const ways = { first: some, second: some, own: inFiles(some, false), made: inFiles(some, true) };
  for (const [name, entries] of Object.entries(ways)) {
    await ext4Image(join(dir, name), entries, { label: 'same', free: MIB });
    digests.push(
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    );
  }
  expect(new Set(digests).size).toBe(1);
  expect(readdirSync(dir).filter((name) => /^(own|made)-/.test(name))).toEqual([
    'own-1',
    'own-2',
    'own-4',
    'own-7',
  ]);
  expect(statSync(join(dir, 'own-1')).mtimeMs).toBeGreaterThan(1e12);
  const times = run('dumpe2fs', ['-h', image]).match(
    /^(Filesystem created|Last write time|Last checked): .*/gm,
  );
  expect(times).toEqual([
    expect.stringMatching(/1970$/),
    expect.stringMatching(/1970$/),
    expect.stringMatching(/1970$/),
  ]);
  const inode = stat(image, '/private');
  expect(inode.match(/time: 0x\w+/g)).toEqual(Array(4).fill('time: 0x00000000'));
});

test('no entry gets through a link out of the tree', async () => {
  const outside = join(dir, 'outside');
  mkdirSync(outside);
  const entries: readonly CpioEntry[] = [
    { type: 'link', path: '/out', target: outside },
    { type: 'file', path: '/out/file', data: Buffer.from('x') },
  ];
  await expect(ext4Image(join(dir, 'none'), entries, { label: 'x', free: 0 })).rejects.toMatchObject({
    code: 'disk-not-made',
  });
  expect(readdirSync(outside)).toEqual([]);
  expect(existsSync(join(dir, 'none'))).toBe(false);
});

test.each<[string, string | undefined, string, string, string]>([
  ['that fails', undefined, 'mke2fs-failed', 'mke2fs could not make a disk', 'e2fsprogs 1.43 or newer'],
  [
    'that is missing',
    '/none/mke2fs',
    'mke2fs-missing',
    'the program mke2fs is not',
    'apt-get install e2fsprogs',
  ],
])('an mke2fs %s is an error that says what to do', async (_, program, code, message, hint) => {
  const made = mke2fs(['-q', '/no/such/directory/image', '1M'], { program });
  await expect(made).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test('an mke2fs that takes long ends with the signal', async () => {
  const slow = join(dir, 'slow');
  writeFileSync(slow, '#!/bin/sh\necho runs >"$1"\nexec sleep 600\n', { mode: 0o755 });
  const cancel = new AbortController();
  const runs = join(dir, 'runs');
  const watcher = watch(dir, () => {
    if (existsSync(runs)) cancel.abort(new Error('cancelled'));
  });
  await expect(mke2fs([runs], { program: slow, signal: cancel.signal })).rejects.toThrow('cancelled');
  watcher.close();
});

test('no image is made once its signal has aborted', async () => {
  const options = { label: 'x', free: 0, signal: AbortSignal.abort(new Error('cancelled')) };
  await expect(ext4Image(join(dir, 'never'), [], options)).rejects.toThrow('cancelled');
});
