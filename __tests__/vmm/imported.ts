/** A command that is imported, with the guarantee that its scenario can be loaded. */

import { expect } from '@jest/globals';
import { stringify } from 'yaml';
import { parseScenario } from '../../src/scenario/load.ts';
import { type Import, importCommand } from '../../src/vmm/import/import.ts';
import { commandIn } from '../../src/vmm/import/words.ts';

/** The command of a text, its import, and the guarantee that the scenario can be loaded. */
export function imported(text: string, variables: Readonly<Record<string, string>> = {}): Import {
  const result = importCommand(commandIn(text));
  const steps = [{ expect: 'x' }];
  const file = stringify({ ...result.scenario, steps });
  expect(() =>
    parseScenario('imported', file, '/', { variables: new Map(Object.entries(variables)) }),
  ).not.toThrow();
  return result;
}

/** `left-out: -daemonize`, for what did not become a key. */
export function lost({ fates }: Import): string[] {
  return fates.flatMap(({ as, argument }) => (as === 'key' || as === 'own' ? [] : [`${as}: ${argument}`]));
}
