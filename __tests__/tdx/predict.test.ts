/** Which registers are predicted for which firmware and kernel, and why others are not. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { deriveAcpiFiles } from '../../src/tdx/acpi.ts';
import { parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import {
  type BootInputs,
  isTdShim,
  type PossibleValue,
  possibleEvents,
  possibleRtmrs,
} from '../../src/tdx/possible-values.ts';
import { isPredicted } from '../../src/tdx/prediction.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { addressOfHob, buildQemuTdHob, givenTdHob } from '../../src/tdx/td-hob.ts';
import { secureVariables, storedVariables } from '../../src/tdx/variable-store.ts';
import { ABSENT_VARIABLES, ACPI, CCEL, digests, EMULATED, fixture } from './fixtures.ts';
import { buildImage, change, EDK2, type ImageSpec, memory, SMALL, TD_SHIM, TYPE } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { buildCfv, GLOBAL, IMAGE_SECURITY, type VariableSpec } from './variable-builder.ts';
import { buildVolume } from './volume-builder.ts';

const GIB = 1n << 30n;
const KERNEL = buildKernel();
const SEPARATOR = sha384(Buffer.alloc(4));

function known(spec: ImageSpec, rest: Partial<BootInputs> = {}): BootInputs {
  const image = buildImage(spec);
  return { image, metadata: parseMetadata(image), ...rest };
}

function sha384(...parts: readonly Uint8Array[]): string {
  return createHash('sha384').update(Buffer.concat(parts)).digest('hex');
}

function replayed(...digestsInOrder: readonly string[]): string {
  return digestsInOrder.reduce((value, digest) => sha384(Buffer.from(value + digest, 'hex')), ZERO);
}

/** Rows of one register, each as its value or reason, by whoever measures so. */
function rows(expected: readonly PossibleValue[], register: string): Record<string, string | undefined> {
  const own = expected.filter((row) => row.register === register);
  return Object.fromEntries(own.flatMap(({ value, reason, by }) => by.map((who) => [who, value ?? reason])));
}

describe('td-shim', () => {
  const direct = { kernel: KERNEL, initrd: new Uint8Array(), cmdline: 'root=/dev/vda1 console=hvc0 rw' };
  const expected = possibleRtmrs(known(TD_SHIM, { direct }));

  test('RTMR1 is the separator, the whole payload region, and the page of the command line', () => {
    const payload = sha384(KERNEL, Buffer.alloc(0x2000000 - KERNEL.length));
    const cmdline = digests('cmdline')[0]?.sha384 ?? '';
    expect(rows(expected, 'rtmr1')).toEqual({ 'td-shim v0.8.0': replayed(SEPARATOR, payload, cmdline) });
  });

  test('RTMR0 is not predicted, RTMR2 and RTMR3 stay zero', () => {
    expect(rows(expected, 'rtmr0')['td-shim v0.8.0']).toMatch(/^EV_PLATFORM_CONFIG_FLAGS \(td_hob\): .*ACPI/);
    expect([rows(expected, 'rtmr2'), rows(expected, 'rtmr3')]).toEqual([
      { 'td-shim v0.8.0': ZERO },
      { 'td-shim v0.8.0': ZERO },
    ]);
  });

  test('RTMR0 of a given TD HOB is what another log of the machine replays to', () => {
    const bytes = fixture(CCEL.tdShim);
    const tdHob = givenTdHob(bytes);
    const at = addressOfHob(tdHob);
    const sections = TD_SHIM.sections.map((one) =>
      one.type === TYPE.TD_HOB ? { ...one, address: at } : one,
    );
    const same = possibleRtmrs(known({ ...TD_SHIM, sections }, { tdHob }));
    expect(rows(same, 'rtmr0')).toEqual({ 'td-shim v0.8.0': replayLog(parseEventLog(bytes)).rtmr0 });
    expect(
      rows(possibleRtmrs(known({ ...TD_SHIM, sections }, { tdHob: givenTdHob(tdHob) })), 'rtmr0'),
    ).toEqual(rows(same, 'rtmr0'));
    const elsewhere = TD_SHIM.sections.map((one) =>
      one.type === TYPE.TD_HOB ? { ...one, address: at + 0x1000n } : one,
    );
    expect(
      rows(possibleRtmrs(known({ ...TD_SHIM, sections: elsewhere }, { tdHob })), 'rtmr0')['td-shim v0.8.0'],
    ).toMatch(/that is given was at 0x[0-9a-f]+: this firmware has it elsewhere/);
  });

  test.each<[string, (list: Buffer, log: Buffer) => Uint8Array, RegExp]>([
    ['is cut', (list) => list.subarray(0, 100), /is cut short|ends|truncated/i],
    ['goes on after its end', (list) => Buffer.concat([list, Buffer.alloc(8)]), /8 bytes follow its end/],
    ['begins with another entry', (list) => list.subarray(56), /does not begin with EFI_HOB_HANDOFF/],
    [
      'has an entry without a length',
      (list) => Buffer.concat([list.subarray(0, 56), Buffer.alloc(8)]),
      /an entry has 0 bytes/,
    ],
    ['is in a log without td-shim', () => fixture(CCEL.ovmf), /the log has no event td_hob/],
    [
      'was changed in the log',
      (list, log) => {
        const changed = Buffer.from(log);
        changed[log.indexOf(list) + 60] = 0xee;
        return changed;
      },
      /the digest in the log is of another list/,
    ],
  ])('a TD HOB that %s is refused', (_what, change, problem) => {
    const log = Buffer.from(fixture(CCEL.tdShim));
    expect(() => givenTdHob(change(Buffer.from(givenTdHob(log)), log))).toThrow(problem);
  });

  test('without a kernel, or with a payload in the image: RTMR1 is not predicted', () => {
    expect(rows(possibleRtmrs(known(TD_SHIM)), 'rtmr1')['td-shim v0.8.0']).toMatch(/the kernel is not given/);
    const builtIn = known({ ...TD_SHIM, sections: TD_SHIM.sections.slice(0, 6) });
    expect(isTdShim(builtIn.metadata, builtIn.image)).toBe(true);
    expect(rows(possibleRtmrs(builtIn), 'rtmr1')['td-shim v0.8.0']).toMatch(/payload is in the image/);
  });

  test.each<[string, Partial<BootInputs['direct']>, RegExp]>([
    [
      'a kernel beyond its region',
      { kernel: new Uint8Array(0x2000001) },
      /the kernel has 33554433 bytes; section 6/,
    ],
    [
      'a command line beyond its page',
      { cmdline: 'x'.repeat(4097) },
      /the command line has 4097 bytes; section 7 \(PayloadParam\) takes 4096/,
    ],
  ])('%s', (_what, change, message) => {
    expect(() => possibleRtmrs(known(TD_SHIM, { direct: { ...direct, ...change } }))).toThrow(message);
  });

  test('a payload region out of all measure is refused, not hashed', () => {
    const sections = TD_SHIM.sections.map((section) =>
      section.type === TYPE.Payload ? { ...section, memorySize: 1n << 40n } : section,
    );
    expect(() => possibleRtmrs(known({ ...TD_SHIM, sections }, { direct }))).toThrow(
      /section 6 \(Payload\) has/,
    );
  });
});

describe('TDVF', () => {
  const initrd = Buffer.from('initrd');
  const direct = { kernel: KERNEL, initrd, cmdline: 'console=ttyS0' };
  const acpi = deriveAcpiFiles(fixture(ACPI));
  const expected = possibleRtmrs(known(EDK2, { memory: 2n * GIB, acpi, direct }));
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
    const image = buildImage(EDK2);
    const boot = { metadata: parseMetadata(image), memory: 2n * GIB, acpi, smbios, direct };
    expect(rows(possibleRtmrs({ image, ...boot }), 'rtmr0')['qemu, edk2-stable202508']).toMatch(
      /boot options\): .*volumes of the image, which cannot be read/,
    );
    const drivers = ['DxeCore', 'TdTcg2Dxe', 'SmbiosMeasurementDxe', 'BdsDxe'];
    const filled = (...more: string[]): Record<string, string | undefined> => {
      const volumes = Uint8Array.from(image);
      volumes.set(buildVolume([...drivers, ...more].map((name) => ({ name }))), 0x84000);
      return rows(possibleRtmrs({ image: volumes, ...boot }), 'rtmr0');
    };
    const all = filled('BootManagerMenuApp', 'UiApp');
    expect(all['qemu, edk2-stable202508']).toMatch(/^[0-9a-f]{96}$/);
    expect(all['qemu, edk2-stable202505']).toBe(all['qemu, edk2-stable202508']);
    expect(filled('BootManagerMenuApp')['qemu, edk2-stable202508']).not.toBe(all['qemu, edk2-stable202508']);
    expect(filled()['qemu, edk2-stable202508']).toMatch(/BootManagerMenuApp is not in the volume of BdsDxe/);
  });

  test('RTMR1: separator by edk2, kernel by whether its header is patched', () => {
    const values = rows(expected, 'rtmr1');
    expect(Object.keys(values)).toHaveLength(16);
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
    const values = rows(possibleRtmrs(known(EDK2, { memory: GIB, direct: boot })), 'rtmr2');
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
    for (const value of Object.values(rows(possibleRtmrs(known(EDK2, rest)), register)))
      expect(value).toMatch(reason);
  });

  test('with an initrd and without the memory: the patched header is not predicted, the original one is', () => {
    const values = rows(possibleRtmrs(known(EDK2, { direct, profile: 'edk2-13b97736' })), 'rtmr1');
    expect(values['edk2-13b97736, setup header patched']).toMatch(/initrd's address/);
    expect(values['edk2-13b97736, setup header original']).toMatch(/^[0-9a-f]{96}$/);
  });

  test('where a register is not predicted, its pieces are', () => {
    const [{ events } = { events: [] }] = possibleEvents(
      known(EDK2, { memory: 2n * GIB, profile: 'edk2-stable202302' }),
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

  test('a command line with a NUL is refused', () => {
    const boot = { ...direct, cmdline: 'a\0b' };
    expect(() => possibleRtmrs(known(EDK2, { memory: GIB, direct: boot }))).toThrow(/NUL/);
  });

  function replayed96(value: string | undefined, digest: string): string {
    return sha384(Buffer.from(`${value}${digest}`, 'hex'));
  }
});

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

describe('the variables of an image', () => {
  const key = (name: string, content: string, rest: Partial<VariableSpec> = {}): VariableSpec => ({
    guid: name.startsWith('d') ? IMAGE_SECURITY : GLOBAL,
    ...{ name, data: Buffer.from(content), ...rest },
  });
  const read = (variables: readonly VariableSpec[]): Record<string, string> =>
    Object.fromEntries(
      secureVariables(storedVariables(buildCfv(variables))).measured.map(({ name, data }) => [
        name,
        Buffer.from(data).toString('latin1'),
      ]),
    );

  test('none, in an empty store', () => {
    expect(read([])).toEqual({ SecureBoot: '', PK: '', KEK: '', db: '', dbx: '' });
  });

  test('keys, and with a platform key Secure Boot is on', () => {
    const stored = [key('KEK', 'k'), key('db', 'database'), key('PK', 'platform'), key('dbx', 'x')];
    expect(read(stored)).toEqual({ SecureBoot: '\x01', PK: 'platform', KEK: 'k', db: 'database', dbx: 'x' });
  });

  test('a deleted one, one of another vendor, and what lies behind a damaged one do not count', () => {
    const stored = [
      key('PK', 'deleted', { state: 0x3c }),
      key('db', 'not this one', { guid: GLOBAL }),
      key('KEK', 'k'),
      key('dbx', 'x'),
    ];
    expect(read(stored)).toEqual({ SecureBoot: '', PK: '', KEK: 'k', db: '', dbx: 'x' });
    const bytes = buildCfv(stored);
    bytes.writeUInt16LE(0, 72 + 28);
    expect(secureVariables(storedVariables(bytes)).measured.every(({ data }) => data.length === 0)).toBe(
      true,
    );
  });

  test.each([
    ['no volume', Buffer.alloc(10)],
    ['a header beyond the volume', Buffer.alloc(64, 0xff)],
    [
      'a name of 4 GiB',
      Buffer.concat([buildCfv([]).subarray(0, 100), Buffer.from('aa553f', 'hex'), Buffer.alloc(200, 0xff)]),
    ],
  ])('%s: none', (_what, bytes) => {
    expect(secureVariables(storedVariables(bytes)).measured.every(({ data }) => data.length === 0)).toBe(
      true,
    );
  });
});

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
