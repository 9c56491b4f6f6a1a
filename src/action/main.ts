/** The main step: boot, judge, and say so in the job's log, as annotations, in the summary and as outputs. */

import { resolve } from 'node:path';
import { bootOne } from './boot-one.ts';
import { bootSuite } from './boot-suite.ts';
import { readInputs } from './inputs.ts';
import { getInput, setOutputs } from './job.ts';
import { outputsOfRefusal } from './outputs.ts';
import { type Begun, refuse } from './refuse.ts';
import { warn } from './warn.ts';

export async function main(): Promise<void> {
  const begun: Begun = { name: 'tdx-boot', directory: resolve(getInput('results')) };
  try {
    const inputs = readInputs(warn);
    const { loaded } = inputs;
    await ('entries' in loaded ? bootSuite(loaded, inputs, begun) : bootOne(loaded, inputs, begun));
  } catch (error) {
    setOutputs(outputsOfRefusal(await refuse(error, begun.name), begun.directory));
  }
}
