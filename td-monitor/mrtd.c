/** MRTD: the operations that the TDX module hashes, and the order in which a VMM calls them. */

#include "mrtd.h"

/** What is hashed of an operation: its name, and from byte 16 on its address. */
static void hash_operation(struct sha384 *mrtd, const char *name, u64 gpa)
{
	u8 buffer[128] = { 0 };

	for (unsigned i = 0; name[i] != '\0'; i++)
		buffer[i] = (u8)name[i];
	put64(buffer + 16, gpa);
	sha384_update(mrtd, buffer, sizeof(buffer));
}

void mrtd_page_add(struct sha384 *mrtd, u64 gpa) { hash_operation(mrtd, "MEM.PAGE.ADD", gpa); }

void mrtd_extend(struct sha384 *mrtd, u64 gpa, const u8 chunk[MRTD_CHUNK])
{
	hash_operation(mrtd, "MR.EXTEND", gpa);
	sha384_update(mrtd, chunk, MRTD_CHUNK);
}

bool mrtd_measures(enum mrtd_reader reader, const struct section *section)
{
	return reader == MRTD_QEMU ? (section->attributes & SECTION_EXTEND) != 0 : section->attributes == SECTION_EXTEND;
}

u64 mrtd_content_bytes(enum mrtd_reader reader, const struct section *section, u64 image_size)
{
	u64 follows = image_size - section->data_offset;

	if (reader == MRTD_CLOUD_HYPERVISOR || section->raw_size == 0)
		return section->raw_size;
	return section->memory_size < follows ? section->memory_size : follows;
}

/** A page that the image fills in part only, or not at all, is zero after that. */
static void measure_page(struct sha384 *mrtd, u64 gpa, const u8 *content, u64 bytes)
{
	for (u64 at = 0; at < METADATA_PAGE; at += MRTD_CHUNK) {
		u64 held = at < bytes ? bytes - at : 0;
		u8 chunk[MRTD_CHUNK] = { 0 };

		if (held > 0)
			memcpy(chunk, content + at, held < MRTD_CHUNK ? held : MRTD_CHUNK);
		mrtd_extend(mrtd, gpa + at, chunk);
	}
}

void mrtd_compute(const u8 *image, u64 image_size, const struct metadata *metadata, enum mrtd_reader reader,
		  u8 out[SHA384_BYTES])
{
	struct sha384 mrtd;

	sha384_init(&mrtd);
	for (u32 i = 0; i < metadata->count; i++) {
		const struct section *section = &metadata->sections[i];
		bool measured = mrtd_measures(reader, section);
		u64 content;

		if (!section_has_memory(section))
			continue;
		content = mrtd_content_bytes(reader, section, image_size);
		for (u64 at = 0; at < section->memory_size; at += METADATA_PAGE) {
			mrtd_page_add(&mrtd, section->address + at);
			if (measured)
				measure_page(&mrtd, section->address + at, image + section->data_offset + at,
					     at < content ? content - at : 0);
		}
	}
	sha384_final(&mrtd, out);
}
