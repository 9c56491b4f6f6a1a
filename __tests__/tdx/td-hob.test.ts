/** The TD HOB that QEMU builds for TDVF: what it says of the memory, and which images leave no room for it. */

import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { buildQemuTdHob } from '../../src/tdx/td-hob.ts';
import { buildImage, change, EDK2, type ImageSpec, memory, SMALL, TYPE } from './image-builder.ts';

const GIB = 1n << 30n;

describe('the TD HOB', () => {
  const entries = (spec: ImageSpec, bytes: bigint): string[] => {
    const hob = Buffer.from(buildQemuTdHob(parseMetadata(buildImage(spec)), bytes));
    const count = (hob.length - 56) / 48;
    return Array.from({ length: count }, (_, index) => {
      const at = 56 + 48 * index;
      const kind = hob.readUInt32LE(at + 24) === 0 ? 'accepted' : 'unaccepted';
      return `${kind} 0x${hob.readBigUInt64LE(at + 32).toString(16)}+0x${hob.readBigUInt64LE(at + 40).toString(16)}`;
    });
  };

  test('lists memory by address, cut where sections are, neighbours apart', () => {
    expect(entries(EDK2, 2n * GIB)).toEqual([
      'unaccepted 0x0+0x800000',
      'accepted 0x800000+0x6000',
      'unaccepted 0x806000+0x3000',
      'accepted 0x809000+0x2000',
      'accepted 0x80b000+0x2000',
      'unaccepted 0x80d000+0x3000',
      'accepted 0x810000+0x10000',
      'unaccepted 0x820000+0x7f7e0000',
    ]);
  });

  test.each([
    ['just below the limit', 0xb0000000n - 0x100000n, ['unaccepted 0x820000+0xaf6e0000']],
    ['at the limit', 0xb0000000n, ['unaccepted 0x820000+0x7f7e0000', 'unaccepted 0x100000000+0x30000000']],
    ['6 TiB', 6n << 40n, ['unaccepted 0x820000+0x7f7e0000', 'unaccepted 0x100000000+0x5ff80000000']],
  ])('%s', (_what, bytes, last) => {
    expect(entries(EDK2, bytes).slice(7)).toEqual(last);
  });

  test('sections at the very start and end of memory leave nothing before and after', () => {
    const spec = { ...SMALL, ...change(2, { address: 0n }) };
    expect(entries(spec, 0x802000n)).toEqual([
      'accepted 0x0+0x10000',
      'unaccepted 0x10000+0x7f0000',
      'accepted 0x800000+0x2000',
    ]);
  });

  test.each<[string, Partial<ImageSpec>, RegExp]>([
    ['beyond the memory', change(2, { address: 0x4000_0000n }), /section 2 \(TempMem\).*no free RAM/],
    ['twice', change(2, { address: 0x800000n, memorySize: 0x1000n }), /no free RAM/],
    ['no TD_HOB', { sections: SMALL.sections.slice(0, 3) }, /no TD_HOB/],
    ['no room for the list', change(3, { memorySize: 0n }), /takes 208 bytes; its section has 0x0/],
    [
      'a thousand sections',
      {
        size: 0x200000,
        sections: [
          ...SMALL.sections,
          ...Array.from({ length: 1000 }, (_, index) =>
            memory(TYPE.TempMem, 0x1000000 + index * 0x2000, 0x1000),
          ),
        ],
      },
      /its section has 0x2000/,
    ],
  ])('%s', (_what, spec, message) => {
    expect(() => entries({ ...SMALL, descriptor: 0x10, ...spec }, GIB)).toThrow(message);
  });
});
