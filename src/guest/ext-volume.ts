/** Reads files of an ext4 file system (Linux Documentation/filesystems/ext4) as far as a boot loader needs them. */

import { UnreadableError } from './errors.ts';
import type { ReadAt } from './fat.ts';
import {
  contentOfExtents,
  type Extent,
  type LinuxEntry,
  type LinuxInode,
  LinuxVolume,
  textOf,
  uuidOf,
  wholeOf,
} from './linux-volume.ts';

interface Inode extends LinuxInode {
  readonly flags: number;
  /** What i_block holds: the root of the extents, or a short symbolic link. */
  readonly block: Buffer;
}

interface Layout {
  readonly blockBytes: number;
  readonly inodesPerGroup: number;
  readonly inodeBytes: number;
  /** Where the group descriptors begin, and how long each is. */
  readonly groups: number;
  readonly groupBytes: number;
}

const SUPERBLOCK = 1024;
const MAGIC = 0xef53;
/** Incompatible features that GRUB 2.12 reads or ignores: filetype, recover, extents, 64bit, mmp, flex_bg, csum_seed, largedir. */
const READ = 0x0002 | 0x0004 | 0x0040 | 0x0080 | 0x0100 | 0x0200 | 0x2000 | 0x4000;
const WIDE = 0x0080;
const EXTENTS = 0x8_0000;
const EXTENT_MAGIC = 0xf30a;
const EXTENT_BYTES = 12;
/** Longer extents are allocated in advance, and not written. */
const MOST_EXTENT = 0x8000;
/** A damaged file system may claim more than any /boot holds. */
const MOST_DEPTH = 5;
const MOST_DIRECTORY_BYTES = 1 << 18;
const MOST_EXTENTS = 1 << 16;
const SHORT_LINK = 60;
const INODE_BYTES = 128;
const DAMAGED = 'the extents of a file are damaged';

/** Nodes of extents may lead to each other in circles: who gives `read` bounds what is read. */
export class ExtVolume extends LinuxVolume<Inode, number> {
  readonly uuid: string;
  readonly label: string;
  protected readonly root = 2;
  readonly #read: ReadAt;
  readonly #layout: Layout;

  private constructor(read: ReadAt, head: Buffer, layout: Layout) {
    super();
    this.#read = read;
    this.#layout = layout;
    this.uuid = uuidOf(head.subarray(104, 120));
    this.label = textOf(head.subarray(120, 136));
  }

  /** Undefined when the bytes are no ext4, or one with features that GRUB does not read. */
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

  protected inodeAt(number: number): Inode {
    const { blockBytes, inodesPerGroup, inodeBytes, groups, groupBytes } = this.#layout;
    if (number === 0) throw new UnreadableError('a file has no inode');
    const group = wholeOf(
      this.#read,
      groups + Math.floor((number - 1) / inodesPerGroup) * groupBytes,
      groupBytes,
    );
    const high = groupBytes >= 64 ? group.readUInt32LE(0x28) : 0;
    const table = (high * 2 ** 32 + group.readUInt32LE(8)) * blockBytes;
    const bytes = wholeOf(this.#read, table + ((number - 1) % inodesPerGroup) * inodeBytes, INODE_BYTES);
    const size = bytes.readUInt32LE(108) * 2 ** 32 + bytes.readUInt32LE(4);
    return {
      ...{ mode: bytes.readUInt16LE(0), size, flags: bytes.readUInt32LE(32) },
      block: bytes.subarray(40, 100),
    };
  }

  protected targetOf(link: Inode): Buffer {
    if (link.size < SHORT_LINK) return link.block.subarray(0, link.size);
    return this.contentOf(link, Math.min(link.size, this.#layout.blockBytes));
  }

  /** The nodes of a hashed directory look like entries without an inode. */
  protected entriesOf(directory: Inode): LinuxEntry<number>[] {
    if (directory.size > MOST_DIRECTORY_BYTES) throw new UnreadableError('a directory is too large');
    const bytes = this.contentOf(directory, directory.size);
    const entries: LinuxEntry<number>[] = [];
    for (let at = 0; at + 8 <= bytes.length; ) {
      const [number, length] = [bytes.readUInt32LE(at), bytes.readUInt16LE(at + 4)];
      if (length < 8) throw new UnreadableError('a directory is damaged');
      const name = bytes.subarray(at + 8, at + 8 + bytes.readUInt8(at + 6));
      if (number !== 0) entries.push({ name, number });
      at += length;
    }
    return entries;
  }

  /**
   * As GRUB reads it (grub-core/fs/ext2.c, grub_ext2_read_block): holes are zeros. What GRUB does not read as Linux does is
   * unreadable: a hole at the beginning, and space that was allocated in advance and never written.
   */
  protected contentOf(inode: Inode, length: number): Buffer {
    if ((inode.flags & EXTENTS) === 0) throw new UnreadableError('a file has no extents');
    const { blockBytes } = this.#layout;
    const extents = this.#extents(inode.block, 0, []);
    if (length > 0 && extents[0]?.block !== 0) throw new UnreadableError('a file begins with a hole');
    return contentOfExtents(this.#read, blockBytes, extents, length);
  }

  /** The extents of a node of the tree and of the nodes below, added to `found`. */
  #extents(node: Buffer, depth: number, found: Extent[]): Extent[] {
    if (node.readUInt16LE(0) !== EXTENT_MAGIC || depth > MOST_DEPTH) throw new UnreadableError(DAMAGED);
    const [count, level] = [node.readUInt16LE(2), node.readUInt16LE(6)];
    if ((count + 1) * EXTENT_BYTES > node.length) throw new UnreadableError(DAMAGED);
    for (let at = EXTENT_BYTES; at <= count * EXTENT_BYTES; at += EXTENT_BYTES) {
      if (found.length > MOST_EXTENTS) throw new UnreadableError('a file has too many extents');
      if (level > 0) {
        const block = node.readUInt16LE(at + 8) * 2 ** 32 + node.readUInt32LE(at + 4);
        const { blockBytes } = this.#layout;
        this.#extents(wholeOf(this.#read, block * blockBytes, blockBytes), depth + 1, found);
      } else {
        const place = node.readUInt16LE(at + 6) * 2 ** 32 + node.readUInt32LE(at + 8);
        const blocks = node.readUInt16LE(at + 4);
        found.push({ block: node.readUInt32LE(at), blocks, place, unwritten: blocks > MOST_EXTENT });
      }
    }
    return found;
  }
}
