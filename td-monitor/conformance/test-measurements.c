/** TDG.MR.RTMR.EXTEND and TDG.MR.REPORT, with the hashes computed again. */
#include "../sha384.h"
#include "tests.h"

#define VM_MRTD 0x1310000300000000
#define VM_MRCONFIGID 0x1310000300000010
#define VM_RTMR 0x1310000300000040

/** Offsets in a TDREPORT (TDX Module ABI, "TDREPORT_STRUCT"). */
enum {
	REPORT_BYTES = 1024,
	REPORT_DATA_BYTES = 64,
	REPORT_TCB_HASH = 32,
	REPORT_INFO_HASH = 80,
	REPORT_DATA = 128,
	REPORT_TCB_INFO = 256,
	TCB_INFO_BYTES = 239,
	REPORT_TD_INFO = 512,
	TD_INFO_BYTES = 512,
	REPORT_XFAM = 520,
	REPORT_MRTD = 528,
	REPORT_MRCONFIGID = 576,
	REPORT_RTMR = 720,
	REPORT_TD_INFO_RESERVED = 960,
	RTMRS = 4,
};

static void read_register(u64 first_field, u8 out[SHA384_BYTES])
{
	for (u32 i = 0; i < SHA384_BYTES / 8; i++)
		put64(out + i * 8, vm_field(first_field + i));
}

static u64 extend(u64 gpa, u64 index) { return leaf(TDG_MR_RTMR_EXTEND, gpa, index, 0).of[RAX]; }

static void test_extend(u8 *page)
{
	u8 expected[SHA384_BYTES], got[SHA384_BYTES];
	for (u32 i = 0; i < 4096; i++)
		page[i] = (u8)(i * 7 + 1);
	for (u32 index = 0; index < RTMRS; index++) {
		/* From every 64-byte boundary, the last of the page included. */
		u32 offset = index == 3 ? 4096 - 64 : index * 64;
		u64 field = VM_RTMR + index * 6;
		read_register(field, expected);
		expect(id_of("measure.rtmr-extend.index-", index, ".status"), extend((u64)page + offset, index), SUCCESS);
		sha384_extend(expected, page + offset);
		read_register(field, got);
		expect_bytes(id_of("measure.rtmr-extend.index-", index, ".value"), got, expected, sizeof got);
	}
	u64 gpa = (u64)page;
	expect("measure.rtmr-extend.index-too-large", extend(gpa, 4), OPERAND_INVALID | RDX);
	expect("measure.rtmr-extend.index-all-ones", extend(gpa, ~(u64)0), OPERAND_INVALID | RDX);
	expect("measure.rtmr-extend.misaligned-1", extend(gpa + 1, 2), OPERAND_INVALID | RCX);
	expect("measure.rtmr-extend.misaligned-32", extend(gpa + 32, 2), OPERAND_INVALID | RCX);
	expect("measure.rtmr-extend.misaligned-before-index", extend(gpa + 32, 4), OPERAND_INVALID | RCX);
	expect("measure.rtmr-extend.shared", extend(gpa | td.shared, 2), OPERAND_INVALID | RCX);
	expect("measure.rtmr-extend.beyond-52-bits", extend(gpa | (u64)1 << 52, 2), OPERAND_INVALID | RCX);
	read_register(VM_RTMR + 12, expected);
	extend(gpa, 4);
	read_register(VM_RTMR + 12, got);
	expect_bytes("measure.rtmr-extend.refused-changes-nothing", got, expected, sizeof got);
}

static u64 report(u64 gpa, u64 data, u64 subtype) { return leaf(TDG_MR_REPORT, gpa, data, subtype).of[RAX]; }

static void test_report(u8 *page, u8 *data)
{
	u8 hash[SHA384_BYTES], registers[SHA384_BYTES];
	for (u32 i = 0; i < REPORT_DATA_BYTES; i++)
		data[i] = (u8)(0xF0 ^ i);
	u8 *r = page + REPORT_BYTES;
	expect("measure.report.status", report((u64)r, (u64)data, 0), SUCCESS);
	expect("measure.report.type-is-tdx", r[0], 0x81);
	expect("measure.report.subtype", r[1], 0);
	expect_either("measure.report.version", r[2], 0, 1);
	expect("measure.report.type-reserved", r[3], 0);
	expect_bytes("measure.report.data", r + REPORT_DATA, data, REPORT_DATA_BYTES);
	sha384(r + REPORT_TCB_INFO, TCB_INFO_BYTES, hash);
	expect_bytes("measure.report.tee-tcb-info-hash", r + REPORT_TCB_HASH, hash, sizeof hash);
	sha384(r + REPORT_TD_INFO, TD_INFO_BYTES, hash);
	expect_bytes("measure.report.tee-info-hash", r + REPORT_INFO_HASH, hash, sizeof hash);
	expect("measure.report.attributes", get64(r + REPORT_TD_INFO), td.attributes);
	expect("measure.report.xfam", get64(r + REPORT_XFAM), td.xfam);
	read_register(VM_MRTD, registers);
	expect_bytes("measure.report.mrtd-is-field", r + REPORT_MRTD, registers, sizeof registers);
	static const u8 zeros[SHA384_BYTES];
	expect_true("measure.report.mrtd-not-zero", memcmp(r + REPORT_MRTD, zeros, sizeof zeros) != 0);
	read_register(VM_MRCONFIGID, registers);
	expect_bytes("measure.report.mrconfigid-is-field", r + REPORT_MRCONFIGID, registers, sizeof registers);
	for (u32 index = 0; index < RTMRS; index++) {
		read_register(VM_RTMR + index * 6, registers);
		expect_bytes(id_of("measure.report.rtmr-is-field-", index, ""), r + REPORT_RTMR + index * SHA384_BYTES, registers,
			     sizeof registers);
	}
	tap_note_bytes("MRTD", r + REPORT_MRTD, SHA384_BYTES);

	u64 gpa = (u64)page, source = (u64)data;
	expect("measure.report.report-misaligned-512", report(gpa + 512, source, 0), OPERAND_INVALID | RCX);
	expect("measure.report.data-misaligned-32", report(gpa, source + 32, 0), OPERAND_INVALID | RDX);
	expect("measure.report.both-misaligned", report(gpa + 64, source + 32, 0), OPERAND_INVALID | RCX);
	expect("measure.report.subtype-1", report(gpa, source, 1), OPERAND_INVALID | R8);
	expect("measure.report.subtype-256", report(gpa, source, 256), OPERAND_INVALID | R8);
	expect("measure.report.report-beyond-52-bits", report(gpa | (u64)1 << 52, source, 0), OPERAND_INVALID | RCX);
	expect("measure.report.data-beyond-52-bits", report(gpa, source | (u64)1 << 52, 0), OPERAND_INVALID | RDX);
	memset(r, 0x5A, REPORT_BYTES);
	report((u64)r, source, 1);
	expect("measure.report.refused-writes-nothing", get64(r), 0x5A5A5A5A5A5A5A5A);
}

void test_measurements(void)
{
	tap_group("measurements");
	u8 *page = (u8 *)new_page();
	test_extend(page);
	test_report((u8 *)new_page(), page);
}
