/** Ends a program with everything that it has started. */

import { readFileSync } from 'node:fs';
import { codeOf } from '../words/errors.ts';
import { namesIn } from './directory.ts';

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

/** Stops every group that was noted, calls `meanwhile`, and lets the groups go on. */
export function whileStopped(meanwhile: () => void): void {
  const stopped = [...groups];
  for (const pid of stopped) signalGroup(pid, 'SIGSTOP');
  try {
    meanwhile();
  } finally {
    for (const pid of stopped) signalGroup(pid, 'SIGCONT');
  }
}

/** Kills a process group; one that is gone already is fine. */
export function killGroup(pid: number): void {
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/**
 * Kills every process of this user that keeps its temporary files (TMPDIR) in a directory. That finds the VMM behind a wrapper
 * which gave it a process group of its own, as setsid(1) and timeout(1) do, and which has ended.
 * @param directory the private directory of a run, as src/process/work-dir.ts names it: nothing is done for another, which
 *   others may use
 */
export function killThoseIn(directory: string): void {
  if (!/\/tdx-boot-[^/]/.test(directory)) return;
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    try {
      const variables = `\0${readFileSync(`/proc/${name}/environ`, 'latin1')}`;
      const theirs = [`\0TMPDIR=${directory}\0`, `\0TMPDIR=${directory}/`];
      if (theirs.some((text) => variables.includes(text))) process.kill(Number(name), 'SIGKILL');
    } catch {
      // The process has ended, or is another user's.
    }
  }
}
