#include "tdcall.h"

#include "end.h"
#include "event.h"
#include "exit.h"
#include "guest-paging.h"
#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "nested-paging.h"

/** Leaf numbers (TDX Module ABI, "TDCALL Leaf Functions"; tdx_1.5 tdx_api_defs.h). */
static const struct leaf {
	const char *name;
	u64 (*run)(struct vcpu *v);
} leaves[] = {
	[0] = { "VP.VMCALL", tdg_vp_vmcall },
	[1] = { "VP.INFO", tdg_vp_info },
	[2] = { "MR.RTMR.EXTEND", tdg_mr_rtmr_extend },
	[3] = { "VP.VEINFO.GET", tdg_vp_veinfo_get },
	[4] = { "MR.REPORT", tdg_mr_report },
	[5] = { "VP.CPUIDVE.SET", tdg_vp_cpuidve_set },
	[6] = { "MEM.PAGE.ACCEPT", tdg_mem_page_accept },
	[7] = { "VM.RD", tdg_vm_rd },
	[8] = { "VM.WR", tdg_vm_wr },
	[9] = { "VP.RD", tdg_vp_rd },
	[10] = { "VP.WR", tdg_vp_wr },
	[11] = { "SYS.RD", tdg_sys_rd },
	[12] = { "SYS.RDALL", tdg_sys_rdall },
	[18] = { "SERVTD.RD", tdg_servtd_rd },
	[20] = { "SERVTD.WR", tdg_servtd_wr },
	[22] = { "MR.VERIFYREPORT", tdg_mr_verifyreport },
	[23] = { "MEM.PAGE.ATTR.RD", tdg_mem_page_attr_rd },
	[24] = { "MEM.PAGE.ATTR.WR", tdg_mem_page_attr_wr },
	[25] = { "VP.ENTER", tdg_vp_enter },
	[26] = { "VP.INVEPT", tdg_vp_invept },
	[27] = { "VP.INVVPID", tdg_vp_invvpid },
};
enum { LEAF_VM_RD = 7 };

u32 tdcall_version(const struct vcpu *v) { return gpr_read(v, GPR_RAX) >> 16 & 0xFF; }

u64 tdcall_operand(struct vcpu *v, u64 gpa, bool write, bool private_only, u8 **at)
{
	u64 hpa;
	u32 level;

	if (gpa >> GPAW || (private_only && (gpa & GPA_SHARED)))
		return TDX_OPERAND_INVALID;
	if (!guest_physical(gpa, &hpa)) {
		/* The page is mapped, but is memory of a device above all RAM (light mode). */
		if ((gpa & GPA_SHARED) && page_shared_mapped(gpa & ~GPA_SHARED))
			return TDX_OPERAND_INVALID;
		/* The page is not there: the same follows as of an access by an instruction. */
		v->vmcb->exit_info1 = write ? NPF_WRITE : 0;
		v->vmcb->exit_info2 = gpa;
		exit_memory(v);
		if ((gpa & GPA_SHARED) || page_state(gpa, &level) != PAGE_ACCEPTED)
			return TDCALL_AGAIN;
		guest_physical(gpa, &hpa);
	}
	*at = at_physical(hpa);
	return TDX_SUCCESS;
}

/** Without huge pages the answer to each acceptance of 2 MiB: a guest expects it, and a line would tell nothing. */
static bool expected(u64 status) { return !td.huge_pages && status == tdx_status(TDX_PAGE_SIZE_MISMATCH, LEVEL_2M); }

static u64 run(struct vcpu *v, const struct leaf **leaf)
{
	u64 rax = gpr_read(v, GPR_RAX);
	u32 number = rax & 0xFFFF;

	*leaf = number < COUNT_OF(leaves) && leaves[number].run ? &leaves[number] : NULL;
	if (!*leaf || rax >> 24 || (tdcall_version(v) && number != LEAF_VM_RD))
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RAX);
	return (*leaf)->run(v);
}

static void log_call(const char *id, const struct vcpu *v, const u64 *before, const struct leaf *leaf, u64 status)
{
	log_begin(id);
	log_number("leaf", before[GPR_RAX] & 0xFFFF);
	log_word("name", leaf ? leaf->name : "unknown");
	log_hex("status", status);
	log_word("status-name", tdx_status_name(status));
	log_hex("rax", before[GPR_RAX]);
	log_hex("rcx", before[GPR_RCX]);
	log_hex("rdx", before[GPR_RDX]);
	log_hex("r8", before[GPR_R8]);
	if (leaf == &leaves[0]) {
		log_hex("r10", before[10]);
		log_hex("r11", before[11]);
		log_hex("r12", before[12]);
		log_hex("r13", before[13]);
		log_hex("r14", before[14]);
		log_hex("r15", before[15]);
	}
	log_number("vcpu", v->index);
	log_hex("rip", v->vmcb->rip);
	log_end();
}

void exit_tdcall(struct vcpu *v, u32 length)
{
	u64 before[GPR_COUNT], status;
	const struct leaf *leaf;

	v->exits[EXIT_TDCALL]++;
	/* Intel SDM, TDCALL: #GP outside ring 0; the module: outside 64-bit mode (td_call). */
	if (v->vmcb->cpl || !guest_long_code(v)) {
		inject_gp(v);
		return;
	}
	for (u32 i = 0; i < GPR_COUNT; i++)
		before[i] = gpr_read(v, i);
	status = run(v, &leaf);
	if (status == TDCALL_AGAIN)
		return;
	if (tdx_failed(status) && !expected(status) && log_limit("tdcall-failed", (before[GPR_RAX] & 0xFFFF) << 32 | status >> 32))
		log_call("tdcall-failed", v, before, leaf, status);
	else if (td.verbose)
		log_call("tdcall", v, before, leaf, status);
	gpr_write(v, GPR_RAX, status);
	skip_instruction(v, length);
}
