/**
 * CPUID of a TD: values, bits that each TD has and bits that no TD has, leaves that are #VE (cpuid_configurations.c and
 * td_cpuid.c of the TDX module; KVM, vmx/tdx.c and QEMU, tdx_fixed1_bits, for bits that a host may configure).
 */
#include "tests.h"

#define CR4_OSXSAVE 0x40000
#define COMPATIBLE "cpuid=compatible"
#define VM_TSC_FREQUENCY 0x111000010000000C

enum { EAX, EBX, ECX, EDX };

static u32 get(u32 leaf, u32 subleaf, u32 which)
{
	struct cpuid c = cpuid(leaf, subleaf);
	return which == EAX ? c.eax : which == EBX ? c.ebx : which == ECX ? c.ecx : c.edx;
}

/** Bits that are fixed in each TD. `lacking` of them are instructions and states that QEMU's TCG does not have. */
static const struct row {
	const char *id;
	u32 leaf, subleaf, which;
	u32 ones, zeros, lacking;
} rows[] = {
	{"cpuid.1.ecx", 1, 0, ECX, 0xC6FAA217, 0x00010060, 0x00028014},
	/* MCE, MTRR and MCA are left out: a host may configure them once the TD reduces its #VEs. */
	{"cpuid.1.edx", 1, 0, EDX, 0x07A9AB7F, 0x40120400, 0x00200002},
	{"cpuid.1.ebx.clflush", 1, 0, EBX, 0x00000800, 0x0000F700, 0},
	{"cpuid.7.0.ebx", 7, 0, EBX, 0x219424C1, 0x00404006, 0x20042440},
	{"cpuid.7.0.ecx", 7, 0, ECX, 0x19000000, 0x643E8000, 0x19000000},
	{"cpuid.7.0.edx", 7, 0, EDX, 0xFC000400, 0x002238C3, 0xFC000400},
	{"cpuid.7.2.edx", 7, 2, EDX, 0x00000017, 0, 0x00000017},
	{"cpuid.d.0.eax", 0xD, 0, EAX, 0x00000003, 0xFFF80118, 0},
	{"cpuid.d.1.eax", 0xD, 1, EAX, 0x0000000F, 0xFFFFFFE0, 0x0000000A},
	{"cpuid.21.eax", 0x21, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.21.ebx", 0x21, 0, EBX, 0x65746E49, ~0x65746E49u, 0},
	{"cpuid.21.ecx", 0x21, 0, ECX, 0x20202020, ~0x20202020u, 0},
	{"cpuid.21.edx", 0x21, 0, EDX, 0x5844546C, ~0x5844546Cu, 0},
	{"cpuid.3.eax", 3, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.8.eax", 8, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.e.eax", 0xE, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.11.eax", 0x11, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.12.eax", 0x12, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.20.eax", 0x20, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.80000000.eax", 0x80000000, 0, EAX, 0x80000008, ~0x80000008u, 0},
	{"cpuid.80000000.ebx", 0x80000000, 0, EBX, 0, 0xFFFFFFFF, 0},
	{"cpuid.80000001.eax", 0x80000001, 0, EAX, 0, 0xFFFFFFFF, 0},
	{"cpuid.80000001.ecx", 0x80000001, 0, ECX, 0x00000121, ~0x00000121u, 0},
	{"cpuid.80000001.edx", 0x80000001, 0, EDX, 0x2C100800, ~0x2C100800u, 0},
	{"cpuid.80000007.edx", 0x80000007, 0, EDX, 0x00000100, ~0x00000100u, 0},
	{"cpuid.80000008.ecx", 0x80000008, 0, ECX, 0, 0xFFFFFFFF, 0},
};

/** Values that a TD of an emulator cannot have, as they name its processor. */
static const struct {
	const char *id;
	u32 leaf, subleaf, which;
	u32 mask, value;
} of_hardware[] = {
	{"cpuid.80000008.eax.physical-bits", 0x80000008, 0, EAX, 0xFF, 52},
	{"cpuid.4.0.ebx.line-size", 4, 0, EBX, 0xFFF, 0x3F},
};

/** Leaves that the module leaves to the VMM. */
static const u32 leaves_of_the_vmm[] = {
	6, 9, 0xF, 0x10, 0x16, 0x17, 0x18, 0x1A, 0x1B, 0x40000000, 0x40000001, 0x4FFFFFFF, 0x80000002, 0x80000005, 0x80000006,
};

static void test_fixed_bits(bool compatible)
{
	for (u32 i = 0; i < COUNT_OF(rows); i++) {
		const struct row *row = &rows[i];
		u32 value = get(row->leaf, row->subleaf, row->which);
		u32 asked = row->ones & ~(compatible ? row->lacking : 0);
		expect_bits(row->id, value, asked | row->zeros, asked);
		if (compatible && row->lacking)
			skip(id_join(row->id, ".what-tcg-lacks"), "cpuid=compatible: the TD claims what its processor executes");
	}
	for (u32 i = 0; i < COUNT_OF(of_hardware); i++) {
		if (compatible)
			skip(of_hardware[i].id, "cpuid=compatible: a value of the hardware");
		else
			expect_bits(of_hardware[i].id, get(of_hardware[i].leaf, of_hardware[i].subleaf, of_hardware[i].which),
				    of_hardware[i].mask, of_hardware[i].value);
	}
}

static void test_values(void)
{
	struct cpuid zero = cpuid(0, 0);
	expect_either("cpuid.0.eax", zero.eax, 0x23, 0x21);
	expect("cpuid.0.ebx", zero.ebx, 0x756E6547);
	expect("cpuid.0.ecx", zero.ecx, 0x6C65746E);
	expect("cpuid.0.edx", zero.edx, 0x49656E69);
	expect("cpuid.1.ebx.apic-id", cpuid(1, 0).ebx >> 24, 0);
	/* XFAM decides which state components there are. */
	struct cpuid state = cpuid(0xD, 0);
	expect_bits("cpuid.d.0.eax-within-xfam", state.eax & ~td.xfam, 0xFFFFFFFF, 0);
	expect("cpuid.d.0.avx-is-xfam", state.eax >> 2 & 1, td.xfam >> 2 & 1);
	if (td_word(COMPATIBLE) && !(state.eax >> 5 & 7))
		skip("cpuid.d.0.avx512-is-xfam", "cpuid=compatible: the TD claims the states that its processor has");
	else
		expect("cpuid.d.0.avx512-is-xfam", state.eax >> 5 & 7, td.xfam >> 5 & 7);
	expect("cpuid.d.0.pkru-is-xfam", state.eax >> 9 & 1, td.xfam >> 9 & 1);
	expect("cpuid.7.0.pku-is-xfam", cpuid(7, 0).ecx >> 3 & 1, td.xfam >> 9 & 1);
	expect("cpuid.7.0.pks-is-attribute", cpuid(7, 0).ecx >> 31, td.attributes >> 30 & 1);
	/* A leaf beyond the last is the last basic one. */
	struct cpuid last = cpuid(zero.eax, 0), beyond = cpuid(zero.eax + 1, 0), extended = cpuid(0x80000009, 0);
	expect_bytes("cpuid.beyond-basic-is-last-basic", &beyond, &last, sizeof last);
	expect_bytes("cpuid.beyond-extended-is-last-basic", &extended, &last, sizeof last);
}

static void test_frequencies(void)
{
	struct cpuid c = cpuid(0x15, 0);
	if (td_word(EMULATED)) {
		skip("cpuid.15.eax", "emulated: the APIC timer of QEMU counts at 1 GHz");
		skip("cpuid.15.ecx", "emulated: the APIC timer of QEMU counts at 1 GHz");
	} else {
		expect("cpuid.15.eax", c.eax, 1);
		expect("cpuid.15.ecx", c.ecx, 25000000);
	}
	/* In units of 25 MHz, which the emulation rounds to. */
	u64 hertz = c.eax ? (u64)c.ecx * c.ebx / c.eax : 0;
	u64 field = vm_field(VM_TSC_FREQUENCY) * 25000000;
	expect_true("cpuid.15.tsc-is-field", hertz > field - 25000000 && hertz < field + 25000000);
}

static void test_mirrors(void)
{
	u64 cr4;
	__asm__ volatile("mov %%cr4, %0" : "=r"(cr4));
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4 & ~(u64)CR4_OSXSAVE));
	expect("cpuid.1.osxsave-off", cpuid(1, 0).ecx >> 27 & 1, 0);
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4 | CR4_OSXSAVE));
	expect("cpuid.1.osxsave-on", cpuid(1, 0).ecx >> 27 & 1, 1);
	__asm__ volatile("mov %0, %%cr4" : : "r"(cr4));
	expect("cpuid.7.0.ospke-off", cpuid(7, 0).ecx >> 4 & 1, 0);
}

void test_cpuid(void)
{
	tap_group("CPUID");
	test_values();
	test_mirrors();
	test_frequencies();
	test_fixed_bits(td_word(COMPATIBLE));
	for (u32 i = 0; i < COUNT_OF(leaves_of_the_vmm); i++) {
		struct registers r = {.of[RAX] = leaves_of_the_vmm[i]};
		expect(id_of("cpuid.", leaves_of_the_vmm[i], ".is-ve"), outcome(run(&do_cpuid, &r)), OUTCOME_VE(REASON_CPUID));
	}
}
