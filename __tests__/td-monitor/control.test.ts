/** What a TD may write to control registers, and to XCR0: intel/lkvs tdx-compliance, and the checks of the TDX module. */

import { describe, expect, test } from '@jest/globals';
import { useHarness } from './harness.ts';
import { GENERATIONS, type Generation, SEPT_VE_DISABLE, TCG_XFAM } from './tables.ts';

const { ask } = useHarness();

/** enum cr_answer */
const ANSWERS = ['allowed', '#GP', '#VE'];
const [PE, NE, WP, NW, CD, PG] = [1n, 0x20n, 0x1_0000n, 1n << 29n, 1n << 30n, 1n << 31n];
/** As Linux has them while it runs. */
const CR0 = 0x8005_0033n;
const [PAE, MCE, PCE, LA57, VMXE, SMXE] = [0x20n, 0x40n, 0x100n, 1n << 12n, 1n << 13n, 1n << 14n];
const [PCIDE, OSXSAVE, KL, PKE, CET, PKS, UINTR] = [17n, 18n, 19n, 22n, 23n, 24n, 25n].map(
  (bit) => 1n << bit,
);
const CR4 = 0x0035_06f0n;

interface Td {
  readonly generation?: Generation;
  readonly attributes?: bigint;
  readonly xfam?: bigint;
}

async function write(
  register: 'cr0' | 'cr4' | 'xcr',
  value: bigint,
  first: bigint,
  second: bigint,
  td: Td = {},
  longCode = false,
) {
  const { generation = '1.5', attributes = 0n, xfam = TCG_XFAM } = td;
  const words = [
    GENERATIONS.indexOf(generation),
    attributes | SEPT_VE_DISABLE,
    xfam,
    value,
    first,
    second,
    longCode,
  ];
  return ANSWERS[(await ask<{ answer: number }>(register, ...words)).answer];
}

describe('CR0', () => {
  test.each<[string, string, bigint]>([
    ['as it is', 'allowed', CR0],
    ['clear NE', '#GP', CR0 & ~NE],
    ['clear PE', '#GP', CR0 & ~PE],
    ['clear PE and PG', '#VE', CR0 & ~(PE | PG)],
    ['set NW', '#VE', CR0 | NW],
    ['set CD', '#VE', CR0 | CD],
    ['set CD and NW', '#VE', CR0 | CD | NW],
    ['set a bit above 31', '#GP', CR0 | (1n << 32n)],
    ['clear PG', 'allowed', CR0 & ~PG],
    ['clear WP', 'allowed', CR0 & ~WP],
    ['set a bit that is ignored', 'allowed', CR0 | 0x40n],
  ])('%s: %s', async (_what, expected, value) => {
    expect(await write('cr0', value, CR0, CR4)).toBe(expected);
  });

  test('paging stays while 64-bit code runs', async () => {
    const off = CR0 & ~PG;
    expect(await write('cr0', off, CR0, CR4, {}, true)).toBe('#GP');
    expect(await write('cr0', off, CR0, CR4)).toBe('allowed');
    // The module's bits come first: their write exits before the CPU looks at PG.
    expect(await write('cr0', off & ~PE, CR0, CR4, {}, true)).toBe('#VE');
  });

  test('paging may end with PCIDE, which TDVF sets on its way to power-off where CPUID has no PCID', async () => {
    expect(await write('cr0', CR0 & ~PG, CR0, CR4 | (PCIDE ?? 0n))).toBe('allowed');
  });

  test('paging needs PAE, as EFER.LME is 1', async () => {
    expect(await write('cr0', CR0, CR0 & ~PG, MCE)).toBe('#GP');
    expect(await write('cr0', CR0, CR0 & ~PG, MCE | PAE)).toBe('allowed');
  });

  test('WP stays while CET is on', async () => {
    const cet = CR4 | (CET ?? 0n);
    expect(await write('cr0', CR0 & ~WP, CR0, cet, { xfam: 0x1a07n })).toBe('#GP');
  });
});

describe('CR4', () => {
  test.each<[string, string, bigint, Td?]>([
    ['as it is', 'allowed', CR4],
    ['clear MCE', '#VE', CR4 & ~MCE],
    ['set VMXE', '#VE', CR4 | VMXE],
    ['set SMXE', '#VE', CR4 | SMXE],
    ['set PCE without PERFMON, module 1.0', '#GP', CR4 | PCE, { generation: '1.0' }],
    ['set PCE with PERFMON, module 1.0', 'allowed', CR4 | PCE, { generation: '1.0', attributes: 1n << 63n }],
    ['set PCE, later modules', 'allowed', CR4 | PCE],
    ['set KL', '#GP', CR4 | (KL ?? 0n)],
    ['set PKE without XFAM', '#GP', CR4 | (PKE ?? 0n), { xfam: 7n }],
    ['set PKE', 'allowed', CR4 | (PKE ?? 0n)],
    ['set CET without XFAM', '#GP', CR4 | (CET ?? 0n)],
    ['set CET with half of XFAM', '#GP', CR4 | (CET ?? 0n), { xfam: 0xa07n }],
    ['set CET', 'allowed', CR4 | (CET ?? 0n), { xfam: 0x1a07n }],
    ['set UINTR without XFAM', '#GP', CR4 | (UINTR ?? 0n)],
    ['set UINTR', 'allowed', CR4 | (UINTR ?? 0n), { xfam: 0x4207n }],
    ['set PKS without ATTRIBUTES', '#GP', CR4 | (PKS ?? 0n)],
    ['set PKS', 'allowed', CR4 | (PKS ?? 0n), { attributes: 1n << 30n }],
    ['set LA57', '#GP', CR4 | LA57],
    ['set bit 15', '#GP', CR4 | (1n << 15n)],
    ['set bit 26', '#GP', CR4 | (1n << 26n)],
    ['set bit 63', '#GP', CR4 | (1n << 63n)],
    ['set all bits', '#GP', (1n << 64n) - 1n],
    ['set PCIDE', 'allowed', CR4 | (PCIDE ?? 0n)],
    ['clear OSXSAVE', 'allowed', CR4 & ~(OSXSAVE ?? 0n)],
    ['clear PAE in long mode', '#GP', CR4 & ~PAE],
  ])('%s: %s', async (_what, expected, value, td = {}) => {
    expect(await write('cr4', value, CR0, CR4, td)).toBe(expected);
  });

  test('CET needs WP, PCIDE needs long mode', async () => {
    expect(await write('cr4', CR4 | (CET ?? 0n), CR0 & ~WP, CR4, { xfam: 0x1a07n })).toBe('#GP');
    expect(await write('cr4', CR4 | (PCIDE ?? 0n), CR0 & ~PG, CR4)).toBe('#GP');
  });

  test('what a vCPU begins with is allowed', async () => {
    expect(await write('cr0', PE | NE, PE | NE, MCE)).toBe('allowed');
    expect(await write('cr4', MCE, PE | NE, MCE)).toBe('allowed');
  });
});

describe('XCR0', () => {
  test.each<[string, string, bigint, number?, Td?]>([
    ['x87', 'allowed', 1n],
    ['all of XFAM', 'allowed', TCG_XFAM],
    ['no x87', '#GP', 6n],
    ['nothing', '#GP', 0n],
    ['AVX without SSE', '#GP', 5n],
    ['AVX-512 without XFAM', '#GP', 0xe7n],
    ['AVX-512', 'allowed', 0xe7n, 0, { xfam: 0xe7n }],
    ['a part of AVX-512', '#GP', 0x67n, 0, { xfam: 0xe7n }],
    ['AVX-512 without AVX', '#GP', 0xe3n, 0, { xfam: 0xe7n }],
    ['AMX', 'allowed', 0x60007n, 0, { xfam: 0x60007n }],
    ['half of AMX', '#GP', 0x20007n, 0, { xfam: 0x60007n }],
    ['a bit of IA32_XSS', '#GP', 0x807n, 0, { xfam: 0x1a07n }],
    ['another register', '#GP', 1n, 1],
  ])('%s: %s', async (_what, expected, value, index = 0, td = {}) => {
    expect(await write('xcr', value, BigInt(index), 0n, td)).toBe(expected);
  });
});
