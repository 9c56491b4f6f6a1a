/** What a hostile guest prints arrives as text, whatever the destination: it commands nothing and breaks out of nothing. */

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Printer } from '../../src/report/printer.ts';
import { forConsole, forFileName, forHtml, forJson, forLine, forShell } from '../../src/report/safe.ts';
import { wholeOrNothing } from '../../src/words/quote.ts';

/** As ranges of code points, independent of the Unicode properties that the code uses. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0a, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

function invisibleIn(text: string): string[] {
  return [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return INVISIBLE.some(([first, last]) => first <= code && code <= last);
  });
}

describe('a line', () => {
  test.each<[string, string, string]>([
    ['text stays', 'Grüße 世界 🚀\tx', 'Grüße 世界 🚀\tx'],
    ['escapes', '\u001b[31mred\u001b]0;t\u0007', '\\u{1b}[31mred\\u{1b}]0;t\\u{7}'],
    ['8-bit escapes', '\u009b31m', '\\u{9b}31m'],
    ['line breaks', 'a\r\nb\u2028c\u2029d\u0085e', 'a\\u{d}\\u{a}b\\u{2028}c\\u{2029}d\\u{85}e'],
    ['text that runs backwards', 'a\u202eb\u2066c\u200fd\u061ce', 'a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}e'],
    ['characters without width', 'pa\u200bss\u2060e\u00add', 'pa\\u{200b}ss\\u{2060}e\\u{ad}d'],
    ['tag characters', 'ok\u{e0041}\u{e007f}', 'ok\\u{e0041}\\u{e007f}'],
    ['variation selectors', 'a\ufe0f\u{e0100}', 'a\\u{fe0f}\\u{e0100}'],
    ['fillers', 'a\u3164\u115f', 'a\\u{3164}\\u{115f}'],
    ['half a character', 'a\ud83d', 'a\\u{d83d}'],
    ['a command', '::error::x', '| ::error::x'],
    ['an indented command', ' \t ::stop-commands::x', '|  \t ::stop-commands::x'],
    ['behind wide blanks', '\u00a0\u3000::error::x', '| \u00a0\u3000::error::x'],
    ['a command after a line feed', 'a\n::error::x', 'a\\u{a}::error::x'],
    ['a command after a carriage return', 'a\r::error::x', 'a\\u{d}::error::x'],
    ['an old command', 'x ##[error]y', 'x # #[error]y'],
    ['an old command, doubled', '####[error]y', '### #[error]y'],
    [
      'a command of Azure Pipelines',
      'x ##vso[task.setvariable variable=a]y',
      'x # #vso[task.setvariable variable=a]y',
    ],
    [
      'a command of TeamCity',
      "##teamcity[buildStatus status='SUCCESS']",
      "# #teamcity[buildStatus status='SUCCESS']",
    ],
    ['a comment', '## see vso[1], ##!', '## see vso[1], ##!'],
    ['an old command around a byte', '#\u0000#[error]', '#\\u{0}#[error]'],
    ['in the middle of a line', 'a ::error::x', 'a ::error::x'],
  ])('%s', (_, text, expected) => {
    expect(forLine(text)).toBe(expected);
  });

  test('never has a command in it, nor anything invisible', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const line = forLine(text);
        expect(line.trim().startsWith('::')).toBe(false);
        expect(line).not.toMatch(/##\w*\[/);
        expect(invisibleIn(line)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('JSON', () => {
  test.each([0, 2])('holds the same value, and is as harmless as a line (indent %i)', (indent) => {
    fc.assert(
      fc.property(fc.dictionary(hostile(), fc.array(hostile(), { maxLength: 3 })), (value) => {
        const text = forJson(value, indent);
        expect(JSON.parse(text)).toEqual(value);
        for (const line of text.split('\n')) expect(forLine(line)).toBe(line);
      }),
    );
  });
});

describe('HTML', () => {
  test.each<[string, string, string]>([
    ['text stays', 'kernel panic', 'kernel panic'],
    ['HTML', '<img src=x>&amp;', '&lt;img src=x&gt;&amp;amp;'],
    ['quotation marks', `"a" 'b'`, '&quot;a&quot; &apos;b&apos;'],
    ['Markdown, which has no effect there', '[a](b) `c` *d* | e', '[a](b) `c` *d* | e'],
    ['a line break', 'a\n\n# b', 'a\\u{a}\\u{a}# b'],
  ])('%s', (_, text, expected) => {
    expect(forHtml(text)).toBe(expected);
  });

  test('nothing of it is markup', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const plain = forHtml(text).replace(/&(?:lt|gt|amp|quot|apos);/g, '');
        expect(plain).not.toMatch(/[<>&"'\n\r]/);
        expect(invisibleIn(plain)).toEqual([]);
      }),
    );
  });
});

describe('a word of a command', () => {
  test.each<[string, string]>([
    ['-m', '-m'],
    ['a b', `'a b'`],
    [`it's`, `'it'\\''s'`],
    ['a ##[error]b', `'a #''#[error]b'`],
    ['a\nb', `$'a\\x0ab'`],
    ['\u001b]0;\u{e0041}\\', `$'\\x1b]0;\\U000e0041\\\\'`],
  ])('%j', (word, expected) => {
    expect(forShell(word)).toBe(expected);
  });

  test('says the same to bash when it is pasted from where it was shown', () => {
    const words = fc.sample(hostile(), 200).filter((word) => !/[\0\ud800-\udfff]/u.test(word));
    // A line that is shown is made safe as a whole: only its start could be a workflow command.
    const command = forLine(`printf '%s\\0' ${words.map(forShell).join(' ')}`);
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
    // An argument of a program has at most 128 KiB.
    const { stdout } = spawnSync('bash', ['-s'], { input: command, encoding: 'utf8', env });
    expect(stdout.split('\0').slice(0, -1)).toEqual(words);
  });
});

test('a text that is too long is not shown at all', () => {
  expect(wholeOrNothing('12345', 5)).toBe('12345');
  expect(wholeOrNothing('123456', 5)).toBe('(6 characters, too long to be shown here)');
});

describe('the printer', () => {
  function printed(isTTY: boolean, print: (printer: Printer) => void): string {
    let text = '';
    print(new Printer({ isTTY, write: (more) => (text += more) }));
    return text;
  }

  test('makes lines and their marks harmless, also those of a terminal', () => {
    for (const isTTY of [true, false]) {
      const text = printed(isTTY, (printer) => {
        printer.line('##[error]a\u001b[2J\n::add-mask::b', { style: 'red', mark: '::x ' });
        printer.lines('a\n::error::b');
        printer.lines(['c\n::error::d']);
        printer.passing('::error::e\u001bc');
        printer.clear();
      });
      const own = isTTY ? text.replace(/\x1b\[(?:31|39|91)m|\r\x1b\[K/g, '') : text.replace('\r\x1b[K', '');
      for (const line of own.split('\n')) expect(forLine(line)).toBe(line);
    }
  });

  test('a line takes the place of a passing line', () => {
    expect(
      printed(true, (printer) => {
        printer.passing('1 of 2');
        printer.passing('2 of 2');
        printer.line('done');
        printer.clear();
      }),
    ).toBe('1 of 2\r\x1b[K2 of 2\r\x1b[Kdone\n');
  });
});

describe('a file name', () => {
  test.each<[string, string]>([
    ['Fedora 41 (TDX)', 'fedora-41-tdx'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'boot'],
    ['', 'boot'],
    ['🚀', 'boot'],
    ['-rf', 'rf'],
    ['a\0b', 'a-b'],
    ['C:\\x', 'c-x'],
    [`${'a'.repeat(59)}-b`, 'a'.repeat(59)],
  ])('%j is %s', (text, expected) => {
    expect(forFileName(text)).toBe(expected);
  });

  test('is always one safe component', () => {
    fc.assert(
      fc.property(fc.oneof(hostile(), fc.string({ unit: 'binary', maxLength: 100 })), (text) => {
        expect(forFileName(text)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
      }),
    );
  });
});

function hostile(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      '::',
      '##[',
      '##vso[',
      '#',
      '[',
      '\n',
      '\r',
      '\r\n',
      '\u001b[31m',
      '\u009b',
      '\u202e',
      '\u200f',
    ),
    fc.constantFrom('`', '```', '~~~', '|', '<b>', '&', '\\', '\\|', "'", '"', '$(', '@', 'error', ' ', '\t'),
    fc.constantFrom('\u00a0', '\u2028', '../', '\0', '\ufeff', '\u200b', '\ufe0f', '\u{e0041}', '\u3164'),
    fc.string({ maxLength: 5 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  return fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
}

describe('a console by hand', () => {
  const ESC = '\u001b';
  test.each<[string, string, string]>([
    ['text and line ends', 'Grüße\r\n\ta\bb', 'Grüße\r\n\ta\bb'],
    [
      'colours, cursor, erasing',
      `${ESC}[1;31mred${ESC}[0m${ESC}[2K${ESC}[10;5H`,
      `${ESC}[1;31mred${ESC}[0m${ESC}[2K${ESC}[10;5H`,
    ],
    ['the other screen', `${ESC}[?1049h${ESC}[?25l`, `${ESC}[?1049h${ESC}[?25l`],
    ['a title', `a${ESC}]0;evil\u0007b`, 'ab'],
    ['the clipboard', `a${ESC}]52;c;ZXZpbA==${ESC}\\b`, 'ab'],
    ['a program for the terminal', `a${ESC}P+q544e${ESC}\\b`, 'ab'],
    ['questions that the terminal would answer', `a${ESC}[6n${ESC}[c${ESC}[>0q${ESC}Zb`, 'ab'],
    ['printing and windows', `a${ESC}[5i${ESC}[8;1;1tb`, 'ab'],
    ['a lock of the keyboard, but not inserting', `a${ESC}[2h${ESC}[4hb`, `a${ESC}[4hb`],
    ['the mouse', `a${ESC}[?1000h${ESC}[?1006hb`, 'ab'],
    ['a reset of the terminal', `a${ESC}cb`, 'ab'],
    ['8-bit sequences', 'a\u009b31m\u009d0;x', 'a\\u{9b}31m\\u{9d}0;x'],
    ['text that runs backwards', 'a\u202eb', 'a\\u{202e}b'],
    ['a string that never ends', `a${ESC}]0;evil\nb`, 'a\nb'],
  ])('%s', (_, text, shown) => {
    expect(forConsole(text)).toEqual({ shown, rest: '' });
  });

  test('shows the same however it is cut', () => {
    const pieces = fc.constantFrom(
      'a',
      ESC,
      '[',
      ']',
      '0',
      ';',
      '6',
      'n',
      'm',
      'c',
      '\u0007',
      '\\',
      '\n',
      '?',
      'h',
      '(',
      'B',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(40), (parts, at) => {
        const text = parts.join('');
        const first = forConsole(text.slice(0, at));
        const second = forConsole(first.rest + text.slice(at));
        const whole = forConsole(text);
        expect(first.shown + second.shown + second.rest).toBe(whole.shown + whole.rest);
      }),
    );
  });

  test('remembers no sequence without end', () => {
    expect(forConsole(`${ESC}]${'x'.repeat(5000)}`).rest).toBe('');
  });
});
