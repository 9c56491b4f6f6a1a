/** What the check says of whole images, and which VMM refuses them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { refusals, refusedWithoutTd } from '../../src/tdx/check.ts';
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
    expect(ids(findings)).toEqual([
      'image-not-covered',
      'qemu-unsupported-type#6',
      'qemu-unsupported-type#7',
      'qemu-memory-not-ram#2',
      'qemu-memory-not-ram#3',
      'qemu-memory-not-ram#4',
    ]);
    expect(refusals(findings, 'cloud-hypervisor')).toEqual([]);
    expect(ids(refusals(findings, 'qemu'))).toEqual(ids(findings).slice(1));
    expect(findings[1]?.message).toBe('section 6 (Payload): type 0x5 is unknown to QEMU (0x0-0x3)');
    expect(findings[3]?.message).toBe(
      'section 2 (TempMem): 0xff041000-0xff061000 lies in no RAM of a q35 machine' +
        ' (0x0-0xb0000000, 0x100000000-0x10000000000000000)',
    );
    expect(refusedWithoutTd(findings)).toBe(false);
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
    expect(refusedWithoutTd(findings)).toBe(true);
  });
});

describe('refusals', () => {
  test.each([
    ['type-unknown', plus({ ...PAYLOAD, type: 9 }), ['qemu', 'cloud-hypervisor']],
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
    expect(refusedWithoutTd(findings)).toBe(false);
  });

  test('a warning refuses nothing, and every rule names its source', () => {
    for (const { id, severity, refusedBy, source } of [...LAYOUT_RULES, ...SECTION_RULES]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect({ id, source }).toEqual({ id, source: expect.stringMatching(/\S{4,}/) });
      if (severity === 'warning') expect({ id, refusedBy }).toEqual({ id, refusedBy: [] });
    }
  });
});
