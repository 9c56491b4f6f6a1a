/**
 * Metadata fields that the module has and no TD reads or writes (guest_rd_mask and guest_wr_mask are 0). Ranges of class code
 * and field code, as fields.c compares them. Source: intel/tdx-module tdx_1.5, include/auto_gen/; the file before each table.
 */

#include "fields.h"

struct range {
	/** Bits 61:56 the class code, bits 23:0 the field code; for the platform, bits 33:32 the element size, too. */
	u64 first;
	u32 codes;
	/** Elements of each field; 0 for one, or where nobody asks (all but the platform's). */
	u32 elements;
};

#define ELEMENT_SIZE 0x0000000300000000ull

/** global_sys_fields_lookup.c. */
static const struct range PLATFORM[] = {
	{ 0x0000000200000000, 9, 0 },	/* NUM_PKGS to PKG_FMS */
	{ 0x0800000200000001, 1, 0 },	/* BUILD_DATE */
	{ 0x0800000100000002, 1, 0 },	/* BUILD_NUM */
	{ 0x0800000100000005, 2, 0 },	/* UPDATE_VERSION to INTERNAL_VERSION */
	{ 0x0900000100000000, 2, 0 },	/* MODULE_HV to MIN_UPDATE_HV */
	{ 0x0900000000000002, 1, 0 },	/* NO_DOWNGRADE */
	{ 0x0900000100000003, 1, 0 },	/* NUM_HANDOFF_PAGES */
	{ 0x0900000000000004, 1, 0 },	/* HANDOFF_DATA_VALID */
	{ 0x0900000100000005, 1, 0 },	/* HANDOFF_DATA_HV */
	{ 0x0900000200000006, 1, 0 },	/* HANDOFF_DATA_SIZE */
	{ 0x1000000100000000, 1, 0 },	/* NUM_CMRS */
	{ 0x1000000300000080, 32, 0 },	/* CMR_BASE */
	{ 0x1000000300000100, 32, 0 },	/* CMR_SIZE */
	{ 0x1100000100000008, 2, 0 },	/* MAX_TDMRS to MAX_RESERVED_PER_TDMR */
	{ 0x1100000100000010, 3, 0 },	/* PAMT_4K_ENTRY_SIZE to PAMT_1G_ENTRY_SIZE */
	{ 0x1800000100000000, 1, 0 },	/* TDR_BASE_SIZE */
	{ 0x1800000100000100, 2, 0 },	/* TDCS_BASE_SIZE to TDCS_SIZE_PER_L2_VM */
	{ 0x1800000100000200, 2, 0 },	/* TDVPS_BASE_SIZE to TDVPS_SIZE_PER_L2_VM */
	{ 0x1900000300000000, 4, 0 },	/* ATTRIBUTES_FIXED0 to XFAM_FIXED1 */
	{ 0x1900000100000004, 1, 0 },	/* NUM_CPUID_CONFIG */
	{ 0x1900000300000006, 2, 0 },	/* CONFIG_FLAGS_FIXED0 to CONFIG_FLAGS_FIXED1 */
	{ 0x1900000300000400, 32, 0 },	/* CPUID_CONFIG_LEAVES */
	{ 0x1900000300000500, 64, 2 },	/* CPUID_CONFIG_VALUES */
	{ 0x1900000300000600, 1, 0 },	/* IA32_ARCH_CAPABILITIES_CONFIG_MASK */
	{ 0x1900000100000800, 2, 0 },	/* NUM_ALLOWED_FMS to NUM_DISALLOWED_FMS */
	{ 0x1900000300000810, 128, 0 }, /* ALLOWED_FMS to DISALLOWED_FMS */
	{ 0x2000000100000010, 1, 0 },	/* MAX_MIGS */
	{ 0x2000000000000020, 3, 0 },	/* NUM_IMMUTABLE_STATE_PAGES to NUM_VP_STATE_PAGES */
	{ 0x2100000100000000, 1, 0 },	/* MAX_SERV_TDS */
	{ 0x2100000300000001, 2, 0 },	/* SERVTD_ATTR_FIXED0 to SERVTD_ATTR_FIXED1 */
	{ 0x2200000300000001, 6, 0 },	/* VM_CTLS_FIXED0 to VCPU_L2_DEBUG_CTLS_FIXED1 */
};

/** tdr_tdcs_fields_lookup.c, without the roots of L2 secure EPTs. */
static const struct range TD[] = {
	{ 0x0000000000000001, 2, 0 },	/* FATAL to NUM_TDCX */
	{ 0x0000000000000004, 2, 0 },	/* CHLDCNT to LIFECYCLE_STATE */
	{ 0x0000000000000010, 9, 0 },	/* TDCX_PA */
	{ 0x0100000000000001, 2, 0 },	/* HKID to PKG_CONFIG_BITMAP */
	{ 0x0200000000000000, 6, 0 },	/* HANDOFF_VERSION to SEAMDB_NONCE */
	{ 0x1000000000000002, 1, 0 },	/* NUM_ASSOC_VCPUS */
	{ 0x1000000000000004, 1, 0 },	/* OP_STATE */
	{ 0x1100000000000004, 1, 0 },	/* EPTP */
	{ 0x110000000000000A, 2, 0 },	/* TSC_OFFSET to TSC_MULTIPLIER */
	{ 0x110000000000000D, 3, 0 },	/* VIRTUAL_TSC to XBUFF_SIZE */
	{ 0x1100000000000011, 5, 0 },	/* HP_LOCK_TIMEOUT to VM_CTLS */
	{ 0x1100000000000080, 80, 0 },	/* CPUID_VALID */
	{ 0x1100000000000800, 19, 0 },	/* XBUFF_OFFSETS */
	{ 0x1200000000000000, 3, 0 },	/* TD_EPOCH to REFCOUNT */
	{ 0x1400000000000000, 160, 0 },	/* CPUID_VALUES */
	{ 0x160000000000010A, 1, 0 },	/* VIRTUAL_IA32_ARCH_CAPABILITIES */
	{ 0x1600000000000480, 1, 0 },	/* VIRTUAL_IA32_VMX_BASIC */
	{ 0x1600000000000485, 5, 0 },	/* VIRTUAL_IA32_VMX_MISC to VIRTUAL_IA32_VMX_CR4_FIXED1 */
	{ 0x160000000000048B, 9, 0 },	/* VIRTUAL_IA32_VMX_PROCBASED_CTLS2 to VIRTUAL_IA32_VMX_EXIT_CTLS2 */
	{ 0x1800000000000001, 6, 0 },	/* MIG_DEC_KEY_SET to TOTAL_MB_COUNT */
	{ 0x1800000000000010, 18, 0 },	/* MIG_DEC_KEY to MIG_WORKING_VERSION */
	{ 0x1800000000000030, 3, 0 },	/* DIRTY_COUNT to NUM_MIGS */
	{ 0x1800000000000034, 1, 0 },	/* NUM_MIGRATED_VCPUS */
	{ 0x1A00000000000000, 512, 0 },	/* MIGSC_LINKS */
	{ 0x2000000000000000, 512, 0 },	/* MSR_BITMAPS */
	{ 0x2100000000000000, 512, 0 },	/* SEPT_ROOT */
};

/** td_vmcs_fields_lookup.c and tdvps_fields_lookup.c, without the state of L2 VMs. */
static const struct range VCPU[] = {
	{ 0x0000000000000000, 8, 0 },	/* VPID to HLAT prefix size */
	{ 0x0000000000000800, 22, 0 },	/* Guest ES selector to Guest UINV */
	{ 0x0000000000002000, 48, 0 },	/* I/O-Bitmap Address n to ENCLS-Exiting Bitmap */
	{ 0x0000000000002032, 16, 0 },	/* Time-Stamp Counter Multiplier to HLAT pointer */
	{ 0x000000000000204A, 4, 0 },	/* IA32_SPEC_CTRL mask to IA32_SPEC_CTRL shadow */
	{ 0x0000000000002400, 2, 0 },	/* Guest-physical Address */
	{ 0x0000000000002800, 18, 0 },	/* VMCS Link Pointer to PDPTEn */
	{ 0x0000000000002814, 6, 0 },	/* IA32_RTIT_CTL to IA32_GUEST_PKRS */
	{ 0x0000000000004000, 40, 0 },	/* Pin-Based VM-Exection Controls to TD HKID */
	{ 0x0000000000004400, 16, 0 },	/* VM-instruction error to VM-exit instruction information */
	{ 0x0000000000004800, 44, 0 },	/* Guest ES limit to IA32_SYSENTER_CS */
	{ 0x000000000000482E, 2, 0 },	/* VMX-Preemption Timer Value */
	{ 0x0000000000006000, 16, 0 },	/* CR0 Guest/Host Mask to CR3-Target Values */
	{ 0x0000000000006400, 12, 0 },	/* Exit qualification to Guest-Linear Address */
	{ 0x0000000000006800, 46, 0 },	/* Guest CR0 to GUEST_IA32_INTERRUPT_SSP_TABLE_ADDR */
	{ 0x0000000000006C08, 2, 0 },	/* Host GS Base */
	{ 0x0000000000006C14, 4, 0 },	/* Host RSP to Host RIP */
	{ 0x0000000000006C1A, 2, 0 },	/* HOST_SSP */
	{ 0x0100000000000000, 128, 0 },	/* VAPIC */
	{ 0x0200000000000000, 6, 0 },	/* EXIT_REASON to EPTP_INDEX */
	{ 0x0200000000000010, 2, 0 },	/* INSTRUCTION_LENGTH to INSTRUCTION_INFORMATION */
	{ 0x1000000000000000, 16, 0 },	/* RAX to R15 */
	{ 0x1100000000000000, 4, 0 },	/* DR0 to DR3 */
	{ 0x1100000000000006, 1, 0 },	/* DR6 */
	{ 0x1100000000000020, 1, 0 },	/* XCR0 */
	{ 0x1100000000000028, 1, 0 },	/* CR2 */
	{ 0x1100000000000100, 1, 0 },	/* VCPU_STATE_DETAILS */
	{ 0x1200000000000000, 1536, 0 },	/* XBUFF */
	{ 0x1300000000000048, 1, 0 },	/* IA32_SPEC_CTRL */
	{ 0x13000000000000E1, 1, 0 },	/* IA32_UMWAIT_CONTROL */
	{ 0x1300000000000122, 1, 0 },	/* IA32_TSX_CTRL */
	{ 0x1300000000000186, 8, 0 },	/* IA32_PERFEVTSELx */
	{ 0x13000000000001A6, 2, 0 },	/* MSR_OFFCORE_RSPx */
	{ 0x13000000000001C4, 2, 0 },	/* IA32_XFD to IA32_XFD_ERR */
	{ 0x1300000000000309, 7, 0 },	/* IA32_FIXED_CTRx */
	{ 0x1300000000000329, 1, 0 },	/* IA32_PERF_METRICS */
	{ 0x130000000000038D, 2, 0 },	/* IA32_FIXED_CTR_CTRL to IA32_PERF_GLOBAL_STATUS */
	{ 0x13000000000003F1, 2, 0 },	/* IA32_PEBS_ENABLE to MSR_PEBS_DATA_CFG */
	{ 0x13000000000003F6, 2, 0 },	/* MSR_PEBS_LD_LAT to MSR_PEBS_FRONTEND */
	{ 0x13000000000004C1, 8, 0 },	/* IA32_A_PMCx */
	{ 0x1300000000000600, 1, 0 },	/* IA32_DS_AREA */
	{ 0x1300000000000DA0, 1, 0 },	/* IA32_XSS */
	{ 0x13000000000014CF, 1, 0 },	/* IA32_LBR_DEPTH */
	{ 0x1300000000001B01, 1, 0 },	/* IA32_UARCH_MISC_CTL */
	{ 0x1300000000002081, 2, 0 },	/* IA32_STAR to IA32_LSTAR */
	{ 0x1300000000002084, 1, 0 },	/* IA32_FMASK */
	{ 0x1300000000002102, 2, 0 },	/* IA32_KERNEL_GS_BASE to IA32_TSC_AUX */
	{ 0x2000000000000000, 1, 0 },	/* VCPU_STATE */
	{ 0x2000000000000003, 2, 0 },	/* NUM_TDVPS_PAGES to ASSOC_LPID */
	{ 0x2000000000000006, 1, 0 },	/* VCPU_EPOCH */
	{ 0x200000000000000A, 21, 0 },	/* LAST_EXIT_TSC to TDVPS_PAGE_PA */
	{ 0x2000000000000030, 3, 0 },	/* HP_LOCK_BUSY_START to LAST_SEAMDB_INDEX */
	{ 0x2000000000000040, 3, 0 },	/* NMI_UNBLOCKING_DUE_TO_IRET to L2_EXIT_HOST_ROUTING */
	{ 0x2000000000000044, 12, 0 },	/* VM_LAUNCHED to MODULE_DEPENDENT_FIELDS_UPDATED */
	{ 0x2000000000000054, 4, 0 },	/* L2_DEBUG_CTLS */
	{ 0x200000000000005C, 4, 0 },	/* SHADOW_TSC_DEADLINE */
	{ 0x2000000000000080, 32, 0 },	/* BASE_L2_CR0_GUEST_HOST_MASK to SHADOW_PINBASED_EXEC_CTLS */
	{ 0x20000000000000A4, 20, 0 },	/* SHADOW_PLE_GAP to SHADOW_SHARED_EPTP */
	{ 0x2000000000000100, 24, 0 },	/* L2_ENTER_GUEST_STATE_GPA to L2_VAPIC_HPA */
	{ 0x2200000000000200, 32, 0 },	/* LAST_EPF_GPA_LIST */
};

static const struct range *find(const struct range *ranges, u32 count, u64 identity)
{
	for (u32 i = 0; i < count; i++) {
		u64 first = ranges[i].first & FIELD_IDENTITY;

		if (identity >= first && identity < first + ranges[i].codes)
			return &ranges[i];
	}
	return NULL;
}

bool field_hidden_start(u64 id)
{
	u64 identity = id & FIELD_IDENTITY;
	const struct range *range = find(PLATFORM, COUNT_OF(PLATFORM), identity);
	u64 offset = range ? identity - (range->first & FIELD_IDENTITY) : 0;

	return range && !((range->first ^ id) & ELEMENT_SIZE) && !(range->elements && offset % range->elements);
}

bool field_hidden(enum field_context context, u64 id)
{
	u64 identity = id & FIELD_IDENTITY;

	if ((id & FIELD_MUST_BE_ZERO) != 0)
		return false;
	switch (context) {
	case FIELD_PLATFORM:
		return find(PLATFORM, COUNT_OF(PLATFORM), identity) != NULL;
	case FIELD_TD:
		return find(TD, COUNT_OF(TD), identity) != NULL;
	case FIELD_VCPU:
		return find(VCPU, COUNT_OF(VCPU), identity) != NULL;
	}
	return false;
}
