/** Runs regular expressions on hostile text without ever stalling: linear where V8 can, under a limit elsewhere. */

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { codeOf, HostError } from '../words/errors.ts';
import { limitBacktracking } from './backtracking.ts';
import { withoutUnicode } from './unicode.ts';

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
   * @throws HostError code `pattern-too-slow` or `pattern-starved` (guarded expressions only)
   */
  exec(text: string, from: number): RegExpExecArray | null;
}

/** CPU time, in milliseconds, that a guarded expression may take on one line. */
const GUARD_MS = 100;
/** How long, in milliseconds, a host may take to give a guarded expression that much CPU time. */
const STARVED_MS = 30_000;

/** Compiles an expression, with the flags that the linear engine does not know spelt out where that can be done. */
export function linearRegExp(source: string, flags: string): LinearRegExp {
  limitBacktracking();
  const { body, rest } = withFewerFlags(source, flags);
  const regex = new RegExp(body, `${rest.replace('g', '')}g`);
  if (!runsLinearly(body, rest)) {
    // As it was written: a message quotes it.
    return { linear: false, exec: guarded(new RegExp(source, `${flags.replace('g', '')}g`)) };
  }
  return {
    linear: true,
    exec(text, from) {
      regex.lastIndex = from;
      return regex.exec(text);
    },
  };
}

function withFewerFlags(source: string, flags: string): { body: string; rest: string } {
  if (/[uv]/.test(flags)) {
    const body = withoutUnicode(source, flags, SYNTAX);
    if (body !== undefined) return { body, rest: flags.replace(/[isuv]/g, '') };
  } else if (flags.includes('i')) {
    const body = withoutCase(source);
    if (body !== undefined) return { body, rest: flags.replace('i', '') };
  }
  return { body: source, rest: flags };
}

/** Asks V8 itself: with the engine's own flag `l`, it refuses to compile what that engine cannot run. */
function runsLinearly(source: string, flags: string): boolean {
  setFlagsFromString('--enable-experimental-regexp-engine');
  try {
    new RegExp(source, `${flags.replace('g', '')}l`);
    return true;
  } catch {
    return false;
  } finally {
    setFlagsFromString('--no-enable-experimental-regexp-engine');
  }
}

/**
 * Only a `vm` script can be interrupted inside a regular expression; it costs about 0.2 ms a call. Its limit is time of
 * the clock, of which a loaded host gives us only a part. So an attempt that was interrupted before it had its CPU time
 * is made again with twice the limit: what a pattern may do does not depend on what else the host does.
 */
function guarded(regex: RegExp): LinearRegExp['exec'] {
  const context: { regex: RegExp; text: string } = { regex, text: '' };
  vm.createContext(context);
  const script = new vm.Script('regex.exec(text)');
  return (text, from) => {
    context.text = text;
    for (let timeout = GUARD_MS; ; timeout *= 2) {
      regex.lastIndex = from;
      const before = cpuTime();
      try {
        return script.runInContext(context, { timeout });
      } catch (cause) {
        if (codeOf(cause) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT' || cpuTime() - before >= GUARD_MS)
          throw tooSlow(regex, cause);
        if (timeout >= STARVED_MS) throw starved(regex, timeout, cause);
      }
    }
  };
}

/**
 * CPU time of this thread so far, in milliseconds: the first number of schedstat, in nanoseconds
 * (Documentation/scheduler/sched-stats.rst). Node 20 knows only that of all threads, of which some collect garbage.
 */
function cpuTime(): number {
  try {
    return Number.parseInt(readFileSync('/proc/thread-self/schedstat', 'utf8'), 10) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

function tooSlow({ source }: RegExp, cause: unknown): HostError {
  return new HostError(
    'pattern-too-slow',
    `/${source}/ took more than ${GUARD_MS} ms of CPU time on one line`,
    {
      hint: 'It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.',
      cause,
    },
  );
}

function starved({ source }: RegExp, timeout: number, cause: unknown): HostError {
  const message = `this host gave /${source}/ less than ${GUARD_MS} ms of CPU time in ${timeout / 1000} s`;
  return new HostError('pattern-starved', message, {
    hint: 'Run fewer things on this host at a time.',
    cause,
  });
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
