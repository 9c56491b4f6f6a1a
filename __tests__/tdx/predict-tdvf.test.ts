/** Which registers are predicted for TDVF and a kernel, by edk2 and by what is given, and why others are not. */

import { describe, expect, test } from '@jest/globals';
import { deriveAcpiFiles, PCI_LAYOUT } from '../../src/tdx/acpi.ts';
import { type BootInputs, possibleEvents, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { isPredicted } from '../../src/tdx/prediction.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { ABSENT_VARIABLES, ACPI, EMULATED, fixture } from './fixtures.ts';
import { DRIVERS, EDK2, tdvf } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { known, rows } from './predictions.ts';
import { replayed, sha384 } from './sha384.ts';

const GIB = 1n << 30n;
const KERNEL = buildKernel();
const SEPARATOR = sha384(Buffer.alloc(4));

describe('TDVF', () => {
  const initrd = Buffer.from('initrd');
  const direct = { kernel: KERNEL, initrd, cmdline: 'console=ttyS0' };
  const acpi = deriveAcpiFiles(fixture(ACPI));
  const newDrivers = [...DRIVERS, 'SmbiosMeasurementDxe', 'BdsDxe'];
  /** By every edk2: those without SmbiosMeasurementDxe, then those with it. */
  const expected = [tdvf(), tdvf(newDrivers)].flatMap((spec) =>
    possibleRtmrs(known(spec, { memory: 2n * GIB, acpi, direct })),
  );
  const wide = (text: string): string => sha384(Buffer.from(`${text}\0`, 'utf16le'));

  test('RTMR0: the pin has no ACPI; from edk2-stable202505 on the SMBIOS table is measured', () => {
    const values = rows(expected, 'rtmr0');
    const pin = 'qemu, edk2-13b97736';
    const old = 'qemu, edk2-stable202302';
    const now = 'qemu, edk2-stable202411';
    expect(new Set([values[pin], values[old], values[now]].map((value) => value?.length))).toEqual(
      new Set([96]),
    );
    expect(values[pin]).not.toBe(values[old]);
    // The same but for the separator, which 202411 has moved to RTMR1.
    expect(values[old]).toBe(replayed96(values[now], SEPARATOR));
    expect(values['qemu, edk2-stable202505']).toMatch(/\(SMBIOS\): the SMBIOS table is not given/);
    expect(values['qemu, edk2-stable202508']).toBe(values['qemu, edk2-stable202505']);
    const smbios = fixture(EMULATED.smbios);
    const filled = (...more: string[]): Record<string, string | undefined> => {
      const boot = { memory: 2n * GIB, acpi, smbios, direct };
      return rows(possibleRtmrs(known(tdvf([...newDrivers, ...more]), boot)), 'rtmr0');
    };
    const all = filled('BootManagerMenuApp', 'UiApp');
    expect(all['qemu, edk2-stable202508']).toMatch(/^[0-9a-f]{96}$/);
    expect(all['qemu, edk2-stable202505']).toBe(all['qemu, edk2-stable202508']);
    expect(filled('BootManagerMenuApp')['qemu, edk2-stable202508']).not.toBe(all['qemu, edk2-stable202508']);
    expect(filled('UiApp')['qemu, edk2-stable202508']).toMatch(
      /BootManagerMenuApp is not: such boot options/,
    );
  });

  test('a DEBUG build without BootManagerMenuApp beside BdsDxe stops before it boots: no value but of RTMR3', () => {
    const stops = /this DEBUG build stops before it boots anything, at an assertion: BootManagerMenuApp/;
    const valuesOf = (...debug: string[]): Record<string, string | undefined> => {
      const image = tdvf([...newDrivers, ...debug], [], 'debug');
      const boot = { memory: 2n * GIB, acpi, smbios: fixture(EMULATED.smbios), direct };
      const possible = possibleRtmrs(known(image, boot));
      return { ...rows(possible, 'rtmr0'), ...rows(possible, 'rtmr1'), ...rows(possible, 'rtmr2') };
    };
    for (const value of Object.values(valuesOf())) expect(value).toMatch(stops);
    for (const value of Object.values(valuesOf('BootManagerMenuApp')))
      expect(value).toMatch(/^[0-9a-f]{96}$/);
  });

  test('RTMR1: separator by edk2, kernel by whether its header is patched', () => {
    const values = rows(expected, 'rtmr1');
    expect(Object.keys(values)).toHaveLength(22);
    expect(new Set(Object.values(values)).size).toBe(6);
    expect(values['edk2-13b97736, setup header original']).toBe(
      values['edk2-stable202302, setup header original'],
    );
  });

  test('RTMR2: the command line with initrd=initrd after it, before it, or nothing at all', () => {
    const after = replayed(wide('console=ttyS0 initrd=initrd'), sha384(initrd));
    const before = replayed(wide('initrd=initrd console=ttyS0'), sha384(initrd));
    expect(rows(expected, 'rtmr2')).toMatchObject({
      'edk2-13b97736, Linux 6.9 and later': after,
      'edk2-stable202505, Linux 6.9 and later': after,
      'edk2-stable202508, Linux 6.9 and later': before,
      'edk2-stable202508, Linux before 6.9': ZERO,
    });
  });

  test.each<[string, string, Uint8Array, string]>([
    ['a command line alone', 'quiet', new Uint8Array(), replayed(wide('quiet'))],
    ['an initrd alone', '', initrd, replayed(wide(' initrd=initrd'), sha384(initrd))],
    ['neither', '', new Uint8Array(), ZERO],
    ['a command line in UTF-8: each byte becomes a character', 'ü', new Uint8Array(), replayed(wide('Ã¼'))],
  ])('RTMR2 of %s', (_what, cmdline, initrdBytes, value) => {
    const boot = { kernel: KERNEL, initrd: initrdBytes, cmdline };
    const values = rows(possibleRtmrs(known(tdvf(), { memory: GIB, direct: boot })), 'rtmr2');
    expect(values['edk2-13b97736, Linux 6.9 and later']).toBe(value);
  });

  test.each<[string, Partial<BootInputs>, string, RegExp]>([
    ['no memory', { direct }, 'rtmr0', /TD HOB\): .*size is not given/],
    [
      'no ACPI tables',
      { memory: GIB, direct, profile: 'edk2-stable202411' },
      'rtmr0',
      /ACPI DATA, loader\): .*not given/,
    ],
    ['a disk', { memory: GIB, profile: 'edk2-13b97736' }, 'rtmr0', /boot options\): .*disks/],
    ['a disk', { memory: GIB, profile: 'edk2-13b97736' }, 'rtmr1', /on the disk/],
    ['a disk', { memory: GIB, profile: 'edk2-13b97736' }, 'rtmr2', /on the disk/],
    ['Cloud Hypervisor', { memory: GIB, vmm: 'cloud-hypervisor' }, 'rtmr0', /Cloud Hypervisor's ACPI/],
  ])('with %s: no prediction of %s', (_what, rest, register, reason) => {
    for (const value of Object.values(rows(possibleRtmrs(known(tdvf(), rest)), register)))
      expect(value).toMatch(reason);
  });

  test('with an initrd and without the memory: the patched header is not predicted, the original one is', () => {
    const values = rows(possibleRtmrs(known(tdvf(), { direct, profile: 'edk2-13b97736' })), 'rtmr1');
    expect(values['edk2-13b97736, setup header patched']).toMatch(/initrd's address/);
    expect(values['edk2-13b97736, setup header original']).toMatch(/^[0-9a-f]{96}$/);
  });

  test('where the volumes of the image cannot be read, whether it has Secure Boot is not known', () => {
    const all = possibleRtmrs(known(EDK2, { memory: 2n * GIB, direct, profile: 'edk2-13b97736' }));
    for (const register of ['rtmr0', 'rtmr1']) {
      for (const value of Object.values(rows(all, register)))
        expect(value).toMatch(/volumes of the image cannot/);
    }
  });

  test('where a register is not predicted, its pieces are', () => {
    const [{ events } = { events: [] }] = possibleEvents(
      known(tdvf(), { memory: 2n * GIB, profile: 'edk2-stable202302' }),
    );
    const pieces = events
      .filter(({ register }) => register === 'rtmr0')
      .map(({ text, digest }) => [text, isPredicted(digest)]);
    expect(pieces).toEqual([
      ...['TD HOB', 'CFV', 'SecureBoot', 'PK', 'KEK', 'db', 'dbx', 'separator'].map((text) => [text, true]),
      ...['ACPI DATA, loader', 'ACPI DATA, rsdp', 'ACPI DATA, tables'].map((text) => [text, false]),
      ['boot options', false],
      ['separator', true],
      ['what lets programs start', false],
    ]);
    expect(Object.fromEntries(events.map(({ text, digest }) => [text, digest]))).toMatchObject(
      ABSENT_VARIABLES,
    );
  });

  // In emulated TDs, tables that QEMU 7.2.22 made had another digest for edk2-stable202305 (2^47) than for 202308 (2^46).
  test.each([
    [
      'edk2-stable202302',
      /space at 0xb0000000, and 64-bit BARs below 2\^47 .*: give the ACPI tables of a guest/,
    ],
    ['edk2-stable202305', /space at 0xe0000000, and 64-bit BARs below 2\^47/],
    ['edk2-stable202308', /^[0-9a-f]{96}$/],
    ['edk2-stable202411', /^[0-9a-f]{96}$/],
  ])(
    'ACPI tables that were made for edk2 of today are those of %s, or have no value',
    (profile, expected) => {
      const acpi = deriveAcpiFiles(fixture(ACPI));
      const [made] = Object.values(
        rows(
          possibleRtmrs(
            known(tdvf(), {
              memory: 2n * GIB,
              acpi: { ...acpi, pci: PCI_LAYOUT.from202308 },
              direct,
              profile,
            }),
          ),
          'rtmr0',
        ),
      );
      expect(made).toMatch(expected);
      const [given] = Object.values(
        rows(possibleRtmrs(known(tdvf(), { memory: 2n * GIB, acpi, direct, profile })), 'rtmr0'),
      );
      expect(given).toMatch(/^[0-9a-f]{96}$/);
    },
  );

  test('a command line with a NUL is refused', () => {
    const boot = { ...direct, cmdline: 'a\0b' };
    expect(() => possibleRtmrs(known(tdvf(), { memory: GIB, direct: boot }))).toThrow(/NUL/);
  });

  function replayed96(value: string | undefined, digest: string): string {
    return sha384(Buffer.from(`${value}${digest}`, 'hex'));
  }
});
