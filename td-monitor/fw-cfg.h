/** QEMU's fw_cfg device: named files from the command line (docs/specs/fw_cfg.rst). */
#ifndef TD_FW_CFG_H
#define TD_FW_CFG_H

#include "types.h"

struct fw_cfg_file {
	u32 bytes;
	u16 selector;
};

/** Whether the device is there and can transfer by DMA. */
bool fw_cfg_present(void);
/** Finds a file by its whole name. */
bool fw_cfg_find(const char *name, struct fw_cfg_file *file);
/** Reads from the start of an item into the monitor's memory. @return false when the device reports an error */
bool fw_cfg_read(u16 selector, void *to, u32 bytes);

/** Number of processors (u16). */
#define FW_CFG_NB_CPUS 0x05

#endif
