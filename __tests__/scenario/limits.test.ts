/** Files that are no scenario: each is refused at once with one clear error, whatever its size. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadScenario } from '../../src/scenario/load.ts';
import { SCENARIO_LIMIT } from '../../src/scenario/read.ts';
import { UsageError } from '../../src/words/errors.ts';
import { problemsIn } from './problems.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tdx-boot-limits-'));
const at = (name: string): string => join(scratch, name);
const socket = createServer();

beforeAll(async () => {
  mkdirSync(at('directory'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync('/dev/zero', at('zero.yml'));
  writeFileSync(at('large.yml'), `version: 1\n#${'x'.repeat(SCENARIO_LIMIT)}\n`);
  writeFileSync(at('binary.yml'), Buffer.from([0x1f, 0x8b, 0x08, 0xff, 0xfe, 0x00]));
  writeFileSync(at('nul.yml'), 'version: 1\0\n');
  await new Promise<void>((resolve) => socket.listen(at('socket'), resolve));
});
afterAll(() => {
  socket.close();
  rmSync(scratch, { recursive: true });
});

describe('a file that is no scenario', () => {
  test.each([
    ['missing.yml', 'missing.yml: no such file or directory'],
    ['directory', 'is a directory, not a file'],
    ['pipe', 'is a pipe, not a file'],
    ['zero.yml', 'is a device, not a file'],
    ['socket', 'is a socket or a device, not a file'],
    ['large.yml', 'has more than 256 KiB'],
    ['binary.yml', 'is not a text in UTF-8'],
    ['nul.yml', 'is not a text'],
  ])('%s', (name, message) => {
    expect(() => loadScenario(at(name))).toThrow(UsageError);
    expect(() => loadScenario(at(name))).toThrow(new RegExp(`^cannot read the scenario: .*${message}`));
  });
});

const repeat = (unit: string): string => unit.repeat(Math.floor((SCENARIO_LIMIT - 100) / unit.length));

describe('a text of 256 KiB', () => {
  test.each<[string, string, string]>([
    ['aliases', `version: &a 1\nsteps:\n${repeat('- *a\n')}`, '*a: a scenario has at most 100 aliases'],
    ['aliases that lead nowhere', `steps:\n${repeat('- *a\n')}`, '*a has no anchor &a before it'],
    ['open brackets', repeat('['), 'values are nested too deep'],
    ['open braces', repeat('{a: '), 'values are nested too deep'],
    ['tags', repeat('! '), ''],
    ['quotation marks', repeat('"\n'), ''],
    ['keys', `a: 1\n${repeat('a: 1\n')}`, 'key "a" is given twice'],
    ['wrong steps', `version: 1\nsteps:\n${repeat('  - {}\n')}`, 'steps[1].expect is missing'],
    [
      'unknown keys',
      `version: 1\n${Array.from({ length: 15_000 }, (_, i) => `k${i}: 1`).join('\n')}\n`,
      'unknown key "k0"',
    ],
  ])('%s', (_, text, first) => {
    const problems = problemsIn(text);
    expect(problems[0]).toContain(first);
    expect(problems.length).toBeLessThanOrEqual(101);
  });
});

test('values nested deeper than any scenario', () => {
  const deep = Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  expect(problemsIn(`${deep}\n`)).toEqual([expect.stringContaining('values are nested too deep')]);
});

test('aliases that multiply', () => {
  const lines = Array.from(
    { length: 12 },
    (_, i) => `k${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`,
  );
  expect(problemsIn(`${lines.join('\n')}\n`)).toEqual([expect.stringContaining('Excessive alias count')]);
});

test('a file that is not YAML has one problem, not thousands', () => {
  expect(problemsIn('{ this: [is, not }\n] : : "yaml\n%x\n'.repeat(1000))).toHaveLength(1);
});

test('of many problems the first hundred are listed', () => {
  const problems = problemsIn(`version: 1\nforbid:\n${'- /(/\n'.repeat(150)}`);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatch(/^boot.yml:\d+:\d+: more problems follow$/);
});
