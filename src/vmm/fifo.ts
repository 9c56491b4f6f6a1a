/** A two-way channel to a VMM over two named pipes: deep enough that a device without flow control loses nothing. */

import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { HostError, messageOf } from '../words/errors.ts';

export class Fifo {
  /** What the VMM writes into `<path>.out`. */
  readonly reader: Readable;
  /** What the VMM reads from `<path>.in`. */
  readonly writer: Writable;
  #keeper: number | undefined;

  /**
   * Makes both pipes; the VMM opens them by path.
   * @throws HostError code `vmm-not-started`
   */
  constructor(path: string) {
    try {
      execFileSync('mkfifo', ['-m', '600', '--', `${path}.in`, `${path}.out`], { stdio: 'pipe' });
    } catch (cause) {
      throw new HostError('vmm-not-started', `no named pipes for the VMM: ${messageOf(cause)}`, { cause });
    }
    const out = openSync(`${path}.out`, constants.O_RDONLY | constants.O_NONBLOCK);
    // A pipe is at its end whenever nobody has it open for writing: we do, until the VMM is gone.
    this.#keeper = openSync(`${path}.out`, constants.O_WRONLY);
    // For reading too: for writing alone it could not be opened before the VMM reads.
    const input = openSync(`${path}.in`, constants.O_RDWR | constants.O_NONBLOCK);
    this.reader = new Socket({ fd: out, readable: true, writable: false });
    this.writer = new Socket({ fd: input, readable: false, writable: true });
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
