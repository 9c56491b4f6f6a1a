/** The inputs of the two actions, by name. `__tests__/action/inputs.test.ts` compares them with the action.yml files. */

import { SETTING_NAMES } from '../scenario/settings.ts';
import { meant } from '../scenario/text.ts';
import { UsageError } from '../words/errors.ts';

/** Inputs that say how a firmware is built. */
export const BUILD_INPUTS = [
  'firmware-build',
  'firmware-ref',
  'firmware-repository',
  'firmware-defines',
] as const;

/** Inputs that say all of a scenario without a file, and are refused beside one: they would replace its steps. */
export const JUDGING_INPUTS = ['expect', 'run', 'forbid'] as const;

/** Inputs that say how several scenarios are run, or how often one is. */
const SUITE_INPUTS = ['jobs', 'shard', 'fail-fast', 'retry', 'retry-failed', 'strict'] as const;

/** Inputs of action.yml. */
export const ACTION_INPUTS: readonly string[] = [
  'scenario',
  ...SETTING_NAMES,
  'files',
  'measurements',
  'set',
  'variables',
  ...JUDGING_INPUTS,
  ...SUITE_INPUTS,
  'install-tools',
  'require-known',
  'results',
  'history',
  'upload',
];
/** Inputs of firmware/action.yml. */
export const FIRMWARE_ACTION_INPUTS: readonly string[] = [
  'firmware',
  'pins',
  ...BUILD_INPUTS,
  'install-tools',
  'require-known',
];

/**
 * Refuses inputs that the action does not have. The runner only warns of them, and a run would pass without what a
 * misspelt `expects` asks for. The runner hands each input of this step, and no other, to the step as the variable
 * `INPUT_` and the name in capitals (actions/runner, src/Runner.Worker/Handlers/Handler.cs; nektos/act, pkg/runner/step.go, mergeEnv).
 * @throws UsageError code `unknown-input`
 */
export function requireKnown(known: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const names = Object.keys(env)
    .filter((name) => name.startsWith('INPUT_'))
    .map((name) => name.slice('INPUT_'.length).toLowerCase());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const described = unknown.map((name) => `"${name}"${meant(name, known)}`).join(', ');
  throw new UsageError('unknown-input', `unknown input ${described}`, {
    hint: `Known inputs: ${known.join(', ')}.`,
  });
}
