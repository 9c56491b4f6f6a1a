#include "guest-paging.h"

#include "memory.h"
#include "nested-paging.h"
#include "processor.h"

#define PRESENT 0x01ull
#define LARGE 0x80ull
#define ADDRESS 0x000FFFFFFFFFF000ull
/** Present, writable, user, accessed, dirty, 4 MiB. */
#define IDENTITY_ENTRY 0xE7u

/** Where the directory is in guest physical memory: between the APICs and the firmware, where nothing is. */
#define IDENTITY_GPA 0xFEF00000ull

/** Without paging these have no effect; with the user pages of the directory they would. */
#define CR4_OF_PAGING (CR4_PAE | CR4_LA57 | CR4_PCIDE | CR4_SMEP | CR4_SMAP | CR4_PKE)

/** Bits that mean nothing to the monitor: its pages are a supervisor's, writable and not global. */
#define CR0_OF_GUEST CR0_WP
#define CR4_OF_GUEST (CR4_PSE | CR4_PGE | CR4_SMEP | CR4_SMAP)

/** Bits of CR4 that a TD may set and this processor lacks: the guest sees them set, and nothing follows. */
static u64 cr4_lacking;

/** VMRUN refuses a bit of CR4 whose feature CPUID does not name. TCG does not check; KVM does. */
static u64 find_cr4_lacking(void)
{
	struct cpuid_leaf one = cpuid_native(1, 0), seven = cpuid_native(7, 0);
	const struct {
		u64 bit;
		u32 has;
	} bits[] = {
		{ CR4_PCIDE, one.ecx >> 17 },	   { CR4_FSGSBASE, seven.ebx >> 0 }, { CR4_SMEP, seven.ebx >> 7 },
		{ CR4_SMAP, seven.ebx >> 20 },	   { CR4_UMIP, seven.ecx >> 2 },     { CR4_PKE, seven.ecx >> 3 },
	};
	u64 lacking = 0;

	for (u32 i = 0; i < COUNT_OF(bits); i++)
		if (!(bits[i].has & 1))
			lacking |= bits[i].bit;
	return lacking;
}

void guest_paging_init(void)
{
	cr4_lacking = find_cr4_lacking();
	u32 *directory = page_new();

	for (u32 i = 0; i < 1024; i++)
		directory[i] = i << 22 | IDENTITY_ENTRY;
	identity_map(IDENTITY_GPA, physical(directory));
}

/**
 * The monitor takes bits of CR0 and CR4 over from the guest: TCG flushes its TLB, and the cache of translated code with it, once more
 * at each VMRUN and #VMEXIT that changes them (QEMU target/i386/helper.c, cpu_x86_update_cr0 and cpu_x86_update_cr4).
 */
static void monitor_adapt(const struct vmcb *vmcb)
{
	cr0_write((cr0_read() & ~CR0_OF_GUEST) | (vmcb->cr0 & CR0_OF_GUEST));
	cr4_write((cr4_read() & ~CR4_OF_GUEST) | (vmcb->cr4 & CR4_OF_GUEST));
}

static void state_load(struct vcpu *v)
{
	struct vmcb *vmcb = v->vmcb;

	v->paging = (v->cr0 & CR0_PG) != 0;
	if (!v->paging) {
		vmcb->cr0 = v->cr0 | CR0_PG;
		vmcb->cr3 = IDENTITY_GPA;
		vmcb->cr4 = (v->cr4 & ~CR4_OF_PAGING) | CR4_PSE;
		vmcb->efer = (v->efer & ~(EFER_LME | EFER_LMA)) | EFER_SVME;
		/* The guest must not see the difference. */
		vmcb->intercept_cr_read = INTERCEPT_CR(0) | INTERCEPT_CR(3) | INTERCEPT_CR(4);
		vmcb->intercept_cr_write |= INTERCEPT_CR(3);
		return;
	}
	vmcb->cr0 = v->cr0;
	vmcb->cr3 = v->cr3;
	vmcb->cr4 = v->cr4 & ~cr4_lacking;
	vmcb->efer = v->efer | EFER_SVME | (v->efer & EFER_LME ? EFER_LMA : 0);
	vmcb->intercept_cr_read = v->cr4 & cr4_lacking ? INTERCEPT_CR(4) : 0;
	vmcb->intercept_cr_write &= (u16)~INTERCEPT_CR(3);
}

void guest_state_load(struct vcpu *v)
{
	state_load(v);
	monitor_adapt(v->vmcb);
}

u64 guest_efer(const struct vcpu *v)
{
	return (v->efer & ~EFER_LMA) | (v->paging && (v->efer & EFER_LME) ? EFER_LMA : 0);
}

u64 guest_cr0(const struct vcpu *v) { return v->paging ? v->vmcb->cr0 : v->cr0; }
u64 guest_cr3(const struct vcpu *v) { return v->paging ? v->vmcb->cr3 : v->cr3; }
u64 guest_cr4(const struct vcpu *v) { return v->cr4; }

void guest_cr0_write(struct vcpu *v, u64 value)
{
	v->cr3 = guest_cr3(v);
	v->cr0 = value;
	guest_state_load(v);
}

void guest_cr3_write(struct vcpu *v, u64 value) { v->cr3 = value; }

void guest_cr4_write(struct vcpu *v, u64 value)
{
	v->cr3 = guest_cr3(v);
	v->cr0 = guest_cr0(v);
	v->cr4 = value;
	guest_state_load(v);
}

void guest_efer_write(struct vcpu *v, u64 value)
{
	v->cr3 = guest_cr3(v);
	v->cr0 = guest_cr0(v);
	v->efer = value & ~EFER_LMA;
	guest_state_load(v);
}

bool guest_long_code(const struct vcpu *v) { return (v->vmcb->efer & EFER_LMA) && (v->vmcb->cs.attributes & 0x200); }

static bool read_entry(u64 gpa, u32 bytes, u64 *entry)
{
	u64 hpa;

	*entry = 0;
	if (!guest_physical(gpa, &hpa))
		return false;
	*entry = bytes == 8 ? *(const u64 *)at_physical(hpa) : *(const u32 *)at_physical(hpa);
	return (*entry & PRESENT) != 0;
}

/** 32-bit paging without PAE: 4 MiB pages with PSE. */
static bool translate_32(const struct vcpu *v, u64 linear, u64 *gpa)
{
	u64 entry;

	if (!read_entry((guest_cr3(v) & 0xFFFFF000) + (linear >> 22 & 1023) * 4, 4, &entry))
		return false;
	if ((entry & LARGE) && (v->cr4 & CR4_PSE)) {
		*gpa = (entry & 0xFFC00000) | (entry >> 13 & 0xFF) << 32 | (linear & 0x3FFFFF);
		return true;
	}
	if (!read_entry((entry & 0xFFFFF000) + (linear >> 12 & 1023) * 4, 4, &entry))
		return false;
	*gpa = (entry & 0xFFFFF000) | (linear & 0xFFF);
	return true;
}

bool guest_translate(const struct vcpu *v, u64 linear, u64 *gpa)
{
	u64 table = guest_cr3(v), entry;
	u32 shift;

	if (!v->paging) {
		*gpa = linear & 0xFFFFFFFF;
		return true;
	}
	if (!(v->cr4 & CR4_PAE))
		return translate_32(v, linear, gpa);
	if (guest_efer(v) & EFER_LMA) {
		shift = v->cr4 & CR4_LA57 ? 48 : 39;
		table &= ADDRESS;
	} else {
		shift = 30;
		table &= 0xFFFFFFE0;
	}
	for (;; shift -= 9) {
		if (!read_entry(table + (linear >> shift & 511) * 8, 8, &entry))
			return false;
		table = entry & ADDRESS;
		if (shift == 12 || ((entry & LARGE) && shift <= 30)) {
			u64 offset = linear & ((1ull << shift) - 1);

			*gpa = (table & ~((1ull << shift) - 1)) | offset;
			return true;
		}
	}
}

u32 guest_fetch(const struct vcpu *v, u64 linear, u8 *to, u32 bytes)
{
	u32 done = 0;

	while (done < bytes) {
		u64 gpa, hpa;
		u32 piece = (u32)(PAGE_BYTES - (linear + done) % PAGE_BYTES);

		if (piece > bytes - done)
			piece = bytes - done;
		if (!guest_translate(v, linear + done, &gpa) || !guest_physical(gpa, &hpa))
			break;
		memcpy(to + done, at_physical(hpa), piece);
		done += piece;
	}
	return done;
}
