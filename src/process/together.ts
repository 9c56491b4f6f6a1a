/** Waits for several pieces of work at once, or for one no longer than a given time or until a signal. */

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

/** What `awaited` gives; `late` when that takes longer than `ms` milliseconds. @throws what `awaited` is rejected with */
export async function within<T, L>(ms: number, awaited: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([awaited, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** What `awaited` gives; `cancelled` as soon as `signal` aborts. @throws what `awaited` is rejected with */
export async function unlessAborted<T, C>(
  signal: AbortSignal | undefined,
  awaited: Promise<T>,
  cancelled: C,
): Promise<T | C> {
  if (signal?.aborted === true) return cancelled;
  let onAbort = (): void => undefined;
  const aborted = new Promise<C>((resolve) => {
    onAbort = () => resolve(cancelled);
  });
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
