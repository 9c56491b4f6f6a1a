/** Ends a program and everything that it has started. */

import { codeOf } from '../words/errors.ts';

/** Kills a process group, if it still exists. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
