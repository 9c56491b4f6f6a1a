/** Links QEMU's ACPI tables as firmware does, and makes them ready for td-shim. */

#include "acpi.h"

enum { COMMAND_BYTES = 128, HEADER_BYTES = 36, CHECKSUM_AT = 9 };

/** QEMU hw/acpi/bios-linker-loader.c. */
enum { COMMAND_NONE, COMMAND_ALLOCATE, COMMAND_ADD_POINTER, COMMAND_ADD_CHECKSUM, COMMAND_WRITE_POINTER };

/* Offsets in a command. The first file name follows the command's number. */
enum { FIRST_FILE = 4, SECOND_FILE = FIRST_FILE + ACPI_FILE_NAME_BYTES };
enum { ALLOCATE_ALIGNMENT = 60 };
enum { POINTER_OFFSET = 116, POINTER_SIZE = 120 };
enum { CHECKSUM_RESULT = 60, CHECKSUM_START = 64, CHECKSUM_LENGTH = 68 };
enum { WRITE_OFFSET = 116, WRITE_SOURCE = 120, WRITE_SIZE = 124 };

/* Offsets in FADT (ACPI specification 6.5, table 5.9). */
enum {
	FADT_FIRMWARE_CTRL = 36,
	FADT_DSDT = 40,
	FADT_REVISION = 8,
	FADT_PM1A_EVENT = 56,
	FADT_PM1A_CONTROL = 64,
	FADT_FLAGS = 112,
	FADT_X_FIRMWARE_CTRL = 132,
	FADT_X_DSDT = 140,
	FADT_SLEEP_CONTROL = 244,
	FADT_SLEEP_STATUS = 256,
	/** Of revision 5, the first with sleep registers. */
	FADT_BYTES = 268,
};
enum { FADT_HW_REDUCED = 1 << 20 };

/* A register's address (ACPI specification 6.5, table 5.1): I/O space, 8 bits, accessed as a byte. */
enum { ADDRESS_SPACE_IO = 1, ADDRESS_BITS = 8, ADDRESS_BYTE_ACCESS = 1 };

static enum acpi_error find_file(const u8 *name, struct acpi_file *files, u32 count, struct acpi_file **out)
{
	u32 length = 0;

	while (length < ACPI_FILE_NAME_BYTES && name[length] != '\0')
		length++;
	if (length == 0 || length == ACPI_FILE_NAME_BYTES)
		return ACPI_NAME_BAD;
	for (u32 i = 0; i < count; i++) {
		u32 same = 0;

		while (same <= length && files[i].name[same] == (char)name[same])
			same++;
		if (same > length) {
			*out = &files[i];
			return ACPI_OK;
		}
	}
	return ACPI_FILE_UNKNOWN;
}

/** A file that an earlier command allocated. */
static enum acpi_error use_file(const u8 *name, struct acpi_file *files, u32 count, struct acpi_file **out)
{
	enum acpi_error error = find_file(name, files, count, out);

	if (error == ACPI_OK && !(*out)->allocated)
		return ACPI_FILE_UNKNOWN;
	return error;
}

static enum acpi_error allocate(const u8 *command, struct acpi_file *files, u32 count)
{
	struct acpi_file *file;
	u32 alignment = get32(command + ALLOCATE_ALIGNMENT);
	enum acpi_error error = find_file(command + FIRST_FILE, files, count, &file);

	if (error != ACPI_OK)
		return error;
	if (alignment == 0 || (alignment & (alignment - 1)) != 0 || file->address % alignment != 0)
		return ACPI_ALIGNMENT;
	file->allocated = true;
	return ACPI_OK;
}

static bool is_pointer(const struct acpi_file *file, u32 offset, u8 size)
{
	return (size == 1 || size == 2 || size == 4 || size == 8) && offset <= file->bytes && size <= file->bytes - offset;
}

/** The field holds an offset into the other file; becomes the address of what is there. */
static enum acpi_error add_pointer(const u8 *command, struct acpi_file *files, u32 count)
{
	struct acpi_file *file, *target;
	u32 offset = get32(command + POINTER_OFFSET);
	u8 size = command[POINTER_SIZE];
	u64 value = 0;
	enum acpi_error error = use_file(command + FIRST_FILE, files, count, &file);

	if (error == ACPI_OK)
		error = use_file(command + SECOND_FILE, files, count, &target);
	if (error != ACPI_OK)
		return error;
	if (!is_pointer(file, offset, size))
		return ACPI_POINTER;
	for (u8 i = 0; i < size; i++)
		value |= (u64)file->data[offset + i] << (8 * i);
	if (value >= target->bytes)
		return ACPI_POINTER;
	value += target->address;
	if (size < 8 && value >> (8 * size) != 0)
		return ACPI_POINTER;
	for (u8 i = 0; i < size; i++)
		file->data[offset + i] = (u8)(value >> (8 * i));
	return ACPI_OK;
}

static u8 sum(const u8 *data, u32 bytes)
{
	u8 total = 0;

	for (u32 i = 0; i < bytes; i++)
		total = (u8)(total + data[i]);
	return total;
}

static enum acpi_error add_checksum(const u8 *command, struct acpi_file *files, u32 count)
{
	struct acpi_file *file;
	u32 result = get32(command + CHECKSUM_RESULT);
	u32 start = get32(command + CHECKSUM_START);
	u32 length = get32(command + CHECKSUM_LENGTH);
	enum acpi_error error = use_file(command + FIRST_FILE, files, count, &file);

	if (error != ACPI_OK)
		return error;
	if (result >= file->bytes || start > file->bytes || length > file->bytes - start)
		return ACPI_CHECKSUM;
	file->data[result] = (u8)(file->data[result] - sum(file->data + start, length));
	return ACPI_OK;
}

/** The device that asks for it learns an address; its file in fw_cfg is not among the monitor's. */
static enum acpi_error check_write_pointer(const u8 *command, struct acpi_file *files, u32 count)
{
	struct acpi_file *target;
	u8 size = command[WRITE_SIZE];
	enum acpi_error error = use_file(command + SECOND_FILE, files, count, &target);

	if (error != ACPI_OK)
		return error;
	if ((size != 1 && size != 2 && size != 4 && size != 8) || get32(command + WRITE_SOURCE) >= target->bytes)
		return ACPI_POINTER;
	return ACPI_OK;
}

enum acpi_error acpi_link(const u8 *script, u64 script_bytes, struct acpi_file *files, u32 count, u32 *at)
{
	*at = 0;
	for (u32 i = 0; i < count; i++)
		files[i].allocated = false;
	if (script_bytes % COMMAND_BYTES != 0)
		return ACPI_SCRIPT_SIZE;
	for (u64 offset = 0; offset < script_bytes; offset += COMMAND_BYTES, ++*at) {
		const u8 *command = script + offset;
		enum acpi_error error = ACPI_OK;

		switch (get32(command)) {
		case COMMAND_NONE:
			break;
		case COMMAND_ALLOCATE:
			error = allocate(command, files, count);
			break;
		case COMMAND_ADD_POINTER:
			error = add_pointer(command, files, count);
			break;
		case COMMAND_ADD_CHECKSUM:
			error = add_checksum(command, files, count);
			break;
		case COMMAND_WRITE_POINTER:
			error = check_write_pointer(command, files, count);
			break;
		default:
			error = ACPI_COMMAND_UNKNOWN;
		}
		if (error != ACPI_OK)
			return error;
	}
	return ACPI_OK;
}

static bool has_signature(const struct acpi_table *table, const char *signature)
{
	return memcmp(table->data, signature, 4) == 0;
}

enum acpi_error acpi_list(u8 *data, u32 bytes, struct acpi_tables *out)
{
	u32 offset = 0;

	out->count = 0;
	while (bytes - offset >= 8 && get32(data + offset) != 0) {
		u32 length = get32(data + offset + 4);

		if (length < HEADER_BYTES || length > bytes - offset)
			return ACPI_TABLE_LENGTH;
		if (out->count == ACPI_TABLES_MAX)
			return ACPI_TABLES_TOO_MANY;
		out->tables[out->count++] = (struct acpi_table){ data + offset, length };
		offset += length;
	}
	return ACPI_OK;
}

/** Zeroes a field, where the table is long enough to have it. */
static void clear(struct acpi_table *table, u32 offset, u32 bytes)
{
	if (table->bytes >= offset + bytes)
		memset(table->data + offset, 0, bytes);
}

static void put_register(u8 *field, u64 port)
{
	field[0] = ADDRESS_SPACE_IO;
	field[1] = ADDRESS_BITS;
	field[2] = 0;
	field[3] = ADDRESS_BYTE_ACCESS;
	put64(field + 4, port);
}

/**
 * Replaces FADT by one of a machine with reduced hardware, as Cloud Hypervisor's: td-shim has no FACS, and the global lock,
 * which lies in FACS, does not exist on such a machine. SLP_TYP and SLP_EN stand in the upper byte of PM1a control as they
 * stand in a sleep control register (exit-io.c).
 */
static enum acpi_error prepare_fadt(struct acpi_table *fadt)
{
	static u8 reduced[FADT_BYTES];
	u32 port, flags;

	if (fadt->bytes < FADT_X_DSDT + 8 || fadt->bytes > FADT_BYTES)
		return ACPI_TABLE_LENGTH;
	port = get32(fadt->data + FADT_PM1A_CONTROL);
	if (get32(fadt->data + FADT_PM1A_EVENT) == 0 || port == 0)
		return ACPI_NO_PM_BLOCK;
	memset(reduced, 0, sizeof(reduced));
	memcpy(reduced, fadt->data, fadt->bytes);
	*fadt = (struct acpi_table){ reduced, FADT_BYTES };
	clear(fadt, FADT_FIRMWARE_CTRL, 4);
	clear(fadt, FADT_DSDT, 4);
	clear(fadt, FADT_X_FIRMWARE_CTRL, 8);
	clear(fadt, FADT_X_DSDT, 8);
	reduced[FADT_REVISION] = 5;
	put32(reduced + 4, FADT_BYTES);
	flags = get32(reduced + FADT_FLAGS);
	put32(reduced + FADT_FLAGS, flags | FADT_HW_REDUCED);
	put_register(reduced + FADT_SLEEP_CONTROL, port + 1);
	put_register(reduced + FADT_SLEEP_STATUS, port + 1);
	return ACPI_OK;
}

enum acpi_error acpi_for_td_shim(struct acpi_tables *tables)
{
	static const char *const LEFT_OUT[] = { "FACS", "RSDT", "XSDT" };
	static const char *const NEEDED[] = { "FACP", "DSDT", "APIC" };
	u32 needed = 0, kept = 0;

	for (u32 i = 0; i < tables->count; i++) {
		struct acpi_table *table = &tables->tables[i];
		bool left_out = false;

		for (u32 j = 0; j < COUNT_OF(LEFT_OUT); j++)
			left_out = left_out || has_signature(table, LEFT_OUT[j]);
		if (left_out)
			continue;
		for (u32 j = 0; j < COUNT_OF(NEEDED); j++)
			needed |= has_signature(table, NEEDED[j]) ? 1u << j : 0;
		if (has_signature(table, "FACP")) {
			enum acpi_error error = prepare_fadt(table);

			if (error != ACPI_OK)
				return error;
		}
		acpi_checksum(table->data, table->bytes);
		tables->tables[kept++] = *table;
	}
	tables->count = kept;
	return needed == (1u << COUNT_OF(NEEDED)) - 1 ? ACPI_OK : ACPI_TABLE_MISSING;
}

void acpi_checksum(u8 *table, u32 bytes) { table[CHECKSUM_AT] = (u8)(table[CHECKSUM_AT] - sum(table, bytes)); }

const char *acpi_error_text(enum acpi_error error)
{
	static const char *const TEXTS[ACPI_ERRORS] = {
		[ACPI_OK] = "no error",
		[ACPI_SCRIPT_SIZE] = "etc/table-loader is not made of whole commands",
		[ACPI_COMMAND_UNKNOWN] = "etc/table-loader has a command that is not defined",
		[ACPI_NAME_BAD] = "a command of etc/table-loader names no file",
		[ACPI_FILE_UNKNOWN] = "a command of etc/table-loader names a file that is not there, or not allocated yet",
		[ACPI_ALIGNMENT] = "a file of etc/table-loader wants an alignment that its address does not have",
		[ACPI_POINTER] = "a pointer of etc/table-loader has a wrong size, or lies or leads outside its file",
		[ACPI_CHECKSUM] = "a checksum of etc/table-loader lies outside its file",
		[ACPI_TABLE_LENGTH] = "an ACPI table has a wrong length",
		[ACPI_TABLES_TOO_MANY] = "there are more ACPI tables than the monitor takes",
		[ACPI_TABLE_MISSING] = "one of the ACPI tables FACP, DSDT and APIC is missing",
		[ACPI_NO_PM_BLOCK] = "FADT has no PM registers: PMBASE was not set when QEMU built the tables",
	};

	return error < ACPI_ERRORS && TEXTS[error] != NULL ? TEXTS[error] : "unknown error";
}
