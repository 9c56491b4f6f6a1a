/** Where QEMU's q35 machine has RAM, as a TD of that size sees it. Twin: src/tdx/q35.ts. */
#ifndef TD_Q35_H
#define TD_Q35_H

#include "types.h"

#define FOUR_GIB 0x100000000ull
/** A firmware image ends at 4 GiB; QEMU and the monitor take at most so much of it (bytes). */
#define FIRMWARE_MAX 0x1000000ull

/** Bytes of RAM from address 0, and from 4 GiB. */
struct guest_ram {
	u64 low;
	u64 high;
};

/** From 0xB0000000 bytes on, 2 GiB stay below 4 GiB and the rest lies above (QEMU hw/i386/pc_q35.c, lowmem). */
static inline struct guest_ram q35_ram(u64 bytes)
{
	u64 low = bytes < 0xB0000000ull ? bytes : 0x80000000ull;

	return (struct guest_ram){ .low = low, .high = bytes - low };
}

#endif
