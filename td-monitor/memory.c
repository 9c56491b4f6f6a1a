#include "memory.h"

#include "end.h"
#include "layout.h"
#include "processor.h"
#include "q35.h"

#define PRESENT 0x001ull
#define WRITABLE 0x002ull
/** Write-through and uncached: for devices. */
#define DEVICE 0x018ull
#define LARGE 0x080ull
#define ADDRESS 0x000FFFFFFFFFF000ull

/** RAM below 4 GiB where q35 splits RAM (QEMU hw/i386/pc_q35.c). */
#define LOW_RAM_OF_SPLIT 0x80000000ull

/** A page a processor, through which it reaches the memory of devices. */
#define WINDOWS 0xFFFFFFFFC0000000ull

extern u8 monitor_image[], monitor_end[];

static u64 low, high, private, base;
static u64 next_page, last_page;
/** Linked lists: the first word of each page is the address of the next page. */
static void *free_pages, *retired_pages;
static u32 retired;
static u64 tables;
static u64 *windows;

static u8 cmos(u8 index)
{
	out8(0x70, index);
	return in8(0x71);
}

u64 memory_low(void) { return low; }
u64 memory_high(void) { return high; }
u64 memory_private(void) { return private; }
bool memory_of_devices(u64 address) { return address < FOUR_GIB + high || address >= base + MONITOR_BYTES; }

bool memory_mapped(u64 address) { return address < base + MONITOR_BYTES; }

u64 physical(const void *object)
{
	u64 address = (u64)object;

	return address >= MONITOR_ADDRESS ? address - MONITOR_ADDRESS + base : address;
}

void *pages_new(u64 count)
{
	void *page = (void *)next_page;

	if (last_page - next_page < count * PAGE_BYTES)
		end_monitor(NULL, "page tables of the TD have used up the monitor's 32 MiB: it is too large, or shares too many scattered pages", count);
	next_page += count * PAGE_BYTES;
	memset(page, 0, count * PAGE_BYTES);
	return page;
}

void *page_new(void)
{
	void **page = free_pages;

	if (!page)
		return pages_new(1);
	free_pages = *page;
	memset(page, 0, PAGE_BYTES);
	return page;
}

/** The link is the address of a page, so PRESENT is clear in it: a walk that reads it finds no mapping. */
void page_retire(void *page)
{
	*(void **)page = retired_pages;
	retired_pages = page;
	retired++;
}

u32 pages_retired(void) { return retired; }

void pages_reclaim(void)
{
	while (retired_pages) {
		void **page = retired_pages;

		retired_pages = *page;
		*page = free_pages;
		free_pages = page;
	}
	retired = 0;
}

u64 pages_left(void) { return (last_page - next_page) / PAGE_BYTES; }

/** The table below an entry, made where there is none. It lies in the monitor's memory, so its link address works at once. */
static u64 *below(u64 *table, u64 index)
{
	if (!(table[index] & PRESENT))
		table[index] = physical(page_new()) | PRESENT | WRITABLE;
	return (u64 *)((table[index] & ADDRESS) - base + MONITOR_ADDRESS);
}

static void map_large(u64 *root, u64 address, u64 to)
{
	u64 *directory = below(below(root, address >> 39 & 511), address >> 30 & 511);

	directory[address >> 21 & 511] = to | PRESENT | WRITABLE | LARGE;
}

/** Divides what the monitor leaves of the RAM above 4 GiB: the TD's own, and as much as the TD has in all for private pages. */
static void divide(u64 above)
{
	if (!above)
		return;
	if (above < low || (above > low && low != LOW_RAM_OF_SPLIT))
		end_setup_at("RAM is neither that of the TD nor twice that, and 32 MiB: see -m in README.md", "above-4g", above);
	high = (above - low) / 2;
	private = FOUR_GIB + high;
}

void memory_init(void)
{
	u64 above, address, top;
	u64 *root;

	/* QEMU hw/i386/pc.c, pc_cmos_init: RAM above 16 MiB and above 4 GiB, in units of 64 KiB. */
	low = ((u64)cmos(0x35) << 8 | cmos(0x34)) * 0x10000 + 0x1000000;
	above = ((u64)cmos(0x5D) << 16 | (u64)cmos(0x5C) << 8 | cmos(0x5B)) * 0x10000;
	top = FOUR_GIB + above;
	base = top - MONITOR_BYTES;
	divide(above - MONITOR_BYTES);

	next_page = (u64)monitor_end;
	last_page = MONITOR_ADDRESS + MONITOR_BYTES;
	root = page_new();
	tables = physical(root);
	for (address = 0; address < top; address += LARGE_PAGE_BYTES)
		map_large(root, address, address);
	for (address = 0; address < MONITOR_BYTES; address += LARGE_PAGE_BYTES)
		map_large(root, MONITOR_ADDRESS + address, base + address);
	windows = below(below(below(root, WINDOWS >> 39 & 511), WINDOWS >> 30 & 511), WINDOWS >> 21 & 511);
}

void memory_use(void) { cr3_write(tables); }

void memory_release_boot_tables(void) { memset(at_physical(BOOT_TABLES), 0, BOOT_TABLES_BYTES); }

/** Maps the page of a device into the processor's window. */
static volatile void *window(u32 cpu, u64 address)
{
	u64 at = WINDOWS + cpu * PAGE_BYTES;

	windows[cpu] = (address & ADDRESS) | PRESENT | WRITABLE | DEVICE;
	__asm__ volatile("invlpg (%0)" : : "r"(at) : "memory");
	return (volatile void *)(at + address % PAGE_BYTES);
}

u64 device_read(u32 cpu, u64 address, u32 bytes)
{
	volatile void *at = window(cpu, address);

	switch (bytes) {
	case 1:
		return *(volatile u8 *)at;
	case 2:
		return *(volatile u16 *)at;
	case 4:
		return *(volatile u32 *)at;
	default:
		return *(volatile u64 *)at;
	}
}

void device_write(u32 cpu, u64 address, u32 bytes, u64 value)
{
	volatile void *at = window(cpu, address);

	switch (bytes) {
	case 1:
		*(volatile u8 *)at = (u8)value;
		break;
	case 2:
		*(volatile u16 *)at = (u16)value;
		break;
	case 4:
		*(volatile u32 *)at = (u32)value;
		break;
	default:
		*(volatile u64 *)at = value;
	}
}
