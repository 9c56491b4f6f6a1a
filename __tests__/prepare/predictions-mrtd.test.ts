/** The MRTD that is predicted of a scenario: its order, and wrong values that tell what went wrong. */

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { VmmInfo } from '../../src/compat/combination.ts';
import { predictMeasurements } from '../../src/prepare/predictions.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../src/tdx/mrtd.ts';
import { CH, DISK, dir, IMAGE, mrtd, noTables, predict, QEMU } from './prediction-lab.ts';

describe('the order of MRTD', () => {
  test.each<[string, VmmInfo, string, string]>([
    ['QEMU of today', QEMU, '', mrtd()],
    ['QEMU 8.2', { name: 'qemu', version: '8.2.2' }, '', mrtd({ order: 'two-pass' })],
    ['a QEMU of no known version', { name: 'qemu' }, '', mrtd()],
    ['Cloud Hypervisor', CH, '', mrtd()],
    ['what the scenario says', QEMU, ', order: two-pass', mrtd({ order: 'two-pass' })],
  ])('%s', async (_, vmm, more, value) => {
    const predicted = await predict(DISK, `mrtd: expected${more}`, vmm);
    expect(predicted?.mrtd?.values.map((right) => right.value)).toEqual([value]);
  });

  test.each(['', ', order: two-pass'])(
    'of an emulated Trust Domain is the TD monitor’s: QEMU 8.2%s',
    async (more) => {
      const text = `version: 1\nplatform: tdx-emulated\n${DISK}steps: [{expect: done}]\nmeasurements: {mrtd: expected${more}}\n`;
      const { scenario } = toBoot(parseScenario('td.yml', text, dir));
      const vmm: VmmInfo = { name: 'qemu', version: '8.2.2' };
      const predicted = await predictMeasurements(
        scenario,
        { image: join(dir, 'tdvf.fd') },
        vmm,
        undefined,
        noTables,
      );
      expect(predicted.mrtd?.values.map(({ value }) => value)).toEqual([mrtd()]);
    },
  );

  test('that no VMM has is refused', async () => {
    await expect(predict(DISK, 'mrtd: expected, order: two-pass', CH)).rejects.toThrow(
      'measurements.mrtd cannot be predicted: cloud-hypervisor does not measure two-pass',
    );
  });
});

test('the suspects of MRTD name the section that differs', async () => {
  const suspects = (await predict(DISK, 'mrtd: expected'))?.mrtd?.suspects ?? [];
  const metadata = parseMetadata(IMAGE);
  const sections = metadata.sections.filter(({ name }) => name !== 'CFV');
  const without = computeMrtd(IMAGE, { ...metadata, sections }, LAUNCH_METHOD);
  const textOf = (value: string) => suspects.find((wrong) => wrong.value === value)?.text;
  expect(textOf(without)).toBe('of this image without section 1 (CFV)');
  expect(textOf(mrtd({ order: 'two-pass' }))).toMatch(
    /^of this image as qemu measures it, two-pass: QEMU 8\.2/,
  );
  expect(textOf(mrtd())).toBeUndefined();
});
