/** TDG.MR.*: run-time measurements and the TDREPORT. */
#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "tdcall.h"

/** A boot extends RTMRs some dozens of times; under IMA, which measures every program, some thousands of times. */
enum { EXTENSIONS_LOGGED = 10000 };

u64 tdg_mr_rtmr_extend(struct vcpu *v)
{
	u64 gpa = v->gpr[GPR_RCX], index = v->gpr[GPR_RDX], status;
	u8 *data;

	if (gpa % 64)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	status = tdcall_operand(v, gpa, false, true, &data);
	if (status)
		return status == TDCALL_AGAIN ? status : tdx_status(status, TDX_OPERAND_RCX);
	if (index >= RTMRS)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RDX);
	sha384_extend(td.rtmr[index], data);
	if (log_limit_of("rtmr-extend", 0, EXTENSIONS_LOGGED)) {
		log_begin("rtmr-extend");
		log_number("index", index);
		log_bytes("digest", data, SHA384_BYTES);
		log_bytes("value", td.rtmr[index], SHA384_BYTES);
		log_number("vcpu", v->index);
		log_end();
	}
	return TDX_SUCCESS;
}

/* TDREPORT_STRUCT, TEE_TCB_INFO and TDINFO_STRUCT (TDX Module ABI). The MAC stays zero: no verifier takes this report. */
enum {
	REPORT_BYTES = 1024,
	REPORT_TYPE = 0,
	REPORT_TEE_TCB_INFO_HASH = 32,
	REPORT_TEE_INFO_HASH = 80,
	REPORT_DATA = 128,
	REPORT_DATA_BYTES = 64,
	TEE_TCB_INFO = 256,
	TEE_TCB_INFO_BYTES = 239,
	TDINFO = 512,
	TDINFO_BYTES = 512,
	TDINFO_ATTRIBUTES = TDINFO,
	TDINFO_XFAM = TDINFO + 8,
	TDINFO_MRTD = TDINFO + 16,
	TDINFO_MRCONFIGID = TDINFO + 64,
	TDINFO_MROWNER = TDINFO + 112,
	TDINFO_MROWNERCONFIG = TDINFO + 160,
	TDINFO_RTMR = TDINFO + 208,
};

static void report_make(u8 *report, const u8 *data)
{
	memset(report, 0, REPORT_BYTES);
	report[REPORT_TYPE] = 0x81;
	memcpy(report + REPORT_DATA, data, REPORT_DATA_BYTES);
	put16(report + TEE_TCB_INFO, 0x01FF);
	put64(report + TDINFO_ATTRIBUTES, td.attributes);
	put64(report + TDINFO_XFAM, td.xfam);
	memcpy(report + TDINFO_MRTD, td.mrtd, SHA384_BYTES);
	memcpy(report + TDINFO_MRCONFIGID, td.mrconfigid, SHA384_BYTES);
	memcpy(report + TDINFO_MROWNER, td.mrowner, SHA384_BYTES);
	memcpy(report + TDINFO_MROWNERCONFIG, td.mrownerconfig, SHA384_BYTES);
	memcpy(report + TDINFO_RTMR, td.rtmr, sizeof(td.rtmr));
	sha384(report + TEE_TCB_INFO, TEE_TCB_INFO_BYTES, report + REPORT_TEE_TCB_INFO_HASH);
	sha384(report + TDINFO, TDINFO_BYTES, report + REPORT_TEE_INFO_HASH);
}

u64 tdg_mr_report(struct vcpu *v)
{
	static u8 report[REPORT_BYTES];
	u64 to = v->gpr[GPR_RCX], from = v->gpr[GPR_RDX], status;
	u8 *data, *out;

	if (to % REPORT_BYTES)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	if (from % REPORT_DATA_BYTES)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RDX);
	status = tdcall_operand(v, from, false, false, &data);
	if (status)
		return status == TDCALL_AGAIN ? status : tdx_status(status, TDX_OPERAND_RDX);
	if (v->gpr[GPR_R8])
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_R8);
	report_make(report, data);
	status = tdcall_operand(v, to, true, false, &out);
	if (status)
		return status == TDCALL_AGAIN ? status : tdx_status(status, TDX_OPERAND_RCX);
	memcpy(out, report, REPORT_BYTES);
	return TDX_SUCCESS;
}

u64 tdg_mr_verifyreport(struct vcpu *v)
{
	u64 status;
	u8 *report;

	if (v->gpr[GPR_RCX] % 256)
		return tdx_status(TDX_OPERAND_INVALID, TDX_OPERAND_RCX);
	status = tdcall_operand(v, v->gpr[GPR_RCX], false, true, &report);
	if (status)
		return status == TDCALL_AGAIN ? status : tdx_status(status, TDX_OPERAND_RCX);
	/* The monitor makes no MAC, so none is right. */
	return TDX_INVALID_REPORTMACSTRUCT;
}
