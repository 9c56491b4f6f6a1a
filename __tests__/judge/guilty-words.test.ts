/** What a kernel's report tells beside its trace: the work item, the locks, the task; and what a trace is of that has lost its first line. */

import { describe, expect, test } from '@jest/globals';
import { read } from './log/reading.ts';

describe('the title of a report has', () => {
  test.each<[string, string[], string]>([
    [
      'the work item that a worker ran, where no frame may be blamed',
      [
        '[   27.285351] rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 0-... } 6 jiffies s: 85 root: 0x1/.',
        '[   27.290203] Workqueue: events_unbound flux_check [flux]',
        '[   27.291091] Call Trace:',
        '[   27.292109]  __schedule+0x246/0x5c0',
        '[   27.292990]  process_one_work+0x23c/0x3f0',
      ],
      'RCU stall in flux_check',
    ],
    [
      'where the CPU was, where it loops in a dispatcher and nothing else is known',
      [
        '[   12.0] rcu: INFO: rcu_preempt self-detected stall on CPU',
        '[   12.1] RIP: 0010:handle_softirqs+0x8b/0x2a0',
      ],
      'RCU stall (self-detected) in handle_softirqs',
    ],
    [
      'both locks',
      [
        '[  131.616294] WARNING: possible circular locking dependency detected',
        '[  131.623135] ffffc23643103dc8 (css_set_lock){..-.}-{2:2}, at: _raw_spin_lock_irqsave+0x1c/0x30',
        '[  131.627142] ffff0a1acd9b1198 (&sighand->siglock){....}-{2:2}, at: _raw_spin_lock_irq+0x1c/0x30',
      ],
      'lockdep: possible circular locking dependency: css_set_lock and &sighand->siglock',
    ],
    [
      'the program that was PID 1, and its status',
      [
        '[    4.49] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100',
        '[    4.49] CPU: 0 PID: 1 Comm: switch_root Not tainted 6.12.0 #1',
      ],
      'Kernel panic: init (switch_root) ended with status 0x01',
    ],
  ])('%s', (_, lines, title) => {
    expect(read(lines).diagnosis?.title).toBe(title);
  });
});

describe('a trace whose first line is not in the log', () => {
  const LOST = ', by the functions of the trace: the line that tells is not in the log';

  test.each<[string, string[], string, string]>([
    [
      'is of the exception that was entered, and of the function below',
      [
        '[   58.4] Call Trace:',
        '[   58.5] ? die_addr+0x3c/0xa0',
        '[   58.6] ? exc_general_protection+0x1c5/0x3d0',
        '[   58.7] ? asm_exc_general_protection+0x2b/0x30',
        '[   58.8] ? flux_wake+0x58/0x170',
        '[   58.9] flux_interrupt+0x52/0xb0',
      ],
      'linux-general-protection',
      `General protection fault in flux_wake${LOST}`,
    ],
    [
      'is of BUG() or WARN(), where the CPU stopped at their instruction',
      ['[   83.5] RIP: 0010:flux_free+0x74/0x140', '[   83.6] Code: d0 00 00 <0f> 0b 4d 8b ad 00 03'],
      'linux-kernel-bug',
      `BUG or WARNING in flux_free${LOST}`,
    ],
    [
      'names the innermost function, where that is all',
      [
        '[   43.92] [<c038e440>] (flux_walk) from [<c038eb30>] (flux_gc+0x4c/0x68)',
        '[   43.93] [<c038eb30>] (flux_gc) from [<c0390290>] (call_timer_fn+0x74/0x118)',
      ],
      'trace-at-end',
      'The log ends in the trace of a kernel: flux_walk, and no line says why',
    ],
  ])('%s', (_, lines, cause, title) => {
    expect(read(lines).diagnosis).toMatchObject({ cause, title });
  });

  test('is of nothing known, where only frames of the kernel are in it', () => {
    const { diagnosis } = read([
      '[   1.0] Call Trace:',
      '[   1.1]  flux_a+0x1/0x2',
      '[   1.2]  flux_b+0x1/0x2',
    ]);
    expect(diagnosis?.cause).toBe('unknown');
  });
});
