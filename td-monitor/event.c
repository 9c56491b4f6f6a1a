#include "event.h"

#include "log.h"
#include "log-limit.h"
#include "processor.h"

#define DR6_BS (1ull << 14)

void event_inject(struct vcpu *v, u64 type, u32 vector) { v->vmcb->event_injection = EVENT_VALID | type | vector; }

void inject_ud(struct vcpu *v)
{
	v->vmcb->rflags |= RFLAGS_RF;
	event_inject(v, EVENT_TYPE_EXCEPTION, EXCEPTION_UD);
}

/** An exception with error code 0. */
static void inject_with_error(struct vcpu *v, u32 vector)
{
	event_inject(v, EVENT_TYPE_EXCEPTION | EVENT_ERROR_CODE, vector);
}

void inject_gp(struct vcpu *v)
{
	/* A fault saves RF set, so that its instruction can start again past a breakpoint (Intel SDM volume 3). */
	v->vmcb->rflags |= RFLAGS_RF;
	inject_with_error(v, EXCEPTION_GP);
}

void inject_ve(struct vcpu *v, const struct ve_info *info)
{
	if (v->ve.valid) {
		if (log_limit("ve-nested", info->reason)) {
			log_begin("ve-nested");
			log_number("vcpu", v->index);
			log_number("first", v->ve.reason);
			log_number("second", info->reason);
			log_hex("rip", v->vmcb->rip);
			log_end();
		}
		inject_with_error(v, EXCEPTION_DF);
		return;
	}
	v->ve = *info;
	v->ve.valid = true;
	v->exits[EXIT_VE]++;
	event_inject(v, v->ve_as_interrupt ? EVENT_TYPE_INTERRUPT : EVENT_TYPE_EXCEPTION, EXCEPTION_VE);
}

void inject_ve_instruction(struct vcpu *v, enum ve_reason reason, u64 qualification, u32 length)
{
	inject_ve(v, &(struct ve_info){ .reason = reason, .qualification = qualification, .length = length });
}

void skip_instruction(struct vcpu *v, u32 length)
{
	struct vmcb *vmcb = v->vmcb;
	bool long_code = (vmcb->efer & EFER_LMA) && (vmcb->cs.attributes & 0x200);

	vmcb->rip += length;
	if (!long_code)
		vmcb->rip &= 0xFFFFFFFF;
	vmcb->interrupt_state &= ~1ull;
	vmcb->rflags &= ~RFLAGS_RF;
	if (vmcb->rflags & RFLAGS_TF) {
		vmcb->dr6 |= DR6_BS;
		event_inject(v, EVENT_TYPE_EXCEPTION, EXCEPTION_DB);
	}
}
