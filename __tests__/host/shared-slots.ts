/** A directory of slots for a test, and the processes that take slots in this directory. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type SlotRequest, slotsDirectory } from '../../src/host/slots.ts';

const SOURCE = join(import.meta.dirname, '../../src/host/slots.ts');
export const GIB = 2 ** 30;
/** Bytes of the host's memory, as the tests' requests have them. */
export const TOTAL = 1024 * GIB;

interface Started {
  readonly child: ChildProcess & { readonly stdin: Writable; readonly stdout: Readable };
  readonly lines: Interface;
}

export interface Runner {
  readonly pid: number;
  /** The next line that it prints. */
  says(): Promise<string>;
  /** Its holder ends in the way of a good run. */
  end(): Promise<void>;
  kill(): Promise<void>;
}

/** What a runner asks for; memory in bytes. */
interface RunnerOptions {
  readonly limit?: number;
  readonly memory?: number;
  readonly available?: number;
  readonly waitMs?: number;
}

export class SharedSlots {
  /** The directory around `directory`, with the rights that /dev/shm has. */
  readonly shared = mkdtempSync(join(tmpdir(), 'tdx-boot-slots-'));
  readonly directory: string;
  readonly #children: ChildProcess[] = [];

  constructor() {
    chmodSync(this.shared, 0o1777);
    this.directory = slotsDirectory([this.shared]);
  }

  /** Kills the processes that a test has started, and removes the directory. */
  remove(): void {
    for (const child of this.#children.splice(0)) child.kill('SIGKILL');
    rmSync(this.shared, { recursive: true, force: true });
  }

  request(more: Partial<SlotRequest> = {}): SlotRequest {
    return {
      directory: this.directory,
      limit: 1,
      memory: GIB,
      total: TOTAL,
      available: () => 100 * GIB,
      waitMs: 600_000,
      onWait: () => undefined,
      ...more,
    };
  }

  /** A program in which `body` finds the functions of slots, the directory, and a request for one byte. */
  program(body: string, source = SOURCE): string {
    return `
      import { heldMemory, takeSlot } from ${JSON.stringify(source)};
      const directory = ${JSON.stringify(this.directory)};
      const request = { directory, limit: 1, memory: 1, total: ${TOTAL}, waitMs: 600_000,
        available: () => undefined, onWait: () => undefined };
      ${body}`;
  }

  /** Another process that runs `body` in such a program. */
  start(body: string): Started {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', this.program(body)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return { child, lines: createInterface(child.stdout) };
  }

  /** Another process that takes a slot, prints `held`, and keeps it until its input ends. Prints what it waits for, too. */
  runner({ limit = 1, memory = GIB, available = 100 * GIB, waitMs = 60_000 }: RunnerOptions = {}): Runner {
    const { child, lines } = this.start(`
      try {
        const slot = await takeSlot({
          ...request, limit: ${limit}, memory: ${memory}, waitMs: ${waitMs},
          available: () => ${available},
          onWait: (reason) => console.log('waits: ' + reason),
        });
        console.log('held');
        process.stdin.on('end', () => { slot.release(); }).resume();
      } catch (error) {
        console.log(error.code + ': ' + error.message);
        process.stdin.on('end', () => undefined).resume();
      }`);
    const said = lines[Symbol.asyncIterator]();
    return {
      pid: child.pid ?? 0,
      says: async () => String((await said.next()).value),
      end: async () => {
        child.stdin.end();
        await once(child, 'close');
      },
      kill: async () => {
        child.kill('SIGKILL');
        await once(child, 'close');
      },
    };
  }

  /** A runner that has its slot. */
  async held(options: RunnerOptions = {}): Promise<Runner> {
    const runner = this.runner(options);
    const said = await runner.says();
    if (said !== 'held') throw new Error(`a slot was expected, and the runner says: ${said}`);
    return runner;
  }
}
