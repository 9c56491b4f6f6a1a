/** What firmware and shim measure of the keys that let shim, GRUB and kernel start. Seen so in emulated TDs with Debian's shim 16.1. */

import { describe, expect, test } from '@jest/globals';
import { measureShim, type ShimBoot } from '../../src/tdx/predict-shim.ts';
import { SHIM_LOCK as SHIM } from '../../src/tdx/shim-image.ts';
import { IMAGE_SECURITY } from '../../src/tdx/variable-store.ts';
import { buildGrub, buildShim, type ShimSpec } from './grub-builder.ts';
import { buildKernel, signedWith } from './pe-builder.ts';
import { CERTIFICATES, OWNER, signatureList, signatureOf } from './signature-builder.ts';

const { ca, signer, other } = CERTIFICATES;
const SHIM_LOCK = Buffer.from('50ab5d6046e00043abb63dd810dd8b23', 'hex');
const byDb = signatureOf(other);
const byVendor = signatureOf(signer);

interface Case {
  readonly shim?: ShimSpec;
  readonly secureBoot?: 'off';
  readonly dbx?: Buffer;
  readonly owners?: Buffer;
  readonly boot?: Partial<ShimBoot>;
}

const kernel = signedWith(buildKernel(), byVendor);
const grub = signedWith(buildGrub(), byVendor);
const entry = { kernel, cmdline: '', initrds: [] };
/** db has one key, which shim is signed with; shim has another one, which the rest is signed with. */
const shimOf = (spec: ShimSpec = {}): Buffer => signedWith(buildShim({ keys: ca, ...spec }), byDb);

/** Each measured variable as its name and content, or the reason why there are none. */
function authorities({ shim, secureBoot, dbx = Buffer.alloc(0), owners, boot }: Case): unknown {
  const measured = [
    { guid: IMAGE_SECURITY, name: 'db', data: signatureList('x509', other) },
    { guid: IMAGE_SECURITY, name: 'dbx', data: dbx },
  ];
  const shimVariables = owners === undefined ? [] : [{ guid: SHIM, name: 'MokList', data: owners }];
  const firmware = { secureBoot: secureBoot ?? 'on', measured, shimVariables } as const;
  const start = measureShim(shimOf(shim), { grub, entry, ...boot }, firmware);
  if ('reason' in start) return start.reason;
  if ('reason' in start.authorities) return start.authorities.reason;
  return start.authorities.map(({ name, data }) => [name, Buffer.from(data)]);
}

const DB = ['db', Buffer.concat([OWNER, other])];
const LEVEL = ['SbatLevel', Buffer.from('sbat,1,2025021800\n')];
const FIRST_LEVEL = ['SbatLevel', Buffer.from('sbat,1,2021030218\n')];
const VENDOR = ['MokListRT', Buffer.concat([SHIM_LOCK, ca])];

describe('measured into RTMR0', () => {
  const fallback = { program: signedWith(buildKernel(), byVendor), shim: shimOf() };
  const twice = signedWith(buildGrub(), byVendor, byDb);

  test.each<[string, Case, readonly unknown[]]>([
    ['without Secure Boot: the level of SBAT before all others', { secureBoot: 'off' }, [FIRST_LEVEL]],
    [
      'shim 15.7 without Secure Boot: its own level',
      { secureBoot: 'off', shim: { version: '15.7' } },
      [LEVEL],
    ],
    ['the key of shim in db, the level, the key of GRUB and kernel in shim', {}, [DB, LEVEL, VENDOR]],
    [
      'a signature by a key of db comes first',
      { boot: { grub: signedWith(buildGrub(), byDb) } },
      [DB, LEVEL, DB, VENDOR],
    ],
    ['a key for each signature of GRUB', { boot: { grub: twice } }, [DB, LEVEL, VENDOR, DB]],
    [
      'with fbx64.efi, shim 16 checks the second shim',
      { boot: { fallback } },
      [DB, LEVEL, VENDOR, DB, LEVEL, VENDOR],
    ],
    [
      'with fbx64.efi, the firmware checks the second shim for 15.8, and measures each key once',
      { shim: { version: '15.8' }, boot: { fallback } },
      [DB, LEVEL, VENDOR, LEVEL, VENDOR],
    ],
    [
      'lists that shim was built with',
      { shim: { keys: signatureList('x509', ca) } },
      [DB, LEVEL, ['vendor_db', Buffer.concat([OWNER, ca])]],
    ],
    [
      "a key of the machine's owner",
      { shim: { keys: other }, owners: signatureList('x509', ca) },
      [DB, LEVEL, ['MokListRT', Buffer.concat([OWNER, ca])]],
    ],
  ])('%s', (_what, given, expected) => {
    expect(authorities(given)).toEqual(expected);
  });
});

describe('not known', () => {
  const levels = {
    program: signedWith(buildKernel(), byVendor),
    shim: shimOf({ level: 'sbat,1,2026010100\n' }),
  };

  test.each<[string, Case, RegExp]>([
    ['GRUB without a signature', { boot: { grub: buildGrub() } }, /shim does not start GRUB: no key/],
    [
      'a kernel that nobody trusts',
      { boot: { entry: { ...entry, kernel: buildKernel() } } },
      /start the kernel: no key/,
    ],
    [
      'a key that dbx forbids',
      { dbx: signatureList('x509', ca) },
      /does not start GRUB: its hash or its key is forbidden/,
    ],
    [
      'a key that shim forbids',
      { shim: { revoked: signatureList('x509', ca) } },
      /GRUB: its hash or its key is forbidden/,
    ],
    [
      'a key of the build of shim',
      { shim: { keys: other, buildKey: true } },
      /a key that was made for its build/,
    ],
    ['a kernel that is not known', { boot: { entry: { reason: 'grub.cfg:7' } } }, /^grub\.cfg:7$/],
    ['two levels of SBAT', { boot: { fallback: levels } }, /different levels of SBAT/],
  ])('%s', (_what, given, reason) => {
    expect(authorities(given)).toMatch(reason);
  });
});
