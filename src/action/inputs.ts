/** The action's inputs as one validated scenario: a scenario file, or the inputs for the simple case. */

import { stringify } from 'yaml';
import { parsePattern } from '../console/pattern.ts';
import { type LoadedScenario, loadScenario, parseScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import { FIRMWARES } from '../words/words.ts';
import { getBooleanInput, getInput, getMultilineInput } from './job.ts';
import {
  ACTION_INPUTS,
  BUILD_INPUTS,
  requireKnown,
  SIMPLE_INPUTS,
  type SimpleInput,
} from './known-inputs.ts';

/** Stands in messages where the name of a scenario file would stand. */
export const INPUTS = 'inputs';

export interface Inputs {
  readonly loaded: LoadedScenario;
  /** Install the tools that a firmware build misses. */
  readonly installTools: boolean;
  /** Directory for logs and results. */
  readonly results: string;
}

/**
 * Reads and validates every input.
 * @throws UsageError code `unknown-input` or `contradictory-inputs`; ScenarioError
 */
export function readInputs(): Inputs {
  requireKnown(ACTION_INPUTS);
  const results = getInput('results');
  const file = getInput('scenario');
  const given = SIMPLE_INPUTS.filter((name) => getInput(name) !== '');
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
    ...(expected.length === 0 ? {} : { steps: expected.map(step) }),
    ...list('forbid'),
    ...text('timeout'),
    ...text('silence'),
    ...text('stop'),
    ...text('fail-on'),
  });
}

/** Every named group of a pattern is captured, because an input cannot say which ones. */
function step(expect: string): object {
  const groups = namedGroups(expect);
  return groups.length === 0 ? { expect } : { expect, capture: groups };
}

/** Empty for a wrong pattern, which the validation of the scenario reports. */
function namedGroups(pattern: string): readonly string[] {
  try {
    return parsePattern(pattern).groups;
  } catch {
    return [];
  }
}

/** The recipe with its build inputs, or an image. */
function firmware(): object {
  const name = getInput('firmware');
  const [build, ref, repository] = BUILD_INPUTS.map((input) => getInput(input));
  const defines = getMultilineInput('firmware-defines');
  if (BUILD_INPUTS.every((input) => getInput(input) === '')) return text('firmware');
  if (!FIRMWARES.some((known) => known === name)) {
    const given = BUILD_INPUTS.filter((input) => getInput(input) !== '').join(', ');
    throw new UsageError(
      'contradictory-inputs',
      `${given}: input "firmware" is "${name}", and tdx-boot builds no firmware of that name`,
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

function text(name: SimpleInput): Record<string, string> {
  const value = getInput(name);
  return value === '' ? {} : { [name]: value };
}

function list(name: SimpleInput): Record<string, string[]> {
  const value = getMultilineInput(name);
  return value.length === 0 ? {} : { [name]: value };
}

/** A number where the text is a number. The validation of the scenario refuses any other text. */
function number(name: SimpleInput): Record<string, number | string> {
  const value = getInput(name);
  if (value === '') return {};
  return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}
