/**
 * Finds, reads and checks the TDX metadata of a firmware image: what is loaded where, and what of it is measured.
 * Twins: src/tdx/metadata.ts for finding and reading, src/tdx/section-rules.ts and layout-rules.ts for the checks.
 */
#ifndef TD_METADATA_H
#define TD_METADATA_H

#include "q35.h"
#include "types.h"

/** More than any known image has: edk2 has 6, td-shim 8 to 10. */
enum { METADATA_SECTIONS_MAX = 32 };

enum { METADATA_PAGE = 0x1000 };

/** TDVF Design Guide, "TDVF metadata"; td-shim specification, "TD Shim Metadata". */
enum section_type {
	SECTION_BFV = 0,
	SECTION_CFV = 1,
	SECTION_TD_HOB = 2,
	SECTION_TEMP_MEM = 3,
	SECTION_PERM_MEM = 4,
	SECTION_PAYLOAD = 5,
	SECTION_PAYLOAD_PARAM = 6,
	SECTION_TD_INFO = 7,
	SECTION_TD_PARAMS = 8,
};

enum section_attribute {
	/** MR.EXTEND: the contents go into MRTD. */
	SECTION_EXTEND = 1,
	/** PAGE.AUG: added at run time instead of before the TD starts. */
	SECTION_AUGMENT = 2,
};

struct section {
	/** Offset in the image, and bytes taken from it. */
	u32 data_offset;
	u32 raw_size;
	/** Guest physical address, and bytes of guest memory. */
	u64 address;
	u64 memory_size;
	/** enum section_type, or a number that the specification does not know. */
	u32 type;
	/** All 32 bits as stored. */
	u32 attributes;
};

struct metadata {
	/** Where the descriptor ('TDVF') begins in the image, in bytes. */
	u32 descriptor_offset;
	/** Through the u32 at 32 bytes before the end, and not through the GUID table. QEMU does not look there. */
	bool legacy_pointer;
	/** TdxMetadataGuid stands in the 16 bytes before the descriptor. */
	bool guid_before;
	u32 count;
	struct section sections[METADATA_SECTIONS_MAX];
};

enum metadata_error {
	METADATA_OK,
	/* From metadata_read. The names are the codes of src/tdx/metadata.ts. */
	METADATA_NOT_FIRMWARE,
	METADATA_TRUNCATED,
	METADATA_BAD_GUID_TABLE,
	METADATA_NO_TDX_METADATA,
	METADATA_BAD_DESCRIPTOR,
	METADATA_BAD_VERSION,
	METADATA_TOO_MANY_SECTIONS,
	/* From metadata_check. */
	METADATA_IMAGE_SIZE,
	METADATA_SECTION_TYPE,
	METADATA_SECTION_ATTRIBUTES,
	METADATA_SECTION_UNALIGNED,
	METADATA_SECTION_WRAPS,
	METADATA_SECTION_RAW_SIZE,
	METADATA_SECTION_DATA,
	METADATA_SECTION_TWICE,
	METADATA_SECTION_OVERLAP,
	METADATA_SECTION_OUTSIDE_MEMORY,
	METADATA_NO_RESET_VECTOR,
	METADATA_ERRORS,
};

/** What metadata_check found first. */
struct metadata_problem {
	enum metadata_error error;
	/** Index of the section at fault, and of the other one where two collide. */
	u32 section;
	u32 other;
};

/** One sentence without a full stop, for the log: what is wrong, without the numbers. Never NULL. */
const char *metadata_error_text(enum metadata_error error);

/** `BFV`, `TD_HOB`, ...; `unknown` where the specification gives no name. */
const char *section_type_name(u32 type);

/**
 * Looks for the descriptor through the GUID table, then through the legacy pointer, and reads all sections. What they
 * say is not judged. `out` is whole only with METADATA_OK.
 */
enum metadata_error metadata_read(const u8 *image, u64 size, struct metadata *out);

/**
 * Checks that a TD can be built as the metadata says: sizes, alignment, data inside the image, no overlap, memory that
 * the TD has (RAM, or the FIRMWARE_MAX bytes below 4 GiB), and a BFV at the reset vector. Rules that only one VMM has
 * are left to `tdx-boot firmware inspect`.
 */
struct metadata_problem metadata_check(const struct metadata *metadata, u64 image_size, struct guest_ram ram);

/** The first section of a type, or NULL. */
const struct section *metadata_section(const struct metadata *metadata, enum section_type type);

/** The section has memory that is added to the TD: not a record about the image, not empty. */
bool section_has_memory(const struct section *section);

#endif
