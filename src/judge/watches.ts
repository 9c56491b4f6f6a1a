/** All streams of a machine: hands what they print to who reads it, and settles the lines that the guest leaves unfinished. */

import type { LineView } from '../console/scanner.ts';
import { isGuestStream, isRunStream, type StreamName } from '../words/words.ts';
import type { Rulebook } from './rulebook.ts';
import { StreamWatch, type WatchCallbacks } from './watch.ts';

interface Reader extends WatchCallbacks {
  /** A line that is still being printed. */
  onUnfinished(watch: StreamWatch, line: LineView): void;
  /** A line that the guest has stopped printing, and that no line end has come for. */
  onPaused(watch: StreamWatch, line: LineView): void;
  /** True once there is a verdict: no stream is read on. */
  over(): boolean;
}

export class Watches {
  readonly #book: Rulebook;
  readonly #reader: Reader;
  readonly #watches = new Map<StreamName, StreamWatch>();
  /** Whose bytes are being read. */
  reading: StreamWatch | undefined;
  /** The stream of the guest, or of a command in the guest, that has printed last. */
  last: StreamName | undefined;

  constructor(book: Rulebook, reader: Reader) {
    this.#book = book;
    this.#reader = reader;
  }

  [Symbol.iterator](): Iterator<StreamWatch> {
    return this.#watches.values();
  }

  of(stream: StreamName): StreamWatch {
    const known = this.#watches.get(stream);
    if (known !== undefined) return known;
    const watch = new StreamWatch(stream, this.#book, this.#reader);
    this.#watches.set(stream, watch);
    return watch;
  }

  /** The last lines of a stream, oldest first; empty for a stream that has printed nothing. */
  recentLines(stream: StreamName, count: number): string[] {
    return this.#watches.get(stream)?.recentLines(count) ?? [];
  }

  /** The output of a typed command is read within that of the console. */
  read(stream: StreamName, bytes: Uint8Array): void {
    const watch = this.of(stream);
    if (isGuestStream(stream) || isRunStream(stream)) this.last = stream;
    const outer = this.reading;
    this.reading = watch;
    watch.push(bytes);
    const tail = this.#reader.over() ? undefined : watch.tail();
    if (tail === undefined) watch.tailSettled = true;
    else this.#reader.onUnfinished(watch, tail);
    this.reading = outer;
  }

  /** The unfinished line of a stream is judged as if it were finished. */
  settle(watch: StreamWatch): void {
    watch.tailSettled = true;
    const tail = watch.tail();
    if (tail === undefined) return;
    this.#reader.onPaused(watch, tail);
    watch.lookAtSeam(tail);
  }

  /** The same of each stream. @param except the one that is being read */
  settleAll(except?: StreamWatch): void {
    for (const watch of this) if (watch !== except) this.settle(watch);
  }

  /** Nothing that is printed by now answers the steps that follow, except on the stream that is being read. */
  readAll(): void {
    for (const watch of this) if (watch !== this.reading) watch.readAll();
  }

  /** No stream prints any more. */
  end(): void {
    for (const watch of this) if (!this.#reader.over()) watch.end();
  }
}
