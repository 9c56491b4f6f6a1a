/** The CPUID table of a TD: data for cpuid.c, and for tests. */
#ifndef TD_CPUID_TABLE_H
#define TD_CPUID_TABLE_H

#include "cpuid.h"

/**
 * A leaf and subleaf that cause no #VE, in 16 bits: 6:0 and 7 are bits 6:0 and 31 of the leaf, 15:8 the subleaf or
 * CPUID_ELEMENT_ANY where ECX does not count.
 */
#define CPUID_ELEMENT(leaf, subleaf) ((u16)(((leaf) >> 24 & 0x80) | ((leaf) & 0x7F) | (subleaf) << 8))
#define CPUID_ELEMENT_ANY 0xFF
/** No leaf: 0x8000007F is too high. */
#define CPUID_ELEMENT_NONE 0xFFFF

/** What a leaf gives, where it is more than zeros. */
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

/** All that cause no #VE; the others do. The index is that of the element of CPUID_CONTROL. */
extern const u16 CPUID_ELEMENTS[CPUID_ELEMENT_COUNT];
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
