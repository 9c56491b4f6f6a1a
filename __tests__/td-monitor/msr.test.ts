/**
 * MSRs of a TD: which exception RDMSR and WRMSR cause. The rows are what intel/lkvs tdx-compliance and kvm-unit-tests-tdx demand, who
 * count what reaches the guest: nothing, #GP from the module, or a #VE that the VMM then refuses.
 */

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { useHarness } from './harness.ts';
import { GENERATIONS, type Generation, SEPT_VE_DISABLE, TCG_XFAM } from './tables.ts';

const { ask } = useHarness();

/** enum msr_answer */
const ANSWERS = ['native', 've', 'gp', 'value'];
/** enum msr_vmm */
const VMM = ['refuses', 'constant', 'keeps', 'apic'];
/** enum msr_feature */
const FEATURE = { dca: 1, tscDeadline: 2, tsx: 4, waitpkg: 8, tme: 16, pconfig: 32, xfd: 64 } as const;
const PERFMON = 1n << 63n;
const PKS = 1n << 30n;
const EFER = 0xc0000080;
const DEBUGCTL = 0x1d9;

interface Td {
  readonly generation?: Generation;
  readonly attributes?: bigint;
  readonly xfam?: bigint;
  readonly features?: number;
}

async function access(request: 'rdmsr' | 'wrmsr', index: number, td: Td, old = 0n, value = 0n) {
  const { generation = '1.5', attributes = 0n, xfam = TCG_XFAM, features = 0 } = td;
  const words = [
    GENERATIONS.indexOf(generation),
    attributes | SEPT_VE_DISABLE,
    xfam,
    features,
    index,
    old,
    value,
  ];
  const answer = await ask<{ answer: number; value: string }>(request, ...words);
  return { answer: ANSWERS[answer.answer], value: BigInt(answer.value) };
}

async function vmm(index: number, write: boolean): Promise<{ vmm: string | undefined; value: bigint }> {
  const answer = await ask<{ vmm: number; value: string }>('msr-vmm', index, write);
  return { vmm: VMM[answer.vmm], value: BigInt(answer.value) };
}

/** As the suites count: 0 worked, 13 #GP, 20 a #VE that the VMM refused. */
async function exception(index: number, direction: 'r' | 'w', td: Td = {}): Promise<0 | 13 | 20> {
  const { answer } = await access(
    direction === 'r' ? 'rdmsr' : 'wrmsr',
    index,
    td,
    index === EFER ? 0xd01n : 0n,
  );
  if (answer === 'gp') return 13;
  if (answer !== 've') return 0;
  return (await vmm(index, direction === 'w')).vmm === 'refuses' ? 20 : 0;
}

type Range = number | readonly [first: number, last: number];

function numbers(ranges: readonly Range[]): number[] {
  return ranges.flatMap((range) => {
    if (typeof range === 'number') return [range];
    return Array.from({ length: range[1] - range[0] + 1 }, (_, at) => range[0] + at);
  });
}

async function expectAll(
  ranges: readonly Range[],
  directions: string,
  expected: number,
  td: Td = {},
): Promise<void> {
  const wrong: string[] = [];
  for (const index of numbers(ranges)) {
    for (const direction of ['r', 'w'] as const) {
      if (!directions.includes(direction)) continue;
      const got = await exception(index, direction, td);
      if (got !== expected) wrong.push(`${index.toString(16)} ${direction}: ${got}`);
    }
  }
  expect(wrong).toEqual([]);
}

const PERFMON_MSRS: readonly Range[] = [
  [0xc1, 0xc8],
  [0x186, 0x18d],
  [0x1a6, 0x1a7],
  [0x309, 0x310],
  0x329,
  [0x38d, 0x392],
  [0x3f1, 0x3f2],
  [0x3f6, 0x3f7],
  [0x4c1, 0x4c8],
];

describe('what a TD has with a feature only', () => {
  test.each<[string, readonly Range[], Td, 'native' | 've']>([
    ['PERFMON', PERFMON_MSRS, { attributes: PERFMON }, 'native'],
    ['PKS', [0x6e1], { attributes: PKS }, 'native'],
    ['processor trace', [0x560, 0x561, [0x570, 0x572], [0x580, 0x587]], { xfam: 0x307n }, 'native'],
    ['CET', [0x6a0, 0x6a2, [0x6a4, 0x6a8]], { xfam: 0x1a07n }, 'native'],
    ['user interrupts', [[0x985, 0x98a]], { xfam: 0x4207n }, 'native'],
    ['LBR', [0x14ce, 0x14cf, [0x1200, 0x12ff], [0x1500, 0x16ff]], { xfam: 0x8207n }, 'native'],
    ['XFD', [0x1c4, 0x1c5], { features: FEATURE.xfd }, 'native'],
    ['WAITPKG', [0xe1], { features: FEATURE.waitpkg }, 'native'],
    ['TSX', [0x122], { features: FEATURE.tsx }, 'native'],
    ['DCA', [[0x1f8, 0x1fa]], { features: FEATURE.dca }, 've'],
    ['TME', [[0x981, 0x984]], { features: FEATURE.tme }, 've'],
    ['PCONFIG', [0x87], { features: FEATURE.pconfig }, 've'],
    ['TSC deadline', [0x6e0], { features: FEATURE.tscDeadline }, 've'],
  ])('%s: #GP without', async (_feature, ranges, td, answer) => {
    await expectAll(ranges, 'rw', 13);
    for (const index of numbers(ranges)) {
      expect((await access('rdmsr', index, td)).answer).toBe(answer);
      expect((await access('wrmsr', index, td)).answer).toBe(answer);
    }
  });

  test('half of CET is none', async () => {
    await expectAll([0x6a0], 'rw', 13, { xfam: 0xa07n });
  });

  test('IA32_PERF_CAPABILITIES is 0, and read-only', async () => {
    expect(await access('rdmsr', 0x345, {})).toEqual({ answer: 'value', value: 0n });
    await expectAll([0x345], 'w', 13);
  });
});

describe('what no TD has: #GP', () => {
  test.each<[string, readonly Range[], string]>([
    [
      'SGX, WBINVDP, SMM, SLAM, MPX, PASID',
      [[0x8c, 0x8f], [0x98, 0x9b], 0x9e, 0x195, 0x276, 0x500, 0xd90, 0xd93],
      'rw',
    ],
    [
      'reserved x2APIC registers',
      [0x800, 0x801, [0x804, 0x807], [0x829, 0x82e], 0x831, [0x840, 0x8ff]],
      'rw',
    ],
    ['VMX capabilities', [[0x480, 0x492]], 'w'],
    ['reads of write-only registers', [0x49, 0x10b], 'r'],
    ['writes of read-only registers', [0xbd, 0x10a, 0x802, 0x80a, [0x810, 0x827]], 'w'],
  ])('%s', async (_what, ranges, directions) => expectAll(ranges, directions, 13));

  test('VMX capabilities of a module without partitioning', async () => {
    await expectAll([[0x480, 0x492]], 'rw', 13, { generation: '1.0' });
  });
});

describe('what the VMM refuses after a #VE', () => {
  test.each<[string, readonly Range[], string]>([
    ['platform and test registers', [0x17, 0x33, 0x3b, 0x501], 'rw'],
    ['TSC, APIC base, packages, debug', [0x10, 0x1b, 0xbc, 0x1a0, 0xc80, 0x803], 'w'],
    ['VMX controls, CSTAR', [[0x481, 0x484], 0x48a, 0xc0000083], 'r'],
    ['feature control, MTRR and MCG capabilities', [0x3a, 0xce, 0xfe, 0x179, 0x80d, 0x839], 'w'],
    ['MTRRs and banks that KVM has none of', [0x210, 0x24f, 0x28a, 0x428, 0x47f], 'rw'],
    [
      'any other',
      [0x0, 0x1, 0x6, 0x2a, 0xcd, 0x1ff, 0x1000, 0x80000000, 0xc0000104, 0xc0010015, 0xffffffff],
      'rw',
    ],
  ])('%s', async (_what, ranges, directions) => expectAll(ranges, directions, 20));

  test('a self IPI with a vector that is none: #VE, refused', async () => {
    for (let vector = 0n; vector < 16n; vector++) {
      expect((await access('wrmsr', 0x83f, {}, 0n, vector)).answer).toBe('ve');
    }
    expect((await vmm(0x83f, true)).vmm).toBe('refuses');
    expect((await access('wrmsr', 0x83f, {}, 0n, 16n)).answer).toBe('native');
  });

  test('a self IPI with reserved bits: #GP, before the vector counts', async () => {
    for (const value of [0x100n, 0x10fn, 0x110n, 1n << 32n, 1n << 63n])
      expect((await access('wrmsr', 0x83f, {}, 0n, value)).answer).toBe('gp');
  });
});

describe('what works', () => {
  test.each<[string, readonly Range[], string]>([
    [
      'without the VMM',
      [0x48, [0x174, 0x176], 0x277, 0x600, 0x808, 0x80b, 0x1b01, EFER, 0xc0000081, 0xc0000082],
      'rw',
    ],
    ['segment bases, TSC_AUX', [0xc0000084, [0xc0000100, 0xc0000103]], 'rw'],
    ['one direction', [0x10, 0xbc, 0xc80, 0x80a, [0x810, 0x827], 0x83f], 'r'],
    ['the other', [0x49, 0x10b], 'w'],
  ])('%s', async (_what, ranges, directions) => {
    for (const index of numbers(ranges)) {
      const old = index === EFER ? 0xd01n : 0n;
      if (directions.includes('r')) expect((await access('rdmsr', index, {})).answer).toBe('native');
      if (directions.includes('w'))
        expect((await access('wrmsr', index, {}, old, old)).answer).toBe('native');
    }
  });

  test.each<[string, number, bigint]>([
    ['IA32_XAPIC_DISABLE_STATUS: xAPIC is off for good', 0xbd, 1n],
    ['IA32_ARCH_CAPABILITIES without TSX_CTRL', 0x10a, 0xf16bn],
    ['IA32_MISC_ENABLE without BTS and PEBS, with all CPUID leaves', 0x1a0, 0x1801n],
    ['IA32_VMX_BASIC', 0x480, 0x01c0_0000_0000_0000n],
    ['IA32_VMX_MISC', 0x485, 0x6004_40e0n],
    ['IA32_VMX_CR0_FIXED0', 0x486, 0x20n],
    ['IA32_VMX_CR0_FIXED1', 0x487, 0x8005_003fn],
    ['IA32_VMX_CR4_FIXED0', 0x488, 0x2040n],
    ['IA32_VMX_CR4_FIXED1 with PKE, as XFAM has PKRU', 0x489, 0x77_3fffn],
    ['IA32_VMX_EPT_VPID_CAP', 0x48c, 0x43_0001n],
    ['IA32_VMX_VMFUNC', 0x491, 0n],
  ])('the module gives %s', async (_what, index, value) => {
    expect(await access('rdmsr', index, {})).toEqual({ answer: 'value', value });
  });

  test.each<[string, readonly Range[], string, string]>([
    ['MTRRs', [[0x200, 0x20f], 0x250, 0x258, 0x259, [0x268, 0x26f], 0x2ff], 'keeps', 'rw'],
    ['machine check, CPUID faulting', [0x17a, 0x17b, [0x400, 0x427], 0x140], 'keeps', 'rw'],
    ['capabilities', [0x3a, 0x8b, 0xce, 0xfe, 0x179, 0x1a0, 0x1fc], 'constant', 'r'],
    ['the APIC', [0x80f, 0x828, 0x82f, 0x830, [0x832, 0x838], 0x83e], 'apic', 'rw'],
    ['what of the APIC can only be read', [0x802, 0x803, 0x80d, 0x839], 'apic', 'r'],
  ])('the VMM answers %s', async (_what, ranges, expected, directions) => {
    for (const index of numbers(ranges)) {
      if (directions.includes('r')) expect([index, (await vmm(index, false)).vmm]).toEqual([index, expected]);
      if (directions.includes('w')) expect([index, (await vmm(index, true)).vmm]).toEqual([index, expected]);
    }
  });

  test('the VMX capabilities follow XFAM and ATTRIBUTES', async () => {
    expect((await access('rdmsr', 0x489, { xfam: 0x5807n, attributes: PKS })).value).toBe(0x3b7_3fffn);
    expect((await access('rdmsr', 0x48c, { xfam: 0x1807n })).value).toBe(0xc3_0001n);
  });

  test.each<[string, number, bigint, string]>([
    ['IA32_EFER', 0xc0000080, 0xd01n, 'refuses'],
    ['IA32_ARCH_CAPABILITIES', 0x10a, 0xf16bn, 'refuses'],
    ['IA32_PAT', 0x277, 0x0007_0406_0007_0406n, 'constant'],
    ['MSR_PLATFORM_INFO with CPUID faulting', 0xce, 0x8000_0000n, 'refuses'],
  ])('the VMM has a value of its own for %s', async (_what, index, value, write) => {
    expect(await vmm(index, false)).toEqual({ vmm: 'constant', value });
    expect((await vmm(index, true)).vmm).toBe(write);
  });

  test('feature control is locked', async () => {
    expect(await vmm(0x3a, false)).toEqual({ vmm: 'constant', value: 1n });
  });
});

describe('writes that the module checks', () => {
  test.each<[string, bigint, bigint, string, bigint]>([
    ['no change', 0xd01n, 0xd01n, 'native', 0xd01n],
    ['SCE off', 0xd01n, 0xd00n, 'native', 0xd00n],
    ['LMA is read-only', 0xd01n, 0x901n, 'native', 0xd01n],
    ['LMA before paging', 0x901n, 0xd01n, 'native', 0x901n],
    ['NXE off', 0xd01n, 0x501n, 've', 0x501n],
    ['LME off', 0xd01n, 0xc01n, 've', 0xc01n],
    ['a reserved bit', 0xd01n, 0x1d01n, 've', 0x1d01n],
  ])('IA32_EFER: %s', async (_what, old, value, answer, written) => {
    expect(await access('wrmsr', EFER, {}, old, value)).toMatchObject({
      answer,
      ...(answer === 'native' ? { value: written } : {}),
    });
  });

  test.each<[string, bigint, bigint, string, bigint]>([
    ['LBR and BTF', 0n, 3n, 'native', 3n],
    ['TR without BTS', 0n, 0x40n, 've', 0n],
    ['TR with BTS', 0n, 0xc0n, 'native', 0xc0n],
    ['a reserved bit', 0n, 8n, 'gp', 0n],
    ['a bit above 15', 0n, 0x10000n, 'gp', 0n],
    ['the uncore bit stays 0', 0n, 0x2001n, 'native', 1n],
    ['the uncore bit stays 1', 0x2000n, 0n, 'native', 0x2000n],
  ])('IA32_DEBUGCTL: %s', async (_what, old, value, answer, written) => {
    expect(await access('wrmsr', DEBUGCTL, {}, old, value)).toMatchObject({
      answer,
      ...(answer === 'native' ? { value: written } : {}),
    });
  });

  test.each<[string, number, bigint, string]>([
    ['IA32_PAT: the memory types after a reset', 0x277, 0x0007_0406_0007_0406n, 'native'],
    ['IA32_PAT: each type that there is', 0x277, 0x0706_0504_0100_0607n, 'native'],
    ['IA32_PAT: type 2 in the first entry', 0x277, 0x0007_0406_0007_0402n, 'gp'],
    ['IA32_PAT: type 3 in the last entry', 0x277, 0x0307_0406_0007_0406n, 'gp'],
    ['IA32_PAT: a reserved bit', 0x277, 0x0007_0406_0007_040en, 'gp'],
    ['IA32_FMASK: 32 bits', 0xc0000084, 0xffff_ffffn, 'native'],
    ['IA32_FMASK: a bit above', 0xc0000084, 1n << 32n, 'gp'],
    ['IA32_TSC_AUX: 32 bits', 0xc0000103, 0xffff_ffffn, 'native'],
    ['IA32_TSC_AUX: a bit above', 0xc0000103, 1n << 63n, 'gp'],
  ])('%s', async (_what, index, value, answer) => {
    expect((await access('wrmsr', index, {}, 0n, value)).answer).toBe(answer);
  });

  test.each<[string, bigint, bigint, string]>([
    ['nothing', TCG_XFAM, 0n, 'native'],
    ['CET that XFAM has', 0x1a07n, 0x1800n, 'native'],
    ['CET that XFAM lacks', TCG_XFAM, 0x1800n, 'gp'],
    ['a bit of XCR0', TCG_XFAM, 4n, 'gp'],
  ])('IA32_XSS: %s', async (_what, xfam, value, answer) => {
    expect((await access('wrmsr', 0xda0, { xfam }, 0n, value)).answer).toBe(answer);
  });
});

test('any index, any TD: a read has an answer, and a write never a value', async () => {
  const u32 = fc.oneof(fc.integer({ min: 0, max: 0x2000 }), fc.integer({ min: 0, max: 0xffffffff }));
  const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  await fc.assert(
    fc.asyncProperty(
      u32,
      u64,
      u64,
      u64,
      fc.integer({ min: 0, max: 127 }),
      async (index, attributes, xfam, value, features) => {
        const td = { attributes, xfam, features };
        expect((await access('rdmsr', index, td)).answer).toBeDefined();
        expect(['native', 've', 'gp']).toContain((await access('wrmsr', index, td, value, value)).answer);
      },
    ),
    { numRuns: 500 },
  );
});
