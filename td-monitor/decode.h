/**
 * Decodes the x86 instruction that made a TD exit: what it is, how long it is, and what it does to which address.
 * SVM tells neither length nor linear address, and #VE needs both.
 *
 * Knows the instructions that cause #VE and those that compilers use for MMIO: see enum decode_operation. All others, and
 * bytes that the CPU would refuse, are DECODE_UNKNOWN. Source: Intel SDM volume 2, chapter 2 and appendix A.
 */
#ifndef TD_DECODE_H
#define TD_DECODE_H

#include "types.h"

/** The longest instruction of the architecture, in bytes. */
enum { DECODE_BYTES_MAX = 15 };

/** Operand and address size that the code segment gives: CS.L, CS.D. */
enum decode_mode {
	DECODE_16,
	DECODE_32,
	DECODE_64,
};

/** In the encoding of instructions and of TDVMCALL masks. */
enum gpr { GPR_RAX, GPR_RCX, GPR_RDX, GPR_RBX, GPR_RSP, GPR_RBP, GPR_RSI, GPR_RDI, GPR_R8, GPR_R15 = 15, GPR_COUNT };

/** In the encoding of instructions. */
enum segment { SEGMENT_ES, SEGMENT_CS, SEGMENT_SS, SEGMENT_DS, SEGMENT_FS, SEGMENT_GS, SEGMENT_COUNT };

/** What addresses and repetitions are computed from. */
struct decode_registers {
	enum decode_mode mode;
	u64 gpr[GPR_COUNT];
	/** Where the instruction itself is, and not the next one. */
	u64 rip;
	u64 rflags;
	/** Bases; in DECODE_64 only those of FS and GS count. */
	u64 segment[SEGMENT_COUNT];
};

enum decode_operation {
	DECODE_UNKNOWN,
	/* No operand in memory, nothing but a length. */
	DECODE_CPUID,
	DECODE_RDMSR,
	DECODE_WRMSR,
	DECODE_HLT,
	/** WBINVD and WBNOINVD. */
	DECODE_WBINVD,
	DECODE_INVD,
	DECODE_MONITOR,
	DECODE_MWAIT,
	DECODE_TDCALL,
	DECODE_VMCALL,
	DECODE_XSETBV,
	DECODE_RDPMC,
	DECODE_CLTS,
	/** LMSW; a register or memory operand. */
	DECODE_LMSW,
	/** Between a control register (`control`) and a general one (`reg`). */
	DECODE_MOV_FROM_CR,
	DECODE_MOV_TO_CR,
	/* Port I/O: port in `port`, data in rAX or at `address`. */
	DECODE_IN,
	DECODE_OUT,
	DECODE_INS,
	DECODE_OUTS,
	/* One operand in memory at `address`, the other in `reg` or `immediate`. */
	/** Memory to register, `size` bytes, the rest of `reg` kept or zeroed as for any write of `reg_size` bytes. */
	DECODE_LOAD,
	DECODE_LOAD_ZERO_EXTEND,
	DECODE_LOAD_SIGN_EXTEND,
	/** Register or immediate to memory. */
	DECODE_STORE,
	/** Bytes in reverse order (MOVBE). */
	DECODE_LOAD_REVERSED,
	DECODE_STORE_REVERSED,
	DECODE_ADD,
	DECODE_OR,
	DECODE_ADC,
	DECODE_SBB,
	DECODE_AND,
	DECODE_SUB,
	DECODE_XOR,
	DECODE_CMP,
	DECODE_TEST,
	DECODE_XCHG,
	/* String operations with memory: `address` is the one that is read, `destination` the one that is written. */
	DECODE_MOVS,
	DECODE_STOS,
	DECODE_LODS,
};

struct decoded {
	enum decode_operation operation;
	/** Bytes, prefixes included. */
	u8 length;
	/** Bytes of the access to memory or port: 1, 2, 4 or 8; 0 where there is none. */
	u8 size;
	/** Bytes of `reg` that are read or written: of operands in memory and of MOV with a control register. */
	u8 reg_size;
	/** Bytes of an address: 2, 4 or 8. Counts and index registers of string operations have this size, too. */
	u8 address_size;
	/** What happens to the operand in memory (`address`; of INS, MOVS and STOS to `destination`: always written). */
	bool reads;
	bool writes;
	/** There is an operand in memory: `address` or `destination` counts. */
	bool memory;
	/** REP, REPE or REPNE. */
	bool repeated;
	/** LOCK: only where the instruction permits it. */
	bool locked;
	/** The result goes to `reg` and not to memory: AND reg, [mem]. CMP and TEST change neither. */
	bool to_register;
	/** The second operand is `immediate`, sign-extended to `size`, and no register. Of IN and OUT: `port` is in the code. */
	bool has_immediate;
	/** `reg` is AH, CH, DH or BH, of registers 0 to 3. */
	bool high_byte;
	/** An enum gpr. */
	u8 reg;
	/** Number of the control register. */
	u8 control;
	u16 port;
	u64 immediate;
	/** Linear address: segment base and effective address, cut to 32 bits outside DECODE_64. */
	u64 address;
	/** Linear address of ES:rDI, for INS, MOVS and STOS. */
	u64 destination;
};

/**
 * Decodes one instruction.
 * @param bytes what stands at RIP, as far as it could be read
 * @return whether the instruction is known and complete; otherwise operation is DECODE_UNKNOWN and the rest is zero
 */
bool decode(const u8 *bytes, u32 available, const struct decode_registers *registers, struct decoded *out);

#endif
