/** What runs for a test, found in /proc: nothing may be left when the test is over. */

import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FoundProcess {
  pid: number;
  args: string[];
}

/** Processes that carry a path below `dir` in their arguments or environment. */
export function processesOf(dir: string): FoundProcess[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    const pid = Number(name); // NaN for what is no process: nothing can be read there
    try {
      const args = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const environ = fs.readFileSync(`/proc/${pid}/environ`, 'utf8');
      // A zombie has no arguments: it is gone, whoever should reap it.
      const mine = args !== '' && (args + environ).includes(`${dir}/`);
      return mine ? [{ pid, args: args.split('\0').slice(0, -1) }] : [];
    } catch {
      return []; // ended in between, or belongs to another user
    }
  });
}

/** The command lines of the processes that this one has started, as far as they still run. */
export function ownChildren(): string[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    try {
      // The name in parentheses may hold anything, a parenthesis too.
      const stat = fs.readFileSync(`/proc/${Number(name)}/stat`, 'utf8');
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(parent) !== process.pid) return [];
      const args = fs
        .readFileSync(`/proc/${Number(name)}/cmdline`, 'utf8')
        .split('\0')
        .slice(0, -1);
      return args.length === 0 ? [] : [args.join(' ')];
    } catch {
      return []; // no process, or ended in between
    }
  });
}

/** What is left of them when they have had time to go: a killed process may be seen for a moment. */
export async function lingering(dir: string): Promise<FoundProcess[]> {
  const deadline = performance.now() + 300_000;
  while (processesOf(dir).length > 0 && performance.now() < deadline) await sleep(5);
  return processesOf(dir);
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {} // ended in between
}
