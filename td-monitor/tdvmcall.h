/** TDVMCALL functions with files of their own. Each gets the exposed registers and returns the status for R10. */
#ifndef TD_TDVMCALL_H
#define TD_TDVMCALL_H

#include "td.h"

/* tdvmcall-memory.c */
u64 call_map_gpa(struct vcpu *v, u64 *r);
u64 call_mmio(struct vcpu *v, u64 *r);
u64 call_get_quote(struct vcpu *v, u64 *r);

#endif
