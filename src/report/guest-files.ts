/** Keeps the files of the guest below `files/` of the results, and writes `files.json`, which says what became of each. */

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BootEvent, FileEvent } from '../judge/events.ts';
import { codeOf } from '../words/errors.ts';
import { forJson, forPath } from './safe.ts';

const FILES_DIRECTORY = 'files';
const FILES_FILE = 'files.json';

interface Kept {
  /** In the guest. */
  readonly path: string;
  /** Below `files/`. */
  readonly name: string;
  bytes: number;
  /** Why it is not whole. */
  cut?: string;
}

/** Errors that are of one name only: the guest chose a name that this host cannot keep beside the rest. */
const OF_ITS_NAME = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL'];

export function isFileEvent(event: BootEvent): event is FileEvent {
  return event.type === 'file' || event.type.startsWith('file-');
}

export class GuestFiles {
  readonly #directory: string;
  readonly #kept: Kept[] = [];
  readonly #leftOut: { readonly path: string; readonly why: string }[] = [];
  #open: { readonly fd: number; readonly kept: Kept } | undefined;

  /** @param directory that of the results */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** @throws an error of the system when the disk takes no more */
  on(event: FileEvent): void {
    switch (event.type) {
      case 'file':
        this.#begin(event.path);
        break;
      case 'file-bytes':
        this.#write(event.bytes);
        break;
      case 'file-end':
        if (this.#open !== undefined && event.cut !== undefined) this.#open.kept.cut = event.cut;
        this.close();
        break;
      case 'file-left-out':
        this.#leftOut.push({ path: event.path, why: event.why });
    }
  }

  /** Writes `files.json` where there is something to say. @throws an error of the system */
  seal(): void {
    this.close();
    if (this.#kept.length + this.#leftOut.length === 0) return;
    const index = { files: this.#kept, leftOut: this.#leftOut };
    writeFileSync(join(this.#directory, FILES_FILE), `${forJson(index)}\n`, { flag: 'wx' });
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open.fd);
    this.#open = undefined;
  }

  #begin(path: string): void {
    this.close();
    const name = forPath(path);
    if (name === undefined) {
      this.#leftOut.push({ path, why: 'its path leaves the directory, or is too long' });
      return;
    }
    const file = join(this.#directory, FILES_DIRECTORY, name);
    try {
      mkdirSync(dirname(file), { recursive: true });
      // `wx` replaces no file and follows no link at its end; no directory here is a link, because none is made.
      const kept = { path, name, bytes: 0 };
      this.#open = { fd: openSync(file, 'wx', 0o644), kept };
      this.#kept.push(kept);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || !OF_ITS_NAME.includes(code)) throw error;
      this.#leftOut.push({ path, why: `its name is taken, or cannot be kept on this host (${code})` });
    }
  }

  #write(bytes: Uint8Array): void {
    if (this.#open === undefined) return;
    const { fd, kept } = this.#open;
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    kept.bytes += bytes.length;
  }
}
