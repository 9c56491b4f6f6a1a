/** A bound for lines that the guest can repeat as often as it likes. */
#ifndef TD_LOG_LIMIT_H
#define TD_LOG_LIMIT_H

#include "types.h"

/** Lines of each kind that are written. */
enum { LOG_LIMIT = 16 };

/** Whether a line of this kind may still be written; counts it either way. A kind is any number but 0. */
bool log_limit(u64 kind);
/** One line for each kind that was cut: `omitted`, with the kind and how many. */
void log_omitted(void);

#endif
