import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseShard, shardOf } from '../../src/suite/shard.ts';

describe('a shard', () => {
  test('the parts together have each entry once, and differ by at most one entry', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), (length, count) => {
        const entries = Array.from({ length }, (_, index) => index);
        const parts = Array.from({ length: count }, (_, index) =>
          shardOf(entries, { index: index + 1, count }),
        );
        expect(parts.flat().sort((a, b) => a - b)).toEqual(entries);
        const sizes = parts.map((part) => part.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each(['', '1', '0/2', '3/2', '1/0', '01/2', '-1/2', '1/2/3', 'a/b', '1.5/2'])(
    '"%s" is refused',
    (text) => {
      expect(() => parseShard(text)).toThrow(`shard ${JSON.stringify(text)} is no part of a suite`);
    },
  );

  test('2/3 is the second part of three', () => {
    expect(parseShard('2/3')).toEqual({ index: 2, count: 3 });
    expect(shardOf(['a', 'b', 'c', 'd', 'e'], { index: 2, count: 3 })).toEqual(['b', 'e']);
  });
});
