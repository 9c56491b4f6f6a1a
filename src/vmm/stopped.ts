/** Whether somebody on this host keeps a VMM from running. */

import { textAt } from '../process/directory.ts';

/** Where each kind of control group says that it is frozen (Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/freezer-subsystem.rst). */
const FREEZERS = [
  {
    group: /^0::(.*)$/m,
    file: (path: string) => `/sys/fs/cgroup${path}/cgroup.events`,
    frozen: /^frozen 1$/m,
  },
  {
    group: /^\d+:freezer:(.*)$/m,
    file: (path: string) => `/sys/fs/cgroup/freezer${path}/freezer.state`,
    frozen: /^(?:FREEZING|FROZEN)$/m,
  },
];

/**
 * @param pid of the VMM, or of a wrapper that has started it
 * @returns who of them is stopped, and how; undefined: all may run
 */
export function stoppedIn(pid: number): string | undefined {
  // proc_pid_stat(5): state T; a debugger's state is t.
  if (/^State:\s*T/m.test(textAt(`/proc/${pid}/status`))) {
    return `has stopped process ${pid} with a signal (SIGSTOP)`;
  }
  const groups = textAt(`/proc/${pid}/cgroup`);
  for (const { group, file, frozen } of FREEZERS) {
    const path = group.exec(groups)?.[1];
    if (path !== undefined && frozen.test(textAt(file(path)))) {
      return `has frozen process ${pid} with its control group ${path}`;
    }
  }
  const children = textAt(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  for (const child of children) {
    const stopped = stoppedIn(Number(child));
    if (stopped !== undefined) return stopped;
  }
  return undefined;
}
