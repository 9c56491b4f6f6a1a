/** Real lines for the catalog's linux/lockdep.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const LOCKDEP: readonly Golden[] = [
  {
    id: 'linux-lockdep-circular',
    line: '[  127.532093] WARNING: possible circular locking dependency detected',
    title: 'lockdep: possible circular locking dependency',
    source: `${SYZ}/26`,
  },
  {
    id: 'linux-lockdep-recursive',
    line: '[   48.981019] [ INFO: possible recursive locking detected ]',
    title: 'lockdep: possible recursive locking',
    source: `${SYZ}/31`,
  },
  {
    id: 'linux-lockdep-irq-inversion',
    line: '[   44.025025] [ INFO: possible irq lock inversion dependency detected ]',
    title: 'lockdep: possible irq lock inversion',
    source: `${SYZ}/29`,
  },
  {
    id: 'linux-lockdep-unsafe-order',
    line: '[   60.101010] WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected',
    title: 'lockdep: irq-safe lock depends on an irq-unsafe lock',
    source: SYZ,
  },
  {
    id: 'linux-lockdep-inconsistent',
    line: '[    0.000000][    C0] WARNING: inconsistent lock state',
    title: 'lockdep: inconsistent lock state',
    source: `${SYZ}/543`,
  },
  {
    id: 'linux-lockdep-wait-context',
    line: '[  513.625024][ T4448] [ BUG: Invalid wait context ]',
    title: 'lockdep: invalid wait context',
    source: `${SYZ}/528`,
  },
  {
    id: 'linux-lockdep-unlock-balance',
    line: '[   46.573327] [ BUG: bad unlock balance detected! ]',
    title: 'lockdep: bad unlock balance',
    source: `${SYZ}/102`,
  },
  {
    id: 'linux-lockdep-held-freed',
    line: '[   25.061864] WARNING: held lock freed!',
    title: 'lockdep: held lock freed',
    source: `${SYZ}/150`,
  },
  {
    id: 'linux-lockdep-still-held',
    line: '[  826.525201][ T4398] WARNING: syz-fuzzer/4398 still has locks held!',
    title: 'lockdep: lock held when leaving the kernel',
    source: `${SYZ}/532`,
  },
  {
    id: 'linux-lockdep-still-held',
    line: '[  197.073115] WARNING: lock held when returning to user space!',
    title: 'lockdep: lock held when leaving the kernel',
    source: `${SYZ}/257`,
  },
  {
    id: 'linux-lockdep-nested',
    line: '[ 1078.042081][ T3315] WARNING: Nested lock was not taken',
    title: 'lockdep: nested lock was not taken',
    source: `${SYZ}/655`,
  },
  {
    id: 'linux-lockdep-key',
    line: 'syzkaller login: [   16.305150] INFO: trying to register non-static key.',
    title: 'lockdep: lock used before initialisation',
    source: `${SYZ}/118`,
  },
  {
    id: 'linux-lockdep-limit',
    line: '[  300.000000] BUG: MAX_STACK_TRACE_ENTRIES too low!',
    title: 'lockdep: MAX_STACK_TRACE_ENTRIES too low',
    source: SYZ,
  },
  {
    id: 'linux-rcu-usage',
    line: 'START: [   37.540478] [ INFO: suspicious RCU usage. ]',
    title: 'Suspicious RCU usage',
    source: `${SYZ}/35`,
  },
];
