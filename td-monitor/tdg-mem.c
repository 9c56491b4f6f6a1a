/**
 * TDG.MEM.PAGE.*: acceptance of pages, and their attributes. The module zeroes a page as the TD accepts it; here a pending page
 * is zero already: QEMU's RAM starts so, and page_unshare zeroes what was the VMM's.
 */
#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "nested-paging.h"
#include "exit.h"
#include "tdcall.h"
#include "vcpu.h"

/** A flush costs the other vCPUs an exit, so tables are reclaimed many at a time. */
enum { RETIRED_MAX = 64 };

/** Page number and level of an operand: GPA, bits 2:0 the level (TDX Module ABI, EPT_ENTRY and "GPA mapping information"). */
static u64 page_operand(u64 operand, u32 highest, u64 *gpa, u32 *level)
{
	u64 size;

	*level = operand & 7;
	*gpa = operand & ~(u64)(PAGE_BYTES - 1);
	size = *level == LEVEL_2M ? LARGE_PAGE_BYTES : *level == 2 ? 1ull << 30 : PAGE_BYTES;
	/* Bits 11:3 and 63:52 are reserved (verify_page_info_input). */
	if (*level > highest || (operand & 0xFF8) || (*gpa & (size - 1)) || *gpa >> GPAW || (*gpa & GPA_SHARED))
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	return TDX_SUCCESS;
}

/** Ends the TD, as an access by an instruction to a page that is not there does. */
static u64 violation(struct vcpu *v, u64 gpa)
{
	v->vmcb->exit_info1 = NPF_WRITE;
	v->vmcb->exit_info2 = gpa;
	exit_memory(v);
	return TDCALL_AGAIN;
}

static u64 accept_large(struct vcpu *v, u64 gpa)
{
	u32 level;
	enum page_state state = page_state(gpa, &level);

	if (state == PAGE_OUTSIDE)
		return violation(v, gpa);
	/* Linux 6.16 adds pages of 4 KiB, and the walk ends at their table. */
	if (level == LEVEL_4K || !td.huge_pages)
		return tdx_status(state == PAGE_ACCEPTED && level == LEVEL_2M ? TDX_PAGE_ALREADY_ACCEPTED : TDX_PAGE_SIZE_MISMATCH,
				  LEVEL_2M);
	if (state == PAGE_ACCEPTED)
		return tdx_status(TDX_PAGE_ALREADY_ACCEPTED, LEVEL_2M);
	page_accept_large(gpa);
	return TDX_SUCCESS;
}

static u64 accept_small(struct vcpu *v, u64 gpa)
{
	u32 level;

	switch (page_state(gpa, &level)) {
	case PAGE_OUTSIDE:
		return violation(v, gpa);
	case PAGE_ACCEPTED:
		return tdx_status(TDX_PAGE_ALREADY_ACCEPTED, level);
	case PAGE_SHARED:
		/* KVM exits to QEMU by KVM_EXIT_MEMORY_FAULT, and QEMU converts the page as for MapGPA. */
		if (log_limit("implicit-conversion", PAGE_ACCEPTED)) {
			log_begin("implicit-conversion");
			log_word("to", "private");
			log_hex("gpa", gpa);
			log_number("vcpu", v->index);
			log_hex("rip", v->vmcb->rip);
			log_end();
		}
		page_unshare(gpa);
		flush_all(v);
		break;
	case PAGE_PENDING:
		break;
	}
	page_accept(gpa);
	if (pages_retired() > RETIRED_MAX)
		flush_all(v);
	return TDX_SUCCESS;
}

u64 tdg_mem_page_accept(struct vcpu *v)
{
	u64 gpa, status;
	u32 level;

	status = page_operand(v->gpr[GPR_RCX], LEVEL_2M, &gpa, &level);
	if (status)
		return status;
	return level == LEVEL_2M ? accept_large(v, gpa) : accept_small(v, gpa);
}

/** GPA_ATTR of the TD itself, bits 15:0: R, W, XS and XU, VALID (TDX Module ABI, GPA_ATTR). */
#define ATTRIBUTES_VALID 0x800Full
#define MAPPING_PENDING (1ull << 62)

u64 tdg_mem_page_attr_rd(struct vcpu *v)
{
	u64 gpa = v->gpr[GPR_RCX];
	enum page_state state;
	u32 level;

	v->gpr[GPR_RCX] = 0;
	v->gpr[GPR_RDX] = 0;
	if (gpa >> GPAW || (gpa & GPA_SHARED))
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	state = page_state(gpa, &level);
	if (state == PAGE_OUTSIDE || state == PAGE_SHARED) {
		v->gpr[GPR_RCX] = gpa;
		return violation(v, gpa);
	}
	v->gpr[GPR_RCX] = (gpa & ~((level == LEVEL_2M ? LARGE_PAGE_BYTES : PAGE_BYTES) - 1)) | level |
			  (state == PAGE_PENDING ? MAPPING_PENDING : 0);
	v->gpr[GPR_RDX] = ATTRIBUTES_VALID;
	return TDX_SUCCESS;
}

u64 tdg_mem_page_attr_wr(struct vcpu *v)
{
	u64 gpa, status;
	u32 level, mapped;
	enum page_state state;

	/* Attributes are of L2 VMs, and there is none: RDX and R8 must be 0 (tdg_mem_page_attr_wr.c). */
	if (v->gpr[GPR_RDX])
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RDX);
	if (v->gpr[GPR_R8])
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_R8);
	status = page_operand(v->gpr[GPR_RCX], 2, &gpa, &level);
	if (status)
		return status;
	state = page_state(gpa, &mapped);
	if (state == PAGE_OUTSIDE || state == PAGE_SHARED)
		return violation(v, gpa);
	if (mapped != level)
		return tdx_status(TDX_PAGE_SIZE_MISMATCH, level);
	v->gpr[GPR_RCX] = gpa | level | (state == PAGE_PENDING ? MAPPING_PENDING : 0);
	v->gpr[GPR_RDX] = ATTRIBUTES_VALID;
	return TDX_SUCCESS;
}
