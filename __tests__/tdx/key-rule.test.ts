/** Keys in an image that protect nothing: what `firmware inspect`, `measure` and the lint of a scenario say. */

import { describe, expect, test } from '@jest/globals';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { findingsOfKeys, whyKeysProtectNothing } from '../../src/tdx/key-rule.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { PLATFORM_KEY } from '../../src/tdx/variable-store.ts';
import { file, measure } from '../cli/measure-lab.ts';
import { runHere } from '../support/run-here.ts';
import { findingsOf, ids } from './findings.ts';
import { buildImage, DRIVERS, SECURE, tdvf } from './image-builder.ts';
import { buildKernel } from './pe-builder.ts';
import { signatureList } from './signature-builder.ts';
import { GLOBAL, IMAGE_SECURITY, SECURE_BOOT_ENABLE } from './variable-builder.ts';

const PK = { guid: GLOBAL, name: 'PK', data: Buffer.from('a key') };
const OFF = { guid: SECURE_BOOT_ENABLE, name: 'SecureBootEnable', data: Buffer.of(0) };
const OF_2025 = [...SECURE, 'SmbiosMeasurementDxe'];

describe('an image with a platform key', () => {
  const UNBUILT = /was built without Secure Boot: in a TD its firmware starts every program/;
  const RELEASE = /^edk2-stable202602 and 202605 do not read the platform key/;
  const PERHAPS = /if the image is of one of these, Secure Boot is off/;

  test.each([
    ['without Secure Boot, whatever its edk2', DRIVERS, [PK], 'edk2-stable202608', UNBUILT],
    ['without Secure Boot, of unknown edk2', DRIVERS, [PK], undefined, UNBUILT],
    ['with Secure Boot, of 202602', OF_2025, [PK], 'edk2-stable202602', RELEASE],
    ['with Secure Boot, of 202511', OF_2025, [PK], 'edk2-stable202511', undefined],
    ['with Secure Boot, of 202505 or later', OF_2025, [PK], undefined, PERHAPS],
    ['with Secure Boot, before 202505', SECURE, [PK], undefined, undefined],
    ['whose owner has switched Secure Boot off', OF_2025, [PK, OFF], 'edk2-stable202602', undefined],
    ['without data: it is not set', DRIVERS, [{ ...PK, data: Buffer.alloc(0) }], undefined, undefined],
    ['no: none at all', DRIVERS, [], undefined, undefined],
  ])('%s', (_, drivers, variables, profile, expected) => {
    const image = buildImage(tdvf(drivers, variables));
    const why = whyKeysProtectNothing(image, parseMetadata(image), { profile });
    expect(why ?? '').toMatch(expected ?? /^$/);
    // `firmware inspect` does not know which edk2 it is.
    const found = ids(findingsOf(image));
    if (profile === undefined) expect(found).toEqual(expected === undefined ? [] : ['keys-not-read']);
  });

  test('is not set where a file beside the image unsets it', () => {
    const image = buildImage(tdvf(DRIVERS, [PK]));
    const variables = { variables: [{ ...PLATFORM_KEY, data: new Uint8Array() }] };
    expect(whyKeysProtectNothing(image, parseMetadata(image), { variables })).toBeUndefined();
  });

  test.each([
    [
      'of unknown edk2 before 202505',
      SECURE,
      undefined,
      /no signature; its edk2 then starts the kernel all the same/,
    ],
    [
      'of 202505 or later',
      OF_2025,
      undefined,
      /no signature; edk2 up to edk2-stable202508 then starts the kernel/,
    ],
    ['of 202508', OF_2025, 'edk2-stable202508', /its edk2 then starts the kernel all the same, unchecked/],
    [
      'of 202511',
      OF_2025,
      'edk2-stable202511',
      /does not start this kernel: it has no signature; the SHA-256 for db is /,
    ],
    ['of 202602, which reads no key', OF_2025, 'edk2-stable202602', undefined],
    ['built without Secure Boot', DRIVERS, undefined, undefined],
  ])('%s: what becomes of a kernel that no key lets start', (_, drivers, profile, expected) => {
    const image = buildImage(tdvf(drivers, [PK]));
    const kernel = buildKernel();
    const find = (
      file: Uint8Array | undefined,
      variables: Parameters<typeof tdvf>[1] = [PK],
      changed: Uint8Array = kernel,
    ): string | undefined => {
      const own = buildImage(tdvf(drivers, variables));
      return findingsOfKeys(own, parseMetadata(own), profile, file && (() => ({ file, changed })))
        .kernelRefused;
    };
    expect(find(kernel) ?? '').toMatch(expected ?? /^$/);
    expect(find(undefined)).toBeUndefined();
    const hash = signatureList('sha256', Buffer.from(authenticode(kernel, 'sha256'), 'hex'));
    const withHash = [PK, { guid: IMAGE_SECURITY, name: 'db', data: hash }];
    expect(find(kernel, withHash)).toBeUndefined();
    // Each hash that the message gives lets the kernel start once db has it.
    const changed = buildKernel({ tail: Buffer.alloc(8, 1) });
    const named = find(kernel, [PK], changed)?.match(/[0-9a-f]{64}/g) ?? [];
    expect(named).toHaveLength(expected === undefined ? 0 : 2);
    for (const one of named) {
      const data = signatureList('sha256', Buffer.from(one, 'hex'));
      expect(find(kernel, [PK, { guid: IMAGE_SECURITY, name: 'db', data }], changed)).toBeUndefined();
    }
    // As it is in the file, and as the VMM hands it on.
    const other = buildKernel({ certificates: Buffer.alloc(8) });
    expect(find(other, withHash, kernel)).toBeUndefined();
    expect(find(other, [PK], kernel) === undefined).toBe(expected === undefined);
    expect(findingsOfKeys(image, parseMetadata(image), profile, undefined).keysNotRead).toBe(
      whyKeysProtectNothing(image, parseMetadata(image), { profile }),
    );
  });

  test('validate of a direct boot warns of the kernel', async () => {
    file('strict.fd', buildImage(tdvf(OF_2025, [PK])));
    const kernel = file('bzImage', buildKernel());
    const yaml = `version: 1\nplatform: tdx\nfirmware: strict.fd\nguest: {kernel: ${kernel}, memory: 1G}\nsteps: [{expect: "x"}]\n`;
    const { out, error } = await runHere('validate', file('strict.yml', yaml));
    expect(out + error).toMatch(
      /strict\.yml:4.*warning: .*it has no signature; edk2 up to .*\[kernel-refused\]/,
    );
  });

  test('a key of a file beside the image', () => {
    const image = buildImage(tdvf());
    const variables = {
      variables: [{ guid: '8be4df61-93ca-11d2-aa0d-00e098032b8c', name: 'PK', data: PK.data }],
    };
    expect(whyKeysProtectNothing(image, parseMetadata(image), { variables })).toMatch(UNBUILT);
  });

  test('firmware inspect, measure, and validate of a Trust Domain say so and go on', async () => {
    const path = file('keys.fd', buildImage(tdvf(DRIVERS, [PK])));
    const scenario = file(
      'keys.yml',
      'version: 1\nplatform: tdx\nfirmware: keys.fd\nguest: {memory: 1G}\nsteps: [{expect: "x"}]\n',
    );
    const inspected = await runHere('firmware', 'inspect', path);
    expect([inspected.code, inspected.out]).toEqual([0, expect.stringMatching(UNBUILT)]);
    const measured = await measure(path);
    expect([measured.code, measured.error]).toEqual([0, expect.stringMatching(/^warning: /)]);
    expect(measured.error).toMatch(UNBUILT);
    const validated = await runHere('validate', scenario);
    expect(validated.out + validated.error).toMatch(
      /warning: .*built without Secure Boot.*\[keys-not-read\]/,
    );
  });
});
