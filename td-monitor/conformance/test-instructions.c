/** Instructions that a TD must not execute: #VE, #GP or #UD, and what a #VE tells (tdx_td_dispatcher.c of the TDX module). */
#include "tests.h"

#define CPUID_1_ECX_MONITOR 8
#define HYPERVISOR_LEAF 0x40000000

void expect_ve(const char *id, const struct trap *trap, const struct snippet *snippet, u64 reason, u64 qualification)
{
	expect(id, outcome(trap), OUTCOME_VE(reason));
	if (trap->vector != VE)
		return;
	expect(id_join(id, ".info-status"), trap->ve.status, SUCCESS);
	expect(id_join(id, ".qualification"), trap->ve.qualification, qualification);
	expect(id_join(id, ".length"), trap->ve.length, snippet->length);
	expect(id_join(id, ".rip"), trap->rip, snippet->code);
	expect(id_join(id, ".no-address"), trap->ve.gla | trap->ve.gpa, 0);
}

static void test_ve(void)
{
	static const struct {
		const char *id;
		const struct snippet *snippet;
		u64 reason;
	} cases[] = {
		{"ve.cpuid", &do_cpuid, REASON_CPUID},
		{"ve.wbinvd", &do_wbinvd, REASON_WBINVD},
		{"ve.invd", &do_invd, REASON_INVD},
		{"ve.vmcall", &do_vmcall, REASON_VMCALL},
		{"ve.hlt", &do_hlt, REASON_HLT},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++) {
		struct registers r = {.of[RAX] = HYPERVISOR_LEAF};
		expect_ve(cases[i].id, run(cases[i].snippet, &r), cases[i].snippet, cases[i].reason, 0);
	}
	if (cpuid(1, 0).ecx & CPUID_1_ECX_MONITOR) {
		skip("ve.monitor", "the TD has MONITOR and MWAIT");
		skip("ve.mwait", "the TD has MONITOR and MWAIT");
		return;
	}
	struct registers r = {.of[RAX] = MEMORY_ADDRESS};
	expect("ve.monitor", outcome(run(&do_monitor, &r)), OUTCOME_VE(REASON_MONITOR));
	r = (struct registers){0};
	expect("ve.mwait", outcome(run(&do_mwait, &r)), OUTCOME_VE(REASON_MWAIT));
}

static void test_faults(void)
{
	static const struct {
		const char *id;
		const struct snippet *snippet;
		u64 outcome;
	} cases[] = {
		{"fault.rdpmc", &do_rdpmc, OUTCOME_GP},
		{"fault.vmxon", &do_vmxon, OUTCOME_UD},
		{"fault.vmptrld", &do_vmptrld, OUTCOME_UD},
		{"fault.vmread", &do_vmread, OUTCOME_UD},
		{"fault.vmxoff", &do_vmxoff, OUTCOME_UD},
		{"fault.invept", &do_invept, OUTCOME_UD},
		{"fault.getsec", &do_getsec, OUTCOME_UD},
		{"fault.encls", &do_encls, OUTCOME_UD},
		{"fault.pconfig", &do_pconfig, OUTCOME_UD},
		{"fault.rsm", &do_rsm, OUTCOME_UD},
		{"fault.ud2", &do_ud2, OUTCOME_UD},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++) {
		struct registers r = {.of[RDI] = MEMORY_ADDRESS};
		expect(cases[i].id, outcome(run(cases[i].snippet, &r)), cases[i].outcome);
	}
}

static void test_ve_info(void)
{
	/* CPUID with #VE: the information is gone after one read. */
	struct registers r = {.of[RAX] = HYPERVISOR_LEAF};
	run(&do_cpuid, &r);
	expect("ve.info-is-read-once", ve_info_get().status, NO_VALID_VE_INFO);

	/* A second #VE before the information was read becomes a #DF, and the first information stays. */
	struct vcpu *vcpu = this_vcpu();
	vcpu->in_handler = do_cpuid.code;
	r = (struct registers){0};
	const struct trap *trap = run(&do_wbinvd, &r);
	vcpu->in_handler = 0;
	expect("ve.nested-is-double-fault", outcome(trap), DF);
	struct ve_info first = ve_info_get();
	expect("ve.nested-keeps-first-info", first.status, SUCCESS);
	expect("ve.nested-keeps-first-reason", first.reason, REASON_WBINVD);
	expect("ve.nested-info-is-read-once", ve_info_get().status, NO_VALID_VE_INFO);

	/* In ring 3 the privilege check of the processor comes first. */
	r = (struct registers){0};
	expect("ve.ring-3-hlt-is-gp", outcome(run_in_ring3(&do_hlt, &r)), OUTCOME_GP);
	r = (struct registers){0};
	expect("ve.ring-3-wbinvd-is-gp", outcome(run_in_ring3(&do_wbinvd, &r)), OUTCOME_GP);
	r = (struct registers){.of[RCX] = 0x1B};
	expect("ve.ring-3-rdmsr-is-gp", outcome(run_in_ring3(&do_rdmsr, &r)), OUTCOME_GP);
	r = (struct registers){.of[RDX] = 0x80};
	expect("ve.ring-3-port-io-is-gp", outcome(run_in_ring3(&do_in8, &r)), OUTCOME_GP);
	r = (struct registers){.of[RAX] = HYPERVISOR_LEAF};
	expect("ve.ring-3-cpuid-is-ve", outcome(run_in_ring3(&do_cpuid, &r)), OUTCOME_VE(REASON_CPUID));
}

static void test_single_step(void)
{
	static const struct {
		const char *id;
		const struct snippet *snippet;
		const u8 *after;
		u64 rax, rcx;
	} cases[] = {
		{"step.xchg", &do_step_nop, after_step_nop, 0, 0},
		{"step.cpuid", &do_step_cpuid, after_step_cpuid, 0, 0},
		{"step.rdmsr", &do_step_rdmsr, after_step_rdmsr, 0, 0xC0000080},
		{"step.wrmsr", &do_step_wrmsr, after_step_wrmsr, 0, 0x174},
		{"step.tdcall", &do_step_tdcall, after_step_tdcall, TDG_VP_INFO, 0},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++) {
		struct registers r = {.of[RAX] = cases[i].rax, .of[RCX] = cases[i].rcx};
		const struct trap *trap = run(cases[i].snippet, &r);
		expect(cases[i].id, trap->vector, DB);
		if (trap->vector != DB)
			continue;
		expect(id_join(cases[i].id, ".stops-after"), trap->rip, (u64)cases[i].after);
		expect_bits(id_join(cases[i].id, ".dr6-single-step"), trap->dr6, 0x4000, 0x4000);
	}
}

void test_instructions(void)
{
	tap_group("instructions");
	test_ve();
	test_faults();
	test_ve_info();
	test_single_step();
}
