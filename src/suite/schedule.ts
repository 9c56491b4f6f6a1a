/** Boots at once as many guests as their host has room for. */

import { mib } from '../host/checks/capacity.ts';

/** What a guest takes of its host while it runs. */
export interface Footprint {
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
}

export interface Room extends Footprint {
  /** Guests at a time. */
  readonly jobs: number;
}

export interface Task<T> extends Footprint {
  /** Called with the reason when the task cannot start yet, once for each reason. */
  onWait?(reason: string): void;
  run(): Promise<T>;
}

/**
 * Runs every task. A task starts as soon as there is room for it, so a small one may overtake a large one; a task that
 * is larger than the host runs alone.
 * @param stopped asked before each start: no task starts any more once it says yes
 * @returns the results in the order of the tasks; undefined for a task that was not started
 * @throws what a task throws, when those that run have ended; no other task starts
 */
export async function schedule<T>(
  tasks: readonly Task<T>[],
  room: Room,
  stopped: () => boolean = () => false,
): Promise<(T | undefined)[]> {
  const results = new Array<T | undefined>(tasks.length).fill(undefined);
  const waiting = new Map(tasks.map((task, index) => [index, task]));
  const running = new Map<number, { readonly task: Task<T>; readonly ended: Promise<void> }>();
  const told = new Map<number, string>();
  const failures: unknown[] = [];

  for (;;) {
    for (const [index, task] of waiting) {
      if (stopped() || failures.length > 0) {
        waiting.clear();
        break;
      }
      const reason = whyWait(
        task,
        [...running.values()].map(({ task: other }) => other),
        room,
      );
      if (reason === undefined) {
        waiting.delete(index);
        const ended = task.run().then(
          (result) => {
            results[index] = result;
          },
          (error) => {
            failures.push(error);
          },
        );
        running.set(index, { task, ended: ended.finally(() => running.delete(index)) });
      } else if (told.get(index) !== reason) {
        told.set(index, reason);
        task.onWait?.(reason);
      }
    }
    if (running.size === 0) break;
    await Promise.race([...running.values()].map(({ ended }) => ended));
  }
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Why a guest has to wait for others, in words; undefined: there is room for it. */
function whyWait(wanted: Footprint, running: readonly Footprint[], room: Room): string | undefined {
  if (running.length === 0) return undefined;
  if (running.length >= room.jobs) return `${running.length} of ${room.jobs} guests at a time are running`;
  const cpus = running.reduce((sum, each) => sum + each.cpus, 0);
  if (cpus + wanted.cpus > room.cpus) {
    return `${cpus} of the host's ${room.cpus} CPUs have a guest, and ${wanted.cpus} are needed`;
  }
  const memory = running.reduce((sum, each) => sum + each.memory, 0);
  if (memory + wanted.memory > room.memory) {
    return `${mib(memory)} of the host's free ${mib(room.memory)} are promised to guests, and ${mib(wanted.memory)} are needed`;
  }
  return undefined;
}
