/** Divides a room among several that want some of it, so that one that wants much takes nothing from the others. */

/**
 * Each gets what it wants, or an equal part of what is left by those that want less.
 * @returns in the order of `wants`; together at most `room`
 */
export function shares(wants: readonly number[], room: number): number[] {
  const given = wants.map(() => 0);
  const smallestFirst = wants.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  let left = room;
  for (const [done, { want, index }] of smallestFirst.entries()) {
    const part = Math.min(want, Math.floor(left / (wants.length - done)));
    given[index] = part;
    left -= part;
  }
  return given;
}
