/**
 * Devices see shared memory only. fw_cfg has DMA of its own (QEMU docs/specs/fw_cfg.rst): a request in memory of big-endian
 * u32 control, u32 length and u64 address, whose address is written to two ports.
 */
#include "tests.h"

enum { DMA_HIGH = 0x514, DMA_LOW = 0x518, VERSION = 1, HAS_DMA = 2, CONTROL_READ = 2, CONTROL_SELECT = 8 };

#define SIGNATURE 0x554D4551 /* "QEMU" */
#define PATTERN 0x5EC2E75EC2E75EC2
#define ITEM(number) ((u32)(number) << 16)

static u32 big_endian32(u32 value) { return __builtin_bswap32(value); }

/** A page of the arena that is shared, by the address that its access takes. */
static volatile u64 *new_shared_page(const char *id, u64 *gpa)
{
	*gpa = new_page();
	expect(id, map_gpa(*gpa | td.shared, 0x1000), 0);
	return (volatile u64 *)(*gpa + SHARED_WINDOW);
}

/** Asks the device to copy its signature to an address; the request is at `gpa`, which the guest reaches at `request`. */
static void ask(u64 gpa, volatile u64 *request, u64 to)
{
	request[0] = big_endian32(CONTROL_SELECT | CONTROL_READ | ITEM(FW_CFG_SIGNATURE)) | (u64)big_endian32(4) << 32;
	request[1] = __builtin_bswap64(to);
	io_write(DMA_HIGH, 4, big_endian32((u32)(gpa >> 32)));
	io_write(DMA_LOW, 4, big_endian32((u32)gpa));
}

static bool has_dma(void)
{
	io_write(FW_CFG_SELECT, 2, VERSION);
	return io_read(FW_CFG_SELECT + 1, 1) & HAS_DMA;
}

void device_message(u64 address)
{
	u64 gpa = new_page();

	map_gpa(gpa | td.shared, 0x1000);
	ask(gpa, (volatile u64 *)(gpa + SHARED_WINDOW), address);
}

void test_dma(void)
{
	tap_group("memory that devices see");
	if (!has_dma()) {
		skip("dma.all", "fw_cfg has no DMA");
		return;
	}
	u64 request_gpa, data_gpa;
	volatile u64 *request = new_shared_page("dma.request-page-is-shared", &request_gpa);
	volatile u64 *data = new_shared_page("dma.data-page-is-shared", &data_gpa);
	ask(request_gpa, request, data_gpa);
	expect("dma.request-in-shared-memory-is-answered", (u32)request[0], 0);
	expect("dma.reaches-shared-memory", (u32)data[0], SIGNATURE);

	u64 private_gpa = new_page();
	volatile u64 *private = (volatile u64 *)private_gpa;
	private[0] = PATTERN;
	ask(request_gpa, request, private_gpa);
	expect("dma.leaves-private-memory-as-it-is", private[0], PATTERN);
	tap_note("DMA to the private page", private_gpa);

	u64 own_gpa = new_page();
	data[0] = PATTERN;
	ask(own_gpa, (volatile u64 *)own_gpa, data_gpa);
	expect("dma.request-in-private-memory-is-not-seen", data[0], PATTERN);
	expect("dma.request-in-private-memory-stays", ((volatile u64 *)own_gpa)[1], __builtin_bswap64(data_gpa));
}
