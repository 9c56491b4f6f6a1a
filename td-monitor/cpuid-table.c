/**
 * The CPUID table of a TD.
 *
 * Sources, named at the rows: [module] intel/tdx-module tdx_1.5 include/auto_gen/cpuid_configurations.c, fixed bits and
 * bits of the platform; [kut] kvm-unit-tests-tdx ea52fcc x86/intel_tdx.c; [lkvs] intel/lkvs e7b4f56
 * tdx-compliance-cpuid.h; [VMM] bits that the VMM chooses, as QEMU 10.1 does for a Sapphire Rapids; [SPR] the CPU.
 */

#include "cpuid-table.h"

#define ANY CPUID_ELEMENT_ANY
#define BASIC(leaf, subleaf) CPUID_ELEMENT(leaf, subleaf)
#define EXTENDED(leaf) CPUID_ELEMENT(0x80000000 | (leaf), ANY)

/*
 * [module], cpuid_lookup, in its order. Left out: the leaves that are there as "faulting" (6, 0x1F and 0x80000006). The VMM chooses
 * that MONITOR is not there (leaf 5).
 */
const u16 CPUID_ELEMENTS[CPUID_ELEMENT_COUNT] = {
	[0] = BASIC(0x1, ANY),	   [1] = BASIC(0x4, 0),	      [2] = BASIC(0x4, 1),	 [3] = BASIC(0x4, 2),
	[4] = BASIC(0x4, 3),	   [5] = BASIC(0x7, 0),	      [6] = BASIC(0x7, 1),	 [7] = BASIC(0xa, ANY),
	[8] = BASIC(0x1c, ANY),	   [9] = EXTENDED(0x8),	      [10] = BASIC(0x0, ANY),	 [11] = BASIC(0x3, ANY),
	[12] = BASIC(0x4, 4),	   [13] = CPUID_ELEMENT_NONE, [14] = BASIC(0x7, 2),	 [15] = BASIC(0x8, ANY),
	[16] = BASIC(0xd, 0),	   [17] = BASIC(0xd, 1),      [18] = BASIC(0xd, 2),	 [19] = BASIC(0xd, 3),
	[20] = BASIC(0xd, 4),	   [21] = BASIC(0xd, 5),      [22] = BASIC(0xd, 6),	 [23] = BASIC(0xd, 7),
	[24] = BASIC(0xd, 8),	   [25] = BASIC(0xd, 9),      [26] = BASIC(0xd, 10),	 [27] = BASIC(0xd, 11),
	[28] = BASIC(0xd, 12),	   [29] = BASIC(0xd, 13),     [30] = BASIC(0xd, 14),	 [31] = BASIC(0xd, 15),
	[32] = BASIC(0xd, 16),	   [33] = BASIC(0xd, 17),     [34] = BASIC(0xd, 18),	 [35] = BASIC(0xe, ANY),
	[36] = BASIC(0x11, ANY),   [37] = BASIC(0x12, ANY),   [38] = BASIC(0x13, ANY),	 [39] = BASIC(0x14, 0),
	[40] = BASIC(0x14, 1),	   [41] = BASIC(0x15, ANY),   [42] = BASIC(0x19, ANY),	 [43] = BASIC(0x1d, 0),
	[44] = BASIC(0x1d, 1),	   [45] = BASIC(0x1e, ANY),   [46] = CPUID_ELEMENT_NONE, [47] = CPUID_ELEMENT_NONE,
	[48] = CPUID_ELEMENT_NONE, [49] = CPUID_ELEMENT_NONE, [50] = CPUID_ELEMENT_NONE, [51] = CPUID_ELEMENT_NONE,
	[52] = BASIC(0x20, ANY),   [53] = BASIC(0x21, 0),     [54] = EXTENDED(0x0),	 [55] = EXTENDED(0x1),
	[56] = CPUID_ELEMENT_NONE, [57] = EXTENDED(0x7),      [58] = BASIC(0x22, ANY),	 [59] = BASIC(0x23, 0),
	[60] = BASIC(0x23, 1),	   [61] = BASIC(0x23, 2),     [62] = BASIC(0x23, 3),	 [63] = BASIC(0x5, ANY),
};

const struct cpuid_row CPUID_ROWS[] = {
	/* Highest leaf [module, kut, lkvs 1.5]; GenuineIntel. */
	{ 0x0, CPUID_ANY_SUBLEAF, { 0x23, 0x756e6547, 0x6c65746e, 0x49656e69 }, { 0 } },
	/*
	 * Family 6 model 143 stepping 8 [VMM]; CLFLUSH line of 64 bytes; C6FAA217 and 1FA9FBFF [module, kut], FMA, AVX, F16C
	 * [SPR]. No TSC deadline [VMM]: QEMU's LAPIC timer has none. TCG: no DTES64, DS-CPL, PDCM, PCID; no VME, DS. cpuid.c
	 * adds APIC id and OSXSAVE.
	 */
	{ 0x1, CPUID_ANY_SUBLEAF, { 0x000806f8, 0x00000800, 0xf6fab217, 0x1fa9fbff }, { 0, 0, 0x00028014, 0x00200002 } },
	/* L1D 48 KiB, L1I 32 KiB, L2 2 MiB, L3 105 MiB [SPR, lkvs 1.5]; cpuid.c adds how many vCPUs share them [VMM]. */
	{ 0x4, 0, { 0x00000121, 0x02c0003f, 0x0000003f, 0 }, { 0 } },
	{ 0x4, 1, { 0x00000122, 0x01c0003f, 0x0000003f, 0 }, { 0 } },
	{ 0x4, 2, { 0x00000143, 0x03c0003f, 0x000007ff, 0 }, { 0 } },
	{ 0x4, 3, { 0x00000163, 0x0380003f, 0x0001bfff, 0x00000004 }, { 0 } },
	/*
	 * Two subleaves. EBX 219424C1 [module, kut], BMI1, AVX2, BMI2, ERMS, ADX, AVX-512 [SPR]; ECX 19000000 [kut], UMIP,
	 * PKU, GFNI, VAES, VPCLMULQDQ, AVX-512, CET, RDPID, CLDEMOTE [SPR], PKS by ATTRIBUTES; EDX FC000400 [kut], FSRM,
	 * SERIALIZE, CET, AVX-512 FP16 [SPR]. LA57, WAITPKG, TME, PCONFIG are off [VMM].
	 * TCG: no INVPCID, RDSEED, SHA, AVX-512, GFNI, VPCLMULQDQ, CET, RDPID, CLDEMOTE, MOVDIRI, MOVDIR64B, SERIALIZE; no
	 * bus lock detection, MD_CLEAR or MSRs of speculation.
	 */
	{ 0x7, 0, { 2, 0xf1bf27e9, 0x9b405fce, 0xfc904410 }, { 0, 0xf0270400, 0x1b405dc2, 0xfc904410 } },
	/* AVX-VNNI, BF16, FZRM, FSRS, FSRC [SPR]; EDX bits 4 and 5 [lkvs 1.5]; kut wants EDX 0. */
	{ 0x7, 1, { 0x00001c30, 0, 0, 0x00000030 }, { 0x00001c30, 0, 0, 0x00000030 } },
	/* PSFD, IPRED_CTRL, RRSBA_CTRL, BHI_CTRL [module, lkvs 1.5]. */
	{ 0x7, 2, { 0, 0, 0, 0x00000017 }, { 0, 0, 0, 0x00000017 } },
	/* cpuid.c computes the rest of leaf 0xD. EAX of subleaf 1 [module, kut]; TCG: no XSAVEC, XSAVES. */
	{ 0xd, 1, { 0x0000000f, 0, 0, 0 }, { 0x0000000a, 0, 0, 0 } },
	/* "IntelTDX    " [module]. */
	{ 0x21, 0, { 0, 0x65746e49, 0x20202020, 0x5844546c }, { 0 } },
	/* Highest extended leaf; no vendor string [module, kut]. */
	{ 0x80000000, CPUID_ANY_SUBLEAF, { 0x80000008, 0, 0, 0 }, { 0 } },
	/* LAHF, LZCNT, PREFETCHW; NX, 1 GiB pages, RDTSCP, long mode [module, kut]. cpuid.c adds SYSCALL. */
	{ 0x80000001, CPUID_ANY_SUBLEAF, { 0, 0, 0x00000121, 0x2c100000 }, { 0 } },
	/* Invariant TSC [module, lkvs 1.5]. */
	{ 0x80000007, CPUID_ANY_SUBLEAF, { 0, 0, 0, 0x00000100 }, { 0 } },
	/*
	 * 52 bits physical, 57 linear [module, kut]; WBNOINVD [lkvs 2.0]. Compatible: 48 and 48, as the emulated CPU has
	 * them; cpuid.c writes these, as they are no bits to take away.
	 */
	{ 0x80000008, CPUID_ANY_SUBLEAF, { 0x00003934, 0x00000200, 0, 0 }, { 0x0000ffff, 0x00000200, 0, 0 } },
};
const u32 CPUID_ROW_COUNT = COUNT_OF(CPUID_ROWS);

/* [lkvs 1.5], "test cases for #VE reduction": features that the guest would use through the VMM are not there... */
const struct cpuid_row CPUID_REDUCED[] = {
	{ 0x1, CPUID_ANY_SUBLEAF, { 0 }, { 0, 0, 0x01000080, 0x00405080 } }, /* EIST, TSC deadline; MCE, MTRR, MCA, ACPI */
	{ 0x7, 0, { 0 }, { 0, 0x00009000, 0x00002000, 0x40040000 } },	/* RDT-M, RDT-A; TME; PCONFIG, CORE_CAPABILITIES */
	/* ...and these leaves have values: cache descriptors are in leaf 4; the LAPIC timer runs always. */
	{ 0x2, CPUID_ANY_SUBLEAF, { 0x00feff01, 0, 0, 0 }, { 0 } },
	{ 0x6, CPUID_ANY_SUBLEAF, { 0x00000004, 0, 0, 0 }, { 0 } },
	{ 0x9, CPUID_ANY_SUBLEAF, { 0 }, { 0 } },
	{ 0xc, CPUID_ANY_SUBLEAF, { 0 }, { 0 } },
};
const u32 CPUID_REDUCED_COUNT = COUNT_OF(CPUID_REDUCED);

/* [module], xfam_mask_*. */
const struct cpuid_xfam_row CPUID_XFAM_ROWS[] = {
	{ XFAM_AVX, 0x1, CPUID_ANY_SUBLEAF, { 0, 0, 0x30001000, 0 } },
	{ XFAM_AVX, 0x7, 0, { 0, 0x00000020, 0x00000600, 0 } },
	{ XFAM_AVX512, 0x7, 0, { 0, 0xdc230000, 0x00005842, 0x0080010c } },
	{ XFAM_AVX512, 0x7, 1, { 0x00000030, 0, 0, 0 } },
	{ XFAM_PKRU, 0x7, 0, { 0, 0, 0x00000008, 0 } },
	{ XFAM_CET, 0x7, 0, { 0, 0, 0x00000080, 0x00100000 } },
};
const u32 CPUID_XFAM_ROW_COUNT = COUNT_OF(CPUID_XFAM_ROWS);

/* [SPR]; Intel SDM volume 1, 13.4 and 13.5. */
const struct cpuid_component CPUID_XSAVE[CPUID_COMPONENTS] = {
	[2] = { 256, 576, 0 },	  [5] = { 64, 1088, 0 },   [6] = { 512, 1152, 0 }, [7] = { 1024, 1664, 0 },
	[8] = { 128, 0, 1 },	  [9] = { 8, 2688, 0 },	   [11] = { 16, 0, 1 },	   [12] = { 24, 0, 1 },
	[14] = { 48, 0, 1 },	  [15] = { 808, 0, 1 },	   [17] = { 64, 2752, 2 }, [18] = { 8192, 2816, 6 },
};
