/** `bisect`: what is refused before anything is built, and what it searches. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { subjectOf } from '../../src/cli/bisect-subject.ts';
import { GitTree } from '../support/git-tree.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('bisect-cli');
const results = join(dir, 'results');

const tree = new GitTree(join(dir, 'linux'));
const [old = '', young = ''] = tree.commits(['one', 'two']);
tree.git(['tag', 'v1', old]);

function scenario(name: string, text: string): string {
  writeFileSync(join(dir, name), `version: 1\nplatform: emulated\n${text}`);
  return join(dir, name);
}
// It names no kernel: each commit has its own.
const plain = scenario('plain.yml', 'guest: {memory: 1G}\nsteps: [{expect: up}]\n');
const wrong = scenario('wrong.yml', 'guest: {memmory: 1G}\n');
const disk = scenario('disk.yml', 'guest: {disks: [disk.img]}\nsteps: [{expect: up}]\n');
const tdvf = scenario(
  'tdvf.yml',
  `guest: {memory: 1G, disks: [disk.img]}\nfirmware: {recipe: tdvf, repository: ${tree.directory}, build: debug}\nsteps: [{expect: up}]\n`,
);
writeFileSync(join(dir, 'disk.img'), Buffer.alloc(1024 * 1024));

describe('refused, before anything is built', () => {
  const kernel = ['--tree', tree.directory, '--build', 'true'];
  const ends = ['--good', 'v1', '--bad', 'main'];

  test.each<[string, string[], string]>([
    ['no end', [plain, ...kernel], '--good'],
    [
      'a tree without a command',
      [plain, ...ends, '--tree', tree.directory],
      '--tree and --build go together',
    ],
    ['a command without a tree', [plain, ...ends, '--build', 'make'], '--tree and --build go together'],
    ['no tree', [plain, ...ends, '--tree', join(dir, 'none'), '--build', 'make'], 'none is not a directory'],
    ['no commit', [plain, '--good', 'v0', '--bad', 'main', ...kernel], '--good: .*linux has no commit "v0"'],
    ['an option as a commit', [plain, '--good=--all', '--bad', 'main', ...kernel], 'has no commit "--all"'],
    ['swapped ends', [plain, '--good', 'main', '--bad', 'v1', ...kernel], 'is no later than'],
    ['a wrong scenario', [wrong, ...ends, ...kernel], 'unknown key "memmory"'],
    ['standard input', ['-', ...ends, ...kernel], 'can be read once'],
    ['no firmware to build', [disk, ...ends], 'builds no firmware, and --tree names no kernel'],
  ])('%s', async (_, argv, message) => {
    const { code, error } = await runHere('bisect', ...argv, '--results', results);
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
    expect(existsSync(join(results, 'kernels'))).toBe(false);
  });
});

test('without a tree the firmware of the scenario is searched, in its repository', async () => {
  const options = { good: 'v1', bad: 'main', output: 'bzImage', retry: 2, results };
  const subject = await subjectOf(tdvf, options, new AbortController().signal);
  expect(subject).toMatchObject({
    ...{ source: tree.directory, good: old, bad: young, build: undefined },
    request: { name: 'tdvf', build: 'debug', repository: tree.directory },
  });
});
