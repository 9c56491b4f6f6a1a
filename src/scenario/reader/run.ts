/** A `run:` step of a scenario file, with final values. */

import { given } from '../../words/given.ts';
import { durationGiven } from '../../words/units.ts';
import type { RunStream } from '../../words/words.ts';
import type { Expect, Run, Where } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';

export type RunKeys = Extract<NonNullable<ScenarioFile['steps']>[number], { run: unknown }>;

/**
 * A script goes to the shell of the guest as one argument. With `-e` a command that fails in its middle ends the script, as in
 * a `run` of GitHub's workflows: without, the last command alone would decide.
 */
const SHELL = ['/bin/sh', '-e', '-c'] as const;

/**
 * @param stream where the output goes
 * @param output what the output has to show, without a stream
 */
export function readRun(step: RunKeys, stream: RunStream, output: Expect | undefined, where: Where): Run {
  const { run, within, env = {}, exit = 0, 'working-directory': directory } = step;
  return {
    kind: 'run',
    stream,
    command: { argv: typeof run === 'string' ? [...SHELL, run] : run, env, ...given({ directory }) },
    shown: typeof run === 'string' ? run : run.join(' '),
    exit: typeof exit === 'number' ? [exit] : exit,
    where,
    ...given({ withinMs: durationGiven(within), output: output && { ...output, stream } }),
  };
}
