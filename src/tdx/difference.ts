/** One difference between two firmwares or two event logs, in words that a reviewer understands. */

export interface Difference {
  /** Where it is: a register of a log, or a part of an image. */
  readonly part: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What was added, removed or changed. Text of a guest or an image: it needs report/safe.ts on its way to a reader. */
  readonly text: string;
}

/** Pairs what two sides have under the same key; several under one key are paired in their order. */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [T | undefined, T | undefined])[] {
  const left = new Map<string, T[]>();
  for (const one of after) left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one]);
  const both = before.map((one): [T | undefined, T | undefined] => [one, left.get(keyOf(one))?.shift()]);
  return [...both, ...[...left.values()].flat().map((one): [undefined, T] => [undefined, one])];
}

/** The two sides as a difference; undefined where they are equal. */
export function differenceOf<T>(
  part: string,
  [before, after]: readonly [T | undefined, T | undefined],
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
