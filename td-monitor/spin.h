/**
 * vCPUs that wait for work in a loop. Firmware has all vCPUs but one read a mailbox until the kernel wakes them, without HLT,
 * PAUSE or anything else that leaves the guest: on a machine with fewer processors they take the time of the one that works.
 * So a VMM's scheduler is played: a vCPU that has not touched its APIC and is found in the same loop again rests, for as long as
 * spin-loop.h says that the loop waits, and once for a while where that is not known.
 */
#ifndef TD_SPIN_H
#define TD_SPIN_H

#include "td.h"

/** Begins to watch the vCPU, by its own APIC timer. On its own processor. */
void spin_watch(struct vcpu *v);
/** The guest uses the vCPU's APIC, or lets it sleep: its timer is the guest's now. With the lock while the vCPU is watched. */
void spin_end(struct vcpu *v);
/** Whether the NMI of this exit was the watch's. */
bool spin_nmi(struct vcpu *v);
/** Lets the vCPU rest if the watch says so. After an exit, without the lock. */
void spin_rest(struct vcpu *v);

#endif
