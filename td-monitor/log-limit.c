#include "log-limit.h"

#include "log.h"

enum { KINDS = 128 };

static struct {
	u64 kind, count;
} kinds[KINDS];

bool log_limit(u64 kind)
{
	for (u32 i = 0; i < KINDS; i++) {
		if (!kinds[i].kind)
			kinds[i].kind = kind;
		if (kinds[i].kind == kind)
			return kinds[i].count++ < LOG_LIMIT;
	}
	/* More kinds than places: the last place counts the rest. */
	kinds[KINDS - 1].count++;
	return false;
}

void log_omitted(void)
{
	for (u32 i = 0; i < KINDS; i++) {
		if (kinds[i].count <= LOG_LIMIT)
			continue;
		log_begin("omitted");
		log_hex("kind", kinds[i].kind);
		log_number("lines", kinds[i].count - LOG_LIMIT);
		log_end();
	}
}
