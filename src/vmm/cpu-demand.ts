/** How much CPU time a VMM asks for, also on a host that withholds some of it. */

import { readdirSync, readFileSync } from 'node:fs';

/** What Linux has counted of one thread so far. */
export interface ThreadTimes {
  readonly id: string;
  /** On a CPU, in milliseconds. */
  readonly ran: number;
  /** In the queue for a CPU, in milliseconds. */
  readonly waited: number;
  /** How often the thread left its CPU to wait for something. */
  readonly yielded: number;
  /** How often the thread was taken from its CPU. */
  readonly preempted: number;
}

/**
 * Reads the threads of a process (Documentation/scheduler/sched-stats.rst, Documentation/filesystems/proc.rst).
 * @returns undefined when the process is gone, or the host's kernel does not count this time (CONFIG_SCHED_INFO)
 */
export function readThreads(pid: number): ThreadTimes[] | undefined {
  try {
    return readdirSync(`/proc/${pid}/task`).map((id) => {
      const path = `/proc/${pid}/task/${id}`;
      const [ran = 0, waited = 0] = readFileSync(`${path}/schedstat`, 'utf8').split(' ').map(Number);
      const status = readFileSync(`${path}/status`, 'utf8');
      const count = (name: string): number =>
        Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]);
      return {
        id,
        ran: ran / 1e6,
        waited: waited / 1e6,
        yielded: count('voluntary_ctxt_switches'),
        preempted: count('nonvoluntary_ctxt_switches'),
      };
    });
  } catch {
    return undefined;
  }
}

/**
 * The CPU time that a process asked for between two readings, in milliseconds: what its threads used, and for how long they
 * had to wait before they could go on. The wait of a thread that wakes up for a moment and sleeps again is not counted: on a
 * loaded host an idle guest wakes up a hundred times a second, and waits each time.
 */
export function demandBetween(before: readonly ThreadTimes[], after: readonly ThreadTimes[]): number {
  const old = new Map(before.map((thread) => [thread.id, thread]));
  return after.reduce((sum, now) => {
    const { ran, waited, yielded, preempted } = old.get(now.id) ?? NEW;
    const taken = now.preempted - preempted;
    const left = now.yielded - yielded;
    // A thread that never left its CPU or its queue wants it all the time.
    const share = taken + left === 0 ? 1 : taken / (taken + left);
    return sum + (now.ran - ran) + (now.waited - waited) * share;
  }, 0);
}

const NEW: Omit<ThreadTimes, 'id'> = { ran: 0, waited: 0, yielded: 0, preempted: 0 };
