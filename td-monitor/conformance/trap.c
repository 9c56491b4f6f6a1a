/** Takes the traps of snippets and the interrupts of the tests; anything else ends the run. */
#include "tap.h"
#include "td.h"
#include "vcpu.h"

_Static_assert(offsetof(struct vcpu, resume_rsp) == VCPU_RESUME_RSP, "entry.S");
_Static_assert(offsetof(struct vcpu, snippet) == VCPU_SNIPPET, "entry.S");
_Static_assert(offsetof(struct vcpu, trap) == VCPU_SNIPPET + 8 && offsetof(struct initial, high) == 0x40, "reset.S");
_Static_assert(sizeof(struct vcpu) <= USER_STACK_TOP - 0x800, "the user stack needs 2 KiB");

/** Pushed by entry.S, then by the processor. */
struct frame {
	u64 r15, r14, r13, r12, r11, r10, r9, r8, rdi, rsi, rbp, rbx, rdx, rcx, rax;
	u64 vector, error, rip, cs, rflags, rsp, ss;
};

struct gate {
	u16 offset_low, selector;
	u8 ist, type;
	u16 offset_middle;
	u32 offset_high, reserved;
};

extern const u8 trap_stubs[256][16], resume[];
void run_snippet(struct registers *registers, u64 code, struct vcpu *vcpu);
void run_snippet_in_ring3(struct registers *registers, u64 code, struct vcpu *vcpu);
void trap_handler(struct frame *frame);

enum { GATE_INTERRUPT = 0x8E, VECTORS = 256, FIRST_INTERRUPT = 32, X2APIC_EOI = 0x80B };

static struct gate idt[VECTORS];
static bool gates_made;

static void load_tables(struct vcpu *vcpu)
{
	struct __attribute__((packed)) {
		u16 limit;
		u64 base;
	} gdtr = {sizeof vcpu->gdt - 1, (u64)vcpu->gdt}, idtr = {sizeof idt - 1, (u64)idt};
	__asm__ volatile("lgdt %0\n\tlidt %1\n\tltr %w2" : : "m"(gdtr), "m"(idtr), "r"(TASK));
	/* The selectors keep their descriptors: the entries are those of reset.S. */
}

static void make_gates(void)
{
	for (u32 vector = 0; vector < VECTORS; vector++) {
		u64 stub = (u64)trap_stubs[vector];
		/* A double fault may come with a stack that is in use: it has its own. */
		u8 ist = vector == DF ? 1 : 0;
		idt[vector] = (struct gate){(u16)stub, CODE64, ist, GATE_INTERRUPT, (u16)(stub >> 16), (u32)(stub >> 32), 0};
	}
	__atomic_store_n(&gates_made, true, __ATOMIC_RELEASE);
}

void traps_start(struct vcpu *vcpu)
{
	if (vcpu->index == 0)
		make_gates();
	while (!__atomic_load_n(&gates_made, __ATOMIC_ACQUIRE))
		cpu_relax();
	u64 block = (u64)vcpu;
	u64 task = (u64)&vcpu->task;
	vcpu->task.rsp[0] = block + RING0_STACK_TOP;
	vcpu->task.ist[0] = block + FAULT_STACK_TOP;
	vcpu->task.io_map = sizeof vcpu->task;
	vcpu->gdt[CODE32 / 8] = 0x00CF9B000000FFFF;
	vcpu->gdt[DATA / 8] = 0x00CF93000000FFFF;
	vcpu->gdt[CODE64 / 8] = 0x00AF9B000000FFFF;
	vcpu->gdt[USER_DATA / 8] = 0x00CFF3000000FFFF;
	vcpu->gdt[USER_CODE / 8] = 0x00AFFB000000FFFF;
	vcpu->gdt[TASK / 8] = (sizeof vcpu->task - 1) | (task & 0xFFFFFF) << 16 | (u64)0x89 << 40 | (task >> 24 & 0xFF) << 56;
	vcpu->gdt[TASK / 8 + 1] = task >> 32;
	load_tables(vcpu);
}

static u64 read_dr6(void)
{
	u64 dr6;
	__asm__ volatile("mov %%dr6, %0" : "=r"(dr6));
	__asm__ volatile("mov %0, %%dr6" : : "r"((u64)0xFFFF0FF0));
	return dr6;
}

static void take_interrupt(struct vcpu *vcpu, u64 vector)
{
	if (vector == VECTOR_WATCHDOG)
		tap_bail_out("no progress: the watchdog fired in", tap_last_id());
	vcpu->interrupts[vector]++;
	/* The TDX module leaves the EOI register to the virtual APIC page: no exit, no #VE. */
	__asm__ volatile("wrmsr" : : "c"(X2APIC_EOI), "a"(0), "d"(0));
}

void trap_handler(struct frame *frame)
{
	struct vcpu *vcpu = this_vcpu();
	if (frame->vector >= FIRST_INTERRUPT) {
		take_interrupt(vcpu, frame->vector);
		return;
	}
	struct trap trap = {.vector = frame->vector, .error = frame->error, .rip = frame->rip};
	if (trap.vector == DB)
		trap.dr6 = read_dr6();
	if (trap.vector == VE && vcpu->in_handler) {
		u64 code = vcpu->in_handler, rax = 0x40000000, rcx = 0;
		vcpu->in_handler = 0;
		/* Does not return where the second #VE becomes a #DF: that goes on at `resume` itself. */
		__asm__ volatile("call *%2" : "+a"(rax), "+c"(rcx) : "S"(code) : "rbx", "rdx", "memory");
	}
	if (trap.vector == VE)
		trap.ve = ve_info_get();
	if (!vcpu->resume_rsp)
		tap_bail_out_of_trap(&trap);
	vcpu->trap = trap;
	frame->rip = (u64)resume;
	frame->cs = CODE64;
	frame->ss = DATA;
	/* Interrupts are off; run() restores what was before the snippet. */
	frame->rflags = 2;
	frame->rsp = vcpu->resume_rsp;
	vcpu->resume_rsp = 0;
}

static const struct trap *run_with(void (*runner)(struct registers *, u64, struct vcpu *), const struct snippet *snippet,
				   struct registers *registers)
{
	struct vcpu *vcpu = this_vcpu();
	u64 flags;
	__asm__ volatile("pushfq\n\tpop %0" : "=r"(flags));
	vcpu->trap = (struct trap){.vector = NO_TRAP};
	runner(registers, snippet->code, vcpu);
	vcpu->resume_rsp = 0;
	__asm__ volatile("push %0\n\tpopfq" : : "r"(flags) : "cc", "memory");
	return &vcpu->trap;
}

const struct trap *run(const struct snippet *snippet, struct registers *registers)
{
	return run_with(run_snippet, snippet, registers);
}

const struct trap *run_in_ring3(const struct snippet *snippet, struct registers *registers)
{
	return run_with(run_snippet_in_ring3, snippet, registers);
}
