/** A needle that stands on many lines of a sound boot, or a pattern without one, makes every log slow: the pattern is tried on each line. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Pattern } from '../../src/console/pattern.ts';
import { logBook } from '../../src/judge/log/book.ts';

const [, ...LINES] = readFileSync('bench/kernel.log', 'latin1').trimEnd().toLowerCase().split('\n');
/** Of 381 lines. */
const MOST = 10;

const { signatures, before, milestones, signs, traits, complaints, leaves } = logBook();

// Without the shapes: what tells a kernel's line is common, and such a line is passed without a look at its text.
describe('needles are rare in a kernel log', () => {
  test.each(Object.entries({ signatures, before, milestones, signs, traits, complaints, leaves }))(
    'of %s',
    (_name, { items }) => {
      const needles = new Set(items.flatMap(({ pattern }) => pattern.needles ?? []));
      const isCommon = (needle: string) => LINES.filter((line) => line.includes(needle)).length > MOST;
      expect([...needles].filter(isCommon)).toEqual([]);
    },
  );

  test('every pattern has one', () => {
    const all = [signatures, before, milestones, signs, traits, complaints, leaves].flatMap(
      ({ items }): readonly { pattern: Pattern }[] => items,
    );
    expect(all.filter(({ pattern }) => pattern.needles === undefined)).toEqual([]);
  });
});
