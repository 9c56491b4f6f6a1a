/** Operands of an instruction: what decode.c needs of decode-operand.c. */
#ifndef TD_DECODE_OPERAND_H
#define TD_DECODE_OPERAND_H

#include "decode.h"

/** An instruction while it is read. */
struct instruction {
	const u8 *bytes;
	u32 available, taken;
	/** The bytes ended too early, or are none that the CPU takes. */
	bool failed;
	const struct decode_registers *registers;
	/** An enum segment, or -1 without a prefix. */
	s8 segment;
	bool operand_prefix, address_prefix, lock;
	/** F2, F3 or 0. */
	u8 repeat;
	/** The whole byte, or 0. */
	u8 rex;
	/** `address` is the displacement only, so far. */
	bool rip_relative;
};

/** The next byte, or 0 after the last. */
u8 peek(const struct instruction *in);
u8 take(struct instruction *in);

/** 2, 4 or 8 bytes. */
u8 operand_size(const struct instruction *in);
u8 address_size(const struct instruction *in);

/** Cuts an effective address to the address size, and adds the segment: the prefix's where there is one. */
u64 linear_address(const struct instruction *in, enum segment otherwise, u64 effective);

/* Each reads the rest of the instruction, and says whether it is one of those that have this operand. */

/**
 * ModRM with memory, register, and an immediate.
 * @param size of the access, in bytes
 * @param reg_size of the register, 0 where ModRM.reg is none
 * @param immediate_bytes that follow
 */
bool memory_operand(struct instruction *in, struct decoded *out, u8 size, u8 reg_size, u8 immediate_bytes);
/** ModRM with a register in its memory field. */
bool register_operand(struct instruction *in, struct decoded *out, u8 reg_size);
/** ModRM with a control register and a general one; the mode bits do not count. */
bool control_operand(struct instruction *in, struct decoded *out);
/** An address in the instruction, and rAX. */
bool offset_operand(struct instruction *in, struct decoded *out, u8 size);
/** A port and rAX. */
bool port_operand(struct instruction *in, struct decoded *out, u8 size, u16 port);
/** DS:rSI, ES:rDI. */
bool string_operand(struct instruction *in, struct decoded *out, u8 size);

#endif
