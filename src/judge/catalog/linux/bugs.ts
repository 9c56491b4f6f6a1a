/** BUG, WARNING and other self-checks of the kernel. */

import type { Cause } from '../../signature.ts';
import { sharing } from '../sharing.ts';

const TRACE_END = '---[ end trace';

/** The error code of a page fault (arch/x86/include/asm/trap_pf.h): bit 0 present, 1 write, 3 reserved bit, 4 instruction. */
const PAGE_FAULTS: readonly Cause[] = [
  {
    id: 'read',
    when: { code: ['0000', '0001', '0009'] },
    title: 'Page fault in the kernel (it read an address that is not mapped)',
    guilty: { place: 'fault', title: 'Page fault in $<func> (it read an address that is not mapped)' },
    hint: 'A pointer that was never set, or to freed memory: the line above that names the address is not in the log. RIP below names the function.',
  },
  {
    id: 'write',
    when: { code: ['0002', '0003', '000b'] },
    title: 'Page fault in the kernel (it wrote to an address that is not mapped or is read-only)',
    guilty: {
      place: 'fault',
      title: 'Page fault in $<func> (it wrote to an address that is not mapped or is read-only)',
    },
    hint: 'A pointer that was never set, or to freed or protected memory: the line above that names the address is not in the log. RIP below names the function.',
  },
  {
    id: 'fetch',
    when: { code: ['0010', '0011'] },
    title: 'Page fault in the kernel (it jumped to an address without code)',
    guilty: { place: 'fault', title: 'Page fault in $<func> (it jumped to an address without code)' },
    hint: 'A function pointer that was never set, or is of freed memory: the caller in the trace below has it.',
  },
];

export const BUGS = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-msr-access',
    orLater: true,
    severity: 'warning',
    // ex_handler_msr() in arch/x86/mm/extable.c (Linux 6.16): the kernel goes on, a read has given 0
    pattern:
      /unchecked MSR access error: (?:RDMSR from|WRMSR to) (?<msr>0x[0-9a-f]+).*rIP: 0x[0-9a-f]+ \((?<func>[A-Za-z0-9_.]+)/,
    title: 'The kernel used MSR $<msr>, which this machine refuses (in $<func>)',
    hint: 'The kernel goes on as if the access had worked. In a Trust Domain the TDX module or the VMM decides which MSRs a guest has; the driver or the CPU feature that asks for this one should be off there.',
  },
  {
    id: 'linux-scheduling-atomic',
    pattern: /BUG: scheduling while atomic/,
    title: 'Scheduling while atomic',
    hint: 'Code slept with preemption disabled or a spinlock held.',
    guilty: { place: 'caller', title: 'Scheduling while atomic in $<func>' },
  },
  {
    id: 'linux-sleeping-function',
    pattern: /BUG: sleeping function called from invalid context at (?<file>[A-Za-z0-9_./-]+):/,
    title: 'Sleeping function called from invalid context at $<file>',
    hint: 'Code that may sleep ran with interrupts off or a spinlock held; the trace shows the caller.',
    guilty: {
      place: 'caller',
      title: 'Sleeping function called from invalid context in $<func> (at $<file>)',
    },
  },
  {
    id: 'linux-bad-page',
    pattern: /BUG: Bad page (?<what>state|map|cache)/,
    title: 'Bad page $<what>',
    hint: 'A page was freed or mapped while in use. Suspect a driver, or memory that the host changed.',
    guilty: {
      place: 'allocation',
      title: 'Bad page $<what>, allocated in $<func>',
      skip: /alloc|page_owner|page_pool/,
    },
  },
  {
    id: 'linux-bad-rss',
    pattern: /BUG: Bad rss-counter state/,
    title: 'Bad rss-counter state',
    hint: 'Memory accounting of an address space went wrong; look for an earlier memory error.',
  },
  {
    id: 'linux-preemptible-percpu',
    pattern: /BUG: using (?<what>[a-z_]+)\(\) in preemptible/,
    title: '$<what>() in preemptible code',
    hint: 'Per-CPU data was used with preemption enabled; use get_cpu() or this_cpu_*() in a safe context.',
    symptom: true,
    guilty: { place: 'caller', title: '$<what>() in preemptible code in $<func>' },
  },
  {
    id: 'linux-workqueue-leak',
    pattern: /BUG: workqueue leaked lock or atomic/,
    title: 'Workqueue leaked a lock',
    hint: 'A work function returned with a lock held or preemption disabled; "last function" names it.',
    guilty: { place: 'lock', title: 'Workqueue leaked a lock in $<func>' },
  },
  {
    id: 'linux-dentry-in-use',
    pattern: /BUG: Dentry .* still in use/,
    title: 'Dentry still in use at unmount',
    hint: 'A dentry reference was leaked; the name of the entry is in the line.',
  },
  {
    id: 'linux-busy-inodes',
    pattern: /VFS: Busy inodes after unmount/,
    title: 'VFS: busy inodes after unmount',
    hint: 'An inode reference was leaked; using it later is a use-after-free.',
  },
  {
    id: 'linux-close-count',
    pattern: /VFS: Close: file count is 0/,
    title: 'VFS: close of a file without references',
    hint: 'A file was released twice.',
  },
  {
    id: 'linux-netdevice-leak',
    pattern: /unregister_netdevice: waiting for (?<dev>[a-z]+)/,
    title: 'unregister_netdevice: $<dev> is still referenced',
    hint: 'A reference to the network device was leaked; CONFIG_NET_DEV_REFCNT_TRACKER=y names the owner.',
  },
  {
    id: 'linux-memory-leak',
    pattern: /BUG: memory leak/,
    title: 'kmemleak: memory leak',
    hint: 'No pointer to the allocation below is left. Its backtrace shows who allocated it.',
    guilty: {
      place: 'caller',
      title: 'kmemleak: memory leak, allocated in $<func>',
      skip: /alloc|create_object|^idr_get|list_lru_init|strdup/,
    },
  },
  {
    id: 'linux-bug',
    pattern: /(?:^|[^A-Za-z_])BUG: (?<what>[A-Za-z](?:[A-Za-z _()-]*[A-Za-z)])?)/,
    title: 'BUG: $<what>',
    hint: 'The kernel found a broken invariant; read the report below.',
  },
  {
    id: 'linux-oops',
    // `Oops: 0000 [#1]` of x86, `Oops [#1]` and `Oops - illegal instruction [#1]` of riscv.
    pattern: /Oops: (?:(?:Oops: )?(?<code>00[0-9a-f]{2}) \[#)?|Oops(?: - [a-z][A-Za-z ()-]*)? \[#[0-9]/,
    title: 'Kernel oops',
    causes: PAGE_FAULTS,
    hint: 'The line above names the fault and RIP below the function; with guest.vmlinux its source line is named, too.',
    end: TRACE_END,
    symptom: true,
    guilty: { place: 'fault', title: 'Kernel oops in $<func>' },
  },
  {
    id: 'linux-exited-atomic',
    // kernel/exit.c make_task_dead(), which only an oops calls
    pattern: /note: .*\[(?<pid>[0-9]+)\] exited with (?:preempt_count|irqs disabled)/,
    title: 'A task died inside the kernel',
    hint: 'Follows an oops: the report above this line is the cause.',
    symptom: true,
    causes: [
      {
        id: 'init',
        when: { pid: '1' },
        title: 'PID 1 died inside the kernel, of an oops',
        hint: 'The report above this line is the cause: give the log from its first line.',
      },
    ],
  },
  {
    // kernel/cfi.c; a WARNING or an oops follows.
    id: 'linux-cfi',
    pattern: /CFI failure at (?<func>[A-Za-z_][A-Za-z0-9_.]*)/,
    title: 'Control-flow integrity failure in $<func>',
    hint: 'The function called a pointer whose type differs from the type of its target; the line names both.',
    end: TRACE_END,
  },
  {
    // ASSERT_RTNL() before 5.10, fs/xfs/xfs_message.c, fs/jbd2/journal.c and fs/ext4: assertions with a trace of their own.
    id: 'linux-assertion',
    pattern:
      /RTNL: assertion failed at|XFS(?: \([^)]*\))?: Assertion failed: |Assertion failure in [a-z_0-9]+\(\) at /,
    title: 'Assertion failed in the kernel',
    hint: 'The line names the condition or its place; the trace below shows who broke it.',
    guilty: { place: 'caller', title: 'Assertion failed in $<func>' },
  },
  {
    id: 'linux-stack-unwind',
    pattern:
      /WARNING: (?:kernel stack (?:regs|frame pointer) at|stack (?:recursion on stack type|going in the wrong direction)|can't (?:access|dereference) (?:iret )?registers at|unrecognized unwind stack type)/,
    title: 'Stack unwinder found a bad frame',
    hint: 'The stack or its unwind data is damaged; look for an earlier memory error or assembly without annotations.',
  },
  {
    id: 'linux-warning',
    pattern:
      /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ )?at (?<file>[A-Za-z0-9_./-]+):[0-9]+ (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
    title: 'WARNING in $<func> ($<file>)',
    hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
    end: TRACE_END,
    guilty: { place: 'caller' },
  },
  {
    id: 'linux-warning-new',
    pattern:
      /WARNING: (?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+):[0-9]+ at (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]*, CPU#/,
    title: 'WARNING in $<func> ($<file>)',
    hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
    end: TRACE_END,
    guilty: { place: 'caller' },
  },
  {
    id: 'linux-warning-bare',
    pattern:
      /WARNING: (?:(?:CPU: [0-9]+ PID: [0-9]+ )?at )?(?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+\.(?:[chS]|rs)):[0-9]+/,
    title: 'WARNING at $<file>',
    hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
    end: TRACE_END,
    guilty: { place: 'fault', title: 'WARNING in $<func> ($<file>)' },
  },
]);
