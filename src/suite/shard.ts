/** One part of a suite for each of several jobs or hosts. */

import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';

/** The part `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Reads `2/3`.
 * @throws UsageError code `bad-shard`
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (index === undefined || Number(index) > Number(count)) {
    throw new UsageError('bad-shard', `shard ${quote(text)} is no part of a suite`, {
      hint: 'Write I/N with I from 1 to N: 2/3 is the second of three parts.',
    });
  }
  return { index: Number(index), count: Number(count) };
}

/**
 * Every n-th entry, so that the parts are equally large, and neighbours, which tend to take equally long, are spread.
 * The same suite gives the same parts everywhere; together they have each entry once.
 */
export function shardOf<T>(entries: readonly T[], { index, count }: Shard): T[] {
  return entries.filter((_, position) => position % count === index - 1);
}
