/** The state in which a vCPU starts (TDX Module Base Architecture Specification, "Initial State of Guest VCPUs"). */
#include "tests.h"

enum { X2APIC_ENABLED = 0xC00 };

static void one(u64 index)
{
	const struct initial *initial = &vcpu_block(index)->initial;
	const char *prefix = "initial-state.vcpu";
	struct {
		const char *suffix;
		u64 got, mask, expected;
	} cases[] = {
		{".eax-zero", initial->eax, 0xFFFFFFFF, 0},
		{".ebx-is-gpaw", initial->ebx, 0xFFFFFFFF, td.gpaw},
		{".ecx-is-td-hob", initial->ecx, 0xFFFFFFFF, TD_HOB_ADDRESS},
		{".r8-is-td-hob", initial->high[0], ~(u64)0, TD_HOB_ADDRESS},
		{".edx-is-family-model", initial->edx, 0xFFFFFFFF, cpuid(1, 0).eax},
		{".esi-is-index", initial->esi, 0xFFFFFFFF, index},
		{".ebp-zero", initial->ebp, 0xFFFFFFFF, 0},
		{".edi-zero", initial->edi, 0xFFFFFFFF, 0},
		{".r9-zero", initial->high[1], ~(u64)0, 0},
		{".r15-zero", initial->high[7], ~(u64)0, 0},
		/* ET is fixed by the processor, so it is left out. */
		{".cr0", initial->cr0, ~(u32)0x10, 0x21},
		/* MCE is set. VMXE is set, too, but reads as 0. */
		{".cr4", initial->cr4, 0xFFFFFFFF, 0x40},
		{".cr3-zero", initial->cr3, 0xFFFFFFFF, 0},
		{".dr7", initial->dr7, 0xFFFFFFFF, 0x400},
		{".gdtr-limit", get16(initial->gdtr), 0xFFFF, 0xFFFF},
		{".gdtr-base", get32(initial->gdtr + 2), 0xFFFFFFFF, 0},
		{".idtr-base", get32(initial->idtr + 2), 0xFFFFFFFF, 0},
	};
	for (u32 i = 0; i < COUNT_OF(cases); i++)
		expect_bits(id_of(prefix, index, cases[i].suffix), cases[i].got, cases[i].mask, cases[i].expected);
}

void test_initial_state(void)
{
	tap_group("initial state of each vCPU");
	struct registers registers = {.of[RCX] = 0xC0000080};
	run(&do_rdmsr, &registers);
	expect("initial-state.efer", registers.of[RAX], 0xD01);
	registers = (struct registers){.of[RCX] = 0x277};
	run(&do_rdmsr, &registers);
	expect("initial-state.pat", registers.of[RDX] << 32 | registers.of[RAX], 0x0007040600070406);
	expect_bits("initial-state.apic-base", msr_read(0x1B), X2APIC_ENABLED | 0x100, X2APIC_ENABLED | 0x100);
	one(0);
	for (u64 i = 1; i < td.vcpus && i < VCPUS_MAX; i++) {
		while (!vcpu_block(i)->online)
			cpu_relax();
		one(i);
	}
}
