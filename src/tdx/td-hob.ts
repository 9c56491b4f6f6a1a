/** Builds the TD HOB as QEMU does: the list of memory that a VMM hands to TDVF, and that TDVF measures. */

import { hex } from './format.ts';
import { endOf, rangeOf } from './image-rule.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import { ramOfQ35 } from './q35.ts';
import { DataError } from './reader.ts';

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
  if (hob === undefined) throw new DataError('bad-section', 'no TD_HOB: QEMU asks for one', 0, HINT);
  const list = sections
    .filter(({ name }) => name === 'TD_HOB' || name === 'TempMem')
    .reduce(accept, unaccepted(memory))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const length = HANDOFF_BYTES + RESOURCE_BYTES * list.length;
  if (BigInt(length + END_BYTES) > hob.memorySize) {
    const message = `the TD HOB takes ${length + END_BYTES} bytes; its section has ${hex(hob.memorySize)}`;
    throw new DataError('bad-section', message, hob.dataOffset, HINT);
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
    throw new DataError('bad-section', message, section.dataOffset, HINT);
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
