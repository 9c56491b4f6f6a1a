/** One difference between two firmwares or two event logs, in words that a reviewer understands. */

import { alike } from '../words/alike.ts';

export interface Difference {
  /** Where it is: a register of a log, or a part of an image. */
  readonly part: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What was added, removed or changed. Text of a guest or an image: it needs report/safe.ts on its way to a reader. */
  readonly text: string;
}

type Pair<T> = readonly [before: T, after: T | undefined] | readonly [before: undefined, after: T];

/** Pairs what two sides have under the same key; several under one key are paired in their order. What `after` alone has comes last. */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string | number,
): readonly Pair<T>[] {
  const left = new Set(after.entries());
  const groups = alike([...left], ([, one]) => keyOf(one));
  const under = new Map(groups.map((group) => [keyOf(group[0][1]), group.values()]));
  const both = before.map((one): Pair<T> => {
    const next = under.get(keyOf(one))?.next().value;
    if (next !== undefined) left.delete(next);
    return [one, next?.[1]];
  });
  return [...both, ...Array.from(left, ([, one]): Pair<T> => [undefined, one])];
}

/** The two sides as a difference; undefined where they are equal. */
export function differenceOf<T>(
  part: string,
  [before, after]: Pair<T>,
  {
    name,
    same,
    change,
  }: {
    readonly name: (one: T) => string;
    readonly same: (before: T, after: T) => boolean;
    readonly change: (before: T, after: T) => string;
  },
): Difference | undefined {
  if (before !== undefined && after !== undefined) {
    return same(before, after)
      ? undefined
      : { part, kind: 'changed', text: `${name(after)}: ${change(before, after)}` };
  }
  if (before !== undefined) return { part, kind: 'removed', text: name(before) };
  return after === undefined ? undefined : { part, kind: 'added', text: name(after) };
}
