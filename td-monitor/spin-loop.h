/**
 * Whether a guest only waits for a change of memory. Loops that wait are a few instructions that load, compare and jump: the monitor
 * goes through them itself, which costs less than a VMRUN, and changes nothing.
 */
#ifndef TD_SPIN_LOOP_H
#define TD_SPIN_LOOP_H

#include "td.h"

/**
 * Whether the code at RIP comes back to RIP with the same registers for ever, as memory is now. With the lock.
 * @return false also where an instruction is none of those that such loops have
 */
bool spin_loop_waits(const struct vcpu *v);

#endif
