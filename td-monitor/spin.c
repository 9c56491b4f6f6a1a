#include "spin.h"

#include "apic.h"
#include "processor.h"
#include "vcpu.h"

/** A vCPU in a loop has a tenth of the time, in nanoseconds. */
enum { SLICE = 1000000, REST = 10000000 };
/** A loop that waits is short. */
enum { LOOP_BYTES = 64 };

static void start(struct vcpu *v, u32 nanoseconds)
{
	v->spin.due = tsc_read() + (u64)td.tsc_mhz * nanoseconds / 1000 * 2;
	apic_timer_start(v, nanoseconds);
}

void spin_watch(struct vcpu *v)
{
	/* Only QEMU's own APIC delivers its timer as an NMI; with KVM the host has a scheduler. */
	if (!v->index || !td.tcg)
		return;
	v->spin.watched = true;
	start(v, SLICE);
}

void spin_end(struct vcpu *v)
{
	if (!v->spin.watched)
		return;
	v->spin.watched = v->spin.ticked = false;
	apic_timer_stop(v);
	/* An NMI that waits is the watch's: those for the TLB were taken by their senders, who held the lock. */
	if (!v->nmi_for_guest)
		nmi_window();
}

bool spin_nmi(struct vcpu *v)
{
	/* The counter shows zero a moment before the NMI comes, so an NMI may come for nothing. No guest expects one here. */
	if (v->spin.watched)
		v->spin.ticked = apic_timer_fired(v);
	return v->spin.watched;
}

/** No exit since the last tick, and in the same loop. */
static bool loops(const struct vcpu *v)
{
	return v->entries == v->spin.entries + 1 && v->vmcb->rip - v->spin.rip + LOOP_BYTES < 2 * LOOP_BYTES;
}

void spin_rest(struct vcpu *v)
{
	/* A tick that is late was taken together with another NMI. The timer itself is not asked: that costs as much as an exit. */
	if (!v->spin.watched || !(v->spin.ticked || tsc_read() > v->spin.due))
		return;
	if (v->spin.ticked && loops(v)) {
		start(v, REST);
		wait_for_interrupt(v);
	}
	v->spin.ticked = false;
	v->spin.rip = v->vmcb->rip;
	v->spin.entries = v->entries;
	start(v, SLICE);
}
