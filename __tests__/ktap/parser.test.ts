/** KTAP, TAP, kselftest and KUnit, alone and in the noise of a console. */

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

describe('what is wrong with a report:', () => {
  test.each<[string, string, string[]]>([
    [
      'it ends early',
      text('KTAP version 1', '1..3', 'ok 1 a'),
      ['truncated: the test report on console ends early, after 1 of 3 results'],
    ],
    [
      'it ends early, within a suite',
      text('KTAP version 1', '1..2', '    KTAP version 1', '    # Subtest: s', '    1..2', '    ok 1 a'),
      ['truncated: the test report on console ends early, after 0 of 2 results, within "s"'],
    ],
    [
      'it has begun and says nothing',
      'KTAP version 1',
      ['truncated: the test report on console ends early, after 0 results'],
    ],
    [
      'TAP without a plan, which may go on',
      text('TAP version 13', 'ok 1 a'),
      ['truncated: the test report on console ends early, after 1 result'],
    ],
    [
      'a module’s suite never ends',
      text('    # Subtest: s', '    1..2', '    ok 1 a'),
      ['truncated: the test report on console ends early, after 0 results, within "s"'],
    ],
    [
      'the count of the report before goes on, and a result is missing',
      text('KTAP version 1', '1..1', 'ok 1 a', 'KTAP version 1', '1..2', 'ok 2 b'),
      ['truncated: the test report on console ends early, after 1 of 2 results'],
    ],
    [
      'a result is lost',
      text('KTAP version 1', '1..3', 'ok 1 a', 'ok 3 c'),
      ['plan: the test report on console lacks result 2'],
    ],
    [
      'results are lost',
      text('KTAP version 1', '1..5', 'ok 1 a', 'ok 5 c'),
      ['plan: the test report on console lacks the results 2 to 4'],
    ],
    [
      'a result comes again',
      text('KTAP version 1', '1..2', 'ok 1 a', 'ok 1 a', 'ok 2 b'),
      ['plan: the test report on console has a second result 1'],
    ],
    [
      'more results than planned',
      text('KTAP version 1', '1..1', 'ok 1 a', 'ok 2 b'),
      ['plan: the test report on console has a result 2, which is beyond its plan 1..1'],
    ],
    [
      'a plan at the end that says less',
      text('TAP version 13', 'ok 1 a', 'ok 2 b', '1..1'),
      ['plan: the test report on console has more results than its plan 1..1'],
    ],
    ['no test', text('KTAP version 1', '1..0'), ['plan: the test report on console plans no test']],
    [
      'a suite that passed with fewer results than planned',
      text('KTAP version 1', '1..1', '    # Subtest: s', '    1..2', '    ok 1 a', 'ok 1 s'),
      ['plan: "s" of the test report on console has only 1 of 2 results'],
    ],
    [
      'a suite whose own result was lost',
      text(
        'KTAP version 1',
        '1..2',
        '    # Subtest: s',
        '    1..1',
        '    ok 1 a',
        '    # Subtest: t',
        '    1..1',
        '    ok 1 b',
        'ok 2 t',
      ),
      ['plan: the test report on console lacks result 1'],
    ],
    [
      'the tests gave up',
      text('TAP version 13', '1..5', 'ok 1 a', 'Bail out! no database'),
      ['bail-out: the test report on console bailed out: no database'],
    ],
    [
      'a test program of kselftest gave up: its failed result counts, and the report has to go on',
      text(
        'TAP version 13',
        '1..3',
        '# TAP version 13',
        '# 1..2',
        '# Bail out! no device',
        'not ok 1 t # exit=1',
      ),
      ['truncated: the test report on console ends early, after 1 of 3 results'],
    ],
    [
      'a test program gave up, and its result says that it passed',
      text(
        'TAP version 13',
        '1..1',
        '# TAP version 13',
        '# 1..1',
        '# ok 1 a',
        '# Bail out! no device',
        'ok 1 t',
      ),
      ['bail-out: "t" of the test report on console bailed out: no device'],
    ],
    [
      'a test program gave up, and only a known failure is why its result fails',
      text('TAP version 13', '1..1', '# 1..2', '# not ok 1 known', '# Bail out!', 'not ok 1 t # exit=1'),
      ['bail-out: "t" of the test report on console bailed out'],
    ],
    [
      'a test program gave up, and the runner is gone',
      text('TAP version 13', '1..1', '# Bail out! no device'),
      [
        'truncated: the test report on console ends early, after 0 of 1 results',
        'bail-out: "?" of the test report on console bailed out: no device',
      ],
    ],
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
      'a plan alone: the test program died at once',
      '1..5',
      ['truncated: the test report on console ends early, after 0 of 5 results'],
    ],
    [
      'a plan behind a report that is over',
      text('1..1', 'ok 1 a', '1..3'),
      ['truncated: the test report on console ends early, after 0 of 3 results'],
    ],
    [
      'a plan of more tests than a number of nine digits',
      text('KTAP version 1', '1..12345678901', 'ok 1 a'),
      ['truncated: the test report on console ends early, after 1 of 12345678901 results'],
    ],
    [
      'a plan of more tests than a number can say',
      text('KTAP version 1', `1..${'9'.repeat(400)}`, 'ok 1 a'),
      ['truncated: the test report on console ends early, after 1 of 9007199254740991 results'],
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
    [
      'nothing: a suite that failed may leave its plan',
      text('KTAP version 1', '1..1', '    # Subtest: s', '    1..2', '    ok 1 a', 'not ok 1 s'),
      [],
    ],
  ])('%s', (_, log, expected) => {
    expect(outline(read(log, ['known'])).filter((line) => /^[a-z-]+: /.test(line))).toEqual(expected);
  });
});

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
  'Bail out! x',
])('no report: %s', (line) => {
  expect(read(line)).toEqual([]);
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
