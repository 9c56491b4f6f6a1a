/** The store of images: whole or not there, checked before use, bounded, and sound whenever its writer is killed. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildKey, type Inputs, type Manifest } from '../../../src/build/store/manifest.ts';
import { defaultRoot, type Entry, Store } from '../../../src/build/store/store.ts';
import { withLock } from '../../../src/process/lock.ts';
import { codeOf } from '../../../src/words/errors.ts';
import { asOtherUser } from '../../support/other-user.ts';
import { until } from '../../support/until.ts';

const IMAGE = Buffer.alloc(64 * 1024, 'tdvf');
const HOUR = 3600_000;

let root: string;
let notices: string[];
const children: ChildProcess[] = [];

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'tdx-boot-store-')), 'firmware');
  notices = [];
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(join(root, '..'), { recursive: true, force: true });
});

function open(limit = 1 << 30): Store {
  return new Store(root, { limit, listener: (event) => event.type === 'notice' && notices.push(event.text) });
}

function inputs(commit: string, gcc = 'gcc 12'): Inputs {
  const rest = { recipeDigest: 'r', defines: [], arch: 'x64', toolchain: { gcc } };
  return { recipe: 'tdvf', build: 'release', source: `commit:${commit}`, ...rest };
}

function manifestOf(image: Buffer, made: Inputs, builtAt = '2026-01-01T00:00:00.000Z'): Manifest {
  const sha256 = createHash('sha256').update(image).digest('hex');
  const source = { from: 'test', submodules: [] };
  const facts = { image: 'OVMF.fd', size: image.length, sha256, source, builtAt, buildSeconds: 1 };
  return { version: 1, key: buildKey(made).key, inputs: made, ...facts };
}

/** A finished image in a new directory below `staging`. */
function stage(staging: string, image = IMAGE): string {
  const entry = join(staging, 'entry');
  mkdirSync(entry);
  writeFileSync(join(entry, 'OVMF.fd'), image);
  return entry;
}

async function add(store: Store, made: Inputs, builtAt?: string, image = IMAGE): Promise<Entry> {
  return store.withStaging(async (staging) =>
    store.add(stage(staging, image), manifestOf(image, made, builtAt)),
  );
}

/** What is in the directories of the store that have to be empty when nobody works there. */
function leftovers(): string[] {
  return ['tmp', 'locks'].flatMap((name) =>
    existsSync(join(root, name)) ? readdirSync(join(root, name)) : [],
  );
}

/** A program for another process: it has a store, an image, manifests of three keys, and add(). */
function worker(body: string): string {
  const source = (name: string): string =>
    JSON.stringify(join(import.meta.dirname, `../../../src/${name}.ts`));
  return `
    import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
    import { Store } from ${source('build/store/store')};
    import { withLock } from ${source('process/lock')};
    const root = ${JSON.stringify(root)};
    const listener = ({ text }) => console.log('notice: ' + text);
    const store = new Store(root, { limit: 1 << 30, listener });
    const image = Buffer.alloc(64 * 1024, 'tdvf');
    const manifests = ${JSON.stringify(['a', 'b', 'c'].map((name) => manifestOf(IMAGE, inputs(name))))};
    const add = (manifest) => store.withStaging(async (staging) => {
      mkdirSync(staging + '/entry');
      writeFileSync(staging + '/entry/OVMF.fd', image);
      return store.add(staging + '/entry', manifest);
    });
    ${body}`;
}

const RUN = [process.execPath, '--input-type=module', '--eval'] as const;

interface Worker {
  readonly process: ChildProcess;
  readonly firstLine: Promise<string>;
  /** All that it has said, when it has ended. */
  readonly output: Promise<string>;
}

function start(body: string): Worker {
  const [program, ...args] = RUN;
  const process = spawn(program, [...args, worker(body)], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(process);
  const lines: string[] = [];
  const reader = createInterface(process.stdout).on('line', (line) => lines.push(line));
  return {
    process,
    firstLine: once(reader, 'line').then(([line]) => String(line)),
    output: once(process, 'close').then(() => lines.join('\n')),
  };
}

const A = inputs('a');
const KEY = buildKey(A).key;

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

describe('a store that cannot be written', () => {
  test.each<[string, string, string]>([
    // The image alone takes 16 pages, so most attempts end in the midst of it.
    ['pages', 'size=240k', 'writeFileSync(filler + 0, Buffer.alloc(4096 * (60 - free)));'],
    // Two directories and the files of one image: the staging lock is the first that does not fit.
    ['files', 'nr_inodes=40', 'for (let i = free; i < 37; i++) writeFileSync(filler + i, "");'],
  ])('full, at any point, of %s: a named error, and nothing half-written', (_, option, fill) => {
    // Leaves so much free, adds, and says what came of it and what is there afterwards.
    const program = worker(`
      const filler = root + '/filler-';
      const list = (name) => readdirSync(root).includes(name) ? readdirSync(root + '/' + name) : [];
      for (let free = 0; ; free++) {
        ${fill}
        const said = await add(manifests[0]).then(() => 'added', (error) => error.code);
        console.log(said, list('tmp').length, list('entries').length);
        if (said !== 'disk-full') break;
        for (const name of readdirSync(root)) if (name.startsWith('filler-')) rmSync(root + '/' + name);
      }`);
    mkdirSync(root);
    const sandbox = ['--user', '--map-root-user', '--mount', '--'];
    const mount = ['mount', '-t', 'tmpfs', '-o', option, 'none', root];
    const allowed = spawnSync('unshare', [...sandbox, ...mount], { encoding: 'utf8' });
    if (allowed.status !== 0) {
      process.stderr.write(`Not run: a full disk needs a separate file system: ${allowed.stderr}\n`);
      return;
    }
    const both = ['sh', '-c', `mount -t tmpfs -o ${option} none "$0" && exec "$@"`, root, ...RUN, program];
    const said = execFileSync('unshare', [...sandbox, ...both], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(said.at(-1)).toBe('added 0 1');
    expect(new Set(said.slice(0, -1))).toEqual(new Set(['disk-full 0 0']));
    expect(said.length).toBeGreaterThan(3);
  });

  /** Runs a program in the store made read-only. Root without its right to write everywhere is like any user. */
  function withoutRights(body: string): string[] {
    execFileSync('chmod', ['-R', 'a-w', root]);
    const drop = process.getuid?.() === 0 ? ['--bounding-set', '-dac_override,-dac_read_search'] : [];
    try {
      const args = [...drop, '--', ...RUN, worker(body)];
      return execFileSync('setpriv', args, { encoding: 'utf8' }).trim().split('\n');
    } finally {
      execFileSync('chmod', ['-R', 'u+w', root]);
    }
  }

  test('read-only: what is in it is used, and adding is a named error', async () => {
    const { image } = await add(open(), A);
    mkdirSync(join(root, 'locks'), { recursive: true });
    const [found, lock, adding, notice, pruned] = withoutRights(`
      const say = (error) => console.log(error.code, error.message, error.hint);
      console.log(store.find(manifests[0].key)?.image);
      try { store.lockPath('a'); } catch (error) { say(error); }
      await add(manifests[1]).catch(say);
      console.log(store.prune({ limit: 0 }).length);`);
    expect(found).toBe(image);
    const problem = `store-unwritable cannot write to the store ${root}: `;
    expect([lock, adding]).toEqual([expect.stringContaining(problem), expect.stringContaining(problem)]);
    expect(adding).toContain('may not be used by this user (EACCES) Make it writable for this user');
    expect([notice, pruned]).toEqual([expect.stringContaining('notice: Cannot remove'), '0']);
  });

  test('read-only: a damaged image is not used, and what was left is not swept, both with a notice', async () => {
    const { image, directory } = await add(open(), A);
    truncateSync(image, 1);
    mkdirSync(join(root, 'tmp', 'left'));
    const said = withoutRights(`
      console.log(store.find(manifests[0].key), store.prune({ limit: 0 }));
      await store.sweep();`);
    expect(said).toEqual([
      `notice: Not used: ${directory}: its image has 1 bytes instead of 65536`,
      expect.stringContaining(`notice: Cannot remove ${directory}: `),
      `notice: Not used: ${directory}: its image has 1 bytes instead of 65536`,
      expect.stringContaining(`notice: Cannot remove ${directory}: `),
      'undefined []',
      expect.stringContaining(`notice: cannot open the lock file ${join(root, 'tmp', 'left.lock')}: `),
    ]);
  });

  test('of another user: what is in it is used, and adding is a named error', async () => {
    const { image } = await add(open(), A);
    chmodSync(join(root, '..'), 0o755);
    const said = asOtherUser(`
      import { Store } from 'SRC/build/store/store.ts';
      const store = new Store(${JSON.stringify(root)}, { listener: () => undefined });
      console.log(store.find(${JSON.stringify(KEY)}).image);
      await store.withStaging(async () => undefined).catch(({ code }) => console.log(code));`);
    expect(said).toBe(`${image}\nstore-unwritable\n`);
  });

  test('a damaged image that is somebody else’s to remove is a named error', async () => {
    const { image } = await add(open(), A);
    truncateSync(image, 1);
    const [code] = withoutRights(`
      import { chmodSync } from 'node:fs';
      for (const name of ['', '/tmp', '/entries']) chmodSync(root + name, 0o755);
      const { code, message } = await add(manifests[0]).catch((error) => error);
      console.log(code, message);`).filter((line) => !line.startsWith('notice'));
    expect(code).toContain(`store-unwritable cannot write to the store ${root}: cannot replace`);
  });

  test('a file where it should be', async () => {
    writeFileSync(root, '');
    await expect(add(open(), A)).rejects.toMatchObject({
      code: 'store-unwritable',
      message: expect.stringContaining(root),
    });
    expect(open().find(KEY)).toBeUndefined();
  });
});

describe('many processes', () => {
  test('that want the same image at once make it once', async () => {
    const log = join(root, '..', 'made');
    const workers = Array.from({ length: 6 }, () =>
      start(`
        console.log('ready');
        await new Promise((resolve) => process.stdin.on('end', resolve).resume());
        const [manifest] = manifests;
        const entry = store.find(manifest.key) ?? await withLock(store.lockPath('a'), { waitMs: 60000 }, async () => {
          const made = store.find(manifest.key);
          if (made !== undefined) return made;
          appendFileSync(${JSON.stringify(log)}, 'made\\n');
          return add(manifest);
        });
        console.log(entry.image);`),
    );
    await Promise.all(workers.map(({ firstLine }) => firstLine));
    for (const { process } of workers) process.stdin?.end();
    const outputs = await Promise.all(workers.map(({ output }) => output));
    expect(new Set(outputs)).toEqual(new Set([`ready\n${open().find(KEY)?.image}`]));
    expect([readFileSync(log, 'utf8'), leftovers()]).toEqual(['made\n', []]);
  });

  test('that add, look up and prune at once do not disturb each other', async () => {
    const workers = Array.from({ length: 4 }, () =>
      start(`
        for (let i = 0; i < 24; i++) {
          const manifest = manifests[i % 3];
          await add(manifest);
          store.find(manifest.key);
          store.list();
          store.prune({ limit: image.length });
        }
        console.log('done');`),
    );
    const outputs = await Promise.all(workers.map(({ output }) => output));
    expect(outputs).toEqual(['done', 'done', 'done', 'done']);
    expect(leftovers()).toEqual([]);
  });
});

test('an image that is replaced while it is looked at is not taken for damaged', async () => {
  const { directory, manifestFile, image } = await add(open(), A);
  const sound = join(root, 'sound');
  cpSync(directory, sound, { recursive: true });
  // A named pipe stops the other process in the midst of its look.
  rmSync(manifestFile);
  execFileSync('mkfifo', [manifestFile]);
  const { output } = start('console.log(store.find(manifests[0].key)?.image);');
  const pipe = await openForReader(manifestFile);
  renameSync(directory, join(root, 'evicted'));
  renameSync(sound, directory);
  writeSync(pipe, 'the manifest of the damaged one');
  closeSync(pipe);
  expect(await output).toBe(image);
});

/** Opens a named pipe for writing as soon as another process reads it. */
async function openForReader(path: string): Promise<number> {
  let pipe: number | undefined;
  await until(`there is a reader of ${path}`, () => {
    try {
      pipe = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    return pipe !== undefined;
  });
  return Number(pipe);
}

describe('processes that are killed', () => {
  test('at random moments: only whole images are ever found, and what they left is swept', async () => {
    // Both work without an end: one may be hit anywhere, the other one has to live with what the first leaves.
    const work = `
      console.log('started');
      for (let i = 0; ; i = (i + 1) % 3) {
        await withLock(store.lockPath(manifests[i].key), { waitMs: 20000 }, () => add(manifests[i]));
        store.find(manifests[i].key);
        if (i === 2) store.prune({ limit: image.length });
      }`;
    const survivor = start(work);
    let random = 20261124;
    for (let round = 0; round < 60; round++) {
      const victim = start(work);
      await victim.firstLine;
      random = (random * 1103515245 + 12345) & 0x7fffffff;
      const until = performance.now() + ((random >> 8) % 500) / 10;
      while (performance.now() < until) {
        const found = open().find(KEY);
        if (found !== undefined) expect(found.manifest).toEqual(manifestOf(IMAGE, A));
        await new Promise(setImmediate);
      }
      victim.process.kill('SIGKILL');
      expect(await victim.output).toBe('started');
    }
    expect(survivor.process.exitCode).toBeNull();
    survivor.process.kill('SIGKILL');
    expect(await survivor.output).toBe('started');

    await open().sweep();
    expect([leftovers(), notices]).toEqual([[], []]);
    await withLock(open().lockPath(KEY), { waitMs: 0 }, () => add(open(), A));
    expect(open().find(KEY)).toBeDefined();
  });

  test('their staging directory is swept then, and not before', async () => {
    const { firstLine, output, process } = start(`
      await store.withStaging(async (staging) => {
        writeFileSync(staging + '/half', image);
        console.log(staging);
        await new Promise((resolve) => process.stdin.on('end', resolve).resume());
      });`);
    const staging = await firstLine;
    await open().sweep();
    expect(existsSync(join(staging, 'half'))).toBe(true);
    process.kill('SIGKILL');
    await output;
    expect(existsSync(join(staging, 'half'))).toBe(true);
    await open().sweep();
    expect([leftovers(), notices]).toEqual([[], []]);
  });

  test('what fails in a staging directory leaves none', async () => {
    const failing = open().withStaging(async (staging) => {
      stage(staging);
      throw new Error('the build failed');
    });
    await expect(failing).rejects.toThrow('the build failed');
    expect(leftovers()).toEqual([]);
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
