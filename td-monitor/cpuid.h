/**
 * What CPUID gives in a TD: values that the TDX module computed when the TD was made, or #VE.
 * Sources: intel/tdx-module tdx_1.5, cpuid_configurations.c and td_cpuid.c; the expectations of kvm-unit-tests-tdx ea52fcc
 * and intel/lkvs e7b4f56 tdx-compliance; QEMU's choice where the VMM configures a bit.
 *
 * Not modelled, as no CPU that runs the monitor has it: XFAM with PT, UINTR, LBR or AMX, and ATTRIBUTES with PERFMON.
 */
#ifndef TD_CPUID_H
#define TD_CPUID_H

#include "module.h"
#include "types.h"

enum cpuid_mode {
	/** Claims no instruction that QEMU's TCG lacks, so that a guest that trusts CPUID runs. */
	CPUID_COMPATIBLE,
	/** Claims what the TDX module of a Sapphire Rapids claims, for tests that compare. */
	CPUID_COMPLIANT,
};

/** What holds for the TD as long as it lives. */
struct cpuid_td {
	enum cpuid_mode mode;
	enum td_generation generation;
	/** TD_CTLS.REDUCE_VE: fewer leaves cause #VE, and features that need the VMM are not shown. */
	bool reduce_ve;
	u64 attributes;
	u64 xfam;
	/** What the processor's XCR0 can have; CPUID_COMPATIBLE claims no other state. */
	u64 xcr0_supported;
	/** Number of vCPUs, from 1: gives the topology. */
	u32 vcpus;
	/** Frequency of the TSC in MHz; CPUID 0x15 gives it. */
	u32 tsc_mhz;
	/**
	 * Frequency that CPUID 0x15 names for the crystal, in Hz: 25,000,000 on hardware. Linux takes it for that of the
	 * LAPIC timer, which has 1,000,000,000 under QEMU.
	 */
	u32 crystal_hz;
};

/** What the module reads from the vCPU at each CPUID. */
struct cpuid_vcpu {
	/** VCPU_INDEX: the APIC id, too. */
	u32 index;
	u64 cr4;
	u64 xcr0;
	u64 xss;
	/** CS.L and EFER.LMA: SYSCALL is shown only there. */
	bool long_mode;
};

struct cpuid_values {
	u32 eax, ebx, ecx, edx;
};

enum cpuid_answer {
	CPUID_VALUES,
	/** #VE: the guest asks the VMM by TDVMCALL. */
	CPUID_VE,
};

#define CPUID_ANY_SUBLEAF 0xFFFFFFFFu

/** Leaves and subleaves in the module's table. */
enum { CPUID_ELEMENT_COUNT = 64 };

/**
 * Which element of CPUID_CONTROL, a field of the vCPU, is that of a leaf and subleaf.
 * @return CPUID_ELEMENT_COUNT where the leaf is a #VE anyway, or has its values from REDUCE_VE
 */
u32 cpuid_element(const struct cpuid_td *td, u32 leaf, u32 subleaf);

/** CPUID in the TD. The caller has handled what the TD asked for by TDG.VP.CPUIDVE.SET and CPUID_CONTROL. */
enum cpuid_answer cpuid_read(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 leaf, u32 subleaf,
			     struct cpuid_values *out);

/**
 * What the VMM answers to TDVMCALL<CPUID>: as KVM with QEMU's table, the hypervisor's leaves, cache descriptors, topology
 * and brand string; zeros for all other leaves that cause #VE, and the TD's own values for leaves that cause none (Linux
 * arch/x86/kvm/vmx/tdx.c tdx_emulate_cpuid).
 */
void cpuid_of_vmm(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 leaf, u32 subleaf, struct cpuid_values *out);

/** Of enum msr_feature: what the TD's CPUID claims and MSRs depend on. */
u32 cpuid_msr_features(const struct cpuid_td *td);

#endif
