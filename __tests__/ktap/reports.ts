/** Test reports as kernels and test programs print them, and the tree that they say, in lines. */

import { ReportParser } from '../../src/ktap/parser.ts';
import type { Test, TestReport } from '../../src/ktap/report.ts';

/** Reads a text of one stream; line numbers are times, too. */
export function read(text: string, allowed: readonly string[] = []): readonly TestReport[] {
  const parser = new ReportParser('console', (line) =>
    allowed.some((known) => line.includes(known)) ? 'known' : undefined,
  );
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    parser.take(line, { line: index + 1, time: index + 1 });
  });
  parser.end({ line: lines.length, time: lines.length });
  return parser.reports;
}

/** Reports, problems and tests, a line each, subtests indented: `+ 1 name` passed, `-` failed, `s`, `t`odo, `?` unfinished. */
export function outline(reports: readonly TestReport[]): string[] {
  return reports.flatMap(({ format, plan, tests, problems }) => [
    `${format}${plan === undefined ? '' : ` 1..${plan}`}`,
    ...tests.flatMap((test) => outlineTest(test, ' ')),
    ...problems.map(
      ({ kind, text, allowed }) => `${kind}: ${text}${allowed === undefined ? '' : ' (allowed)'}`,
    ),
  ]);
}

/** The problems that the reports of a text have, a line each; tests whose line has `known` are allowed to fail. */
export function problems(text: string): string[] {
  return outline(read(text, ['known'])).filter((line) => /^[a-z-]+: /.test(line));
}

const MARKS = { passed: '+', failed: '-', skipped: 's', todo: 't', unfinished: '?' } as const;

function outlineTest(
  { number, name, state, reason, allowed, diagnostics, tests }: Test,
  indent: string,
): string[] {
  const words = [MARKS[state], ...(number === undefined ? [] : [number]), ...(name === '' ? [] : [name])];
  const more = [
    ...(reason === undefined ? [] : [`(${reason})`]),
    ...(allowed === undefined ? [] : ['(allowed)']),
    ...diagnostics.map((line) => `| ${line}`),
  ];
  return [
    `${indent}${[...words, ...more].join(' ')}`,
    ...tests.flatMap((test) => outlineTest(test, `${indent}  `)),
  ];
}
