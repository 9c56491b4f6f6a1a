/** The frequency of the time stamp counter, which QEMU takes from the host. */
#ifndef TD_TSC_H
#define TD_TSC_H

#include "types.h"

/** MHz, measured against the HPET. 1000 where there is none. */
u32 tsc_mhz(void);

#endif
