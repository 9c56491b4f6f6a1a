/** The recording of a run: raw bytes per stream, every event with its time, an asciicast, and result.json. */

import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  renameSync,
  type WriteStream,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { BootEvent } from '../judge/events.ts';
import { EVENTS_FILE, type RecordedEvent } from '../judge/recorded.ts';
import { makeDirectories } from '../process/directory.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { HostError, messageOf } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import type { Reporter } from './reporter.ts';
import { makeResult } from './result.ts';
import { forFileName } from './safe.ts';

export const RESULT_FILE = 'result.json';
const CAST_FILE = 'boot.cast';

/**
 * Makes a new directory for one run below `base`: named after the scenario, numbered when the name is taken, so that
 * nothing is overwritten and parallel runs do not meet.
 * @throws HostError code `no-results-dir`
 */
export function makeRunDirectory(base: string, name: string): string {
  const slug = forFileName(name);
  try {
    makeDirectories(base);
    for (let number = 1; ; number++) {
      const directory = resolve(base, number === 1 ? slug : `${slug}-${number}`);
      if (makeOnce(directory)) return directory;
    }
  } catch (error) {
    throw new HostError('no-results-dir', `cannot write results to ${base}: ${messageOf(error)}`, {
      hint: 'Name another directory (--results DIR, or the input "results").',
      cause: error,
    });
  }
}

export class Recording implements Reporter {
  readonly directory: string;
  readonly #scenario: Pick<Scenario, 'name' | 'platform'>;
  readonly #raw = new Map<StreamName, WriteStream>();
  readonly #decoders = new Map<StreamName, InstanceType<typeof TextDecoder>>();
  readonly #events: WriteStream;
  readonly #cast: WriteStream;
  #castTime = 0;
  #failure: unknown;
  #argv: readonly string[] | undefined;

  constructor(directory: string, scenario: Pick<Scenario, 'name' | 'platform'>) {
    this.directory = directory;
    this.#scenario = scenario;
    this.#events = this.#open(EVENTS_FILE);
    this.#cast = this.#open(CAST_FILE);
    const timestamp = Math.floor(Date.now() / 1000);
    this.#cast.write(
      `${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title: scenario.name })}\n`,
    );
  }

  async on(event: BootEvent): Promise<void> {
    if (event.type === 'output') await this.#output(event.stream, event.time, event.bytes);
    else if (event.type === 'input') {
      const text = Buffer.from(event.bytes).toString();
      this.#line({ t: event.time, input: event.stream, text });
      this.#castLine(event.time, 'i', text);
    } else if (event.type === 'verdict') {
      // What came later, or never, was not seen: a replay must not wait for it either.
      this.#line({ t: event.time, event: { type: 'end-of-log', time: event.time } });
      writeWhole(join(this.directory, RESULT_FILE), makeResult(this.#scenario, event.verdict, this.#argv));
    } else if (event.type === 'step' || event.type === 'finding' || event.type === 'phase') {
      this.#castLine(event.time, 'm', event.type === 'phase' ? event.title : event.type);
    } else if (event.type !== 'send' && event.type !== 'notice') {
      if (event.type === 'launch') this.#argv = event.argv;
      this.#line({ t: event.time, event });
    }
    if (this.#failure !== undefined) {
      throw new HostError('cannot-record', `cannot write to ${this.directory}: ${messageOf(this.#failure)}`);
    }
  }

  async close(): Promise<void> {
    const open = [...this.#raw.values(), this.#events, this.#cast].filter((stream) => !stream.destroyed);
    await Promise.all(open.map((stream) => new Promise((done) => stream.end(done))));
  }

  async #output(stream: StreamName, time: number, bytes: Uint8Array): Promise<void> {
    const raw = this.#raw.get(stream) ?? this.#open(`${stream}.raw`);
    this.#raw.set(stream, raw);
    this.#line({ t: time, output: stream, n: bytes.length });
    if (stream !== 'vmm') {
      const decoder = this.#decoders.get(stream) ?? new TextDecoder();
      this.#decoders.set(stream, decoder);
      this.#castLine(time, 'o', decoder.decode(bytes, { stream: true }));
    }
    // A guest that floods its console must not fill our memory: wait until the disk has caught up.
    if (!raw.write(bytes)) await drained(raw);
  }

  #line(event: RecordedEvent): void {
    this.#events.write(`${JSON.stringify(event)}\n`);
  }

  /**
   * asciicast v2 (docs.asciinema.org): [seconds, "o" output | "i" input | "m" marker, text]. Its times never go back,
   * while a deadline is reported with its own time after output that was read a moment later.
   */
  #castLine(time: number, code: 'o' | 'i' | 'm', text: string): void {
    this.#castTime = Math.max(this.#castTime, time);
    if (text !== '') this.#cast.write(`${JSON.stringify([this.#castTime / 1000, code, text])}\n`);
  }

  #open(name: string): WriteStream {
    const stream = createWriteStream(join(this.directory, name), { flags: 'wx' });
    stream.on('error', (error) => {
      this.#failure ??= error;
    });
    return stream;
  }
}

/** Resolves when the stream takes more, or never will. */
function drained(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}

/** A reader never sees half a file. */
function writeWhole(path: string, value: unknown): void {
  const fd = openSync(`${path}.part`, 'w');
  try {
    writeSync(fd, `${JSON.stringify(value, null, 2)}\n`);
  } finally {
    closeSync(fd);
  }
  renameSync(`${path}.part`, path);
}

function makeOnce(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
