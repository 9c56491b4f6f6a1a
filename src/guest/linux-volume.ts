/** What ext4 and XFS have in common: inodes, directories of names, symbolic links. */

import { UnreadableError } from './errors.ts';
import type { ReadAt } from './fat.ts';

/** A file or a directory. */
export interface LinuxFile {
  readonly directory: boolean;
  /** Bytes. */
  readonly size: number;
  /**
   * Up to `length` bytes from the beginning.
   * @throws UnreadableError also for a file that GRUB does not read as Linux does
   */
  read(length: number): Buffer;
}

/** What an inode has on each of them. */
export interface LinuxInode {
  readonly mode: number;
  /** Bytes. */
  readonly size: number;
}

/** A name in a directory. @template N number of an inode */
export interface LinuxEntry<N> {
  readonly name: Buffer;
  readonly number: N;
}

/** A piece of a file, in numbers of blocks: where in the file, how many, and where on the disk. */
export interface Extent {
  readonly block: number;
  readonly blocks: number;
  readonly place: number;
  /** Allocated in advance, and not written. */
  readonly unwritten: boolean;
}

const MODE = { kind: 0xf000, directory: 0x4000, file: 0x8000, link: 0xa000 } as const;
/** As many links of one path as GRUB follows (grub-core/fs/fshelp.c, find_file). */
const MOST_LINKS = 7;
/** A damaged file system may claim more than any /boot holds. */
const MOST_NAMES = 32;

/**
 * A file system that is read on demand. What GRUB finds missing is undefined, what is unreadable throws.
 * @template I inode @template N number of an inode
 */
export abstract class LinuxVolume<I extends LinuxInode, N> {
  abstract readonly uuid: string;
  abstract readonly label: string;
  /** Number of the root's inode. */
  protected abstract readonly root: N;

  /** @throws UnreadableError */
  protected abstract inodeAt(number: N): I;
  /** @throws UnreadableError */
  protected abstract entriesOf(directory: I): readonly LinuxEntry<N>[];
  /** Up to `length` bytes from the beginning. @throws UnreadableError also for a file that GRUB does not read as Linux does */
  protected abstract contentOf(inode: I, length: number): Buffer;
  /** Where a symbolic link leads. @throws UnreadableError */
  protected abstract targetOf(link: I): Buffer;

  /** A file or directory by its path. Symbolic links are followed. @throws UnreadableError */
  find(path: string): LinuxFile | undefined {
    const inode = this.#follow(path);
    const kind = inode === undefined ? undefined : kindOf(inode);
    if (inode === undefined || (kind !== MODE.file && kind !== MODE.directory)) return undefined;
    const read = (length: number): Buffer => this.contentOf(inode, Math.min(length, inode.size));
    return { directory: kind === MODE.directory, size: inode.size, read };
  }

  /** The names in a directory; undefined where there is no such directory. @throws UnreadableError */
  list(path: string): string[] | undefined {
    const directory = this.#follow(path);
    if (directory === undefined || kindOf(directory) !== MODE.directory) return undefined;
    const names = this.entriesOf(directory).map(({ name }) => name.toString('utf8'));
    return names.filter((name) => name !== '.' && name !== '..');
  }

  /** Whether a name in a directory is a directory itself, and no link to one; undefined where there is no such name. @throws UnreadableError */
  isDirectory(parent: string, name: string): boolean | undefined {
    const directory = this.#follow(parent);
    const found = directory === undefined ? undefined : this.#named(directory, name);
    return found === undefined ? undefined : kindOf(found) === MODE.directory;
  }

  #follow(path: string): I | undefined {
    const names = namesOf(path);
    // The directories that lead to the last one.
    let way = [this.inodeAt(this.root)];
    for (let links = 0, walked = 0; ; ) {
      const inode = way.at(-1);
      const wanted = names.shift();
      if (inode === undefined || wanted === undefined) return inode;
      if (++walked > MOST_NAMES) throw new UnreadableError('a path has too many names');
      if (kindOf(inode) !== MODE.directory) return undefined;
      if (wanted === '..') {
        if (way.length > 1) way.pop();
        continue;
      }
      const next = this.#named(inode, wanted);
      if (next === undefined) return undefined;
      if (kindOf(next) !== MODE.link) {
        way.push(next);
        continue;
      }
      if (++links > MOST_LINKS) return undefined;
      const target = this.targetOf(next).toString('utf8');
      names.unshift(...namesOf(target));
      if (target.startsWith('/')) way = way.slice(0, 1);
    }
  }

  #named(directory: I, wanted: string): I | undefined {
    if (kindOf(directory) !== MODE.directory) return undefined;
    const bytes = Buffer.from(wanted, 'utf8');
    const entry = this.entriesOf(directory).find(({ name }) => name.equals(bytes));
    return entry === undefined ? undefined : this.inodeAt(entry.number);
  }
}

function namesOf(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

/** As many bytes as asked for. @throws UnreadableError */
export function wholeOf(read: ReadAt, offset: number, length: number): Buffer {
  const bytes = read(offset, length);
  if (bytes.length === length) return bytes;
  throw new UnreadableError('a part of a file lies beyond the end of the disk');
}

/**
 * The first `length` bytes of the file with these extents. Holes are zeros, and blocks that were never written are unreadable: GRUB
 * reads what lies there.
 * @throws UnreadableError
 */
export function contentOfExtents(
  read: ReadAt,
  blockBytes: number,
  extents: readonly Extent[],
  length: number,
): Buffer {
  const content = Buffer.alloc(length);
  let end = 0;
  for (const { block, blocks, place, unwritten } of extents) {
    const to = block * blockBytes;
    if (to >= length) break;
    if (block < end) throw new UnreadableError('the pieces of a file overlap');
    if (unwritten) throw new UnreadableError('a part of a file was never written');
    end = block + blocks;
    wholeOf(read, place * blockBytes, Math.min(blocks * blockBytes, length - to)).copy(content, to);
  }
  return content;
}

function kindOf({ mode }: LinuxInode): number {
  return mode & MODE.kind;
}

/** A UUID as tools write it. @param bytes 16 of them */
export function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A text that ends at its first NUL. */
export function textOf(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\0.*$/s, '');
}
