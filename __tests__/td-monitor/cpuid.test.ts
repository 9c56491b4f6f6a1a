/**
 * CPUID of a TD. The rows are what kvm-unit-tests-tdx (intel_tdx) and intel/lkvs (tdx-compliance) demand of a TD, by leaf:
 * CPUID_COMPLIANT has all of it, CPUID_COMPATIBLE all but what QEMU's TCG cannot do.
 */

import { describe, expect, test } from '@jest/globals';
import { useHarness } from './harness.ts';
import { type CpuidAnswer, type CpuidState, cpuidWords, REGISTER_NAMES } from './tables.ts';

const { ask } = useHarness();

async function cpuid(leaf: number, subleaf = 0, state: CpuidState = {}): Promise<CpuidAnswer> {
  return ask<CpuidAnswer>('cpuid', ...cpuidWords(state), leaf, subleaf);
}

async function register(where: string, state: CpuidState): Promise<number> {
  const [, leaf = '', subleaf = '0', name = ''] = /^(\w+?)(?:\.(\d+))? (e[abcd]x)$/.exec(where) ?? [];
  const { ve, values } = await cpuid(Number.parseInt(leaf, 16), Number(subleaf), state);
  expect({ where, ve }).toEqual({ where, ve: 0 });
  return values[REGISTER_NAMES.indexOf(name)] ?? 0;
}

const COMPLIANT: CpuidState = { mode: 'compliant', crystalHz: 25_000_000, tscMhz: 2400 };
const ANY = [1, 2, 4] as const;
/** Generations of the TDX module: a bit each, for those that the row is about. */
const GENERATION = { 1: '1.0', 2: '1.5', 4: '2.0' } as const;

describe('what the suites demand', () => {
  // Where; mask; value; k: kvm-unit-tests, numbers: modules of lkvs; what of it compatible mode has instead.
  test.each<[where: string, mask: number, value: number, who: string, compatible?: number]>([
    ['0 eax', 0xffffffff, 0x23, 'k 1.5 2.0'],
    ['0 eax', 0xffffffff, 0x21, '1.0'],
    ['0 ebx', 0xffffffff, 0x756e6547, '1.5'],
    ['1 eax', 0xf000c000, 0, 'k'],
    ['1 ebx', 0x0000ffff, 0x0800, 'k'],
    ['1 ecx', 0xc6fba277, 0xc6faa217, 'k', 0xc6f82203],
    ['1 ecx', 0x00020014, 0x00020014, '1.5', 0],
    ['1 ecx', 0x00008000, 0x00008000, '1.0 1.5 2.0', 0],
    ['1 edx', 0x47bbffff, 0x07a9fbff, 'k', 0x0789fbfd],
    ['1 edx', 0x00020002, 0x00000002, '1.5', 0],
    ['1 edx', 0x00200000, 0x00200000, '1.0 1.5 2.0', 0],
    ['3 eax', 0xffffffff, 0, 'k'],
    ['4.0 eax', 0x00003c00, 0, 'k'],
    ['4.0 ebx', 0x0000003f, 0x3f, '1.5'],
    ['4.1 ebx', 0x0000003f, 0x3f, '1.5'],
    ['4.2 ebx', 0x0000003f, 0x3f, '1.5'],
    ['4.3 ebx', 0x0000003f, 0x3f, '1.5'],
    ['4.2 edx', 0x00000004, 0, 'k'],
    ['4.3 edx', 0xfffffff8, 0, 'k'],
    ['4.4 eax', 0xffffffff, 0, 'k'],
    ['7.0 eax', 0xffffffff, 2, 'k 1.5 2.0'],
    ['7.0 eax', 0xffffffff, 1, '1.0'],
    ['7.0 ebx', 0x21d464c7, 0x219424c1, 'k', 0x019020c1],
    ['7.0 ebx', 0x20044000, 0x20040000, '1.0 1.5 2.0', 0],
    ['7.0 ebx', 0x00002440, 0x00002440, '1.5', 0x2040],
    ['7.0 ebx', 0x00400000, 0, '1.0'],
    ['7.0 ebx', 0x00000800, 0x00000800, '2.0', 0],
    ['7.0 ecx', 0x7d3e8000, 0x19000000, 'k', 0],
    ['7.0 ecx', 0x11000000, 0x11000000, '1.0 1.5 2.0', 0],
    ['7.0 ecx', 0x08000000, 0x08000000, '1.5', 0],
    ['7.0 edx', 0xfc223ec3, 0xfc000400, 'k', 0],
    ['7.0 edx', 0xa4000000, 0xa4000000, '1.0 1.5 2.0', 0],
    ['7.0 edx', 0x08000400, 0x08000400, '1.5', 0],
    ['7.1 edx', 0x00000030, 0x00000030, '1.5', 0],
    ['7.2 edx', 0x00000017, 0x00000017, '1.5', 0],
    ['8 eax', 0xffffffff, 0, 'k'],
    ['a edx', 0xffff6000, 0, 'k'],
    ['d.0 eax', 0x00000018, 0, 'k 1.0 1.5 2.0'],
    ['d.0 edx', 0xffffffff, 0, 'k'],
    ['d.1 eax', 0x0000000f, 0x0f, 'k 1.0 1.5 2.0', 5],
    ['d.1 ecx', 0xffff26ff, 0, 'k'],
    ['d.18 edx', 0xffffffff, 0, 'k'],
    ['e eax', 0xffffffff, 0, 'k'],
    ['11 eax', 0xffffffff, 0, 'k'],
    ['12 eax', 0xffffffff, 0, 'k'],
    ['13 eax', 0xffffffff, 0, 'k'],
    ['15 eax', 0xffffffff, 1, 'k 1.0 1.5 2.0'],
    ['15 ebx', 0xffffffff, 96, 'of 2400 MHz'],
    ['15 ecx', 0xffffffff, 25_000_000, 'k 1.0 1.5 2.0'],
    ['19 ecx', 0xfffffffe, 0, 'k'],
    ['20 eax', 0xffffffff, 0, 'k'],
    ['21.0 ebx', 0xffffffff, 0x65746e49, 'k'],
    ['21.0 ecx', 0xffffffff, 0x20202020, 'k'],
    ['21.0 edx', 0xffffffff, 0x5844546c, 'k'],
    ['80000000 eax', 0xffffffff, 0x80000008, '1.5'],
    ['80000000 ebx', 0xffffffff, 0, 'k 1.0 1.5 2.0'],
    ['80000001 eax', 0xffffffff, 0, 'k 1.0 1.5 2.0'],
    ['80000001 ecx', 0xffffffff, 0x121, 'k 1.5'],
    ['80000001 edx', 0xfffff7ff, 0x2c100000, 'k'],
    ['80000007 edx', 0x00000100, 0x100, '1.5'],
    ['80000008 eax', 0xffffffff, 0x3934, 'k', 0x3030],
    ['80000008 ebx', 0xfffffdff, 0, 'k'],
    ['80000008 ebx', 0x00000200, 0x200, '2.0', 0],
  ])('%s & %i = %i (%s)', async (where, mask, value, who, compatible = value) => {
    const named = ANY.map((bit) => GENERATION[bit]).filter((name) => who.includes(name));
    for (const generation of named.length === 0 ? (['1.5'] as const) : named) {
      const inMode = async (mode: CpuidState['mode'] & string) =>
        ((await register(where, { ...COMPLIANT, mode, generation })) & mask) >>> 0;
      expect([await inMode('compliant'), await inMode('compatible')]).toEqual([value, compatible]);
    }
  });

  test('bits that later modules take away, and leaves that they give, with REDUCE_VE (lkvs 1.5)', async () => {
    const reduced: CpuidState = { ...COMPLIANT, reduceVe: true };
    const bits = async (where: string, mask: number, state: CpuidState) =>
      ((await register(where, state)) & mask) >>> 0;
    expect(await bits('1 edx', 0x00405080, COMPLIANT)).toBe(0x5080);
    expect(await bits('1 edx', 0x00405080, reduced)).toBe(0);
    expect(await bits('7.0 edx', 0x40000000, COMPLIANT)).toBe(0x40000000);
    expect(await bits('7.0 edx', 0x40000000, reduced)).toBe(0);
    for (const [leaf, eax] of [
      [2, 0x00feff01],
      [6, 4],
      [9, 0],
      [0xc, 0],
    ] as const) {
      expect((await cpuid(leaf, 0, COMPLIANT)).ve).toBe(1);
      expect(await cpuid(leaf, 0, reduced)).toMatchObject({ ve: 0, values: [eax, 0, 0, 0] });
    }
  });
});

describe('#VE', () => {
  test.each([2, 6, 0xb, 0xc, 0x16, 0x1a, 0x1f, 0x40000000, 0x40000001, 0x4fffffff, 0x80000002, 0x80000006])(
    'leaf %i',
    async (leaf) => expect((await cpuid(leaf)).ve).toBe(1),
  );

  test.each([
    [7, 3],
    [4, 5],
    [0xd, 19],
    [0x14, 2],
    [0x21, 1],
  ])('subleaf %i.%i', async (leaf, subleaf) => expect((await cpuid(leaf, subleaf)).ve).toBe(1));

  test.each([0x24, 0x3fffffff, 0x50000000, 0x7fffffff, 0x80000009, 0xffffffff])(
    'leaf %i is too high and answers as the highest basic one',
    async (leaf) => expect(await cpuid(leaf)).toEqual(await cpuid(0x23)),
  );
});

describe('the element of CPUID_CONTROL (cpuid_lookup of the module)', () => {
  const element = async (leaf: number, subleaf: number) =>
    (await ask<{ element: number }>('cpuid-element', ...cpuidWords({}), leaf, subleaf)).element;

  test.each([
    [0x1, 7, 0],
    [0x4, 2, 3],
    [0x80000008, 0, 9],
    [0x0, 0, 10],
    [0xd, 2, 18],
    [0xd, 0x12, 34],
    [0x21, 0, 53],
    [0x80000001, 1, 55],
    [0x23, 0, 59],
    [0x5, 0, 63],
    [0x24, 0, 59],
  ])('leaf %i.%i: %i', async (leaf, subleaf, expected) =>
    expect(await element(leaf, subleaf)).toBe(expected),
  );

  test.each([
    [0x2, 0],
    [0x6, 0],
    [0x1f, 0],
    [0x80000006, 0],
    [0x40000000, 0],
    [0x4, 5],
    [0x4, 0xff],
    [0x21, 0x100],
    [0x40000001, 0],
  ])('leaf %i.%i has none, and is a #VE', async (leaf, subleaf) => {
    expect(await element(leaf, subleaf)).toBe(64);
    expect((await cpuid(leaf, subleaf)).ve).toBe(1);
  });
});

describe('what changes while the TD runs', () => {
  test('APIC id, OSXSAVE, OSPKE, SYSCALL', async () => {
    const state: CpuidState = { vcpus: 8, index: 5, cr4: 0n, longMode: false };
    const [off, on] = [state, { ...state, cr4: (1n << 18n) | (1n << 22n), longMode: true }];
    expect((await register('1 ebx', off)) >>> 16).toBe(0x0508);
    expect([(await register('1 ecx', off)) & (1 << 27), (await register('1 ecx', on)) & (1 << 27)]).toEqual([
      0,
      1 << 27,
    ]);
    expect([(await register('7.0 ecx', off)) & 16, (await register('7.0 ecx', on)) & 16]).toEqual([0, 16]);
    expect([
      (await register('80000001 edx', off)) & 0x800,
      (await register('80000001 edx', on)) & 0x800,
    ]).toEqual([0, 0x800]);
  });

  test.each([
    ['x87, SSE', 0x3n, 576],
    ['AVX', 0x7n, 832],
    ['AVX and PKRU', 0x207n, 2696],
    ['AVX-512', 0xe7n, 2688],
  ])('the XSAVE area of %s', async (_what, xcr0, bytes) => {
    const values = (await cpuid(0xd, 0, { xfam: 0x2e7n, xcr0 })).values;
    expect(values).toEqual([0x2e7, bytes, 2696, 0]);
  });

  test('compatible: no state that XSETBV of the processor refuses, whatever XFAM has', async () => {
    const state: CpuidState = { xfam: 0xe7n, xcr0Supported: 0x7n, xcr0: 7n };
    expect((await cpuid(0xd, 0, state)).values).toEqual([7, 832, 832, 0]);
    expect((await cpuid(0xd, 5, state)).values).toEqual([0, 0, 0, 0]);
    expect((await cpuid(0xd, 0, { ...state, mode: 'compliant' })).values).toEqual([0xe7, 832, 2688, 0]);
  });

  test('components of the XSAVE area that XFAM has, compacted', async () => {
    const state: CpuidState = { xfam: 0x1a07n, xcr0: 7n, xss: 0x1800n, mode: 'compliant' };
    expect((await cpuid(0xd, 1, state)).values).toEqual([0xf, 576 + 256 + 16 + 24, 0x1800, 0]);
    expect((await cpuid(0xd, 2, state)).values).toEqual([256, 576, 0, 0]);
    expect((await cpuid(0xd, 9, state)).values).toEqual([8, 2688, 0, 0]);
    expect((await cpuid(0xd, 11, state)).values).toEqual([16, 0, 1, 0]);
    expect((await cpuid(0xd, 5, state)).values).toEqual([0, 0, 0, 0]);
  });
});

describe('what depends on the TD', () => {
  test.each<[string, string, number, bigint]>([
    ['AVX, F16C, FMA', '1 ecx', 0x30001000, 0x4n],
    ['AVX2', '7.0 ebx', 0x20, 0x4n],
    ['AVX-512', '7.0 ebx', 0xd0230000, 0xe0n],
    ['PKU', '7.0 ecx', 8, 0x200n],
    ['CET shadow stacks', '7.0 ecx', 0x80, 0x1800n],
    ['CET branch tracking', '7.0 edx', 0x100000, 0x1800n],
    ['AVX-512 BF16', '7.1 eax', 0x30, 0xe0n],
  ])('%s needs XFAM', async (_what, where, mask, bits) => {
    const all = 0x1ae7n;
    const has = async (xfam: bigint) => ((await register(where, { ...COMPLIANT, xfam })) & mask) >>> 0;
    expect([await has(all), await has(all & ~bits)]).toEqual([mask, 0]);
  });

  test('PKS needs its attribute', async () => {
    const bit = async (attributes: bigint) =>
      ((await register('7.0 ecx', { attributes })) & 0x80000000) >>> 0;
    expect([await bit(1n << 28n), await bit((1n << 28n) | (1n << 30n))]).toEqual([0, 0x80000000]);
  });

  test.each([
    [25_000_000, 2995, [1, 119, 25_000_000, 0]],
    [1_000_000_000, 2995, [1000, 2995, 1_000_000_000, 0]],
  ])('a crystal of %i Hz', async (crystalHz, tscMhz, values) => {
    expect((await cpuid(0x15, 0, { crystalHz, tscMhz })).values).toEqual(values);
  });

  test('caches that all vCPUs share', async () => {
    const shared = async (subleaf: number) =>
      ((await register(`4.${subleaf} eax`, { vcpus: 6 })) >>> 14) & 0xfff;
    expect([await shared(0), await shared(2), await shared(3)]).toEqual([0, 0, 7]);
  });
});

describe('what the VMM answers', () => {
  const vmm = async (leaf: number, subleaf = 0, state: CpuidState = {}) =>
    (await ask<CpuidAnswer>('cpuid-vmm', ...cpuidWords(state), leaf, subleaf)).values;
  const text = (values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer).toString('latin1');

  test('KVM, so that Linux keeps x2APIC', async () => {
    const [highest = 0, ...signature] = await vmm(0x40000000);
    expect([highest, text(signature)]).toEqual([0x40000001, 'KVMKVMKVM\0\0\0']);
    expect(await vmm(0x40000001)).toEqual([0, 0, 0, 0]);
  });

  test('the topology: threads one a core, cores of one package, the x2APIC id', async () => {
    const state: CpuidState = { vcpus: 6, index: 4 };
    expect(await vmm(0xb, 0, state)).toEqual([0, 1, 0x100, 4]);
    expect(await vmm(0x1f, 1, state)).toEqual([3, 6, 0x201, 4]);
    expect(await vmm(0xb, 2, state)).toEqual([0, 0, 2, 4]);
  });

  test('a brand that cannot be taken for hardware', async () => {
    const leaves = await Promise.all([0x80000002, 0x80000003, 0x80000004].map((leaf) => vmm(leaf)));
    expect(text(leaves.flat()).replace(/\0+$/, '')).toBe('tdx-boot emulated Trust Domain');
  });

  test.each([0xc, 0x16, 0x40000002, 0x4fffffff])('leaf %i: zeros', async (leaf) => {
    expect(await vmm(leaf)).toEqual([0, 0, 0, 0]);
  });

  test('leaves without #VE: as the TD reads them', async () => {
    expect(await vmm(7)).toEqual((await cpuid(7)).values);
  });
});
