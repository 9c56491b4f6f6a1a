/**
 * What td-shim's Linux images need beyond a TDVF, and QEMU does not give: the kernel and its command line in memory, and ACPI
 * tables in the TD HOB. The monitor does here what Cloud Hypervisor does.
 */
#ifndef TD_SHIM_H
#define TD_SHIM_H

#include "metadata.h"
#include "types.h"

/** Whether the image is one: it has a Payload section. */
bool td_shim_image(const struct metadata *metadata);

/**
 * Fills Payload with fw_cfg opt/org.tdx-boot/kernel and PayloadParam with opt/org.tdx-boot/cmdline, and writes the TD HOB with
 * QEMU's ACPI tables. The sections' memory exists already. Ends the run where something does not fit.
 */
void td_shim_load(const struct metadata *metadata, u8 *hob, u64 hob_capacity);

#endif
