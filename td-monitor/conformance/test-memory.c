/** TDG.MEM.PAGE.ACCEPT and ATTR, MapGPA, and what a page holds after each. */
#include "tests.h"

#define LEVEL_4K 0
#define LEVEL_2M 1
#define LEVEL_1G 2
#define LEVEL_BITS 7
/** In what TDG.MEM.PAGE.ATTR.RD returns (gpa_mapping_and_flags_t). */
#define PENDING ((u64)1 << 62)

static u64 accept(u64 gpa_and_level) { return leaf(TDG_MEM_PAGE_ACCEPT, gpa_and_level, 0, 0).of[RAX]; }

static bool is_zero(const u8 *at, u64 bytes)
{
	for (u64 i = 0; i < bytes; i++)
		if (at[i])
			return false;
	return true;
}

static void test_accept_operands(u64 page)
{
	static const struct {
		const char *id;
		u64 added;
	} refused[] = {
		{"accept.reserved-bit-3", 8},
		{"accept.reserved-bit-11", 0x800},
		{"accept.level-1g", LEVEL_1G},
		{"accept.level-512g", 3},
		{"accept.level-7", 7},
		{"accept.bit-52", (u64)1 << 52},
		{"accept.bit-62", (u64)1 << 62},
		{"accept.2m-misaligned", 0x1000 | LEVEL_2M},
	};
	for (u32 i = 0; i < COUNT_OF(refused); i++)
		expect(refused[i].id, accept(page + refused[i].added), OPERAND_INVALID | RCX);
	expect("accept.shared", accept(page | td.shared), OPERAND_INVALID | RCX);
}

static void test_accept_2m(void)
{
	u64 block = new_block();
	u64 status = accept(block | LEVEL_2M);
	/* KVM maps guest_memfd in 4 KiB pages (tdx_gmem_private_max_mapping_level), unless it knows huge pages. */
	expect_either("accept.2m", status, SUCCESS, PAGE_SIZE_MISMATCH | LEVEL_2M);
	if (status == SUCCESS) {
		expect("accept.2m-again", accept(block | LEVEL_2M), PAGE_ALREADY_ACCEPTED | LEVEL_2M);
		expect("accept.4k-in-accepted-2m", accept(block + 0x5000), PAGE_ALREADY_ACCEPTED | LEVEL_2M);
		expect_true("accept.2m-zero", is_zero((const u8 *)block, 0x200000));
		return;
	}
	skip("accept.2m-again", "the host has mapped 4 KiB pages");
	expect("accept.4k-after-mismatch", accept(block + 0x5000), SUCCESS);
	expect("accept.2m-of-4k-pages", accept(block | LEVEL_2M), PAGE_SIZE_MISMATCH | LEVEL_2M);
}

static void test_accept_4k_then_2m(void)
{
	u64 block = new_block();
	for (u64 offset = 0; offset < 0x200000; offset += 0x1000)
		if (accept(block + offset) != SUCCESS)
			expect_true("accept.512-of-4k", false);
	expect_true("accept.512-of-4k", true);
	/* Even where each is accepted: the entry is no leaf (td-shim depends on this status). */
	expect("accept.2m-of-accepted-4k", accept(block | LEVEL_2M), PAGE_SIZE_MISMATCH | LEVEL_2M);
	expect("accept.4k-last-again", accept(block + 0x1FF000), PAGE_ALREADY_ACCEPTED | LEVEL_4K);
}

static void test_attributes(u64 page)
{
	struct registers r = leaf(TDG_MEM_PAGE_ATTR_RD, page, 0, 0);
	expect("attr-rd.status", r.of[RAX], SUCCESS);
	expect("attr-rd.accepted-4k", r.of[RCX], page | LEVEL_4K);
	expect_bits("attr-rd.no-l2-attributes", r.of[RDX], ~(u64)0xFFFF, 0);
	r = leaf(TDG_MEM_PAGE_ATTR_RD, page | td.shared, 0, 0);
	expect("attr-rd.shared", r.of[RAX], OPERAND_INVALID | RCX);
	expect("attr-rd.shared-clears-rcx", r.of[RCX], 0);
	u64 block = new_block();
	r = leaf(TDG_MEM_PAGE_ATTR_RD, block, 0, 0);
	expect("attr-rd.pending-status", r.of[RAX], SUCCESS);
	expect_bits("attr-rd.pending", r.of[RCX], ~(u64)LEVEL_BITS, block | PENDING);
	expect("attr-wr.nothing", leaf(TDG_MEM_PAGE_ATTR_WR, page, 0, 0).of[RAX], SUCCESS);
	expect("attr-wr.l1-attributes", leaf(TDG_MEM_PAGE_ATTR_WR, page, 1, 0).of[RAX], OPERAND_INVALID | RDX);
	expect("attr-wr.l1-flags", leaf(TDG_MEM_PAGE_ATTR_WR, page, 0, 1).of[RAX], OPERAND_INVALID | R8);
	expect("attr-wr.l2-that-does-not-exist", leaf(TDG_MEM_PAGE_ATTR_WR, page, 0x80070000, 0).of[RAX], OPERAND_INVALID | RDX);
	expect("attr-wr.reserved-bit", leaf(TDG_MEM_PAGE_ATTR_WR, page | 8, 0, 0).of[RAX], OPERAND_INVALID | RCX);
	expect("attr-wr.shared", leaf(TDG_MEM_PAGE_ATTR_WR, page | td.shared, 0, 0).of[RAX], OPERAND_INVALID | RCX);
}

void test_acceptance(void)
{
	tap_group("page acceptance and attributes");
	u64 page = new_page();
	expect_true("accept.4k-zero", is_zero((const u8 *)page, 0x1000));
	*(volatile u64 *)page = 0x1122334455667788;
	expect("accept.4k-again", accept(page), PAGE_ALREADY_ACCEPTED | LEVEL_4K);
	expect("accept.4k-again-keeps-content", *(volatile u64 *)page, 0x1122334455667788);
	expect("accept.added-before-start", accept(MEMORY_ADDRESS), PAGE_ALREADY_ACCEPTED | LEVEL_4K);
	expect("accept.firmware", accept(IMAGE_ADDRESS), PAGE_ALREADY_ACCEPTED | LEVEL_4K);
	test_accept_operands(page);
	test_accept_2m();
	test_accept_4k_then_2m();
	test_attributes(page);
}

/** MapGPA may ask for a second call with the rest. */
static u64 map_all(u64 gpa, u64 bytes)
{
	for (;;) {
		struct registers r = vmcall(VMCALL_MAP_GPA, gpa, bytes, 0, 0);
		if (r.of[R10] != VMCALL_RETRY)
			return r.of[R10];
		bytes -= r.of[R11] - gpa;
		gpa = r.of[R11];
	}
}

static void test_map_operands(u64 page)
{
	/* The tree of 2022 knew no status of its own for alignment ("KVM: TDX: Handle TDX PV map_gpa hypercall", Yamahata). */
	u64 misaligned = td.no_rbp ? VMCALL_ALIGN_ERROR : VMCALL_INVALID_OPERAND;
	expect("map-gpa.gpa-misaligned", map_gpa(page | td.shared | 0x800, 0x1000), misaligned);
	expect("map-gpa.size-misaligned", map_gpa(page | td.shared, 0x1800), misaligned);
	if (td.no_rbp)
		expect("map-gpa.size-zero", map_gpa(page | td.shared, 0), VMCALL_INVALID_OPERAND);
	else
		skip("map-gpa.size-zero", "the tree of 2022 does not say what it means");
	expect("map-gpa.size-wraps", map_gpa(page | td.shared, ~(u64)0xFFF), VMCALL_INVALID_OPERAND);
	expect("map-gpa.gpa-beyond-width", map_gpa((u64)1 << 60, 0x1000), VMCALL_INVALID_OPERAND);
	expect("map-gpa.private-into-shared", map_gpa(td.shared - 0x1000, 0x2000), VMCALL_INVALID_OPERAND);
}

static void fill(u64 at, u64 value)
{
	for (u64 i = 0; i < 4096; i += 8)
		*(volatile u64 *)(at + i) = value;
}

/** A 2 MiB range of which one page is converted: the other 511 stay as they were. */
static void test_page_of_block(void)
{
	u64 block = new_block();
	if (accept(block | LEVEL_2M) != SUCCESS)
		for (u64 offset = 0; offset < 0x200000; offset += 0x1000)
			accept(block + offset);
	*(volatile u64 *)(block + 0x2000) = 2;
	*(volatile u64 *)(block + 0x4000) = 4;
	*(volatile u64 *)(block + 0x1FF000) = 511;
	expect("map-gpa.page-of-block", map_all((block + 0x3000) | td.shared, 0x1000), 0);
	expect("map-gpa.page-of-block-before", *(volatile u64 *)(block + 0x2000), 2);
	expect("map-gpa.page-of-block-after", *(volatile u64 *)(block + 0x4000), 4);
	expect("map-gpa.page-of-block-last", *(volatile u64 *)(block + 0x1FF000), 511);
	expect("map-gpa.page-of-block-still-accepted", accept(block + 0x4000) & ~(u64)LEVEL_BITS, PAGE_ALREADY_ACCEPTED);
	expect("map-gpa.page-of-block-back", map_all(block + 0x3000, 0x1000), 0);
	expect("map-gpa.page-of-block-accept", accept(block + 0x3000), SUCCESS);

	block = new_block();
	expect("map-gpa.whole-block", map_all(block | td.shared, 0x200000), 0);
	for (u64 offset = 0; offset < 0x200000; offset += 0x1000)
		*(volatile u64 *)(block + SHARED_WINDOW + offset) = offset;
	u64 wrong = 0;
	for (u64 offset = 0; offset < 0x200000; offset += 0x1000)
		wrong += *(volatile u64 *)(block + SHARED_WINDOW + offset) != offset;
	expect("map-gpa.whole-block-holds", wrong, 0);
	expect("map-gpa.whole-block-back", map_all(block, 0x200000), 0);
	wrong = 0;
	for (u64 offset = 0; offset < 0x200000; offset += 0x1000)
		wrong += accept(block + offset) != SUCCESS || *(volatile u64 *)(block + offset) != 0;
	expect("map-gpa.whole-block-accept", wrong, 0);
}

/** KVM turns an access with the wrong shared bit into a conversion by QEMU (KVM_EXIT_MEMORY_FAULT). */
static void test_implicit_conversion(void)
{
	u64 page = new_page();
	fill(page, 0x5EC2E75EC2E75EC2);
	expect_true("implicit.shared-access-shows-no-secret",
		    *(volatile u64 *)(page + SHARED_WINDOW + 8) != 0x5EC2E75EC2E75EC2);
	fill(page + SHARED_WINDOW, 0x99);
	expect("implicit.shared-holds", *(volatile u64 *)(page + SHARED_WINDOW + 8), 0x99);
	expect("implicit.accept-makes-private", accept(page), SUCCESS);
	expect("implicit.private-is-zero", *(volatile u64 *)(page + 8), 0);
}

void test_conversion(void)
{
	tap_group("conversion between private and shared");
	u64 page = new_page();
	u64 neighbour = new_page();
	volatile u64 *shared = (volatile u64 *)(page + SHARED_WINDOW);
	volatile u64 *private = (volatile u64 *)page;
	fill(page, 0x5EC2E75EC2E75EC2);
	*(volatile u64 *)neighbour = 0x4E16;
	expect("map-gpa.to-shared", map_all(page | td.shared, 0x1000), 0);
	expect_true("map-gpa.secret-does-not-leak", *shared != 0x5EC2E75EC2E75EC2);
	fill(page + SHARED_WINDOW, 0x0123456789ABCDEF);
	expect("map-gpa.shared-holds", shared[511], 0x0123456789ABCDEF);
	expect("map-gpa.neighbour-untouched", *(volatile u64 *)neighbour, 0x4E16);
	expect("map-gpa.to-shared-again", map_all(page | td.shared, 0x1000), 0);
	expect("map-gpa.to-private", map_all(page, 0x1000), 0);
	expect("map-gpa.private-must-be-accepted", accept(page), SUCCESS);
	expect("map-gpa.private-is-zero", private[0] | private[255] | private[511], 0);
	expect("map-gpa.accept-again", accept(page), PAGE_ALREADY_ACCEPTED | LEVEL_4K);

	u64 block = new_block();
	expect("map-gpa.pending-to-shared", map_all(block | td.shared, 0x3000), 0);
	*(volatile u64 *)(block + 0x2000 + SHARED_WINDOW) = 0x77;
	expect("map-gpa.pending-to-shared-holds", *(volatile u64 *)(block + 0x2000 + SHARED_WINDOW), 0x77);
	expect("map-gpa.part-to-private", map_all(block + 0x1000, 0x1000), 0);
	expect("map-gpa.part-accept", accept(block + 0x1000), SUCCESS);
	expect("map-gpa.rest-still-shared", *(volatile u64 *)(block + 0x2000 + SHARED_WINDOW), 0x77);
	/* A hole between RAM and devices: the VMM has nothing to convert there, which is no error. */
	expect("map-gpa.device", map_all(0xFEC00000 | td.shared, 0x1000), 0);
	test_page_of_block();
	test_implicit_conversion();
	test_map_operands(neighbour);
}
