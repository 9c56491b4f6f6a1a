/**
 * The job that the step runs in, and the only file that knows @actions/core. Inputs and state come in here. Lines,
 * annotations, outputs and the summary leave only here, each made safe for its destination.
 */

import * as core from '@actions/core';
import type { JobOutput } from '../report/job-log.ts';
import { forLine } from '../report/safe.ts';
import type { Where } from '../scenario/scenario.ts';
import { messageOf } from '../words/errors.ts';

export { getBooleanInput, getInput, getMultilineInput, getState, saveState } from '@actions/core';

/** The log of the step. */
export const jobLog: JobOutput = {
  startGroup: (name) => core.startGroup(forLine(name)),
  endGroup: () => core.endGroup(),
  info: (text) => core.info(forLine(text)),
};

export interface Annotation {
  readonly title?: string;
  /** The place in the user's file that the annotation is about. */
  readonly where?: Partial<Where> | undefined;
}

/** An annotation of one or more lines. */
export function annotate(
  level: 'error' | 'warning',
  lines: string | readonly string[],
  { title, where = {} }: Annotation = {},
): void {
  const { file, line, column } = where;
  const text = (typeof lines === 'string' ? lines.split('\n') : lines).map(forLine).join('\n');
  const issue = level === 'error' ? core.error : core.warning;
  issue(text, {
    ...(title === undefined ? {} : { title: forLine(title) }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  });
}

/** Text that the runner shows only where its debug log is switched on. */
export function debug(text: string): void {
  core.debug(text.split('\n').map(forLine).join('\n'));
}

/** Outputs are data for other steps: their values arrive unchanged. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/**
 * Appends HTML to the summary of the step. A boot does not fail because its summary cannot be written.
 * @param html from src/report/summary.ts
 */
export async function writeSummary(html: string): Promise<void> {
  try {
    await core.summary.addRaw(html, true).write();
  } catch (error) {
    jobLog.info(`No job summary: ${messageOf(error)}`);
  }
}
