/** Reads the next piece of a file or of standard input. */

import { readSync } from 'node:fs';
import { codeOf } from '../words/errors.ts';

/** @returns the part of the buffer that was filled; empty at the end */
export function readChunk(fd: number, buffer: Buffer): Buffer {
  for (;;) {
    try {
      return buffer.subarray(0, readSync(fd, buffer));
    } catch (error) {
      // A pipe on standard input may be non-blocking and have nothing yet.
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
