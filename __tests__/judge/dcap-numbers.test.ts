/** Every number of Intel's DCAP has a name, and a sentence of its own where it is quoted. */

import { describe, expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../src/judge/log.ts';
import {
  GUEST_LIBRARY,
  PCCS_CLIENT,
  QUOTE_LIBRARIES,
  QUOTE_RESULTS,
} from '../../src/judge/numbers/quotes.ts';

function read(line: string): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${line}\n`));
  return reader.end();
}

/** What asks for a cause that no number has one of: UNEXPECTED, OUT_OF_MEMORY. */
const told = (line: string): string => read(line).diagnosis?.title ?? '';

describe.each([...QUOTE_LIBRARIES])('SGX_QL 0x%s %s', (low, name) => {
  test('made', () => {
    expect(told(`qgsd[12]: tee_att_get_quote return 0x110${low}`)).toMatch(
      new RegExp(`${name}|not registered`),
    );
  });
  test('verified, by number, in decimal digits and by name', () => {
    for (const code of [`0xe0${low}`, String(0xe000 + Number.parseInt(low, 16)), `SGX_QL_${name}`])
      expect(told(`Error: tee_verify_quote failed: ${code}`)).toContain(name);
  });
});

test.each([...QUOTE_RESULTS])('SGX_QL_QV_RESULT 0x%s %s', (low, name) => {
  expect(told(`Error: Verification completed with Terminal result: 0xa0${low}`)).toContain(name);
});

test.each([...PCCS_CLIENT])('SGX_QCNL 0x%s %s', (low, name) => {
  expect(told(`[QPL] Failed to get quote config. Error code is 0xb0${low}`)).toMatch(
    new RegExp(`${name}|not registered|0xb0${low}`),
  );
});

test.each([...GUEST_LIBRARY])('TDX_ATTEST_ERROR 0x%s %s', (digit, name) => {
  expect(told(`tdx_att_get_quote failed: 0x${digit}`)).toContain(name);
  expect(told(`Error: TDX_ATTEST_ERROR_${name}`)).toContain(name);
});
