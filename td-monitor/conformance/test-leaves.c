/** TDCALL as such, and the leaves without a page of their own: TDG.VP.INFO, VEINFO.GET, CPUIDVE.SET, unknown leaves. */
#include "tests.h"

#define FIELD_NUM_VCPUS 0x9010000200000001
#define FIELD_MAX_VCPUS 0x1110000200000002
#define FIELD_ATTRIBUTES 0x1110000300000000
#define FIELD_CPUID_SUPERVISOR_VE 0xA020000000000007
#define ATTRIBUTE_SEPT_VE_DISABLE 0x10000000

/** A value for each register that no leaf would produce. */
static u64 pattern(u32 number) { return 0xA5A5000000000000 + number; }

static void test_info(void)
{
	struct registers r;
	for (u32 i = 0; i < REGISTERS; i++)
		r.of[i] = pattern(i);
	r.of[RAX] = TDG_VP_INFO;
	tdcall(&r);
	expect("leaf.vp-info.status", r.of[RAX], SUCCESS);
	expect("leaf.vp-info.gpaw", r.of[RCX], td.gpaw);
	expect_true("leaf.vp-info.gpaw-known", td.gpaw == 48 || td.gpaw == 52);
	expect("leaf.vp-info.attributes", r.of[RDX], vm_field(FIELD_ATTRIBUTES));
	/* Linux refuses to run without: an access to a pending page must not become a #VE. */
	expect_bits("leaf.vp-info.sept-ve-disable", r.of[RDX], ATTRIBUTE_SEPT_VE_DISABLE, ATTRIBUTE_SEPT_VE_DISABLE);
	expect("leaf.vp-info.vcpus", r.of[R8] & 0xFFFFFFFF, vm_field(FIELD_NUM_VCPUS));
	expect("leaf.vp-info.max-vcpus", r.of[R8] >> 32, vm_field(FIELD_MAX_VCPUS));
	expect_true("leaf.vp-info.vcpus-below-max", (u32)r.of[R8] >= 1 && (u32)r.of[R8] <= r.of[R8] >> 32);
	expect("leaf.vp-info.index", r.of[R9], 0);
	expect_bits("leaf.vp-info.sys-rd-available", r.of[R10], 1, 1);
	static const u8 kept[] = {RBX, RBP, RSI, RDI, R12, R13, R14, R15};
	for (u32 i = 0; i < sizeof kept; i++)
		expect(id_of("leaf.vp-info.keeps-register-", kept[i], ""), r.of[kept[i]], pattern(kept[i]));
}

static void test_no_ve_info(void)
{
	struct registers r = leaf(TDG_VP_VEINFO_GET, pattern(RCX), pattern(RDX), pattern(R8));
	expect("leaf.veinfo-get.nothing-to-get", r.of[RAX], NO_VALID_VE_INFO);
	static const u8 cleared[] = {RCX, RDX, R8, R9, R10};
	for (u32 i = 0; i < sizeof cleared; i++)
		expect(id_of("leaf.veinfo-get.clears-register-", cleared[i], ""), r.of[cleared[i]], 0);
}

static void test_unknown(void)
{
	/* Numbers that no version of the module uses, and fields of RAX that are reserved or a version that no leaf has. */
	static const struct {
		const char *id;
		u64 rax;
	} cases[] = {
		{"leaf.unknown.13", 13},
		{"leaf.unknown.17", 17},
		{"leaf.unknown.255", 255},
		{"leaf.unknown.4096", 4096},
		{"leaf.unknown.65535", 65535},
		{"leaf.reserved-bit-24", 0x1000000 | TDG_VP_INFO},
		{"leaf.reserved-bit-32", 0x100000000 | TDG_VP_INFO},
		{"leaf.reserved-bit-63", 0x8000000000000000 | TDG_VP_INFO},
		{"leaf.version-1-of-vp-info", 0x10000 | TDG_VP_INFO},
		{"leaf.version-1-of-rtmr-extend", 0x10000 | TDG_MR_RTMR_EXTEND},
		{"leaf.version-7-of-vm-rd", 0x70000 | TDG_VM_RD},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++)
		expect(cases[i].id, leaf(cases[i].rax, 0, 0, 0).of[RAX], OPERAND_INVALID | RAX);
}

static void test_cpuid_ve(void)
{
	struct registers r = {0};
	expect("leaf.cpuidve-set.supervisor", leaf(TDG_VP_CPUIDVE_SET, 1, 0, 0).of[RAX], SUCCESS);
	const struct trap *trap = run(&do_cpuid, &r);
	expect("leaf.cpuidve-set.supervisor-cpuid-is-ve", outcome(trap), OUTCOME_VE(REASON_CPUID));
	struct registers field = leaf(TDG_VP_RD, 0, FIELD_CPUID_SUPERVISOR_VE, 0);
	expect("leaf.cpuidve-set.field", field.of[RAX] == SUCCESS ? field.of[R8] : field.of[RAX], 1);
	expect("leaf.cpuidve-set.user", leaf(TDG_VP_CPUIDVE_SET, 2, 0, 0).of[RAX], SUCCESS);
	r = (struct registers){0};
	expect("leaf.cpuidve-set.user-ring-0-is-free", outcome(run(&do_cpuid, &r)), NO_TRAP_AT_ALL);
	r = (struct registers){0};
	expect("leaf.cpuidve-set.user-ring-3-is-ve", outcome(run_in_ring3(&do_cpuid, &r)), OUTCOME_VE(REASON_CPUID));
	expect("leaf.cpuidve-set.off", leaf(TDG_VP_CPUIDVE_SET, 0, 0, 0).of[RAX], SUCCESS);
	r = (struct registers){0};
	expect("leaf.cpuidve-set.off-cpuid-is-free", outcome(run(&do_cpuid, &r)), NO_TRAP_AT_ALL);
	expect("leaf.cpuidve-set.reserved-bit-2", leaf(TDG_VP_CPUIDVE_SET, 4, 0, 0).of[RAX], OPERAND_INVALID | RCX);
	expect("leaf.cpuidve-set.reserved-bit-63", leaf(TDG_VP_CPUIDVE_SET, (u64)1 << 63, 0, 0).of[RAX], OPERAND_INVALID | RCX);
}

/** Leaves of L2 virtual machines and service TDs, of which this TD has none. A module before 1.5 does not know them. */
static void test_leaves_of_others(void)
{
	const u64 page = new_page();
	const struct {
		const char *id;
		u64 leaf, rcx, rdx, operand;
	} cases[] = {
		{"leaf.vp-enter.vm-0", TDG_VP_ENTER, 0, 0, RCX},
		{"leaf.vp-enter.vm-1", TDG_VP_ENTER, (u64)1 << 52, 0, RCX},
		{"leaf.vp-enter.list-misaligned", TDG_VP_ENTER, 0, 0x80, RDX},
		{"leaf.vp-invept.l1", TDG_VP_INVEPT, 1, 0, RCX},
		{"leaf.vp-invept.vm-1", TDG_VP_INVEPT, 2, 0, RCX},
		{"leaf.vp-invvpid.vm-0", TDG_VP_INVVPID, 0, 0, RCX},
		{"leaf.vp-invvpid.vm-1", TDG_VP_INVVPID, (u64)1 << 52, 0, RCX},
		{"leaf.mr-verifyreport.misaligned", TDG_MR_VERIFYREPORT, page + 0x80, 0, RCX},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++)
		expect_either(cases[i].id, leaf(cases[i].leaf, cases[i].rcx, cases[i].rdx, 0).of[RAX],
			      OPERAND_INVALID | cases[i].operand, OPERAND_INVALID | RAX);
	expect_either("leaf.mr-verifyreport.shared", leaf(TDG_MR_VERIFYREPORT, page | td.shared, 0, 0).of[RAX],
		      OPERAND_INVALID | RCX, OPERAND_INVALID | RAX);
	/* No report has zeros for a MAC. */
	expect_either("leaf.mr-verifyreport.forged", leaf(TDG_MR_VERIFYREPORT, new_page(), 0, 0).of[RAX],
		      INVALID_REPORTMACSTRUCT, OPERAND_INVALID | RAX);
}

void test_leaves(void)
{
	tap_group("TDCALL leaves without memory operands");
	test_info();
	test_no_ve_info();
	test_unknown();
	test_cpuid_ve();
	struct registers r = {.of[RAX] = TDG_VP_INFO};
	expect("leaf.in-ring-3", outcome(run_in_ring3(&do_tdcall, &r)), OUTCOME_GP);
	r = (struct registers){.of[RAX] = TDG_VP_INFO};
	expect("leaf.in-32-bit-code", outcome(run(&do_tdcall_in_32_bit, &r)), OUTCOME_GP);
	test_leaves_of_others();
	r = (struct registers){0};
	expect("leaf.seamcall-is-undefined", outcome(run(&do_seamcall, &r)), OUTCOME_UD);
}
