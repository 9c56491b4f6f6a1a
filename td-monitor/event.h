/** What the guest gets instead of, or after, an instruction: exceptions, #VE, #DB of single steps. */
#ifndef TD_EVENT_H
#define TD_EVENT_H

#include "td.h"

enum exception { EXCEPTION_DB = 1, EXCEPTION_UD = 6, EXCEPTION_DF = 8, EXCEPTION_GP = 13, EXCEPTION_VE = 20 };

/** Injects an event at the next VMRUN. @param type EVENT_TYPE_... */
void event_inject(struct vcpu *v, u64 type, u32 vector);
void inject_ud(struct vcpu *v);
/** #GP(0). */
void inject_gp(struct vcpu *v);

/**
 * #VE with the information that TDG.VP.VEINFO.GET hands out. While the guest has not fetched the last one, it is a #DF
 * (TDX Module Base Specification, "Virtualization Exception").
 */
void inject_ve(struct vcpu *v, const struct ve_info *info);
/** #VE of an instruction without addresses. */
void inject_ve_instruction(struct vcpu *v, enum ve_reason reason, u64 qualification, u32 length);

/** Steps over an instruction that the monitor did for the guest: ends its interrupt shadow, and a #DB follows under TF. */
void skip_instruction(struct vcpu *v, u32 length);

#endif
