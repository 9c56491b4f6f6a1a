/**
 * Metadata fields that a TD can read and write: TDG.SYS.RD, TDG.VM.RD and TDG.VM.WR, TDG.VP.RD and TDG.VP.WR.
 * Sources: intel/tdx-module tdx_1.5 metadata_generic.c, global_sys_fields_lookup.c, tdr_tdcs_fields_lookup.c,
 * tdvps_fields_lookup.c.
 */
#ifndef TD_FIELDS_H
#define TD_FIELDS_H

#include "types.h"

/** Bits 54:52 of a field id. */
enum field_context {
	FIELD_PLATFORM = 0,
	FIELD_TD = 1,
	FIELD_VCPU = 2,
};

/** Where the value comes from: the table itself, or the caller's state. */
enum field_kind {
	FIELD_CONSTANT,
	/* TD. */
	FIELD_TD_UUID,
	FIELD_NUM_VCPUS,
	FIELD_ATTRIBUTES,
	FIELD_XFAM,
	FIELD_MAX_VCPUS,
	/** 0: 48 bits, 1: 52. */
	FIELD_GPAW,
	/** In units of 25 MHz. */
	FIELD_TSC_FREQUENCY,
	FIELD_NOTIFY_ENABLES,
	FIELD_CONFIG_FLAGS,
	FIELD_TD_CTLS,
	FIELD_FEATURE_PARAVIRT_CTRL,
	FIELD_MRTD,
	FIELD_MRCONFIGID,
	FIELD_MROWNER,
	FIELD_MROWNERCONFIG,
	/** Four registers of six elements each. */
	FIELD_RTMR,
	/* vCPU. */
	FIELD_VCPU_INDEX,
	FIELD_CPUID_SUPERVISOR_VE,
	FIELD_CPUID_USER_VE,
	FIELD_CPUID_CONTROL,
};

struct field {
	/** Of the first element, with its context and element size. */
	u64 id;
	/** Elements that follow each other, each with the next field code. */
	u16 elements;
	/** An enum field_kind. */
	u8 kind;
	/** FIELD_CONSTANT: the value of every element. */
	u64 constant;
	/** Bits that the TD may write; 0 for none. */
	u64 writable;
};

#define FIELD_NONE 0xFFFFFFFFFFFFFFFFull
/** What of an id tells the fields of a context apart: class code and field code (metadata_generic.c md_find_entry_idx). */
#define FIELD_IDENTITY 0x3F00000000FFFFFFull
/** What must be zero in the id of a single element (metadata_generic.c md_check_as_single_element_id). */
#define FIELD_MUST_BE_ZERO 0x4083FFFCFF000000ull

/** All bits, or all but the context, are ones: a reading leaf of version 1 answers with the first id of the context. */
bool field_is_null(u64 id);

/**
 * Finds a field for a leaf of this context. What the module ignores on input does not count: context code, element size,
 * INC_SIZE, WRITE_MASK_VALID, NON_ARCH.
 * @param element which of the field's elements: the last u64 of RTMR1 is 11
 * @return NULL: the leaf returns TDX_METADATA_FIELD_ID_INCORRECT, unless the field is hidden
 */
const struct field *field_find(enum field_context context, u64 id, u32 *element);

/** Whether the module has the field but shows it to no TD: the leaf returns FIELD_NOT_READABLE or FIELD_NOT_WRITABLE. */
bool field_hidden(enum field_context context, u64 id);

/** Whether a hidden field of the platform starts here, with the element size that the id names. */
bool field_hidden_start(u64 id);

/**
 * The id of the next element in the context, for the RDX of the reading leaves of version 1; FIELD_NONE after the last.
 * A null id gives the first.
 */
u64 field_next(enum field_context context, u64 id);

/** Bits of an element, by its size. */
u64 field_mask(const struct field *field);

/**
 * What a write leaves in the field.
 * @param mask the bits that the TD asks to write
 * @return TDX_SUCCESS, TDX_METADATA_FIELD_NOT_WRITABLE or TDX_METADATA_FIELD_VALUE_NOT_VALID; *result counts with success
 */
u64 field_write(const struct field *field, u64 old, u64 value, u64 mask, u64 *result);

/** Bytes of the list that TDG.SYS.RDALL fills. */
enum { FIELD_LIST_BYTES = 4096 };

/**
 * Writes the list of TDG.SYS.RDALL: a header, and the platform's fields in sequences of neighbours (metadata_generic.c
 * md_dump_list; TDX Module ABI, MD_LIST_HEADER and MD_SEQUENCE).
 * @param first where to begin, or a null id; what follows is skipped up to the first field that a TD can read
 * @param capacity bytes that the list may take
 * @param next the first field that had no room; FIELD_NONE when all are there
 * @return TDX_SUCCESS, TDX_METADATA_FIELD_ID_INCORRECT (nothing is written), or TDX_METADATA_LIST_OVERFLOW
 */
u64 field_list(u64 first, u8 *list, u32 capacity, u64 *next);

/** CONFIG_FLAGS (tdx_api_defs.h config_flags_t). */
#define CONFIG_FLAGS_GPAW_52 (1ull << 0)
#define CONFIG_FLAGS_FLEXIBLE_PENDING_VE (1ull << 1)
#define CONFIG_FLAGS_NO_RBP_MOD (1ull << 2)

/** TD_CTLS (td_control_structures.h td_ctls_t): needs FLEXIBLE_PENDING_VE to be changed, else FIELD_VALUE_NOT_VALID. */
#define TD_CTLS_PENDING_VE_DISABLE (1ull << 0)
/** Of later modules than tdx_1.5; Linux from 6.14 on asks for it (arch/x86/coco/tdx/tdx.c reduce_unnecessary_ve). */
#define TD_CTLS_REDUCE_VE (1ull << 3)

#endif
