/** What a user reads of an error that a system call, or anything else, has thrown. */

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { messageOf } from '../../src/words/errors.ts';

test('the words of a system call come before its code', () => {
  let said = '';
  try {
    readFileSync('/no/such/file');
  } catch (error) {
    said = messageOf(error);
  }
  expect(said).toBe("no such file or directory (ENOENT, open '/no/such/file')");
});

test.each([
  ['no system call', new Error('it ended: a, b'), 'it ended: a, b'],
  [
    'a call without a path',
    new Error('ENOSPC: no space left on device, write'),
    'no space left on device (ENOSPC, write)',
  ],
  [
    'a path with a comma',
    new Error("EACCES: permission denied, open 'a, b'"),
    "permission denied (EACCES, open 'a, b')",
  ],
  ['a text that was thrown', 'text', 'text'],
])('%s', (_, thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
