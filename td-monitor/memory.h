/** The monitor's own memory: the RAM of the machine as it sees it, and pages for its tables. */
#ifndef TD_MEMORY_H
#define TD_MEMORY_H

#include "types.h"

enum { PAGE_BYTES = 0x1000 };
#define LARGE_PAGE_BYTES 0x200000ull

/** Reads the size of RAM, builds the page tables that the monitor runs on, and loads them. First processor only. */
void memory_init(void);
/** Loads the tables that memory_init built. */
void memory_use(void);
/** Zeroes the tables that the processors came in through: they are the TD's RAM. */
void memory_release_boot_tables(void);

/** Bytes of the TD's RAM below 4 GiB, and above. */
u64 memory_low(void);
u64 memory_high(void);
/**
 * Where the machine keeps the TD's private memory: as many bytes as the TD has, above the RAM that devices see at the TD's own
 * addresses. 0: the machine has no RAM for it, and private pages are where shared ones are.
 */
u64 memory_private(void);
/** Whether the TD's devices can have this address: the RAM above the TD's own is the monitor's. */
bool memory_of_devices(u64 address);
/** Whether at_physical reaches the address: memory of devices above all RAM is not mapped. */
bool memory_mapped(u64 address);

/** A zeroed page, or a run of them. Ends the run when there is none left. */
void *page_new(void);
void *pages_new(u64 count);
/**
 * Gives back a page of page_new that was a table of nested pages. Processors may still walk it, so page_new has it only after
 * pages_reclaim.
 */
void page_retire(void *page);
/** How many wait for that. */
u32 pages_retired(void);
/** No processor walks a table that was retired. */
void pages_reclaim(void);
u64 pages_left(void);

/** RAM, below and above 4 GiB, is mapped where it is. */
static inline void *at_physical(u64 address) { return (void *)address; }
/** Address in the machine of an object of the monitor: a static one or a page. */
u64 physical(const void *object);

/** Reads or writes 1, 2, 4 or 8 bytes of a device's memory, which may lie above all RAM. @param cpu whose window to use */
u64 device_read(u32 cpu, u64 address, u32 bytes);
void device_write(u32 cpu, u64 address, u32 bytes, u64 value);

#endif
