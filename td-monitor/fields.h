/**
 * Metadata fields that a TD can read and write: TDG.SYS.RD, TDG.VM.RD and TDG.VM.WR, TDG.VP.RD and TDG.VP.WR.
 * Sources: intel/tdx-module tdx_1.5 metadata_generic.c, global_sys_fields_lookup.c, tdr_tdcs_fields_lookup.c,
 * tdvps_fields_lookup.c; Linux arch/x86/include/asm/shared/tdx.h for the fields that Linux asks for.
 */
#ifndef TD_FIELDS_H
#define TD_FIELDS_H

#include "types.h"

/** Bits 55:52 of a field id. */
enum field_context {
	FIELD_PLATFORM = 0,
	FIELD_TD = 1,
	FIELD_VCPU = 2,
};

/** Where the value comes from: a constant of the table, or the caller's state. */
enum field_kind {
	FIELD_CONSTANT,
	FIELD_ATTRIBUTES,
	FIELD_XFAM,
	FIELD_MAX_VCPUS,
	FIELD_NUM_VCPUS,
	FIELD_GPAW,
	FIELD_TSC_FREQUENCY,
	FIELD_CONFIG_FLAGS,
	FIELD_TD_CTLS,
	FIELD_NOTIFY_ENABLES,
	FIELD_TOPOLOGY_ENUM_CONFIGURED,
	FIELD_CPUIDVE,
	FIELD_VCPU_INDEX,
	FIELD_MRTD,
	FIELD_RTMR,
	FIELD_MRCONFIGID,
	FIELD_MROWNER,
	FIELD_MROWNERCONFIG,
	FIELD_VIRTUAL_TSC,
};

struct field {
	/** With the context, the element size and the number of elements in it; see field_find. */
	u64 id;
	enum field_kind kind;
	/** FIELD_CONSTANT: the value. Others: 0. */
	u64 constant;
	/** Bits that the TD reads; others are zero. */
	u64 read_mask;
	/** Bits that the TD may write; 0 for none. */
	u64 write_mask;
};

/**
 * Finds a field for a leaf of this context. The id may leave out what the module ignores on input: context code, last
 * element, WRITE_MASK_VALID, size of the field.
 * @param element which of the field's elements, from 0: the fourth u64 of MRTD is 3
 * @param status TDX_SUCCESS, or what the leaf returns: TDX_METADATA_FIELD_ID_INCORRECT with its operand
 */
const struct field *field_find(enum field_context context, u64 id, u32 *element, u64 *status);

/**
 * The id that follows in the context, for the RDX of the reading leaves of version 1; FIELD_NONE after the last.
 * A null or unknown id gives the first.
 */
u64 field_next(enum field_context context, u64 id);

#define FIELD_NONE 0xFFFFFFFFFFFFFFFFull

/**
 * What a write leaves in the field, and whether the module takes it.
 * @param mask R8 or R9 of the leaf, by its specification
 * @return TDX_SUCCESS, TDX_METADATA_FIELD_NOT_WRITABLE, TDX_METADATA_WR_MASK_NOT_VALID or TDX_METADATA_FIELD_VALUE_NOT_VALID
 */
u64 field_write(const struct field *field, u64 old, u64 value, u64 mask, u64 *result);

/* Fields by name, for the monitor's own use and tests. */
#define FIELD_ID_TDX_FEATURES0 0x0A00000300000008ull
#define FIELD_ID_CONFIG_FLAGS 0x1110000300000016ull
#define FIELD_ID_TD_CTLS 0x1110000300000017ull
#define FIELD_ID_NOTIFY_ENABLES 0x9100000000000010ull
#define FIELD_ID_TOPOLOGY_ENUM_CONFIGURED 0x9100000000000019ull

/** TD_CTLS (TDX Module ABI). */
#define TD_CTLS_PENDING_VE_DISABLE (1ull << 0)
#define TD_CTLS_ENUM_TOPOLOGY (1ull << 1)
#define TD_CTLS_VIRT_CPUID2 (1ull << 2)
#define TD_CTLS_REDUCE_VE (1ull << 3)
#define TD_CTLS_LOCK (1ull << 63)

#endif
