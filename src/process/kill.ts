/** Ends a program with everything that it has started. */

import { readFileSync, readlinkSync } from 'node:fs';
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

/** Most times that the processes are looked through: those that were killed may have started others meanwhile. */
const MOST_LOOKS = 100;
/** So many times are they looked through at least where one has no environment: so does one whose execve(2) is under way. */
const LOOKS_AT_EMPTY = 5;

/**
 * Kills every process of this user that keeps its temporary files (TMPDIR) in a directory. That finds the VMM behind a wrapper
 * which gave it a process group of its own, as setsid(1) and timeout(1) do, and which has ended.
 * @param directory the private directory of a run, as src/process/work-dir.ts names it: nothing is done for another, which
 *   others may use
 */
export function killThoseIn(directory: string): void {
  if (!/\/tdx-boot-[^/]/.test(directory)) return;
  const killed = new Set<number>();
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const { found, isAnyEmpty } = lookFor(directory);
    const others = found.filter((pid) => !killed.has(pid));
    for (const pid of others) {
      killed.add(pid);
      kill(pid);
    }
    if (others.length === 0 && !(isAnyEmpty && look < LOOKS_AT_EMPTY)) return;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // The process has ended, or is another user's.
  }
}

/** The processes that keep temporary files in the directory, and whether any process has no environment. */
function lookFor(directory: string): { readonly found: readonly number[]; readonly isAnyEmpty: boolean } {
  const own = [`\0TMPDIR=${directory}\0`, `\0TMPDIR=${directory}/`];
  const found: number[] = [];
  let isAnyEmpty = false;
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    try {
      const variables = `\0${readFileSync(`/proc/${name}/environ`, 'latin1')}`;
      if (own.some((text) => variables.includes(text))) found.push(Number(name));
      // A thread of the kernel and a process that has ended have no program.
      else if (variables === '\0') isAnyEmpty ||= readlinkSync(`/proc/${name}/exe`) !== '';
    } catch {
      // The process has ended, or is another user's.
    }
  }
  return { found, isAnyEmpty };
}
