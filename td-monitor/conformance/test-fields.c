/** Metadata: TDG.VM.RD and WR, TDG.VP.RD and WR, TDG.SYS.RD and RDALL (TDX Module ABI, "Metadata Fields"; *_fields_lookup.c). */
#include "tests.h"

#define VM_ATTRIBUTES 0x1110000300000000
#define VM_XFAM 0x1110000300000001
#define VM_GPAW 0x1110000000000003
#define VM_EPTP 0x1110000300000004
#define VM_TSC_FREQUENCY 0x111000010000000C
#define VM_NOTIFY_ENABLES 0x9110000300000010
#define VM_CONFIG_FLAGS 0x1110000300000016
#define VM_TD_CTLS 0x1110000300000017
#define VM_NUM_L2_VMS 0x9010000100000005
#define VM_HKID 0x8110000100000001
#define VM_MRTD 0x1310000300000000
#define VM_UNKNOWN_FIELD 0x1110000300003FFF
#define VM_UNKNOWN_CLASS 0x3F10000300000000
#define VP_VCPU_INDEX 0xA020000200000002
#define VP_UNKNOWN 0xA020000300003FFF
#define VP_VCPU_STATE 0xA020000000000000
#define SYS_VENDOR_ID 0x0800000200000000
#define SYS_MINOR_VERSION 0x0800000100000003
#define SYS_MAJOR_VERSION 0x0800000100000004
#define SYS_NUM_TDX_FEATURES 0x0A00000000000001
#define SYS_TDX_FEATURES0 0x0A00000300000008
#define SYS_NUM_CMRS 0x9000000100000000
#define SYS_UNKNOWN 0x0A00000300003FFF
#define SYS_MINOR_VERSION_OF_8_BYTES 0x0800000300000003
#define NO_FIELD ~(u64)0
/** What of an id names the field; and in the header of a sequence, its fields but one. */
#define CLASS_AND_CODE 0x3F00000000FFFFFF
#define LAST_FIELD(header) ((header) >> 38 & 0x1FF)
#define LAST_ELEMENT(header) ((header) >> 34 & 15)
/** Bits of a field identifier that must be 0: "reserved", "last element in field", "last field in sequence". */
#define RESERVED_IN_ID ((u64)1 << 31)
#define LAST_ELEMENT_IN_ID ((u64)1 << 34)
#define CONFIG_FLAG_FLEXIBLE_PENDING_VE 2
#define TD_CTL_PENDING_VE_DISABLE 1
#define ATTRIBUTE_SEPT_VE_DISABLE 0x10000000

static u64 vm_write(u64 field, u64 value, u64 mask, u64 *old)
{
	struct registers r = {.of[RAX] = TDG_VM_WR, .of[RDX] = field, .of[R8] = value, .of[R9] = mask};
	tdcall(&r);
	*old = r.of[R8];
	return r.of[RAX];
}

static u64 vm_read_status(u64 rcx, u64 field) { return leaf(TDG_VM_RD, rcx, field, 0).of[RAX]; }

static void test_vm_read(void)
{
	struct registers r = leaf(TDG_VM_RD, 0, VM_ATTRIBUTES, 0x5A5A);
	expect("field.vm-rd.status", r.of[RAX], SUCCESS);
	expect("field.vm-rd.attributes", r.of[R8], td.attributes);
	expect_bits("field.vm-rd.xfam-x87-sse", td.xfam, 3, 3);
	expect("field.vm-rd.gpaw", vm_field(VM_GPAW) & 1, td.gpaw == 52);
	expect("field.vm-rd.num-l2-vms", leaf(TDG_VM_RD, 0, VM_NUM_L2_VMS, 0).of[RAX], SUCCESS);
	expect_true("field.vm-rd.tsc-frequency-4-to-400", vm_field(VM_TSC_FREQUENCY) >= 4 && vm_field(VM_TSC_FREQUENCY) <= 400);
	expect("field.vm-rd.config-flags", vm_read_status(0, VM_CONFIG_FLAGS), SUCCESS);
	expect("field.vm-rd.td-ctls", vm_read_status(0, VM_TD_CTLS), SUCCESS);
	expect_bits("field.vm-rd.pending-ve-disable-is-attribute", vm_field(VM_TD_CTLS), TD_CTL_PENDING_VE_DISABLE,
		    td.attributes & ATTRIBUTE_SEPT_VE_DISABLE ? TD_CTL_PENDING_VE_DISABLE : 0);
	r = leaf(TDG_VM_RD, 0, VM_UNKNOWN_FIELD, 0x5A5A);
	expect("field.vm-rd.unknown-field", r.of[RAX], FIELD_ID_INCORRECT);
	expect("field.vm-rd.unknown-field-clears-r8", r.of[R8], 0);
	expect("field.vm-rd.unknown-class", vm_read_status(0, VM_UNKNOWN_CLASS), FIELD_ID_INCORRECT);
	expect("field.vm-rd.reserved-bit-in-id", vm_read_status(0, VM_ATTRIBUTES | RESERVED_IN_ID), FIELD_ID_INCORRECT);
	expect("field.vm-rd.sequence-in-id", vm_read_status(0, VM_ATTRIBUTES | LAST_ELEMENT_IN_ID), FIELD_ID_INCORRECT);
	expect("field.vm-rd.not-readable-eptp", vm_read_status(0, VM_EPTP), FIELD_NOT_READABLE);
	expect("field.vm-rd.not-readable-hkid", vm_read_status(0, VM_HKID), FIELD_NOT_READABLE);
	expect("field.vm-rd.rcx-not-zero", vm_read_status(1, VM_ATTRIBUTES), OPERAND_INVALID | RCX);
	/* The context in the identifier is ignored. */
	expect("field.vm-rd.context-ignored", vm_read_status(0, VM_ATTRIBUTES & ~((u64)7 << 52)), SUCCESS);
}

static void test_vm_read_version_1(void)
{
	const u64 vm_rd_1 = TDG_VM_RD | 0x10000;
	struct registers r = leaf(vm_rd_1, 0, VM_ATTRIBUTES, 0);
	expect("field.vm-rd-v1.status", r.of[RAX], SUCCESS);
	expect("field.vm-rd-v1.value", r.of[R8], td.attributes);
	expect_bits("field.vm-rd-v1.next-is-xfam", r.of[RDX], 0x3F00000000FFFFFF, VM_XFAM & 0x3F00000000FFFFFF);
	r = leaf(vm_rd_1, 0, NO_FIELD, 0);
	expect("field.vm-rd-v1.first-field", r.of[RAX], FIRST_FIELD_ID_IN_CONTEXT);
	expect_true("field.vm-rd-v1.first-field-named", r.of[RDX] != NO_FIELD && r.of[RDX] != 0);
}

static void test_vm_write(void)
{
	u64 old, kept = vm_field(VM_NOTIFY_ENABLES);
	expect("field.vm-wr.notify-enables-set", vm_write(VM_NOTIFY_ENABLES, 1, 1, &old), SUCCESS);
	expect("field.vm-wr.old-value", old, kept);
	expect("field.vm-wr.reads-back", vm_field(VM_NOTIFY_ENABLES), 1);
	expect("field.vm-wr.notify-enables-clear", vm_write(VM_NOTIFY_ENABLES, 0, 1, &old), SUCCESS);
	expect("field.vm-wr.old-value-1", old, 1);
	expect("field.vm-wr.mask-zero", vm_write(VM_NOTIFY_ENABLES, 1, 0, &old), FIELD_NOT_WRITABLE);
	expect("field.vm-wr.mask-of-unwritable-bits", vm_write(VM_NOTIFY_ENABLES, 2, 2, &old), FIELD_NOT_WRITABLE);
	expect("field.vm-wr.unwritable-bit-changed", vm_write(VM_NOTIFY_ENABLES, 3, 3, &old), FIELD_VALUE_NOT_VALID);
	expect("field.vm-wr.unwritable-bit-unchanged", vm_write(VM_NOTIFY_ENABLES, 0, 3, &old), SUCCESS);
	vm_write(VM_NOTIFY_ENABLES, kept, 1, &old);
	expect("field.vm-wr.read-only-attributes", vm_write(VM_ATTRIBUTES, td.attributes, NO_FIELD, &old), FIELD_NOT_WRITABLE);
	expect("field.vm-wr.read-only-mrtd", vm_write(VM_MRTD, 0, NO_FIELD, &old), FIELD_NOT_WRITABLE);
	expect("field.vm-wr.not-accessible-hkid", vm_write(VM_HKID, 0, NO_FIELD, &old), FIELD_NOT_WRITABLE);
	expect("field.vm-wr.unknown-field", vm_write(VM_UNKNOWN_FIELD, 0, NO_FIELD, &old), FIELD_ID_INCORRECT);
	struct registers r = {.of[RAX] = TDG_VM_WR, .of[RCX] = 1, .of[RDX] = VM_NOTIFY_ENABLES, .of[R9] = 1};
	tdcall(&r);
	expect("field.vm-wr.rcx-not-zero", r.of[RAX], OPERAND_INVALID | RCX);
	u64 controls = vm_field(VM_TD_CTLS);
	if (vm_field(VM_CONFIG_FLAGS) & CONFIG_FLAG_FLEXIBLE_PENDING_VE)
		skip("field.vm-wr.pending-ve-is-fixed", "the host lets the TD choose (FLEXIBLE_PENDING_VE)");
	else
		expect("field.vm-wr.pending-ve-is-fixed",
		       vm_write(VM_TD_CTLS, controls ^ TD_CTL_PENDING_VE_DISABLE, TD_CTL_PENDING_VE_DISABLE, &old),
		       FIELD_VALUE_NOT_VALID);
	expect("field.vm-wr.td-ctls-same-value", vm_write(VM_TD_CTLS, controls, TD_CTL_PENDING_VE_DISABLE, &old), SUCCESS);
}

static void test_vp(void)
{
	struct registers r = leaf(TDG_VP_RD, 0, VP_VCPU_INDEX, 0x5A5A);
	expect("field.vp-rd.status", r.of[RAX], SUCCESS);
	expect("field.vp-rd.index", r.of[R8], 0);
	r = leaf(TDG_VP_RD, 0, VP_UNKNOWN, 0x5A5A);
	expect("field.vp-rd.unknown-field", r.of[RAX], FIELD_ID_INCORRECT);
	expect("field.vp-rd.unknown-field-clears-r8", r.of[R8], 0);
	expect("field.vp-rd.unknown-field-next", r.of[RDX], NO_FIELD);
	expect("field.vp-rd.not-readable", leaf(TDG_VP_RD, 0, VP_VCPU_STATE, 0).of[RAX], FIELD_NOT_READABLE);
	expect("field.vp-rd.rcx-not-zero", leaf(TDG_VP_RD, 1, VP_VCPU_INDEX, 0).of[RAX], OPERAND_INVALID | RCX);
	r = leaf(TDG_VP_RD, 0, NO_FIELD, 0);
	expect("field.vp-rd.first-field", r.of[RAX], FIRST_FIELD_ID_IN_CONTEXT);
	r = (struct registers){.of[RAX] = TDG_VP_WR, .of[RDX] = VP_VCPU_INDEX, .of[R8] = 5, .of[R9] = NO_FIELD};
	tdcall(&r);
	expect("field.vp-wr.read-only", r.of[RAX], FIELD_NOT_WRITABLE);
	r = (struct registers){.of[RAX] = TDG_VP_WR, .of[RDX] = VP_UNKNOWN, .of[R9] = NO_FIELD};
	tdcall(&r);
	expect("field.vp-wr.unknown-field", r.of[RAX], FIELD_ID_INCORRECT);
}

static void test_sys(void)
{
	struct registers r = leaf(TDG_SYS_RD, 0, SYS_VENDOR_ID, 0);
	expect("field.sys-rd.status", r.of[RAX], SUCCESS);
	expect("field.sys-rd.vendor", r.of[R8], 0x8086);
	expect_true("field.sys-rd.next", r.of[RDX] != NO_FIELD);
	r = leaf(TDG_SYS_RD, 0, SYS_TDX_FEATURES0, 0);
	expect("field.sys-rd.features0", r.of[RAX], SUCCESS);
	tap_note("TDX_FEATURES0", r.of[R8]);
	r = leaf(TDG_SYS_RD, 0, SYS_NUM_TDX_FEATURES, 0);
	expect("field.sys-rd.num-features", r.of[RAX], SUCCESS);
	expect_true("field.sys-rd.num-features-at-least-1", r.of[R8] >= 1);
	r = leaf(TDG_SYS_RD, 0, SYS_MAJOR_VERSION, 0);
	expect("field.sys-rd.major-version", r.of[RAX], SUCCESS);
	tap_note("TDX module, major version", r.of[R8]);
	r = leaf(TDG_SYS_RD, 0, SYS_MINOR_VERSION, 0);
	expect("field.sys-rd.minor-version", r.of[RAX], SUCCESS);
	tap_note("TDX module, minor version", r.of[R8]);
	r = leaf(TDG_SYS_RD, 0, SYS_UNKNOWN, 0x5A5A);
	expect("field.sys-rd.unknown-field", r.of[RAX], FIELD_ID_INCORRECT);
	expect("field.sys-rd.unknown-field-clears-r8", r.of[R8], 0);
	expect("field.sys-rd.unknown-field-next", r.of[RDX], NO_FIELD);
	expect("field.sys-rd.not-readable", leaf(TDG_SYS_RD, 0, SYS_NUM_CMRS, 0).of[RAX], FIELD_NOT_READABLE);
	r = leaf(TDG_SYS_RD, 0, NO_FIELD, 0);
	expect("field.sys-rd.first-field", r.of[RAX], FIRST_FIELD_ID_IN_CONTEXT);
	expect_bits("field.sys-rd.first-field-is-vendor", r.of[RDX], 0x3F00000000FFFFFF, SYS_VENDOR_ID & 0x3F00000000FFFFFF);
}

/** The list (MD_LIST_HEADER: u16 bytes, u16 sequences) has what TDG.SYS.RD gives one by one, and in the same order. */
static void test_list(const u64 *list, u64 first)
{
	u64 bytes = list[0] & 0xFFFF, sequences = list[0] >> 16 & 0xFFFF, at = 1, fields = 0, wrong = 0, next = first;
	for (u64 n = 0; n < sequences && at < bytes / 8; n++) {
		u64 header = list[at++];
		wrong += LAST_ELEMENT(header) != 0;
		for (u64 field = 0; field <= LAST_FIELD(header) && at < bytes / 8; field++, at++, fields++) {
			struct registers r = leaf(TDG_SYS_RD, 0, next, 0);
			wrong += ((header + field) & CLASS_AND_CODE) != (next & CLASS_AND_CODE);
			wrong += r.of[RAX] != SUCCESS || r.of[R8] != list[at];
			next = r.of[RDX];
		}
	}
	expect("field.sys-rdall.reserved", list[0] >> 32, 0);
	expect("field.sys-rdall.bytes-are-of-sequences", at * 8, bytes);
	expect_true("field.sys-rdall.fields-at-least-6", fields >= 6);
	expect("field.sys-rdall.fields-as-sys-rd-gives-them", wrong, 0);
	expect("field.sys-rdall.ends-where-sys-rd-ends", next, NO_FIELD);
}

static void test_sys_all(void)
{
	u64 page = new_page();
	const u64 *list = (const u64 *)page;
	struct registers r = leaf(TDG_SYS_RDALL, 0x5A5A, page, NO_FIELD);
	expect("field.sys-rdall.status", r.of[RAX], SUCCESS);
	expect("field.sys-rdall.next", r.of[R8], NO_FIELD);
	expect("field.sys-rdall.keeps-rdx", r.of[RDX], page);
	expect("field.sys-rdall.keeps-rcx", r.of[RCX], 0x5A5A);
	test_list(list, leaf(TDG_SYS_RD, 0, NO_FIELD, 0).of[RDX]);
	r = leaf(TDG_SYS_RDALL, 0, page, SYS_MAJOR_VERSION);
	expect("field.sys-rdall.from-a-field", r.of[RAX], SUCCESS);
	expect("field.sys-rdall.from-a-field-begins-there", list[1] & CLASS_AND_CODE, SYS_MAJOR_VERSION & CLASS_AND_CODE);
	r = leaf(TDG_SYS_RDALL, 0, page, SYS_NUM_CMRS);
	expect("field.sys-rdall.from-a-field-that-is-not-readable", r.of[RAX], SUCCESS);
	expect("field.sys-rdall.unknown-field", leaf(TDG_SYS_RDALL, 0, page, SYS_UNKNOWN).of[RAX], FIELD_ID_INCORRECT);
	r = leaf(TDG_SYS_RDALL, 0, page, SYS_MINOR_VERSION_OF_8_BYTES);
	expect("field.sys-rdall.wrong-element-size", r.of[RAX], FIELD_ID_INCORRECT);
	expect("field.sys-rdall.wrong-element-size-next", r.of[R8], NO_FIELD);
	r = leaf(TDG_SYS_RDALL, 0, page + 0x800, NO_FIELD);
	expect("field.sys-rdall.misaligned", r.of[RAX], OPERAND_INVALID | RDX);
	expect("field.sys-rdall.misaligned-next", r.of[R8], NO_FIELD);
	expect("field.sys-rdall.shared", leaf(TDG_SYS_RDALL, 0, page | td.shared, NO_FIELD).of[RAX], OPERAND_INVALID | RDX);
	expect("field.sys-rdall.too-wide", leaf(TDG_SYS_RDALL, 0, (u64)1 << 52, NO_FIELD).of[RAX], OPERAND_INVALID | RDX);
}

void test_fields(void)
{
	tap_group("metadata fields");
	test_vm_read();
	test_vm_read_version_1();
	test_vm_write();
	test_vp();
	test_sys();
	test_sys_all();
}
