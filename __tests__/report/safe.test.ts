/** What a hostile guest prints arrives as text, whatever the destination: it commands nothing and breaks out of nothing. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  forFileName,
  forJobLog,
  forMarkdown,
  forTerminal,
  markdownBlock,
  markdownCode,
} from '../../src/report/safe.ts';

const INVISIBLE = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

describe('a terminal', () => {
  test.each<[string, string, string]>([
    ['text stays', 'Grüße 世界 🚀\tx', 'Grüße 世界 🚀\tx'],
    ['escapes', '\u001b[31mred\u001b]0;t\u0007', '\ufffd[31mred\ufffd]0;t\ufffd'],
    ['8-bit escapes', '\u009b31m', '\ufffd31m'],
    ['line breaks', 'a\r\nb\u2028c\u2029d\u0085e', 'a\ufffd\ufffdb\ufffdc\ufffdd\ufffde'],
    ['text that runs backwards', 'a\u202eb\u2066c\u200fd\u061ce', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ])('%s', (_, text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });
});

describe('a job log', () => {
  test.each<[string, string, string]>([
    ['text stays', 'ok: fine', 'ok: fine'],
    ['a command', '::error::x', '| ::error::x'],
    ['an indented command', ' \t ::stop-commands::x', '|  \t ::stop-commands::x'],
    ['behind wide blanks', '\u00a0\u3000::error::x', '| \u00a0\u3000::error::x'],
    ['a command after a line feed', 'a\n::error::x', 'a\ufffd::error::x'],
    ['a command after a carriage return', 'a\r::error::x', 'a\ufffd::error::x'],
    ['an old command', 'x ##[error]y', 'x # #[error]y'],
    ['an old command, doubled', '####[error]y', '### #[error]y'],
    ['an old command around a removed byte', '#\u0000#[error]', '#\ufffd#[error]'],
    ['in the middle of a line', 'a ::error::x', 'a ::error::x'],
  ])('%s', (_, text, expected) => {
    expect(forJobLog(text)).toBe(expected);
  });

  test('never has a command in it', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        for (const line of forJobLog(text).split(/[\r\n]/)) {
          expect(line.trim().startsWith('::')).toBe(false);
          expect(line).not.toContain('##[');
          expect(line).not.toMatch(INVISIBLE);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Markdown', () => {
  test.each<[string, string, string]>([
    ['text stays', 'kernel panic', 'kernel panic'],
    ['HTML', '<img src=x>&amp;', '&#60;img src=x&#62;&#38;amp;'],
    ['links and mentions', '[a](http://x) @all', '\\[a\\]\\(http\\://x\\) \\@all'],
    ['a table', 'a | b', 'a \\| b'],
    ['a heading after a line feed', 'a\n# b', 'a\ufffd\\# b'],
  ])('%s', (_, text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });

  test('every character with a meaning is escaped', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const plain = forMarkdown(text)
          .replace(/\\[\\`*_{}[\]()#+\-.!|~@:]/g, '')
          .replace(/&#(38|60|62);/g, '');
        expect(plain).not.toMatch(/[<>&`*_[\]|#~@\\]/);
        expect(plain).not.toMatch(INVISIBLE);
      }),
    );
  });

  test.each<[string, string, string]>([
    ['text', 'a b', '` a b `'],
    ['backticks', 'a `b` ``c``', '``` a `b` ``c`` ```'],
    ['a pipe, for tables', 'a|b', '` a\\|b `'],
    ['a line feed', 'a\n\nb', '` a\ufffd\ufffdb `'],
  ])('code span: %s', (_, text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });

  test('a code span ends where it should', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const code = markdownCode(text);
        const fence = /^`+/.exec(code)?.[0] ?? '';
        const inner = code.slice(fence.length, -fence.length);
        expect(inner.match(/`+/g) ?? []).not.toContain(fence);
        expect(code).not.toContain('\n');
        expect(inner.replaceAll('\\|', '')).not.toContain('|');
      }),
    );
  });

  test('a block cannot be closed from inside', () => {
    fc.assert(
      fc.property(fc.array(hostile(), { maxLength: 6 }), (lines) => {
        const block = markdownBlock(lines).split('\n');
        const fence = block.at(-1) ?? '';
        expect(fence).toMatch(/^`{3,}$/);
        expect(block[0]).toBe(`${fence}text`);
        expect(block).toHaveLength(lines.length + 2);
        for (const line of block.slice(1, -1)) expect(line).not.toContain(fence);
      }),
    );
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
      '#',
      '[',
      '\n',
      '\r',
      '\r\n',
      '\u001b[31m',
      '\u009b',
      '\u202e',
      '\u200f',
      '\ufeff',
    ),
    fc.constantFrom(
      '`',
      '```',
      '~~~',
      '|',
      '<b>',
      '&',
      '\\',
      '@',
      'error',
      ' ',
      '\t',
      '\u00a0',
      '\u2028',
      '../',
      '\0',
    ),
    fc.string({ maxLength: 5 }),
  );
  return fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
}
