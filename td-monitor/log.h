/**
 * The monitor's log, on a port of its own (QEMU: -device isa-debugcon,iobase=0xe9). A line is an event:
 * `td-monitor: ID NAME=VALUE ...`, with printable ASCII only, whatever the guest gives. README.md lists the ids.
 *
 * Build a line by log_begin, the value functions and log_end. The caller holds the monitor's lock, or runs alone.
 */
#ifndef TD_LOG_H
#define TD_LOG_H

#include "types.h"

enum { LOG_PORT = 0xE9 };

void log_begin(const char *id);
void log_number(const char *name, u64 value);
/** Hexadecimal, with 0x. */
void log_hex(const char *name, u64 value);
/** A word of the monitor's own. */
void log_word(const char *name, const char *value);
/** Lower-case hexadecimal digits. */
void log_bytes(const char *name, const u8 *bytes, u32 count);
/** Text of anybody, in quotes; what is no printable ASCII, a quote and a backslash are shown as \xNN. Ends at a NUL. */
void log_text(const char *name, const char *text, u32 length);
void log_end(void);

#endif
