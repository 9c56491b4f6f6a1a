/**
 * Random TDCALLs, TDVMCALLs and instructions on all vCPUs at once, from the number after the word `fuzz=`. What they do to the TD
 * is not asked: the host may end it. What the host must not do is fall itself.
 */
#include "tests.h"

/** Of so many addresses two lie outside the pages that the calls are about: most of these end the TD. */
enum { STEPS = 4000, WILD = 128, FIELD_BYTES = 0x400000 };

/** Xorshift of Marsaglia; never 0. */
static u64 next(u64 *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static u64 pick(u64 *state, const u64 *from, u32 count) { return from[next(state) % count]; }
#define PICK(state, from) pick(state, from, COUNT_OF(from))

static u64 address(u64 *state)
{
	static const u64 edges[] = {
		0, 0x1000, 0x9F000, 0xA0000, 0xF0000, 0x100000, 0x7FE00000, 0x80000000, 0xB0000000, 0xE0000000, 0xFEB00000,
		0xFEC00000, 0xFED00000, 0xFEE00000, 0xFEF00000, 0xFF000000, 0xFFFF0000, 0x100000000, 0x140000000, 0x7FFFFFFFF000,
	};
	u64 kind = next(state) % WILD, at;

	if (kind == 0)
		at = next(state);
	else if (kind == 1)
		at = PICK(state, edges) + next(state) % 0x3000 - 0x1000;
	else
		at = td.arena + next(state) % FIELD_BYTES;
	/* Most operands must be aligned. */
	if (next(state) % 4)
		at &= ~0xFFFull;
	return next(state) % 3 ? at : at ^ td.shared;
}

static u64 value(u64 *state)
{
	static const u64 sizes[] = {0, 1, 2, 4, 8, 0x1000, 0x2000, 0x200000, 0x40000000, 0x800000000000, ~0ull, 0xFFFFFFFFFFFFF000};

	switch (next(state) % 4) {
	case 0:
		return PICK(state, sizes);
	case 1:
		return next(state) % 32;
	case 2:
		return address(state);
	default:
		return next(state) >> next(state) % 64;
	}
}

/** Accepts a page of the field, so that a leaf with it as its operand does not end the TD, most of the time. */
static void accept(u64 *state, u64 gpa)
{
	if (gpa - td.arena < FIELD_BYTES && next(state) % WILD)
		leaf(TDG_MEM_PAGE_ACCEPT, gpa & ~0xFFFull, 0, 0);
}

static void call_leaf(u64 *state)
{
	struct registers r;

	for (u32 i = 0; i < REGISTERS; i++)
		r.of[i] = value(state);
	r.of[RCX] = next(state) % 4 ? address(state) | next(state) % 3 : value(state);
	accept(state, r.of[RCX]);
	accept(state, r.of[RDX]);
	r.of[RAX] = 1 + next(state) % 28;
	tdcall(&r);
}

static void call_vmm(u64 *state)
{
	/* Without HLT, which waits for an interrupt, and ReportFatalError, which ends the TD. */
	static const u64 functions[] = {
		VMCALL_CPUID, VMCALL_IO, VMCALL_RDMSR, VMCALL_WRMSR, VMCALL_MMIO, VMCALL_MMIO, VMCALL_GET_TD_VM_CALL_INFO,
		VMCALL_MAP_GPA, VMCALL_MAP_GPA, VMCALL_MAP_GPA, VMCALL_GET_QUOTE, VMCALL_SETUP_EVENT_NOTIFY, 0x10005, 0, 1,
	};
	struct registers r;

	for (u32 i = 0; i < REGISTERS; i++)
		r.of[i] = value(state);
	r.of[RAX] = TDG_VP_VMCALL;
	r.of[RCX] = next(state) % 8 ? 0xFC00 : next(state);
	r.of[R10] = next(state) % 32 == 0;
	r.of[R11] = PICK(state, functions);
	if (r.of[R11] == VMCALL_RDMSR || r.of[R11] == VMCALL_WRMSR)
		r.of[R12] = next(state) % 2 ? 0x800 + next(state) % 0x40 : next(state) % 0x1000;
	else if (r.of[R11] == VMCALL_MAP_GPA || r.of[R11] == VMCALL_GET_QUOTE)
		r.of[R12] = address(state);
	else if (r.of[R11] == VMCALL_IO)
		r.of[R14] = next(state) % 0x1000;
	else if (r.of[R11] == VMCALL_MMIO)
		r.of[R14] = address(state) | td.shared;
	tdcall(&r);
}

static void run_instruction(u64 *state)
{
	static const struct snippet *const snippets[] = {
		&do_cpuid, &do_rdmsr, &do_wrmsr, &do_in8, &do_in16, &do_in32, &do_out8, &do_out16, &do_out32, &do_outs8, &do_ins8,
		&do_wbinvd, &do_invd, &do_vmcall, &do_monitor, &do_mwait, &do_rdpmc, &do_xsetbv, &do_write_cr0, &do_write_cr4,
		&do_vmxon, &do_rsm, &do_encls, &do_getsec, &do_ud2,
	};
	struct registers r;

	for (u32 i = 0; i < REGISTERS; i++)
		r.of[i] = value(state);
	r.of[RCX] = next(state) % 2 ? next(state) % 0x1000 : 0xC0000080 + next(state) % 0x90;
	r.of[RDX] = next(state) % 0x1000;
	run(snippets[next(state) % COUNT_OF(snippets)], &r);
}

static void work(struct vcpu *vcpu, void *seed)
{
	u64 state = *(const u64 *)seed + vcpu->index * 0x9E3779B97F4A7C15;

	state |= !state;
	for (u32 step = 0; step < STEPS; step++) {
		switch (next(&state) % 8) {
		case 0 ... 2:
			call_leaf(&state);
			break;
		case 3 ... 6:
			call_vmm(&state);
			break;
		default:
			run_instruction(&state);
		}
	}
}

void fuzz(void)
{
	const char *word = td_word_after("fuzz=");
	u64 seed = 0;

	if (!word)
		return;
	for (; *word >= '0' && *word <= '9'; word++)
		seed = seed * 10 + (u64)(*word - '0');
	tap_group("random calls");
	tap_note("number", seed);
	for (u64 i = 1; i < td.vcpus; i++)
		start_on(i, work, &seed);
	work(this_vcpu(), &seed);
	for (u64 i = 1; i < td.vcpus; i++)
		wait_for(i);
	expect_true("fuzz.lives", true);
	tap_end();
}
