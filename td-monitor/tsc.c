#include "tsc.h"

#include "memory.h"
#include "processor.h"

/* IA-PC HPET specification, 2.3. */
#define HPET 0xFED00000ull
#define HPET_PERIOD (HPET + 4)
#define HPET_CONFIGURATION (HPET + 0x10)
#define HPET_COUNTER (HPET + 0xF0)
#define FEMTOSECONDS_PER_MICROSECOND 1000000000ull
#define MEASURED_MICROSECONDS 20000ull
#define UNKNOWN_MHZ 1000

u32 tsc_mhz(void)
{
	u64 period = device_read(0, HPET_PERIOD, 4), ticks, from, until, first, elapsed;

	if (!period || period > 0x05F5E100)
		return UNKNOWN_MHZ;
	ticks = MEASURED_MICROSECONDS * FEMTOSECONDS_PER_MICROSECOND / period;
	device_write(0, HPET_CONFIGURATION, 4, 1);
	first = device_read(0, HPET_COUNTER, 4);
	from = tsc_read();
	do {
		elapsed = (u32)(device_read(0, HPET_COUNTER, 4) - first);
		until = tsc_read();
	} while (elapsed < ticks);
	device_write(0, HPET_CONFIGURATION, 4, 0);
	device_write(0, HPET_COUNTER, 4, 0);
	return (u32)((until - from) * FEMTOSECONDS_PER_MICROSECOND / (elapsed * period));
}
