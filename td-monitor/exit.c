#include "exit.h"

#include "apic.h"
#include "dma.h"
#include "end.h"
#include "event.h"
#include "guest-paging.h"
#include "init-signal.h"
#include "log.h"
#include "processor.h"
#include "vcpu.h"

/** TDCALL without redundant prefixes: the bytes 66 0F 01 CC. */
#define PLAIN_TDCALL 0xCC010F66

static enum decode_mode code_mode(const struct vcpu *v)
{
	if (guest_long_code(v))
		return DECODE_64;
	return v->vmcb->cs.attributes & 0x400 ? DECODE_32 : DECODE_16;
}

u64 linear_rip(const struct vcpu *v)
{
	return guest_long_code(v) ? v->vmcb->rip : (v->vmcb->rip + v->vmcb->cs.base) & 0xFFFFFFFF;
}

struct decode_registers registers_at_rip(const struct vcpu *v)
{
	const struct vmcb *vmcb = v->vmcb;
	struct decode_registers registers = {
		.mode = code_mode(v),
		.rip = vmcb->rip,
		.rflags = vmcb->rflags,
		.segment = { vmcb->es.base, vmcb->cs.base, vmcb->ss.base, vmcb->ds.base, vmcb->fs.base, vmcb->gs.base },
	};

	for (u32 gpr = 0; gpr < GPR_COUNT; gpr++)
		registers.gpr[gpr] = gpr_read(v, gpr);
	return registers;
}

bool instruction_at_rip(const struct vcpu *v, struct decoded *out)
{
	struct decode_registers registers = registers_at_rip(v);
	u8 bytes[DECODE_BYTES_MAX];

	return decode(bytes, guest_fetch(v, linear_rip(v), bytes, sizeof(bytes)), &registers, out);
}

/** An undefined instruction for the processor: TDCALL and VMCALL are Intel's, the rest stays undefined. */
static void exit_ud(struct vcpu *v)
{
	struct decoded instruction;
	u8 bytes[4];

	/* Most exits are a TDCALL without redundant prefixes, which needs no decoder. */
	if (guest_fetch(v, linear_rip(v), bytes, sizeof(bytes)) == sizeof(bytes) && get32(bytes) == PLAIN_TDCALL) {
		exit_tdcall(v, sizeof(bytes));
		return;
	}
	instruction_at_rip(v, &instruction);
	if (instruction.operation == DECODE_TDCALL) {
		exit_tdcall(v, instruction.length);
		return;
	}
	v->exits[EXIT_UD]++;
	if (instruction.operation == DECODE_VMCALL)
		inject_ve_instruction(v, VE_VMCALL, 0, instruction.length);
	else
		inject_ud(v);
}

/** An instruction that always is a #VE in a TD. */
static void exit_instruction(struct vcpu *v, enum ve_reason reason)
{
	struct decoded instruction;

	if (!instruction_at_rip(v, &instruction))
		end_monitor(v, "cannot decode the instruction of an exit", reason);
	/* TCG of QEMU 10 exits before the processor checks the privilege. */
	if (v->vmcb->cpl) {
		if (reason == VE_MONITOR || reason == VE_MWAIT)
			inject_ud(v);
		else
			inject_gp(v);
		return;
	}
	/* TCG of QEMU 7.2 has one exit for both. */
	if (instruction.operation == DECODE_INVD)
		reason = VE_INVD;
	inject_ve_instruction(v, reason, 0, instruction.length);
}

/**
 * The processor refused the guest's state, or (TCG does so for reserved bits of CR3) the instruction at RIP. Also where an
 * AMD processor does not take vector 20 for an exception.
 */
static void exit_invalid(struct vcpu *v, u64 injected)
{
	struct decoded instruction;

	if (injected == (EVENT_VALID | EVENT_TYPE_EXCEPTION | EXCEPTION_VE) && !v->ve_as_interrupt) {
		v->ve_as_interrupt = true;
		event_inject(v, EVENT_TYPE_INTERRUPT, EXCEPTION_VE);
		return;
	}
	if (instruction_at_rip(v, &instruction) && instruction.operation == DECODE_MOV_TO_CR) {
		inject_gp(v);
		return;
	}
	end_monitor(v, "the processor refuses the state of the vCPU", v->vmcb->exit_code);
}

void exit_by_message(struct vcpu *v, u32 code)
{
	if (code == VMEXIT_SMI || code == VMEXIT_INIT)
		end_violation(v, code == VMEXIT_SMI ? "smi" : "init", 0, "interrupt");
}

/** Kinds of exit that a guest hardly ever makes. */
static void handle_other(struct vcpu *v, u32 code, u64 injected)
{
	switch (code) {
	case VMEXIT_SHUTDOWN:
		end_triple_fault(v);
	case VMEXIT_INVD:
		exit_instruction(v, VE_INVD);
		break;
	case VMEXIT_WBINVD:
		exit_instruction(v, VE_WBINVD);
		break;
	case VMEXIT_MONITOR:
		exit_instruction(v, VE_MONITOR);
		break;
	case VMEXIT_MWAIT:
		exit_instruction(v, VE_MWAIT);
		break;
	case VMEXIT_RDPMC:
		/* Without ATTRIBUTES.PERFMON (TDX Module Base Specification, "Performance Monitoring"). */
		inject_gp(v);
		break;
	case VMEXIT_XSETBV:
		exit_xsetbv(v);
		break;
	case VMEXIT_INVLPGA:
	case VMEXIT_VMRUN ... VMEXIT_SKINIT:
		inject_ud(v);
		break;
	case VMEXIT_INVALID:
		exit_invalid(v, injected);
		break;
	default:
		exit_by_message(v, code);
		end_monitor(v, "an exit that nobody asked for", v->vmcb->exit_code);
	}
}

static void handle(struct vcpu *v)
{
	struct vmcb *vmcb = v->vmcb;
	u32 code = (u32)vmcb->exit_code;
	u64 injected = vmcb->event_injection;

	watch_ports();
	vmcb->event_injection = 0;
	/*
	 * The delivery that the exit broke off starts again, unless something else must come first. That of INT n starts with its
	 * instruction, at which RIP still is (AMD APM volume 2, "EXITINTINFO").
	 */
	if ((vmcb->exit_interrupt_info & EVENT_VALID) && (vmcb->exit_interrupt_info & EVENT_TYPE) != EVENT_TYPE_SOFTWARE)
		vmcb->event_injection = vmcb->exit_interrupt_info;
	switch (code) {
	case VMEXIT_CR_READ ... VMEXIT_CR_WRITE + 15:
	case VMEXIT_CR0_SELECTIVE_WRITE:
		v->exits[EXIT_CR]++;
		exit_cr(v);
		break;
	case VMEXIT_UD:
		exit_ud(v);
		break;
	case VMEXIT_NMI:
		v->exits[EXIT_NMI]++;
		nmi_taken(v);
		break;
	case VMEXIT_CPUID:
		v->exits[EXIT_CPUID]++;
		exit_cpuid(v);
		break;
	case VMEXIT_HLT:
		v->exits[EXIT_HLT]++;
		exit_instruction(v, VE_HLT);
		break;
	case VMEXIT_IO:
		v->exits[EXIT_IO]++;
		exit_io(v);
		break;
	case VMEXIT_MSR:
		v->exits[EXIT_MSR]++;
		exit_msr(v);
		break;
	case VMEXIT_NPF:
		v->exits[EXIT_NPF]++;
		exit_memory(v);
		break;
	default:
		v->exits[EXIT_OTHER]++;
		handle_other(v, code, injected);
	}
}

/**
 * Whether the exit needs no lock: it is about the vCPU's own state and logs nothing. On a machine with fewer processors than vCPUs
 * the lock's holder may be without a processor for many milliseconds, above all when it sends an IPI.
 */
static bool is_own(const struct vcpu *v)
{
	const struct vmcb *vmcb = v->vmcb;

	/* A nested #VE is logged, and the end of the watch takes an NMI (spin_end). */
	if (v->ve.valid || v->spin.watched)
		return false;
	if ((u32)vmcb->exit_code == VMEXIT_MSR)
		return (u32)v->gpr[GPR_RCX] != APIC_MSR_ICR || apic_icr_is_usual((u32)vmcb->rax);
	return (u32)vmcb->exit_code == VMEXIT_CPUID;
}

void exit_handle(struct vcpu *v)
{
	if (is_own(v)) {
		handle(v);
	} else {
		lock(v);
		handle(v);
		dma_check_some();
		unlock();
	}
	init_signal_look(v);
}
