/*
 * What makes the image a TDVF: the metadata with its sections, and the GUID table that leads to it (TDVF Design Guide,
 * "TDX Metadata"; QEMU, hw/i386/pc_sysfw_ovmf.c and hw/i386/tdvf.c).
 */
#include "layout.h"

	.section .metadata, "a"

	.macro section type, offset, bytes, address, memory, attributes
	.long \offset, \bytes
	.quad \address, \memory
	.long \type, \attributes
	.endm

	/* e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae */
	.long 0xe9eaf9f3
	.short 0x168e, 0x44d5
	.byte 0xa8, 0xeb, 0x7f, 0x4d, 0x87, 0x38, 0xf6, 0xae
	.globl metadata
metadata:
	.ascii "TDVF"
	.long metadata_end - metadata
	.long 1
	.long 3
	section 0, 0, IMAGE_BYTES, IMAGE_ADDRESS, IMAGE_BYTES, 1	/* BFV, measured */
	section 2, 0, 0, TD_HOB_ADDRESS, TD_HOB_BYTES, 0		/* TD_HOB */
	section 3, 0, 0, MEMORY_ADDRESS, MEMORY_BYTES, 0		/* TempMem */
metadata_end:

	.section .guid_table, "a"
table:
	.long metadata_distance		/* the distance of the metadata from the end of the image */
	.short 22
	/* e47a6535-984a-4798-865e-4685a7bf8ec2: TDX metadata offset */
	.long 0xe47a6535
	.short 0x984a, 0x4798
	.byte 0x86, 0x5e, 0x46, 0x85, 0xa7, 0xbf, 0x8e, 0xc2
	.short . + 18 - table
	/* 96b582de-1fb2-45f7-baea-a366c55a082d: end of the table, which is read backwards */
	.long 0x96b582de
	.short 0x1fb2, 0x45f7
	.byte 0xba, 0xea, 0xa3, 0x66, 0xc5, 0x5a, 0x08, 0x2d
