/** RDMSR and WRMSR: the module's table says native, #VE or #GP; the VMM answers what it emulates. */
#include "apic.h"
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "msr-store.h"
#include "processor.h"

enum { LENGTH = 2, MSR_DEBUGCTL = 0x1D9, MSR_PAT = 0x277, MSR_XSS = 0xDA0 };

static bool is_x2apic(u32 index) { return index >= APIC_X2APIC_FIRST && index <= APIC_X2APIC_LAST; }

/** A register of the guest's own. */
static u64 native_read(struct vcpu *v, u32 index)
{
	if (is_x2apic(index))
		return apic_read(v, index);
	switch (index) {
	case MSR_EFER:
		return guest_efer(v);
	case MSR_APIC_BASE:
		return v->apic_base;
	case MSR_XSS:
		return v->xss;
	}
	return msr_store_read(v, index);
}

/** MSRs that hold linear addresses: TCG takes any value. */
static const u32 address_msrs[] = {
	0x175, 0x176,			    /* IA32_SYSENTER_ESP, EIP */
	0xC0000082, 0xC0000083,		    /* IA32_LSTAR, IA32_CSTAR */
	0xC0000100, 0xC0000101, 0xC0000102, /* FS, GS and kernel GS base */
};

static bool canonical(const struct vcpu *v, u32 index, u64 value)
{
	u32 unused = v->cr4 & CR4_LA57 ? 64 - 57 : 64 - 48;

	for (u32 i = 0; i < COUNT_OF(address_msrs); i++)
		if (address_msrs[i] == index)
			return (u64)((s64)(value << unused) >> unused) == value;
	return true;
}

/** @return false for #GP */
static bool native_write(struct vcpu *v, u32 index, u64 value)
{
	if (!canonical(v, index, value))
		return false;
	if (is_x2apic(index))
		return apic_write(v, index, value);
	switch (index) {
	case MSR_EFER:
		guest_efer_write(v, value);
		return true;
	case MSR_XSS:
		v->xss = value;
		return true;
	case MSR_PAT:
		/* With nested paging the VMCB's is the guest's; TCG of QEMU 7.2 has one for guest and monitor. */
		v->vmcb->pat = value;
		break;
	}
	return msr_store_write(v, index, value);
}

bool vmm_msr_read(struct vcpu *v, u32 index, u64 *value)
{
	switch (msr_of_vmm(index, false, value)) {
	case MSR_VMM_REFUSES:
		return false;
	case MSR_VMM_CONSTANT:
		return true;
	case MSR_VMM_KEEPS:
	case MSR_VMM_APIC:
		*value = native_read(v, index);
		return true;
	}
	return false;
}

bool vmm_msr_write(struct vcpu *v, u32 index, u64 value)
{
	u64 unused;

	switch (msr_of_vmm(index, true, &unused)) {
	case MSR_VMM_REFUSES:
		return false;
	case MSR_VMM_CONSTANT:
		return true;
	case MSR_VMM_KEEPS:
	case MSR_VMM_APIC:
		return native_write(v, index, value);
	}
	return false;
}

/** IA32_EFER and IA32_DEBUGCTL are checked against what they hold. */
static u64 old_value(struct vcpu *v, u32 index)
{
	return index == MSR_EFER || index == MSR_DEBUGCTL ? native_read(v, index) : 0;
}

static void write(struct vcpu *v, u32 index, u64 value)
{
	enum msr_answer answer = msr_write(&td.msr, index, old_value(v, index), &value);

	if (answer == MSR_VE && td.mode == MODE_FAITHFUL)
		inject_ve_instruction(v, VE_WRMSR, 0, LENGTH);
	else if (answer == MSR_VE ? vmm_msr_write(v, index, value)
				  : answer != MSR_GP && native_write(v, index, value))
		skip_instruction(v, LENGTH);
	else
		inject_gp(v);
}

static void read(struct vcpu *v, u32 index)
{
	u64 value = 0;
	enum msr_answer answer = msr_read(&td.msr, index, &value);

	if (answer == MSR_VE && td.mode == MODE_FAITHFUL) {
		inject_ve_instruction(v, VE_RDMSR, 0, LENGTH);
		return;
	}
	if (answer == MSR_GP || (answer == MSR_VE && !vmm_msr_read(v, index, &value))) {
		inject_gp(v);
		return;
	}
	if (answer == MSR_NATIVE)
		value = native_read(v, index);
	gpr_write(v, GPR_RAX, (u32)value);
	v->gpr[GPR_RDX] = value >> 32;
	skip_instruction(v, LENGTH);
}

void exit_msr(struct vcpu *v)
{
	u32 index = (u32)v->gpr[GPR_RCX];

	if (v->vmcb->cpl)
		inject_gp(v);
	else if (v->vmcb->exit_info1 & 1)
		write(v, index, v->gpr[GPR_RDX] << 32 | (u32)gpr_read(v, GPR_RAX));
	else
		read(v, index);
}
