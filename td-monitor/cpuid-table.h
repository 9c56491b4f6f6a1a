/** The CPUID table of a TD: data for cpuid.c, and for tests. */
#ifndef TD_CPUID_TABLE_H
#define TD_CPUID_TABLE_H

#include "cpuid.h"

/** A leaf that causes no #VE. Leaves and subleaves without a row do. */
struct cpuid_row {
	u32 leaf;
	/** CPUID_ANY_SUBLEAF: ECX does not count. */
	u32 subleaf;
	/** Claimed by CPUID_COMPLIANT, before XFAM and ATTRIBUTES take bits away. */
	struct cpuid_values values;
	/** Bits that CPUID_COMPATIBLE takes away: instructions and MSRs that TCG of QEMU 7.2 lacks. In CPUID_REDUCED: always. */
	struct cpuid_values lacking;
};

/** Bits that are cleared unless XFAM has all of `xfam`. */
struct cpuid_xfam_row {
	u64 xfam;
	u32 leaf, subleaf;
	struct cpuid_values bits;
};

/** An XSAVE component: CPUID 0xD gives size, offset in the standard format, and flags (1 supervisor, 2 aligned, 4 XFD). */
struct cpuid_component {
	u32 size, offset, flags;
};

enum { CPUID_COMPONENTS = 19 };

extern const struct cpuid_row CPUID_ROWS[];
extern const u32 CPUID_ROW_COUNT;
/** What TD_CTLS.REDUCE_VE adds, and takes away of leaves that are in CPUID_ROWS. */
extern const struct cpuid_row CPUID_REDUCED[];
extern const u32 CPUID_REDUCED_COUNT;
extern const struct cpuid_xfam_row CPUID_XFAM_ROWS[];
extern const u32 CPUID_XFAM_ROW_COUNT;
/** By the bit in XFAM. A size of 0: the legacy region, or no component. */
extern const struct cpuid_component CPUID_XSAVE[CPUID_COMPONENTS];

#endif
