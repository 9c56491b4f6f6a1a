/** The list of TDG.SYS.RDALL: intel/tdx-module tdx_1.5 metadata_generic.c, md_dump_list and md_dump_sequence. */

#include "fields.h"
#include "status.h"

/** The element size in an id. RDALL looks at element size, class and field code only. */
#define ELEMENT_SIZE 0x0000000300000000ull
/** LAST_FIELD_IN_SEQUENCE in the header of a sequence: the number of its fields, less one. */
#define LAST_FIELD_SHIFT 38

/* MD_LIST_HEADER: u16 bytes of the list, u16 sequences, u32 reserved. A sequence: an id, then a u64 for each field. */
enum { HEADER_BYTES = 8, ELEMENT_BYTES = 8, SEQUENCES = 2 };

static u64 identity(u64 id) { return id & FIELD_IDENTITY; }

/** The first field to read; FIELD_NONE where there is none behind `id`. @return false where `id` starts no field */
static bool begin(u64 id, u64 *first)
{
	const struct field *found;
	u32 element;

	*first = field_next(FIELD_PLATFORM, FIELD_NONE);
	if (field_is_null(id))
		return true;
	id &= FIELD_IDENTITY | ELEMENT_SIZE;
	found = field_find(FIELD_PLATFORM, id, &element);
	if (found ? ((found->id ^ id) & ELEMENT_SIZE) != 0 : !field_hidden_start(id))
		return false;
	while (*first != FIELD_NONE && identity(*first) < identity(id))
		*first = field_next(FIELD_PLATFORM, *first);
	return true;
}

static bool neighbours(u64 id, u64 next)
{
	return next != FIELD_NONE && identity(id) + 1 == identity(next) && !((id ^ next) & ELEMENT_SIZE);
}

/** Writes a sequence of one field at least. @return its bytes; *id is the field behind it */
static u32 sequence(u8 *at, u32 room, u64 *id)
{
	u64 header = *id, last;
	u32 bytes = HEADER_BYTES, element;

	do {
		last = *id;
		put64(at + bytes, field_find(FIELD_PLATFORM, last, &element)->constant);
		bytes += ELEMENT_BYTES;
		*id = field_next(FIELD_PLATFORM, last);
	} while (neighbours(last, *id) && room - bytes >= ELEMENT_BYTES);
	put64(at, header | (u64)(bytes / ELEMENT_BYTES - 2) << LAST_FIELD_SHIFT);
	return bytes;
}

u64 field_list(u64 first, u8 *list, u32 capacity, u64 *next)
{
	u32 bytes = HEADER_BYTES, sequences = 0;

	*next = FIELD_NONE;
	if (!begin(first, next)) {
		*next = FIELD_NONE;
		return TDX_METADATA_FIELD_ID_INCORRECT;
	}
	for (; *next != FIELD_NONE && capacity - bytes >= HEADER_BYTES + ELEMENT_BYTES; sequences++)
		bytes += sequence(list + bytes, capacity - bytes, next);
	put64(list, bytes | sequences << (SEQUENCES * 8));
	return *next == FIELD_NONE ? TDX_SUCCESS : TDX_METADATA_LIST_OVERFLOW;
}
