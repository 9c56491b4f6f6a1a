/** What the compiler expects of a C library even where there is none. */
#include "types.h"

void *memcpy(void *to, const void *from, size_t bytes)
{
	void *end = to;
	size_t words = bytes / 8, rest = bytes % 8;

	/* TCG repeats a string instruction step by step: 8 bytes cost as much as 1. */
	__asm__ volatile("rep movsq" : "+D"(end), "+S"(from), "+c"(words) : : "memory");
	__asm__ volatile("rep movsb" : "+D"(end), "+S"(from), "+c"(rest) : : "memory");
	return to;
}

void *memmove(void *to, const void *from, size_t bytes)
{
	u8 *out = to;
	const u8 *in = from;

	if (out <= in)
		return memcpy(to, from, bytes);
	while (bytes--)
		out[bytes] = in[bytes];
	return to;
}

void *memset(void *to, int value, size_t bytes)
{
	void *end = to;
	size_t words = bytes / 8, rest = bytes % 8;
	u64 pattern = 0x0101010101010101ull * (u8)value;

	__asm__ volatile("rep stosq" : "+D"(end), "+c"(words) : "a"(pattern) : "memory");
	__asm__ volatile("rep stosb" : "+D"(end), "+c"(rest) : "a"(pattern) : "memory");
	return to;
}

int memcmp(const void *a, const void *b, size_t bytes)
{
	const u8 *left = a, *right = b;

	for (; bytes; bytes--, left++, right++)
		if (*left != *right)
			return *left < *right ? -1 : 1;
	return 0;
}
