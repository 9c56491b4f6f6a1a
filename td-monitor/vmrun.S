/* The way into the guest and back, and what the processor calls on a fault in the monitor itself. */
#include "layout.h"

	.section .text.vmrun, "ax", @progbits
	.code64

/*
 * void vmrun(struct vcpu *): runs the guest until the next #VMEXIT. RAX, RSP and RFLAGS are in the VMCB, the other general
 * registers in vcpu->gpr. VMRUN leaves FS, GS, TR, LDTR, the syscall MSRs, XCR0 and the vector registers to the guest: the
 * monitor touches none of them.
 */
	.globl vmrun
vmrun:
	pushq	%rbx
	pushq	%rbp
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	pushq	%rdi
	movq	0x80(%rdi), %rax
	movq	0x08(%rdi), %rcx
	movq	0x10(%rdi), %rdx
	movq	0x18(%rdi), %rbx
	movq	0x28(%rdi), %rbp
	movq	0x30(%rdi), %rsi
	movq	0x40(%rdi), %r8
	movq	0x48(%rdi), %r9
	movq	0x50(%rdi), %r10
	movq	0x58(%rdi), %r11
	movq	0x60(%rdi), %r12
	movq	0x68(%rdi), %r13
	movq	0x70(%rdi), %r14
	movq	0x78(%rdi), %r15
	movq	0x38(%rdi), %rdi
	.byte	0x0F, 0x01, 0xD8		/* vmrun rax */
	pushq	%rdi
	movq	8(%rsp), %rdi
	movq	%rcx, 0x08(%rdi)
	movq	%rdx, 0x10(%rdi)
	movq	%rbx, 0x18(%rdi)
	movq	%rbp, 0x28(%rdi)
	movq	%rsi, 0x30(%rdi)
	movq	%r8, 0x40(%rdi)
	movq	%r9, 0x48(%rdi)
	movq	%r10, 0x50(%rdi)
	movq	%r11, 0x58(%rdi)
	movq	%r12, 0x60(%rdi)
	movq	%r13, 0x68(%rdi)
	movq	%r14, 0x70(%rdi)
	movq	%r15, 0x78(%rdi)
	popq	0x38(%rdi)
	popq	%rdi
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbp
	popq	%rbx
	ret

/* void vmrun_hlt(u64 vmcb_address): waits in the HLT VMCB. IF=1 lets an interrupt end the wait; GIF=0 keeps it pending. */
	.globl vmrun_hlt
vmrun_hlt:
	pushq	%rbx
	pushq	%rbp
	movq	%rdi, %rax
	sti
	.byte	0x0F, 0x01, 0xD8
	cli
	popq	%rbp
	popq	%rbx
	ret

/* What the HLT VMCB runs. */
	.globl hlt_loop
hlt_loop:
	hlt
	jmp	hlt_loop

/* void vmload(u64 vmcb_address): FS, GS, TR, LDTR and the syscall MSRs of a new vCPU. */
	.globl vmload
vmload:
	movq	%rdi, %rax
	.byte	0x0F, 0x01, 0xDA
	ret

/*
 * void nmi_window(void): takes an NMI that an exit found. It stays pending while GIF=0. Loading CR3 makes QEMU's TCG look
 * for pending interrupts.
 */
	.globl nmi_window
nmi_window:
	.byte	0x0F, 0x01, 0xDC		/* stgi */
	movq	%cr3, %rax
	movq	%rax, %cr3
	nop
	.byte	0x0F, 0x01, 0xDD		/* clgi */
	ret

/* Traps: an NMI has nothing to do, a #GP of rdmsr and wrmsr goes on at its fixup, anything else ends the run. */
	.globl trap_stubs
	.balign	16
trap_stubs:
	.set	vector, 0
	.rept	32
	.balign	16
	.if	vector == 2
	iretq
	.else
	.if	(vector != 8) && (vector != 10) && (vector != 11) && (vector != 12) && (vector != 13) && (vector != 14) && (vector != 17)
	pushq	$0
	.endif
	pushq	$vector
	jmp	trap_common
	.endif
	.set	vector, vector + 1
	.endr

trap_common:
	pushq	%rax
	pushq	%rcx
	pushq	%rdx
	pushq	%rsi
	pushq	%rdi
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%r11
	/* trap(vector, rip): returns where to go on. */
	movq	72(%rsp), %rdi
	movq	88(%rsp), %rsi
	cld
	call	trap
	movq	%rax, 88(%rsp)
	popq	%r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rdi
	popq	%rsi
	popq	%rdx
	popq	%rcx
	popq	%rax
	addq	$16, %rsp
	iretq
