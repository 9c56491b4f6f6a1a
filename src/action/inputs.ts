/** The action's inputs as one validated scenario: a scenario file, or the inputs for the simple case. */

import { getBooleanInput, getInput, getMultilineInput } from '@actions/core';
import { stringify } from 'yaml';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import { FIRMWARES } from '../words/words.ts';

/** The name under which the inputs appear where a scenario file would be named. */
export const INPUTS = 'inputs';

export interface Inputs {
  readonly loaded: LoadedScenario;
  /** Install what a firmware build misses. */
  readonly installTools: boolean;
  /** Directory for logs and results. */
  readonly results: string;
}

/** How a firmware is built, by the names that it has in a scenario. */
const FIRMWARE_INPUTS = [
  'firmware-build',
  'firmware-ref',
  'firmware-repository',
  'firmware-defines',
] as const;

/** Inputs that describe a scenario; each may be given only without `scenario`. */
const SIMPLE = [
  'platform',
  'vmm',
  'vmm-ref',
  'firmware',
  'pins',
  ...FIRMWARE_INPUTS,
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
  const installTools = getBooleanInput('install-tools');
  if (file === '') {
    return { loaded: parseScenario(INPUTS, scenarioText(), process.cwd()), results, installTools };
  }
  if (given.length > 0) {
    throw new UsageError(
      'contradictory-inputs',
      `input "scenario" is given together with ${given.join(', ')}`,
      {
        hint: 'Put these settings into the scenario file, or leave "scenario" out.',
      },
    );
  }
  return { loaded: loadScenario(file), results, installTools };
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
    ...text('vmm'),
    ...text('vmm-ref'),
    ...firmware(),
    ...text('pins'),
    guest,
    ...(expected.length === 0 ? {} : { steps: expected.map((expect) => ({ expect })) }),
    ...list('forbid'),
    ...text('timeout'),
    ...text('silence'),
    ...text('stop'),
    ...text('fail-on'),
  });
}

/** The recipe with what else is said of it, or an image. */
function firmware(): object {
  const name = getInput('firmware');
  const [build, ref, repository] = FIRMWARE_INPUTS.map((input) => getInput(input));
  const defines = getMultilineInput('firmware-defines');
  if (FIRMWARE_INPUTS.every((input) => getInput(input) === '')) return text('firmware');
  if (!FIRMWARES.some((known) => known === name)) {
    const given = FIRMWARE_INPUTS.filter((input) => getInput(input) !== '').join(', ');
    throw new UsageError(
      'contradictory-inputs',
      `${given}: input "firmware" is "${name}", which is not built`,
      {
        hint: `Set "firmware" to one of ${FIRMWARES.join(', ')}, or leave ${given} out.`,
      },
    );
  }
  return {
    firmware: {
      recipe: name,
      ...(build === '' ? {} : { build }),
      ...(ref === '' ? {} : { ref }),
      ...(repository === '' ? {} : { repository }),
      ...(defines.length === 0 ? {} : { defines }),
    },
  };
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
