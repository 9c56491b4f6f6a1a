/** Operands of an instruction: ModRM, SIB, displacements, immediates, ports, string operands (Intel SDM volume 2, chapter 2). */

#include "decode-operand.h"

enum { REX_B = 1, REX_X = 2, REX_R = 4, REX_W = 8 };

u8 peek(const struct instruction *in) { return in->taken < in->available ? in->bytes[in->taken] : 0; }

u8 take(struct instruction *in)
{
	u8 byte = peek(in);

	if (in->taken < in->available)
		in->taken++;
	else
		in->failed = true;
	return byte;
}

/** A little-endian number, sign-extended. */
static u64 take_signed(struct instruction *in, u8 bytes)
{
	u64 value = 0;

	for (u8 i = 0; i < bytes; i++)
		value |= (u64)take(in) << (8 * i);
	if (bytes == 1)
		return (u64)(s64)(s8)value;
	if (bytes == 2)
		return (u64)(s64)(int16_t)value;
	if (bytes == 4)
		return (u64)(s64)(s32)value;
	return value;
}

static u64 cut(u64 value, u8 bytes) { return bytes == 8 ? value : value & ((1ull << (8 * bytes)) - 1); }

u8 operand_size(const struct instruction *in)
{
	if (in->registers->mode == DECODE_16)
		return in->operand_prefix ? 4 : 2;
	if (in->registers->mode == DECODE_64 && (in->rex & REX_W) != 0)
		return 8;
	return in->operand_prefix ? 2 : 4;
}

u8 address_size(const struct instruction *in)
{
	switch (in->registers->mode) {
	case DECODE_16:
		return in->address_prefix ? 4 : 2;
	case DECODE_32:
		return in->address_prefix ? 2 : 4;
	default:
		return in->address_prefix ? 4 : 8;
	}
}

/** Adds the base of a segment. In 64-bit mode only FS and GS have one, and addresses are not cut. */
static u64 add_base(const struct instruction *in, enum segment segment, u64 effective)
{
	const struct decode_registers *registers = in->registers;

	effective = cut(effective, address_size(in));
	if (registers->mode == DECODE_64)
		return segment >= SEGMENT_FS ? effective + registers->segment[segment] : effective;
	return cut(effective + registers->segment[segment], 4);
}

u64 linear_address(const struct instruction *in, enum segment otherwise, u64 effective)
{
	return add_base(in, in->segment >= 0 ? (enum segment)in->segment : otherwise, effective);
}

static u64 gpr(const struct instruction *in, u8 number) { return in->registers->gpr[number]; }

/** Addresses of 16 bits: the sums that rm stands for. */
static u64 address_16(struct instruction *in, u8 mod, u8 rm, enum segment *segment)
{
	static const u8 BASE[8] = { GPR_RBX, GPR_RBX, GPR_RBP, GPR_RBP, GPR_RSI, GPR_RDI, GPR_RBP, GPR_RBX };
	static const u8 INDEX[4] = { GPR_RSI, GPR_RDI, GPR_RSI, GPR_RDI };
	u64 address;

	if (mod == 0 && rm == 6)
		return take_signed(in, 2);
	address = gpr(in, BASE[rm]) + (rm < 4 ? gpr(in, INDEX[rm]) : 0);
	if (BASE[rm] == GPR_RBP)
		*segment = SEGMENT_SS;
	return address + take_signed(in, mod);
}

/** Addresses of 32 and 64 bits: base, index and displacement. */
static u64 address_32(struct instruction *in, u8 mod, u8 rm, enum segment *segment)
{
	u8 base = rm | ((in->rex & REX_B) != 0 ? 8 : 0);
	u64 address = 0;

	if (rm == 4) {
		u8 sib = take(in);
		u8 index = (sib >> 3 & 7) | ((in->rex & REX_X) != 0 ? 8 : 0);

		rm = sib & 7;
		base = rm | ((in->rex & REX_B) != 0 ? 8 : 0);
		if (index != GPR_RSP)
			address = gpr(in, index) << (sib >> 6);
		if (mod == 0 && rm == 5)
			return address + take_signed(in, 4);
	} else if (mod == 0 && rm == 5) {
		in->rip_relative = in->registers->mode == DECODE_64;
		return take_signed(in, 4);
	}
	if (base == GPR_RSP || base == GPR_RBP)
		*segment = SEGMENT_SS;
	return address + gpr(in, base) + take_signed(in, mod == 2 ? 4 : mod);
}

/** AH to BH where there is no REX. */
static void set_register(const struct instruction *in, struct decoded *out, u8 number, u8 size)
{
	out->reg_size = size;
	out->high_byte = size == 1 && in->rex == 0 && number >= 4 && number < 8;
	out->reg = out->high_byte ? number - 4 : number;
}

bool memory_operand(struct instruction *in, struct decoded *out, u8 size, u8 reg_size, u8 immediate_bytes)
{
	u8 modrm = take(in);
	u8 mod = modrm >> 6, rm = modrm & 7;
	enum segment segment = SEGMENT_DS;
	u64 effective;

	if (mod == 3)
		return false;
	effective = address_size(in) == 2 ? address_16(in, mod, rm, &segment) : address_32(in, mod, rm, &segment);
	out->address = in->rip_relative ? effective : linear_address(in, segment, effective);
	out->memory = true;
	out->size = size;
	if (reg_size != 0)
		set_register(in, out, (modrm >> 3 & 7) | ((in->rex & REX_R) != 0 ? 8 : 0), reg_size);
	if (immediate_bytes != 0) {
		out->has_immediate = true;
		out->immediate = cut(take_signed(in, immediate_bytes), size);
	}
	return true;
}

bool register_operand(struct instruction *in, struct decoded *out, u8 reg_size)
{
	u8 modrm = take(in);

	out->reg = (modrm & 7) | ((in->rex & REX_B) != 0 ? 8 : 0);
	out->reg_size = reg_size;
	return true;
}

bool control_operand(struct instruction *in, struct decoded *out)
{
	u8 modrm = peek(in);

	out->control = (modrm >> 3 & 7) | ((in->rex & REX_R) != 0 ? 8 : 0);
	register_operand(in, out, in->registers->mode == DECODE_64 ? 8 : 4);
	return out->control == 0 || (out->control >= 2 && out->control <= 4) || out->control == 8;
}

bool offset_operand(struct instruction *in, struct decoded *out, u8 size)
{
	out->address = linear_address(in, SEGMENT_DS, take_signed(in, address_size(in)));
	out->memory = true;
	out->size = size;
	out->reg_size = size;
	return true;
}

/** Ports have no 64-bit operands. */
bool port_operand(struct instruction *in, struct decoded *out, u8 size, u16 port)
{
	(void)in;
	out->size = size == 8 ? 4 : size;
	out->reg_size = out->size;
	out->port = port;
	return true;
}

bool string_operand(struct instruction *in, struct decoded *out, u8 size)
{
	bool port = out->operation == DECODE_INS || out->operation == DECODE_OUTS;

	out->size = port && size == 8 ? 4 : size;
	out->repeated = in->repeat != 0;
	out->memory = true;
	out->address = linear_address(in, SEGMENT_DS, gpr(in, GPR_RSI));
	out->destination = add_base(in, SEGMENT_ES, gpr(in, GPR_RDI));
	if (port)
		out->port = (u16)gpr(in, GPR_RDX);
	if (out->operation == DECODE_STOS || out->operation == DECODE_INS)
		out->address = 0;
	if (out->operation == DECODE_LODS || out->operation == DECODE_OUTS)
		out->destination = 0;
	if (out->operation == DECODE_STOS || out->operation == DECODE_LODS)
		out->reg_size = size;
	return true;
}
