#include "dma.h"

#include "log.h"
#include "log-limit.h"
#include "memory.h"
#include "nested-paging.h"
#include "processor.h"
#include "td.h"

/**
 * A part takes about 40 microseconds. It is small because QEMU's TLB grows with the pages that are touched between two flushes,
 * and each world switch flushes, and so clears, all of it.
 */
enum { PAGES_OF_PART = 32, PAUSE_MICROSECONDS = 4000 };

enum { WORDS = PAGE_BYTES / 8, WORDS_AT_ONCE = 8 };

/** No more pages than these are reported. */
static u64 reported[LOG_LIMIT];
static u32 count;
static u64 cursor, next_part;

/** The first word that is not zero; WORDS for none. */
static u32 written(const u64 *page)
{
	u32 at = 0;

	for (u32 i = 0; i < WORDS; i += WORDS_AT_ONCE) {
		const u64 *words = page + i;

		if (words[0] | words[1] | words[2] | words[3] | words[4] | words[5] | words[6] | words[7]) {
			for (at = i; !page[at];)
				at++;
			return at;
		}
	}
	return WORDS;
}

static bool known(u64 gpa)
{
	for (u32 i = 0; i < count; i++)
		if (reported[i] == gpa)
			return true;
	return count == LOG_LIMIT;
}

void dma_check_page(u64 gpa)
{
	u64 hpa, shared = shared_backing_of(gpa);
	u32 word;

	if (!backing_of(gpa, &hpa) || hpa == shared || known(gpa))
		return;
	word = written(at_physical(shared));
	if (word == WORDS)
		return;
	reported[count++] = gpa;
	log_begin("dma-to-private");
	log_hex("gpa", gpa + word * 8);
	log_hex("value", ((const u64 *)at_physical(shared))[word]);
	log_end();
}

/** Looks at accepted pages from the cursor on. */
static void check(u64 pages)
{
	for (; pages && page_next_accepted(&cursor); pages--, cursor += PAGE_BYTES)
		dma_check_page(cursor);
	if (pages)
		cursor = 0;
}

void dma_check_some(void)
{
	u64 now = tsc_read();

	if (!memory_private() || now < next_part)
		return;
	next_part = now + (u64)td.tsc_mhz * PAUSE_MICROSECONDS;
	check(PAGES_OF_PART);
}

void dma_check_all(void)
{
	cursor = 0;
	if (memory_private())
		check(~0ull);
}
