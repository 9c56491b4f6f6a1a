/** Layers of an initramfs, one over the other: a root file system, the probe, and files of the user. */

import { dirname, join } from 'node:path';
import type { GuestEntry } from './newc.ts';

type Entries<C> = Map<string, GuestEntry<C>>;

/** As many links of one path as the kernel follows (include/linux/namei.h, MAXSYMLINKS). */
const MOST_LINKS = 40;

/**
 * The entries of all layers, directories before what is in them. A later layer replaces what an earlier one has of the
 * same path. A path that leads through a link of an earlier entry, such as `/sbin` of a merged `/usr`, is followed, and
 * a directory where such a link stands adds nothing. Directories that no layer has are made.
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
  return [...merged.values()];
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
