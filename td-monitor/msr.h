/**
 * What RDMSR and WRMSR do in a TD, per index and direction, and which MSRs the VMM answers after a #VE.
 * Sources: intel/tdx-module tdx_1.5 msr_config_lookup.c and td_msr_access.c; Linux 6.16 arch/x86/kvm/vmx/tdx.c,
 * tdx_has_emulated_msr.
 */
#ifndef TD_MSR_H
#define TD_MSR_H

#include "module.h"
#include "types.h"

/** What the answers depend on. */
struct msr_td {
	enum td_generation generation;
	u64 attributes;
	u64 xfam;
	/** Of enum msr_feature, what the TD's CPUID claims: cpuid_msr_features. */
	u32 features;
};

/** Features of the virtual CPUID on which MSRs depend. */
enum msr_feature {
	/** 1:ECX[18] */
	MSR_FEATURE_DCA = 1 << 0,
	/** 1:ECX[24] */
	MSR_FEATURE_TSC_DEADLINE = 1 << 1,
	/** 7.0:EBX[4] and [11] */
	MSR_FEATURE_TSX = 1 << 2,
	/** 7.0:ECX[5] */
	MSR_FEATURE_WAITPKG = 1 << 3,
	/** 7.0:ECX[13] */
	MSR_FEATURE_TME = 1 << 4,
	/** 7.0:EDX[18] */
	MSR_FEATURE_PCONFIG = 1 << 5,
	/** 0xD.1:EAX[4] */
	MSR_FEATURE_XFD = 1 << 6,
};

enum msr_answer {
	/**
	 * The CPU's own register, without an exit on hardware. Where the emulated CPU lacks the register, the monitor keeps what is
	 * written, and nothing follows of it. The x2APIC registers among these are the virtual APIC's.
	 */
	MSR_NATIVE,
	/** #VE: the guest asks the VMM by TDVMCALL. */
	MSR_VE,
	/** #GP(0). */
	MSR_GP,
	/** Reads only: the module gives the value. */
	MSR_VALUE,
};

/**
 * RDMSR.
 * @param value written with MSR_VALUE only
 */
enum msr_answer msr_read(const struct msr_td *td, u32 index, u64 *value);

/**
 * WRMSR. IA32_EFER, IA32_XSS, IA32_DEBUGCTL, IA32_PAT, IA32_FMASK, IA32_TSC_AUX and the self IPI are checked by value.
 * @param old what the guest reads there; counts for IA32_EFER and IA32_DEBUGCTL only
 * @param value what the guest writes; with MSR_NATIVE, what ends up in the register
 * @return never MSR_VALUE
 */
enum msr_answer msr_write(const struct msr_td *td, u32 index, u64 old, u64 *value);

/** What the VMM does with TDVMCALL<RDMSR> or <WRMSR>. */
enum msr_vmm {
	/** TDVMCALL_INVALID_OPERAND. */
	MSR_VMM_REFUSES,
	/** Reads: the value that msr_of_vmm gives. Writes: taken and ignored. */
	MSR_VMM_CONSTANT,
	/** A register that keeps what is written: the emulated CPU's own, or one for each vCPU. */
	MSR_VMM_KEEPS,
	/** A register of the x2APIC: 0x800 + offset in the xAPIC page / 16. */
	MSR_VMM_APIC,
};

/** The VMM's positive list. @param value written for a read with MSR_VMM_CONSTANT only */
enum msr_vmm msr_of_vmm(u32 index, bool write, u64 *value);

#endif
