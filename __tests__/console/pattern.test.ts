/** Patterns: what they are, when they may be judged, which text announces them, and that none can stall the judge. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePattern } from '../../src/console/pattern.ts';
import { linearRegExp } from '../../src/console/regexp.ts';
import { HostError, UsageError } from '../../src/words/errors.ts';

describe('a pattern is', () => {
  test.each<[string, string, { start: number; end: number } | undefined]>([
    ['login: ', 'debian login: ', { start: 7, end: 14 }],
    ['a.c', 'abc a.c', { start: 4, end: 7 }],
    ['/a.c/', 'abc a.c', { start: 0, end: 3 }],
    ['/A.C/i', 'xabc', { start: 1, end: 4 }],
    ['/dev/sda mounted', 'x /dev/sda mounted', { start: 2, end: 18 }],
    ['//', 'http://', { start: 5, end: 7 }],
    ['/# $/', '/ # ', { start: 2, end: 4 }],
    ['/# $/', '/ # ls', undefined],
    ['LOGIN', 'login', undefined],
    ['/\\u{1F680}/u', '🚀', { start: 0, end: 2 }],
  ])('%s in %j', (source, text, expected) => {
    const match = parsePattern(source).exec(text, 0);
    expect(match && { start: match.start, end: match.end }).toEqual(expected);
  });

  test('searched from an offset on', () => {
    expect(parsePattern('ab').exec('ab ab', 1)?.start).toBe(3);
    expect(parsePattern('/^ab/').exec('ab ab', 1)).toBeUndefined();
  });

  test('a source of named groups; those that took no part are absent', () => {
    const pattern = parsePattern('/v(?<major>\\d+)(?:\\.(?<minor>\\d+))?(?<tag>-rc)?/');
    expect(pattern.groups).toEqual(['major', 'minor', 'tag']);
    expect(pattern.exec('v6.8', 0)?.groups).toEqual({ major: '6', minor: '8' });
  });
});

describe('is judged on the unfinished line', () => {
  test.each<[string, boolean]>([
    ['login: ', true],
    ['/login: /', true],
    ['/^a+b/', true],
    ['/(?<=x)a/', true],
    ['/(a)\\1/', true],
    ['/# $/', false],
    ['/a(b|c$)/', false],
    ['/\\bfoo/', false],
    ['/\\Bfoo/', false],
    ['/foo(?=bar)/', false],
    ['/foo(?!bar)/', false],
    ['/v(?<version>\\d+)/', false],
    ['/[$]/', true],
  ])('%s: %s', (source, instant) => {
    expect(parsePattern(source).instant).toBe(instant);
  });

  test.each<[string, string, number]>([
    ['/a+/', 'baaa', 2],
    ['/a.*c/', 'abcbc', 3],
    ['/foobar|oo/', 'foobar', 3],
    ['/x?y|z.../', 'z123y', 4],
  ])('%s in %s is decided after %d characters', (source, text, end) => {
    expect(parsePattern(source).exec(text, 0)?.end).toBe(end);
  });
});

describe('refused:', () => {
  test.each<[string, string]>([
    ['', 'an empty pattern matches everything'],
    ['two\nlines', '"two\\nlines" contains a line break'],
    ['/(a/', '/(a/: Invalid regular expression: /(a/: Unterminated group'],
    ['/dev/sda', '/dev/sda: flag "da" has no meaning here'],
    ['/a/g', '/a/g: flag "g" has no meaning here'],
    ['/a/ii', '/a/ii: flags "ii" do not go together'],
    ['/a/uv', '/a/uv: flags "uv" do not go together'],
    ['/a*/', '/a*/ matches the empty line, so it would match everything'],
    ['/^$/', '/^$/ matches the empty line, so it would match everything'],
    ['/|a/', '/|a/ matches the empty line, so it would match everything'],
    ['/a\\nb/', '/a\\nb/ looks for a line break'],
    ['/a\\r+/', '/a\\r+/ looks for a line break'],
    ['/(?i:a)/', '/(?i:a)/: Invalid regular expression: /(?i:a)/: Invalid group'],
    [
      '/(?<x>a)|(?<x>b)/',
      '/(?<x>a)|(?<x>b)/: Invalid regular expression: /(?<x>a)|(?<x>b)/: Duplicate capture group name',
    ],
  ])('%j', (source, message) => {
    expect(() => parsePattern(source)).toThrow(new UsageError('bad-pattern', message));
  });

  test.each(['/a\\r?$/', '/[^\\n]+x/'])('%s is not, although it names a line break', (source) => {
    expect(parsePattern(source).source).toBe(source);
  });
});

describe('needles', () => {
  test.each<[string, string[] | undefined]>([
    ['Login: ', ['login: ']],
    ['🚀', undefined],
    ['/Kernel panic.*init/', ['kernel panic']],
    ['/(?:foo|barbaz) x/', ['foo', 'barbaz']],
    ['/a|b/', ['a', 'b']],
    ['/a|\\d/', undefined],
    ['/\\d+/', undefined],
    ['/(abc)+x?/', ['abc']],
    ['/(abc)?xy/', ['xy']],
    ['/x^y\\bz/', ['xyz']],
    ['/k/iu', undefined],
  ])('of %s: %j', (source, needles) => {
    expect(parsePattern(source).needles).toEqual(needles);
  });

  test('every match contains one of them, case folded', () => {
    fc.assert(
      fc.property(regexSource(), fc.constantFrom('', 'i'), asciiText(), (body, flags, text) => {
        const pattern = parsed(`/${body}/${flags}`);
        if (pattern?.needles === undefined) return;
        const match = pattern.exec(text, 0);
        if (match === undefined) return;
        const upTo = text.slice(0, match.end).toLowerCase();
        expect(pattern.needles.some((needle) => upTo.includes(needle))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a match of an instant pattern stays one whatever follows, and ends at the same place', () => {
    fc.assert(
      fc.property(regexSource(), asciiText(), asciiText(), (body, text, more) => {
        const pattern = parsed(`/${body}/`);
        const end = pattern?.instant ? pattern.exec(text, 0)?.end : undefined;
        if (pattern === undefined || end === undefined) return;
        expect(pattern.exec(text + more, 0)?.end).toBe(end);
        expect(pattern.exec(text.slice(0, end), 0)?.end).toBe(end);
        expect(pattern.exec(text.slice(0, end - 1), 0)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('ignoring case', () => {
  test.each(['[^k]', '[a-f0-9]', '[Z-a]', '[ -~]x', '\\x41', '\\k', '[\\]-a]', '(.)\\1', 'é', '[^a-c\\d]'])(
    '/%s/i is what JavaScript makes of it',
    (body) => {
      const ours = linearRegExp(body, 'i');
      const text = String.fromCharCode(...Array.from({ length: 0x180 }, (_, code) => code), 0x212a);
      for (const character of [...text, 'aA', 'Éé', 'kK']) {
        expect(ours.exec(character, 0)?.[0]).toBe(new RegExp(body, 'i').exec(character)?.[0]);
      }
    },
  );

  test('finds what JavaScript finds, for any regex and text', () => {
    fc.assert(
      fc.property(regexSource(), asciiText(), (body, text) => {
        const native = new RegExp(body, 'i').exec(text);
        const ours = linearRegExp(body, 'i').exec(text, 0);
        expect(ours && [ours.index, ...ours]).toEqual(native && [native.index, ...native]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['abc', 'x[a-f]+', '(?<x>foo|bar)$'])('/%s/i runs in linear time', (body) => {
    expect(linearRegExp(body, 'i').linear).toBe(true);
  });
});

describe('a regex bomb ends', () => {
  const BOMBS = [
    '/(a+)+$/',
    '/(a|a)*b/',
    '/(?<x>(a+)+)$/',
    '/(A+A+)+y/i',
    '/(a*)*\\1b/',
    '/(a+)\\1+$/',
    '/(?=(a+)+$)b/',
    '/(?!(a+)+b)c/',
    '/(a{1,30}){1,30}b/',
    '/(a+)+y/u',
  ];

  test.each(BOMBS.flatMap((bomb) => [40, 5000].map((length) => [bomb, length] as const)))(
    '%s on %d characters',
    (bomb, length) => {
      const pattern = parsePattern(bomb);
      let error: unknown;
      try {
        pattern.exec(`${'a'.repeat(length)}!bcy`, 0);
      } catch (thrown) {
        error = thrown;
      }
      if (error === undefined) return;
      expect(error).toBeInstanceOf(HostError);
      expect(error).toMatchObject({ code: 'pattern-too-slow' });
    },
  );

  test('with what V8 cannot run in linear time it is stopped, with a hint', () => {
    const pattern = parsePattern('/(?=(a+)+$)[ab]/');
    expect(() => pattern.exec(`${'a'.repeat(40)}!`, 0)).toThrow(/^\/.*\/ took more than 100 ms on one line$/);
    // And the same pattern goes on working.
    expect(pattern.exec('ba', 0)?.start).toBe(1);
  });
});

function parsed(source: string): ReturnType<typeof parsePattern> | undefined {
  try {
    return parsePattern(source);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A small grammar of regexes over letters that the texts below are made of. */
function regexSource(): fc.Arbitrary<string> {
  return fc.letrec<{ regex: string; sequence: string; atom: string }>((tie) => ({
    regex: fc.oneof(
      { weight: 3, arbitrary: tie('sequence') },
      fc.tuple(tie('sequence'), tie('sequence')).map(([a, b]) => `${a}|${b}`),
    ),
    sequence: fc.array(tie('atom'), { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join('')),
    atom: fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      fc.constantFrom(
        'a',
        'b',
        'ab',
        'K',
        '-',
        ' ',
        '[a-c]',
        '[^b]',
        '[Bk]',
        '.',
        '\\w',
        '\\d',
        '^',
        '$',
        '\\b',
      ),
      tie('regex').map((inner) => `(?:${inner})`),
      tie('regex').map((inner) => `(${inner})`),
      fc
        .tuple(tie('regex'), fc.constantFrom('*', '+', '?', '{2}', '{0}', '{0,2}', '+?'))
        .map(([inner, times]) => `(?:${inner})${times}`),
    ),
  })).regex;
}

function asciiText(): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'k', 'A', 'B', 'K', '-', ' ', '1'),
    maxLength: 12,
  });
}
