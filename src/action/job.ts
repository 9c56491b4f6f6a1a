/**
 * The job that the step runs in, and the only file that knows @actions/core. Inputs and state come in here. Lines,
 * annotations, outputs and the summary leave only here, each made safe for its destination.
 */

import * as core from '@actions/core';
import type { JobOutput } from '../report/job-log.ts';
import { forLine } from '../report/safe.ts';
import type { Where } from '../scenario/scenario.ts';
import { explainError, HostError, messageOf, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { quote, wholeLines } from '../words/quote.ts';

export { getInput, getMultilineInput, getState } from '@actions/core';

/** An input that is true or false; false where it is empty. @throws UsageError code `bad-input` */
export function getFlag(name: string): boolean {
  const text = core.getInput(name);
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE|)$/.test(text)) return false;
  throw new UsageError('bad-input', `input "${name}" is ${quote(text)}, which is neither true nor false`, {
    hint: `Write ${name}: true, or leave "${name}" out.`,
  });
}

/**
 * An input that is one of some words.
 * @param initial what an empty input means: the runner gives its default only where the workflow does not name the input
 * @throws UsageError code `bad-input`
 */
export function getChoice<T extends string>(name: string, known: readonly T[], initial?: T): T {
  const text = core.getInput(name) || initial;
  const found = known.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UsageError('bad-input', `input "${name}" is ${quote(text ?? '')}`, {
    hint: `Use ${known.join(', ')}.`,
  });
}

/** The log of the step. */
export const jobLog: JobOutput = {
  startGroup: (name) => core.startGroup(forLine(name)),
  endGroup: () => core.endGroup(),
  info: (text) => core.info(forLine(text)),
};

interface Annotation {
  readonly title?: string;
  /** The place that the annotation is about. Line 0 is that of an input, which stands in no file. */
  readonly where?: Partial<Where> | undefined;
}

const ISSUES = { error: core.error, warning: core.warning, notice: core.notice };

/** Longest message of an annotation, in UTF-16 units: the runner cuts at 4096 without a word (actions/runner, ExecutionContext.cs). */
const LONGEST_MESSAGE = 4096;

/** An annotation of one or more lines. */
export function annotate(
  level: keyof typeof ISSUES,
  lines: string | readonly string[],
  { title, where = {} }: Annotation = {},
): void {
  const { file, line, column } = where.line === 0 ? {} : where;
  const text = wholeLines(
    (typeof lines === 'string' ? lines.split('\n') : lines).map(forLine),
    LONGEST_MESSAGE,
    'and more: see the summary of the job',
  );
  ISSUES[level](text, {
    ...given({ title: title && forLine(title), file, startLine: line, startColumn: column }),
  });
}

/** Annotations that the runner keeps of one level and step (actions/runner, ExecutionContext.cs, _maxIssueCount). */
const MOST_ANNOTATIONS = 10;

/** Annotates each with an error, as far as a run shows annotations; the last one says how many there are beyond. */
export function annotateErrors(
  all: readonly (Annotation & { readonly lines: string | readonly string[] })[],
): void {
  const fit = all.length <= MOST_ANNOTATIONS;
  for (const { lines, ...annotation } of fit ? all : all.slice(0, MOST_ANNOTATIONS - 1)) {
    annotate('error', lines, annotation);
  }
  if (!fit) annotate('error', `and ${all.length - MOST_ANNOTATIONS + 1} more: see the summary of the job`);
}

/** Text that the runner shows only where its debug log is switched on. */
export function debug(text: string): void {
  core.debug(text.split('\n').map(forLine).join('\n'));
}

/** For the post step. @throws HostError code `no-command-file` */
export function saveState(name: string, value: string): void {
  throughFile('GITHUB_STATE', () => core.saveState(name, value));
}

/** Outputs are data for other steps: their values arrive unchanged. A step whose outputs cannot be set is errored, and goes on. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  try {
    throughFile('GITHUB_OUTPUT', () => {
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    });
  } catch (error) {
    process.exitCode = 1;
    annotate('error', `errored: ${explainError(error)}`);
  }
}

function throughFile(variable: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new HostError('no-command-file', `cannot write to the file of ${variable}: ${messageOf(cause)}`, {
      hint: `The runner names the file in ${variable}: it has to exist, and this step has to be able to write to it.`,
      cause,
    });
  }
}

/**
 * Writes the summary of the step, in place of what the step has written before. A boot does not fail because its summary
 * cannot be written.
 * @param html from src/report/summary.ts
 */
export async function writeSummary(html: string): Promise<void> {
  try {
    await core.summary.addRaw(html, true).write({ overwrite: true });
  } catch (error) {
    jobLog.info(`no job summary: ${messageOf(error)}`);
  }
}
