/**
 * A two-way channel to QEMU of which no byte is lost, however long nobody reads: QEMU writes what the guest prints to a file.
 * QEMU drops output that finds no room in a pipe or a socket, which can be full (hw/char/virtio-console.c, flush_buf; hw/char/serial.c,
 * serial_xmit, after four tries). A chardev of type pipe opens `<path>.out` for writing, whatever that is (chardev/char-pipe.c).
 */

import {
  closeSync,
  constants,
  type FSWatcher,
  fstatSync,
  openSync,
  readSync,
  statfsSync,
  watch,
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { messageOf } from '../words/errors.ts';
import { COLLECT_MS, typedInto } from './fifo.ts';

/** Longest read, in bytes. */
const PIECE = 65536;
/** After a read of so many bytes, the next follows at once. */
const MUCH = PIECE / 4;
/** How many bytes may wait in the file, so that a hostile guest cannot fill the disk. */
const BACKLOG = 8 * 1024 * 1024;
/** How often the file is looked at while the kernel is to tell of new bytes, and where the kernel cannot, in milliseconds. */
const LOOK_MS = 250;
const UNTOLD_MS = 8;

export interface Told {
  /** Bytes may be lost. */
  readonly onLost: (detail: string) => void;
  /** The VMM writes faster than the file is read, or no longer does. */
  readonly onBehind: (behind: boolean) => void;
}

export class OutputFile {
  /** What the VMM writes to `<path>.out`. */
  readonly reader: GrowingFile;
  /** What the VMM reads from `<path>.in`. */
  readonly writer: Writable;

  /** @param path one for which `makeFifos` has made `<path>.in`; the VMM opens both by this path */
  constructor(path: string, told: Told) {
    this.reader = new GrowingFile(`${path}.out`, told);
    this.writer = typedInto(path);
  }

  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release(): void {
    this.writer.destroy();
    this.reader.release();
  }

  /** To be called when no VMM was started. */
  discard(): void {
    this.writer.destroy();
    this.reader.destroy();
  }
}

/** Reads a file that another process makes longer. While somebody has paused the reader, the file is not read. */
class GrowingFile extends Readable {
  readonly #path: string;
  readonly #fd: number;
  readonly #told: Told;
  readonly #buffer = Buffer.alloc(PIECE);
  #position = 0;
  /** Bytes of the last read. */
  #last = 0;
  #behind = false;
  #released = false;
  #timer: NodeJS.Timeout | undefined;
  #watcher: FSWatcher | undefined;
  /** When it was last seen that the disk has room, as performance.now(). */
  #roomAt = performance.now();

  constructor(path: string, told: Told) {
    super({ highWaterMark: 1 });
    this.#path = path;
    this.#fd = openSync(path, constants.O_RDONLY | constants.O_CREAT, 0o600);
    this.#told = told;
  }

  /** Nothing more is written: the stream ends after the last byte. */
  release(): void {
    this.#released = true;
    this.#look();
  }

  /**
   * Hands on what is in the file now, before it returns, but at most so many bytes.
   * @returns whether that was all
   */
  drain(bytes: number): boolean {
    const end = this.#position + bytes;
    while (this.#position < end) {
      if (this.destroyed || this.readableFlowing !== true || !this.#take()) return true;
    }
    return false;
  }

  override _read(): void {
    if (this.#last >= MUCH) setImmediate(() => this.#look());
    else this.#lookIn(COLLECT_MS);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#forget();
    closeSync(this.#fd);
    done(error);
  }

  #look(): void {
    this.#forget();
    if (this.destroyed || this.#take()) return;
    if (this.#released) this.push(null);
    else this.#await();
  }

  /** @returns whether there was anything */
  #take(): boolean {
    try {
      this.#last = readSync(this.#fd, this.#buffer, 0, PIECE, this.#position);
      this.#seeRoom();
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(messageOf(error)));
      return true;
    }
    this.#position += this.#last;
    this.#tellBehind();
    if (this.#last > 0) this.push(Buffer.from(this.#buffer.subarray(0, this.#last)));
    return this.#last > 0;
  }

  /** The kernel tells once of new bytes; then the file is read every {@link COLLECT_MS} until there are none. */
  #await(): void {
    try {
      this.#watcher = watch(this.#path, () => this.#look()).on('error', () => undefined);
    } catch {
      // This user may have no more watches (inotify(7)).
    }
    this.#lookIn(this.#watcher === undefined ? UNTOLD_MS : LOOK_MS);
    if (fstatSync(this.#fd).size > this.#position) this.#lookIn(0);
  }

  #lookIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #tellBehind(): void {
    const behind =
      this.#last === PIECE && (this.#behind || fstatSync(this.#fd).size - this.#position > BACKLOG);
    if (behind === this.#behind) return;
    this.#behind = behind;
    this.#told.onBehind(behind);
  }

  /** QEMU says nothing of what it could not write. */
  #seeRoom(): void {
    const now = performance.now();
    if (now - this.#roomAt < LOOK_MS && !this.#released) return;
    this.#roomAt = now;
    const directory = dirname(this.#path);
    const { blocks, bfree, bavail } = statfsSync(directory);
    // Some file systems count no blocks, and some of the free ones are root's.
    const free = process.geteuid?.() === 0 ? bfree : bavail;
    if (blocks === 0 || free > 0) return;
    this.#told.onLost(`the disk of ${directory} is full: what the guest has printed may be lost`);
  }
}
