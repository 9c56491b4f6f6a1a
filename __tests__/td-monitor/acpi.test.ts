/** ACPI tables linked by the TD monitor against a second linker, on QEMU's tables and the twin's script, and on hostile scripts. */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AcpiFiles, deriveAcpiFiles } from '../../src/tdx/acpi.ts';
import { ACPI, fixture } from '../tdx/fixtures.ts';
import { useHarness } from './harness.ts';

const { ask } = useHarness();
const TABLES = 'etc/acpi/tables';
const RSDP = 'etc/acpi/rsdp';
const TABLES_AT = 0x7fe_0000;
const RSDP_AT = 0xe_0000;
const COMMAND_BYTES = 128;
/** enum acpi_error */
const ERRORS = [
  'ok',
  'script-size',
  'command-unknown',
  'name-bad',
  'file-unknown',
  'alignment',
  'pointer',
  'checksum',
  'table-length',
  'tables-too-many',
  'table-missing',
  'no-pm-block',
];

interface File {
  readonly name: string;
  readonly data: Uint8Array;
  readonly address: bigint;
}

interface Linked {
  readonly error: number;
  readonly text: string;
  readonly at: number;
  readonly files: Readonly<Record<string, string>>;
}

async function link(script: Uint8Array, files: readonly File[]): Promise<Linked> {
  const words = files.flatMap(({ name, data, address }) => [name, data, address]);
  return ask<Linked>('acpi-link', script, files.length, ...words);
}

/** What a command does, written down a second time (QEMU hw/acpi/bios-linker-loader.c); trusts its input. */
function reference(script: Buffer, files: readonly File[]): Record<string, string> {
  const named = Object.fromEntries(
    files.map(({ name, data, address }) => [name, { data: Buffer.from(data), address }]),
  );
  const file = (at: number) => named[script.toString('latin1', at, script.indexOf(0, at))];
  for (let at = 0; at < script.length; at += COMMAND_BYTES) {
    const target = file(at + 4);
    if (script.readUInt32LE(at) === 2) {
      const [offset, size] = [script.readUInt32LE(at + 116), script.readUInt8(at + 120)];
      const pointed = target?.data.subarray(offset, offset + size).toReversed() ?? Buffer.of();
      const value = BigInt(`0x${Buffer.from(pointed).toString('hex')}`) + (file(at + 60)?.address ?? 0n);
      for (let byte = 0; byte < size; byte++)
        target?.data.writeUInt8(Number((value >> BigInt(8 * byte)) & 0xffn), offset + byte);
    } else if (script.readUInt32LE(at) === 3) {
      const [result, start, length] = [60, 64, 68].map((field) => script.readUInt32LE(at + field));
      if (target === undefined || result === undefined || start === undefined || length === undefined)
        continue;
      const sum = target.data.subarray(start, start + length).reduce((all, byte) => all + byte, 0);
      target.data.writeUInt8((target.data.readUInt8(result) - sum) & 0xff, result);
    }
  }
  return Object.fromEntries(Object.entries(named).map(([name, { data }]) => [name, data.toString('hex')]));
}

function qemu(): AcpiFiles {
  return deriveAcpiFiles(fixture(ACPI));
}

function filesOf({ tables, rsdp }: AcpiFiles): File[] {
  return [
    { name: TABLES, data: tables, address: BigInt(TABLES_AT) },
    { name: RSDP, data: rsdp, address: BigInt(RSDP_AT) },
  ];
}

/** A command with file names and numbers as [offset, bytes, value]. */
function command(kind: number, names: string[], numbers: (readonly [number, number, number])[]): Buffer {
  const bytes = Buffer.alloc(COMMAND_BYTES);
  bytes.writeUInt32LE(kind);
  for (const [at, name] of names.entries()) bytes.write(name, 4 + 56 * at, 'latin1');
  for (const [at, size, value] of numbers) bytes.writeUIntLE(value, at, size);
  return bytes;
}

const allocate = (name: string, alignment = 16) => command(1, [name], [[60, 4, alignment]]);
const pointer = (offset: number, size: number, from = 'a', to = 'b') =>
  command(
    2,
    [from, to],
    [
      [116, 4, offset],
      [120, 1, size],
    ],
  );
const checksum = (result: number, start: number, length: number) =>
  command(
    3,
    ['a'],
    [
      [60, 4, result],
      [64, 4, start],
      [68, 4, length],
    ],
  );

function tablesOf(data: Buffer): Buffer[] {
  const tables: Buffer[] = [];
  for (let at = 0; at + 8 <= data.length && data.readUInt32LE(at) !== 0; ) {
    const length = data.readUInt32LE(at + 4);
    tables.push(data.subarray(at, at + length));
    at += length;
  }
  return tables;
}

function sum(bytes: Uint8Array): number {
  return bytes.reduce((all, byte) => (all + byte) & 0xff, 0);
}

describe('linking', () => {
  test("QEMU's tables with their script: as the second linker, and every checksum right", async () => {
    const files = qemu();
    const linked = await link(files.loader, filesOf(files));
    expect(linked).toMatchObject({ error: 0, files: reference(Buffer.from(files.loader), filesOf(files)) });
    const tables = tablesOf(Buffer.from(linked.files[TABLES] ?? '', 'hex'));
    expect(tables.map((table) => table.toString('latin1', 0, 4))).toContain('FACP');
    // FACS has no checksum.
    const summed = tables.filter((table) => table.toString('latin1', 0, 4) !== 'FACS');
    expect(summed.map(sum)).toEqual(summed.map(() => 0));
    expect(sum(Buffer.from(linked.files[RSDP] ?? '', 'hex').subarray(0, 20))).toBe(0);
  });

  const [A, B] = [
    { name: 'a', data: Buffer.alloc(32), address: 0x1000n },
    { name: 'b', data: Buffer.alloc(16), address: 0x2000n },
  ];
  const BOTH = [allocate('a'), allocate('b')];

  test.each<[string, string, number, Buffer[]]>([
    ['an empty script', 'ok', 0, []],
    [
      'a pointer of each size',
      'ok',
      6,
      [...BOTH, pointer(0, 2), pointer(4, 4), pointer(8, 8), command(0, [], [])],
    ],
    ['a command that is not defined', 'command-unknown', 1, [allocate('a'), command(5, ['a'], [])]],
    ['a name without an end', 'name-bad', 0, [allocate('x'.repeat(56))]],
    ['no name', 'name-bad', 0, [allocate('')]],
    ['a name that goes on', 'file-unknown', 0, [allocate('aa')]],
    ['another file', 'file-unknown', 0, [allocate('etc/tpm/log')]],
    ['a file before it is allocated', 'file-unknown', 1, [allocate('a'), pointer(0, 4)]],
    ['alignment 0', 'alignment', 0, [allocate('a', 0)]],
    ['alignment 48', 'alignment', 0, [allocate('a', 48)]],
    ['an alignment that the address lacks', 'alignment', 0, [allocate('a', 0x2000)]],
    ['a pointer of 3 bytes', 'pointer', 2, [...BOTH, pointer(0, 3)]],
    ['a pointer of no bytes', 'pointer', 2, [...BOTH, pointer(0, 0)]],
    ['a pointer across the end', 'pointer', 2, [...BOTH, pointer(29, 4)]],
    ['a pointer far beyond the end', 'pointer', 2, [...BOTH, pointer(0xfffffffe, 4)]],
    ['a pointer too short for the address', 'pointer', 2, [...BOTH, pointer(0, 1)]],
    ['a pointer to where the other file ends', 'pointer', 3, [...BOTH, pointer(0, 4), pointer(0, 4)]],
    ['a checksum beyond the end', 'checksum', 1, [allocate('a'), checksum(32, 0, 8)]],
    ['a checksum over more than the file', 'checksum', 1, [allocate('a'), checksum(0, 8, 25)]],
    ['a checksum from beyond the end', 'checksum', 1, [allocate('a'), checksum(0, 33, 0)]],
    ['a checksum over 32 bits', 'checksum', 1, [allocate('a'), checksum(0, 8, 0xffffffff)]],
    [
      'a pointer that a device learns',
      'ok',
      3,
      [...BOTH, command(4, ['etc/vmgenid_addr', 'b'], [[124, 1, 8]])],
    ],
    ['of a file that is not there', 'file-unknown', 0, [command(4, ['etc/x', 'c'], [[124, 1, 8]])]],
    [
      'to beyond a file',
      'pointer',
      2,
      [
        ...BOTH,
        command(
          4,
          ['x', 'b'],
          [
            [120, 4, 16],
            [124, 1, 8],
          ],
        ),
      ],
    ],
  ])('%s: %s', async (_what, expected, at, commands) => {
    const linked = await link(Buffer.concat(commands), [A, B]);
    expect([ERRORS[linked.error], linked.at]).toEqual([expected, at]);
    expect(linked.text).not.toBe('unknown error');
  });

  test('a script that ends within a command', async () => {
    expect(ERRORS[(await link(Buffer.alloc(127), [])).error]).toBe('script-size');
  });

  test('any edits of the script and the tables end with a result or a named error', async () => {
    const { loader, tables, rsdp } = qemu();
    const small = { loader: Buffer.from(loader.subarray(0, 24 * COMMAND_BYTES)), rsdp, tables };
    const edit = fc.tuple(
      fc.integer({ min: 0, max: small.loader.length - 1 }),
      fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1, 4, 8, 255)),
    );
    const cut = fc.integer({ min: 0, max: 4096 });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 6 }), cut, async (edits, bytes) => {
        const script = Buffer.from(small.loader);
        for (const [at, value] of edits) script[at] = value;
        const linked = await link(
          script,
          filesOf({ ...small, tables: tables.subarray(0, tables.length - bytes) }),
        );
        expect(ERRORS[linked.error]).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});

describe('for td-shim', () => {
  async function linked(): Promise<Buffer> {
    const files = qemu();
    const { files: done } = await link(files.loader, filesOf(files));
    return Buffer.from(done[TABLES] ?? '', 'hex');
  }

  async function prepare(data: Uint8Array): Promise<{ error: string | undefined; tables: Buffer[] }> {
    const { error, tables } = await ask<{ error: number; tables: { data: string }[] }>('acpi-td-shim', data);
    return { error: ERRORS[error], tables: tables.map((table) => Buffer.from(table.data, 'hex')) };
  }

  const withSignature = (tables: readonly Buffer[], signature: string) =>
    tables.find((table) => table.toString('latin1', 0, 4) === signature) ?? Buffer.of();

  test('whole tables: all but FACS and RSDT, with checksums, FADT with its PM registers and without pointers', async () => {
    const before = tablesOf(await linked());
    const { error, tables } = await prepare(await linked());
    expect(error).toBe('ok');
    const names = before.map((table) => table.toString('latin1', 0, 4));
    expect(tables.map((table) => table.toString('latin1', 0, 4))).toEqual(
      names.filter((name) => name !== 'FACS' && name !== 'RSDT'),
    );
    expect(tables.map(sum)).toEqual(tables.map(() => 0));
    const [fadt, old] = [withSignature(tables, 'FACP'), withSignature(before, 'FACP')];
    expect([fadt.readUInt32LE(36), fadt.readUInt32LE(40), fadt.readBigUInt64LE(140)]).toEqual([0, 0, 0n]);
    expect(old.readUInt32LE(40)).not.toBe(0);
    // ICH9's PMBASE.
    expect([fadt.readUInt32LE(56), fadt.readUInt32LE(64)]).toEqual([0x600, 0x604]);
    // Without FACS there is no global lock. That needs HW_REDUCED_ACPI, and sleep registers of revision 5.
    expect([fadt.length, fadt.readUInt8(8), fadt.readUInt32LE(112) >>> 20]).toEqual([268, 5, 1]);
    for (const at of [244, 256]) {
      expect([fadt.toString('hex', at, at + 4), fadt.readBigUInt64LE(at + 4)]).toEqual(['01080001', 0x605n]);
    }
    // td-shim adds the multiprocessor wakeup structure itself.
    expect(withSignature(tables, 'APIC').equals(withSignature(before, 'APIC'))).toBe(true);
  });

  test.each<[string, (tables: Buffer) => Buffer]>([
    [
      'table-missing',
      (tables) => Buffer.concat(tablesOf(tables).filter((one) => !/^DSDT/.test(one.toString('latin1')))),
    ],
    [
      'table-missing',
      (tables) => Buffer.concat(tablesOf(tables).filter((one) => !/^APIC/.test(one.toString('latin1')))),
    ],
    ['table-missing', () => Buffer.of()],
    ['table-length', (tables) => tables.subarray(0, tables.readUInt32LE(tables.indexOf('DSDT') + 4))],
    ['table-length', () => Buffer.from('FACP\x23\0\0\0'.padEnd(64, '\0'), 'latin1')],
    ['table-length', () => Buffer.from('FACP\x24\0\0\0'.padEnd(36, '\0'), 'latin1')],
    ['table-length', () => Buffer.from('FACP\xff\xff\xff\xff'.padEnd(64, '\0'), 'latin1')],
    ['tables-too-many', () => Buffer.concat(Array(33).fill(Buffer.from('SSDT\x24\0\0\0'.padEnd(36, '\0'))))],
  ])('%s (%#)', async (expected, edit) => {
    expect((await prepare(edit(await linked()))).error).toBe(expected);
  });

  test('no-pm-block: QEMU built the tables before PMBASE was set', async () => {
    const data = await linked();
    data.writeUInt32LE(0, data.indexOf('FACP') + 56);
    expect((await prepare(data)).error).toBe('no-pm-block');
  });

  test('any bytes end with a result or a named error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        bytes.set(Buffer.from('FACP').subarray(0, Math.min(4, bytes.length)));
        expect((await prepare(bytes)).error).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
