/** Virtual CPUs: their initial state, their processors, the monitor's lock, and messages between them. */
#ifndef TD_VCPU_H
#define TD_VCPU_H

#include "td.h"

/** All state of the TD and the log are under one lock; what a vCPU has of its own needs none. */
void lock(struct vcpu *v);
void unlock(void);

/** Starts the other processors; they come to monitor_main. First processor only. @return how many answered, itself included */
u32 processors_start(u32 count);
/** Gives the vCPU its processor, its VMCBs and its initial state. On its own processor. */
void vcpu_init(struct vcpu *v);
/** Permissions of ports and MSRs, the same for all vCPUs. First processor only, before vcpu_init. */
void vcpu_permissions_init(void);

/** Lets the guest use a port without an exit, or not. */
void permit_port(u16 port, bool permitted);

/** Runs the vCPU for ever. */
_Noreturn void vcpu_run(struct vcpu *v);

/**
 * Drops what processors remember of nested page tables (TLB shoot-down): each has left the guest, if only for a moment, when
 * this returns, and flushes before it enters again. The caller holds the lock.
 */
void flush_all(struct vcpu *v);
/** The NMI that the caller sends next to this vCPU is the guest's. With the lock. */
void nmi_expect(struct vcpu *target);
/** What an exit by NMI means: one of the two above, the watch's (spin.h), or the machine's own. With the lock. */
void nmi_taken(struct vcpu *v);
/** Takes a pending NMI, of which the guest learns nothing (vmrun.S). */
void nmi_window(void);
/** Waits until an interrupt is pending for the guest. The caller does not hold the lock. */
void wait_for_interrupt(struct vcpu *v);

#endif
