#include "end.h"

#include "dma.h"
#include "guest-paging.h"
#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "processor.h"

/** QEMU: -device isa-debug-exit,iobase=0xf4,iosize=0x04 */
#define DEBUG_EXIT_PORT 0xF4
/** ICH9's reset control: what remains when there is no isa-debug-exit. */
#define RESET_PORT 0xCF9

static const char *const exit_names[EXIT_KINDS] = {
	[EXIT_TDCALL] = "tdcall", [EXIT_VE] = "ve",   [EXIT_CPUID] = "cpuid", [EXIT_IO] = "io",
	[EXIT_MSR] = "msr",	  [EXIT_CR] = "cr",   [EXIT_HLT] = "hlt",     [EXIT_NPF] = "memory",
	[EXIT_UD] = "ud",	  [EXIT_NMI] = "nmi", [EXIT_OTHER] = "other",
};

static _Noreturn void end(u32 code)
{
	out32(DEBUG_EXIT_PORT, code);
	out8(RESET_PORT, 6);
	for (;;)
		__asm__ volatile("cli; hlt");
}

static void counters(bool by_guest)
{
	/* A look at all pages takes 0.25 s for each GiB under TCG, which is much of a boot in light mode. */
	if (!by_guest || td.mode == MODE_FAITHFUL)
		dma_check_all();
	log_omitted();
	log_begin("exits");
	for (u32 kind = 0; kind < EXIT_KINDS; kind++) {
		u64 sum = 0;

		for (u32 cpu = 0; cpu < td.vcpus; cpu++)
			sum += vcpus[cpu].exits[kind];
		log_number(exit_names[kind], sum);
	}
	log_number("pages-left", pages_left());
	log_end();
}

static void state(const struct vcpu *v)
{
	if (v->ve.valid) {
		log_begin("ve-unfetched");
		log_number("vcpu", v->index);
		log_number("reason", v->ve.reason);
		log_hex("qualification", v->ve.qualification);
		log_hex("gpa", v->ve.gpa);
		log_end();
	}
	log_begin("vcpu");
	log_number("index", v->index);
	log_hex("rip", v->vmcb->rip);
	log_hex("rsp", v->vmcb->rsp);
	log_hex("rflags", v->vmcb->rflags);
	log_hex("cr0", guest_cr0(v));
	log_hex("cr2", v->vmcb->cr2);
	log_hex("cr3", guest_cr3(v));
	log_hex("cr4", v->cr4);
	log_hex("efer", v->efer);
	log_end();
}

static void last_line(const char *reason, u32 code)
{
	log_begin("end");
	log_word("reason", reason);
	log_number("exit-code", code ? 2 * code + 1 : 0);
	log_end();
}

_Noreturn void end_setup(const char *text) { end_setup_at(text, NULL, 0); }

_Noreturn void end_setup_at(const char *text, const char *name, u64 value)
{
	log_begin("setup-failed");
	log_text("text", text, ~0u);
	if (name)
		log_hex(name, value);
	log_end();
	last_line("setup-failed", END_SETUP);
	end(END_SETUP);
}

_Noreturn void end_violation(struct vcpu *v, const char *kind, u64 gpa, const char *access)
{
	log_begin("violation");
	log_word("kind", kind);
	log_word("access", access);
	log_hex("gpa", gpa);
	log_number("vcpu", v->index);
	log_hex("rip", v->vmcb->rip);
	log_end();
	state(v);
	counters(false);
	last_line("violation", END_VIOLATION);
	end(END_VIOLATION);
}

_Noreturn void end_fatal_error(struct vcpu *v, const u64 *r)
{
	/* Intel GHCI, TDG.VP.VMCALL<ReportFatalError>: bit 63 of R12 says that R13 is the GPA of more data. */
	static const u8 order[] = { 14, 15, GPR_RBX, GPR_RDI, GPR_RSI, 8, 9, GPR_RDX };
	u64 text[COUNT_OF(order)];

	for (u32 i = 0; i < COUNT_OF(order); i++)
		text[i] = r[order[i]];
	log_begin("fatal-error");
	log_hex("code", r[12] & 0xFFFFFFFF);
	if (r[12] >> 63)
		log_hex("gpa", r[13]);
	log_number("vcpu", v->index);
	log_text("text", (const char *)text, sizeof(text));
	log_end();
	state(v);
	counters(false);
	last_line("fatal-error", END_FATAL_ERROR);
	end(END_FATAL_ERROR);
}

_Noreturn void end_triple_fault(struct vcpu *v)
{
	state(v);
	counters(false);
	last_line("triple-fault", END_TRIPLE_FAULT);
	end(END_TRIPLE_FAULT);
}

_Noreturn void end_debug_exit(struct vcpu *v, u32 value)
{
	log_begin("debug-exit");
	log_hex("value", value);
	log_number("vcpu", v->index);
	log_end();
	counters(false);
	last_line("debug-exit", END_DEBUG_EXIT);
	end(END_DEBUG_EXIT);
}

_Noreturn void end_monitor(struct vcpu *v, const char *text, u64 value)
{
	log_begin("monitor-fault");
	log_text("text", text, ~0u);
	log_hex("value", value);
	log_end();
	if (v) {
		state(v);
		counters(false);
	}
	last_line("monitor-fault", END_MONITOR);
	end(END_MONITOR);
}

void end_by_guest(const char *reason)
{
	counters(true);
	last_line(reason, 0);
}
