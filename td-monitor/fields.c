/** Metadata fields that a TD can read and write. */

#include "fields.h"
#include "status.h"

#define CONTEXT_MASK 0x0070000000000000ull

/**
 * TDX_FEATURES0 (tdx_api_defs.h): TDG.VP.RD and WR (3), CPUID #VE control by the guest (5), pending EPT violations (16),
 * family/model/stepping (17), NO_RBP_MOD (18); VE_REDUCE (30) of later modules (lkvs tdx-compliance-main.c). No migration,
 * service TDs, partitioning, local attestation.
 */
#define FEATURES0 0x40070028ull

static const struct field PLATFORM[] = {
	{ 0x0800000200000000, 1, FIELD_CONSTANT, 0x8086, 0 },	 /* VENDOR_ID */
	{ 0x0800000100000003, 1, FIELD_CONSTANT, 5, 0 },	 /* MINOR_VERSION */
	{ 0x0800000100000004, 1, FIELD_CONSTANT, 1, 0 },	 /* MAJOR_VERSION */
	{ 0x0A00000200000000, 1, FIELD_CONSTANT, 0, 0 },	 /* SYS_ATTRIBUTES */
	{ 0x0A00000000000001, 1, FIELD_CONSTANT, 1, 0 },	 /* NUM_TDX_FEATURES */
	{ 0x0A00000300000008, 1, FIELD_CONSTANT, FEATURES0, 0 }, /* TDX_FEATURES0 */
	{ 0xA000000300000000, 1, FIELD_CONSTANT, 0, 0 },	 /* MIG_ATTRIBUTES */
	{ 0x2000000100000001, 4, FIELD_CONSTANT, 0, 0 },	 /* MIN and MAX_EXPORT_VERSION, MIN and MAX_IMPORT_VERSION */
	{ 0xA200000100000000, 1, FIELD_CONSTANT, 0, 0 },	 /* GUEST_L2_GPA_ATTR_MASK */
};

static const struct field TD[] = {
	{ 0x8010000300000020, 4, FIELD_TD_UUID, 0, 0 },
	{ 0x9010000200000001, 1, FIELD_NUM_VCPUS, 0, 0 },
	{ 0x9010000100000005, 1, FIELD_CONSTANT, 0, 0 }, /* NUM_L2_VMS */
	{ 0x1110000300000000, 1, FIELD_ATTRIBUTES, 0, 0 },
	{ 0x1110000300000001, 1, FIELD_XFAM, 0, 0 },
	{ 0x1110000200000002, 1, FIELD_MAX_VCPUS, 0, 0 },
	{ 0x1110000000000003, 1, FIELD_GPAW, 0, 0 },
	{ 0x111000010000000C, 1, FIELD_TSC_FREQUENCY, 0, 0 },
	{ 0x9110000300000010, 1, FIELD_NOTIFY_ENABLES, 0, 1 },
	{ 0x1110000300000016, 1, FIELD_CONFIG_FLAGS, 0, 0 },
	{ 0x1110000300000017, 1, FIELD_TD_CTLS, 0, TD_CTLS_PENDING_VE_DISABLE | TD_CTLS_REDUCE_VE },
	{ 0x9110000300000022, 1, FIELD_FEATURE_PARAVIRT_CTRL, 0, ~0ull }, /* of later modules, with VE_REDUCE */
	{ 0x1310000300000000, 6, FIELD_MRTD, 0, 0 },
	{ 0x1310000300000010, 6, FIELD_MRCONFIGID, 0, 0 },
	{ 0x1310000300000018, 6, FIELD_MROWNER, 0, 0 },
	{ 0x1310000300000020, 6, FIELD_MROWNERCONFIG, 0, 0 },
	{ 0x1310000300000040, 24, FIELD_RTMR, 0, 0 },
	{ 0x9810000300000040, 4, FIELD_CONSTANT, 0, 0 },  /* PRE_IMPORT_UUID */
	{ 0x9910000300000000, 6, FIELD_CONSTANT, 0, 0 },  /* SERVTD_HASH */
	{ 0x9910000100000006, 1, FIELD_CONSTANT, 0, 0 },  /* SERVTD_NUM */
	{ 0x9910000300000080, 16, FIELD_CONSTANT, 0, 0 }, /* SERVTD_BINDINGS_TABLE */
};

static const struct field VCPU[] = {
	{ 0xA020000200000002, 1, FIELD_VCPU_INDEX, 0, 0 },
	{ 0xA020000000000007, 1, FIELD_CPUID_SUPERVISOR_VE, 0, 0xFF },
	{ 0xA020000000000008, 1, FIELD_CPUID_USER_VE, 0, 0xFF },
	{ 0xA120000000000000, 128, FIELD_CPUID_CONTROL, 0, 3 },
};

static const struct field *fields_of(enum field_context context, u32 *count)
{
	switch (context) {
	case FIELD_PLATFORM:
		*count = COUNT_OF(PLATFORM);
		return PLATFORM;
	case FIELD_TD:
		*count = COUNT_OF(TD);
		return TD;
	case FIELD_VCPU:
		*count = COUNT_OF(VCPU);
		return VCPU;
	}
	*count = 0;
	return NULL;
}

bool field_is_null(u64 id) { return (id | CONTEXT_MASK) == FIELD_NONE; }

const struct field *field_find(enum field_context context, u64 id, u32 *element)
{
	u32 count;
	const struct field *fields = fields_of(context, &count);

	if ((id & FIELD_MUST_BE_ZERO) != 0)
		return NULL;
	for (u32 i = 0; i < count; i++) {
		u64 first = fields[i].id & FIELD_IDENTITY;

		if ((id & FIELD_IDENTITY) < first || (id & FIELD_IDENTITY) >= first + fields[i].elements)
			continue;
		*element = (u32)((id & FIELD_IDENTITY) - first);
		return &fields[i];
	}
	return NULL;
}

u64 field_next(enum field_context context, u64 id)
{
	u32 count, element;
	const struct field *fields = fields_of(context, &count);
	const struct field *found;

	if (field_is_null(id))
		return fields[0].id;
	found = field_find(context, id, &element);
	if (found == NULL)
		return FIELD_NONE;
	if (element + 1 < found->elements)
		return found->id + element + 1;
	return found + 1 < fields + count ? found[1].id : FIELD_NONE;
}

u64 field_mask(const struct field *field)
{
	/* Element size code: 1, 2, 4 or 8 bytes. */
	u32 bits = 8u << (field->id >> 32 & 3);

	return bits == 64 ? ~0ull : (1ull << bits) - 1;
}

u64 field_write(const struct field *field, u64 old, u64 value, u64 mask, u64 *result)
{
	u64 written = field->writable & mask;
	u64 forbidden = mask & ~field->writable;

	if (written == 0)
		return TDX_METADATA_FIELD_NOT_WRITABLE;
	if (((old ^ value) & forbidden) != 0)
		return TDX_METADATA_FIELD_VALUE_NOT_VALID;
	*result = (old & ~written) | (value & written);
	return TDX_SUCCESS;
}
