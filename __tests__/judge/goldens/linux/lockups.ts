/** Real lines for the catalog's linux/lockups.ts. */

import { type Golden, SYZ } from '../golden.ts';

export const LOCKUPS: readonly Golden[] = [
  {
    id: 'linux-hung-task-unnamed',
    line: '[  250.000000][   T41] (:18088 blocked for more than 143 seconds.',
    title: 'Hung task',
    source: 'kernel/hung_task.c, of a task with a line end in its name',
  },
  {
    id: 'linux-rcu-stall',
    line: '[  250.000000] INFO: rcu_sched_state detected stall on CPU 0 (t=15000 jiffies)',
    title: 'RCU stall',
    source: 'kernel/rcutree.c, Linux 3.0',
  },
  {
    id: 'linux-soft-lockup',
    line: '[  536.429346] NMI watchdog: BUG: soft lockup - CPU#1 stuck for 11s! [syz-executor7:16813]',
    title: 'Soft lockup',
    source: `${SYZ}/7`,
  },
  {
    id: 'linux-hard-lockup',
    line: '[   40.010203][    C1] watchdog: Watchdog detected hard LOCKUP on cpu 1',
    title: 'Hard lockup',
    source: 'kernel/watchdog.c watchdog_hardlockup_check()',
  },
  {
    id: 'linux-workqueue-lockup',
    line: '[   72.159680] BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=0 stuck for 32s!',
    title: 'Workqueue lockup',
    source: `${SYZ}/94`,
  },
  {
    id: 'linux-hung-task',
    line: '[  615.391254] INFO: task syz-executor5:10045 blocked for more than 120 seconds.',
    title: 'Hung task: syz-executor',
    source: `${SYZ}/70`,
  },
  {
    id: 'linux-hung-task',
    line: '[  242.000000][   T29] INFO: task kworker/u8:3:1234 blocked in I/O wait for more than 120 seconds.',
    title: 'Hung task: kworker',
    source: 'kernel/hung_task.c',
  },
  {
    id: 'linux-undying-task',
    line: "[  440.207852][ T1045] INFO: task syz-executor.1:12632 can't die for more than 143 seconds. ",
    title: 'Task that cannot die: syz-executor.',
    source: `${SYZ}/482`,
  },
  {
    id: 'linux-rcu-self-stall',
    line: '[  328.823841] rcu: INFO: rcu_preempt self-detected stall on CPU',
    title: 'RCU stall (self-detected)',
    source: `${SYZ}/268`,
  },
  {
    id: 'linux-rcu-stall',
    line: '[  277.781045] INFO: rcu_sched detected stalls on CPUs/tasks:',
    title: 'RCU stall',
    source: `${SYZ}/57`,
  },
  {
    id: 'linux-rcu-stall',
    line: '[   72.159680] INFO: rcu_sched detected expedited stalls on CPUs/tasks: {',
    title: 'RCU stall',
    source: `${SYZ}/63`,
  },
  {
    id: 'linux-rcu-starved',
    line: '[  328.844567] rcu: rcu_preempt kthread starved for 10492 jiffies! g12045 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x0 ->cpu=0',
    title: 'RCU kthread starved',
    source: `${SYZ}/268`,
  },
  {
    id: 'linux-rcu-timer',
    line: "[  328.844567] rcu: rcu_preempt kthread timer wakeup didn't happen for 10491 jiffies! g12045 f0x0 RCU_GP_WAIT_FQS(5) ->state=0x402",
    title: 'RCU timer wakeup did not happen',
    source: 'kernel/rcu/tree_stall.h',
  },
  {
    id: 'linux-spinlock',
    line: '[   72.159680] BUG: spinlock lockup suspected on CPU#2, syz-executor/12636',
    title: 'spinlock lockup suspected on',
    source: `${SYZ}/64`,
  },
  {
    id: 'linux-spinlock',
    line: '[   72.159680] BUG: spinlock bad magic on CPU#0, swapper/0/1',
    title: 'spinlock bad magic on',
    source: 'kernel/locking/spinlock_debug.c',
  },
];
