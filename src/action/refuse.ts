/** Reports that an action could not do its part: an annotation for each problem, at its place, and a summary. */

import { summarizeRefusal } from '../report/summary.ts';
import type { Where } from '../scenario/scenario.ts';
import { formatWhere, ScenarioError } from '../scenario/text.ts';
import { explainError } from '../words/errors.ts';
import { INPUTS } from './inputs.ts';
import { annotateErrors, debug, writeSummary } from './job.ts';

/** What is known of a run when it is refused. */
export interface Begun {
  name: string;
  directory: string;
}

interface Problem {
  /** The first line says what is wrong; the others say what to do. */
  readonly lines: readonly string[];
  readonly title?: string;
  readonly where?: Where;
}

/**
 * Refuses a step: its inputs are bad, or the host cannot run it.
 * @param name name of the refused run or build, for the summary
 * @returns one line that says why
 */
export async function refuse(error: unknown, name: string): Promise<string> {
  process.exitCode = 1;
  const problems = problemsOf(error);
  annotateErrors(problems);
  if (error instanceof Error && error.stack !== undefined) debug(error.stack);
  await writeSummary(
    summarizeRefusal(
      name,
      problems.map(({ lines }) => lines.join(' ')),
    ),
  );
  const [first, ...rest] = problems.map(({ lines }) => lines[0] ?? '');
  return `${first}${rest.length === 0 ? '' : ` (and ${rest.length} more)`}`;
}

function problemsOf(error: unknown): Problem[] {
  if (!(error instanceof ScenarioError)) return [{ lines: explainError(error).split('\n') }];
  return error.problems.map(({ where, message }) => ({
    lines: [where.file === INPUTS ? message : `${formatWhere(where)}: ${message}`],
    title: 'tdx-boot: bad scenario',
    where,
  }));
}
