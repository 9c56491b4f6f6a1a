/** What every command gets, and what it returns. */

import { constants } from 'node:os';
import type { Printer } from '../report/printer.ts';

export interface Streams {
  readonly out: Printer;
  readonly error: Printer;
}

/** Exit codes for `git bisect run` and scripts: 125 means "this could not be tested". */
export const EXIT = { passed: 0, failed: 1, usage: 2, errored: 125 } as const;

/** The exit code of a command that a signal has ended, as shells count. */
export function exitOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
