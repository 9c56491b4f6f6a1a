/**
 * What RDMSR and WRMSR do in a TD, per index and direction, and which MSRs the VMM answers after a #VE.
 * Sources: intel/tdx-module tdx_1.5 msr_config_lookup.c and td_msr_access.c; Linux 6.16 arch/x86/kvm/vmx/tdx.c,
 * tdx_has_emulated_msr.
 */
#ifndef TD_MSR_H
#define TD_MSR_H

#include "types.h"

/** What the answers depend on. */
struct msr_td {
	u64 attributes;
	u64 xfam;
	/** Of enum msr_feature, what the TD's CPUID claims. */
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
	/** The CPU's own register: no exit on hardware. */
	MSR_NATIVE,
	/** #VE: the guest asks the VMM by TDVMCALL. */
	MSR_VE,
	/** #GP(0). */
	MSR_GP,
	/** The module gives a constant for the read (msr_constant), or emulates the write with checks (msr_write). */
	MSR_MODULE,
};

/** RDMSR. With MSR_MODULE, *value is what the guest reads; IA32_DEBUGCTL is read from the VMCB instead, bit 13 cleared. */
enum msr_answer msr_read(const struct msr_td *td, u32 index, u64 *value);

/**
 * WRMSR.
 * @param old what the guest reads there now; counts for IA32_EFER and IA32_DEBUGCTL only
 * @return never MSR_MODULE: IA32_EFER, IA32_XSS and IA32_DEBUGCTL are checked here, and MSR_NATIVE says that the value
 *         may be written
 */
enum msr_answer msr_write(const struct msr_td *td, u32 index, u64 old, u64 value);

/**
 * Whether the VMM emulates this MSR for a TD, after a #VE; it answers TDVMCALL<RDMSR> and <WRMSR> of all others with
 * TDVMCALL_INVALID_OPERAND.
 */
bool msr_of_vmm(u32 index, bool write);

/** A self IPI has a vector of its own from 16 on; WRMSR 0x83F of 0 to 15 is #VE, as the virtual APIC exits then. */
bool msr_self_ipi_exits(u64 value);

/** Every range of the module's table, in order, for tests. */
struct msr_row {
	u32 first;
	u32 last;
	/** An enum msr_rule of msr.c, per direction. */
	u8 read;
	u8 write;
};

#endif
