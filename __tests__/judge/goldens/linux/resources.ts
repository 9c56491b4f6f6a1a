/** Real lines for the catalog's linux/resources.ts. */

import type { Golden } from '../golden.ts';

export const RESOURCES: readonly Golden[] = [
  {
    id: 'linux-memory-failure',
    line: '[  896.182892] mce: Uncorrected hardware memory error in user-access at 82080a5669600',
    title: 'Machine check: memory has an error that cannot be corrected (82080a5669600)',
    source: 'notes on #MC in a TD, 5.10.60-tdx; arch/x86/kernel/cpu/mce/core.c kill_me_maybe()',
  },
  {
    id: 'linux-memory-failure',
    line: '[  896.778125] Memory failure: 0x80a5669: recovery action for clean unevictable LRU page: Failed',
    title: 'Machine check: memory has an error that cannot be corrected (0x80a5669)',
    source: 'the same; mm/memory-failure.c action_result()',
  },
  {
    id: 'linux-oom-kill',
    line: '[   20.000000] Out of memory: Killed process 221 (python3) total-vm:2048000kB, anon-rss:480000kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:1000kB oom_score_adj:0',
    title: 'Out of memory: killed python',
    source: 'mm/oom_kill.c __oom_kill_process()',
  },
  {
    id: 'linux-oom-kill-cgroup',
    line: '[   20.000000] Memory cgroup out of memory: Killed process 300 (stress) total-vm:2048000kB, anon-rss:480000kB',
    title: 'Out of memory in its cgroup: killed stress',
    source: 'mm/memcontrol.c',
  },
  {
    id: 'linux-oom-constraint',
    line: '[   20.000000] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/,task=python3,pid=221,uid=0',
    title: 'OOM killer ran (CONSTRAINT_NONE)',
    source: 'mm/oom_kill.c dump_oom_summary()',
  },
  {
    id: 'linux-page-allocation',
    line: '[    1.500000] swapper/0: page allocation failure: order:9, mode:0xcc0(GFP_KERNEL), nodemask=(null),cpuset=/,mems_allowed=0',
    title: 'Page allocation failure (order 9)',
    source: 'mm/page_alloc.c warn_alloc()',
  },
  {
    id: 'linux-initramfs-unpack',
    line: '[    0.712345] Initramfs unpacking failed: invalid magic at start of compressed archive',
    title: 'Initramfs unpacking failed: invalid magic at start of compressed archive',
    source: 'init/initramfs.c',
  },
  {
    id: 'linux-disk-error',
    line: '[    9.990000] I/O error, dev vda, sector 2048 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2',
    title: 'I/O error on disk vd*',
    source: 'block/blk-mq.c blk_print_req_error()',
  },
  {
    id: 'linux-ext4-error',
    line: '[   12.345678] EXT4-fs error (device vda1): ext4_lookup:1785: inode #2: comm init: deleted inode referenced: 12',
    title: 'EXT4 error on vda*',
    source: 'fs/ext4/super.c __ext4_error_inode()',
  },
  {
    id: 'linux-irq-nobody-cared',
    line: '[   12.345678] irq 16: nobody cared (try booting with the "irqpoll" option)',
    title: 'irq 16: nobody cared',
    source: 'kernel/irq/spurious.c __report_bad_irq()',
  },
  {
    id: 'linux-cpu-startup',
    line: '[   11.201000] smpboot: do_boot_cpu failed(-1) to wakeup CPU#1',
    title: 'CPU 1 of the guest did not start',
    source: 'arch/x86/kernel/smpboot.c native_kick_ap()',
  },
  {
    id: 'linux-cpu-startup',
    line: '[   10.260990] CPU3 failed to report alive state',
    title: 'CPU 3 of the guest did not start',
    source: 'kernel/cpu.c cpuhp_bp_sync_alive()',
  },
];
