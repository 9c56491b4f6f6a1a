/** TDG.VP.*: what a vCPU asks about itself. L2 virtual machines do not exist here, as KVM makes none. */
#include "tdcall.h"

u64 tdg_vp_info(struct vcpu *v)
{
	v->gpr[GPR_RCX] = GPAW;
	v->gpr[GPR_RDX] = td.attributes;
	v->gpr[GPR_R8] = td.vcpus | (u64)td.vcpus << 32;
	v->gpr[9] = v->index;
	v->gpr[10] = 1; /* TDG.SYS.RD is there */
	v->gpr[11] = 0;
	return TDX_SUCCESS;
}

u64 tdg_vp_veinfo_get(struct vcpu *v)
{
	struct ve_info ve = v->ve;

	if (!ve.valid)
		ve = (struct ve_info){ 0 };
	v->gpr[GPR_RCX] = ve.reason;
	v->gpr[GPR_RDX] = ve.qualification;
	v->gpr[GPR_R8] = ve.gla;
	v->gpr[9] = ve.gpa;
	v->gpr[10] = ve.length | (u64)ve.instruction_info << 32;
	v->ve.valid = false;
	return ve.valid ? TDX_SUCCESS : TDX_NO_VALID_VE_INFO;
}

u64 tdg_vp_cpuidve_set(struct vcpu *v)
{
	if (v->gpr[GPR_RCX] & ~3ull)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	v->cpuidve[0] = v->gpr[GPR_RCX] & 1;
	v->cpuidve[1] = v->gpr[GPR_RCX] >> 1;
	return TDX_SUCCESS;
}

u64 tdg_vp_enter(struct vcpu *v)
{
	u64 list = v->gpr[GPR_RDX];

	/* Checked in the order of tdg_vp_enter.c. No L2 VM has the number in RCX[53:52]. */
	if (list % 256 || list >> GPAW || (list & GPA_SHARED))
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RDX);
	return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
}

u64 tdg_vp_invept(struct vcpu *v)
{
	return v->gpr[GPR_RCX] ? tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX) : TDX_SUCCESS;
}

u64 tdg_vp_invvpid(struct vcpu *v)
{
	(void)v;
	return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
}
