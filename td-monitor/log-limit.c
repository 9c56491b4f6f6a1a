#include "log-limit.h"

#include "log.h"

enum { KINDS = 128 };

static struct {
	const char *id;
	u64 detail, count, lines;
} kinds[KINDS];
static u64 of_other_kinds;

bool log_limit(const char *id, u64 detail) { return log_limit_of(id, detail, LOG_LIMIT); }

bool log_limit_of(const char *id, u64 detail, u64 lines)
{
	for (u32 i = 0; i < KINDS; i++) {
		if (!kinds[i].id) {
			kinds[i].id = id;
			kinds[i].detail = detail;
			kinds[i].lines = lines;
		}
		if (kinds[i].id == id && kinds[i].detail == detail)
			return kinds[i].count++ < lines;
	}
	of_other_kinds++;
	return false;
}

static void omitted(const char *id, u64 detail, u64 lines)
{
	log_begin("omitted");
	log_word("id", id);
	log_hex("detail", detail);
	log_number("lines", lines);
	log_end();
}

void log_omitted(void)
{
	for (u32 i = 0; i < KINDS; i++)
		if (kinds[i].count > kinds[i].lines)
			omitted(kinds[i].id, kinds[i].detail, kinds[i].count - kinds[i].lines);
	if (of_other_kinds)
		omitted("other", 0, of_other_kinds);
}
