/** Rules that judge each section of the TDX metadata by itself. */

import { hex, hexRange } from './format.ts';
import {
  eachSection,
  endOf,
  FOUR_GIB,
  QEMU_TYPES,
  RECORD_TYPES,
  type Rule,
  rangeOf,
  SOURCE,
} from './rule.ts';

const PAGE = 0x1000n;
/** From this size on, a q35 machine keeps 2 GiB below 4 GiB and puts the rest above. */
const LARGEST_LOW_RAM = 0xb000_0000n;
const LOW_RAM = 0x8000_0000n;
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

export const SECTION_RULES: readonly Rule[] = [
  {
    id: 'type-unknown',
    severity: 'error',
    refusedBy: 'all',
    source: SOURCE.spec,
    find: eachSection(({ type }) => (type > 8 ? `type ${hex(type)} is not defined (0x0-0x8)` : undefined)),
  },
  {
    id: 'qemu-unsupported-type',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type")`,
    find: eachSection(({ name, type }) =>
      type > 8 || QEMU_TYPES.includes(name) ? undefined : `type ${hex(type)} is unknown to QEMU (0x0-0x3)`,
    ),
  },
  {
    id: 'attributes-reserved',
    severity: 'error',
    refusedBy: [],
    source: SOURCE.spec,
    find: eachSection(({ attributes }) =>
      attributes > 3 ? `attributes ${hex(attributes)} set bits beyond 0x3` : undefined,
    ),
  },
  {
    id: 'attributes-unexpected',
    severity: 'error',
    refusedBy: [],
    source: SOURCE.spec,
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
    source: `${SOURCE.cloudHypervisor} init_tdx_memory (attributes == 1); ${SOURCE.qemuTdx} (bit 0)`,
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
    source: `${SOURCE.spec}; ${SOURCE.qemuParser}; ${SOURCE.kvm}`,
    find: eachSection(({ address }) =>
      address % PAGE === 0n ? undefined : `address ${hex(address)} is not 4 KiB aligned`,
    ),
  },
  {
    id: 'memory-size-unaligned',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.spec}; ${SOURCE.qemuParser}`,
    find: eachSection(({ memorySize }) =>
      memorySize % PAGE === 0n ? undefined : `memory size ${hex(memorySize)} is not a multiple of 4 KiB`,
    ),
  },
  {
    id: 'memory-size-zero',
    severity: 'error',
    refusedBy: 'all',
    source: `${SOURCE.kvm} (nr_pages 0)`,
    find: eachSection(({ name, type, memorySize }) =>
      memorySize === 0n && type <= 8 && !RECORD_TYPES.includes(name) ? 'memory size 0x0' : undefined,
    ),
  },
  {
    id: 'address-overflow',
    severity: 'error',
    refusedBy: 'all',
    source: `${SOURCE.spec}; ${SOURCE.kvm}`,
    find: eachSection((section) =>
      endOf(section) > ADDRESS_SPACE ? `${rangeOf(section)} goes beyond 64 bits` : undefined,
    ),
  },
  {
    id: 'raw-exceeds-memory',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.spec}; ${SOURCE.qemuParser}`,
    find: eachSection(({ name, rawSize, memorySize }) =>
      !RECORD_TYPES.includes(name) && memorySize < rawSize
        ? `raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`
        : undefined,
    ),
  },
  {
    id: 'data-outside-image',
    severity: 'error',
    refusedBy: 'all',
    source: `${SOURCE.spec}; ${SOURCE.cloudHypervisor} populate_tdx_sections`,
    find: eachSection(({ dataOffset, rawSize }, { imageSize }) => {
      if (dataOffset + rawSize <= imageSize) return undefined;
      const range = hexRange(dataOffset, dataOffset + rawSize);
      const data = `data ${range} ends beyond the image (${hex(imageSize)})`;
      return rawSize === imageSize ? `${data}: a CODE file without its variable store?` : data;
    }),
  },
  {
    id: 'data-offset-unaligned',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.qemuTdx} (source_addr = image + DataOffset); ${SOURCE.kvm} (PAGE_ALIGNED(source_addr))`,
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
    source: SOURCE.spec,
    find: eachSection(({ dataOffset, rawSize }) =>
      rawSize === 0 && dataOffset !== 0 ? `data offset ${hex(dataOffset)} with raw size 0x0` : undefined,
    ),
  },
  {
    id: 'section-empty',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize == 0")`,
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
    source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize 0x%x != 0")`,
    find: eachSection(({ name, rawSize }) =>
      WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${hex(rawSize)} instead of 0x0` : undefined,
    ),
  },
  {
    id: 'record-empty',
    severity: 'error',
    refusedBy: [],
    source: SOURCE.spec,
    find: eachSection(({ name, rawSize }) =>
      RECORD_TYPES.includes(name) && rawSize === 0 ? 'raw size 0x0: the record has no bytes' : undefined,
    ),
  },
  {
    id: 'record-mapped',
    severity: 'error',
    refusedBy: [],
    source: SOURCE.spec,
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
    source: `${SOURCE.cloudHypervisor} init_tdx_memory (unwrap of a host address that does not exist)`,
    find: eachSection(({ name, memorySize }) =>
      RECORD_TYPES.includes(name) && memorySize === 0n
        ? 'memory size 0x0: Cloud Hypervisor panics on a section without memory'
        : undefined,
    ),
  },
  {
    id: 'qemu-memory-not-ram',
    severity: 'error',
    refusedBy: ['qemu'],
    source: `${SOURCE.qemuTdx} ("Failed to accept memory"); hw/i386/pc_q35.c (RAM below 4 GiB)`,
    find: eachSection((section, { memoryBytes }) => {
      if (!ACCEPTED.includes(section.name)) return undefined;
      const ram = ramOfQ35(memoryBytes);
      if (ram.some(([start, end]) => section.address >= start && endOf(section) <= end)) return undefined;
      const ranges = ram.map(([start, end]) => hexRange(start, end)).join(', ');
      return `${rangeOf(section)} lies in no RAM of a q35 machine (${ranges})`;
    }),
  },
  {
    id: 'measured-tail',
    severity: 'warning',
    refusedBy: [],
    source: `${SOURCE.spec} (zero-filled); ${SOURCE.qemuTdx} (the bytes that follow in the image)`,
    find: eachSection(({ name, extend, rawSize, memorySize }) =>
      name === 'BFV' && extend && BigInt(rawSize) !== memorySize
        ? `raw size ${hex(rawSize)} differs from memory size ${hex(memorySize)}: MRTD depends on the VMM`
        : undefined,
    ),
  },
];

/** RAM of a q35 machine as `[start, end)`; without a size, everything that could be RAM. */
function ramOfQ35(memoryBytes: number | undefined): [start: bigint, end: bigint][] {
  if (memoryBytes === undefined) {
    return [
      [0n, LARGEST_LOW_RAM],
      [FOUR_GIB, ADDRESS_SPACE],
    ];
  }
  const memory = BigInt(memoryBytes);
  if (memory < LARGEST_LOW_RAM) return [[0n, memory]];
  return [
    [0n, LOW_RAM],
    [FOUR_GIB, FOUR_GIB + memory - LOW_RAM],
  ];
}
