/** Which tests of a tree have failed, by themselves or by their subtests, and which of them fail the run. */

import type { Test } from './report.ts';

/** How a test and its subtests ended. */
interface Ended extends Pick<Test, 'state'> {
  readonly tests: readonly Ended[];
}

/** Whether a test has failed by itself: no failure among its subtests is the reason. */
export function isOwnFailure({ state, tests }: Ended): boolean {
  return state === 'failed' && !tests.some(hasFailed);
}

/** Whether a test, or one of its subtests, has failed. */
export function hasFailed({ state, tests }: Ended): boolean {
  return state === 'failed' || tests.some(hasFailed);
}

/** Whether a test, or one of its subtests, fails the run. */
export function failsRun(test: Test): boolean {
  return (isOwnFailure(test) && test.allowed === undefined) || test.tests.some(failsRun);
}

/** Why the failures among these tests are allowed; undefined: one of them is not. */
export function allowedBy(tests: readonly Test[]): string | undefined {
  const reasons = tests
    .filter(hasFailed)
    .map((test) => (test.state === 'failed' ? test.allowed : allowedBy(test.tests)));
  return reasons.includes(undefined) ? undefined : reasons[0];
}
