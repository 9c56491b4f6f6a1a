/**
 * What CPUID gives in a TD: values that the TDX module computed when the TD was made, or #VE.
 * Sources: intel/tdx-module tdx_1.5, cpuid_configurations.c and td_cpuid.c; the expectations of kvm-unit-tests-tdx and of
 * intel/lkvs tdx-compliance; QEMU's and KVM's choice where the VMM configures a bit.
 */
#ifndef TD_CPUID_H
#define TD_CPUID_H

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
	u64 attributes;
	u64 xfam;
	/** Number of vCPUs, 1 to 256: gives the topology. */
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

/** One leaf of the table, for tests and for fields that hold CPUID. */
struct cpuid_row {
	u32 leaf;
	/** CPUID_ANY_SUBLEAF: ECX does not count. */
	u32 subleaf;
	struct cpuid_values compliant;
	/** Bits that CPUID_COMPATIBLE takes away, and bits that it adds. */
	struct cpuid_values compatible_clears;
	struct cpuid_values compatible_sets;
};

#define CPUID_ANY_SUBLEAF 0xFFFFFFFFu

/** CPUID in the TD. The caller has handled TDG.VP.CPUIDVE.SET. */
enum cpuid_answer cpuid_read(const struct cpuid_td *td, const struct cpuid_vcpu *vcpu, u32 leaf, u32 subleaf,
			     struct cpuid_values *out);

/**
 * What KVM answers to TDVMCALL<CPUID>: the hypervisor's leaves from 0x40000000 on, and zeros for everything else
 * that causes #VE (Linux arch/x86/kvm/vmx/tdx.c; before 6.16, tdx_emulate_cpuid with QEMU's table).
 */
void cpuid_of_vmm(u32 leaf, u32 subleaf, struct cpuid_values *out);

#endif
