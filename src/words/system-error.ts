/** Errors of system calls in plain words: Node's own are `ENOENT: no such file or directory, open 'x'`. */

/** An error of Node's that names the call of the system that failed. */
export interface SystemError {
  /** The system's name of the error: `ENOENT`. */
  readonly code: string;
  readonly syscall: string;
  /** `ENOENT: no such file or directory, open 'x'`, or `spawn x ENOENT`. */
  readonly message: string;
  /** The file that the call was for, or the program that was not started. */
  readonly path?: string;
}

/** What is wrong with the file, for errors whose system text is unclear or says too little. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'no such file or directory, because a part of its path is a file',
  EACCES: 'may not be used by this user (EACCES)',
  EPERM: 'may not be used by this user (EPERM)',
  EISDIR: 'is a directory',
  EEXIST: 'exists already',
  ENOTEMPTY: 'is not empty',
  ELOOP: 'is a symbolic link that leads to itself',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'no space is left (ENOSPC)',
  EDQUOT: 'the quota of the disk is used up (EDQUOT)',
  ESTALE: 'the server of its file system has lost it (ESTALE)',
  EUCLEAN: 'its file system is damaged (EUCLEAN)',
  EPIPE: 'its reader is gone (EPIPE)',
};

/** Errors of files for which libuv has no name (uv-common.c, uv_err_name), by Linux's numbers (include/uapi/asm-generic/errno.h). */
const UNNAMED: ReadonlyMap<string, string> = new Map([
  ['Unknown system error -116', 'ESTALE'],
  ['Unknown system error -117', 'EUCLEAN'],
  ['Unknown system error -122', 'EDQUOT'],
]);

/** The system's name of an error, also where Node has none. */
export function nameOfError(code: string): string {
  return UNNAMED.get(code) ?? code;
}

/** The error as one of a system call; undefined for any other. */
export function asSystemError(error: unknown): SystemError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (!('code' in error) || !('syscall' in error)) return undefined;
  if (typeof error.code !== 'string' || typeof error.syscall !== 'string') return undefined;
  const { message, path } = error as SystemError;
  const named = { code: nameOfError(error.code), syscall: error.syscall, message };
  return path === undefined ? named : { ...named, path };
}

/**
 * Why the call failed, behind the path of its file: `x: no such file or directory`.
 * @param named a path that the reader knows: it is not said again
 */
export function systemWords(error: SystemError, named?: string): string {
  const { path } = error;
  const known = isNotInPath(error) ? 'not in PATH' : (REASONS[error.code] ?? othersOf(error));
  // Node puts U+FFFD for bytes that are no UTF-8, so it cannot name such a file.
  const unnamed = error.code === 'ENOENT' && path?.includes('\ufffd') === true;
  const reason = unnamed ? `${known}: of a name that is no UTF-8, give the file another one` : known;
  return path === undefined || path === named ? reason : `${path}: ${reason}`;
}

function isNotInPath({ code, syscall, path }: SystemError): boolean {
  return code === 'ENOENT' && syscall.startsWith('spawn') && path?.includes('/') !== true;
}

/** The system's own words. rmSync has no name of some errors: `, Unknown error: Device or resource busy '/a'` (node_file.cc). */
function othersOf({ code, syscall, message }: SystemError): string {
  const [, words] = /^E[A-Z0-9]+: ([^,]+), /.exec(message) ?? [];
  const [, unnamed] = /^, Unknown error: ([^']+) '/.exec(message) ?? [];
  if (unnamed !== undefined) return unnamed.toLowerCase();
  return words === undefined ? `${syscall} failed (${code})` : `${words} (${code})`;
}
