/** Reads files of a FAT file system (Microsoft FAT specification 1.03), as far as an EFI System Partition needs it. */

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
/** The most entries of a directory and bytes of a file: a damaged volume may claim more than any ESP holds. */
const MOST_ENTRIES = 4096;
const MOST_CLUSTERS = 1 << 18;
const ATTRIBUTES = { readOnly: 0x01, label: 0x08, directory: 0x10, longName: 0x0f } as const;
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

/** A volume that is read on demand. Damage shortens what is read and cannot cause an endless loop. */
export class FatVolume {
  /** The serial number, as boot loaders write it: `12AB-34CD`. */
  readonly uuid: string;
  readonly #read: ReadAt;
  readonly #layout: Layout;

  private constructor(read: ReadAt, layout: Layout, uuid: string) {
    this.#read = read;
    this.#layout = layout;
    this.uuid = uuid;
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
      files = this.#entries(this.#bytes(found.cluster, 0, MOST_ENTRIES * ENTRY));
    }
    return files;
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
    return this.#bytes(cluster, offset, Math.max(0, Math.min(length, size - offset)));
  }

  #rootBytes(): Buffer {
    const { root } = this.#layout;
    return 'cluster' in root
      ? this.#bytes(root.cluster, 0, MOST_ENTRIES * ENTRY)
      : this.#read(root.offset, root.size);
  }

  #bytes(first: number, offset: number, length: number): Buffer {
    const { clusterBytes, data, clusters } = this.#layout;
    const parts: Buffer[] = [];
    let cluster = first;
    for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
      if (cluster < 2 || cluster >= clusters + 2) break;
      if (at + clusterBytes > offset) {
        const from = Math.max(0, offset - at);
        const until = Math.min(clusterBytes, offset + length - at);
        parts.push(this.#read(data + (cluster - 2) * clusterBytes + from, until - from));
      }
      at += clusterBytes;
      cluster = this.#next(cluster);
    }
    return Buffer.concat(parts);
  }

  /** What the table says of a cluster: the next one; a number beyond the last cluster at the end of a chain. */
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
    let longName = '';
    for (
      let at = 0;
      at + ENTRY <= bytes.length && bytes[at] !== 0 && files.length < MOST_ENTRIES;
      at += ENTRY
    ) {
      const entry = bytes.subarray(at, at + ENTRY);
      const attributes = entry.readUInt8(11);
      if (attributes === ATTRIBUTES.longName) {
        longName = longNamePart(entry) + longName;
        continue;
      }
      const name = longName === '' ? shortName(entry) : longName;
      longName = '';
      // Deleted, a volume's label, or the directory itself and its parent.
      if (entry[0] === 0xe5 || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 0x2e) continue;
      const directory = (attributes & ATTRIBUTES.directory) !== 0;
      const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
      const cluster = high * 0x10000 + entry.readUInt16LE(26);
      const readOnly = (attributes & ATTRIBUTES.readOnly) !== 0;
      files.push({ name, directory, readOnly, size: directory ? 0 : entry.readUInt32LE(28), cluster });
    }
    return files;
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
  const type = clusters < 4085 ? 12 : clusters < 65_525 ? 16 : 32;
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
