/** Texts of users and programs in messages of a bounded length. */

import { expect, test } from '@jest/globals';
import { wholeLines } from '../../src/words/quote.ts';

test.each<[what: string, lines: string[], limit: number, text: string]>([
  ['all that fits', ['one', 'two'], 7, 'one\ntwo'],
  [
    'a line that does not fit is left out whole, and the others stay',
    ['one', 'x'.repeat(20), 'two'],
    12,
    'one\ntwo\nmore',
  ],
  ['many lines', Array(100).fill('line'), 24, 'line\nline\nline\nline\nmore'],
  ['no line fits', ['x'.repeat(100)], 10, 'more'],
])('%s', (_, lines, limit, text) => {
  expect(wholeLines(lines, limit, 'more')).toBe(text);
  expect(text.length).toBeLessThanOrEqual(limit);
});
