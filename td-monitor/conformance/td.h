/** TDCALL leaves and TDVMCALL functions as the tests call them, and what the tests know of the TD they run in. */
#ifndef CONFORMANCE_TD_H
#define CONFORMANCE_TD_H

#include "vcpu.h"

/** Leaf numbers of TDCALL (TDX Module ABI specification, "TDCALL Leaf Functions"). */
enum {
	TDG_VP_VMCALL = 0,
	TDG_VP_INFO = 1,
	TDG_MR_RTMR_EXTEND = 2,
	TDG_VP_VEINFO_GET = 3,
	TDG_MR_REPORT = 4,
	TDG_VP_CPUIDVE_SET = 5,
	TDG_MEM_PAGE_ACCEPT = 6,
	TDG_VM_RD = 7,
	TDG_VM_WR = 8,
	TDG_VP_RD = 9,
	TDG_VP_WR = 10,
	TDG_SYS_RD = 11,
	TDG_SYS_RDALL = 12,
	TDG_MR_VERIFYREPORT = 22,
	TDG_MEM_PAGE_ATTR_RD = 23,
	TDG_MEM_PAGE_ATTR_WR = 24,
	TDG_VP_ENTER = 25,
	TDG_VP_INVEPT = 26,
	TDG_VP_INVVPID = 27,
};

/** Completion status in RAX; an operand's number is added to some (TDX Module ABI, "Function Completion Status Codes"). */
#define SUCCESS 0x0000000000000000
#define OPERAND_INVALID 0xC000010000000000
#define NO_VALID_VE_INFO 0xC000070400000000
#define PAGE_ALREADY_ACCEPTED 0x00000B0A00000000
#define PAGE_SIZE_MISMATCH 0xC0000B0B00000000
#define FIELD_ID_INCORRECT 0xC0000C0000000000
#define FIELD_NOT_WRITABLE 0xC0000C0100000000
#define FIELD_NOT_READABLE 0xC0000C0200000000
#define FIELD_VALUE_NOT_VALID 0xC0000C0300000000
#define INVALID_REPORTMACSTRUCT 0xC000100100000000
#define FIRST_FIELD_ID_IN_CONTEXT 0x00000C0B00000000

/** Sub-functions of TDG.VP.VMCALL: exit reasons of VMX, and those of the GHCI specification. */
enum {
	VMCALL_CPUID = 10,
	VMCALL_HLT = 12,
	VMCALL_IO = 30,
	VMCALL_RDMSR = 31,
	VMCALL_WRMSR = 32,
	VMCALL_MMIO = 48,
	VMCALL_GET_TD_VM_CALL_INFO = 0x10000,
	VMCALL_MAP_GPA = 0x10001,
	VMCALL_GET_QUOTE = 0x10002,
	VMCALL_REPORT_FATAL_ERROR = 0x10003,
	VMCALL_SETUP_EVENT_NOTIFY = 0x10004,
};

/** Status in R10 (GHCI specification, "TDG.VP.VMCALL-Completion-Status"). */
#define VMCALL_RETRY 1
#define VMCALL_INVALID_OPERAND 0x8000000000000000
#define VMCALL_ALIGN_ERROR 0x8000000000000002
#define VMCALL_SUBFUNC_UNSUPPORTED 0x8000000000000003

/** What the run knows of its TD. Set once by td_learn, on vCPU 0. */
struct td {
	/** The width of a guest physical address, in bits: 48 or 52. */
	u64 gpaw;
	/** The bit of an address that makes it shared. */
	u64 shared;
	u64 attributes;
	u64 xfam;
	u64 vcpus;
	/**
	 * The host forbids RBP in the mask of TDG.VP.VMCALL (CONFIG_FLAGS.NO_RBP_MOD). KVM of Linux 6.16 and later always sets
	 * this, the tree of 2022 never does: so it tells which of the two answers a TDVMCALL, too.
	 */
	bool no_rbp;
	/** RAM that nothing has touched: private, pending, at a 2 MiB boundary. */
	u64 arena;
	u64 arena_bytes;
	/** Words of the fw_cfg file opt/org.tdx-boot/conformance. */
	char words[256];
};

extern struct td td;

/** Reads attributes, fields, TD HOB and the words. Ends the run where there is too little memory for the tests. */
void td_learn(void);
/** The word for a TD of the monitor: what its README names as different from hardware is skipped. */
#define EMULATED "emulated"

/** Is the word one of those in the fw_cfg file? */
bool td_word(const char *word);
/** What follows `start` in the word that starts so; NULL where there is none. */
const char *td_word_after(const char *start);

/** A TDCALL leaf with up to three operands; the registers afterwards. */
struct registers leaf(u64 number, u64 rcx, u64 rdx, u64 r8);
/** A standard TDVMCALL that exposes R10 to R15. */
struct registers vmcall(u64 function, u64 r12, u64 r13, u64 r14, u64 r15);

struct ve_info ve_info_get(void);
/** A field of the TD; 0 where it cannot be read. */
u64 vm_field(u64 id);
/** Accepts a 4 KiB page. Any failure ends the run, as the tests that follow need the page. */
void accept_page(u64 gpa);
/** Accepts the next 4 KiB page of the arena. */
u64 new_page(void);
/** Takes a 2 MiB block from the arena without touching any of it. */
u64 new_block(void);
/** Asks the VMM to make 4 KiB shared or private, with the shared bit of `gpa`. Returns its status. */
u64 map_gpa(u64 gpa, u64 bytes);

/** Where fw_cfg is asked for an item by its number. */
#define FW_CFG_SELECT 0x510
/** The first item: the bytes "QEMU". */
#define FW_CFG_SIGNATURE 0

u32 io_read(u32 port, u32 bytes);
void io_write(u32 port, u32 bytes, u32 value);
/** By TDVMCALL. */
u64 msr_read(u32 index);
void msr_write(u32 index, u64 value);

struct cpuid {
	u32 eax, ebx, ecx, edx;
};

/** The instruction. A #VE ends the run. */
struct cpuid cpuid(u32 leaf, u32 subleaf);

#endif
