/** What the tests of the TD monitor's tables ask with: a TD and a vCPU, as the harness takes them. */

import type { Word } from './harness.ts';

/** enum td_generation */
export const GENERATIONS = ['1.5', '1.0', '2.0'] as const;
export type Generation = (typeof GENERATIONS)[number];

export const REGISTER_NAMES = ['eax', 'ebx', 'ecx', 'edx'];

/** x87, SSE, AVX, PKRU: what QEMU's TCG has. */
export const TCG_XFAM = 0x207n;
export const SEPT_VE_DISABLE = 1n << 28n;

export interface CpuidAnswer {
  readonly ve: number;
  readonly features: number;
  readonly values: readonly number[];
}

export interface CpuidState {
  readonly mode?: 'compatible' | 'compliant';
  readonly generation?: Generation;
  readonly reduceVe?: boolean;
  readonly attributes?: bigint;
  readonly xfam?: bigint;
  /** What XSETBV of the processor takes; as XFAM where it is not given. */
  readonly xcr0Supported?: bigint;
  readonly vcpus?: number;
  readonly tscMhz?: number;
  readonly crystalHz?: number;
  readonly index?: number;
  readonly cr4?: bigint;
  readonly xcr0?: bigint;
  readonly xss?: bigint;
  readonly longMode?: boolean;
}

/** The operands of the requests `cpuid` and `cpuid-vmm`, before leaf and subleaf. */
export function cpuidWords(state: CpuidState): Word[] {
  const { mode = 'compatible', generation = '1.5', reduceVe = false, attributes = SEPT_VE_DISABLE } = state;
  const { xfam = TCG_XFAM, vcpus = 1, tscMhz = 2400, crystalHz = 1_000_000_000, index = 0, cr4 = 0n } = state;
  const { xcr0 = 1n, xss = 0n, longMode = true, xcr0Supported = xfam } = state;
  return [
    ...[mode === 'compliant', GENERATIONS.indexOf(generation), reduceVe, attributes, xfam, xcr0Supported],
    ...[vcpus, tscMhz, crystalHz, index, cr4, xcr0, xss, longMode],
  ];
}
