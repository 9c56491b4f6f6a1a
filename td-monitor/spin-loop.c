#include "spin-loop.h"

#include "exit.h"
#include "guest-paging.h"
#include "processor.h"

enum { STEPS_MAX = 64 };

/** Registers as after some steps. Of the flags only ZF, which such loops ask for. */
struct state {
	struct decode_registers registers;
	bool zero;
};

static bool same(const struct state *a, const struct state *b)
{
	return a->zero == b->zero && !memcmp(a->registers.gpr, b->registers.gpr, sizeof(a->registers.gpr));
}

static bool is_zero(u64 value, u32 bytes) { return bytes == 8 ? !value : !(u32)value; }

/** JE, JNE and JMP by one byte, PAUSE; CMP and TEST of registers. @return whether the instruction was one of them */
static bool step_registers(struct state *s, const u8 *code)
{
	u8 rex = s->registers.mode == DECODE_64 && code[0] >> 4 == 4 ? *code++ : 0;
	u8 modrm = code[1];
	u64 first = s->registers.gpr[(modrm & 7) | (rex & 1) << 3];
	u64 second = s->registers.gpr[(modrm >> 3 & 7) | (rex & 4) << 1];
	s64 length = rex ? 3 : 2;

	switch (code[0]) {
	case 0x74:
	case 0x75:
		if (s->zero == (code[0] == 0x74))
			length += (s8)code[1];
		break;
	case 0xEB:
		length += (s8)code[1];
		break;
	case 0xF3:
		if (modrm != 0x90)
			return false;
		break;
	case 0x83:
		if (modrm >> 3 != 0x1F)
			return false;
		s->zero = is_zero(first ^ (u64)(s8)code[2], rex & 8);
		length++;
		break;
	case 0x39:
	case 0x3B:
	case 0x85:
		if (modrm >> 6 != 3)
			return false;
		s->zero = is_zero(code[0] == 0x85 ? first & second : first ^ second, rex & 8);
		break;
	default:
		return false;
	}
	s->registers.rip += (u64)length;
	return true;
}

/** MOV to a register, CMP and TEST, with 4 or 8 bytes of memory. */
static bool step_memory(const struct vcpu *v, struct state *s, const u8 *code)
{
	struct decoded instruction;
	u64 memory = 0, other;

	if (!decode(code, DECODE_BYTES_MAX, &s->registers, &instruction) || !instruction.memory || instruction.size < 4)
		return false;
	if (guest_fetch(v, instruction.address, (u8 *)&memory, instruction.size) != instruction.size)
		return false;
	other = instruction.has_immediate ? instruction.immediate : s->registers.gpr[instruction.reg];
	if (instruction.operation == DECODE_LOAD)
		s->registers.gpr[instruction.reg] = memory;
	else if (instruction.operation == DECODE_CMP)
		s->zero = is_zero(memory ^ other, instruction.size);
	else if (instruction.operation == DECODE_TEST)
		s->zero = is_zero(memory & other, instruction.size);
	else
		return false;
	s->registers.rip += instruction.length;
	return true;
}

bool spin_loop_waits(const struct vcpu *v)
{
	struct state state = { .registers = registers_at_rip(v), .zero = (v->vmcb->rflags & RFLAGS_ZF) != 0 }, last = state;
	u8 code[DECODE_BYTES_MAX];

	if (linear_rip(v) != state.registers.rip)
		return false;
	/* The first time around may load a register that differs. */
	for (u32 steps = 0; steps < STEPS_MAX; steps++) {
		if (guest_fetch(v, state.registers.rip, code, sizeof(code)) != sizeof(code))
			return false;
		if (!step_registers(&state, code) && !step_memory(v, &state, code))
			return false;
		if (state.registers.rip != last.registers.rip)
			continue;
		if (same(&state, &last))
			return true;
		last = state;
	}
	return false;
}
