/** Searches with real git: which commit is found, and what no commit is blamed for. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type BisectPorts, bisect, type Tested, type Trial } from '../../src/suite/bisect/bisect.ts';
import { Commits } from '../../src/suite/bisect/commits.ts';
import { GitTree } from '../support/git-tree.ts';

const base = mkdtempSync(join(tmpdir(), 'tdx-boot-bisect-'));
afterAll(() => rmSync(base, { recursive: true }));
const GIT = { listener: () => undefined };

/** How the test of a commit ends, by the first letter of its title. */
const TRIALS: Readonly<Record<string, Trial>> = {
  g: { verdict: 'passed', why: '', results: '/results' },
  b: { verdict: 'failed', why: 'Kernel panic', results: '/results' },
  s: { verdict: 'not-built', why: 'error: expected ;' },
  e: { verdict: 'errored', why: 'no space left' },
};

let number = 0;
interface Search {
  readonly tree: GitTree;
  readonly commits: readonly string[];
  readonly tested: Tested[];
  open(): Promise<Commits>;
  run(known?: readonly Tested[], ends?: { good: string; bad: string }): ReturnType<typeof bisect>;
}

/** A repository with one commit for each letter. */
function searched(letters: string): Search {
  const directory = join(base, String(++number));
  const tree = new GitTree(join(directory, 'source'));
  const titles = [...letters].map((letter, index) => `${letter}${index}`);
  const commits = tree.commits(titles);
  const tested: Tested[] = [];
  const ports: BisectPorts = {
    begin: () => undefined,
    ended: async (done) => {
      tested.push(done);
    },
    test: async (commit) => {
      const title =
        titles[commits.indexOf(commit)] ?? tree.git(['show', '--no-patch', '--format=%s', commit]);
      const trial = TRIALS[title.slice(0, 1)];
      if (trial === undefined) throw new Error('a commit without a letter');
      return trial;
    },
  };
  const open = (): Promise<Commits> => Commits.open(join(directory, 'git'), tree.directory, GIT);
  return {
    ...{ tree, commits, tested, open },
    run: async (known = [], ends = { good: commits[0] ?? '', bad: commits.at(-1) ?? '' }) =>
      bisect(await open(), ends, known, ports),
  };
}

describe('finds the first bad commit', () => {
  test.each([
    ['gb', 1],
    ['ggggggggbbbbbbbb', 8],
    ['gbbbbbbb', 1],
    // What does not build is passed over where that leaves no doubt.
    ['gsggbbsb', 4],
  ])('%s', async (letters, index) => {
    const { commits, run, tested } = searched(letters);
    const { answer } = await run();
    expect(answer).toEqual({ kind: 'found', commit: commits[index] });
    expect(tested.length).toBeLessThanOrEqual(
      3 + Math.ceil(Math.log2(letters.length)) + (letters.match(/s/g)?.length ?? 0),
    );
  });

  test('on a branch that was merged', async () => {
    const { tree, commits, run } = searched('gg');
    tree.git(['checkout', '--quiet', '-b', 'side']);
    const [, guilty] = [tree.commit('g side'), tree.commit('b side')];
    tree.git(['checkout', '--quiet', 'main']);
    tree.git(['commit', '--quiet', '--allow-empty', '--message', 'g main']);
    tree.git(['merge', '--quiet', '--no-ff', '--message', 'b merge', 'side']);
    const { answer } = await run([], { good: commits[0] ?? '', bad: tree.git(['rev-parse', 'HEAD']) });
    expect(answer).toEqual({ kind: 'found', commit: guilty });
  });
});

test('where only commits that do not build are left, each that may be the first bad one is named', async () => {
  const { commits, run } = searched('ggssbb');
  const { answer } = await run();
  expect(answer.kind).toBe('candidates');
  expect(new Set('commits' in answer ? answer.commits : [])).toEqual(new Set(commits.slice(2, 5)));
});

test("a host's fault ends the search, and blames and skips no commit", async () => {
  const { run, tested } = searched('gggebbb');
  await expect(run()).rejects.toMatchObject({
    code: 'host-fault',
    message: expect.stringContaining('could not be tested: no space left'),
  });
  expect(tested.map(({ title, mark }) => `${title.slice(0, 2)} ${mark}`)).toEqual(['g0 good', 'b6 bad']);
});

test('what was tested before is not tested again', async () => {
  const { run, tested, open, commits } = searched('gggggbbbb');
  const whole = await run();
  const first = tested.splice(0);
  const again = await run(first.slice(0, 3));
  expect([again.answer, again.tested]).toEqual([whole.answer, whole.tested]);
  expect(tested).toEqual(first.slice(3));
  const log = await (await open()).log();
  expect(log).toContain(`# first bad commit: [${commits[5]}]`);
});

test("the log can be replayed in the user's own repository, which the search has left as it was", async () => {
  const { tree, run, open, commits } = searched('ggsgbbb');
  const before = tree.git(['for-each-ref']);
  await run();
  expect(tree.git(['for-each-ref'])).toBe(before);
  expect(existsSync(join(tree.directory, '.git/BISECT_LOG'))).toBe(false);
  const log = join(base, 'replayed.log');
  writeFileSync(log, await (await open()).log());
  tree.git(['bisect', 'replay', log]);
  expect(readFileSync(join(tree.directory, '.git/BISECT_LOG'), 'utf8')).toContain(
    `# first bad commit: [${commits[4]}]`,
  );
});

describe('what cannot be searched', () => {
  test.each<[string, string, string, string]>([
    ['a good end that fails', 'bb', 'bad-end', 'the good end, .*, fails: Kernel panic'],
    ['a bad end that passes', 'gg', 'bad-end', 'the bad end, .*, passes'],
    ['an end that does not build', 'gs', 'bad-end', 'the bad end, .*, cannot be tested: error: expected'],
  ])('%s', async (_, letters, code, message) => {
    const { run } = searched(letters);
    await expect(run()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('ends that are swapped or equal, and commits that are not there', async () => {
    const { run, commits } = searched('gb');
    const [old = '', young = ''] = commits;
    const code = (good: string, bad: string) => run([], { good, bad }).catch((error) => error.code);
    expect(await code(young, old)).toBe('bad-range');
    expect(await code(old, old)).toBe('bad-range');
    expect(await code(old, '1'.repeat(40))).toBe('no-such-commit');
  });

  test('what was mended on the way to the good end', async () => {
    const { tree, run } = searched('bb');
    const bad = tree.git(['rev-parse', 'HEAD']);
    tree.git(['checkout', '--quiet', '-b', 'side', 'HEAD~1']);
    const good = tree.commit('g side');
    await expect(run([], { good, bad })).rejects.toMatchObject({ code: 'fixed-between' });
  });
});

test('the work tree of a build keeps what no commit has', async () => {
  const { open, commits, tree } = searched('ggg');
  const work = join(base, 'tree');
  const [first = '', second = ''] = commits;
  const search = await open();
  await search.checkOut(first, work);
  writeFileSync(join(work, 'object.o'), '');
  writeFileSync(join(work, 'state'), 'changed by a build');
  await search.checkOut(second, work);
  expect(readFileSync(join(work, 'state'), 'utf8')).toBe('g1\n');
  expect(existsSync(join(work, 'object.o'))).toBe(true);
  expect(tree.git(['worktree', 'list']).split('\n')).toHaveLength(1);
});
