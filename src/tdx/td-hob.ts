/** The TD HOB, which a VMM hands to the firmware, and which the firmware measures: as QEMU builds it, or as a user gives it. */

import { isEventLog, parseEventLog } from './event-log.ts';
import { hex } from './format.ts';
import { endOf, rangeOf } from './image-rule.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import { ramOfQ35 } from './q35.ts';
import { DataError, Reader, type Subject } from './reader.ts';
import { sha384 } from './registers.ts';

interface Memory {
  readonly start: bigint;
  readonly end: bigint;
  /** In the TD before it starts, or for the firmware to accept. */
  readonly accepted: boolean;
}

const HANDOFF_BYTES = 56;
const RESOURCE_BYTES = 48;
const END_BYTES = 8;
const HANDOFF = { type: 1, version: 9, endAt: 48 };
const RESOURCE = { type: 3, systemMemory: 0, unaccepted: 7 };
/** Present, initialised, tested. */
const ATTRIBUTES = 7;
const HINT = { hint: 'tdx-boot firmware inspect says what is wrong with the image; more memory may help.' };

/**
 * The list without its END entry: the bytes that TDVF hashes into RTMR0. QEMU q35, no NUMA, no hotplug memory (QEMU
 * hw/i386/tdvf-hob.c; target/i386/kvm/tdx.c tdx_accept_ram_range; the digests of three event logs agree).
 * @param memory bytes of the guest
 * @throws DataError code `bad-section` where QEMU would refuse the image
 */
export function buildQemuTdHob({ sections }: TdvfMetadata, memory: bigint): Uint8Array {
  const hob = sections.find(({ name }) => name === 'TD_HOB');
  if (hob === undefined) throw new DataError('bad-section', 'no TD_HOB: QEMU asks for one', HINT);
  const list = sections
    .filter(({ name }) => name === 'TD_HOB' || name === 'TempMem')
    .reduce(accept, unaccepted(memory))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const length = HANDOFF_BYTES + RESOURCE_BYTES * list.length;
  if (BigInt(length + END_BYTES) > hob.memorySize) {
    const message = `the TD HOB takes ${length + END_BYTES} bytes; its section has ${hex(hob.memorySize)}`;
    throw new DataError('bad-section', message, HINT);
  }
  const view = new DataView(new ArrayBuffer(length));
  view.setUint16(0, HANDOFF.type, true);
  view.setUint16(2, HANDOFF_BYTES, true);
  view.setUint32(8, HANDOFF.version, true);
  view.setBigUint64(HANDOFF.endAt, hob.address + BigInt(length + END_BYTES), true);
  for (const [index, entry] of list.entries())
    putResource(view, HANDOFF_BYTES + RESOURCE_BYTES * index, entry);
  return new Uint8Array(view.buffer);
}

const GIVEN: Subject = {
  what: 'the TD HOB',
  hint: 'Give the event log of a TD with td-shim (/sys/firmware/acpi/tables/data/CCEL), or the list as the VMM has made it.',
};
/** td-shim's record: a name of 16 bytes, the length of what follows, the list (cc-measurement/src/log.rs). */
const RECORD = { name: 'td_hob\0', nameBytes: 16 };
const END = 0xffff;
const MOST_HOBS = 4096;

/**
 * The whole list with its END entry, from the event log of a TD with td-shim, or as it is.
 * @throws DataError code `bad-td-hob` where there is no whole list, or where the log's digest is of another list
 */
export function givenTdHob(bytes: Uint8Array): Uint8Array {
  if (!isEventLog(bytes)) return requireList(bytes);
  for (const { register, data, digest } of parseEventLog(bytes).events) {
    if (register !== 'rtmr0' || !Buffer.from(data).toString('latin1').startsWith(RECORD.name)) continue;
    const record = new Reader(data, GIVEN);
    record.skip(RECORD.nameBytes, 'the name of the record');
    const list = requireList(record.take(record.u32('the length of the list'), 'the list'));
    if (digest !== sha384(list)) throw badHob('the digest in the log is of another list');
    return list;
  }
  throw badHob('the log has no event td_hob: only td-shim puts the list in its log');
}

/** Follows the list from HANDOFF to END, which must be its last entry. */
function requireList(list: Uint8Array): Uint8Array {
  const reader = new Reader(list, GIVEN);
  for (let count = 0; count < MOST_HOBS; count++) {
    const [type, length] = [reader.u16('the type of an entry'), reader.u16('the length of an entry')];
    if (count === 0 && (type !== HANDOFF.type || length !== HANDOFF_BYTES)) {
      throw badHob('it does not begin with EFI_HOB_HANDOFF_INFO_TABLE');
    }
    if (length < END_BYTES) throw badHob(`an entry has ${length} bytes`);
    reader.skip(length - 4, 'an entry');
    if (type !== END) continue;
    if (reader.left > 0) throw badHob(`${reader.left} bytes follow its end`);
    return list;
  }
  throw badHob('it has too many entries');
}

/** Where a list begins in the memory of a TD: HANDOFF says where it ends. */
export function addressOfHob(list: Uint8Array): bigint {
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  return view.getBigUint64(HANDOFF.endAt, true) - BigInt(list.length);
}

function badHob(problem: string): DataError {
  return new DataError('bad-td-hob', `the TD HOB cannot be used: ${problem}`, GIVEN);
}

function unaccepted(memory: bigint): readonly Memory[] {
  return ramOfQ35(memory).map(([start, end]) => ({ start, end, accepted: false }));
}

/** Cuts a section out of the entry that holds it; neighbours are not merged. */
function accept(list: readonly Memory[], section: TdvfSection): readonly Memory[] {
  const [start, end] = [section.address, endOf(section)];
  if (start === end) return list;
  const around = list.find((entry) => !entry.accepted && entry.start <= start && end <= entry.end);
  if (around === undefined) {
    const message = `section ${section.index} (${section.name}): ${rangeOf(section)} is no free RAM under QEMU`;
    throw new DataError('bad-section', message, HINT);
  }
  const before: Memory = { ...around, end: start };
  const after: Memory = { ...around, start: end };
  const cut = [before, { start, end, accepted: true }, after].filter((entry) => entry.start < entry.end);
  return [...list.filter((entry) => entry !== around), ...cut];
}

/** An EFI_HOB_RESOURCE_DESCRIPTOR without an owner. */
function putResource(view: DataView, at: number, { start, end, accepted }: Memory): void {
  view.setUint16(at, RESOURCE.type, true);
  view.setUint16(at + 2, RESOURCE_BYTES, true);
  view.setUint32(at + 24, accepted ? RESOURCE.systemMemory : RESOURCE.unaccepted, true);
  view.setUint32(at + 28, ATTRIBUTES, true);
  view.setBigUint64(at + 32, start, true);
  view.setBigUint64(at + 40, end - start, true);
}
