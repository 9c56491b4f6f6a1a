/** Real lines for the catalog's linux/sanitizers.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const SANITIZERS: readonly Golden[] = [
  {
    id: 'linux-kcsan',
    line: '[    1.200000] BUG: KCSAN: assert: race in do_work+0x12/0x30',
    title: 'KCSAN: assert: race in do_work',
    source: 'kernel/kcsan/report.c',
  },
  {
    id: 'linux-slub-track',
    line: '[    1.200000] INFO: Freed in do_work+0x12/0x30 age=624 cpu=0 pid=3',
    title: 'Slab report of an object of do_work',
    source: 'mm/slub.c print_track(), before Linux 5.12',
  },
  {
    id: 'linux-slub-track',
    line: '[    1.200000] Allocated in do_work+0x12/0x30 age=624 cpu=0 pid=3',
    title: 'Slab report of an object of do_work',
    source: 'mm/slub.c print_track()',
  },
  {
    id: 'linux-kasan',
    line: '[   95.152992] BUG: KASAN: use-after-free in snd_seq_queue_alloc+0x670/0x690 at addr ffff8801d0c6b080',
    title: 'KASAN: use-after-free in snd_seq_queue_alloc',
    source: `${SYZ}/8`,
  },
  {
    id: 'linux-kasan',
    line: '[   96.262735] BUG: KASAN: double-free or invalid-free in selinux_tun_dev_free_security+0x15/0x20',
    title: 'KASAN: double-free or invalid-free in selinux_tun_dev_free_security',
    source: `${SYZ}/5`,
  },
  {
    id: 'linux-kasan-other',
    line: '[   95.152992] BUG: KASAN: null-ptr-deref',
    title: 'KASAN: null-ptr-deref',
    source: 'mm/kasan/report.c, cut line',
  },
  {
    id: 'linux-kcsan',
    line: '[   44.379001][    C4] BUG: KCSAN: data-race in find_next_bit / rcu_report_exp_cpu_mult',
    title: 'KCSAN: data-race in find_next_bit / rcu_report_exp_cpu_mult',
    source: `${SYZ}/427`,
  },
  {
    id: 'linux-kmsan',
    line: '[  370.748447][ T8537] BUG: KMSAN: uninit-value in prepend_path+0x4ff/0x12b0',
    title: 'KMSAN: uninit-value in prepend_path',
    source: `${SYZ}/633`,
  },
  {
    id: 'linux-kfence',
    line: '[  221.219706][ T9991] BUG: KFENCE: use-after-free read in memcmp+0x57/0x150',
    title: 'KFENCE: use-after-free read in memcmp',
    source: `${SYZ}/590`,
  },
  {
    id: 'linux-ubsan',
    line: '[    4.556972] UBSAN: Undefined behaviour in drivers/usb/core/devio.c:1517:25',
    title: 'UBSAN: Undefined behaviour in drivers/usb/core/devio.c',
    source: `${SYZ}/40`,
  },
  {
    id: 'linux-ubsan',
    line: '[    4.556972] UBSAN: array-index-out-of-bounds in drivers/net/foo.c:12:3',
    title: 'UBSAN: array-index-out-of-bounds in drivers/net/foo.c',
    source: 'lib/ubsan.c',
  },
  {
    id: 'linux-kmemleak',
    line: '[  612.000001] kmemleak: 3 new suspected memory leaks (see /sys/kernel/debug/kmemleak)',
    title: 'kmemleak: suspected memory leaks',
    source: 'mm/kmemleak.c kmemleak_scan()',
  },
  {
    id: 'linux-kmemleak-object',
    line: 'unreferenced object 0xffff880039a55260 (size 64): ',
    title: 'kmemleak: unreferenced object',
    source: `${SYZ}/51`,
  },
  {
    id: 'linux-slub',
    line: '[  367.131148] BUG kmalloc-8 (Tainted: G    B         ): Object already free',
    title: 'Slab corruption in kmalloc-8: Object already free',
    source: `${SYZ}/82`,
  },
  {
    id: 'linux-slub',
    line: '** 2395 printk messages dropped ** [   96.027166] BUG fasync_cache (Not tainted): kasan: bad access detected',
    title: 'Slab corruption in fasync_cache: kasan',
    source: `${SYZ}/132`,
  },
  {
    id: 'linux-usercopy',
    line: "[  237.819912] usercopy: Kernel memory overwrite attempt detected to SLAB object 'names_cache' (offset 4104, size 2)!",
    title: 'usercopy: kernel memory overwrite attempt',
    source: `${SYZ}/329`,
  },
  {
    id: 'linux-list-corruption',
    line: '[  440.811510] list_del corruption. prev->next should be 00000000bc6553ca, but was 0000000038fa8131',
    title: 'list_del corruption',
    source: `${SYZ}/183`,
  },
  {
    id: 'linux-refcount',
    line: '[   44.461565] refcount_t: underflow; use-after-free.',
    title: 'refcount_t: underflow',
    source: `${SYZ}/157`,
  },
  {
    id: 'linux-refcount',
    line: '[  359.890494] refcount_t: increment on 0; use-after-free.',
    title: 'refcount_t: increment on 0',
    source: `${SYZ}/158`,
  },
  {
    id: 'linux-ref-tracker',
    line: '[   51.816094][ T3598] ref_tracker: reference already released.',
    title: 'ref_tracker: leaked or double released reference',
    source: 'lib/ref_tracker.c ref_tracker_free()',
  },
];
