/**
 * What a trace is of whose first line was not recorded: the functions on top of it only report one kind of failure. Names are those of
 * Linux 3.10 to 7.1 (arch/x86/kernel/{traps,dumpstack}.c, kernel/{panic,watchdog,hung_task}.c, kernel/rcu/tree_stall.h, lib/ubsan.c,
 * mm/{oom_kill,page_alloc,slub}.c, kernel/locking/lockdep.c, kernel/sched/core.c).
 */

import type { Frame } from './frame.ts';
import { type Helpers, memberOf } from './helpers.ts';

/** What a trace is of, by the functions that report it. */
export interface Reported {
  /** The row of the catalog that knows the line that should stand above. */
  readonly row: string;
  /** In words that `in some_function` can follow. */
  readonly is: string;
}

/** The first that has one of the frames counts. */
const REPORTERS: readonly (Reported & Pick<Helpers, 'names'>)[] = [
  {
    row: 'linux-rcu-self-stall',
    is: 'RCU stall',
    names: 'rcu_dump_cpu_stacks print_cpu_stall print_other_cpu_stall',
  },
  { row: 'linux-soft-lockup', is: 'Soft lockup', names: 'watchdog_timer_fn' },
  {
    row: 'linux-hard-lockup',
    is: 'Hard lockup',
    names: 'watchdog_overflow_callback watchdog_hardlockup_check',
  },
  { row: 'linux-kasan-other', is: 'KASAN report', names: 'kasan_report* kasan_report_invalid_free' },
  { row: 'linux-ubsan', is: 'UBSAN report', names: 'ubsan_handle_* ubsan_epilogue' },
  {
    row: 'linux-sleeping-function',
    is: 'Sleeping function called from invalid context',
    names: 'might_resched might_sleep',
  },
  { row: 'linux-scheduling-atomic', is: 'Scheduling while atomic', names: 'schedule_bug' },
  {
    row: 'linux-lockdep-circular',
    is: 'lockdep: possible circular locking dependency',
    names: 'print_circular_bug*',
  },
  { row: 'linux-lockdep-recursive', is: 'lockdep: possible recursive locking', names: 'print_deadlock_bug' },
  { row: 'linux-lockdep-inconsistent', is: 'lockdep: inconsistent lock state', names: 'print_usage_bug*' },
  { row: 'linux-rcu-usage', is: 'Suspicious RCU usage', names: 'lockdep_rcu_suspicious' },
  { row: 'linux-bad-page', is: 'Bad page state', names: 'bad_page' },
  { row: 'linux-oom-constraint', is: 'OOM killer', names: 'oom_kill_process dump_header out_of_memory' },
  { row: 'linux-page-allocation', is: 'Page allocation failure', names: 'warn_alloc warn_alloc_failed' },
  { row: 'linux-warning', is: 'WARNING', names: 'warn warn_slowpath_*' },
  { row: 'linux-double-fault', is: 'Double fault', names: 'double_fault asm_exc_double_fault df_debug' },
  {
    row: 'linux-general-protection',
    is: 'General protection fault',
    names: 'general_protection asm_exc_general_protection die_addr',
  },
  { row: 'linux-divide-error', is: 'Divide error', names: 'divide_error asm_exc_divide_error' },
  { row: 'linux-stack-segment', is: 'Stack segment fault', names: 'stack_segment asm_exc_stack_segment' },
  { row: 'linux-int3', is: 'Unexpected breakpoint (int3)', names: 'int3 asm_exc_int3' },
  {
    row: 'linux-kernel-bug',
    is: 'BUG or WARNING',
    names: 'invalid_op asm_exc_invalid_op bug_handler bug_brk_handler',
  },
  {
    row: 'linux-page-fault',
    is: 'Bad access to memory',
    names: 'page_fault_oops no_context die_kernel_fault kernelmode_fixup_or_oops',
  },
];
const KINDS = REPORTERS.map(({ names, ...reported }) => ({
  reported,
  has: memberOf([{ names, reason: reported.is }]),
}));

const TRAP = KINDS.find(({ reported }) => reported.row === 'linux-kernel-bug');

/**
 * @param isTrapped the CPU stopped at the instruction of BUG() and WARN()
 * @returns undefined where the trace may be of anything
 */
export function reportedBy(frames: readonly Frame[], isTrapped: boolean): Reported | undefined {
  const kind = KINDS.find(({ has }) => frames.some(({ func }) => has(func)));
  return (kind ?? (isTrapped ? TRAP : undefined))?.reported;
}
