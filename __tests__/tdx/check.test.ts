/** What the check says of whole images, and which VMM refuses them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { obstacleWithoutTd, refusals } from '../../src/tdx/check.ts';
import { LAYOUT_RULES } from '../../src/tdx/layout-rules.ts';
import { SECTION_RULES } from '../../src/tdx/section-rules.ts';
import { findingsOf, ids } from './findings.ts';
import {
  buildImage,
  change,
  EDK2,
  type ImageSpec,
  PAYLOAD,
  plus,
  RECORD,
  type SectionSpec,
  SMALL,
  TD_SHIM,
} from './image-builder.ts';

const [BFV, CFV, TEMP, HOB] = SMALL.sections as [SectionSpec, SectionSpec, SectionSpec, SectionSpec];

describe('whole images', () => {
  test('edk2 at the pin, the Google image and the small one: no findings', () => {
    const fixture = join(import.meta.dirname, '..', 'fixtures', 'tdx', 'gce-clean-example-2m.fd.gz');
    expect(findingsOf(buildImage(EDK2))).toEqual([]);
    expect(findingsOf(gunzipSync(readFileSync(fixture)))).toEqual([]);
    expect(findingsOf(buildImage(SMALL))).toEqual([]);
  });

  test('td-shim v0.8.0 runs under Cloud Hypervisor only', () => {
    const findings = findingsOf(buildImage(TD_SHIM));
    expect(ids(findings)).toEqual(['qemu-unsupported-type', 'image-not-covered']);
    expect(refusals(findings, 'cloud-hypervisor')).toEqual([]);
    expect(refusals(findings, 'qemu').map(({ message }) => message)).toEqual([
      'unsupported section types Payload (5), PayloadParam (6): QEMU cannot boot td-shim; use Cloud Hypervisor',
    ]);
  });

  test('td-shim v0.8.0 with a built-in payload: QEMU has no RAM for it', () => {
    const findings = findingsOf(buildImage({ ...TD_SHIM, sections: TD_SHIM.sections.slice(0, 6) }));
    expect(refusals(findings, 'cloud-hypervisor')).toEqual([]);
    expect(refusals(findings, 'qemu').map(({ message }) => message)).toEqual([
      'section 2 (TempMem): 0xff041000-0xff061000 is no RAM under QEMU; use Cloud Hypervisor, which adds memory there',
      'section 3 (TempMem): 0xff061000-0xff081000 is no RAM under QEMU; use Cloud Hypervisor, which adds memory there',
      'section 4 (TempMem): 0xff040000-0xff041000 is no RAM under QEMU; use Cloud Hypervisor, which adds memory there',
    ]);
  });

  test('a type that Cloud Hypervisor refuses, too: it is not named as the way out', () => {
    const findings = findingsOf(buildImage({ ...SMALL, ...plus(RECORD) }));
    expect(refusals(findings, 'qemu')[0]?.message).toBe(
      'unsupported section type TdInfo (7): QEMU cannot boot td-shim',
    );
  });

  test('a CODE file that was split from its variable store', () => {
    const findings = findingsOf(buildImage(EDK2).subarray(0x84000));
    expect(ids(findings)).toEqual([
      'image-size-not-64k',
      'reset-vector-not-at-image-end#0',
      'image-not-covered',
      'data-outside-image#0',
    ]);
    expect(findings.at(-1)?.message).toMatch(/0x84000-0x400000 .* \(0x37c000\): a CODE file without/);
    expect(findings[0]?.message).toBe(
      '3653632 bytes are no multiple of 64 KiB, as QEMU asks: is the image whole?',
    );
  });
});

describe('refusals', () => {
  test.each([
    ['type-unknown', plus({ ...PAYLOAD, type: 9 }), ['qemu']],
    ['td-hob-missing', { sections: [BFV, CFV, TEMP] }, ['qemu', 'cloud-hypervisor']],
    ['qemu-unsupported-type', plus(RECORD), ['qemu']],
    ['cloud-hypervisor-unmapped-section', plus(RECORD), ['cloud-hypervisor']],
    ['attributes-reserved', change(2, { attributes: 4 }), []],
    ['image-not-covered', { sections: [BFV, TEMP, HOB] }, []],
  ] as [string, Partial<ImageSpec>, string[]][])('%s', (rule, spec, vmms) => {
    const findings = findingsOf(buildImage({ ...SMALL, ...spec }));
    const refusing = (['qemu', 'cloud-hypervisor'] as const).filter((vmm) =>
      refusals(findings, vmm).some((finding) => finding.rule === rule),
    );
    expect(refusing).toEqual(vmms);
  });

  test('a warning refuses nothing, and every rule names its reference', () => {
    for (const { id, severity, refusedBy, reference } of [...LAYOUT_RULES, ...SECTION_RULES]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect({ id, reference }).toEqual({ id, reference: expect.stringMatching(/\S{4,}/) });
      if (severity === 'warning') expect({ id, refusedBy }).toEqual({ id, refusedBy: [] });
    }
  });
});

describe('without a TD', () => {
  test('td-shim keeps its stack in the image, which is read-only there', () => {
    expect(obstacleWithoutTd(buildImage(TD_SHIM))).toBe(
      'section 2 (TempMem): 0xff041000-0xff061000 lies in the image, which is read-only without a TD:' +
        ' td-shim boots with platform tdx only',
    );
  });

  test.each([
    ['edk2', buildImage(EDK2)],
    ['firmware without TDX metadata', buildImage({ ...SMALL, table: [] })],
    ['TempMem that ends where the image begins', buildImage({ ...SMALL, ...tempMem(0xfffd0000n) })],
    ['TempMem above 4 GiB', buildImage({ ...SMALL, ...tempMem(0x1_0000_0000n) })],
  ])('%s: nothing speaks against it', (_what, image) => {
    expect(obstacleWithoutTd(image)).toBeUndefined();
  });

  test('TempMem that reaches a page into the image', () => {
    expect(obstacleWithoutTd(buildImage({ ...SMALL, ...tempMem(0xfffd1000n) }))).toMatch(
      /0xfffd1000-0xfffe1000/,
    );
  });

  function tempMem(address: bigint): Partial<ImageSpec> {
    return change(2, { address });
  }
});
