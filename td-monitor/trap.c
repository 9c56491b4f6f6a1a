#include "trap.h"

#include "end.h"
#include "layout.h"
#include "types.h"

enum { VECTORS = 32, STUB_BYTES = 16, VECTOR_GP = 13 };

struct gate {
	u16 offset_low, selector, type, offset_middle;
	u32 offset_high, reserved;
};

struct fixup {
	u64 fault, target;
};

extern u8 trap_stubs[];
extern const struct fixup fixups[], fixups_end[];

static struct gate gates[VECTORS];
static const u64 descriptors[] = { 0, 0x00CF9B000000FFFF, 0x00CF93000000FFFF, 0x00AF9B000000FFFF };

/** Called by vmrun.S. @return where the monitor goes on */
u64 trap(u64 vector, u64 rip);

u64 trap(u64 vector, u64 rip)
{
	for (const struct fixup *f = fixups; f < fixups_end; f++)
		if (vector == VECTOR_GP && f->fault == rip)
			return f->target;
	end_monitor(NULL, vector == VECTOR_GP ? "general protection" : "exception", rip);
}

/** What LGDT and LIDT take. */
struct table_pointer {
	u16 limit;
	u64 base;
} __attribute__((packed));

void trap_init(void)
{
	struct table_pointer gdt = { sizeof(descriptors) - 1, (u64)descriptors }, idt = { sizeof(gates) - 1, (u64)gates };

	for (u32 i = 0; i < VECTORS; i++) {
		u64 stub = (u64)trap_stubs + i * STUB_BYTES;

		gates[i] = (struct gate){ .offset_low = (u16)stub,
					  .selector = CODE64,
					  .type = 0x8E00,
					  .offset_middle = (u16)(stub >> 16),
					  .offset_high = (u32)(stub >> 32) };
	}
	__asm__ volatile("lgdt %0" : : "m"(gdt));
	__asm__ volatile("lidt %0" : : "m"(idt));
}
