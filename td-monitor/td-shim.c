#include "td-shim.h"

#include "acpi.h"
#include "end.h"
#include "firmware.h"
#include "fw-cfg.h"
#include "memory.h"
#include "nested-paging.h"
#include "processor.h"
#include "td-hob.h"

#define KERNEL_FILE "opt/org.tdx-boot/kernel"
#define CMDLINE_FILE "opt/org.tdx-boot/cmdline"
#define SCRIPT_FILE "etc/table-loader"
#define TABLES_FILE "etc/acpi/tables"

enum { FILES_MAX = 16, COMMAND_BYTES = 128, COMMAND_ALLOCATE = 1 };

bool td_shim_image(const struct metadata *metadata)
{
	for (u32 i = 0; i < metadata->count; i++) {
		const struct section *section = &metadata->sections[i];
		u64 hpa;

		if (section->type == SECTION_PAYLOAD ||
		    (section->type == SECTION_TEMP_MEM && !backing_of(section->address, &hpa)))
			return true;
	}
	return false;
}

/** Copies a fw_cfg file to the start of a section. @return false where there is no such file */
static bool fill(const struct section *section, const char *name)
{
	struct fw_cfg_file file;

	if (!fw_cfg_find(name, &file))
		return false;
	if (!section || file.bytes > section->memory_size)
		end_setup_at("kernel or command line does not fit into its section of the firmware", "bytes", file.bytes);
	if (!fw_cfg_read(file.selector, firmware_section(section), file.bytes))
		end_setup("cannot read the kernel or its command line from fw_cfg");
	return true;
}

static u8 *read_file(const char *name, u32 *bytes)
{
	struct fw_cfg_file file;
	u8 *data;

	if (!fw_cfg_find(name, &file))
		end_setup("QEMU's fw_cfg lacks a file with ACPI tables");
	data = pages_new((file.bytes + PAGE_BYTES - 1) / PAGE_BYTES);
	if (!fw_cfg_read(file.selector, data, file.bytes))
		end_setup("cannot read QEMU's ACPI tables");
	*bytes = file.bytes;
	return data;
}

/** ICH9's PMBASE and ACPI_CNTL as edk2 sets them: QEMU builds FADT from them when fw_cfg is read. */
static void enable_pm_block(void)
{
	out32(0xCF8, 0x8000F840);
	out32(0xCFC, 0x600 | 1);
	out32(0xCF8, 0x8000F844);
	out8(0xCFC, 0x80);
}

/** Every file that the script allocates. @return how many */
static u32 read_files(const u8 *script, u32 script_bytes, struct acpi_file *files)
{
	u32 count = 0;

	for (u32 at = 0; at + COMMAND_BYTES <= script_bytes; at += COMMAND_BYTES) {
		struct acpi_file *file = &files[count];

		if (get32(script + at) != COMMAND_ALLOCATE)
			continue;
		if (count++ == FILES_MAX || script[at + 4 + ACPI_FILE_NAME_BYTES - 1])
			end_setup("QEMU's ACPI table loader names too many files");
		file->name = (const char *)script + at + 4;
		file->data = read_file(file->name, &file->bytes);
		/* Pointers have 32 bits. No table keeps its place: td-shim copies them, and makes the pointers between them anew. */
		file->address = at * (u64)PAGE_BYTES;
	}
	return count;
}

/** QEMU's tables, linked, as HOBs. @return how many */
static u32 read_tables(struct hob_data *out)
{
	static struct acpi_file files[FILES_MAX + 1];
	static struct acpi_tables tables;
	u32 script_bytes, count, at;
	enum acpi_error error;
	const u8 *script;

	enable_pm_block();
	script = read_file(SCRIPT_FILE, &script_bytes);
	count = read_files(script, script_bytes, files);
	error = acpi_link(script, script_bytes, files, count, &at);
	for (u32 i = 0; error == ACPI_OK && i < count; i++)
		if (!memcmp(files[i].name, TABLES_FILE, sizeof(TABLES_FILE)))
			error = acpi_list(files[i].data, files[i].bytes, &tables);
	if (error == ACPI_OK)
		error = acpi_for_td_shim(&tables);
	if (error != ACPI_OK)
		end_setup(acpi_error_text(error));
	for (u32 i = 0; i < tables.count; i++)
		out[i] = (struct hob_data){ tables.tables[i].data, tables.tables[i].bytes };
	return tables.count;
}

void td_shim_load(const struct metadata *metadata, u8 *hob, u64 hob_capacity)
{
	static struct hob_data tables[ACPI_TABLES_MAX];
	struct td_hob_shim shim = { .tables = tables };
	enum td_hob_error error;
	u64 length;

	shim.kernel = fill(metadata_section(metadata, SECTION_PAYLOAD), KERNEL_FILE);
	/* A payload that is in the image gets no tables, as from Intel's QEMU of 2022, under which td-shim's CI runs its payloads. */
	if (shim.kernel) {
		fill(metadata_section(metadata, SECTION_PAYLOAD_PARAM), CMDLINE_FILE);
		shim.table_count = read_tables(tables);
	}
	error = td_hob_td_shim(metadata, td.ram, &shim, hob, hob_capacity, &length);
	if (error != TD_HOB_OK)
		end_setup(td_hob_error_text(error));
}
