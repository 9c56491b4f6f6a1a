/** Finds in a build's log what went wrong: the compiler's own error, not a message that follows from the error. */

export interface BuildError {
  /** The error and what explains it, as the tool printed it. */
  readonly lines: readonly string[];
  /** The line of the log at which the error begins, counted from 1. */
  readonly line: number;
  readonly kind: 'disk-full' | 'out-of-memory' | 'build-failed';
}

interface ErrorPattern {
  readonly match: RegExp;
  readonly kind?: BuildError['kind'];
  /** Lines after the first that belong to the same error. */
  readonly rest?: RegExp;
  /** When several lines match, the last one is the cause. */
  readonly last?: true;
}

/** gcc and clang draw the source line and a marker below their message. */
const SOURCE_FRAME = /^\s+(?:\d+ )?\s*\||^\s*\^/;

/** The patterns that explain most come first: a full disk or a killed compiler causes errors of the other kinds. */
const PATTERNS: readonly ErrorPattern[] = [
  { match: /No space left on device/, kind: 'disk-full' },
  {
    match: /(?:fatal error|internal compiler error): Killed|\bOut of memory\b|signal: 9, SIGKILL/,
    kind: 'out-of-memory',
  },
  // gcc, clang, nasm, as: FILE:LINE[:COLUMN]: error: …
  { match: /^[^\s:][^:]*:\d+:(?:\d+:)? (?:fatal )?error: /, rest: SOURCE_FRAME },
  // rustc and cargo: the place follows on the next line.
  {
    match: /^error(?:\[E\d+\])?: (?!could not compile|aborting due)/,
    rest: /^\s*(?:-->|\||\d+\s+\||= )|^Caused by:|^ {2}\S/,
  },
  // edk2's tools in C, each with a reason on the next line; what runs them may put a time or a level before.
  {
    match: /\b(?:Gen[A-Z]\w+|VfrCompile|Trim|EfiRom|\w+Compress)(?:\.py)?: ERROR [0-9A-F]{4}: /,
    rest: /^\s+\S/,
  },
  // edk2's build: FILE(LINE): error 000E: …, then the value.
  { match: /\(\d+\): error [0-9A-F]{4}: /, rest: /^\s+\S/ },
  // iasl: FILE LINE: …, then the message.
  { match: /^Error\s+\d{4} - /, rest: /^\s+\^/ },
  { match: /undefined reference to |multiple definition of |cannot find -l/ },
  { match: /^\S*\bld(?:\.bfd)?: (?!warning)/ },
  // Python prints the exception after the calls that led to it.
  { match: /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit): /, last: true },
  { match: /^\S*patch: \*{4} |^Hunk #\d+ FAILED/ },
  { match: /^make(?:\[\d+\])?: \*{3} / },
  { match: /^\s*:? ?error [0-9A-F]{4}: |^error: /, rest: /^\s+\S/ },
];

/** How many lines of an error are shown; the log has the rest. */
const SHOWN = 12;

/** @returns the error of a log that explains most, or undefined when no pattern matches */
export function findBuildError(log: readonly string[]): BuildError | undefined {
  for (const { match, kind = 'build-failed', rest, last } of PATTERNS) {
    const index =
      last === true
        ? log.findLastIndex((line) => match.test(line))
        : log.findIndex((line) => match.test(line));
    if (index < 0) continue;
    const after = log.slice(index + 1, index + SHOWN);
    const length = rest === undefined ? 0 : after.findIndex((line) => !rest.test(line));
    const lines = [log[index] ?? '', ...after.slice(0, length < 0 ? after.length : length)];
    return { lines, line: index + 1, kind };
  }
  return undefined;
}
