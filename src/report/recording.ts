/** The recording of a run: raw bytes per stream, every event with its time, an asciicast, and result.json. */

import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Consumer } from '../boot/delivery.ts';
import { type Booted, type Digests, withDigests } from '../judge/booted.ts';
import type { BootEvent, DigestEvent, FileEvent } from '../judge/events.ts';
import { ORIGIN_FILE, type Origin, PLACES_FILE, SCENARIO_FILE } from '../judge/origin.ts';
import { EVENTS_FILE, type RecordedEvent } from '../judge/recorded.ts';
import { makeDirectories } from '../process/directory.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { recordScenario } from '../scenario/recorded.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { codeOf, HostError, isFull, messageOf, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { MIB } from '../words/units.ts';
import type { StreamName } from '../words/words.ts';
import { Cast } from './cast.ts';
import { GuestFiles, isFileEvent } from './guest-files.ts';
import { forFileName } from './safe.ts';
import { writeWholeJson } from './whole-file.ts';

export const RESULT_FILE = 'result.json';
export const CAST_FILE = 'boot.cast';
export const REPORT_FILE = 'report.html';

/** What may wait to be written to a file, in bytes, before the run waits for the disk. */
const BUFFER_BYTES = MIB;
/**
 * How long what is recorded may wait for more, in milliseconds, and how many bytes of output: each write of a file wakes another
 * thread, beside a VMM that needs its CPU.
 */
const COLLECT_MS = 50;
const COLLECT_BYTES = 64 * 1024;

/**
 * Makes a new directory for one run below `base`: named after the scenario, numbered when the name is taken, so that
 * nothing is overwritten and parallel runs do not meet.
 * @throws HostError code `no-results-dir` or `disk-full`; UsageError where `base` is empty
 */
export function makeRunDirectory(base: string, name: string): string {
  const slug = forFileName(name);
  if (base === '') {
    throw new UsageError('no-results-dir', 'the directory for results has an empty name', {
      hint: OTHER_DIRECTORY,
    });
  }
  try {
    makeDirectories(base);
    for (let number = 1; ; number++) {
      const directory = resolve(base, number === 1 ? slug : `${slug}-${number}`);
      if (makeOnce(directory)) return directory;
    }
  } catch (error) {
    if (isFull(error)) throw diskFull(base, error);
    throw new HostError('no-results-dir', `cannot write results to ${base}: ${messageOf(error, base)}`, {
      hint: OTHER_DIRECTORY,
      cause: error,
    });
  }
}

/**
 * Writes which scenario is run, by whom and where, so that the recording alone is enough for whoever judges it again.
 * @throws HostError code `disk-full` or `cannot-record`
 */
export function recordOrigin(directory: string, { source }: LoadedScenario, origin: Origin): void {
  try {
    const { text, places } = recordScenario(source);
    writeFileSync(resolve(directory, SCENARIO_FILE), text, { flag: 'wx' });
    writeFileSync(resolve(directory, PLACES_FILE), `${JSON.stringify(places)}\n`, { flag: 'wx' });
    writeFileSync(resolve(directory, ORIGIN_FILE), `${JSON.stringify(origin, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    throw explainWrite(directory, error);
  }
}

/** Opens a new file to write to. */
type Open = (path: string) => Writable;

const openFile: Open = (path) => createWriteStream(path, { flags: 'wx', highWaterMark: BUFFER_BYTES });

export class Recording implements Consumer {
  readonly name = 'the recording';
  readonly essential = true;
  readonly directory: string;
  readonly #scenario: Pick<Scenario, 'name' | 'platform'>;
  readonly #open: Open;
  readonly #raw = new Map<StreamName, Writable>();
  readonly #events: Writable;
  readonly #castFile: Writable;
  readonly #cast: Cast;
  readonly #guestFiles: GuestFiles;
  /** The output that the next bytes may belong to: same stream, same time. */
  #collected: { readonly stream: StreamName; readonly time: number; bytes: number } | undefined;
  /** Set while the files are corked: what they are given waits. */
  #timer: NodeJS.Timeout | undefined;
  /** Bytes of output that wait. */
  #waiting = 0;
  #failure: HostError | undefined;
  /** How many lines {@link EVENTS_FILE} has. */
  #lines = 0;
  #argv: readonly string[] | undefined;
  #booted: Booted | undefined;
  #digests: Digests | undefined;
  readonly #origin: Origin | undefined;

  /**
   * @param origin for the result; {@link recordOrigin} has written it
   * @param open for tests: files that take their time
   */
  constructor(
    directory: string,
    scenario: Pick<Scenario, 'name' | 'platform' | 'outputLimit'>,
    origin?: Origin,
    open: Open = openFile,
  ) {
    this.#origin = origin;
    this.directory = directory;
    this.#scenario = scenario;
    this.#open = open;
    this.#guestFiles = new GuestFiles(directory);
    this.#events = this.#openFile(EVENTS_FILE);
    this.#castFile = this.#openFile(CAST_FILE);
    this.#cast = new Cast(scenario.name, scenario.outputLimit, (text) => this.#castFile.write(text));
  }

  /** Resolves when the files take more. @throws HostError code `disk-full` or `cannot-record` */
  on(event: BootEvent): void | Promise<void> {
    if (event.type === 'verdict') return this.#writeResult(event);
    this.#throwFailure();
    if (event.type === 'digesting') return;
    if (event.type === 'digests') {
      this.#digests = event.sha256;
      return;
    }
    if (isFileEvent(event)) return this.#explained(() => this.#guestFiles.on(event));
    if (event.type === 'output') this.#output(event.stream, event.time, event.bytes);
    else this.#other(event);
    const full = this.#files().filter((file) => file.writableNeedDrain);
    if (full.length === 0) return undefined;
    // A guest that floods its console must not fill our memory: wait until the disk has caught up.
    this.#flush();
    return this.#drained(full);
  }

  /** Ends the files. Only then is the recording said to be whole. @throws HostError code `disk-full` or `cannot-record` */
  async seal(time: number): Promise<void> {
    this.#explained(() => this.#guestFiles.seal());
    this.#flush();
    await Promise.all([...this.#raw.values(), this.#castFile].map((file) => this.#end(file)));
    this.#throwFailure();
    const end = {
      type: 'end-of-log',
      time,
      lines: this.#lines,
      ...given({ sha256: this.#digests }),
    } as const;
    this.#line({ t: time, event: end });
    await this.#end(this.#events);
    this.#throwFailure();
  }

  close(): void {
    this.#guestFiles.close();
    clearTimeout(this.#timer);
    for (const file of this.#files()) file.destroy();
  }

  #explained(body: () => void): void {
    try {
      body();
    } catch (error) {
      throw explainWrite(this.directory, error);
    }
  }

  #files(): Writable[] {
    return [...this.#raw.values(), this.#events, this.#castFile];
  }

  async #writeResult({ verdict }: Extract<BootEvent, { type: 'verdict' }>): Promise<void> {
    const booted = this.#booted && withDigests(this.#booted, this.#digests ?? []);
    const facts = { origin: this.#origin, booted, argv: this.#argv };
    // Loaded now, because the schema of a result is not needed before the guest is started.
    const { makeResult } = await import('./result.ts');
    const result = makeResult(this.#scenario, verdict, facts);
    try {
      await writeWholeJson(resolve(this.directory, RESULT_FILE), result);
    } catch (error) {
      throw explainWrite(this.directory, error);
    }
  }

  #output(stream: StreamName, time: number, bytes: Uint8Array): void {
    this.#collect();
    if (this.#collected?.stream !== stream || this.#collected.time !== time) {
      this.#writeCollected();
      this.#collected = { stream, time, bytes: 0 };
    }
    this.#collected.bytes += bytes.length;
    const raw = this.#raw.get(stream) ?? this.#openRaw(stream);
    raw.write(bytes);
    if (stream !== 'vmm') this.#cast.output(stream, time, bytes);
    this.#waiting += bytes.length;
    if (this.#waiting >= COLLECT_BYTES) this.#flush();
  }

  #openRaw(stream: StreamName): Writable {
    const raw = this.#openFile(`${stream}.raw`);
    raw.cork();
    this.#raw.set(stream, raw);
    return raw;
  }

  /** What the files are given from now on waits for {@link #flush}. */
  #collect(): void {
    if (this.#timer !== undefined) return;
    for (const file of this.#files()) file.cork();
    // Whatever kills this process, what is on the disk is whole until a moment ago.
    this.#timer = setTimeout(() => this.#flush(), COLLECT_MS).unref();
  }

  #flush(): void {
    this.#writeCollected();
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = 0;
    for (const file of this.#files()) file.uncork();
  }

  /** The output so far is an event: what comes from now on is another. */
  #writeCollected(): void {
    if (this.#collected !== undefined) {
      const { stream, time, bytes } = this.#collected;
      this.#line({ t: time, output: stream, n: bytes });
    }
    this.#collected = undefined;
    this.#cast.flush();
  }

  #other(event: Exclude<BootEvent, FileEvent | DigestEvent | { type: 'output' | 'verdict' }>): void {
    if (event.type === 'send' || event.type === 'run' || event.type === 'notice') return;
    this.#collect();
    this.#writeCollected();
    if (event.type === 'input') {
      const text = Buffer.from(event.bytes).toString();
      this.#line({ t: event.time, input: event.stream, text });
      this.#cast.event(event.time, 'i', text);
    } else if (event.type === 'step' || event.type === 'finding' || event.type === 'phase') {
      this.#cast.event(event.time, 'm', event.type === 'phase' ? event.title : event.type);
    } else {
      if (event.type === 'launch') {
        this.#argv = event.argv;
        this.#booted = event.booted;
      }
      this.#line({ t: event.time, event });
    }
  }

  #line(event: RecordedEvent): void {
    if (this.#events.writableEnded) return;
    this.#lines++;
    this.#events.write(`${JSON.stringify(event)}\n`);
  }

  #openFile(name: string): Writable {
    const file = this.#open(resolve(this.directory, name));
    file.on('error', (error) => {
      this.#failure ??= explainWrite(this.directory, error);
    });
    return file;
  }

  /** Resolves when each of the files takes more, or has failed for good. */
  async #drained(files: readonly Writable[]): Promise<void> {
    await Promise.all(files.map(takesMore));
    this.#throwFailure();
  }

  /** Resolves when everything is written and the file is closed, or has failed. */
  #end(file: Writable): Promise<void> {
    return new Promise((resolve) => {
      if (file.closed) resolve();
      else file.once('close', resolve).end();
    });
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function explainWrite(directory: string, error: unknown): HostError {
  if (isFull(error)) return diskFull(directory, error);
  const message = `cannot write to ${directory}: ${messageOf(error)}`;
  return new HostError('cannot-record', message, { hint: OTHER_DIRECTORY, cause: error });
}

function takesMore(file: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      file.off('drain', done).off('close', done);
      resolve();
    };
    if (file.destroyed) resolve();
    else file.on('drain', done).on('close', done);
  });
}

const OTHER_DIRECTORY = 'Name another directory (--results DIR, or the input "results").';

function diskFull(directory: string, cause: unknown): HostError {
  return new HostError('disk-full', `the disk of ${directory} is full: the run could not be recorded`, {
    hint: `Free some space there (df -h ${directory}), or name a directory on another disk (--results DIR, or the input "results").`,
    cause,
  });
}

function makeOnce(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
