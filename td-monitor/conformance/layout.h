/** Numbers that assembler, linker script and C share: where the image and its memory lie. */
#ifndef CONFORMANCE_LAYOUT_H
#define CONFORMANCE_LAYOUT_H

#define IMAGE_BYTES 0x20000
#define IMAGE_ADDRESS (0x100000000 - IMAGE_BYTES)

/* What the TDVF metadata asks for. The VMM adds these pages to the TD, so they need no acceptance. */
#define TD_HOB_ADDRESS 0x800000
#define TD_HOB_BYTES 0x2000
#define MEMORY_ADDRESS 0x810000
#define MEMORY_BYTES 0xF0000

/** Page tables: the PML4, two PDPTs and eight page directories of 2 MiB pages. */
#define PAGE_TABLES MEMORY_ADDRESS
#define PML4 PAGE_TABLES
#define PDPT_PRIVATE (PAGE_TABLES + 0x1000)
#define PDPT_SHARED (PAGE_TABLES + 0x2000)
#define PD_PRIVATE (PAGE_TABLES + 0x3000)
#define PD_SHARED (PAGE_TABLES + 0x7000)
/** Not 0 when vCPU 0 has made the page tables and copied the program. */
#define READY_FLAG (PAGE_TABLES + 0xB000)
/** Where the program runs; the image holds a copy to load from. */
#define PROGRAM 0x820000
#define PROGRAM_BYTES 0x60000
/** One block of each vCPU: struct vcpu at the bottom, stacks above. */
#define VCPU_BLOCKS 0x880000
#define VCPU_SHIFT 15
#define VCPUS_MAX 16

/** The first 4 GiB appear twice in linear addresses: private at 0, with the shared bit here. */
#define SHARED_WINDOW 0x8000000000

/* The stacks in a block, by the offset of their top. */
#define USER_STACK_TOP 0x1800
#define FAULT_STACK_TOP 0x2800
#define RING0_STACK_TOP 0x3800

/* Selectors of the GDTs. */
#define CODE32 0x08
#define DATA 0x10
#define CODE64 0x18
#define USER_DATA 0x20
#define USER_CODE 0x28
#define TASK 0x30

/* Offsets in struct vcpu that assembler uses; trap.c asserts that they are true. */
#define VCPU_RESUME_RSP 0x80
#define VCPU_SNIPPET 0x88

#endif
