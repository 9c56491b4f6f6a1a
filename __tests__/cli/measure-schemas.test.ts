/** What other tools read is checked against the forms that these tools publish. */

import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, test } from '@jest/globals';
import { decode, Tagged } from 'cborg';
import { z } from 'zod';
import type { Manifest } from '../../src/build/store/manifest.ts';
import { type Formatted, inFormat } from '../../src/cli/measure-formats.ts';

const MRTD = 'ab'.repeat(48);
const SUBMODULES = [{ path: 'CryptoPkg/Library/OpensslLib/openssl', commit: '2'.repeat(40) }];

function manifest(from: string, rest: Partial<Manifest> = {}): Manifest {
  const inputs: Manifest['inputs'] = {
    ...{ recipe: 'tdvf', build: 'release', source: 'edk2-stable202411', recipeDigest: 'c'.repeat(64) },
    ...{ defines: ['SECURE_BOOT_ENABLE'], arch: 'x64', toolchain: { gcc: 'gcc 12.2.0', nasm: '2.16.01' } },
  };
  return {
    ...{ version: 1, key: 'k', inputs, image: 'OVMF.fd', size: 4, sha256: 'd'.repeat(64) },
    ...{ source: { from, commit: '1'.repeat(40), submodules: SUBMODULES } },
    ...{ builtAt: '2026-01-01T00:00:00.000Z', buildSeconds: 1 },
    ...rest,
  };
}

const known = (of: Manifest | undefined): Formatted => ({
  ...{ file: '/store/OVMF.fd', sha256: 'd'.repeat(64), manifest: of },
  expected: [
    { register: 'mrtd', value: MRTD, by: ['qemu interleaved'] },
    { register: 'rtmr0', reason: 'the memory is not given', by: ['edk2-stable202411'] },
  ],
});

const MANIFESTS: [string, Manifest][] = [
  ['from a repository', manifest('https://github.com/tianocore/edk2', { mrtd: MRTD })],
  ['from a directory', manifest('/src/edk2')],
  ['without submodules', manifest('test', { source: { from: 'test', submodules: [] } })],
];

describe('CycloneDX 1.6, in the JSON schema of its authors', () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

  test.each(MANIFESTS)('of an image %s', async (_what, of) => {
    expect(await validator.validate(JSON.stringify(inFormat('cyclonedx', known(of))))).toBeNull();
  });

  test('the validator refuses what the schema does not have', async () => {
    const wrong = { ...inFormat('cyclonedx', known(manifest('test'))), registers: {} };
    expect(await validator.validate(JSON.stringify(wrong))).toMatchObject([
      { keyword: 'additionalProperties' },
    ]);
  });
});

/**
 * in-toto publishes its forms as Protocol Buffers, not as a JSON schema: statement.proto and resource_descriptor.proto of
 * in_toto_attestation/v1, scai.proto of predicates/scai/v0, in JSON as proto3 asks for (github.com/in-toto/attestation, Apache-2.0).
 * A field of another name is an error for its readers.
 */
const digests = z.record(z.string(), z.string().regex(/^[0-9a-f]+$/));
const resource = z.strictObject({
  name: z.string().optional(),
  uri: z.string().optional(),
  digest: digests.optional(),
  content: z.base64().optional(),
  downloadLocation: z.string().optional(),
  mediaType: z.string().optional(),
  annotations: z.record(z.string(), z.json()).optional(),
});
const scai = z.strictObject({
  attributes: z
    .array(
      z.strictObject({
        attribute: z.string().min(1),
        target: resource.optional(),
        conditions: z.record(z.string(), z.json()).optional(),
        evidence: resource.optional(),
      }),
    )
    .min(1),
  producer: resource.optional(),
});
const statement = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.array(resource.required({ digest: true })).min(1),
  predicateType: z.literal('https://in-toto.io/attestation/scai/v0.3'),
  predicate: scai,
});

describe('an in-toto statement with a SCAI attribute report', () => {
  test.each<[string, Manifest | undefined]>([...MANIFESTS, ['of no store', undefined]])(
    'of an image %s',
    (_what, of) => {
      const written = JSON.parse(JSON.stringify(inFormat('in-toto', known(of))));
      expect(statement.safeParse(written).error).toBeUndefined();
    },
  );
});

/**
 * draft-ietf-rats-corim: unsigned-corim-map, concise-mid-tag and reference-triple-record in CDDL, keys as numbers; -83 is tee.mrtee
 * of Intel's profile. github.com/veraison/corim 53b3014 with its profiles/tdx reads and validates such a file (by hand).
 */
describe('CoRIM', () => {
  const read = (bytes: Uint8Array): unknown => {
    const tags = Tagged.preserve(501, 506, 111);
    return decode(bytes, { useMaps: true, tags });
  };
  const known: Formatted = {
    ...{ file: '/store/OVMF.fd', sha256: 'd'.repeat(64), manifest: undefined },
    expected: [
      { register: 'mrtd', value: MRTD, by: ['qemu interleaved'] },
      { register: 'rtmr1', value: 'cd'.repeat(48), by: ['edk2-stable202411'] },
      { register: 'rtmr0', reason: 'the memory is not given', by: ['edk2-stable202411'] },
    ],
  };
  const form = inFormat('corim', known) as Uint8Array;
  const digest = (byte: string): unknown => [[7, new Uint8Array(Buffer.from(byte.repeat(48), 'hex'))]];

  test('one CoMID with MRTD and the registers that are known, for Intel’s profile', () => {
    const corim = read(form) as Tagged;
    const map = corim.value as Map<number, unknown>;
    const [tag] = map.get(1) as [Tagged];
    const profile = map.get(3) as Tagged;
    expect([corim.tag, [...map.keys()], map.get(0), tag.tag, profile.tag]).toEqual([
      ...[501, [0, 1, 3], `tdx-boot:sha256:${'d'.repeat(64)}`, 506, 111],
    ]);
    expect(read(tag.value as Uint8Array)).toEqual(
      new Map<number, unknown>([
        [1, new Map([[0, map.get(0)]])],
        [
          4,
          new Map([
            [
              0,
              [
                [
                  new Map([
                    [
                      0,
                      new Map([
                        [1, 'Intel Corporation'],
                        [2, 'TDX'],
                      ]),
                    ],
                  ]),
                  [
                    new Map([
                      [
                        1,
                        new Map<number, unknown>([
                          [14, new Map([['rtmr1', digest('cd')]])],
                          [-83, digest('ab')],
                        ]),
                      ],
                    ]),
                  ],
                ],
              ],
            ],
          ]),
        ],
      ]),
    );
  });

  test('the same values give the same bytes', () => {
    expect(inFormat('corim', { ...known, expected: known.expected.toReversed() })).toEqual(form);
  });
});
