/** The partitions of a GUID Partition Table (UEFI specification 2.10, 5.3). */

import { crc32 } from 'node:zlib';
import { guidAt } from '../tdx/format.ts';
import type { ReadAt } from './fat.ts';

export interface Partition {
  /** Its place in the table, from 1. */
  readonly number: number;
  /** A GUID in registry form. */
  readonly type: string;
  /** Where it begins, in bytes. */
  readonly start: number;
  /** The whole entry. */
  readonly entry: Buffer;
  /** Whether edk2 makes the partition known to its drivers. Linux and GRUB know each. */
  readonly known: boolean;
}

/** A table as it is on the disk, and what it says. */
export interface PartitionTable {
  /** The sector of the header. */
  readonly header: Buffer;
  /** In the order of the table. */
  readonly partitions: readonly Partition[];
}

/** Disks with sectors of another size are not read. */
export const SECTOR = 512;
/** More than any disk has: tables have 16 KiB. */
const MOST_TABLE_BYTES = 1024 * 1024;
const UNUSED = '00000000-0000-0000-0000-000000000000';
/** Offsets in the header (5.3.2). */
const HEADER = {
  ...{ revision: 8, size: 12, crc: 16, own: 24, firstUsable: 40, lastUsable: 48 },
  ...{ table: 72, count: 80, entrySize: 84, tableCrc: 88 },
};
/** Offsets in an entry, and the attribute that says that firmware is to ignore the partition (5.3.3). */
const ENTRY = { first: 32, last: 40, attributes: 48 };
const IGNORED = 2;
const [REVISION, LEAST_HEADER, LEAST_ENTRY] = [0x1_0000, 92, 128];
/** The first of the four partitions of a protective MBR, where a partition has its type and its first sector (5.2.1). */
const PROTECTIVE = { first: 446, bytes: 16, type: 4, sector: 8, isGpt: 0xee };

/**
 * The table of a disk; undefined where edk2 does not take the first of its two tables (PartitionInstallGptChildHandles and
 * PartitionValidGptTable in PartitionDxe and GptLib): versions of edk2 differ in which table they measure then.
 */
export function readTable(read: ReadAt): PartitionTable | undefined {
  const header = read(SECTOR, SECTOR);
  if (!isProtective(read(0, SECTOR)) || !isValid(header)) return undefined;
  const [size, count] = [header.readUInt32LE(HEADER.entrySize), header.readUInt32LE(HEADER.count)];
  if (size * count > MOST_TABLE_BYTES) return undefined;
  const table = read(Number(header.readBigUInt64LE(HEADER.table)) * SECTOR, size * count);
  if (table.length < size * count || crc32(table) !== header.readUInt32LE(HEADER.tableCrc)) return undefined;
  const used: Used[] = [];
  for (let at = 0, number = 1; at < table.length; at += size, number++) {
    const entry = table.subarray(at, at + size);
    const first = Number(entry.readBigUInt64LE(ENTRY.first));
    const last = Number(entry.readBigUInt64LE(ENTRY.last));
    const type = guidAt(entry, 0);
    if (type !== UNUSED) used.push({ number, type, first, last, entry });
  }
  const unknown = passedOver(used, header);
  const partitions = used.map(({ first, last: _, ...partition }) => ({
    ...partition,
    start: first * SECTOR,
    known: !unknown.has(partition.number),
  }));
  return { header, partitions };
}

/** An entry that is in use, with its first and its last sector. */
interface Used extends Pick<Partition, 'number' | 'type' | 'entry'> {
  readonly first: number;
  readonly last: number;
}

/**
 * The numbers of the partitions that edk2 passes over (PartitionCheckGptEntry in PartitionDxe/Gpt.c): those outside of what the header
 * calls usable, those that overlap, and those that firmware is to ignore.
 */
function passedOver(used: readonly Used[], header: Buffer): ReadonlySet<number> {
  const least = Number(header.readBigUInt64LE(HEADER.firstUsable));
  const most = Number(header.readBigUInt64LE(HEADER.lastUsable));
  const found = new Set<number>();
  for (const [index, { number, first, last, entry }] of used.entries()) {
    const inRange = first <= last && first >= least && last <= most;
    if (!inRange || (entry.readUInt8(ENTRY.attributes) & IGNORED) !== 0) found.add(number);
    // edk2 does not compare an entry out of range with those behind it.
    if (!inRange) continue;
    for (let later = index + 1; later < used.length; later++) {
      const other = used[later];
      if (other === undefined || other.last < first || other.first > last) continue;
      found.add(number).add(other.number);
    }
  }
  return found;
}

function isProtective(first: Buffer): boolean {
  return [0, 1, 2, 3].some((index) => {
    const at = PROTECTIVE.first + index * PROTECTIVE.bytes;
    if (first.length < SECTOR || first[at + PROTECTIVE.type] !== PROTECTIVE.isGpt) return false;
    return first.readUInt32LE(at + PROTECTIVE.sector) === 1;
  });
}

function isValid(header: Buffer): boolean {
  if (header.length < SECTOR || header.toString('latin1', 0, 8) !== 'EFI PART') return false;
  const size = header.readUInt32LE(HEADER.size);
  const entrySize = header.readUInt32LE(HEADER.entrySize);
  if (header.readUInt32LE(HEADER.revision) !== REVISION || size < LEAST_HEADER || size > SECTOR) return false;
  if (entrySize < LEAST_ENTRY || (entrySize & (entrySize - 1)) !== 0) return false;
  if (header.readBigUInt64LE(HEADER.own) !== 1n || header.readUInt32LE(HEADER.count) === 0) return false;
  const checked = Buffer.from(header.subarray(0, size));
  checked.writeUInt32LE(0, HEADER.crc);
  return crc32(checked) === header.readUInt32LE(HEADER.crc);
}
