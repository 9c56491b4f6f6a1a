/** Several vCPUs: what belongs to each, what they share, and interrupts between them. */
#include "../sha384.h"
#include "tests.h"

#define VP_VCPU_INDEX 0xA020000200000002
#define VM_RTMR_2 0x131000030000004C

enum {
	X2APIC_ID = 0x802,
	X2APIC_ICR = 0x830,
	X2APIC_SELF_IPI = 0x83F,
	ICR_ALL_BUT_SELF = 3 << 18,
};

/** What a vCPU finds out about itself. */
struct findings {
	u64 index, field_index, apic_id, cpuid_apic_id, vcpus;
	u64 no_ve_info, ve_outcome, ve_port;
	u64 extend_status, accept_status, again_status;
	u64 page;
};

static void look(struct vcpu *vcpu, void *argument)
{
	struct findings *f = argument;
	struct registers r = leaf(TDG_VP_INFO, 0, 0, 0);
	f->index = r.of[R9];
	f->vcpus = (u32)r.of[R8];
	f->field_index = leaf(TDG_VP_RD, 0, VP_VCPU_INDEX, 0).of[R8];
	f->apic_id = msr_read(X2APIC_ID);
	f->cpuid_apic_id = cpuid(1, 0).ebx >> 24;
	/* vCPU 0 has a #VE whose information it has not read: that must not be seen here. */
	f->no_ve_info = ve_info_get().status;
	r = (struct registers){.of[RDX] = 0x1234};
	const struct trap *trap = run(&do_in16, &r);
	f->ve_outcome = outcome(trap);
	f->ve_port = trap->ve.qualification >> 16;
	f->accept_status = leaf(TDG_MEM_PAGE_ACCEPT, f->page, 0, 0).of[RAX];
	f->again_status = leaf(TDG_MEM_PAGE_ACCEPT, f->page, 0, 0).of[RAX];
	*(volatile u64 *)f->page = 0xC0DE + vcpu->index;
	f->extend_status = leaf(TDG_MR_RTMR_EXTEND, f->page, 2, 0).of[RAX];
}

static void test_own(u64 index)
{
	static struct findings f;
	u8 expected[SHA384_BYTES], got[SHA384_BYTES];
	const char *prefix = "vcpu.";
	f = (struct findings){.page = new_block()};
	for (u32 i = 0; i < 6; i++)
		put64(expected + i * 8, vm_field(VM_RTMR_2 + i));

	/* Leaves a #VE of this vCPU unread, by a second one in its handler. */
	struct registers r = {0};
	this_vcpu()->in_handler = do_cpuid.code;
	run(&do_wbinvd, &r);
	this_vcpu()->in_handler = 0;
	run_on(index, look, &f);
	expect(id_of(prefix, index, ".own-ve-info-is-empty"), f.no_ve_info, NO_VALID_VE_INFO);
	expect(id_of(prefix, index, ".info-of-vcpu-0-stays"), ve_info_get().reason, REASON_WBINVD);
	expect(id_of(prefix, index, ".vp-info-index"), f.index, index);
	expect(id_of(prefix, index, ".vp-info-vcpus"), f.vcpus, td.vcpus);
	expect(id_of(prefix, index, ".vp-rd-index"), f.field_index, index);
	expect(id_of(prefix, index, ".cpuid-apic-id"), f.cpuid_apic_id, index);
	expect(id_of(prefix, index, ".x2apic-id"), f.apic_id, f.cpuid_apic_id);
	expect(id_of(prefix, index, ".ve"), f.ve_outcome, OUTCOME_VE(REASON_IO));
	expect(id_of(prefix, index, ".ve-port"), f.ve_port, 0x1234);
	expect(id_of(prefix, index, ".accept"), f.accept_status, SUCCESS);
	expect(id_of(prefix, index, ".accept-again"), f.again_status, PAGE_ALREADY_ACCEPTED);
	expect(id_of(prefix, index, ".accepted-for-all"), leaf(TDG_MEM_PAGE_ACCEPT, f.page, 0, 0).of[RAX], PAGE_ALREADY_ACCEPTED);
	expect(id_of(prefix, index, ".writes-are-seen"), *(volatile u64 *)f.page, 0xC0DE + index);
	expect(id_of(prefix, index, ".rtmr-extend"), f.extend_status, SUCCESS);
	sha384_extend(expected, (const u8 *)f.page);
	for (u32 i = 0; i < 6; i++)
		put64(got + i * 8, vm_field(VM_RTMR_2 + i));
	expect_bytes(id_of(prefix, index, ".rtmr-is-shared"), got, expected, sizeof got);
}

static void send(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	msr_write(X2APIC_ICR, *(u64 *)argument);
}

static void send_to_self(struct vcpu *vcpu, void *argument)
{
	(void)vcpu, (void)argument;
	__asm__ volatile("wrmsr" : : "c"(X2APIC_SELF_IPI), "a"(VECTOR_TEST), "d"(0));
}

/** Waits for the interrupt; the watchdog ends a wait in vain. */
static u64 interrupts_of(u64 index, u32 at_least)
{
	const struct vcpu *vcpu = vcpu_block(index);
	while (vcpu->interrupts[VECTOR_TEST] < at_least)
		cpu_relax();
	return vcpu->interrupts[VECTOR_TEST];
}

static void test_interrupts(u64 index, u64 count)
{
	const char *prefix = "vcpu.";
	u32 own = vcpu_block(index)->interrupts[VECTOR_TEST], of_0 = vcpu_block(0)->interrupts[VECTOR_TEST];
	msr_write(X2APIC_ICR, vcpu_block(index)->apic_id << 32 | VECTOR_TEST);
	expect(id_of(prefix, index, ".ipi-from-vcpu-0"), interrupts_of(index, own + 1), own + 1);
	u64 to_0 = msr_read(X2APIC_ID) << 32 | VECTOR_TEST;
	run_on(index, send, &to_0);
	expect(id_of(prefix, index, ".ipi-to-vcpu-0"), interrupts_of(0, of_0 + 1), of_0 + 1);
	run_on(index, send_to_self, NULL);
	expect(id_of(prefix, index, ".self-ipi"), interrupts_of(index, own + 2), own + 2);

	u64 before = 0, after = 0;
	for (u64 i = 1; i < count; i++)
		before += vcpu_block(i)->interrupts[VECTOR_TEST];
	msr_write(X2APIC_ICR, ICR_ALL_BUT_SELF | VECTOR_TEST);
	do {
		after = 0;
		for (u64 i = 1; i < count; i++)
			after += vcpu_block(i)->interrupts[VECTOR_TEST];
	} while (after < before + count - 1);
	expect(id_of(prefix, index, ".ipi-to-all-others"), after - before, count - 1);
	expect(id_of(prefix, index, ".ipi-to-all-others-not-to-self"), vcpu_block(0)->interrupts[VECTOR_TEST], of_0 + 1);
}

/** Every second page of a block, and how many of them were accepted. */
struct half {
	u64 from;
	u64 accepted;
};

static void accept_half(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	struct half *half = argument;
	for (u64 offset = 0; offset < 0x200000; offset += 0x2000)
		half->accepted += leaf(TDG_MEM_PAGE_ACCEPT, half->from + offset, 0, 0).of[RAX] == SUCCESS;
}

static void test_parallel_acceptance(u64 index)
{
	static struct half own, other;
	u64 block = new_block();
	own = (struct half){.from = block};
	other = (struct half){.from = block + 0x1000};
	start_on(index, accept_half, &other);
	accept_half(NULL, &own);
	wait_for(index);
	expect(id_of("vcpu.", index, ".accepts-in-parallel"), own.accepted << 16 | other.accepted, 256 << 16 | 256);
}

/** Reads its page until it is told to stop, and counts what is wrong. */
struct reader {
	u64 page;
	volatile u64 stop, wrong, reads;
};

static void keep_reading(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	struct reader *reader = argument;
	while (!reader->stop) {
		reader->wrong += *(volatile u64 *)reader->page != 0x600D;
		reader->reads++;
	}
}

static void test_conversion_beside(u64 index)
{
	static struct reader reader;
	u64 page = new_page();
	reader = (struct reader){.page = new_page()};
	*(volatile u64 *)reader.page = 0x600D;
	start_on(index, keep_reading, &reader);
	u64 failed = 0;
	for (u32 i = 0; i < 50; i++) {
		failed += map_gpa(page | td.shared, 0x1000) != 0;
		*(volatile u64 *)(page + SHARED_WINDOW) = i;
		failed += map_gpa(page, 0x1000) != 0;
		failed += leaf(TDG_MEM_PAGE_ACCEPT, page, 0, 0).of[RAX] != SUCCESS;
		failed += *(volatile u64 *)page != 0;
	}
	reader.stop = 1;
	wait_for(index);
	expect(id_of("vcpu.", index, ".conversions-beside-a-reader"), failed, 0);
	expect(id_of("vcpu.", index, ".reader-beside-conversions"), reader.wrong, 0);
}

/** Private pages that two vCPUs write to at their shared addresses, each its own word, page by page together. */
struct writers {
	u64 from;
	/** How many times a vCPU has come to a page. */
	volatile u64 arrived;
};

enum { PAGES_AT_ONCE = 64 };

static void write_word(struct writers *writers, u64 word)
{
	for (u64 i = 0; i < PAGES_AT_ONCE; i++) {
		__atomic_add_fetch(&writers->arrived, 1, __ATOMIC_SEQ_CST);
		while (writers->arrived < 2 * (i + 1))
			cpu_relax();
		((volatile u64 *)(writers->from + i * 0x1000 + SHARED_WINDOW))[word] = 0x600D;
	}
}

static void write_second_word(struct vcpu *vcpu, void *argument)
{
	(void)vcpu;
	write_word(argument, 1);
}

/** QEMU converts such a page for the first access; the second finds it shared, with what was written meanwhile. */
static void test_conversion_by_two(u64 index)
{
	static struct writers writers;
	u64 whole = 0;
	writers = (struct writers){.from = new_block()};
	for (u64 i = 0; i < PAGES_AT_ONCE; i++)
		accept_page(writers.from + i * 0x1000);
	start_on(index, write_second_word, &writers);
	write_word(&writers, 0);
	wait_for(index);
	for (u64 i = 0; i < PAGES_AT_ONCE; i++) {
		const volatile u64 *page = (volatile u64 *)(writers.from + i * 0x1000 + SHARED_WINDOW);
		whole += page[0] == 0x600D && page[1] == 0x600D;
	}
	expect(id_of("vcpu.", index, ".shared-accesses-at-once-keep-both-words"), whole, PAGES_AT_ONCE);
}

void test_vcpus(void)
{
	tap_group("several vCPUs");
	u64 count = td.vcpus < VCPUS_MAX ? td.vcpus : VCPUS_MAX;
	u32 before = this_vcpu()->interrupts[VECTOR_TEST];
	send_to_self(NULL, NULL);
	expect("vcpu.0.self-ipi", interrupts_of(0, before + 1), before + 1);
	if (count == 1)
		skip("vcpu.1", "the TD has one vCPU");
	for (u64 i = 1; i < count; i++) {
		test_own(i);
		test_interrupts(i, count);
		test_parallel_acceptance(i);
		test_conversion_beside(i);
		test_conversion_by_two(i);
	}
}
