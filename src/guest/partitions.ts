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
}

/** Disks with sectors of another size are not read. */
export const SECTOR = 512;
export const MOST_PARTITIONS = 128;
const UNUSED = '00000000-0000-0000-0000-000000000000';

/** The partitions in the order of the table. None where the header is damaged. */
export function partitionsOf(read: ReadAt, header: Buffer): Partition[] {
  const size = header.readUInt32LE(84);
  if (size < 128 || size > SECTOR) return [];
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
  const partitions: Partition[] = [];
  for (let at = 0, number = 1; at + size <= table.length; at += size, number++) {
    const type = guidAt(table, at);
    const start = Number(table.readBigUInt64LE(at + 32)) * SECTOR;
    if (type !== UNUSED) partitions.push({ number, type, start });
  }
  return partitions;
}
