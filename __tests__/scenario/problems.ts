/** Why a scenario is refused. */

import { parseScenario } from '../../src/scenario/load.ts';
import { ScenarioError } from '../../src/scenario/text.ts';

/** The error with which `read` refuses a scenario, if it refuses it. Every other error is thrown. */
export function errorOf(read: () => unknown): ScenarioError | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  return undefined;
}

/** Each problem that `read` has with a scenario, as its author is told: with file, line and column. */
export function problemsOf(read: () => unknown): string[] {
  return errorOf(read)?.message.split('\n') ?? [];
}

/** The same of a text, whose file is boot.yml. */
export function problemsIn(text: string): string[] {
  return problemsOf(() => parseScenario('boot.yml', text, '/base'));
}
