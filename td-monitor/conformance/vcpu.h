/** A vCPU of the conformance guest: its memory, its traps, and code run on it whose traps are expected. */
#ifndef CONFORMANCE_VCPU_H
#define CONFORMANCE_VCPU_H

#include "../types.h"
#include "layout.h"

/** The general registers, by their number in the instruction encoding and in the mask of TDG.VP.VMCALL. */
enum { RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15, REGISTERS };

struct registers {
	u64 of[REGISTERS];
};

/** The state at the reset vector, as far as 32-bit code can save it. reset.S writes it. */
struct initial {
	u32 eax, ecx, edx, ebx, ebp, esi, edi;
	u32 cr0, cr4, dr7, cr3;
	u16 cs, ds;
	u8 gdtr[8], idtr[8];
	/** R8 to R15. */
	u64 high[8];
};

/** What TDG.VP.VEINFO.GET said of a #VE. */
struct ve_info {
	u64 status;
	u64 reason;
	u64 qualification;
	u64 gla;
	u64 gpa;
	u32 length;
	u32 information;
};

enum {
	NO_TRAP = 0xFF,
	DB = 1,
	UD = 6,
	DF = 8,
	GP = 13,
	PF = 14,
	VE = 20,
	VECTOR_WATCHDOG = 0x40,
	VECTOR_TEST = 0x41,
	VECTOR_WAKE = 0x42,
};

/** What stopped a snippet. `vector` is NO_TRAP when it ran to its end. */
struct trap {
	u64 vector;
	u64 error;
	u64 rip;
	u64 dr6;
	struct ve_info ve;
};

/** A piece of code in snippets.S. It starts with the instruction under test, `length` bytes long. */
struct snippet {
	u64 code;
	u64 length;
};

struct task_state {
	u32 reserved0;
	u64 rsp[3];
	u64 reserved1;
	u64 ist[7];
	u64 reserved2;
	u16 reserved3;
	u16 io_map;
} __attribute__((packed));

struct vcpu {
	struct initial initial;
	/** Where a trap in a snippet goes on; 0 while no trap is expected. */
	u64 resume_rsp;
	/** The code of the snippet. */
	u64 snippet;
	struct trap trap;
	/** In the handler of the first #VE: execute this snippet before TDG.VP.VEINFO.GET. 0: do not. */
	u64 in_handler;
	u64 index;
	u64 apic_id;
	/** Interrupts taken, by vector. */
	volatile u32 interrupts[256];
	/** Work from vCPU 0. */
	void (*volatile work)(struct vcpu *vcpu, void *argument);
	void *volatile argument;
	volatile u64 online;
	u64 gdt[8];
	struct task_state task;
};

static inline struct vcpu *vcpu_block(u64 index) { return (struct vcpu *)(VCPU_BLOCKS + (index << VCPU_SHIFT)); }

/** The vCPU that runs this. */
static inline struct vcpu *this_vcpu(void)
{
	u64 rsp;
	__asm__ volatile("mov %%rsp, %0" : "=r"(rsp));
	return (struct vcpu *)((rsp - 1) & ~(((u64)1 << VCPU_SHIFT) - 1));
}

/** Prepares GDT, TSS and IDT of this vCPU. */
void traps_start(struct vcpu *vcpu);

/**
 * Loads the registers (RSP excepted), calls the snippet, stores the registers where it ran to its end, and returns what
 * stopped it. A #VE is answered with TDG.VP.VEINFO.GET, unless `in_handler` of the vCPU asks for a second one.
 */
const struct trap *run(const struct snippet *snippet, struct registers *registers);
/** The same in ring 3. The snippet must end in a trap. The registers are lost. */
const struct trap *run_in_ring3(const struct snippet *snippet, struct registers *registers);

/** Executes TDCALL with these registers. No trap is expected. */
void tdcall(struct registers *registers);

static inline u64 rdtsc(void)
{
	u32 low, high;
	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
	return (u64)high << 32 | low;
}

static inline void cpu_relax(void) { __asm__ volatile("pause" ::: "memory"); }

#endif
