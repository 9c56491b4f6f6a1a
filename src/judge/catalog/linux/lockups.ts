/** What a Linux kernel prints when it makes no progress: lockups, stalls, hung tasks. */

import { sharing } from '../sharing.ts';

export const LOCKUPS = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-soft-lockup',
    pattern: /BUG: soft lockup - CPU#[0-9]+ stuck for/,
    title: 'Soft lockup',
    hint: 'A CPU did not schedule for 20 s and more. On a loaded host or under TCG the vCPU may simply have been starved: check the host first.',
    guilty: { place: 'stall', title: 'Soft lockup in $<func>' },
  },
  {
    id: 'linux-hard-lockup',
    pattern: /detected hard LOCKUP on cpu/,
    title: 'Hard lockup',
    hint: 'A CPU took no interrupts for seconds: it spins with interrupts off, or the host did not run the vCPU.',
    guilty: { place: 'stall', title: 'Hard lockup in $<func>' },
  },
  {
    id: 'linux-workqueue-lockup',
    pattern: /BUG: workqueue lockup/,
    title: 'Workqueue lockup',
    hint: 'No worker made progress; "Showing busy workqueues" below names the stuck work.',
  },
  {
    id: 'linux-hung-task',
    pattern:
      /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*)(?:[^A-Za-z_.-].*)? blocked (?:in I\/O wait )?for more than/,
    title: 'Hung task: $<task>',
    hint: 'The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.',
    guilty: { place: 'hang', title: 'Hung task: $<task> in $<func>' },
  },
  {
    // The name of the task may hold a line end: then its line begins in the middle.
    id: 'linux-hung-task-unnamed',
    pattern: /:[0-9]+ blocked (?:in I\/O wait )?for more than [0-9]+ seconds/,
    title: 'Hung task',
    hint: 'The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.',
    guilty: { place: 'hang', title: 'Hung task in $<func>' },
  },
  {
    id: 'linux-undying-task',
    pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*)(?:[^A-Za-z_.-].*)? can't die for more than/,
    title: 'Task that cannot die: $<task>',
    hint: 'The task was killed but waits without end in the kernel; its stack is below.',
    guilty: { place: 'hang', title: 'Task that cannot die: $<task> in $<func>' },
  },
  {
    id: 'linux-rcu-self-stall',
    pattern: /INFO: rcu.* self-detected stall on CPU/,
    title: 'RCU stall (self-detected)',
    hint: 'This CPU looped without a quiescent state, or its vCPU was not run by the host. The stack below shows what it did.',
    guilty: { place: 'stall', title: 'RCU stall (self-detected) in $<func>' },
  },
  {
    id: 'linux-rcu-stall',
    pattern: /rcu.* detected (?:expedited )?stalls? on /,
    title: 'RCU stall',
    hint: 'A CPU or task blocks RCU, or a vCPU was not run by the host. The stacks below show what it did.',
    guilty: { place: 'stall', title: 'RCU stall in $<func>' },
  },
  {
    id: 'linux-rcu-starved',
    pattern: /kthread starved for [0-9]+ jiffies/,
    title: 'RCU kthread starved',
    hint: 'The RCU thread got no CPU time: real-time tasks hog the CPU, or the host is overloaded.',
  },
  {
    id: 'linux-rcu-timer',
    pattern: /kthread timer wakeup didn't happen for/,
    title: 'RCU timer wakeup did not happen',
    hint: 'Timer interrupts do not arrive: check the clock source, the local APIC timer and the load of the host.',
  },
  {
    id: 'linux-spinlock',
    pattern: /BUG: (?<what>(?:spin|rw)lock [a-z][a-z ]*[a-z])/,
    title: '$<what>',
    hint: 'Lock debugging found a lock that is held for too long, corrupted or released twice.',
    guilty: { place: 'caller', title: '$<what> in $<func>' },
  },
]);
