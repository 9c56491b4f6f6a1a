/** Standard output and standard error of the process: what cannot be written to them is never lost in silence. */

import { fstatSync, writeSync } from 'node:fs';
import type { Output } from '../report/printer.ts';
import { codeOf, HostError, messageOf } from '../words/errors.ts';

type Stream = typeof process.stdout | typeof process.stderr;

export class StandardStream implements Output {
  /** Why not all of it was written. */
  failure: HostError | undefined;
  readonly isTTY: boolean;
  readonly colours: boolean;
  readonly #name: string;
  readonly #stream: Stream;
  /** Its descriptor, when it is a file or a device: Node would lose what a full disk does not take of a write. */
  readonly #file: number | undefined;

  /** @param name "standard output" */
  constructor(name: string, stream: Stream) {
    this.#name = name;
    this.#stream = stream;
    this.isTTY = stream.isTTY === true;
    this.colours = wantsColours(process.env, this.isTTY);
    this.#file = this.isTTY || isPipe(stream.fd) ? undefined : stream.fd;
    stream.on('error', (error) => this.#fail(error));
  }

  /** COLUMNS, else the width of the terminal; undefined in a pipe or a file. */
  get columns(): number | undefined {
    const said = Number(process.env.COLUMNS);
    if (Number.isInteger(said) && said > 0) return said;
    const stream: { readonly columns?: number } = this.#stream;
    return stream.columns || undefined;
  }

  write(text: string | Uint8Array): void {
    if (this.failure !== undefined) return;
    try {
      if (this.#file === undefined) this.#stream.write(text);
      else writeAll(this.#file, Buffer.from(text));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A promise while the reader of a pipe is behind. @throws HostError code `output-failed` */
  drained(): Promise<void> | undefined {
    if (this.failure !== undefined) throw this.failure;
    if (!this.#stream.writableNeedDrain) return undefined;
    return new Promise((resolve, reject) => {
      const stream = this.#stream;
      const done = (): void => {
        stream.off('drain', done).off('close', done);
        if (this.failure === undefined) resolve();
        else reject(this.failure);
      };
      stream.on('drain', done).on('close', done);
    });
  }

  /** Resolves when all was written, or cannot be. */
  async flushed(): Promise<void> {
    if (this.failure === undefined && this.#file === undefined) {
      await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    }
  }

  #fail(error: unknown): void {
    // Who ends the reader knows: `| head` does so on purpose.
    const hint = codeOf(error) === 'EPIPE' ? {} : { hint: 'Free the disk that it is on.' };
    this.failure ??= new HostError('output-failed', `cannot write to ${this.#name}: ${messageOf(error)}`, {
      ...hint,
      cause: error,
    });
  }
}

/** FORCE_COLOR (not 0) decides first, then NO_COLOR (no-color.org: any text), then whether there is a terminal other than `dumb`. */
export function wantsColours(
  { FORCE_COLOR: force, NO_COLOR: no, TERM: term }: NodeJS.ProcessEnv,
  isTerminal: boolean,
): boolean {
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && (no ?? '') === '' && term !== 'dumb';
}

function isPipe(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return true;
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}
