/*
 * From the reset vector to the C code.
 *
 * All vCPUs of a TD start here at once, in flat 32-bit protected mode without paging, with EFER.LME set (TDX Module Base
 * Architecture Specification, "Initial State of Guest VCPUs"). Without a TD one processor starts here in real mode.
 */
#include "layout.h"

	.section .reset, "ax"
	.code32
	.org 4				/* the place of the legacy pointer to the metadata, which stays 0 */
to_td:
	jmp td_start
	.code16
to_plain:
	jmp plain_start16
	.org 0x10
	/*
	 * These bytes mean the same in real and in protected mode: mov %cr0, %esp; bt $0, %esp; jc. ESP is the register to lose,
	 * as nothing here can use a stack.
	 */
	.globl reset_vector
reset_vector:
	.byte 0x0f, 0x20, 0xc4
	.byte 0x0f, 0xba, 0xe4, 0x00
	jc to_td
	jmp to_plain
	.org 0x20

	.section .startup, "ax"
	.code16
plain_start16:
	cli
	lgdtl %cs:(boot_gdtr - 0xFFFF0000)
	mov %cr0, %eax
	or $1, %al
	mov %eax, %cr0
	.byte 0x66, 0xea		/* ljmpl */
	.long plain_start
	.short CODE32

	.code32
td_start:
	cmp $VCPUS_MAX, %esi
	jae park
	mov %esi, %esp
	shl $VCPU_SHIFT, %esp
	add $VCPU_BLOCKS, %esp

	/* struct initial of vcpu.h */
	mov %eax, 0x00(%esp)
	mov %ecx, 0x04(%esp)
	mov %edx, 0x08(%esp)
	mov %ebx, 0x0c(%esp)
	mov %ebp, 0x10(%esp)
	mov %esi, 0x14(%esp)
	mov %edi, 0x18(%esp)
	mov %cr0, %eax
	mov %eax, 0x1c(%esp)
	mov %cr4, %eax
	mov %eax, 0x20(%esp)
	mov %dr7, %eax
	mov %eax, 0x24(%esp)
	mov %cr3, %eax
	mov %eax, 0x28(%esp)
	mov %cs, %eax
	mov %ax, 0x2c(%esp)
	mov %ds, %eax
	mov %ax, 0x2e(%esp)
	sgdt 0x30(%esp)
	sidt 0x38(%esp)

	/* The TDX leaf of CPUID, as nothing from here on works elsewhere. */
	xor %eax, %eax
	cpuid
	cmp $0x21, %eax
	jb plain_start
	mov $0x21, %eax
	xor %ecx, %ecx
	cpuid
	cmp $0x65746e49, %ebx		/* "Inte" */
	jne plain_start
	cmp $0x5844546c, %edx		/* "lTDX" */
	jne plain_start

	mov 0x14(%esp), %esi
	test %esi, %esi
	jnz wait
	/* The shared bit is the highest bit of a guest physical address: 47 or 51. EBX was the width at the start. */
	mov 0x0c(%esp), %ecx
	sub $33, %ecx
	mov $1, %ebp
	shl %cl, %ebp
	movl $(PDPT_PRIVATE + 7), PML4
	movl $(PDPT_SHARED + 7), PML4 + 8 * (SHARED_WINDOW >> 39)
	xor %ecx, %ecx
1:	mov %ecx, %eax
	shl $12, %eax
	add $(PD_PRIVATE + 7), %eax
	mov %eax, PDPT_PRIVATE(, %ecx, 8)
	add $(PD_SHARED - PD_PRIVATE), %eax
	mov %eax, PDPT_SHARED(, %ecx, 8)
	inc %ecx
	cmp $4, %ecx
	jb 1b
	xor %ecx, %ecx
2:	mov %ecx, %eax
	shl $21, %eax
	or $0x87, %eax			/* present, writable, user, 2 MiB */
	mov %eax, PD_PRIVATE(, %ecx, 8)
	mov %eax, PD_SHARED(, %ecx, 8)
	mov %ebp, PD_SHARED + 4(, %ecx, 8)
	inc %ecx
	cmp $2048, %ecx
	jb 2b

	mov $IMAGE_ADDRESS, %esi
	mov $PROGRAM, %edi
	mov $program_bytes, %ecx
	cld
	rep movsb
	movl $1, READY_FLAG
wait:
	pause
	cmpl $0, READY_FLAG
	je wait

	mov %cr4, %eax
	or $0x620, %eax			/* PAE, OSFXSR, OSXMMEXCPT */
	mov %eax, %cr4
	mov $PML4, %eax
	mov %eax, %cr3
	lgdtl boot_gdtr
	mov %cr0, %eax
	or $0x80000002, %eax		/* PG, MP */
	mov %eax, %cr0
	ljmp $CODE64, $entry

	/* A vCPU for which there is no block: nothing can be saved, nothing told. */
park:
	pause
	jmp park

	/* No TD: say so and end. Port I/O works here as on any PC. */
plain_start:
	mov $DATA, %eax
	mov %eax, %ds
	mov $0x3fb, %edx		/* COM1, 115200 8N1 */
	mov $0x80, %al
	out %al, %dx
	mov $0x3f8, %edx
	mov $1, %al
	out %al, %dx
	inc %edx
	xor %eax, %eax
	out %al, %dx
	mov $0x3fb, %edx
	mov $3, %al
	out %al, %dx
	mov $not_a_td, %esi
3:	mov $0x3fd, %edx
4:	in %dx, %al
	test $0x20, %al
	jz 4b
	mov $0x3f8, %edx
	mov (%esi), %al
	inc %esi
	test %al, %al
	jz 5f
	out %al, %dx
	jmp 3b
	/* ACPI power off of q35: the firmware puts the PM block at 0x600, then SLP_EN with SLP_TYP 0. */
5:	mov $0xcf8, %edx
	mov $0x8000f840, %eax
	out %eax, %dx
	mov $0xcfc, %edx
	mov $0x600, %eax
	out %eax, %dx
	mov $0xcf8, %edx
	mov $0x8000f844, %eax
	out %eax, %dx
	mov $0xcfc, %edx
	mov $0x80, %al
	out %al, %dx
	mov $0x604, %edx
	mov $0x2000, %eax
	out %ax, %dx
	/* Elsewhere: reset, which ends QEMU under -no-reboot. */
	mov $0xcf9, %edx
	mov $0x0e, %al
	out %al, %dx
6:	hlt
	jmp 6b

not_a_td:
	.asciz "TAP version 14\r\nBail out! not in a TD: CPUID leaf 0x21 does not say IntelTDX, or the processor started in real mode\r\n"

	.align 8
	.globl boot_gdt
boot_gdt:
	.quad 0
	.quad 0x00cf9b000000ffff	/* CODE32 */
	.quad 0x00cf93000000ffff	/* DATA */
	.quad 0x00af9b000000ffff	/* CODE64 */
boot_gdtr:
	.short . - boot_gdt - 1
	.long boot_gdt

	/* The start of the program in RAM. RSP still points to the block of this vCPU. */
	.section .entry, "ax"
	.code64
	.globl entry
entry:
	mov %rsp, %rdi
	mov %r8, 0x40(%rdi)
	mov %r9, 0x48(%rdi)
	mov %r10, 0x50(%rdi)
	mov %r11, 0x58(%rdi)
	mov %r12, 0x60(%rdi)
	mov %r13, 0x68(%rdi)
	mov %r14, 0x70(%rdi)
	mov %r15, 0x78(%rdi)
	mov $DATA, %eax
	mov %eax, %ds
	mov %eax, %es
	mov %eax, %ss
	lea (1 << VCPU_SHIFT)(%rdi), %rsp
	call start
	ud2
