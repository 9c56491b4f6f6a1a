/** Private directories of a run: removed at its end, or by the next run when their owner was killed. */

import { lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HostError, isFull, messageOf } from '../words/errors.ts';
import { asSystemError } from '../words/system-error.ts';
import { lookAt, namesIn, textAt } from './directory.ts';
import { killThoseIn } from './kill.ts';
import { placeOf } from './places.ts';

/** What a directory is for, as its name says. */
type Purpose = 'run' | 'build' | 'kvm' | 'disk' | 'cache';

/** `tdx-boot-PURPOSE-PID-START-NAMESPACE-RANDOM`, each number in base 36: a path of a socket has at most 107 bytes. */
const OURS = /^tdx-boot-[a-z]+-([0-9a-z]+)-([0-9a-z]+)-([0-9a-z]+)-[A-Za-z0-9]{6}$/;

/** Runs `body` with a directory that only this user can read, and removes the directory. */
export async function withWorkDir<T>(purpose: Purpose, body: (directory: string) => Promise<T>): Promise<T> {
  const directory = makeWorkDir(purpose);
  try {
    return await body(directory);
  } catch (error) {
    throw namingPlace(error);
  } finally {
    removeWorkDir(directory);
  }
}

/** A write to a full disk names no file: the error of a write in a work directory gets the place of all of them. */
export function namingPlace(error: unknown): unknown {
  const call = isFull(error) ? asSystemError(error) : undefined;
  return call === undefined || call.path !== undefined
    ? error
    : Object.assign(Object(error), { path: placeOf('temporary') });
}

/**
 * Makes a directory that only this user can read, and removes the directories that killed processes have left beside it.
 * The caller removes the new directory.
 * @throws HostError code `no-work-directory`
 */
export function makeWorkDir(purpose: Purpose): string {
  const parent = placeOf('temporary');
  // Where the parent cannot be read, making a directory there fails, too, and that error says why.
  sweep(parent);
  const { pid } = process;
  const owner = [pid, startOf(pid) ?? 0, namespace()].map((number) => number.toString(36)).join('-');
  const prefix = join(parent, `tdx-boot-${purpose}-${owner}-`);
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw new HostError(
      'no-work-directory',
      `cannot make a work directory in ${parent}: ${messageOf(cause, `${prefix}XXXXXX`)}`,
      { hint: 'Set RUNNER_TEMP or TMPDIR to an existing, writable directory with space left.', cause },
    );
  }
}

/** Work directories that could not be removed, with the reason. */
const left = new Map<string, string>();

/**
 * Removes a work directory. What cannot be removed is noted for {@link takeLeftovers} and nothing is thrown: a verdict, or an
 * error, that is there already must stand.
 */
export function removeWorkDir(directory: string): void {
  try {
    removeAll(directory);
  } catch (error) {
    left.set(directory, messageOf(error, directory));
  }
}

/** Says of each work directory that could not be removed what is left and why. Each is given once. */
export function takeLeftovers(): string[] {
  // The directory of a whole suite may have gone with those of its runs.
  const still = [...left].filter(([directory]) => lookAt(directory) !== undefined);
  left.clear();
  return still.map(
    ([directory, reason]) =>
      `the work directory ${directory} cannot be removed: ${reason}\n  The next run tries again.`,
  );
}

function removeAll(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/** Removes the directories of this user's processes that have ended, and kills what they have left running. */
function sweep(parent: string): void {
  for (const name of namesIn(parent)) {
    const [, pid, start, owner] = OURS.exec(name) ?? [];
    if (pid === undefined || start === undefined || owner === undefined) continue;
    // A container may share this directory. The process numbers of its PID namespace mean nothing here.
    if (parseInt(owner, 36) !== namespace() || startOf(parseInt(pid, 36)) === parseInt(start, 36)) continue;
    const path = join(parent, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true || found.uid !== process.geteuid?.()) continue;
    try {
      killThoseIn(path);
      removeAll(path);
    } catch {
      // Another run is removing the same directory, or named it when it could not. The next run tries again.
    }
  }
}

/** When a process started, in clock ticks since the boot (proc_pid_stat(5), field 22); undefined when it is gone. */
function startOf(pid: number): number | undefined {
  const stat = textAt(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, and may contain both blanks and parentheses.
  return stat === '' ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
}

/** The number of our PID namespace. */
function namespace(): number {
  return statSync('/proc/self/ns/pid').ino;
}
