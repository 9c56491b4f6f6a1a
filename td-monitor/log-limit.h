/** A bound for lines that the guest can repeat as often as it likes. */
#ifndef TD_LOG_LIMIT_H
#define TD_LOG_LIMIT_H

#include "types.h"

/** Lines of each kind that are written. */
enum { LOG_LIMIT = 16 };

/**
 * Whether a line of this kind may still be written; counts it either way.
 * @param id the line's id, a string literal
 * @param detail tells kinds with the same id apart: a leaf and its status
 */
bool log_limit(const char *id, u64 detail);
/** The same with another bound. */
bool log_limit_of(const char *id, u64 detail, u64 lines);
/** One line for each kind that was cut: `omitted`, with id, detail and how many. */
void log_omitted(void);

#endif
