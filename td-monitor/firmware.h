/** The TD's initial memory: the firmware's sections, the TD HOB, and MRTD of them. */
#ifndef TD_FIRMWARE_H
#define TD_FIRMWARE_H

#include "metadata.h"
#include "types.h"

/** Loads the image of fw_cfg opt/org.tdx-boot/firmware. Ends the run where it is no firmware for a TD of this size. */
void firmware_load(void);

/** The memory of a section that the VMM fills. Ends the run where its pages do not follow each other in the machine. */
u8 *firmware_section(const struct section *section);

#endif
