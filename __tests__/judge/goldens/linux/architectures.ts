/** Lines for the catalog's linux/architectures.ts, made from the format strings of the kernel's sources. */

import type { Golden } from '../golden.ts';

export const ARCHITECTURES: readonly Golden[] = [
  ...(
    [
      [
        'NULL pointer dereference',
        'Unable to handle kernel NULL pointer dereference at virtual address 00000000',
        'arch/arm/mm/fault.c, Linux 3.4',
      ],
      [
        'paging request',
        'Unable to handle kernel paging request at virtual address dead000000000108',
        'arch/arm64/mm/fault.c',
      ],
      [
        'execute from non-executable memory',
        'Unable to handle kernel execute from non-executable memory at virtual address ffff800008000000',
        'arch/arm64/mm/fault.c',
      ],
      [
        'access to user memory',
        'Unable to handle kernel access to user memory without uaccess routines at virtual address 0000000000000010',
        'arch/riscv/mm/fault.c',
      ],
      [
        'paging request',
        'Unable to handle kernel paging request for data at address 0x00000010',
        'arch/powerpc/mm/fault.c, Linux 4.14',
      ],
      [
        'paging request',
        'CPU 0 Unable to handle kernel paging request at virtual address 00000000, epc == 80100000, ra == 80100010',
        'arch/mips/mm/fault.c',
      ],
      [
        'pointer dereference',
        'Unable to handle kernel pointer dereference in virtual kernel address space',
        'arch/s390/mm/fault.c',
      ],
    ] as const
  ).map(([what, line, source]) => ({
    id: 'linux-kernel-fault',
    line: `[    1.200000] ${line}`,
    title: `Unable to handle a kernel ${what}`,
    source,
  })),
  {
    id: 'linux-powerpc-fault',
    line: 'BUG: Unable to handle kernel data access at 0xc000000000000010',
    title: 'Unable to handle kernel data access',
    source: 'arch/powerpc/mm/fault.c',
  },
  {
    id: 'linux-powerpc-fault',
    line: 'BUG: Kernel NULL pointer dereference on read at 0x00000010',
    title: 'Kernel NULL pointer dereference',
    source: 'arch/powerpc/mm/fault.c',
  },
  {
    id: 'linux-unhandled-fault',
    line: '[    1.200000] Unhandled fault: external abort on non-linefetch (0x008) at 0xf0a00000',
    title: 'Unhandled fault',
    source: 'arch/arm/mm/fault.c',
  },
  {
    id: 'linux-unhandled-fault',
    line: '[    1.200000] Unhandled fault at 0xffff800012340000',
    title: 'Unhandled fault',
    source: 'arch/arm64/mm/fault.c',
  },
  {
    id: 'linux-unhandled-fault',
    line: '[    1.200000] Unhandled prefetch abort: unknown 16 (0x010) at 0x00000000',
    title: 'Unhandled prefetch abort',
    source: 'arch/arm/mm/fault.c',
  },
  {
    id: 'linux-bad-mode',
    line: '[    1.200000] Bad mode in data abort handler detected',
    title: 'Bad mode in the data abort handler',
    source: 'arch/arm/kernel/traps.c',
  },
  {
    id: 'linux-bad-mode',
    line: '[    1.200000] Bad mode in Synchronous Abort handler detected on CPU0, code 0x86000005 -- IABT (current EL)',
    title: 'Bad mode in the Synchronous Abort handler',
    source: 'arch/arm64/kernel/traps.c, Linux 5.4',
  },
  {
    id: 'linux-alignment-trap',
    line: '[    1.200000] Alignment trap: not handling instruction e1b21f9f at [<c0100000>]',
    title: 'Alignment trap',
    source: 'arch/arm/mm/alignment.c',
  },
  {
    id: 'linux-stack-space',
    line: '[    1.200000] Insufficient stack space to handle exception!',
    title: 'Kernel stack overflow',
    source: 'arch/arm64/kernel/traps.c, arch/riscv/kernel/traps.c',
  },
  {
    id: 'linux-internal-error',
    line: '[    1.200000] Internal error: synchronous external abort: 0000000096000010 [#1] PREEMPT SMP',
    title: 'Internal error of the kernel: synchronous external abort',
    source: 'arch/arm64/kernel/traps.c',
  },
  {
    id: 'linux-internal-error',
    line: '[    1.200000] Internal error: Oops: 17 [#1] SMP ARM',
    title: 'Internal error of the kernel: Oops',
    source: 'arch/arm/kernel/traps.c',
  },
  {
    id: 'linux-internal-error',
    line: '[    1.200000] Internal error: Oops - BUG: 0 [#1] PREEMPT SMP ARM',
    title: 'Internal error of the kernel: Oops - BUG',
    source: 'arch/arm/kernel/traps.c',
  },
  {
    id: 'linux-internal-error',
    line: 'Internal error: Oops - Undefined instruction',
    title: 'Internal error of the kernel: Oops - Undefined instruction',
    source: 'arch/arm64/kernel/traps.c do_el1_undef, cut short after the words',
  },
  {
    id: 'linux-internal-error-bare',
    line: '[    1.200000] Internal error: : 1b [#1] PREEMPT SMP ARM',
    title: 'Internal error of the kernel',
    source: 'arch/arm/kernel/traps.c, with the empty text of arm_notify_die()',
  },
];
