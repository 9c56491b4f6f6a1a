/** Answers about what is built and measured: digests, metadata, HOBs, ACPI tables. */

#include "../../td-monitor/acpi.h"
#include "../../td-monitor/metadata.h"
#include "../../td-monitor/mrtd.h"
#include "../../td-monitor/sha384.h"
#include "../../td-monitor/td-hob.h"
#include "host-io.h"

/** Hashes in pieces of `step` bytes. */
static void ask_sha384(void)
{
	struct bytes data = bytes();
	u64 step = number();
	struct sha384 digest;
	u8 out[SHA384_BYTES];

	sha384_init(&digest);
	for (u64 at = 0; at < data.size; at += step)
		sha384_update(&digest, data.data + at, data.size - at < step ? data.size - at : step);
	sha384_final(&digest, out);
	print_hex("digest", out, sizeof(out));
	free(data.data);
}

static void ask_extend(void)
{
	struct bytes value = bytes(), data = bytes();

	sha384_extend(value.data, data.data);
	print_hex("value", value.data, value.size);
	free(value.data);
	free(data.data);
}

static struct guest_ram ram(void) { return q35_ram(number()); }

static void ask_metadata(void)
{
	struct bytes image = bytes();
	struct metadata metadata;
	enum metadata_error error = metadata_read(image.data, image.size, &metadata);
	struct metadata_problem problem = { error, 0, 0 };

	if (error == METADATA_OK)
		problem = metadata_check(&metadata, image.size, ram());
	printf("\"read\":%d,\"check\":%d,\"section\":%u,\"other\":%u,\"text\":\"%s\",", error, problem.error, problem.section,
	       problem.other, metadata_error_text(problem.error));
	printf("\"offset\":%u,\"legacy\":%d,\"guid\":%d,\"sections\":[", metadata.descriptor_offset, metadata.legacy_pointer,
	       metadata.guid_before);
	for (u32 i = 0; error == METADATA_OK && i < metadata.count; i++) {
		const struct section *section = &metadata.sections[i];

		printf("%s{\"type\":%u,\"name\":\"%s\",\"dataOffset\":%u,\"rawSize\":%u,\"attributes\":%u,", i > 0 ? "," : "",
		       section->type, section_type_name(section->type), section->data_offset, section->raw_size,
		       section->attributes);
		print_u64("address", section->address);
		printf(",");
		print_u64("memorySize", section->memory_size);
		printf("}");
	}
	printf("]");
	free(image.data);
}

/** Metadata that a TD can be built from, or an answer that says why there is none. */
static bool sound(const struct bytes *image, struct guest_ram ram, struct metadata *metadata)
{
	enum metadata_error error = metadata_read(image->data, image->size, metadata);

	if (error == METADATA_OK)
		error = metadata_check(metadata, image->size, ram).error;
	if (error != METADATA_OK)
		printf("\"unsound\":\"%s\"", metadata_error_text(error));
	return error == METADATA_OK;
}

static void ask_mrtd(void)
{
	struct bytes image = bytes();
	struct guest_ram memory = ram();
	enum mrtd_reader reader = (enum mrtd_reader)number();
	struct metadata metadata;
	u8 out[SHA384_BYTES];

	if (sound(&image, memory, &metadata)) {
		mrtd_compute(image.data, image.size, &metadata, reader, out);
		print_hex("mrtd", out, sizeof(out));
	}
	free(image.data);
}

static void print_hob(enum td_hob_error error, const u8 *out, u64 length)
{
	printf("\"error\":%d,\"text\":\"%s\",", error, td_hob_error_text(error));
	print_hex("hob", out, error == TD_HOB_OK ? length : 0);
}

static void ask_hob_qemu(void)
{
	struct bytes image = bytes();
	struct guest_ram memory = ram();
	u64 capacity = number(), length = 0;
	enum td_hob_error error;
	u8 *out = malloc(capacity);
	struct metadata metadata;

	/* The list is built for metadata that was not checked, too: QEMU's own refusals are among the answers. */
	if (metadata_read(image.data, image.size, &metadata) != METADATA_OK)
		fail("no metadata", "");
	error = td_hob_qemu(&metadata, memory, out, capacity, &length);
	print_hob(error, out, length);
	free(out);
	free(image.data);
}

static void ask_hob_td_shim(void)
{
	struct bytes image = bytes();
	struct guest_ram memory = ram();
	u64 capacity = number(), length = 0;
	struct hob_data tables[ACPI_TABLES_MAX];
	struct td_hob_shim shim = { .tables = tables };
	enum td_hob_error error;
	u8 *out = malloc(capacity);
	struct metadata metadata;

	shim.kernel = number() != 0;
	shim.table_count = (u32)number();
	for (u32 i = 0; i < shim.table_count; i++) {
		struct bytes table = bytes();

		tables[i] = (struct hob_data){ table.data, (u32)table.size };
	}
	if (metadata_read(image.data, image.size, &metadata) != METADATA_OK)
		fail("no metadata", "");
	error = td_hob_td_shim(&metadata, memory, &shim, out, capacity, &length);
	print_hob(error, out, length);
	for (u32 i = 0; i < shim.table_count; i++)
		free((void *)tables[i].data);
	free(out);
	free(image.data);
}

/** SCRIPT, then NAME BYTES ADDRESS for each file. */
static void ask_acpi_link(void)
{
	struct bytes script = bytes();
	u32 count = (u32)number(), at = 0;
	struct acpi_file files[8] = { 0 };
	enum acpi_error error;

	for (u32 i = 0; i < count; i++) {
		struct bytes file;

		files[i].name = word();
		file = bytes();
		files[i].data = file.data;
		files[i].bytes = (u32)file.size;
		files[i].address = number();
	}
	error = acpi_link(script.data, script.size, files, count, &at);
	printf("\"error\":%d,\"text\":\"%s\",\"at\":%u,\"files\":{", error, acpi_error_text(error), at);
	for (u32 i = 0; i < count; i++) {
		printf("%s", i > 0 ? "," : "");
		print_hex(files[i].name, files[i].data, files[i].bytes);
		free(files[i].data);
	}
	printf("}");
	free(script.data);
}

static void ask_acpi_td_shim(void)
{
	struct bytes data = bytes();
	struct acpi_tables tables;
	enum acpi_error listed = acpi_list(data.data, (u32)data.size, &tables);
	enum acpi_error error = listed == ACPI_OK ? acpi_for_td_shim(&tables) : listed;

	printf("\"error\":%d,\"text\":\"%s\",\"tables\":[", error, acpi_error_text(error));
	for (u32 i = 0; error == ACPI_OK && i < tables.count; i++) {
		printf("%s{", i > 0 ? "," : "");
		print_hex("data", tables.tables[i].data, tables.tables[i].bytes);
		printf("}");
	}
	printf("]");
	free(data.data);
}

const struct request STRUCTURES[] = {
	{ "sha384", ask_sha384 },
	{ "extend", ask_extend },
	{ "metadata", ask_metadata },
	{ "mrtd", ask_mrtd },
	{ "hob-qemu", ask_hob_qemu },
	{ "hob-td-shim", ask_hob_td_shim },
	{ "acpi-link", ask_acpi_link },
	{ "acpi-td-shim", ask_acpi_td_shim },
	{ NULL, NULL },
};
