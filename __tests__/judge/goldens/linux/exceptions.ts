/** Real lines for the catalog's linux/exceptions.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const EXCEPTIONS: readonly Golden[] = [
  {
    id: 'linux-null-pointer',
    line: '[  149.188010] BUG: unable to handle kernel NULL pointer dereference at 000000000000058c',
    title: 'NULL pointer dereference',
    source: `${SYZ}/20`,
  },
  {
    id: 'linux-null-pointer',
    line: '[  202.652969][ T9969] BUG: kernel NULL pointer dereference, address: 0000000000000086',
    title: 'NULL pointer dereference',
    source: `${SYZ}/480`,
  },
  {
    id: 'linux-page-fault',
    line: '[ 2494.421785][T17591] BUG: unable to handle page fault for address: ffffde202758ca0b',
    title: 'Page fault in the kernel',
    source: `${SYZ}/382`,
  },
  {
    id: 'linux-page-fault',
    line: '[  772.918915] BUG: unable to handle kernel paging request at ffff88002bde1e40',
    title: 'Page fault in the kernel',
    source: `${SYZ}/0`,
  },
  {
    id: 'linux-kernel-bug',
    line: '[   34.522456] kernel BUG at arch/x86/kvm/mmu.c:1284!',
    title: 'kernel BUG at arch/x86/kvm/mmu.c',
    source: `${SYZ}/44`,
  },
  {
    id: 'linux-general-protection',
    line: '[ 1021.364461] general protection fault: 0000 [#1] SMP DEBUG_PAGEALLOC KASAN',
    title: 'General protection fault in the kernel',
    source: `${SYZ}/12`,
  },
  {
    id: 'linux-general-protection',
    line: '[   21.364461][   T12] Oops: general protection fault, probably for non-canonical address 0xdffffc0000000003: 0000 [#1] PREEMPT SMP KASAN',
    title: 'General protection fault in the kernel',
    source: 'arch/x86/kernel/traps.c exc_general_protection()',
  },
  {
    id: 'linux-double-fault',
    line: '[ 4031.436692] PANIC: double fault, error_code: 0x0',
    title: 'Double fault',
    source: `${SYZ}/313`,
  },
  {
    id: 'linux-double-fault',
    line: '[   10.584905] double fault: 0000 [#1] PREEMPT SMP',
    title: 'Double fault',
    source: 'arch/x86/kernel/traps.c exc_double_fault()',
  },
  {
    id: 'linux-stack-segment',
    line: '[    7.793224] stack segment: 0000 [#1] PREEMPT SMP KASAN PTI',
    title: 'Stack segment fault in the kernel',
    source: `${SYZ}/461`,
  },
  {
    id: 'linux-divide-error',
    line: '[  616.309156] divide error: 0000 [#1] SMP DEBUG_PAGEALLOC KASAN',
    title: 'Divide error in the kernel',
    source: `${SYZ}/49`,
  },
  {
    id: 'linux-invalid-opcode',
    line: '[   34.527367] invalid opcode: 0000 [#1] SMP KASAN',
    title: 'Invalid opcode in the kernel',
    source: `${SYZ}/44`,
  },
  {
    id: 'linux-int3',
    line: '[  150.665871][    C0] Oops: int3: 0000 [#1] SMP KASAN NOPTI',
    title: 'Unexpected breakpoint (int3) in the kernel',
    source: `${SYZ}/759`,
  },
  {
    id: 'linux-control-protection',
    line: '[    2.718281] Missing ENDBR: do_one_initcall+0x0/0x400',
    title: 'Control protection: missing ENDBR in do_one_initcall',
    source: 'arch/x86/kernel/cet.c do_kernel_cp_fault()',
  },
  {
    id: 'linux-stack-guard',
    line: '[  760.482711] BUG: stack guard page was hit at 00000000397c6d92 (stack is 00000000a0f6b86a..000000000e6f9570)',
    title: 'Kernel stack overflow',
    source: `${SYZ}/344`,
  },
  {
    id: 'linux-stack-guard',
    line: '[  733.821133][    C1] BUG: TASK stack guard page was hit at ffffc900190cfff8 (stack is ffffc900190d0000..ffffc900190d7fff)',
    title: 'Kernel stack overflow',
    source: `${SYZ}/614`,
  },
  {
    id: 'linux-general-protection',
    line: '[   32.082291] general protection fault for non-canonical address 0xe017577ddf75b7dd: 0000 [#1] PREEMPT SMP KASAN PTI',
    title: 'General protection fault in the kernel',
    source: `${SYZ}/451`,
  },
  {
    id: 'linux-divide-error',
    line: '[   63.550339][    C1] divide_error: 0000 [#1] PREEMPT SMP KASAN',
    title: 'Divide error in the kernel',
    source: `${SYZ}/522`,
  },
];
