/**
 * The post step: removes what a killed main step has left behind: its machines, its work directory, its build. Where the
 * main step has saved no state, the post step only removes abandoned builds from the store.
 */

import type { Consumer } from '../boot/delivery.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { textAt } from '../process/directory.ts';
import { killGroup, killThoseIn } from '../process/kill.ts';
import { removeWorkDir } from '../process/work-dir.ts';
import { asRecord } from '../words/json.ts';
import { annotate, getState, saveState } from './job.ts';
import { annotateLeftovers } from './warn.ts';

const WORK_DIR = 'workDir';
const MACHINES = 'machines';

/** Tells the post step which directory a killed main step would leave. */
export function saveWorkDir(directory: string): void {
  saveState(WORK_DIR, directory);
}

/** Tells the post step which processes are the VMMs that run. */
export class MachineNotes {
  readonly #running = new Set<SavedMachine>();

  /** A consumer of one run. */
  ofRun(): Consumer {
    let machine: SavedMachine | undefined;
    return {
      name: "the post step's note",
      on: (event) => {
        if (event.type === 'launch') {
          machine = { pid: event.pid, args: event.argv.slice(1) };
          this.#running.add(machine);
        } else if (event.type === 'verdict' && machine !== undefined) this.#running.delete(machine);
        else return;
        saveState(MACHINES, JSON.stringify([...this.#running]));
      },
    };
  }
}

export async function post(): Promise<void> {
  for (const machine of parseMachines(getState(MACHINES)).filter(isRunning)) {
    annotate('warning', `the VMM (process ${machine.pid}) was still running and has been killed`);
    killGroup(machine.pid);
  }
  const directory = getState(WORK_DIR);
  if (directory !== '') {
    killThoseIn(directory);
    removeWorkDir(directory);
    annotateLeftovers();
  }
  await new Store(defaultRoot(), { listener: () => undefined }).sweep();
}

interface SavedMachine {
  readonly pid: number;
  readonly args: readonly string[];
}

function parseMachines(text: string): SavedMachine[] {
  const list: unknown = text === '' ? [] : JSON.parse(text);
  return (Array.isArray(list) ? list : []).flatMap((value: unknown) => {
    const { pid, args } = asRecord(value) ?? {};
    return typeof pid === 'number' && Array.isArray(args) ? [{ pid, args: args.map(String) }] : [];
  });
}

/** The kernel reuses process numbers, so the command line has to be the same, too (proc(5), cmdline). */
function isRunning({ pid, args }: SavedMachine): boolean {
  return textAt(`/proc/${pid}/cmdline`).endsWith(`${args.join('\0')}\0`);
}
