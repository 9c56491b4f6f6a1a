/** Checks of what a TD writes to control registers. */

#include "cr.h"

/** Bits that the module owns: a write that changes what the guest reads there exits (td_vmcs_init.c). */
#define CR0_OWNED (CR0_PE | CR0_NE | CR0_NW | CR0_CD | 0xFFFFFFFF00000000ull)
#define CR4_OWNED (CR4_MCE | CR4_VMXE | CR4_SMXE)

/** IA32_VMX_CR4_FIXED1 of a Sapphire Rapids, without LA57, which the VMM leaves off. A write of any other bit is #GP. */
#define CR4_DEFINED 0x03F76FFFull

enum cr_answer cr0_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4, bool long_code)
{
	bool paging = (value & CR0_PG) != 0;

	(void)td;
	/* What the CPU itself refuses; NE is fixed to 1 in VMX operation. EFER.LME is 1 in a TD, so paging needs PAE. */
	if ((value & CR0_NE) == 0 || value >> 32 != 0 || (paging && (value & CR0_PE) == 0))
		return CR_GP;
	if ((cr4 & CR4_CET) != 0 && (value & CR0_WP) == 0)
		return CR_GP;
	if (paging && (cr0 & CR0_PG) == 0 && (cr4 & CR4_PAE) == 0)
		return CR_GP;
	if (((value ^ CR0_INITIAL) & CR0_OWNED) != 0)
		return CR_VE;
	/*
	 * Comes after the module's checks: a write of its bits exits before the CPU looks at the others. That the CPU refuses it with
	 * PCIDE, too, is left out: TDVF of 2025 and later sets PCIDE where CPUID has no PCID (README.md), and then clears PG.
	 */
	if (!paging && (cr0 & CR0_PG) != 0 && long_code)
		return CR_GP;
	return CR_ALLOWED;
}

/** Bits that CPU, XFAM or ATTRIBUTES do not have (helpers.c is_guest_cr4_allowed_by_td_config). */
static u64 forbidden_cr4(const struct cr_td *td)
{
	u64 bits = ~CR4_DEFINED;

	if (!xfam_has(td->xfam, XFAM_PKRU))
		bits |= CR4_PKE;
	if (!xfam_has(td->xfam, XFAM_CET))
		bits |= CR4_CET;
	if (!xfam_has(td->xfam, XFAM_UINTR))
		bits |= CR4_UINTR;
	if ((td->attributes & TD_ATTRIBUTE_PKS) == 0)
		bits |= CR4_PKS;
	/* The first module, only (lkvs tdx-compliance-cr.h). */
	if (td->generation == TDX_MODULE_1_0 && (td->attributes & TD_ATTRIBUTE_PERFMON) == 0)
		bits |= CR4_PCE;
	return bits;
}

enum cr_answer cr4_check(const struct cr_td *td, u64 value, u64 cr0, u64 cr4)
{
	bool paging = (cr0 & CR0_PG) != 0;

	if ((value & forbidden_cr4(td)) != 0)
		return CR_GP;
	if ((value & CR4_CET) != 0 && (cr0 & CR0_WP) == 0)
		return CR_GP;
	/* What the CPU itself refuses (Intel SDM volume 2, MOV to CR): long mode needs PAE, and PCIDE needs long mode. */
	if (paging && (value & CR4_PAE) == 0)
		return CR_GP;
	if (!paging && (value & ~cr4 & CR4_PCIDE) != 0)
		return CR_GP;
	if (((value ^ CR4_INITIAL) & CR4_OWNED) != 0)
		return CR_VE;
	return CR_ALLOWED;
}

u64 cr0_after_lmsw(u64 cr0, u16 operand)
{
	const u64 taken = CR0_MP | CR0_EM | CR0_TS;

	return (cr0 & ~taken) | (operand & taken);
}

enum cr_answer xcr_check(const struct cr_td *td, u32 index, u64 value)
{
	u64 avx512 = value & XFAM_AVX512, amx = value & XFAM_AMX;

	if (index != 0 || (value & ~(td->xfam & XFAM_XCR0_MASK)) != 0 || (value & XFAM_X87) == 0)
		return CR_GP;
	if ((value & XFAM_AVX) != 0 && (value & XFAM_SSE) == 0)
		return CR_GP;
	if ((avx512 != 0 && (avx512 != XFAM_AVX512 || (value & XFAM_AVX) == 0)) || (amx != 0 && amx != XFAM_AMX))
		return CR_GP;
	return CR_ALLOWED;
}

u64 cr_qualification(u8 control, u8 gpr) { return control | (u64)gpr << 8; }
