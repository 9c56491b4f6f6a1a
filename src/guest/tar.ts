/**
 * A tar archive as entries of an initramfs or a disk: a root file system as `docker export` or debootstrap's `--variant` tools
 * write it.
 */

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ReadEntry } from 'tar';
import { messageOf } from '../words/errors.ts';
import { GuestError } from './errors.ts';
import type { Keeping } from './keeping.ts';
import type { GuestEntry } from './newc.ts';
import { type Tree, tooLarge } from './tree.ts';

/** An archive that tar reads by itself; by its name. */
export const TAR_NAME = /\.(tar|tgz|tar\.gz|tar\.zst)$/;

const SPARSE_TYPES: ReadonlySet<string> = new Set(['SparseFile', 'ContinuationFile']);

/**
 * The content of a tar archive, plain or compressed with gzip (Node 22.15: zstd, too), below `/`. Owners are kept, and a
 * hard link becomes a copy. Devices, pipes, and names that leave the root are left out.
 * @throws GuestError code `files-unreadable` or `files-too-large`; the system's error where a file cannot be kept
 */
export async function readTar<C>(file: string, keeping: Keeping<C>, signal?: AbortSignal): Promise<Tree<C>> {
  const reader = new TarReader(keeping);
  try {
    await parse(file, reader, signal);
    if (reader.unreadable !== undefined) throw new Error(reader.unreadable);
  } catch (error) {
    const message = `cannot read the archive ${file}: ${messageOf(error, file)}`;
    const hint = `Give a tar archive, plain or compressed with gzip, such as ${basename(file, '.xz')}.gz, or a directory.`;
    throw new GuestError('files-unreadable', message, hint, { cause: error });
  }
  return reader.tree();
}

/** @throws Error when the archive cannot be read to its end */
async function parse<C>(file: string, reader: TarReader<C>, signal: AbortSignal | undefined): Promise<void> {
  // Loaded here: most runs need no archive.
  const { Parser } = await import('tar');
  const parser = new Parser({ file, strict: true, onReadEntry: (entry) => reader.add(entry) });
  parser.on('ignoredEntry', (entry: ReadEntry) => reader.ignore(entry));
  let whole = false;
  parser.on('eof', () => {
    whole = true;
  });
  await new Promise((resolve, reject) => {
    parser.on('error', reject);
    createReadStream(file, { signal })
      .on('error', reject)
      .on('data', (bytes) => parser.write(Buffer.from(bytes)))
      .on('end', () => {
        parser.end();
        // The parser never reports the end of an archive that is cut; by now it has told all that it has read.
        setImmediate(resolve);
      });
  });
  if (!whole) throw new Error('it is cut: its end is missing');
}

class TarReader<C> {
  /** Why an entry would reach the guest as something else. */
  unreadable: string | undefined;
  readonly #keeping: Keeping<C>;
  readonly #entries = new Map<string, GuestEntry<C>>();
  readonly #leftOut: string[] = [];
  #bytes = 0;
  #tooMuch: string | undefined;
  #unkept: { readonly error: unknown } | undefined;

  constructor(keeping: Keeping<C>) {
    this.#keeping = keeping;
  }

  /** Takes an entry. The next entry comes when all of this one was read. */
  add(entry: ReadEntry): void {
    this.unreadable ??= obstacleOf(entry);
    this.#keep(() => this.#take(entry));
    entry.resume();
  }

  /** Notes an entry of a kind that the parser does not know: nothing of an archive is left out without a word. */
  ignore(entry: ReadEntry): void {
    this.unreadable ??= obstacleOf(entry);
    this.#leftOut.push(entry.path);
  }

  /** @throws GuestError code `files-too-large`; the system's error where a file could not be kept */
  tree(): Tree<C> {
    if (this.#unkept !== undefined) throw this.#unkept.error;
    if (this.#tooMuch !== undefined) throw tooLarge(this.#tooMuch);
    return { entries: [...this.#entries.values()], leftOut: this.#leftOut };
  }

  #take(entry: ReadEntry): void {
    const [keeping, entries] = [this.#keeping, this.#entries];
    const path = guestPath(entry.path);
    const owned = { mode: (entry.mode ?? 0o644) & 0o7777, uid: entry.uid ?? 0, gid: entry.gid ?? 0 };
    const hard = entry.type === 'Link' ? entries.get(guestPath(entry.linkpath ?? '') ?? '') : undefined;
    if (path === '') return;
    if (path === undefined) this.#leftOut.push(entry.path);
    else if (entries.size === keeping.mostFiles) this.#tooMuch ??= `more than ${keeping.mostFiles} files`;
    else if (entry.type === 'Directory') entries.set(path, { type: 'directory', path, ...owned });
    else if (entry.type === 'SymbolicLink') {
      entries.set(path, { type: 'link', path, ...owned, target: entry.linkpath ?? '' });
    } else if (hard?.type === 'file') {
      if (this.#fits(keeping.lengthOf(hard))) entries.set(path, { ...hard, ...keeping.again(hard), path });
    } else if (entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile') {
      if (!this.#fits(entry.size)) return;
      const sink = keeping.begin();
      entry.on('data', (piece: Buffer) => this.#keep(() => sink.write(piece)));
      entry.on('end', () => entries.set(path, { type: 'file', path, ...owned, ...sink.end() }));
    } else this.#leftOut.push(path);
  }

  /** An error that is thrown to the parser's stream would end this process. */
  #keep(act: () => void): void {
    try {
      if (this.#unkept === undefined) act();
    } catch (error) {
      this.#unkept = { error };
    }
  }

  #fits(size: number): boolean {
    const { mostBytes } = this.#keeping;
    this.#bytes += size;
    if (this.#bytes > mostBytes) this.#tooMuch ??= `more than ${mostBytes} bytes`;
    return this.#tooMuch === undefined;
  }
}

/**
 * Why an entry would reach the guest as something else. The parser reads no sparse file: it ignores those of the old GNU format, and
 * takes the map of the holes in those of pax for content (GNU tar manual, "Storing Sparse Files").
 */
function obstacleOf({ path, type, uid = 0, gid = 0 }: ReadEntry): string | undefined {
  const sparse = /(^|\/)GNUSparseFile\.\d+\//.test(path) || SPARSE_TYPES.has(type);
  if (sparse) return `${JSON.stringify(path)} is a sparse file; pack it without --sparse`;
  if (uid >>> 0 !== uid || gid >>> 0 !== gid)
    return `${JSON.stringify(path)} has an owner that Linux cannot have`;
  return path.includes('\ufffd') ? `the name ${JSON.stringify(path)} is not UTF-8` : undefined;
}

/** `./usr/bin/` is `/usr/bin`; empty for the root itself, undefined for a name that leaves it. */
function guestPath(name: string): string | undefined {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  return parts.map((part) => `/${part}`).join('');
}
