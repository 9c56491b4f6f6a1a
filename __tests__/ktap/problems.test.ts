/** What is wrong with a report: lost results, plans that are not kept, tests that give up. */

import { describe, expect, test } from '@jest/globals';
import { problems } from './reports.ts';

const text = (...lines: string[]): string => lines.join('\n');

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
      'the tests gave up before their first line',
      'Bail out! no database',
      ['bail-out: the test report on console bailed out: no database'],
    ],
    [
      'its beginning was lost, and a test failed',
      text('[    9.000000] ok 2 b', '[    9.000000] not ok 3 c', '[    9.000000] ok 4 d'),
      ['plan: the test report on console lacks the results 1 to 2'],
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
      'nothing: a suite that failed may leave its plan',
      text('KTAP version 1', '1..1', '    # Subtest: s', '    1..2', '    ok 1 a', 'not ok 1 s'),
      [],
    ],
  ])('%s', (_, log, expected) => {
    expect(problems(log)).toEqual(expected);
  });
});
