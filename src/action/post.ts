/**
 * The post step: removes what a killed main step has left behind, of its machine and of its build. Without the state that
 * a main step saves, it only removes abandoned builds from the store.
 */

import { readFileSync, rmSync } from 'node:fs';
import { defaultRoot, Store } from '../build/store/store.ts';
import type { BootEvent } from '../judge/events.ts';
import { killGroup } from '../process/kill.ts';
import { annotate, getState, saveState } from './job.ts';

const WORK_DIR = 'workDir';
const MACHINE = 'machine';

/** Lets the post step know the directory that a killed main step would leave. */
export function saveWorkDir(directory: string): void {
  saveState(WORK_DIR, directory);
}

/** Lets the post step know the VMM's process. */
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

/** Process numbers are used again, so the command line has to be the same too (proc(5), cmdline). */
function isRunning({ pid, args }: SavedMachine): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`${args.join('\0')}\0`);
  } catch {
    return false;
  }
}
