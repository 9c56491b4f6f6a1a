/** Reports in the noise of a console: what stands before a line, between the lines and within one. */

import { describe, expect, test } from '@jest/globals';
import { outline, read } from './reports.ts';

const text = (...lines: string[]): string => lines.join('\n');

describe('before each line:', () => {
  test.each([
    ['printk’s time', '[    0.060000] '],
    ['its caller', '[    0.060000][    T1] '],
    ['a level', '<6>[   10.123456] '],
    ['dmesg -T', '[Thu Nov 26 07:00:00 2026] '],
    ['dmesg -x', 'kern  :info  : [    0.060000] '],
    ['a date, as GitHub and LAVA write it', '2026-11-26T07:00:00.1234567Z '],
    ['a time, as kunit.py writes it', '[07:00:00] '],
    ['syslog', 'Nov 26 07:00:00 td kernel: '],
    ['syslog and printk', 'Nov 26 07:00:00 td kernel: [    0.060000] '],
    ['systemd on its console', '[    7.060000] run-tests[312]: '],
    ['tdx-boot itself', ' console | '],
    ['something that only the version line shows', 'board-7: '],
    ['a date and something unknown', '2026-11-26T07:00:00Z [board 7] '],
    ['avocado', '[stdlog] 2024-11-20 12:49:35,669 avocado.test test L0740 DEBUG| '],
    ['tbot', '│   │    ## '],
    ['pytest', 'E       '],
    ['pytest’s own line', '>       '],
  ])('%s', (_, prefix) => {
    const log = ['KTAP version 1', '1..1', '    # Subtest: s', '    1..1', '    not ok 1 a', 'not ok 1 s'];
    expect(outline(read(log.map((line) => `${prefix}${line}`).join('\n')))).toEqual([
      'KTAP version 1 1..1',
      ' - 1 s',
      '   - 1 a',
    ]);
  });
});

test('a prefix that counts the lines is one prefix', () => {
  const log = ['KTAP version 1', '1..2', 'ok 1 a', 'not ok 2 b'].map((line, at) => `job ${at + 8}> ${line}`);
  expect(outline(read(log.join('\n')))).toEqual(['KTAP version 1 1..2', ' + 1 a', ' - 2 b']);
});

test('noise of a kernel between the lines changes nothing', () => {
  const noise = [
    '[    1.000000] random: crng init done',
    '[    1.000000] ok, what now',
    '    ok',
    'ok then',
    '1..',
    '[    1.000000]  foo bar \t# nobody asked',
    '',
    'Bail',
  ];
  const report = [
    'KTAP version 1',
    '1..2',
    '    # Subtest: s',
    '    1..1',
    '    ok 1 a',
    'ok 1 s',
    'not ok 2 b',
  ];
  const log = report.flatMap((line) => [...noise, `[    2.000000] ${line}`, ...noise]);
  expect(outline(read(log.join('\n')))).toEqual(['KTAP version 1 1..2', ' + 1 s', '   + 1 a', ' - 2 b']);
});

test.each([
  'ok',
  'ok 2 lines',
  '[    1.0] usb 1-1: ok 1 2 3',
  '/ # echo KTAP version 1',
  'grep "TAP version 13" log',
  '1..0',
  '    1..5',
  '# 1..5',
  '# ok 1 x',
  '    ok 1 x',
])('no report: %s', (line) => {
  expect(read(line)).toEqual([]);
});

describe('a line of a kernel that begins in the middle of another one', () => {
  const report = (...lines: string[]): string => text('[    1.000000] KTAP version 1', ...lines);
  test.each<[string, string, string[]]>([
    [
      'behind text without an end',
      report('[    1.000001] ok 1 a', 'Starting udevd: [    1.000002] not ok 2 b', 'done'),
      ['KTAP version 1', ' + 1 a', ' - 2 b'],
    ],
    [
      'of a subtest, with the caller',
      report(
        '[    1.000001][    T1]     KTAP version 1',
        'login: [    1.000002][    T1]     not ok 1 a',
        '[    1.000003][    T1] not ok 1 s',
      ),
      ['KTAP version 1', ' - 1 s', '   - 1 a'],
    ],
    [
      'behind another result',
      report('ok 1 a[    1.000001] not ok 2 b[    1.000002] ok 3 c'),
      ['KTAP version 1', ' + 1 a', ' - 2 b', ' + 3 c'],
    ],
    [
      'within a failure, whose rest alone says ok',
      report('not [    1.000001] random: crng init done', '[    1.000002] more', 'ok 1 a', 'ok 2 b'),
      ['KTAP version 1', ' - 1 a', ' + 2 b'],
    ],
    [
      'within a failure of a subtest',
      report('    1..1', '    not [    1.000001] random: crng init done', 'ok 1 a', 'ok 1 s'),
      ['KTAP version 1', ' + 1 s', '   - 1 a'],
    ],
    [
      'which a comment of a test only quotes',
      report('# dmesg: [    1.000001] not ok 2 b', 'ok 1 a'),
      ['KTAP version 1', ' + 1 a'],
    ],
    [
      'behind prefixes that are no text',
      report('2026-01-01T00:00:00Z <6>[    1.000001] not ok 1 a'),
      ['KTAP version 1', ' - 1 a'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(outline(read(lines))).toEqual(expected);
  });
});
