/**
 * The post step: removes what a killed main step has left behind: its machine, its work directory, its build. Where the
 * main step has saved no state, the post step only removes abandoned builds from the store.
 */

import { readFileSync, rmSync } from 'node:fs';
import { defaultRoot, Store } from '../build/store/store.ts';
import type { BootEvent } from '../judge/events.ts';
import { killGroup } from '../process/kill.ts';
import { annotate, getState, saveState } from './job.ts';

const WORK_DIR = 'workDir';
const MACHINE = 'machine';

/** Tells the post step which directory a killed main step would leave. */
export function saveWorkDir(directory: string): void {
  saveState(WORK_DIR, directory);
}

/** Tells the post step which process is the VMM. */
export function saveMachine(event: BootEvent): void {
  if (event.type !== 'launch') return;
  saveState(MACHINE, JSON.stringify({ pid: event.pid, args: event.argv.slice(1) }));
}

export async function post(): Promise<void> {
  const machine = parseMachine(getState(MACHINE));
  if (machine !== undefined && isRunning(machine)) {
    annotate('warning', `The VMM (process ${machine.pid}) was still running and has been killed.`);
    killGroup(machine.pid);
  }
  const directory = getState(WORK_DIR);
  if (directory !== '') rmSync(directory, { recursive: true, force: true });
  await new Store(defaultRoot(), { listener: () => undefined }).sweep();
}

interface SavedMachine {
  readonly pid: number;
  readonly args: readonly string[];
}

function parseMachine(text: string): SavedMachine | undefined {
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  const valid = typeof value === 'object' && value !== null && 'pid' in value && 'args' in value;
  return valid && typeof value.pid === 'number' && Array.isArray(value.args)
    ? { pid: value.pid, args: value.args.map(String) }
    : undefined;
}

/** The kernel reuses process numbers, so the command line has to be the same, too (proc(5), cmdline). */
function isRunning({ pid, args }: SavedMachine): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`${args.join('\0')}\0`);
  } catch {
    return false;
  }
}
