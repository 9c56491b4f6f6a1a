/** Secure Boot: what the firmware sets SecureBoot to, and which entry of db it measures when it starts a kernel. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { type PossibleEvents, possibleEvents, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { authorityOf } from '../../src/tdx/secure-boot.ts';
import { patchSetupHeader } from '../../src/tdx/setup-header.ts';
import { buildImage, DRIVERS, SECURE, tdvf } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { CERTIFICATES, OWNER, signatureList, signatureOf } from './signature-builder.ts';
import { GLOBAL, IMAGE_SECURITY, SECURE_BOOT_ENABLE } from './variable-builder.ts';

const { ca, signer, other } = CERTIFICATES;
const signed = buildKernel({ certificates: signatureOf(signer) });

/** The hash of firmware is over the file without checksum, certificates and their entry. */
function hashOf(program: Buffer, algorithm: string): Buffer {
  const size = program.readUInt32LE(0xec);
  return createHash(algorithm)
    .update(program.subarray(0, 0x98))
    .update(program.subarray(0x9c, 0xe8))
    .update(program.subarray(0xf0, program.length - size))
    .digest();
}

function vendorOf(name: string): Buffer {
  if (name === 'SecureBootEnable') return SECURE_BOOT_ENABLE;
  return name.startsWith('d') ? IMAGE_SECURITY : GLOBAL;
}

describe('the entry of db that lets a kernel start', () => {
  const unsigned = buildKernel();
  const hash = hashOf(unsigned, 'sha256');

  test.each<[string, Uint8Array, Buffer[], Buffer | RegExp]>([
    ['its own certificate', signed, [signatureList('x509', signer)], Buffer.concat([OWNER, signer])],
    [
      'the one that has signed its certificate',
      signed,
      [signatureList('x509', ca)],
      Buffer.concat([OWNER, ca]),
    ],
    [
      'the first of two',
      signed,
      [other, ca, signer].map((der) => signatureList('x509', der)),
      Buffer.concat([OWNER, ca]),
    ],
    [
      'its hash',
      unsigned,
      [signatureList('x509', other), signatureList('sha256', hash)],
      Buffer.concat([OWNER, hash]),
    ],
    [
      'none: other keys',
      signed,
      [signatureList('x509', other)],
      /does not start this kernel: none of its certificates leads to one in db/,
    ],
    [
      'of the first signature, also where db has the certificate of the second one first',
      buildKernel({ certificates: Buffer.concat([signatureOf(signer), signatureOf(other)]) }),
      [other, ca].map((der) => signatureList('x509', der)),
      Buffer.concat([OWNER, ca]),
    ],
    [
      'of the second signature, where the first one has none',
      buildKernel({ certificates: Buffer.concat([signatureOf(other), signatureOf(signer)]) }),
      [signatureList('x509', ca)],
      Buffer.concat([OWNER, ca]),
    ],
    [
      'the one at the end of a chain',
      buildKernel({ certificates: signatureOf(signer, other, ca) }),
      [signatureList('x509', ca)],
      Buffer.concat([OWNER, ca]),
    ],
    [
      'none: a certificate beside that of the signer',
      buildKernel({ certificates: signatureOf(other, signer) }),
      [signatureList('x509', ca)],
      /none of its certificates leads to one in db/,
    ],
    ['none: no signature', unsigned, [signatureList('x509', ca)], /it has no signature/],
    ['none: an empty db', signed, [], /none of its certificates/],
    [
      'none: a certificate that cannot be read',
      buildKernel({ certificates: signatureOf(Buffer.from('3003020101', 'hex')) }),
      [signatureList('x509', ca)],
      /it has no signature/,
    ],
    [
      'none: a damaged signature',
      buildKernel({ certificates: Buffer.alloc(64, 0xff) }),
      [signatureList('x509', ca)],
      /it has no signature/,
    ],
    ['none: a damaged list', signed, [signatureList('x509', ca).subarray(0, 40)], /none of its certificates/],
  ])('%s', (_what, program, db, entry) => {
    const found = authorityOf(program, { db: Buffer.concat(db), dbx: new Uint8Array() });
    if (entry instanceof RegExp) expect(found).toEqual({ reason: expect.stringMatching(entry) });
    else expect(Buffer.from(found as Uint8Array)).toEqual(entry);
  });
});

describe('dbx forbids a program', () => {
  const unsigned = buildKernel();
  const db = Buffer.concat([signatureList('x509', ca), signatureList('sha256', hashOf(unsigned, 'sha256'))]);

  test.each<[string, Uint8Array, Buffer, RegExp | undefined]>([
    ['by its hash', unsigned, signatureList('sha256', hashOf(unsigned, 'sha256')), /dbx has its hash/],
    [
      'by the hash of a signed one',
      signed,
      signatureList('sha384', hashOf(signed, 'sha384')),
      /dbx has its hash/,
    ],
    [
      'by its certificate',
      signed,
      signatureList('x509', signer),
      /one of its certificates leads to one in dbx/,
    ],
    ['by the one that has signed its certificate', signed, signatureList('x509', ca), /leads to one in dbx/],
    ['by the hash of its certificate', signed, revocation(signer), /the hash of one of its certificates/],
    ['by the hash of the certificate in db', signed, revocation(ca), /that its signature leads to/],
    ['perhaps, being damaged', signed, signatureList('x509', other).subarray(0, 50), /dbx is damaged/],
    [
      'perhaps, having more certificates than are looked at',
      signed,
      Buffer.concat(Array.from({ length: 65 }, () => signatureList('x509', other))),
      /more than 64 certificates/,
    ],
    ['not by others', signed, Buffer.concat([signatureList('x509', other), revocation(other)]), undefined],
  ])('%s', (_what, program, dbx, reason) => {
    const found = authorityOf(program, { db, dbx });
    if (reason === undefined) expect(Buffer.from(found as Uint8Array)).toEqual(Buffer.concat([OWNER, ca]));
    else expect(found).toEqual({ reason: expect.stringMatching(reason) });
  });

  /** EFI_CERT_X509_SHA256: the hash of what is signed of the certificate, and a time. */
  function revocation(certificate: Buffer): Buffer {
    // Its length is of one byte (30 81 …) or two (30 82 … …).
    const length = certificate[5] === 0x81 ? 3 + certificate.readUInt8(6) : 4 + certificate.readUInt16BE(6);
    const signedPart = certificate.subarray(4, 4 + length);
    const hash = createHash('sha256').update(signedPart).digest();
    return signatureList('x509Sha256', Buffer.concat([hash, Buffer.alloc(16)]));
  }
});

describe('a prediction', () => {
  /** An image of 4 MiB with these drivers in its volume, and these variables. */
  function image(drivers: readonly string[], keys: Readonly<Record<string, Buffer>>): Uint8Array {
    const variables = Object.entries(keys).map(([name, data]) => ({
      ...{ name, data, guid: vendorOf(name) },
    }));
    return buildImage(tdvf(drivers, variables));
  }
  const keys = { PK: ca, db: signatureList('x509', ca) };
  const WITHOUT = DRIVERS;
  const WITH = SECURE;

  function bootOf(bytes: Uint8Array, kernel: Uint8Array) {
    const direct = { kernel, initrd: new Uint8Array(), cmdline: '' };
    return { image: bytes, metadata: parseMetadata(bytes), memory: 1n << 30n, direct };
  }

  function events(
    bytes: Uint8Array,
    kernel: Uint8Array,
    profile = 'edk2-stable202411',
  ): PossibleEvents['events'] {
    return possibleEvents({ ...bootOf(bytes, kernel), profile })[0]?.events ?? [];
  }
  /** UEFI_VARIABLE_DATA. */
  function variable(named: string, content: Uint8Array): string {
    const name = Buffer.from(named, 'utf16le');
    const lengths = Buffer.alloc(16);
    lengths.writeUInt8(named.length, 0);
    lengths.writeUInt32LE(content.length, 8);
    return createHash('sha384')
      .update(vendorOf(named))
      .update(lengths)
      .update(name)
      .update(content)
      .digest('hex');
  }
  const secureBoot = (content: readonly number[]): string => variable('SecureBoot', Buffer.from(content));

  test.each<[string, string[], Record<string, Buffer>, number[]]>([
    ['not built in, no keys', WITHOUT, {}, []],
    ['not built in, and keys that nobody reads', WITHOUT, keys, []],
    ['built in, no keys', WITH, {}, [0]],
    ['built in, with keys', WITH, keys, [1]],
    ['built in, with keys, and enabled', WITH, { ...keys, SecureBootEnable: Buffer.of(1) }, [1]],
    ['built in, with keys, and not enabled', WITH, { ...keys, SecureBootEnable: Buffer.of(0) }, [0]],
  ])('SecureBoot: %s', (_what, drivers, stored, content) => {
    const found = events(image(drivers, stored), signed).find(({ text }) => text === 'SecureBoot');
    expect(found?.digest).toBe(secureBoot(content));
  });

  const [none, stored] = [
    { PK: Buffer.alloc(0), db: Buffer.alloc(0) },
    { PK: ca, db: keys.db },
  ];
  test.each<[edk2: string, drivers: string[], says: number[], measured: Readonly<Record<string, Buffer>>]>([
    ['edk2-13b97736', WITHOUT, [], none],
    ['edk2-13b97736', WITH, [1], stored],
    ['edk2-stable202508', WITHOUT, [], none],
    ['edk2-stable202511', WITHOUT, [], stored],
    ['edk2-stable202511', WITH, [1], stored],
    ['edk2-stable202602', WITHOUT, [], none],
    ['edk2-stable202602', WITH, [0], none],
    ['edk2-stable202608', WITHOUT, [], stored],
    ['edk2-stable202608', WITH, [1], stored],
  ])('an image with keys, %s with %j: SecureBoot is %j', (profile, drivers, says, measured) => {
    const found = events(image(drivers, keys), signed, profile);
    const digestOf = (name: string) => found.find(({ text }) => text === name)?.digest;
    expect(digestOf('SecureBoot')).toBe(secureBoot(says));
    for (const [name, data] of Object.entries(measured)) expect(digestOf(name)).toBe(variable(name, data));
  });

  test('edk2-stable202211 knows no deleted variables: a store with one has no value', () => {
    const deleted = { guid: GLOBAL, name: 'BootOrder', data: Buffer.of(0), state: 0x3c };
    const bytes = buildImage(tdvf(WITH, [deleted]));
    const of = (profile: string) => possibleRtmrs({ ...bootOf(bytes, signed), profile })[0];
    expect(of('edk2-stable202211')?.reason).toMatch(/a variable has the state 0x3c/);
    expect(of('edk2-13b97736')?.value).toMatch(/^[0-9a-f]{96}$/);
  });

  test.each<[string, (cfv: Buffer) => void, RegExp]>([
    ['a wrong checksum', (cfv) => cfv.writeUInt16LE(0, 50), /the checksum of its volume is wrong/],
    ['no volume', (cfv) => cfv.fill(0), /its volume is none of variables/],
    [
      'ordinary variables',
      (cfv) => cfv.set(Buffer.from('16cd3fdd', 'hex'), 72),
      /it has the format dd3fcd16-.*, which is not that of authenticated variables/,
    ],
    ['a state that no variable has', (cfv) => cfv.writeUInt8(0x1f, 102), /a variable has the state 0x1f/],
    [
      'something behind the last variable',
      (cfv) => cfv.writeUInt8(0, 0x20000),
      /something else behind its last/,
    ],
    [
      'a variable beyond the end',
      (cfv) => cfv.writeUInt32LE(0x80000, 140),
      /the variable store ends within a variable/,
    ],
  ])('a store with %s has no value, where the firmware reads the store', (_what, damage, reason) => {
    const bytes = image(WITH, keys);
    damage(Buffer.from(bytes.buffer, bytes.byteOffset, 0x84000));
    const reasons = (profile: string) =>
      possibleRtmrs({ ...bootOf(bytes, signed), profile }).flatMap(({ register, reason: why }) =>
        register === 'rtmr0' || register === 'rtmr1' ? [why] : [],
      );
    for (const why of reasons('edk2-stable202511')) expect(why).toMatch(reason);
    for (const why of reasons('edk2-stable202602')) expect(why ?? '').not.toMatch(reason);
  });

  test.each<[string, string]>([
    ['edk2-stable202411', 'BootOrder'],
    ['edk2-stable202508', 'SMBIOS'],
  ])('with keys, %s measures the entry of db after ACPI and before %s', (profile, next) => {
    const texts = events(image(WITH, keys), signed, profile).map(({ text }) => text);
    const place = texts.indexOf('db, the entry that lets the kernel start');
    expect(texts.slice(place - 1, place + 2)).toEqual(['ACPI DATA, tables', texts[place], next]);
  });

  test("with keys, QEMU's changed setup header has no value: the firmware refuses it", () => {
    const bytes = image(WITH, keys);
    const known = { ...bootOf(bytes, signed), profile: 'edk2-stable202511' };
    const rtmr1 = possibleRtmrs(known).filter(({ register }) => register === 'rtmr1');
    expect(rtmr1.map(({ value, reason }) => [value?.length, reason])).toEqual([
      [undefined, expect.stringMatching(/changes to the setup header break the kernel's signature/)],
      [96, undefined],
    ]);
  });

  // In an emulated TD of the pin the legacy loader started such a kernel: no event of db, and no command line in RTMR2.
  test.each([
    ['edk2-stable202508', undefined, signed, /this edk2 then starts the kernel unchecked/],
    [
      'edk2-13b97736',
      undefined,
      buildKernel(),
      /it has no signature; this edk2 then starts the kernel unchecked/,
    ],
    ['edk2-13b97736', 'original', buildKernel(), /this edk2 then starts the kernel unchecked/],
    ['edk2-stable202508', 'original', signed, undefined],
  ] as const)('the legacy loader of %s, setup header %s', (profile, header, kernel, reason) => {
    const known = { ...bootOf(image(WITH, keys), kernel), profile, header, stub: 'measures' as const };
    const rows = possibleRtmrs(known).filter(({ register }) => register === 'rtmr1' || register === 'rtmr2');
    expect(rows.map((row) => row.reason ?? '')).toEqual(
      ['rtmr1', 'rtmr2'].map(() => (reason === undefined ? '' : expect.stringMatching(reason))),
    );
    const authority = events(image(WITH, keys), kernel, profile).find(({ text }) =>
      text.startsWith('db, the entry'),
    );
    expect(authority?.digest).toMatchObject({ reason: expect.stringMatching(/starts the kernel unchecked/) });
  });

  // In an emulated TD with QEMU 7.2 and edk2-stable202211 such a db had the entry measured, and the kernel started.
  test("with the hash of the kernel as QEMU changes it in db: that entry lets the kernel start, the file's does not", () => {
    const kernel = buildKernel();
    const changed = patchSetupHeader({ kernel, initrd: Buffer.alloc(0), memory: 1n << 30n });
    const [own, ofFile] = [Buffer.from(changed), kernel].map((program) =>
      signatureList('sha256', hashOf(program, 'sha256')),
    ) as [Buffer, Buffer];
    const found = (db: Buffer, header?: 'patched' | 'original') => {
      const known = { ...bootOf(image(WITH, { ...keys, db }), kernel), profile: 'edk2-13b97736', header };
      const rtmr1 = possibleRtmrs(known).find(({ register }) => register === 'rtmr1');
      const authority = possibleEvents(known)[0]?.events.find(({ text }) => text.startsWith('db, the entry'));
      return [rtmr1?.value?.length ?? rtmr1?.reason, authority?.digest];
    };
    const entryOf = (list: Buffer) => variable('db', list.subarray(28));
    expect(found(own, 'patched')).toEqual([96, entryOf(own)]);
    const unsigned = expect.stringMatching(/it has no signature; this edk2 then starts the kernel unchecked/);
    expect(found(own, 'original')).toEqual([unsigned, { reason: unsigned }]);
    expect(found(own)).toEqual([unsigned, { reason: unsigned }]);
    const broken = expect.stringMatching(/changes to the setup header break/);
    expect(found(ofFile, 'patched')).toEqual([broken, { reason: broken }]);
    expect(found(ofFile, 'original')).toEqual([96, entryOf(ofFile)]);
    const either = expect.stringMatching(/another one for the kernel with QEMU's setup header/);
    expect(found(Buffer.concat([own, ofFile]))).toEqual([96, { reason: either }]);
  });

  test('with keys, a kernel that nobody has signed has no value in RTMR0 and RTMR1', () => {
    const known = { ...bootOf(image(WITH, keys), buildKernel()), profile: 'edk2-13b97736' };
    const reasons = possibleRtmrs(known).filter(
      ({ register }) => register === 'rtmr0' || register === 'rtmr1',
    );
    for (const { reason } of reasons) expect(reason).toMatch(/does not start this kernel/);
  });

  test('an image without the driver that measures has no values in its RTMRs', () => {
    const bytes = image(['DxeCore'], {});
    const found = possibleRtmrs({ image: bytes, metadata: parseMetadata(bytes), memory: 1n << 30n });
    expect(found.map(({ value, reason }) => [value, reason])).toEqual(
      found.map(() => [undefined, expect.stringMatching(/TdTcg2Dxe/)]),
    );
  });

  test.each([
    [
      'with SmbiosMeasurementDxe',
      [...WITHOUT, 'SmbiosMeasurementDxe'],
      [
        'edk2-stable202505',
        'edk2-stable202508',
        'edk2-stable202511',
        'edk2-stable202602',
        'edk2-stable202608',
      ],
    ],
    [
      'without',
      WITHOUT,
      [
        ...['edk2-13b97736', 'edk2-stable202211', 'edk2-stable202302', 'edk2-stable202305'],
        ...['edk2-stable202308', 'edk2-stable202411'],
      ],
    ],
  ])('an image %s is of these edk2', (_what, drivers, profiles) => {
    const bytes = image(drivers, {});
    const found = possibleEvents({ image: bytes, metadata: parseMetadata(bytes) });
    expect(found.map(({ by }) => by)).toEqual(profiles);
  });
});
