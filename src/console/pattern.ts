/** What a scenario looks for: literal text or /regex/flags, with the facts that decide how and when to judge it. */

import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { messageOf, UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import { needleOf, needlesOfAny } from './needles.ts';
import { type PatternFacts, readPatterns } from './read-patterns.ts';
import { type LinearRegExp, linearRegExp, SYNTAX } from './regexp.ts';

export interface Match {
  /** Offset in the line, in UTF-16 units, of the first matched character. */
  readonly start: number;
  /** Offset after the last matched character. */
  readonly end: number;
  readonly groups: Readonly<Record<string, string>>;
}

export interface Pattern extends PatternFacts {
  /** As the user wrote it. */
  readonly source: string;
  /** As messages show it: a regex as it is, a literal in quotes. */
  readonly shown: string;
  /**
   * True when a match stays a match whatever is printed next, so an unfinished line can be judged at once. Patterns
   * with `$`, `\b`, lookahead or named groups are not: they wait for the end of the line or for a pause.
   */
  readonly instant: boolean;
  /** The first match at or after `from`; for an instant pattern `end` is the earliest offset at which it is decided. */
  exec(text: string, from: number): Match | undefined;
}

/** How a regex is written: its body and its flags. Any other text is a literal. */
export const REGEX_FORM = /^\/(.+)\/([a-z]*)$/s;

/** Whether a pattern is read as a regex, and not as a text. */
export function isRegexForm(source: string): boolean {
  return REGEX_FORM.test(source);
}

/**
 * Reads `/regex/flags` (flags i, m, s, u, v) or, for any other text, a literal.
 * @throws UsageError code `bad-pattern` with the reason
 */
export function parsePattern(source: string): Pattern {
  const form = REGEX_FORM.exec(source);
  if (form?.[1] !== undefined) {
    return regexPattern(source, form[1], form[2] ?? '');
  }
  if (source === '') {
    throw new UsageError('bad-pattern', 'an empty pattern matches everything');
  }
  // Blanks around a regex would make it a text, and a `forbid` with such a text never fails a run.
  const trimmed = source.trim();
  if (trimmed !== source && /^\/.+\/[imsuv]*$/s.test(trimmed)) {
    throw new UsageError('bad-pattern', `${quote(source)} is a regex with blanks around it`, {
      hint: `Write ${trimmed}. To look for the text as it stands, write it as /\\/dev\\/sda /.`,
    });
  }
  const missing = [...source]
    .map((text) => missingFromLines(text.codePointAt(0) ?? 0))
    .find((lack) => lack !== undefined);
  if (missing !== undefined) {
    throw new UsageError('bad-pattern', `${quote(source)} contains ${missing}`, HINTS[missing]);
  }
  return literalPattern(source);
}

/** Each judge of a process uses the same tables. */
const trusted = new WeakMap<RegExp, Pattern>();

/** A pattern of tdx-boot itself (a signature or milestone): trusted to be linear, always judged on settled text. */
export function trustedPattern(regex: RegExp): Pattern {
  const pattern = trusted.get(regex) ?? readTrusted(regex);
  trusted.set(regex, pattern);
  return pattern;
}

function readTrusted(regex: RegExp): Pattern {
  const { source } = regex;
  const facts = readPatterns().get(source) ?? factsOf(new RegExpParser(SYNTAX).parsePattern(source));
  // Compiled when a line may match for the first time: a boot meets only a few of hundreds of signatures.
  let compiled: LinearRegExp | undefined;
  const exec: LinearRegExp['exec'] = (text, from) => {
    compiled ??= linearRegExp(source, regex.flags);
    return compiled.exec(text, from);
  };
  return fromRegExp(source, facts, false, { exec });
}

/** What no line has when it is matched: such a step is never met, and worse, such a `forbid` never fails a run. */
const HINTS = {
  'a line break': { hint: 'Patterns are matched within one line; use one step per line.' },
  'a control character': {
    hint: 'Escape sequences and control characters are removed before text is matched.',
  },
} as const;

/** @param value a code point */
function missingFromLines(value: number): keyof typeof HINTS | undefined {
  if (value === 0x0a || value === 0x0d) return 'a line break';
  const control = value < 0x20 || (value >= 0x7f && value < 0xa0);
  return control && value !== 0x09 ? 'a control character' : undefined;
}

function literalPattern(literal: string): Pattern {
  const needle = needleOf(literal);
  return {
    source: literal,
    shown: quote(literal),
    needles: needle === undefined ? undefined : [needle],
    instant: true,
    groups: [],
    exec(text, from) {
      const start = text.indexOf(literal, from);
      return start < 0 ? undefined : { start, end: start + literal.length, groups: {} };
    },
  };
}

function regexPattern(source: string, body: string, flags: string): Pattern {
  if (/[^imsuv]/.test(flags)) {
    const bad = [...flags].filter((flag) => !'imsuv'.includes(flag)).join('');
    throw new UsageError('bad-pattern', `${source}: flag "${bad}" has no meaning here`, {
      hint: 'Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
    });
  }
  if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
    throw new UsageError('bad-pattern', `${source}: flags "${flags}" do not go together`);
  }
  let ast: AST.Pattern;
  let regex: LinearRegExp;
  try {
    const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
    ast = new RegExpParser(SYNTAX).parsePattern(body, 0, body.length, unicode);
    regex = linearRegExp(body, flags);
  } catch (error) {
    throw new UsageError('bad-pattern', `${source}: ${messageOf(error)}`);
  }
  const traits = traitsOf(ast);
  if (traits.missing !== undefined) {
    throw new UsageError('bad-pattern', `${source} looks for ${traits.missing}`, HINTS[traits.missing]);
  }
  if (regex.exec('', 0) !== null) {
    throw new UsageError('bad-pattern', `${source} matches the empty line, so it would match everything`);
  }
  const pattern = fromRegExp(source, factsOf(ast), traits.instant, regex);
  // Unicode case folding makes K match the Kelvin sign: no ASCII needle is safe then.
  return flags.includes('i') && /[uv]/.test(flags) ? { ...pattern, needles: undefined } : pattern;
}

function factsOf(ast: AST.Pattern): PatternFacts {
  const groups: string[] = [];
  visitRegExpAST(ast, {
    onCapturingGroupEnter(group) {
      if (group.name !== null && !groups.includes(group.name)) groups.push(group.name);
    },
  });
  return { needles: needlesOfAny(ast.alternatives), groups };
}

function fromRegExp(
  source: string,
  { needles, groups }: PatternFacts,
  instant: boolean,
  regex: Pick<LinearRegExp, 'exec'>,
): Pattern {
  return {
    source,
    shown: source,
    needles,
    instant,
    groups,
    exec(text, from) {
      const found = regex.exec(text, from);
      if (found === null) return undefined;
      const end = instant ? earliestEnd(regex, text, from) : found.index + found[0].length;
      return { start: Math.min(found.index, end), end, groups: definedGroups(found) };
    },
  };
}

/** The end of the shortest prefix that matches, where a reader of single bytes would decide, whatever the chunks. */
function earliestEnd(regex: Pick<LinearRegExp, 'exec'>, text: string, from: number): number {
  let low = from;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regex.exec(text.slice(0, middle), from) === null) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NO_GROUPS: Match['groups'] = Object.freeze(Object.create(null));

/** The groups that took part. The user chooses their names, so the record has no prototype whose names could clash. */
function definedGroups(found: RegExpExecArray): Match['groups'] {
  if (found.groups === undefined) return NO_GROUPS;
  const groups: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(found.groups)) {
    if (value !== undefined) groups[name] = value;
  }
  return groups;
}

function traitsOf(ast: AST.Pattern): { instant: boolean; missing?: keyof typeof HINTS } {
  let instant = true;
  let missing: keyof typeof HINTS | undefined;
  visitRegExpAST(ast, {
    onAssertionEnter(assertion) {
      const openEnded =
        assertion.kind === 'end' || assertion.kind === 'word' || assertion.kind === 'lookahead';
      if (openEnded) instant = false;
    },
    onCapturingGroupEnter(group) {
      if (group.name !== null) instant = false;
    },
    onCharacterEnter(character) {
      const { parent, value } = character;
      const needed = parent.type === 'Quantifier' ? parent.min > 0 : parent.type === 'Alternative';
      if (needed) missing ??= missingFromLines(value);
    },
  });
  return { instant, ...(missing === undefined ? {} : { missing }) };
}
