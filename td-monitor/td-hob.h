/**
 * Builds the TD HOB: the list with which a VMM tells the firmware what memory there is, and that the firmware measures.
 * Twin: src/tdx/td-hob.ts (QEMU's list).
 */
#ifndef TD_HOB_H
#define TD_HOB_H

#include "metadata.h"
#include "q35.h"
#include "types.h"

enum td_hob_error {
	TD_HOB_OK,
	/** The image has no TD_HOB section. */
	TD_HOB_NO_SECTION,
	/** A TD_HOB or TempMem section is in no free RAM: QEMU would refuse the image. */
	TD_HOB_SECTION_NOT_RAM,
	/** The list does not fit into its section, or into the buffer. */
	TD_HOB_TOO_LONG,
	TD_HOB_ERRORS,
};

/** One sentence without a full stop, for the log. Never NULL. */
const char *td_hob_error_text(enum td_hob_error error);

/** A piece of memory to put into a HOB of its own. */
struct hob_data {
	const u8 *data;
	u32 bytes;
};

/** What td-shim gets beyond memory. */
struct td_hob_shim {
	/** Put a PAYLOAD_INFO HOB that says bzImage: a kernel was copied into the Payload section. */
	bool kernel;
	/** ACPI tables, each whole, in the order of the list. */
	const struct hob_data *tables;
	u32 table_count;
};

/**
 * The list as QEMU builds it for TDVF, with its END entry: HANDOFF, then memory by address, with the TD_HOB and TempMem
 * sections cut out as accepted memory (QEMU hw/i386/tdvf-hob.c; target/i386/kvm/tdx.c tdx_accept_ram_range).
 * @param out at least as long as the TD_HOB section, where the list belongs
 * @param length bytes written, END entry included
 */
enum td_hob_error td_hob_qemu(const struct metadata *metadata, struct guest_ram ram, u8 *out, u64 capacity, u64 *length);

/**
 * The list as Cloud Hypervisor builds it for td-shim, with its END entry: HANDOFF, memory by address with the TempMem
 * sections as accepted memory, one GUID HOB an ACPI table, PAYLOAD_INFO (Cloud Hypervisor vmm/src/vm.rs
 * populate_tdx_sections; td-shim doc/tdshim_spec.md). TempMem outside RAM, as td-shim has it below 4 GiB, gets an entry
 * of its own. Other sections are in the entries of RAM, and td-shim accepts them again. Cloud Hypervisor's two entries of
 * MMIO are left out: td-shim hands on memory alone, and where devices are, DSDT says.
 */
enum td_hob_error td_hob_td_shim(const struct metadata *metadata, struct guest_ram ram, const struct td_hob_shim *shim,
				 u8 *out, u64 capacity, u64 *length);

#endif
