/**
 * What td-shim needs beyond a TDVF, and QEMU does not give. With a kernel the monitor does what Cloud Hypervisor does: kernel
 * and command line go into memory, ACPI tables into the TD HOB. With a payload in the image it does what Intel's QEMU of 2022 does.
 */
#ifndef TD_SHIM_H
#define TD_SHIM_H

#include "metadata.h"
#include "types.h"

/** Whether the image is one: it has a Payload section, or wants memory where QEMU has no RAM. Asked before sections get memory. */
bool td_shim_image(const struct metadata *metadata);

/**
 * Fills Payload with fw_cfg opt/org.tdx-boot/kernel and PayloadParam with opt/org.tdx-boot/cmdline, and writes the TD HOB, for a
 * kernel with QEMU's ACPI tables. The sections' memory exists already. Ends the run where something does not fit.
 */
void td_shim_load(const struct metadata *metadata, u8 *hob, u64 hob_capacity);

#endif
