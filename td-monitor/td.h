/** The Trust Domain and its virtual CPUs: what the TDX module keeps in TDCS and TDVPS. */
#ifndef TD_TD_H
#define TD_TD_H

#include "cpuid.h"
#include "cr.h"
#include "decode.h"
#include "layout.h"
#include "metadata.h"
#include "module.h"
#include "msr.h"
#include "sha384.h"
#include "types.h"
#include "vmcb.h"

/** Guest physical address width of the TD, in bits; the highest of them says "shared". */
#define GPAW 48
#define GPA_SHARED (1ull << (GPAW - 1))

enum { RTMRS = 4, CPUID_CONTROLS = 128 };

/** Why a #VE happens: VMX exit reasons (Intel SDM volume 3, appendix C). */
enum ve_reason {
	VE_CPUID = 10,
	VE_HLT = 12,
	VE_INVD = 13,
	VE_RDPMC = 15,
	VE_VMCALL = 18,
	VE_CR_ACCESS = 28,
	VE_IO = 30,
	VE_RDMSR = 31,
	VE_WRMSR = 32,
	VE_MWAIT = 36,
	VE_MONITOR = 39,
	VE_EPT_VIOLATION = 48,
	VE_WBINVD = 54,
};

/** What TDG.VP.VEINFO.GET hands out. */
struct ve_info {
	bool valid;
	u32 reason;
	u64 qualification;
	/** Guest linear and guest physical address. */
	u64 gla;
	u64 gpa;
	u32 length;
	u32 instruction_info;
};

/** Exits by kind, for the log's last lines. */
enum exit_kind {
	EXIT_TDCALL,
	EXIT_VE,
	EXIT_CPUID,
	EXIT_IO,
	EXIT_MSR,
	EXIT_CR,
	EXIT_HLT,
	EXIT_NPF,
	EXIT_UD,
	EXIT_NMI,
	EXIT_OTHER,
	EXIT_KINDS,
};

/** A virtual CPU, and the processor that it lives on. vmrun.S knows the first members by their offsets. */
struct vcpu {
	/** Guest registers in the encoding's order; those of RAX and RSP are in the VMCB. */
	u64 gpr[GPR_COUNT];
	u64 vmcb_address;
	struct vmcb *vmcb;
	/** Runs `hlt` on the monitor's own page tables until an interrupt is pending. */
	struct vmcb *hlt_vmcb;
	/** VCPU_INDEX. */
	u32 index;
	u32 apic_id;

	/* The guest's view of what the VMCB holds otherwise. Read through guest-paging.h: with paging CR0 and CR3 are the VMCB's. */
	u64 cr0;
	u64 cr3;
	u64 cr4;
	u64 efer;
	/** The guest has switched paging on. Before, it runs on the monitor's identity tables (QEMU 7.2 needs paging for NPT). */
	bool paging;

	struct ve_info ve;
	/** CPUID_SUPERVISOR_VE and CPUID_USER_VE: not 0 where every CPUID at CPL 0, or above it, causes #VE. */
	u8 cpuidve[2];
	/** CPUID_CONTROL: bit 0 and 1 ask for that for a single leaf (cpuid_element). The module has more elements than leaves. */
	u8 cpuid_control[CPUID_CONTROLS];
	/** IA32_APIC_BASE and IA32_XSS, which the processor does not hold for the guest. */
	u64 apic_base;
	u64 xss;
	/** Interrupt command register of the x2APIC, as the guest wrote it: that of the xAPIC is also the monitor's. */
	u64 icr;

	/** Another vCPU, or the guest itself, asked for an NMI here. */
	volatile bool nmi_for_guest;
	volatile bool nmi_for_flush;
	/** The processor runs guest code, or will without reading page tables of the monitor before; see flush_all. */
	volatile bool in_guest;
	volatile u64 entries;
	/** Nested page tables have changed: the next VMRUN must drop what the processor remembers of them. */
	bool flush;
	/** State of spin.c. */
	struct {
		/** spin.c uses the vCPU's APIC timer, which ticks. */
		bool watched;
		/** The timer's NMI was taken, and spin_rest has not looked at the vCPU since. */
		bool ticked;
		/** RIP and entries at the last tick, and the TSC at which the next tick has come at the latest. */
		u64 rip, entries, due;
	} spin;
	/** After EVENTINJ of vector 20 was refused, #VE is injected as an interrupt: some processors take 20 for no exception. */
	bool ve_as_interrupt;
	/** How many exits in a row were for memory that nested paging maps, and the entry before the last of them. */
	u32 faults_on_mapped;
	u64 fault_on_mapped_entry;

	u64 exits[EXIT_KINDS];
};

enum td_mode {
	/** #VE wherever a TD gets one. */
	MODE_FAITHFUL,
	/** CPUID, ports, MSRs, HLT and shared MMIO work without #VE: quicker. TDCALL and memory are as in the other mode. */
	MODE_LIGHT,
};

enum td_host {
	/** KVM of Linux 6.16 and later: makes TDs with NO_RBP_MOD. */
	HOST_UPSTREAM,
	/** Intel's tree of 2022: RBP may be exposed in a TDVMCALL. */
	HOST_INTEL_2022,
};

struct td {
	/* Options. */
	enum td_mode mode;
	enum td_host host;
	enum cpuid_mode cpuid_mode;
	enum td_generation generation;
	bool serial_native;
	/** The VMM backs private memory with pages of 2 MiB, so that they can be accepted as such. */
	bool huge_pages;
	bool verbose;

	/** QEMU's TCG emulates the processor. False under KVM. */
	bool tcg;

	u64 attributes;
	u64 xfam;
	struct cpuid_td cpuid;
	struct msr_td msr;
	struct cr_td cr;
	u32 vcpus;
	u32 tsc_mhz;

	struct guest_ram ram;
	u64 hob_address;

	u8 mrtd[SHA384_BYTES];
	u8 rtmr[RTMRS][SHA384_BYTES];
	u8 mrconfigid[SHA384_BYTES];
	u8 mrowner[SHA384_BYTES];
	u8 mrownerconfig[SHA384_BYTES];
	u64 td_ctls;
	/** FEATURE_PARAVIRT_CTRL: kept as written, nothing depends on it here. */
	u64 feature_paravirt_ctrl;
	u64 notify_enables;
	/** Vector of TDVMCALL<SetupEventNotifyInterrupt>; nothing is ever notified. */
	u8 notify_vector;
};

extern struct td td;
extern struct vcpu vcpus[CPUS_MAX];

/** Guest register by its number, wherever it is kept. */
static inline u64 gpr_read(const struct vcpu *v, enum gpr gpr)
{
	return gpr == GPR_RAX ? v->vmcb->rax : gpr == GPR_RSP ? v->vmcb->rsp : v->gpr[gpr];
}

static inline void gpr_write(struct vcpu *v, enum gpr gpr, u64 value)
{
	if (gpr == GPR_RAX)
		v->vmcb->rax = value;
	else if (gpr == GPR_RSP)
		v->vmcb->rsp = value;
	else
		v->gpr[gpr] = value;
}

#endif
