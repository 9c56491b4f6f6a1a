/** Messages that stand in one line, because what was printed before has no line end: each is judged by itself. */

import { describe, expect, test } from '@jest/globals';
import { expects, forbids, out, outcome, rules } from '../support/rules.ts';

const UP = '~up~\n';
const WARNING = '[    1.000000] WARNING: CPU: 0 PID: 1 at drivers/old/x.c:12 foo+0x1/0x2';
const PANIC = '[    2.000000] Kernel panic - not syncing: boo';

function judged(allowed: string | undefined, line: string, more = {}): string {
  const allow = allowed === undefined ? [] : [{ pattern: expects(allowed).pattern, reason: 'known' }];
  return outcome(rules(['~up~'], { allow, ...more }), [out(1, `${line}\n${UP}`)]);
}

describe('what is allowed is one message', () => {
  const OLD = '/WARNING: .* at drivers\\/old/';

  test.each([
    ['the line of the allowed failure', OLD, WARNING, 'passed'],
    ['a panic in its line', OLD, `${WARNING}${PANIC}`, 'failed: Kernel panic: boo'],
    [
      'a panic without a time in its line',
      OLD,
      `${WARNING}Kernel panic - not syncing: boo`,
      'failed: Kernel panic: boo',
    ],
    ['a panic before it', OLD, `${PANIC}${WARNING}`, 'failed: Kernel panic: boo'],
    ['a line that begins with a time of CI', '/^ci: .* at drivers/', `ci: ${WARNING}`, 'passed'],
    [
      'words before the time of another message',
      'ci: x',
      `ci: x${WARNING}${PANIC}`,
      'failed: Kernel panic: boo',
    ],
    ['the start of a second message', '/^\\[.*boo$/', `login: ${PANIC}`, 'passed'],
    ['a panic, with its time', '/^\\[ *2.0+\\] Kernel panic - not syncing: boo/', PANIC, 'passed'],
  ])('%s', (_, allowed, line, wanted) => {
    expect(judged(allowed, line)).toBe(wanted);
  });

  test('of a forbidden text, too', () => {
    const forbid = { forbid: [forbids('bad')] };
    expect(judged('known', 'known bad', forbid)).toBe('passed');
    expect(judged('known', 'known[    3.000000] bad', forbid)).toBe('failed: forbidden: "bad"');
  });
});

describe('each message is looked up', () => {
  test.each([
    [
      'an oops behind a failure that decides nothing',
      '[ 1.000000] a[1]: segfault at 0 ip 0 sp 0 error 4[ 2.000000] BUG: KASAN: use-after-free in f+0x1/0x2',
    ],
    [
      'a panic behind an allowed row that stands above it in the catalog',
      `[    1.000000] VFS: Unable to mount root fs on x${PANIC}`,
    ],
    [
      'a panic behind the last line of another',
      `[    1.000000] ---[ end Kernel panic - not syncing: old ]---${PANIC}`,
    ],
  ])('%s', (_, line) => {
    expect(judged('mount root', line)).toMatch(/^failed: (KASAN|Kernel panic)/);
  });

  test('the last line of a panic is none', () => {
    expect(judged(undefined, '[    1.000000] ---[ end Kernel panic - not syncing: old ]---')).toBe('passed');
  });
});
