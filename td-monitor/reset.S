/*
 * From reset to the monitor's C code: real mode, protected mode, long mode.
 *
 * QEMU shows the ROM at 0xFFFF0000 and again at 0xF0000. The first processor starts at 0xFFFFFFF0, the others at 0xFF000
 * by a SIPI with vector 0xFF; both are this page. The code here uses offsets from its own start only.
 *
 * A processor also comes here after an INIT that the guest had a device send: TCG takes an INIT at once, in the guest and in the
 * monitor. The first starts again by itself, the others by init_signal_look's SIPI. Their registers are lost, so the TD ends.
 */
#include "layout.h"

	.section .entry, "ax", @progbits
	.code16
	.globl entry
entry:
	cli
	cld
	/* Without SVM there is no MSR of SVM; the monitor says so later. */
	movl	$0x80000001, %eax
	cpuid
	testb	$4, %cl
	jz	1f
	movl	$MSR_VM_HSAVE_PA, %ecx		/* An INIT leaves it, and a reset clears it. */
	rdmsr
	orl	%edx, %eax
	jnz	after_init
1:	lgdtl	%cs:(gdt_pointer - entry)
	movl	%cr0, %eax
	orb	$1, %al
	movl	%eax, %cr0
	ljmpl	$CODE32, $ENTRY_PAGE + (protected - entry)

	.code32
protected:
	movw	$DATA, %ax
	movw	%ax, %ds
	movw	%ax, %es
	movw	%ax, %ss
	movl	$0x1B, %ecx			/* IA32_APIC_BASE, bit 8: the first processor */
	rdmsr
	testb	$1, %ah
	jz	long_mode_on

	/* The RAM above 4 GiB in units of 64 KiB (CMOS 0x5B to 0x5D); the last 32 MiB of it are the monitor's. */
	xorl	%ebx, %ebx
	movb	$0x5D, %al
1:	outb	%al, $0x70
	movb	%al, %ah
	inb	$0x71, %al
	shll	$8, %ebx
	movb	%al, %bl
	movb	%ah, %al
	decb	%al
	cmpb	$0x5A, %al
	jne	1b
	subl	$(MONITOR_BYTES >> 16), %ebx
	jc	no_memory
	testb	$0x1F, %bl			/* 2 MiB */
	jnz	no_memory

	/* Tables for the way into the C code: the first 2 MiB as they are, the monitor's RAM where the monitor is linked. */
	movl	$BOOT_TABLES, %edi
	movl	$(BOOT_TABLES_BYTES / 4), %ecx
	xorl	%eax, %eax
	rep stosl
	movl	$(BOOT_TABLES + 0x1003), BOOT_TABLES
	movl	$(BOOT_TABLES + 0x2003), BOOT_TABLES + 0x1000
	movl	$0x83, BOOT_TABLES + 0x2000
	movl	$(BOOT_TABLES + 0x3003), BOOT_TABLES + 511 * 8
	movl	$(BOOT_TABLES + 0x4003), BOOT_TABLES + 0x3000 + 510 * 8
	movl	%ebx, %eax
	shll	$16, %eax
	orl	$0x83, %eax
	shrl	$16, %ebx
	incl	%ebx				/* 4 GiB */
	movl	$(BOOT_TABLES + 0x4000), %edi
	movl	$(MONITOR_BYTES >> 21), %ecx
2:	movl	%eax, (%edi)
	movl	%ebx, 4(%edi)
	addl	$0x200000, %eax
	adcl	$0, %ebx
	addl	$8, %edi
	loop	2b

long_mode_on:
	movl	$BOOT_TABLES, %eax
	movl	%eax, %cr3
	movl	$0x40020, %eax			/* PAE; OSXSAVE, without which XGETBV and XSETBV are undefined */
	movl	%eax, %cr4
	movl	$0xC0000080, %ecx		/* EFER: LME, NXE */
	rdmsr
	orl	$0x900, %eax
	wrmsr
	movl	$0x80010021, %eax		/* CR0: PG, WP, NE, PE */
	movl	%eax, %cr0
	ljmpl	$CODE64, $ENTRY_PAGE + (long_mode - entry)

	/* Port 0xE9 is the monitor's log, port 0xF4 ends QEMU with 2n + 1. */
	.code16
after_init:
	movl	$1, %eax
	cpuid
	shrl	$24, %ebx			/* The APIC id, which numbers the vCPUs. */
	movw	$0xE9, %dx
	movw	$(violation_text - entry), %si
	movw	$(violation_vcpu - violation_text), %cx
	rep outsb %cs:(%si), %dx
	movb	%bl, %al
	aam					/* AH tens, AL ones */
	addw	$0x3030, %ax
	cmpb	$'0', %ah
	je	2f
	xchgb	%ah, %al
	outb	%al, %dx
	xchgb	%ah, %al
2:	outb	%al, %dx
	movw	$(violation_end - violation_vcpu), %cx
	rep outsb %cs:(%si), %dx
	movb	$END_VIOLATION, %al
	outb	%al, $0xF4
3:	hlt
	jmp	3b

	.code32
no_memory:
	movl	$ENTRY_PAGE + (no_memory_text - entry), %esi
	movl	$(no_memory_end - no_memory_text), %ecx
	movw	$0xE9, %dx
	rep outsb
	movb	$END_SETUP, %al
	outb	%al, $0xF4
3:	hlt
	jmp	3b

	.code64
long_mode:
	movw	$DATA, %ax
	movw	%ax, %ds
	movw	%ax, %es
	movw	%ax, %ss
	xorl	%eax, %eax
	movw	%ax, %fs
	movw	%ax, %gs
	movl	$0x1B, %ecx
	rdmsr
	testb	$1, %ah
	jz	4f
	/* The monitor writes to its data, and 64 KiB are quicker read from RAM: it runs from a copy. */
	movl	$0xF0000, %esi
	movq	$monitor_image, %rdi
	movl	$0x10000 / 8, %ecx
	rep movsq
	/* What follows the image in the monitor's RAM need not be zero after a reset of the machine. */
	movq	$monitor_end, %rcx
	subq	%rdi, %rcx
	xorl	%eax, %eax
	rep stosb
4:	movl	$1, %edi
	movq	$processors_started, %rax
	lock xaddl %edi, (%rax)
	cmpl	$CPUS_MAX, %edi
	jae	3b
	movl	%edi, %eax
	incl	%eax
	shll	$STACK_SHIFT, %eax
	movq	$stacks, %rsp
	addq	%rax, %rsp
	movq	$monitor_main, %rax
	pushq	$0
	jmpq	*%rax
	.balign	8
gdt:
	.quad	0
	.quad	0x00CF9B000000FFFF		/* CODE32 */
	.quad	0x00CF93000000FFFF		/* DATA */
	.quad	0x00AF9B000000FFFF		/* CODE64 */
gdt_pointer:
	.word	gdt_pointer - gdt - 1
	.long	ENTRY_PAGE + (gdt - entry)
no_memory_text:
	.ascii	"td-monitor: setup-failed text=\"the machine needs 32 MiB more memory than the TD, above 4 GiB\"\n"
no_memory_end:
	/* The INIT may have cut a line of the log. */
violation_text:
	.ascii	"\ntd-monitor: violation kind=init access=interrupt gpa=0x0 vcpu="
violation_vcpu:
	.ascii	" rip=0x0\ntd-monitor: end reason=violation exit-code=7\n"
violation_end:

	.section .reset, "ax", @progbits
	.code16
	ljmpw	$(ENTRY_PAGE >> 4), $0
