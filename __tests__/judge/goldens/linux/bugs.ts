/** Real lines for the catalog's linux/bugs.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const BUGS: readonly Golden[] = [
  {
    id: 'linux-scheduling-atomic',
    line: '[  185.479466] BUG: scheduling while atomic: syz-executor0/19425/0x00000000',
    title: 'Scheduling while atomic',
    source: `${SYZ}/75`,
  },
  {
    id: 'linux-sleeping-function',
    line: '[  130.789977] BUG: sleeping function called from invalid context at mm/slab.h:420',
    title: 'Sleeping function called from invalid context at mm/slab.h',
    source: `${SYZ}/202`,
  },
  {
    id: 'linux-bad-page',
    line: '[ 1722.511384] BUG: Bad page state in process syz-executor9  pfn:199e00',
    title: 'Bad page state',
    source: `${SYZ}/89`,
  },
  {
    id: 'linux-bad-page',
    line: '[   40.438790] BUG: Bad page map in process syz-executor6  pte:ffff8801a700ff00 pmd:1a700f067',
    title: 'Bad page map',
    source: `${SYZ}/85`,
  },
  {
    id: 'linux-bad-rss',
    line: '[ 2569.618120] BUG: Bad rss-counter state mm:ffff88005fac4300 idx:0 val:15',
    title: 'Bad rss-counter state',
    source: `${SYZ}/39`,
  },
  {
    id: 'linux-preemptible-percpu',
    line: '[   76.825838] BUG: using __this_cpu_add() in preemptible [00000000] code: syz-executor0/10076',
    title: '__this_cpu_add() in preemptible code',
    source: `${SYZ}/81`,
  },
  {
    id: 'linux-memory-leak',
    line: '[   30.240000] BUG: memory leak',
    title: 'kmemleak: memory leak',
    source: `${SYZ}/51; the tool that reads /sys/kernel/debug/kmemleak prints it`,
  },
  {
    id: 'linux-workqueue-leak',
    line: '[   52.362800] BUG: workqueue leaked lock or atomic: kworker/0:1/0x00000000/353',
    title: 'Workqueue leaked a lock',
    source: `${SYZ}/211`,
  },
  {
    id: 'linux-dentry-in-use',
    line: '[ 1722.511384] BUG: Dentry ffff880175978600{i=8bb9,n=lo}  still in use (1) [unmount of proc proc]',
    title: 'Dentry still in use at unmount',
    source: `${SYZ}/87`,
  },
  {
    id: 'linux-busy-inodes',
    line: 'VFS: Busy inodes after unmount of sda1. Self-destruct in 5 seconds.  Have a nice day...',
    title: 'VFS: busy inodes after unmount',
    source: `${SYZ}/684`,
  },
  {
    id: 'linux-close-count',
    line: 'VFS: Close: file count is 0',
    title: 'VFS: close of a file without references',
    source: `${SYZ}/683`,
  },
  {
    id: 'linux-netdevice-leak',
    line: '[  361.300009] unregister_netdevice: waiting for lo to become free. Usage count = 6',
    title: 'unregister_netdevice: lo is still referenced',
    source: `${SYZ}/74`,
  },
  {
    id: 'linux-bug',
    line: '[  501.000000] BUG: non-zero pgtables_bytes on freeing mm: 4096',
    title: 'BUG: non-zero pgtables_bytes on freeing mm',
    source: 'kernel/fork.c check_mm()',
  },
  {
    id: 'linux-oops',
    line: '[  772.919010] Oops: 0002 [#1] SMP DEBUG_PAGEALLOC KASAN',
    title: 'Kernel oops',
    source: `${SYZ}/0`,
  },
  {
    id: 'linux-oops',
    line: '[   17.577241][ T1878] Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI',
    title: 'Kernel oops',
    source: 'arch/x86/kernel/dumpstack.c __die_header(), 6.10 and newer',
  },
  {
    id: 'linux-warning',
    line: '[  237.726449] WARNING: CPU: 0 PID: 3081 at mm/slab_common.c:971 kmalloc_slab+0x5d/0x70',
    title: 'WARNING in kmalloc_slab (mm/slab_common.c)',
    source: `${SYZ}/153`,
  },
  {
    id: 'linux-warning',
    line: '[   50.583499] WARNING: CPU: 2 PID: 2636 at ipc/shm.c:162 shm_open.isra.5.part.6+0x74/0x80',
    title: 'WARNING in shm_open (ipc/shm.c)',
    source: `${SYZ}/22`,
  },
  {
    id: 'linux-warning',
    line: 'WARNING: CPU: 128 PID: 151022 at arch/x86/kvm/vmx/tdx.c:1494 tdx_mem_page_aug+0x102/0x1d0 [kvm_intel]',
    title: 'WARNING in tdx_mem_page_aug (arch/x86/kvm/vmx/tdx.c)',
    source: 'corpus case 62',
  },
  {
    id: 'linux-warning-new',
    line: '[  237.726449][  T112] WARNING: fs/jfs/jfs_dmap.c:2867 at dbAdjTree+0x454/0x4e0, CPU#0: jfsCommit/112',
    title: 'WARNING in dbAdjTree (fs/jfs/jfs_dmap.c)',
    source: `${SYZ}/744`,
  },
  {
    id: 'linux-warning-new',
    line: '[ 9877.700279][    C0] WARNING: [time_after(jiffies, timeout)] io_uring/io_uring.c:3026 at io_ring_exit_work+0x44c/0xbc0, CPU#0: kworker/u8:0/10040',
    title: 'WARNING in io_ring_exit_work (io_uring/io_uring.c)',
    source: `${SYZ}/999`,
  },
  {
    id: 'linux-stack-unwind',
    line: "[   26.148943] WARNING: kernel stack regs at         (ptrval) in syzkaller547737:4493 has bad 'bp' value         (ptrval)",
    title: 'Stack unwinder found a bad frame',
    source: `${SYZ}/245`,
  },
  {
    id: 'linux-warning-bare',
    line: '[   99.069428][ T6051] WARNING: lib/refcount.c:19 at 0x0, CPU#1: syz.3.20/6051',
    title: 'WARNING at lib/refcount.c',
    source: `${SYZ}/754`,
  },
  {
    id: 'linux-exited-atomic',
    line: '[    1.000000] note: cryptomgr_test[152] exited with preempt_count 1',
    title: 'A task died inside the kernel',
    source: 'flashbots/yocto-manifests#25',
  },
];
