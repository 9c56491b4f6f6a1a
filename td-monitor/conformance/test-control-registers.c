/** CR0, CR4 and XCR0: bits that belong to the TDX module (write_guest_cr0, write_guest_cr4, td_xsetbv.c of the module). */
#include "tests.h"

/** Exit qualification of a write to a control register: number, and the general register from bit 8 on. */
#define CR_QUALIFICATION(number, general) ((u64)(number) | (u64)(general) << 8)

enum bits {
	CR0_PE = 1,
	CR0_NE = 0x20,
	CR0_IGNORED_19 = 0x80000,
	CR0_NW = 0x20000000,
	CR0_CD = 0x40000000,
	CR4_MCE = 0x40,
	CR4_PCE = 0x100,
	CR4_VMXE = 0x2000,
	CR4_SMXE = 0x4000,
	CR4_RESERVED_15 = 0x8000,
	CR4_OSXSAVE = 0x40000,
	CR4_KEY_LOCKER = 0x80000,
	CR4_PKE = 0x400000,
	CR4_CET = 0x800000,
	CR4_PKS = 0x1000000,
	CR4_UINTR = 0x2000000,
	CR4_RESERVED_30 = 0x40000000,
};

#define CR0_PG 0x80000000

static u64 read_cr0(void)
{
	u64 value;
	__asm__ volatile("mov %%cr0, %0" : "=r"(value));
	return value;
}

static u64 read_cr4(void)
{
	u64 value;
	__asm__ volatile("mov %%cr4, %0" : "=r"(value));
	return value;
}

/** Tries the value and puts the old one back. */
static struct trap try_cr0(u64 value)
{
	u64 before = read_cr0();
	struct registers r = {.of[RAX] = value};
	struct trap trap = *run(&do_write_cr0, &r);
	if (trap.vector == NO_TRAP)
		__asm__ volatile("mov %0, %%cr0" : : "r"(before));
	return trap;
}

static struct trap try_cr4(u64 value)
{
	u64 before = read_cr4();
	struct registers r = {.of[RAX] = value};
	struct trap trap = *run(&do_write_cr4, &r);
	if (trap.vector == NO_TRAP)
		__asm__ volatile("mov %0, %%cr4" : : "r"(before));
	return trap;
}

static void test_reads(void)
{
	expect_bits("control.cr0.read", read_cr0(), CR0_CD | CR0_NW | CR0_NE | CR0_PE, CR0_NE | CR0_PE);
	expect_bits("control.cr4.read", read_cr4(), CR4_SMXE | CR4_VMXE | CR4_MCE, CR4_MCE);
}

static void expect_trap(const char *id, struct trap trap, u64 expected) { expect(id, outcome(&trap), expected); }

static void test_cr4(void)
{
	const u64 cr4 = read_cr4();
	const u64 ve = OUTCOME_VE(REASON_CR_ACCESS);
	struct trap trap = try_cr4(cr4 & ~(u64)CR4_MCE);
	expect_trap("control.cr4.clear-mce", trap, ve);
	if (trap.vector == VE)
		expect("control.cr4.qualification", trap.ve.qualification, CR_QUALIFICATION(4, RAX));
	struct registers r = {.of[R9] = cr4 & ~(u64)CR4_MCE};
	trap = *run(&do_write_cr4_r9, &r);
	expect_trap("control.cr4.clear-mce-from-r9", trap, ve);
	if (trap.vector == VE)
		expect("control.cr4.qualification-r9", trap.ve.qualification, CR_QUALIFICATION(4, R9));
	expect("control.cr4.unchanged", read_cr4(), cr4);
	expect_trap("control.cr4.set-vmxe", try_cr4(cr4 | CR4_VMXE), ve);
	expect_trap("control.cr4.set-smxe", try_cr4(cr4 | CR4_SMXE), ve);
	expect_trap("control.cr4.set-reserved-15", try_cr4(cr4 | CR4_RESERVED_15), OUTCOME_GP);
	expect_trap("control.cr4.set-reserved-30", try_cr4(cr4 | CR4_RESERVED_30), OUTCOME_GP);
	expect_trap("control.cr4.set-bit-63", try_cr4(cr4 | (u64)1 << 63), OUTCOME_GP);
	expect_trap("control.cr4.set-key-locker", try_cr4(cr4 | CR4_KEY_LOCKER), OUTCOME_GP);
	/* Features that XFAM and the attributes leave out. */
	expect_trap("control.cr4.set-pke", try_cr4(cr4 | CR4_PKE), td.xfam >> 9 & 1 ? NO_TRAP_AT_ALL : OUTCOME_GP);
	if (td.xfam >> 11 & 1)
		skip("control.cr4.set-cet", "the TD has CET");
	else
		expect_trap("control.cr4.set-cet", try_cr4(cr4 | CR4_CET), OUTCOME_GP);
	if (td.xfam >> 14 & 1)
		skip("control.cr4.set-uintr", "the TD has user interrupts");
	else
		expect_trap("control.cr4.set-uintr", try_cr4(cr4 | CR4_UINTR), OUTCOME_GP);
	if (td.attributes >> 30 & 1)
		skip("control.cr4.set-pks", "the TD has PKS");
	else
		expect_trap("control.cr4.set-pks", try_cr4(cr4 | CR4_PKS), OUTCOME_GP);
	/* Version 1.5.01 lets PCE pass; intel/lkvs expects a #GP of later ones. */
	trap = try_cr4(cr4 | CR4_PCE);
	expect_either("control.cr4.set-pce", outcome(&trap), OUTCOME_GP, NO_TRAP_AT_ALL);
	expect("control.cr4.unchanged-at-the-end", read_cr4(), cr4);
}

static u64 xsetbv(u64 index, u64 value)
{
	struct registers r = {.of[RCX] = index, .of[RAX] = (u32)value, .of[RDX] = value >> 32};
	return outcome(run(&do_xsetbv, &r));
}

static void test_xcr0(void)
{
	u64 cr4 = read_cr4();
	expect("control.xcr0.without-osxsave", xsetbv(0, 1), OUTCOME_UD);
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4 | CR4_OSXSAVE));
	expect("control.xcr0.x87", xsetbv(0, 1), NO_TRAP_AT_ALL);
	expect("control.xcr0.x87-sse", xsetbv(0, 3), NO_TRAP_AT_ALL);
	expect("control.xcr0.index-1", xsetbv(1, 3), OUTCOME_GP);
	expect("control.xcr0.without-x87", xsetbv(0, 2), OUTCOME_GP);
	expect("control.xcr0.zero", xsetbv(0, 0), OUTCOME_GP);
	expect("control.xcr0.avx-without-sse", xsetbv(0, 5), OUTCOME_GP);
	expect("control.xcr0.avx512-in-part", xsetbv(0, 0x27), OUTCOME_GP);
	expect("control.xcr0.mpx", xsetbv(0, 0x1B), OUTCOME_GP);
	expect("control.xcr0.amx-in-part", xsetbv(0, 0x20003), OUTCOME_GP);
	expect("control.xcr0.bit-62", xsetbv(0, (u64)1 << 62 | 3), OUTCOME_GP);
	/* CET is a state of the supervisor: no bit of XCR0. */
	expect("control.xcr0.supervisor-state", xsetbv(0, 0x1803), OUTCOME_GP);
	expect("control.xcr0.avx-as-xfam", xsetbv(0, 7), td.xfam >> 2 & 1 ? NO_TRAP_AT_ALL : OUTCOME_GP);
	/* Where CPUID names the states, XSETBV takes them. */
	bool avx512 = (cpuid(0xD, 0).eax >> 5 & 7) == 7;
	if (avx512 && td_word(EMULATED))
		skip("control.xcr0.avx512-as-cpuid", "emulated: the TD claims what QEMU's TCG lacks");
	else
		expect("control.xcr0.avx512-as-cpuid", xsetbv(0, 0xE7), avx512 ? NO_TRAP_AT_ALL : OUTCOME_GP);
	expect("control.xcr0.pkru-as-xfam", xsetbv(0, 0x203), td.xfam >> 9 & 1 ? NO_TRAP_AT_ALL : OUTCOME_GP);
	struct registers ring3 = {.of[RAX] = 3};
	expect("control.xcr0.ring-3-is-gp", outcome(run_in_ring3(&do_xsetbv, &ring3)), OUTCOME_GP);
	expect("control.xcr0.back", xsetbv(0, 3), NO_TRAP_AT_ALL);
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4));
}

static void test_cr0(void)
{
	const u64 cr0 = read_cr0();
	const u64 ve = OUTCOME_VE(REASON_CR_ACCESS);
	struct trap trap = try_cr0(cr0 | CR0_CD);
	expect_trap("control.cr0.set-cd", trap, ve);
	if (trap.vector == VE)
		expect("control.cr0.qualification", trap.ve.qualification, CR_QUALIFICATION(0, RAX));
	expect_trap("control.cr0.clear-ne", try_cr0(cr0 & ~(u64)CR0_NE), OUTCOME_GP);
	expect_trap("control.cr0.set-bit-32", try_cr0(cr0 | (u64)1 << 32), OUTCOME_GP);
	expect_trap("control.cr0.reserved-19-is-ignored", try_cr0(cr0 | CR0_IGNORED_19), NO_TRAP_AT_ALL);
	expect("control.cr0.unchanged", read_cr0(), cr0);
	expect_trap("control.cr0.set-nw", try_cr0(cr0 | CR0_NW), ve);
	expect_trap("control.cr0.set-cd-nw", try_cr0(cr0 | CR0_CD | CR0_NW), ve);
	expect_trap("control.cr0.clear-pe", try_cr0(cr0 & ~(u64)CR0_PE), OUTCOME_GP);
	expect_trap("control.cr0.clear-pe-and-pg", try_cr0(cr0 & ~(u64)(CR0_PE | CR0_PG)), ve);
	/* No bit of the module's: the processor itself refuses to leave long mode from 64-bit code (SDM volume 2, MOV to CR). */
	expect_trap("control.cr0.clear-pg-in-64-bit-code", try_cr0(cr0 & ~(u64)CR0_PG), OUTCOME_GP);
	expect("control.cr0.unchanged-at-the-end", read_cr0(), cr0);
}

void test_control_registers(void)
{
	tap_group("control registers");
	test_reads();
	test_xcr0();
	test_cr4();
	test_cr0();
}
