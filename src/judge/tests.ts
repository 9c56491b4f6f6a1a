/** The guest's own test reports, KTAP and TAP: what of them fails the run, and whether one is still to go on. */

import type { LineView } from '../console/scanner.ts';
import { withoutCopies } from '../ktap/copies.ts';
import { isOwnFailure } from '../ktap/failures.ts';
import { type Place, ReportParser } from '../ktap/parser.ts';
import type { Test, TestProblemKind, TestReport } from '../ktap/report.ts';
import { inOneRoom } from '../ktap/room.ts';
import type { JudgeRules } from '../scenario/scenario.ts';
import type { StreamName } from '../words/words.ts';
import type { Findings } from './findings.ts';

/** A line without one of these is none of a report, except where {@link GuestTests.listens} says so. */
export const REPORT_MARKS: readonly { readonly pattern: RegExp }[] = [
  { pattern: /TAP version / },
  { pattern: /ok / },
  { pattern: /not ok/ },
  // The beginning of a failure within which a kernel's message begins.
  { pattern: /not \[/ },
  { pattern: /1\.\./ },
  { pattern: /# Subtest:/ },
  { pattern: /: pass:/ },
  { pattern: /(?:EXPECTATION|ASSERTION) FAILED/ },
  { pattern: / {2}---/ },
  { pattern: /Bail out!/ },
];

/** A line that may be a diagnostic of a report, and is nothing else. */
export const REMARK_MARKS: typeof REPORT_MARKS = [{ pattern: /# / }];

/** Failures that are shown while the run goes on; the findings at its end list more. */
const SHOWN_LIVE = 20;

const PROBLEM_HINTS: Readonly<Record<TestProblemKind, string>> = {
  plan: 'Results were lost or the test program died: see the lines of the report. A known one is named in allow.',
  totals:
    'The report counts more than its results show: a result was lost, or never printed. See the lines before these totals.',
  truncated:
    'The guest, or its test program, stopped before the report was over: its last lines say where. A report that is meant to go on beyond the last step needs a step that expects its end, or "ktap: ignore".',
  'bail-out': 'The test program gave up: see its last lines.',
};
const NOT_TO_JUDGE = 'A known failure is named in allow; "ktap: ignore" judges no report.';
const EXPLAINED_HINT = `See the lines of the report before this result. ${NOT_TO_JUDGE}`;
const UNEXPLAINED_HINT = `The report does not say why: see what the guest printed at that time on all streams, or the log of the test itself. ${NOT_TO_JUDGE}`;

export class GuestTests {
  readonly #rules: Pick<JudgeRules, 'allow' | 'ktap'>;
  readonly #findings: Findings;
  readonly #parsers = new Map<StreamName, ReportParser>();
  readonly #lastLine = new Map<StreamName, number>();
  /** Failures that were shown live, with the streams of each: a copy on another stream is not shown again. */
  readonly #shown = new Map<string, StreamName[]>();
  /** Streams of commands that have ended well. */
  readonly #over = new Set<StreamName>();
  #toldOfWait = false;
  #reports: readonly TestReport[] | undefined;

  constructor(rules: Pick<JudgeRules, 'allow' | 'ktap'>, findings: Findings) {
    this.#rules = rules;
    this.#findings = findings;
  }

  /** Whether every line of this stream is wanted. */
  listens(stream: StreamName): boolean {
    return this.#parsers.get(stream)?.listens === true;
  }

  /** Takes a finished line that has only one of the {@link REMARK_MARKS}. */
  remark(stream: StreamName, line: Pick<LineView, 'later'>): void {
    const parser = this.#parsers.get(stream);
    if (parser?.open === true) parser.remark(line.later());
  }

  /** Takes a finished line that has one of the {@link REPORT_MARKS}, or that is wanted. */
  take(stream: StreamName, text: string, place: Place): void {
    if (this.#reports !== undefined) return;
    const parser = this.#parsers.get(stream) ?? this.#openParser(stream);
    const failed = parser.take(text, place);
    this.#lastLine.set(stream, place.line);
    if (failed === undefined || !this.#isNews(stream, resultLine(failed))) return;
    const message = `${stream}: ${resultLine(failed)}${failed.allowed === undefined ? '' : ` (allowed: ${failed.allowed})`}`;
    this.#findings.emit({ type: 'notice', time: place.time, message });
  }

  /** Whether a failure is to be shown: the n-th time on its stream is news where no other stream has shown it n times. */
  #isNews(stream: StreamName, line: string): boolean {
    const streams = this.#shown.get(line) ?? [];
    const times = (name: StreamName): number => streams.filter((other) => other === name).length;
    const here = times(stream) + 1;
    const news = !streams.some((other) => times(other) >= here);
    if (this.#shown.size >= SHOWN_LIVE || streams.length >= SHOWN_LIVE) return false;
    this.#shown.set(line, [...streams, stream]);
    return news;
  }

  /** Nothing more comes on this stream: a report that is not over there ends early. */
  end(stream: StreamName): void {
    this.#parsers.get(stream)?.end({ line: this.#lastLine.get(stream) ?? 0, time: this.#findings.now });
  }

  /** The command with this output has ended well: what fails later is not why its report ended early. */
  endWell(stream: StreamName): void {
    this.#over.add(stream);
  }

  /** The stream of a report that has to go on; undefined: there is none, or none counts. */
  get open(): StreamName | undefined {
    if (this.#rules.ktap === 'ignore' || this.#reports !== undefined) return undefined;
    for (const [stream, parser] of this.#parsers) if (parser.open) return stream;
    return undefined;
  }

  /** A run whose steps are all met waits for the end of a report, because a report that was not read is no pass. */
  waits(): boolean {
    const { open } = this;
    if (open === undefined) return false;
    if (!this.#toldOfWait) {
      this.#toldOfWait = true;
      const message = `every step is met, and the test report on ${open} has to end: ${this.#parsers.get(open)?.progress} so far`;
      this.#findings.notice(message);
    }
    return true;
  }

  /**
   * Nothing more is read: ends the reports and reports what is wrong with them. The first call counts. A report that ends
   * early where something else has already failed is no finding, because the other failure is why, unless the report is that
   * of a command which had ended well.
   */
  conclude(): readonly TestReport[] {
    if (this.#reports !== undefined) return this.#reports;
    const { now: time } = this.#findings;
    const all = [...this.#parsers].flatMap(([stream, parser]) => {
      parser.end({ line: this.#lastLine.get(stream) ?? 0, time });
      if (parser.left > 0) {
        const message = `${stream}: ${parser.left} more test reports, in which nothing fails the run, are not listed`;
        this.#findings.notice(message);
      }
      return parser.reports;
    });
    const reports = withoutCopies(all);
    const listed = inOneRoom(reports);
    this.#reports = listed.reports;
    if (listed.left > 0) this.#findings.notice(`${listed.left} more test reports are not listed`);
    if (this.#rules.ktap === 'ignore') return listed.reports;
    const failed = this.#findings.failure !== undefined;
    for (const report of reports) {
      this.#reportFailures(report.stream, report.tests, []);
      this.#reportProblems(report, failed && !this.#over.has(report.stream));
      this.#reportNothingTested(report);
    }
    return listed.reports;
  }

  #openParser(stream: StreamName): ReportParser {
    const allowed = (text: string): string | undefined =>
      this.#rules.allow.find(({ pattern }) => pattern.exec(text, 0) !== undefined)?.reason;
    const parser = new ReportParser(stream, allowed);
    this.#parsers.set(stream, parser);
    return parser;
  }

  #reportFailures(stream: StreamName, tests: readonly Test[], path: readonly string[]): void {
    for (const test of tests) {
      const name = [...path, test.name === '' ? `test ${test.number ?? '?'}` : test.name];
      this.#reportFailures(stream, test.tests, name);
      if (!isOwnFailure(test)) continue;
      const { line, time, allowed, diagnostics, reason } = test;
      // What `ksft_test_result_error` says stands behind the "#", where a name is missing.
      const said = test.name === '' && reason !== undefined ? ` # ${reason}` : '';
      const hint = diagnostics.length === 0 ? UNEXPLAINED_HINT : EXPLAINED_HINT;
      this.#findings.report({
        ...{ kind: 'test', id: 'test-failed', severity: 'error', hint, stream, line, time },
        title: `not ok: ${name.join(' / ')}${said}`,
        evidence: [
          { stream, line, text: resultLine(test) },
          ...diagnostics.map((text) => ({ stream, text })),
        ],
        ...(allowed === undefined ? { outcome: 'failed' } : { outcome: undefined, allowed }),
      });
    }
  }

  /** A report that skips all it has is no failure, and says nothing of what was to be tested. */
  #reportNothingTested({ stream, line, counts, plan, problems }: TestReport): void {
    const { passed, failed, skipped, todo } = counts;
    if (passed + failed + todo > 0 || problems.length > 0 || (skipped === 0 && plan !== 0)) return;
    const tests = plan === 0 ? 'what it was to test' : 'all of its tests';
    this.#findings.report({
      ...{ kind: 'doubt', severity: 'warning', outcome: undefined, stream, line },
      title: `the test report on ${stream} skipped ${tests}, so nothing was tested`,
      hint: 'The report says why behind SKIP: a device, a driver or a program that the guest lacks.',
    });
  }

  #reportProblems({ stream, problems }: TestReport, wasCut: boolean): void {
    for (const { kind, text, line, allowed } of problems) {
      if (kind === 'truncated' && wasCut) continue;
      this.#findings.report({
        ...{ kind: 'test', id: `test-${kind}`, severity: 'error', hint: PROBLEM_HINTS[kind], stream, line },
        title: text,
        ...(allowed === undefined ? { outcome: 'failed' } : { outcome: undefined, allowed }),
      });
    }
  }
}

/** The result as KTAP says it. */
function resultLine({ number, name, reason }: Test): string {
  const words = ['not ok', ...(number === undefined ? [] : [String(number)]), ...(name === '' ? [] : [name])];
  return [...words, ...(reason === undefined ? [] : [`# ${reason}`])].join(' ');
}
