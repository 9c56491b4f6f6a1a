/** What the guest did that the processor does not do alone: one function for each kind of #VMEXIT. */
#ifndef TD_EXIT_H
#define TD_EXIT_H

#include "td.h"

/** Handles the exit that vmrun came back with. Takes the lock where it is needed. */
void exit_handle(struct vcpu *v);

/** Ends the TD if the exit is SMI or INIT, by a message that the guest gave a device or the I/O APIC to send. With the lock. */
void exit_by_message(struct vcpu *v, u32 code);

/** RIP with the base that CS has outside 64-bit code. */
u64 linear_rip(const struct vcpu *v);
/** What the operands of the instruction at RIP are computed from. */
struct decode_registers registers_at_rip(const struct vcpu *v);
/** Decodes the instruction at RIP. @return false when it is none that the decoder knows */
bool instruction_at_rip(const struct vcpu *v, struct decoded *out);

/* exit-cpuid.c, exit-msr.c, exit-cr.c, exit-io.c, exit-memory.c, tdcall.c */
void exit_cpuid(struct vcpu *v);
void exit_msr(struct vcpu *v);
/** MOV to and from CR0, CR3, CR4, CLTS, LMSW. */
void exit_cr(struct vcpu *v);
void exit_xsetbv(struct vcpu *v);
void exit_io(struct vcpu *v);
/** At each exit: no port that ends the machine stays open. */
void watch_ports(void);
/** Nested page fault. */
void exit_memory(struct vcpu *v);
/** TDCALL, at an undefined instruction. @param length of the instruction, in bytes */
void exit_tdcall(struct vcpu *v, u32 length);

/* Used by the #VE side and by TDVMCALL alike. */
/** RDMSR and WRMSR by the VMM. @return whether the VMM emulates that MSR */
bool vmm_msr_read(struct vcpu *v, u32 index, u64 *value);
bool vmm_msr_write(struct vcpu *v, u32 index, u64 value);
/** One port access by the VMM. */
u32 vmm_port_read(u16 port, u32 bytes);
void vmm_port_write(struct vcpu *v, u16 port, u32 bytes, u32 value);
/** Ports of the log and of QEMU's end: not for the guest. */
bool port_is_monitors(u16 port);
/** Ports that power off or reset the machine: watched for the log's last lines, in light mode, too. */
bool port_ends_machine(u16 port);

#endif
