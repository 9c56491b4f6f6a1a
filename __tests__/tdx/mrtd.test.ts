/** MRTD against a second, naive writing-down of the TDX module's operations; and what has no MRTD. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD, MRTD_VARIANTS, type MrtdMethod } from '../../src/tdx/mrtd.ts';
import { possibleMrtds } from '../../src/tdx/possible-values.ts';
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
  TD_SHIM,
  TYPE,
  volume,
} from './image-builder.ts';

type Step = readonly ['add' | 'extend', section: number, page: number];

/** SMALL, with bytes that differ from page to page. */
function image(spec: Partial<ImageSpec> = {}): Uint8Array {
  const bytes = buildImage({ ...SMALL, ...spec });
  for (let at = 0; at < 0x1f000; at += 64) bytes[at] = (at * 2654435761) >>> 24;
  return bytes;
}

function mrtd(bytes: Uint8Array, rules: Partial<MrtdMethod> = {}): string {
  return computeMrtd(bytes, parseMetadata(bytes), { ...LAUNCH_METHOD, ...rules });
}

/** What the TDX module hashes for these steps; `contents` are those of the measured sections. */
function reference(
  sections: readonly SectionSpec[],
  contents: Readonly<Record<number, Buffer>>,
  steps: readonly Step[],
): string {
  const hash = createHash('sha384');
  const operation = (name: string, address: bigint): void => {
    const block = Buffer.alloc(128);
    block.write(name);
    block.writeBigUInt64LE(address, 16);
    hash.update(block);
  };
  for (const [what, index, page] of steps) {
    const address = (sections[index]?.address ?? 0n) + BigInt(page) * 4096n;
    if (what === 'add') operation('MEM.PAGE.ADD', address);
    for (let chunk = 0; what === 'extend' && chunk < 16; chunk++) {
      operation('MR.EXTEND', address + BigInt(chunk) * 256n);
      hash.update(
        contents[index]?.subarray(page * 4096 + chunk * 256, page * 4096 + (chunk + 1) * 256) ?? '',
      );
    }
  }
  return hash.digest('hex');
}

const pages = (count: number): number[] => Array.from({ length: count }, (_, page) => page);
const adds = (index: number, count: number): Step[] => pages(count).map((page) => ['add', index, page]);
const extensions = (index: number, count: number): Step[] =>
  pages(count).map((page) => ['extend', index, page]);
const both = (index: number, count: number): Step[] =>
  pages(count).flatMap((page): Step[] => [
    ['add', index, page],
    ['extend', index, page],
  ]);
/** CFV, TempMem and TD_HOB of SMALL: added, not measured. */
const REST = [...adds(1, 16), ...adds(2, 16), ...adds(3, 2)];

describe('the order of the operations', () => {
  const bytes = image();
  const bfv = { 0: Buffer.from(bytes.subarray(0x10000)) };

  test('interleaved: each page is measured when it is added', () => {
    expect(mrtd(bytes)).toBe(reference(SMALL.sections, bfv, [...both(0, 16), ...REST]));
  });

  test('two-pass: a section is added whole before it is measured', () => {
    const steps = [...adds(0, 16), ...extensions(0, 16), ...REST];
    expect(mrtd(bytes, { order: 'two-pass' })).toBe(reference(SMALL.sections, bfv, steps));
  });

  test('two-pass goes section by section, not over the whole image', () => {
    const [BFV, CFV, ...others] = SMALL.sections as [SectionSpec, SectionSpec];
    const low = { ...BFV, rawSize: 0x8000, memorySize: 0x8000n };
    const high = volume(TYPE.BFV, 0x18000, 0x8000, 0xffff8000);
    const sections = [low, high, CFV, ...others];
    const twice = image({ sections });
    const contents = {
      0: Buffer.from(twice.subarray(0x10000, 0x18000)),
      1: Buffer.from(twice.subarray(0x18000)),
    };
    const rest = [...adds(2, 16), ...adds(3, 16), ...adds(4, 2)];
    const perSection = [0, 1].flatMap((index) => [...adds(index, 8), ...extensions(index, 8)]);
    expect(mrtd(twice, { order: 'two-pass' })).toBe(reference(sections, contents, [...perSection, ...rest]));
    expect(mrtd(twice)).toBe(reference(sections, contents, [...both(0, 8), ...both(1, 8), ...rest]));
  });

  test('sections come in the order of the metadata, not of their addresses', () => {
    const [BFV, CFV, TEMP, HOB] = SMALL.sections as [SectionSpec, SectionSpec, SectionSpec, SectionSpec];
    const sections = [HOB, CFV, BFV, TEMP];
    const steps = [...adds(0, 2), ...adds(1, 16), ...both(2, 16), ...adds(3, 16)];
    const other = image({ sections });
    expect(mrtd(other)).toBe(reference(sections, { 2: Buffer.from(other.subarray(0x10000)) }, steps));
  });
});

describe('where readers differ', () => {
  test('PAGE.AUG: Cloud Hypervisor and QEMU add the section, the specification does not', () => {
    const augmented = image(plus(memory(TYPE.PermMem, 0x900000, 0x3000, 2)));
    const sections = [...SMALL.sections, memory(TYPE.PermMem, 0x900000, 0x3000, 2)];
    const bfv = { 0: Buffer.from(augmented.subarray(0x10000)) };
    const steps = [...both(0, 16), ...REST];
    expect(mrtd(augmented, { augmented: false })).toBe(reference(sections, bfv, steps));
    expect(mrtd(augmented, { augmented: true })).toBe(reference(sections, bfv, [...steps, ...adds(4, 3)]));
  });

  test('memory after the data: zeros, or the bytes that follow in the image', () => {
    const short = { ...change(0, { rawSize: 0xf800 }), descriptor: 0x1f900 };
    const bytes = image(short);
    const zero = Buffer.concat([bytes.subarray(0x10000, 0x1f800), Buffer.alloc(0x800)]);
    const steps = [...both(0, 16), ...REST];
    expect(mrtd(bytes, { fill: 'zero' })).toBe(reference(SMALL.sections, { 0: zero }, steps));
    const rest = Buffer.from(bytes.subarray(0x10000));
    expect(mrtd(bytes, { fill: 'image' })).toBe(reference(SMALL.sections, { 0: rest }, steps));
  });

  test('attributes 3: QEMU reads bit 0, Cloud Hypervisor compares with 1', () => {
    const bytes = image(change(0, { attributes: 3 }));
    const bfv = { 0: Buffer.from(bytes.subarray(0x10000)) };
    expect(mrtd(bytes)).toBe(reference(SMALL.sections, bfv, [...both(0, 16), ...REST]));
    const unmeasured = reference(SMALL.sections, {}, [...adds(0, 16), ...REST]);
    expect(mrtd(bytes, { measured: 'only-1' })).toBe(unmeasured);
  });

  test('a measured Payload has no data of its own: zeros in every reader', () => {
    const bytes = image(plus({ ...PAYLOAD, attributes: 1 }));
    const contents = { 0: Buffer.from(bytes.subarray(0x10000)), 4: Buffer.alloc(0x1000) };
    const sections = [...SMALL.sections, PAYLOAD];
    const expected = reference(sections, contents, [...both(0, 16), ...REST, ...both(4, 1)]);
    for (const fill of ['zero', 'image'] as const) expect(mrtd(bytes, { fill })).toBe(expected);
  });

  test('records within the BFV and empty sections are no memory', () => {
    const bytes = image(plus(RECORD, memory(TYPE.TempMem, 0x900000, 0)));
    const bfv = { 0: Buffer.from(bytes.subarray(0x10000)) };
    expect(mrtd(bytes)).toBe(reference(SMALL.sections, bfv, [...both(0, 16), ...REST]));
  });

  test('values are grouped; --vmm and --order take some of them', () => {
    const bytes = image(plus(memory(TYPE.PermMem, 0x900000, 0x3000, 2)));
    const known = { image: bytes, metadata: parseMetadata(bytes) };
    expect(possibleMrtds(known).map(({ by }) => by)).toEqual([
      ['qemu interleaved', 'cloud-hypervisor interleaved'],
      ['qemu two-pass'],
      ['specification interleaved'],
    ]);
    expect(possibleMrtds({ ...known, vmm: 'qemu', order: 'two-pass' }).map(({ by }) => by)).toEqual([
      ['qemu two-pass'],
    ]);
    expect(possibleMrtds({ ...known, vmm: 'cloud-hypervisor', order: 'two-pass' })).toEqual([]);
  });

  test('td-shim v0.8.0: all readers agree in the interleaved order', () => {
    const bytes = buildImage(TD_SHIM);
    const metadata = parseMetadata(bytes);
    const values = MRTD_VARIANTS.filter(({ method: rules }) => rules.order === 'interleaved').map(
      ({ method: rules }) => computeMrtd(bytes, metadata, rules),
    );
    expect(new Set(values).size).toBe(1);
  });
});

describe('no MRTD', () => {
  test.each<[string, Partial<ImageSpec>, RegExp]>([
    [
      'an address within a page',
      change(2, { address: 0x810800n }),
      /section 2 \(TempMem\): 0x810800-0x820800 .* whole/,
    ],
    ['half a page', change(2, { memorySize: 0x10800n }), /section 2 .* whole 4 KiB pages/],
    ['beyond 64 bits', change(2, { address: (1n << 64n) - 0x1000n }), /section 2 .* beyond 64 bits/],
    [
      'data beyond the image',
      change(1, { dataOffset: 0x18000 }),
      /section 1 \(CFV\): data 0x18000-0x28000 ends beyond/,
    ],
    [
      'more data than memory',
      change(1, { memorySize: 0x8000n }),
      /raw size 0x10000 exceeds memory size 0x8000/,
    ],
    ['all the memory there is', change(2, { memorySize: 1n << 62n }), /more than anybody adds/],
    ['much measured memory', change(0, { memorySize: 1n << 30n }), /more than anybody adds/],
  ])('%s', (_what, spec, message) => {
    const bytes = image(spec);
    expect(() => mrtd(bytes)).toThrow(message);
    expect(() => mrtd(bytes)).toThrow(expect.objectContaining({ name: 'DataError', code: 'bad-section' }));
  });

  test('large memory that is not measured is hashed page by page', () => {
    const bytes = image(plus(memory(TYPE.TempMem, 0x1_0000_0000, 0x4000_0000)));
    expect(mrtd(bytes)).toMatch(/^[0-9a-f]{96}$/);
  });
});
