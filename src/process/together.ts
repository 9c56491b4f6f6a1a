/** Waits for several pieces of work at once. */

/**
 * Like Promise.all(), but rejects only when every piece of work has ended. After Promise.all() has rejected, other
 * pieces still write files and run programs while the caller already cleans up.
 * @throws what the first of the failed promises, in their order, was rejected with
 */
export async function together<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as unknown as T;
}
