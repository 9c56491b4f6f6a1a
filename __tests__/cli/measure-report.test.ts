/** `tdx-boot measure report` and `measure quote`: what they hold, and whether hashes and signatures hold. */

import { describe, expect, test } from '@jest/globals';
import { fixture, QUOTE_V4, QUOTE_V5, REPORT } from '../tdx/fixtures.ts';
import { buildImage, SMALL } from '../tdx/image-builder.ts';
import { file, measure } from './measure-lab.ts';

describe('measure report and quote', () => {
  test('a report: its hashes first', async () => {
    const { code, out } = await measure('report', file('report', fixture(REPORT)));
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^TEE_INFO_HASH +matches TDINFO$/);
    expect(out).toMatch(/^XFAM +e718060000000000 {2}X87 SSE AVX /m);
  });

  test('a report that was changed: exit code 1', async () => {
    const report = fixture(REPORT);
    report[530] = 0;
    const { code, out } = await measure('report', file('report', report));
    expect([code, out.split('\n')[0]]).toEqual([1, expect.stringMatching(/DOES NOT MATCH/)]);
  });

  describe('the signature of a quote, by the library that a user installs', () => {
    const SIGNED = 'quote/dcap-qvl-tdx_quote.bin';
    const collateral = (): string =>
      file('collateral.json', fixture('quote/dcap-qvl-tdx_quote_collateral.json'));
    const verify = (bytes: Buffer, at: string, ...more: string[]) =>
      measure('quote', file('quote', bytes), '--verify', collateral(), '--at', at, ...more);

    test('that is valid', async () => {
      const { code, out } = await verify(fixture(SIGNED), '2025-07-01');
      expect(code).toBe(0);
      expect(out).toMatch(/^signature +\d+ bytes, verified: UpToDate$/m);
      const { out: json } = await verify(fixture(SIGNED), '2025-07-01', '--json');
      expect(JSON.parse(json).verification).toEqual({ valid: true, status: 'UpToDate', advisories: [] });
    });

    test('of a changed quote is not', async () => {
      const changed = fixture(SIGNED);
      changed.writeUInt8(changed.readUInt8(200) ^ 1, 200);
      const { code, out } = await verify(changed, '2025-07-01');
      expect([code, out]).toEqual([1, expect.stringMatching(/^signature +\d+ bytes, NOT VALID: \S/m)]);
    });

    test('is not valid when its collateral has expired', async () => {
      const { code, out } = await verify(fixture(SIGNED), '2026-11-24');
      expect([code, out]).toEqual([1, expect.stringContaining('NOT VALID: TCBInfo expired')]);
    });

    test.each([
      [['--verify', '/proc/none'], 'cannot read the collateral'],
      [['--verify', 'package.json', '--at', 'soon'], 'Give a date such as'],
    ])('%p is bad usage', async (flags, said) => {
      const { code, error } = await measure('quote', file('quote', fixture(SIGNED)), ...flags);
      expect([code, error]).toEqual([2, expect.stringContaining(said)]);
    });
  });

  test('a quote of a debug TD', async () => {
    const quote = fixture(QUOTE_V4);
    quote[168] = 1;
    const { code, out } = await measure('quote', file('quote', quote));
    expect(code).toBe(0);
    expect(out).toMatch(/^signature +4299 bytes, not verified\npadding +39 bytes/m);
    expect(out).toMatch(/^attributes +0100004000000000 {2}DEBUG PKS\n +DEBUG: the host can read this TD/m);
  });

  test('as JSON', async () => {
    const { out } = await measure('quote', file('quote', fixture(QUOTE_V5)), '--json');
    expect(JSON.parse(out)).toMatchObject({
      version: 5,
      body: 'TDX 1.5',
      debug: false,
      attributes: { names: ['SEPT_VE_DISABLE'] },
    });
  });

  test.each([
    ['report', fixture(QUOTE_V5), /a TDREPORT has 1024 bytes, this has 5006/],
    ['quote', fixture(REPORT), /the quote has version 129/],
    ['quote', buildImage(SMALL), /the quote has version 0/],
  ])('measure %s on something else: exit code 2', async (command, bytes, message) => {
    const { code, error } = await measure(command, file('other', bytes));
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });
});
