/** `tdx-boot measure --write` and `--check`: golden values, and what has changed since. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fixture, GCE } from '../tdx/fixtures.ts';
import { at, file, GCE_MRTD, measure, stored } from './measure-lab.ts';

const gce = file('gce.fd', fixture(GCE));

describe('golden values', () => {
  const golden = at('golden.json');
  const other = file(
    'other.fd',
    (() => {
      const bytes = fixture(GCE);
      bytes[0x100000] = 0x42;
      return bytes;
    })(),
  );

  test('written, then unchanged', async () => {
    await measure(gce, '--write', golden);
    expect(await measure(gce, '--check', golden)).toEqual({
      code: 0,
      out: 'golden.json: 15 values, unchanged\n',
      error: '',
    });
    const values = JSON.parse(readFileSync(golden, 'utf8')).values;
    expect(values).toContainEqual({ register: 'mrtd', by: 'qemu interleaved', value: GCE_MRTD });
  });

  test('a byte of measured code has changed: exit code 1, and which value was and is what', async () => {
    const { code, out } = await measure(other, '--check', golden);
    expect(code).toBe(1);
    expect(out).toContain(`mrtd (qemu interleaved)\n  golden  ${GCE_MRTD}\n  now     `);
    expect(out).toMatch(/^golden\.json: 4 of 15 values changed: the image has changed\n$/m);
  });

  test('as JSON', async () => {
    const { code, out } = await measure(other, '--check', golden, '--json');
    const { verdict, changes } = JSON.parse(out);
    expect([code, verdict, changes.length]).toEqual([1, 'the image has changed', 4]);
    expect(changes[0]).toEqual({
      register: 'mrtd',
      by: 'qemu interleaved',
      golden: GCE_MRTD,
      now: expect.stringMatching(/^.{96}$/),
    });
  });

  test('checked with other options: what only one side has is a change', async () => {
    const { code, out } = await measure(gce, '--check', golden, '--vmm', 'qemu');
    expect(code).toBe(1);
    expect(out).toContain('mrtd (cloud-hypervisor interleaved)');
    expect(out).toMatch(/now {5}none/);
    expect(out).toContain('the image is the same: other options, or another tdx-boot');
  });

  test.each<[string, [string, string], string]>([
    [
      'the same source',
      ['a', 'a'],
      'FINDING: the source is the same (commit:a), but the measurement changed',
    ],
    ['another source', ['a', 'b'], 'the source changed from commit:a to commit:b'],
  ])('images of a store, built from %s', async (_what, [before, after], verdict) => {
    const first = stored(before, fixture(GCE), 'gcc 12');
    const second = stored(after, readFileSync(other), 'gcc 13');
    await measure(first, '--write', golden);
    const { code, out } = await measure(second, '--check', golden);
    expect(code).toBe(1);
    expect(out).toContain(`4 of 15 values changed: ${verdict}\n`);
  });

  test.each([
    ['no golden values', 'golden', /golden: this is not a file of golden values/],
    [
      'values of another length',
      JSON.stringify({
        version: 1,
        sha256: 'a'.repeat(64),
        values: [{ register: 'mrtd', by: 'x', value: 'ab' }],
      }),
      /not a file of golden values/,
    ],
  ])('%s: exit code 2', async (_what, text, message) => {
    const { code, error } = await measure(gce, '--check', file('golden', text));
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  test('a file that cannot be written', async () => {
    const { code, error } = await measure(gce, '--write', at('no', 'such', 'directory'));
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/cannot write the golden values: no such file or directory/),
    ]);
  });
});
