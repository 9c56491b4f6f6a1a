/** Which texts announce a pattern: a scanner looks for them in every line, and tries the pattern only where one stands. */

import type { AST } from '@eslint-community/regexpp';

/**
 * Characters of a needle: long enough to be rare, short enough to keep the automaton small. Needles of 16 made the automaton half as
 * large again, needles of 9 found half as many candidates again.
 */
const NEEDLE_LENGTH = 12;
/** Texts that one part of a pattern may stand for, so many; a part that may be more is taken for unknown text. */
const MOST_TEXTS = 8;
/** What a part that takes no characters stands for. */
const NOTHING: readonly string[] = [''];

/** The needle of a literal: lower-case, as the scanner folds case; undefined when no character of it is printable ASCII. */
export function needleOf(literal: string): string | undefined {
  const runs = literal.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length);
  const longest = runs[0]?.slice(0, NEEDLE_LENGTH).toLowerCase();
  return longest === '' ? undefined : longest;
}

/** Needles of a choice: every match contains one of them. Undefined when some alternative has none. */
export function needlesOfAny(alternatives: readonly AST.Alternative[]): readonly string[] | undefined {
  const needles: string[] = [];
  for (const { elements } of alternatives) {
    const best = needlesOfSequence(elements);
    if (best === undefined) return undefined;
    needles.push(...best);
  }
  return shortestOf(needles);
}

/**
 * The needles of a concatenation: the best of its runs, or the needles of a part. A run is a stretch of the pattern that stands
 * for few texts, all known: `x86/(?:tme|mktme): ` is the run of `x86/tme: ` and `x86/mktme: `.
 */
function needlesOfSequence(elements: readonly AST.Element[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let run = NOTHING;
  const consider = (candidate: readonly string[] | undefined): void => {
    if (candidate !== undefined && (best === undefined || isBetter(candidate, best))) best = candidate;
  };
  const endRun = (next = NOTHING): void => {
    if (!run.includes('')) consider(shortestOf(run.map((text) => text.slice(0, NEEDLE_LENGTH))));
    run = next;
  };
  for (const element of elements) {
    const texts = textsOf(element);
    const longer = texts && joined(run, texts);
    if (longer !== undefined) {
      run = longer;
      continue;
    }
    endRun(texts);
    if (element.type === 'Group' || element.type === 'CapturingGroup') {
      consider(needlesOfAny(element.alternatives));
    } else if (element.type === 'Quantifier' && element.min > 0) {
      consider(needlesOfSequence([element.element]));
    }
  }
  endRun();
  return best;
}

/** The longer needles are rarer; of equally long ones the fewer. */
function isBetter(candidate: readonly string[], best: readonly string[]): boolean {
  const longer = weakest(candidate) - weakest(best);
  return longer > 0 || (longer === 0 && candidate.length < best.length);
}

function weakest(needles: readonly string[]): number {
  return Math.min(...needles.map((needle) => needle.length));
}

/** Without the needles that contain another one, which announces the same pattern. */
function shortestOf(needles: readonly string[]): readonly string[] {
  if (needles.length === 1) return needles;
  const unique = [...new Set(needles)];
  return unique.filter((needle) => !unique.some((other) => other !== needle && needle.includes(other)));
}

/** All texts that an element may stand for, in lower-case printable ASCII; undefined when they are others or too many. */
function textsOf(element: AST.Element): readonly string[] | undefined {
  switch (element.type) {
    case 'Character':
      return printable(element.value);
    case 'CharacterClass':
      return element.negate ? undefined : united(element.elements, textsOfMember);
    case 'Assertion':
      // It takes no characters: the text on both sides stays adjacent.
      return NOTHING;
    case 'Group':
    case 'CapturingGroup':
      return united(element.alternatives, ({ elements }) => textsOfSequence(elements));
    case 'Quantifier':
      return textsOfRepeated(element);
    default:
      return undefined;
  }
}

function textsOfSequence(elements: readonly AST.Element[]): readonly string[] | undefined {
  let run: readonly string[] | undefined = NOTHING;
  for (const element of elements) {
    const texts = textsOf(element);
    run = texts && joined(run, texts);
    if (run === undefined) return undefined;
  }
  return run;
}

function textsOfRepeated({ element, min, max }: AST.Quantifier): readonly string[] | undefined {
  const texts = max <= NEEDLE_LENGTH ? textsOf(element) : undefined;
  if (texts === undefined) return undefined;
  const repeated: (readonly string[] | undefined)[] = [NOTHING];
  for (let times = 0; times < max; times++) {
    const before = repeated[times];
    repeated.push(before && joined(before, texts));
  }
  return united(repeated.slice(min), (some) => some);
}

function textsOfMember(member: AST.CharacterClass['elements'][number]): readonly string[] | undefined {
  return member.type === 'Character' ? printable(member.value) : undefined;
}

/** @param value a code point */
function printable(value: number): readonly string[] | undefined {
  return value >= 0x20 && value < 0x7f ? [String.fromCharCode(value).toLowerCase()] : undefined;
}

/** The texts of all parts; undefined when those of one part are unknown, or all together are too many. */
function united<T>(
  parts: readonly T[],
  textsOfPart: (part: T) => readonly string[] | undefined,
): readonly string[] | undefined {
  const all = new Set<string>();
  for (const part of parts) {
    const texts = textsOfPart(part);
    if (texts === undefined) return undefined;
    for (const text of texts) all.add(text);
    if (all.size > MOST_TEXTS) return undefined;
  }
  return [...all];
}

/** Each text of the one set with each of the other behind it; undefined when these are too many. */
function joined(before: readonly string[], after: readonly string[]): readonly string[] | undefined {
  if (after === NOTHING) return before;
  if (before.length * after.length > MOST_TEXTS) return undefined;
  return before.flatMap((text) => after.map((more) => text + more));
}
