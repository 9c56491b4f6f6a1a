/** The groups of cases, and what they share. */
#ifndef CONFORMANCE_TESTS_H
#define CONFORMANCE_TESTS_H

#include "tap.h"
#include "snippets.h"
#include "td.h"

/** Exit reasons of VMX that a #VE reports (SDM volume 3, appendix C). */
enum {
	REASON_CPUID = 10,
	REASON_HLT = 12,
	REASON_INVD = 13,
	REASON_VMCALL = 18,
	REASON_CR_ACCESS = 28,
	REASON_IO = 30,
	REASON_RDMSR = 31,
	REASON_WRMSR = 32,
	REASON_MWAIT = 36,
	REASON_MONITOR = 39,
	REASON_EPT_VIOLATION = 48,
	REASON_WBINVD = 54,
};

/** What a snippet came to, as one number: the vector, and above it the exit reason of a #VE or the error code. */
static inline u64 outcome(const struct trap *trap)
{
	return trap->vector | (trap->vector == VE ? trap->ve.reason : trap->error) << 16;
}

#define NO_TRAP_AT_ALL ((u64)NO_TRAP)
#define OUTCOME_GP ((u64)GP)
#define OUTCOME_UD ((u64)UD)
#define OUTCOME_VE(reason) ((u64)VE | (u64)(reason) << 16)

void test_initial_state(void);
void test_leaves(void);
void test_fields(void);
void test_measurements(void);
void test_acceptance(void);
void test_conversion(void);
void test_dma(void);
/** Has a device write four bytes, 0x554D4551, to an address, as it writes a message of MSI. */
void device_message(u64 address);
void test_vmcalls(void);
void test_instructions(void);
void test_port_io(void);
void test_mmio(void);
void test_msrs(void);
void test_cpuid(void);
void test_cpuid_control(void);
void test_control_registers(void);
void test_vcpus(void);

/** Ends the TD in the way that a word names, if one does. */
void end_on_purpose(void);

/** Makes random calls instead of the tests, if the words ask for that. */
void fuzz(void);

/** Gives another vCPU work. */
void start_on(u64 index, void (*work)(struct vcpu *vcpu, void *argument), void *argument);
/** Waits until the work is done. The watchdog of the group ends a wait in vain. */
void wait_for(u64 index);
/** Both. */
void run_on(u64 index, void (*work)(struct vcpu *vcpu, void *argument), void *argument);

#endif
