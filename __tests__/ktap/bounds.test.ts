/** What fails a run is never lost among what a guest reports without end, and no report is larger than its bound. */

import { describe, expect, test } from '@jest/globals';
import { failsRun } from '../../src/ktap/failures.ts';
import { ReportParser } from '../../src/ktap/parser.ts';
import { inOneRoom, MOST_TESTS } from '../../src/ktap/room.ts';
import { outline, read } from './reports.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const deep = (level: number, text: string): string => `${' '.repeat(level)}${text}`;

describe('a failure is found behind', () => {
  test.each<[string, string, string | RegExp]>([
    [
      'hundreds of reports',
      `${lines(600, () => 'TAP version 13\n1..1\nok 1 good')}\nTAP version 13\n1..1\nnot ok 1 bad`,
      ' - 1 bad',
    ],
    [
      'hundreds of reports whose failures are allowed',
      `${lines(600, () => 'TAP version 13\n1..1\nnot ok 1 known')}\nTAP version 13\n1..1\nnot ok 1 bad`,
      ' - 1 bad',
    ],
    [
      'tens of thousands of tests',
      `KTAP version 1\n${lines(2 * MOST_TESTS, (index) => `ok ${index + 1} good`)}\nnot ok ${2 * MOST_TESTS + 1} bad`,
      ` - ${2 * MOST_TESTS + 1} bad`,
    ],
    [
      'tens of thousands of failures that are allowed',
      `KTAP version 1\n${lines(2 * MOST_TESTS, (index) => `not ok ${index + 1} known`)}\nnot ok ${2 * MOST_TESTS + 1} bad`,
      ` - ${2 * MOST_TESTS + 1} bad`,
    ],
    [
      'problems that are allowed',
      `KTAP version 1\n${lines(200, (index) => `ok ${2 * index + 2} a`)}\n1..9`,
      /more results than its plan/,
    ],
    [
      'a nesting that is too deep',
      lines(40, (level) => deep(level, 'KTAP version 1')),
      /deeper than 32 levels/,
    ],
    [
      'a YAML block whose end is lost',
      'KTAP version 1\n1..1\n    KTAP version 1\n    ok 1 a\n      ---\n      x: 1\n    not ok 2 b\nok 1 s',
      '   - 2 b',
    ],
    [
      'a known failure, when the test program dies',
      'KTAP version 1\n1..1\n    KTAP version 1\n    1..3\n    not ok 1 known\nnot ok 1 s # exit=139',
      /has only 1 of 3 results/,
    ],
  ])('%s', (_, text, expected) => {
    const reports = read(text, ['known', 'lacks']);
    expect(outline(reports)).toContainEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
    const fails = reports.some(
      ({ tests, problems }) => tests.some(failsRun) || problems.some(({ allowed }) => allowed === undefined),
    );
    expect(fails).toBe(true);
  });

  test('a YAML block with lines that look like results', () => {
    const text = 'TAP version 14\n1..1\nnot ok 1 a\n  ---\n  not ok 9 quoted\n  ...';
    expect(outline(read(text))).toEqual(['TAP version 14 1..1', ' - 1 a | not ok 9 quoted']);
  });

  test('reports that are left out are counted', () => {
    const parser = new ReportParser('console');
    for (let line = 1; line <= 600; line += 2) {
      parser.take('TAP version 13', { line, time: 0 });
      parser.take('1..0 # SKIP', { line: line + 1, time: 0 });
    }
    parser.end({ line: 601, time: 0 });
    expect(parser.reports.length + parser.left).toBe(300);
  });
});

describe('a guest that reports without end', () => {
  test('gets a tree of bounded size, in which failures come first, and counts that are true', () => {
    const parser = new ReportParser('console');
    let line = 0;
    const take = (said: string): unknown => parser.take(said, { line: ++line, time: 0 });
    take('TAP version 13');
    for (let number = 1; number <= 3 * MOST_TESTS; number++)
      take(`${number % 2 === 0 ? 'not ' : ''}ok ${number} t`);
    parser.end({ line, time: 0 });
    const [report] = parser.reports;
    expect(report?.counts).toEqual({
      passed: 1.5 * MOST_TESTS,
      failed: 1.5 * MOST_TESTS,
      skipped: 0,
      todo: 0,
    });
    expect((report?.tests.length ?? 0) + (report?.omitted ?? 0)).toBe(3 * MOST_TESTS);
    expect(report?.tests.filter(({ state }) => state === 'failed').length).toBe(MOST_TESTS);
  });

  test.each<[string, (number: number) => string]>([
    ['long names', (number) => `ok ${number} ${'name '.repeat(180)}`],
    ['long reasons', (number) => `ok ${number} a # SKIP ${'why '.repeat(200)}`],
    ['failures with long lines', (number) => `${`# ${'why '.repeat(200)}\n`.repeat(20)}not ok ${number} a`],
    [
      'long names of deep tests',
      (number) =>
        [...Array(30).keys()]
          .map((level) => `${' '.repeat(4 * (29 - level))}ok ${number} ${'name '.repeat(180)}`)
          .join('\n'),
    ],
  ])('has at most 6 MB of texts: %s', (_, one) => {
    const parser = new ReportParser('console');
    let line = 0;
    const take = (said: string): unknown => parser.take(said, { line: ++line, time: 0 });
    take('KTAP version 1');
    for (let number = 1; number < 10_000; number++) for (const said of one(number).split('\n')) take(said);
    parser.end({ line, time: 0 });
    const [report] = parser.reports;
    expect(JSON.stringify(report).length).toBeLessThan(6_000_000);
    expect(report?.tests.length).toBeGreaterThan(0);
  });

  test('on several streams gets no more than on one, and a small report is whole beside floods', () => {
    const reports = (['console', 'serial', 'run-1', 'run-2'] as const).flatMap((stream) => {
      const parser = new ReportParser(stream);
      const flood = (number: number): string =>
        `${number % 2 === 0 ? `# ${'why '.repeat(200)}\nnot ` : ''}ok ${number} ${stream}`;
      const tests = stream === 'run-2' ? 'not ok 1 mine\n1..1' : lines(MOST_TESTS, (at) => flood(at + 1));
      `TAP version 13\n${tests}`.split('\n').forEach((said, at) => {
        parser.take(said, { line: at + 1, time: 0 });
      });
      parser.end({ line: 0, time: 0 });
      return parser.reports;
    });
    const { reports: listed, left } = inOneRoom(reports);
    expect([listed.length, left]).toEqual([4, 0]);
    expect(JSON.stringify(reports).length).toBeGreaterThan(8_000_000);
    expect(JSON.stringify(listed).length).toBeLessThan(6_000_000);
    expect(listed.at(-1)?.tests.map(({ name }) => name)).toEqual(['mine']);
    for (const { tests, omitted, counts } of listed)
      expect(tests.length + omitted).toBe(counts.passed + counts.failed);
  });

  test('gets no more subtests that never end than other tests', () => {
    const [report] = read(`KTAP version 1\n1..9\n${lines(MOST_TESTS + 9, () => '    # Subtest: a\n1..9')}`);
    expect([report?.tests.length, report?.omitted]).toEqual([MOST_TESTS, 9]);
  });

  test.each<[string, (index: number) => string]>([
    ['reports', () => 'KTAP version 1'],
    ['plans', (index) => `1..${index}`],
    ['levels', (index) => `${' '.repeat(index)}ok 1 x`],
    ['levels without results', (index) => `${' '.repeat(index)}KTAP version 1`],
    ['names of subtests', (index) => `    # Subtest: ${index}`],
    ['diagnostics', () => `# ${'x'.repeat(5000)}`],
    ['Bail out!', () => 'Bail out!'],
    ['numbers that go back', () => 'ok 1 x'],
    ['YAML', () => '  ---'],
  ])('gets a bounded result: %s', (_, line) => {
    const lines = [
      'KTAP version 1',
      'not ok 1 x',
      ...Array.from({ length: 5000 }, (__, index) => line(index)),
    ];
    expect(JSON.stringify(read(lines.join('\n'))).length).toBeLessThan(200_000);
  });
});
