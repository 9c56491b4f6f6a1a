/** How the action says that it could not do its part: one annotation for each problem, where it is. */

import * as core from '@actions/core';
import { forJobLog, forTerminal } from '../report/safe.ts';
import { formatWhere, ScenarioError } from '../scenario/text.ts';
import { formatError, messageOf, TdxBootError } from '../words/errors.ts';
import { INPUTS } from './inputs.ts';

/** Bad inputs, or a host that cannot run this at all. */
export function refuse(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof ScenarioError) {
    for (const { where, message } of error.problems) {
      const inFile = where.file !== INPUTS;
      const place = inFile ? { file: where.file, startLine: where.line, startColumn: where.column } : {};
      const text = inFile ? `${formatWhere(where)}: ${message}` : message;
      core.error(forTerminal(text), { title: 'tdx-boot: bad scenario', ...place });
    }
    return;
  }
  const text = error instanceof TdxBootError ? formatError(error) : `internal error: ${messageOf(error)}`;
  // A compiler's error quotes the source, which may be a stranger's.
  core.error(text.split('\n').map(forJobLog).join('\n'));
  if (error instanceof Error && error.stack !== undefined) core.debug(error.stack);
}
