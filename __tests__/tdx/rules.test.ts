/** The rules for TDX metadata: each defect has exactly its own findings. */

import { describe, expect, test } from '@jest/globals';
import { LAYOUT_RULES } from '../../src/tdx/layout-rules.ts';
import { SECTION_RULES } from '../../src/tdx/section-rules.ts';
import { findingsOf, ids } from './findings.ts';
import {
  buildImage,
  change,
  type ImageSpec,
  memory,
  PAYLOAD,
  plus,
  RECORD,
  type SectionSpec,
  SMALL,
  TYPE,
  volume,
} from './image-builder.ts';

const [BFV, CFV, TEMP, HOB] = SMALL.sections as [SectionSpec, SectionSpec, SectionSpec, SectionSpec];
/** What sections of types beyond QEMU's bring with them, together. */
const QEMU_TYPE = 'qemu-unsupported-type';

describe('rules', () => {
  const met = new Set<string>();

  test.each([
    // The image as a whole
    [
      'a size that is no multiple of 64 KiB',
      { size: 0x20800 },
      ['image-size-not-64k', 'reset-vector-not-at-image-end#0', 'image-not-covered'],
    ],
    ['a legacy pointer only', { table: 'none', pointer: SMALL.descriptor }, ['qemu-legacy-pointer']],
    ['no GUID before the descriptor', { guidBefore: false }, ['metadata-guid-missing']],
    [
      'a BFV alone',
      { sections: [BFV] },
      ['qemu-single-section', 'td-hob-missing', 'memory-undescribed', 'image-not-covered'],
    ],
    ['no CFV', { sections: [BFV, TEMP, HOB] }, ['image-not-covered']],
    ['no BFV', { sections: [CFV, TEMP, HOB] }, ['bfv-missing', 'image-not-covered']],
    ['no TD_HOB', { sections: [BFV, CFV, TEMP] }, ['td-hob-missing', 'memory-undescribed']],
    [
      'PermMem instead of TD_HOB',
      { sections: [BFV, CFV, memory(TYPE.PermMem, 0x800000, 0x2000, 2)] },
      [QEMU_TYPE, 'td-hob-missing'],
    ],
    ['two TD_HOBs', plus(memory(TYPE.TD_HOB, 0x900000, 0x1000)), ['duplicate-section#4']],
    ['two Payloads', plus(PAYLOAD, { ...PAYLOAD, address: 0x2000000n }), [QEMU_TYPE, 'duplicate-section#5']],
    [
      'a PayloadParam without a Payload',
      plus({ ...PAYLOAD, type: TYPE.PayloadParam }),
      [QEMU_TYPE, 'payload-param-without-payload#4'],
    ],
    [
      'a BFV below the reset vector',
      { sections: [{ ...BFV, address: 0xff000000n }, CFV, HOB] },
      ['reset-vector-missing'],
    ],
    [
      'a BFV of 8 bytes, after the reset vector',
      { sections: [{ ...BFV, address: 0xfffffff8n, memorySize: 8n }, CFV, HOB] },
      [
        'reset-vector-missing',
        'address-unaligned#0',
        'memory-size-unaligned#0',
        'raw-exceeds-memory#0',
        'measured-tail#0',
      ],
    ],
    [
      'a BFV that goes beyond 4 GiB',
      { sections: [{ ...BFV, memorySize: 0x11000n }, CFV, HOB] },
      ['reset-vector-missing', 'measured-tail#0'],
    ],
    [
      'a BFV whose data is not the end of the image',
      { sections: [{ ...BFV, dataOffset: 0 }, { ...CFV, dataOffset: 0x10000 }, HOB] },
      ['reset-vector-not-at-image-end#0'],
    ],
    [
      'two BFVs, one of them with the reset vector',
      { sections: [BFV, volume(TYPE.BFV, 0, 0x10000, 0xfffe0000), HOB] },
      [],
    ],
    // Types and attributes
    ['type 9', plus({ ...PAYLOAD, type: 9 }), ['type-unknown#4']],
    ['type 9 without memory', plus(memory(9, 0, 0)), ['type-unknown#4']],
    ['type 0xffffffff', plus({ ...PAYLOAD, type: 0xffffffff }), ['type-unknown#4']],
    ['a Payload', plus(PAYLOAD), [QEMU_TYPE]],
    ['a measured Payload', plus({ ...PAYLOAD, attributes: 1 }), [QEMU_TYPE]],
    ['an augmented Payload', plus({ ...PAYLOAD, attributes: 2 }), [QEMU_TYPE, 'attributes-unexpected#4']],
    ['reserved attribute bit 2', change(2, { attributes: 4 }), ['attributes-reserved#2']],
    ['reserved attribute bit 31', change(1, { attributes: 0x80000000 }), ['attributes-reserved#1']],
    ['a BFV that is not measured', change(0, { attributes: 0 }), ['attributes-unexpected#0']],
    ['attributes 3', change(0, { attributes: 3 }), ['attributes-unexpected#0', 'attributes-diverge#0']],
    ['attributes 5', change(0, { attributes: 5 }), ['attributes-reserved#0', 'attributes-diverge#0']],
    ['a measured CFV', change(1, { attributes: 1 }), ['attributes-unexpected#1']],
    ['a measured TD_HOB', change(3, { attributes: 1 }), ['attributes-unexpected#3']],
    ['an augmented TempMem', change(2, { attributes: 2 }), ['attributes-unexpected#2']],
    [
      'PermMem that is not augmented',
      plus(memory(TYPE.PermMem, 0x1000000, 0x1000)),
      [QEMU_TYPE, 'attributes-unexpected#4'],
    ],
    // Memory
    ['an unaligned address', change(2, { address: 0x810800n }), ['address-unaligned#2']],
    ['an unaligned size', change(2, { memorySize: 0xf001n }), ['memory-size-unaligned#2']],
    ['no memory', change(2, { memorySize: 0n }), ['memory-size-zero#2']],
    [
      'an address that overflows',
      change(2, { address: 0xfffffffffffff000n, memorySize: 0x2000n }),
      ['address-overflow#2', 'qemu-memory-not-ram#2'],
    ],
    [
      'an address that ends exactly at 64 bits',
      change(2, { address: 0xfffffffffffff000n, memorySize: 0x1000n }),
      ['address-overflow#2'],
    ],
    [
      'an address that ends a page below 64 bits',
      change(2, { address: 0xffffffffffffe000n, memorySize: 0x1000n }),
      [],
    ],
    // QEMU's parser stops at the type: it never asks whether the memory is there.
    [
      'a Payload and TempMem in the hole below 4 GiB',
      { sections: [BFV, CFV, { ...TEMP, address: 0xc0000000n }, HOB, PAYLOAD] },
      [QEMU_TYPE],
    ],
    ['sections that overlap by a page', change(2, { address: 0x801000n }), ['memory-overlap#2']],
    ['sections that touch', change(2, { address: 0x802000n }), []],
    ['a section twice', plus(TEMP), ['memory-overlap#4']],
    [
      'a section that covers two others',
      plus(memory(TYPE.TempMem, 0x700000, 0x200000)),
      ['memory-overlap#3', 'memory-overlap#2'],
    ],
    ['TempMem in the hole below 4 GiB', change(2, { address: 0xc0000000n }), ['qemu-memory-not-ram#2']],
    ['TempMem across the end of low RAM', change(2, { address: 0xaffff000n }), ['qemu-memory-not-ram#2']],
    ['TempMem at the end of low RAM', change(2, { address: 0xafff0000n }), []],
    ['TempMem above 4 GiB', change(2, { address: 0x100000000n }), []],
    ['TD_HOB in the hole below 4 GiB', change(3, { address: 0xc0000000n }), ['qemu-memory-not-ram#3']],
    // Data
    [
      'more data than memory',
      { sections: [BFV, { ...CFV, memorySize: 0xf000n }, HOB] },
      ['raw-exceeds-memory#1'],
    ],
    [
      'less data than memory in a BFV',
      { sections: [{ ...BFV, dataOffset: 0x11000, rawSize: 0xf000 }, { ...CFV, rawSize: 0x10000 }, HOB] },
      ['image-not-covered', 'measured-tail#0'],
    ],
    ['data one byte beyond the image', change(1, { dataOffset: 0x11000 }), ['data-outside-image#1']],
    ['data offset 0xfffff000', change(1, { dataOffset: 0xfffff000 }), ['data-outside-image#1']],
    ['an unaligned data offset', change(1, { dataOffset: 0x800 }), ['data-offset-unaligned#1']],
    ['an offset without data', change(2, { dataOffset: 0x1000 }), ['offset-without-data#2']],
    ['an empty CFV', change(1, { rawSize: 0 }), ['image-not-covered', 'section-empty#1']],
    [
      'an empty BFV',
      change(0, { rawSize: 0, dataOffset: 0 }),
      ['reset-vector-not-at-image-end#0', 'image-not-covered', 'section-empty#0', 'measured-tail#0'],
    ],
    ['TempMem with data', change(2, { rawSize: 1 }), ['memory-section-with-data#2']],
    ['TD_HOB with data', change(3, { rawSize: 0x1000 }), ['memory-section-with-data#3']],
    [
      'PermMem with data',
      plus({ ...memory(TYPE.PermMem, 0x1000000, 0x1000, 2), rawSize: 1 }),
      [QEMU_TYPE, 'memory-section-with-data#4'],
    ],
    // Records
    ['TdInfo within the BFV', plus(RECORD), [QEMU_TYPE, 'cloud-hypervisor-unmapped-section#4']],
    [
      'TdParams in the CFV',
      plus({ ...RECORD, type: TYPE.TdParams, dataOffset: 0x1000 }),
      [QEMU_TYPE, 'record-outside-bfv#4', 'cloud-hypervisor-unmapped-section#4'],
    ],
    [
      'TdInfo that goes beyond the BFV',
      plus({ ...RECORD, dataOffset: 0x1ff01 }),
      [QEMU_TYPE, 'record-outside-bfv#4', 'data-outside-image#4', 'cloud-hypervisor-unmapped-section#4'],
    ],
    [
      'an empty TdInfo',
      plus({ ...RECORD, rawSize: 0 }),
      [QEMU_TYPE, 'offset-without-data#4', 'record-empty#4', 'cloud-hypervisor-unmapped-section#4'],
    ],
    [
      'a mapped TdInfo',
      plus({ ...RECORD, address: 0x1000000n, memorySize: 0x1000n }),
      [QEMU_TYPE, 'record-mapped#4'],
    ],
    [
      'a TdInfo with an address',
      plus({ ...RECORD, address: 0x1000000n }),
      [QEMU_TYPE, 'record-mapped#4', 'cloud-hypervisor-unmapped-section#4'],
    ],
    ['a TdInfo with memory', plus({ ...RECORD, memorySize: 0x1000n }), [QEMU_TYPE, 'record-mapped#4']],
    [
      'two TdInfos',
      plus(RECORD, RECORD),
      [
        QEMU_TYPE,
        'duplicate-section#5',
        'cloud-hypervisor-unmapped-section#4',
        'cloud-hypervisor-unmapped-section#5',
      ],
    ],
  ] as [string, Partial<ImageSpec>, string[]][])('%s', (_what, spec, expected) => {
    const findings = findingsOf(buildImage({ ...SMALL, ...spec }));
    for (const { rule } of findings) met.add(rule);
    expect(ids(findings)).toEqual(expected);
  });

  test('every rule was met above', () => {
    const all = [...LAYOUT_RULES, ...SECTION_RULES].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect([...met].toSorted()).toEqual(all.toSorted());
  });
});
