/** MSRs that a TD has and the processor may lack: then their values are kept here, one for each vCPU. */
#ifndef TD_MSR_STORE_H
#define TD_MSR_STORE_H

#include "td.h"

/** Zero where nobody wrote and the processor has none. */
u64 msr_store_read(struct vcpu *v, u32 index);
/** @return false where the processor has the MSR and refuses the value (#GP), or neither it nor the full store can hold the value */
bool msr_store_write(struct vcpu *v, u32 index, u64 value);

#endif
