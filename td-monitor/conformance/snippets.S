/*
 * The instructions under test. A snippet starts with its instruction; `struct snippet` (vcpu.h) tells where it is and how
 * long that instruction is. Registers come from run() in entry.S.
 */
#include "layout.h"

	.code64

	.macro snippet name:req, instruction:vararg
	.text
1:	\instruction
2:	ret
	.section .rodata
	.balign 8
	.globl \name
\name:
	.quad 1b, 2b - 1b
	.endm

	snippet do_tdcall,	.byte 0x66, 0x0f, 0x01, 0xcc
	snippet do_seamcall,	.byte 0x66, 0x0f, 0x01, 0xcf
	snippet do_cpuid,	cpuid
	snippet do_hlt,		hlt
	snippet do_wbinvd,	wbinvd
	snippet do_invd,	invd
	snippet do_vmcall,	vmcall
	snippet do_monitor,	monitor
	snippet do_mwait,	mwait
	snippet do_rdpmc,	rdpmc
	snippet do_vmxon,	vmxon (%rdi)
	snippet do_vmptrld,	vmptrld (%rdi)
	snippet do_vmread,	vmread %rax, %rdx
	snippet do_vmxoff,	vmxoff
	snippet do_invept,	invept (%rdi), %rax
	snippet do_getsec,	getsec
	snippet do_encls,	encls
	snippet do_pconfig,	.byte 0x0f, 0x01, 0xc5
	snippet do_rsm,		rsm
	snippet do_rdmsr,	rdmsr
	snippet do_wrmsr,	wrmsr
	snippet do_xsetbv,	xsetbv
	snippet do_write_cr0,	mov %rax, %cr0
	snippet do_write_cr4,	mov %rax, %cr4
	snippet do_write_cr4_r9, mov %r9, %cr4
	snippet do_nop,		nop
	snippet do_ud2,		ud2

	snippet do_in8,		inb %dx, %al
	snippet do_in16,	inw %dx, %ax
	snippet do_in32,	inl %dx, %eax
	snippet do_in8_imm,	inb $0x80, %al
	snippet do_in32_imm,	inl $0x80, %eax
	snippet do_out8,	outb %al, %dx
	snippet do_out16,	outw %ax, %dx
	snippet do_out32,	outl %eax, %dx
	snippet do_out8_imm,	outb %al, $0x80
	snippet do_outs8,	outsb
	snippet do_outs16,	outsw
	snippet do_rep_outs8,	rep outsb
	snippet do_ins8,	insb
	snippet do_rep_ins32,	rep insl

	/* Memory operands in each form of address, for what a #VE says of an access to MMIO. */
	snippet do_load8,	movb (%rdi), %al
	snippet do_load16,	movw (%rdi), %ax
	snippet do_load32,	movl (%rdi), %eax
	snippet do_load64,	movq (%rdi), %rax
	snippet do_load_zx8,	movzbl (%rdi), %eax
	snippet do_load_sx16,	movswq (%rdi), %rax
	snippet do_load_disp8,	movl 0x10(%rdi), %eax
	snippet do_load_disp32,	movl -0x12340(%rdi), %eax
	snippet do_load_sib,	movl 8(%rdi, %rcx, 4), %eax
	snippet do_load_index,	movl -0x100(, %rcx, 8), %eax
	snippet do_load_r13,	movl 0(%r13), %eax
	snippet do_load_r12,	movl (%r12), %r9d
	snippet do_load_sib_high, movl 4(%r13, %r14, 2), %r15d
	snippet do_load_moffs,	movabsl 0x80FEC00000, %eax
	snippet do_load_lods,	lodsl
	snippet do_load_movs,	movsl
	snippet do_load_cmp,	cmpl (%rdi), %eax
	snippet do_load_test,	testb $1, (%rdi)
	snippet do_load_bt,	btl $3, (%rdi)
	snippet do_store8,	movb %al, (%rdi)
	snippet do_store16,	movw %ax, (%rdi)
	snippet do_store32,	movl %eax, (%rdi)
	snippet do_store64,	movq %rax, (%rdi)
	snippet do_store_imm,	movl $0x12345678, 0x10(%rdi)
	snippet do_store_stos,	stosl
	snippet do_store_movs,	movsl

	.text
1:	pushq (%rdi)
2:	pop %rax
	ret
	.section .rodata
	.balign 8
	.globl do_load_stack
do_load_stack:
	.quad 1b, 2b - 1b

	/* TDCALL in a 32-bit code segment of ring 0. */
	.text
1:	push $CODE32
	push $3f
	lretq
	.code32
3:	.byte 0x66, 0x0f, 0x01, 0xcc
	ud2
	.code64
2:
	.section .rodata
	.balign 8
	.globl do_tdcall_in_32_bit
do_tdcall_in_32_bit:
	.quad 1b, 2b - 1b

	/* A #DB must follow the instruction before `after_step` when the flag TF is set before it. */
	.macro step name:req, after:req, instruction:vararg
	.text
1:	pushfq
	orl $0x100, (%rsp)
	popfq
	\instruction
\after:
	nop
	nop
	pushfq
	andl $~0x100, (%rsp)
	popfq
	ret
	.section .rodata
	.balign 8
	.globl \name, \after
\name:
	.quad 1b, 0
	.endm

	step do_step_nop, after_step_nop, xchg %rax, %rax
	step do_step_cpuid, after_step_cpuid, cpuid
	step do_step_rdmsr, after_step_rdmsr, rdmsr
	step do_step_wrmsr, after_step_wrmsr, wrmsr
	step do_step_tdcall, after_step_tdcall, .byte 0x66, 0x0f, 0x01, 0xcc
