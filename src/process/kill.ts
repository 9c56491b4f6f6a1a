/** Ends a program with everything that it has started. */

import { codeOf } from '../words/errors.ts';

/** Kills a process group; one that is gone already is fine. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
