/** What a guest reports of its tests, as a tree: the shape that the judge, result.json and every report share. */

import type { StreamName } from '../words/words.ts';

/**
 * `todo`: a failure that the report itself expects (TODO, XFAIL). `unfinished`: subtests were reported, and their parent's
 * result never came.
 */
export const TEST_STATES = ['passed', 'failed', 'skipped', 'todo', 'unfinished'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** One KTAP or TAP report on one stream. Names, reasons and diagnostics are text of a guest. */
export interface TestReport {
  readonly stream: StreamName;
  /** Other streams that showed the same report: the same lines in the same order. */
  readonly alsoOn?: readonly StreamName[];
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As the report names itself, such as `KTAP version 1`; `TAP` when it has no version line. */
  readonly format: string;
  /** How many tests it plans on its top level; absent: it has no plan. */
  readonly plan?: number;
  /** What was reported on the leaves of the tree, those of {@link omitted} included. */
  readonly counts: TestCounts;
  readonly tests: readonly Test[];
  /** How many tests are not in the tree, because the guest reported too many. */
  readonly omitted: number;
  /** A plan that is not kept, totals that count more than the results show, a report that ends early, "Bail out!": the first of them. */
  readonly problems: readonly TestProblem[];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly todo: number;
}

export interface Test {
  /** As the guest counts; absent: it gave none. */
  readonly number?: number;
  /** Empty: it has none. */
  readonly name: string;
  readonly state: TestState;
  /** What follows SKIP, TODO or XFAIL, or another remark such as `exit=1`. */
  readonly reason?: string;
  /** Why a failure does not fail the run, when the scenario's allow list says so. */
  readonly allowed?: string;
  /** The line of its result, from 1. */
  readonly line: number;
  /** When its result came, in milliseconds since the VMM was started. */
  readonly time: number;
  /** The lines that explain a failure. */
  readonly diagnostics: readonly string[];
  /** Its subtests. */
  readonly tests: readonly Test[];
}

export const TEST_PROBLEMS = ['plan', 'totals', 'truncated', 'bail-out'] as const;
export type TestProblemKind = (typeof TEST_PROBLEMS)[number];

export interface TestProblem {
  readonly kind: TestProblemKind;
  /** What is wrong, in a sentence that quotes the guest. */
  readonly text: string;
  /** The line that showed it, from 1. */
  readonly line: number;
  readonly allowed?: string;
}
