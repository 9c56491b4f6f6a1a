/** Which source a request means, and what of it arrives in the tree of a build. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Recipe } from '../../../src/build/recipes/recipe.ts';
import { fetchSource, resolveSource, type Source } from '../../../src/build/source/source.ts';
import { git, HOST, noise, Remotes, type Revision, recorder } from './remotes.ts';

const BROTLI = { url: `${HOST}brotli.git`, only: 'c' };

let remotes: Remotes;
let openssl: Revision;
let brotli: Revision;
let pin: Revision;
let later: Revision;
let recipe: Recipe;

let dir: string;
let tree: string;
let record: ReturnType<typeof recorder>;

beforeAll(async () => {
  remotes = await Remotes.start();
  openssl = remotes.commit('openssl.git', { 'e_os.h': 'openssl 1' });
  remotes.commit('openssl.git', { 'e_os.h': 'openssl 2' });
  brotli = remotes.commit('brotli.git', { 'c/enc.c': 'brotli', 'tests/big.bin': noise(256 * 1024) });
  const files = { 'build.sh': '#!/bin/sh\n', 'Pkg/a.c': 'one', '.gitignore': 'Build/\n*.o\n' };
  const links = {
    'Crypto/openssl': openssl.commit,
    'Tools/brotli': brotli.commit,
    'Mde/brotli': brotli.commit,
    'Test/unused': '0123456789'.repeat(4),
  };
  pin = remotes.commit('edk2.git', files, links);
  later = remotes.commit('edk2.git', { 'Pkg/a.c': 'two' }, links);
  recipe = {
    name: 'tdvf',
    pins: {
      documented: { version: 'v1', url: `${HOST}edk2.git`, ...pin },
      current: { version: 'v2', url: `${HOST}edk2.git`, ...later },
    },
    submodules: [
      { path: 'Crypto/openssl', url: `${HOST}openssl.git` },
      { path: 'Tools/brotli', ...BROTLI },
      { path: 'Mde/brotli', ...BROTLI },
      { path: 'Dropped/long-ago', url: `${HOST}dropped.git` },
    ],
    tools: [],
    environment: {},
    copies: [],
    directories: [],
    steps: () => [],
    output: () => 'out.fd',
  };
});

afterAll(() => remotes.stop());

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tdx-boot-source-'));
  tree = join(dir, 'scratch', 'tree');
  mkdirSync(join(dir, 'scratch'));
  record = recorder();
  remotes.requests.length = 0;
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const resolveIt = (ref?: string, repository?: string): Promise<Source> =>
  resolveSource(recipe, { ...(ref && { ref }), ...(repository && { repository }) }, record);

const fetchIt = (source: Source) =>
  fetchSource(recipe, source, tree, { ...record, cache: join(dir, 'cache'), scratch: join(dir, 'scratch') });

/** What is below a directory: content of files (with * if executable), targets of links. */
function contents(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      const stat = lstatSync(join(directory, name));
      if (stat.isDirectory()) return [];
      if (stat.isSymbolicLink()) return [[name, `-> ${readlinkSync(join(directory, name))}`]];
      const mark = (stat.mode & 0o111) === 0 ? '' : '*';
      return [[name + mark, readFileSync(join(directory, name), 'utf8')]];
    }),
  );
}

const AT_PIN = {
  '.gitignore': 'Build/\n*.o\n',
  'Crypto/openssl/e_os.h': 'openssl 1',
  'Mde/brotli/c/enc.c': 'brotli',
  'Pkg/a.c': 'one',
  'Tools/brotli/c/enc.c': 'brotli',
  'build.sh*': '#!/bin/sh\n',
};

describe('a request', () => {
  test('for nothing in particular means the pin, without a network', async () => {
    expect(await resolveIt()).toEqual({ kind: 'git', url: `${HOST}edk2.git`, ...pin });
    expect(remotes.requests).toEqual([]);
  });

  test('for a ref means its commit; only the pin has a known tree', async () => {
    expect(await resolveIt('main')).toEqual({ kind: 'git', url: `${HOST}edk2.git`, commit: later.commit });
    expect(await resolveIt(pin.commit)).toEqual({ kind: 'git', url: `${HOST}edk2.git`, ...pin });
  });

  test('with the current pins means the other pin, and a ref goes before both', async () => {
    const url = `${HOST}edk2.git`;
    expect(await resolveSource(recipe, { pins: 'current' }, record)).toEqual({ kind: 'git', url, ...later });
    expect(remotes.requests).toEqual([]);
    expect(await resolveSource(recipe, { pins: 'current', ref: pin.commit }, record)).toEqual({
      kind: 'git',
      url,
      commit: pin.commit,
    });
  });

  test('for another repository means the pin there', async () => {
    const url = `${HOST}fork.git`;
    expect(await resolveIt(undefined, url)).toEqual({ kind: 'git', url, ...pin });
  });

  test('for a ref of a local repository means its commit', async () => {
    const path = remotes.path('edk2.git');
    expect(await resolveIt('main', path)).toEqual({ kind: 'git', url: path, commit: later.commit });
  });

  test('for a directory means its contents', async () => {
    const path = remotes.path('brotli.git');
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await resolveIt(undefined, path)).toEqual({ kind: 'directory', path, digest });
    expect(remotes.requests).toEqual([]);
  });

  test.each(['nothing', 'file'])('for a directory that is %s is refused', async (name) => {
    writeFileSync(join(dir, 'file'), '');
    await expect(resolveIt('main', join(dir, name))).rejects.toMatchObject({
      name: 'TdxBootError',
      code: 'no-directory',
      message: `the source repository ${join(dir, name)} is not a directory`,
    });
  });
});

describe('the source of a commit', () => {
  test('is its files and those of the submodules that the build reads', async () => {
    expect(await fetchIt(await resolveIt())).toEqual({
      from: `${HOST}edk2.git`,
      ...pin,
      submodules: [
        { path: 'Crypto/openssl', commit: openssl.commit },
        { path: 'Tools/brotli', commit: brotli.commit },
        { path: 'Mde/brotli', commit: brotli.commit },
      ],
    });
    expect(contents(tree)).toEqual(AT_PIN);
    expect(readdirSync(join(dir, 'scratch'))).toEqual(['tree']);
  });

  test('is fetched once: equal submodules, and the next build', async () => {
    await fetchIt(await resolveIt());
    const asked = (name: string) => remotes.requests.filter((line) => line.includes(name)).length;
    // Asking what it can do, then for trees, then for the blobs of one directory.
    expect(asked('openssl.git')).toBeGreaterThan(0);
    expect(asked('brotli.git')).toBe(2 * asked('openssl.git'));
    remotes.requests.length = 0;
    renameSync(tree, join(dir, 'first'));
    await fetchIt(await resolveIt());
    expect(contents(tree)).toEqual(AT_PIN);
    expect(remotes.requests).toEqual([]);
  });

  test('that failed with one submodule keeps what has come', async () => {
    const source = await resolveIt();
    renameSync(remotes.path('brotli.git'), remotes.path('hidden'));
    try {
      await expect(fetchIt(source)).rejects.toMatchObject({
        code: 'unreachable-remote',
        message: expect.stringContaining(`commit ${brotli.commit} from ${BROTLI.url}`),
      });
    } finally {
      renameSync(remotes.path('hidden'), remotes.path('brotli.git'));
    }
    rmSync(tree, { recursive: true });
    remotes.requests.length = 0;
    await fetchIt(source);
    expect(contents(tree)).toEqual(AT_PIN);
    expect(remotes.requests.filter((line) => !line.includes('brotli.git'))).toEqual([]);
  });

  test('says where it came from, without the password', async () => {
    const url = `${remotes.url.replace('//', '//user:s3cr3t@')}edk2.git`;
    const facts = await fetchIt({ kind: 'git', url, commit: later.commit });
    expect(facts).toMatchObject({ from: url.replace('user:s3cr3t', '***'), ...later });
    expect(contents(tree)['Pkg/a.c']).toBe('two');
  });

  test('is refused when the pin names another tree', async () => {
    const source: Source = { kind: 'git', url: `${HOST}edk2.git`, commit: later.commit, tree: pin.tree };
    await expect(fetchIt(source)).rejects.toMatchObject({ code: 'wrong-tree' });
    expect(readdirSync(join(dir, 'scratch'))).not.toContain('tree');
  });

  test('is announced', async () => {
    await fetchIt(await resolveIt());
    expect(record.events.flatMap((event) => (event.type === 'stage' ? [event.title] : []))).toEqual([
      `source of tdvf, commit ${pin.commit.slice(0, 12)}`,
      'source of Crypto/openssl',
      'source of Tools/brotli',
      'source of Mde/brotli',
    ]);
  });
});

describe('a directory', () => {
  let path: string;

  const mine = { ...AT_PIN, 'Dropped/long-ago/x': '', link: '-> Pkg/a.c' };

  beforeEach(() => {
    path = join(dir, 'mine');
    for (const [name, text] of Object.entries({ ...AT_PIN, 'Dropped/long-ago/x': '' })) {
      const file = join(path, name.replace('*', ''));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { mode: name.endsWith('*') ? 0o755 : 0o644 });
    }
    symlinkSync('Pkg/a.c', join(path, 'link'));
  });

  const digest = async (): Promise<string> => {
    const source = await resolveIt(undefined, path);
    return source.kind === 'directory' ? source.digest : 'none';
  };

  test('is copied: files, modes and links', async () => {
    expect(await fetchIt(await resolveIt(undefined, path))).toEqual({ from: path, submodules: [] });
    expect(contents(tree)).toEqual(mine);
  });

  test.each<[string, () => void]>([
    ['the content of a file', () => writeFileSync(join(path, 'Pkg/a.c'), 'three')],
    ['the name of a file', () => renameSync(join(path, 'Pkg/a.c'), join(path, 'Pkg/b.c'))],
    ['the mode of a file', () => chmodSync(join(path, 'Pkg/a.c'), 0o755)],
    ['a new file', () => writeFileSync(join(path, 'Pkg/new.c'), '')],
    ['a lost file', () => rmSync(join(path, 'Pkg/a.c'))],
    ['a file of a submodule', () => writeFileSync(join(path, 'Crypto/openssl/e_os.h'), '')],
    [
      'the target of a link',
      () => {
        rmSync(join(path, 'link'));
        symlinkSync('build.sh', join(path, 'link'));
      },
    ],
    [
      'a file in place of a link',
      () => {
        rmSync(join(path, 'link'));
        writeFileSync(join(path, 'link'), 'Pkg/a.c');
      },
    ],
  ])('is another source after a change of %s', async (_, change) => {
    const before = await digest();
    change();
    expect(await digest()).not.toBe(before);
  });

  test('is the same source wherever it is, and whatever git keeps beside it', async () => {
    const before = await digest();
    mkdirSync(join(path, 'Crypto/openssl/.git'));
    renameSync(path, join(dir, 'moved'));
    path = join(dir, 'moved');
    rmSync(join(path, 'Crypto/openssl/.git'), { recursive: true });
    expect(await digest()).toBe(before);
  });

  test('that changes before it is copied is refused', async () => {
    const source = await resolveIt(undefined, path);
    writeFileSync(join(path, 'Pkg/a.c'), 'three');
    await expect(fetchIt(source)).rejects.toMatchObject({
      code: 'source-changed',
      message: `${path} changed while it was copied`,
    });
  });

  test('in git counts without what git ignores; changes and new files count', async () => {
    git(path, 'init', '--quiet');
    git(path, 'add', '.');
    git(path, 'commit', '--quiet', '--message', 'Mine');
    const before = await digest();
    mkdirSync(join(path, 'Build'));
    writeFileSync(join(path, 'Build/out.fd'), 'built');
    writeFileSync(join(path, 'Pkg/a.o'), 'built');
    expect(await digest()).toBe(before);
    writeFileSync(join(path, 'Pkg/a.c'), 'changed');
    writeFileSync(join(path, 'Pkg/new.c'), 'new');
    rmSync(join(path, 'link'));
    await fetchIt(await resolveIt(undefined, path));
    const { link, ...rest } = { ...mine, 'Pkg/a.c': 'changed', 'Pkg/new.c': 'new' };
    expect(contents(tree)).toEqual(rest);
  });

  test('in git may belong to somebody else', async () => {
    git(path, 'init', '--quiet');
    const before = await digest();
    const commands = process.env.PATH ?? '';
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    // What git's own tests have for it; another owner needs root.
    const wrapper = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${real} "$@"\n`;
    writeFileSync(join(dir, 'git'), wrapper, { mode: 0o755 });
    process.env.PATH = `${dir}:${commands}`;
    try {
      expect(await digest()).toBe(before);
    } finally {
      process.env.PATH = commands;
    }
  });

  test('with submodules in git counts with their files', async () => {
    const submodule = join(path, 'Crypto/openssl');
    for (const repository of [submodule, path]) {
      git(repository, 'init', '--quiet');
      git(repository, 'add', '.');
      git(repository, 'commit', '--quiet', '--message', 'Mine');
    }
    await fetchIt(await resolveIt(undefined, path));
    expect(contents(tree)).toEqual(mine);
  });

  test.each([
    ['empty', (at: string) => rmSync(join(at, 'c'), { recursive: true })],
    ['missing', (at: string) => rmSync(at, { recursive: true })],
  ])('whose submodule is %s gets it from its twin', async (_, empty) => {
    empty(join(path, 'Tools/brotli'));
    await fetchIt(await resolveIt(undefined, path));
    expect(contents(tree)).toEqual(mine);
  });

  test('whose submodule is empty everywhere is refused', async () => {
    rmSync(join(path, 'Tools/brotli'), { recursive: true });
    rmSync(join(path, 'Mde/brotli'), { recursive: true });
    await expect(fetchIt(await resolveIt(undefined, path))).rejects.toMatchObject({
      code: 'submodule-empty',
      message: `${path} has nothing in Tools/brotli, which the build reads`,
      hint: `Run: git -C ${path} submodule update --init --depth 1 Tools/brotli`,
    });
  });

  test('may have a pipe in it, which nobody reads', async () => {
    const before = await digest();
    execFileSync('mkfifo', [join(path, 'pipe')]);
    expect(await digest()).toBe(before);
  });

  test('that cannot be read is a named error', async () => {
    // Too large for one read: an error that root gets, too.
    writeFileSync(join(path, 'huge'), '');
    truncateSync(join(path, 'huge'), 5 * 2 ** 30);
    await expect(resolveIt(undefined, path)).rejects.toMatchObject({ code: 'source-unreadable' });
  });
});
