/** Oopses in the words of other architectures than x86: arm, arm64, RISC-V, PowerPC, MIPS, LoongArch, s390. */

import { sharing } from '../sharing.ts';

const TRACE_END = '---[ end trace';

export const ARCHITECTURES = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    // die_kernel_fault() of arm, arm64 and riscv in mm/fault.c, bad_page_fault() of powerpc before 5.2, do_page_fault() of
    // mips and loongarch, dump_fault_info() of s390.
    id: 'linux-kernel-fault',
    pattern:
      /Unable to handle kernel (?<what>NULL pointer dereference|paging request|pointer dereference|write to read-only memory|execute from non-executable memory|read from unreadable memory|access to user memory|execution of user memory)/,
    title: 'Unable to handle a kernel $<what>',
    hint: 'The pc, epc or NIP below names the function.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Unable to handle a kernel $<what> in $<func>' },
  },
  {
    // bad_page_fault() in arch/powerpc/mm/fault.c since 5.2.
    id: 'linux-powerpc-fault',
    pattern:
      /BUG: (?<what>Kernel NULL pointer dereference|Unable to handle (?:kernel data access|kernel instruction fetch|unknown paging fault))/,
    title: '$<what>',
    hint: 'NIP below names the function.',
    end: TRACE_END,
    guilty: { place: 'fault', title: '$<what> in $<func>' },
  },
  {
    // do_DataAbort() and do_PrefetchAbort() in arch/arm/mm/fault.c, do_mem_abort() in arch/arm64/mm/fault.c. They print it of
    // programs, too, where it is a SIGBUS; of the kernel itself `Internal error:` follows.
    id: 'linux-unhandled-fault',
    severity: 'warning',
    pattern:
      /Unhandled (?<what>fault|prefetch abort)(?:: [a-z0-9][a-z0-9 ()-]*)? (?:\(0x[0-9a-f]+\) )?at 0x[0-9a-f]/,
    title: 'Unhandled $<what>',
    hint: 'The line names the kind of fault: a bus error, a bad domain or a bad alignment. The pc below names the function.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Unhandled $<what> in $<func>' },
  },
  {
    // bad_mode() in arch/arm/kernel/traps.c and arch/arm64/kernel/traps.c.
    id: 'linux-bad-mode',
    severity: 'fatal',
    pattern: /Bad mode in (?<what>[a-z ]+|Error|IRQ|FIQ|Synchronous Abort) handler detected/,
    title: 'Bad mode in the $<what> handler',
    hint: 'The CPU took an exception that must not happen in this mode: damaged vectors, or an error of the machine.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'Bad mode in the $<what> handler, in $<func>' },
  },
  {
    // do_alignment() in arch/arm/mm/alignment.c, where it gives up: of a program, or of the kernel before an oops.
    id: 'linux-alignment-trap',
    severity: 'warning',
    pattern: /Alignment trap: not handling instruction/,
    title: 'Alignment trap',
    hint: 'An access that is not aligned, by an instruction that the kernel cannot emulate.',
    guilty: { place: 'fault', title: 'Alignment trap in $<func>' },
  },
  {
    // handle_bad_stack() of arm64 and riscv.
    id: 'linux-stack-space',
    severity: 'fatal',
    pattern: /Insufficient stack space to handle exception!/,
    title: 'Kernel stack overflow',
    hint: 'Deep recursion or large stack objects; the trace shows the repeating functions.',
    guilty: { place: 'stall', title: 'Kernel stack overflow in $<func>', skip: /bad_stack/ },
  },
  {
    // show_ecr_verbose() in arch/arc/kernel/troubleshoot.c
    id: 'linux-arc-fault',
    pattern: /(?<what>Invalid (?:Read|Write|EXEC)) @ 0x[0-9a-f]+ by insn @ (?<func>[A-Za-z_][\w.]*)/,
    title: '$<what> in the kernel in $<func>',
    hint: 'The trace below names its callers.',
  },
  {
    // __die() in arch/arm/kernel/traps.c and arch/arm64/kernel/traps.c. The line above often says more.
    id: 'linux-internal-error',
    pattern:
      /Internal error: (?:(?<what>[A-Za-z][^:[]*): [0-9a-f]+ \[#[0-9]+\]|(?<what2>Oops - [A-Za-z]+(?: [a-z]+){0,3}))/,
    title: 'Internal error of the kernel: $<what>',
    hint: 'The line above names the fault and the pc below the function.',
    end: TRACE_END,
    symptom: true,
    guilty: { place: 'fault', title: 'Internal error of the kernel: $<what> in $<func>' },
  },
  {
    id: 'linux-internal-error-bare',
    pattern: /Internal error: : [0-9a-f]+ \[#[0-9]+\]/,
    title: 'Internal error of the kernel',
    hint: 'The line above names the fault and the pc below the function.',
    end: TRACE_END,
    symptom: true,
    guilty: { place: 'fault', title: 'Internal error of the kernel in $<func>' },
  },
]);
