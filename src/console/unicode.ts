/** Spells a regular expression with flag u or v for V8's linear engine, which knows neither of them. */

import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** The last code point of the Basic Multilingual Plane: what is above takes two UTF-16 units. */
const LAST_BMP = 0xffff;
const LAST = 0x10ffff;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** First and last code point of a range. */
type Range = readonly [number, number];

/**
 * The same expression without the flags i, s, u and v: each character, class and property is written as the UTF-16 units
 * that it matches. V8 itself says which code points these are, so case folding and Unicode tables are V8's own.
 *
 * The text must be well-formed UTF-16, as the console's lines are: half of a surrogate pair matches nothing.
 * @returns undefined for an expression that has no such spelling: lookaround, a back-reference, a word boundary that
 *   ignores case, or a class that matches several characters at once
 */
export function withoutUnicode(
  source: string,
  flags: string,
  syntax: RegExpParser.Options,
): string | undefined {
  const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const ast = new RegExpParser(syntax).parsePattern(source, 0, source.length, unicode);
  return spellAlternatives(ast.alternatives, flags.replace(/[gm]/g, ''));
}

function spellAlternatives(alternatives: readonly AST.Alternative[], flags: string): string | undefined {
  return joined(
    alternatives.map(({ elements }) =>
      joined(
        elements.map((element) => spell(element, flags)),
        '',
      ),
    ),
    '|',
  );
}

function spell(node: AST.Element, flags: string): string | undefined {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup': {
      const inner = spellAlternatives(node.alternatives, flags);
      const name = node.type === 'Group' ? '?:' : node.name === null ? '' : `?<${node.name}>`;
      return inner === undefined ? undefined : `(${name}${inner})`;
    }
    case 'Quantifier': {
      const element = spell(node.element, flags);
      return element === undefined ? undefined : `(?:${element})${node.raw.slice(node.element.raw.length)}`;
    }
    case 'Assertion': {
      const isEdge = node.kind === 'start' || node.kind === 'end';
      return isEdge || (node.kind === 'word' && !flags.includes('i')) ? node.raw : undefined;
    }
    case 'Backreference':
      return undefined;
    case 'Character':
      return flags.includes('i') ? spellSet(node.raw, flags) : spellCharacter(node.value);
    default:
      return matchesStrings(node) ? undefined : spellSet(node.raw, flags);
  }
}

/** Half of a surrogate pair in an expression is left to V8: the text has none. */
function spellCharacter(value: number): string | undefined {
  if (value >= FIRST_SURROGATE && value <= LAST_SURROGATE) return undefined;
  return value <= LAST_BMP ? unit(value) : `(?:${spellPairs([value, value])})`;
}

/** Of flag v: `[\q{abc}]` and properties such as \p{RGI_Emoji}. */
function matchesStrings(node: AST.Element): boolean {
  let found = false;
  visitRegExpAST(node, {
    onClassStringDisjunctionEnter() {
      found = true;
    },
    onCharacterSetEnter(set) {
      found ||= set.kind === 'property' && set.strings;
    },
  });
  return found;
}

function spellSet(raw: string, flags: string): string {
  const ranges = rangesOf(raw, flags);
  const bmp = ranges
    .filter(([first]) => first <= LAST_BMP)
    .map(([first, last]) => `${unit(first)}-${unit(Math.min(last, LAST_BMP))}`);
  const pairs = ranges
    .filter(([, last]) => last > LAST_BMP)
    .map(([first, last]) => spellPairs([Math.max(first, LAST_BMP + 1), last]));
  const units = `[${bmp.join('')}]`;
  return pairs.length === 0 ? units : `(?:${[units, ...pairs].join('|')})`;
}

/** A range of code points above the BMP as pairs of units: the first and the last high unit may allow fewer low ones. */
function spellPairs([first, last]: Range): string {
  const [high, low] = surrogates(first);
  const [lastHigh, lastLow] = surrogates(last);
  if (high === lastHigh) return `${unit(high)}[${unit(low)}-${unit(lastLow)}]`;
  const between = high + 1 < lastHigh ? [`[${unit(high + 1)}-${unit(lastHigh - 1)}][\\udc00-\\udfff]`] : [];
  return [
    `${unit(high)}[${unit(low)}-\\udfff]`,
    ...between,
    `${unit(lastHigh)}[\\udc00-${unit(lastLow)}]`,
  ].join('|');
}

function surrogates(value: number): [number, number] {
  const offset = value - (LAST_BMP + 1);
  return [FIRST_SURROGATE + (offset >> 10), 0xdc00 + (offset & 0x3ff)];
}

function unit(value: number): string {
  return `\\u${value.toString(16).padStart(4, '0')}`;
}

/** Ranges by flags and source of a class: a scenario uses few different ones. */
const known = new Map<string, readonly Range[]>();
/** Code points that are tried at a time: longer runs could fill the stack of V8's backtracking engine. */
const BLOCK = 2048;

/** The code points that a character, class or property matches, in ascending order, without surrogates. */
function rangesOf(raw: string, flags: string): readonly Range[] {
  const key = `${flags} ${raw}`;
  const found = known.get(key) ?? findRanges(new RegExp(`(?:${raw})+`, `g${flags}`));
  known.set(key, found);
  return found;
}

function findRanges(run: RegExp): Range[] {
  const ranges: [number, number][] = [];
  for (let start = 0; start <= LAST; start += BLOCK) {
    // The surrogates are exactly one block.
    if (start === FIRST_SURROGATE) continue;
    // In UTF-16 a code point above the BMP has two units.
    const width = start > LAST_BMP ? 2 : 1;
    for (const { index, 0: text } of block(start).matchAll(run)) {
      const first = start + index / width;
      const last = first + text.length / width - 1;
      const before = ranges.at(-1);
      if (before !== undefined && before[1] === first - 1) before[1] = last;
      else ranges.push([first, last]);
    }
  }
  return ranges;
}

function block(start: number): string {
  const points = Array.from({ length: BLOCK }, (_, index) => start + index);
  return String.fromCodePoint(...points);
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length ? whole.join(separator) : undefined;
}
