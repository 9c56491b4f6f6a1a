/** The lines of a recording for the page: all streams in the order of time, numbered as the judge numbers them. */

import { openRecorded } from '../../boot/recorded-run.ts';
import { type LineScanner, lineReader } from '../../console/scanner.ts';
import { wholeOrNothing } from '../../words/quote.ts';
import { STREAMS, type StreamName } from '../../words/words.ts';
import type { Result } from '../result.ts';
import { forPage } from '../safe.ts';

/** How many lines of the beginning, and how many of the end, the page has. The .raw files have all. */
const KEPT = { first: 50_000, last: 100_000 } as const;
/** Bytes of all lines together: a browser has to hold them. */
const ROOM = 16 * 1024 * 1024;
/** How many streams have a place of their own. */
const PLACES = 36;
/** UTF-16 units of one line. */
const COLUMNS = 4000;

export interface ConsoleLines {
  /** How many lines the recording has, of each stream that said something. */
  readonly counts: Readonly<Partial<Record<StreamName, number>>>;
  /** How many of them the page does not have. */
  readonly omitted: number;
  /**
   * One line of text a record: the stream's place in `streams` as a digit of base 36, the line's number, a space, the time in
   * milliseconds, a tab, the text. The page (page/lines.ts) reads it.
   */
  readonly text: string;
  /** Streams of the machine, then those of commands. All commands from the 31st on share the last place. */
  readonly streams: readonly StreamName[];
}

interface Line {
  readonly stream: StreamName;
  readonly number: number;
  readonly record: Buffer;
}

/** @throws UsageError code `bad-recording` */
export function readConsole(directory: string, result: Result): ConsoleLines {
  const wanted = linesNamed(result);
  const kept = new KeptLines(wanted);
  const scanners = new Map<StreamName, LineScanner>();
  const streams: StreamName[] = [...STREAMS];
  let time = 0;
  const open = (stream: StreamName): LineScanner => {
    if (!streams.includes(stream) && streams.length < PLACES) streams.push(stream);
    const at = streams.indexOf(stream);
    const index = (at < 0 ? PLACES - 1 : at).toString(PLACES);
    const scanner = lineReader((text) => {
      const number = scanner.lineCount;
      kept.add({
        stream,
        number,
        // A string would keep the whole block alive that it is a part of.
        record: Buffer.from(`${index}${number} ${time}\t${forPage(wholeOrNothing(text, COLUMNS))}`),
      });
    });
    scanners.set(stream, scanner);
    return scanner;
  };
  for (const event of openRecorded(directory, 'console').events) {
    time = event.time;
    if (event.type === 'output') (scanners.get(event.stream) ?? open(event.stream)).push(event.bytes);
  }
  for (const scanner of scanners.values()) scanner.end();
  const counts = Object.fromEntries([...scanners].map(([stream, { lineCount }]) => [stream, lineCount]));
  return { counts, omitted: kept.omitted, text: kept.text(), streams };
}

/** Lines that the page links to: they are kept wherever they stand. */
function linesNamed({ findings, steps, diagnosis }: Result): ReadonlySet<string> {
  const named = [...findings, ...steps, ...(diagnosis?.evidence ?? [])];
  return new Set(named.map(({ stream, line }) => `${stream}:${line}`));
}

/** The first lines, the last lines, and those between that are named. */
class KeptLines {
  omitted = 0;
  readonly #wanted: ReadonlySet<string>;
  readonly #first: Buffer[] = [];
  readonly #named: Buffer[] = [];
  readonly #last: Line[] = [];
  #at = 0;
  #room = ROOM / 2;
  #lastRoom = ROOM / 2;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  add(line: Line): void {
    if (this.#last.length === 0 && this.#first.length < KEPT.first && this.#room > line.record.length) {
      this.#room -= line.record.length;
      this.#first.push(line.record);
      return;
    }
    this.#last.push(line);
    this.#lastRoom -= line.record.length;
    while (this.#lastRoom < 0 || this.#last.length - this.#at > KEPT.last) this.#drop();
  }

  /** Drops the oldest of the last lines. */
  #drop(): void {
    const oldest = this.#last[this.#at++];
    if (oldest === undefined) return;
    this.#lastRoom += oldest.record.length;
    if (this.#wanted.has(`${oldest.stream}:${oldest.number}`)) this.#named.push(oldest.record);
    else this.omitted++;
    if (this.#at < KEPT.last) return;
    this.#last.splice(0, this.#at);
    this.#at = 0;
  }

  text(): string {
    const last = this.#last.slice(this.#at).map(({ record }) => record);
    return [...this.#first, ...this.#named, ...last].join('\n');
  }
}
