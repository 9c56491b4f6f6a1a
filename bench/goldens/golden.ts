/** The shape that all formats of golden logs are read into, and what our two readers of logs answer to one. */

import { SIGNATURES } from '../../src/judge/catalog/index.ts';
import { Judge } from '../../src/judge/judge.ts';
import { LogReader } from '../../src/judge/log.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import type { LogOrigin } from '../../src/words/words.ts';

/** A log and what is known of it. Absent: its folder does not say. */
export interface Golden {
  readonly name: string;
  readonly log: Buffer;
  /** What `diagnose --stream` gets. */
  readonly origin: LogOrigin;
  /** Whether a kernel's report is in it that has to fail a run. */
  readonly crash?: boolean;
  /** Whether the boot is good, all that is known considered. */
  readonly outcome?: 'ok' | 'fail';
  /** Names of functions of which the title has to name one. */
  readonly functions: readonly string[];
  readonly phase?: string;
  /** An id of ours, or the words of a person. */
  readonly cause?: string;
  /** What kind of failure it is: misses are grouped by it. */
  readonly mechanism: string;
}

/** What a reader says of a log. */
export interface Answer {
  /** `nothing` wrong, a `known` failure, or something wrong that is not known. */
  readonly says: 'nothing' | 'known' | 'unknown';
  readonly title: string;
  readonly cause: string;
  readonly phase: string;
}

export type Reader = (golden: Golden) => Answer;

/** A run at its default severity in which the guest prints this log, with no step to meet. */
export const judged: Reader = ({ log }) => {
  const judge = new Judge(RULES);
  judge.start();
  judge.push({ type: 'output', time: 0, stream: 'console', bytes: log });
  judge.push({ type: 'end-of-log', time: 0 });
  const { verdict } = judge;
  if (verdict === undefined) throw new Error('the judge gave no verdict');
  const { diagnosis, phase } = verdict;
  if (diagnosis === undefined) return { says: 'nothing', title: '', cause: '', phase };
  return answer(diagnosis);
};

/** What a user who says nothing of severities gets; the step only makes the scenario valid. */
const RULES: JudgeRules = {
  ...parseScenario(
    'goldens',
    '{ version: 1, stop: on-exit, td-evidence: optional, steps: [{ expect: x }] }',
    '/',
  ).scenario.rules,
  steps: [],
};

/** `tdx-boot diagnose --stream` of this origin, by default the one that the golden has. */
export const diagnosed =
  (origin?: LogOrigin): Reader =>
  (golden) => {
    const reader = new LogReader(origin ?? golden.origin);
    reader.push(golden.log);
    const { diagnosis, phase = '' } = reader.end();
    return diagnosis === undefined ? { says: 'nothing', title: '', cause: '', phase } : answer(diagnosis);
  };

function answer(diagnosis: { certainty: string; title: string; cause: string; phase: string }): Answer {
  const { certainty, title, cause, phase } = diagnosis;
  return { says: certainty === 'unknown' ? 'unknown' : 'known', title, cause, phase };
}

/** Whether a cause is an id that can be compared, and no sentence. */
export function isId(cause: string | undefined): cause is string {
  return cause !== undefined && (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(cause) || IDS.has(cause));
}

const IDS: ReadonlySet<string> = new Set(SIGNATURES.map(({ id }) => id));
