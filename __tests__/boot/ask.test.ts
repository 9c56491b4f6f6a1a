/** A machine that hangs is asked before it is stopped, and no other. */

import { describe, expect, test } from '@jest/globals';
import { type Answers, asked } from '../../src/boot/ask.ts';
import { endOfLog, exit, judge, out, rules } from '../support/rules.ts';

const MISSED = judge(rules(['never']), [out(1, 'something\n'), endOfLog(2)]).verdict;
const TRACE = [
  '[   1.0] sysrq: Show backtrace of all active CPUs',
  '[   1.0]  dump_stack_lvl+0x1/0x2',
  '[   1.0]  serial8250_interrupt+0x1/0x2',
  '[   1.0]  asm_common_interrupt+0x1/0x2',
  '[   1.0]  ? maybe+0x1/0x2',
  '[   1.0]  foo_wait+0x1/0x2',
];

const vm = (answers: Answers, quietMs = 5000) => ({ quietMs, ask: async () => answers });
const cpus = ['CPU 0: RIP=ffffffff81000000 CPL=0, halted'];

async function added(verdict: typeof MISSED, answers: Answers, quietMs?: number): Promise<string[]> {
  const { diagnosis } = await asked(vm(answers, quietMs), verdict);
  return (diagnosis?.evidence ?? []).slice(verdict.diagnosis?.evidence.length).map(({ text }) => text);
}

describe('the diagnosis has', () => {
  test('where the CPUs are, and what its kernel did when it was interrupted', async () => {
    expect(await added(MISSED, { cpus, lines: TRACE })).toEqual([
      'asked before it was stopped: CPU 0: RIP=ffffffff81000000 CPL=0, halted',
      'its kernel, asked by SysRq: foo_wait+0x1/0x2',
    ]);
  });

  test('not the entries of the interrupt, where a program of the guest ran', async () => {
    const lines = [...TRACE.slice(0, 4), '[   1.0] RIP: 0033:0x4016a2'];
    expect(await added(MISSED, { cpus: [], lines })).toEqual([]);
  });

  test('what its kernel did when an NMI came, where SysRq brought nothing', async () => {
    const lines = [
      '[   1.0] Kernel panic - not syncing: NMI: Not continuing',
      '[   1.0]  exc_nmi+0x1/0x2',
      '[   1.0]  end_repeat_nmi+0x1/0x2',
      '[   1.0] RIP: 0010:foo_spin+0x1/0x2',
      '[   1.0]  foo_init+0x1/0x2',
    ];
    expect(await added(MISSED, { cpus: [], lines, interrupted: true })).toEqual([
      'its kernel, asked by an NMI: RIP: 0010:foo_spin+0x1/0x2',
      'its kernel, asked by an NMI: foo_init+0x1/0x2',
    ]);
  });

  test('what would bring a trace, where an NMI does not', async () => {
    const lines = ['[   1.0] Uhhuh. NMI received for unknown reason 21 on CPU 0.'];
    expect(await added(MISSED, { cpus: [], lines, interrupted: true })).toEqual([
      expect.stringContaining('asked by an NMI, prints no trace'),
    ]);
    expect(await added(MISSED, { cpus: [], lines: [], interrupted: true })).toEqual([]);
  });

  test('no more than a few lines, whatever the guest prints', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ` f${index}+0x1/0x2`);
    expect((await added(MISSED, { cpus, lines })).length).toBeLessThan(20);
  });

  test('nothing where nobody answers', async () => {
    expect(await added(MISSED, { cpus: [], lines: [] })).toEqual([]);
  });

  test('nothing of a guest that has just printed', async () => {
    expect(await added(MISSED, { cpus, lines: TRACE }, 100)).toEqual([]);
  });

  test.each([
    ['that passed', judge(rules(['up']), [out(1, 'up\n')]).verdict],
    [
      'whose kernel panicked',
      judge(rules(['x']), [out(1, 'Kernel panic - not syncing: y\n'), endOfLog(9)]).verdict,
    ],
    ['whose VMM ended', judge(rules(['x']), [exit(1, 1)]).verdict],
  ])('nothing of a run %s', async (_, verdict) => {
    expect(await added(verdict, { cpus, lines: TRACE })).toEqual([]);
  });
});
