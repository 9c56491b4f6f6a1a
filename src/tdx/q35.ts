/** Where QEMU's q35 machine, on which its TDs run, has RAM. */

/** Addresses `[start, end)`. */
export type Range = readonly [start: bigint, end: bigint];

export const FOUR_GIB = 0x1_0000_0000n;
/** From this size on, a q35 machine keeps 2 GiB below 4 GiB and puts the rest above (QEMU hw/i386/pc_q35.c, lowmem). */
export const LARGEST_LOW_RAM = 0xb000_0000n;
const LOW_RAM = 0x8000_0000n;

/** Bytes of RAM below 4 GiB of a machine with so much memory. */
export function lowRam(memory: bigint): bigint {
  return memory < LARGEST_LOW_RAM ? memory : LOW_RAM;
}

/** RAM of a machine with so much memory, in the order of addresses. */
export function ramOfQ35(memory: bigint): Range[] {
  const low = lowRam(memory);
  return low === memory
    ? [[0n, memory]]
    : [
        [0n, low],
        [FOUR_GIB, FOUR_GIB + memory - low],
      ];
}
