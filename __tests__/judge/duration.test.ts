/** Durations in messages: a value is in the unit that it has when it is rounded. */

import { expect, test } from '@jest/globals';
import { formatDuration } from '../../src/judge/diagnosis/hints.ts';

test.each([
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1000, '1.0 s'],
  [61_000, '1 min 1 s'],
])('%d ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
