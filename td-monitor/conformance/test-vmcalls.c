/** TDG.VP.VMCALL: the mask of exposed registers, and the functions of the GHCI (GHCI specification; KVM, vmx/tdx.c). */
#include "tests.h"

/** R10 to R15. */
#define USUAL_MASK 0xFC00
#define IOAPIC 0xFEC00000
enum { X2APIC_LDR = 0x80D, X2APIC_ICR = 0x830, ICR_LOGICAL = 0x800 };
enum { X2APIC_LVT_TIMER = 0x832, X2APIC_INITIAL_COUNT = 0x838, LVT_PERIODIC = 0x20000 };

/** KVM of the tree of 2022 and of Linux 6.16 differ. */
#define BY_HOST(upstream, year_2022) (td.no_rbp ? (upstream) : (year_2022))

static u64 status_with_mask(u64 mask)
{
	struct registers r = {.of[RCX] = mask, .of[R11] = VMCALL_GET_TD_VM_CALL_INFO};
	tdcall(&r);
	return r.of[RAX];
}

static void test_mask(void)
{
	expect("vmcall.mask.usual", status_with_mask(USUAL_MASK), SUCCESS);
	expect("vmcall.mask.all-allowed", status_with_mask(USUAL_MASK | 0x3CC), SUCCESS);
	expect("vmcall.mask.xmm", status_with_mask(USUAL_MASK | 0x30000), SUCCESS);
	expect("vmcall.mask.rax", status_with_mask(USUAL_MASK | 1), OPERAND_INVALID | RCX);
	expect("vmcall.mask.rcx", status_with_mask(USUAL_MASK | 2), OPERAND_INVALID | RCX);
	expect("vmcall.mask.rsp", status_with_mask(USUAL_MASK | 0x10), OPERAND_INVALID | RCX);
	expect("vmcall.mask.bit-32", status_with_mask(USUAL_MASK | (u64)1 << 32), OPERAND_INVALID | RCX);
	expect("vmcall.mask.bit-63", status_with_mask(USUAL_MASK | (u64)1 << 63), OPERAND_INVALID | RCX);
	/* CONFIG_FLAGS.NO_RBP_MOD: KVM of Linux 6.16 and later sets this for each TD. edk2 until 202402 exposes RBP. */
	expect("vmcall.mask.rbp", status_with_mask(USUAL_MASK | 0x20), BY_HOST(OPERAND_INVALID | RCX, SUCCESS));

	/* A register that the mask does not name keeps its value, whatever the VMM writes. */
	struct registers r = {.of[RCX] = USUAL_MASK & ~0xC000u, .of[R11] = VMCALL_CPUID, .of[R12] = 0x40000000};
	r.of[R14] = 0x1414141414141414;
	r.of[R15] = 0x1515151515151515;
	r.of[RBX] = 0xBBBB;
	tdcall(&r);
	expect("vmcall.mask.unnamed-r14", r.of[R14], 0x1414141414141414);
	expect("vmcall.mask.unnamed-r15", r.of[R15], 0x1515151515151515);
	expect("vmcall.mask.unnamed-rbx", r.of[RBX], 0xBBBB);
	expect("vmcall.mask.named-r10", r.of[R10], 0);
	expect("vmcall.mask.rcx-kept", r.of[RCX], USUAL_MASK & ~0xC000u);
}

static void test_info_and_unknown(void)
{
	struct registers r = vmcall(VMCALL_GET_TD_VM_CALL_INFO, 0, 0x13, 0x14, 0x15);
	expect("vmcall.info.status", r.of[R10], 0);
	expect("vmcall.info.r11-to-r14", r.of[R11] | r.of[R12] | r.of[R13] | r.of[R14], 0);
	static const u64 unknown[] = {0x0, 0x5, 0xFFFF, 0x1FFFF, 0x20000, 0xFFFFFFFF};
	for (u32 i = 0; i < COUNT_OF(unknown); i++)
		expect_either(id_of("vmcall.unknown-", unknown[i], ""), vmcall(unknown[i], 0, 0, 0, 0).of[R10],
			      VMCALL_SUBFUNC_UNSUPPORTED, VMCALL_INVALID_OPERAND);
	/* R10 is not 0: a hypercall of the VMM's own. No KVM knows number 0x7FFF. */
	r = (struct registers){.of[RCX] = USUAL_MASK, .of[R10] = 0x7FFF};
	tdcall(&r);
	expect("vmcall.vendor.rax", r.of[RAX], SUCCESS);
	expect_true("vmcall.vendor.refused", r.of[R10] != 0);
}

static void test_instructions_by_vmcall(void)
{
	struct registers r = vmcall(VMCALL_CPUID, 0x40000000, 0, 0, 0);
	expect("vmcall.cpuid.status", r.of[R10], 0);
	expect_true("vmcall.cpuid.hypervisor-leaf", r.of[R12] >= 0x40000000 && r.of[R12] < 0x50000000);
	expect_true("vmcall.cpuid.hypervisor-name", r.of[R13] && r.of[R14]);

	io_write(0x80, 1, 0);
	expect("vmcall.io.write-status", vmcall(VMCALL_IO, 1, 1, 0x80, 0x5A).of[R10], 0);
	/* The scratch register of COM1 keeps what is written. */
	io_write(0x3FF, 1, 0xA5);
	expect("vmcall.io.read-back", io_read(0x3FF, 1), 0xA5);
	io_write(0xCF8, 4, 0x80000000);
	expect("vmcall.io.read-32", io_read(0xCF8, 4), 0x80000000);
	/* Not aligned: the VMM splits the access, and the real-time clock's data port is the first byte of it. */
	io_write(0x70, 1, 0x32);
	expect("vmcall.io.read-32-unaligned", io_read(0x71, 4) & 0xFF, io_read(0x71, 1));
	expect("vmcall.io.read-16-host-bridge", io_read(0xCFC, 2), 0x8086);
	static const u64 sizes[] = {0, 3, 5, 8};
	for (u32 i = 0; i < COUNT_OF(sizes); i++)
		expect(id_of("vmcall.io.size-", sizes[i], ""), vmcall(VMCALL_IO, sizes[i], 0, 0x80, 0).of[R10],
		       VMCALL_INVALID_OPERAND);
	expect("vmcall.io.direction-2", vmcall(VMCALL_IO, 1, 2, 0x80, 0).of[R10], VMCALL_INVALID_OPERAND);

	r = vmcall(VMCALL_RDMSR, 0x1B, 0, 0, 0);
	expect("vmcall.rdmsr.apic-base-status", r.of[R10], 0);
	expect_bits("vmcall.rdmsr.apic-base-x2apic", r.of[R11], 0xC00, 0xC00);
	expect("vmcall.rdmsr.unknown", vmcall(VMCALL_RDMSR, 0x12345678, 0, 0, 0).of[R10], VMCALL_INVALID_OPERAND);
	expect("vmcall.wrmsr.unknown", vmcall(VMCALL_WRMSR, 0x12345678, 0, 0, 0).of[R10], VMCALL_INVALID_OPERAND);
	expect("vmcall.rdmsr.x2apic-id", vmcall(VMCALL_RDMSR, 0x802, 0, 0, 0).of[R10], 0);
	expect("vmcall.wrmsr.x2apic-id", vmcall(VMCALL_WRMSR, 0x802, 1, 0, 0).of[R10], VMCALL_INVALID_OPERAND);
	expect("vmcall.rdmsr.efer-is-the-modules", vmcall(VMCALL_WRMSR, 0xC0000080, 0, 0, 0).of[R10], VMCALL_INVALID_OPERAND);
}

static void test_mmio_by_vmcall(void)
{
	u64 select = IOAPIC | td.shared, window = (IOAPIC + 0x10) | td.shared;
	expect("vmcall.mmio.write-status", vmcall(VMCALL_MMIO, 4, 1, select, 1).of[R10], 0);
	struct registers r = vmcall(VMCALL_MMIO, 4, 0, window, 0);
	expect("vmcall.mmio.read-status", r.of[R10], 0);
	expect_bits("vmcall.mmio.ioapic-has-24-pins", r.of[R11], 0xFF0000, 0x170000);
	static const u64 sizes[] = {0, 3, 5, 16};
	for (u32 i = 0; i < COUNT_OF(sizes); i++)
		expect(id_of("vmcall.mmio.size-", sizes[i], ""), vmcall(VMCALL_MMIO, sizes[i], 0, window, 0).of[R10],
		       VMCALL_INVALID_OPERAND);
	expect("vmcall.mmio.direction-2", vmcall(VMCALL_MMIO, 4, 2, window, 0).of[R10], VMCALL_INVALID_OPERAND);
	expect("vmcall.mmio.private-gpa", vmcall(VMCALL_MMIO, 4, 0, IOAPIC + 0x10, 0).of[R10], BY_HOST(VMCALL_INVALID_OPERAND, 0));
}

static void test_quote(void)
{
	u64 page = new_page();
	u64 shared = page | td.shared;
	map_gpa(shared, 0x1000);
	u8 *header = (u8 *)(page + SHARED_WINDOW);
	memset(header, 0, 64);
	put64(header, 1);		/* version */
	put32(header + 16, 1024);	/* bytes of the TDREPORT, which is all zeros */
	struct registers r = vmcall(VMCALL_GET_QUOTE, shared, 0x1000, 0, 0);
	expect_either("vmcall.get-quote.status", r.of[R10], 0, VMCALL_SUBFUNC_UNSUPPORTED);
	if (r.of[R10] == 0) {
		u64 status = get64(header + 8);
		/* In flight, an error of the quoting service, or no service. No quote of a report of zeros can succeed. */
		expect_true("vmcall.get-quote.no-quote-of-zeros", status != 0);
		tap_note("status of the quote", status);
	} else {
		skip("vmcall.get-quote.no-quote-of-zeros", "the host has no GetQuote");
	}
	expect_true("vmcall.get-quote.private-buffer", vmcall(VMCALL_GET_QUOTE, page, 0x1000, 0, 0).of[R10] != 0);
	expect_true("vmcall.get-quote.misaligned", vmcall(VMCALL_GET_QUOTE, shared + 0x800, 0x1000, 0, 0).of[R10] != 0);
	expect_true("vmcall.event-notify.vector-31", vmcall(VMCALL_SETUP_EVENT_NOTIFY, 31, 0, 0, 0).of[R10] != 0);
	expect_true("vmcall.event-notify.vector-256", vmcall(VMCALL_SETUP_EVENT_NOTIFY, 256, 0, 0, 0).of[R10] != 0);
}

static void test_hlt(void)
{
	struct vcpu *vcpu = this_vcpu();
	u32 before = vcpu->interrupts[VECTOR_TEST];
	/* An interrupt is pending and cannot be delivered: R12 says that interrupts are off, and HLT must still return. */
	__asm__ volatile("cli");
	u64 to_itself = msr_read(X2APIC_LDR) << 32 | ICR_LOGICAL | VECTOR_TEST;
	msr_write(X2APIC_ICR, to_itself);
	expect("vmcall.rdmsr.icr-reads-back", msr_read(X2APIC_ICR), to_itself);
	expect("vmcall.hlt.pending-interrupt-wakes", vmcall(VMCALL_HLT, 1, 0, 0, 0).of[R10], 0);
	expect("vmcall.hlt.not-delivered-yet", vcpu->interrupts[VECTOR_TEST], before);
	__asm__ volatile("sti\n\tnop\n\tnop" ::: "memory");
	for (u32 i = 0; i < 1000000 && vcpu->interrupts[VECTOR_TEST] == before; i++)
		cpu_relax();
	expect("vmcall.hlt.delivered-after-sti", vcpu->interrupts[VECTOR_TEST], before + 1);
}

/** The APIC timer wakes a vCPU that waits with interrupts on. Takes the timer of the watchdog for a moment. */
static void test_timer(void)
{
	struct vcpu *vcpu = this_vcpu();
	u32 before = vcpu->interrupts[VECTOR_TEST];
	watchdog(0);
	msr_write(X2APIC_LVT_TIMER, VECTOR_TEST);
	msr_write(X2APIC_INITIAL_COUNT, 2000);
	/* The interrupt may come before the call, so the call is not what must end this. */
	for (u64 start = rdtsc(); vcpu->interrupts[VECTOR_TEST] == before && rdtsc() - start < (u64)1 << 36;)
		cpu_relax();
	expect("vmcall.timer.fires", vcpu->interrupts[VECTOR_TEST], before + 1);
	msr_write(X2APIC_LVT_TIMER, VECTOR_TEST | LVT_PERIODIC);
	msr_write(X2APIC_INITIAL_COUNT, cpuid(0x15, 0).ecx / 128 / 100);
	for (u32 i = 0; i < 3; i++)
		expect(id_of("vmcall.timer.ends-hlt-", i, ""), vmcall(VMCALL_HLT, 0, 0, 0, 0).of[R10], 0);
	expect_true("vmcall.timer.periodic", vcpu->interrupts[VECTOR_TEST] > before + 1);
	msr_write(X2APIC_INITIAL_COUNT, 0);
	watchdog(120);
}

void test_vmcalls(void)
{
	tap_group("TDVMCALL");
	test_mask();
	test_info_and_unknown();
	test_instructions_by_vmcall();
	test_mmio_by_vmcall();
	test_quote();
	test_hlt();
	test_timer();
}
