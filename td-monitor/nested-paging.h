/**
 * Guest physical memory: what the TDX module keeps in the secure EPT, and the VMM in the shared one.
 *
 * One root holds both: private addresses in its lower half, shared ones in its upper half, by the shared bit. The caller
 * holds the monitor's lock. A page that was accessible and is no longer so must be flushed on the other processors
 * (flush_all) before the guest is told.
 *
 * Private pages are kept apart from the RAM that devices see at the same addresses (memory_private), as guest_memfd keeps them
 * on TDX hardware: what a device writes to the address of a private page does not reach the TD, and shows here (dma.c).
 */
#ifndef TD_NESTED_PAGING_H
#define TD_NESTED_PAGING_H

#include "types.h"

enum page_state {
	/** Not memory of the TD. */
	PAGE_OUTSIDE,
	/** Memory that the TD has not accepted. */
	PAGE_PENDING,
	/** Private and accepted. */
	PAGE_ACCEPTED,
	/** Given to the VMM by MapGPA or by a shared access. */
	PAGE_SHARED,
};

/** Levels of the EPT as status codes name them: 0 for 4 KiB, 1 for 2 MiB. */
enum { LEVEL_4K, LEVEL_2M };

/** Makes the empty root, and the memory of the hole below 1 MiB. */
void nested_paging_init(void);
u64 nested_paging_root(void);

/** Says where a page of the firmware's range below 4 GiB, which is outside RAM, is kept. */
void backing_set(u64 gpa, u64 hpa);
/** Address in the machine of a private page of the TD's memory (bit 47 clear). False for an address that is no memory. */
bool backing_of(u64 gpa, u64 *hpa);
/**
 * The memory behind private pages that follow each other in the machine, too. NULL where they do not: at the ends of the hole below
 * 1 MiB where private pages are not kept apart, and in the firmware's range.
 */
u8 *backing_in_one_piece(u64 gpa, u64 bytes);
/** Address in the machine where devices and the VMM see a page of the TD's memory. */
u64 shared_backing_of(u64 gpa);

/** The first private address at this one or behind it where memory may be; ~0 for none. */
u64 memory_from(u64 gpa);
/** State of the page at a private address (shared bit clear). @param level the size of its mapping, or of the hole around it */
enum page_state page_state(u64 gpa, u32 *level);

/** Makes a 4 KiB page accessible as private memory, without changing what it holds. */
void page_accept(u64 gpa);
/** The same for 2 MiB of pending pages. */
void page_accept_large(u64 gpa);
/** Makes a private page shared: private accesses fail, shared ones reach what devices see there, which is zero at first. */
void page_share(u64 gpa);
/** Makes a shared page private again: zeroed and pending. */
void page_unshare(u64 gpa);
/** The first accepted page at this address or behind it; false for none. */
bool page_next_accepted(u64 *gpa);
/** Whether the page can be reached at its shared address now. */
bool page_shared_mapped(u64 gpa);

/** Light mode: makes a device's page accessible at its shared address. */
void device_map(u64 gpa);
/** The directory of identity mappings that a vCPU without paging runs on, at its guest physical address. */
void identity_map(u64 gpa, u64 hpa);

/** Where a guest physical address is in the machine, as the guest can access it now. False where it cannot. */
bool guest_physical(u64 gpa, u64 *hpa);

#endif
