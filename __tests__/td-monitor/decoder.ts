/** Asks the decoder of the TD monitor, with registers that differ in every byte. */

import { type Bits, MODES, type Registers } from './disassembly.ts';
import type { Harness } from './harness.ts';

/** struct decoded; numbers of 64 bits in hex. */
export interface Decoded {
  readonly known: number;
  readonly operation: number;
  readonly length: number;
  readonly size: number;
  readonly regSize: number;
  readonly addressSize: number;
  readonly reads: number;
  readonly writes: number;
  readonly memory: number;
  readonly repeated: number;
  readonly locked: number;
  readonly toRegister: number;
  readonly hasImmediate: number;
  readonly highByte: number;
  readonly reg: number;
  readonly control: number;
  readonly port: number;
  readonly immediate: string;
  readonly address: string;
  readonly destination: string;
}

export const REGISTERS: Registers = {
  rip: 0xffffffff81234567n,
  gpr: Array.from({ length: 16 }, (_, at) => (0x0123456789abcdefn * BigInt(at + 3)) & 0xffffffffffffffffn),
  segment: [0x10_0000n, 0x20_0000n, 0x30_0000n, 0x40_0000n, 0xffff8880_0050_0000n, 0x60_0000n],
};
/** Outside 64-bit mode nothing has more bits. */
export const NARROW: Registers = {
  rip: 0x1234567n,
  gpr: REGISTERS.gpr.map((value) => value & 0xffffffffn),
  segment: REGISTERS.segment.map((value) => value & 0xffffffn),
};

export function registersOf(bits: Bits): Registers {
  return bits === 64 ? REGISTERS : NARROW;
}

export async function decode(ask: Harness['ask'], code: Uint8Array, bits: Bits): Promise<Decoded> {
  const registers = registersOf(bits);
  return ask<Decoded>('decode', code, MODES[bits], registers.rip, 2, ...registers.gpr, ...registers.segment);
}
