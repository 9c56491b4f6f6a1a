/** The lines of a recording for the page: all streams in the order of time, numbered as the judge numbers them. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openRecorded } from '../../boot/recorded-run.ts';
import { buildAutomaton } from '../../console/automaton.ts';
import { LineScanner } from '../../console/scanner.ts';
import { wholeOrNothing } from '../../words/quote.ts';
import { STREAMS, type StreamName } from '../../words/words.ts';
import type { Result } from '../result.ts';
import { forPage } from '../safe.ts';

/** How many lines of the beginning, and how many of the end, the page has. The .raw files have all. */
const KEPT = { first: 50_000, last: 100_000 } as const;
/** How many streams have a place of their own. */
const PLACES = 36;
/** UTF-16 units of one line. */
const COLUMNS = 4000;

export interface ConsoleLines {
  /** How many lines the recording has, of each stream that said something. */
  readonly counts: Readonly<Partial<Record<StreamName, number>>>;
  /** How many of them, in the middle, the page does not have. */
  readonly omitted: number;
  /**
   * One line of text a record: the stream's place in `streams` as a digit of base 36, the line's number, a space, the time in
   * milliseconds, a tab, the text. The page (page/lines.ts) reads it.
   */
  readonly text: Buffer;
  /** Streams of the machine, then those of commands. All commands from the 31st on share the last place. */
  readonly streams: readonly StreamName[];
}

/**
 * Reads every line, and makes text of those alone that the page has: the time and the memory of a console of 100 MB are
 * those of reading, not of showing.
 * @param room bytes that the page has for the console: one half for the first lines, one for the last
 * @throws UsageError code `bad-recording`
 */
export function readConsole(directory: string, result: Result, room: number): ConsoleLines {
  const kept = new KeptLines(room / 2);
  const named = linesNamed(result);
  const scanners = new Map<StreamName, LineScanner>();
  /** When each stream last said something. */
  const times = new Map<StreamName, number>();
  const streams: StreamName[] = [...STREAMS];
  const automaton = buildAutomaton([]);
  let left = bytesOf(directory);
  const open = (stream: StreamName): LineScanner => {
    if (!streams.includes(stream) && streams.length < PLACES) streams.push(stream);
    const at = streams.indexOf(stream);
    const index = (at < 0 ? PLACES - 1 : at).toString(PLACES);
    const numbers = named.get(stream);
    const scanner: LineScanner = new LineScanner(automaton, {
      everyLine: true,
      onWipe: () => undefined,
      onLine: (line) => {
        const number = scanner.lineCount;
        const record = (): string =>
          `${index}${number} ${times.get(stream)}\t${forPage(wholeOrNothing(line.text, COLUMNS))}`;
        kept.take({ named: numbers?.has(number) === true, left, record });
      },
    });
    scanners.set(stream, scanner);
    return scanner;
  };
  for (const event of openRecorded(directory, 'console').events) {
    if (event.type !== 'output') continue;
    times.set(event.stream, event.time);
    (scanners.get(event.stream) ?? open(event.stream)).push(event.bytes);
    left -= event.bytes.length;
  }
  for (const scanner of scanners.values()) scanner.end();
  const counts = Object.fromEntries([...scanners].map(([stream, { lineCount }]) => [stream, lineCount]));
  return { counts, omitted: kept.omitted, text: kept.text(), streams };
}

/** Bytes of all streams together. */
function bytesOf(directory: string): number {
  const files = readdirSync(directory).filter((name) => name.endsWith('.raw'));
  return files.reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}

/** Numbers of the lines that the page links to: they are kept wherever they stand. */
function linesNamed({ findings, steps, diagnosis, tests }: Result): Map<StreamName, Set<number>> {
  const named = new Map<StreamName, Set<number>>();
  for (const { stream, line } of [...findings, ...steps, ...(diagnosis?.evidence ?? []), ...tests]) {
    if (stream === null || line === null) continue;
    named.set(stream, (named.get(stream) ?? new Set()).add(line));
  }
  return named;
}

interface Line {
  readonly named: boolean;
  /** Bytes of all streams that come after the piece with this line. */
  readonly left: number;
  readonly record: () => string;
}

/** The first lines, the last lines, and those between that are named. */
class KeptLines {
  omitted = 0;
  readonly #room: number;
  readonly #first = new Blocks();
  readonly #named: Kept[] = [];
  readonly #last = new Blocks();

  /** @param room bytes of the first lines, and of the last */
  constructor(room: number) {
    this.#room = room;
  }

  take({ named, left, record }: Line): void {
    if (this.#first.bytes < this.#room && this.#first.lines < KEPT.first) {
      this.#first.add({ record: record(), named: false });
      return;
    }
    if (left > this.#room) {
      if (named) this.#named.push({ record: record(), named });
      else this.omitted++;
      return;
    }
    this.#last.add({ record: record(), named });
    while (this.#last.bytes > this.#room || this.#last.lines > KEPT.last) this.#drop();
  }

  #drop(): void {
    const { lines, named } = this.#last.drop();
    this.#named.push(...named);
    this.omitted += lines - named.length;
  }

  text(): Buffer {
    const named = this.#named.map(({ record }) => Buffer.from(`${record}\n`));
    const text = Buffer.concat([...this.#first.buffers(), ...named, ...this.#last.buffers()]);
    // A line feed stands between lines, not behind the last.
    return text.subarray(0, Math.max(0, text.length - 1));
  }
}

interface Kept {
  readonly record: string;
  readonly named: boolean;
}

/** Bytes of one block. */
const BLOCK = 64 * 1024;

/** Lines in blocks of bytes, which go a block at a time: an object for each line would take more than its text. */
class Blocks {
  bytes = 0;
  lines = 0;
  readonly #full: { readonly bytes: Buffer; readonly lines: number; readonly named: readonly Kept[] }[] = [];
  #open: Kept[] = [];
  #openLength = 0;

  add(line: Kept): void {
    this.#open.push(line);
    this.#openLength += line.record.length;
    this.lines++;
    if (this.#openLength >= BLOCK) this.#close();
  }

  /** Drops the oldest block. */
  drop(): { readonly lines: number; readonly named: readonly Kept[] } {
    const oldest = this.#full.shift();
    if (oldest === undefined) throw new Error('there is no block to drop');
    this.bytes -= oldest.bytes.length;
    this.lines -= oldest.lines;
    return oldest;
  }

  buffers(): Buffer[] {
    this.#close();
    return this.#full.map(({ bytes }) => bytes);
  }

  #close(): void {
    const lines = this.#open;
    const bytes = Buffer.from(lines.map(({ record }) => `${record}\n`).join(''));
    this.#full.push({ bytes, lines: lines.length, named: lines.filter(({ named }) => named) });
    this.bytes += bytes.length;
    this.#open = [];
    this.#openLength = 0;
  }
}
