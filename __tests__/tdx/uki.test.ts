/** A UKI or systemd-boot on a disk: what RTMR1 and RTMR2 hold, by versions and entries. The referee is e2e/td-emulated. */

import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { type BootInputs, possibleEvents, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import type { DiskBoot, LoaderEntry } from '../../src/tdx/predict-disk.ts';
import type { PredictedEvent } from '../../src/tdx/prediction.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { buildImage, SECURE, tdvf } from './image-builder.ts';
import { buildKernel, buildUki } from './pe-builder.ts';
import { replayed, sha384 } from './sha384.ts';
import { CERTIFICATES, signatureList } from './signature-builder.ts';
import { GLOBAL, IMAGE_SECURITY } from './variable-builder.ts';

const linux = buildKernel();
const text = (content: string): Buffer => Buffer.from(content);
const magic = (version: number): Buffer =>
  text(`#### LoaderInfo: systemd-stub ${version}.39-1~deb12u2 ####\0`);
const PARTS = {
  '.sdmagic': magic(252),
  '.osrel': text('ID=test\n'),
  '.cmdline': text('console=ttyS0 \n\0'),
  '.linux': linux,
  '.initrd': text('initrd'),
};
const gpt = Buffer.alloc(228, 7);

/** The values or reasons of one register. */
function valuesOf(
  program: Uint8Array,
  register: string,
  disk: Partial<DiskBoot> = {},
  profile = 'edk2-stable202411',
  image: Uint8Array = buildImage(tdvf()),
): (string | undefined)[] {
  const known = { image, metadata: parseMetadata(image), memory: 1n << 30n, profile };
  return possibleRtmrs({ ...known, disk: { gpt, program, ...disk } })
    .filter((row) => row.register === register)
    .map(({ value, reason }) => value ?? reason);
}

/** The events of a boot with a kernel that measures. */
function eventsOf(
  program: Uint8Array,
  disk: Partial<DiskBoot> = {},
  more: Partial<BootInputs> = {},
): readonly PredictedEvent[] {
  const image = buildImage(tdvf());
  const known = { image, metadata: parseMetadata(image), memory: 1n << 30n, profile: 'edk2-stable202411' };
  return possibleEvents({ ...known, ...more, disk: { gpt, program, ...disk } }).flatMap(
    ({ events }) => events,
  );
}

const LOAD_OPTIONS = sha384(Buffer.from('console=ttyS0\0', 'utf16le'));
const INITRD = sha384(text('initrd'));

test('RTMR1: the partition table, the UKI, the kernel in it', () => {
  const uki = buildUki(PARTS);
  expect(valuesOf(uki, 'rtmr1')).toEqual([
    replayed(
      sha384(text('Calling EFI Application from Boot Option')),
      sha384(Buffer.alloc(4)),
      sha384(gpt),
      authenticode(uki),
      authenticode(linux),
      sha384(text('Exit Boot Services Invocation')),
      sha384(text('Exit Boot Services Returned with Success')),
    ),
  ]);
});

test('RTMR1 with edk2 of August 2026 and later: ExitBootServices() fails once, and is called again', () => {
  const uki = buildUki(PARTS);
  expect(valuesOf(uki, 'rtmr1', {}, 'edk2-stable202608')).toEqual([
    replayed(
      sha384(text('Calling EFI Application from Boot Option')),
      ...[sha384(Buffer.alloc(4)), sha384(gpt), authenticode(uki), authenticode(linux)],
      sha384(text('Exit Boot Services Returned with Failure')),
      sha384(text('Exit Boot Services Invocation')),
      sha384(text('Exit Boot Services Returned with Success')),
    ),
  ]);
});

describe('RTMR2', () => {
  test('of a stub that does not measure: the kernel alone, or nothing', () => {
    expect(valuesOf(buildUki(PARTS), 'rtmr2')).toEqual([replayed(LOAD_OPTIONS, INITRD), ZERO]);
  });

  test("of a stub that measures: names and contents of sections in the stub's order, then the kernel", () => {
    const own = (['.linux', '.osrel', '.cmdline', '.initrd'] as const).flatMap((name) => [
      sha384(text(`${name}\0`)),
      sha384(PARTS[name]),
    ]);
    const uki = buildUki({ ...PARTS, '.sdmagic': magic(255) });
    expect(valuesOf(uki, 'rtmr2')).toEqual([replayed(...own, LOAD_OPTIONS, INITRD), replayed(...own)]);
  });

  test('without an initrd, or without a command line', () => {
    const { '.initrd': _, ...rest } = PARTS;
    expect(valuesOf(buildUki(rest), 'rtmr2')[0]).toBe(replayed(LOAD_OPTIONS));
    const { '.cmdline': _cmdline, ...others } = PARTS;
    expect(valuesOf(buildUki(others), 'rtmr2')[0]).toBe(replayed(INITRD));
  });

  test('the stub makes blanks of line ends within the command line', () => {
    const uki = buildUki({ ...PARTS, '.cmdline': text('console=ttyS0\nquiet\n') });
    const options = sha384(Buffer.from('console=ttyS0 quiet\0', 'utf16le'));
    expect(valuesOf(uki, 'rtmr2')[0]).toBe(replayed(options, INITRD));
  });

  test('with credentials, extensions or addons beside the UKI: not predicted', () => {
    for (const value of valuesOf(buildUki(PARTS), 'rtmr2', { addons: true })) {
      expect(value).toMatch(
        /credentials, extensions or addons on the partition: the stub hands further files/,
      );
    }
  });

  /** A cpio archive as the stub makes it, with one file of 8 bytes. */
  const archive = (name: string, nameBytes: string, padding: string, content: string): Buffer =>
    text(
      [
        '070701000000010000416d0000000000000000000000010000000000000000',
        '000000000000000000000000000000000000000700000000.extra\0\0\0\0',
        '0707010000000200008124000000000000000000000001000000000000000800000000000000000000000000000000',
        `${nameBytes}00000000.extra/${name}\0${padding}${content}`,
        `070701${'0'.repeat(39)}1${'0'.repeat(55)}B${'0'.repeat(8)}TRAILER!!!\0\0\0\0`,
      ].join(''),
    );
  const OS_RELEASE = archive('os-release', '00000012', '', 'ID=test\n');
  const SIGNATURE = archive('tpm2-pcr-signature.json', '0000001f', '\0\0\0', '[signed]');
  const KEY = archive('tpm2-pcr-public-key.pem', '0000001f', '\0\0\0', '[pubkey]');
  const SIGNED = { '.pcrsig': text('[signed]'), '.pcrpkey': text('[pubkey]') };
  const BASE = text('initrd\0\0');

  test.each<[string, number, Record<string, Buffer>, readonly Buffer[]]>([
    [
      '252: files for signed PCR values, behind an initrd that is filled up',
      252,
      SIGNED,
      [BASE, SIGNATURE, KEY],
    ],
    ['256: microcode before the initrd', 256, { '.ucode': text('micro') }, [text('micro\0\0\0'), BASE]],
    ['255: no microcode', 255, { '.ucode': text('micro') }, [text('initrd')]],
    ['257: the release of the system', 257, {}, [BASE, OS_RELEASE]],
    [
      '260: all of them',
      260,
      { ...SIGNED, '.ucode': text('micr') },
      [text('micr'), BASE, SIGNATURE, KEY, OS_RELEASE],
    ],
    ['257 without initrd: the file alone', 257, { '.initrd': Buffer.alloc(0) }, [OS_RELEASE]],
  ])('the initrd that stub %s', (_what, version, more, initrd) => {
    const uki = buildUki({ ...PARTS, ...more, '.sdmagic': magic(version) });
    const events = eventsOf(uki).filter(({ register }) => register === 'rtmr2');
    expect(events.at(-1)).toMatchObject({ text: 'Linux initrd', digest: sha384(Buffer.concat(initrd)) });
  });

  test.each<[string, number, Record<string, Buffer>, RegExp]>([
    ['profiles', 257, { '.profile': text('ID=a\n') }, /\.profile: which sections systemd-stub 257 uses/],
    ['device trees to choose from', 258, { '.dtbauto': text('tree') }, /\.dtbauto: which sections/],
    ['firmware to choose from', 258, { '.efifw': text('fw') }, /\.efifw: which sections/],
    ['a stub that adds a secret', 261, {}, /add a secret to the initrd.*mattrib \+r/],
  ])('of a UKI with %s: not predicted', (_what, version, more, reason) => {
    const [value] = valuesOf(buildUki({ ...PARTS, ...more, '.sdmagic': magic(version) }), 'rtmr2');
    expect(value).toMatch(reason);
  });

  test('of stub 261 and later, with a random seed that is read-only: predicted, where the command line names a console', () => {
    const parts = { ...PARTS, '.sdmagic': magic(262) };
    const [value] = valuesOf(buildUki(parts), 'rtmr2', { seedIsReadOnly: true });
    expect(value).toMatch(/^[0-9a-f]{96}$/);
    const silent = buildUki({ ...parts, '.cmdline': text('quiet myconsole=hvc0') });
    expect(valuesOf(silent, 'rtmr2', { seedIsReadOnly: true })[0]).toMatch(/has no console=/);
  });
});

test.each([
  [257, [linux]],
  [258, []],
  [262, []],
])('RTMR1 of stub %d: the kernel in it only where the firmware loads the kernel', (version, started) => {
  const uki = buildUki({ ...PARTS, '.sdmagic': magic(version) });
  const programs = eventsOf(uki).filter(({ name }) => name === 'EV_EFI_BOOT_SERVICES_APPLICATION');
  expect(programs.map(({ digest }) => digest)).toEqual([uki, ...started].map((one) => authenticode(one)));
});

describe('what systemd 261 and later measure of the machine', () => {
  /** Structures of type 1 (woken by type 6), 4, 11 and 127. */
  const structure = (type: number, bytes: readonly number[], strings: string): Buffer =>
    Buffer.concat([Buffer.from([type, bytes.length + 4, 0, type, ...bytes]), text(`${strings}\0\0`)]);
  const system = (wakeUp: number): Buffer =>
    structure(1, [1, 0, 0, 0, ...Buffer.alloc(16, 9), wakeUp, 0, 0], 'QEMU');
  const strings = structure(11, [1], 'io.systemd=x');
  const smbios = Buffer.concat([system(6), structure(4, [7], 'CPU'), strings, structure(127, [], '')]);
  const measured = [system(0), strings].map((one) => sha384(one));
  const boot = (version: number): Buffer =>
    buildUki({ '.sdmagic': text(`#### LoaderInfo: systemd-boot ${version}.1 ####\0`) });
  const uki = (version: number): Buffer => buildUki({ ...PARTS, '.sdmagic': magic(version) });
  const ofSystemd = (program: Buffer, disk: Partial<DiskBoot> = {}) =>
    eventsOf(program, disk, { smbios }).flatMap(({ register, text: what, digest }) =>
      register === 'rtmr0' && what.startsWith('smbios:') ? [digest] : [],
    );

  test.each<[string, Buffer, Partial<DiskBoot>, readonly string[]]>([
    ['stub 261', uki(261), {}, measured],
    ['stub 260', uki(260), {}, []],
    [
      'systemd-boot 262, which spares the stub the work',
      boot(262),
      { entry: { uki: { program: uki(262) } } },
      measured,
    ],
    ['the stub behind an older systemd-boot', boot(257), { entry: { uki: { program: uki(262) } } }, measured],
    [
      'systemd-boot 262 with a kernel',
      boot(262),
      { entry: { kernel: linux, initrds: [], options: 'a' } },
      measured,
    ],
  ])('RTMR0 of %s: structures 1, 2 and 11 of the SMBIOS table', (_what, program, disk, expected) => {
    expect(ofSystemd(program, disk)).toEqual(expected);
  });

  test('without the table: RTMR0 has no value', () => {
    const events = eventsOf(uki(262)).filter(({ text: what }) => what.startsWith('smbios:'));
    expect(events.map(({ digest }) => digest)).toEqual([
      { reason: expect.stringMatching(/SMBIOS table is not given/) },
    ]);
  });

  test.each([
    [262, [sha384(text('timeout 0\n'))]],
    [260, []],
  ])('RTMR1 of systemd-boot %d: loader.conf', (version, expected) => {
    const entry = { kernel: linux, initrds: [], options: 'a' };
    const events = eventsOf(boot(version), { entry, loaderConf: text('timeout 0\n') });
    const own = events.filter(({ register, name }) => register === 'rtmr1' && name === 'EV_IPL');
    expect(own.map(({ digest }) => digest)).toEqual(expected);
  });
});

describe('systemd-boot', () => {
  const systemdBoot = (version: string): Buffer =>
    buildUki({ '.sdmagic': text(`#### LoaderInfo: systemd-boot ${version} ####\0`) });
  const uki = buildUki(PARTS);
  const kernelEntry = { kernel: linux, initrds: [text('abc'), text('efgh')], options: 'initrd=\\i quiet' };
  const options = sha384(Buffer.from(`${kernelEntry.options}\0`, 'utf16le'));
  const values = (version: string, register: string, entry: DiskBoot['entry']): (string | undefined)[] =>
    valuesOf(systemdBoot(version), register, entry === undefined ? {} : { entry });

  test.each<[string, LoaderEntry, readonly Buffer[]]>([
    ['a UKI and the kernel in it', { uki: { program: uki } }, [uki, linux]],
    ['a kernel', kernelEntry, [linux]],
  ])('RTMR1: the partition table, systemd-boot, %s', (_what, entry, started) => {
    expect(values('252.39-1', 'rtmr1', entry)).toEqual([
      replayed(
        sha384(text('Calling EFI Application from Boot Option')),
        sha384(Buffer.alloc(4)),
        sha384(gpt),
        ...[systemdBoot('252.39-1'), ...started].map((program) => authenticode(program)),
        sha384(text('Exit Boot Services Invocation')),
        sha384(text('Exit Boot Services Returned with Success')),
      ),
    ]);
  });

  test.each<[string, string, LoaderEntry, readonly string[] | RegExp]>([
    ['252 with a UKI: as without systemd-boot', '252.39', { uki: { program: uki } }, [LOAD_OPTIONS, INITRD]],
    [
      '252 with a kernel: the kernel alone, of initrds one after the other',
      '252.39',
      kernelEntry,
      [options, sha384(text('abcefgh'))],
    ],
    [
      '257 with a kernel: its own measurement, too, and initrds at multiples of 4',
      '257.13',
      kernelEntry,
      [options, options, sha384(text('abc\0efgh'))],
    ],
    ['255 may fill the initrd up', '255', kernelEntry, /may fill the initrd up/],
    [
      '255 with initrds that need no filling',
      '255',
      { ...kernelEntry, initrds: [text('abcd'), text(''), text('efgh')] },
      [options, options, sha384(text('abcdefgh'))],
    ],
    ['without options and initrd: nothing', '257.13', { kernel: linux, initrds: [], options: undefined }, []],
    [
      '252 with a stub that measures the command line it gets',
      '252.39',
      { uki: { program: buildUki({ ...PARTS, '.sdmagic': magic(255) }) } },
      /hands the command line to systemd-stub 255/,
    ],
    ['a UKI as a kernel', '252.39', { ...kernelEntry, kernel: uki }, /starts a UKI as a kernel/],
  ])('RTMR2 of %s', (_what, version, entry, digests) => {
    const [value] = values(version, 'rtmr2', entry);
    if (digests instanceof RegExp) expect(value).toMatch(digests);
    else expect(value).toBe(replayed(...digests));
  });

  test.each<[string, string, DiskBoot['entry'], RegExp]>([
    ['a version that was not read', '263', kernelEntry, /systemd-boot 263: what it measures is not known/],
    ['no single entry', '252', { reason: 'two entries' }, /two entries/],
  ])('%s: neither register is predicted', (_what, version, entry, reason) => {
    for (const register of ['rtmr1', 'rtmr2']) {
      for (const value of values(version, register, entry)) expect(value).toMatch(reason);
    }
  });
});

describe('another program', () => {
  test.each<[string, Uint8Array]>([
    ['a kernel by itself', linux],
    ['a UKI of another stub', buildUki({ '.linux': linux, '.initrd': text('initrd') })],
  ])('%s: neither register is predicted', (_what, program) => {
    for (const register of ['rtmr1', 'rtmr2']) {
      for (const value of valuesOf(program, register))
        expect(value).toMatch(/neither shim, systemd-boot nor a UKI/);
    }
  });

  test('what is no program is refused by name', () => {
    expect(() => valuesOf(Buffer.alloc(100), 'rtmr1')).toThrow(
      expect.objectContaining({ code: 'bad-kernel' }),
    );
  });
});

describe('with Secure Boot', () => {
  /** An image whose db has the hashes of these programs alone. */
  function trusting(...programs: readonly Uint8Array[]): Uint8Array {
    const hashes = programs.map((one) =>
      signatureList('sha256', Buffer.from(authenticode(one, 'sha256'), 'hex')),
    );
    const variables = [
      { guid: GLOBAL, name: 'PK', data: CERTIFICATES.ca },
      { guid: IMAGE_SECURITY, name: 'db', data: Buffer.concat(hashes) },
    ];
    return buildImage(tdvf(SECURE, variables));
  }
  const uki = buildUki(PARTS);
  const boot = buildUki({ '.sdmagic': text('#### LoaderInfo: systemd-boot 257.13 ####\0') });
  const kernelEntry = { kernel: linux, initrds: [], options: 'quiet' };
  const started = (...programs: readonly Uint8Array[]): string =>
    replayed(
      sha384(text('Calling EFI Application from Boot Option')),
      ...[sha384(Buffer.alloc(4)), sha384(gpt), ...programs.map((one) => authenticode(one))],
      sha384(text('Exit Boot Services Invocation')),
      sha384(text('Exit Boot Services Returned with Success')),
    );
  const rtmr1 = (program: Uint8Array, trusted: readonly Uint8Array[], disk: Partial<DiskBoot> = {}) =>
    valuesOf(program, 'rtmr1', disk, 'edk2-stable202411', trusting(...trusted));

  test.each<[string, Buffer, Partial<DiskBoot>, readonly Buffer[]]>([
    ['of a UKI: not the kernel in it, which the stub lets past the firmware', uki, {}, [uki]],
    ['of systemd-boot and a UKI', boot, { entry: { uki: { program: uki } } }, [boot, uki]],
    ['of systemd-boot and a kernel', boot, { entry: kernelEntry }, [boot, linux]],
  ])('RTMR1 %s', (_what, program, disk, programs) => {
    expect(rtmr1(program, programs, disk)).toEqual([started(...programs)]);
  });

  test.each<[string, Buffer, Partial<DiskBoot>, readonly Buffer[], RegExp]>([
    ['a UKI', uki, {}, [boot], /does not start this UKI: it has no signature/],
    ['systemd-boot', boot, { entry: kernelEntry }, [linux], /does not start this systemd-boot/],
    ['the UKI of an entry', boot, { entry: { uki: { program: uki } } }, [boot], /does not start this UKI/],
    [
      'the kernel of an entry',
      boot,
      { entry: kernelEntry },
      [boot],
      /does not start the kernel of the entry/,
    ],
  ])(
    '%s that no entry of db lets start: RTMR1 and RTMR2 have no value',
    (_what, program, disk, trusted, reason) => {
      const registers = ['rtmr1', 'rtmr2'] as const;
      for (const register of registers) {
        for (const value of valuesOf(program, register, disk, 'edk2-stable202411', trusting(...trusted))) {
          expect(value).toMatch(reason);
        }
      }
    },
  );
});

test.each([251, 263])('the stub of systemd %d was not read: RTMR1 has no value', (version) => {
  const [value] = valuesOf(buildUki({ ...PARTS, '.sdmagic': magic(version) }), 'rtmr1');
  expect(value).toMatch(`how systemd-stub ${version} starts its kernel is not known`);
});
