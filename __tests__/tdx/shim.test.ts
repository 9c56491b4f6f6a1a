/** shim and GRUB on a disk: what RTMR1 and RTMR2 hold, by what the images say of themselves. */

import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { readGrubImage } from '../../src/tdx/grub-image.ts';
import type { ShimBoot } from '../../src/tdx/predict-shim.ts';
import { measureShim } from '../../src/tdx/predict-shim.ts';
import { isPredicted } from '../../src/tdx/prediction.ts';
import { readShimImage, SHIM_LOCK } from '../../src/tdx/shim-image.ts';
import { IMAGE_SECURITY } from '../../src/tdx/variable-store.ts';
import { buildGrub, buildShim, type GrubSpec, type ShimSpec } from './grub-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { sha384 } from './sha384.ts';

const firmware = { secureBoot: 'not-built-in', shimVariables: [], measured: [] } as const;
const kernel = buildKernel();
const entry = {
  kernel,
  cmdline: 'BOOT_IMAGE=/vmlinuz ro',
  initrds: [Buffer.from('abc'), Buffer.from('efgh')],
};
const certificate = Buffer.from('3003020100', 'hex');

/** Digests, or the reasons of events that have none. */
function measured(shim: Buffer, boot: ShimBoot, image: Parameters<typeof measureShim>[2] = firmware) {
  const start = measureShim(shim, boot, image);
  if ('reason' in start) return start.reason;
  const own = 'reason' in start.own ? [] : start.own;
  const digests = [...own, ...start.linux].map(({ digest }) =>
    isPredicted(digest) ? digest : digest.reason,
  );
  return { rtmr1: start.programs.map(({ digest }) => digest), rtmr2: digests };
}

/** EFI_SIGNATURE_LISTs of shim: one certificate, and one SHA-256 of zeros. */
const OWNER = '50ab5d6046e00043abb63dd810dd8b23';
const ONE_CERTIFICATE = Buffer.from(
  `a159c0a5e494a74a87b5ab155c2bf072310000000000000015000000${OWNER}3003020100`,
  'hex',
);
const NO_ENTRIES = Buffer.from(
  `2616c4c14c509240aca941f9369343284c0000000000000030000000${OWNER}${'00'.repeat(32)}`,
  'hex',
);
const REVOKED = Buffer.concat([NO_ENTRIES.subarray(0, -1), Buffer.of(7)]);
const LISTS = [sha384(ONE_CERTIFICATE), sha384(NO_ENTRIES), sha384(Uint8Array.of(1))];
const KERNEL = [sha384(Buffer.from(entry.cmdline, 'utf16le')), sha384(Buffer.from('abc\0efgh'))];

describe('what is measured', () => {
  const shim = buildShim({ keys: certificate });
  const grub = buildGrub();

  test('of shim and GRUB: both programs; the lists of keys, the command line without a NUL, the initrds', () => {
    expect(measured(shim, { grub, entry })).toEqual({
      rtmr1: [authenticode(shim), authenticode(grub)],
      rtmr2: [...LISTS, ...KERNEL],
    });
  });

  test('with fbx64.efi: that, and the shim which that starts, whose lists are measured again', () => {
    const program = buildKernel();
    const other = buildShim({ revoked: NO_ENTRIES });
    expect(measured(shim, { grub, entry, fallback: { program, shim: other } })).toEqual({
      rtmr1: [shim, program, other, grub].map((one) => authenticode(one)),
      rtmr2: [...LISTS, sha384(NO_ENTRIES), ...LISTS.slice(1), ...KERNEL],
    });
  });

  test.each([
    ['upstream', true, REVOKED],
    ['Ubuntu, which leaves out what it was built with', false, NO_ENTRIES],
  ])('of MokListX in a shim of %s', (_, showsRevoked, listed) => {
    const built = buildShim({ keys: certificate, revoked: REVOKED, showsRevoked });
    const lists = [LISTS[0], sha384(listed), LISTS[2]];
    expect(measured(built, { grub, entry })).toMatchObject({ rtmr2: [...lists, ...KERNEL] });
  });

  test('of a kernel that is not known: everything but what Linux measures', () => {
    const reason = 'grub.cfg:7: which entry';
    expect(measured(shim, { grub, entry: { reason } })).toEqual({
      rtmr1: [authenticode(shim), authenticode(grub)],
      rtmr2: [...LISTS, reason],
    });
  });

  test('with Secure Boot, shim measures the kernel, too, which it checks for GRUB', () => {
    const digest = Buffer.from(authenticode(shim, 'sha256'), 'hex');
    // EFI_SIGNATURE_LIST with the SHA-256 of this shim.
    const head = Buffer.from('2616c4c14c509240aca941f9369343284c0000000000000030000000', 'hex');
    const data = Buffer.concat([head, Buffer.alloc(16), digest]);
    const measuredDb = [{ guid: IMAGE_SECURITY, name: 'db', data }];
    const image = { ...firmware, secureBoot: 'on', measured: measuredDb } as const;
    expect(measured(shim, { grub, entry }, image)).toEqual({
      rtmr1: [shim, grub, kernel].map((one) => authenticode(one)),
      rtmr2: [...LISTS, ...KERNEL],
    });
    const reason = 'grub.cfg:7: which entry';
    expect(measured(shim, { grub, entry: { reason } }, image)).toMatchObject({
      rtmr1: [authenticode(shim), authenticode(grub), { reason }],
    });
  });

  describe('of a GRUB that uses the handover protocol, which Linux measures nothing of', () => {
    const digest = Buffer.from(authenticode(shim, 'sha256'), 'hex');
    const data = Buffer.concat([
      Buffer.from('2616c4c14c509240aca941f9369343284c0000000000000030000000', 'hex'),
      ...[Buffer.alloc(16), digest],
    ]);
    const image = {
      ...firmware,
      secureBoot: 'on',
      measured: [{ guid: IMAGE_SECURITY, name: 'db', data }],
    } as const;
    const [redHat, debian] = [
      buildGrub({ loader: 'linux' }),
      buildGrub({ version: '2.06', tpm: '2.06', loader: 'linuxefi' }),
    ];
    const reason = 'grub.cfg:7: which entry';

    test.each<[string, Buffer, Parameters<typeof measureShim>[2], readonly unknown[]]>([
      ["Red Hat's", redHat, firmware, []],
      ["Red Hat's, with Secure Boot", redHat, image, [authenticode(kernel)]],
      [
        'that of Debian 12, with Secure Boot, which has shim check the kernel twice',
        debian,
        image,
        [authenticode(kernel), authenticode(kernel)],
      ],
    ])('%s: the programs and the lists of keys alone', (_what, loader, of, more) => {
      expect(measured(shim, { grub: loader, entry }, of)).toEqual({
        ...{ rtmr1: [authenticode(shim), authenticode(loader), ...more], rtmr2: LISTS },
      });
    });

    test('what GRUB boots need not be known while Secure Boot is off', () => {
      expect(measured(shim, { grub: redHat, entry: { reason } })).toEqual({
        ...{ rtmr1: [authenticode(shim), authenticode(redHat)], rtmr2: LISTS },
      });
      expect(measured(shim, { grub: redHat, entry: { reason } }, image)).toMatchObject({
        rtmr1: [expect.any(String), expect.any(String), { reason }],
      });
    });
  });

  test("of keys of the machine's owner: behind those of shim, or alone where shim has none", () => {
    const variable = (name: string, data: Buffer) => ({ guid: SHIM_LOCK, name, data });
    const shimVariables = [variable('MokList', certificate), variable('MokListX', NO_ENTRIES)];
    const lists = (keys?: Buffer) => {
      const found = measured(
        buildShim(keys === undefined ? {} : { keys }),
        { grub, entry },
        { ...firmware, shimVariables },
      );
      return typeof found === 'string' ? found : found.rtmr2.slice(0, 2);
    };
    expect(lists(certificate)).toEqual([
      sha384(Buffer.concat([ONE_CERTIFICATE, certificate])),
      sha384(NO_ENTRIES),
    ]);
    expect(lists()).toEqual([sha384(certificate), sha384(NO_ENTRIES)]);
  });

  test('of lists that shim was built with, as they are; a key of the build is not known', () => {
    const built = buildShim({ keys: ONE_CERTIFICATE, buildKey: true });
    expect(measured(built, { grub, entry })).toMatchObject({
      rtmr2: [expect.stringContaining('a key that was made for its build'), ...LISTS.slice(1), ...KERNEL],
    });
  });
});

describe('not predicted', () => {
  test.each<[string, ShimSpec, GrubSpec, Partial<typeof firmware> | object, RegExp]>([
    ['Secure Boot', {}, {}, { secureBoot: 'on' }, /the firmware does not start this shim/],
    [
      'variables of shim that are not read',
      {},
      {},
      { shimVariables: [{ guid: SHIM_LOCK, name: 'MokSBState', data: Uint8Array.of(1) }] },
      /variables that change what shim does: MokSBState/,
    ],
    [
      'a shim that does not measure into RTMRs',
      { version: '15.6' },
      {},
      {},
      /shim 15\.6 measures is not known/,
    ],
    ['a shim that was not read', { version: '16.2' }, {}, {}, /shim 16\.2 measures is not known/],
    [
      'a GRUB that measures in a TD',
      {},
      { version: '2.14', tpm: '2.14' },
      {},
      /GRUB 2\.14 measures each command/,
    ],
    ['a GRUB 2.12 with that measuring', {}, { tpm: '2.14' }, {}, /GRUB 2\.12 measures each command/],
    [
      'GRUB 2.06 of Debian',
      {},
      { version: '2.06', tpm: '2.06', loader: 'linuxefi' },
      {},
      /GRUB 2\.06 starts a kernel as on a BIOS while Secure Boot is off: that ends with a #VE/,
    ],
    [
      'an older GRUB',
      {},
      { version: '2.04', tpm: '2.06', loader: 'linux' },
      {},
      /how GRUB 2\.04 starts a kernel/,
    ],
    [
      "a GRUB that uses the firmware's LoadImage()",
      {},
      { loader: 'none' },
      {},
      /how GRUB 2\.12 starts a kernel/,
    ],
  ])('%s', (_what, shim, grub, image, reason) => {
    const found = measured(buildShim(shim), { grub: buildGrub(grub), entry }, { ...firmware, ...image });
    expect(found).toMatch(reason);
  });

  test('another program than GRUB', () => {
    expect(measured(buildShim(), { grub: buildKernel(), entry })).toMatch(/starts is no GRUB/);
  });
});

describe('reading the images', () => {
  test('a GRUB: where its files are, and what it brings with it', () => {
    expect(readGrubImage(buildGrub({ config: 'normal (memdisk)/grub.cfg' }))).toEqual({
      ...{ version: '2.12', prefix: '/EFI/debian', hasConfig: true, measures: false, starts: 'own-loader' },
    });
  });

  test.each<[string, (program: Uint8Array) => unknown, Buffer]>([
    ['GRUB', readGrubImage, buildGrub()],
    ['shim', readShimImage, buildShim({ keys: certificate })],
  ])('a %s that is cut or damaged anywhere: facts or none, and never an error', (_what, read, whole) => {
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged.fill(0xff, at, Math.min(at + 4, whole.length));
      for (const program of [whole.subarray(0, at), damaged]) expect(() => read(program)).not.toThrow();
    }
  });
});
