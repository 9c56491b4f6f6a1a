/**
 * Links QEMU's ACPI tables as firmware does (etc/table-loader executed over etc/acpi/tables and its companions), for a
 * firmware that cannot: td-shim, which gets each table whole in a HOB. Sizes and offsets in script and tables are
 * checked against the files before they are used.
 */
#ifndef TD_ACPI_H
#define TD_ACPI_H

#include "types.h"

enum { ACPI_FILE_NAME_BYTES = 56, ACPI_TABLES_MAX = 32 };

enum acpi_error {
	ACPI_OK,
	/** The script is no multiple of 128 bytes. */
	ACPI_SCRIPT_SIZE,
	/** A command that QEMU does not define. */
	ACPI_COMMAND_UNKNOWN,
	/** A file name without its terminating NUL. */
	ACPI_NAME_BAD,
	/** A file that was not given, or that the script uses before it allocates it. */
	ACPI_FILE_UNKNOWN,
	/** An alignment that is no power of two, or that the file's address lacks. */
	ACPI_ALIGNMENT,
	/** A pointer that is not 1, 2, 4 or 8 bytes long, outside its file, or beyond its bits. */
	ACPI_POINTER,
	/** A checksum, or what it covers, outside its file. */
	ACPI_CHECKSUM,
	/** A table that is shorter than its header, or longer than what is left. */
	ACPI_TABLE_LENGTH,
	ACPI_TABLES_TOO_MANY,
	/** A table that is needed is missing: FACP, DSDT or APIC. */
	ACPI_TABLE_MISSING,
	/** FADT without its PM registers: ICH9's PMBASE was not set when QEMU built the tables. */
	ACPI_NO_PM_BLOCK,
	ACPI_ERRORS,
};

/** One sentence without a full stop, for the log. Never NULL. */
const char *acpi_error_text(enum acpi_error error);

/** A fw_cfg file that the script names, in the monitor's memory. */
struct acpi_file {
	/** As in fw_cfg: `etc/acpi/tables`. */
	const char *name;
	u8 *data;
	u32 bytes;
	/** The guest physical address that pointers to it shall have. */
	u64 address;
	/** Written by acpi_link. */
	bool allocated;
};

/**
 * Runs the commands (QEMU hw/acpi/bios-linker-loader.c): ALLOCATE checks the alignment of the address that the caller
 * chose, ADD_POINTER and ADD_CHECKSUM change the files, WRITE_POINTER is checked and changes nothing here. An empty command,
 * with which QEMU fills the script, does nothing.
 * @param at number of the command at fault, from 0
 */
enum acpi_error acpi_link(const u8 *script, u64 script_bytes, struct acpi_file *files, u32 count, u32 *at);

/** A table inside etc/acpi/tables. */
struct acpi_table {
	u8 *data;
	u32 bytes;
};

struct acpi_tables {
	u32 count;
	struct acpi_table tables[ACPI_TABLES_MAX];
};

/** The tables of the file, one after the other, until the zeros that fill it. */
enum acpi_error acpi_list(u8 *data, u32 bytes, struct acpi_tables *out);

/**
 * Makes linked tables ready for td-shim: leaves out FACS, RSDT and XSDT, replaces FADT by that of a machine with reduced
 * hardware, without pointers to FACS and DSDT, and makes checksums right. td-shim sets the 32-bit pointer to its copy of DSDT, builds the XSDT, and appends the
 * multiprocessor wakeup structure with the address of its mailbox to MADT (td-shim acpi.rs, mp.rs); of tables with the same
 * signature it takes the first. Fails without FADT, DSDT and MADT, and when FADT has no PM registers: QEMU writes the
 * address that ICH9's PMBASE has when etc/acpi/tables is read, so the monitor must set PMBASE before.
 */
enum acpi_error acpi_for_td_shim(struct acpi_tables *tables);

/** Makes the bytes of a table add up to zero. */
void acpi_checksum(u8 *table, u32 bytes);

#endif
