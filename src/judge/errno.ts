/** Error numbers of Linux, however a program spells them: `Invalid argument`, `os error 22`, `-22`, `EINVAL`. */

import { TRANSLATED, TRANSLATED_TEXTS } from './translated.ts';

/** Name, number (include/uapi/asm-generic/errno-base.h and errno.h) and text of glibc's strerror(). */
const ERRNOS: readonly (readonly [name: string, number: number, text: string])[] = [
  ['EPERM', 1, 'Operation not permitted'],
  ['ENOENT', 2, 'No such file or directory'],
  ['EINTR', 4, 'Interrupted system call'],
  ['EIO', 5, 'Input/output error'],
  ['ENXIO', 6, 'No such device or address'],
  ['E2BIG', 7, 'Argument list too long'],
  ['ENOEXEC', 8, 'Exec format error'],
  ['EBADF', 9, 'Bad file descriptor'],
  ['EAGAIN', 11, 'Resource temporarily unavailable'],
  ['ENOMEM', 12, 'Cannot allocate memory'],
  ['EACCES', 13, 'Permission denied'],
  ['EFAULT', 14, 'Bad address'],
  ['EBUSY', 16, 'Device or resource busy'],
  ['EEXIST', 17, 'File exists'],
  ['EXDEV', 18, 'Invalid cross-device link'],
  ['ENODEV', 19, 'No such device'],
  ['ENOTDIR', 20, 'Not a directory'],
  ['EISDIR', 21, 'Is a directory'],
  ['EINVAL', 22, 'Invalid argument'],
  ['EMFILE', 24, 'Too many open files'],
  ['ENOTTY', 25, 'Inappropriate ioctl for device'],
  ['ETXTBSY', 26, 'Text file busy'],
  ['EFBIG', 27, 'File too large'],
  ['ENOSPC', 28, 'No space left on device'],
  ['EROFS', 30, 'Read-only file system'],
  ['EPIPE', 32, 'Broken pipe'],
  ['ERANGE', 34, 'Numerical result out of range'],
  ['ENAMETOOLONG', 36, 'File name too long'],
  ['ENOSYS', 38, 'Function not implemented'],
  ['ENOTEMPTY', 39, 'Directory not empty'],
  ['EUNATCH', 49, 'Protocol driver not attached'],
  ['ENODATA', 61, 'No data available'],
  ['ETIME', 62, 'Timer expired'],
  ['EPROTO', 71, 'Protocol error'],
  ['EOPNOTSUPP', 95, 'Operation not supported'],
  ['EBADFD', 77, 'File descriptor in bad state'],
  ['EADDRINUSE', 98, 'Address already in use'],
  ['EADDRNOTAVAIL', 99, 'Cannot assign requested address'],
  ['ENETUNREACH', 101, 'Network is unreachable'],
  ['ECONNRESET', 104, 'Connection reset by peer'],
  ['ETIMEDOUT', 110, 'Connection timed out'],
  ['ECONNREFUSED', 111, 'Connection refused'],
  ['EHOSTUNREACH', 113, 'No route to host'],
  ['EHWPOISON', 133, 'Memory page has hardware error'],
  ['ENOTSUPP', 524, 'Unknown error 524'],
];

const NAMES: ReadonlyMap<string, string> = new Map([
  ...ERRNOS.flatMap(([name, number, text]): [string, string][] => [
    [name, name],
    [String(number), name],
    [text.toLowerCase(), name],
  ]),
  ...TRANSLATED,
]);

/** `EINVAL` for each of its spellings; undefined for any other text. */
export function errnoOf(text: string): string | undefined {
  return NAMES.get(text.trim().toLowerCase().replace(/^-/, '')) ?? NAMES.get(text.trim());
}

/** As glibc's strerror() spells it. @param name `EINVAL` */
export function textOfErrno(name: string): string | undefined {
  return ERRNOS.find(([known]) => known === name)?.[2];
}

const IN_OTHER_WORDS = new RegExp(TRANSLATED_TEXTS, 'g');

/** A line with the errors of the system that it spells in another language in English. */
export function inEnglish(line: string): string {
  return line.replace(IN_OTHER_WORDS, (text) => textOfErrno(TRANSLATED.get(text) ?? '') ?? text);
}

/** glibc's texts, for a pattern. */
export const SYSTEM_TEXTS = ERRNOS.map(([, , text]) => text).join('|');

/** The texts as a pattern spells them, and with a small first letter. */
const IN_PATTERNS = new RegExp(
  `(?<![A-Za-z] ?)(?:${ERRNOS.map(([, , text]) => text.replace('/', '\\\\?/')).join('|')})(?![A-Za-z])`,
  'g',
);

/**
 * A pattern that knows the texts in either spelling: glibc's `No such file or directory`, and Go's, which is the same
 * with a small first letter (syscall/zerrors_linux_amd64.go of Go 1.24). A pattern without such a text is given back.
 */
export function inEitherSpelling(pattern: RegExp): RegExp {
  const source = pattern.source.replace(
    IN_PATTERNS,
    (text) => `[${text.charAt(0)}${text.charAt(0).toLowerCase()}]${text.slice(1)}`,
  );
  return source === pattern.source ? pattern : new RegExp(source, pattern.flags);
}
