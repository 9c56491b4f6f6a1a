/** Reads what was recorded of a run: a recording, an asciicast or a plain log, piece by piece and checked. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Digests } from '../judge/booted.ts';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { MachineEvent } from '../judge/events.ts';
import { CAST_CUT, EVENTS_FILE, problemOfEvent, type RecordedEvent } from '../judge/recorded.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { asRecord } from '../words/json.ts';
import type { StreamName } from '../words/words.ts';
import { lastLine, Pieces, readBytes, readLines } from './file-reader.ts';
import { requireFiles, surplusOf } from './recorded-files.ts';

const END = '"end-of-log"';
const OUTPUT = '"output"';
const LAUNCH = '"launch"';
/** What starts a Trust Domain: an object of QEMU, an option of Cloud Hypervisor. */
const STARTS_TD = /\btdx-guest\b|(?:^|,)tdx=on(?:,|$)/;
/** Stands for a header that follows events: its time is before theirs. */
const SECOND_HEADER: ReturnType<typeof parseCastLine> = [-1, '', ''];

type Launch = Extract<MachineEvent, { type: 'launch' }>;

/** Why a recording does not say how the run went on, and what to do. */
interface Gap {
  readonly title: string;
  readonly hint: string;
}

export interface RecordedRun {
  readonly events: Iterable<MachineEvent>;
  /** False of a plain log. */
  readonly timed: boolean;
  /** Undefined of a recording that is whole, and of a plain log or an asciicast, which just end. */
  gap(): Gap | undefined;
}

/** @throws UsageError code `no-log` or `bad-recording`, at once or while the events are read */
export function openRecorded(path: string, stream: StreamName): RecordedRun {
  if (path !== '-' && !existsSync(path))
    throw new UsageError('no-log', `cannot read the log: ${path}: no such file or directory`);
  if (path !== '-' && statSync(path).isDirectory()) return new Recorded(path);
  const events = path.endsWith('.cast') ? new Cast(path, stream) : undefined;
  return events ?? { events: readLog(path, stream), timed: false, gap: () => undefined };
}

/** The digests of what was booted: the last line of a whole recording has them. @throws UsageError code `bad-recording` */
export function recordedDigests(directory: string): Digests {
  const file = join(directory, EVENTS_FILE);
  const line = lastLine(file);
  if (!line.includes(END)) return [];
  const recorded = parseEvent(line, file);
  return 'event' in recorded && recorded.event.type === 'end-of-log' ? (recorded.event.sha256 ?? []) : [];
}

function* readLog(path: string, stream: StreamName): Generator<MachineEvent> {
  // The reader uses its buffer again, and an event may be kept.
  for (const bytes of readBytes(path)) yield { type: 'output', time: 0, stream, bytes: Buffer.from(bytes) };
}

/** A directory that `run` has made. */
class Recorded implements RecordedRun {
  readonly events: Iterable<MachineEvent>;
  readonly timed = true;
  readonly #directory: string;
  readonly #whole: boolean;
  /** Until when it was read, in milliseconds. */
  #time = 0;

  constructor(directory: string) {
    requireFiles(directory);
    this.#directory = directory;
    this.#whole = lastLine(this.#file(EVENTS_FILE)).includes(END);
    this.events = this.#read();
  }

  gap(): Gap | undefined {
    if (this.#whole) return this.#surplus();
    return {
      title: `the recording is incomplete: it was read until ${formatDuration(this.#time)} after the start, and its end is missing`,
      hint: 'Its run was killed, or its disk was full: boot again.',
    };
  }

  /**
   * What comes behind an end, bytes that no event names, and events that are gone, were not judged, whenever the verdict came. A
   * recording is not signed: a change that keeps all its parts in agreement stays unnoticed.
   */
  #surplus(): Gap | undefined {
    const said = new Map<StreamName, number>();
    const file = this.#file(EVENTS_FILE);
    let number = 0;
    let ended = 0;
    /** How many lines the end says that come before it. */
    let before: number | undefined;
    let launch: Launch | undefined;
    for (const line of readLines(file)) {
      number++;
      const isEnding = line.includes(END);
      if (isEnding) ended ||= number;
      if (!isEnding && !line.includes(OUTPUT) && !line.includes(LAUNCH)) continue;
      const recorded = parseEvent(line, `${file}:${number}`);
      if ('event' in recorded && recorded.event.type === 'end-of-log') before = recorded.event.lines;
      if ('event' in recorded && recorded.event.type === 'launch') launch = recorded.event;
      if ('output' in recorded) said.set(recorded.output, (said.get(recorded.output) ?? 0) + recorded.n);
    }
    const surplus =
      ended < number
        ? `it goes on behind its end, ${file}:${ended}`
        : before !== undefined && before !== number - 1
          ? `${file} has ${number - 1} lines before its end, where ${before} were written`
          : (contradiction(launch, before !== undefined) ?? surplusOf(this.#directory, said));
    return surplus === undefined
      ? undefined
      : {
          title: `the recording is not as it was written: ${surplus}`,
          hint: 'Its copy is damaged, or somebody has changed it: fetch it again, or boot again.',
        };
  }

  *#read(): Generator<MachineEvent> {
    const raw = new Map<StreamName, Pieces>();
    const file = this.#file(EVENTS_FILE);
    let number = 0;
    try {
      for (const line of readLines(file)) {
        const where = `${file}:${++number}`;
        const recorded = parseEvent(line, where);
        if (recorded.t < this.#time && !isEnd(recorded)) {
          throw new UsageError('bad-recording', `goes back in time, from ${this.#time} to ${recorded.t} ms`, {
            where,
          });
        }
        if (isEnd(recorded) && !this.#whole) {
          throw new UsageError('bad-recording', 'ends here, and goes on', { where });
        }
        this.#time = Math.max(this.#time, recorded.t);
        if ('event' in recorded) yield recorded.event;
        else if ('input' in recorded) {
          yield {
            type: 'input',
            time: recorded.t,
            stream: recorded.input,
            bytes: Buffer.from(recorded.text),
          };
        } else if (!(yield* this.#output(recorded, raw, where))) return;
      }
    } finally {
      for (const pieces of raw.values()) pieces.close();
    }
  }

  /** @returns false when a run that was killed had not yet written all of these bytes */
  *#output(
    { t: time, output: stream, n }: Extract<RecordedEvent, { output: StreamName }>,
    raw: Map<StreamName, Pieces>,
    where: string,
  ): Generator<MachineEvent, boolean> {
    const file = this.#file(`${stream}.raw`);
    if (!this.#whole && !existsSync(file)) return false;
    const pieces = raw.get(stream) ?? new Pieces(file);
    raw.set(stream, pieces);
    let left = n;
    while (left > 0) {
      const bytes = pieces.next(left);
      if (bytes.length === 0) break;
      left -= bytes.length;
      // The reader uses its buffer again, and an event may be kept.
      yield { type: 'output', time, stream, bytes: Buffer.from(bytes) };
    }
    if (left === 0) return true;
    if (!this.#whole) return false;
    throw new UsageError('bad-recording', `${file} is ${left} bytes shorter than this event says`, { where });
  }

  #file(name: string): string {
    return join(this.#directory, name);
  }
}

/** An asciicast v2 file. */
class Cast implements RecordedRun {
  readonly events: Iterable<MachineEvent>;
  readonly timed = true;
  readonly #path: string;
  readonly #stream: StreamName;
  #wasRead = false;
  #gap: Gap | undefined;

  constructor(path: string, stream: StreamName) {
    this.#path = path;
    this.#stream = stream;
    this.events = this.#read();
  }

  /** What the judge has not read may be another recording, or end within a line. */
  gap(): Gap | undefined {
    if (!this.#wasRead) for (const _ of this.#read());
    return this.#gap;
  }

  *#read(): Generator<MachineEvent> {
    const path = this.#path;
    let number = 0;
    let last = 0;
    const half = () => this.#cut('the asciicast ends within a line: its end is missing');
    for (const line of readLines(path, half)) {
      if (++number === 1) {
        requireVersion(line, path);
        continue;
      }
      const where = `${path}:${number}`;
      const [seconds, code, text] = line.startsWith('{') ? SECOND_HEADER : parseCastLine(line, where);
      if (seconds < last) {
        this.#gap ??= {
          title: `the asciicast is not one recording: another one begins at ${where}`,
          hint: 'Judge each recording by itself: every one begins with a header of its own.',
        };
        break;
      }
      last = seconds;
      const time = Math.round(seconds * 1e6) / 1e3;
      if (code === 'o') yield { type: 'output', time, stream: this.#stream, bytes: Buffer.from(text) };
      if (code === 'm' && text === CAST_CUT) this.#cut('the asciicast was cut at the output limit');
    }
    this.#wasRead = true;
  }

  #cut(title: string): void {
    this.#gap ??= { title, hint: 'Judge the directory that it is in, or boot again.' };
  }
}

/** @param isRecent an older tdx-boot did not record the platform */
function contradiction(launch: Launch | undefined, isRecent: boolean): string | undefined {
  if (launch === undefined) return 'no event says that a VMM was started';
  const { platform, argv } = launch;
  if (platform === undefined && isRecent) return 'no event says on which platform it was booted';
  const isMistaken = platform === 'tdx' && !argv.some((word) => STARTS_TD.test(word));
  return isMistaken ? 'it is of platform tdx, and its command starts no Trust Domain' : undefined;
}

function isEnd(recorded: RecordedEvent): boolean {
  return 'event' in recorded && recorded.event.type === 'end-of-log';
}

/** Version 3 has the times between events: read as those of version 2, nothing would ever be late. */
function requireVersion(line: string, path: string): void {
  const header = asRecord(parseJson(line, `${path}:1`));
  if (header?.version === 2) return;
  throw new UsageError('bad-recording', 'is not the header of an asciicast of version 2', {
    where: `${path}:1`,
    hint: 'Convert it: "asciinema convert --output-format asciicast-v2 IN.cast OUT.cast".',
  });
}

function parseCastLine(line: string, where: string): [number, string, string] {
  const value = parseJson(line, where);
  if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[2] === 'string') {
    return [value[0], String(value[1]), value[2]];
  }
  throw new UsageError('bad-recording', 'is not an asciicast v2 event ([seconds, code, text])', { where });
}

function parseEvent(line: string, where: string): RecordedEvent {
  const value = parseJson(line, where);
  const problem = problemOfEvent(value);
  if (problem === undefined) return value as RecordedEvent;
  throw new UsageError('bad-recording', `is not a recorded event: ${problem}`, { where });
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError('bad-recording', `is not JSON: ${messageOf(error)}`, { where, cause: error });
  }
}
