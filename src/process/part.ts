/** Where a file is written that is to replace another one as a whole. */

/**
 * A name beside the file that no other writer uses: neither another process, nor this one for another write, nor one of a
 * container that has the same process number.
 */
export function partOf(path: string): string {
  const own = Math.random().toString(36).slice(2, 10);
  return `${path}.${process.pid}-${own}.part`;
}
