/** The main step: boot, judge, and say so in the job's log, as annotations, in the summary and as outputs. */

import { resolve } from 'node:path';
import { readInputs } from './inputs.ts';
import { getInput, setOutputs } from './job.ts';
import { outputsOfRefusal } from './outputs.ts';
import { type Begun, refuse } from './refuse.ts';
import { annotateLeftovers, warn } from './warn.ts';

export async function main(): Promise<void> {
  const begun: Begun = { name: 'tdx-boot', directory: resolve(getInput('results')) };
  try {
    const inputs = readInputs(warn);
    const { loaded } = inputs;
    // Loaded now: refusing inputs needs neither.
    if ('entries' in loaded) await (await import('./boot-suite.ts')).bootSuite(loaded, inputs, begun);
    else await (await import('./boot-one.ts')).bootOne(loaded, inputs, begun);
  } catch (error) {
    setOutputs(outputsOfRefusal(await refuse(error, begun.name), begun.directory));
  } finally {
    annotateLeftovers();
  }
}
