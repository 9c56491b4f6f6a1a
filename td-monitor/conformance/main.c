/**
 * A guest that tests its Trust Domain. It is a firmware of its own: run as the firmware of a TD (of the TD monitor here, or of
 * QEMU 10.1 and later on TDX hardware) it tries each TDCALL leaf and each rule with good and bad operands, and prints TAP on
 * COM1. What it expects is written from the specifications and from the source of the TDX module (intel/tdx-module, tag
 * TDX_1.5.01) and of KVM, in these files, and shares no table with the monitor.
 *
 * The fw_cfg file opt/org.tdx-boot/conformance holds words: `cpuid=compatible` for a TD whose CPUID claims only what an
 * emulator executes, `emulated` in a TD of the monitor, or one of fatal.c that ends the TD on purpose.
 */
#include "tests.h"

void start(struct vcpu *vcpu);

enum { X2APIC_ID = 0x802, X2APIC_SPURIOUS = 0x80F, X2APIC_ICR = 0x830, POLLS = 100000 };

/** Sleeps until an interrupt is pending, unless there is work. */
static void sleep(const struct vcpu *vcpu)
{
	__asm__ volatile("cli" ::: "memory");
	if (!vcpu->work)
		vmcall(VMCALL_HLT, 1, 0, 0, 0);
	__asm__ volatile("sti" ::: "memory");
}

static void wait_for_work(struct vcpu *vcpu)
{
	vcpu->apic_id = msr_read(X2APIC_ID);
	msr_write(X2APIC_SPURIOUS, 0x1FF);
	__asm__ volatile("sti");
	vcpu->online = 1;
	for (;;) {
		/* Sixteen vCPUs that only poll leave an emulator no time for the one that works. */
		for (u32 polls = 0; !vcpu->work; polls++) {
			if (polls < POLLS)
				cpu_relax();
			else
				sleep(vcpu);
		}
		vcpu->work(vcpu, vcpu->argument);
		__atomic_store_n(&vcpu->work, NULL, __ATOMIC_RELEASE);
	}
}

void start_on(u64 index, void (*work)(struct vcpu *vcpu, void *argument), void *argument)
{
	struct vcpu *vcpu = vcpu_block(index);
	vcpu->argument = argument;
	__atomic_store_n(&vcpu->work, work, __ATOMIC_RELEASE);
	msr_write(X2APIC_ICR, vcpu->apic_id << 32 | VECTOR_WAKE);
}

void wait_for(u64 index)
{
	while (__atomic_load_n(&vcpu_block(index)->work, __ATOMIC_ACQUIRE))
		cpu_relax();
}

void run_on(u64 index, void (*work)(struct vcpu *vcpu, void *argument), void *argument)
{
	start_on(index, work, argument);
	wait_for(index);
}

void start(struct vcpu *vcpu)
{
	vcpu->index = vcpu->initial.esi;
	traps_start(vcpu);
	if (vcpu->index != 0)
		wait_for_work(vcpu);

	tap_start();
	td_learn();
	watchdog(120);
	__asm__ volatile("sti");
	tap_note("vCPUs", td.vcpus);
	tap_note("width of a guest physical address", td.gpaw);
	tap_note("attributes", td.attributes);
	tap_note("XFAM", td.xfam);
	tap_note("host forbids RBP in TDVMCALL (NO_RBP_MOD)", td.no_rbp);
	end_on_purpose();
	fuzz();

	test_initial_state();
	test_leaves();
	test_fields();
	test_measurements();
	test_acceptance();
	test_conversion();
	test_dma();
	test_vmcalls();
	test_instructions();
	test_port_io();
	test_mmio();
	test_msrs();
	test_cpuid();
	test_cpuid_control();
	test_vcpus();
	/* Last, as a TD that gets one of these wrong may not live on. */
	test_control_registers();
	tap_end();
}
