/** A two-way channel to a VMM over two named pipes: a VMM that waits while a pipe is full loses nothing. */

import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { ask } from '../process/ask.ts';
import { HostError } from '../words/errors.ts';
import type { LaunchPlan } from './plan.ts';

/** Longest time to make named pipes, in milliseconds. */
const MAKE_MS = 10_000;
/** Bytes that a pipe holds (pipe(7)). */
const PIPE_BYTES = 65536;
/**
 * After a read, further bytes wait for this time, in milliseconds: a VMM writes a serial port byte by byte, and a write that wakes
 * a reader takes as long as several that do not.
 */
export const COLLECT_MS = 2;

/**
 * Makes the named pipes of each channel, `<path>.in` and, where the VMM does not write to a file, `<path>.out`, which only this
 * user can open. Pipes that are there are kept: a program makes them, so a run begins with that while it makes other files.
 * @throws HostError code `vmm-not-started`
 */
export async function makeFifos({
  fifos,
  writesFiles,
}: Pick<LaunchPlan, 'fifos' | 'writesFiles'>): Promise<void> {
  const ends = writesFiles === true ? ['in'] : ['in', 'out'];
  const paths = [...fifos.values()].flatMap((path) => ends.map((end) => `${path}.${end}`));
  const pipes = paths.filter((path) => !existsSync(path));
  if (pipes.length === 0) return;
  const options = { kind: 'tool', deadlineMs: MAKE_MS } as const;
  const { code, stderr } = await ask(['mkfifo', '-m', '600', '--', ...pipes], options);
  if (code === 0) return;
  throw new HostError('vmm-not-started', `no named pipes for the VMM: ${stderr.trim()}`, {
    hint: 'Set RUNNER_TEMP or TMPDIR to a directory of a file system with named pipes.',
  });
}

/** What the VMM reads from `<path>.in`. */
export function typedInto(path: string): Writable {
  // Opening the pipe only for writing would fail (ENXIO) until the VMM has opened it for reading.
  const fd = openSync(`${path}.in`, constants.O_RDWR | constants.O_NONBLOCK);
  return new Socket({ fd, readable: false, writable: true });
}

export class Fifo {
  /** What the VMM writes into `<path>.out`. */
  readonly reader: Readable;
  /** What the VMM reads from `<path>.in`. */
  readonly writer: Writable;
  #keeper: number | undefined;

  /** @param path one for which `makeFifos` has made the pipes; the VMM opens them by this path */
  constructor(path: string) {
    const out = openSync(`${path}.out`, constants.O_RDONLY | constants.O_NONBLOCK);
    // A pipe ends for its reader when no process has it open for writing. We keep it open until the VMM is gone.
    this.#keeper = openSync(`${path}.out`, constants.O_WRONLY);
    this.reader = new CollectedBytes(out);
    this.writer = typedInto(path);
  }

  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release(): void {
    if (this.#keeper !== undefined) closeSync(this.#keeper);
    this.#keeper = undefined;
    this.writer.destroy();
  }

  /** To be called when no VMM was started. */
  discard(): void {
    this.release();
    this.reader.destroy();
  }
}

/** Reads a pipe, and after a read waits for {@link COLLECT_MS}. While somebody has paused the reader, the pipe is not read. */
class CollectedBytes extends Readable {
  readonly #pipe: Socket;
  #timer: NodeJS.Timeout | undefined;

  constructor(fd: number) {
    super({ highWaterMark: 1 });
    const buffer = Buffer.alloc(PIPE_BYTES);
    const callback = (length: number): boolean => {
      this.push(Buffer.from(buffer.subarray(0, length)));
      return false;
    };
    // lib/net.js of Node 20 and later takes `onread` here; the types know it for connect() alone. A stream without it reads on
    // while it is paused, until it holds 64 KiB.
    const options = { fd, readable: true, writable: false, onread: { buffer, callback } };
    this.#pipe = new Socket(options);
    this.#pipe.on('end', () => this.push(null)).on('error', (error) => this.destroy(error));
  }

  override _read(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pipe.resume(), COLLECT_MS);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    this.#pipe.destroy();
    done(error);
  }
}
