/** A cache that other machines share, behind the store. What it gives is checked like everything in the store. */

export interface RemoteCache {
  /**
   * Fetches the files of `key`, or of the newest key that begins with `prefix`, into an empty directory. A cache that
   * does not answer is one without the entry, so this never rejects.
   * @returns the key that was found
   */
  restore(key: string, prefix: string, directory: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Keeps the files of a directory under a key. Never rejects. */
  save(key: string, directory: string, signal?: AbortSignal): Promise<void>;
}
