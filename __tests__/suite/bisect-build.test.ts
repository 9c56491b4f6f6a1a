/** What a bisect builds of a commit: what does not build is told from what the host cannot do. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Store } from '../../src/build/store/store.ts';
import { buildFirmware, buildKernel } from '../../src/suite/bisect/build.ts';
import { Commits } from '../../src/suite/bisect/commits.ts';
import { writeFakeEdk2 } from '../support/fake-edk2.ts';
import { GitTree } from '../support/git-tree.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('bisect-build');
const listener = (): void => undefined;
const { signal } = new AbortController();

describe('a kernel', () => {
  const tree = new GitTree(join(base, 'linux'));
  const [first = '', second = ''] = tree.commits(['one', 'two']);
  const directory = join(base, 'search');
  const commits = Commits.open(join(base, 'git'), tree.directory, { listener });
  const build = async (command: string, commit = first) =>
    buildKernel(await commits, commit, { command, output: 'out/bzImage', directory, signal });

  test.each([
    ['a compiler error', "echo 'a.c:1:2: error: nope'; exit 2", 'exit code 2: a.c:1:2: error: nope'],
    ['words that are not known', 'echo cannot go on; exit 1', 'exit code 1: cannot go on'],
    ['silence', 'exit 3', 'exit code 3: it printed nothing'],
  ])('that does not build: %s', async (_, command, why) => {
    expect(await build(command)).toEqual({
      notBuilt: expect.stringContaining(`the build ended with ${why} (`),
    });
  });

  test.each([
    ['a full disk', "echo 'cc: No space left on device'; exit 1", 'disk-full'],
    ['too little memory', "echo 'cc: fatal error: Killed'; exit 1", 'out-of-memory'],
    ['a command that makes nothing', 'true', 'no-output'],
  ])('%s blames no commit', async (_, command, code) => {
    await expect(build(command)).rejects.toMatchObject({ code });
  });

  test('is built once, in the state of its commit, and is never that of another commit', async () => {
    const command = 'mkdir -p out; echo built >> count; cp state out/bzImage';
    const built = await build(command);
    const again = await build('exit 1');
    expect(again).toEqual(built);
    const kernel = 'overrides' in built ? String(built.overrides[0]?.value) : '';
    expect(readFileSync(kernel, 'utf8')).toBe('one\n');
    // Of the commit before there is an output in the tree, which this command leaves alone.
    await expect(build('true', second)).rejects.toMatchObject({ code: 'no-output' });
    await build(command, second);
    // What no commit has stays, so that make goes on from there.
    expect(readFileSync(join(directory, 'tree/count'), 'utf8')).toBe('built\nbuilt\n');
    expect(existsSync(join(tree.directory, 'out'))).toBe(false);
  });
});

test('a firmware: from the store, built, or not built; a full disk blames no commit', async () => {
  const tree = new GitTree(join(base, 'edk2'));
  const commit = (build: string): string => {
    writeFakeEdk2(tree.directory, { build: `echo built >> ${join(base, 'builds')}\n${build}` });
    tree.git(['add', '--all']);
    return tree.commit(build);
  };
  const good = commit('true');
  const broken = commit("echo 'a.c:1:2: error: nope'; exit 1");
  const full = commit("echo 'No space left on device'; exit 1");
  const request = { name: 'tdvf', build: 'release', repository: tree.directory, defines: [] } as const;
  const options = { store: new Store(join(base, 'store'), { listener }), listener };

  for (const _ of ['built', 'found']) {
    const built = await buildFirmware(good, request, options);
    expect(built).toMatchObject({ overrides: [{ path: ['firmware', 'ref'], value: good }] });
  }
  expect(readFileSync(join(base, 'builds'), 'utf8')).toBe('built\n');
  expect(await buildFirmware(broken, request, options)).toEqual({
    notBuilt: expect.stringMatching(/^building tdvf failed .* a\.c:1:2: error: nope/),
  });
  await expect(buildFirmware(full, request, options)).rejects.toMatchObject({ code: 'disk-full' });
});

test('of a server only the history is fetched, and a search needs no more', async () => {
  const tree = new GitTree(join(base, 'served'));
  tree.git(['config', 'uploadpack.allowFilter', 'true']);
  const [good = '', middle = '', bad = ''] = tree.commits(['one', 'two', 'three']);
  const directory = join(base, 'fetched');
  const commits = await Commits.open(directory, `file://${tree.directory}`, { listener });
  expect(await commits.start(good, bad)).toEqual({ kind: 'next', commit: middle });
  expect(await commits.between(bad, [good])).toEqual([middle, bad]);
  expect(await commits.describe(middle)).toBe('two (A Hacker, 2023-11-14)');
  const objects = tree.git(['--git-dir', directory, 'cat-file', '--batch-check', '--batch-all-objects']);
  expect(objects.split('\n').map((line) => line.split(' ')[1])).toEqual(['commit', 'commit', 'commit']);
});
