/** The partitions of a GUID Partition Table (UEFI specification 2.10, 5.3). */

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

/** Disks with sectors of another size are not read. */
export const SECTOR = 512;
const MOST_PARTITIONS = 128;
const UNUSED = '00000000-0000-0000-0000-000000000000';

/** A table as it is on the disk, and what it says. */
export interface PartitionTable {
  /** The sector of the header. */
  readonly header: Buffer;
  /** In the order of the table; none where the header is damaged. */
  readonly partitions: readonly Partition[];
}

/** The table of a disk; undefined where its second sector holds no header of one (5.3.2). */
export function readTable(read: ReadAt): PartitionTable | undefined {
  const header = read(SECTOR, SECTOR);
  if (header.toString('latin1', 0, 8) !== 'EFI PART') return undefined;
  const size = header.readUInt32LE(84);
  if (size < 128 || size > SECTOR) return { header, partitions: [] };
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
  const partitions: Partition[] = [];
  for (let at = 0, number = 1; at + size <= table.length; at += size, number++) {
    const entry = table.subarray(at, at + size);
    const start = Number(entry.readBigUInt64LE(32)) * SECTOR;
    const type = guidAt(entry, 0);
    if (type !== UNUSED) partitions.push({ number, type, start, entry });
  }
  return { header, partitions };
}
