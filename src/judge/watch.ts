/** What the judge remembers of one stream: its scanner, how far the steps have read, and the lines around. */

import { LineScanner, type LineView } from '../console/scanner.ts';
import type { StreamName } from '../words/words.ts';
import type { Finding } from './events.ts';
import { quoted } from './quote.ts';
import { Recent } from './recent.ts';
import type { Rulebook } from './rulebook.ts';
import { SEAM_SIDE } from './seam.ts';
import { type NumberedLine, Transcript } from './transcript.ts';

const REPORT_LINES = 200;

export interface WatchCallbacks {
  /** A line that is finished, or that a carriage return is about to wipe: its text will not change any more. */
  onSettled(watch: StreamWatch, line: LineView): void;
  /** The first line that is too long. */
  onCut(watch: StreamWatch): void;
  /** The end of a piece of a line that is too long, with the beginning of the next piece from offset `at` on. */
  onSeam(watch: StreamWatch, text: string, at: number): void;
}

export class StreamWatch {
  readonly stream: StreamName;
  /** Time of the last output, in milliseconds; undefined before the first. */
  lastOutput: number | undefined;
  /** True once the unfinished line has been judged as if finished, because the guest paused. */
  tailSettled = false;
  /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
  readonly milestones = new Map<string, string>();
  /** Lines that follow a failure, while they are being collected. */
  report: string[] | undefined;
  readonly #scanner: LineScanner;
  readonly #transcript = new Transcript();
  /** Why every line is looked at, and not only those with a needle. */
  readonly #reasons = new Set<string>();
  readonly #recent = new Recent();
  /** What concerns the current line only: how far steps have read, and what has been reported of it. */
  #markedLine = 0;
  #from = 0;
  /** The end of what members of a group have met in the line being judged: the step behind the group starts there or later. */
  #groupEnd = 0;
  readonly #reported = new Set<string>();
  /** The end of the piece before, of the same line. */
  #pieceEnd = '';
  #wasCut = false;
  readonly #onSeam: WatchCallbacks['onSeam'];

  constructor(stream: StreamName, book: Rulebook, callbacks: WatchCallbacks) {
    this.stream = stream;
    this.#onSeam = callbacks.onSeam;
    const settled = (line: LineView): void => {
      if (this.report !== undefined && this.report.length < REPORT_LINES) this.report.push(quoted(line.text));
      if (this.#pieceEnd !== '' || line.cut) this.readEveryLine('seam', line.cut);
      callbacks.onSettled(this, line);
      this.lookAtSeam(line);
      this.#pieceEnd = line.cut ? line.text.slice(-SEAM_SIDE) : '';
      if (line.cut && !this.#wasCut) {
        this.#wasCut = true;
        callbacks.onCut(this);
      }
    };
    if (book.everyLine) this.#reasons.add('pattern');
    this.#scanner = new LineScanner(book.automaton, {
      everyLine: book.everyLine,
      onLine: (line) => {
        this.#enter(this.#scanner.lineCount);
        settled(line);
      },
      onWipe: (line) => {
        this.#enter(this.#scanner.lineCount + 1);
        settled(line);
        this.#markedLine = 0;
      },
    });
  }

  push(bytes: Uint8Array): void {
    this.tailSettled = false;
    this.#transcript.keep(bytes);
    this.#recent.keep(bytes);
    this.#scanner.push(bytes);
  }

  /** The unfinished line, entered for judging. */
  tail(): LineView | undefined {
    const tail = this.#scanner.tail();
    if (tail !== undefined) this.#enter(this.#scanner.lineCount + 1);
    return tail;
  }

  end(): void {
    this.#scanner.end();
  }

  /** Calls back with the seam before this piece of a line, which may be unfinished; does nothing where the line begins here. */
  lookAtSeam(line: LineView): void {
    const before = this.#pieceEnd;
    if (before !== '') this.#onSeam(this, before + line.text.slice(0, SEAM_SIDE), before.length);
  }

  /** Number of the line being judged, from 1. */
  get line(): number {
    return this.#markedLine;
  }

  /** A text of the line being judged, and where it stands. */
  quote(text: string): Pick<Finding, 'stream' | 'line' | 'text'> {
    return { stream: this.stream, line: this.line, text };
  }

  /** Offset in the line being judged from which steps may match. */
  get from(): number {
    return this.#from;
  }

  /** A step was met: those that follow read on from this offset of the line being judged. */
  readTo(offset: number): void {
    this.#from = Math.max(this.#from, this.#groupEnd, offset);
  }

  /** A member of a group was met, up to this offset: the other members read the whole line. */
  readInGroup(offset: number): void {
    this.#groupEnd = Math.max(this.#groupEnd, offset);
  }

  /** Steps have read everything that this stream has printed so far. */
  readAll(): void {
    const tail = this.tail();
    if (tail !== undefined) this.#from = tail.text.length;
  }

  /** True the first time that a name is reported of the line being judged. */
  firstReport(name: string): boolean {
    if (this.#reported.has(name)) return false;
    this.#reported.add(name);
    return true;
  }

  /** From now on every line is looked at, so that the rest of a report is collected. */
  startReport(first: string): string[] {
    this.report ??= [quoted(first)];
    this.readEveryLine('report', true);
    return this.report;
  }

  /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
  awaitEcho(awaited: boolean): void {
    this.readEveryLine('echo', awaited);
  }

  get readsEveryLine(): boolean {
    return this.#reasons.size > 0;
  }

  /** From now on every line is looked at, for as long as a reason holds. */
  readEveryLine(reason: string, holds: boolean): void {
    if (holds) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    this.#scanner.everyLine = this.#reasons.size > 0;
  }

  /** What was printed: all lines of most boots, of a longer one the first and the last. */
  printed(): NumberedLine[] {
    return this.#transcript.lines(this.#scanner.lineCount + (this.#scanner.tail() === undefined ? 0 : 1));
  }

  /** The last lines, unfinished one included. */
  recentLines(count: number): string[] {
    const lines = this.#recent.lines();
    return lines.filter((line) => line.trim() !== '').slice(-count);
  }

  #enter(line: number): void {
    if (line === this.#markedLine) return;
    this.#markedLine = line;
    this.#from = 0;
    this.#groupEnd = 0;
    if (this.#reported.size > 0) this.#reported.clear();
  }
}
