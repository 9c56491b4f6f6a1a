/** Totals of kselftest and KUnit beside the results that they count. */

import { describe, expect, test } from '@jest/globals';
import { problems } from './reports.ts';

const text = (...lines: string[]): string => lines.join('\n');

describe('what is wrong with a report by its totals:', () => {
  test.each<[string, string, string[]]>([
    [
      'a test program of kselftest that passed with fewer results than planned',
      text(
        'TAP version 13',
        '1..1',
        '# 1..2',
        '# ok 1 a',
        '# # Totals: pass:1 fail:0 xfail:0 xpass:0 skip:0 error:0',
        'ok 1 t',
      ),
      ['plan: "t" of the test report on console has only 1 of 2 results'],
    ],
    [
      'nothing: a test program that counts without results, as kcmp_test of Linux 6.1',
      text(
        'TAP version 13',
        '1..1',
        '# 1..3',
        '# # Totals: pass:1 fail:0 xfail:1 xpass:0 skip:1 error:0',
        'ok 1 t',
      ),
      [],
    ],
    [
      'such totals with a failure',
      text(
        'TAP version 13',
        '1..1',
        '# 1..3',
        '# # Totals: pass:2 fail:1 xfail:0 xpass:0 skip:0 error:0',
        'ok 1 t',
      ),
      ['totals: "t" of the test report on console counts 1 failure, and its results show 0'],
    ],
    [
      'totals of kselftest with a failure that no result shows',
      text('TAP version 13', '1..1', 'ok 1 a', '# Totals: pass:0 fail:1 xfail:0 xpass:0 skip:0 error:0'),
      ['totals: the test report on console counts 1 failure, and its results show 0'],
    ],
    [
      'totals with a failure and an error, of which one result was lost, without a plan',
      text(
        'TAP version 13',
        'not ok 1 known',
        'ok 2 b',
        '# Totals: pass:1 fail:1 xfail:0 xpass:0 skip:0 error:1',
      ),
      ['totals: the test report on console counts 2 failures, and its results show 1'],
    ],
    [
      'totals with more tests than results, without a plan',
      text('TAP version 13', 'ok 1 a', '# Totals: pass:2 fail:0 xfail:0 xpass:0 skip:0 error:0'),
      ['totals: the test report on console counts 2 tests, and has only 1 result'],
    ],
    [
      'nothing: totals with fewer tests than results, of which a child printed some',
      text(
        'TAP version 13',
        'not ok 1 known',
        'ok 2 b',
        '# Totals: pass:1 fail:0 xfail:0 xpass:0 skip:0 error:0',
      ),
      [],
    ],
    [
      'totals that count nothing: a program that exits with a failure prints the same',
      text('TAP version 13', '# Totals: pass:0 fail:0 xfail:0 xpass:0 skip:0 error:0'),
      ['truncated: the test report on console ends early, after 0 results'],
    ],
    [
      'totals that keep a plan, behind results of which some were lost',
      text('TAP version 13', '1..3', 'ok 1 a', '# Totals: pass:3 fail:0 xfail:0 xpass:0 skip:0 error:0'),
      ['truncated: the test report on console ends early, after 1 of 3 results'],
    ],
    [
      'a test program whose totals have a failure, and its result says that it passed',
      text(
        'TAP version 13',
        '1..1',
        '# # Totals: pass:0 fail:1 xfail:0 xpass:0 skip:0 error:0',
        'ok 1 selftests: dir: t',
      ),
      ['totals: "selftests: dir: t" of the test report on console counts 1 failure, and its results show 0'],
    ],
    [
      'a suite of KUnit that counts a failure which no result shows',
      text(
        'KTAP version 1',
        '1..1',
        '    KTAP version 1',
        '    # Subtest: s',
        '    1..2',
        '    ok 1 a',
        '    ok 2 b',
        '# s: pass:1 fail:1 skip:0 total:2',
        '# Totals: pass:1 fail:1 skip:0 total:2',
        'ok 1 s',
      ),
      ['totals: "s" of the test report on console counts 1 failure, and its results show 0'],
    ],
    [
      'a suite of KUnit that counts a failed parameter which no result shows',
      text(
        'KTAP version 1',
        '1..1',
        '    KTAP version 1',
        '    # Subtest: s',
        '    1..1',
        '        # Subtest: a',
        '        ok 1 x',
        '    ok 1 a',
        '# Totals: pass:1 fail:1 skip:0 total:2',
        'ok 1 s',
      ),
      ['totals: "s" of the test report on console counts 1 failure, and its results show 0'],
    ],
    [
      'nothing: totals of KUnit that agree, where leaves, tests and suites are counted',
      text(
        'KTAP version 1',
        '1..1',
        '    KTAP version 1',
        '    # Subtest: s',
        '    1..2',
        '        KTAP version 1',
        '        # Subtest: a',
        '        not ok 1 x',
        '        not ok 2 y',
        '        ok 3 z',
        '    # a: pass:1 fail:2 skip:0 total:3',
        '    not ok 1 a',
        '    # b: EXPECTATION FAILED at lib/b.c:1',
        '    # b: pass:0 fail:1 skip:0 total:1',
        '    not ok 2 b',
        '# s: pass:0 fail:2 skip:0 total:2',
        '# Totals: pass:1 fail:3 skip:0 total:4',
        'not ok 1 s',
      ),
      [],
    ],
    [
      'nothing: statistics of KUnit beside the results that they count, as kunit.py shows them',
      text(
        'KTAP version 1',
        '# Subtest: base64',
        '1..2',
        'not ok 1 known a',
        '# b: pass:0 fail:1 skip:0 total:1',
        'not ok 2 known b',
        '# base64: pass:0 fail:2 skip:0 total:2',
        '# Totals: pass:0 fail:2 skip:0 total:2',
      ),
      [],
    ],
    [
      'nothing: totals of kselftest that agree, within the runner’s report and beside other programs',
      text(
        'TAP version 13',
        '1..2',
        '# TAP version 13',
        '# 1..4',
        '# ok 1 a',
        '# ok 2 b # XFAIL known',
        '# not ok 3 # error c',
        '# not ok 4 known d',
        '# # Planned tests != run tests (4 != 3)',
        '# # Totals: pass:1 fail:1 xfail:1 xpass:0 skip:0 error:1',
        'not ok 1 selftests: dir: t # exit=1',
        '# TAP version 13',
        '# 1..1',
        '# ok 1 e # XPASS unexpected',
        '# # FAILED: 0 / 1 tests passed.',
        '# # Totals: pass:0 fail:0 xfail:0 xpass:1 skip:0 error:0',
        'ok 2 selftests: dir: u',
      ),
      [],
    ],
    [
      'nothing: a program that counts a pass which it does not print, and keeps its plan',
      text(
        'TAP version 13',
        '1..1',
        'ok 1 wait for child',
        '# Totals: pass:2 fail:0 xfail:0 xpass:0 skip:0 error:0',
      ),
      [],
    ],
    [
      'nothing: a remark that only looks like totals',
      text('TAP version 13', '1..1', '# cache: pass:1 fail:1 of 3', '# so far: pass:0 fail:2', 'ok 1 a'),
      [],
    ],
  ])('%s', (_, log, expected) => {
    expect(problems(log)).toEqual(expected);
  });
});
