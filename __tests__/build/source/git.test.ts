/** Commits from real repositories, over a real server whose network fails: fetched whole and verified, or not at all. */

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
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resolveRef } from '../../../src/build/source/git.ts';
import { Edk2, URL } from './edk2.ts';
import { git, HOST } from './remotes.ts';

let edk2: Edk2;

beforeEach(async () => {
  edk2 = await Edk2.start();
});

afterEach(() => edk2.stop());

describe('a commit', () => {
  test('comes alone, without its parents, other branches and tags', async () => {
    git(edk2.remotes.path('edk2.git'), 'tag', 'v1', edk2.wanted.commit);
    const repository = await edk2.fetch();
    expect(git(repository, 'rev-list', '--all')).toBe(edk2.wanted.commit);
    expect(git(repository, 'for-each-ref', '--format=%(refname)')).toBe('refs/wanted');
    expect(edk2.remotes.bytes).toBeLessThan(300 * 1024);
    // 1 commit, 3 trees, 4 files
    expect(git(repository, 'count-objects', '-v')).toMatch(/count: 8\b|in-pack: 8\b/);
    expect(() => git(repository, 'cat-file', '-e', edk2.old.commit)).toThrow();
    expect(Object.keys(await edk2.filesOf(repository))).toEqual([
      'a.txt',
      'big/noise.bin',
      'c/lib.c',
      'old.bin',
    ]);
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });

  test('that is no branch any more is fetched all the same', async () => {
    expect(git(await edk2.fetch({ commit: edk2.old.commit }), 'rev-list', '--all')).toBe(edk2.old.commit);
  });

  test('is fetched once, for whoever asks later', async () => {
    const first = await edk2.fetch();
    const asked = edk2.remotes.requests.length;
    expect(await edk2.fetch()).toBe(first);
    expect(await edk2.fetch({ tree: edk2.wanted.tree, url: `${HOST}elsewhere.git` })).toBe(first);
    expect(edk2.remotes.requests).toHaveLength(asked);
  });

  test.each([
    ['truncated', (pack: string) => truncateSync(pack, statSync(pack).size - 100)],
    ['changed by one bit', flipBit],
    ['lost', (pack: string) => rmSync(pack)],
  ])('whose stored copy was %s is fetched again', async (_, damage) => {
    process.env.GIT_CONFIG_COUNT = '1';
    process.env.GIT_CONFIG_KEY_0 = 'fetch.unpackLimit';
    process.env.GIT_CONFIG_VALUE_0 = '1';
    const repository = await edk2.fetch();
    const packs = join(repository, 'objects', 'pack');
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? 'none');
    chmodSync(pack, 0o644);
    damage(pack);
    expect(await edk2.fetch()).toBe(repository);
    expect(edk2.record.notices()).toEqual([`not used: ${repository} is damaged, and is fetched again`]);
    expect(await edk2.filesOf(repository)).toMatchObject({ 'a.txt': 'two' });
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });

  test('of which one directory is needed comes with the files of that directory alone', async () => {
    const repository = await edk2.fetch({ only: 'c' });
    expect(edk2.remotes.bytes).toBeLessThan(16 * 1024);
    const asked = edk2.remotes.requests.length;
    expect(await edk2.filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
    expect(await edk2.fetch({ only: 'c' })).toBe(repository);
    expect(edk2.remotes.requests).toHaveLength(asked);
    expect(edk2.left([`${edk2.wanted.commit}-c`])).toEqual([]);
  });

  test('comes whole where the server cannot leave files out', async () => {
    git(edk2.remotes.path('edk2.git'), 'config', 'uploadpack.allowFilter', 'false');
    const repository = await edk2.fetch({ only: 'c' });
    expect(await edk2.filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
  });

  test('reports how many objects have come', async () => {
    await edk2.fetch();
    const last = edk2.record.events.filter(({ type }) => type === 'progress').at(-1);
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
    await expect(edk2.fetch({ tree: edk2.old.tree })).rejects.toMatchObject({
      code: 'wrong-tree',
      message: `commit ${edk2.wanted.commit} of ${URL} has the tree ${edk2.wanted.tree}, but the pin says ${edk2.old.tree}`,
    });
    expect(edk2.left()).toEqual([]);
  });

  test('a stored commit with another tree is not used for the pin', async () => {
    await edk2.fetch();
    await expect(edk2.fetch({ tree: edk2.old.tree })).rejects.toMatchObject({ code: 'wrong-tree' });
  });

  test('a tag object', async () => {
    const repository = edk2.remotes.path('edk2.git');
    git(repository, 'tag', '--annotate', '--message', 'v1', 'v1', edk2.wanted.commit);
    const tag = git(repository, 'rev-parse', 'v1');
    await expect(edk2.fetch({ commit: tag })).rejects.toMatchObject({ code: 'wrong-commit' });
    expect(edk2.left()).toEqual([]);
  });

  test('a server that has no such commit is asked once', async () => {
    const commit = '0123456789'.repeat(4);
    await expect(edk2.fetch({ commit })).rejects.toMatchObject({
      code: 'no-such-commit',
      message: expect.stringMatching(new RegExp(`commit ${commit} from ${URL}: .*not our ref`)),
    });
    expect(edk2.record.notices()).toEqual([]);
    expect(edk2.left()).toEqual([]);
  });

  test('a server whose object is not what its name says', async () => {
    const served = edk2.remotes.path('edk2.git');
    const object = (hash: string): string => join(served, '.git', 'objects', hash.slice(0, 2), hash.slice(2));
    chmodSync(object(edk2.wanted.commit), 0o644);
    writeFileSync(object(edk2.wanted.commit), readFileSync(object(edk2.old.commit)));
    await expect(edk2.fetch()).rejects.toMatchObject({ code: 'unreachable-remote' });
    expect(edk2.left()).toEqual([]);
  });

  test('a malformed object is not taken in', async () => {
    const served = edk2.remotes.path('edk2.git');
    const raw = `tree ${edk2.wanted.tree}\nauthor nobody\ncommitter nobody\n\nMalformed\n`;
    writeFileSync(join(edk2.remotes.dir, 'raw'), raw);
    const commit = git(
      served,
      'hash-object',
      '-t',
      'commit',
      '--literally',
      '-w',
      join(edk2.remotes.dir, 'raw'),
    );
    await expect(edk2.fetch({ commit })).rejects.toMatchObject({ code: 'damaged-objects' });
    expect(edk2.record.notices()).toEqual([]);
    expect(edk2.left()).toEqual([]);
  });
});

describe('a network that fails', () => {
  test.each([
    ['is cut half-way, twice,', ['cut', 'cut']],
    ['answers 500', [500]],
    ['answers 429', [429]],
  ] as const)('and %s is tried again', async (_, faults) => {
    edk2.remotes.faults = [...faults];
    expect(await edk2.filesOf(await edk2.fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(edk2.record.notices()).toHaveLength(faults.length);
    expect(edk2.record.notices()[0]).toMatch(/^cannot fetch commit .*: trying again$/);
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });

  test('and stalls is left, and asked again', async () => {
    process.env.GIT_HTTP_LOW_SPEED_TIME = '1';
    edk2.remotes.faults = ['stall'];
    expect(await edk2.filesOf(await edk2.fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(edk2.record.notices()).toHaveLength(1);
    expect(edk2.left([edk2.wanted.commit])).toEqual([]);
  });

  test('when the files of one directory come is tried again', async () => {
    edk2.remotes.faults = ['none', 'cut'];
    expect(await edk2.filesOf(await edk2.fetch({ only: 'c' }), { only: 'c' })).toEqual({
      'c/lib.c': 'int x;',
    });
    expect(edk2.left([`${edk2.wanted.commit}-c`])).toEqual([]);
  });

  test('for good is a named error after the third attempt', async () => {
    edk2.remotes.faults = [500, 500, 500, 500];
    await expect(edk2.fetch()).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: expect.stringContaining(`commit ${edk2.wanted.commit} from ${URL}: `),
    });
    expect(edk2.remotes.faults).toHaveLength(1);
    expect(edk2.left()).toEqual([]);
  });

  test.each([401, 403, 404])('is not what %i means: asked once', async (status) => {
    edk2.remotes.faults = [status, status];
    await expect(edk2.fetch()).rejects.toMatchObject({ code: 'unreachable-remote' });
    expect(edk2.remotes.faults).toHaveLength(1);
  });

  test('is not what a missing repository means', async () => {
    await expect(edk2.fetch({ url: `${HOST}none.git` })).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: expect.stringContaining('not found'),
    });
    expect(edk2.requestsForObjects()).toBe(0);
    expect(edk2.record.notices()).toEqual([]);
  });
});

describe('nothing of a repository runs or decides', () => {
  test("no filter, not even one of the user's settings, and files are what was verified", async () => {
    const marker = join(edk2.remotes.dir, 'ran');
    const filter = `\n[filter "evil"]\n\tsmudge = "touch ${marker}; cat"\n\tprocess = touch ${marker}\n[core]\n\tautocrlf = true`;
    edk2.remotes.configure(`[url "${edk2.remotes.url}"]\n\tinsteadOf = ${HOST}${filter}`);
    const attributes = '* filter=evil\n*.bat text eol=crlf\n*.txt ident\n';
    const files = { '.gitattributes': attributes, 'a.txt': '$Id$\n', 'b.bat': 'x\n' };
    const revision = edk2.remotes.commit('filter.git', files);
    const commit = { url: `${HOST}filter.git`, commit: revision.commit };
    expect(await edk2.filesOf(await edk2.fetch(commit), commit)).toEqual(files);
    expect(existsSync(marker)).toBe(false);
  });

  test("no hook of the user's templates or settings", async () => {
    const hooks = join(edk2.remotes.dir, 'template', 'hooks');
    const marker = join(edk2.remotes.dir, 'ran');
    mkdirSync(hooks, { recursive: true });
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    }
    const settings = `[init]\n\ttemplateDir = ${join(hooks, '..')}\n[core]\n\thooksPath = ${hooks}`;
    edk2.remotes.configure(`[url "${edk2.remotes.url}"]\n\tinsteadOf = ${HOST}\n${settings}`);
    expect(await edk2.filesOf(await edk2.fetch())).toMatchObject({ 'a.txt': 'two' });
    expect(existsSync(marker)).toBe(false);
  });

  test('no URL is a command', async () => {
    const marker = join(edk2.remotes.dir, 'ran');
    const url = `ext::sh -c touch% ${marker}`;
    await expect(edk2.fetch({ url })).rejects.toMatchObject({ code: 'unreachable-remote' });
    await expect(resolveRef(url, 'main', edk2.record)).rejects.toMatchObject({ code: 'unreachable-remote' });
    await expect(resolveRef(URL, `--upload-pack=touch ${marker}`, edk2.record)).rejects.toMatchObject({
      code: 'no-such-ref',
    });
    expect(existsSync(marker)).toBe(false);
    expect(edk2.record.notices()).toEqual([]);
  });

  test('a git hook that has called us does not lend us its repository', async () => {
    const other = edk2.remotes.path('edk2.git');
    process.env.GIT_DIR = join(other, '.git');
    process.env.GIT_OBJECT_DIRECTORY = join(other, '.git', 'objects');
    process.env.GIT_INDEX_FILE = join(other, '.git', 'index');
    const repository = await edk2.fetch({ only: 'c' });
    expect(await edk2.filesOf(repository, { only: 'c' })).toEqual({ 'c/lib.c': 'int x;' });
    expect(existsSync(join(repository, 'objects'))).toBe(true);
    expect(git(other, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });
});
