/* Traps, snippets and TDCALL: the parts that C cannot say. */
#include "layout.h"

	.code64
	.text

	.macro push_all
	push %rax
	push %rcx
	push %rdx
	push %rbx
	push %rbp
	push %rsi
	push %rdi
	push %r8
	push %r9
	push %r10
	push %r11
	push %r12
	push %r13
	push %r14
	push %r15
	.endm

	.macro pop_all
	pop %r15
	pop %r14
	pop %r13
	pop %r12
	pop %r11
	pop %r10
	pop %r9
	pop %r8
	pop %rdi
	pop %rsi
	pop %rbp
	pop %rbx
	pop %rdx
	pop %rcx
	pop %rax
	.endm

	.macro load_from register
	mov 0x00(\register), %rax
	mov 0x08(\register), %rcx
	mov 0x10(\register), %rdx
	mov 0x18(\register), %rbx
	mov 0x28(\register), %rbp
	mov 0x30(\register), %rsi
	mov 0x40(\register), %r8
	mov 0x48(\register), %r9
	mov 0x50(\register), %r10
	mov 0x58(\register), %r11
	mov 0x60(\register), %r12
	mov 0x68(\register), %r13
	mov 0x70(\register), %r14
	mov 0x78(\register), %r15
	mov 0x38(\register), %rdi
	.endm

	/* The value of RDI is on top of the stack, below it the struct registers to fill. */
	.macro store_registers
	push %rdi
	mov 8(%rsp), %rdi
	mov %rax, 0x00(%rdi)
	mov %rcx, 0x08(%rdi)
	mov %rdx, 0x10(%rdi)
	mov %rbx, 0x18(%rdi)
	mov %rbp, 0x28(%rdi)
	mov %rsi, 0x30(%rdi)
	mov %r8, 0x40(%rdi)
	mov %r9, 0x48(%rdi)
	mov %r10, 0x50(%rdi)
	mov %r11, 0x58(%rdi)
	mov %r12, 0x60(%rdi)
	mov %r13, 0x68(%rdi)
	mov %r14, 0x70(%rdi)
	mov %r15, 0x78(%rdi)
	pop %rax
	mov %rax, 0x38(%rdi)
	.endm

	.macro push_callee_saved
	push %rbx
	push %rbp
	push %r12
	push %r13
	push %r14
	push %r15
	.endm

	.macro pop_callee_saved
	pop %r15
	pop %r14
	pop %r13
	pop %r12
	pop %rbp
	pop %rbx
	.endm

	/* void tdcall(struct registers *) */
	.globl tdcall
tdcall:
	push_callee_saved
	push %rdi
	load_from %rdi
	.byte 0x66, 0x0f, 0x01, 0xcc
	store_registers
	pop %rdi
	pop_callee_saved
	ret

	/* void run_snippet(struct registers *, u64 code, struct vcpu *) */
	.globl run_snippet
run_snippet:
	push_callee_saved
	push %rdi
	push %rsi
	mov %rsp, VCPU_RESUME_RSP(%rdx)
	mov %rsi, VCPU_SNIPPET(%rdx)
	load_from %rdi
	call *(%rsp)
	lea 8(%rsp), %rsp
	store_registers
	pop %rdi
	pop_callee_saved
	ret

	/* void run_snippet_in_ring3(struct registers *, u64 code, struct vcpu *) */
	.globl run_snippet_in_ring3
run_snippet_in_ring3:
	push_callee_saved
	push %rdi
	push %rsi
	mov %rsp, VCPU_RESUME_RSP(%rdx)
	mov %rsi, VCPU_SNIPPET(%rdx)
	push $(USER_DATA + 3)
	lea USER_STACK_TOP(%rdx), %rax
	push %rax
	pushfq
	push $(USER_CODE + 3)
	push %rsi
	load_from %rdi
	iretq

	/* Where a trap in a snippet goes on, with the stack of run_snippet. */
	.globl resume
resume:
	add $16, %rsp
	pop_callee_saved
	ret

	/* The stubs of the IDT: 256 times 16 bytes. Each leaves an error code and the vector on the stack. */
	.balign 16
	.globl trap_stubs
trap_stubs:
	vector = 0
	.rept 256
	.balign 16
	.if !(vector == 8 || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21)
	push $0
	.endif
	push $vector
	jmp common
	vector = vector + 1
	.endr

common:
	push_all
	cld
	mov %rsp, %rdi
	call trap_handler
	pop_all
	add $16, %rsp
	iretq
