/** Bytes become lines: what a person would read, whatever the chunks, and no needle is lost on the way. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton, Hits, ROW_BITS } from '../../src/console/automaton.ts';
import { BLOCK } from '../../src/console/marks.ts';
import { LINE_CAP, LineScanner } from '../../src/console/scanner.ts';
import { readLines } from './reference.ts';

const NEEDLES = ['login: ', 'panic', 'nic', 'a', '# ', 'ab', 'abab', 'bug:'];

interface Seen {
  readonly line: string;
  readonly hits: readonly string[];
  readonly cut: boolean;
  readonly wiped: boolean;
}

describe('a line is what a person would read', () => {
  test.each<[string, string | number[], string[]]>([
    ['plain text', 'one\ntwo\n', ['one', 'two']],
    ['an unfinished line at the end of the stream', 'one\ntwo', ['one', 'two']],
    ['an empty line', 'one\n\ntwo\n', ['one', '', 'two']],
    ['CR LF', 'one\r\ntwo\r\n', ['one', 'two']],
    ['CR CR LF, as a tty behind a tty prints it', 'one\r\r\ntwo\r\r\n', ['one', 'two']],
    ['a lone CR wipes, and what it wipes is seen once', '10%\r50%\r\n', ['wiped 10%', '50%']],
    ['a CR at the start wipes nothing', '\rone\n', ['one']],
    ['a tab over a wiped line', 'abc\r\tdef\n', ['wiped abc', '\tdef']],
    ['an escape between CR and LF', 'one\r\u001b[K\n', ['one']],
    ['colours (CSI)', '\u001b[1;31mred\u001b[0m\n', ['red']],
    ['private CSI', '\u001b[?25lx\u001b[?2004h\n', ['x']],
    ['window title (OSC) ended by BEL', '\u001b]0;title\u0007text\n', ['text']],
    ['window title (OSC) ended by ST', '\u001b]0;title\u001b\\text\n', ['text']],
    [
      'device control, start of string, privacy, application',
      '\u001bPa\u001b\\\u001bXb\u001b\\\u001b^c\u001b\\\u001b_d\u001b\\x\n',
      ['x'],
    ],
    ['character sets', '\u001b(Bone\u001b)0\u001b#8\n', ['one']],
    ['two-byte escapes', '\u001bcone\u001b7\u001b8\n', ['one']],
    [
      'the 29 bytes that OVMF prints before a text',
      '\u001b[2J\u001b[01;01H\u001b[=3h\u001b[2J\u001b[01;01HBdsDxe: loading Boot0001\r\n',
      ['BdsDxe: loading Boot0001'],
    ],
    ['an unterminated CSI ends with the line', 'a\u001b[31\nb\n', ['a', 'b']],
    ['an OSC without its end hides nothing', 'a\u001b]0;panic\nb\n', ['a0;panic', 'b']],
    ['an OSC that another sequence cuts short', '\u001b]0;panic\u001b[31mred\n', ['0;panicred']],
    ['an OSC at the end of the stream', 'a\u001b]0;panic', ['a0;panic']],
    ['colours behind UTF-8', '\u001b[1m…\u001b[0mpa\u001b[1mnic\u001b[0m\n', ['…panic']],
    ['a colour within a title cuts it short', '\u001b]0;a\u001b[1mb\u0007c\nd\u001b[0m\n', ['0;abc', 'd']],
    ['a control byte within a colour', '\u001b[3\u00071mred\u001b[0m\n', ['red']],
    ['a line of colours alone', '\u001b[1m\u001b[0m\n\u001b[0m', ['']],
    ['CAN and SUB end a sequence', '\u001b]0;a\u0018b\u001b[3\u001ac\u001bPd\u001ae\n', ['0;abcde']],
    ['a device control without its end', '\u001bP1panic\r\n', ['1panic']],
    ['the palette of Linux’s console', '\u001bc\u001b]Rlogin: \u001b]P0a1b2c3login\n', ['login: login']],
    ['a palette without its digits', '\u001b]P0axy\n', ['y']],
    ['a lone ESC ends with the line', 'a\u001b\nb\n', ['a', 'b']],
    ['an escape within a word', 'pa\u001b[0mnic\n', ['panic']],
    ['NUL, BEL, BS and DEL', 'a\u0000b\u0007c\bd\u007fe\n', ['abcde']],
    ['TAB stays', 'a\tb\n', ['a\tb']],
    ['C1 controls in UTF-8', 'a\u0085b\u009bc\n', ['abc']],
    ['UTF-8', 'Grüße, 世界 🚀\n', ['Grüße, 世界 🚀']],
    ['a byte that is no UTF-8', [0x61, 0xff, 0x62, 0x0a], ['a\ufffdb']],
    ['a stray continuation', [0x61, 0x80, 0x62, 0x0a], ['a\ufffdb']],
    ['overlong "/"', [0xc0, 0xaf, 0x0a], ['\ufffd\ufffd']],
    ['overlong in three bytes', [0xe0, 0x80, 0xaf, 0x0a], ['\ufffd\ufffd\ufffd']],
    ['a surrogate', [0xed, 0xa0, 0x80, 0x0a], ['\ufffd\ufffd\ufffd']],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80, 0x0a], ['\ufffd\ufffd\ufffd\ufffd']],
    ['a character cut short by a letter', [0xe2, 0x82, 0x61, 0x0a], ['\ufffda']],
    ['a character cut short by the line', [0xe2, 0x82, 0x0a, 0x61, 0x0a], ['\ufffd', 'a']],
    ['a character cut short by the end of the stream', [0x61, 0xe2, 0x82], ['a\ufffd']],
    ['a character cut short by an escape', [0xf0, 0x9f, 0x1b, 0x5b, 0x6d, 0x61, 0x0a], ['\ufffda']],
  ])('%s', (_, input, expected) => {
    const bytes = Buffer.from(input as string);
    expect(texts(scan([bytes]))).toEqual(expected);
    expect(readLines(bytes)).toEqual(expected);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(texts(scan([bytes.subarray(0, cut), bytes.subarray(cut)]))).toEqual(expected);
    }
    expect(texts(scan(singly(bytes)))).toEqual(expected);
  });

  test('the unfinished line is there to be judged, without an unfinished character', () => {
    const scanner = new LineScanner(buildAutomaton(NEEDLES), silent());
    scanner.push(Buffer.from([...Buffer.from('x\nlog\u001b[0min: '), 0xf0, 0x9f]));
    expect(scanner.tail()?.text).toBe('login: ');
    expect(scanner.tail()?.hits.map((hit) => NEEDLES[hit])).toEqual(['login: ']);
    expect(scanner.lineCount).toBe(1);
  });

  test('a string that is still open is no part of it', () => {
    const scanner = new LineScanner(buildAutomaton(NEEDLES), silent());
    scanner.push(Buffer.from('~ \u001b]0;panic'));
    expect(scanner.tail()?.text).toBe('~ ');
    scanner.push(Buffer.from('\u0007# '));
    expect(scanner.tail()?.text).toBe('~ # ');
    expect(scanner.tail()?.hits.map((hit) => NEEDLES[hit])).toEqual(['# ']);
  });

  test('lines without a needle are skipped unless every line is wanted, and are counted', () => {
    const seen: string[] = [];
    const scanner = new LineScanner(buildAutomaton(['panic']), {
      ...silent(),
      everyLine: false,
      onLine: ({ text }) => seen.push(`${scanner.lineCount} ${text}`),
    });
    scanner.push(Buffer.from('one\nKernel PANIC\ntw\u001b[mo\npanic\n'));
    scanner.everyLine = true;
    scanner.push(Buffer.from('five\n'));
    expect(seen).toEqual(['2 Kernel PANIC', '4 panic', '5 five']);
  });
});

describe(`a line longer than ${LINE_CAP} characters`, () => {
  const x = (count: number): string => 'x'.repeat(count);

  test.each<[string, string, string[]]>([
    ['exactly as long is not cut', `${x(LINE_CAP)}\n`, [`${LINE_CAP}`]],
    ['exactly as long, with CR LF', `${x(LINE_CAP)}\r\n`, [`${LINE_CAP}`]],
    ['exactly as long, in colour', `${x(LINE_CAP)}\u001b[0m\n`, [`${LINE_CAP}`]],
    ['one more', `${x(LINE_CAP + 1)}\nab\n`, [`${LINE_CAP} cut`, '1', '2']],
    ['twice as long', `${x(2 * LINE_CAP)}\n`, [`${LINE_CAP} cut`, `${LINE_CAP}`]],
    ['an emoji on the border', `${x(LINE_CAP - 1)}🚀y\n`, [`${LINE_CAP + 1} cut`, '1']],
    ['behind an OSC without its end', `\u001b]${x(LINE_CAP + 1)}\nab\n`, [`${LINE_CAP} cut`, '1', '2']],
    ['a wiped line', `${x(LINE_CAP)}\rab\n`, [`${LINE_CAP} wiped`, '2']],
  ])('%s', (_, text, expected) => {
    const describeLine = ({ line, cut, wiped }: Seen): string =>
      `${line.length}${cut ? ' cut' : ''}${wiped ? ' wiped' : ''}`;
    const bytes = Buffer.from(text);
    expect(scan([bytes]).map(describeLine)).toEqual(expected);
    expect(scan(singly(bytes)).map(describeLine)).toEqual(expected);
  });
});

describe('for any bytes', () => {
  test('the lines are those of the plain reading, whatever the chunks', () => {
    fc.assert(
      fc.property(hostileBytes(), fc.array(fc.nat(400), { maxLength: 12 }), (bytes, cuts) => {
        const whole = scan([bytes]);
        expect(texts(whole)).toEqual(readLines(bytes));
        expect(scan(cutAt(bytes, cuts))).toEqual(whole);
        expect(scan(singly(bytes))).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('the hits of a line are exactly the needles in it, in any case', () => {
    fc.assert(
      fc.property(hostileBytes(), fc.array(fc.nat(400), { maxLength: 6 }), (bytes, cuts) => {
        for (const { line, hits } of scan(cutAt(bytes, cuts))) {
          const lower = line.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          expect([...hits].sort()).toEqual(NEEDLES.filter((needle) => lower.includes(needle)).sort());
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the automaton', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 5 });

  test('finds what indexOf finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'A', 'B', '-'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (needles, haystack) => {
        const automaton = buildAutomaton(needles);
        const hits = new Hits(automaton);
        let state = 0;
        for (const byte of Buffer.from(haystack)) {
          state = automaton.next[(state << ROW_BITS) | byte] ?? 0;
          if (state >= automaton.attention) hits.add(state);
        }
        const naive = needles.flatMap((needle, index) =>
          haystack.toLowerCase().includes(needle) ? [index] : [],
        );
        expect([...hits.list].sort((a, b) => a - b)).toEqual(naive);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a block is read in parts, and no needle is lost at their borders', () => {
  /** A line of a length that begins and ends with a needle where there is room, in one of the forms that lines have. */
  const lineOf = (index: number): string => {
    const length = index % 131;
    const text = length < 9 ? 'a'.repeat(length) : `panic${'-'.repeat(length - 9)}aBAb`;
    return `${index % 17 === 5 ? `\u00e9${text}` : text}${index % 3 === 0 ? '\r\n' : '\n'}`;
  };
  const log = Buffer.from(Array.from({ length: 3000 }, (_, index) => lineOf(index)).join(''));

  test.each<[string, number, number]>([
    ['in one piece', log.length, 0],
    ['in pieces of a block', BLOCK, 0],
    ['in pieces that are a byte shorter', BLOCK - 1, 0],
    ['in pieces that are a byte longer', BLOCK + 1, 0],
    ['in pieces of a few lines', 500, 0],
    ['from an odd place of its memory', log.length, 1],
    ['with a huge line before', log.length, 3 * LINE_CAP],
  ])('%s', (_, size, before) => {
    const bytes = Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(before > 1 ? '\n' : ''), log]);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(Math.max(before === 1 ? 1 : 0, index * size), (index + 1) * size),
    );
    const seen = scan(chunks).filter(({ line }) => line.length < LINE_CAP);
    const lines = log.toString().replaceAll('\r', '').split('\n').slice(0, -1);
    const needlesOf = (line: string): string[] =>
      NEEDLES.filter((needle) => line.toLowerCase().includes(needle));
    expect(seen.map(({ line, hits }) => `${line} ${[...hits].sort()}`)).toEqual(
      lines.map((line) => `${line} ${needlesOf(line).sort()}`),
    );
  });

  test('with more states than two bytes can number', () => {
    const needles = Array.from({ length: 12_000 }, (_, index) =>
      `${Math.imul(index, 0x9e3779b1) >>> 0}`.padStart(12, 'x'),
    );
    const automaton = buildAutomaton(needles);
    expect(automaton.special).toBeGreaterThan(0xffff);
    const found: number[][] = [];
    const scanner = new LineScanner(automaton, { ...silent(), onLine: ({ hits }) => found.push([...hits]) });
    scanner.push(Buffer.from(`${needles.join('\n')}\n`));
    expect(found).toEqual(needles.map((_, index) => [index]));
  });
});

function silent(): ConstructorParameters<typeof LineScanner>[1] {
  return { everyLine: true, onLine: () => undefined, onWipe: () => undefined };
}

function scan(chunks: readonly Uint8Array[]): Seen[] {
  const seen: Seen[] = [];
  const note = (line: { text: string; hits: readonly number[]; cut: boolean }, wiped: boolean): void => {
    seen.push({ line: line.text, hits: line.hits.map((hit) => NEEDLES[hit] ?? '?'), cut: line.cut, wiped });
  };
  const scanner = new LineScanner(buildAutomaton(NEEDLES), {
    everyLine: true,
    onLine: (line) => note(line, false),
    onWipe: (line) => note(line, true),
  });
  for (const chunk of chunks) scanner.push(chunk);
  scanner.end();
  return seen;
}

function texts(seen: readonly Seen[]): string[] {
  return seen.map(({ line, wiped }) => (wiped ? `wiped ${line}` : line));
}

function singly(bytes: Uint8Array): Uint8Array[] {
  return [...bytes].map((byte) => Uint8Array.of(byte));
}

function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const borders = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
  return borders.slice(1).map((end, index) => bytes.subarray(borders[index], end));
}

/** Any bytes, with a bias to what makes lines hard to read. */
function hostileBytes(): fc.Arbitrary<Uint8Array> {
  const piece = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('\n', '\r', '\r\n', '\u001b', '\u001b[', '31m', '\u001b]0;', '\u0007'),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '\u001b\\',
        '\u001b(',
        '\u001bP',
        '\u001b]P',
        '\u0018',
        '\t',
        '\0',
        '\b',
        '\u007f',
        '\u0085',
        '🚀',
        'é',
      ),
    },
    {
      weight: 5,
      arbitrary: fc.constantFrom('Kernel PANIC', 'login: ', 'ABab', 'a', '# ', 'log', 'in: ', 'pa', 'nic'),
    },
  );
  const raw = fc.oneof(
    fc.constantFrom(
      [0xe2, 0x82],
      [0xac],
      [0xf0, 0x9f],
      [0x9a, 0x80],
      [0xc0],
      [0xed, 0xa0],
      [0xf4, 0x90],
      [0xff],
    ),
    fc.array(fc.nat(255), { maxLength: 4 }),
  );
  const bytes = fc.oneof(
    { weight: 3, arbitrary: piece.map((text) => [...Buffer.from(text)]) },
    { weight: 1, arbitrary: raw },
  );
  return fc.array(bytes, { maxLength: 40 }).map((parts) => Uint8Array.from(parts.flat()));
}
