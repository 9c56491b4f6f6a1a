/** Searches with real git: which commit is found, and what no commit is blamed for. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type BisectPorts, bisect, type Tested, type Trial } from '../../src/suite/bisect/bisect.ts';
import { Commits } from '../../src/suite/bisect/commits.ts';
import { bisectPart, type Part } from '../../src/suite/bisect/part.ts';
import { rangeOf } from '../../src/suite/bisect/range.ts';
import { GitTree } from '../support/git-tree.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('bisect');
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
  readonly notes: string[];
  open(): Promise<Commits>;
  run(known?: readonly Tested[], ends?: { good: string; bad: string }): ReturnType<typeof bisect>;
  /** Shard `index` of `count`. */
  part(
    index: number,
    count: number,
    more?: Partial<Part> & { readonly test?: BisectPorts['test'] },
  ): ReturnType<typeof bisectPart>;
  /** A stage of so many shards side by side, and what they and the stages before have tested. */
  stage(count: number, known?: readonly Tested[]): Promise<Tested[]>;
}

/** A repository with one commit for each letter. */
function searched(letters: string): Search {
  const directory = join(base, String(++number));
  const tree = new GitTree(join(directory, 'source'));
  const titles = [...letters].map((letter, index) => `${letter}${index}`);
  const commits = tree.commits(titles);
  const tested: Tested[] = [];
  const notes: string[] = [];
  const ports: BisectPorts = {
    note: (text) => notes.push(text),
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
  const whole = { good: commits[0] ?? '', bad: commits.at(-1) ?? '' };
  const part: Search['part'] = async (index, count, { known = [], own = [], test = ports.test } = {}) =>
    bisectPart(await open(), whole, { shard: { index, count }, known, own }, { ...ports, test });
  return {
    ...{ tree, commits, tested, notes, open, part },
    run: async (known = [], ends = whole) => bisect(await open(), ends, known, ports),
    stage: async (count, known = []) => {
      const found = [...known];
      for (let index = 1; index <= count; index++) {
        const { tested: one } = await part(index, count, { known });
        if (one !== undefined) found.push(one);
      }
      return found;
    },
  };
}

const words = (tested: readonly Tested[]): string =>
  tested.map(({ title, mark }) => `${title.split(' ', 1)} ${mark}`).join(', ');

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

describe('spread over shards: two stages of three, then a search of what is left', () => {
  test.each<[letters: string, one: string, two: string, left: number, rest: string, found: number]>([
    ['gggggggggbbbbbbb', 'g3 good, g7 good, b11 bad', 'g8 good, b9 bad, b10 bad', 1, 'g0 good, b15 bad', 9],
    // What does not build narrows nothing, and is not tried again.
    [
      'gggsgggggbbsbbbb',
      's3 skip, g7 good, s11 skip',
      'g8 good, b10 bad, b13 bad',
      2,
      'g0 good, b15 bad, b9 bad',
      9,
    ],
  ])('%s', async (letters, one, two, left, rest, index) => {
    const { stage, open, run, tested, commits } = searched(letters);
    const first = await stage(3);
    expect(words(first)).toBe(one);
    const second = await stage(3, first);
    expect(words(second.slice(first.length))).toBe(two);
    const ends = { good: commits[0] ?? '', bad: commits[15] ?? '' };
    expect((await rangeOf(await open(), ends, second)).commits).toHaveLength(left);
    tested.splice(0);
    expect((await run(second)).answer).toEqual({ kind: 'found', commit: commits[index] });
    expect(words(tested)).toBe(rest);
  });

  test('a shard beyond what is left tests nothing', async () => {
    const { part, tested, commits } = searched('gggb');
    const none = await part(3, 3);
    expect([none.tested, none.range.commits, tested]).toEqual([undefined, commits.slice(1), []]);
    expect((await part(2, 3)).tested?.commit).toBe(commits[2]);
  });

  test('a shard that was killed goes on with the commit that it had chosen', async () => {
    const { part, tested, commits } = searched('gggggggbb');
    const chosen: string[] = [];
    const killed = part(1, 3, {
      test: async (commit) => {
        chosen.push(commit);
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    const whole = await part(1, 3);
    expect(whole.tested?.commit).toBe(chosen[0]);
    // Killed after its test: what it knows itself does not move its choice.
    expect(await part(1, 3, { own: tested })).toEqual(whole);
    expect(tested.map(({ commit }) => commit)).toEqual([commits[2]]);
  });

  test('what broke twice, or fails now and then, is said, and what comes after the last good one is searched', async () => {
    const { stage, run, notes, commits } = searched('ggggbbbggggbbbbb');
    const known = await stage(4);
    expect(words(known)).toBe('g3 good, b6 bad, g9 good, b12 bad');
    expect((await run(known)).answer).toEqual({ kind: 'found', commit: commits[11] });
    expect(notes).toEqual([
      expect.stringContaining(`${commits[6]?.slice(0, 12)} is bad, and a later commit is good`),
    ]);
  });

  test("a host's fault is the commit's of no shard", async () => {
    const { part, tested } = searched('geb');
    await expect(part(1, 1)).rejects.toMatchObject({ code: 'host-fault' });
    expect(tested).toEqual([]);
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
