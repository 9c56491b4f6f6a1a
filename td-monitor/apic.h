/**
 * The local APIC. A TD has an x2APIC, which QEMU's TCG before version 9 lacks: MSRs 0x800 to 0x83F are translated to the
 * registers of an xAPIC (Intel SDM volume 3, "x2APIC Register Address Space").
 */
#ifndef TD_APIC_H
#define TD_APIC_H

#include "td.h"

#define APIC_ADDRESS 0xFEE00000ull
#define APIC_X2APIC_FIRST 0x800
#define APIC_X2APIC_LAST 0x8FF
#define APIC_MSR_ICR 0x830

/* Commands for apic_send. Delivery mode NMI: */
#define APIC_NMI 0x400u
/** Delivery mode Startup, at reset.S. */
#define APIC_STARTUP 0x46FFu

void apic_init(struct vcpu *v);
u32 apic_id_here(void);
/** One interrupt to one processor. @param command low half of the ICR */
void apic_send(u32 from, u32 apic_id, u32 command);

/** The processor's own timer, as an NMI after so many nanoseconds: once, and only where QEMU emulates the APIC. */
void apic_timer_start(struct vcpu *v, u32 nanoseconds);
/** Whether the time is over: the NMI has come, or comes soon. */
bool apic_timer_fired(struct vcpu *v);
/** As after a reset. */
void apic_timer_stop(struct vcpu *v);

/** Whether a write of the low half of the ICR sends an interrupt to vCPUs; the others may be ignored, which is logged. */
bool apic_icr_is_usual(u32 command);
u64 apic_read(struct vcpu *v, u32 msr);
/** @return false for #GP: reserved bits (Intel SDM volume 3, "Reserved Bit Checking in x2APIC Mode") */
bool apic_write(struct vcpu *v, u32 msr, u64 value);

#endif
