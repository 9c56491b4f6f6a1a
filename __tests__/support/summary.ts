/** The job summary of one run that was judged in a test. */

import type { Verdict } from '../../src/judge/events.ts';
import { makeResult } from '../../src/report/result.ts';
import { summarize } from '../../src/report/summary.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export function summaryOf(scenario: Pick<Scenario, 'name' | 'platform'>, verdict: Verdict): string {
  return summarize([{ directory: 'results/boot', result: makeResult(scenario, verdict, {}) }]);
}
