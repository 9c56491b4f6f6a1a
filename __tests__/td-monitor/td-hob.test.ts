/** The TD HOB of the TD monitor: QEMU's list against the TypeScript twin, byte for byte; td-shim's list, entry by entry. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { DataError } from '../../src/tdx/reader.ts';
import { buildQemuTdHob } from '../../src/tdx/td-hob.ts';
import { digests, fixture, GCE } from '../tdx/fixtures.ts';
import {
  buildImage,
  change,
  EDK2,
  type ImageSpec,
  memory,
  plus,
  type SectionSpec,
  SMALL,
  TD_SHIM,
  TYPE,
} from '../tdx/image-builder.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();
const MIB = 1n << 20n;
const GIB = 1n << 30n;
const CAPACITY = 0x20000;
const END = Buffer.from('ffff080000000000', 'hex');
/** enum td_hob_error */
const ERRORS = ['ok', 'no-section', 'section-not-ram', 'too-long'];

interface Answer {
  readonly error: number;
  readonly text: string;
  readonly hob: string;
}

async function qemu(bytes: Uint8Array, memoryBytes: bigint, capacity = CAPACITY): Promise<string> {
  const { error, hob } = await ask<Answer>('hob-qemu', bytes, memoryBytes, capacity);
  return error === 0 ? hob : (ERRORS[error] ?? '');
}

/** The twin's list with its END entry, or that QEMU refuses the image. */
function twin(bytes: Uint8Array, memoryBytes: bigint): string {
  try {
    return Buffer.concat([buildQemuTdHob(parseMetadata(bytes), memoryBytes), END]).toString('hex');
  } catch (error) {
    if (error instanceof DataError) return 'refused';
    throw error;
  }
}

const SIZES = [
  1056n * MIB,
  GIB,
  2n * GIB,
  0xb000_0000n - 0x1000n,
  0xb000_0000n,
  3n * GIB,
  4n * GIB,
  8n * GIB,
  64n * GIB,
];

describe("QEMU's list", () => {
  test.each(SIZES)('edk2 in %i bytes', async (size) => {
    const bytes = buildImage({ ...EDK2, size: 0x10000, descriptor: 0xf600 });
    expect(await qemu(bytes, size)).toBe(twin(bytes, size));
  });

  test('a real image', async () => {
    const bytes = fixture(GCE);
    expect(await qemu(bytes, GIB)).toBe(twin(bytes, GIB));
  });

  test('the event logs of real TDs know the lists of the twin', () => {
    // What makes the twin worth comparing with (__tests__/tdx/vectors.test.ts).
    expect(digests('td-hob').length).toBeGreaterThan(0);
  });

  test.each<[string, string, Partial<ImageSpec>]>([
    ['no TD_HOB', 'no-section', { sections: SMALL.sections.slice(0, 3) }],
    ['TempMem beyond RAM', 'section-not-ram', change(2, { address: 2n * GIB })],
    ['TempMem across the end of RAM', 'section-not-ram', change(2, { address: GIB - 0x8000n })],
    ['TempMem that wraps', 'section-not-ram', change(2, { address: (1n << 64n) - 0x8000n })],
    ['TempMem in TempMem', 'section-not-ram', plus(memory(TYPE.TempMem, 0x811000, 0x1000))],
    ['a TD_HOB without room', 'too-long', change(3, { memorySize: 0x50n })],
    ['a TD_HOB that is empty', 'too-long', change(3, { memorySize: 0n })],
  ])('%s: %s', async (_what, expected, spec) => {
    const bytes = buildImage({ ...SMALL, ...spec });
    expect(await qemu(bytes, GIB)).toBe(expected);
    expect(twin(bytes, GIB)).toBe('refused');
  });

  test('no byte beyond the buffer, however small', async () => {
    const bytes = buildImage({ ...SMALL, size: 0x1000, descriptor: 0xc00 });
    const whole = await qemu(bytes, GIB);
    for (let capacity = 1; capacity < whole.length / 2; capacity++)
      expect(await qemu(bytes, GIB, capacity)).toBe('too-long');
    expect(await qemu(bytes, GIB, whole.length / 2)).toBe(whole);
  });

  test('any sections in any memory: the list of the twin, or a refusal as the twin', async () => {
    const section: fc.Arbitrary<SectionSpec> = fc
      .record({
        type: fc.constantFrom(TYPE.TempMem, TYPE.TD_HOB, TYPE.PermMem),
        page: fc.integer({ min: 0, max: 0x60 }),
        pages: fc.integer({ min: 0, max: 6 }),
        high: fc.boolean(),
      })
      .map(({ type, page, pages, high }) =>
        memory(type, page * 0x1000 + (high ? 0x1_0000_0000 : 0), pages * 0x1000),
      );
    const size = fc.constantFrom(0x40_000n, ...SIZES);
    let lists = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(section, { minLength: 1, maxLength: 8 }),
        size,
        async (sections, bytesOfRam) => {
          const bytes = buildImage({ ...SMALL, size: 0x1000, descriptor: 0xc00, sections });
          const [expected, list] = [twin(bytes, bytesOfRam), await qemu(bytes, bytesOfRam)];
          if (expected === 'refused') expect(ERRORS.slice(1)).toContain(list);
          else expect(list).toBe(expected);
          lists += expected === 'refused' ? 0 : 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(lists).toBeGreaterThan(50);
  });

  test('32 sections, each in the middle of an entry', async () => {
    const sections = [
      memory(TYPE.TD_HOB, 0x1000, 0x4000),
      ...Array.from({ length: 31 }, (_, at) => memory(TYPE.TempMem, 0x10000 + at * 0x2000, 0x1000)),
    ];
    const bytes = buildImage({ ...SMALL, size: 0x10000, descriptor: 0xf000, sections });
    expect(await qemu(bytes, GIB)).toBe(twin(bytes, GIB));
  });
});

/** An entry of a list, as td-shim reads it (td-shim-interface/src/td_uefi_pi/hob.rs check_hob_integrity). */
interface Entry {
  readonly type: number;
  readonly body: Buffer;
}

function entries(list: Buffer, address: bigint): Entry[] {
  const found: Entry[] = [];
  let at = 0;
  for (;;) {
    const [type, length, reserved] = [
      list.readUInt16LE(at),
      list.readUInt16LE(at + 2),
      list.readUInt32LE(at + 4),
    ];
    expect({ reserved, fits: at + length <= list.length }).toEqual({ reserved: 0, fits: true });
    found.push({ type, body: list.subarray(at + 8, at + length) });
    at += (length + 7) & ~7;
    if (type === 0xffff) break;
  }
  expect(at).toBe(list.length);
  // HANDOFF says where the list ends.
  expect(list.readBigUInt64LE(48)).toBe(address + BigInt(list.length));
  return found;
}

describe("td-shim's list", () => {
  const TABLES: readonly Uint8Array[] = [Buffer.from('FACP of 11 b'), Buffer.alloc(36, 7)];
  const shim = buildImage({ ...TD_SHIM, size: 0x10000, descriptor: 0xf000, pointer: 0xf000 });

  async function list(kernel: boolean, tables = TABLES, bytes = shim, ram = 2n * GIB): Promise<string> {
    const { error, hob } = await ask<Answer>(
      'hob-td-shim',
      ...[bytes, ram, CAPACITY, kernel, tables.length, ...tables],
    );
    return error === 0 ? hob : (ERRORS[error] ?? '');
  }

  test('memory as Cloud Hypervisor describes it, tables, payload, end', async () => {
    const all = entries(Buffer.from(await list(true), 'hex'), 0x800000n);
    const resource = (body: Buffer) => ({
      type: body.readUInt32LE(16),
      attributes: body.readUInt32LE(20),
      start: Number(body.readBigUInt64LE(24)),
      length: Number(body.readBigUInt64LE(32)),
    });
    expect(all.map(({ type }) => type)).toEqual([1, 3, 3, 3, 3, 4, 4, 4, 0xffff]);
    // TempMem below 4 GiB is memory of its own; TD_HOB and the payload's sections are left for td-shim to accept.
    expect(all.filter(({ type }) => type === 3).map(({ body }) => resource(body))).toEqual([
      { type: 7, attributes: 7, start: 0, length: 0x80000000 },
      { type: 0, attributes: 7, start: 0xff040000, length: 0x1000 },
      { type: 0, attributes: 7, start: 0xff041000, length: 0x20000 },
      { type: 0, attributes: 7, start: 0xff061000, length: 0x20000 },
    ]);
    const extensions = all.filter(({ type }) => type === 4).map(({ body }) => body);
    const acpi = '70580c6aedd4f444a135dd238b6f0c8d';
    expect(extensions.map((body) => body.toString('hex', 0, 16))).toEqual([
      acpi,
      acpi,
      '12a46fb91f46e34b8c0dad805a497ac0',
    ]);
    expect(extensions[0]?.subarray(16).toString('latin1')).toBe('FACP of 11 b\0\0\0\0');
    expect(extensions[1]?.subarray(16)).toEqual(Buffer.concat([TABLES[1] ?? Buffer.of(), Buffer.alloc(4)]));
    // A bzImage at the payload's section.
    expect(extensions[2]?.toString('hex', 16)).toBe('01000000000000000010860000000000');
  });

  test('TempMem in RAM is cut out of RAM', async () => {
    const bytes = buildImage({ ...SMALL });
    const all = entries(Buffer.from(await list(false, [], bytes), 'hex'), 0x800000n);
    expect(all.map(({ type, body }) => (type === 3 ? body.readUInt32LE(16) : -type))).toEqual([
      -1, 7, 0, 7, -0xffff,
    ]);
  });

  test('no payload information without a kernel', async () => {
    const all = entries(Buffer.from(await list(false), 'hex'), 0x800000n);
    expect(all.filter(({ type }) => type === 4)).toHaveLength(2);
  });

  test('memory above 4 GiB comes last', async () => {
    const all = entries(Buffer.from(await list(false, [], shim, 4n * GIB), 'hex'), 0x800000n);
    expect(all.at(-2)?.body.readBigUInt64LE(24)).toBe(4n * GIB);
  });

  test.each<[string, string, Partial<ImageSpec>, Uint8Array[]]>([
    ['a kernel without a Payload section', 'no-section', {}, []],
    ['TempMem across the end of RAM', 'section-not-ram', change(2, { address: 2n * GIB - 0x8000n }), []],
    ['TempMem that wraps', 'section-not-ram', change(2, { address: (1n << 64n) - 0x8000n }), []],
    ['a table longer than a HOB', 'too-long', change(3, { memorySize: 0x20000n }), [Buffer.alloc(0xfff0)]],
    ['tables longer than the section', 'too-long', {}, [Buffer.alloc(0x1000), Buffer.alloc(0x1000)]],
  ])('%s: %s', async (_what, expected, spec, tables) => {
    const kernel = expected === 'no-section';
    expect(await list(kernel, tables, buildImage({ ...SMALL, ...spec }))).toBe(expected);
  });
});
