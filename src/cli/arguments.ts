/** Arguments that several commands take. */

import { InvalidArgumentError } from 'commander';

/** What stands in the help for a scenario. */
export const SCENARIO = 'scenario file, results directory of a run, or - for standard input';

/** The values of an option that may be given several times. */
export function repeated(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a number of 1 or more.');
  return Number(text);
}
