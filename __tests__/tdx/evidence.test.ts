/** TDREPORTs and quotes: real ones, changed ones, and other data. */

import { describe, expect, test } from '@jest/globals';
import { parseQuote } from '../../src/tdx/quote.ts';
import { parseReport } from '../../src/tdx/report.ts';
import { fixture, QUOTE_V4, QUOTE_V5, REPORT } from './fixtures.ts';

function edited(bytes: Uint8Array, at: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
}

describe('a TDREPORT', () => {
  const report = fixture(REPORT);

  test('of Azure: its fields', () => {
    expect(parseReport(report)).toMatchObject({
      mrseam:
        '360304d34a16aace0a18e09ad2d07d2b9fd3c174378e5bf108388079827f89ff62acc5f8c473dd40706324834e202946',
      mrtd: '024a32b070383331181619fa387cb4d55d1e38879f989933055ccad5bc2db795d1737b66205949d15469dc8c1ba7ab7b',
      attributes: { hex: '0000000000000000', names: [] },
      debug: false,
      checks: { teeInfoHash: true, teeTcbInfoHash: true },
    });
  });

  test.each([
    ['a register', 528, { teeInfoHash: false, teeTcbInfoHash: true }],
    ['the last reserved byte of TDINFO', 1023, { teeInfoHash: false, teeTcbInfoHash: true }],
    ['MRSEAM', 280, { teeInfoHash: true, teeTcbInfoHash: false }],
    ['the last byte of TEE_TCB_INFO', 494, { teeInfoHash: true, teeTcbInfoHash: false }],
    ['the reserved bytes between the two', 495, { teeInfoHash: true, teeTcbInfoHash: true }],
    ['TEE_INFO_HASH itself', 80, { teeInfoHash: false, teeTcbInfoHash: true }],
  ])('with %s changed', (_what, at, checks) => {
    expect(parseReport(edited(report, at, (report[at] ?? 0) ^ 1)).checks).toEqual(checks);
  });

  test('of a debug TD, with every attribute that has a name and one that has none', () => {
    const attributes = [0x71, 0x00, 0x01, 0xf8, 0x00, 0x01, 0x00, 0xc0];
    expect(parseReport(edited(report, 512, ...attributes))).toMatchObject({
      debug: true,
      attributes: {
        hex: '710001f8000100c0',
        names: [
          ...[
            'DEBUG',
            'HGS_PLUS_PROF',
            'PERF_PROF',
            'PMT_PROF',
            'ICSSD',
            'LASS',
            'SEPT_VE_DISABLE',
            'MIGRATABLE',
          ],
          ...['PKS', 'KL', 'bit 40', 'TPA', 'PERFMON'],
        ],
      },
    });
  });

  test('XFAM spelled out', () => {
    expect(parseReport(report).xfam).toEqual({
      hex: 'e718060000000000',
      names: [
        ...['X87', 'SSE', 'AVX', 'AVX512_OPMASK', 'AVX512_ZMM_HI256', 'AVX512_HI16_ZMM', 'CET_U', 'CET_S'],
        ...['AMX_TILECFG', 'AMX_TILEDATA'],
      ],
    });
  });

  test.each([
    ['cut', report.subarray(0, 1023), 'truncated', /the TDREPORT ends within its 1024 bytes/],
    ['empty', Buffer.alloc(0), 'truncated', /0 are left/],
    ['with something behind it', Buffer.concat([report, Buffer.alloc(1)]), 'bad-report', /this has 1025/],
    ['of SGX', edited(report, 0, 0), 'bad-report', /type 0x0 instead of 0x81/],
  ])('%s', (_what, bytes, code, message) => {
    expect(() => parseReport(bytes)).toThrow(message);
    expect(() => parseReport(bytes)).toThrow(expect.objectContaining({ name: 'DataError', code }));
  });
});

describe('a quote', () => {
  const v4 = fixture(QUOTE_V4);
  const v5 = fixture(QUOTE_V5);

  test('of version 4 ends with padding, of version 5 with its signature', () => {
    expect(parseQuote(v4)).toMatchObject({
      version: 4,
      body: 'TDX 1.0',
      signatureBytes: 4299,
      trailingBytes: 39,
    });
    expect(parseQuote(v5)).toMatchObject({
      version: 5,
      body: 'TDX 1.5',
      signatureBytes: 4300,
      trailingBytes: 0,
    });
  });

  test('padded to a whole number of pages', () => {
    const padded = Buffer.concat([v5, Buffer.alloc(8192 - v5.length)]);
    expect(parseQuote(padded)).toEqual({ ...parseQuote(v5), trailingBytes: 8192 - v5.length });
  });

  test('of version 5 with a TDX 1.0 body: the same fields, none of TDX 1.5', () => {
    const head = edited(v5.subarray(0, 54), 48, 2, 0, 0x48, 2, 0, 0);
    const bytes = Buffer.concat([head, v5.subarray(54, 54 + 584), v5.subarray(54 + 648)]);
    const { teeTcbSvn2, mrservicetd, ...fields } = parseQuote(v5);
    expect([teeTcbSvn2, mrservicetd]).toEqual([expect.stringMatching(/^.{32}$/), '0'.repeat(96)]);
    expect(parseQuote(bytes)).toEqual({ ...fields, body: 'TDX 1.0' });
  });

  /** The quote with a body of type 4: each byte of its last 237 tells its place. */
  function extended(): Buffer {
    const head = edited(v5.subarray(0, 54), 48, 4, 0, 0x75, 3, 0, 0);
    const more = Buffer.from(Array.from({ length: 237 }, (_, at) => at));
    return Buffer.concat([head, v5.subarray(54, 54 + 648), more, v5.subarray(54 + 648)]);
  }
  const places = (from: number, bytes: number): string =>
    Buffer.from(Array.from({ length: bytes }, (_, at) => from + at)).toString('hex');

  test('of version 5 with a TDX 1.5 Ex body: the fields of TDX 1.5, and those of migration', () => {
    expect(parseQuote(extended())).toEqual({
      ...parseQuote(v5),
      body: 'TDX 1.5 Ex',
      migration: {
        vmid: '00',
        tdId: places(1, 32),
        devinfo: places(33, 48),
        initServtdHash: places(81, 48),
        initServtdAttributes: places(129, 8),
        initCpusvn: places(137, 16),
        initTeeTcbSvn: places(153, 16),
        initTeeFmspc: places(169, 12),
        currentServtdHash: places(181, 48),
        currentServtdAttributes: places(229, 8),
      },
    });
  });

  test('of a debug TD', () => {
    expect(parseQuote(edited(v4, 168, 1))).toMatchObject({
      debug: true,
      attributes: { names: ['DEBUG', 'PKS'] },
    });
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ['of SGX, version 3', edited(v4, 0, 3), 'bad-quote', /version 3; 4 and 5/],
    ['of SGX, version 4', edited(v4, 4, 0), 'bad-quote', /TEE type 0x0 instead of 0x81/],
    ['cut within its body', v4.subarray(0, 600), 'truncated', /ends within REPORTDATA/],
    ['cut within its signature', v4.subarray(0, 700), 'truncated', /ends within the signature: 4299 bytes/],
    ['with a signature of 4 GiB', edited(v4, 632, 255, 255, 255, 255), 'truncated', /4294967295 bytes/],
    ['with an SGX body', edited(v5, 48, 1), 'bad-quote', /type 1; 2 to 4 are of a TD/],
    ['empty', Buffer.alloc(0), 'no-quote', /the quote is empty: the quoting service gave none/],
    ['of zeros', Buffer.alloc(8192), 'no-quote', /the quote is 8192 zeros: the quoting service gave none/],
    [
      'with a migrated body that is cut',
      extended().subarray(0, 54 + 800),
      'truncated',
      /ends within INIT_CPUSVN/,
    ],
    ['with a body of another size', edited(v5, 50, 0), 'bad-quote', /claims 512 bytes instead of 648/],
    ['a TDREPORT instead', fixture(REPORT), 'bad-quote', /version 129/],
  ])('%s', (_what, bytes, code, message) => {
    expect(() => parseQuote(bytes)).toThrow(message);
    expect(() => parseQuote(bytes)).toThrow(expect.objectContaining({ name: 'DataError', code }));
  });
});
