/** SHA-384, metadata and MRTD of the TD monitor against the TypeScript twins, byte for byte, and on hostile images. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MetadataError, parseMetadata, type TdvfMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD, MRTD_VARIANTS } from '../../src/tdx/mrtd.ts';
import { extend } from '../../src/tdx/registers.ts';
import { fixture, GCE } from '../tdx/fixtures.ts';
import {
  buildImage,
  change,
  EDK2,
  type ImageSpec,
  memory,
  offsetEntry,
  PAYLOAD,
  plus,
  RECORD,
  type SectionSpec,
  SMALL,
  TD_SHIM,
  TYPE,
  volume,
} from '../tdx/image-builder.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();
const GIB = 1n << 30n;

interface MetadataAnswer {
  readonly read: number;
  readonly check: number;
  readonly section: number;
  readonly other: number;
  readonly text: string;
  readonly offset: number;
  readonly legacy: number;
  readonly guid: number;
  readonly sections: readonly {
    readonly type: number;
    readonly name: string;
    readonly dataOffset: number;
    readonly rawSize: number;
    readonly attributes: number;
    readonly address: string;
    readonly memorySize: string;
  }[];
}

/** enum metadata_error, with the codes of the twin where it has them. */
const ERRORS = [
  'ok',
  'not-firmware',
  'truncated',
  'bad-guid-table',
  'no-tdx-metadata',
  'bad-descriptor',
  'bad-version',
  'too-many-sections',
  'image-size',
  'section-type',
  'section-attributes',
  'section-unaligned',
  'section-wraps',
  'section-raw-size',
  'section-data',
  'section-twice',
  'section-overlap',
  'section-outside-memory',
  'no-reset-vector',
];
const MOST_SECTIONS = 32;

function image(spec: Partial<ImageSpec> = {}): Uint8Array {
  const bytes = buildImage({ ...SMALL, ...spec });
  for (let at = 0; at < Math.min(bytes.length - 0x2000, 0x1f000); at += 64)
    bytes[at] = (at * 2654435761) >>> 24;
  return bytes;
}

/** What the twin makes of the same bytes. */
function twin(bytes: Uint8Array): { code: string; metadata?: TdvfMetadata } {
  try {
    const metadata = parseMetadata(bytes);
    return metadata.sections.length > MOST_SECTIONS
      ? { code: 'too-many-sections' }
      : { code: 'ok', metadata };
  } catch (error) {
    if (error instanceof MetadataError) return { code: error.code };
    throw error;
  }
}

async function expectTwin(bytes: Uint8Array): Promise<void> {
  const { code, metadata } = twin(bytes);
  const answer = await ask<MetadataAnswer>('metadata', bytes, GIB);
  expect(ERRORS[answer.read]).toBe(code);
  if (metadata === undefined) return;
  expect(answer).toMatchObject({
    offset: metadata.descriptorOffset,
    legacy: metadata.found === 'legacy-pointer' ? 1 : 0,
    guid: metadata.guidBefore ? 1 : 0,
    sections: metadata.sections.map(({ type, dataOffset, rawSize, attributes, address, memorySize }) => ({
      type,
      dataOffset,
      rawSize,
      attributes,
      address: `0x${address.toString(16)}`,
      memorySize: `0x${memorySize.toString(16)}`,
    })),
  });
}

async function problem(bytes: Uint8Array, memory = GIB): Promise<string> {
  const { check, section } = await ask<MetadataAnswer>('metadata', bytes, memory);
  return `${ERRORS[check]} ${section}`;
}

describe('SHA-384', () => {
  test('any bytes in pieces of any size, as node:crypto has it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 700 }),
        fc.integer({ min: 1, max: 300 }),
        async (data, step) => {
          const digest = createHash('sha384').update(data).digest('hex');
          expect(await ask('sha384', data, step)).toEqual({ digest });
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([0, 1, 111, 112, 113, 127, 128, 129, 239, 240, 256])(
    '%i bytes, around the padding',
    async (size) => {
      const data = Buffer.alloc(size, 0xa5);
      expect(await ask('sha384', data, 4096)).toEqual({
        digest: createHash('sha384').update(data).digest('hex'),
      });
    },
  );

  test('a register is extended as the twin extends it', async () => {
    const [value, data] = [Buffer.alloc(48, 1), Buffer.alloc(48, 2)];
    expect(await ask('extend', value, data)).toEqual({
      value: extend(value.toString('hex'), data.toString('hex')),
    });
  });
});

describe('metadata as the twin reads them', () => {
  test.each<[string, Partial<ImageSpec>]>([
    ['a small image', {}],
    ['the legacy pointer', { table: 'none', pointer: SMALL.descriptor }],
    ['no GUID before the descriptor', { guidBefore: false }],
    ['no table and no pointer', { table: 'none' }],
    ['a table without the entry', { table: [] }],
    ['a table that claims too much', { tableClaims: 0xffff }],
    ['a table that claims too little', { tableClaims: 17 }],
    ['an entry that claims nothing', { table: [{ ...offsetEntry(0x200), claims: 0 }] }],
    ['an entry of another length', { table: [{ ...offsetEntry(0x200), data: [1, 2, 3, 4, 5] }] }],
    ['a distance beyond the image', { table: [offsetEntry(0x30000)] }],
    ['a distance without room', { table: [offsetEntry(15)] }],
    ['another signature', { signature: 'TDVX' }],
    ['version 2', { version: 2 }],
    ['no sections', { count: 0, length: 16 }],
    ['a length that does not fit', { length: 17 }],
    ['sections beyond the image', { count: 0x7ffffff, length: (16 + 32 * 0x7ffffff) >>> 0 }],
    ['one section more than there is room for', { count: 16, length: 16 + 32 * 16 }],
    [
      'as many sections as fit',
      { descriptor: 0x1f900, ...plus(...Array.from({ length: 28 }, () => RECORD)) },
    ],
    ['one more', { descriptor: 0x1f900, ...plus(...Array.from({ length: 29 }, () => RECORD)) }],
  ])('%s', async (_name, spec) => expectTwin(image(spec)));

  test('a descriptor that ends beyond the image', async () => {
    for (const distance of [15, 12, 8, 4]) {
      const bytes = image({ table: [offsetEntry(distance)] });
      const view = new DataView(bytes.buffer);
      const at = bytes.length - distance;
      view.setUint32(at, 0x46564454, true);
      if (distance >= 12) view.setUint32(at + 8, 1, true);
      await expectTwin(bytes);
    }
  });

  test('the images of edk2, td-shim and Google', async () => {
    for (const bytes of [buildImage(EDK2), buildImage(TD_SHIM), fixture(GCE)]) await expectTwin(bytes);
  });

  test('any bytes at the end of an image', async () => {
    const tail = buildImage({ ...SMALL, size: 0x1000, descriptor: 0xc00, sections: [], pointer: 0xc00 });
    const edit = fc.tuple(fc.integer({ min: 1, max: 0x420 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 8 }),
        fc.integer({ min: 0, max: 0x1000 }),
        async (edits, start) => {
          const bytes = tail.slice(start < 0x800 ? 0 : start);
          for (const [fromEnd, byte] of edits)
            if (fromEnd <= bytes.length) bytes[bytes.length - fromEnd] = byte;
          await expectTwin(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('metadata that no TD can be built from', () => {
  const { type: _type, ...bfv } = volume(TYPE.BFV, 0x10000, 0x10000, 0xffff0000);
  test.each<[string, string, Partial<ImageSpec>]>([
    ['a small image', 'ok 0', {}],
    ['a payload and a record', 'ok 0', plus(PAYLOAD, RECORD)],
    ['not in units of 64 KiB', 'image-size 0', { size: 0x21000, descriptor: 0x20e00 }],
    ['a type that is not defined', 'section-type 4', plus(memory(9, 0x1000000, 0x1000))],
    ['attributes that are not defined', 'section-attributes 2', change(2, { attributes: 4 })],
    ['an address within a page', 'section-unaligned 2', change(2, { address: 0x810800n })],
    ['a size within a page', 'section-unaligned 2', change(2, { memorySize: 0x800n })],
    ['ending at 64 bits', 'section-wraps 2', change(2, { address: (1n << 64n) - 0x10000n })],
    ['more data than memory', 'section-raw-size 0', change(0, { ...bfv, memorySize: 0xf000n })],
    ['data beyond the image', 'section-data 0', change(0, { dataOffset: 0x11000 })],
    ['data beyond 32 bits', 'section-data 0', change(0, { dataOffset: 0xffffffff })],
    ['a CFV without data', 'section-data 1', change(1, { rawSize: 0 })],
    ['an empty record', 'section-data 4', plus({ ...RECORD, rawSize: 0 })],
    ['two TD HOBs', 'section-twice 4', plus(memory(TYPE.TD_HOB, 0x900000, 0x1000))],
    ['two sections in the same memory', 'section-overlap 4', plus(memory(TYPE.TempMem, 0x81f000, 0x1000))],
    ['beyond RAM', 'section-outside-memory 4', plus(memory(TYPE.TempMem, 0x40000000, 0x1000))],
    ['across the end of RAM', 'section-outside-memory 4', plus(memory(TYPE.TempMem, 0x3ffff000, 0x2000))],
    ['no code at the reset vector', 'no-reset-vector 0', change(0, { address: 0xfffd0000n })],
    ['no code at all', 'no-reset-vector 0', { sections: SMALL.sections.slice(1) }],
  ])('%s: %s', async (_what, expected, spec) => {
    expect(await problem(image(spec))).toBe(expected);
  });

  test('memory above 4 GiB belongs to a TD that has so much', async () => {
    const high = image(plus(memory(TYPE.TempMem, 0x1_0000_0000, 0x1000)));
    expect(await problem(high, 2n * GIB)).toBe('section-outside-memory 4');
    expect(await problem(high, 4n * GIB)).toBe('ok 0');
  });

  test('every error has a text', async () => {
    const { text } = await ask<MetadataAnswer>('metadata', image({ version: 2 }), GIB);
    expect(text).toBe('the TDX metadata has another version than 1');
  });
});

describe('MRTD as the twin computes it', () => {
  const variants = MRTD_VARIANTS.filter(
    ({ method: { order, augmented } }) => order === 'interleaved' && augmented,
  );

  async function expectMrtd(bytes: Uint8Array): Promise<void> {
    for (const [reader, { method }] of variants.entries()) {
      const mrtd = computeMrtd(bytes, parseMetadata(bytes), method);
      expect(await ask('mrtd', bytes, GIB, reader)).toEqual({ mrtd });
    }
  }

  test('two variants are compared', () => {
    expect(variants.map(({ reader }) => reader)).toEqual(['qemu', 'cloud-hypervisor']);
  });

  test.each<[string, Partial<ImageSpec>]>([
    ['a small image', {}],
    ['a payload that is added', plus(PAYLOAD)],
    ['a payload that is measured', plus({ ...PAYLOAD, attributes: 1 })],
    ['attributes that VMMs read differently', change(1, { attributes: 3 })],
    ['memory after the data of a section', change(1, { rawSize: 0x8100, attributes: 1 })],
    ['a record', plus(RECORD)],
    ['permanent memory', plus(memory(TYPE.PermMem, 0x2000000, 0x3000, 2))],
    ['a section without memory', plus(memory(TYPE.TempMem, 0x3000000, 0))],
    ['another order', { sections: SMALL.sections.toReversed() }],
  ])('%s', async (_name, spec) => expectMrtd(image(spec)));

  test('a real image', async () => expectMrtd(fixture(GCE)));

  test('sections anywhere', async () => {
    const section: fc.Arbitrary<SectionSpec> = fc
      .record({
        type: fc.constantFrom(TYPE.CFV, TYPE.TempMem, TYPE.PermMem),
        page: fc.integer({ min: 0, max: 0x300 }),
        pages: fc.integer({ min: 0, max: 4 }),
        dataOffset: fc.integer({ min: 0, max: 0x1f000 }),
        rawSize: fc.integer({ min: 1, max: 0x4000 }),
        attributes: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ type, page, pages, dataOffset, rawSize, attributes }) => ({
        ...memory(type, page * 0x1000, pages * 0x1000, attributes),
        dataOffset,
        rawSize,
      }));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(section, { maxLength: 3 }), async (sections) => {
        const bytes = image({ sections: [...SMALL.sections, ...sections] });
        const answer = await ask<{ mrtd?: string; unsound?: string }>('mrtd', bytes, GIB, 0);
        if (answer.unsound !== undefined) return;
        compared += 1;
        expect(answer.mrtd).toBe(computeMrtd(bytes, parseMetadata(bytes), LAUNCH_METHOD));
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
