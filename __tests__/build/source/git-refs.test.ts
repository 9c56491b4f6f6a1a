/** What a ref of a recipe names, and what the errors of git say. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resolveRef } from '../../../src/build/source/git.ts';
import { withoutPassword } from '../../../src/build/source/git-command.ts';
import { Edk2, URL } from './edk2.ts';
import { git } from './remotes.ts';

let edk2: Edk2;

beforeEach(async () => {
  edk2 = await Edk2.start();
});

afterEach(() => edk2.stop());

describe('a ref', () => {
  beforeEach(() => {
    const repository = edk2.remotes.path('edk2.git');
    git(repository, 'tag', '--annotate', '--message', 'v1', 'v1', edk2.old.commit);
    git(repository, 'tag', 'light', edk2.old.commit);
    git(repository, 'branch', 'both', edk2.wanted.commit);
    git(repository, 'tag', 'both', edk2.old.commit);
    git(repository, 'branch', 'refs/heads/sub', edk2.old.commit);
    git(repository, 'update-ref', 'refs/pull/7/head', edk2.old.commit);
  });

  test.each([
    ['main', 'a branch', () => edk2.wanted],
    ['v1', 'an annotated tag: the commit, not the tag', () => edk2.old],
    ['light', 'a tag', () => edk2.old],
    ['both', 'a tag before a branch', () => edk2.old],
    ['refs/tags/v1', 'an annotated tag by its full name', () => edk2.old],
    ['refs/tags/light', 'a tag by its full name', () => edk2.old],
    ['refs/heads/main', 'a branch by its full name', () => edk2.wanted],
    ['refs/pull/7/head', 'the head of a pull request', () => edk2.old],
  ])('%s is %s', async (ref, _, revision) => {
    expect(await resolveRef(URL, ref, edk2.record)).toBe(revision().commit);
  });

  test('that is a full commit needs no network', async () => {
    expect(await resolveRef(URL, edk2.old.commit, edk2.record)).toBe(edk2.old.commit);
    expect(edk2.remotes.requests).toEqual([]);
  });

  test.each(['v2', 'sub', 'v*', 'HEAD', '0123456', 'refs/tags/main', 'refs/v1'])(
    '%s is none of them',
    async (ref) => {
      await expect(resolveRef(URL, ref, edk2.record)).rejects.toMatchObject({
        code: 'no-such-ref',
        message: `${URL} has no tag or branch "${ref}"`,
      });
    },
  );

  test('of a repository that is not there', async () => {
    const url = join(edk2.remotes.dir, 'nothing');
    await expect(resolveRef(url, 'main', edk2.record)).rejects.toMatchObject({
      code: 'unreachable-remote',
      message: `cannot fetch the tag or branch "main" from ${url}: '${url}' does not appear to be a git repository`,
    });
    expect(edk2.record.notices()).toEqual([]);
  });
});

describe('errors', () => {
  test('have no password in them, nor has a file', async () => {
    const url = edk2.remotes.url.replace('//', '//user:s3cr3t@');
    edk2.remotes.faults = [500, 404];
    const failing = edk2.fetch({ url: `${url}edk2.git` }).catch((error: unknown) => error);
    const said = JSON.stringify([await failing, String(await failing), edk2.record.events]);
    expect(said).toContain(edk2.remotes.url.replace('//', '//***@'));
    await edk2.fetch({ url: `${url}edk2.git` });
    expect(said).not.toContain('s3cr3t');
    expect(() => git(edk2.remotes.dir, 'grep', '--no-index', '--quiet', 's3cr3t', edk2.store.root)).toThrow();
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
    process.env.PATH = join(edk2.remotes.dir, 'nothing');
    await expect(resolveRef(URL, 'main', edk2.record)).rejects.toMatchObject({
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
    const bin = join(edk2.remotes.dir, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'words'), words);
    writeFileSync(join(bin, 'git'), `#!/bin/sh\ncat ${bin}/words >&2\nexit 128\n`, { mode: 0o755 });
    process.env.PATH = `${bin}:${process.env.PATH}`;
    await expect(edk2.fetch()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(said),
    });
    expect(edk2.record.notices()).toEqual([]);
  });
});
