/** The end of the run: a last line in the log, and QEMU's exit code (layout.h, END_...). */
#ifndef TD_END_H
#define TD_END_H

#include "td.h"

/** The monitor cannot start this TD. The text is the monitor's own. */
_Noreturn void end_setup(const char *text);
/** The same, with a number that says where: `name=value`. */
_Noreturn void end_setup_at(const char *text, const char *name, u64 value);

/** The TD touched memory that it must not touch. @param id `violation` kinds of README.md */
_Noreturn void end_violation(struct vcpu *v, const char *kind, u64 gpa, const char *access);
/** TDG.VP.VMCALL<ReportFatalError>. @param r the registers that the guest exposes */
_Noreturn void end_fatal_error(struct vcpu *v, const u64 *r);
_Noreturn void end_triple_fault(struct vcpu *v);
/** The TD wrote to the port of isa-debug-exit. */
_Noreturn void end_debug_exit(struct vcpu *v, u32 value);
/** A fault of the monitor itself, or what the processor refuses. */
_Noreturn void end_monitor(struct vcpu *v, const char *text, u64 value);
/** The last lines, where the guest powers the machine off or resets it. It returns: the end itself is QEMU's work. */
void end_by_guest(const char *reason);

#endif
