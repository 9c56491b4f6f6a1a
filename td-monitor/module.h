/** What a TD is created with, and what every part of the monitor reads: generation of the TDX module, ATTRIBUTES, XFAM. */
#ifndef TD_MODULE_H
#define TD_MODULE_H

#include "types.h"

/** Generation of the TDX module whose tables hold. Zero is the default. */
enum td_generation {
	TDX_MODULE_1_5,
	TDX_MODULE_1_0,
	TDX_MODULE_2_0,
};

/* Bits of ATTRIBUTES (TDX Module ABI, "ATTRIBUTES"). */
#define TD_ATTRIBUTE_DEBUG (1ull << 0)
#define TD_ATTRIBUTE_SEPT_VE_DISABLE (1ull << 28)
#define TD_ATTRIBUTE_PKS (1ull << 30)
#define TD_ATTRIBUTE_PERFMON (1ull << 63)

/* Bits of XFAM: those of XCR0, and of IA32_XSS (Intel SDM volume 1, 13.1). */
#define XFAM_X87 (1ull << 0)
#define XFAM_SSE (1ull << 1)
#define XFAM_AVX (1ull << 2)
#define XFAM_AVX512 (7ull << 5)
#define XFAM_PT (1ull << 8)
#define XFAM_PKRU (1ull << 9)
#define XFAM_CET (3ull << 11)
#define XFAM_UINTR (1ull << 14)
#define XFAM_LBR (1ull << 15)
#define XFAM_AMX (3ull << 17)
/** The bits of XFAM that are XCR0's. The others are IA32_XSS's. */
#define XFAM_XCR0_MASK (XFAM_X87 | XFAM_SSE | XFAM_AVX | XFAM_AVX512 | XFAM_PKRU | XFAM_AMX)

static inline bool xfam_has(u64 xfam, u64 bits) { return (xfam & bits) == bits; }

static inline bool xfam_has_part(u64 xfam, u64 bits) { return (xfam & bits) != 0 && !xfam_has(xfam, bits); }

/** Whether the module makes a TD with it: TDH.MNG.INIT, check_xfam of intel/tdx-module tdx_1.5 helpers.c. */
static inline bool xfam_is_valid(u64 xfam)
{
	const u64 defined = XFAM_X87 | XFAM_SSE | XFAM_AVX | XFAM_AVX512 | XFAM_PT | XFAM_PKRU | XFAM_CET | XFAM_UINTR | XFAM_LBR |
			    XFAM_AMX;

	return xfam_has(xfam, XFAM_X87 | XFAM_SSE) && !(xfam & ~defined) && !xfam_has_part(xfam, XFAM_AVX512) &&
	       !xfam_has_part(xfam, XFAM_CET) && !xfam_has_part(xfam, XFAM_AMX) &&
	       (xfam_has(xfam, XFAM_AVX) || !(xfam & XFAM_AVX512));
}

#endif
