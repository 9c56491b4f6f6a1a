/** The SMBIOS table as edk2 measures it: without what differs between two machines of one kind. */

import { hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';

/** A field that is not measured: its offset, its bytes, and whether it is the number of a string. */
type Field = readonly [offset: number, size: number, kind: 'string' | 'value'];

const SUBJECT: Subject = {
  what: 'the SMBIOS table',
  hint: 'Read it whole, as root, in a guest of the same machine: cat /sys/firmware/dmi/tables/DMI',
};
const HEADER_BYTES = 4;
const END_TYPE = 127;
const FIRST_OEM_TYPE = 128;
/** More than any machine has. */
const MOST_STRUCTURES = 4096;

/** MdeModulePkg/Universal/SmbiosMeasurementDxe/SmbiosMeasurementDxe.c, mSmbiosFilterStandardTableBlackList. */
const UNMEASURED: Readonly<Record<number, readonly Field[] | 'all'>> = {
  1: [
    [7, 1, 'string'],
    [8, 16, 'value'],
    [24, 1, 'value'],
  ],
  2: [
    [7, 1, 'string'],
    [10, 1, 'value'],
  ],
  3: [
    [7, 1, 'string'],
    [8, 1, 'string'],
  ],
  4: [
    [32, 1, 'string'],
    [33, 1, 'string'],
    [34, 1, 'string'],
    [35, 1, 'value'],
    [36, 1, 'value'],
    [37, 1, 'value'],
    [42, 2, 'value'],
    [44, 2, 'value'],
    [46, 2, 'value'],
    [17, 1, 'value'],
    [22, 2, 'value'],
  ],
  11: 'all',
  15: 'all',
  17: [
    [24, 1, 'string'],
    [25, 1, 'string'],
    [26, 1, 'string'],
  ],
  18: 'all',
  22: [
    [7, 1, 'string'],
    [16, 2, 'value'],
    [18, 2, 'value'],
  ],
  23: [[5, 2, 'value']],
  27: [[12, 2, 'value']],
  31: 'all',
  33: 'all',
  39: [
    [8, 1, 'string'],
    [9, 1, 'string'],
    [10, 1, 'string'],
  ],
};

/**
 * The bytes that SmbiosMeasurementDxe of edk2-stable202505 and later hashes: the structures up to the end of the table,
 * without serial numbers and the like.
 * @param table what the entry point of SMBIOS leads to: the content of /sys/firmware/dmi/tables/DMI
 * @throws DataError code `truncated` or `bad-smbios`
 */
export function measuredSmbios(table: Uint8Array): Uint8Array {
  // Buffer's slice() would share the bytes.
  const measured = new Uint8Array(table);
  let size = 0;
  for (const { type, start, end } of structuresOf(table)) {
    filter(measured.subarray(start, end), type);
    size = end;
  }
  return measured.subarray(0, size);
}

/** Structures that systemd-boot and systemd-stub measure from systemd 261 on (src/boot/measure-smbios.c). */
const SYSTEMD_TYPES = [1, 2, 11];
const SYSTEM_INFORMATION = 1;
/** What woke the machine. */
const WAKE_UP_TYPE = 24;

/**
 * The structures that systemd 261 and later measure, in the order of the table: whole, but for what woke the machine.
 * @param table as for measuredSmbios
 * @throws DataError code `truncated` or `bad-smbios`
 */
export function systemdSmbios(table: Uint8Array): [type: number, structure: Uint8Array][] {
  const found: [number, Uint8Array][] = [];
  for (const { type, start, end } of structuresOf(table)) {
    if (!SYSTEMD_TYPES.includes(type)) continue;
    const structure = new Uint8Array(table.subarray(start, end));
    if (type === SYSTEM_INFORMATION && (structure[1] ?? 0) > WAKE_UP_TYPE) structure[WAKE_UP_TYPE] = 0;
    found.push([type, structure]);
  }
  return found;
}

interface Structure {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** The structures up to the end of the table, and the one that ends it. */
function structuresOf(table: Uint8Array): Structure[] {
  const found: Structure[] = [];
  let at = 0;
  while (found.length < MOST_STRUCTURES && at < table.length) {
    const { type, end } = structureAt(table, at);
    found.push({ type, start: at, end });
    at = end;
    if (type === END_TYPE) return found;
  }
  const message = `the SMBIOS table has no end (type ${END_TYPE}) within ${hex(at)} bytes`;
  throw new DataError('bad-smbios', message, SUBJECT);
}

/** A structure ends after its strings, with two zeros. */
function structureAt(table: Uint8Array, at: number): { readonly type: number; readonly end: number } {
  const reader = new Reader(table, SUBJECT, at);
  const type = reader.u8('the type of a structure');
  const length = reader.u8('the length of a structure');
  if (length < HEADER_BYTES) {
    const message = `the SMBIOS structure at offset ${hex(at)} claims ${length} bytes`;
    throw new DataError('bad-smbios', message, SUBJECT);
  }
  reader.skip(length - 2, `a structure of type ${type}`);
  let end = reader.offset;
  while (end + 1 < table.length && (table[end] !== 0 || table[end + 1] !== 0)) end++;
  if (end + 2 > table.length) reader.skip(table.length, `the strings of a structure of type ${type}`);
  return { type, end: end + 2 };
}

function filter(structure: Uint8Array, type: number): void {
  const fields = type >= FIRST_OEM_TYPE ? 'all' : UNMEASURED[type];
  if (fields === undefined) return;
  if (fields === 'all') {
    structure.fill(0, HEADER_BYTES);
    return;
  }
  const length = structure[1] ?? 0;
  for (const [offset, size, kind] of fields) {
    if (length < offset + size) continue;
    if (kind === 'string') blank(structure, length, structure[offset] ?? 0);
    structure.fill(0, offset, offset + size);
  }
}

/** Writes spaces over a string, which has a number from 1 on. */
function blank(structure: Uint8Array, start: number, wanted: number): void {
  if (wanted === 0) return;
  let at = start;
  for (let number = 1; at < structure.length && structure[at] !== 0; number++) {
    const end = structure.indexOf(0, at);
    if (number === wanted) {
      structure.fill(0x20, at, end);
      return;
    }
    at = end + 1;
  }
}
