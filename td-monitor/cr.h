/**
 * Checks of what a TD writes to CR0, CR4, XCR0 and by LMSW: allowed, #GP or #VE.
 * Source: intel/tdx-module tdx_1.5 helpers.c (write_guest_cr0, write_guest_cr4, check_guest_xcr0_value), td_other_exits.c,
 * td_vmcs_init.c (guest/host masks and read shadows).
 */
#ifndef TD_CR_H
#define TD_CR_H

#include "module.h"
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
#define CR4_PGE (1ull << 7)
#define CR4_PCE (1ull << 8)
#define CR4_OSXSAVE (1ull << 18)
#define CR4_UMIP (1ull << 11)
#define CR4_LA57 (1ull << 12)
#define CR4_VMXE (1ull << 13)
#define CR4_SMXE (1ull << 14)
#define CR4_FSGSBASE (1ull << 16)
#define CR4_PCIDE (1ull << 17)
#define CR4_KL (1ull << 19)
#define CR4_SMEP (1ull << 20)
#define CR4_SMAP (1ull << 21)
#define CR4_PKE (1ull << 22)
#define CR4_CET (1ull << 23)
#define CR4_PKS (1ull << 24)
#define CR4_UINTR (1ull << 25)

/** What a vCPU reads at its first instruction (td_vmcs_init.c: CR0, CR4, guest/host masks and read shadows). */
#define CR0_INITIAL (CR0_PE | CR0_NE)
#define CR4_INITIAL CR4_MCE

enum cr_answer {
	CR_ALLOWED,
	CR_GP,
	/** #VE with exit reason 28. */
	CR_VE,
};

struct cr_td {
	enum td_generation generation;
	u64 attributes;
	u64 xfam;
};

/**
 * MOV to CR0.
 * @param cr0, cr4 what the guest reads now
 */
enum cr_answer cr0_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4, bool long_code);

/**
 * MOV to CR4. CR4_PCIDE is allowed whatever CPUID claims: a CPU with TDX has it, and TDVF's code for APs toggles it blindly.
 * The caller leaves it out where the emulated CPU has none.
 * @param cr0, cr4 what the guest reads now
 */
enum cr_answer cr4_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4);

/** CR0 after LMSW: MP, EM and TS come from the operand; PE cannot be cleared by it. Always allowed. */
u64 cr0_after_lmsw(u64 cr0, u16 operand);

/** XSETBV. @return CR_ALLOWED or CR_GP */
enum cr_answer xcr_check(const struct cr_td *td, u32 index, u64 value);

/** Qualification of the #VE after a MOV to a control register (Intel SDM volume 3, "Exit Qualification for Control-Register Accesses"). */
u64 cr_qualification(u8 control, u8 gpr);

#endif
