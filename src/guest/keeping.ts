/** How files that go into a guest are kept until they are there: in memory for an initrd, in files for a disk of any size. */

import { accessSync, closeSync, constants, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { GIB } from '../words/units.ts';
import type { Held, Placed } from './newc.ts';

/** @template C what is kept of a file */
export interface Keeping<C> {
  /** The most bytes of one tree. */
  readonly mostBytes: number;
  readonly mostFiles: number;
  /** Keeps a file of this host, which can be read. @param bytes its length */
  file(source: string, bytes: number): C;
  /** Keeps a file whose bytes come piece by piece. */
  begin(): Sink<C>;
  /** The same content for another file. */
  again(content: C): C;
  /** In bytes. */
  lengthOf(content: C): number;
}

interface Sink<C> {
  write(piece: Uint8Array): void;
  end(): C;
}

/** An initramfs is unpacked into the guest's memory. */
export const IN_MEMORY: Keeping<Held> = {
  mostBytes: 2 * GIB,
  mostFiles: 200_000,
  file: (source) => ({ data: readFileSync(source) }),
  begin: () => {
    const pieces: Uint8Array[] = [];
    return { write: (piece) => void pieces.push(piece), end: () => ({ data: Buffer.concat(pieces) }) };
  },
  again: (content) => content,
  lengthOf: ({ data }) => data.byteLength,
};

/** Files of this host stay where they are; other content gets a new file. @param directory for the new files */
export function onDisk(directory: string): Keeping<Placed> {
  let made = 0;
  const fresh = (): string => join(directory, `content-${made++}`);
  return {
    mostBytes: 64 * GIB,
    mostFiles: 1_000_000,
    file: (source, bytes) => {
      accessSync(source, constants.R_OK);
      return { source, bytes };
    },
    begin: () => {
      const source = fresh();
      const fd = openSync(source, 'wx', 0o600);
      let bytes = 0;
      return {
        write: (piece) => {
          for (let at = 0; at < piece.length; ) at += writeSync(fd, piece, at);
          bytes += piece.length;
        },
        end: () => {
          closeSync(fd);
          return { source, bytes, ours: true };
        },
      };
    },
    again: ({ source, bytes }) => {
      const copy = fresh();
      copyFileSync(source, copy, constants.COPYFILE_FICLONE);
      return { source: copy, bytes, ours: true };
    },
    lengthOf: ({ bytes }) => bytes,
  };
}
