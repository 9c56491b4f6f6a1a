#include "msr-store.h"

#include "processor.h"

enum { STORED_MAX = 64 };

static struct {
	u32 index;
	u32 used;
	u64 value;
} stored[CPUS_MAX][STORED_MAX];

/** Where the vCPU's value of the MSR is kept. NULL where it is not; with `make` a free place is taken then, and NULL says that all are. */
static u64 *place(struct vcpu *v, u32 index, bool make)
{
	for (u32 i = 0; i < STORED_MAX; i++) {
		if (!stored[v->index][i].used) {
			if (!make)
				return NULL;
			stored[v->index][i].used = 1;
			stored[v->index][i].index = index;
		}
		if (stored[v->index][i].index == index)
			return &stored[v->index][i].value;
	}
	return NULL;
}

u64 msr_store_read(struct vcpu *v, u32 index)
{
	const u64 *kept = place(v, index, false);
	u64 value;

	if (kept)
		return *kept;
	return rdmsr(index, &value) ? value : 0;
}

/** Whether the processor keeps the value. TCG takes a write to a register that it lacks, and then reads 0. */
static bool processor_holds(u32 index, u64 value)
{
	u64 now;

	return rdmsr(index, &now) && now == value;
}

bool msr_store_write(struct vcpu *v, u32 index, u64 value)
{
	u64 old, *kept = place(v, index, false);
	bool taken = !kept && rdmsr(index, &old);

	if (taken && !wrmsr(index, value))
		return false;
	if (taken && processor_holds(index, value))
		return true;
	kept = place(v, index, true);
	if (kept)
		*kept = value;
	return kept || taken;
}
