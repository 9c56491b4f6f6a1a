#include "nested-paging.h"

#include "dma.h"
#include "memory.h"
#include "td.h"

#define PRESENT 0x001ull
/** Writable, user (nested walks are user accesses), accessed, dirty: nothing is left for the walker to set. */
#define LEAF (PRESENT | 0x066ull)
#define TABLE (PRESENT | 0x026ull)
#define LARGE 0x080ull
/** Bits for software. In an entry that is not present: the page belongs to the VMM. */
#define SHARED_WITH_VMM 0x200ull
/** In a 2 MiB leaf: it stands for 512 pages of 4 KiB, which the module has not merged. */
#define OF_SMALL_PAGES 0x400ull
#define ADDRESS 0x000FFFFFFFFFF000ull

#define HOLE_START 0xA0000ull
#define HOLE_END 0x100000ull
#define FIRMWARE_START (FOUR_GIB - FIRMWARE_MAX)

static u64 *root;
/** Pages of the firmware's range, 0 where it has no memory, and of the hole that QEMU has below 1 MiB and a TD has not. */
static u64 firmware_pages[FIRMWARE_MAX / PAGE_BYTES];
static u64 hole_pages[(HOLE_END - HOLE_START) / PAGE_BYTES];

void nested_paging_init(void)
{
	root = page_new();
	/* The memory of private pages has no hole. */
	for (u64 i = 0; i < COUNT_OF(hole_pages); i++)
		hole_pages[i] = memory_private() ? memory_private() + HOLE_START + i * PAGE_BYTES : physical(page_new());
}

u64 nested_paging_root(void) { return physical(root); }

/** The entry for a page outside RAM, or NULL for RAM, which needs none. */
static u64 *special_page(u64 gpa)
{
	if (gpa >= HOLE_START && gpa < HOLE_END)
		return &hole_pages[(gpa - HOLE_START) / PAGE_BYTES];
	if (gpa >= FIRMWARE_START && gpa < FOUR_GIB)
		return &firmware_pages[(gpa - FIRMWARE_START) / PAGE_BYTES];
	return NULL;
}

void backing_set(u64 gpa, u64 hpa) { *special_page(gpa) = hpa; }

bool backing_of(u64 gpa, u64 *hpa)
{
	const u64 *special = special_page(gpa);

	if (special) {
		*hpa = *special + gpa % PAGE_BYTES;
		return *special != 0;
	}
	if (gpa < td.ram.low)
		*hpa = memory_private() + gpa;
	else if (gpa >= FOUR_GIB && gpa - FOUR_GIB < td.ram.high)
		*hpa = memory_private() + td.ram.low + (gpa - FOUR_GIB);
	else
		return false;
	return true;
}

u8 *backing_in_one_piece(u64 gpa, u64 bytes)
{
	u64 first = 0, hpa;

	for (u64 offset = 0; offset < bytes; offset += PAGE_BYTES) {
		if (!backing_of(gpa + offset, &hpa))
			return NULL;
		if (!offset)
			first = hpa;
		if (hpa != first + offset)
			return NULL;
	}
	return first ? at_physical(first) : NULL;
}

u64 shared_backing_of(u64 gpa)
{
	const u64 *special = special_page(gpa);

	return special ? *special + gpa % PAGE_BYTES : gpa;
}

/** Where 2 MiB of RAM are in one piece. */
static bool large_backing(u64 gpa, u64 *hpa)
{
	u64 last = gpa + LARGE_PAGE_BYTES - 1;

	return gpa >= HOLE_END && backing_of(gpa, hpa) && (last < td.ram.low || (gpa >= FOUR_GIB && last - FOUR_GIB < td.ram.high));
}

/** The entry of the directory for the 2 MiB around the address. NULL where `make` is false and there is none. */
static u64 *directory_entry(u64 gpa, bool make)
{
	u64 *table = root;
	u32 shift;

	for (shift = 39; shift > 21; shift -= 9) {
		u64 *entry = &table[gpa >> shift & 511];

		if (!(*entry & PRESENT)) {
			if (!make)
				return NULL;
			*entry = physical(page_new()) | TABLE;
		}
		table = at_physical(*entry & ADDRESS);
	}
	return &table[gpa >> 21 & 511];
}

/** The entry for the 4 KiB at the address; splits a large mapping. */
static u64 *make_entry(u64 gpa)
{
	u64 *directory = directory_entry(gpa, true);
	u64 *table;

	if ((*directory & (PRESENT | LARGE)) == PRESENT)
		return (u64 *)at_physical(*directory & ADDRESS) + (gpa >> 12 & 511);
	table = page_new();
	for (u64 i = 0; i < 512; i++)
		table[i] = *directory & PRESENT ? (*directory & ADDRESS) + i * PAGE_BYTES + LEAF : *directory;
	*directory = physical(table) | TABLE;
	return &table[gpa >> 12 & 511];
}

/** The entry that maps the address, or 0. */
static u64 find_entry(u64 gpa, u32 *level)
{
	const u64 *directory = directory_entry(gpa, false);

	*level = LEVEL_2M;
	if (!directory)
		return 0;
	if ((*directory & (PRESENT | LARGE)) == PRESENT) {
		*level = LEVEL_4K;
		return ((const u64 *)at_physical(*directory & ADDRESS))[gpa >> 12 & 511];
	}
	return *directory;
}

enum page_state page_state(u64 gpa, u32 *level)
{
	u64 entry = find_entry(gpa, level), hpa;

	if (entry & PRESENT) {
		if (entry & OF_SMALL_PAGES)
			*level = LEVEL_4K;
		return PAGE_ACCEPTED;
	}
	if (!backing_of(gpa & ADDRESS, &hpa))
		return PAGE_OUTSIDE;
	if (entry & SHARED_WITH_VMM) {
		*level = LEVEL_4K;
		return PAGE_SHARED;
	}
	if (*level == LEVEL_2M && !large_backing(gpa & ~(LARGE_PAGE_BYTES - 1), &hpa))
		*level = LEVEL_4K;
	return PAGE_PENDING;
}

/**
 * Replaces a table by one entry where each of its 512 entries has the bit: memory for tables is scarce in a TD of many GiB. Guests
 * convert upwards, so only the last page of 2 MiB can complete them.
 */
static void merge(u64 gpa, u64 bit, u64 entry)
{
	u64 *directory, *table;

	if ((gpa >> 12 & 511) != 511)
		return;
	directory = directory_entry(gpa, false);
	table = at_physical(*directory & ADDRESS);
	for (u64 i = 0; i < 512; i++)
		if (!(table[i] & bit))
			return;
	*directory = entry;
	page_retire(table);
}

void page_accept(u64 gpa)
{
	u64 hpa;

	if (!backing_of(gpa & ADDRESS, &hpa))
		return;
	*make_entry(gpa) = hpa | LEAF;
	if (large_backing(gpa & ~(LARGE_PAGE_BYTES - 1), &hpa))
		merge(gpa, PRESENT, hpa | LEAF | LARGE | OF_SMALL_PAGES);
}

void page_accept_large(u64 gpa)
{
	u64 hpa;

	if (large_backing(gpa, &hpa))
		*directory_entry(gpa, true) = hpa | LEAF | LARGE;
}

void page_share(u64 gpa)
{
	u64 first = gpa & ~(LARGE_PAGE_BYTES - 1), hpa;

	if (!backing_of(gpa, &hpa))
		return;
	/* From now on the TD sees what a device wrote while the page was private. */
	dma_check_page(gpa);
	*make_entry(gpa) = SHARED_WITH_VMM;
	/* Where one page of the machine is both the private and the shared one, the private contents must not show. */
	if (hpa == shared_backing_of(gpa))
		memset(at_physical(hpa), 0, PAGE_BYTES);
	*make_entry(gpa | GPA_SHARED) = shared_backing_of(gpa) | LEAF;
	if (large_backing(first, &hpa)) {
		merge(gpa, SHARED_WITH_VMM, SHARED_WITH_VMM);
		merge(gpa | GPA_SHARED, PRESENT, shared_backing_of(first) | LEAF | LARGE);
	}
}

void page_unshare(u64 gpa)
{
	u64 hpa;

	if (!backing_of(gpa, &hpa))
		return;
	*make_entry(gpa | GPA_SHARED) = 0;
	*make_entry(gpa) = 0;
	/*
	 * A VMM frees the private page when the TD shares it (guest_memfd), and the TD gets a new one. Zeroed now, after the flush that
	 * followed page_share: before that flush another vCPU may have written to it still. QEMU discards the shared page, too
	 * (ram_block_discard_range).
	 */
	memset(at_physical(hpa), 0, PAGE_BYTES);
	memset(at_physical(shared_backing_of(gpa)), 0, PAGE_BYTES);
}

u64 memory_from(u64 gpa)
{
	if (gpa < td.ram.low || (gpa >= FIRMWARE_START && gpa < FOUR_GIB + td.ram.high))
		return gpa;
	return gpa < FIRMWARE_START ? FIRMWARE_START : ~0ull;
}

bool page_next_accepted(u64 *gpa)
{
	u64 end = td.ram.high ? FOUR_GIB + td.ram.high : td.ram.low;
	u32 level;

	while (*gpa < end) {
		if (find_entry(*gpa, &level) & PRESENT)
			return true;
		if (level == LEVEL_2M)
			*gpa = (*gpa | (LARGE_PAGE_BYTES - 1)) + 1;
		else
			*gpa = (*gpa | (PAGE_BYTES - 1)) + 1;
	}
	return false;
}

bool page_shared_mapped(u64 gpa)
{
	u32 level;

	return (find_entry(gpa | GPA_SHARED, &level) & PRESENT) != 0;
}

void device_map(u64 gpa) { *make_entry(gpa | GPA_SHARED) = (gpa & ADDRESS & ~GPA_SHARED) | LEAF; }

void identity_map(u64 gpa, u64 hpa) { *make_entry(gpa) = hpa | LEAF; }

bool guest_physical(u64 gpa, u64 *hpa)
{
	u32 level;
	u64 entry = find_entry(gpa, &level);

	if (!(entry & PRESENT))
		return false;
	*hpa = entry & LARGE ? (entry & ADDRESS & ~(LARGE_PAGE_BYTES - 1)) + gpa % LARGE_PAGE_BYTES
			     : (entry & ADDRESS) + gpa % PAGE_BYTES;
	return memory_mapped(*hpa);
}
