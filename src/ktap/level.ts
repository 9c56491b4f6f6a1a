/** One level of a report while it is read: its plan, the results that it has had, and the number that comes next. */

import { counted } from '../words/units.ts';
import type { SummaryLine } from './line.ts';
import type { Test, TestProblem } from './report.ts';

export class Level {
  /** Columns before its lines. */
  readonly indent: number;
  /** The line on which it began. */
  readonly line: number;
  readonly tests: Test[] = [];
  name: string | undefined;
  /** What a `# Subtest:` line calls the level below this one. */
  nextName: string | undefined;
  plan: number | undefined;
  /** The test program says that it is over: "Bail out!", or kselftest's totals. */
  over = false;
  /** The test program gave up: why (empty: it does not say), and on which line. */
  bailOut: { readonly reason: string; readonly line: number } | undefined;
  /** A number, beside 1, with which its results may begin: KUnit counts its suites from module to module. */
  begins: number | 'anywhere' = 1;
  #results = 0;
  /** Results that failed, and how many of them and of all subtests failed by themselves. */
  readonly #failed = { results: 0, leaves: 0 };
  /** What is wrong with its results, as its summary says, and on which line. */
  #summary: { readonly wrong: string; readonly line: number } | undefined;
  #first = 1;
  #next = 1;

  constructor(indent: number, line: number, name?: string) {
    this.indent = indent;
    this.line = line;
    this.name = name;
  }

  /** Results so far, those that are not in the tree included. */
  get results(): number {
    return this.#results;
  }

  /** The number that comes next. */
  get next(): number {
    return this.#next;
  }

  /** Whether every result has come that was planned. */
  get complete(): boolean {
    return this.over || (this.plan !== undefined && this.#next - this.#first >= this.plan);
  }

  /** `3 of 10 results`, `3 results`. */
  get progress(): string {
    const of = this.plan === undefined ? '' : ` of ${this.plan}`;
    return `${this.#results}${of} result${this.#results === 1 && of === '' ? '' : 's'}`;
  }

  /**
   * @param who says what this level is, for a sentence
   * @returns what is wrong with the plan
   */
  takePlan(count: number, skip: boolean, who: () => string): string | undefined {
    if (this.plan !== undefined) return `${who()} has a second plan: 1..${count} after 1..${this.plan}`;
    this.plan = count;
    if (count === 0 && !skip) return `${who()} plans no test`;
    if (this.#next - this.#first > count) return `${who()} has more results than its plan 1..${count}`;
    return undefined;
  }

  /** Counts a result, or without a result what is left of the level below. */
  count(failed: boolean, below: Level | undefined): void {
    const leaves = below === undefined ? 0 : below.#failed.leaves;
    if (failed) this.#failed.results++;
    this.#failed.leaves += failed ? Math.max(1, leaves) : leaves;
  }

  /**
   * The test program is over when kselftest prints its totals, also where it had no plan. Some programs count their tests and
   * print no results (kcmp_test of Linux 6.1): totals without a failure keep a plan. Where neither says that a test ran,
   * nothing has passed.
   */
  takeSummary({ failures, of, total = 0, good }: SummaryLine, line: number): void {
    const read = this.#failed[of === 'leaves' ? 'leaves' : 'results'];
    const lost = this.plan === undefined && this.#results > 0 && total > this.#results;
    if (failures > read)
      this.#summary ??= {
        wrong: `counts ${counted(failures, 'failure')}, and its results show ${read}`,
        line,
      };
    else if (lost) this.#summary ??= { wrong: `counts ${total} tests, and has only ${this.progress}`, line };
    if (of !== 'own') return;
    if (this.plan === undefined) this.over ||= this.#results > 0 || good !== 0;
    else this.over ||= this.#results === 0 && this.plan === good;
  }

  /** Whether its own lines say that it is no pass, whatever its results say. */
  get complains(): boolean {
    return this.bailOut !== undefined || this.#summary !== undefined;
  }

  /** @returns what is wrong with the number */
  takeNumber(number: number | undefined, who: () => string): string | undefined {
    if (this.#results === 0 && number !== undefined && (this.begins === 'anywhere' || this.begins === number))
      this.#first = this.#next = number;
    this.#results++;
    const expected = this.#next;
    const given = number ?? expected;
    this.#next = Math.max(expected, given + 1);
    if (given < expected) return `${who()} has a second result ${given}`;
    if (this.plan !== undefined && given - this.#first >= this.plan) {
      return `${who()} has a result ${given}, which is beyond its plan 1..${this.plan}`;
    }
    if (given === expected) return undefined;
    const last = given - 1;
    return last === expected
      ? `${who()} lacks result ${last}`
      : `${who()} lacks the results ${expected} to ${last}`;
  }

  /**
   * @param line on which nothing more comes
   * @returns what is wrong then
   */
  problemAtEnd(who: () => string, line: number): TestProblem | undefined {
    if (this.bailOut !== undefined) {
      const { reason, line } = this.bailOut;
      return { kind: 'bail-out', text: `${who()} bailed out${reason === '' ? '' : `: ${reason}`}`, line };
    }
    if (this.#summary !== undefined) {
      const { wrong, line } = this.#summary;
      return { kind: 'totals', text: `${who()} ${wrong}`, line };
    }
    if (this.plan === undefined || this.complete) return undefined;
    return { kind: 'plan', text: `${who()} has only ${this.progress}`, line };
  }
}
