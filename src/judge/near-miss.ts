/** Finds the printed line that comes closest to what a step waited for, and says what differs. */

import { type Pattern, parsePattern, REGEX_FORM } from '../console/pattern.ts';
import type { Expect } from '../scenario/scenario.ts';
import { given } from '../words/given.ts';
import { isGuestStream, type StreamName } from '../words/words.ts';
import type { Evidence } from './events.ts';
import { quoted } from './quote.ts';

/** A line that was printed. */
export interface PrintedLine {
  readonly stream: StreamName;
  readonly line: number;
  readonly text: string;
}

/** A line and how it differs. */
interface Near {
  readonly printed: PrintedLine;
  readonly differs: string;
  /** The line is what was waited for: the pattern, or the stream of the step, is wrong. */
  readonly meant?: true;
}

/** What comes closest to what a step waited for. */
export interface NearMiss {
  /** Two observations: the line, and what differs. */
  readonly evidence: readonly Evidence[];
  readonly meant: boolean;
}

/** A kernel's command line has many words and says nothing. */
const QUOTING = /[Cc]ommand line: /;
/** Words of a pattern that are shorter tell nothing. */
const WORD = 3;
/** A line is close that has at least this share of a pattern's words, counted in letters. */
const CLOSE = 0.5;

/**
 * @param printed what all streams have printed, each in its order
 * @returns undefined where no line is close
 */
export function nearMiss(expect: Expect, printed: readonly PrintedLine[]): NearMiss | undefined {
  const near = misplaced(expect, printed) ?? folded(expect, printed) ?? similar(expect, printed);
  if (near === undefined) return undefined;
  const { stream, line, text } = near.printed;
  const differs = { text: `this line is the closest: ${near.differs}` };
  return { evidence: [{ stream, line, text: quoted(text) }, differs], meant: near.meant === true };
}

/** The pattern was printed, but not where or when the step looked. */
function misplaced({ pattern, stream }: Expect, printed: readonly PrintedLine[]): Near | undefined {
  const matches = matcherOf(pattern);
  const found = printed.findLast(({ text }) => matches(text));
  if (found === undefined) return undefined;
  const listens = stream === undefined ? isGuestStream(found.stream) : stream === found.stream;
  if (!listens) {
    const wanted = stream ?? 'the streams of the guest';
    const differs = `it was printed on ${found.stream}, and the step listens to ${wanted}`;
    return { printed: found, differs, meant: true };
  }
  const differs =
    'it was printed before the step began to wait for it, or as the echo of what was sent; in any-order the order does not matter';
  return { printed: found, differs };
}

/** What makes two texts equal that differ in one respect only. */
const FOLDS: readonly { readonly differs: string; fold(text: string): string; readonly meant?: true }[] = [
  { differs: 'upper and lower case', fold: (text) => text.toLowerCase(), meant: true },
  { differs: 'blanks', fold: (text) => text.replace(/\s+/g, ''), meant: true },
  { differs: 'numbers', fold: (text) => text.replace(/\d+/g, '0') },
];

function folded({ pattern }: Expect, printed: readonly PrintedLine[]): Near | undefined {
  for (const { differs, fold, meant } of FOLDS) {
    const matches = matcher(pattern, fold);
    const found = printed.findLast(({ stream, text }) => isGuestStream(stream) && matches(text));
    if (found !== undefined)
      return { printed: found, differs: `it differs in ${differs}`, ...given({ meant }) };
  }
  return undefined;
}

function matcher(pattern: Pattern, fold: (text: string) => string): (text: string) => boolean {
  const regex = REGEX_FORM.exec(pattern.source);
  if (regex === null) {
    const wanted = fold(pattern.source);
    return (text) => fold(text).includes(wanted);
  }
  const [, source = '', flags = ''] = regex;
  if (fold('A') !== 'a' || flags.includes('i')) return () => false;
  const anyCase = parsePattern(`/${source}/${flags}i`);
  return matcherOf(anyCase);
}

/** Whether a line has the pattern. Only lines with one of its needles are tried, and a pattern that is too slow has no match. */
function matcherOf(pattern: Pattern): (text: string) => boolean {
  const { needles } = pattern;
  let tooSlow = false;
  return (text) => {
    if (tooSlow || needles?.some((needle) => text.toLowerCase().includes(needle)) === false) return false;
    try {
      return pattern.exec(text, 0) !== undefined;
    } catch {
      tooSlow = true;
      return false;
    }
  };
}

/** The line that has most of the pattern's words; of several the last. */
function similar({ pattern }: Expect, printed: readonly PrintedLine[]): Near | undefined {
  const words = wordsOf(pattern.source);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let best: { printed: PrintedLine; lacks: readonly string[]; score: number } | undefined;
  for (const one of printed) {
    if (!isGuestStream(one.stream) || QUOTING.test(one.text)) continue;
    const text = one.text.toLowerCase();
    const lacks = words.filter((word) => !text.includes(word.toLowerCase()));
    const score = letters - lacks.reduce((sum, word) => sum + word.length, 0);
    if (score < letters * CLOSE || score <= WORD || score < (best?.score ?? 0)) continue;
    best = { printed: one, lacks, score };
  }
  if (best === undefined) return undefined;
  const { printed: found, lacks } = best;
  const differs =
    lacks.length === 0
      ? 'it has all words, and not in the form of the pattern'
      : `it lacks ${lacks.map((word) => `"${word}"`).join(' and ')}`;
  return { printed: found, differs };
}

/** The literal words of a pattern, without the syntax of a regex. */
function wordsOf(source: string): string[] {
  const regex = REGEX_FORM.exec(source)?.[1];
  const text =
    regex === undefined
      ? source
      : regex
          .replace(/\(\?(?:<\w+>|:)/g, ' ')
          .replace(/\[[^\]]*\]|\{[\d,]*\}|\\[a-zA-Z]/g, ' ')
          .replace(/\\(.)/g, '$1');
  return (text.match(/[A-Za-z0-9_](?:[\w.:@/-]*\w)?/g) ?? []).filter((word) => word.length >= WORD);
}
