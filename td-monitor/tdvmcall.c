/**
 * TDG.VP.VMCALL: what the VMM answers. Sources: Intel GHCI specification; Linux 6.16 arch/x86/kvm/vmx/tdx.c and QEMU 10.1
 * target/i386/kvm/tdx.c for what a real VMM does.
 */
#include "apic.h"
#include "end.h"
#include "exit.h"
#include "guest-paging.h"
#include "log.h"
#include "log-limit.h"
#include "spin.h"
#include "tdcall.h"
#include "tdvmcall.h"
#include "vcpu.h"

/** Sub-functions in R11. The small numbers are VMX exit reasons. */
enum {
	VMCALL_CPUID = 10,
	VMCALL_HLT = 12,
	VMCALL_IO = 30,
	VMCALL_RDMSR = 31,
	VMCALL_WRMSR = 32,
	VMCALL_MMIO = 48,
	VMCALL_GET_INFO = 0x10000,
	VMCALL_MAP_GPA = 0x10001,
	VMCALL_GET_QUOTE = 0x10002,
	VMCALL_REPORT_FATAL_ERROR = 0x10003,
	VMCALL_SETUP_EVENT_NOTIFY = 0x10004,
};

#define ENOSYS_KVM 1000

static u64 call_cpuid(struct vcpu *v, u64 *r)
{
	struct cpuid_vcpu vcpu = { .index = v->index, .cr4 = guest_cr4(v), .xcr0 = 1, .long_mode = true };
	struct cpuid_values values;

	cpuid_of_vmm(&td.cpuid, &vcpu, (u32)r[12], (u32)r[13], &values);
	r[12] = values.eax;
	r[13] = values.ebx;
	r[14] = values.ecx;
	r[15] = values.edx;
	return TDVMCALL_SUCCESS;
}

static u64 call_hlt(struct vcpu *v, u64 *r)
{
	(void)r;
	spin_end(v);
	unlock();
	wait_for_interrupt(v);
	lock(v);
	return TDVMCALL_SUCCESS;
}

static u64 call_io(struct vcpu *v, u64 *r)
{
	u64 bytes = r[12];

	if ((bytes != 1 && bytes != 2 && bytes != 4) || r[13] > 1)
		return TDVMCALL_INVALID_OPERAND;
	if (r[13])
		vmm_port_write(v, (u16)r[14], (u32)bytes, (u32)r[15]);
	else
		r[11] = vmm_port_read((u16)r[14], (u32)bytes) & (bytes == 4 ? 0xFFFFFFFF : (1u << bytes * 8) - 1);
	return TDVMCALL_SUCCESS;
}

static u64 call_rdmsr(struct vcpu *v, u64 *r)
{
	return vmm_msr_read(v, (u32)r[12], &r[11]) ? TDVMCALL_SUCCESS : TDVMCALL_INVALID_OPERAND;
}

static u64 call_wrmsr(struct vcpu *v, u64 *r)
{
	/* An IPI may take long, so the lock is not held for it, as in exit_handle. */
	bool unlocked = r[12] == APIC_MSR_ICR && apic_icr_is_usual((u32)r[13]) && !v->spin.watched, done;

	if (unlocked)
		unlock();
	done = vmm_msr_write(v, (u32)r[12], r[13]);
	if (unlocked)
		lock(v);
	return done ? TDVMCALL_SUCCESS : TDVMCALL_INVALID_OPERAND;
}

static u64 call_get_info(struct vcpu *v, u64 *r)
{
	(void)v;
	/* Leaf 0: all of GHCI 1.0 is there. Leaf 1: none of the optional calls. */
	if (r[12] > 1)
		return TDVMCALL_INVALID_OPERAND;
	r[11] = r[12] = r[13] = r[14] = 0;
	return TDVMCALL_SUCCESS;
}

static u64 call_fatal_error(struct vcpu *v, u64 *r)
{
	end_fatal_error(v, r);
}

static u64 call_event_notify(struct vcpu *v, u64 *r)
{
	(void)v;
	if (r[12] < 32 || r[12] > 255)
		return TDVMCALL_INVALID_OPERAND;
	td.notify_vector = (u8)r[12];
	return TDVMCALL_SUCCESS;
}

static const struct {
	u64 number;
	u64 (*run)(struct vcpu *v, u64 *r);
} calls[] = {
	{ VMCALL_CPUID, call_cpuid },
	{ VMCALL_HLT, call_hlt },
	{ VMCALL_IO, call_io },
	{ VMCALL_RDMSR, call_rdmsr },
	{ VMCALL_WRMSR, call_wrmsr },
	{ VMCALL_MMIO, call_mmio },
	{ VMCALL_GET_INFO, call_get_info },
	{ VMCALL_MAP_GPA, call_map_gpa },
	{ VMCALL_GET_QUOTE, call_get_quote },
	{ VMCALL_REPORT_FATAL_ERROR, call_fatal_error },
	{ VMCALL_SETUP_EVENT_NOTIFY, call_event_notify },
};

static u64 run(struct vcpu *v, u64 *r)
{
	/* Not of the GHCI: a hypercall of KVM, and KVM offers none here. */
	if (r[10])
		return -(u64)ENOSYS_KVM;
	for (u32 i = 0; i < COUNT_OF(calls); i++)
		if (calls[i].number == r[11])
			return calls[i].run(v, r);
	return td.host == HOST_UPSTREAM ? TDVMCALL_SUBFUNC_UNSUPPORTED : TDVMCALL_INVALID_OPERAND;
}

static void log_failure(const struct vcpu *v, u64 status)
{
	if (!log_limit("tdvmcall-failed", v->gpr[11]))
		return;
	log_begin("tdvmcall-failed");
	log_hex("function", v->gpr[11]);
	log_hex("status", status);
	log_word("status-name", tdvmcall_status_name(status));
	log_hex("r10", v->gpr[10]);
	log_hex("r12", v->gpr[12]);
	log_hex("r13", v->gpr[13]);
	log_hex("r14", v->gpr[14]);
	log_hex("r15", v->gpr[15]);
	log_number("vcpu", v->index);
	log_hex("rip", v->vmcb->rip);
	log_end();
}

/** RAX, RCX and RSP are never the VMM's; RBP is not either where the VMM made the TD with NO_RBP_MOD. */
static u64 forbidden_registers(void)
{
	return 1ull << GPR_RAX | 1ull << GPR_RCX | 1ull << GPR_RSP | (td.host == HOST_UPSTREAM ? 1ull << GPR_RBP : 0);
}

u64 tdg_vp_vmcall(struct vcpu *v)
{
	u64 mask = v->gpr[GPR_RCX], r[GPR_COUNT], status;

	if ((mask & forbidden_registers()) || mask >> 32) {
		if ((mask & 1ull << GPR_RBP) && !(mask & ~(u64)0xFFEC) && log_limit("rbp-exposed", 0)) {
			log_begin("rbp-exposed");
			log_hex("mask", mask);
			log_number("vcpu", v->index);
			log_hex("rip", v->vmcb->rip);
			log_end();
		}
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	}
	/* Bits 31:16 expose XMM registers, which the VMM has no use for. */
	for (u32 i = 0; i < GPR_COUNT; i++)
		r[i] = mask >> i & 1 ? v->gpr[i] : 0;
	status = run(v, r);
	if (status)
		log_failure(v, status);
	r[10] = status;
	for (u32 i = 0; i < GPR_COUNT; i++)
		if (mask >> i & 1)
			v->gpr[i] = r[i];
	return TDX_SUCCESS;
}
