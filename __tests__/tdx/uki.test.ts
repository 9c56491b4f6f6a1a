/** A UKI or systemd-boot on a disk: what RTMR1 and RTMR2 hold, by versions and entries. The referee is e2e/td-emulated. */

import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { possibleRtmrs } from '../../src/tdx/possible-values.ts';
import type { DiskBoot, LoaderEntry } from '../../src/tdx/predict-disk.ts';
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

  test.each<[string, Record<string, Buffer>, RegExp]>([
    [
      'a stub that adds files to the initrd',
      { '.sdmagic': magic(257) },
      /systemd-stub 257: the stub hands further files/,
    ],
    ['signed PCR values', { '.pcrsig': text('{}') }, /\.pcrsig: the stub hands further files/],
  ])('of %s: not predicted', (_what, more, reason) => {
    const values = valuesOf(buildUki({ ...PARTS, ...more }), 'rtmr2');
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(value).toMatch(reason);
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
    ['a version that was not read', '258', kernelEntry, /systemd-boot 258: what it measures is not known/],
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

test.each([251, 258])('the stub of systemd %d was not read: RTMR1 has no value', (version) => {
  const [value] = valuesOf(buildUki({ ...PARTS, '.sdmagic': magic(version) }), 'rtmr1');
  expect(value).toMatch(`how systemd-stub ${version} starts its kernel is not known`);
});
