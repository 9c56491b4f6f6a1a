/** Files of this host as entries of an initramfs or a disk: what `guest.files` and `guest.root` name. */

import { lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { messageOf } from '../words/errors.ts';
import { GuestError } from './errors.ts';
import type { Keeping } from './keeping.ts';
import type { GuestEntry } from './newc.ts';

/** What is put into a guest, and what cannot be: a socket, a pipe, a device. */
export interface Tree<C> {
  readonly entries: readonly GuestEntry<C>[];
  /** Paths in the guest. */
  readonly leftOut: readonly string[];
}

/**
 * A file, or a directory with all that is in it. A link that the scenario names is followed; links within a directory
 * stay links. What belongs to the user who runs tdx-boot belongs to root in the guest.
 * @param target absolute path in the guest; with `/` at its end, the name stays the same below it; empty: what is in
 *   the directory lies in the root
 * @throws GuestError code `files-unreadable` or `files-too-large`
 */
export function readTree<C>(source: string, target: string, keeping: Keeping<C>): Tree<C> {
  const path = target.endsWith('/') ? `${target}${basename(source)}` : target;
  const reader = new TreeReader(keeping);
  try {
    reader.add(source, path, statSync(source));
  } catch (error) {
    if (error instanceof GuestError) throw error;
    const message = `cannot read ${source} for the guest: ${messageOf(error, source)}`;
    const hint = 'Make it readable for this user, or leave it out of guest.files and guest.root.';
    throw new GuestError('files-unreadable', message, hint, { cause: error });
  }
  return reader;
}

class TreeReader<C> implements Tree<C> {
  readonly entries: GuestEntry<C>[] = [];
  readonly leftOut: string[] = [];
  readonly #keeping: Keeping<C>;
  #bytes = 0;

  constructor(keeping: Keeping<C>) {
    this.#keeping = keeping;
  }

  add(source: string, path: string, found: Stats): void {
    const { mostFiles, mostBytes } = this.#keeping;
    if (this.entries.length === mostFiles) throw tooLarge(`more than ${mostFiles} files`);
    const owned = { path, mode: found.mode & 0o7777, ...ownerOf(found) };
    if (found.isDirectory()) {
      if (path !== '') this.entries.push({ type: 'directory', ...owned });
      for (const name of readdirSync(source).sort()) {
        if (name.includes('\ufffd')) throw new Error(`the name of a file in ${source} is not UTF-8`);
        this.add(join(source, name), `${path}/${name}`, lstatSync(join(source, name)));
      }
    } else if (found.isSymbolicLink()) {
      this.entries.push({ type: 'link', ...owned, target: readlinkSync(source) });
    } else if (found.isFile()) {
      this.#bytes += found.size;
      if (this.#bytes > mostBytes) throw tooLarge(`more than ${mostBytes} bytes`);
      this.entries.push({ type: 'file', ...owned, ...this.#keeping.file(source, found.size) });
    } else this.leftOut.push(path);
  }
}

function ownerOf({ uid, gid }: Stats): { uid: number; gid: number } {
  const own = uid === process.getuid?.();
  return own ? { uid: 0, gid: 0 } : { uid, gid };
}

export function tooLarge(what: string): GuestError {
  const hint =
    'A root on a disk may be larger (root: { path: …, as: disk }). Or boot a disk image (guest.disks), or share the directory.';
  return new GuestError('files-too-large', `the files for the guest are too many: ${what}`, hint);
}
