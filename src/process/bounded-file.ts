/** Reads a whole file of bounded size: a device, a directory or a file that is too large is refused before it is read. */

import { closeSync, fstatSync, type Stats } from 'node:fs';
import { messageOf, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { openToRead, readChunk, readFirst } from './read-chunk.ts';

interface Bounds {
  /** As in "cannot read the firmware". */
  readonly what: string;
  /** The most bytes that are read. */
  readonly most: number;
}

const CHUNK = 1024 * 1024;

/**
 * Reads a regular file, or a pipe to its end. A pipe without a writer is given up after 2 s.
 * @throws UsageError code `no-file` (with `where`) when it cannot be read or is no file, `too-large`
 */
export function readBounded(file: string, bounds: Bounds): Buffer {
  try {
    const descriptor = openToRead(file);
    try {
      return readAll(descriptor, file, bounds, readFirst);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const facts = { where: file, cause: error };
    throw new UsageError('no-file', `cannot read ${bounds.what}: ${messageOf(error, file)}`, facts);
  }
}

/**
 * Reads a file of JSON, as {@link readBounded} does.
 * @throws UsageError code `no-file` or `too-large`; SyntaxError
 */
export function readJson(file: string, bounds: Bounds): unknown {
  return JSON.parse(readBounded(file, bounds).toString('utf8'));
}

/**
 * Reads an open descriptor to its end.
 * @param name of the file, for errors
 * @param first reads the first piece
 * @throws UsageError code `no-file` or `too-large`; errors of the system as they are
 */
export function readAll(descriptor: number, name: string, bounds: Bounds, first = readChunk): Buffer {
  const stat = fstatSync(descriptor);
  if (isDevice(stat)) {
    const message = `cannot read ${bounds.what}: this is a device`;
    throw new UsageError('no-file', message, { where: name, hint: 'Name a file or a pipe.' });
  }
  if (stat.size > bounds.most) throw tooLarge(name, bounds, `${stat.size} bytes`);
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    // One byte more than the file has: so its end is seen without another buffer.
    const chunk = Buffer.allocUnsafe(chunks.length === 0 ? Math.max(stat.size + 1, 0x1_0000) : CHUNK);
    const read = (chunks.length === 0 ? first : readChunk)(descriptor, chunk).length;
    if (read === 0) return chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
    length += read;
    if (length > bounds.most) throw tooLarge(name, bounds, 'more than that');
    chunks.push(chunk.subarray(0, read));
  }
}

/** A device may give bytes without an end. */
export function isDevice(stat: Stats): boolean {
  return stat.isBlockDevice() || stat.isCharacterDevice();
}

function tooLarge(where: string, { what, most }: Bounds, has: string): UsageError {
  return new UsageError('too-large', `${what}: ${has}; at most ${most} bytes are read`, {
    where,
    hint: 'Is it the right file?',
  });
}

/**
 * Runs `body`, which reads the content of a file, and adds the file's name to its errors.
 * @param only the code of the errors that are of this file; absent: all are
 */
export function inFile<T>(file: string, body: () => T, only?: string): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof UsageError) || error.where !== undefined) throw error;
    const { code, message, hint } = error;
    if (only !== undefined && code !== only) throw error;
    throw new UsageError(code, message, { where: file, cause: error, ...given({ hint }) });
  }
}

/**
 * Calls `read` with a file that is not read as a whole.
 * @throws UsageError code `no-file` when the system says no
 */
export function readFrom<T>(file: string, what: string, read: (file: string) => T): T {
  try {
    return read(file);
  } catch (error) {
    throw new UsageError('no-file', `cannot read ${what}: ${messageOf(error, file)}`, {
      where: file,
      cause: error,
    });
  }
}
