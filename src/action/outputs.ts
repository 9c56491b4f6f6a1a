/** The outputs of action.yml: what other steps get to know. */

import { join } from 'node:path';
import type { Verdict } from '../judge/events.ts';
import { countKinds, type Kind } from '../report/kinds.ts';
import type { RecordedSuite } from '../report/recorded-suite.ts';
import { REPORT_FILE, RESULT_FILE } from '../report/recording.ts';
import { forJson, forLine } from '../report/safe.ts';
import { SUITE_FILE } from '../report/suite-result.ts';
import { TD_KINDS, type TdKind } from '../words/words.ts';

/** Each is set however the step ends, unless it is killed. */
export type Outputs = Readonly<
  Record<
    | 'verdict'
    | 'td'
    | 'phase'
    | 'boot-time'
    | 'reason'
    | 'captures'
    | 'results'
    | 'result-json'
    | 'report'
    | 'artifact-url'
    | Kind,
    string
  >
>;

export function outputsOf(verdict: Verdict, directory: string): Outputs {
  return {
    verdict: verdict.verdict,
    td: verdict.td,
    phase: verdict.phase,
    'boot-time': (verdict.time / 1000).toFixed(3),
    // Other steps print it.
    reason: verdict.verdict === 'passed' ? '' : forLine(verdict.reason),
    captures: forJson(verdict.captures, 0),
    results: directory,
    'result-json': join(directory, RESULT_FILE),
    report: join(directory, REPORT_FILE),
    'artifact-url': '',
    ...counts([verdict]),
  };
}

/**
 * What a suite has as a whole; its scenarios' own are in suite.json.
 * @param reason one line, empty when passed
 * @param tds what each attempt was that was booted last
 */
export function outputsOfSuite(
  { directory, results, verdict }: RecordedSuite,
  reason: string,
  tds: readonly TdKind[],
): Outputs {
  const all = results.length === tds.length ? tds : [];
  return {
    verdict,
    td: [...TD_KINDS].reverse().find((kind) => all.includes(kind)) ?? 'none',
    phase: '',
    'boot-time': '',
    reason: forLine(reason),
    captures: '{}',
    results: directory,
    'result-json': join(directory, SUITE_FILE),
    report: join(directory, REPORT_FILE),
    'artifact-url': '',
    ...counts(results),
  };
}

/** A shard without a scenario has no verdict, and its step does not fail. */
export function outputsOfNothing(reason: string, directory: string): Outputs {
  return {
    ...outputsOfRefusal(reason, directory),
    verdict: '',
    phase: '',
    'boot-time': '',
    'result-json': join(directory, SUITE_FILE),
  };
}

/** Nothing was started, so there is no result. */
export function outputsOfRefusal(reason: string, directory: string): Outputs {
  return {
    verdict: 'errored',
    td: 'none',
    phase: 'host',
    'boot-time': '0.000',
    reason: forLine(reason),
    captures: '{}',
    results: directory,
    'result-json': '',
    report: '',
    'artifact-url': '',
    ...counts([]),
  };
}

function counts(results: Parameters<typeof countKinds>[0]): Record<Kind, string> {
  const { passed, flaky, failed, errored, ...others } = countKinds(results);
  return {
    passed: String(passed),
    flaky: String(flaky),
    failed: String(failed),
    errored: String(errored),
    'not-run': String(others['not-run']),
  };
}
