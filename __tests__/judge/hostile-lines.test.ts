/** No pattern of the catalog is slow on a line that a guest has made for it. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Runs hostile-lines.ts, in a process that has compiled no other pattern. */
function measured(...patterns: readonly RegExp[]): unknown {
  const program = join(import.meta.dirname, 'hostile-lines.ts');
  const args = ['--disable-warning=ExperimentalWarning', program, ...patterns.map(({ source }) => source)];
  const env = { ...process.env, NODE_OPTIONS: '' };
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }));
}

test.each<[string, RegExp, boolean]>([
  ['has two repetitions of one text', /flux [a-z]*.*[a-z]* failed/, true],
  ['has two gaps', /flux.*is.*failed/, true],
  ['has two repetitions of other texts', /flux [a-z]*(?:[^a-z].*)? failed/, false],
  ['has a gap', /flux.*failed/, false],
])('a pattern that %s is slow: %s', (_, pattern, isSlow) => {
  expect(measured(pattern)).toEqual([isSlow]);
});

test('no pattern is', () => {
  expect(measured()).toEqual([]);
});
