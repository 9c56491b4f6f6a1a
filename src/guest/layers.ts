/** Layers of an initramfs, one over the other: a root file system, the probe, and files of the user. */

import { dirname, join } from 'node:path';
import { GuestError } from './errors.ts';
import type { GuestEntry } from './newc.ts';

type Entries<C> = Map<string, GuestEntry<C>>;

/** As many links of one path as the kernel follows (include/linux/namei.h, MAXSYMLINKS). */
const MOST_LINKS = 40;

/**
 * The entries of all layers, directories before what is in them. A later layer replaces what an earlier one has of the
 * same path. A path that leads through a link of an earlier entry, such as `/sbin` of a merged `/usr`, is followed, and
 * a directory where such a link stands adds nothing. Directories that no layer has are made.
 * @throws GuestError code `files-unreadable` where an entry would lie below another one that is no directory
 */
export function mergeLayers<C>(layers: readonly (readonly GuestEntry<C>[])[]): GuestEntry<C>[] {
  const merged: Entries<C> = new Map();
  for (const entry of layers.flat()) {
    const path = join(follow(dirname(entry.path), merged), entry.path.slice(dirname(entry.path).length));
    const known = merged.get(path);
    if (known?.type === 'link' && entry.type === 'directory') continue;
    addParents(path, merged);
    merged.set(path, { ...entry, path });
  }
  const entries = [...merged.values()];
  for (const { path } of entries) {
    const parent = dirname(path);
    if (parent !== '/' && merged.get(parent)?.type !== 'directory') throw misplaced(path, parent);
  }
  return entries;
}

function misplaced(path: string, parent: string): GuestError {
  const message = `cannot put ${JSON.stringify(path)} into the guest: ${JSON.stringify(parent)} is no directory there`;
  const hint = 'Something else of guest.root or guest.files has that path: leave one of them out.';
  return new GuestError('files-unreadable', message, hint);
}

/** Where a directory really is. */
function follow<C>(path: string, merged: Entries<C>): string {
  let real = '/';
  let rest = path.split('/').filter((part) => part !== '');
  for (let links = 0; rest.length > 0; ) {
    const [part = '', ...more] = rest;
    const next = join(real, part);
    const entry = merged.get(next);
    rest = more;
    if (entry?.type !== 'link' || ++links > MOST_LINKS) real = next;
    else {
      rest = [...entry.target.split('/').filter((word) => word !== '' && word !== '.'), ...more];
      if (entry.target.startsWith('/')) real = '/';
    }
  }
  return real;
}

function addParents<C>(path: string, merged: Entries<C>): void {
  const parent = dirname(path);
  if (parent === '/' || merged.has(parent)) return;
  addParents(parent, merged);
  merged.set(parent, { type: 'directory', path: parent });
}
