/** Reads files of an ext4 file system (Linux Documentation/filesystems/ext4), as far as a boot loader needs it. */

import type { ReadAt } from './fat.ts';

export interface ExtFile {
  readonly directory: boolean;
  /** Bytes. */
  readonly size: number;
  readonly inode: Inode;
}

interface Inode {
  readonly mode: number;
  readonly size: number;
  readonly flags: number;
  /** What i_block holds: the root of the extents, or a short symbolic link. */
  readonly block: Buffer;
}

interface Layout {
  readonly blockBytes: number;
  readonly inodesPerGroup: number;
  readonly inodeBytes: number;
  /** Of the group descriptors: where they begin, and how long each is. */
  readonly groups: number;
  readonly groupBytes: number;
}

/** Numbers of blocks: where in the file, how many, and where on the disk. */
interface Extent {
  readonly block: number;
  readonly blocks: number;
  readonly place: number;
}

const SUPERBLOCK = 1024;
const MAGIC = 0xef53;
/** Incompatible features that GRUB 2.12 reads or ignores: filetype, recover, extents, 64bit, mmp, flex_bg, csum_seed, largedir. */
const READ = 0x0002 | 0x0004 | 0x0040 | 0x0080 | 0x0100 | 0x0200 | 0x2000 | 0x4000;
const WIDE = 0x0080;
const MODE = { kind: 0xf000, directory: 0x4000, file: 0x8000, link: 0xa000 } as const;
const EXTENTS = 0x8_0000;
const EXTENT_MAGIC = 0xf30a;
const EXTENT_BYTES = 12;
/** Longer extents are allocated in advance, and not written. */
const MOST_EXTENT = 0x8000;
const ROOT_INODE = 2;
/** A damaged file system may claim more than any /boot holds. */
const MOST_LINKS = 8;
const MOST_DEPTH = 5;
const MOST_DIRECTORY_BYTES = 1 << 18;
const MOST_NAMES = 32;
const MOST_EXTENTS = 1 << 16;
const SHORT_LINK = 60;

/**
 * A file system that is read on demand. Damage shortens what is read. Nodes of extents may lead to each other in circles: who gives
 * `read` bounds what it reads.
 */
export class ExtVolume {
  readonly uuid: string;
  readonly label: string;
  readonly #read: ReadAt;
  readonly #layout: Layout;

  private constructor(read: ReadAt, head: Buffer, layout: Layout) {
    this.#read = read;
    this.#layout = layout;
    const raw = head.toString('hex', 104, 120);
    this.uuid = raw.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    this.label = head.toString('latin1', 120, 136).replace(/\0.*$/s, '');
  }

  /** Undefined when the bytes are no ext4 with extents, or one with features that GRUB does not read. */
  static open(read: ReadAt): ExtVolume | undefined {
    const head = read(SUPERBLOCK, 1024);
    if (head.length < 1024 || head.readUInt16LE(56) !== MAGIC) return undefined;
    const features = head.readUInt32LE(96);
    const blockBytes = 1024 << head.readUInt32LE(24);
    const inodesPerGroup = head.readUInt32LE(40);
    const inodeBytes = head.readUInt16LE(88);
    if ((features & ~READ) !== 0 || blockBytes > 65_536 || blockBytes < 1024) return undefined;
    if (inodesPerGroup === 0 || inodeBytes < 128 || inodeBytes > blockBytes) return undefined;
    const groups = (head.readUInt32LE(20) + 1) * blockBytes;
    const groupBytes = (features & WIDE) === 0 ? 32 : head.readUInt16LE(254);
    if (groupBytes < 32) return undefined;
    return new ExtVolume(read, head, { blockBytes, inodesPerGroup, inodeBytes, groups, groupBytes });
  }

  /** A file or directory by its path. Symbolic links are followed. */
  find(path: string): ExtFile | undefined {
    const names = path.split('/').filter((name) => name !== '');
    let inode = this.#inodeAt(ROOT_INODE);
    let [links, walked] = [0, 0];
    while (inode !== undefined && names.length > 0) {
      if (++walked > MOST_NAMES) return undefined;
      const number = this.#entry(inode, names.shift() ?? '');
      const next = number === undefined ? undefined : this.#inodeAt(number);
      if (next === undefined || (next.mode & MODE.kind) !== MODE.link) {
        inode = next;
        continue;
      }
      if (++links > MOST_LINKS) return undefined;
      const target = this.#link(next);
      names.unshift(...target.split('/').filter((part) => part !== ''));
      if (target.startsWith('/')) inode = this.#inodeAt(ROOT_INODE);
    }
    if (inode === undefined) return undefined;
    const kind = inode.mode & MODE.kind;
    if (kind !== MODE.file && kind !== MODE.directory) return undefined;
    return { directory: kind === MODE.directory, size: inode.size, inode };
  }

  /** Up to `length` bytes of a file from its beginning; undefined for a file that GRUB does not read as Linux does. */
  read({ inode }: ExtFile, length: number): Buffer | undefined {
    return this.#content(inode, Math.min(length, inode.size));
  }

  /** The names in a directory; undefined where there is no such directory, or where the directory is damaged. */
  list(path: string): string[] | undefined {
    const found = this.find(path);
    const entries = found?.directory === true ? this.#entries(found.inode) : undefined;
    return entries?.map(({ name }) => name.toString('utf8')).filter((name) => name !== '.' && name !== '..');
  }

  #inodeAt(number: number): Inode | undefined {
    const { blockBytes, inodesPerGroup, inodeBytes, groups, groupBytes } = this.#layout;
    if (number === 0) return undefined;
    const group = this.#read(groups + Math.floor((number - 1) / inodesPerGroup) * groupBytes, groupBytes);
    if (group.length < groupBytes) return undefined;
    const high = groupBytes >= 64 ? group.readUInt32LE(0x28) : 0;
    const table = (high * 2 ** 32 + group.readUInt32LE(8)) * blockBytes;
    const bytes = this.#read(table + ((number - 1) % inodesPerGroup) * inodeBytes, 128);
    if (bytes.length < 128) return undefined;
    const size = bytes.readUInt32LE(108) * 2 ** 32 + bytes.readUInt32LE(4);
    return {
      ...{ mode: bytes.readUInt16LE(0), size, flags: bytes.readUInt32LE(32) },
      block: bytes.subarray(40, 100),
    };
  }

  #link(inode: Inode): string {
    const bytes =
      inode.size < SHORT_LINK
        ? inode.block.subarray(0, inode.size)
        : this.#content(inode, Math.min(inode.size, this.#layout.blockBytes));
    return bytes?.toString('utf8') ?? '';
  }

  /** The inode of a name. */
  #entry(directory: Inode, wanted: string): number | undefined {
    const bytes = Buffer.from(wanted, 'utf8');
    return this.#entries(directory)?.find(({ name }) => name.equals(bytes))?.number;
  }

  /** The entries up to the first damaged one. The nodes of a hashed directory look like entries without an inode. */
  #entries(directory: Inode): { readonly name: Buffer; readonly number: number }[] | undefined {
    if ((directory.mode & MODE.kind) !== MODE.directory || (directory.flags & EXTENTS) === 0) {
      return undefined;
    }
    const bytes = this.#content(directory, Math.min(directory.size, MOST_DIRECTORY_BYTES));
    if (bytes === undefined) return undefined;
    const entries: { name: Buffer; number: number }[] = [];
    for (let at = 0; at + 8 <= bytes.length; ) {
      const [number, length] = [bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4)];
      if (length < 8) break;
      const name = bytes.subarray(at + 8, at + 8 + bytes.readUInt8(at + 6));
      if (number !== 0) entries.push({ name, number });
      at += length;
    }
    return entries;
  }

  /**
   * As GRUB reads it (grub-core/fs/ext2.c, grub_ext2_read_block): holes are zeros. Undefined where GRUB reads an error or blocks that
   * were never written: a hole at the beginning, and space that was allocated in advance.
   */
  #content(inode: Inode, length: number): Buffer | undefined {
    if ((inode.flags & EXTENTS) === 0) return undefined;
    const { blockBytes } = this.#layout;
    const extents = this.#extents(inode.block, 0, []);
    if (length > 0 && extents?.[0]?.block !== 0) return undefined;
    const content = Buffer.alloc(length);
    for (const { block, blocks, place } of extents ?? []) {
      const to = block * blockBytes;
      if (to >= length) continue;
      if (blocks > MOST_EXTENT) return undefined;
      const bytes = this.#read(place * blockBytes, Math.min(blocks * blockBytes, length - to));
      bytes.copy(content, to);
    }
    return content;
  }

  /** The extents of a node of the tree and of the nodes below, added to `found`. Undefined for a damaged tree. */
  #extents(node: Buffer, depth: number, found: Extent[]): Extent[] | undefined {
    if (node.length < EXTENT_BYTES || node.readUInt16LE(0) !== EXTENT_MAGIC || depth > MOST_DEPTH)
      return undefined;
    const [count, level] = [node.readUInt16LE(2), node.readUInt16LE(6)];
    for (
      let at = EXTENT_BYTES;
      at + EXTENT_BYTES <= node.length && at <= count * EXTENT_BYTES;
      at += EXTENT_BYTES
    ) {
      if (found.length > MOST_EXTENTS) return undefined;
      if (level > 0) {
        const block = node.readUInt16LE(at + 8) * 2 ** 32 + node.readUInt32LE(at + 4);
        const { blockBytes } = this.#layout;
        if (this.#extents(this.#read(block * blockBytes, blockBytes), depth + 1, found) === undefined)
          return undefined;
      } else {
        const place = node.readUInt16LE(at + 6) * 2 ** 32 + node.readUInt32LE(at + 8);
        found.push({ block: node.readUInt32LE(at), blocks: node.readUInt16LE(at + 4), place });
      }
    }
    return found;
  }
}
