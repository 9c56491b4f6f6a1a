/** Requests and answers of the host harness: words of a line in, JSON out. */
#ifndef HOST_IO_H
#define HOST_IO_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../td-monitor/types.h"

/** A request: its name, and what answers. */
struct request {
	const char *name;
	void (*answer)(void);
};

/** Ends with a row without a name. */
extern const struct request STRUCTURES[];
extern const struct request TABLES[];

static inline void fail(const char *what, const char *value)
{
	fprintf(stderr, "host-harness: %s: %s\n", what, value);
	exit(2);
}

static inline const char *word(void)
{
	const char *next = strtok(NULL, " ");

	if (next == NULL)
		fail("missing operand", "");
	return next;
}

static inline u64 number(void) { return strtoull(word(), NULL, 0); }

struct bytes {
	u8 *data;
	u64 size;
};

static inline struct bytes read_file(const char *path)
{
	struct bytes bytes = { 0 };
	FILE *file = fopen(path, "rb");

	if (file == NULL || fseek(file, 0, SEEK_END) != 0)
		fail("cannot open", path);
	bytes.size = (u64)ftell(file);
	bytes.data = malloc(bytes.size);
	rewind(file);
	if (fread(bytes.data, 1, bytes.size, file) != bytes.size)
		fail("cannot read", path);
	fclose(file);
	return bytes;
}

static inline int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

static inline struct bytes bytes(void)
{
	const char *text = word();
	struct bytes bytes = { 0 };

	if (text[0] == '@')
		return read_file(text + 1);
	bytes.size = text[0] == '-' ? 0 : strlen(text) / 2;
	bytes.data = malloc(bytes.size);
	for (u64 i = 0; i < bytes.size; i++)
		bytes.data[i] = (u8)(nibble(text[2 * i]) << 4 | nibble(text[2 * i + 1]));
	return bytes;
}

static inline void print_hex(const char *name, const u8 *data, u64 size)
{
	printf("\"%s\":\"", name);
	for (u64 i = 0; i < size; i++)
		printf("%02x", data[i]);
	printf("\"");
}

static inline void print_u64(const char *name, u64 value) { printf("\"%s\":\"0x%llx\"", name, (unsigned long long)value); }

#endif
