/** TDG.VM.RD and WR, TDG.VP.RD and WR, TDG.SYS.RD and RDALL, TDG.SERVTD.RD and WR: metadata by field id. */
#include "fields.h"
#include "memory.h"
#include "processor.h"
#include "tdcall.h"

/** An element of a value that is longer than a u64. */
static u64 element_of(const u8 *bytes, u32 element) { return get64(bytes + element * 8); }

static u64 value(const struct vcpu *v, const struct field *field, u32 element)
{
	switch ((enum field_kind)field->kind) {
	case FIELD_CONSTANT:
		return field->constant;
	case FIELD_TD_UUID:
		return element ? 0 : 1;
	case FIELD_NUM_VCPUS:
	case FIELD_MAX_VCPUS:
		return td.vcpus;
	case FIELD_ATTRIBUTES:
		return td.attributes;
	case FIELD_XFAM:
		return td.xfam;
	case FIELD_GPAW:
		return GPAW == 52;
	case FIELD_TSC_FREQUENCY:
		return td.tsc_mhz / 25;
	case FIELD_NOTIFY_ENABLES:
		return td.notify_enables;
	case FIELD_CONFIG_FLAGS:
		return td.host == HOST_UPSTREAM ? CONFIG_FLAGS_NO_RBP_MOD : 0;
	case FIELD_TD_CTLS:
		return td.td_ctls;
	case FIELD_FEATURE_PARAVIRT_CTRL:
		return td.feature_paravirt_ctrl;
	case FIELD_MRTD:
		return element_of(td.mrtd, element);
	case FIELD_MRCONFIGID:
		return element_of(td.mrconfigid, element);
	case FIELD_MROWNER:
		return element_of(td.mrowner, element);
	case FIELD_MROWNERCONFIG:
		return element_of(td.mrownerconfig, element);
	case FIELD_RTMR:
		return element_of(td.rtmr[0], element);
	case FIELD_VCPU_INDEX:
		return v->index;
	case FIELD_CPUID_SUPERVISOR_VE:
		return v->cpuidve[0];
	case FIELD_CPUID_USER_VE:
		return v->cpuidve[1];
	case FIELD_CPUID_CONTROL:
		return v->cpuid_control[element];
	}
	return 0;
}

/** @return false where the value cannot be had: TD_CTLS without FLEXIBLE_PENDING_VE */
static bool set(struct vcpu *v, const struct field *field, u32 element, u64 new)
{
	switch ((enum field_kind)field->kind) {
	case FIELD_NOTIFY_ENABLES:
		td.notify_enables = new;
		return true;
	case FIELD_CPUID_SUPERVISOR_VE:
		v->cpuidve[0] = (u8)new;
		return true;
	case FIELD_CPUID_USER_VE:
		v->cpuidve[1] = (u8)new;
		return true;
	case FIELD_CPUID_CONTROL:
		v->cpuid_control[element] = (u8)new;
		return true;
	case FIELD_FEATURE_PARAVIRT_CTRL:
		td.feature_paravirt_ctrl = new;
		return true;
	case FIELD_TD_CTLS:
		if ((new ^ td.td_ctls) & TD_CTLS_PENDING_VE_DISABLE)
			return false;
		td.td_ctls = new;
		td.cpuid.reduce_ve = (new & TD_CTLS_REDUCE_VE) != 0;
		return true;
	default:
		return false;
	}
}

/** Reads RDX; the value goes to R8, and the id that follows to RDX where the leaf gives one. */
static u64 read(struct vcpu *v, enum field_context context, bool next)
{
	u64 id = v->gpr[GPR_RDX];
	const struct field *field;
	u32 element = 0;

	v->gpr[GPR_R8] = 0;
	if (next)
		v->gpr[GPR_RDX] = FIELD_NONE;
	if (next && field_is_null(id)) {
		v->gpr[GPR_RDX] = field_next(context, id);
		return TDX_METADATA_FIRST_FIELD_ID_IN_CONTEXT;
	}
	field = field_find(context, id, &element);
	if (!field)
		return field_hidden(context, id) ? TDX_METADATA_FIELD_NOT_READABLE : TDX_METADATA_FIELD_ID_INCORRECT;
	v->gpr[GPR_R8] = value(v, field, element);
	if (next)
		v->gpr[GPR_RDX] = field_next(context, id);
	return TDX_SUCCESS;
}

/** Writes R8 under the mask R9 to RDX; the old value goes to R8. */
static u64 write(struct vcpu *v, enum field_context context)
{
	u64 id = v->gpr[GPR_RDX], new = v->gpr[GPR_R8], old, result, status;
	const struct field *field;
	u32 element = 0;

	v->gpr[GPR_R8] = 0;
	field = field_find(context, id, &element);
	if (!field)
		return field_hidden(context, id) ? TDX_METADATA_FIELD_NOT_WRITABLE : TDX_METADATA_FIELD_ID_INCORRECT;
	old = value(v, field, element);
	status = field_write(field, old, new, v->gpr[9], &result);
	if (status)
		return status;
	if (!set(v, field, element, result))
		return TDX_METADATA_FIELD_VALUE_NOT_VALID;
	v->gpr[GPR_R8] = old;
	return TDX_SUCCESS;
}

/** RCX names an L2 VM, or is 0 for the TD itself. */
static u64 check_own(struct vcpu *v)
{
	if (!v->gpr[GPR_RCX])
		return TDX_SUCCESS;
	v->gpr[GPR_R8] = 0;
	return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
}

u64 tdg_vm_rd(struct vcpu *v)
{
	u32 version = tdcall_version(v);
	u64 id = v->gpr[GPR_RDX], status;

	if (version)
		v->gpr[GPR_RDX] = FIELD_NONE;
	if (version > 1) {
		v->gpr[GPR_R8] = 0;
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RAX);
	}
	status = check_own(v);
	if (status)
		return status;
	v->gpr[GPR_RDX] = id;
	return read(v, FIELD_TD, version == 1);
}

u64 tdg_vm_wr(struct vcpu *v)
{
	u64 status = check_own(v);

	return status ? status : write(v, FIELD_TD);
}

u64 tdg_vp_rd(struct vcpu *v)
{
	u64 status = check_own(v);

	if (!status)
		return read(v, FIELD_VCPU, true);
	v->gpr[GPR_RDX] = FIELD_NONE;
	return status;
}

u64 tdg_vp_wr(struct vcpu *v)
{
	u64 status = check_own(v);

	return status ? status : write(v, FIELD_VCPU);
}

u64 tdg_sys_rd(struct vcpu *v) { return read(v, FIELD_PLATFORM, true); }

u64 tdg_sys_rdall(struct vcpu *v)
{
	u64 gpa = v->gpr[GPR_RDX], status = TDX_OPERAND_INVALID;
	u8 *list;

	if (gpa % FIELD_LIST_BYTES == 0)
		status = tdcall_operand(v, gpa, true, true, &list);
	if (status == TDCALL_AGAIN)
		return status;
	if (status == TDX_SUCCESS)
		return field_list(v->gpr[GPR_R8], list, FIELD_LIST_BYTES, &v->gpr[GPR_R8]);
	v->gpr[GPR_R8] = FIELD_NONE;
	return tdx_status(status, TDX_OPERAND_RDX);
}

/** A binding handle names no TD that this one is bound to (tdg_servtd_rd_wr.c). */
static u64 not_bound(struct vcpu *v, bool write)
{
	if (!write)
		v->gpr[GPR_RDX] = FIELD_NONE;
	v->gpr[GPR_R8] = 0;
	return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
}

u64 tdg_servtd_rd(struct vcpu *v) { return not_bound(v, false); }
u64 tdg_servtd_wr(struct vcpu *v) { return not_bound(v, true); }
