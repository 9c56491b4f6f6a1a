/** `tdx-boot measure --format`: values in the forms that other tools read. The forms themselves: measure-schemas. */

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import type { PossibleValue } from '../../src/tdx/possible-values.ts';
import { fixture, GCE } from '../tdx/fixtures.ts';
import { buildImage, tdvf } from '../tdx/image-builder.ts';
import { buildKernel } from '../tdx/pe-builder.ts';
import { file, GCE_MRTD, measure, stored } from './measure-lab.ts';

const gce = file('gce.fd', fixture(GCE));
const edk2 = file('edk2.fd', buildImage(tdvf()));
const kernel = file('vmlinuz', buildKernel());

describe('golden values in the form of another tool', () => {
  const one = ['--vmm', 'qemu', '--order', 'interleaved', '--events', 'edk2-13b97736'];

  test('tdx-measure: one value for each register that has one', async () => {
    const { code, out } = await measure(gce, '--format', 'tdx-measure', ...one);
    expect([code, JSON.parse(out)]).toEqual([0, { mrtd: GCE_MRTD, rtmr3: '0'.repeat(96) }]);
  });

  // dstack's own type reads no other (serde: "missing field `rtmr0`").
  test('dstack: MRTD and RTMR0 to RTMR2, and nothing where one of them has no value', async () => {
    const { code, error } = await measure(gce, '--format', 'dstack', ...one);
    expect([code, error]).toEqual([2, expect.stringMatching(/^dstack needs a value of rtmr0: /)]);
    const direct = ['--kernel', kernel, '--memory', '1G', '--setup-header', 'patched'];
    const whole = await measure(edk2, '--format', 'dstack', ...one, ...direct);
    const values: Record<string, string> = JSON.parse(whole.out);
    expect(Object.keys(values)).toEqual(['mrtd', 'rtmr0', 'rtmr1', 'rtmr2']);
    for (const value of Object.values(values)) expect(value).toMatch(/^[0-9a-f]{96}$/);
  });

  // Constellation's UnmarshalYAML takes no quoted key: "cannot unmarshal !!str `0` into uint32".
  test('constellation: YAML by number, MRTD first', async () => {
    const { out } = await measure(gce, '--format', 'constellation', ...one);
    expect(parse(out, { mapAsMap: true })).toEqual(
      new Map([
        [
          0,
          new Map<string, unknown>([
            ['expected', GCE_MRTD],
            ['warnOnly', false],
          ]),
        ],
        [
          4,
          new Map<string, unknown>([
            ['expected', '0'.repeat(96)],
            ['warnOnly', false],
          ]),
        ],
      ]),
    );
  });

  test('a register with several values is refused, with who measures them', async () => {
    const { code, error } = await measure(gce, '--format', 'tdx-measure', '--kernel', kernel);
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(
        /^mrtd has 2 values: as measured by qemu interleaved, qemu two-pass\n {2}Say which/,
      ),
    ]);
  });

  test('a CoRIM is bytes', async () => {
    const { code, out } = await measure(gce, '--format', 'corim', ...one);
    // Tag 501, a map.
    expect([code, Buffer.from(out, 'latin1').subarray(0, 4).toString('hex')]).toEqual([0, 'd901f5a3']);
    let said = '';
    const write = (text: string | Uint8Array): string => (said += text);
    const terminal = { out: { write, isTTY: true }, error: { write } };
    expect(await main(['measure', gce, '--format', 'corim', ...one], terminal)).toBe(2);
    expect(said).toMatch(/^this form is binary, and the output is a terminal\n {2}Write it to a file/);
  });

  test('--setup-header: the kernel has one value', async () => {
    const said = ['--kernel', kernel, '--cmdline', 'quiet', '--json', ...one];
    for (const header of ['patched', 'original']) {
      const { out } = await measure(edk2, '--setup-header', header, ...said);
      const { expected } = JSON.parse(out) as { expected: PossibleValue[] };
      const by = expected.filter(({ register }) => register === 'rtmr1').map((row) => row.by);
      expect(by).toEqual([[`edk2-13b97736, setup header ${header}`]]);
    }
  });

  test('an in-toto statement: digest, values, and of an image of the store its source and tools', async () => {
    const { out } = await measure(stored('a', fixture(GCE), 'gcc 12'), '--format', 'in-toto', ...one);
    const { _type, subject, predicateType, predicate } = JSON.parse(out);
    expect([_type, predicateType]).toEqual([
      'https://in-toto.io/Statement/v1',
      'https://in-toto.io/attestation/scai/v0.3',
    ]);
    expect(subject).toEqual([{ name: 'OVMF.fd', digest: { sha256: expect.stringMatching(/^47a60334/) } }]);
    expect(predicate.attributes).toEqual([
      { attribute: 'MRTD', conditions: { sha384: GCE_MRTD, measuredBy: ['qemu interleaved'] } },
      { attribute: 'RTMR3', conditions: { sha384: '0'.repeat(96), measuredBy: ['edk2-13b97736'] } },
      {
        attribute: 'BUILD',
        conditions: expect.objectContaining({
          source: 'commit:a',
          toolchain: { gcc: 'gcc 12' },
          from: 'test',
        }),
      },
    ]);
  });

  test('a bill of materials: CycloneDX, of an image of the store alone', async () => {
    const { out } = await measure(stored('a', fixture(GCE), 'gcc 12'), '--format', 'cyclonedx');
    expect(JSON.parse(out)).toMatchObject({
      ...{ bomFormat: 'CycloneDX', specVersion: '1.6' },
      metadata: {
        component: { type: 'firmware', name: 'tdvf', version: 'commit:a' },
        tools: { components: [{ type: 'application', name: 'gcc', version: 'gcc 12' }] },
      },
      components: [{ type: 'library', name: 'source' }],
      dependencies: [{ ref: 'tdvf', dependsOn: ['source'] }],
    });
    const { code, error } = await measure(gce, '--format', 'cyclonedx');
    expect([code, error]).toEqual([2, expect.stringMatching(/gce\.fd: no manifest beside the image/)]);
  });
});
