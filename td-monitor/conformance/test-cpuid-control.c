/**
 * CPUID_CONTROL, by which a vCPU asks for #VE in a single leaf of CPUID (td_cpuid.c; tdvps_fields_lookup.c). Its elements stand for
 * the leaves that cause no #VE otherwise, in an order that only the module knows. So the test sets each and looks which leaf follows.
 */
#include "tests.h"

#define VP_CPUID_CONTROL 0xA120000000000000
#define SYS_TDX_FEATURES0 0x0A00000300000008
enum { FEATURE_CPUID_CONTROL = 5, ELEMENTS = 128, SUPERVISOR = 1, USER = 2, BOTH = 3, UNWRITABLE = 4 };

static const struct {
	const char *id;
	u32 leaf, subleaf;
} leaves[] = {
	{"cpuid-control.leaf-0", 0, 0},
	{"cpuid-control.leaf-1", 1, 0},
	{"cpuid-control.leaf-4.2", 4, 2},
	{"cpuid-control.leaf-7.0", 7, 0},
	{"cpuid-control.leaf-d.1", 0xD, 1},
	{"cpuid-control.leaf-d.12", 0xD, 0x12},
	{"cpuid-control.leaf-15", 0x15, 0},
	{"cpuid-control.leaf-21", 0x21, 0},
	{"cpuid-control.leaf-80000001", 0x80000001, 0},
	{"cpuid-control.leaf-80000008", 0x80000008, 0},
};

static u64 set(u64 element, u64 value, u64 mask)
{
	struct registers r = {.of[RAX] = TDG_VP_WR, .of[RDX] = VP_CPUID_CONTROL + element, .of[R8] = value, .of[R9] = mask};
	tdcall(&r);
	return r.of[RAX];
}

static struct registers get(u64 element) { return leaf(TDG_VP_RD, 0, VP_CPUID_CONTROL + element, 0x5A5A); }

static u64 outcome_of(u32 number, u32 subleaf, bool user)
{
	struct registers r = {.of[RAX] = number, .of[RCX] = subleaf};
	return outcome(user ? run_in_ring3(&do_cpuid, &r) : run(&do_cpuid, &r));
}

static void test_access(void)
{
	struct registers r = get(0);
	expect("cpuid-control.status", r.of[RAX], SUCCESS);
	expect("cpuid-control.initial", r.of[R8], 0);
	expect("cpuid-control.last", get(ELEMENTS - 1).of[RAX], SUCCESS);
	expect("cpuid-control.beyond-last", get(ELEMENTS).of[RAX], FIELD_ID_INCORRECT);
	expect("cpuid-control.mask-of-unwritable-bits", set(0, UNWRITABLE, UNWRITABLE), FIELD_NOT_WRITABLE);
	expect("cpuid-control.unwritable-bit-changed", set(0, UNWRITABLE | BOTH, UNWRITABLE | BOTH), FIELD_VALUE_NOT_VALID);
}

/** @return the element that makes leaf 0x21 a #VE; ELEMENTS for none */
static u64 test_elements(void)
{
	u32 last = cpuid(0, 0).eax, elements_of[COUNT_OF(leaves)] = {0}, not_written = 0, of_several = 0, unlike_last = 0;
	u64 of_leaf_21 = ELEMENTS;
	for (u64 element = 0; element < ELEMENTS; element++) {
		u32 followed = 0;
		not_written += set(element, SUPERVISOR, BOTH) != SUCCESS;
		for (u32 i = 0; i < COUNT_OF(leaves); i++) {
			if (outcome_of(leaves[i].leaf, leaves[i].subleaf, false) != OUTCOME_VE(REASON_CPUID))
				continue;
			elements_of[i]++;
			followed++;
			if (leaves[i].leaf == 0x21)
				of_leaf_21 = element;
		}
		of_several += followed > 1;
		unlike_last += outcome_of(last + 1, 0, false) != outcome_of(last, 0, false);
		set(element, 0, BOTH);
	}
	expect("cpuid-control.elements-that-cannot-be-written", not_written, 0);
	expect("cpuid-control.elements-of-several-leaves", of_several, 0);
	expect("cpuid-control.leaf-beyond-the-last-is-the-last", unlike_last, 0);
	for (u32 i = 0; i < COUNT_OF(leaves); i++)
		expect(leaves[i].id, elements_of[i], 1);
	tap_note("CPUID_CONTROL, element of leaf 0x21", of_leaf_21);
	return of_leaf_21;
}

static void test_privilege(u64 element)
{
	expect("cpuid-control.user", set(element, USER, BOTH), SUCCESS);
	expect("cpuid-control.reads-back", get(element).of[R8], USER);
	expect("cpuid-control.user-ring-0-is-free", outcome_of(0x21, 0, false), NO_TRAP_AT_ALL);
	expect("cpuid-control.user-ring-3-is-ve", outcome_of(0x21, 0, true), OUTCOME_VE(REASON_CPUID));
	expect("cpuid-control.off", set(element, 0, BOTH), SUCCESS);
}

void test_cpuid_control(void)
{
	tap_group("CPUID_CONTROL");
	if (leaf(TDG_SYS_RD, 0, SYS_TDX_FEATURES0, 0).of[R8] >> FEATURE_CPUID_CONTROL & 1) {
		test_access();
		test_privilege(test_elements());
	} else {
		skip("cpuid-control", "TDX_FEATURES0: the module has none");
	}
}
