/** Errors of the system as a user reads them: plain words, the path once, and what to do next. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { explainError, HostError, messageOf } from '../../src/words/errors.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('errors');
const at = (name: string): string => join(scratch, name);
writeFileSync(at('file'), '');
mkdirSync(at('full/of'), { recursive: true });
symlinkSync(at('loop'), at('loop'));

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** What the system says when a call is refused for a reason that a test run as root cannot bring about. */
const refused = (code: string, words: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${words}, open${path === undefined ? '' : ` '${path}'`}`), {
    ...{ code, syscall: 'open' },
    ...(path === undefined ? {} : { path }),
  });

/** An error for which Node has no name. */
const unnamed = (number: number, path?: string): Error =>
  Object.assign(new Error(`Unknown system error -${number}: Unknown system error -${number}, write`), {
    ...{ code: `Unknown system error -${number}`, errno: -number, syscall: 'write' },
    ...(path === undefined ? {} : { path }),
  });

const CASES: readonly (readonly [string, unknown, string])[] = [
  ['a missing file', thrownBy(() => readFileSync(at('none'))), `${at('none')}: no such file or directory`],
  [
    'a file that is taken for a directory',
    thrownBy(() => readFileSync(at('file/x'))),
    `${at('file/x')}: no such file or directory, because a part of its path is a file`,
  ],
  [
    'a directory, whose path the system does not say',
    thrownBy(() => readFileSync(scratch)),
    'is a directory',
  ],
  ['what exists', thrownBy(() => mkdirSync(at('full'))), `${at('full')}: exists already`],
  [
    'a loop of links',
    thrownBy(() => readdirSync(at('loop'))),
    `${at('loop')}: is a symbolic link that leads to itself`,
  ],
  ['no right', refused('EACCES', 'permission denied', '/x'), '/x: may not be used by this user (EACCES)'],
  ['a full disk', refused('ENOSPC', 'no space left on device'), 'no space is left (ENOSPC)'],
  ['a quota', unnamed(122), 'the quota of the disk is used up (EDQUOT)'],
  [
    'a file that its server has lost',
    unnamed(116, '/x'),
    '/x: the server of its file system has lost it (ESTALE)',
  ],
  [
    'an error for which rmSync has no name',
    Object.assign(new Error(", Unknown error: Device or resource busy '/a'"), {
      ...{ code: '', errno: -4094, syscall: 'rm', path: '/a' },
    }),
    '/a: device or resource busy',
  ],
  ['an error for which nobody has a name', unnamed(4095), 'write failed (Unknown system error -4095)'],
  ['a rare error, in the words of the system', refused('EIO', 'i/o error', '/x'), '/x: i/o error (EIO)'],
];

describe('an error of the system is plain words:', () => {
  test.each(CASES)('%s', (_, error, words) => {
    expect(messageOf(error)).toBe(words);
  });

  test.each([
    ['no-such-program', 'no-such-program: not in PATH'],
    ['/no/such/program', '/no/such/program: no such file or directory'],
  ])('the program %s cannot be started', async (program, words) => {
    const [error] = await once(spawn(program), 'exit').catch((cause: unknown) => [cause]);
    expect(messageOf(error)).toBe(words);
  });

  test('a path that the sentence names is not said again', () => {
    const path = at('none');
    const error = thrownBy(() => readFileSync(path));
    expect(messageOf(error, path)).toBe('no such file or directory');
    expect(messageOf(error, scratch)).toBe(`${path}: no such file or directory`);
  });
});

describe('what nobody has caught', () => {
  test('and the system has refused says what to do next', () => {
    const error = thrownBy(() => mkdtempSync(at('no/tmp-')));
    expect(explainError(error)).toBe(
      `${at('no/tmp-XXXXXX')}: no such file or directory\n  Create it, or name another place (TMPDIR for temporary files).`,
    );
  });

  test('and is ours is as it was thrown; anything else is to be reported', () => {
    expect(explainError(new HostError('x', 'it broke', { hint: 'Mend it.' }))).toBe('it broke\n  Mend it.');
    expect(explainError(new TypeError('x is y'))).toMatch(/^internal error: x is y\n {2}Please report/);
  });
});
