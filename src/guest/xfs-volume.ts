/** Reads files of XFS, version 5 (XFS Algorithms & Data Structures, 3rd edition), as far as a boot loader needs them. */

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

type Entry = LinuxEntry<bigint>;

interface Inode extends LinuxInode {
  readonly format: number;
  readonly extents: number;
  /** What stands in the inode itself: content, or extents. */
  readonly fork: Buffer;
}

interface Layout {
  readonly blockBytes: number;
  readonly directoryBytes: number;
  readonly inodeBytes: number;
  /** Blocks of an allocation group. */
  readonly groupBlocks: number;
  /** Bits of a number: of a block within its group, and of an inode within its block. */
  readonly groupBits: bigint;
  readonly inodeBits: bigint;
}

const VERSION = 5;
/** Incompatible features that GRUB 2.12 reads or ignores: ftype, sparse inodes, metadata UUID, bigtime, nrext64. */
const READ = 0x01 | 0x02 | 0x04 | 0x08 | 0x20;
const NEEDED = 0x01;
const FORMAT = { local: 1, extents: 2 } as const;
const CORE_BYTES = 176;
const LARGE_COUNTS = 1n << 4n;
const BLOCK_HEADER_BYTES = 64;
const UNUSED = 0xffff;
const EXTENT_BYTES = 16;
const DAMAGED = 'a directory is damaged';
/** A damaged file system may claim more than any /boot holds. */
const MOST_DIRECTORY_BYTES = 1 << 18;

export class XfsVolume extends LinuxVolume<Inode, bigint> {
  readonly uuid: string;
  readonly label: string;
  protected readonly root: bigint;
  readonly #read: ReadAt;
  readonly #layout: Layout;

  private constructor(read: ReadAt, head: Buffer, layout: Layout) {
    super();
    this.#read = read;
    this.#layout = layout;
    this.root = head.readBigUInt64BE(56);
    this.uuid = uuidOf(head.subarray(32, 48));
    this.label = textOf(head.subarray(108, 120));
  }

  /** Undefined when the bytes are no XFS of this version, or one with features that GRUB does not read. */
  static open(read: ReadAt): XfsVolume | undefined {
    const head = read(0, 512);
    if (head.length < 512 || head.toString('latin1', 0, 4) !== 'XFSB') return undefined;
    const features = head.readUInt32BE(216);
    if ((head.readUInt16BE(100) & 0xf) !== VERSION || (features & NEEDED) === 0) return undefined;
    const [blockBytes, inodeBytes] = [head.readUInt32BE(4), head.readUInt16BE(104)];
    const directoryBits = head.readUInt8(192);
    if ((features & ~READ) !== 0 || blockBytes < 512 || blockBytes > 65_536) return undefined;
    if (inodeBytes < 256 || inodeBytes > blockBytes || directoryBits > 7) return undefined;
    return new XfsVolume(read, head, {
      ...{ blockBytes, inodeBytes, directoryBytes: blockBytes << directoryBits },
      groupBlocks: head.readUInt32BE(84),
      groupBits: BigInt(Math.min(head.readUInt8(124), 32)),
      inodeBits: BigInt(Math.min(head.readUInt8(123), 8)),
    });
  }

  protected inodeAt(number: bigint): Inode {
    const { blockBytes, inodeBytes, inodeBits } = this.#layout;
    const block = this.#placeOf(number >> inodeBits);
    const within = Number(number & ((1n << inodeBits) - 1n)) * inodeBytes;
    const bytes = wholeOf(this.#read, block * blockBytes + within, inodeBytes);
    if (bytes.toString('latin1', 0, 2) !== 'IN') throw new UnreadableError('a file has no inode');
    const end = bytes.readUInt8(82) === 0 ? inodeBytes : CORE_BYTES + 8 * bytes.readUInt8(82);
    const large = (bytes.readBigUInt64BE(120) & LARGE_COUNTS) !== 0n;
    return {
      ...{ mode: bytes.readUInt16BE(2), format: bytes.readUInt8(5), size: Number(bytes.readBigUInt64BE(56)) },
      extents: large ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(76),
      fork: bytes.subarray(CORE_BYTES, Math.min(end, inodeBytes)),
    };
  }

  /** The number of a block on the disk: its own number begins with that of its group. */
  #placeOf(block: bigint): number {
    const { groupBlocks, groupBits } = this.#layout;
    return Number(block >> groupBits) * groupBlocks + Number(block & ((1n << groupBits) - 1n));
  }

  protected targetOf({ format, fork, size }: Inode): Buffer {
    if (format === FORMAT.local) return fork.subarray(0, size);
    throw new UnreadableError('a symbolic link is too long');
  }

  protected entriesOf(directory: Inode): Entry[] {
    if (directory.format === FORMAT.local) return shortEntries(directory.fork);
    const { directoryBytes } = this.#layout;
    if (directory.size > MOST_DIRECTORY_BYTES) throw new UnreadableError('a directory is too large');
    const bytes = this.contentOf(directory, directory.size);
    const entries: Entry[] = [];
    for (let at = 0; at < bytes.length; at += directoryBytes) {
      entries.push(...blockEntries(bytes.subarray(at, at + directoryBytes)));
    }
    return entries;
  }

  /** Holes are zeros. Blocks that were never written are unreadable: GRUB reads what lies there. */
  protected contentOf(inode: Inode, length: number): Buffer {
    if (inode.format === FORMAT.local) return inode.fork.subarray(0, length);
    const { blockBytes } = this.#layout;
    if (inode.format !== FORMAT.extents || inode.extents * EXTENT_BYTES > inode.fork.length)
      throw new UnreadableError('the pieces of a file are in a tree, which is not read');
    return contentOfExtents(this.#read, blockBytes, this.#extentsOf(inode), length);
  }

  /** Records of 128 bits: unwritten, block of the file (54), number on the disk (52), how many (21). */
  #extentsOf({ fork, extents: count }: Inode): Extent[] {
    const extents: Extent[] = [];
    for (let at = 0; at < count * EXTENT_BYTES; at += EXTENT_BYTES) {
      const [high, low] = [fork.readBigUInt64BE(at), fork.readBigUInt64BE(at + 8)];
      extents.push({
        block: Number((high >> 9n) & ((1n << 54n) - 1n)),
        blocks: Number(low & ((1n << 21n) - 1n)),
        place: this.#placeOf(((high & 0x1ffn) << 43n) | (low >> 21n)),
        unwritten: high >> 63n === 1n,
      });
    }
    return extents;
  }
}

/**
 * A directory within its inode (xfs_dir2_sf_hdr): numbers of inodes have four bytes, or eight where a number needs eight.
 * @throws UnreadableError
 */
function shortEntries(fork: Buffer): Entry[] {
  const [count = 0, largeNumbers = 0] = fork;
  const large = largeNumbers > 0;
  const width = large ? 8 : 4;
  const entries: Entry[] = [];
  for (let at = 2 + width; entries.length < count; ) {
    const end = at + 3 + (fork[at] ?? 0);
    if (end + 1 + width > fork.length) throw new UnreadableError(DAMAGED);
    const number = large ? fork.readBigUInt64BE(end + 1) : BigInt(fork.readUInt32BE(end + 1));
    entries.push({ name: fork.subarray(at + 3, end), number });
    at = end + 1 + width;
  }
  return entries;
}

/**
 * A block of a directory (xfs_dir3_data_hdr); the only block of a small directory has its index at the end.
 * @throws UnreadableError also for a hole, where a block has become empty: GRUB 2.12 ends with an error there, later ones read on
 */
function blockEntries(block: Buffer): Entry[] {
  if (block.length < BLOCK_HEADER_BYTES) throw new UnreadableError(DAMAGED);
  const magic = block.toString('latin1', 0, 4);
  if (magic !== 'XDB3' && magic !== 'XDD3') throw new UnreadableError(DAMAGED);
  const index = magic === 'XDB3' ? 8 + 8 * block.readUInt32BE(block.length - 8) : 0;
  const entries: Entry[] = [];
  for (let at = BLOCK_HEADER_BYTES; at + 16 <= block.length - index; ) {
    if (block.readUInt16BE(at) === UNUSED) {
      const length = block.readUInt16BE(at + 2);
      if (length < 8) throw new UnreadableError(DAMAGED);
      at += length;
      continue;
    }
    const end = at + 9 + block.readUInt8(at + 8);
    entries.push({ name: block.subarray(at + 9, end), number: block.readBigUInt64BE(at) });
    // The kind of the file, and where the entry begins.
    at = Math.ceil((end + 3) / 8) * 8;
  }
  return entries;
}
