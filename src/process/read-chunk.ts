/** Reads files, pipes and standard input piece by piece. */

import { constants, fstatSync, openSync, readSync } from 'node:fs';
import { codeOf } from '../words/errors.ts';

/** How long a pipe may have no writer, in ms. */
const WRITER_MS = 2_000;
const POLL_MS = 5;

/**
 * Opens a file to read it. A pipe is opened at once, even before somebody writes into the pipe: read its beginning with
 * {@link readFirst}.
 */
export function openToRead(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
}

/**
 * Reads the first piece of what {@link openToRead} has opened. A pipe may take 2 s to get a writer; the writer may take as long as it
 * likes.
 * @returns the part of the buffer that was filled; empty at the end
 * @throws Error when nobody has written into a pipe
 */
export function readFirst(fd: number, buffer: Buffer): Buffer {
  const pipe = fstatSync(fd).isFIFO();
  let deadline: number | undefined;
  for (;;) {
    const bytes = readChunk(fd, buffer);
    // A pipe that nobody has opened to write into reads like one at its end.
    if (bytes.length > 0 || !pipe) return bytes;
    // The clock is asked only here: Node loads modules for it, in 1 ms to 2 ms.
    deadline ??= performance.now() + WRITER_MS;
    if (performance.now() >= deadline) {
      throw new Error(`this is a pipe, and nobody wrote into it for ${WRITER_MS / 1000} s`);
    }
    pause();
  }
}

/** @returns the part of the buffer that was filled; empty at the end */
export function readChunk(fd: number, buffer: Buffer): Buffer {
  for (;;) {
    try {
      return buffer.subarray(0, readSync(fd, buffer));
    } catch (error) {
      // A pipe that does not block may have nothing yet.
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause();
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
}
