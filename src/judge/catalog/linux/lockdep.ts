/** Reports of the kernel's lock and RCU checkers. */

import { sharing } from '../sharing.ts';

export const LOCKDEP = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-lockdep-circular',
    pattern: /possible circular locking dependency detected/,
    title: 'lockdep: possible circular locking dependency',
    hint: 'Two locks are taken in both orders; the two chains are printed below.',
    guilty: { place: 'lock', title: 'lockdep: possible circular locking dependency in $<func>' },
  },
  {
    id: 'linux-lockdep-recursive',
    pattern: /possible recursive locking detected/,
    title: 'lockdep: possible recursive locking',
    hint: 'A lock of a class that is already held is taken again; use a nesting class if that is intended.',
    guilty: { place: 'lock', title: 'lockdep: possible recursive locking in $<func>' },
  },
  {
    id: 'linux-lockdep-irq-inversion',
    pattern: /possible irq lock inversion dependency detected/,
    title: 'lockdep: possible irq lock inversion',
    hint: 'A lock used in interrupts depends on one that is taken with interrupts enabled.',
    guilty: { place: 'lock', title: 'lockdep: possible irq lock inversion in $<func>' },
  },
  {
    id: 'linux-lockdep-unsafe-order',
    pattern: /-unsafe lock order detected/,
    title: 'lockdep: irq-safe lock depends on an irq-unsafe lock',
    hint: 'Take the inner lock with interrupts disabled everywhere, or change the order.',
    guilty: { place: 'lock', title: 'lockdep: irq-safe lock depends on an irq-unsafe lock in $<func>' },
  },
  {
    id: 'linux-lockdep-inconsistent',
    pattern: /inconsistent lock state/,
    title: 'lockdep: inconsistent lock state',
    hint: 'A lock is taken both in interrupt context and with interrupts enabled.',
    guilty: { place: 'lock', title: 'lockdep: inconsistent lock state in $<func>' },
  },
  {
    id: 'linux-lockdep-wait-context',
    pattern: /BUG: Invalid wait context/,
    title: 'lockdep: invalid wait context',
    hint: 'A sleeping lock is taken inside a spinning one; matters on PREEMPT_RT.',
    guilty: { place: 'caller', title: 'lockdep: invalid wait context in $<func>' },
  },
  {
    id: 'linux-lockdep-unlock-balance',
    pattern: /bad unlock balance detected/,
    title: 'lockdep: bad unlock balance',
    hint: 'A lock is released that is not held.',
    guilty: { place: 'lock', title: 'lockdep: bad unlock balance in $<func>' },
  },
  {
    id: 'linux-lockdep-held-freed',
    pattern: /held lock freed!/,
    title: 'lockdep: held lock freed',
    hint: 'Memory that contains a held lock was freed or reinitialised.',
    guilty: { place: 'lock', title: 'lockdep: held lock freed in $<func>' },
  },
  {
    id: 'linux-lockdep-still-held',
    pattern: /still has locks held!|lock held when returning to user space!/,
    title: 'lockdep: lock held when leaving the kernel',
    hint: 'An error path returns without releasing the lock named below.',
    guilty: { place: 'lock', title: 'lockdep: lock held when leaving the kernel in $<func>' },
  },
  {
    id: 'linux-lockdep-nested',
    pattern: /Nested lock was not taken/,
    title: 'lockdep: nested lock was not taken',
    hint: 'mutex_lock_nest_lock() and friends need the outer lock to be held.',
    guilty: { place: 'caller', title: 'lockdep: nested lock was not taken in $<func>' },
  },
  {
    id: 'linux-lockdep-key',
    pattern: /INFO: trying to register non-static key/,
    title: 'lockdep: lock used before initialisation',
    hint: 'A lock in zeroed or stack memory was never initialised (or was freed).',
    guilty: { place: 'caller', title: 'lockdep: lock used before initialisation in $<func>' },
  },
  {
    id: 'linux-lockdep-limit',
    pattern: /BUG: (?<limit>MAX_[A-Z_]+) too low!/,
    title: 'lockdep: $<limit> too low',
    hint: 'lockdep switched itself off: later locking bugs stay unseen. Raise the CONFIG_LOCKDEP_*_BITS limit.',
  },
  {
    id: 'linux-rcu-usage',
    pattern: /suspicious RCU usage/,
    title: 'Suspicious RCU usage',
    hint: 'RCU protected data is read outside rcu_read_lock() or without the lock; the line below names the place.',
    guilty: { place: 'caller', title: 'Suspicious RCU usage in $<func>', skip: /rcu|kmem|slab/ },
  },
]);
