/**
 * How slow patterns are on lines that a guest has made for them: measured with V8's backtracking alone, which gives up after 2000
 * steps in the program (src/console/backtracking.ts), because the engine behind it is slow, too. Run in a process of its own:
 * V8 compiles patterns worse where it has compiled many before.
 */

import { setFlagsFromString } from 'node:v8';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { ERROR_CLASSES } from '../../src/judge/catalog/error-classes.ts';
import { EVERY_ROW, HOST_SIGNS, MILESTONES, SUPPRESSIONS } from '../../src/judge/catalog/index.ts';
import { NOUNS } from '../../src/judge/catalog/nouns.ts';
import { NUMBERS } from '../../src/judge/catalog/numbers.ts';
import { SAYINGS } from '../../src/judge/catalog/sayings.ts';
import { TRAITS } from '../../src/judge/log/boots.ts';
import { BELOW_ERROR, COMPLAINTS, MENTIONS, OF_PERSON, TYPED } from '../../src/judge/log/complaints.ts';
import { SHAPES } from '../../src/judge/log/speakers.ts';

/** Of a line, in characters: what is cubic in them takes 250,000 times as long on the longest line. */
const SIZE = 1024;
/** A literal with a gap behind it, on a line that the literal fills: as slow as a pattern may be, in the same engine. */
const GAP = { pattern: /a.*b/, line: 'a'.repeat(SIZE) };
/**
 * How much longer than that a pattern may take. Several literals with a gap each take up to 0.9 times as long; with two gaps behind one
 * literal, or two repetitions that may share a text, a pattern takes more than 4 times as long.
 */
const LIMIT = 2;

const PATTERNS: readonly RegExp[] = [
  ...[...EVERY_ROW, ...MILESTONES, ...HOST_SIGNS, ...TRAITS, ...COMPLAINTS, ...SHAPES].flatMap((row) => [
    row.pattern,
    ...('unless' in row && row.unless !== undefined ? [row.unless] : []),
  ]),
  ...[...SAYINGS, ...NUMBERS, ...NOUNS, ...ERROR_CLASSES].map(({ pattern }) => pattern),
  ...SUPPRESSIONS,
  ...BELOW_ERROR,
  ...MENTIONS,
  OF_PERSON,
  TYPED,
];

/** The CPU time of the pattern on the worst line that its own pieces make, in times of {@link GAP}. */
function slownessOf({ source, flags }: RegExp): number {
  const lines = linesFor(source);
  setFlagsFromString('--no-enable-experimental-regexp-engine-on-excessive-backtracks');
  try {
    // The group makes another text of the pattern: V8 keeps what it compiled for the text alone, and aborts where such code gives up now.
    const regex = new RegExp(`(?:${source})`, flags.replace('g', ''));
    // The first use compiles to bytecode, the second one to machine code.
    regex.test('');
    regex.test('');
    return Math.max(0, ...lines.map((line) => slowness(regex, line)));
  } finally {
    setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  }
}

/** Both are measured again, beside each other, where the pattern looks slow: what another process takes away counts once. */
function slowness(regex: RegExp, line: string): number {
  let least = microseconds(() => regex.test(line)) / gap();
  for (let again = 0; again < 4 && least > LIMIT; again++) {
    gapTime = undefined;
    least = Math.min(least, microseconds(() => regex.test(line)) / gap());
  }
  return least;
}

let gapTime: number | undefined;

/** The CPU time of {@link GAP}, the longest of three: a pattern is not slow because the other was lucky. */
function gap(): number {
  gapTime ??= Math.max(...[1, 2, 3].map(() => microseconds(() => GAP.pattern.test(GAP.line))), 1);
  return gapTime;
}

function microseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** A slow pattern is slow each time that V8 compiles it; what else V8 and the machine do meanwhile is not there each time. */
function isSlow(pattern: RegExp): boolean {
  return [1, 2, 3].every(() => slownessOf(pattern) > LIMIT);
}

/** Lines that repeat what stands before and in each repetition of the pattern. */
function linesFor(source: string): string[] {
  const lines = new Set<string>();
  const add = (start: string, piece: string): void => {
    if (piece !== '') lines.add(`${start}${piece.repeat(SIZE / piece.length)}\u0001`);
  };
  visitRegExpAST(new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source), {
    onAlternativeEnter({ elements }) {
      let before = '';
      for (const element of elements) {
        const text = exampleOf(element);
        if (element.type === 'Quantifier' && element.max === Number.POSITIVE_INFINITY) {
          for (const piece of [before, text, `${before}${text} `]) add('', piece);
          add(before, text);
        }
        before += text;
      }
    },
  });
  return [...lines];
}

/** A text that the element fits. */
function exampleOf(element: AST.Element): string {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map(exampleOf).join('');
    case 'Quantifier':
      return exampleOf(element.element).repeat(Math.max(element.min, 1));
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return [...'x1 A:-/_."\'(['].find((letter) => new RegExp(`^${element.raw}$`).test(letter)) ?? 'x';
    default:
      return '';
  }
}

/** How slow the patterns are that are given as arguments, or which of the catalog are too slow. */
const given = process.argv.slice(2);
console.log(
  JSON.stringify(
    given.length > 0
      ? given.map((source) => isSlow(new RegExp(source)))
      : [...new Set(PATTERNS)].filter(isSlow).map(String),
  ),
);
