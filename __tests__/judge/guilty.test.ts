/** Titles name the function at fault, however the kernel and the architecture print their reports. */

import { describe, expect, test } from '@jest/globals';
import { LISTED_OF_A_KIND } from '../../src/judge/findings.ts';
import { framesOf, wordsOf } from '../../src/judge/guilty/frame.ts';
import {
  DISPATCHERS,
  ENTRIES,
  GATHERING,
  HELPERS,
  INTERRUPT_ENTRIES,
  memberOf,
  SLEEPERS,
  STALL_FINDERS,
  STALL_GATHERING,
} from '../../src/judge/guilty/helpers.ts';
import { LogReader } from '../../src/judge/log.ts';
import { endOfLog, judge, out, rules } from '../support/rules.ts';

/** What `run` and `diagnose` call the report; both have to agree. */
function titleOf(lines: readonly string[]): string | undefined {
  const log = `${lines.join('\n')}\n`;
  const { verdict } = judge(rules(['never']), [out(1, log), endOfLog(2)]);
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(log));
  const { title, fingerprint } = reader.end().diagnosis ?? {};
  expect({ title: verdict.cause?.title, fingerprint: verdict.cause?.fingerprint }).toEqual({
    title,
    fingerprint,
  });
  return title;
}

describe('a line of a trace', () => {
  test.each([
    ['x86', ' driver_probe+0x12/0x30 [mod]', ['driver_probe']],
    ['x86 before 4.11', ' [<ffffffff81234567>] driver_probe+0x12/0x30', ['driver_probe']],
    ['x86, not sure', ' ? driver_probe+0x12/0x30', ['driver_probe?']],
    ['x86, where the CPU is', 'RIP: 0010:driver_probe+0x12/0x30', ['driver_probe!']],
    [
      'x86 before 4.11, where it is',
      'RIP: 0010:[<ffffffff81>]  [<ffffffff81>] driver_probe+0x12/0x30',
      ['driver_probe!'],
    ],
    ['i386, where it is', 'EIP is at driver_probe+0x12/0x30', ['driver_probe!']],
    ['in a program', 'RIP: 0033:0x4cb420', []],
    [
      'arm',
      '[<c0100000>] (driver_probe) from [<c0200000>] (really_probe+0x12/0x30)',
      ['driver_probe', 'really_probe'],
    ],
    ['arm since 5.18', ' driver_probe from really_probe+0x12/0x30', ['driver_probe', 'really_probe']],
    ['arm, where it is', 'PC is at driver_probe+0x12/0x30', ['driver_probe!']],
    ['arm64, where it is', 'pc : driver_probe+0x12/0x30', ['driver_probe!']],
    ['arm64, who called', 'lr : driver_probe+0x12/0x30', []],
    ['RISC-V, where it is', 'epc : driver_probe+0x12/0x30', ['driver_probe!']],
    ['RISC-V', '[<ffffffff80003a3e>] driver_probe+0x12/0x30', ['driver_probe']],
    [
      'PowerPC',
      '[c000000001234567] [c000000000123456] driver_probe+0x12/0x30 (unreliable)',
      ['driver_probe?'],
    ],
    ['PowerPC, where it is', 'NIP [c000000000123456] driver_probe+0x12/0x30', ['driver_probe!']],
    ['decoded', ' driver_probe (drivers/base/dd.c:12 (discriminator 1))', ['driver_probe']],
    ['decoded and inlined', ' driver_probe drivers/base/dd.c:12 [inline]', ['driver_probe']],
    ['split by the compiler', ' driver_probe.isra.0.cold+0x12/0x30', ['driver_probe']],
    ['a system call', ' __x64_sys_mount+0x12/0x30', ['mount']],
    ['the same of an old kernel', ' SyS_mount+0x12/0x30', ['mount']],
    ['no frame', 'Hardware name: QEMU Standard PC (Q35 + ICH9, 2009)', []],
    ['registers', 'RSP: 0018:ffff8800634c7c50  EFLAGS: 00010246', []],
  ])('%s', (_, text, wanted) => {
    const marks = framesOf(text).map(
      ({ func, kind, doubtful }) => `${func}${kind === 'instruction' ? '!' : ''}${doubtful ? '?' : ''}`,
    );
    expect(marks).toEqual(wanted);
  });

  test.each([
    ['[    1.000000] f+0x1/0x2', { text: 'f+0x1/0x2', caller: undefined }],
    ['[    1.000000][  T123] f+0x1/0x2', { text: 'f+0x1/0x2', caller: 'T123' }],
    ['<4>[    1.000000][    C0]  f+0x1/0x2', { text: ' f+0x1/0x2', caller: 'C0' }],
    ['2025-11-12T10:00:00Z [    1.000000] f', { text: 'f', caller: undefined }],
    ['f+0x1/0x2', { text: 'f+0x1/0x2', caller: undefined }],
  ])('without its prefix: %s', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});

describe('the title names', () => {
  const OOPS = 'BUG: kernel NULL pointer dereference, address: 0000000000000008';

  test.each<[string, string[], string]>([
    [
      'where the CPU was',
      [OOPS, 'RIP: 0010:foo_probe+0x1/0x2', 'Call Trace:', ' bar+0x1/0x2'],
      'NULL pointer dereference in foo_probe',
    ],
    [
      'who called a helper',
      [OOPS, 'RIP: 0010:memcpy+0x1/0x2', 'Call Trace:', ' foo_probe+0x1/0x2'],
      'NULL pointer dereference in foo_probe',
    ],
    [
      'who jumped to nowhere',
      [OOPS, 'RIP: 0010:0x0', 'Call Trace:', ' <TASK>', ' foo_probe+0x1/0x2'],
      'NULL pointer dereference in foo_probe',
    ],
    ['nobody when no line tells', [OOPS, 'Modules linked in:'], 'NULL pointer dereference'],
    [
      'nobody of a trace of helpers',
      [OOPS, 'RIP: 0010:memcpy+0x1/0x2', 'Call Trace:', ' do_syscall_64+0x1/0x2'],
      'NULL pointer dereference',
    ],
    [
      'frames that are certain first',
      [OOPS, 'Call Trace:', ' ? old_frame+0x1/0x2', ' foo_probe+0x1/0x2'],
      'NULL pointer dereference in foo_probe',
    ],
    [
      'the user of a sanitizer',
      [
        'BUG: KASAN: slab-use-after-free in __list_del_entry_valid+0x1/0x2',
        'Read of size 8',
        'Call Trace:',
        ' dump_stack_lvl+0x1/0x2',
        ' kasan_report+0x1/0x2',
        ' __list_del_entry_valid+0x1/0x2',
        ' foo_remove+0x1/0x2',
        'Allocated by task 1:',
        ' foo_probe+0x1/0x2',
      ],
      'KASAN: slab-use-after-free in foo_remove',
    ],
    [
      'who uses a reference counter wrongly',
      [
        'refcount_t: underflow; use-after-free.',
        'WARNING: CPU: 0 PID: 1 at lib/refcount.c:28 refcount_warn_saturate+0x1/0x2',
        'RIP: 0010:refcount_warn_saturate+0x1/0x2',
        'Call Trace:',
        ' foo_put+0x1/0x2',
      ],
      'refcount_t: underflow in foo_put',
    ],
    [
      'who a hung task waits for',
      [
        'INFO: task init:1 blocked for more than 120 seconds.',
        'Call Trace:',
        ' __schedule+0x1/0x2',
        ' schedule+0x1/0x2',
        ' rwsem_down_write_slowpath+0x1/0x2',
        ' foo_open+0x1/0x2',
      ],
      'Hung task: init in foo_open',
    ],
    [
      'what many hung tasks wait for',
      [
        'INFO: task init:1 blocked for more than 120 seconds.',
        'Call Trace:',
        ' __schedule+0x1/0x2',
        ' __mutex_lock+0x1/0x2',
        ' rtnl_lock+0x1/0x2',
        ' foo_ioctl+0x1/0x2',
      ],
      'Hung task: init in rtnl_lock',
    ],
    [
      'the loop that the dispatcher called',
      [
        'watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [a:1]',
        'RIP: 0010:inner+0x1/0x2',
        'Call Trace:',
        ' middle+0x1/0x2',
        ' foo_ioctl+0x1/0x2',
        ' vfs_ioctl+0x1/0x2',
        ' do_syscall_64+0x1/0x2',
      ],
      'Soft lockup in foo_ioctl',
    ],
    [
      'what the timer interrupted',
      [
        'rcu: INFO: rcu_preempt self-detected stall on CPU',
        'Call Trace:',
        ' <IRQ>',
        ' dump_stack+0x1/0x2',
        ' rcu_sched_clock_irq+0x1/0x2',
        ' tick_sched_timer+0x1/0x2',
        ' asm_sysvec_apic_timer_interrupt+0x1/0x2',
        ' </IRQ>',
        'RIP: 0010:inner+0x1/0x2',
        ' foo_work+0x1/0x2',
        ' process_one_work+0x1/0x2',
      ],
      'RCU stall (self-detected) in foo_work',
    ],
    [
      'who takes the lock that is too much',
      [
        'WARNING: possible circular locking dependency detected',
        'a/1 is trying to acquire lock:',
        '(&a){+.+.}, at: [<ffffffff81000000>] foo_lock_it+0x1/0x2',
        'but task is already holding lock:',
        '(&b){+.+.}, at: [<ffffffff81000000>] bar+0x1/0x2',
      ],
      'lockdep: possible circular locking dependency in foo_lock_it',
    ],
    [
      'both sides of a race',
      ['BUG: KCSAN: data-race in foo_read / foo_write'],
      'KCSAN: data-race in foo_read / foo_write',
    ],
    [
      'who allocated a page that is bad',
      [
        'BUG: Bad page state in process a  pfn:1',
        'page last allocated via order 0, migratetype Unmovable',
        ' get_page_from_freelist+0x1/0x2',
        ' foo_alloc_ring+0x1/0x2',
        ' foo_probe+0x1/0x2',
        'page last free stack trace:',
        ' bar+0x1/0x2',
      ],
      'Bad page state, allocated in foo_probe',
    ],
    [
      'who leaked memory',
      [
        'BUG: memory leak',
        'unreferenced object 0xffff88800a (size 64):',
        '  backtrace (crc 1234):',
        '    kmalloc_trace+0x1/0x2',
        '    foo_probe+0x1/0x2',
      ],
      'kmemleak: memory leak, allocated in foo_probe',
    ],
  ])('%s', (_, lines, title) => {
    expect(titleOf(lines)).toBe(title);
  });

  test('what its own task or CPU printed, of lines that are mixed', () => {
    const lines = [
      '[1.0][   T1] BUG: kernel NULL pointer dereference, address: 08',
      '[1.0][   T2] RIP: 0010:wrong+0x1/0x2',
      '[1.0][   T1] RIP: 0010:foo_probe+0x1/0x2',
    ];
    expect(titleOf(lines)).toBe('NULL pointer dereference in foo_probe');
  });

  test('the function of each finding, not only of the one that decides', () => {
    const log = [
      OOPS,
      'RIP: 0010:first+0x1/0x2',
      '---[ end trace 0 ]---',
      'BUG: soft lockup - CPU#0 stuck for 26s!',
      'RIP: 0010:second+0x1/0x2',
      '',
    ].join('\n');
    const { verdict } = judge(rules(['never']), [out(1, log), endOfLog(2)]);
    expect(verdict.findings.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['NULL pointer dereference in first', 'Soft lockup in second']),
    );
  });
});

test.each([
  ['that a module asks for', 'Fatal: my device is gone', 'linux-panic:Fatal:-my-device-is-gone:my_probe'],
  ['of TDX', 'TDCALL 22 failed (Buggy TDX module!)', 'linux-panic-tdcall:my_probe'],
])('a panic %s has its trace', (_, reason, fingerprint) => {
  const frames = ['dump_stack_lvl+0x44/0x5c', 'panic+0x118/0x2f4', 'my_probe+0x16/0x20 [my]'];
  const lines = [
    `Kernel panic - not syncing: ${reason}`,
    'CPU: 0 PID: 83 Comm: insmod Tainted: G  O  6.12.0 #1',
    'Call Trace:',
    ' <TASK>',
    ...frames.map((frame) => ` ${frame}`),
    ' </TASK>',
    `---[ end Kernel panic - not syncing: ${reason} ]---`,
  ].map((line) => `[    1.000000] ${line}\n`);
  const { diagnosis } = judge(rules(['never']), [out(1, lines.join('')), endOfLog(2)]).verdict;
  expect(diagnosis).toMatchObject({ fingerprint, trace: frames });
});

describe('equal crashes', () => {
  const crash = (...lines: string[]): string | undefined =>
    judge(rules(['never']), [out(1, `${lines.join('\n')}\n`), endOfLog(2)]).verdict.diagnosis?.fingerprint;

  test('have one fingerprint, whatever task, address and kernel they were found with', () => {
    const old = crash(
      'INFO: task a:1 blocked for more than 120 seconds.',
      'Call Trace:',
      ' [<ffffffff81000000>] foo_open.isra.1+0x1/0x2',
    );
    const recent = crash(
      '[9.0][   T9] INFO: task b:2 blocked for more than 143 seconds.',
      '[9.0][   T9] Call Trace:',
      '[9.0][   T9]  foo_open+0x7/0x9',
    );
    expect([old, recent]).toEqual(['linux-hung-task:foo_open', 'linux-hung-task:foo_open']);
  });

  test('of another kind or place have another one', () => {
    expect(crash('BUG: KASAN: use-after-free in f+0x1/0x2')).toBe('linux-kasan:use-after-free:f');
    expect(crash('BUG: KASAN: out-of-bounds in f+0x1/0x2')).toBe('linux-kasan:out-of-bounds:f');
  });
});

describe('the tables of functions', () => {
  const TABLES = [
    ...HELPERS,
    ...SLEEPERS,
    ...GATHERING,
    ...ENTRIES,
    ...DISPATCHERS,
    ...STALL_FINDERS,
    ...STALL_GATHERING,
    ...INTERRUPT_ENTRIES,
  ];

  test.each(TABLES)('$reason', ({ names, reason }) => {
    expect(names).toMatch(/^[\w*?]+(?: [\w*?]+)*$/);
    expect(reason.length).toBeGreaterThan(10);
  });

  test.each([
    'foo_probe',
    'tcp_sendmsg',
    'ext4_writepages',
    'start_kernel',
    'kvm_vcpu_ioctl',
    'netif_rx',
    'do_mount',
  ])('no helper is %s', (func) => {
    expect(memberOf(HELPERS)(func)).toBe(false);
  });
});

test('a flood of reports costs no more than a few searches at a time', () => {
  const flood = 'BUG: soft lockup - CPU#0 stuck for 26s!\n'.repeat(20_000);
  const { verdict } = judge(rules(['never']), [out(1, flood), endOfLog(2)]);
  expect(verdict.findings.filter(({ kind }) => kind === 'signature')).toHaveLength(LISTED_OF_A_KIND);
});

describe('the stack of a dump, as crash(8) prints it', () => {
  const STACK = [
    ' #2 [ffffb8e5c01d7b28] panic at ffffffff9fa3d0f0',
    ' #3 [ffffb8e5c01d7ba8] oops_end at ffffffff9f02b3a5',
    ' #6 [ffffb8e5c01d7c50] asm_exc_page_fault at ffffffff9fc00bc2',
    '    [exception RIP: vmx_vcpu_load_vmcs+324]',
    ' #7 [ffffb8e5c01d7d30] vmx_vcpu_load at ffffffffc0d2b2a0 [kvm_intel]',
  ];

  function read(lines: readonly string[]): string | undefined {
    const reader = new LogReader('mixed');
    reader.push(Buffer.from(`${lines.join('\n')}\n`));
    return reader.end().diagnosis?.title;
  }

  test('names the function at which the exception was', () => {
    expect(STACK.flatMap(framesOf).map(({ func }) => func)).toEqual([
      ...['panic', 'oops_end', 'asm_exc_page_fault', 'vmx_vcpu_load_vmcs', 'vmx_vcpu_load'],
    ]);
    expect(read(STACK)).toBe('A kernel printed a trace: vmx_vcpu_load_vmcs, and no line says why');
  });

  test('and the panic that the dump’s head tells is in that function', () => {
    const head = '       PANIC: "BUG: unable to handle kernel NULL pointer dereference at 0000000000000008"';
    expect(read([head, ...STACK])).toBe('NULL pointer dereference in vmx_vcpu_load_vmcs');
  });
});
