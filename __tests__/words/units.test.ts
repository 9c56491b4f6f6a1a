/** Numbers as people write them. */

import { expect, test } from '@jest/globals';
import { grouped } from '../../src/words/units.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [14186432, '14,186,432'],
  [549755813888, '549,755,813,888'],
])('%d is shown as %s', (count, shown) => {
  expect(grouped(count)).toBe(shown);
  expect(grouped(count)).toBe(count.toLocaleString('en'));
});
