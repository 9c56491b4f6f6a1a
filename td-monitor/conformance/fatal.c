/** Ways to end a TD on purpose, each of which the host must notice. A word of the fw_cfg file chooses. */
#include "tests.h"

/** A private address that no q35 gives RAM: the window of PCI devices below the I/O APIC. */
#define NOT_MEMORY 0xFEB00000

static void touch(u64 address)
{
	tap_note("reads private GPA", address);
	*(volatile u64 *)address;
}

/** SEPT_VE_DISABLE makes this an exit to the VMM instead of a #VE. */
static void unaccepted(void) { touch(new_block()); }

static void shared(void)
{
	u64 page = new_page();
	map_gpa(page | td.shared, 0x1000);
	touch(page);
}

static void outside(void) { touch(NOT_MEMORY); }

static void accept_outside(void)
{
	tap_note("accepts private GPA", NOT_MEMORY);
	leaf(TDG_MEM_PAGE_ACCEPT, NOT_MEMORY, 0, 0);
}

static void on_other_vcpu(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	touch(*(u64 *)argument);
}

static void unaccepted_by_vcpu_1(void)
{
	u64 block = new_block();
	if (td.vcpus < 2)
		tap_bail_out("the TD has one vCPU, so there is no", "vCPU 1");
	run_on(1, on_other_vcpu, &block);
}

/** A page that a vCPU reads on and on, without an exit that would make it look the address up again. */
struct read_on {
	volatile u64 *page;
	volatile u64 reads;
};

static void keep_reading(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	struct read_on *read_on = argument;
	for (;;) {
		(void)*read_on->page;
		read_on->reads++;
	}
}

/** vCPU 1 has the translation of the page from before the conversion. */
static void shared_by_vcpu_1(void)
{
	static struct read_on read_on;
	if (td.vcpus < 2)
		tap_bail_out("the TD has one vCPU, so there is no", "vCPU 1");
	read_on.page = (volatile u64 *)new_page();
	start_on(1, keep_reading, &read_on);
	while (read_on.reads < 1000)
		cpu_relax();
	map_gpa((u64)read_on.page | td.shared, 0x1000);
	tap_note("vCPU 1 reads private GPA", (u64)read_on.page);
	for (u64 start = rdtsc(); rdtsc() - start < (u64)1 << 32;)
		cpu_relax();
}

/** GHCI specification, TDG.VP.VMCALL<ReportFatalError>: text in R14, R15, RBX, RDI, RSI, R8, R9, RDX. */
static void report_fatal_error(void)
{
	static const char text[64] = "conformance: this error is meant";
	static const u8 order[] = {R14, R15, RBX, RDI, RSI, R8, R9, RDX};
	struct registers r = {.of[RCX] = 0xFFCC, .of[R11] = VMCALL_REPORT_FATAL_ERROR, .of[R12] = 1};
	for (u32 i = 0; i < COUNT_OF(order); i++)
		r.of[order[i]] = get64((const u8 *)text + i * 8);
	tdcall(&r);
}

/** The timer of the PC raises an interrupt with this delivery mode of the I/O APIC (QEMU: IRQ 0 is its input 2). */
static void by_io_apic(u32 delivery_mode)
{
	const u64 select = 0xFEC00000 | td.shared, data = 0xFEC00010 | td.shared;

	vmcall(VMCALL_MMIO, 4, 1, select, 0x10 + 2 * 2);
	vmcall(VMCALL_MMIO, 4, 1, data, delivery_mode << 8 | VECTOR_TEST);
	/* Channel 0, both bytes, mode 2 (rate): 1000 a second. */
	io_write(0x43, 1, 0x34);
	io_write(0x40, 1, 0xA9);
	io_write(0x40, 1, 0x04);
	for (u64 start = rdtsc(); rdtsc() - start < (u64)1 << 32;)
		cpu_relax();
}

/**
 * A message (MSI) to the APIC of vCPU 1: what the device writes asks for delivery mode 5, INIT (Intel SDM volume 3, "Message Data
 * Register Format"). MapGPA needs an answer of vCPU 1.
 */
static void init_by_message(void)
{
	if (td.vcpus < 2)
		tap_bail_out("the TD has one vCPU, so there is no", "vCPU 1");
	tap_note("a device sends INIT to APIC", vcpu_block(1)->apic_id);
	device_message(0xFEE00000 | vcpu_block(1)->apic_id << 12);
	for (u64 start = rdtsc(); rdtsc() - start < (u64)1 << 32;)
		map_gpa(new_page() | td.shared, 0x1000);
}

static void smi_by_io_apic(void) { by_io_apic(2); }
static void init_by_io_apic(void) { by_io_apic(5); }

/** Pulses line 0 of the keyboard controller, with another command than the one that is usual (0xFE). */
static void reset_by_keyboard(void)
{
	io_write(0x64, 1, 0xF0);
	for (;;)
		cpu_relax();
}

static void triple_fault(void)
{
	struct __attribute__((packed)) {
		u16 limit;
		u64 base;
	} none = {0, 0};
	__asm__ volatile("lidt %0\n\tud2" : : "m"(none));
}

static const struct {
	const char *word;
	void (*end)(void);
} ends[] = {
	{"unaccepted", unaccepted},
	{"unaccepted-by-vcpu-1", unaccepted_by_vcpu_1},
	{"shared", shared},
	{"shared-by-vcpu-1", shared_by_vcpu_1},
	{"outside", outside},
	{"accept-outside", accept_outside},
	{"report-fatal-error", report_fatal_error},
	{"smi-by-io-apic", smi_by_io_apic},
	{"init-by-io-apic", init_by_io_apic},
	{"init-by-message", init_by_message},
	{"reset-by-keyboard", reset_by_keyboard},
	{"triple-fault", triple_fault},
};

void end_on_purpose(void)
{
	for (u32 i = 0; i < COUNT_OF(ends); i++) {
		if (!td_word(ends[i].word))
			continue;
		tap_group("ends the TD on purpose");
		ends[i].end();
		tap_bail_out("the TD lives on after", ends[i].word);
	}
}
