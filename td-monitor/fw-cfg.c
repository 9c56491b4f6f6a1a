#include "fw-cfg.h"

#include "memory.h"
#include "processor.h"

#define FW_CFG_SELECTOR 0x510
#define FW_CFG_DATA 0x511
#define FW_CFG_DMA 0x514
#define FW_CFG_SIGNATURE 0x00
#define FW_CFG_ID 0x01
#define FW_CFG_FILE_DIRECTORY 0x19
#define DMA_ERROR 1u
#define DMA_READ 2u
#define DMA_SELECT 8u
enum { NAME_BYTES = 56 };

static u32 big32(u32 value) { return __builtin_bswap32(value); }

bool fw_cfg_present(void)
{
	char signature[4];

	out16(FW_CFG_SELECTOR, FW_CFG_SIGNATURE);
	for (u32 i = 0; i < 4; i++)
		signature[i] = (char)in8(FW_CFG_DATA);
	out16(FW_CFG_SELECTOR, FW_CFG_ID);
	return !memcmp(signature, "QEMU", 4) && (in8(FW_CFG_DATA) & 2);
}

bool fw_cfg_read(u16 selector, void *to, u32 bytes)
{
	/* Big endian. QEMU reads the request at its physical address. */
	static struct {
		u32 control, length;
		u64 address;
	} request;
	volatile u32 *control = &request.control;
	u64 at = physical(&request);

	request.length = big32(bytes);
	request.address = __builtin_bswap64(physical(to));
	*control = big32((u32)selector << 16 | DMA_SELECT | DMA_READ);
	out32(FW_CFG_DMA, big32((u32)(at >> 32)));
	out32(FW_CFG_DMA + 4, big32((u32)at));
	while (*control & ~big32(DMA_ERROR))
		pause();
	return *control == 0;
}

static u8 directory_byte(void) { return in8(FW_CFG_DATA); }

static u32 directory_number(u32 bytes)
{
	u32 value = 0;

	while (bytes--)
		value = value << 8 | directory_byte();
	return value;
}

bool fw_cfg_find(const char *name, struct fw_cfg_file *file)
{
	u32 count;

	out16(FW_CFG_SELECTOR, FW_CFG_FILE_DIRECTORY);
	for (count = directory_number(4); count; count--) {
		bool same = true, ended = false;

		file->bytes = directory_number(4);
		file->selector = (u16)directory_number(2);
		directory_number(2);
		for (u32 i = 0; i < NAME_BYTES; i++) {
			char c = (char)directory_byte();

			if (!ended && c != name[i])
				same = false;
			ended = ended || !c;
			if (!same)
				ended = true;
		}
		if (same)
			return true;
	}
	return false;
}
