/** Reads files of a FAT file system (Microsoft FAT specification 1.03), as far as an EFI System Partition needs it. */

import { UnreadableError } from './errors.ts';

/** Reads up to `length` bytes from `offset`; fewer at the end of the medium. */
export type ReadAt = (offset: number, length: number) => Buffer;

export interface FatFile {
  readonly name: string;
  readonly directory: boolean;
  readonly readOnly: boolean;
  /** Bytes; 0 of a directory. */
  readonly size: number;
  readonly cluster: number;
}

const ENTRY = 32;
/** The most bytes of a directory and clusters of a file: a damaged volume may claim more than any ESP holds. */
const MOST_DIRECTORY_BYTES = 4096 * ENTRY;
const MOST_CLUSTERS = 1 << 18;
/** From these on, a number in the table is the end of a chain. */
const CHAIN_ENDS = { 12: 0xff8, 16: 0xfff8, 32: 0x0fff_fff8 } as const;
/** FAT32 has so many clusters at least, and FAT16 4,085 (specification, section 3.5). */
const FAT32_CLUSTERS = 65_525;
const ATTRIBUTES = { readOnly: 0x01, label: 0x08, directory: 0x10, longName: 0x0f } as const;
/** Attributes of the entry that is a volume's label, without the archive bit. */
const LABEL_MASK = 0xdf;
/** The first byte of an entry that is deleted. */
const DELETED = 0xe5;
/** Set in the number of a part of a long name that is the last part. */
const LAST_PART = 0x40;
/** Where a part of a long name has the checksum of the short name. */
const CHECKSUM = 13;
/** Where the 13 characters of a part of a long name lie. */
const LONG_NAME_PARTS = [
  [1, 11],
  [14, 26],
  [28, 32],
] as const;

interface Layout {
  readonly type: 12 | 16 | 32;
  readonly clusterBytes: number;
  /** Offsets in bytes. */
  readonly table: number;
  readonly data: number;
  readonly root: { readonly offset: number; readonly size: number } | { readonly cluster: number };
  readonly clusters: number;
}

/** A volume that is read on demand. Damage throws UnreadableError, and cannot cause an endless loop. */
export class FatVolume {
  /** The serial number, as boot loaders write it: `12AB-34CD`. */
  readonly uuid: string;
  /** Whether edk2 reads the volume, too: FAT32 of too few clusters is damaged for it (FatPkg/EnhancedFatDxe/Init.c). */
  readonly edk2Reads: boolean;
  readonly #read: ReadAt;
  readonly #layout: Layout;

  private constructor(read: ReadAt, layout: Layout, uuid: string) {
    this.#read = read;
    this.#layout = layout;
    this.uuid = uuid;
    this.edk2Reads = layout.type !== 32 || layout.clusters >= FAT32_CLUSTERS;
  }

  /** Undefined when the bytes are no FAT volume. */
  static open(read: ReadAt): FatVolume | undefined {
    const sector = read(0, 512);
    const layout = layoutOf(sector);
    if (layout === undefined) return undefined;
    const serial = sector.readUInt32LE(layout.type === 32 ? 67 : 39);
    const digits = serial.toString(16).toUpperCase().padStart(8, '0');
    return new FatVolume(read, layout, `${digits.slice(0, 4)}-${digits.slice(4)}`);
  }

  /** The entries of a directory such as `EFI/BOOT`; an empty list when there is no such directory. Case is ignored. */
  list(path: string): FatFile[] {
    let files = this.#entries(this.#rootBytes());
    for (const part of path.split('/').filter((name) => name !== '')) {
      const found = files.find(({ name }) => name.toLowerCase() === part.toLowerCase());
      if (found?.directory !== true) return [];
      files = this.#entries(this.#directory(found.cluster));
    }
    return files;
  }

  /** The label, as GRUB reads it (grub-core/fs/fat.c, grub_fat_label): of the root directory. */
  get label(): string | undefined {
    for (const entry of entriesOf(this.#rootBytes())) {
      const isLabel = (entry.readUInt8(11) & LABEL_MASK) === ATTRIBUTES.label;
      if (isLabel && entry[0] !== DELETED)
        return entry.toString('latin1', 0, 11).replace(/\0.*$/s, '').trimEnd();
    }
    return undefined;
  }

  /** A file, no directory, by its path. Case is ignored. */
  find(path: string): FatFile | undefined {
    return this.#named(path, false);
  }

  /** A directory by its path. Case is ignored. */
  findDirectory(path: string): FatFile | undefined {
    return this.#named(path, true);
  }

  #named(path: string, directory: boolean): FatFile | undefined {
    const parts = path.split('/').filter((part) => part !== '');
    const name = parts.pop()?.toLowerCase();
    return this.list(parts.join('/')).find(
      (file) => file.directory === directory && file.name.toLowerCase() === name,
    );
  }

  /** Up to `length` bytes of a file from `offset`. */
  read({ cluster, size }: FatFile, offset: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const bytes = wanted === 0 ? Buffer.alloc(0) : this.#bytes(cluster, offset, wanted);
    if (bytes.length === wanted) return bytes;
    throw new UnreadableError('a file of a FAT volume is cut');
  }

  /** All bytes of a file. @param most throws UnreadableError for a larger one */
  readWhole(file: FatFile, most: number): Buffer {
    if (file.size > most) throw new UnreadableError(`a file claims ${file.size} bytes`);
    return this.read(file, 0, file.size);
  }

  #rootBytes(): Buffer {
    const { root } = this.#layout;
    return 'cluster' in root ? this.#directory(root.cluster) : this.#part(root.offset, root.size);
  }

  #directory(cluster: number): Buffer {
    const bytes = this.#bytes(cluster, 0, MOST_DIRECTORY_BYTES + 1);
    if (bytes.length <= MOST_DIRECTORY_BYTES) return bytes;
    throw new UnreadableError('a directory of a FAT volume is too large');
  }

  #bytes(first: number, offset: number, length: number): Buffer {
    const { type, clusterBytes, data, clusters } = this.#layout;
    const parts: Buffer[] = [];
    let cluster = first;
    for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
      if (walked > 0 && cluster >= CHAIN_ENDS[type]) break;
      if (cluster < 2 || cluster >= clusters + 2) throw new UnreadableError('a FAT volume is damaged');
      if (at + clusterBytes > offset) {
        const from = Math.max(0, offset - at);
        const until = Math.min(clusterBytes, offset + length - at);
        parts.push(this.#part(data + (cluster - 2) * clusterBytes + from, until - from));
      }
      at += clusterBytes;
      cluster = this.#next(cluster);
    }
    return Buffer.concat(parts);
  }

  #part(offset: number, length: number): Buffer {
    const bytes = this.#read(offset, length);
    if (bytes.length === length) return bytes;
    throw new UnreadableError('a FAT volume ends beyond the end of the disk');
  }

  /** What the table says of a cluster: the next one, or that the chain ends. */
  #next(cluster: number): number {
    const { type, table } = this.#layout;
    const bytes = this.#read(table + Math.floor((cluster * type) / 8), 4);
    const value = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
    if (type === 32) return value & 0x0fff_ffff;
    if (type === 16) return value & 0xffff;
    return (cluster % 2 === 0 ? value : value >>> 4) & 0xfff;
  }

  #entries(bytes: Buffer): FatFile[] {
    const files: FatFile[] = [];
    let long = new LongName();
    for (const entry of entriesOf(bytes)) {
      const attributes = entry.readUInt8(11);
      if (attributes === ATTRIBUTES.longName) {
        long.add(entry);
        continue;
      }
      const name = long.of(entry) ?? shortName(entry);
      long = new LongName();
      // Deleted, a volume's label, or the directory itself and its parent.
      if (entry[0] === DELETED || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 0x2e) continue;
      const directory = (attributes & ATTRIBUTES.directory) !== 0;
      const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
      const cluster = high * 0x10000 + entry.readUInt16LE(26);
      const readOnly = (attributes & ATTRIBUTES.readOnly) !== 0;
      files.push({ name, directory, readOnly, size: directory ? 0 : entry.readUInt32LE(28), cluster });
    }
    return files;
  }
}

/** The entries of a directory, up to its end. */
function* entriesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + ENTRY <= bytes.length && bytes[at] !== 0; at += ENTRY) {
    yield bytes.subarray(at, at + ENTRY);
  }
}

/** Collects the parts of a long name, which stand in reverse order before the entry that they name (specification, section 7). */
class LongName {
  #name = '';
  /** The number of the part that has to be next; 0 where the name is whole. */
  #next = -1;
  #checksum = -1;

  add(part: Buffer): void {
    const [order, checksum] = [part.readUInt8(0), part.readUInt8(CHECKSUM)];
    if ((order & LAST_PART) !== 0 && order !== DELETED) {
      [this.#name, this.#next, this.#checksum] = ['', order & (LAST_PART - 1), checksum];
    }
    if (this.#next < 1 || (order & (LAST_PART - 1)) !== this.#next || checksum !== this.#checksum) {
      this.#next = -1;
      return;
    }
    this.#name = longNamePart(part) + this.#name;
    this.#next--;
  }

  /** The long name of an entry; undefined where the parts before the entry do not belong to it. */
  of(entry: Buffer): string | undefined {
    const sum = entry.subarray(0, 11).reduce((all, byte) => ((all >> 1) + ((all & 1) << 7) + byte) & 0xff, 0);
    return this.#next === 0 && sum === this.#checksum ? this.#name : undefined;
  }
}

function layoutOf(sector: Buffer): Layout | undefined {
  if (sector.length < 512 || sector.readUInt16LE(510) !== 0xaa55) return undefined;
  const bytes = sector.readUInt16LE(11);
  const perCluster = sector.readUInt8(13);
  const reserved = sector.readUInt16LE(14);
  const tables = sector.readUInt8(16);
  const rootEntries = sector.readUInt16LE(17);
  const tableSize = sector.readUInt16LE(22) || sector.readUInt32LE(36);
  const total = sector.readUInt16LE(19) || sector.readUInt32LE(32);
  const isPower = (value: number): boolean => value > 0 && (value & (value - 1)) === 0;
  if (!isPower(bytes) || bytes < 512 || bytes > 4096 || !isPower(perCluster)) return undefined;
  if (reserved === 0 || tables === 0 || tableSize === 0) return undefined;
  const rootAt = reserved + tables * tableSize;
  const dataAt = rootAt + Math.ceil((rootEntries * ENTRY) / bytes);
  if (total <= dataAt) return undefined;
  const clusters = Math.floor((total - dataAt) / perCluster);
  // Firmware, GRUB and Linux tell FAT32 by the field, and the others by the number of clusters.
  const type = sector.readUInt16LE(22) === 0 ? 32 : clusters < 4085 ? 12 : 16;
  // A table that is not mirrored, and later versions, are not read by all of them.
  if (type === 32 && ((sector.readUInt16LE(40) & 0x80) !== 0 || sector.readUInt16LE(42) !== 0))
    return undefined;
  if ((type === 32) !== (rootEntries === 0) || (type === 16 && clusters >= FAT32_CLUSTERS)) return undefined;
  return {
    type,
    clusterBytes: bytes * perCluster,
    table: reserved * bytes,
    data: dataAt * bytes,
    root:
      type === 32
        ? { cluster: sector.readUInt32LE(44) }
        : { offset: rootAt * bytes, size: rootEntries * ENTRY },
    clusters,
  };
}

/** `BOOTX64.EFI`, of eleven characters padded with blanks. */
function shortName(entry: Buffer): string {
  const text = entry.toString('latin1', 0, 11);
  const extension = text.slice(8).trimEnd();
  return text.slice(0, 8).trimEnd() + (extension === '' ? '' : `.${extension}`);
}

function longNamePart(entry: Buffer): string {
  const text = LONG_NAME_PARTS.map(([from, to]) => entry.toString('utf16le', from, to)).join('');
  const end = text.search(/[\0\uffff]/);
  return end < 0 ? text : text.slice(0, end);
}
