#include "vcpu.h"

#include "apic.h"
#include "end.h"
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "init-signal.h"
#include "memory.h"
#include "nested-paging.h"
#include "processor.h"
#include "spin.h"

enum { IOPM_PAGES = 3, MSRPM_PAGES = 2 };
/** Address spaces whose translations a processor keeps apart: the guest's, and the monitor's own tables. */
enum { ASID_GUEST = 1, ASID_HLT = 2 };

/* vmrun.S */
void vmrun(struct vcpu *v);
void vmrun_hlt(u64 vmcb_address);
void vmload(u64 vmcb_address);
extern u8 hlt_loop[];

struct vcpu vcpus[CPUS_MAX];
u8 stacks[CPUS_MAX << STACK_SHIFT];
/** Counted by reset.S. */
volatile u32 processors_started;

static u8 *iopm, *msrpm;
static volatile u32 locked;

void lock(struct vcpu *v)
{
	while (__atomic_exchange_n(&locked, 1, __ATOMIC_ACQUIRE)) {
		pause();
		init_signal_look(v);
	}
}

void unlock(void) { __atomic_store_n(&locked, 0, __ATOMIC_RELEASE); }

/** MSRs that no exit is spent on: they are the guest's own in the processor, and the module passes them through. */
static const struct {
	u32 first, last;
	bool read, write;
} native_msrs[] = {
	{ 0x00000010, 0x00000010, true, false }, /* IA32_TIME_STAMP_COUNTER */
	{ 0x00000174, 0x00000174, true, true },	 /* IA32_SYSENTER_CS */
	{ 0x00000175, 0x00000176, true, false }, /* IA32_SYSENTER_ESP, EIP: a write must be canonical */
	{ 0x00000277, 0x00000277, true, false }, /* IA32_PAT: a write must have memory types */
	{ 0xC0000081, 0xC0000081, true, true },	 /* IA32_STAR */
	{ 0xC0000082, 0xC0000082, true, false }, /* IA32_LSTAR */
	{ 0xC0000084, 0xC0000084, true, false }, /* IA32_FMASK: a write must have 32 bits */
	{ 0xC0000100, 0xC0000102, true, false }, /* FS, GS and kernel GS base */
	{ 0xC0000103, 0xC0000103, true, false }, /* IA32_TSC_AUX: a write must have 32 bits */
};

static void permit_msr(u32 index, bool write)
{
	u32 bit = index < 0x2000 ? index * 2 : 0x2000 * 2 + (index - 0xC0000000) * 2;

	bit += write;
	msrpm[bit / 8] &= (u8) ~(1u << bit % 8);
}

void permit_port(u16 port, bool permitted)
{
	u8 bit = (u8)(1u << port % 8);

	iopm[port / 8] = permitted ? iopm[port / 8] & (u8)~bit : iopm[port / 8] | bit;
}

void vcpu_permissions_init(void)
{
	iopm = pages_new(IOPM_PAGES);
	msrpm = pages_new(MSRPM_PAGES);
	memset(iopm, 0xFF, IOPM_PAGES * PAGE_BYTES);
	memset(msrpm, 0xFF, MSRPM_PAGES * PAGE_BYTES);
	for (u32 i = 0; i < COUNT_OF(native_msrs); i++) {
		for (u32 index = native_msrs[i].first; index <= native_msrs[i].last; index++) {
			if (native_msrs[i].read)
				permit_msr(index, false);
			if (native_msrs[i].write)
				permit_msr(index, true);
		}
	}
	for (u32 port = 0; port <= 0xFFFF; port++) {
		bool serial = port >= 0x3F8 && port <= 0x3FF && td.serial_native;

		if ((serial || td.mode == MODE_LIGHT) && !port_is_monitors((u16)port) && !port_ends_machine((u16)port))
			permit_port((u16)port, true);
	}
}

u32 processors_start(u32 count)
{
	const u64 icr = APIC_ADDRESS + 0x300;

	/* INIT, then SIPI with vector 0xFF, to all but this one (Intel SDM volume 3, "MP Initialization Protocol"). */
	device_write(0, icr, 4, 0xC4500);
	for (u64 until = tsc_read() + 10000000; tsc_read() < until;)
		pause();
	device_write(0, icr, 4, 0xC0000 | APIC_STARTUP);
	for (u64 until = tsc_read() + 20000000000ull; processors_started < count && tsc_read() < until;)
		pause();
	return processors_started;
}

static void segment(struct vmcb_segment *s, u16 selector, u16 attributes, u32 limit)
{
	*s = (struct vmcb_segment){ .selector = selector, .attributes = attributes, .limit = limit };
}

/** TDX Module Base Specification, "Initial State of the TD vCPU"; tdx_1.5 td_vmcs_init.c. */
static void initial_state(struct vcpu *v)
{
	struct vmcb *vmcb = v->vmcb;
	struct cpuid_values family;

	segment(&vmcb->cs, 0, 0xC9B, ~0u);
	segment(&vmcb->ds, 0, 0xC93, ~0u);
	vmcb->es = vmcb->ss = vmcb->fs = vmcb->gs = vmcb->ds;
	segment(&vmcb->ldtr, 0, 0x00, 0xFFFF);
	segment(&vmcb->tr, 0, 0x8B, 0xFFFF);
	segment(&vmcb->gdtr, 0, 0, 0xFFFF);
	segment(&vmcb->idtr, 0, 0, 0);
	vmcb->rip = 0xFFFFFFF0;
	vmcb->rflags = 2;
	vmcb->dr6 = 0xFFFF0FF0;
	vmcb->dr7 = 0x400;
	vmcb->pat = 0x0007040600070406;
	v->cr0 = CR0_INITIAL;
	v->cr4 = CR4_INITIAL;
	v->efer = EFER_LME | EFER_SCE | EFER_NXE;
	cpuid_read(&td.cpuid, &(struct cpuid_vcpu){ .index = v->index, .cr4 = v->cr4, .xcr0 = 1 }, 1, 0, &family);
	memset(v->gpr, 0, sizeof(v->gpr));
	v->gpr[GPR_RBX] = GPAW;
	v->gpr[GPR_RCX] = v->gpr[GPR_R8] = td.hob_address;
	v->gpr[GPR_RDX] = family.eax;
	v->gpr[GPR_RSI] = v->index;
	guest_state_load(v);
}

static void intercepts(struct vmcb *vmcb)
{
	vmcb->intercept_exceptions = 1u << 6;
	/* Not the selective intercept of CR0, which would spare exits: under TCG it does not see bits above 31. */
	vmcb->intercept_cr_write = INTERCEPT_CR(0) | INTERCEPT_CR(4);
	vmcb->intercept_misc1 = INTERCEPT_NMI | INTERCEPT_SMI | INTERCEPT_INIT | INTERCEPT_CPUID | INTERCEPT_INVLPGA |
				INTERCEPT_IO | INTERCEPT_MSR | INTERCEPT_SHUTDOWN;
	vmcb->intercept_misc2 = INTERCEPT_SVM_INSTRUCTIONS | INTERCEPT_XSETBV;
	if (td.mode == MODE_FAITHFUL) {
		vmcb->intercept_misc1 |= INTERCEPT_HLT | INTERCEPT_INVD | INTERCEPT_RDPMC;
		vmcb->intercept_misc2 |= INTERCEPT_WBINVD | INTERCEPT_MONITOR | INTERCEPT_MWAIT;
	}
}

static void hlt_vmcb_init(struct vcpu *v)
{
	struct vmcb *vmcb = v->hlt_vmcb;
	u64 efer = 0;

	rdmsr(MSR_EFER, &efer);
	vmcb->intercept_misc1 = INTERCEPT_INTR | INTERCEPT_NMI | INTERCEPT_SMI | INTERCEPT_INIT | INTERCEPT_SHUTDOWN;
	vmcb->intercept_misc2 = INTERCEPT_VMRUN;
	vmcb->interrupt_control = INTERRUPT_CONTROL_V_INTR_MASKING;
	vmcb->asid = ASID_HLT;
	segment(&vmcb->cs, CODE64, 0xA9B, ~0u);
	segment(&vmcb->ss, DATA, 0xC93, ~0u);
	vmcb->ds = vmcb->es = vmcb->ss;
	segment(&vmcb->gdtr, 0, 0, 0xFFFF);
	vmcb->cr0 = cr0_read();
	vmcb->cr3 = cr3_read();
	vmcb->cr4 = cr4_read();
	vmcb->efer = efer;
	vmcb->rflags = 2;
	vmcb->dr6 = 0xFFFF0FF0;
	vmcb->dr7 = 0x400;
	vmcb->pat = 0x0007040600070406;
	vmcb->rip = (u64)hlt_loop;
}

void vcpu_init(struct vcpu *v)
{
	u64 efer = 0;

	rdmsr(MSR_EFER, &efer);
	if (!wrmsr(MSR_EFER, efer | EFER_SVME) || !wrmsr(MSR_VM_HSAVE_PA, physical(page_new())))
		end_setup("the processor does not let SVM be switched on");
	__asm__ volatile(".byte 0x0F, 0x01, 0xDD"); /* clgi: the monitor is not interrupted from now on */
	v->vmcb = page_new();
	v->hlt_vmcb = page_new();
	v->vmcb_address = physical(v->vmcb);
	v->vmcb->iopm_base = physical(iopm);
	v->vmcb->msrpm_base = physical(msrpm);
	v->vmcb->asid = ASID_GUEST;
	v->vmcb->nested_control = NESTED_CONTROL_NPT;
	v->vmcb->nested_cr3 = nested_paging_root();
	intercepts(v->vmcb);
	initial_state(v);
	hlt_vmcb_init(v);
	apic_init(v);
	spin_watch(v);
	/* VMLOAD takes FS, GS, TR and LDTR from the VMCB that VMRUN takes the rest from. */
	vmload(v->vmcb_address);
}

_Noreturn void vcpu_run(struct vcpu *v)
{
	for (;;) {
		v->entries++;
		v->in_guest = true;
		barrier();
		v->vmcb->tlb_control = __atomic_exchange_n(&v->flush, false, __ATOMIC_SEQ_CST) ? TLB_FLUSH_ALL : 0;
		vmrun(v);
		v->in_guest = false;
		exit_handle(v);
		spin_rest(v);
	}
}

void flush_all(struct vcpu *v)
{
	for (u32 i = 0; i < td.vcpus; i++)
		__atomic_store_n(&vcpus[i].flush, true, __ATOMIC_SEQ_CST);
	barrier();
	for (u32 i = 0; i < td.vcpus; i++) {
		struct vcpu *other = &vcpus[i];
		u64 entries = other->entries;

		if (other == v || !other->in_guest)
			continue;
		other->nmi_for_flush = true;
		apic_send(v->index, other->apic_id, APIC_NMI);
		while (other->in_guest && other->entries == entries) {
			pause();
			init_signal_look(v);
		}
	}
	pages_reclaim();
}

void nmi_expect(struct vcpu *target)
{
	target->nmi_for_guest = true;
	barrier();
}

void nmi_taken(struct vcpu *v)
{
	bool own = spin_nmi(v) || v->nmi_for_flush;

	v->nmi_for_flush = false;
	nmi_window();
	if (v->nmi_for_guest || !own) {
		v->nmi_for_guest = false;
		event_inject(v, EVENT_TYPE_NMI, 2);
	}
}

void wait_for_interrupt(struct vcpu *v)
{
	v->hlt_vmcb->rip = (u64)hlt_loop;
	v->hlt_vmcb->interrupt_state = 0;
	vmrun_hlt(physical(v->hlt_vmcb));
	switch ((u32)v->hlt_vmcb->exit_code) {
	case VMEXIT_INTR:
		return;
	case VMEXIT_NMI:
		lock(v);
		nmi_taken(v);
		unlock();
		return;
	}
	lock(v);
	exit_by_message(v, (u32)v->hlt_vmcb->exit_code);
	end_monitor(v, "unexpected exit while waiting", v->hlt_vmcb->exit_code);
}
