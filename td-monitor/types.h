/** The integer types of the monitor, and access to little-endian fields wherever they lie. */
#ifndef TD_TYPES_H
#define TD_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int32_t s32;
typedef int64_t s64;

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* What the compiler may call even in freestanding code. The monitor brings its own; a test program has the C library's. */
void *memcpy(void *to, const void *from, size_t bytes);
void *memmove(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);
int memcmp(const void *a, const void *b, size_t bytes);

static inline u16 get16(const u8 *at) { return (u16)(at[0] | at[1] << 8); }
static inline u32 get32(const u8 *at) { return get16(at) | (u32)get16(at + 2) << 16; }
static inline u64 get64(const u8 *at) { return get32(at) | (u64)get32(at + 4) << 32; }

static inline void put16(u8 *at, u16 value)
{
	at[0] = (u8)value;
	at[1] = (u8)(value >> 8);
}

static inline void put32(u8 *at, u32 value)
{
	put16(at, (u16)value);
	put16(at + 2, (u16)(value >> 16));
}

static inline void put64(u8 *at, u64 value)
{
	put32(at, (u32)value);
	put32(at + 4, (u32)(value >> 32));
}

#endif
