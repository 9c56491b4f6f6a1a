/** Faults of the monitor itself. */
#ifndef TD_TRAP_H
#define TD_TRAP_H

/** Loads the descriptor tables of the monitor. On each processor. */
void trap_init(void);

#endif
