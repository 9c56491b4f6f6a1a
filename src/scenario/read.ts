/** Reads the file of a scenario, which may be anything that a path can name. */

import { closeSync, fstatSync, type Stats } from 'node:fs';
import { openToRead, readChunk } from '../process/read-chunk.ts';
import { codeOf, messageOf, UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';

/** Longest scenario, in bytes. A scenario of a thousand steps has 60,000. */
export const SCENARIO_LIMIT = 256 * 1024;

/** Names standard input instead of a file. */
export const STDIN = '-';

/**
 * The text of standard input, or of a regular file of at most {@link SCENARIO_LIMIT} bytes. Another kind of file is refused: a pipe or
 * a terminal may never end.
 * @param what it is, for the error
 * @throws UsageError code `no-scenario`
 */
export function readScenario(file: string, what = 'scenario'): string {
  try {
    return textOf(file);
  } catch (error) {
    // ENXIO means that the path is a socket, or a pipe or device whose other end is missing.
    const why =
      codeOf(error) === 'ENXIO' ? `${quote(file)} is a socket or a device, not a file` : messageOf(error);
    throw new UsageError('no-scenario', `cannot read the ${what}: ${why}`, { cause: error });
  }
}

function textOf(file: string): string {
  if (file === STDIN) return decode('standard input', readUpTo(0, SCENARIO_LIMIT + 1));
  const fd = openToRead(file);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Error(`${quote(file)} is ${kindOf(stats)}, not a file`);
    return decode(quote(file), readUpTo(fd, SCENARIO_LIMIT + 1));
  } finally {
    closeSync(fd);
  }
}

function readUpTo(fd: number, limit: number): Uint8Array {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const bytes = readChunk(fd, buffer.subarray(length));
    if (bytes.length === 0) break;
    length += bytes.length;
  }
  return buffer.subarray(0, length);
}

/** @param file its name in messages */
function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length > SCENARIO_LIMIT) {
    throw new Error(`${file} has more than ${SCENARIO_LIMIT / 1024} KiB`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not a text in UTF-8`);
  }
  if (text.includes('\0')) throw new Error(`${file} is not a text`);
  return text;
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}
