#include "log.h"

#include "processor.h"

static void put(char c) { out8(LOG_PORT, (u8)c); }

static void puts(const char *text)
{
	while (*text)
		put(*text++);
}

static void name(const char *name)
{
	put(' ');
	puts(name);
	put('=');
}

static void digit(u8 value) { put("0123456789abcdef"[value & 15]); }

void log_begin(const char *id)
{
	puts("td-monitor: ");
	puts(id);
}

void log_number(const char *label, u64 value)
{
	char digits[20];
	u32 count = 0;

	name(label);
	do {
		digits[count++] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	while (count)
		put(digits[--count]);
}

void log_hex(const char *label, u64 value)
{
	u32 shift = 60;

	name(label);
	puts("0x");
	while (shift && !(value >> shift & 15))
		shift -= 4;
	for (;; shift -= 4) {
		digit((u8)(value >> shift));
		if (!shift)
			return;
	}
}

void log_word(const char *label, const char *value)
{
	name(label);
	puts(value);
}

void log_bytes(const char *label, const u8 *bytes, u32 count)
{
	name(label);
	for (; count; count--, bytes++) {
		digit(*bytes >> 4);
		digit(*bytes);
	}
}

void log_text(const char *label, const char *text, u32 length)
{
	name(label);
	put('"');
	for (; length && *text; length--, text++) {
		if (*text >= ' ' && *text <= '~' && *text != '"' && *text != '\\') {
			put(*text);
			continue;
		}
		puts("\\x");
		digit((u8)*text >> 4);
		digit((u8)*text);
	}
	put('"');
}

void log_end(void) { put('\n'); }
