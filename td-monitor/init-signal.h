/**
 * vCPUs that an INIT took away. A guest can have a device or the I/O APIC send INIT, which a VMM ignores for a TD. QEMU's TCG takes
 * an INIT at once, in the guest and in the monitor. The first processor starts again at reset.S; any other waits for a SIPI. So
 * processors send a SIPI ten times a second to those that make no exits: a processor takes a SIPI after an INIT only.
 */
#ifndef TD_INIT_SIGNAL_H
#define TD_INIT_SIGNAL_H

#include "td.h"

/** Looks at the other vCPUs, if the time has come. */
void init_signal_look(struct vcpu *v);

#endif
