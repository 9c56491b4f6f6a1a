/** The result: TAP version 14 on COM1, a line for each case, and the end of the VM. Only vCPU 0 may use this. */
#ifndef CONFORMANCE_TAP_H
#define CONFORMANCE_TAP_H

#include "vcpu.h"

void tap_start(void);
/** A comment that tells what the next cases are about. */
void tap_group(const char *title);
/** A comment with a number. */
void tap_note(const char *text, u64 value);
/** A comment with bytes, in hexadecimal. */
void tap_note_bytes(const char *text, const u8 *bytes, u32 count);
/** One case: passes if the two are equal. Ids are dotted words that never change. */
void expect(const char *id, u64 got, u64 expected);
/** Passes if `got` is one of the two, each of which the specification or a host that exists allows. */
void expect_either(const char *id, u64 got, u64 expected, u64 other);
/** Passes if the two are equal in the bits of the mask. */
void expect_bits(const char *id, u64 got, u64 mask, u64 expected);
/** Passes if the condition holds. */
void expect_true(const char *id, bool condition);
/** Passes if the memory is equal. */
void expect_bytes(const char *id, const void *got, const void *expected, u64 bytes);
/** A case that does not apply here. */
void skip(const char *id, const char *reason);
/** Ids made of a prefix and a hexadecimal number. Valid until the next call. */
const char *id_of(const char *prefix, u64 number, const char *suffix);
/** Two texts as one id. Valid until the next call. */
const char *id_join(const char *first, const char *second);
/** The last id, for messages. */
const char *tap_last_id(void);

/** Ends the VM without a result. */
void tap_bail_out(const char *text, const char *detail) __attribute__((noreturn));
void tap_bail_out_of_trap(const struct trap *trap) __attribute__((noreturn));
/** Prints the plan and ends the VM. */
void tap_end(void) __attribute__((noreturn));
/** Ends the VM. */
void power_off(void) __attribute__((noreturn));

/** Ends the run after `seconds` without another call. 0 stops it. */
void watchdog(u32 seconds);

#endif
