/** Runs regular expressions on hostile text without ever stalling: linear where V8 can, under a time limit elsewhere. */

import v8 from 'node:v8';
import vm from 'node:vm';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { HostError } from '../words/errors.ts';

/**
 * The regex syntax that every supported Node runs. What came later ((?i:...), a name used twice) would make a scenario
 * that is valid on one machine and not on the next.
 */
export const SYNTAX = { ecmaVersion: 2024 } as const;

export interface LinearRegExp {
  /** False: V8's linear engine cannot run it, so each call is watched and gives up after {@link GUARD_MS}. */
  readonly linear: boolean;
  /**
   * The first match at or after `from`, as RegExp.exec gives it.
   * @throws HostError code `pattern-too-slow` (guarded expressions only)
   */
  exec(text: string, from: number): RegExpExecArray | null;
}

/** The longest time, in milliseconds, that a guarded expression may take on one line. */
export const GUARD_MS = 100;

/*
 * V8 backtracks first, and past this many steps starts over with its breadth-first engine, which is linear in the
 * text (https://v8.dev/blog/non-backtracking-regexp). The limit costs about 20 µs on a line that reaches it; V8's own
 * default of 50,000 costs 1.5 ms, which a guest that floods such lines would turn into a stall.
 */
v8.setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
v8.setFlagsFromString('--regexp-backtracks-before-fallback=2000');

/** Compiles an expression; `i` is spelt out as character classes because the linear engine cannot ignore case. */
export function linearRegExp(source: string, flags: string): LinearRegExp {
  const plain = flags.includes('i') && !/[uv]/.test(flags) ? withoutCase(source) : undefined;
  const [body, rest] = plain === undefined ? [source, flags] : [plain, flags.replace('i', '')];
  const regex = new RegExp(body, `${rest.replace('g', '')}g`);
  if (!runsLinearly(body, rest)) return { linear: false, exec: guarded(regex) };
  return {
    linear: true,
    exec(text, from) {
      regex.lastIndex = from;
      return regex.exec(text);
    },
  };
}

/** Asks V8 itself: with the engine's own flag `l`, it refuses to compile what that engine cannot run. */
function runsLinearly(source: string, flags: string): boolean {
  v8.setFlagsFromString('--enable-experimental-regexp-engine');
  try {
    new RegExp(source, `${flags.replace('g', '')}l`);
    return true;
  } catch {
    return false;
  } finally {
    v8.setFlagsFromString('--no-enable-experimental-regexp-engine');
  }
}

/** Only a `vm` script can be interrupted inside a regular expression; it costs about 0.2 ms a call. */
function guarded(regex: RegExp): LinearRegExp['exec'] {
  const context: { regex: RegExp; text: string } = { regex, text: '' };
  vm.createContext(context);
  const script = new vm.Script('regex.exec(text)');
  return (text, from) => {
    regex.lastIndex = from;
    context.text = text;
    try {
      return script.runInContext(context, { timeout: GUARD_MS });
    } catch (error) {
      throw new HostError('pattern-too-slow', `/${regex.source}/ took more than ${GUARD_MS} ms on one line`, {
        hint: 'It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.',
        cause: error,
      });
    }
  };
}

/** The same expression with every ASCII letter spelt in both cases; undefined when a part has no such spelling. */
function withoutCase(source: string): string | undefined {
  const ast = new RegExpParser(SYNTAX).parsePattern(source);
  const edits: { start: number; end: number; text: string }[] = [];
  let possible = true;
  visitRegExpAST(ast, {
    onCharacterEnter(character) {
      if (character.value > 0x7f) possible = false;
      const letter = String.fromCodePoint(character.value);
      if (!/[a-z]/i.test(letter) || character.parent.type === 'CharacterClassRange') return;
      const both = letter.toLowerCase() + letter.toUpperCase();
      const text = character.parent.type === 'CharacterClass' ? both : `[${both}]`;
      edits.push({ start: character.start, end: character.end, text });
    },
    onCharacterClassRangeEnter(range) {
      const text = bothCases(range.min.value, range.max.value);
      if (text === undefined) possible = false;
      else edits.push({ start: range.start, end: range.end, text });
    },
    onBackreferenceEnter() {
      possible = false;
    },
  });
  if (!possible) return undefined;
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

/** `a-f` as `a-fA-F`; ranges that hold no letters stay; mixed ranges have no short spelling. */
function bothCases(min: number, max: number): string | undefined {
  const first = String.fromCodePoint(min);
  const last = String.fromCodePoint(max);
  const spelt = `${escapeInClass(first)}-${escapeInClass(last)}`;
  if (/^[a-z]{2}$/i.test(first + last) && first < 'a' === last < 'a') {
    return `${first.toLowerCase()}-${last.toLowerCase()}${first.toUpperCase()}-${last.toUpperCase()}`;
  }
  const holdsLetters = (min <= 0x5a && max >= 0x41) || (min <= 0x7a && max >= 0x61) || max > 0x7f;
  return holdsLetters ? undefined : spelt;
}

function escapeInClass(character: string): string {
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
