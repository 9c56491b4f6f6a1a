import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildKey } from '../../../src/build/store/manifest.ts';
import { defaultRoot, type Entry } from '../../../src/build/store/store.ts';
import {
  A,
  add,
  HOUR,
  IMAGE,
  inputs,
  KEY,
  leftovers,
  manifestOf,
  notices,
  open,
  root,
  stage,
  useStore,
} from './store-lab.ts';

useStore();

describe('an image in the store', () => {
  test('is found by its key, whole', async () => {
    const added = await add(open(), A);
    const found = open().find(KEY);
    expect(found).toEqual(added);
    expect(readFileSync(found?.image ?? '').equals(IMAGE)).toBe(true);
    expect([leftovers(), notices]).toEqual([[], []]);
  });

  test('is found by what it is made from, whatever the toolchain: the newest', async () => {
    await add(open(), inputs('a', 'gcc 13'), '2026-03-01T00:00:00.000Z');
    await add(open(), inputs('a', 'gcc 12'), '2026-01-01T00:00:00.000Z');
    await add(open(), inputs('b', 'gcc 14'), '2026-04-01T00:00:00.000Z');
    expect(open().findAny(buildKey(A).prefix)?.manifest.inputs.toolchain).toEqual({ gcc: 'gcc 13' });
    expect(open().findAny(buildKey(inputs('c')).prefix)).toBeUndefined();
  });

  test('is passed over for an older one when it is damaged', async () => {
    const newest = await add(open(), inputs('a', 'gcc 13'), '2026-03-01T00:00:00.000Z');
    await add(open(), inputs('a', 'gcc 12'), '2026-01-01T00:00:00.000Z');
    truncateSync(newest.image, 1);
    expect(open().findAny(buildKey(A).prefix)?.manifest.inputs.toolchain).toEqual({ gcc: 'gcc 12' });
  });

  test('is not added when it is not what its manifest says', async () => {
    const adding = open().withStaging(async (staging) =>
      open().add(stage(staging, Buffer.from('something else')), manifestOf(IMAGE, A)),
    );
    await expect(adding).rejects.toThrow('its image has 14 bytes instead of 65536');
    expect([open().list(), leftovers()]).toEqual([[], []]);
  });

  test('stays the same one when it is added twice', async () => {
    const first = await add(open(), A, '2026-01-01T00:00:00.000Z');
    const second = await add(open(), A, '2026-02-02T00:00:00.000Z');
    expect(second).toEqual(first);
    expect(leftovers()).toEqual([]);
  });

  test('takes the place of a damaged one', async () => {
    const first = await add(open(), A, '2026-01-01T00:00:00.000Z');
    truncateSync(first.image, 100);
    const second = await add(open(), A, '2026-02-02T00:00:00.000Z');
    expect(open().find(KEY)).toEqual(second);
    expect([second.manifest.builtAt, notices.length]).toEqual(['2026-02-02T00:00:00.000Z', 1]);
  });
});

describe('a damaged image is thrown away, with a notice that says how', () => {
  /** Puts a copy of the image elsewhere and `make`s something in its place. */
  function replace({ image, directory }: Entry, make: (copy: string, image: string) => void): void {
    const copy = join(directory, '..', '..', 'elsewhere');
    cpSync(image, copy);
    rmSync(image);
    make(copy, image);
  }

  function edit({ manifestFile }: Entry, from: string, to: string): void {
    const text = readFileSync(manifestFile, 'utf8');
    expect(text).toContain(from);
    writeFileSync(manifestFile, text.replace(from, to));
  }

  test.each<[string, (entry: Entry) => void, string]>([
    [
      'one flipped bit',
      ({ image }) => writeFileSync(image, Buffer.from(IMAGE.map((b, i) => (i === 7 ? b ^ 1 : b)))),
      'the SHA-256 of its image is',
    ],
    ['truncated', ({ image }) => truncateSync(image, 100), 'its image has 100 bytes instead of 65536'],
    ['longer', ({ image }) => truncateSync(image, 65537), 'its image has 65537 bytes instead of 65536'],
    ['missing', ({ image }) => rmSync(image), 'its image is missing'],
    [
      'a link to another file',
      (entry) => replace(entry, (copy, image) => symlinkSync(copy, image)),
      'its image is not a regular file',
    ],
    [
      'a directory',
      (entry) => replace(entry, (_, image) => mkdirSync(image)),
      'its image is not a regular file',
    ],
    ['an empty manifest', ({ manifestFile }) => truncateSync(manifestFile, 0), 'its manifest is damaged'],
    ['other tools claimed', (entry) => edit(entry, 'gcc 12', 'gcc 13'), 'its manifest is damaged'],
    [
      'another key claimed',
      (entry) => edit(entry, KEY, KEY.replace('release', 'debug')),
      'manifest is damaged',
    ],
    [
      'another digest claimed',
      (entry) => edit(entry, '"sha256": "', '"sha256": "0'),
      'its manifest is damaged',
    ],
    ['an image named elsewhere', (entry) => edit(entry, 'OVMF.fd', '../x'), 'its manifest is damaged'],
    ['no manifest', ({ manifestFile }) => rmSync(manifestFile), 'no such file'],
    [
      'a file in the place of it all',
      ({ directory }) => {
        rmSync(directory, { recursive: true });
        writeFileSync(directory, '');
      },
      'a part of its path is a file',
    ],
  ])('%s', async (_, damage, said) => {
    const entry = await add(open(), A);
    damage(entry);
    expect(open().find(KEY)).toBeUndefined();
    expect(notices).toEqual([expect.stringContaining(said)]);
    expect(notices[0]).toContain(entry.directory);
    expect([existsSync(entry.directory), leftovers()]).toEqual([false, []]);
    await add(open(), A);
    expect(open().find(KEY)).toBeDefined();
  });

  test('the manifest of another image', async () => {
    const a = await add(open(), A);
    const b = await add(open(), inputs('b'));
    cpSync(b.manifestFile, a.manifestFile);
    expect(open().find(KEY)).toBeUndefined();
    expect(open().find(b.manifest.key)).toEqual(b);
  });

  test('all of another image', async () => {
    const b = await add(open(), inputs('b'));
    renameSync(b.directory, join(b.directory, '..', KEY));
    expect(open().find(KEY)).toBeUndefined();
  });
});

describe('the size of the store', () => {
  /** Three images, the first used longest ago. */
  async function three(age: number): Promise<string[]> {
    const keys: string[] = [];
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      const { manifestFile, manifest } = await add(open(), inputs(name));
      const used = new Date(Date.now() - age - (3 - index) * 1000);
      utimesSync(manifestFile, used, used);
      keys.push(manifest.key);
    }
    return keys;
  }

  const names = (): string[] =>
    open()
      .list()
      .map(({ entry }) => entry.manifest.inputs.source.slice(-1));

  test('the longest unused go first; a use counts', async () => {
    const [first = ''] = await three(2 * HOUR);
    open().find(first);
    expect(names()).toEqual(['a', 'c', 'b']);
    await add(open(3 * IMAGE.length), inputs('d'));
    expect(names()).toEqual(['d', 'a', 'c']);
    expect(leftovers()).toEqual([]);
  });

  test('being found by its prefix is a use', async () => {
    await three(2 * HOUR);
    open().findAny(buildKey(A).prefix);
    expect(names()).toEqual(['a', 'c', 'b']);
  });

  test('what is older and small does not outlive what is newer and large', async () => {
    for (const [name, size, hours] of [
      ['old', 1, 4],
      ['large', 3, 3],
      ['new', 2, 2],
    ] as const) {
      const { manifestFile } = await add(open(), inputs(name), undefined, Buffer.alloc(size * 1024));
      const used = new Date(Date.now() - hours * HOUR);
      utimesSync(manifestFile, used, used);
    }
    const removed = open().prune({ limit: 4 * 1024 });
    expect(removed.map(({ manifest }) => manifest.inputs.source)).toEqual(['commit:old', 'commit:large']);
  });

  test('what was used within the hour stays', async () => {
    await three(HOUR / 2);
    await add(open(IMAGE.length), inputs('d'));
    expect(names().sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('pruning on request spares none', async () => {
    await three(0);
    const sources = (removed: Entry[]): string[] => removed.map(({ manifest }) => manifest.inputs.source);
    expect(sources(open().prune({ limit: IMAGE.length }))).toEqual(['commit:a', 'commit:b']);
    expect(names()).toEqual(['c']);
    await add(open(), inputs('d'));
    expect(sources(open().prune({ limit: 0 }))).toEqual(['commit:c', 'commit:d']);
    expect([names(), leftovers()]).toEqual([[], []]);
  });

  test('a log goes with its image; without an image, an hour after its last line', async () => {
    const [first = '', second = ''] = await three(2 * HOUR);
    mkdirSync(join(root, 'logs'));
    const old = new Date(Date.now() - 2 * HOUR);
    for (const key of [first, second, 'failed-long-ago', 'building']) {
      writeFileSync(open().logPath(key), 'gcc');
      if (key !== 'building') utimesSync(open().logPath(key), old, old);
    }
    open().prune({ limit: 2 * IMAGE.length });
    expect(readdirSync(join(root, 'logs')).sort()).toEqual(['building.log', `${second}.log`].sort());
  });
});

test.each<[string | undefined, RegExp]>([
  ['/var/cache/ci', /^\/var\/cache\/ci\/tdx-boot\/firmware$/],
  ['', /^\/.*\/\.cache\/tdx-boot\/firmware$/],
  ['relative', /^\/.*\/\.cache\/tdx-boot\/firmware$/],
  [undefined, /^\/.*\/\.cache\/tdx-boot\/firmware$/],
])('XDG_CACHE_HOME=%p', (value, expected) => {
  const { XDG_CACHE_HOME: before } = process.env;
  try {
    delete process.env.XDG_CACHE_HOME;
    if (value !== undefined) process.env.XDG_CACHE_HOME = value;
    expect(defaultRoot()).toMatch(expected);
  } finally {
    delete process.env.XDG_CACHE_HOME;
    if (before !== undefined) process.env.XDG_CACHE_HOME = before;
  }
});
