/**
 * RDMSR and WRMSR: done by the processor, #VE or #GP (TDX Module Base Architecture Specification, "MSR Virtualization";
 * msr_config_lookup.c and td_msr_access.c; where a later module differs, as intel/lkvs tdx-compliance of 1.5 and 2.0 expects).
 */
#include "tests.h"

/** What an access comes to. */
enum access {
	/** Left out: the processor, the VMM or the version of the module decides. */
	ANY,
	DONE,
	IS_VE,
	IS_GP,
};

/** When the row holds; a TD that has the feature is left out. */
enum unless {
	ALWAYS,
	PERFMON,
	KEY_PROTECTION_SUPERVISOR,
	XFAM_PT,
	XFAM_CET,
	XFAM_UINTR,
	XFAM_LBR,
	CPUID_WAITPKG,
	CPUID_TSX,
	CPUID_XFD,
	CPUID_DCA,
	CPUID_TME,
	CPUID_TSC_DEADLINE,
};

static const struct row {
	u32 first, last;
	enum access read, write;
	enum unless unless;
} rows[] = {
	{0x10, 0x10, DONE, IS_VE, ALWAYS},			/* TIME_STAMP_COUNTER */
	{0x17, 0x17, IS_VE, IS_VE, ALWAYS},			/* PLATFORM_ID */
	{0x1B, 0x1B, IS_VE, IS_VE, ALWAYS},			/* APIC_BASE */
	{0x33, 0x33, IS_VE, IS_VE, ALWAYS},			/* TEST_CTL */
	{0x3A, 0x3B, IS_VE, IS_VE, ALWAYS},			/* FEATURE_CONTROL, TSC_ADJUST */
	{0x8B, 0x8B, IS_VE, IS_VE, ALWAYS},			/* BIOS_SIGN_ID */
	{0x87, 0x87, IS_GP, IS_GP, CPUID_TME},			/* MKTME_PARTITIONING */
	{0x8C, 0x8F, IS_GP, IS_GP, ALWAYS},			/* SGXLEPUBKEYHASH */
	{0x98, 0x9B, IS_GP, IS_GP, ALWAYS},			/* WBINVDP, WBNOINVDP, INTR_PENDING, SMM_MONITOR_CTL */
	{0x9E, 0x9E, IS_GP, IS_GP, ALWAYS},			/* SMBASE */
	{0xBC, 0xBC, ANY, IS_VE, ALWAYS},			/* MISC_PACKAGE_CTLS */
	{0xBD, 0xBD, DONE, ANY, ALWAYS},			/* XAPIC_DISABLE_STATUS */
	{0xC1, 0xC8, IS_GP, IS_GP, PERFMON},			/* PMC */
	{0xCE, 0xCE, IS_VE, IS_VE, ALWAYS},			/* PLATFORM_INFO */
	{0xE1, 0xE1, IS_GP, IS_GP, CPUID_WAITPKG},		/* UMWAIT_CONTROL */
	{0x10A, 0x10A, DONE, IS_GP, ALWAYS},			/* ARCH_CAPABILITIES */
	{0x122, 0x122, IS_GP, IS_GP, CPUID_TSX},		/* TSX_CTRL */
	{0x174, 0x176, DONE, DONE, ALWAYS},			/* SYSENTER */
	{0x186, 0x18D, IS_GP, IS_GP, PERFMON},			/* PERFEVTSEL */
	{0x1A0, 0x1A0, DONE, IS_VE, ALWAYS},			/* MISC_ENABLE */
	{0x1A6, 0x1A7, IS_GP, IS_GP, PERFMON},			/* OFFCORE_RSP */
	{0x1C4, 0x1C5, IS_GP, IS_GP, CPUID_XFD},		/* XFD, XFD_ERR */
	{0x1D9, 0x1D9, DONE, DONE, ALWAYS},			/* DEBUGCTL */
	{0x1F8, 0x1FA, IS_GP, IS_GP, CPUID_DCA},		/* DCA */
	{0x200, 0x203, IS_VE, IS_VE, ALWAYS},			/* MTRR_PHYS */
	{0x276, 0x276, IS_GP, IS_GP, ALWAYS},			/* SLAM_ENABLE */
	{0x277, 0x277, DONE, DONE, ALWAYS},			/* PAT */
	{0x309, 0x30B, IS_GP, IS_GP, PERFMON},			/* FIXED_CTR */
	{0x345, 0x345, DONE, IS_GP, PERFMON},			/* PERF_CAPABILITIES */
	{0x38D, 0x392, IS_GP, IS_GP, PERFMON},			/* FIXED_CTR_CTRL, PERF_GLOBAL_* */
	{0x3F1, 0x3F2, IS_GP, IS_GP, PERFMON},			/* PEBS_ENABLE, PEBS_DATA_CFG */
	{0x3F6, 0x3F6, IS_GP, IS_GP, PERFMON},			/* PEBS_LD_LATENCY */
	{0x400, 0x403, IS_VE, IS_VE, ALWAYS},			/* MC0 */
	{0x480, 0x480, DONE, IS_GP, ALWAYS},			/* VMX_BASIC */
	{0x481, 0x484, IS_VE, IS_GP, ALWAYS},			/* VMX controls without TRUE */
	{0x485, 0x489, DONE, IS_GP, ALWAYS},			/* VMX_MISC, CR0 and CR4 fixed bits */
	{0x48A, 0x48A, IS_VE, IS_GP, ALWAYS},			/* VMX_VMCS_ENUM */
	{0x48B, 0x492, DONE, IS_GP, ALWAYS},			/* VMX_PROCBASED_CTLS2 and later */
	{0x4C1, 0x4C8, IS_GP, IS_GP, PERFMON},			/* A_PMC */
	{0x500, 0x500, IS_GP, IS_GP, ALWAYS},			/* SGX_SVN_STATUS */
	{0x501, 0x501, IS_VE, IS_VE, ALWAYS},
	{0x560, 0x561, IS_GP, IS_GP, XFAM_PT},			/* RTIT_OUTPUT */
	{0x570, 0x572, IS_GP, IS_GP, XFAM_PT},			/* RTIT_CTL, STATUS, CR3_MATCH */
	{0x580, 0x587, IS_GP, IS_GP, XFAM_PT},			/* RTIT_ADDR */
	{0x600, 0x600, DONE, DONE, ALWAYS},			/* DS_AREA */
	{0x6A0, 0x6A0, IS_GP, IS_GP, XFAM_CET},			/* U_CET */
	{0x6A2, 0x6A2, IS_GP, IS_GP, XFAM_CET},			/* S_CET */
	{0x6A4, 0x6A8, IS_GP, IS_GP, XFAM_CET},			/* PL*_SSP, INTERRUPT_SSP_TABLE_ADDR */
	{0x6E0, 0x6E0, IS_GP, IS_GP, CPUID_TSC_DEADLINE},	/* TSC_DEADLINE */
	{0x6E1, 0x6E1, IS_GP, IS_GP, KEY_PROTECTION_SUPERVISOR},	/* PKRS */
	{0x800, 0x801, IS_GP, IS_GP, ALWAYS},
	{0x802, 0x802, IS_VE, ANY, ALWAYS},			/* X2APIC_APICID */
	{0x803, 0x803, IS_VE, IS_VE, ALWAYS},			/* X2APIC_VERSION */
	{0x804, 0x807, IS_GP, IS_GP, ALWAYS},
	{0x808, 0x808, DONE, DONE, ALWAYS},			/* X2APIC_TPR */
	{0x80A, 0x80A, DONE, IS_GP, ALWAYS},			/* X2APIC_PPR */
	{0x80D, 0x80D, IS_VE, IS_VE, ALWAYS},			/* X2APIC_LDR */
	{0x80F, 0x80F, IS_VE, IS_VE, ALWAYS},			/* X2APIC_SIVR */
	{0x810, 0x827, DONE, IS_GP, ALWAYS},			/* X2APIC_ISR, TMR, IRR */
	{0x828, 0x828, IS_VE, IS_VE, ALWAYS},			/* X2APIC_ESR */
	{0x829, 0x82E, IS_GP, IS_GP, ALWAYS},
	{0x830, 0x830, IS_VE, IS_VE, ALWAYS},			/* X2APIC_ICR */
	{0x831, 0x831, IS_GP, IS_GP, ALWAYS},
	{0x832, 0x839, IS_VE, IS_VE, ALWAYS},			/* X2APIC_LVT_*, INIT_COUNT, CUR_COUNT */
	{0x83E, 0x83E, IS_VE, IS_VE, ALWAYS},			/* X2APIC_DIV_CONF */
	{0x840, 0x843, IS_GP, IS_GP, ALWAYS},
	{0x87F, 0x880, IS_GP, IS_GP, ALWAYS},
	{0x8BF, 0x8C0, IS_GP, IS_GP, ALWAYS},
	{0x8FF, 0x8FF, IS_GP, IS_GP, ALWAYS},
	{0x981, 0x984, IS_GP, IS_GP, CPUID_TME},		/* TME */
	{0x985, 0x98A, IS_GP, IS_GP, XFAM_UINTR},		/* UINTR */
	{0xC80, 0xC80, ANY, IS_VE, ALWAYS},			/* DEBUG_INTERFACE */
	{0xD90, 0xD90, IS_GP, IS_GP, ALWAYS},			/* BNDCFGS */
	{0xD93, 0xD93, IS_GP, IS_GP, ALWAYS},			/* PASID */
	{0xDA0, 0xDA0, DONE, DONE, ALWAYS},			/* XSS */
	{0x1200, 0x1201, IS_GP, IS_GP, XFAM_LBR},		/* LBR_INFO */
	{0x14CE, 0x14CF, IS_GP, IS_GP, XFAM_LBR},		/* LBR_CTL, LBR_DEPTH */
	{0x1500, 0x1501, IS_GP, IS_GP, XFAM_LBR},		/* LBR_FROM_IP */
	{0x1600, 0x1601, IS_GP, IS_GP, XFAM_LBR},		/* LBR_TO_IP */
	{0x2000, 0x2000, IS_VE, IS_VE, ALWAYS},			/* the first that the bitmaps do not cover */
	{0x12345678, 0x12345678, IS_VE, IS_VE, ALWAYS},
	{0x40000000, 0x40000000, IS_VE, IS_VE, ALWAYS},
	{0x4B564D00, 0x4B564D01, IS_VE, IS_VE, ALWAYS},		/* of KVM */
	{0xC0000080, 0xC0000080, DONE, DONE, ALWAYS},		/* EFER, with its own value */
	{0xC0000081, 0xC0000082, DONE, DONE, ALWAYS},		/* STAR, LSTAR */
	{0xC0000083, 0xC0000083, IS_VE, IS_VE, ALWAYS},		/* CSTAR */
	{0xC0000084, 0xC0000084, DONE, DONE, ALWAYS},		/* FMASK */
	{0xC0000100, 0xC0000103, DONE, DONE, ALWAYS},		/* FS_BASE, GS_BASE, KERNEL_GS_BASE, TSC_AUX */
	{0xC0010117, 0xC0010117, IS_VE, IS_VE, ALWAYS},		/* of AMD */
	{0xFFFFFFFF, 0xFFFFFFFF, IS_VE, IS_VE, ALWAYS},
};

static bool has(enum unless feature)
{
	switch (feature) {
	case PERFMON: return td.attributes >> 63 & 1;
	case KEY_PROTECTION_SUPERVISOR: return td.attributes >> 30 & 1;
	case XFAM_PT: return td.xfam >> 8 & 1;
	case XFAM_CET: return td.xfam >> 11 & 1;
	case XFAM_UINTR: return td.xfam >> 14 & 1;
	case XFAM_LBR: return td.xfam >> 15 & 1;
	case CPUID_WAITPKG: return cpuid(7, 0).ecx >> 5 & 1;
	case CPUID_TSX: return cpuid(7, 0).ebx & 0x810;
	case CPUID_XFD: return cpuid(0xD, 1).eax >> 4 & 1;
	case CPUID_DCA: return cpuid(1, 0).ecx >> 18 & 1;
	case CPUID_TME: return cpuid(7, 0).ecx >> 13 & 1;
	case CPUID_TSC_DEADLINE: return cpuid(1, 0).ecx >> 24 & 1;
	case ALWAYS: break;
	}
	return false;
}

static void expect_access(const char *id, const struct trap *trap, enum access access, u64 reason)
{
	expect(id, outcome(trap), access == IS_VE ? OUTCOME_VE(reason) : access == IS_GP ? OUTCOME_GP : NO_TRAP_AT_ALL);
}

static void test_msr(u32 index, const struct row *row)
{
	struct registers r = {.of[RCX] = index};
	const struct trap *trap = run(&do_rdmsr, &r);
	bool was_read = trap->vector == NO_TRAP;
	if (row->read != ANY)
		expect_access(id_of("msr.", index, ".read"), trap, row->read, REASON_RDMSR);
	if (row->write == ANY)
		return;
	/* Writes what was read, so that a write which is done changes nothing. */
	if (row->write == DONE && !was_read) {
		expect_access(id_of("msr.", index, ".write"), trap, DONE, REASON_WRMSR);
		return;
	}
	if (!was_read)
		r.of[RAX] = r.of[RDX] = 0;
	r.of[RCX] = index;
	expect_access(id_of("msr.", index, ".write"), run(&do_wrmsr, &r), row->write, REASON_WRMSR);
}

static u64 write_outcome(u32 index, u64 value)
{
	struct registers r = {.of[RCX] = index, .of[RAX] = (u32)value, .of[RDX] = value >> 32};
	return outcome(run(&do_wrmsr, &r));
}

static u64 read_native(u32 index)
{
	struct registers r = {.of[RCX] = index};
	run(&do_rdmsr, &r);
	return r.of[RDX] << 32 | (u32)r.of[RAX];
}

static void test_values(void)
{
	expect("msr.xapic-disable-status", read_native(0xBD), 1);
	if (!has(PERFMON)) {
		expect("msr.perf-capabilities", read_native(0x345), 0);
		/* MISC_ENABLE: no performance monitoring, PEBS unavailable. */
		expect_bits("msr.misc-enable", read_native(0x1A0), 0x1080, 0x1000);
	}
	/* ARCH_CAPABILITIES (check_virt_ia32_arch_capabilities): these bits are fixed in each version. */
	expect_bits("msr.arch-capabilities", read_native(0x10A), 0xE7FF6F, 0xF16B);
	expect("msr.debugctl.reserved-bit", write_outcome(0x1D9, 8), OUTCOME_GP);
	expect("msr.debugctl.tr-without-bts", write_outcome(0x1D9, 0x40), OUTCOME_VE(REASON_WRMSR));
	expect("msr.debugctl.btf", write_outcome(0x1D9, 2), NO_TRAP_AT_ALL);
	expect("msr.debugctl.holds", read_native(0x1D9), 2);
	expect("msr.debugctl.restore", write_outcome(0x1D9, 0), NO_TRAP_AT_ALL);
	/* VMX capabilities that depend on no processor (virt_msr_helpers.h). */
	expect("msr.vmx-basic", read_native(0x480), 0x01C0000000000000);
	expect("msr.vmx-misc", read_native(0x485), 0x600440E0);
	expect("msr.vmx-cr0-fixed0", read_native(0x486), 0x20);
	expect("msr.vmx-cr0-fixed1", read_native(0x487), 0x8005003F);
	expect("msr.vmx-cr4-fixed0", read_native(0x488), 0x2040);
	expect_bits("msr.vmx-cr4-fixed1.pke", read_native(0x489), 0x400000, (td.xfam >> 9 & 1) << 22);
	expect("msr.vmx-vmfunc", read_native(0x491), 0);
	expect("msr.xss.beyond-xfam", write_outcome(0xDA0, (u64)1 << 62), OUTCOME_GP);
	expect("msr.xss.user-state", write_outcome(0xDA0, 1), OUTCOME_GP);
	u64 efer = read_native(0xC0000080);
	expect("msr.efer.set-sce", write_outcome(0xC0000080, efer | 1), NO_TRAP_AT_ALL);
	expect("msr.efer.clear-sce", write_outcome(0xC0000080, efer & ~(u64)1), NO_TRAP_AT_ALL);
	expect("msr.efer.sce-reads-back", read_native(0xC0000080), efer & ~(u64)1);
	expect("msr.efer.restore", write_outcome(0xC0000080, efer), NO_TRAP_AT_ALL);
	expect("msr.efer.clear-nxe", write_outcome(0xC0000080, efer & ~(u64)0x800), OUTCOME_VE(REASON_WRMSR));
	expect("msr.efer.clear-lme", write_outcome(0xC0000080, efer & ~(u64)0x100), OUTCOME_VE(REASON_WRMSR));
	expect("msr.efer.reserved-bit", write_outcome(0xC0000080, efer | (u64)1 << 40), OUTCOME_VE(REASON_WRMSR));
	expect("msr.efer.lma-is-ignored", write_outcome(0xC0000080, efer & ~(u64)0x400), NO_TRAP_AT_ALL);
	/* A vector below 16 is no vector: the virtual APIC cannot do it, which is an APIC-write exit. */
	expect("msr.self-ipi.vector-15", write_outcome(0x83F, 15) & 0xFF, VE);
	/* Reserved bits are checked before the vector. */
	expect("msr.self-ipi.bit-8", write_outcome(0x83F, 0x100), OUTCOME_GP);
	expect("msr.self-ipi.bit-63", write_outcome(0x83F, (u64)1 << 63), OUTCOME_GP);
	/* Bits that the processor reserves (SDM volume 4, table 2-2; volume 3, "IA32_PAT MSR": types 2 and 3). */
	u64 pat = read_native(0x277);
	expect("msr.pat.type-2", write_outcome(0x277, (pat & ~(u64)0xFF) | 2), OUTCOME_GP);
	expect("msr.pat.type-3-in-the-last-entry", write_outcome(0x277, (pat & ~0ull >> 8) | (u64)3 << 56), OUTCOME_GP);
	expect("msr.pat.reserved-bit", write_outcome(0x277, pat | 8), OUTCOME_GP);
	expect("msr.pat.unchanged", read_native(0x277), pat);
	expect("msr.pat.write-through", write_outcome(0x277, (pat & ~(u64)0xFF) | 4), NO_TRAP_AT_ALL);
	expect("msr.pat.holds", read_native(0x277), (pat & ~(u64)0xFF) | 4);
	expect("msr.pat.restore", write_outcome(0x277, pat), NO_TRAP_AT_ALL);
	expect("msr.fmask.bit-32", write_outcome(0xC0000084, (u64)1 << 32), OUTCOME_GP);
	expect("msr.tsc-aux.bit-32", write_outcome(0xC0000103, (u64)1 << 32), OUTCOME_GP);
	write_outcome(0xC0000081, 0x0023001000000000);
	expect("msr.star.holds", read_native(0xC0000081), 0x0023001000000000);
}

void test_msrs(void)
{
	tap_group("MSRs");
	for (u32 i = 0; i < COUNT_OF(rows); i++) {
		if (has(rows[i].unless)) {
			skip(id_of("msr.", rows[i].first, ""), "the TD has the feature");
			continue;
		}
		for (u64 index = rows[i].first; index <= rows[i].last; index++)
			test_msr((u32)index, &rows[i]);
	}
	test_values();
}
