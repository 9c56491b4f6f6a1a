/**
 * The virtual machine control block: what the processor loads and stores at VMRUN and #VMEXIT.
 * Source: AMD64 Architecture Programmer's Manual volume 2, appendix B (layout) and C (exit codes).
 */
#ifndef TD_VMCB_H
#define TD_VMCB_H

#include "types.h"

struct vmcb_segment {
	u16 selector;
	/** Bits 55:52 and 47:40 of a descriptor. */
	u16 attributes;
	u32 limit;
	u64 base;
};

struct vmcb {
	/* Control area. */
	u16 intercept_cr_read;
	u16 intercept_cr_write;
	u16 intercept_dr_read;
	u16 intercept_dr_write;
	u32 intercept_exceptions;
	u32 intercept_misc1;
	u32 intercept_misc2;
	u8 reserved_014[0x040 - 0x014];
	u64 iopm_base;
	u64 msrpm_base;
	u64 tsc_offset;
	u32 asid;
	u32 tlb_control;
	u32 interrupt_control;
	u32 interrupt_vector;
	/** Bit 0: interrupt shadow. */
	u64 interrupt_state;
	u64 exit_code;
	u64 exit_info1;
	u64 exit_info2;
	/** The event whose delivery the exit broke off. */
	u64 exit_interrupt_info;
	u64 nested_control;
	u8 reserved_098[0x0A8 - 0x098];
	u64 event_injection;
	u64 nested_cr3;
	u8 reserved_0b8[0x400 - 0x0B8];
	/* Save area. */
	struct vmcb_segment es, cs, ss, ds, fs, gs, gdtr, ldtr, idtr, tr;
	u8 reserved_4a0[0x4CB - 0x4A0];
	u8 cpl;
	u32 reserved_4cc;
	u64 efer;
	u8 reserved_4d8[0x548 - 0x4D8];
	u64 cr4;
	u64 cr3;
	u64 cr0;
	u64 dr7;
	u64 dr6;
	u64 rflags;
	u64 rip;
	u8 reserved_580[0x5D8 - 0x580];
	u64 rsp;
	u8 reserved_5e0[0x5F8 - 0x5E0];
	u64 rax;
	u64 star, lstar, cstar, sfmask, kernel_gs_base, sysenter_cs, sysenter_esp, sysenter_eip;
	u64 cr2;
	u8 reserved_648[0x668 - 0x648];
	u64 pat;
	u64 debugctl;
	u8 reserved_678[0x1000 - 0x678];
};

_Static_assert(sizeof(struct vmcb) == 0x1000, "a page");
_Static_assert(offsetof(struct vmcb, exit_code) == 0x70, "control area");
_Static_assert(offsetof(struct vmcb, cr4) == 0x548, "save area");
_Static_assert(offsetof(struct vmcb, pat) == 0x668, "save area");

#define INTERCEPT_CR(n) (1u << (n))

/* intercept_misc1 */
#define INTERCEPT_INTR (1u << 0)
#define INTERCEPT_NMI (1u << 1)
#define INTERCEPT_SMI (1u << 2)
#define INTERCEPT_INIT (1u << 3)
#define INTERCEPT_RDPMC (1u << 15)
#define INTERCEPT_CPUID (1u << 18)
#define INTERCEPT_INVD (1u << 22)
#define INTERCEPT_HLT (1u << 24)
#define INTERCEPT_INVLPGA (1u << 26)
#define INTERCEPT_IO (1u << 27)
#define INTERCEPT_MSR (1u << 28)
#define INTERCEPT_SHUTDOWN (1u << 31)
/* intercept_misc2 */
#define INTERCEPT_VMRUN (1u << 0)
/** VMRUN, VMMCALL, VMLOAD, VMSAVE, STGI, CLGI, SKINIT: AMD's own, which a TD does not have. */
#define INTERCEPT_SVM_INSTRUCTIONS 0x7Fu
#define INTERCEPT_WBINVD (1u << 9)
#define INTERCEPT_MONITOR (1u << 10)
#define INTERCEPT_MWAIT (1u << 11)
#define INTERCEPT_XSETBV (1u << 13)

#define INTERRUPT_CONTROL_V_INTR_MASKING (1u << 24)
#define NESTED_CONTROL_NPT 1

/** tlb_control: VMRUN drops all translations. */
#define TLB_FLUSH_ALL 1

#define EVENT_VALID (1ull << 31)
#define EVENT_ERROR_CODE (1ull << 11)
#define EVENT_TYPE_INTERRUPT (0ull << 8)
#define EVENT_TYPE_NMI (2ull << 8)
#define EVENT_TYPE_EXCEPTION (3ull << 8)
#define EVENT_TYPE_SOFTWARE (4ull << 8)
#define EVENT_TYPE (7ull << 8)
#define EVENT_VECTOR 0xFFull

enum vmexit {
	VMEXIT_CR_READ = 0x00,
	VMEXIT_CR_WRITE = 0x10,
	VMEXIT_EXCEPTION = 0x40,
	VMEXIT_UD = 0x46,
	VMEXIT_INTR = 0x60,
	VMEXIT_NMI = 0x61,
	VMEXIT_SMI = 0x62,
	VMEXIT_INIT = 0x63,
	VMEXIT_CR0_SELECTIVE_WRITE = 0x65,
	VMEXIT_RDPMC = 0x6F,
	VMEXIT_CPUID = 0x72,
	VMEXIT_INVD = 0x76,
	VMEXIT_HLT = 0x78,
	VMEXIT_INVLPGA = 0x7A,
	VMEXIT_IO = 0x7B,
	VMEXIT_MSR = 0x7C,
	VMEXIT_SHUTDOWN = 0x7F,
	VMEXIT_VMRUN = 0x80,
	VMEXIT_SKINIT = 0x86,
	VMEXIT_WBINVD = 0x89,
	VMEXIT_MONITOR = 0x8A,
	VMEXIT_MWAIT = 0x8B,
	VMEXIT_XSETBV = 0x8D,
	VMEXIT_NPF = 0x400,
	VMEXIT_INVALID = 0xFFFFFFFF,
};

/* exit_info1 of VMEXIT_NPF: a #PF error code. */
#define NPF_PRESENT (1ull << 0)
#define NPF_WRITE (1ull << 1)
#define NPF_FETCH (1ull << 4)
/** The access was the processor's walk of the guest's page tables. */
#define NPF_TABLE_WALK (1ull << 33)

/* exit_info1 of VMEXIT_IO */
#define IO_IN (1ull << 0)
#define IO_STRING (1ull << 2)
#define IO_REP (1ull << 3)

#endif
