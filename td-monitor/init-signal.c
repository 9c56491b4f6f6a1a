#include "init-signal.h"

#include "apic.h"
#include "processor.h"

enum { PAUSE_MICROSECONDS = 100000 };

static volatile u64 next_look;
/** Entries of each vCPU at the last look. */
static u64 entries[CPUS_MAX];

void init_signal_look(struct vcpu *v)
{
	u64 now = tsc_read();

	/* KVM has an exit for INIT. */
	if (!td.tcg || now < next_look)
		return;
	next_look = now + (u64)td.tsc_mhz * PAUSE_MICROSECONDS;
	for (u32 i = 0; i < td.vcpus; i++) {
		struct vcpu *other = &vcpus[i];

		if (other != v && other->entries == entries[i])
			apic_send(v->index, other->apic_id, APIC_STARTUP);
		entries[i] = other->entries;
	}
}
