/**
 * Checks of what a TD writes to CR0, CR4, XCR0 and by LMSW: allowed, #GP or #VE.
 * Source: intel/tdx-module tdx_1.5 helpers.c (write_guest_cr0, write_guest_cr4, check_guest_xcr0_value), td_other_exits.c,
 * td_vmcs_init.c (guest/host masks and read shadows).
 */
#ifndef TD_CR_H
#define TD_CR_H

#include "types.h"

#define CR0_PE (1ull << 0)
#define CR0_MP (1ull << 1)
#define CR0_EM (1ull << 2)
#define CR0_TS (1ull << 3)
#define CR0_ET (1ull << 4)
#define CR0_NE (1ull << 5)
#define CR0_WP (1ull << 16)
#define CR0_AM (1ull << 18)
#define CR0_NW (1ull << 29)
#define CR0_CD (1ull << 30)
#define CR0_PG (1ull << 31)

#define CR4_PSE (1ull << 4)
#define CR4_PAE (1ull << 5)
#define CR4_MCE (1ull << 6)
#define CR4_PCE (1ull << 8)
#define CR4_OSXSAVE (1ull << 18)
#define CR4_LA57 (1ull << 12)
#define CR4_VMXE (1ull << 13)
#define CR4_SMXE (1ull << 14)
#define CR4_PCIDE (1ull << 17)
#define CR4_KL (1ull << 19)
#define CR4_SMEP (1ull << 20)
#define CR4_SMAP (1ull << 21)
#define CR4_PKE (1ull << 22)
#define CR4_CET (1ull << 23)
#define CR4_PKS (1ull << 24)
#define CR4_UINTR (1ull << 25)

/** Bits of TD attributes that matter here and elsewhere (TDX Module ABI, ATTRIBUTES). */
#define TD_ATTRIBUTE_DEBUG (1ull << 0)
#define TD_ATTRIBUTE_SEPT_VE_DISABLE (1ull << 28)
#define TD_ATTRIBUTE_PKS (1ull << 30)
#define TD_ATTRIBUTE_PERFMON (1ull << 63)

/** Bits of XFAM: those of XCR0, and of IA32_XSS (Intel SDM volume 1, 13.1). */
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
/** The bits of XFAM that are XCR0's; the others are IA32_XSS's. */
#define XFAM_XCR0_MASK (XFAM_X87 | XFAM_SSE | XFAM_AVX | XFAM_AVX512 | XFAM_PKRU | XFAM_AMX)

/** At the first instruction of a vCPU (TDX Module Base Specification, "Initial State of Guest GPRs and CRs"). */
#define CR0_INITIAL (CR0_PE | CR0_NE)
#define CR4_INITIAL (CR4_MCE | CR4_VMXE)

enum cr_answer {
	CR_ALLOWED,
	CR_GP,
	/** #VE with exit reason 28. */
	CR_VE,
};

struct cr_td {
	u64 attributes;
	u64 xfam;
	/** CR4 bits that the CPU has for the TD beside those that attributes and XFAM rule: cr4_supported of the mode. */
	u64 cr4_supported;
};

/** CR4 bits that a Sapphire Rapids has, and that the emulated CPU has. */
#define CR4_SUPPORTED_COMPLIANT 0x0377FFFFull

/** MOV to CR0. @param cr4 the guest's */
enum cr_answer cr0_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4);
/** MOV to CR4. @param cr0 the guest's */
enum cr_answer cr4_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4);
/** CR0 after LMSW: PE stays, MP, EM and TS come from the operand. Always allowed. */
u64 cr0_after_lmsw(u64 cr0, u16 operand);
/** XSETBV. @return CR_ALLOWED or CR_GP */
enum cr_answer xcr_check(const struct cr_td *td, u32 index, u64 value);
/** Qualification of the #VE: register, direction 0, general register (Intel SDM volume 3, "Exit Qualification for Control-Register Accesses"). */
u64 cr_qualification(u8 control, u8 gpr);

#endif
