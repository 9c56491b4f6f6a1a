/** Finding and reading TDX metadata: real and built images, then every way in which bytes can be wrong. */

import { describe, expect, test } from '@jest/globals';
import { MetadataError, parseMetadata } from '../../src/tdx/metadata.ts';
import { UsageError } from '../../src/words/errors.ts';
import { fixture, GCE } from './fixtures.ts';
import {
  buildImage,
  EDK2,
  type ImageSpec,
  memory,
  offsetEntry,
  type SectionSpec,
  SMALL,
  TD_SHIM,
  TYPE,
} from './image-builder.ts';

describe('valid images', () => {
  test('the Google image: metadata near the beginning, found through the GUID table', () => {
    const metadata = parseMetadata(gceImage());
    expect(metadata).toMatchObject({
      descriptorOffset: 0x110,
      found: 'guid-table',
      guidBefore: true,
      version: 1,
      length: 16 + 6 * 32,
    });
    expect(metadata.sections.map(short)).toEqual([
      'BFV 0x20000+0x1e0000 → 0xffe20000+0x1e0000 1',
      'CFV 0x0+0x20000 → 0xffe00000+0x20000 0',
      'TempMem 0x0+0x0 → 0x810000+0x10000 0',
      'TempMem 0x0+0x0 → 0x80b000+0x2000 0',
      'TD_HOB 0x0+0x0 → 0x809000+0x2000 0',
      'TempMem 0x0+0x0 → 0x800000+0x6000 0',
    ]);
  });

  test.each([
    ['edk2', EDK2, 'guid-table', ['BFV', 'CFV', 'TempMem', 'TempMem', 'TD_HOB', 'TempMem']],
    [
      'td-shim',
      TD_SHIM,
      'guid-table',
      ['BFV', 'CFV', 'TempMem', 'TempMem', 'TempMem', 'TD_HOB', 'Payload', 'PayloadParam'],
    ],
    [
      'td-shim without a table',
      { ...TD_SHIM, table: 'none' },
      'legacy-pointer',
      ['BFV', 'CFV', 'TempMem', 'TempMem', 'TempMem', 'TD_HOB', 'Payload', 'PayloadParam'],
    ],
    [
      'a table without the TDX entry, but a pointer',
      { ...SMALL, table: [], pointer: SMALL.descriptor },
      'legacy-pointer',
      ['BFV', 'CFV', 'TempMem', 'TD_HOB'],
    ],
  ] as [string, ImageSpec, string, string[]][])('%s', (_what, spec, found, names) => {
    const metadata = parseMetadata(buildImage(spec));
    expect(metadata).toMatchObject({ descriptorOffset: spec.descriptor, found, guidBefore: true });
    expect(metadata.sections.map(({ name }) => name)).toEqual(names);
    expect(metadata.sections).toMatchObject(spec.sections);
  });

  test('the table is preferred to the pointer', () => {
    const image = buildImage({ ...SMALL, pointer: 0x100 });
    image.set(image.subarray(SMALL.descriptor, SMALL.descriptor + 144), 0x100);
    expect(parseMetadata(image)).toMatchObject({ descriptorOffset: SMALL.descriptor, found: 'guid-table' });
  });

  test('the GUID before the descriptor is not needed', () => {
    expect(parseMetadata(buildImage({ ...SMALL, guidBefore: false })).guidBefore).toBe(false);
    const first = buildImage({ ...SMALL, descriptor: 0, guidBefore: false });
    expect(parseMetadata(first)).toMatchObject({ descriptorOffset: 0, guidBefore: false });
  });

  test('names and attribute bits', () => {
    const sections = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xffffffff].map((type, index) =>
      memory(type, 0, 0x1000, index % 4),
    );
    const parsed = parseMetadata(buildImage({ ...SMALL, descriptor: 0x1f000, sections })).sections;
    expect(parsed.map(({ name }) => name)).toEqual([...Object.keys(TYPE), 'type 9', 'type 4294967295']);
    expect(parsed.slice(0, 4).map(({ extend, augment }) => [extend, augment])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  test('a view into a larger buffer is read from its own beginning', () => {
    const image = buildImage(SMALL);
    const larger = new Uint8Array(image.length + 100);
    larger.set(image, 77);
    expect(parseMetadata(larger.subarray(77, 77 + image.length))).toEqual(parseMetadata(image));
  });
});

describe('images that cannot be read', () => {
  const distance = SMALL.size - SMALL.descriptor;
  const tdxEntry = offsetEntry(distance);

  test.each([
    [
      'an empty file',
      new Uint8Array(0),
      'truncated',
      /^too short for firmware \(size 0\): the last 50 bytes/,
    ],
    ['49 bytes', new Uint8Array(49), 'truncated', /\(size 49\)/],
    [
      '50 zeros',
      new Uint8Array(50),
      'not-firmware',
      /50 bytes are no multiple of 64 KiB, no GUID table ends at 0x12,/,
    ],
    [
      '4 MiB of zeros',
      new Uint8Array(0x400000),
      'not-firmware',
      /one: no GUID table ends at 0x3fffe0, and the legacy pointer there \(0x0\)/,
    ],
    ['a variable store', new Uint8Array(0x84000).fill(0xff), 'not-firmware', /\(0xffffffff\)/],
    ['no TDX entry', small({ table: [] }), 'no-tdx-metadata', /has no TDX entry/],
    ['table of 17 bytes', small({ tableClaims: 17 }), 'bad-guid-table', /claims 17 bytes at offset 0x1ffce/],
    ['table of 0 bytes', small({ tableClaims: 0 }), 'bad-guid-table', /claims 0 bytes/],
    [
      'table larger than the image',
      buildImage({ ...SMALL, size: 0x1000, descriptor: 0xe00, tableClaims: 0xfe1 }),
      'bad-guid-table',
      /claims 4065 bytes.* at most 4064/,
    ],
    ['table too small for an entry', small({ tableClaims: 35 }), 'no-tdx-metadata', /no TDX entry/],
    ['table that cuts an entry', small({ tableClaims: 36 }), 'bad-guid-table', /claims 26 .* 18 and 18/],
    ['table that runs into zeros', small({ table: [], tableClaims: 36 }), 'bad-guid-table', /claims 0 /],
    ['entry of 0 bytes', small({ table: [{ ...tdxEntry, claims: 0 }] }), 'bad-guid-table', /claims 0 /],
    ['entry of 17 bytes', small({ table: [{ ...tdxEntry, claims: 17 }] }), 'bad-guid-table', /claims 17/],
    ['entry of 65535', small({ table: [{ ...tdxEntry, claims: 65535 }] }), 'bad-guid-table', /65535/],
    ['TDX entry of 18 bytes', small({ table: [{ ...tdxEntry, data: [] }] }), 'bad-guid-table', /18 .* 22/],
    [
      'TDX entry of 26 bytes',
      small({ table: [{ ...tdxEntry, data: [0, 0, 0, 0, 0, 0, 0, 0] }] }),
      'bad-guid-table',
      /has 26 bytes .* instead of 22/,
    ],
    ['offset 0', small({ table: [offsetEntry(0)] }), 'bad-descriptor', /0x0 bytes before/],
    ['offset 15', small({ table: [offsetEntry(15)] }), 'bad-descriptor', /0xf bytes before/],
    ['offset 16', small({ table: [offsetEntry(16)] }), 'bad-descriptor', /begins with 0x0/],
    ['offset = size', small({ table: [offsetEntry(SMALL.size)] }), 'bad-descriptor', /offset 0x0 begins/],
    ['offset > size', small({ table: [offsetEntry(SMALL.size + 1)] }), 'truncated', /0x20001 .* 0x20000/],
    ['offset of 4 GiB', small({ table: [offsetEntry(0xffffffff)] }), 'truncated', /0xffffffff/],
    ['wrong signature', small({ signature: 'TDVG' }), 'bad-descriptor', /0x47564454 instead of/],
    [
      'wrong signature, by pointer',
      small({ signature: 'XXXX', table: 'none', pointer: SMALL.descriptor }),
      'bad-descriptor',
      /0x58585858/,
    ],
    [
      'wrong signature and no GUID, by pointer',
      small({ signature: 'XXXX', guidBefore: false, table: 'none', pointer: SMALL.descriptor }),
      'not-firmware',
      /\(0x1fe00\) leads to no/,
    ],
    ['pointer beyond', small({ table: 'none', pointer: SMALL.size - 15 }), 'not-firmware', /0x1fff1/],
    ['version 0', small({ version: 0 }), 'bad-version', /version 0 instead of 1/],
    ['version 2', small({ version: 2 }), 'bad-version', /version 2 instead of 1/],
    ['length + 1', small({ length: 145 }), 'bad-descriptor', /4 sections in 145 .* 144/],
    ['length with GUID', small({ length: 160 }), 'bad-descriptor', /4 sections in 160/],
    ['no sections', small({ sections: [] }), 'bad-descriptor', /at least one/],
    ['one section more', small({ count: 5 }), 'bad-descriptor', /5 sections in 144/],
    [
      'a huge count with a length that matches modulo 2^32',
      small({ count: 0x08000004, length: 144 }),
      'bad-descriptor',
      /134217732 sections; at most 1024/,
    ],
    [
      'sections beyond the image',
      small({ count: 16, length: 16 + 32 * 16 }),
      'bad-descriptor',
      /has 0x210 bytes; the image ends after 0x200/,
    ],
    [
      'the largest count that a length can hold',
      small({ count: 0x07ffffff, length: 0xfffffff0 }),
      'bad-descriptor',
      /134217727 sections; at most 1024/,
    ],
  ] as [string, Uint8Array, string, RegExp][])('%s', (_what, image, code, message) => {
    const error = errorOf(image);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ name: 'MetadataError', code, hint: expect.stringMatching(/\.$/) });
    expect(error?.message).toMatch(message);
  });

  test("'TDVF' where no descriptor fits before the end of the image", () => {
    const image = small({ table: 'none', pointer: SMALL.size - 15 });
    image.set(Buffer.from('TDVF'), SMALL.size - 15);
    expect(errorOf(image)).toMatchObject({ code: 'not-firmware' });
    image.set(Buffer.from('TDVF'), SMALL.size - 16);
    image.set([(SMALL.size & 0xff) | 0xf0], SMALL.size - 32);
    expect(errorOf(image)).toMatchObject({ code: 'bad-version' });
  });

  test.each([
    ['lacks its last byte', (image: Uint8Array) => image.subarray(0, -1), 131071],
    ['has a byte too many', (image: Uint8Array) => Buffer.concat([image, Buffer.alloc(1)]), 131073],
  ])('an image that %s: its size is named', (_what, edit, size) => {
    const message = `${size} bytes are no multiple of 64 KiB`;
    expect(errorOf(edit(buildImage(SMALL)))).toMatchObject({
      code: 'not-firmware',
      message: expect.stringContaining(message),
    });
  });

  test('an image that lacks its end, 64 bytes at a time', () => {
    const image = buildImage(SMALL);
    for (let cut = 64; cut <= 0x800; cut += 64) {
      expect({ cut, code: errorOf(image.subarray(0, -cut))?.code }).toEqual({ cut, code: 'not-firmware' });
    }
  });

  test('an image that lacks its beginning, up to the descriptor and into it', () => {
    const image = buildImage(SMALL);
    for (let rest = 0x800; rest >= distance; rest -= 64) {
      expect(parseMetadata(image.subarray(-rest)).descriptorOffset).toBe(rest - distance);
    }
    for (let rest = distance - 64; rest >= 128; rest -= 64) {
      expect({ rest, code: errorOf(image.subarray(-rest))?.code }).toEqual({ rest, code: 'truncated' });
    }
  });

  function small(change: Partial<ImageSpec>): Uint8Array {
    return buildImage({ ...SMALL, ...change });
  }
});

function gceImage(): Uint8Array {
  return fixture(GCE);
}

function short(section: SectionSpec & { name: string }): string {
  const data = `0x${section.dataOffset.toString(16)}+0x${section.rawSize.toString(16)}`;
  const place = `0x${section.address.toString(16)}+0x${section.memorySize.toString(16)}`;
  return `${section.name} ${data} → ${place} ${section.attributes}`;
}

function errorOf(image: Uint8Array): MetadataError | undefined {
  try {
    parseMetadata(image);
  } catch (error) {
    if (error instanceof MetadataError) return error;
    throw error;
  }
  return undefined;
}
