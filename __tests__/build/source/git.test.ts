/** Commits from real repositories, over a real server whose network fails: fetched whole and verified, or not at all. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Commit,
  checkOut,
  type FetchOptions,
  fetchCommit,
  resolveRef,
} from '../../../src/build/source/git.ts';
import { withoutPassword } from '../../../src/build/source/git-command.ts';
import { Store } from '../../../src/build/store/store.ts';
import { lingering, processesOf } from '../../support/processes.ts';
import { git, HOST, noise, Remotes, type Revision, recorder } from './remotes.ts';

const FILES = { 'a.txt': 'two', 'c/lib.c': 'int x;', 'big/noise.bin': noise(256 * 1024) };
const URL = `${HOST}edk2.git`;

let remotes: Remotes;
let old: Revision;
let wanted: Revision;
let record: ReturnType<typeof recorder>;
let store: Store;
const environment = { ...process.env };

beforeEach(async () => {
  remotes = await Remotes.start();
  old = remotes.commit('edk2.git', { ...FILES, 'a.txt': 'one', 'old.bin': noise(64 * 1024) });
  wanted = remotes.commit('edk2.git', { 'a.txt': 'two' });
  record = recorder();
  store = new Store(join(remotes.dir, 'store'), record);
});

afterEach(async () => {
  await remotes.stop();
  process.env = { ...environment };
});

/** Fetches as a build does: with a scratch directory that is gone afterwards. */
function fetch(commit: Partial<Commit> = {}, signal?: AbortSignal): Promise<string> {
  const places = (scratch: string): FetchOptions => ({ ...record, cache: store.sources, scratch, signal });
  return store.withStaging((scratch) =>
    fetchCommit({ url: URL, commit: wanted.commit, ...commit }, places(scratch)),
  );
}

/** The files of a fetched commit, by path. */
async function filesOf(repository: string, commit: Partial<Commit> = {}): Promise<Record<string, string>> {
  const files = join(remotes.dir, 'files');
  rmSync(files, { recursive: true, force: true });
  const scratch = remotes.dir;
  await checkOut(repository, { url: URL, commit: wanted.commit, ...commit }, files, { ...record, scratch });
  const names = readdirSync(files, { recursive: true, encoding: 'utf8' }).sort();
  const regular = names.filter((name) => statSync(join(files, name)).isFile());
  return Object.fromEntries(regular.map((name) => [name, readFileSync(join(files, name), 'latin1')]));
}

/** Nothing of an attempt is left: no process, no directory but finished repositories. */
function expectNothingLeft(finished: readonly string[] = []): void {
  expect(processesOf(remotes.dir)).toEqual([]);
  const names = existsSync(store.root) ? readdirSync(store.root, { recursive: true, encoding: 'utf8' }) : [];
  expect(names.filter((name) => /^tmp\/|^sources\/[^/]+$/.test(name))).toEqual(
    finished.map((name) => `sources/${name}`),
  );
}

const requestsForObjects = (): number => remotes.requests.filter((line) => line.startsWith('POST')).length;

describe('a commit', () => {
  test('comes alone, without its parents, other branches and tags', async () => {
    git(remotes.path('edk2.git'), 'tag', 'v1', wanted.commit);
    const repository = await fetch();
    expect(git(repository, 'rev-list', '--all')).toBe(wanted.commit);
    expect(git(repository, 'for-each-ref', '--format=%(refname)')).toBe('refs/wanted');
    expect(remotes.bytes).toBeLessThan(300 * 1024);
    // 1 commit, 3 trees, 4 files
    expect(git(repository, 'count-objects', '-v')).toMatch(/count: 8\b|in-pack: 8\b/);
    expect(() => git(repository, 'cat-file', '-e', old.commit)).toThrow();
    expect(Object.keys(await filesOf(repository))).toEqual(['a.txt', 'big/noise.bin', 'c/lib.c', 'old.bin']);
    expectNothingLeft([wanted.commit]);
  });

  test('that is no branch any more is fetched all the same', async () => {
    expect(git(await fetch({ commit: old.commit }), 'rev-list', '--all')).toBe(old.commit);
  });

  test('is fetched once, for whoever asks later', async () => {
    const first = await fetch();
    const asked = remotes.requests.length;
    expect(await fetch()).toBe(first);
    expect(await fetch({ tree: wanted.tree, url: `${HOST}elsewhere.git` })).toBe(first);
    expect(remotes.requests).toHaveLength(asked);
  });

  test.each([
    ['truncated', (pack: string) => truncateSync(pack, statSync(pack).size - 100)],
    ['changed by one bit', flipBit],
    ['lost', (pack: string) => rmSync(pack)],
  ])('whose stored copy was %s is fetched again', async (_, damage) => {
    process.env.GIT_CONFIG_COUNT = '1';
    process.env.GIT_CONFIG_KEY_0 = 'fetch.unpackLimit';
    process.env.GIT_CONFIG_VALUE_0 = '1';
    const repository = await fetch();
    const packs = join(repository, 'objects', 'pack');
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? 'none');
    chmodSync(pack, 0o644);
    damage(pack);
    expect(await fetch()).toBe(repository);
    expect(record.notices()).toEqual([`Not used: ${repository} is damaged; fetching it again`]);
    expect(await filesOf(repository)).toMatchObject({ 'a.txt': 'two' });
    expectNothingLeft([wanted.commit]);
  });

  test('of which one directory is needed comes with the files of that directory alone', async () => {
    const repository = await fetch({ only: 'c' });
    expect(remotes.bytes).toBeLessThan(16 * 1024);
    const asked = remotes.requests.length;
    expect(await filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
    expect(await fetch({ only: 'c' })).toBe(repository);
    expect(remotes.requests).toHaveLength(asked);
    expectNothingLeft([`${wanted.commit}-c`]);
  });

  test('comes whole where the server cannot leave files out', async () => {
    git(remotes.path('edk2.git'), 'config', 'uploadpack.allowFilter', 'false');
    const repository = await fetch({ only: 'c' });
    expect(await filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
  });

  test('reports how many objects have come', async () => {
    await fetch();
    const last = record.events.filter(({ type }) => type === 'progress').at(-1);
    expect(last).toMatchObject({ done: 8, total: 8, noun: 'objects' });
  });
});

function flipBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('an object other than the wanted commit', () => {
  test('a pin with another tree is refused before a file is written', async () => {
    await expect(fetch({ tree: old.tree })).rejects.toMatchObject({
      code: 'wrong-tree',
      message: `commit ${wanted.commit} of ${URL} has the tree ${wanted.tree}, but the pin says ${old.tree}`,
    });
    expectNothingLeft();
  });

  test('a stored commit with another tree is not used for the pin', async () => {
    await fetch();
    await expect(fetch({ tree: old.tree })).rejects.toMatchObject({ code: 'wrong-tree' });
  });

  test('a tag object', async () => {
    const repository = remotes.path('edk2.git');
    git(repository, 'tag', '--annotate', '--message', 'v1', 'v1', wanted.commit);
    const tag = git(repository, 'rev-parse', 'v1');
    await expect(fetch({ commit: tag })).rejects.toMatchObject({ code: 'wrong-commit' });
    expectNothingLeft();
  });

  test('a server that has no such commit is asked once', async () => {
    const commit = '0123456789'.repeat(4);
    await expect(fetch({ commit })).rejects.toMatchObject({
      code: 'no-such-commit',
      message: expect.stringMatching(new RegExp(`commit ${commit} from ${URL}: .*not our ref`)),
    });
    expect(record.notices()).toEqual([]);
    expectNothingLeft();
  });

  test('a server whose object is not what its name says', async () => {
    const served = remotes.path('edk2.git');
    const object = (hash: string): string => join(served, '.git', 'objects', hash.slice(0, 2), hash.slice(2));
    chmodSync(object(wanted.commit), 0o644);
    writeFileSync(object(wanted.commit), readFileSync(object(old.commit)));
    await expect(fetch()).rejects.toMatchObject({ code: 'unreachable-remote' });
    expectNothingLeft();
  });

  test('a malformed object is not taken in', async () => {
    const served = remotes.path('edk2.git');
    const raw = `tree ${wanted.tree}\nauthor nobody\ncommitter nobody\n\nMalformed\n`;
    writeFileSync(join(remotes.dir, 'raw'), raw);
    const commit = git(served, 'hash-object', '-t', 'commit', '--literally', '-w', join(remotes.dir, 'raw'));
    await expect(fetch({ commit })).rejects.toMatchObject({ code: 'damaged-objects' });
    expect(record.notices()).toEqual([]);
    expectNothingLeft();
  });
});

describe('a network that fails', () => {
  test.each([
    ['is cut half-way, twice,', ['cut', 'cut']],
    ['answers 500', [500]],
    ['answers 429', [429]],
  ] as const)('and %s is tried again', async (_, faults) => {
    remotes.faults = [...faults];
    expect(await filesOf(await fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(record.notices()).toHaveLength(faults.length);
    expect(record.notices()[0]).toMatch(/^cannot fetch commit .*: trying again$/);
    expectNothingLeft([wanted.commit]);
  });

  test('and stalls is left, and asked again', async () => {
    process.env.GIT_HTTP_LOW_SPEED_TIME = '1';
    remotes.faults = ['stall'];
    expect(await filesOf(await fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(record.notices()).toHaveLength(1);
    expectNothingLeft([wanted.commit]);
  });

  test('when the files of one directory come is tried again', async () => {
    remotes.faults = ['none', 'cut'];
    expect(await filesOf(await fetch({ only: 'c' }), { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
    expectNothingLeft([`${wanted.commit}-c`]);
  });

  test('for good is a named error after the third attempt', async () => {
    remotes.faults = [500, 500, 500, 500];
    await expect(fetch()).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: expect.stringContaining(`commit ${wanted.commit} from ${URL}: `),
    });
    expect(remotes.faults).toHaveLength(1);
    expectNothingLeft();
  });

  test.each([401, 403, 404])('is not what %i means: asked once', async (status) => {
    remotes.faults = [status, status];
    await expect(fetch()).rejects.toMatchObject({ code: 'unreachable-remote' });
    expect(remotes.faults).toHaveLength(1);
  });

  test('is not what a missing repository means', async () => {
    await expect(fetch({ url: `${HOST}none.git` })).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: expect.stringContaining('not found'),
    });
    expect(requestsForObjects()).toBe(0);
    expect(record.notices()).toEqual([]);
  });
});

describe('a fetch that is stopped', () => {
  test('by its signal ends at once and leaves nothing', async () => {
    remotes.faults = ['stall'];
    const cancel = new AbortController();
    const stalled = remotes.stalled();
    const fetching = fetch({}, cancel.signal);
    await stalled;
    expect(processesOf(remotes.dir).some(({ args }) => args.includes('fetch'))).toBe(true);
    cancel.abort('cancelled');
    await expect(fetching).rejects.toBe('cancelled');
    expectNothingLeft();
  });

  test('by its signal between two attempts ends at once', async () => {
    remotes.faults = [500, 500, 500];
    const cancel = new AbortController();
    const places = { cache: store.sources, scratch: join(remotes.dir, 'scratch') };
    const listener = (): void => cancel.abort('cancelled');
    const commit = { url: URL, commit: wanted.commit };
    await expect(fetchCommit(commit, { ...places, listener, signal: cancel.signal })).rejects.toBe(
      'cancelled',
    );
    expect(remotes.faults).toHaveLength(2);
  });

  test('by SIGKILL takes git with it, and the next one works', async () => {
    remotes.faults = ['stall'];
    const stalled = remotes.stalled();
    const child = fetchInProcess();
    await stalled;
    expect(readdirSync(join(store.root, 'tmp'))).not.toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await lingering(remotes.dir)).toEqual([]);
    expect(await filesOf(await fetch())).toMatchObject({ 'a.txt': 'two' });
    expectNothingLeft([wanted.commit]);
  });

  test('does not hinder another process that fetches the same', async () => {
    const child = fetchInProcess();
    const closed = once(child, 'close'); // it may end before our own fetch does
    const [line] = (
      await Promise.all([once(createInterface(child.stdout ?? process.stdin), 'line'), fetch()])
    )[0];
    expect(line).toBe(join(store.sources, wanted.commit));
    await closed;
    expectNothingLeft([wanted.commit]);
  });
});

/** Another process that does what `fetch` does, and prints where the commit is. */
function fetchInProcess(): ChildProcess {
  const source = (name: string): string =>
    JSON.stringify(join(import.meta.dirname, '../../../src/build', name));
  const program = `
    import { fetchCommit } from ${source('source/git.ts')};
    import { Store } from ${source('store/store.ts')};
    const listener = () => undefined;
    const store = new Store(${JSON.stringify(store.root)}, { listener });
    const commit = ${JSON.stringify({ url: URL, commit: wanted.commit })};
    console.log(await store.withStaging((scratch) =>
      fetchCommit(commit, { cache: store.sources, scratch, listener })));`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: process.env,
  });
}

describe('nothing of a repository runs or decides', () => {
  test("no filter, not even one of the user's settings, and files are what was verified", async () => {
    const marker = join(remotes.dir, 'ran');
    const filter = `\n[filter "evil"]\n\tsmudge = "touch ${marker}; cat"\n\tprocess = touch ${marker}\n[core]\n\tautocrlf = true`;
    remotes.configure(`[url "${remotes.url}"]\n\tinsteadOf = ${HOST}${filter}`);
    const attributes = '* filter=evil\n*.bat text eol=crlf\n*.txt ident\n';
    const files = { '.gitattributes': attributes, 'a.txt': '$Id$\n', 'b.bat': 'x\n' };
    const revision = remotes.commit('filter.git', files);
    const commit = { url: `${HOST}filter.git`, commit: revision.commit };
    expect(await filesOf(await fetch(commit), commit)).toEqual(files);
    expect(existsSync(marker)).toBe(false);
  });

  test("no hook of the user's templates or settings", async () => {
    const hooks = join(remotes.dir, 'template', 'hooks');
    const marker = join(remotes.dir, 'ran');
    mkdirSync(hooks, { recursive: true });
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    }
    const settings = `[init]\n\ttemplateDir = ${join(hooks, '..')}\n[core]\n\thooksPath = ${hooks}`;
    remotes.configure(`[url "${remotes.url}"]\n\tinsteadOf = ${HOST}\n${settings}`);
    expect(await filesOf(await fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(existsSync(marker)).toBe(false);
  });

  test('no URL is a command', async () => {
    const marker = join(remotes.dir, 'ran');
    const url = `ext::sh -c touch% ${marker}`;
    await expect(fetch({ url })).rejects.toMatchObject({ code: 'unreachable-remote' });
    await expect(resolveRef(url, 'main', record)).rejects.toMatchObject({ code: 'unreachable-remote' });
    await expect(resolveRef(URL, `--upload-pack=touch ${marker}`, record)).rejects.toMatchObject({
      code: 'no-such-ref',
    });
    expect(existsSync(marker)).toBe(false);
    expect(record.notices()).toEqual([]);
  });

  test('a git hook that has called us does not lend us its repository', async () => {
    const other = remotes.path('edk2.git');
    process.env.GIT_DIR = join(other, '.git');
    process.env.GIT_OBJECT_DIRECTORY = join(other, '.git', 'objects');
    process.env.GIT_INDEX_FILE = join(other, '.git', 'index');
    const repository = await fetch({ only: 'c' });
    expect(await filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
    expect(existsSync(join(repository, 'objects'))).toBe(true);
    expect(git(other, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });
});

describe('a ref', () => {
  beforeEach(() => {
    const repository = remotes.path('edk2.git');
    git(repository, 'tag', '--annotate', '--message', 'v1', 'v1', old.commit);
    git(repository, 'tag', 'light', old.commit);
    git(repository, 'branch', 'both', wanted.commit);
    git(repository, 'tag', 'both', old.commit);
    git(repository, 'branch', 'refs/heads/sub', old.commit);
    git(repository, 'update-ref', 'refs/pull/7/head', old.commit);
  });

  test.each([
    ['main', 'a branch', () => wanted],
    ['v1', 'an annotated tag: the commit, not the tag', () => old],
    ['light', 'a tag', () => old],
    ['both', 'a tag before a branch', () => old],
    ['refs/tags/v1', 'an annotated tag by its full name', () => old],
    ['refs/tags/light', 'a tag by its full name', () => old],
    ['refs/heads/main', 'a branch by its full name', () => wanted],
    ['refs/pull/7/head', 'the head of a pull request', () => old],
  ])('%s is %s', async (ref, _, revision) => {
    expect(await resolveRef(URL, ref, record)).toBe(revision().commit);
  });

  test('that is a full commit needs no network', async () => {
    expect(await resolveRef(URL, old.commit, record)).toBe(old.commit);
    expect(remotes.requests).toEqual([]);
  });

  test.each(['v2', 'sub', 'v*', 'HEAD', '0123456', 'refs/tags/main', 'refs/v1'])(
    '%s is none of them',
    async (ref) => {
      await expect(resolveRef(URL, ref, record)).rejects.toMatchObject({
        code: 'no-such-ref',
        message: `${URL} has no tag or branch "${ref}"`,
      });
    },
  );

  test('of a repository that is not there', async () => {
    const url = join(remotes.dir, 'nothing');
    await expect(resolveRef(url, 'main', record)).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: `cannot fetch the tag or branch "main" from ${url}: '${url}' does not appear to be a git repository`,
    });
    expect(record.notices()).toEqual([]);
  });
});

describe('errors', () => {
  test('have no password in them, nor has a file', async () => {
    const url = remotes.url.replace('//', '//user:s3cr3t@');
    remotes.faults = [500, 404];
    const failing = fetch({ url: `${url}edk2.git` }).catch((error: unknown) => error);
    const said = JSON.stringify([await failing, String(await failing), record.events]);
    expect(said).toContain(remotes.url.replace('//', '//***@'));
    await fetch({ url: `${url}edk2.git` });
    expect(said).not.toContain('s3cr3t');
    expect(() => git(remotes.dir, 'grep', '--no-index', '--quiet', 's3cr3t', store.root)).toThrow();
  });

  test.each([
    ['https://github.com/a/b.git', 'https://github.com/a/b.git'],
    ['https://token@github.com/a/b.git', 'https://***@github.com/a/b.git'],
    ['https://user:p@ss@github.com/a/b.git', 'https://***@github.com/a/b.git'],
    ['git@github.com:a/b.git', 'git@github.com:a/b.git'],
    ["fatal: unable to access 'https://u:p@h/x/': a@b", "fatal: unable to access 'https://***@h/x/': a@b"],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });

  test('name git when it is not installed', async () => {
    process.env.PATH = join(remotes.dir, 'nothing');
    await expect(resolveRef(URL, 'main', record)).rejects.toMatchObject({
      code: 'git-missing',
      hint: 'sudo apt-get install git',
    });
  });

  // A fake git with the words of git 2.39 on a full disk, because a full disk would take a separate file system.
  test.each([
    ['write error: No space left on device', 'fatal: write error: No space left on device'],
    [
      'unable to write symref for HEAD: No space',
      'error: unable to write symref for HEAD: No space left on device',
    ],
    ['unable to write file x', 'error: unable to write file x'],
  ])('name a full disk: %s', async (said, words) => {
    const bin = join(remotes.dir, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'words'), words);
    writeFileSync(join(bin, 'git'), `#!/bin/sh\ncat ${bin}/words >&2\nexit 128\n`, { mode: 0o755 });
    process.env.PATH = `${bin}:${process.env.PATH}`;
    await expect(fetch()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(said),
    });
    expect(record.notices()).toEqual([]);
  });
});
