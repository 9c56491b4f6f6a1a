/** Finds, reads and checks the TDX metadata of a firmware image. */

#include "metadata.h"

enum {
	GUID_BYTES = 16,
	/** Every entry of the GUID table ends in its u16 length and its GUID; entries lie before them, towards lower offsets. */
	ENTRY_TAIL_BYTES = GUID_BYTES + 2,
	/** The table ends, and the legacy pointer lies, this far before the end of the image. */
	RESET_VECTOR_BYTES = 0x20,
	OFFSET_ENTRY_BYTES = ENTRY_TAIL_BYTES + 4,
	DESCRIPTOR_BYTES = 16,
	SECTION_BYTES = 32,
	/** QEMU maps firmware in units of this (hw/i386/x86-common.c x86_bios_rom_init). */
	IMAGE_UNIT = 0x10000,
};

/** 'TDVF' as a little-endian u32. */
#define SIGNATURE 0x46564454u
#define RESET_VECTOR 0xFFFFFFF0ull

/* As the bytes stand in the image: the first three parts of a GUID are little-endian. */
static const u8 FOOTER_GUID[GUID_BYTES] = { 0xde, 0x82, 0xb5, 0x96, 0xb2, 0x1f, 0xf7, 0x45,
					    0xba, 0xea, 0xa3, 0x66, 0xc5, 0x5a, 0x08, 0x2d };
static const u8 OFFSET_GUID[GUID_BYTES] = { 0x35, 0x65, 0x7a, 0xe4, 0x4a, 0x98, 0x98, 0x47,
					    0x86, 0x5e, 0x46, 0x85, 0xa7, 0xbf, 0x8e, 0xc2 };
static const u8 METADATA_GUID[GUID_BYTES] = { 0xf3, 0xf9, 0xea, 0xe9, 0x8e, 0x16, 0xd5, 0x44,
					      0xa8, 0xeb, 0x7f, 0x4d, 0x87, 0x38, 0xf6, 0xae };

static bool guid_at(const u8 *image, u64 offset, const u8 *guid) { return memcmp(image + offset, guid, GUID_BYTES) == 0; }

static bool guid_before(const u8 *image, u64 offset)
{
	return offset >= GUID_BYTES && guid_at(image, offset - GUID_BYTES, METADATA_GUID);
}

/**
 * Walks the table from its footer to lower offsets. *entry is where the data of the TDX entry begins, or 0 without one:
 * data is never at the start of an image, as the table's tail comes after its data.
 */
static enum metadata_error find_offset_entry(const u8 *image, u64 table_end, u64 *entry)
{
	u64 end = table_end - ENTRY_TAIL_BYTES;
	u64 total = get16(image + end);
	u64 table_start = table_end - total;

	*entry = 0;
	if (total < ENTRY_TAIL_BYTES || total > table_end)
		return METADATA_BAD_GUID_TABLE;
	while (end >= table_start + ENTRY_TAIL_BYTES) {
		u64 length = get16(image + end - ENTRY_TAIL_BYTES);

		if (length < ENTRY_TAIL_BYTES || length > end - table_start)
			return METADATA_BAD_GUID_TABLE;
		if (guid_at(image, end - GUID_BYTES, OFFSET_GUID)) {
			if (length != OFFSET_ENTRY_BYTES)
				return METADATA_BAD_GUID_TABLE;
			*entry = end - length;
			return METADATA_OK;
		}
		end -= length;
	}
	return METADATA_OK;
}

/** The entry's u32 counts from the end of the image down to the descriptor. */
static enum metadata_error descriptor_before_end(const u8 *image, u64 size, u64 entry, u64 *offset)
{
	u64 distance = get32(image + entry);

	if (distance > size)
		return METADATA_TRUNCATED;
	if (distance < DESCRIPTOR_BYTES)
		return METADATA_BAD_DESCRIPTOR;
	*offset = size - distance;
	return METADATA_OK;
}

static enum metadata_error find_descriptor(const u8 *image, u64 size, struct metadata *out, u64 *offset)
{
	u64 table_end = size - RESET_VECTOR_BYTES;
	bool has_table = guid_at(image, table_end - GUID_BYTES, FOOTER_GUID);
	u64 entry, pointer;

	if (has_table) {
		enum metadata_error error = find_offset_entry(image, table_end, &entry);

		if (error != METADATA_OK)
			return error;
		if (entry != 0)
			return descriptor_before_end(image, size, entry, offset);
	}
	pointer = get32(image + table_end);
	if (pointer + DESCRIPTOR_BYTES <= size && (get32(image + pointer) == SIGNATURE || guid_before(image, pointer))) {
		out->legacy_pointer = true;
		*offset = pointer;
		return METADATA_OK;
	}
	return has_table ? METADATA_NO_TDX_METADATA : METADATA_NOT_FIRMWARE;
}

static struct section read_section(const u8 *at)
{
	return (struct section){
		.data_offset = get32(at),
		.raw_size = get32(at + 4),
		.address = get64(at + 8),
		.memory_size = get64(at + 16),
		.type = get32(at + 24),
		.attributes = get32(at + 28),
	};
}

enum metadata_error metadata_read(const u8 *image, u64 size, struct metadata *out)
{
	enum metadata_error error;
	u64 offset = 0, length, count;

	memset(out, 0, sizeof(*out));
	if (size < RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES)
		return METADATA_TRUNCATED;
	error = find_descriptor(image, size, out, &offset);
	if (error != METADATA_OK)
		return error;
	if (get32(image + offset) != SIGNATURE)
		return METADATA_BAD_DESCRIPTOR;
	if (get32(image + offset + 8) != 1)
		return METADATA_BAD_VERSION;
	length = get32(image + offset + 4);
	count = get32(image + offset + 12);
	if (count == 0 || length != DESCRIPTOR_BYTES + SECTION_BYTES * count || offset + length > size)
		return METADATA_BAD_DESCRIPTOR;
	if (count > METADATA_SECTIONS_MAX)
		return METADATA_TOO_MANY_SECTIONS;
	out->descriptor_offset = (u32)offset;
	out->guid_before = guid_before(image, offset);
	out->count = (u32)count;
	for (u32 i = 0; i < count; i++)
		out->sections[i] = read_section(image + offset + DESCRIPTOR_BYTES + SECTION_BYTES * i);
	return METADATA_OK;
}

bool section_has_memory(const struct section *section)
{
	return section->memory_size > 0 && section->type != SECTION_TD_INFO && section->type != SECTION_TD_PARAMS;
}

const struct section *metadata_section(const struct metadata *metadata, enum section_type type)
{
	for (u32 i = 0; i < metadata->count; i++)
		if (metadata->sections[i].type == type)
			return &metadata->sections[i];
	return NULL;
}

/** One row for each type, in the order of their numbers. */
static const struct {
	const char *name;
	/** The image may name it once only. */
	bool once;
	/** Its bytes come from the image. */
	bool from_image;
} TYPES[] = {
	{ "BFV", false, true },	    { "CFV", false, true },	   { "TD_HOB", true, false },
	{ "TempMem", false, false }, { "PermMem", false, false },   { "Payload", true, false },
	{ "PayloadParam", true, false }, { "TdInfo", true, true }, { "TdParams", true, true },
};

const char *section_type_name(u32 type) { return type < COUNT_OF(TYPES) ? TYPES[type].name : "unknown"; }

static bool is_within(const struct section *section, u64 start, u64 size)
{
	return section->address >= start && section->address - start <= size &&
	       section->memory_size <= size - (section->address - start);
}

/** What is wrong with the section by itself. */
static enum metadata_error judge_section(const struct section *section, u64 image_size, struct guest_ram ram)
{
	if (section->type >= COUNT_OF(TYPES))
		return METADATA_SECTION_TYPE;
	if ((section->attributes & ~(u32)(SECTION_EXTEND | SECTION_AUGMENT)) != 0)
		return METADATA_SECTION_ATTRIBUTES;
	if ((u64)section->data_offset + section->raw_size > image_size ||
	    (section->raw_size == 0 && TYPES[section->type].from_image))
		return METADATA_SECTION_DATA;
	if (section->type == SECTION_TD_INFO || section->type == SECTION_TD_PARAMS)
		return METADATA_OK;
	if (section->memory_size < section->raw_size)
		return METADATA_SECTION_RAW_SIZE;
	if (section->address % METADATA_PAGE != 0 || section->memory_size % METADATA_PAGE != 0)
		return METADATA_SECTION_UNALIGNED;
	/* Ending at 64 bits is too far, too: KVM compares the end. */
	if (section->memory_size > 0 && section->address + section->memory_size <= section->address)
		return METADATA_SECTION_WRAPS;
	if (section->memory_size > 0 && !is_within(section, 0, ram.low) && !is_within(section, FOUR_GIB, ram.high) &&
	    !is_within(section, FOUR_GIB - FIRMWARE_MAX, FIRMWARE_MAX))
		return METADATA_SECTION_OUTSIDE_MEMORY;
	return METADATA_OK;
}

/** What is wrong between two sections. */
static enum metadata_error judge_pair(const struct section *one, const struct section *other)
{
	if (one->type == other->type && TYPES[one->type].once)
		return METADATA_SECTION_TWICE;
	if (section_has_memory(one) && section_has_memory(other) && one->address < other->address + other->memory_size &&
	    other->address < one->address + one->memory_size)
		return METADATA_SECTION_OVERLAP;
	return METADATA_OK;
}

static bool holds_reset_vector(const struct section *section)
{
	return section->type == SECTION_BFV && section->address <= RESET_VECTOR &&
	       section->address + section->memory_size == FOUR_GIB;
}

struct metadata_problem metadata_check(const struct metadata *metadata, u64 image_size, struct guest_ram ram)
{
	struct metadata_problem problem = { METADATA_OK, 0, 0 };
	bool reset_vector = false;

	if (image_size == 0 || image_size > FIRMWARE_MAX || image_size % IMAGE_UNIT != 0) {
		problem.error = METADATA_IMAGE_SIZE;
		return problem;
	}
	for (u32 i = 0; i < metadata->count; i++) {
		const struct section *section = &metadata->sections[i];

		problem.section = i;
		problem.error = judge_section(section, image_size, ram);
		for (problem.other = 0; problem.error == METADATA_OK && problem.other < i; problem.other++) {
			problem.error = judge_pair(&metadata->sections[problem.other], section);
			if (problem.error != METADATA_OK)
				return problem;
		}
		problem.other = 0;
		if (problem.error != METADATA_OK)
			return problem;
		reset_vector = reset_vector || holds_reset_vector(section);
	}
	problem.section = 0;
	if (!reset_vector)
		problem.error = METADATA_NO_RESET_VECTOR;
	return problem;
}

const char *metadata_error_text(enum metadata_error error)
{
	static const char *const TEXTS[METADATA_ERRORS] = {
		[METADATA_OK] = "no error",
		[METADATA_NOT_FIRMWARE] = "the image ends in no GUID table and no pointer to TDX metadata: it is no firmware",
		[METADATA_TRUNCATED] = "the TDX metadata would begin before the image: the image is cut",
		[METADATA_BAD_GUID_TABLE] = "the GUID table at the end of the image has an entry of a wrong length",
		[METADATA_NO_TDX_METADATA] = "the firmware was built without TDX: its GUID table has no TDX entry",
		[METADATA_BAD_DESCRIPTOR] = "the TDX metadata descriptor has a wrong signature, length or number of sections",
		[METADATA_BAD_VERSION] = "the TDX metadata has another version than 1",
		[METADATA_TOO_MANY_SECTIONS] = "the TDX metadata has more sections than the monitor takes",
		[METADATA_IMAGE_SIZE] = "the image is no multiple of 64 KiB, or larger than 16 MiB",
		[METADATA_SECTION_TYPE] = "the section has a type that is not defined",
		[METADATA_SECTION_ATTRIBUTES] = "the section has attributes that are not defined",
		[METADATA_SECTION_UNALIGNED] = "the section is not made of whole 4 KiB pages",
		[METADATA_SECTION_WRAPS] = "the section does not end below 64 bits",
		[METADATA_SECTION_RAW_SIZE] = "the section takes more bytes from the image than it has memory",
		[METADATA_SECTION_DATA] = "the section's data is missing, or ends beyond the image",
		[METADATA_SECTION_TWICE] = "two sections are of a type that may appear once",
		[METADATA_SECTION_OVERLAP] = "two sections overlap in memory",
		[METADATA_SECTION_OUTSIDE_MEMORY] = "the section lies where the Trust Domain has no memory",
		[METADATA_NO_RESET_VECTOR] = "no BFV section holds the reset vector and ends at 4 GiB",
	};

	return error < METADATA_ERRORS && TEXTS[error] != NULL ? TEXTS[error] : "unknown error";
}
