/** CPUID: the values of the TD's table, or #VE. */
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "processor.h"

enum { LENGTH = 2 };

/** XCR0 in the processor is the guest's own. */
static u64 guest_xcr0(void)
{
	u32 low, high;

	__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return (u64)high << 32 | low;
}

void exit_cpuid(struct vcpu *v)
{
	u32 leaf = (u32)gpr_read(v, GPR_RAX), subleaf = (u32)v->gpr[GPR_RCX];
	struct cpuid_vcpu vcpu = {
		.index = v->index,
		.cr4 = guest_cr4(v),
		.xcr0 = guest_xcr0(),
		.xss = v->xss,
		.long_mode = guest_long_code(v),
	};
	struct cpuid_values values;
	u32 user = v->vmcb->cpl != 0, element = cpuid_element(&td.cpuid, leaf, subleaf);
	bool ve = v->cpuidve[user] || (element < CPUID_ELEMENT_COUNT && (v->cpuid_control[element] >> user & 1));

	ve = ve || cpuid_read(&td.cpuid, &vcpu, leaf, subleaf, &values) == CPUID_VE;
	if (ve && td.mode == MODE_FAITHFUL) {
		inject_ve_instruction(v, VE_CPUID, 0, LENGTH);
		return;
	}
	if (ve)
		cpuid_of_vmm(&td.cpuid, &vcpu, leaf, subleaf, &values);
	gpr_write(v, GPR_RAX, values.eax);
	v->gpr[GPR_RBX] = values.ebx;
	v->gpr[GPR_RCX] = values.ecx;
	v->gpr[GPR_RDX] = values.edx;
	skip_instruction(v, LENGTH);
}
