/** Reads files of any size in pieces, so that memory does not grow with them. */

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { knownContent } from '../guest/content.ts';
import { isDevice } from '../process/bounded-file.ts';
import { openToRead, readChunk, readFirst } from '../process/read-chunk.ts';
import { messageOf, UsageError } from '../words/errors.ts';

const CHUNK = 64 * 1024;
/** Longest line that is read, in bytes: every event that tdx-boot writes is shorter. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * A file, or standard input for `-`, piece by piece. The pieces share one buffer: the next piece overwrites the last one.
 * @throws UsageError code `no-log`
 */
export function* readBytes(path: string): Generator<Uint8Array> {
  const fd = path === '-' ? 0 : openLog(path);
  try {
    if (isDevice(fstatSync(fd)) && !(fd === 0 && isatty(fd))) throw noLog(path);
    const buffer = Buffer.allocUnsafe(CHUNK);
    let bytes = fd === 0 ? readChunk(fd, buffer) : firstOf(fd, buffer, path);
    requireText(path, buffer.subarray(0, bytes.length));
    for (; bytes.length > 0; bytes = readChunk(fd, buffer)) yield bytes;
  } finally {
    if (fd !== 0) closeSync(fd);
  }
}

/**
 * The finished lines of a file. A run that was killed may have left half a line at the end.
 * @param half is called when there is half a line at the end
 * @throws UsageError code `bad-recording`
 */
export function* readLines(path: string, half: () => void = () => undefined): Generator<string> {
  const pieces = new Pieces(path);
  let rest = Buffer.alloc(0);
  try {
    for (let bytes = pieces.next(CHUNK); bytes.length > 0; bytes = pieces.next(CHUNK)) {
      const block = Buffer.concat([rest, bytes]);
      let start = 0;
      for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, start)) {
        yield block.toString('utf8', start, end);
        start = end + 1;
      }
      rest = block.subarray(start);
      if (rest.length > LONGEST_LINE) {
        throw new UsageError('bad-recording', `${path} has a line of more than ${LONGEST_LINE} bytes`);
      }
    }
    if (rest.length > 0) half();
  } finally {
    pieces.close();
  }
}

/**
 * The last finished line of a file, or its last {@link CHUNK} bytes.
 * @throws UsageError code `bad-recording`
 */
export function lastLine(path: string): string {
  const pieces = new Pieces(path);
  try {
    const text = pieces.end(CHUNK).toString();
    return (
      text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .at(-2) ?? ''
    );
  } finally {
    pieces.close();
  }
}

/** A file of a recording. */
export class Pieces {
  readonly #path: string;
  readonly #fd: number;
  readonly #buffer = Buffer.allocUnsafe(CHUNK);

  /** @throws UsageError code `bad-recording` */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#fd = openSync(path, 'r');
    } catch (error) {
      throw new UsageError('bad-recording', `not a whole recording: ${messageOf(error)}`, { cause: error });
    }
  }

  /** At most so many of the next bytes; none at the end. They share one buffer. */
  next(most: number): Buffer {
    return this.#read(Math.min(most, CHUNK), null);
  }

  /** The last bytes, at most so many. */
  end(most: number): Buffer {
    const { size } = fstatSync(this.#fd);
    const length = Math.min(size, most);
    return this.#read(length, size - length);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #read(length: number, position: number | null): Buffer {
    try {
      return this.#buffer.subarray(0, readSync(this.#fd, this.#buffer, 0, length, position));
    } catch (error) {
      throw new UsageError('bad-recording', `cannot read ${this.#path}: ${messageOf(error, this.#path)}`, {
        cause: error,
      });
    }
  }
}

/**
 * Refuses a compressed log and an archive: their lines cannot be read, so a failure in them would not be found. Refuses a
 * kernel, an initrd and a disk, too, whose texts would be taken for what was printed; a script may be part of a log.
 */
function requireText(path: string, head: Buffer): void {
  const found = knownContent(head);
  if (found === undefined) return;
  const isPacked = found.group === 'compressed' || found.group === 'archive';
  if (!isPacked && !head.includes(0)) return;
  throw new UsageError('no-log', `${path} is ${found.name}, not a log`, {
    hint: isPacked
      ? 'Unpack it first, as in "zcat LOG | tdx-boot diagnose -" (xzcat, zstdcat, unzip -p).'
      : 'Name what the guest, the VMM or the host has printed.',
  });
}

/** A device, such as /dev/zero or a serial port, may never end; somebody at a terminal ends the log with Ctrl-D. */
function noLog(path: string): UsageError {
  return new UsageError('no-log', `cannot read the log ${path}: this is a device`, {
    hint: 'Name a file or a pipe, or give the log on standard input with "-".',
  });
}

function firstOf(fd: number, buffer: Buffer, path: string): Buffer {
  try {
    return readFirst(fd, buffer);
  } catch (error) {
    throw new UsageError('no-log', `cannot read the log ${path}: ${messageOf(error, path)}`, {
      cause: error,
      hint: 'Start what writes into it first, or give the log on standard input with "-".',
    });
  }
}

function openLog(path: string): number {
  try {
    if (!statSync(path).isDirectory()) return openToRead(path);
  } catch (error) {
    throw new UsageError('no-log', `cannot read the log: ${messageOf(error)}`, { cause: error });
  }
  throw new UsageError('no-log', `${path} is a directory, not a log`, {
    hint: 'Name one of its files, such as console.raw; "tdx-boot check" judges a whole recording.',
  });
}
