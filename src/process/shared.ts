/** Makes files and directories that every user of the machine shares: with their mode from the first moment on. */

import { constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs';

/** Where all users may write: another one may have put a link or a pipe there. Neither is followed or waited for. */
const PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file that everybody may open and nobody may write, and makes the file if need be. flock(2) needs no right to
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
      // The file is another user's, or the directory is read-only.
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

/** Makes a directory with exactly this mode. */
export function makeShared(path: string, mode: number): void {
  withoutUmask(() => mkdirSync(path, mode));
}

/** A chmod(2) after the making would leave a moment in which other users see the wrong mode. */
function withoutUmask<T>(make: () => T): T {
  const umask = process.umask(0);
  try {
    return make();
  } finally {
    process.umask(umask);
  }
}
