/** Control registers: what the module permits, and the guest's view before it has paging. */
#include "end.h"
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "processor.h"

static u64 read(const struct vcpu *v, u8 control)
{
	switch (control) {
	case 0:
		return guest_cr0(v);
	case 3:
		return guest_cr3(v);
	default:
		return guest_cr4(v);
	}
}

/** Writes the register, or injects the exception that the module gives. @return whether the instruction is done */
static bool write(struct vcpu *v, u8 control, u8 gpr, u64 value)
{
	enum cr_answer answer = CR_ALLOWED;

	if (control == 0)
		answer = cr0_check(&td.cr, value, guest_cr0(v), guest_cr4(v), guest_long_code(v));
	else if (control == 4)
		answer = cr4_check(&td.cr, value, guest_cr0(v), guest_cr4(v));
	if (answer == CR_GP) {
		inject_gp(v);
		return false;
	}
	if (answer == CR_VE) {
		inject_ve_instruction(v, VE_CR_ACCESS, cr_qualification(control, gpr), 3);
		return false;
	}
	if (control == 0)
		guest_cr0_write(v, value);
	else if (control == 3)
		guest_cr3_write(v, value);
	else
		guest_cr4_write(v, value);
	return true;
}

static u16 lmsw_operand(const struct vcpu *v, const struct decoded *instruction)
{
	u8 bytes[2] = { 0, 0 };

	if (!instruction->memory)
		return (u16)gpr_read(v, instruction->reg);
	guest_fetch(v, instruction->address, bytes, sizeof(bytes));
	return get16(bytes);
}

void exit_cr(struct vcpu *v)
{
	struct decoded instruction;
	u64 mask = guest_long_code(v) ? ~0ull : 0xFFFFFFFF;
	bool done = true;

	if (!instruction_at_rip(v, &instruction))
		end_monitor(v, "cannot decode the instruction of an exit", v->vmcb->exit_code);
	switch (instruction.operation) {
	case DECODE_MOV_FROM_CR:
		gpr_write(v, instruction.reg, read(v, instruction.control) & mask);
		break;
	case DECODE_MOV_TO_CR:
		done = write(v, instruction.control, instruction.reg, gpr_read(v, instruction.reg) & mask);
		break;
	case DECODE_CLTS:
		guest_cr0_write(v, guest_cr0(v) & ~CR0_TS);
		break;
	case DECODE_LMSW:
		guest_cr0_write(v, cr0_after_lmsw(guest_cr0(v), lmsw_operand(v, &instruction)));
		break;
	default:
		end_monitor(v, "not an instruction of control registers", instruction.operation);
	}
	if (done)
		skip_instruction(v, instruction.length);
}

/** SVM exits before the processor checks CR4.OSXSAVE and the privilege (AMD APM volume 2, "Instruction Intercepts"). */
void exit_xsetbv(struct vcpu *v)
{
	u64 value = v->gpr[GPR_RDX] << 32 | (u32)gpr_read(v, GPR_RAX);
	u32 index = (u32)v->gpr[GPR_RCX];

	if (!(guest_cr4(v) & CR4_OSXSAVE)) {
		inject_ud(v);
		return;
	}
	if (v->vmcb->cpl || xcr_check(&td.cr, index, value) != CR_ALLOWED) {
		inject_gp(v);
		return;
	}
	/* XFAM may have states that the processor lacks. */
	if (xsetbv(index, value))
		skip_instruction(v, 3);
	else
		inject_gp(v);
}
