/** The action's inputs as one validated scenario: a scenario file, or the inputs for the simple case. */

import { getInput, getMultilineInput } from '@actions/core';
import { stringify } from 'yaml';
import { UsageError } from '../errors.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';

/** The name under which the inputs appear where a scenario file would be named. */
export const INPUTS = 'inputs';

export interface Inputs {
  readonly loaded: LoadedScenario;
  /** Directory for logs and results. */
  readonly results: string;
}

/** Inputs that describe a scenario; each may be given only without `scenario`. */
const SIMPLE = [
  'platform',
  'firmware',
  'kernel',
  'initrd',
  'cmdline',
  'disks',
  'cpus',
  'memory',
  'expect',
  'forbid',
  'timeout',
  'silence',
  'stop',
  'fail-on',
] as const;

/**
 * Reads and validates every input.
 * @throws UsageError code `contradictory-inputs`; ScenarioError
 */
export function readInputs(): Inputs {
  const results = getInput('results');
  const file = getInput('scenario');
  const given = SIMPLE.filter((name) => getInput(name) !== '');
  if (file === '') return { loaded: parseScenario(INPUTS, scenarioText(), process.cwd()), results };
  if (given.length > 0) {
    throw new UsageError(
      'contradictory-inputs',
      `input "scenario" is given together with ${given.join(', ')}`,
      {
        hint: 'Put these settings into the scenario file, or leave "scenario" out.',
      },
    );
  }
  return { loaded: loadScenario(file), results };
}

/** The simple inputs written as the scenario file they stand for. */
function scenarioText(): string {
  const guest = {
    ...text('kernel'),
    ...text('initrd'),
    ...text('cmdline'),
    ...list('disks'),
    ...number('cpus'),
    ...text('memory'),
  };
  const expected = getMultilineInput('expect');
  return stringify({
    version: 1,
    name: 'boot',
    ...text('platform'),
    ...text('firmware'),
    guest,
    ...(expected.length === 0 ? {} : { steps: expected.map((expect) => ({ expect })) }),
    ...list('forbid'),
    ...text('timeout'),
    ...text('silence'),
    ...text('stop'),
    ...text('fail-on'),
  });
}

function text(name: (typeof SIMPLE)[number]): Record<string, string> {
  const value = getInput(name);
  return value === '' ? {} : { [name]: value };
}

function list(name: (typeof SIMPLE)[number]): Record<string, string[]> {
  const value = getMultilineInput(name);
  return value.length === 0 ? {} : { [name]: value };
}

/** A number where the text is one; anything else is left for the scenario's own validation to refuse. */
function number(name: (typeof SIMPLE)[number]): Record<string, number | string> {
  const value = getInput(name);
  if (value === '') return {};
  return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}
