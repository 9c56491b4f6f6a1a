/**
 * What an error of the system or a number of a named table says by itself, whatever program quotes it. A complaint that
 * no row of the catalog knows still names its cause when its error has one meaning only: EACCES, ENOENT, ECONNREFUSED, a
 * status of the TDX module, the words of a TLS library, and not EINVAL or ENODEV.
 */

import { given } from '../../words/given.ts';
import { ERROR_CLASSES } from '../catalog/error-classes.ts';
import { NUMBERS } from '../catalog/numbers.ts';
import { SAYINGS } from '../catalog/sayings.ts';
import { errnoOf, inEnglish, textOfErrno } from '../errno.ts';
import { causeOf } from '../family.ts';
import { type Saying, titleOf } from '../signature.ts';
import { isSystemError, ownWords } from './own-words.ts';

const EXACT = SAYINGS.filter(({ general }) => general !== true);
const GENERAL = SAYINGS.filter(({ general }) => general === true);

/** What such an error means, in a sentence about the thing that the line names. */
interface Meaning {
  readonly id: string;
  readonly errnos: readonly string[];
  readonly title: (subject: string) => string;
  /** The title where the thing was to be made. */
  readonly making?: (subject: string) => string;
  /** What is said where the line names no file; absent: the error alone has no meaning. */
  readonly nameless?: string;
  readonly advice: string;
  /** It says what did not happen, and not why. */
  readonly isOpen?: true;
}

export interface PlainError {
  readonly cause: string;
  /** Set where the words have one place, whoever quotes them: the host has no KVM for this user. */
  readonly phase?: 'host' | 'vmm';
  readonly title: string;
  readonly advice: string;
  readonly certainty: 'likely' | 'unknown';
}

const MEANINGS: readonly Meaning[] = [
  {
    id: 'error-denied',
    errnos: ['EACCES', 'EPERM'],
    title: (subject) => `${subject} may not be used by this user`,
    nameless: 'The program lacks a permission that it needs',
    advice: 'Check owner, mode and groups, then SELinux, AppArmor and the capabilities of the program.',
  },
  {
    id: 'error-missing',
    errnos: ['ENOENT'],
    title: (subject) => `${subject} does not exist`,
    making: (subject) => `The directory in which ${subject} is to be made does not exist`,
    nameless: 'A file or device that the program needs does not exist',
    advice: 'Check the path, from where the program sees it: in a container or a chroot it is another one.',
  },
  {
    id: 'error-no-directory',
    errnos: ['ENOTDIR'],
    title: (subject) => `${subject} is no directory, or a part of the path is none`,
    nameless: 'A part of a path is no directory',
    advice: 'Make the directory, or correct the path: a file stands in its place, or nothing does.',
  },
  {
    id: 'error-nobody-listens',
    errnos: ['ECONNREFUSED'],
    title: (subject) => `Nobody listens on ${subject}`,
    nameless: 'Nobody listens where the program connects to: the other side was not started, or has ended',
    advice: 'Start the other side first, and read its log: it may have ended.',
  },
  {
    id: 'error-in-use',
    errnos: ['EADDRINUSE', 'EBUSY', 'ETXTBSY'],
    title: (subject) => `${subject} is in use`,
    nameless: 'Something that the program needs is in use by another one',
    advice: 'End the other user, often a VM of an earlier run, or choose another name, port or device.',
  },
  {
    id: 'error-exists',
    errnos: ['EEXIST', 'ENOTEMPTY'],
    title: (subject) => `${subject} exists already`,
    nameless: 'Something that the program is to make exists already',
    advice:
      'It is left from an earlier attempt, or two programs make the same: remove it where nobody uses it, and look who made it.',
  },
  {
    id: 'error-closed',
    errnos: ['ECONNRESET', 'EPIPE'],
    title: (subject) => `The other side of ${subject} closed the connection`,
    nameless: 'The other side closed the connection: it ended, crashed, or refuses what it was told',
    advice: 'Read its log at that time: it says more than who was left.',
    isOpen: true,
  },
  {
    id: 'error-timeout',
    errnos: ['ETIMEDOUT'],
    title: (subject) => `${subject} did not answer in time`,
    nameless: 'Something was not done in the time that it was given',
    advice:
      'The other side hangs or is slow: read its log. Where it only needs longer, as the pull of a large image in the guest does, raise the limit of who waits.',
    isOpen: true,
  },
  {
    id: 'error-no-such-address',
    errnos: ['EADDRNOTAVAIL'],
    title: (subject) => `This machine does not have the address of ${subject}`,
    nameless: 'The program listens on an address that this machine does not have',
    advice:
      'Compare the address with those of the machine; a vsock address needs /dev/vsock and the right CID.',
  },
  {
    id: 'error-unreachable',
    errnos: ['ENETUNREACH', 'EHOSTUNREACH'],
    title: (subject) => `There is no way through the network to ${subject}`,
    nameless: 'There is no way through the network to the other side',
    advice: 'Check address, routes, firewall and proxy of the machine on which the line was printed.',
  },
  {
    id: 'error-memory',
    errnos: ['ENOMEM'],
    title: () => 'There is not enough memory',
    nameless: 'There is not enough memory',
    advice: 'Lower what is asked for, free memory or huge pages, or raise the limits (cgroup, ulimit -l).',
  },
  {
    id: 'error-open-files',
    errnos: ['EMFILE', 'ENFILE'],
    title: () => 'The program has too many files open',
    nameless: 'The program has too many files open',
    advice: 'Raise the limit: ulimit -n, or LimitNOFILE= of the service.',
  },
  {
    id: 'error-disk-full',
    errnos: ['ENOSPC', 'EDQUOT'],
    title: (subject) => `The disk of ${subject} is full`,
    nameless: 'A disk is full',
    advice: 'Free space; a tmpfs such as /tmp or /dev/shm has a size of its own.',
  },
  {
    id: 'error-io',
    errnos: ['EIO'],
    title: (subject) => `${subject} cannot be read or written: an I/O error`,
    advice: 'The kernel log of the machine on which the line was printed says more.',
  },
  {
    id: 'error-read-only',
    errnos: ['EROFS'],
    title: (subject) => `${subject} is on a read-only file system`,
    nameless: 'A file system is read-only',
    advice: 'Give the program a place that it may write to.',
  },
  {
    id: 'error-format',
    errnos: ['ENOEXEC'],
    title: (subject) => `${subject} is no program of this architecture`,
    nameless: 'A program is not of this architecture',
    advice: 'Compare the output of file for it with the machine.',
  },
];

/** Spelled as text, as `os error 13`, `code: 13`, `Error(13)`, `error -13`, `errno = 13`, by name, as Node does (`connect ECONNREFUSED …`), or as the exit status of a shell. The last one counts. */
const SPELLED =
  /(?:: |\(|"|\b)(?<text>Operation not permitted|Permission denied|No such file or directory|Not a directory|Connection refused|Network is unreachable|No route to host|Address already in use|Cannot assign requested address|Device or resource busy|Text file busy|File exists|Directory not empty|Connection reset by peer|Broken pipe|transport is closing|Cannot allocate memory|Too many open files|No file descriptors available|No space left on device|Input\/output error|Read-only file system|Exec format error|Connection timed out|Operation timed out|Context deadline exceeded|i\/o timeout|(?:Timed out|Timeout) waiting for|did not become ready)\b|\bos error (?<os>\d+)\b|(?<!\bexit )\bcode: (?<code>\d+)\b|(?:\bOsError|\(Error)\((?<bare>\d+)\)|\berrno[ =:]+(?<errno>\d+)\b|: (?<eof>(?:unexpected )?EOF)(?=\W*$|: )|\berror -(?<negative>[2-9]|[1-9]\d+)\b|\bexit ?(?:status|code)(?: of)?:? (?<exit>12[67])\b|\b(?<name>E[A-Z]{3,12}): |\b(?:connect|listen|spawn|open|bind) (?<node>E[A-Z]{3,12})\b(?: [/\w.:-]+)?/gi;
/** What musl, Go (context, net, os) and kubectl wait say in other words, and how a shell tells that it could not start a program. */
const OTHER_WORDS = new Map([
  ['no file descriptors available', 'EMFILE'],
  ['operation timed out', 'ETIMEDOUT'],
  ['transport is closing', 'ECONNRESET'],
  ['eof', 'ECONNRESET'],
  ['unexpected eof', 'ECONNRESET'],
  ['context deadline exceeded', 'ETIMEDOUT'],
  ['i/o timeout', 'ETIMEDOUT'],
  ['timed out waiting for', 'ETIMEDOUT'],
  ['timeout waiting for', 'ETIMEDOUT'],
  ['did not become ready', 'ETIMEDOUT'],
  ['126', 'EACCES'],
  ['127', 'ENOENT'],
]);
/** A file, a directory or a socket is to be made. */
const MAKING =
  /\b(?:[Ff]ailed to|[Cc]annot|[Cc]an't|[Cc]ould not|[Uu]nable to|[Ee]rror) (?:creat(?:e|ing)|mkdir|mak(?:e|ing)|bind(?:ing)?)\b(?! (?:domain|VM|vm|containerd|shim|sandbox|pod|container|guest|instance)\b)/;
/** A path, in quotation marks or bare, that is no place in a source. */
const PATH = /(?:^|[\s'"`‘(=[:])(?<path>\/[\w.@%+,:-]+(?:\/+[\w.@%+,:-]+)*\/?)(?=$|[\s'"`’),;:\]])/g;
const SOURCE = /\.(?:c|cc|cpp|h|go|rs|py|js|ts)(?::\d+)*$/;

/** A warning that a manager quotes of what its program said, before the error or in its place. */
const WARNED = /(?<=: )(?:[\w./-]+: )?warning: .*$/;

export function withoutWarning(text: string): string {
  return text.replace(WARNED, '');
}

/** @param text a line as it was printed */
export function plainError(text: string): PlainError | undefined {
  const said = inEnglish(withoutWarning(text));
  return namedNumber(said) ?? saying(said) ?? systemError(said) ?? ofTable(GENERAL, said);
}

/** The last error of the system that the line spells, and where it ends. */
function lastError(text: string): { readonly errno: string; readonly end: number } | undefined {
  const last = [...text.matchAll(SPELLED)].at(-1);
  const spelled = Object.values(last?.groups ?? {}).find((value) => value !== undefined);
  if (last === undefined || spelled === undefined) return undefined;
  const errno = OTHER_WORDS.get(spelled.toLowerCase()) ?? errnoOf(spelled);
  return errno === undefined ? undefined : { errno, end: last.index + last[0].length };
}

/**
 * The error of the system that a line quotes, for a row that says what failed and not by which error.
 * @param text a line as it was printed
 * @returns the words for it, and what to do where the error has one meaning
 */
export function errorIn(text: string): { readonly words: string; readonly advice?: string } | undefined {
  const errno = lastError(inEnglish(text))?.errno;
  const words = errno === undefined ? undefined : textOfErrno(errno);
  if (errno === undefined || words === undefined) return undefined;
  const advice = meaningOf(errno)?.advice;
  return advice === undefined ? { words } : { words, advice };
}

function meaningOf(errno: string): Meaning | undefined {
  return MEANINGS.find(({ errnos }) => errnos.includes(errno));
}

function systemError(text: string): PlainError | undefined {
  const last = lastError(text);
  const meaning = last && meaningOf(last.errno);
  if (last === undefined || meaning === undefined) return undefined;
  const paths = [...text.slice(0, last.end).matchAll(PATH)]
    .map(({ groups }) => groups?.path?.replace(/[:,.]+$/, '') ?? '')
    .filter((path) => path.length > 1 && !SOURCE.test(path));
  const subject = paths.at(-1);
  const { id: cause, nameless, advice, isOpen } = meaning;
  const certainty = isOpen ? 'unknown' : 'likely';
  const named = (MAKING.test(text) ? meaning.making : undefined) ?? meaning.title;
  const title = subject === undefined ? withWords(nameless, text) : named(subject);
  if (title === undefined) return undefined;
  return { cause, ...(subject === '/dev/kvm' ? { phase: 'host' } : {}), title, advice, certainty };
}

/** What a sentence with one meaning says, in whose mouth ever. */
export function saying(text: string): PlainError | undefined {
  return ofTable(EXACT, text);
}

/** What a number of a named table says, whoever prints it. */
export function namedNumber(text: string): PlainError | undefined {
  return ofTable(NUMBERS, text);
}

/**
 * Of which class an error is by its predicate, where nothing else says what it is or what it is about.
 * @param words the innermost words of the complaint
 * @param shown the words that follow the class in the title
 */
export function errorClass(words: string, shown = words): PlainError | undefined {
  return ofTable(ERROR_CLASSES, words, shown);
}

function ofTable(rows: readonly Saying[], text: string, shown = ownWords(text)): PlainError | undefined {
  for (const known of rows) {
    const match = known.pattern.exec(text);
    if (match === null || known.unless?.test(text) === true) continue;
    const groups = match.groups ?? {};
    const row = causeOf(known, groups);
    const named = titleOf(row, groups).replace(/[ :]+$/, '');
    const isOpen = row.symptom === true;
    const title = row.general || isOpen ? `${named}: ${shown}` : named;
    return {
      cause: row.id,
      ...given({ phase: row.phase }),
      title,
      advice: row.hint,
      certainty: isOpen ? 'unknown' : 'likely',
    };
  }
  return undefined;
}

/** Without a path the words of the line tell what the error is of. */
function withWords(meaning: string | undefined, text: string): string | undefined {
  const words = ownWords(text);
  const isBare = isSystemError(words) || /^Os \{|^No file descriptors available/.test(words);
  return meaning === undefined || isBare ? meaning : `${meaning}: ${words}`;
}
