/** What stands for node:crypto in @actions/core. */

import { expect, test } from '@jest/globals';
import { randomUUID } from '../../src/action/crypto.ts';

test('each text is 128 bits, and another', () => {
  const texts = Array.from({ length: 100 }, randomUUID);
  for (const text of texts) expect(text).toMatch(/^[0-9a-f]{32}$/);
  expect(new Set(texts).size).toBe(texts.length);
});
