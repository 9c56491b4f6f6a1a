/** What has the same key is told once. */

/**
 * Puts together the items with the same key.
 * @param keyOf any value that JSON can say
 * @returns groups in the order of their first members
 */
export function alike<T>(items: readonly T[], keyOf: (item: T) => unknown): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
