/** Fetches the files that a scenario wants from its guest, when the run is decided and before the machine is stopped. */

import type { BootEvent, FileEvent } from '../judge/events.ts';
import { unlessAborted, within } from '../process/together.ts';
import type { Collect } from '../scenario/scenario.ts';
import type { FileCallbacks } from '../vmm/agent.ts';
import type { Machine } from '../vmm/machine.ts';
import { counted } from '../words/units.ts';

/** The machine whose guest has the files. */
type Giver = Pick<Machine, 'collect' | 'gone'>;

/** How long an agent may take to become ready, in milliseconds: a login prompt may come before it. */
const READY_MS = 5000;
/** How often to look whether the agent is ready, in milliseconds. */
const LOOK_MS = 50;
/** How many of the files that were left out are told one by one. */
const MOST_LEFT_OUT = 100;

const GONE = 'the guest was gone';
const CANCELLED = 'the run was cancelled';

interface Ways {
  tell(event: BootEvent): void;
  /** The time of the events, in milliseconds. */
  readonly time: number;
  readonly signal: AbortSignal | undefined;
}

/** Returns when all files have come, the time for them is over, the guest is gone, or the run is cancelled; says which. */
export async function collectFiles(machine: Giver, request: Collect, ways: Ways): Promise<void> {
  const { tell, time, signal } = ways;
  const notice = (message: string): void => tell({ type: 'notice', time, message });
  const taker = new Taker(request, (event) => tell({ ...event, time }));
  const obstacle = await ask(machine, request, taker, signal);
  if (obstacle !== undefined) {
    notice(`no files were collected: ${obstacle}`);
    return;
  }
  const end = await firstOf(machine, taker.collected, request.withinMs, signal);
  taker.close(end);
  const { files, bytes, leftOut } = taker;
  const rest = leftOut === 0 ? '' : `; ${leftOut} left out or cut, see files.json`;
  const early = end === undefined ? '' : `, then ${end}`;
  notice(`collected ${counted(files, 'file')}, ${bytes} bytes${rest}${early}`);
}

/** Asks the agent as soon as it is ready. @returns why it was not asked */
async function ask(
  machine: Giver,
  request: Collect,
  taker: Taker,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const never = new Promise<never>(() => undefined);
  for (let waited = 0; waited <= READY_MS; waited += LOOK_MS) {
    if (machine.collect(request, taker)) return undefined;
    const end = await firstOf(machine, never, LOOK_MS, signal);
    if (end === GONE || end === CANCELLED) return end;
  }
  return 'no agent answered in the guest';
}

/** @returns undefined when `done` was first, else what was */
function firstOf(
  machine: Giver,
  done: Promise<void>,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const first = Promise.race([done.then(() => undefined), machine.gone.then(() => GONE)]);
  const late = `the time for it was over (${ms / 1000} s)`;
  return within(ms, unlessAborted(signal, first, CANCELLED), late);
}

type Untimed<E> = E extends FileEvent ? Omit<E, 'time'> : never;

/** Keeps the limits, whatever the guest does: it is asked to keep them, and may be hostile. */
class Taker implements FileCallbacks {
  files = 0;
  bytes = 0;
  /** Files that were left out or cut. */
  leftOut = 0;
  readonly collected: Promise<void>;
  #onCollected = (): void => undefined;
  readonly #limits: Collect;
  readonly #tell: (event: Untimed<FileEvent>) => void;
  #open = false;
  #closed = false;

  constructor(limits: Collect, tell: (event: Untimed<FileEvent>) => void) {
    this.#limits = limits;
    this.#tell = tell;
    this.collected = new Promise((resolve) => {
      this.#onCollected = resolve;
    });
  }

  onFile(path: string): void {
    this.onFileEnd('its end is missing');
    if (this.#closed) return;
    if (this.files === this.#limits.files) this.onLeftOut(path, 'EMFILE');
    else {
      this.files++;
      this.#open = true;
      this.#tell({ type: 'file', path });
    }
  }

  onData(bytes: Uint8Array): void {
    if (!this.#open) return;
    const taken = bytes.subarray(0, this.#limits.bytes - this.bytes);
    this.bytes += taken.length;
    this.#tell({ type: 'file-bytes', bytes: taken });
    if (taken.length < bytes.length) this.onFileEnd('EFBIG');
  }

  onFileEnd(error?: string): void {
    if (!this.#open) return;
    this.#open = false;
    if (error === undefined) this.#tell({ type: 'file-end' });
    else {
      this.leftOut++;
      this.#tell({ type: 'file-end', cut: this.#why(error) });
    }
  }

  onLeftOut(path: string, error: string): void {
    if (this.#closed) return;
    this.leftOut++;
    if (this.leftOut <= MOST_LEFT_OUT) this.#tell({ type: 'file-left-out', path, why: this.#why(error) });
  }

  onCollected(): void {
    this.#onCollected();
  }

  /** Nothing that comes from now on is taken. @param early why the files were not waited for any longer */
  close(early: string | undefined): void {
    this.onFileEnd(early ?? 'its end is missing');
    this.#closed = true;
  }

  #why(error: string): string {
    const { bytes, files } = this.#limits;
    if (error === 'EFBIG') return `more than ${bytes} bytes of all files together (collect.size)`;
    if (error === 'EMFILE') return `more than ${files} files (collect.files)`;
    return error === 'ENOENT' ? 'no such file' : error;
  }
}
