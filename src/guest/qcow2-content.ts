/** Reads the content of a qcow2 image (QEMU docs/interop/qcow2.rst), as far as the image alone holds it. */

import { inflateRawSync } from 'node:zlib';
import type { ReadAt } from './fat.ts';
import { MOST_HEADER_BYTES, readQcow2Header } from './qcow2.ts';

/** Incompatible features that change where content lies, or how it is compressed: bits 2 to 4. */
const OTHER_LAYOUT = 0b11100n;
const OFFSET_BITS = (1n << 56n) - (1n << 9n);
const COMPRESSED = 1n << 62n;
/** Of version 3 only: the cluster reads as zeros, whether space is allocated for it or not. */
const ZEROS = 1n;
const SECTOR = 512;
/** The most that is kept of decompressed clusters, in bytes: file systems read the same places again and again. */
const MOST_KEPT = 8 * 1024 * 1024;
/** The most that is decompressed of one image, in bytes: a second. A hostile image has each read decompress another cluster. */
const MOST_INFLATED = 1024 * 1024 * 1024;

/**
 * @param read reads the file of the image
 * @returns reads what a guest would read of the disk; damage shortens what is read, and so do compressed clusters of more than 1 GiB.
 *   Undefined of an image that has a backing or data file, is encrypted, or has a layout of another kind
 * @throws Error when the header is damaged
 */
export function qcow2Content(read: ReadAt): ReadAt | undefined {
  const head = read(0, MOST_HEADER_BYTES);
  const { version, features, backingFile, dataFile, encrypted } = readQcow2Header(head);
  if (backingFile !== undefined || dataFile !== undefined || encrypted) return undefined;
  const bits = head.readUInt32BE(20);
  // QEMU takes clusters of 512 bytes to 2 MiB.
  if ((features & OTHER_LAYOUT) !== 0n || bits < 9 || bits > 21) return undefined;
  const layout = {
    bits,
    size: Number(head.readBigUInt64BE(24)),
    l1: Number(head.readBigUInt64BE(40)),
    l1Entries: head.readUInt32BE(36),
    zeros: version === 2 ? 0n : ZEROS,
  };
  return new Content(read, layout).read;
}

interface Layout {
  /** A cluster has `1 << bits` bytes. */
  readonly bits: number;
  /** Bytes of the disk. */
  readonly size: number;
  /** Offset of the level 1 table in the file. */
  readonly l1: number;
  readonly l1Entries: number;
  /** The bit of a level 2 entry that says that the cluster reads as zeros. */
  readonly zeros: bigint;
}

class Content {
  readonly #file: ReadAt;
  readonly #layout: Layout;
  readonly #clusterBytes: number;
  /** Decompressed clusters by their entry, the oldest first. */
  readonly #kept = new Map<bigint, Buffer>();
  #inflated = 0;

  constructor(file: ReadAt, layout: Layout) {
    this.#file = file;
    this.#layout = layout;
    this.#clusterBytes = 1 << layout.bits;
  }

  readonly read: ReadAt = (offset, length) => {
    if (!Number.isSafeInteger(offset) || offset < 0) return Buffer.alloc(0);
    const end = Math.min(offset + length, this.#layout.size);
    const parts: Buffer[] = [];
    for (let at = offset; at < end; ) {
      const within = at % this.#clusterBytes;
      const bytes = Math.min(this.#clusterBytes - within, end - at);
      const part = this.#cluster(Math.floor(at / this.#clusterBytes), within, bytes);
      parts.push(part);
      if (part.length < bytes) break;
      at += bytes;
    }
    return Buffer.concat(parts);
  };

  #cluster(index: number, within: number, bytes: number): Buffer {
    const entry = this.#entry(index);
    if (entry === undefined) return Buffer.alloc(0);
    if ((entry & COMPRESSED) !== 0n) return this.#decompressed(entry).subarray(within, within + bytes);
    const offset = Number(entry & OFFSET_BITS);
    if (offset === 0 || (entry & this.#layout.zeros) !== 0n) return Buffer.alloc(bytes);
    return this.#file(offset + within, bytes);
  }

  /** The level 2 entry of a cluster: 0 where nothing was written. Undefined beyond the end of a table. */
  #entry(index: number): bigint | undefined {
    const perTable = this.#clusterBytes / 8;
    const table = Math.floor(index / perTable);
    if (table >= this.#layout.l1Entries) return undefined;
    const l2 = this.#number(this.#layout.l1 + table * 8);
    if (l2 === undefined || (l2 & OFFSET_BITS) === 0n) return l2 === undefined ? undefined : 0n;
    return this.#number(Number(l2 & OFFSET_BITS) + (index % perTable) * 8);
  }

  #number(at: number): bigint | undefined {
    const bytes = this.#file(at, 8);
    return bytes.length < 8 ? undefined : bytes.readBigUInt64BE(0);
  }

  #decompressed(entry: bigint): Buffer {
    const kept = this.#kept.get(entry);
    if (kept !== undefined) return kept;
    const width = BigInt(62 - (this.#layout.bits - 8));
    const offset = Number(entry & ((1n << width) - 1n));
    const sectors = Number((entry & (COMPRESSED - 1n)) >> width) + 1;
    const cluster = this.#inflate(this.#file(offset, sectors * SECTOR - (offset % SECTOR)));
    if ((this.#kept.size + 1) * this.#clusterBytes > MOST_KEPT) {
      const [oldest = entry] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    this.#kept.set(entry, cluster);
    return cluster;
  }

  #inflate(bytes: Buffer): Buffer {
    this.#inflated += this.#clusterBytes;
    if (this.#inflated > MOST_INFLATED) return Buffer.alloc(0);
    try {
      // In one chunk: Node's own of 16 KiB take 2.5 times the CPU time.
      return inflateRawSync(bytes, { chunkSize: this.#clusterBytes, maxOutputLength: this.#clusterBytes });
    } catch {
      return Buffer.alloc(0);
    }
  }
}
