#include "firmware.h"

#include "end.h"
#include "fw-cfg.h"
#include "log.h"
#include "memory.h"
#include "mrtd.h"
#include "nested-paging.h"
#include "td-hob.h"
#include "td-shim.h"

#define FIRMWARE_FILE "opt/org.tdx-boot/firmware"

static struct metadata metadata;
static u8 *image;
static u64 image_bytes;
/** Which pages of the image are used as memory of the TD, without a copy. */
static bool taken[FIRMWARE_MAX / PAGE_BYTES];
/** The image is td-shim: QEMU refuses it, Cloud Hypervisor loads it. */
static bool td_shim;

static void read_image(void)
{
	struct fw_cfg_file file;

	if (!fw_cfg_find(FIRMWARE_FILE, &file))
		end_setup("no fw_cfg file " FIRMWARE_FILE);
	if (!file.bytes || file.bytes > FIRMWARE_MAX)
		end_setup_at("the firmware is empty or larger than 16 MiB", "bytes", file.bytes);
	image_bytes = file.bytes;
	image = pages_new((image_bytes + PAGE_BYTES - 1) / PAGE_BYTES);
	if (!fw_cfg_read(file.selector, image, file.bytes))
		end_setup("cannot read " FIRMWARE_FILE);
}

static void read_metadata(void)
{
	enum metadata_error error = metadata_read(image, image_bytes, &metadata);
	struct metadata_problem problem;

	if (error != METADATA_OK)
		end_setup(metadata_error_text(error));
	problem = metadata_check(&metadata, image_bytes, td.ram);
	if (problem.error != METADATA_OK)
		end_setup_at(metadata_error_text(problem.error), "section", problem.section);
}

/** Whether a whole page of the image can serve as memory: no other section has it, as sections may share data. */
static bool take_page(const u8 *from, u64 bytes)
{
	bool *page = &taken[(u64)(from - image) / PAGE_BYTES];

	if (bytes != PAGE_BYTES || physical(from) % PAGE_BYTES != 0 || *page)
		return false;
	*page = true;
	return true;
}

/** Makes a page of a section private memory, with what the image has for it. */
static void load_page(const struct section *section, u64 offset, u64 content)
{
	u64 gpa = section->address + offset, hpa;
	u64 bytes = content > offset ? content - offset : 0;
	const u8 *from = image + section->data_offset + offset;
	u8 *to;

	if (bytes > PAGE_BYTES)
		bytes = PAGE_BYTES;
	if (!backing_of(gpa, &hpa)) {
		/* Below 4 GiB there is no RAM: the image itself serves where a whole page of it fits. */
		if (take_page(from, bytes)) {
			backing_set(gpa, physical(from));
			page_accept(gpa);
			return;
		}
		hpa = physical(page_new());
		backing_set(gpa, hpa);
	}
	to = at_physical(hpa);
	memcpy(to, from, bytes);
	memset(to + bytes, 0, PAGE_BYTES - bytes);
	page_accept(gpa);
}

static void load_sections(enum mrtd_reader reader)
{
	for (u32 i = 0; i < metadata.count; i++) {
		const struct section *section = &metadata.sections[i];
		u64 content = mrtd_content_bytes(reader, section, image_bytes);

		if (!section_has_memory(section))
			continue;
		if ((section->attributes & SECTION_AUGMENT) && reader == MRTD_QEMU)
			continue;
		for (u64 offset = 0; offset < section->memory_size; offset += PAGE_BYTES)
			load_page(section, offset, content);
	}
}

u8 *firmware_section(const struct section *section)
{
	u8 *memory = backing_in_one_piece(section->address, section->memory_size);

	if (!memory)
		end_setup_at("a section that the VMM fills is not in one piece of memory here", "address", section->address);
	return memory;
}

static void place_hob(void)
{
	const struct section *section = metadata_section(&metadata, SECTION_TD_HOB);
	enum td_hob_error error = TD_HOB_OK;
	u64 length;
	u8 *hob;

	if (!section)
		end_setup(td_hob_error_text(TD_HOB_NO_SECTION));
	hob = firmware_section(section);
	if (td_shim)
		td_shim_load(&metadata, hob, section->memory_size);
	else
		error = td_hob_qemu(&metadata, td.ram, hob, section->memory_size, &length);
	if (error != TD_HOB_OK)
		end_setup(td_hob_error_text(error));
	td.hob_address = section->address;
}

void firmware_load(void)
{
	enum mrtd_reader reader;

	read_image();
	read_metadata();
	td_shim = td_shim_image(&metadata);
	reader = td_shim ? MRTD_CLOUD_HYPERVISOR : MRTD_QEMU;
	mrtd_compute(image, image_bytes, &metadata, reader, td.mrtd);
	load_sections(reader);
	place_hob();
	log_begin("mrtd");
	log_bytes("value", td.mrtd, SHA384_BYTES);
	log_end();
}
