/** Files of this host as entries of an initramfs: what `guest.files` and `guest.root` name. */

import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { messageOf } from '../words/errors.ts';
import { GuestError } from './errors.ts';
import type { CpioEntry } from './newc.ts';

/** What is put into a guest, and what cannot be: a socket, a pipe, a device. */
export interface Tree {
  readonly entries: readonly CpioEntry[];
  /** Paths in the guest. */
  readonly leftOut: readonly string[];
}

/** Most files of one tree, and bytes of all: an initramfs is unpacked into the guest's memory. */
const MOST_ENTRIES = 200_000;
export const MOST_BYTES = 2 * 1024 ** 3;

/**
 * A file, or a directory with all that is in it. A link that the scenario names is followed; links within a directory
 * stay links. What belongs to the user who runs tdx-boot belongs to root in the guest.
 * @param target absolute path in the guest; with `/` at its end, the name stays the same below it; empty: what is in
 *   the directory lies in the root
 * @throws GuestError code `files-unreadable` or `files-too-large`
 */
export function readTree(source: string, target: string): Tree {
  const path = target.endsWith('/') ? `${target}${basename(source)}` : target;
  const reader = new TreeReader();
  try {
    reader.add(source, path, statSync(source));
  } catch (error) {
    if (error instanceof GuestError) throw error;
    const message = `Cannot read ${source} for the guest: ${messageOf(error, source)}`;
    const hint = 'Make it readable for this user, or leave it out of guest.files and guest.root.';
    throw new GuestError('files-unreadable', message, hint, { cause: error });
  }
  return reader;
}

class TreeReader implements Tree {
  readonly entries: CpioEntry[] = [];
  readonly leftOut: string[] = [];
  #bytes = 0;

  add(source: string, path: string, found: Stats): void {
    if (this.entries.length === MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} files`);
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
      if (this.#bytes > MOST_BYTES) throw tooLarge(`more than ${MOST_BYTES} bytes`);
      this.entries.push({ type: 'file', ...owned, data: readFileSync(source) });
    } else this.leftOut.push(path);
  }
}

function ownerOf({ uid, gid }: Stats): { uid: number; gid: number } {
  const own = uid === process.getuid?.();
  return own ? { uid: 0, gid: 0 } : { uid, gid };
}

export function tooLarge(what: string): GuestError {
  const hint = 'Boot a disk image instead (guest.disks), or share the directory.';
  return new GuestError('files-too-large', `The files for the guest are too many: ${what}`, hint);
}
