/** What a web page leaves at the end of a line is taken off, in time that grows with the line alone. */

import { describe, expect, test } from '@jest/globals';
import { carried } from '../../../src/judge/log/wrapping.ts';

describe('the end of a line', () => {
  test.each([
    ['an element', 'text</span></td>', 'text'],
    ['the end of a line of a page', 'text<br /><br>', 'text'],
    ['an element that no log is in', 'text</b></p>', 'text</b>'],
    ['blanks, of which one may belong to a prompt', 'login:   ', 'login: '],
    ['a blank', 'login: ', 'login: '],
    ['a text in pointed brackets', '<none>', '<none>'],
    ['no beginning of an element', 'a > b>>', 'a > b>>'],
  ])('%s', (_, line, text) => {
    expect(carried(line).text).toBe(text);
  });

  test.each([
    ['blanks', `${' '.repeat(65_000)}x `],
    ['elements', `${'</p>'.repeat(16_000)}x</p>`],
  ])('a line of %s takes no more than a hundred times as long as one of letters', (_, line) => {
    const letters = Math.min(...times('x'.repeat(line.length)));
    expect(Math.min(...times(line))).toBeLessThan(100 * Math.max(letters, 100));
  });
});

/** CPU time in microseconds, of three tries. */
function times(line: string): number[] {
  return [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    carried(line);
    return process.cpuUsage(before).user;
  });
}
