/** A cache that machines share, behind the store. Its images are checked like those of the store. */

/**
 * A cache that does not answer counts as a cache without the entry, and a notice says so. A call rejects only with the
 * reason of its `signal`.
 */
export interface RemoteCache {
  /**
   * Fetches the files of `key`, or of the newest key that begins with `prefix`, into an empty directory.
   * @returns the key that was found
   */
  restore(key: string, prefix: string, directory: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Keeps the files of a directory, which has no directories in it, under a key. */
  save(key: string, directory: string, signal?: AbortSignal): Promise<void>;
}
