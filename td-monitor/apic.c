#include "apic.h"

#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "processor.h"
#include "spin.h"
#include "vcpu.h"

enum {
	MSR_ID = 0x802,
	MSR_TPR = 0x808,
	MSR_EOI = 0x80B,
	MSR_LDR = 0x80D,
	MSR_SELF_IPI = 0x83F,
	MSR_LVT_CMCI = 0x82F,
	MSR_LVT_TIMER = 0x832,
	MSR_LVT_THERMAL = 0x833,
	MSR_LVT_PERFORMANCE = 0x834,
	MSR_LVT_LINT0 = 0x835,
	MSR_LVT_LINT1 = 0x836,
	MSR_LVT_ERROR = 0x837,
	MSR_TIMER_INITIAL = 0x838,
	MSR_TIMER_CURRENT = 0x839,
	MSR_TIMER_DIVIDE = 0x83E,
};

enum { LVT_TIMER = 0x320, TIMER_INITIAL = 0x380, TIMER_CURRENT = 0x390, TIMER_DIVIDE = 0x3E0 };
enum { DIVIDE_BY_1 = 0xB, LVT_NMI = 0x400, LVT_MASKED = 0x10000 };

#define ICR_LOW 0x300
#define ICR_HIGH 0x310
#define ICR_PENDING (1u << 12)
#define ICR_MODE(command) ((command) >> 8 & 7)
#define ICR_LOGICAL (1u << 11)
#define ICR_SHORTHAND(command) ((command) >> 18 & 3)
enum { SHORTHAND_NONE, SHORTHAND_SELF, SHORTHAND_ALL, SHORTHAND_OTHERS };
enum { MODE_FIXED, MODE_LOWEST, MODE_SMI, MODE_NMI = 4, MODE_INIT, MODE_STARTUP };

static u64 at(u32 offset) { return APIC_ADDRESS + offset; }

void apic_init(struct vcpu *v) { v->apic_base = APIC_ADDRESS | 0xC00 | (v->index ? 0 : 0x100); }

u32 apic_id_here(void)
{
	/* Before the vCPU has a number, its window is that of processor 0, which waits. */
	return (u32)(device_read(0, at(0x20), 4) >> 24);
}

void apic_send(u32 from, u32 apic_id, u32 command)
{
	while (device_read(from, at(ICR_LOW), 4) & ICR_PENDING)
		pause();
	device_write(from, at(ICR_HIGH), 4, (u64)apic_id << 24);
	device_write(from, at(ICR_LOW), 4, command);
}

void apic_timer_start(struct vcpu *v, u32 nanoseconds)
{
	device_write(v->index, at(TIMER_DIVIDE), 4, DIVIDE_BY_1);
	device_write(v->index, at(LVT_TIMER), 4, LVT_NMI);
	device_write(v->index, at(TIMER_INITIAL), 4, nanoseconds);
}

bool apic_timer_fired(struct vcpu *v) { return !device_read(v->index, at(TIMER_CURRENT), 4); }

void apic_timer_stop(struct vcpu *v)
{
	device_write(v->index, at(LVT_TIMER), 4, LVT_MASKED);
	device_write(v->index, at(TIMER_INITIAL), 4, 0);
	device_write(v->index, at(TIMER_DIVIDE), 4, 0);
}

/** Whether an ICR value reaches this vCPU (Intel SDM volume 3, "Logical Destination Mode in x2APIC Mode"). */
static bool reaches(const struct vcpu *from, const struct vcpu *v, u32 command, u32 destination)
{
	switch (ICR_SHORTHAND(command)) {
	case SHORTHAND_SELF:
		return v == from;
	case SHORTHAND_ALL:
		return true;
	case SHORTHAND_OTHERS:
		return v != from;
	}
	if (destination == ~0u)
		return true;
	if (command & ICR_LOGICAL)
		return destination >> 16 == v->apic_id >> 4 && (destination >> (v->apic_id & 15) & 1);
	return destination == v->apic_id;
}

bool apic_icr_is_usual(u32 command) { return ICR_MODE(command) == MODE_FIXED || ICR_MODE(command) == MODE_LOWEST; }

static const char *ignored_kind(u32 mode)
{
	return mode == MODE_INIT ? "init" : mode == MODE_STARTUP ? "startup" : mode == MODE_SMI ? "smi" : "reserved";
}

static bool is_lvt(u32 msr) { return msr == MSR_LVT_CMCI || (msr >= MSR_LVT_TIMER && msr <= MSR_LVT_ERROR); }

/** An LVT entry, without the delivery modes that a VMM does not have (Linux arch/x86/kvm/lapic.c, apic_lvt_mask). */
static u32 lvt(u32 msr, u32 value)
{
	u32 mode = ICR_MODE(value);

	if (msr != MSR_LVT_LINT0 && msr != MSR_LVT_LINT1 && msr != MSR_LVT_PERFORMANCE && msr != MSR_LVT_THERMAL)
		return value & ~0x700u;
	return mode == MODE_SMI || mode == MODE_INIT ? value | LVT_MASKED : value;
}

static void icr_write(struct vcpu *v, u64 value)
{
	u32 command = (u32)value & ~ICR_PENDING, destination = (u32)(value >> 32);
	u32 mode = ICR_MODE(command);

	v->icr = value & ~(u64)ICR_PENDING;
	/* A VMM ignores INIT and SIPI for a TD: firmware wakes its vCPUs through the mailbox. There is no SMM. */
	if (!apic_icr_is_usual(command) && mode != MODE_NMI) {
		if (log_limit("ipi-ignored", mode)) {
			log_begin("ipi-ignored");
			log_word("kind", ignored_kind(mode));
			log_number("vcpu", v->index);
			log_end();
		}
		return;
	}
	if (mode != MODE_NMI && ICR_SHORTHAND(command) != SHORTHAND_NONE) {
		apic_send(v->index, 0, command);
		return;
	}
	for (u32 i = 0; i < td.vcpus; i++) {
		struct vcpu *target = &vcpus[i];

		if (!reaches(v, target, command, destination))
			continue;
		if (mode == MODE_NMI)
			nmi_expect(target);
		apic_send(v->index, target->apic_id, command & ~(ICR_LOGICAL | 3u << 18));
		/* Any one of the destinations may have the lowest priority. */
		if (mode == MODE_LOWEST)
			return;
	}
}

u64 apic_read(struct vcpu *v, u32 msr)
{
	u32 offset = (msr - APIC_X2APIC_FIRST) * 16;

	switch (msr) {
	case MSR_LVT_TIMER:
	case MSR_TIMER_INITIAL:
	case MSR_TIMER_CURRENT:
	case MSR_TIMER_DIVIDE:
		spin_end(v);
		break;
	case MSR_ID:
		return v->apic_id;
	case MSR_LDR:
		return v->apic_id >> 4 << 16 | 1u << (v->apic_id & 15);
	case APIC_MSR_ICR:
		return v->icr;
	}
	return device_read(v->index, at(offset), 4);
}

/** Bits that may be set, where that is not the whole of a 32-bit register. */
static u64 writable(u32 msr)
{
	switch (msr) {
	case APIC_MSR_ICR:
		return ~0ull;
	case MSR_EOI:
		return 0;
	case MSR_TPR:
	case MSR_SELF_IPI:
		return 0xFF;
	default:
		return 0xFFFFFFFF;
	}
}

bool apic_write(struct vcpu *v, u32 msr, u64 value)
{
	u32 offset = (msr - APIC_X2APIC_FIRST) * 16;

	if (value & ~writable(msr))
		return false;
	spin_end(v);
	if (msr == APIC_MSR_ICR)
		icr_write(v, value);
	else if (msr == MSR_SELF_IPI)
		device_write(v->index, at(ICR_LOW), 4, (u32)SHORTHAND_SELF << 18 | (value & 0xFF));
	else
		device_write(v->index, at(offset), 4, is_lvt(msr) ? lvt(msr, (u32)value) : (u32)value);
	return true;
}
