/** Arguments that several commands take. */

import { InvalidArgumentError } from 'commander';

/** What stands in the help for a scenario. */
export const SCENARIO = 'scenario file, results directory of a run, or - for standard input';

export function parseCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a number of 1 or more.');
  return Number(text);
}
