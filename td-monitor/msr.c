/** What RDMSR and WRMSR do in a TD: the module's table, and the VMM's. */

#include "msr.h"

/** What an access does, or the condition that decides between two answers. */
enum rule {
	NATIVE,
	VE,
	GP,
	/** A value that read_value gives. */
	VALUE,
	/* Native with the feature, #GP without. */
	PERFMON,
	CET,
	PT,
	UINTR,
	LBR,
	PKS,
	WAITPKG,
	XFD,
	TSX,
	/* #VE with the feature, #GP without. */
	DCA,
	TME,
	PCONFIG,
	TSC_DEADLINE,
	/** VMX capabilities: a module without TD partitioning gives #GP. */
	VMX_VE,
	VMX_VALUE,
};

struct row {
	u32 first, last;
	u8 read, write;
};

/**
 * Ordered by index; what is in no row is #VE. intel/tdx-module tdx_1.5 msr_config_lookup.c, but for the rows that name
 * [CPU]: no exit, and the CPU itself gives #GP for a register that is write-only or read-only (Intel SDM volume 4).
 */
static const struct row MODULE[] = {
	{ 0x10, 0x10, NATIVE, VE },		/* IA32_TIME_STAMP_COUNTER */
	{ 0x48, 0x48, NATIVE, NATIVE },		/* IA32_SPEC_CTRL */
	{ 0x49, 0x49, GP, NATIVE },		/* IA32_PRED_CMD [CPU] */
	{ 0x87, 0x87, PCONFIG, PCONFIG },	/* IA32_MKTME_PARTITIONING */
	{ 0x8c, 0x8f, GP, GP },			/* IA32_SGXLEPUBKEYHASHx */
	{ 0x98, 0x9b, GP, GP },			/* MSR_WBINVDP, MSR_WBNOINVDP, MSR_INTR_PENDING, IA32_SMM_MONITOR_CTL */
	{ 0x9e, 0x9e, GP, GP },			/* IA32_SMBASE */
	{ 0xbc, 0xbc, NATIVE, VE },		/* IA32_MISC_PACKAGE_CTLS */
	{ 0xbd, 0xbd, VALUE, GP },		/* IA32_XAPIC_DISABLE_STATUS [CPU] */
	{ 0xc1, 0xc8, PERFMON, PERFMON },	/* IA32_PMCx */
	{ 0xe1, 0xe1, WAITPKG, WAITPKG },	/* IA32_UMWAIT_CONTROL */
	{ 0x10a, 0x10a, VALUE, GP },		/* IA32_ARCH_CAPABILITIES [CPU] */
	{ 0x10b, 0x10b, GP, NATIVE },		/* IA32_FLUSH_CMD [CPU] */
	{ 0x122, 0x122, TSX, TSX },		/* IA32_TSX_CTRL */
	{ 0x174, 0x176, NATIVE, NATIVE },	/* IA32_SYSENTER_CS, ESP, EIP */
	{ 0x186, 0x18d, PERFMON, PERFMON },	/* IA32_PERFEVTSELx */
	{ 0x195, 0x195, GP, GP },		/* IA32_OVERCLOCKING_STATUS */
	{ 0x1a0, 0x1a0, VALUE, VE },		/* IA32_MISC_ENABLE */
	{ 0x1a6, 0x1a7, PERFMON, PERFMON },	/* MSR_OFFCORE_RSPx */
	{ 0x1c4, 0x1c5, XFD, XFD },		/* IA32_XFD, IA32_XFD_ERR */
	{ 0x1d9, 0x1d9, NATIVE, NATIVE },	/* IA32_DEBUGCTL: write_debugctl */
	{ 0x1f8, 0x1fa, DCA, DCA },		/* IA32_PLATFORM_DCA_CAP, IA32_CPU_DCA_CAP, IA32_DCA_0_CAP */
	{ 0x276, 0x276, GP, GP },		/* MSR_SLAM_ENABLE */
	{ 0x277, 0x277, NATIVE, NATIVE },	/* IA32_PAT */
	{ 0x309, 0x310, PERFMON, PERFMON },	/* IA32_FIXED_CTRx */
	{ 0x329, 0x329, PERFMON, PERFMON },	/* IA32_PERF_METRICS */
	{ 0x345, 0x345, VALUE, GP },		/* IA32_PERF_CAPABILITIES: read-only with PERFMON, too */
	{ 0x38d, 0x392, PERFMON, PERFMON },	/* IA32_FIXED_CTR_CTRL, IA32_PERF_GLOBAL_* */
	{ 0x3f1, 0x3f2, PERFMON, PERFMON },	/* IA32_PEBS_ENABLE, MSR_PEBS_MATRIX_VECT */
	{ 0x3f6, 0x3f7, PERFMON, PERFMON },	/* MSR_PEBS_LD_LATENCY, MSR_PEBS_FRONTEND */
	{ 0x480, 0x480, VMX_VALUE, GP },	/* IA32_VMX_BASIC */
	{ 0x481, 0x484, VMX_VE, GP },		/* IA32_VMX_PINBASED_CTLS, PROCBASED, EXIT, ENTRY */
	{ 0x485, 0x489, VMX_VALUE, GP },	/* IA32_VMX_MISC, CR0_FIXED0 and 1, CR4_FIXED0 and 1 */
	{ 0x48a, 0x48a, VMX_VE, GP },		/* IA32_VMX_VMCS_ENUM */
	{ 0x48b, 0x492, VMX_VALUE, GP },	/* IA32_VMX_PROCBASED_CTLS2 to PROCBASED_CTLS3 */
	{ 0x4c1, 0x4c8, PERFMON, PERFMON },	/* IA32_A_PMCx */
	{ 0x500, 0x500, GP, GP },		/* IA32_SGX_SVN_STATUS */
	{ 0x560, 0x561, PT, PT },		/* IA32_RTIT_OUTPUT_BASE, OUTPUT_MASK_PTRS */
	{ 0x570, 0x572, PT, PT },		/* IA32_RTIT_CTL, STATUS, CR3_MATCH */
	{ 0x580, 0x587, PT, PT },		/* IA32_RTIT_ADDRx */
	{ 0x600, 0x600, NATIVE, NATIVE },	/* IA32_DS_AREA */
	{ 0x6a0, 0x6a0, CET, CET },		/* IA32_U_CET */
	{ 0x6a2, 0x6a2, CET, CET },		/* IA32_S_CET */
	{ 0x6a4, 0x6a8, CET, CET },		/* IA32_PLx_SSP, IA32_INTERRUPT_SSP_TABLE_ADDR */
	{ 0x6e0, 0x6e0, TSC_DEADLINE, TSC_DEADLINE }, /* IA32_TSC_DEADLINE */
	{ 0x6e1, 0x6e1, PKS, PKS },		/* IA32_PKRS */
	{ 0x800, 0x801, GP, GP },		/* reserved x2APIC registers */
	{ 0x802, 0x802, VE, GP },		/* IA32_X2APIC_APICID [CPU]; lkvs tdx-compliance-msr.h */
	{ 0x804, 0x807, GP, GP },		/* reserved */
	{ 0x808, 0x808, NATIVE, NATIVE },	/* IA32_X2APIC_TPR */
	{ 0x809, 0x80a, NATIVE, GP },		/* reserved, IA32_X2APIC_PPR [CPU] */
	{ 0x80b, 0x80b, NATIVE, NATIVE },	/* IA32_X2APIC_EOI */
	{ 0x80c, 0x80c, NATIVE, GP },		/* reserved [CPU] */
	{ 0x80e, 0x80e, NATIVE, GP },		/* reserved [CPU] */
	{ 0x810, 0x827, NATIVE, GP },		/* IA32_X2APIC_ISRx, TMRx, IRRx [CPU] */
	{ 0x829, 0x82e, GP, GP },		/* reserved */
	{ 0x831, 0x831, GP, GP },		/* reserved */
	{ 0x83f, 0x83f, NATIVE, NATIVE },	/* IA32_X2APIC_SELF_IPI: msr_write */
	{ 0x840, 0x8ff, GP, GP },		/* reserved */
	{ 0x981, 0x984, TME, TME },		/* IA32_TME_CAPABILITY, ACTIVATE, EXCLUDE_MASK, EXCLUDE_BASE */
	{ 0x985, 0x98a, UINTR, UINTR },		/* IA32_UINTR_* */
	{ 0xc80, 0xc80, NATIVE, VE },		/* IA32_DEBUG_INTERFACE */
	{ 0xd90, 0xd90, GP, GP },		/* IA32_BNDCFGS */
	{ 0xd93, 0xd93, GP, GP },		/* IA32_PASID */
	{ 0xda0, 0xda0, NATIVE, NATIVE },	/* IA32_XSS: msr_write */
	{ 0x1200, 0x12ff, LBR, LBR },		/* IA32_LBR_INFO */
	{ 0x14ce, 0x14cf, LBR, LBR },		/* IA32_LBR_CTL, IA32_LBR_DEPTH */
	{ 0x1500, 0x16ff, LBR, LBR },		/* IA32_LBR_x_FROM_IP, TO_IP */
	{ 0x1b01, 0x1b01, NATIVE, NATIVE },	/* IA32_UARCH_MISC_CTL */
	{ 0xc0000080, 0xc0000080, NATIVE, NATIVE }, /* IA32_EFER: write_efer */
	{ 0xc0000081, 0xc0000082, NATIVE, NATIVE }, /* IA32_STAR, IA32_LSTAR */
	{ 0xc0000084, 0xc0000084, NATIVE, NATIVE }, /* IA32_FMASK */
	{ 0xc0000100, 0xc0000103, NATIVE, NATIVE }, /* IA32_FSBASE, GSBASE, KERNEL_GS_BASE, TSC_AUX */
};

/**
 * Registers that always read the same, of the module and of the VMM: 0 but for these. VMX capabilities: virt_msr_helpers.h; those that
 * the module computes from the processor's own controls (IA32_VMX_PROCBASED_CTLS2 and 3, TRUE_*_CTLS) are left 0.
 * ARCH_CAPABILITIES: RDCL_NO, IBRS_ALL, SKIP_L1DFL_VMENTRY, MDS_NO, IF_PSCHANGE_MC_NO, TAA_NO, DOITM, SBDR_SSDP_NO, FBSDP_NO,
 * PSDP_NO, which virt_msr_helpers.c check_virt_ia32_arch_capabilities demands; without TSX_CTRL.
 */
static const struct {
	u32 index;
	u64 value;
} VALUES[] = {
	{ 0xbd, 1 },			 /* IA32_XAPIC_DISABLE_STATUS: LEGACY_XAPIC_DISABLED */
	{ 0x10a, 0xf16b },		 /* IA32_ARCH_CAPABILITIES */
	{ 0x1a0, 0x1801 },		 /* IA32_MISC_ENABLE: fast strings, no BTS, no PEBS */
	{ 0x480, 0x01c0000000000000 },	 /* IA32_VMX_BASIC: exit information on I/O, TRUE controls, events without error code */
	/* IA32_VMX_MISC: unrestricted guest, activity states HLT and shutdown, PT, 4 CR3 targets, VMWRITE to any field, length 0. */
	{ 0x485, 0x600440e0 },
	{ 0x486, 0x20 },		 /* IA32_VMX_CR0_FIXED0 */
	{ 0x487, 0x8005003f },		 /* IA32_VMX_CR0_FIXED1 */
	{ 0x488, 0x2040 },		 /* IA32_VMX_CR4_FIXED0 */
	{ 0x48c, 0x430001 },		 /* IA32_VMX_EPT_VPID_CAP: execute-only, 2 MiB, 1 GiB, advanced exit information */
	/* The VMM's: Linux 6.16 arch/x86/kvm/vmx/tdx.c and x86.c, QEMU 10.1 target/i386/cpu.h (MCE_CAP_DEF). */
	{ 0x3a, 1 },			 /* IA32_FEAT_CTL: locked */
	{ 0x8b, 0x100000000 },		 /* IA32_UCODE_REV: 1 */
	{ 0xce, 0x80000000 },		 /* MSR_PLATFORM_INFO: CPUID faulting */
	{ 0xfe, 0x508 },		 /* IA32_MTRRCAP: 8 ranges, fixed ones, WC */
	{ 0x179, 0x10a },		 /* IA32_MCG_CAP: 10 banks, MCG_CTL */
	{ 0x277, 0x0007040600070406 },	 /* IA32_PAT */
	{ 0x4b564d05, 1 },		 /* MSR_KVM_POLL_CONTROL */
	{ 0xc0000080, 0xd01 },		 /* IA32_EFER */
};

/** What the VMM emulates. Linux 6.16 tdx.c tdx_has_emulated_msr, and x86.c, mtrr.c, lapic.c for the directions. */
static const struct vmm_row {
	u32 first, last;
	u8 read, write;
} VMM[] = {
	{ 0x1b, 0x1b, MSR_VMM_KEEPS, MSR_VMM_REFUSES }, /* IA32_APIC_BASE */
	{ 0x3a, 0x3a, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* IA32_FEAT_CTL */
	{ 0x8b, 0x8b, MSR_VMM_CONSTANT, MSR_VMM_CONSTANT }, /* IA32_UCODE_REV */
	{ 0xce, 0xce, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* MSR_PLATFORM_INFO */
	{ 0xfe, 0xfe, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* IA32_MTRRCAP */
	{ 0x10a, 0x10a, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* IA32_ARCH_CAPABILITIES */
	{ 0x140, 0x140, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* MSR_MISC_FEATURES_ENABLES */
	{ 0x179, 0x179, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* IA32_MCG_CAP */
	{ 0x17a, 0x17b, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MCG_STATUS, IA32_MCG_CTL */
	/* KVM refuses a write of IA32_MISC_ENABLE that changes its read-only bits; the suites write 0. */
	{ 0x1a0, 0x1a0, MSR_VMM_CONSTANT, MSR_VMM_REFUSES },
	{ 0x1fc, 0x1fc, MSR_VMM_CONSTANT, MSR_VMM_CONSTANT }, /* MSR_POWER_CTL */
	{ 0x200, 0x20f, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MTRR_PHYSBASEx, PHYSMASKx */
	{ 0x250, 0x250, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MTRR_FIX64K */
	{ 0x258, 0x259, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MTRR_FIX16K_x */
	{ 0x268, 0x26f, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MTRR_FIX4K_x */
	/* KVM has a value of its own, without effect; so for IA32_EFER below. The TD's values are the module's. */
	{ 0x277, 0x277, MSR_VMM_CONSTANT, MSR_VMM_CONSTANT }, /* IA32_PAT */
	{ 0x280, 0x289, MSR_VMM_CONSTANT, MSR_VMM_CONSTANT }, /* IA32_MCx_CTL2 */
	{ 0x2ff, 0x2ff, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MTRR_DEF_TYPE */
	{ 0x400, 0x427, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_MCx_CTL, STATUS, ADDR, MISC */
	{ 0x6e0, 0x6e0, MSR_VMM_KEEPS, MSR_VMM_KEEPS }, /* IA32_TSC_DEADLINE */
	{ 0x802, 0x803, MSR_VMM_APIC, MSR_VMM_REFUSES }, /* id, version */
	{ 0x80d, 0x80d, MSR_VMM_APIC, MSR_VMM_REFUSES }, /* logical destination */
	{ 0x80f, 0x80f, MSR_VMM_APIC, MSR_VMM_APIC }, /* spurious interrupt vector */
	{ 0x828, 0x828, MSR_VMM_APIC, MSR_VMM_APIC }, /* error status */
	{ 0x82f, 0x830, MSR_VMM_APIC, MSR_VMM_APIC }, /* CMCI, interrupt command */
	{ 0x832, 0x838, MSR_VMM_APIC, MSR_VMM_APIC }, /* local vector table, initial count */
	{ 0x839, 0x839, MSR_VMM_APIC, MSR_VMM_REFUSES }, /* current count */
	{ 0x83e, 0x83e, MSR_VMM_APIC, MSR_VMM_APIC }, /* divide configuration */
	{ 0x4b564d05, 0x4b564d05, MSR_VMM_CONSTANT, MSR_VMM_CONSTANT }, /* MSR_KVM_POLL_CONTROL */
	{ 0xc0000080, 0xc0000080, MSR_VMM_CONSTANT, MSR_VMM_REFUSES }, /* IA32_EFER */
};

enum { DEBUGCTL = 0x1d9, PAT = 0x277, VMX_CR4_FIXED1 = 0x489, VMX_EPT_VPID_CAP = 0x48c, SELF_IPI = 0x83f, XSS = 0xda0 };
#define EFER 0xc0000080u
#define FMASK 0xc0000084u
#define TSC_AUX 0xc0000103u

#define EFER_SCE (1ull << 0)
#define EFER_LMA (1ull << 10)
/** With TR and without BTS the CPU would log branches to memory that nobody allocated. */
#define DEBUGCTL_TR (1ull << 6)
#define DEBUGCTL_BTS (1ull << 7)
#define DEBUGCTL_UNCORE_PMI (1ull << 13)
/** LBR, BTF, bus lock, TR to FREEZE_WHILE_SMM, RTM (Intel SDM volume 4, IA32_DEBUGCTL). */
#define DEBUGCTL_DEFINED 0xffc7ull

static enum rule rule_of(u32 index, bool write)
{
	for (u32 i = 0; i < COUNT_OF(MODULE); i++)
		if (index >= MODULE[i].first && index <= MODULE[i].last)
			return write ? MODULE[i].write : MODULE[i].read;
	return VE;
}

static enum msr_answer native_if(bool feature) { return feature ? MSR_NATIVE : MSR_GP; }

static enum msr_answer answer(const struct msr_td *td, enum rule rule)
{
	switch (rule) {
	case NATIVE:
		return MSR_NATIVE;
	case VE:
		return MSR_VE;
	case GP:
		return MSR_GP;
	case VALUE:
		return MSR_VALUE;
	case PERFMON:
		return native_if((td->attributes & TD_ATTRIBUTE_PERFMON) != 0);
	case PKS:
		return native_if((td->attributes & TD_ATTRIBUTE_PKS) != 0);
	case CET:
		return native_if(xfam_has(td->xfam, XFAM_CET));
	case PT:
		return native_if(xfam_has(td->xfam, XFAM_PT));
	case UINTR:
		return native_if(xfam_has(td->xfam, XFAM_UINTR));
	case LBR:
		return native_if(xfam_has(td->xfam, XFAM_LBR));
	case WAITPKG:
		return native_if((td->features & MSR_FEATURE_WAITPKG) != 0);
	case XFD:
		return native_if((td->features & MSR_FEATURE_XFD) != 0);
	case TSX:
		return native_if((td->features & MSR_FEATURE_TSX) != 0);
	case DCA:
		return (td->features & MSR_FEATURE_DCA) != 0 ? MSR_VE : MSR_GP;
	case TME:
		return (td->features & MSR_FEATURE_TME) != 0 ? MSR_VE : MSR_GP;
	case PCONFIG:
		return (td->features & MSR_FEATURE_PCONFIG) != 0 ? MSR_VE : MSR_GP;
	case TSC_DEADLINE:
		return (td->features & MSR_FEATURE_TSC_DEADLINE) != 0 ? MSR_VE : MSR_GP;
	case VMX_VE:
		return td->generation == TDX_MODULE_1_0 ? MSR_GP : MSR_VE;
	case VMX_VALUE:
		return td->generation == TDX_MODULE_1_0 ? MSR_GP : MSR_VALUE;
	}
	return MSR_VE;
}

static u64 constant(u32 index)
{
	for (u32 i = 0; i < COUNT_OF(VALUES); i++)
		if (VALUES[i].index == index)
			return VALUES[i].value;
	return 0;
}

/** Bit 23, of CR4.CET and of supervisor shadow stacks in the EPT, where XFAM has CET: both of its bits, or neither. */
static u64 cet_bit(const struct msr_td *td) { return (td->xfam & XFAM_CET & ~(XFAM_CET >> 1)) << 11; }

/** IA32_VMX_CR4_FIXED1: what an L2 VM may set on a Sapphire Rapids (helpers.h calc_base_l2_cr4_write_mask): PKE, PKS, UINTR by the TD. */
static u64 vmx_cr4_fixed1(const struct msr_td *td)
{
	return 0x00373fff | cet_bit(td) | (td->xfam & XFAM_PKRU) << 13 | (td->attributes & TD_ATTRIBUTE_PKS) >> 6 |
	       (td->xfam & XFAM_UINTR) << 11;
}

enum msr_answer msr_read(const struct msr_td *td, u32 index, u64 *value)
{
	enum msr_answer result = answer(td, rule_of(index, false));

	if (result == MSR_VALUE) {
		*value = constant(index);
		if (index == VMX_CR4_FIXED1)
			*value = vmx_cr4_fixed1(td);
		if (index == VMX_EPT_VPID_CAP)
			*value |= cet_bit(td);
	}
	return result;
}

/** Only SCE may change; LMA is read-only (td_msr_access.c wrmsr_ia32_efer). */
static enum msr_answer write_efer(u64 old, u64 *value)
{
	*value = (*value & ~EFER_LMA) | (old & EFER_LMA);
	return ((*value ^ old) & ~EFER_SCE) == 0 ? MSR_NATIVE : MSR_VE;
}

/** td_msr_access.c wrmsr_ia32_debugctl: the bit of the uncore keeps its value. */
static enum msr_answer write_debugctl(u64 old, u64 *value)
{
	if ((*value & ~DEBUGCTL_DEFINED) != 0)
		return MSR_GP;
	if ((*value & (DEBUGCTL_TR | DEBUGCTL_BTS)) == DEBUGCTL_TR)
		return MSR_VE;
	*value = (*value & ~DEBUGCTL_UNCORE_PMI) | (old & DEBUGCTL_UNCORE_PMI);
	return MSR_NATIVE;
}

/** Eight memory types: all but 2 and 3 of those with three bits (Intel SDM volume 3, "IA32_PAT MSR"). */
static enum msr_answer write_pat(u64 value)
{
	for (u32 i = 0; i < 8; i++, value >>= 8)
		if ((value & 0xff) > 7 || (value & 6) == 2)
			return MSR_GP;
	return MSR_NATIVE;
}

enum msr_answer msr_write(const struct msr_td *td, u32 index, u64 old, u64 *value)
{
	switch (index) {
	case EFER:
		return write_efer(old, value);
	case DEBUGCTL:
		return write_debugctl(old, value);
	case XSS:
		return (*value & ~(td->xfam & ~XFAM_XCR0_MASK)) != 0 ? MSR_GP : MSR_NATIVE;
	case PAT:
		return write_pat(*value);
	case FMASK:
	case TSC_AUX:
		/* 32 bits, and the rest reserved (Intel SDM volume 4). */
		return *value >> 32 != 0 ? MSR_GP : MSR_NATIVE;
	case SELF_IPI:
		/* The processor checks the reserved bits before the vector (Intel SDM volume 3, "Virtualizing MSR-Based APIC Accesses"). */
		if (*value >> 8 != 0)
			return MSR_GP;
		/* Vectors 0 to 15 are none of the virtual APIC's: an exit (kvm-unit-tests-tdx, test_selfipi_msr). */
		return (*value & 0xf0) == 0 ? MSR_VE : MSR_NATIVE;
	default:
		return answer(td, rule_of(index, true));
	}
}

enum msr_vmm msr_of_vmm(u32 index, bool write, u64 *value)
{
	for (u32 i = 0; i < COUNT_OF(VMM); i++) {
		if (index < VMM[i].first || index > VMM[i].last)
			continue;
		if (!write && VMM[i].read == MSR_VMM_CONSTANT)
			*value = constant(index);
		return write ? VMM[i].write : VMM[i].read;
	}
	return MSR_VMM_REFUSES;
}
