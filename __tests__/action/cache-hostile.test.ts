/** Hostile archives in the cache: the client extracts with `tar -P`, and must not write outside its directory. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CacheJob, KEY, PREFIX } from '../support/cache-job.ts';

/** A start of the client is dear: one entry is saved, and each test puts another archive in its place. */
let job: CacheJob;
beforeAll(async () => {
  job = await CacheJob.start();
  await job.cache.save(KEY, job.entry());
});
afterAll(() => job.close());

interface Member {
  /** One byte a character. */
  readonly name: string;
  /** Of the ustar format: 0 file, 1 hard link, 2 symbolic link, 5 directory, 6 pipe. */
  readonly type?: number;
  readonly link?: string;
  readonly mode?: string;
}

/** An archive of members that each hold `evil`, if they can hold anything. */
function tar(members: readonly Member[]): Buffer {
  const blocks = members.flatMap(({ name, type = 0, link = '', mode = '644' }) => {
    const data = type === 0 ? Buffer.from('evil') : Buffer.alloc(0);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100, 'latin1');
    header.write(`${mode.padStart(7, '0')}\0`, 100);
    header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(String(type), 156);
    header.write(link, 157, 100, 'latin1');
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return data.length === 0 ? [header] : [header, Buffer.concat([data], 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** What there is outside of the directory that a restore fills. */
function surroundings(): string[] {
  return readdirSync(job.directory, { recursive: true, encoding: 'utf8' }).sort();
}

test.each<[string, Member[], string[]]>([
  ['a plain name', [{ name: 'plain' }], ['plain']],
  ['a name that climbs', [{ name: '../../../../evil' }], ['evil']],
  ['a name that climbs and is no UTF-8', [{ name: '\xff/../../../../evil' }], ['evil']],
  ['an absolute name', [{ name: 'DIRECTORY/evil' }], ['evil']],
  [
    'a link in place of the directory',
    [{ name: 'entry', type: 2, link: '..' }, { name: 'entry/evil' }],
    ['evil'],
  ],
  [
    'a link, and a file through it',
    [{ name: 'entry/to', type: 2, link: 'DIRECTORY' }, { name: 'entry/to/evil' }],
    ['evil'],
  ],
  [
    'a hard link to a file outside the archive',
    [{ name: 'entry/secret', type: 1, link: 'DIRECTORY/secret' }, { name: 'entry/secret' }],
    ['secret'],
  ],
  ['rights of the directory above', [{ name: '..', type: 5, mode: '000' }, { name: 'x' }], ['x']],
  ['a pipe', [{ name: 'entry/pipe', type: 6 }, { name: 'entry/x' }], ['x']],
  ['nothing', [], []],
])('%s', async (name, members, expected) => {
  job.moveTo(name.replaceAll(/\W+/g, '-'));
  writeFileSync(join(job.directory, 'secret'), 'secret');
  const here = (text: string) => text.replace('DIRECTORY', job.directory);
  const archive = tar(members.map((one) => ({ ...one, name: here(one.name), link: here(one.link ?? '') })));
  // The client only looks for archives of the compression that it has itself.
  const zstd = job.service.archive(KEY).readUInt32LE() === 0xfd2fb528;
  const compressed = zstd ? execFileSync('zstd', ['--stdout'], { input: archive }) : gzipSync(archive);
  job.service.replace(KEY, compressed);
  const before = surroundings();
  const target = join(process.env.RUNNER_TEMP ?? '', 'target');
  expect(await job.cache.restore(KEY, PREFIX, target)).toBe(KEY);
  expect(readdirSync(target).sort()).toEqual(expected);
  for (const name of expected) expect(readFileSync(join(target, name), 'utf8')).toBe('evil');
  expect(readFileSync(join(job.directory, 'secret'), 'utf8')).toBe('secret');
  const added = surroundings().filter((name) => !before.includes(name) && !name.includes('_temp/target'));
  expect(added).toEqual([]);
  expect(job.processes).toEqual([]);
});
