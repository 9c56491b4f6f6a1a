/**
 * Control registers and EFER as the guest sees them, over what the processor runs with.
 *
 * QEMU 7.2 applies nested paging only while CR0.PG is set, and firmware starts without. Until the guest switches paging on,
 * it runs with 32-bit paging over a directory of identity mappings of 4 MiB, and sees its own values.
 */
#ifndef TD_GUEST_PAGING_H
#define TD_GUEST_PAGING_H

#include "td.h"

/** Makes the directory of identity mappings. Once, before the vCPUs start. */
void guest_paging_init(void);
/** Loads CR0, CR3, CR4 and EFER for the guest's values of them. */
void guest_state_load(struct vcpu *v);

/** EFER as RDMSR gives it. */
u64 guest_efer(const struct vcpu *v);
u64 guest_cr0(const struct vcpu *v);
u64 guest_cr3(const struct vcpu *v);
u64 guest_cr4(const struct vcpu *v);

/** Writes that the module permits; they take effect at once. */
void guest_cr0_write(struct vcpu *v, u64 value);
void guest_cr3_write(struct vcpu *v, u64 value);
void guest_cr4_write(struct vcpu *v, u64 value);
void guest_efer_write(struct vcpu *v, u64 value);

/** 64-bit code: CS.L in long mode. */
bool guest_long_code(const struct vcpu *v);

/** Linear to physical through the guest's own tables. @return false when a page is not there, or its table is not */
bool guest_translate(const struct vcpu *v, u64 linear, u64 *gpa);
/** Reads bytes at a linear address, as many as are there. @return how many */
u32 guest_fetch(const struct vcpu *v, u64 linear, u8 *to, u32 bytes);

#endif
