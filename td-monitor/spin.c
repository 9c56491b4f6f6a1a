#include "spin.h"

#include "apic.h"
#include "processor.h"
#include "spin-loop.h"
#include "vcpu.h"

/** Nanoseconds between looks at a vCPU, and of rests, which double up to the last while the vCPU only waits for memory. */
enum { SLICE = 1000000, REST = 10000000, REST_MAX = 40000000 };
/** After so many rests the vCPU runs for a slice: the monitor may take a loop that works for one that waits. */
enum { RESTS_MAX = 25 };
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
	/* An NMI that waits is the watch's or for the TLB, unless the guest sent one. With the lock, nobody sends one meanwhile. */
	if (v->nmi_for_guest)
		return;
	nmi_window();
	v->nmi_for_flush = false;
}

bool spin_nmi(struct vcpu *v)
{
	/* The counter shows zero a moment before the NMI comes, so an NMI may come for nothing. No guest expects one here. */
	if (v->spin.watched)
		v->spin.ticked = apic_timer_fired(v);
	return v->spin.watched;
}

/** Whether the vCPU has made no exit since the last tick, and is in the same loop. */
static bool loops(const struct vcpu *v)
{
	return v->entries == v->spin.entries + 1 && v->vmcb->rip - v->spin.rip + LOOP_BYTES < 2 * LOOP_BYTES;
}

/** Whether the rest ended by the timer, and the guest would do nothing but wait. */
static bool goes_on_waiting(struct vcpu *v)
{
	bool waits;

	if (!v->spin.ticked || v->vmcb->event_injection)
		return false;
	lock(v);
	waits = spin_loop_waits(v);
	unlock();
	return waits;
}

static void rest(struct vcpu *v)
{
	u32 nanoseconds = REST, rests = 0;

	do {
		v->spin.ticked = false;
		start(v, nanoseconds);
		wait_for_interrupt(v);
		nanoseconds = nanoseconds * 2 < REST_MAX ? nanoseconds * 2 : REST_MAX;
	} while (++rests < RESTS_MAX && goes_on_waiting(v));
}

void spin_rest(struct vcpu *v)
{
	/* A tick that is late was taken together with another NMI. The timer itself is not asked: that costs as much as an exit. */
	if (!v->spin.watched || !(v->spin.ticked || tsc_read() > v->spin.due))
		return;
	if (v->spin.ticked && loops(v))
		rest(v);
	v->spin.ticked = false;
	v->spin.rip = v->vmcb->rip;
	v->spin.entries = v->entries;
	start(v, SLICE);
}
