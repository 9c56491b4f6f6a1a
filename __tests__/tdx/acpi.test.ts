/** The files of fw_cfg that QEMU derives from its ACPI tables, which TDVF measures. */

import { describe, expect, test } from '@jest/globals';
import { deriveAcpiFiles } from '../../src/tdx/acpi.ts';

describe('ACPI tables', () => {
  const table = (signature: string, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.max(length, 36));
    bytes.write(signature);
    bytes.writeUInt32LE(length, 4);
    return bytes;
  };
  const all = [
    table('FACS', 64),
    table('DSDT', 100),
    table('FACP', 244),
    table('APIC', 144),
    table('RSDT', 44),
  ];

  test('RSDP and loader point where the tables are', () => {
    const { rsdp, loader } = deriveAcpiFiles(Buffer.concat([...all, Buffer.alloc(100)]));
    expect(Buffer.from(rsdp).readUInt32LE(16)).toBe(64 + 100 + 244 + 144);
    expect(loader).toHaveLength(4096);
    const commands = Array.from({ length: 32 }, (_, at) => Buffer.from(loader).readUInt32LE(128 * at));
    // Allocate both, checksum DSDT, three pointers, checksum FACP and APIC, two RSDT entries and its checksum, RSDP.
    expect(commands.join('')).toBe(`113222332232300000000000000000000`.slice(0, 32));
  });

  test.each([
    ['TPM2, whose loader commands are others', [...all, table('TPM2', 52)], 'bad-acpi', /"TPM2"/],
    ['no RSDT', all.slice(0, 4), 'bad-acpi', /no RSDT/],
    ['nothing', [], 'bad-acpi', /no DSDT/],
    ['a table of 4 bytes', [table('FACS', 4)], 'bad-acpi', /claims 4 bytes/],
    ['a table beyond the end', [table('FACS', 0x7fffffff).subarray(0, 64)], 'truncated', /table "FACS"/],
  ] as [string, Buffer[], string, RegExp][])('%s', (_what, tables, code, message) => {
    const bytes = Buffer.concat(tables);
    expect(() => deriveAcpiFiles(bytes)).toThrow(message);
    expect(() => deriveAcpiFiles(bytes)).toThrow(expect.objectContaining({ name: 'DataError', code }));
  });
});
