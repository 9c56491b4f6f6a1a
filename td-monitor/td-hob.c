/** Builds the TD HOB: memory by address, and for td-shim the ACPI tables and the payload, too. */

#include "td-hob.h"

enum {
	HEADER_BYTES = 8,
	HANDOFF_BYTES = 56,
	RESOURCE_BYTES = 48,
	GUID_HOB_BYTES = 24,
	PAYLOAD_INFO_BYTES = 16,
	/** Each section cuts an entry into at most three, and RAM has two. */
	RANGES_MAX = 2 * METADATA_SECTIONS_MAX + 2,
	/** td-shim refuses longer entries, as it rounds their length up to 8. */
	HOB_BYTES_MAX = 0xFFF8,
};

/* EFI_HOB types and resource types (UEFI PI specification, volume 3; edk2 MdePkg/Include/Pi/PrePiHob.h for "unaccepted"). */
enum { HOB_HANDOFF = 1, HOB_RESOURCE = 3, HOB_GUID = 4, HOB_END = 0xFFFF };
enum { RESOURCE_SYSTEM_MEMORY = 0, RESOURCE_UNACCEPTED = 7 };
enum { HANDOFF_VERSION = 9 };
/** Present, initialised, tested. */
enum { RESOURCE_ATTRIBUTES = 7 };
/** Payload image type of td-shim: a bzImage. */
enum { PAYLOAD_BZ_IMAGE = 1 };

static const u8 ACPI_TABLE_GUID[16] = { 0x70, 0x58, 0x0c, 0x6a, 0xed, 0xd4, 0xf4, 0x44,
					0xa1, 0x35, 0xdd, 0x23, 0x8b, 0x6f, 0x0c, 0x8d };
static const u8 PAYLOAD_INFO_GUID[16] = { 0x12, 0xa4, 0x6f, 0xb9, 0x1f, 0x46, 0xe3, 0x4b,
					  0x8c, 0x0d, 0xad, 0x80, 0x5a, 0x49, 0x7a, 0xc0 };

/** Memory from start to before end. */
struct range {
	u64 start, end;
	bool accepted;
};

struct ranges {
	u32 count;
	struct range list[RANGES_MAX];
};

/** The list as it grows. `failed` stays once an entry had no room. */
struct writer {
	u8 *out;
	u64 capacity, length;
	bool failed;
};

/** Inserts by start address; no range is empty. */
static void insert(struct ranges *ranges, u64 start, u64 end, bool accepted)
{
	u32 at = ranges->count;

	if (start >= end)
		return;
	while (at > 0 && ranges->list[at - 1].start > start) {
		ranges->list[at] = ranges->list[at - 1];
		at--;
	}
	ranges->list[at] = (struct range){ start, end, accepted };
	ranges->count++;
}

/** Cuts a section out of the free entry that holds it; neighbours are not merged. @return whether an entry holds it */
static bool accept(struct ranges *ranges, u64 start, u64 end)
{
	for (u32 i = 0; i < ranges->count; i++) {
		struct range around = ranges->list[i];

		if (around.accepted || start < around.start || end > around.end)
			continue;
		ranges->count--;
		for (; i < ranges->count; i++)
			ranges->list[i] = ranges->list[i + 1];
		insert(ranges, around.start, start, false);
		insert(ranges, start, end, true);
		insert(ranges, end, around.end, false);
		return true;
	}
	return false;
}

static bool touches(const struct ranges *ranges, u64 start, u64 end)
{
	for (u32 i = 0; i < ranges->count; i++)
		if (start < ranges->list[i].end && ranges->list[i].start < end)
			return true;
	return false;
}

/** Appends an entry of `bytes` bytes, zero but for its type and length. @return NULL without room */
static u8 *append(struct writer *writer, u16 type, u64 bytes)
{
	u8 *at = writer->out + writer->length;

	if (writer->failed || bytes > HOB_BYTES_MAX || bytes > writer->capacity - writer->length) {
		writer->failed = true;
		return NULL;
	}
	memset(at, 0, bytes);
	put16(at, type);
	put16(at + 2, (u16)bytes);
	writer->length += bytes;
	return at;
}

/** HANDOFF, which end_list completes, and an EFI_HOB_RESOURCE_DESCRIPTOR without an owner for each range. */
static void begin_list(struct writer *writer, const struct ranges *ranges)
{
	u8 *handoff = append(writer, HOB_HANDOFF, HANDOFF_BYTES);

	if (handoff != NULL)
		put32(handoff + 8, HANDOFF_VERSION);
	for (u32 i = 0; i < ranges->count; i++) {
		const struct range *range = &ranges->list[i];
		u8 *at = append(writer, HOB_RESOURCE, RESOURCE_BYTES);

		if (at == NULL)
			return;
		put32(at + 24, range->accepted ? RESOURCE_SYSTEM_MEMORY : RESOURCE_UNACCEPTED);
		put32(at + 28, RESOURCE_ATTRIBUTES);
		put64(at + 32, range->start);
		put64(at + 40, range->end - range->start);
	}
}

/** An entry of data after its GUID, padded to 8 bytes. */
static void append_guid(struct writer *writer, const u8 guid[16], const u8 *data, u64 bytes)
{
	u8 *at = append(writer, HOB_GUID, GUID_HOB_BYTES + ((bytes + 7) & ~7ull));

	if (at == NULL)
		return;
	memcpy(at + HEADER_BYTES, guid, 16);
	memcpy(at + GUID_HOB_BYTES, data, bytes);
}

static enum td_hob_error end_list(struct writer *writer, u64 address, u64 *length)
{
	append(writer, HOB_END, HEADER_BYTES);
	if (writer->failed)
		return TD_HOB_TOO_LONG;
	put64(writer->out + 48, address + writer->length);
	*length = writer->length;
	return TD_HOB_OK;
}

/** @param outside whether a section outside RAM gets an entry of its own, or is an error */
static enum td_hob_error find_ranges(const struct metadata *metadata, struct guest_ram ram, bool hob_accepted, bool outside,
				     struct ranges *ranges)
{
	ranges->count = 0;
	insert(ranges, 0, ram.low, false);
	insert(ranges, FOUR_GIB, FOUR_GIB + ram.high, false);
	for (u32 i = 0; i < metadata->count; i++) {
		const struct section *section = &metadata->sections[i];
		u64 end = section->address + section->memory_size;

		if (section->type != SECTION_TEMP_MEM && !(section->type == SECTION_TD_HOB && hob_accepted))
			continue;
		if (section->memory_size == 0)
			continue;
		if (end < section->address)
			return TD_HOB_SECTION_NOT_RAM;
		if (accept(ranges, section->address, end))
			continue;
		if (!outside || touches(ranges, section->address, end))
			return TD_HOB_SECTION_NOT_RAM;
		insert(ranges, section->address, end, true);
	}
	return TD_HOB_OK;
}

/** Where the list goes, and how long it may be. */
static enum td_hob_error open_list(const struct metadata *metadata, u8 *out, u64 capacity, struct writer *writer, u64 *address)
{
	const struct section *hob = metadata_section(metadata, SECTION_TD_HOB);

	if (hob == NULL)
		return TD_HOB_NO_SECTION;
	*writer = (struct writer){ .out = out, .capacity = capacity < hob->memory_size ? capacity : hob->memory_size };
	*address = hob->address;
	return TD_HOB_OK;
}

enum td_hob_error td_hob_qemu(const struct metadata *metadata, struct guest_ram ram, u8 *out, u64 capacity, u64 *length)
{
	struct ranges ranges;
	struct writer writer;
	u64 address;
	enum td_hob_error error = open_list(metadata, out, capacity, &writer, &address);

	if (error == TD_HOB_OK)
		error = find_ranges(metadata, ram, true, false, &ranges);
	if (error != TD_HOB_OK)
		return error;
	begin_list(&writer, &ranges);
	return end_list(&writer, address, length);
}

enum td_hob_error td_hob_td_shim(const struct metadata *metadata, struct guest_ram ram, const struct td_hob_shim *shim,
				 u8 *out, u64 capacity, u64 *length)
{
	const struct section *payload = metadata_section(metadata, SECTION_PAYLOAD);
	struct ranges ranges;
	struct writer writer;
	u64 address;
	enum td_hob_error error = open_list(metadata, out, capacity, &writer, &address);

	if (error == TD_HOB_OK)
		error = find_ranges(metadata, ram, false, true, &ranges);
	if (error != TD_HOB_OK)
		return error;
	begin_list(&writer, &ranges);
	for (u32 i = 0; i < shim->table_count; i++)
		append_guid(&writer, ACPI_TABLE_GUID, shim->tables[i].data, shim->tables[i].bytes);
	if (shim->kernel) {
		u8 info[PAYLOAD_INFO_BYTES] = { 0 };

		if (payload == NULL)
			return TD_HOB_NO_SECTION;
		put32(info, PAYLOAD_BZ_IMAGE);
		put64(info + 8, payload->address);
		append_guid(&writer, PAYLOAD_INFO_GUID, info, sizeof(info));
	}
	return end_list(&writer, address, length);
}

const char *td_hob_error_text(enum td_hob_error error)
{
	static const char *const TEXTS[TD_HOB_ERRORS] = {
		[TD_HOB_OK] = "no error",
		[TD_HOB_NO_SECTION] = "the firmware has no TD_HOB section, or no Payload section for the kernel",
		[TD_HOB_SECTION_NOT_RAM] = "a TD_HOB or TempMem section lies in no free RAM",
		[TD_HOB_TOO_LONG] = "the TD HOB does not fit into its section",
	};

	return error < TD_HOB_ERRORS && TEXTS[error] != NULL ? TEXTS[error] : "unknown error";
}
