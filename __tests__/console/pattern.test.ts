/** Patterns: what they are, when they may be judged, which text announces them, and that none can stall the judge. */

import { spawn, spawnSync } from 'node:child_process';
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

  test.each(['__proto__', 'constructor', 'toString'])('named groups may be called %s', (name) => {
    const pattern = parsePattern(`/a(?<${name}>b)?/`);
    expect(Object.entries(pattern.exec('ab', 0)?.groups ?? {})).toEqual([[name, 'b']]);
    expect(pattern.exec('a', 0)?.groups[name]).toBeUndefined();
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
    ['/BAD/ ', '"/BAD/ " is a regex with blanks around it'],
    [' /BAD/i', '" /BAD/i" is a regex with blanks around it'],
    ['/BAD/\n', '"/BAD/\\n" is a regex with blanks around it'],
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
    ['\x1b[31mred', '"\x1b[31mred" contains a control character'],
    ['/\\x1b\\[31mred/', '/\\x1b\\[31mred/ looks for a control character'],
    ['/a\\0/', '/a\\0/ looks for a control character'],
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
    ['/(?:foo|barbaz) x/', ['foo x', 'barbaz x']],
    ['/x86\\/(?:tme|mktme): /', ['x86/tme: ', 'x86/mktme: ']],
    ['/\\d(?:foo|barbaz)\\d/', ['foo', 'barbaz']],
    ['/fail(?:ed|ure|s)?/', ['fail']],
    ['/lines? of/', ['line of', 'lines of']],
    ['/lines? of|line/', ['line']],
    ['/a{2,3}b/', ['aab']],
    ['/[a-c]x[0-9]/', ['x']],
    ['/one(?:a|b|c)(?:d|e|f)two/', ['onea', 'oneb', 'onec']],
    ['/a+ long text|short/', [' long text', 'short']],
    ['/(?:Freeing|unused) kernel memory/', ['freeing kern', 'unused kerne']],
    ['/a|b/', ['a', 'b']],
    ['/a|\\d/', undefined],
    ['/\\d+/', undefined],
    ['/(abc)+x?/', ['abc']],
    ['/(abc)?xy/', ['xy']],
    ['/x^y\\bz/', ['xyz']],
    ['/k/iu', undefined],
    ['/[Pp]age [Ff]ault[)]/', ['page fault)']],
    ['/p[Aa4]ge/', ['page', 'p4ge']],
    ['/[^F]ault/', ['ault']],
    ['/[\u212aK]ey/', ['ey']],
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

describe('flags u and v', () => {
  test.each<[string, string]>([
    ['a+b', 'u'],
    ['.', 'u'],
    ['.', 'su'],
    ['[^a]', 'u'],
    ['\\w', 'iu'],
    ['\\W', 'iu'],
    ['k', 'iu'],
    ['ß|ſ', 'iu'],
    ['[k-m]', 'iu'],
    ['\\p{L}', 'u'],
    ['\\P{L}', 'u'],
    ['\\p{Lu}', 'iu'],
    ['\\p{Emoji}', 'u'],
    ['\\u{1F600}-\\u{1F64F}', 'u'],
    ['[\\u{1F600}-\\u{1F64F}a-c]', 'u'],
    ['[\\u{ffff}-\\u{10000}]', 'u'],
    ['[\\u{10000}-\\u{10ffff}]', 'u'],
    ['[\\p{L}--[a-z]]', 'v'],
    ['[\\p{L}&&\\p{ASCII}]', 'v'],
    ['[^\\p{ASCII}]', 'v'],
    ['[]', 'u'],
  ])('/%s/%s runs in linear time and matches the characters that JavaScript matches', (body, flags) => {
    const ours = linearRegExp(`^(?:${body})$`, flags);
    expect(ours.linear).toBe(true);
    const native = new RegExp(`^(?:${body})$`, flags);
    const wrong: number[] = [];
    for (let point = 0; point <= 0x10ffff; point += point < 0x300 ? 1 : 7) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const text = String.fromCodePoint(point);
      if ((ours.exec(text, 0) !== null) !== native.test(text)) wrong.push(point);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['(?=a)b', 'u'],
    ['(a)\\1', 'u'],
    ['\\bk', 'iu'],
    ['\\ud800', 'u'],
    ['[\\q{abc|d}]', 'v'],
    ['\\p{RGI_Emoji}', 'v'],
  ])('/%s/%s has no linear spelling and means what it says', (body, flags) => {
    const ours = linearRegExp(body, flags);
    expect(ours.linear).toBe(false);
    for (const text of ['abc', 'b', 'aa', 'K', '\u212a', '🚀', '\ud800']) {
      expect(ours.exec(text, 0)?.[0]).toBe(new RegExp(body, flags).exec(text)?.[0]);
    }
  });

  test('find what JavaScript finds, for any regex and text', () => {
    fc.assert(
      fc.property(
        regexSource(ASTRAL),
        fc.constantFrom('u', 'v', 'iu', 'su'),
        text(WIDE),
        (body, flags, line) => {
          const ours = linearRegExp(body, flags).exec(line, 0);
          const native = new RegExp(body, flags).exec(line);
          expect(ours && [ours.index, ...ours]).toEqual(native && [native.index, ...native]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a regex bomb ends', () => {
  const LINEAR = [
    '/(a+)+$/',
    '/(a|a)*b/',
    '/(?<x>(a+)+)$/',
    '/(A+A+)+y/i',
    '/(a+)+y/u',
    '/([^b]+)+y/v',
    '/(\\p{L}+)+y/iu',
  ];
  const GUARDED = [
    '/(a*)*\\1b/',
    '/(a+)\\1+$/',
    '/(?=(a+)+$)b/',
    '/(?!(a+)+b)c/',
    '/(a{1,30}){1,30}b/',
    '/(?=(a+)+$)b/u',
  ];
  const lines = [40, 5000].map((length) => `${'a'.repeat(length)}!bcy`);

  test.each(LINEAR)('%s is decided', (bomb) => {
    for (const line of lines) expect(() => parsePattern(bomb).exec(line, 0)).not.toThrow();
  });

  test.each(GUARDED)('%s is decided or given up', (bomb) => {
    for (const line of lines) {
      try {
        parsePattern(bomb).exec(line, 0);
      } catch (error) {
        expect(error).toBeInstanceOf(HostError);
        expect(error).toMatchObject({ code: 'pattern-too-slow' });
      }
    }
  });

  test('with what V8 cannot run in linear time it is stopped, with a hint', () => {
    const pattern = parsePattern('/(?=(a+)+$)[ab]/');
    expect(() => pattern.exec(`${'a'.repeat(40)}!`, 0)).toThrow(
      /^\/.*\/ took more than 100 ms of CPU time on one line$/,
    );
    // And the same pattern goes on working.
    expect(pattern.exec('ba', 0)?.start).toBe(1);
  });

  test('a host that is busy with other things stops no pattern that is quick enough', () => {
    // The pattern takes some 40 ms of CPU time; on a CPU that it shares with eight loops that is far over the limit.
    const script = `
      import { linearRegExp } from ${JSON.stringify(REGEXP)};
      const guarded = linearRegExp('(?=(?:a|aa)+$)a', '');
      for (let length = 20; ; length++) {
        const before = process.cpuUsage();
        const text = 'a'.repeat(length) + '!';
        const found = guarded.exec(text, 0);
        const { user } = process.cpuUsage(before);
        if (found !== null) throw new Error('found');
        if (user > 30_000) break;
      }
      process.stdout.write('decided');
    `;
    const loops = Array.from({ length: 8 }, () =>
      spawn('taskset', ['--cpu-list', '0', 'sh', '-c', 'while :; do :; done'], { stdio: 'ignore' }),
    );
    try {
      const node = ['--cpu-list', '0', process.execPath, '--input-type=module-typescript', '--eval', script];
      const { stdout, stderr } = spawnSync('taskset', node, { encoding: 'utf8', env: CHILD });
      expect({ stdout, stderr }).toEqual({ stdout: 'decided', stderr: '' });
    } finally {
      for (const loop of loops) loop.kill('SIGKILL');
    }
  }, 60_000);
});

const REGEXP = new URL('../../src/console/regexp.ts', import.meta.url).href;
/** Without the options that jest gave this process. */
const CHILD = { ...process.env, NODE_OPTIONS: '' };

function parsed(source: string): ReturnType<typeof parsePattern> | undefined {
  try {
    return parsePattern(source);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A small grammar of regexes over letters that the texts below are made of. */
function regexSource(more: readonly string[] = []): fc.Arbitrary<string> {
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
        ...more,
      ),
      tie('regex').map((inner) => `(?:${inner})`),
      tie('regex').map((inner) => `(${inner})`),
      fc
        .tuple(tie('regex'), fc.constantFrom('*', '+', '?', '{2}', '{0}', '{0,2}', '+?'))
        .map(([inner, times]) => `(?:${inner})${times}`),
    ),
  })).regex;
}

const ASCII = ['a', 'b', 'c', 'k', 'A', 'B', 'K', '-', ' ', '1'];
const WIDE = [...ASCII, 'é', 'É', '\u212a', 'ſ', '🚀', '😀', '\u{10ffff}', '\u2028'];
const ASTRAL = ['🚀', '\\u{1F600}', '[^🚀]', '[é-🚀]', '\\p{L}', '\\P{Lu}', '\\S'];

function asciiText(): fc.Arbitrary<string> {
  return text(ASCII);
}

function text(units: readonly string[]): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });
}
