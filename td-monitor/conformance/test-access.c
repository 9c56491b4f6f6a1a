/** Port I/O and MMIO: each is a #VE, whose qualification and addresses say what was tried (SDM volume 3, 28.2.1). */
#include "tests.h"

void expect_ve(const char *id, const struct trap *trap, const struct snippet *snippet, u64 reason, u64 qualification);

/** Exit qualification of port I/O. */
#define IO_IN 8
#define IO_STRING 0x10
#define IO_REP 0x20
#define IO_IMMEDIATE 0x40
#define IO_PORT(port) ((u64)(port) << 16)
#define COM1_SCRATCH 0x3FF
/** Exit qualification of an EPT violation, as far as a #VE for MMIO has to tell it. */
#define EPT_READ 1
#define EPT_WRITE 2
#define EPT_ACCESS 7

#define IOAPIC 0xFEC00000
#define ADDRESS_BITS 0x000FFFFFFFFFFFFF

void test_port_io(void)
{
	static const struct {
		const char *id;
		const struct snippet *snippet;
		u64 port;
		u64 qualification;
	} cases[] = {
		{"io.in-8", &do_in8, COM1_SCRATCH, IO_IN | 0},
		{"io.in-16", &do_in16, 0x510, IO_IN | 1},
		{"io.in-32", &do_in32, 0xCFC, IO_IN | 3},
		{"io.in-8-immediate", &do_in8_imm, 0x80, IO_IN | IO_IMMEDIATE | 0},
		{"io.in-32-immediate", &do_in32_imm, 0x80, IO_IN | IO_IMMEDIATE | 3},
		{"io.out-8", &do_out8, COM1_SCRATCH, 0},
		{"io.out-16", &do_out16, 0x604, 1},
		{"io.out-32", &do_out32, 0xCF8, 3},
		{"io.out-8-immediate", &do_out8_imm, 0x80, IO_IMMEDIATE | 0},
		{"io.outs-8", &do_outs8, 0x3F8, IO_STRING | 0},
		{"io.outs-16", &do_outs16, 0x80, IO_STRING | 1},
		{"io.rep-outs-8", &do_rep_outs8, 0x402, IO_STRING | IO_REP | 0},
		{"io.ins-8", &do_ins8, 0x71, IO_IN | IO_STRING | 0},
		{"io.rep-ins-32", &do_rep_ins32, 0xCFC, IO_IN | IO_STRING | IO_REP | 3},
		{"io.port-0", &do_in8, 0, IO_IN | 0},
		{"io.port-ffff", &do_in8, 0xFFFF, IO_IN | 0},
	};
	tap_group("port I/O");
	u64 buffer = new_page();
	for (u32 i = 0; i < COUNT_OF(cases); i++) {
		struct registers r = {.of[RDX] = cases[i].port, .of[RCX] = 2, .of[RSI] = buffer, .of[RDI] = buffer};
		expect_ve(cases[i].id, run(cases[i].snippet, &r), cases[i].snippet, REASON_IO,
			  cases[i].qualification | IO_PORT(cases[i].port));
	}
}

void test_mmio(void)
{
	const u64 at = IOAPIC + SHARED_WINDOW;
	const u64 ram = new_page();
	/* Each row: registers, and the linear address that they make. */
	const struct {
		const char *id;
		const struct snippet *snippet;
		u64 rcx, rsi, rdi, r12, r13, r14;
		u64 gla;
		u64 access;
		/** An emulator that decodes the instruction to find the address need not know this one. */
		bool rare;
	} cases[] = {
		{"mmio.load-8", &do_load8, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.load-16", &do_load16, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.load-32", &do_load32, .rdi = at + 0x10, .gla = at + 0x10, .access = EPT_READ},
		{"mmio.load-64", &do_load64, .rdi = at + 8, .gla = at + 8, .access = EPT_READ},
		{"mmio.load-zero-extend", &do_load_zx8, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.load-sign-extend", &do_load_sx16, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.load-disp8", &do_load_disp8, .rdi = at, .gla = at + 0x10, .access = EPT_READ},
		{"mmio.load-disp32", &do_load_disp32, .rdi = at + 0x12340, .gla = at, .access = EPT_READ},
		{"mmio.load-base-index", &do_load_sib, .rdi = at, .rcx = 2, .gla = at + 0x10, .access = EPT_READ},
		{"mmio.load-index-only", &do_load_index, .rcx = (at + 0x100) / 8, .gla = at, .access = EPT_READ},
		{"mmio.load-r13", &do_load_r13, .r13 = at, .gla = at, .access = EPT_READ},
		{"mmio.load-r12", &do_load_r12, .r12 = at, .gla = at, .access = EPT_READ},
		{"mmio.load-high-registers", &do_load_sib_high, .r13 = at, .r14 = 6, .gla = at + 0x10, .access = EPT_READ},
		{"mmio.load-offset-64", &do_load_moffs, .gla = at, .access = EPT_READ},
		{"mmio.push", &do_load_stack, .rdi = at, .gla = at, .access = EPT_READ, .rare = true},
		{"mmio.lods", &do_load_lods, .rsi = at + 0x10, .gla = at + 0x10, .access = EPT_READ},
		{"mmio.movs-from", &do_load_movs, .rsi = at, .rdi = ram, .gla = at, .access = EPT_READ},
		{"mmio.cmp", &do_load_cmp, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.test", &do_load_test, .rdi = at, .gla = at, .access = EPT_READ},
		{"mmio.bt", &do_load_bt, .rdi = at, .gla = at, .access = EPT_READ, .rare = true},
		{"mmio.store-8", &do_store8, .rdi = at, .gla = at, .access = EPT_WRITE},
		{"mmio.store-16", &do_store16, .rdi = at, .gla = at, .access = EPT_WRITE},
		{"mmio.store-32", &do_store32, .rdi = at + 0x10, .gla = at + 0x10, .access = EPT_WRITE},
		{"mmio.store-64", &do_store64, .rdi = at + 8, .gla = at + 8, .access = EPT_WRITE},
		{"mmio.store-immediate", &do_store_imm, .rdi = at, .gla = at + 0x10, .access = EPT_WRITE},
		{"mmio.stos", &do_store_stos, .rdi = at, .gla = at, .access = EPT_WRITE},
		{"mmio.movs-to", &do_store_movs, .rsi = ram, .rdi = at, .gla = at, .access = EPT_WRITE},
	};
	tap_group("MMIO, which is shared");
	for (u32 i = 0; i < COUNT_OF(cases); i++) {
		struct registers r = {0};
		r.of[RCX] = cases[i].rcx;
		r.of[RSI] = cases[i].rsi;
		r.of[RDI] = cases[i].rdi;
		r.of[R12] = cases[i].r12;
		r.of[R13] = cases[i].r13;
		r.of[R14] = cases[i].r14;
		const struct trap *trap = run(cases[i].snippet, &r);
		const char *id = cases[i].id;
		expect(id, outcome(trap), OUTCOME_VE(REASON_EPT_VIOLATION));
		if (trap->vector != VE)
			continue;
		/* The length of the instruction is not defined here: a guest must decode. */
		expect_bits(id_join(id, ".access"), trap->ve.qualification, EPT_ACCESS, cases[i].access);
		if (cases[i].rare && td_word(EMULATED))
			skip(id_join(id, ".gla"), "emulated: this instruction is not decoded");
		else
			expect(id_join(id, ".gla"), trap->ve.gla, cases[i].gla);
		expect(id_join(id, ".gpa"), trap->ve.gpa & ADDRESS_BITS, (cases[i].gla - SHARED_WINDOW) | td.shared);
		expect(id_join(id, ".rip"), trap->rip, cases[i].snippet->code);
	}
}
