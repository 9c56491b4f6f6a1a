/** A tree of tests in lines: what passed as a whole is one line, what failed is shown to its leaves. */

import { expect, test } from '@jest/globals';
import { describeReport, describeTests } from '../../src/report/tests.ts';
import { read } from '../ktap/reports.ts';

const LOG = [
  'KTAP version 1',
  '1..4',
  '    # Subtest: good',
  '    1..2',
  '    ok 1 a',
  '    ok 2 b # SKIP no device',
  'ok 1 good',
  '    # Subtest: bad',
  '    1..3',
  '    not ok 1 known',
  '    not ok 2 c # exit=1',
  '    not ok 3 d # TODO later',
  'not ok 2 bad',
  'ok 3 alone',
  '    # Subtest: last',
  '    1..2',
  '    ok 1 e',
];

test('a report', () => {
  const [report] = read(LOG.join('\n'), ['known']);
  if (report === undefined) throw new Error('no report');
  expect([describeReport(report), ...describeTests(report)]).toEqual([
    'tests on console, line 1: 3 passed, 2 failed, 1 skipped, 1 expected to fail, 1 problem (KTAP version 1)',
    'ok 1 good (1 passed, 1 skipped)',
    'not ok 2 bad',
    '  not ok 1 known (allowed: known)',
    '  not ok 2 c # exit=1',
    '  not ok 3 d # TODO later',
    'ok 3 alone',
    'unfinished last',
    '  ok 1 e',
    'the test report on console ends early, after 3 of 4 results, within "last"',
  ]);
});

test('a report that several streams showed names them', () => {
  const [report] = read('1..1\nok 1 a');
  if (report === undefined) throw new Error('no report');
  expect(describeReport({ ...report, alsoOn: ['serial', 'run-1'] })).toBe(
    'tests on console, line 1, also on serial and run-1: 1 passed (TAP)',
  );
});

test('a long report is cut, and says so', () => {
  const results = Array.from({ length: 100 }, (_, index) => `not ok ${index + 1} t`);
  const [report] = read(['KTAP version 1', '1..100', ...results].join('\n'));
  if (report === undefined) throw new Error('no report');
  expect(describeTests(report).slice(-2)).toEqual(['not ok 60 t', 'and 40 more lines: see result.json']);
});
