/** What the store asks of the files and directories that it shares with other processes, and names for what fails. */

import { closeSync, fsyncSync, lstatSync, openSync, utimesSync } from 'node:fs';
import { codeOf, HostError, isFull, messageOf } from '../../words/errors.ts';

/** Differs between a directory and a later one at the same path; undefined when the directory is gone. */
export function identity(path: string): string | undefined {
  try {
    const { ino, ctimeNs } = lstatSync(path, { bigint: true });
    // A new directory may get the inode number of the old one, but its move to this path changes its ctime.
    return `${ino} ${ctimeNs}`;
  } catch {
    return undefined;
  }
}

/** When the file was last changed; 1970 when it is gone. */
export function modified(file: string): Date {
  return lstatSync(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
}

/** Milliseconds since the last change, at least 0: a file's time is finer than our clock and may be ahead of it. */
export function age(file: string): number {
  return Math.max(0, Date.now() - modified(file).getTime());
}

/** Notes that an image was used. */
export function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The store belongs to another user or is read-only. Its owner evicts images without knowing of this use.
  }
}

/** Waits until a file or directory is on the disk. */
export function sync(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The named error behind a failed write below `root`. */
export function storeError(error: unknown, root: string): unknown {
  // The lock of a staging directory is a file of the store.
  const isLock = error instanceof HostError && error.code === 'lock-unavailable';
  const failed = isLock ? error.cause : error;
  if (isFull(failed)) {
    return new HostError('disk-full', `no space left for builds in ${root}`, {
      hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
      cause: error,
    });
  }
  const code = codeOf(failed);
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return denied ? unwritable(messageOf(error, root), root, error) : error;
}

export function unwritable(problem: string, root: string, cause?: unknown): HostError {
  return new HostError('store-unwritable', `cannot write to the store ${root}: ${problem}`, {
    hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
    cause,
  });
}
