/** Single instructions of the processor: ports, MSRs, control registers, waiting. */
#ifndef TD_PROCESSOR_H
#define TD_PROCESSOR_H

#include "types.h"

#define MSR_APIC_BASE 0x1B
#define MSR_EFER 0xC0000080

#define EFER_SCE (1ull << 0)
#define EFER_LME (1ull << 8)
#define EFER_LMA (1ull << 10)
#define EFER_NXE (1ull << 11)
#define EFER_SVME (1ull << 12)

#define RFLAGS_ZF (1ull << 6)
#define RFLAGS_TF (1ull << 8)
#define RFLAGS_IF (1ull << 9)
#define RFLAGS_RF (1ull << 16)

static inline void out8(u16 port, u8 value) { __asm__ volatile("outb %0, %1" : : "a"(value), "Nd"(port)); }
static inline void out16(u16 port, u16 value) { __asm__ volatile("outw %0, %1" : : "a"(value), "Nd"(port)); }
static inline void out32(u16 port, u32 value) { __asm__ volatile("outl %0, %1" : : "a"(value), "Nd"(port)); }

static inline u8 in8(u16 port)
{
	u8 value;

	__asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
	return value;
}

static inline u16 in16(u16 port)
{
	u16 value;

	__asm__ volatile("inw %1, %0" : "=a"(value) : "Nd"(port));
	return value;
}

static inline u32 in32(u16 port)
{
	u32 value;

	__asm__ volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
	return value;
}

/** Reads an MSR. Returns false where the processor answers #GP: there is no such MSR. */
static inline bool rdmsr(u32 index, u64 *value)
{
	u32 low = 0, high = 0;
	u8 ok = 0;

	/* After a #GP at 1: the trap handler goes on at 2: (trap.c). */
	__asm__ volatile("1: rdmsr\n\tmovb $1, %0\n2:\n\t.pushsection .fixups, \"a\"\n\t.quad 1b, 2b\n\t.popsection"
			 : "+r"(ok), "+a"(low), "+d"(high)
			 : "c"(index));
	*value = (u64)high << 32 | low;
	return ok != 0;
}

/** Writes an MSR. Returns false where the processor answers #GP. */
static inline bool wrmsr(u32 index, u64 value)
{
	u8 ok = 0;

	__asm__ volatile("1: wrmsr\n\tmovb $1, %0\n2:\n\t.pushsection .fixups, \"a\"\n\t.quad 1b, 2b\n\t.popsection"
			 : "+r"(ok)
			 : "c"(index), "a"((u32)value), "d"((u32)(value >> 32))
			 : "memory");
	return ok != 0;
}

/** Writes an extended control register. Returns false where the processor answers #GP. */
static inline bool xsetbv(u32 index, u64 value)
{
	u8 ok = 0;

	__asm__ volatile("1: xsetbv\n\tmovb $1, %0\n2:\n\t.pushsection .fixups, \"a\"\n\t.quad 1b, 2b\n\t.popsection"
			 : "+r"(ok)
			 : "c"(index), "a"((u32)value), "d"((u32)(value >> 32))
			 : "memory");
	return ok != 0;
}

static inline u64 cr3_read(void)
{
	u64 value;

	__asm__ volatile("movq %%cr3, %0" : "=r"(value));
	return value;
}

static inline void cr3_write(u64 value) { __asm__ volatile("movq %0, %%cr3" : : "r"(value) : "memory"); }

static inline u64 cr0_read(void)
{
	u64 value;

	__asm__ volatile("movq %%cr0, %0" : "=r"(value));
	return value;
}

static inline void cr0_write(u64 value) { __asm__ volatile("movq %0, %%cr0" : : "r"(value) : "memory"); }

static inline u64 cr4_read(void)
{
	u64 value;

	__asm__ volatile("movq %%cr4, %0" : "=r"(value));
	return value;
}

static inline void cr4_write(u64 value) { __asm__ volatile("movq %0, %%cr4" : : "r"(value) : "memory"); }

static inline u64 tsc_read(void)
{
	u32 low, high;

	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
	return (u64)high << 32 | low;
}

struct cpuid_leaf {
	u32 eax, ebx, ecx, edx;
};

static inline struct cpuid_leaf cpuid_native(u32 leaf, u32 subleaf)
{
	struct cpuid_leaf out;

	__asm__ volatile("cpuid"
			 : "=a"(out.eax), "=b"(out.ebx), "=c"(out.ecx), "=d"(out.edx)
			 : "a"(leaf), "c"(subleaf));
	return out;
}

static inline void pause(void) { __asm__ volatile("pause" : : : "memory"); }
static inline void barrier(void) { __asm__ volatile("mfence" : : : "memory"); }

#endif
