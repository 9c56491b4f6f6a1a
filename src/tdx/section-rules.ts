/** Rules that judge each section of the TDX metadata by itself. */

import { hex, hexRange } from './format.ts';
import {
  eachSection,
  endOf,
  type ImageRule,
  isQemuType,
  RECORD_TYPES,
  REFERENCE,
  rangeOf,
} from './image-rule.ts';
import type { TdvfSection } from './metadata.ts';
import { FOUR_GIB, LARGEST_LOW_RAM } from './q35.ts';

const PAGE = 0x1000n;
const ADDRESS_SPACE = 1n << 64n;

const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly number[]>> = {
  BFV: [1],
  CFV: [0],
  TD_HOB: [0],
  TempMem: [0],
  PermMem: [2],
  Payload: [0, 1],
  PayloadParam: [0],
  TdInfo: [0],
  TdParams: [0],
};
const FROM_IMAGE = ['BFV', 'CFV'];
const WITHOUT_DATA = ['TD_HOB', 'TempMem', 'PermMem'];
/** QEMU accepts these into guest memory before the TD starts. */
const ACCEPTED = ['TD_HOB', 'TempMem'];

export const SECTION_RULES: readonly ImageRule[] = [
  {
    id: 'type-unknown',
    severity: 'error',
    // Cloud Hypervisor reads the number as a Rust enum, unchecked, and adds the section as memory.
    refusedBy: ['qemu'],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("unsupported section type")`,
    find: eachSection(({ type }) => (type > 8 ? `type ${hex(type)} is not defined (0x0-0x8)` : undefined)),
  },
  {
    id: 'attributes-reserved',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(({ attributes }) =>
      attributes > 3 ? `attributes ${hex(attributes)} set bits beyond 0x3` : undefined,
    ),
  },
  {
    id: 'attributes-unexpected',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(({ name, attributes }) => {
      const allowed = ALLOWED_ATTRIBUTES[name];
      if (allowed === undefined || attributes > 3 || allowed.includes(attributes)) return undefined;
      return `attributes ${hex(attributes)} instead of ${allowed.map(hex).join(' or ')}`;
    }),
  },
  {
    id: 'attributes-diverge',
    severity: 'warning',
    refusedBy: [],
    reference:
      `${REFERENCE.cloudHypervisor} init_tdx_memory (attributes == 1); ` +
      `${REFERENCE.qemuTdx} tdx_init_fw_mem_region (bit 0)`,
    find: eachSection(({ attributes, extend }) =>
      extend && attributes !== 1
        ? `attributes ${hex(attributes)}: QEMU measures this section, Cloud Hypervisor does not`
        : undefined,
    ),
  },
  {
    id: 'address-unaligned',
    severity: 'error',
    refusedBy: 'all',
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("not page aligned"); ${REFERENCE.kvm} (PAGE_ALIGNED(gpa))`,
    find: eachSection(({ address }) =>
      address % PAGE === 0n ? undefined : `address ${hex(address)} is not 4 KiB aligned`,
    ),
  },
  {
    id: 'memory-size-unaligned',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("not page aligned")`,
    find: eachSection(({ memorySize }) =>
      memorySize % PAGE === 0n ? undefined : `memory size ${hex(memorySize)} is not a multiple of 4 KiB`,
    ),
  },
  {
    id: 'memory-size-zero',
    severity: 'error',
    // The specification calls a size of zero "no action for the VMM", but both VMMs hand it to KVM all the same.
    refusedBy: 'all',
    reference: `${REFERENCE.kvm} (!nr_pages); Cloud Hypervisor virtio-devices/src/lib.rs get_host_address_range`,
    find: eachSection(({ name, type, memorySize }) =>
      memorySize === 0n && type <= 8 && !RECORD_TYPES.includes(name)
        ? 'memory size 0x0: KVM adds no section without memory'
        : undefined,
    ),
  },
  {
    id: 'address-overflow',
    severity: 'error',
    refusedBy: 'all',
    reference: `${REFERENCE.kvm} (gpa + size <= gpa, so that ending at 64 bits is too far, too)`,
    find: eachSection((section) =>
      endOf(section) >= ADDRESS_SPACE ? `${rangeOf(section)} does not end below 64 bits` : undefined,
    ),
  },
  {
    id: 'raw-exceeds-memory',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("Broken metadata RawDataSize")`,
    find: eachSection(({ name, rawSize, memorySize }) =>
      !RECORD_TYPES.includes(name) && memorySize < rawSize
        ? `raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`
        : undefined,
    ),
  },
  {
    id: 'data-outside-image',
    severity: 'error',
    // Neither VMM compares the two: QEMU has KVM read beyond its copy of the image, Cloud Hypervisor copies what is
    // there. Code that is missing does not run.
    refusedBy: 'all',
    reference: `${REFERENCE.gce}; ${REFERENCE.qemuTdx} tdx_init_fw_mem_region; ${REFERENCE.cloudHypervisor} populate_tdx_sections`,
    find: eachSection(({ dataOffset, rawSize }, { image }) => {
      if (dataOffset + rawSize <= image.length) return undefined;
      const range = hexRange(dataOffset, dataOffset + rawSize);
      const data = `data ${range} ends beyond the image (${hex(image.length)})`;
      return rawSize === image.length ? `${data}: a CODE file without its variable store?` : data;
    }),
  },
  {
    id: 'data-offset-unaligned',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuTdx} tdx_finalize_vm (mem_ptr + data_offset); ${REFERENCE.kvm} (PAGE_ALIGNED(source_addr))`,
    find: eachSection(({ name, dataOffset }) =>
      FROM_IMAGE.includes(name) && dataOffset % Number(PAGE) !== 0
        ? `data offset ${hex(dataOffset)} is not 4 KiB aligned`
        : undefined,
    ),
  },
  {
    id: 'offset-without-data',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(({ dataOffset, rawSize }) =>
      rawSize === 0 && dataOffset !== 0 ? `data offset ${hex(dataOffset)} with raw size 0x0` : undefined,
    ),
  },
  {
    id: 'section-empty',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("section with RawDataSize == 0")`,
    find: eachSection(({ name, rawSize }) =>
      FROM_IMAGE.includes(name) && rawSize === 0
        ? 'raw size 0x0: nothing is taken from the image'
        : undefined,
    ),
  },
  {
    id: 'memory-section-with-data',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.spec}; ${REFERENCE.qemuParser} ("section with RawDataSize 0x%x != 0")`,
    find: eachSection(({ name, rawSize }) =>
      WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${hex(rawSize)} instead of 0x0` : undefined,
    ),
  },
  {
    id: 'record-empty',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection(({ name, rawSize }) =>
      RECORD_TYPES.includes(name) && rawSize === 0 ? 'raw size 0x0: the record has no bytes' : undefined,
    ),
  },
  {
    id: 'record-mapped',
    severity: 'error',
    refusedBy: [],
    reference: REFERENCE.spec,
    find: eachSection((section) =>
      RECORD_TYPES.includes(section.name) && (section.address !== 0n || section.memorySize !== 0n)
        ? `memory ${rangeOf(section)} instead of address 0x0 and size 0x0`
        : undefined,
    ),
  },
  {
    id: 'cloud-hypervisor-unmapped-section',
    severity: 'error',
    refusedBy: ['cloud-hypervisor'],
    reference: `${REFERENCE.cloudHypervisor} init_tdx_memory (unwrap); virtio-devices/src/lib.rs get_host_address_range`,
    find: eachSection(({ name, memorySize }) =>
      RECORD_TYPES.includes(name) && memorySize === 0n
        ? 'memory size 0x0: Cloud Hypervisor panics on a section without memory; td-shim up to v0.8.0 has none'
        : undefined,
    ),
  },
  {
    id: 'qemu-memory-not-ram',
    severity: 'error',
    refusedBy: ['qemu'],
    reference: `${REFERENCE.qemuTdx} tdx_accept_ram_range ("Failed to accept memory"); hw/i386/pc_q35.c (lowmem)`,
    *find({ metadata }) {
      // QEMU comes here after its parser: of an image with other types, nothing is added to memory.
      if (!metadata.sections.every(({ name }) => isQemuType(name))) return;
      for (const section of metadata.sections) {
        if (!ACCEPTED.includes(section.name) || mayBeRam(section)) continue;
        const message = `${rangeOf(section)} is no RAM under QEMU; use Cloud Hypervisor, which adds memory there`;
        yield { section: section.index, message };
      }
    },
  },
  {
    id: 'measured-tail',
    severity: 'warning',
    refusedBy: [],
    reference: `${REFERENCE.spec} (zero-filled); ${REFERENCE.qemuTdx} tdx_init_fw_mem_region (the bytes that follow)`,
    find: eachSection(({ name, extend, rawSize, memorySize }) =>
      name === 'BFV' && extend && BigInt(rawSize) !== memorySize
        ? `raw size ${hex(rawSize)} differs from memory size ${hex(memorySize)}: MRTD depends on the VMM`
        : undefined,
    ),
  },
];

/** Whether a q35 machine of any size has RAM there. */
function mayBeRam(section: TdvfSection): boolean {
  const { address } = section;
  return endOf(section) <= LARGEST_LOW_RAM || (address >= FOUR_GIB && endOf(section) <= ADDRESS_SPACE);
}
