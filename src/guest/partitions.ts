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
const HEADER = { revision: 8, size: 12, crc: 16, own: 24, table: 72, count: 80, entrySize: 84, tableCrc: 88 };
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
  const partitions: Partition[] = [];
  for (let at = 0, number = 1; at < table.length; at += size, number++) {
    const entry = table.subarray(at, at + size);
    const start = Number(entry.readBigUInt64LE(32)) * SECTOR;
    const type = guidAt(entry, 0);
    if (type !== UNUSED) partitions.push({ number, type, start, entry });
  }
  return { header, partitions };
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
