/** KTAP, TAP, kselftest and KUnit. */

import { describe, expect, test } from '@jest/globals';
import { outline, read } from './reports.ts';

const text = (...lines: string[]): string => lines.join('\n');

describe('a report', () => {
  test.each<[string, string, string[]]>([
    [
      'KTAP',
      text('KTAP version 1', '1..2', 'ok 1 a', 'not ok 2 b'),
      ['KTAP version 1 1..2', ' + 1 a', ' - 2 b'],
    ],
    ['TAP 13', text('TAP version 13', '1..1', 'ok 1 - a'), ['TAP version 13 1..1', ' + 1 a']],
    [
      'TAP with its plan at the end, and without numbers',
      text('TAP version 13', 'ok - a', 'ok', 'not ok', '1..3'),
      ['TAP version 13 1..3', ' + a', ' +', ' -'],
    ],
    ['TAP without a version', text('1..2', 'ok 1 a', 'ok 2 b'), ['TAP 1..2', ' + 1 a', ' + 2 b']],
    ['a result alone', 'not ok 1 my_test', ['TAP', ' - 1 my_test']],
    [
      'failures without version, plan and numbers',
      text('ok - a', 'not ok - b', 'ok c'),
      ['TAP', ' - b', ' + c'],
    ],
    ['a known failure alone is none', 'not ok 3 a # TODO later', []],
    [
      'directives',
      text(
        'KTAP version 1',
        '1..10',
        'ok 1 a # SKIP no device',
        'not ok 2 b # SKIP',
        'not ok 3 c # TODO later',
        'ok 4 # XFAIL broken',
        'ok 5 e # TODO it works',
        'not ok 6 f # TIMEOUT 45 seconds',
        'not ok 7 g # exit=1',
        'ok 8 h # ERROR no memory',
        'ok 9 # TIMEOUT 30 seconds',
        'ok 10 j # error path works',
      ),
      [
        'KTAP version 1 1..10',
        ' s 1 a (no device)',
        ' s 2 b',
        ' t 3 c (later)',
        ' t 4 (broken)',
        ' + 5 e (it works)',
        ' - 6 f (TIMEOUT 45 seconds)',
        ' - 7 g (exit=1)',
        ' - 8 h (ERROR no memory)',
        ' - 9 (TIMEOUT 30 seconds)',
        ' + 10 j (error path works)',
      ],
    ],
    [
      'KTAP with subtests, two blanks deeper',
      text(
        'KTAP version 1',
        '1..1',
        '  KTAP version 1',
        '  1..2',
        '    KTAP version 1',
        '    1..2',
        '    # b: FAIL',
        '    not ok 1 b',
        '    ok 2 c # SKIP',
        '  not ok 1 d',
        '  ok 2 e',
        'not ok 1 f',
      ),
      ['KTAP version 1 1..1', ' - 1 f', '   - 1 d', '     - 1 b | # b: FAIL', '     s 2 c', '   + 2 e'],
    ],
    [
      'KUnit',
      text(
        'KTAP version 1',
        '1..1',
        '    KTAP version 1',
        '    # Subtest: suite',
        '    # module: suite_test',
        '    1..2',
        '    # one: EXPECTATION FAILED at lib/suite_test.c:29',
        '    Expected 1 + 1 == 3, but',
        '        1 + 1 == 2 (0x2)',
        '    not ok 1 one',
        '    ok 2 two',
        '# Totals: pass:1 fail:1 skip:0 total:2',
        'not ok 1 suite',
      ),
      [
        'KTAP version 1 1..1',
        ' - 1 suite',
        '   - 1 one | # module: suite_test | # one: EXPECTATION FAILED at lib/suite_test.c:29 | Expected 1 + 1 == 3, but | 1 + 1 == 2 (0x2)',
        '   + 2 two',
      ],
    ],
    [
      'KUnit before Linux 6.0, with tabs and no plan of its suites',
      text(
        'TAP version 14',
        '\t# Subtest: a',
        '\t1..1',
        '\tok 1 - x',
        'ok 1 - a',
        '\t# Subtest: b',
        '\t1..1',
        '\tok 1 - y',
        'ok 2 - b',
      ),
      ['TAP version 14', ' + 1 a', '   + 1 x', ' + 2 b', '   + 1 y'],
    ],
    [
      'KUnit of two modules before it said KTAP (also what debugfs shows), whose count of suites had begun before',
      text(
        ...['    # Subtest: a', '    1..1', '    ok 1 - x', '# a: pass:1 fail:0 skip:0 total:1', 'ok 4 - a'],
        ...['    # Subtest: b', '    1..1', '    not ok 1 - y', 'not ok 5 - b'],
      ),
      ['TAP', ' + 4 a', '   + 1 x', 'TAP', ' - 5 b', '   - 1 y'],
    ],
    [
      'KUnit of modules of Linux 6.1, after suites that are built in, and loaded again',
      text(
        ...[
          'KTAP version 1',
          '1..1',
          '    KTAP version 1',
          '    # Subtest: a',
          '    1..1',
          '    ok 1 x',
          'ok 1 a',
        ],
        ...['    KTAP version 1', '    # Subtest: b', '    1..1', '    ok 1 y', 'ok 2 b'],
        ...['    KTAP version 1', '    # Subtest: b', '    1..1', '    ok 1 y', 'ok 1 b'],
      ),
      [
        ...['KTAP version 1 1..1', ' + 1 a', '   + 1 x', 'KTAP version 1', ' + 2 b', '   + 1 y'],
        ...['KTAP version 1', ' + 1 b', '   + 1 y'],
      ],
    ],
    [
      'KUnit of modules of Linux 6.8, which counts on from module to module',
      text(
        ...['KTAP version 1', '1..1', '    # Subtest: a', '    ok 1 x', 'ok 1 a'],
        ...[
          'KTAP version 1',
          '1..2',
          '    # Subtest: b',
          '    ok 1 y',
          'ok 2 b',
          '    # Subtest: c',
          '    ok 1 z',
          'ok 3 c',
        ],
      ),
      [
        ...['KTAP version 1 1..1', ' + 1 a', '   + 1 x'],
        ...['KTAP version 1 1..2', ' + 2 b', '   + 1 y', ' + 3 c', '   + 1 z'],
      ],
    ],
    [
      'kselftest, where the output of a test is marked',
      text(
        'TAP version 13',
        '1..4',
        '# timeout set to 45',
        '# selftests: dir: a',
        '# TAP version 13',
        '# 1..2',
        '# ok 1 x',
        '# # a remark',
        '# not ok 2 y',
        '# # Totals: pass:1 fail:1 xfail:0 xpass:0 skip:0 error:0',
        'not ok 1 selftests: dir: a # exit=1',
        '# selftests: dir: b',
        '# ok 1 is no result, because no report has begun here',
        'ok 2 selftests: dir: b',
        '# selftests: dir: c',
        '# ok 1 x',
        '# not ok 2 y',
        'not ok 3 selftests: dir: c # exit=1',
        '# selftests: dir: d',
        '# Bail out! no device',
        'not ok 4 selftests: dir: d # exit=1',
      ),
      [
        'TAP version 13 1..4',
        ' - 1 selftests: dir: a (exit=1)',
        '   + 1 x',
        '   - 2 y | # # a remark',
        ' + 2 selftests: dir: b',
        ' - 3 selftests: dir: c (exit=1) | # selftests: dir: c | # ok 1 x | # not ok 2 y',
        ' - 4 selftests: dir: d (exit=1) | # selftests: dir: d | # Bail out! no device',
      ],
    ],
    [
      'a program of kselftest without a plan, which ends with its totals',
      text('TAP version 13', 'ok 1 a', '# Totals: pass:1 fail:0 xfail:0 xpass:0 skip:0 error:0'),
      ['TAP version 13', ' + 1 a'],
    ],
    [
      'TAP 14 with its subtests',
      text(
        'TAP version 14',
        '1..1',
        '# Subtest: a',
        '    # Subtest: b',
        '        ok 1 - x',
        '        1..1',
        '    ok 1 - b',
        '    1..1',
        'ok 1 - a',
      ),
      ['TAP version 14 1..1', ' + 1 a', '   + 1 b', '     + 1 x'],
    ],
    [
      'YAML behind a result, which is no result',
      text(
        'TAP version 13',
        '1..2',
        'not ok 1 - a',
        '  ---',
        '  message: "no"',
        '  ok 2 - x',
        '  ...',
        'ok 2 - b',
      ),
      ['TAP version 13 1..2', ' - 1 a | message: "no" | ok 2 - x', ' + 2 b'],
    ],
    ['all tests skipped', text('TAP version 13', '1..0 # SKIP no TDX'), ['TAP version 13 1..0']],
    [
      'two reports',
      text('1..1', 'ok 1 a', '1..1', 'ok 1 b', 'KTAP version 1', '1..1', 'ok 1 c'),
      ['TAP 1..1', ' + 1 a', 'TAP 1..1', ' + 1 b', 'KTAP version 1 1..1', ' + 1 c'],
    ],
  ])('%s', (_, log, expected) => {
    expect(outline(read(log))).toEqual(expected);
  });
});

test('known failures are allowed, and with them the tests that they are parts of', () => {
  const log = text(
    'KTAP version 1',
    '1..2',
    '    # Subtest: s',
    '    1..2',
    '    not ok 1 flaky',
    '    ok 2 b',
    'not ok 1 s',
    'not ok 2 c',
  );
  expect(outline(read(log, ['flaky']))).toEqual([
    'KTAP version 1 1..2',
    ' - 1 s (allowed)',
    '   - 1 flaky (allowed)',
    '   + 2 b',
    ' - 2 c',
  ]);
  expect(outline(read(log.replace('ok 2 b', 'not ok 2 b'), ['flaky']))).toContain(' - 1 s');
  expect(outline(read(text('KTAP version 1', '1..2', 'ok 1 a'), ['1 of 2'])).at(-1)).toMatch(
    /^truncated: .* \(allowed\)$/,
  );
});
