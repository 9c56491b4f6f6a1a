/** Ends a program with everything that it has started. */

import { codeOf } from '../words/errors.ts';

/** The process groups that this process has started and that are not known to be gone. */
const groups = new Set<number>();

/** Notes a group that this process has started. @returns to be called when the group is gone */
export function noteGroup(pid: number): () => void {
  groups.add(pid);
  return () => groups.delete(pid);
}

/** Kills every group that was noted: for a process that ends without waiting for anything. */
export function killNotedGroups(): void {
  for (const pid of groups) killGroup(pid);
}

/** Kills a process group; one that is gone already is fine. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
