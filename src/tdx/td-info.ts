/** What a TD's report and its quote both say of the TD: its registers, its attributes and its XFAM, spelled out. */

import type { Register } from './names.ts';
import { hexOf, type Reader, u64Of } from './reader.ts';
import { REGISTER_BYTES, type Sha384 } from './registers.ts';

/** The TEE type of TDX, in TDREPORTs and quotes; 0 is SGX. */
export const TEE_TDX = 0x81;

/** 64 bits with names. */
export interface Flags {
  /** The eight bytes as they are stored, lowest first: as other tools print them. */
  readonly hex: string;
  /** Set bits, from the lowest on; `bit N` where it has no name. */
  readonly names: readonly string[];
}

export interface TdInfo extends Readonly<Record<Register, Sha384>> {
  readonly attributes: Flags;
  /** The TD is a debug TD: its host can read its memory, and nothing that it says is to be trusted. */
  readonly debug: boolean;
  readonly xfam: Flags;
  readonly mrconfigid: Sha384;
  readonly mrowner: Sha384;
  readonly mrownerconfig: Sha384;
}

/** Intel TDX module ABI specification, ATTRIBUTES; Linux arch/x86/coco/tdx/debug.c. */
const ATTRIBUTES: Readonly<Record<number, string>> = {
  0: 'DEBUG',
  4: 'HGS_PLUS_PROF',
  5: 'PERF_PROF',
  6: 'PMT_PROF',
  16: 'ICSSD',
  27: 'LASS',
  28: 'SEPT_VE_DISABLE',
  29: 'MIGRATABLE',
  30: 'PKS',
  31: 'KL',
  62: 'TPA',
  63: 'PERFMON',
};

/** Intel SDM volume 1, 13.1, "XSAVE-supported features"; XFAM has the bits of XCR0 and IA32_XSS. */
const XFAM: Readonly<Record<number, string>> = {
  0: 'X87',
  1: 'SSE',
  2: 'AVX',
  3: 'BNDREGS',
  4: 'BNDCSR',
  5: 'AVX512_OPMASK',
  6: 'AVX512_ZMM_HI256',
  7: 'AVX512_HI16_ZMM',
  8: 'PT',
  9: 'PKRU',
  10: 'PASID',
  11: 'CET_U',
  12: 'CET_S',
  13: 'HDC',
  14: 'UINTR',
  15: 'LBR',
  16: 'HWP',
  17: 'AMX_TILECFG',
  18: 'AMX_TILEDATA',
  19: 'APX',
};

/**
 * Reads the fields from ATTRIBUTES to RTMR3, which TDINFO_STRUCT and the body of a quote have in the same order (Intel
 * TDX module ABI specification, TDINFO_STRUCT; Intel TDX DCAP quoting library API, TD quote body).
 * @throws DataError code `truncated`
 */
export function readTdInfo(reader: Reader): TdInfo {
  const register = (what: string): Sha384 => hexOf(reader.take(REGISTER_BYTES, what));
  const attributes = flags(reader.take(8, 'the attributes'), ATTRIBUTES);
  return {
    attributes,
    debug: attributes.names.includes('DEBUG'),
    xfam: flags(reader.take(8, 'XFAM'), XFAM),
    mrtd: register('MRTD'),
    mrconfigid: register('MRCONFIGID'),
    mrowner: register('MROWNER'),
    mrownerconfig: register('MROWNERCONFIG'),
    rtmr0: register('RTMR0'),
    rtmr1: register('RTMR1'),
    rtmr2: register('RTMR2'),
    rtmr3: register('RTMR3'),
  };
}

function flags(bytes: Uint8Array, names: Readonly<Record<number, string>>): Flags {
  const value = u64Of(bytes);
  const set = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (value >> BigInt(bit)) & 1n);
  return { hex: hexOf(bytes), names: set.map((bit) => names[bit] ?? `bit ${bit}`) };
}
