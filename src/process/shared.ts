/** Makes files that every user of the machine shares: with their mode from the first moment on. */

import { constants, fchmodSync, fstatSync, openSync } from 'node:fs';

/** In a directory of all users a path may be a stranger's link or pipe: no link is followed, no pipe is waited for. */
const PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file that everybody may read and nobody may write, and makes the file if it is missing. flock(2) needs no right to
 * write, and the sticky bit of the directory keeps others from opening a user's file for writing (proc_sys_fs(5),
 * protected_regular).
 * @throws the error of open(2)
 */
export function openShared(path: string): number {
  let fd: number;
  try {
    fd = withoutUmask(() => openSync(path, PLAINLY | constants.O_CREAT, 0o444));
  } catch (error) {
    try {
      // The file belongs to another user, or the directory is read-only.
      fd = openSync(path, PLAINLY);
    } catch {
      throw error;
    }
  }
  const { mode, uid } = fstatSync(fd);
  // An older tdx-boot has made the file under a strict umask.
  if (uid === process.geteuid?.() && (mode & 0o444) !== 0o444) fchmodSync(fd, 0o444);
  return fd;
}

/** Makes a file with exactly its mode. A later chmod(2) would show other users the wrong mode for a moment. */
function withoutUmask<T>(make: () => T): T {
  const umask = process.umask(0);
  try {
    return make();
  } finally {
    process.umask(umask);
  }
}
