/** `bisect --shard` and `--known`: what parts leave behind, and how they are taken together. Nothing builds, so nothing boots. */

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type BisectState, bisectSchema } from '../../src/suite/bisect/state.ts';
import { GitTree } from '../support/git-tree.ts';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('bisect-shard');
const at = (...names: string[]): string => join(dir, ...names);

const tree = new GitTree(at('linux'));
const commits = tree.commits([...'abcdefgh']);
const [good = '', , , middle = ''] = commits;
const bad = commits.at(-1) ?? '';
const steps = (text: string): string =>
  `version: 1\nplatform: emulated\nguest: {memory: 1G}\nsteps: [{expect: ${text}}]\n`;
writeFileSync(at('up.yml'), steps('up'));

async function bisect(results: string, more: readonly string[], source = tree.directory): Promise<Ran> {
  return runHere(
    ...['bisect', at('up.yml'), '--good', good, '--bad', bad, '--tree', source, '--results', at(results)],
    ...['--build', 'echo "a.c:1:2: error: nope"; exit 2', ...more],
  );
}

const fileOf = (results: string): string => at(results, readdirSync(at(results))[0] ?? '', 'bisect.json');
const stateOf = (results: string): BisectState =>
  bisectSchema.parse(JSON.parse(readFileSync(fileOf(results), 'utf8')));
/** Makes the state of a shard another one. */
function change(results: string, more: (state: BisectState) => Partial<BisectState>): string {
  const state = stateOf(results);
  writeFileSync(fileOf(results), JSON.stringify({ ...state, ...more(state) }));
  return at(results);
}
const marked =
  (mark: BisectState['tested'][number]['mark']) =>
  ({ tested }: BisectState): Partial<BisectState> => ({ tested: tested.map((each) => ({ ...each, mark })) });

test('a shard keeps what it tested, says what is left, and can be asked again', async () => {
  const { code, out } = await bisect('one', ['--shard', '1/1']);
  expect(out).toContain(`shard 1/1 tested ${middle} d (A Hacker, 2023-11-14): skip: the build ended with`);
  expect(out).toContain(
    `range: 7 commits are left, after ${good.slice(0, 12)} (good) up to ${bad.slice(0, 12)} (bad)`,
  );
  expect(out).toContain(`results: ${fileOf('one')}`);
  expect(code).toBe(0);
  expect(stateOf('one').tested.map(({ commit, mark }) => [commit, mark])).toEqual([[middle, 'skip']]);
  expect(readdirSync(join(fileOf('one'), '..')).sort()).toEqual(['bisect.json', 'kernels']);
  const again = await bisect('one', ['--shard', '1/1']);
  expect(again.error).toBe('goes on: 1 commit was tested before\n');
  expect(again).toMatchObject({ code, out });
});

test('a shard beyond the number of commits says so, and leaves a state to upload', async () => {
  const { code, out } = await bisect('many', ['--shard', '7/7']);
  expect(out).toContain('shard 7/7 tested nothing: fewer commits are left than there are shards');
  expect([code, stateOf('many').tested]).toEqual([0, []]);
});

describe('what shards have tested is taken together', () => {
  test('from all states below a directory, also of another host, where the tree lies elsewhere', async () => {
    for (const index of [1, 2]) await bisect(`stage/shard-${index}`, ['--shard', `${index}/2`]);
    change('stage/shard-1', marked('good'));
    change('stage/shard-2', marked('bad'));
    cpSync(tree.directory, at('elsewhere'), { recursive: true });
    const known = ['--known', at('stage')];
    const { out, error } = await bisect('next', ['--shard', '1/1', ...known], at('elsewhere'));
    expect(error).toContain('goes on: 2 commits were tested before');
    expect(out).toMatch(new RegExp(`range: 2 commits are left, after ${commits[2]?.slice(0, 12)}`));
    expect(stateOf('next').tested.map(({ commit }) => commit)).toEqual([middle]);
    // The whole search takes them over; it tests the ends, which no shard does.
    const each = ['--known', at('stage/shard-1'), '--known', fileOf('stage/shard-2'), '--known', at('next')];
    const whole = await bisect('whole', each);
    expect(whole).toMatchObject({ code: 2, error: expect.stringContaining('the good end, ') });
    expect(stateOf('whole').tested.map(({ commit }) => commit)).toEqual([
      ...[commits[2], commits[4], middle, good],
    ]);
  });

  test('and where they leave nothing to test, they give the answer', async () => {
    await bisect('all', ['--shard', '7/7']);
    change('all', () => ({
      tested: [5, 3, 4, 0, 7].map((index) => ({
        ...{ commit: commits[index] ?? '', title: `number ${index}`, why: '', results: 'left behind' },
        mark: index < 4 ? 'good' : 'bad',
      })),
    }));
    const { code, out, error } = await bisect('answer', ['--known', at('all')]);
    expect(error).toBe('goes on: 5 commits were tested before\n');
    expect(out).toContain(`first bad commit: ${commits[4]} number 4\nlast good commit: ${middle} number 3\n`);
    expect([code, stateOf('answer').firstBad]).toEqual([0, [commits[4]]]);
  });

  test('but for those of another search, of no search, and those that contradict each other', async () => {
    await bisect('left', ['--shard', '1/1']);
    await bisect('right', ['--shard', '1/1']);
    const refused = async (...paths: string[]): Promise<Ran> =>
      bisect(
        'refused',
        paths.flatMap((path) => ['--known', path]),
      );

    change('right', marked('bad'));
    const both = await refused(at('left'), at('right'));
    expect(both.error).toContain(
      `${middle.slice(0, 12)} is skip in ${fileOf('left')}, and bad in ${fileOf('right')}`,
    );
    change('right', () => ({ search: '0'.repeat(64) }));
    const foreign = await refused(at('right'));
    expect(foreign.error).toContain(`${fileOf('right')} is of another search than ${fileOf('refused')}`);
    expect(foreign.error).toContain('what the scenario says differs');
    change('right', () => ({ bad: middle }));
    expect((await refused(at('right'))).error).toContain(`bad is "${middle}" there, and "${bad}" here`);
    const none = await refused(at('linux'));
    expect(none.error).toContain('no bisect.json is there');
    for (const { code } of [both, foreign, none]) expect(code).toBe(2);
  });
});
