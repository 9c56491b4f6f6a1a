/**
 * What @actions/core asks of node:crypto, which takes 10 ms to load: a text that nobody can guess, to mark where an output ends.
 * script/build.ts puts this file in the place of node:crypto there.
 */

import { closeSync, openSync, readSync } from 'node:fs';

/** @returns 128 random bits of the kernel (random(4)), as 32 hexadecimal digits: a UUID without its form */
export function randomUUID(): string {
  const fd = openSync('/dev/urandom', 'r');
  try {
    const bytes = Buffer.alloc(16);
    const read = readSync(fd, bytes);
    if (read !== bytes.length) throw new Error(`/dev/urandom gave ${read} bytes`);
    return bytes.toString('hex');
  } finally {
    closeSync(fd);
  }
}
