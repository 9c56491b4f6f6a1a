/** Accesses that nested paging stops: devices, pages that are not accepted, and pages that changed sides. */
#include "apic.h"
#include "end.h"
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "nested-paging.h"
#include "vcpu.h"

/** Exit qualification of an EPT violation (Intel SDM volume 3): read, write, fetch. */
enum { VIOLATION_READ = 1, VIOLATION_WRITE = 2, VIOLATION_FETCH = 4 };

enum { FAULTS_ON_MAPPED_MAX = 1000 };

static u64 qualification(u64 info)
{
	return info & NPF_FETCH ? VIOLATION_FETCH : info & NPF_WRITE ? VIOLATION_WRITE : VIOLATION_READ;
}

static const char *access_name(u64 info)
{
	if (info & NPF_TABLE_WALK)
		return "page-walk";
	return info & NPF_FETCH ? "fetch" : info & NPF_WRITE ? "write" : "read";
}

static bool maps(const struct vcpu *v, u64 linear, u64 gpa)
{
	u64 found;

	return guest_translate(v, linear, &found) && found / PAGE_BYTES == gpa / PAGE_BYTES;
}

/**
 * #VE for an EPT violation. SVM does not tell the linear address: it is computed from the operands of the instruction, and checked by
 * a walk of the guest's tables.
 */
static void inject_violation(struct vcpu *v, u64 gpa, u64 info)
{
	struct ve_info ve = { .reason = VE_EPT_VIOLATION, .qualification = qualification(info), .gpa = gpa };
	struct decoded instruction;

	if (info & NPF_FETCH) {
		ve.gla = linear_rip(v);
	} else if (instruction_at_rip(v, &instruction)) {
		ve.length = instruction.length;
		if (maps(v, instruction.address, gpa))
			ve.gla = instruction.address;
		else if (maps(v, instruction.destination, gpa))
			ve.gla = instruction.destination;
	}
	inject_ve(v, &ve);
}

/**
 * Another vCPU has accepted or shared the page meanwhile, or the processor does not see the mapping: TCG of QEMU 7.2.0 to 7.2.9 and 8.0
 * to 8.2.1 cuts the addresses of nested page tables to 32 bits while the guest is not in long mode (fixed by QEMU b1661801c1).
 */
static void fault_on_mapped(struct vcpu *v, u64 gpa)
{
	v->faults_on_mapped = v->entries == v->fault_on_mapped_entry + 1 ? v->faults_on_mapped + 1 : 0;
	v->fault_on_mapped_entry = v->entries;
	if (v->faults_on_mapped > FAULTS_ON_MAPPED_MAX)
		end_monitor(v, "the processor does not see memory that is mapped; QEMU 7.2.10, 8.2.2 and later do", gpa);
}

static void exit_shared(struct vcpu *v, u64 gpa, u64 info)
{
	u64 page = gpa & ~GPA_SHARED & ~(u64)(PAGE_BYTES - 1);
	u32 level;

	if (page_shared_mapped(page)) {
		fault_on_mapped(v, gpa);
	} else if (page_state(page, &level) != PAGE_OUTSIDE) {
		/* KVM exits to QEMU by KVM_EXIT_MEMORY_FAULT then, and QEMU converts the page as for MapGPA. */
		if (log_limit("implicit-conversion", PAGE_SHARED)) {
			log_begin("implicit-conversion");
			log_word("to", "shared");
			log_hex("gpa", page);
			log_number("vcpu", v->index);
			log_hex("rip", v->vmcb->rip);
			log_end();
		}
		page_share(page);
		flush_all(v);
	} else if (info & NPF_TABLE_WALK) {
		end_violation(v, "page-table-in-device", gpa, access_name(info));
	} else if (td.mode == MODE_LIGHT && memory_of_devices(page) && page != APIC_ADDRESS) {
		device_map(page);
	} else {
		inject_violation(v, gpa, info);
	}
}

static void exit_private(struct vcpu *v, u64 gpa, u64 info)
{
	static const char *const kinds[] = {
		[PAGE_OUTSIDE] = "private-outside",
		[PAGE_PENDING] = "private-unaccepted",
		[PAGE_SHARED] = "private-to-shared",
	};
	u32 level;
	enum page_state state = page_state(gpa, &level);

	if (state == PAGE_ACCEPTED) {
		fault_on_mapped(v, gpa);
		return;
	}
	if (state == PAGE_OUTSIDE || (td.attributes & TD_ATTRIBUTE_SEPT_VE_DISABLE) || (info & NPF_TABLE_WALK))
		end_violation(v, kinds[state], gpa, access_name(info));
	/* The VMM gives the TD a private page. The page is pending, so the access is a #VE. */
	if (state == PAGE_SHARED) {
		page_unshare(gpa & ~(u64)(PAGE_BYTES - 1));
		flush_all(v);
	}
	inject_violation(v, gpa, info);
}

void exit_memory(struct vcpu *v)
{
	u64 gpa = v->vmcb->exit_info2;

	if (gpa & GPA_SHARED)
		exit_shared(v, gpa, v->vmcb->exit_info1);
	else
		exit_private(v, gpa, v->vmcb->exit_info1);
}
