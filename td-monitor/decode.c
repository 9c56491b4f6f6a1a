/**
 * Decodes the x86 instruction that made a TD exit: prefixes and opcode here, operands in decode-operand.c.
 */

#include "decode-operand.h"

/** The eight operations of the first 64 opcodes, and of groups 80 to 83. */
static const u8 ARITHMETIC[8] = { DECODE_ADD, DECODE_OR, DECODE_ADC, DECODE_SBB,
				  DECODE_AND, DECODE_SUB, DECODE_XOR, DECODE_CMP };

/** How an instruction is encoded. */
enum form {
	/** The opcode is all. */
	PLAIN,
	/** ModRM with memory; the register is the source, or the destination. */
	MEMORY_REGISTER,
	REGISTER_MEMORY,
	/** ModRM with memory, and an immediate of the operand's size, or one byte sign-extended. */
	MEMORY_IMMEDIATE,
	MEMORY_BYTE,
	/** An address of the address size, and rAX. */
	OFFSET_LOAD,
	OFFSET_STORE,
	/** Port in a byte, or in DX. */
	PORT_BYTE,
	PORT_DX,
	/** Operands at DS:rSI, ES:rDI or both. */
	STRING,
};

/** Opcodes of one byte, and of two after 0F. Bit 0 of the opcode is the operand size where `sized`: 0 is a byte. */
struct opcode {
	u8 opcode;
	u8 operation;
	u8 form;
	bool sized;
	/** ModRM.reg must be this; ANY otherwise. */
	u8 extension;
};

enum { ANY = 0xFF };

static const struct opcode ONE_BYTE[] = {
	{ 0x6C, DECODE_INS, STRING, true, ANY },
	{ 0x6E, DECODE_OUTS, STRING, true, ANY },
	{ 0x84, DECODE_TEST, MEMORY_REGISTER, true, ANY },
	{ 0x86, DECODE_XCHG, MEMORY_REGISTER, true, ANY },
	{ 0x88, DECODE_STORE, MEMORY_REGISTER, true, ANY },
	{ 0x8A, DECODE_LOAD, REGISTER_MEMORY, true, ANY },
	{ 0xA0, DECODE_LOAD, OFFSET_LOAD, true, ANY },
	{ 0xA2, DECODE_STORE, OFFSET_STORE, true, ANY },
	{ 0xA4, DECODE_MOVS, STRING, true, ANY },
	{ 0xAA, DECODE_STOS, STRING, true, ANY },
	{ 0xAC, DECODE_LODS, STRING, true, ANY },
	{ 0xC6, DECODE_STORE, MEMORY_IMMEDIATE, true, 0 },
	{ 0xE4, DECODE_IN, PORT_BYTE, true, ANY },
	{ 0xE6, DECODE_OUT, PORT_BYTE, true, ANY },
	{ 0xEC, DECODE_IN, PORT_DX, true, ANY },
	{ 0xEE, DECODE_OUT, PORT_DX, true, ANY },
	{ 0xF4, DECODE_HLT, PLAIN, false, ANY },
	{ 0xF6, DECODE_TEST, MEMORY_IMMEDIATE, true, 0 },
	{ 0xF6, DECODE_TEST, MEMORY_IMMEDIATE, true, 1 },
};

static const struct opcode TWO_BYTE[] = {
	{ 0x06, DECODE_CLTS, PLAIN, false, ANY },	{ 0x08, DECODE_INVD, PLAIN, false, ANY },
	{ 0x09, DECODE_WBINVD, PLAIN, false, ANY },	{ 0x30, DECODE_WRMSR, PLAIN, false, ANY },
	{ 0x32, DECODE_RDMSR, PLAIN, false, ANY },	{ 0x33, DECODE_RDPMC, PLAIN, false, ANY },
	{ 0xA2, DECODE_CPUID, PLAIN, false, ANY },
};

/** After 0F 01; none has an operand. */
static const struct {
	u8 modrm;
	u8 operation;
} SYSTEM[] = {
	{ 0xC1, DECODE_VMCALL }, { 0xC8, DECODE_MONITOR }, { 0xC9, DECODE_MWAIT }, { 0xD1, DECODE_XSETBV },
};

/** Prefixes, and REX as the last of them. */
static void read_prefixes(struct instruction *in)
{
	for (;;) {
		u8 byte = peek(in);

		switch (byte) {
		case 0x26:
		case 0x2E:
		case 0x36:
		case 0x3E:
			in->segment = (s8)(byte >> 3 & 3);
			break;
		case 0x64:
		case 0x65:
			in->segment = (s8)(byte - 0x64 + SEGMENT_FS);
			break;
		case 0x66:
			in->operand_prefix = true;
			break;
		case 0x67:
			in->address_prefix = true;
			break;
		case 0xF0:
			in->lock = true;
			break;
		case 0xF2:
		case 0xF3:
			in->repeat = byte;
			break;
		default:
			if (in->registers->mode == DECODE_64 && byte >> 4 == 4) {
				in->rex = take(in);
				if (peek(in) >> 4 == 4)
					in->failed = true;
			}
			return;
		}
		take(in);
	}
}

static bool apply(struct instruction *in, struct decoded *out, const struct opcode *entry, u8 opcode)
{
	u8 size = entry->sized && (opcode & 1) == 0 ? 1 : operand_size(in);

	out->operation = entry->operation;
	switch ((enum form)entry->form) {
	case PLAIN:
		return true;
	case MEMORY_REGISTER:
		return memory_operand(in, out, size, size, 0);
	case REGISTER_MEMORY:
		out->to_register = true;
		return memory_operand(in, out, size, size, 0);
	case MEMORY_IMMEDIATE:
		return memory_operand(in, out, size, 0, size == 8 ? 4 : size);
	case MEMORY_BYTE:
		return memory_operand(in, out, size, 0, 1);
	case OFFSET_LOAD:
	case OFFSET_STORE:
		out->to_register = entry->form == OFFSET_LOAD;
		return offset_operand(in, out, size);
	case PORT_BYTE:
		out->has_immediate = true;
		return port_operand(in, out, size, take(in));
	case PORT_DX:
		return port_operand(in, out, size, (u16)in->registers->gpr[GPR_RDX]);
	case STRING:
		return string_operand(in, out, size);
	}
	return false;
}

static bool find(struct instruction *in, struct decoded *out, const struct opcode *table, u32 count, u8 opcode)
{
	for (u32 i = 0; i < count; i++) {
		const struct opcode *entry = &table[i];

		if ((opcode & (entry->sized ? 0xFE : 0xFF)) != entry->opcode)
			continue;
		if (entry->extension != ANY && entry->extension != (peek(in) >> 3 & 7))
			continue;
		return apply(in, out, entry, opcode);
	}
	return false;
}

static bool decode_one_byte(struct instruction *in, struct decoded *out, u8 opcode)
{
	bool legacy = in->registers->mode != DECODE_64;

	if (opcode < 0x40 && (opcode & 7) < 4) {
		u8 form = (opcode & 2) != 0 ? REGISTER_MEMORY : MEMORY_REGISTER;

		return apply(in, out, &(struct opcode){ 0, ARITHMETIC[opcode >> 3], form, true, ANY }, opcode);
	}
	if (opcode >= 0x80 && opcode <= 0x83 && (opcode != 0x82 || legacy)) {
		u8 form = opcode == 0x83 ? MEMORY_BYTE : MEMORY_IMMEDIATE;

		return apply(in, out, &(struct opcode){ 0, ARITHMETIC[peek(in) >> 3 & 7], form, true, ANY }, opcode);
	}
	if (opcode == 0x63 && !legacy) {
		out->operation = DECODE_LOAD_SIGN_EXTEND;
		out->to_register = true;
		return memory_operand(in, out, operand_size(in) == 2 ? 2 : 4, operand_size(in), 0);
	}
	return find(in, out, ONE_BYTE, COUNT_OF(ONE_BYTE), opcode);
}

/** 0F 01: by the whole ModRM byte, or LMSW. */
static bool decode_system(struct instruction *in, struct decoded *out)
{
	u8 modrm = peek(in);

	if ((modrm >> 3 & 7) == 6) {
		out->operation = DECODE_LMSW;
		out->to_register = true;
		return modrm >> 6 == 3 ? register_operand(in, out, 2) : memory_operand(in, out, 2, 0, 0);
	}
	if (modrm == 0xCC && in->operand_prefix && in->repeat == 0)
		out->operation = DECODE_TDCALL;
	for (u32 i = 0; i < COUNT_OF(SYSTEM); i++)
		if (SYSTEM[i].modrm == modrm && !in->operand_prefix && in->repeat == 0)
			out->operation = SYSTEM[i].operation;
	take(in);
	return out->operation != DECODE_UNKNOWN;
}

static bool decode_two_byte(struct instruction *in, struct decoded *out, u8 opcode)
{
	switch (opcode) {
	case 0x01:
		return decode_system(in, out);
	case 0x20:
	case 0x22:
		out->operation = opcode == 0x20 ? DECODE_MOV_FROM_CR : DECODE_MOV_TO_CR;
		return control_operand(in, out);
	case 0x38:
		/* MOVBE; with F2 the opcode is CRC32's. */
		opcode = take(in);
		if ((opcode != 0xF0 && opcode != 0xF1) || in->repeat != 0)
			return false;
		out->operation = opcode == 0xF0 ? DECODE_LOAD_REVERSED : DECODE_STORE_REVERSED;
		out->to_register = opcode == 0xF0;
		return memory_operand(in, out, operand_size(in), operand_size(in), 0);
	case 0xB6:
	case 0xB7:
	case 0xBE:
	case 0xBF:
		out->operation = opcode < 0xB8 ? DECODE_LOAD_ZERO_EXTEND : DECODE_LOAD_SIGN_EXTEND;
		out->to_register = true;
		return memory_operand(in, out, (opcode & 1) != 0 ? 2 : 1, operand_size(in), 0);
	default:
		return find(in, out, TWO_BYTE, COUNT_OF(TWO_BYTE), opcode);
	}
}

/** What happens to the operand in memory. */
static void set_access(struct decoded *out)
{
	switch (out->operation) {
	case DECODE_CMP:
	case DECODE_TEST:
	case DECODE_OUTS:
	case DECODE_LODS:
		out->reads = true;
		break;
	case DECODE_STORE:
	case DECODE_STORE_REVERSED:
	case DECODE_STOS:
	case DECODE_INS:
		out->writes = true;
		break;
	default:
		out->reads = out->memory;
		out->writes = out->memory && !out->to_register;
	}
}

/** LOCK is permitted for instructions that both read and write their operand in memory. */
static bool may_lock(const struct decoded *out)
{
	return out->memory && out->reads && out->writes && out->operation != DECODE_MOVS;
}

bool decode(const u8 *bytes, u32 available, const struct decode_registers *registers, struct decoded *out)
{
	struct instruction in = { .bytes = bytes, .available = available, .registers = registers, .segment = -1 };
	bool known;
	u8 opcode;

	memset(out, 0, sizeof(*out));
	if (in.available > DECODE_BYTES_MAX)
		in.available = DECODE_BYTES_MAX;
	read_prefixes(&in);
	opcode = take(&in);
	known = opcode == 0x0F ? decode_two_byte(&in, out, take(&in)) : decode_one_byte(&in, out, opcode);
	set_access(out);
	if (!known || in.failed || (in.lock && !may_lock(out))) {
		memset(out, 0, sizeof(*out));
		return false;
	}
	out->locked = in.lock;
	out->length = (u8)in.taken;
	out->address_size = address_size(&in);
	/* The address is relative to the next instruction, so the length had to be known first. */
	if (in.rip_relative)
		out->address = linear_address(&in, SEGMENT_DS, registers->rip + in.taken + out->address);
	return true;
}
