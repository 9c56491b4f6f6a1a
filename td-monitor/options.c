#include "options.h"

#include "end.h"
#include "fw-cfg.h"
#include "log.h"
#include "td.h"

#define OPTIONS_FILE "opt/org.tdx-boot/options"
enum { OPTIONS_BYTES = 512 };

/** A word and what it sets: an enum or a bool of so many bytes, or a number. */
struct option {
	const char *word;
	void *target;
	u32 bytes;
	u64 value;
};

static enum { PAGES_BY_HOST, PAGES_SMALL, PAGES_HUGE } pages;

static const struct option words[] = {
	{ "mode=faithful", &td.mode, sizeof(td.mode), MODE_FAITHFUL },
	{ "mode=light", &td.mode, sizeof(td.mode), MODE_LIGHT },
	{ "host=upstream", &td.host, sizeof(td.host), HOST_UPSTREAM },
	{ "host=intel-2022", &td.host, sizeof(td.host), HOST_INTEL_2022 },
	{ "cpuid=compatible", &td.cpuid_mode, sizeof(td.cpuid_mode), CPUID_COMPATIBLE },
	{ "cpuid=compliant", &td.cpuid_mode, sizeof(td.cpuid_mode), CPUID_COMPLIANT },
	{ "module=1.0", &td.generation, sizeof(td.generation), TDX_MODULE_1_0 },
	{ "module=1.5", &td.generation, sizeof(td.generation), TDX_MODULE_1_5 },
	{ "module=2.0", &td.generation, sizeof(td.generation), TDX_MODULE_2_0 },
	{ "huge-pages=off", &pages, sizeof(pages), PAGES_SMALL },
	{ "huge-pages=on", &pages, sizeof(pages), PAGES_HUGE },
	{ "serial=native", &td.serial_native, sizeof(td.serial_native), true },
	{ "serial=ve", &td.serial_native, sizeof(td.serial_native), false },
	{ "verbose", &td.verbose, sizeof(td.verbose), true },
};

/** `name=0x...` */
static const struct option numbers[] = {
	{ "attributes=", &td.attributes, sizeof(td.attributes), 0 },
	{ "xfam=", &td.xfam, sizeof(td.xfam), 0 },
};

static bool starts(const char *text, u32 length, const char *with, u32 *end)
{
	for (*end = 0; with[*end]; ++*end)
		if (*end >= length || text[*end] != with[*end])
			return false;
	return true;
}

static bool hex_number(const char *text, u32 length, u64 *value)
{
	*value = 0;
	if (length < 3 || length > 18 || text[0] != '0' || text[1] != 'x')
		return false;
	for (u32 i = 2; i < length; i++) {
		char c = text[i];
		u32 digit = c >= '0' && c <= '9' ? (u32)(c - '0') : c >= 'a' && c <= 'f' ? (u32)(c - 'a' + 10) : 16;

		if (digit > 15)
			return false;
		*value = *value << 4 | digit;
	}
	return true;
}

static void read_word(const char *word, u32 length)
{
	u32 end;
	u64 value;

	for (u32 i = 0; i < COUNT_OF(words); i++) {
		if (starts(word, length, words[i].word, &end) && end == length) {
			memcpy(words[i].target, &words[i].value, words[i].bytes);
			return;
		}
	}
	for (u32 i = 0; i < COUNT_OF(numbers); i++) {
		if (starts(word, length, numbers[i].word, &end) && hex_number(word + end, length - end, &value)) {
			memcpy(numbers[i].target, &value, numbers[i].bytes);
			return;
		}
	}
	log_begin("option-unknown");
	log_text("word", word, length);
	log_end();
	end_setup("unknown word in " OPTIONS_FILE);
}

void options_read(void)
{
	static char text[OPTIONS_BYTES];
	struct fw_cfg_file file;
	u32 start = 0;

	td.serial_native = true;
	td.attributes = TD_ATTRIBUTE_SEPT_VE_DISABLE;
	td.xfam = XFAM_X87 | XFAM_SSE | XFAM_AVX | XFAM_AVX512;
	if (!fw_cfg_find(OPTIONS_FILE, &file))
		return;
	if (file.bytes >= sizeof(text) || !fw_cfg_read(file.selector, text, file.bytes))
		end_setup("cannot read " OPTIONS_FILE ", or it is longer than 511 bytes");
	for (u32 i = 0; i <= file.bytes; i++) {
		if (text[i] != ' ' && text[i] != '\n' && text[i] != '\0')
			continue;
		if (i > start)
			read_word(text + start, i - start);
		start = i + 1;
	}
	if (!xfam_is_valid(td.xfam))
		end_setup_at("no TD can have this XFAM", "xfam", td.xfam);
	td.huge_pages = pages == PAGES_HUGE || (pages == PAGES_BY_HOST && td.host == HOST_INTEL_2022);
}
