/** Deadlines: each wait has one, and the reason names what was waited for. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { anyOrder, expects, judge, out, rules, sends, vm } from '../support/rules.ts';

describe('a boot that takes too long', () => {
  test.each<[string, JudgeRules, MachineEvent[], [number, string]]>([
    [
      'timeout of the whole boot',
      rules(['login: '], { timeoutMs: 180_000 }),
      [out(1000, 'hello\n')],
      [180_000, 'the boot was not over after 3 min, while step 1 waits for "login: "'],
    ],
    [
      'timeout while the machine should end',
      rules(['login: '], { timeoutMs: 5000, stop: 'on-exit' }),
      [out(1000, 'login: ')],
      [5000, 'the boot was not over after 5.0 s'],
    ],
    [
      'within of the first step, since the start',
      rules([expects('login: ', { withinMs: 2000 })]),
      [out(1000, 'x\n')],
      [2000, 'step 1: "login: " did not appear within 2.0 s'],
    ],
    [
      'within of a later step, since it became the current one',
      rules(['one', expects('two', { withinMs: 2000 })]),
      [out(1500, 'one\n')],
      [3500, 'step 2: "two" did not appear within 2.0 s'],
    ],
    [
      'within of a group',
      rules([anyOrder([expects('a'), expects('b')], 3000)]),
      [out(1000, 'b\n')],
      [3000, 'step 1: "a" did not appear within 3.0 s'],
    ],
    [
      'within of a member of a group',
      rules([anyOrder([expects('a', { withinMs: 700 }), expects('b')], 3000)]),
      [out(500, 'b\n')],
      [700, 'step 1: "a" did not appear within 700 ms'],
    ],
    [
      'silence',
      rules(['x'], { silenceMs: 60_000 }),
      [out(1000, 'one\n'), out(30_000, 'two\n')],
      [90_000, 'no output for 1 min, while step 1 waits for "x"'],
    ],
    [
      'silence from the start',
      rules(['x'], { silenceMs: 60_000 }),
      [],
      [60_000, 'no output for 1 min, while step 1 waits for "x"'],
    ],
    [
      'the VMM does not break the silence',
      rules(['x'], { silenceMs: 1000 }),
      [out(900, 'one\n', 'vmm')],
      [1000, 'no output for 1.0 s, while step 1 waits for "x"'],
    ],
    [
      'silence is not asked for once the steps are done',
      rules(['x'], { silenceMs: 1000, timeoutMs: 9000, stop: 'on-exit' }),
      [out(900, 'x\n')],
      [9000, 'the boot was not over after 9.0 s'],
    ],
    [
      'a guest that is gone while its VMM stays',
      rules(['x']),
      [vm(500, 'shutdown')],
      [2500, 'the guest powered off before step 1 saw "x"'],
    ],
  ])('%s', (_, want, events, [time, reason]) => {
    expect(judge(want, events).verdict).toMatchObject({ verdict: 'failed', time, reason });
  });

  test('what comes at the deadline itself is late, one moment before it is not', () => {
    const want = rules([expects('x', { withinMs: 1000 })]);
    expect(judge(want, [out(1000, 'x')]).verdict.verdict).toBe('failed');
    expect(judge(want, [out(999, 'x')]).verdict.verdict).toBe('passed');
  });

  test('the reason comes with advice for the phase in which the boot stopped', () => {
    const { hint, phase, lastLines } = judge(rules(['ready'], { timeoutMs: 1000 }), [
      out(1, '[    0.000000] Linux version 6.8.0\none\n\ntwo'),
    ]).verdict;
    expect(phase).toBe('kernel');
    expect(hint).toContain('initcall_debug');
    expect(lastLines).toEqual(['[    0.000000] Linux version 6.8.0', 'one', 'two']);
  });
});

describe('the next deadline', () => {
  test('is the earliest of pause, step, silence and timeout', () => {
    const judgeOf = new Judge(
      rules([expects('/one$/', { withinMs: 400 }), sends('go\n'), 'two'], {
        silenceMs: 300,
        timeoutMs: 1000,
      }),
    );
    judgeOf.start();
    expect(judgeOf.nextDeadline()).toBe(300);
    judgeOf.push(out(200, 'zero'));
    expect(judgeOf.nextDeadline()).toBe(250);
    judgeOf.advance(250);
    expect(judgeOf.nextDeadline()).toBe(400);
    judgeOf.push(out(390, ' one'));
    expect(judgeOf.nextDeadline()).toBe(400);
  });

  test('is none when there is a verdict', () => {
    const judgeOf = new Judge(rules(['x']));
    judgeOf.start();
    judgeOf.push(out(1, 'x'));
    expect(judgeOf.nextDeadline()).toBeUndefined();
    expect(judgeOf.push(out(2, 'y'))).toEqual([]);
  });
});

describe('a guest that had to wait for tdx-boot', () => {
  const held = (time: number, ms: number): MachineEvent => ({ type: 'held', time, ms });
  const HELD = /^a deadline has passed, but the guest had to wait 2.0 s for its host/;
  test.each<[string, Partial<JudgeRules>, MachineEvent[], string, RegExp]>([
    ['and is silent since', { silenceMs: 9000 }, [out(1000, 'a\n'), held(4000, 2000)], 'errored', HELD],
    [
      'and went on slowly until the timeout',
      { timeoutMs: 20_000 },
      [held(4000, 2000), out(4001, 'a\n'), out(19_000, 'b\n')],
      'errored',
      HELD,
    ],
    [
      'many times a second',
      { timeoutMs: 2000 },
      [
        ...Array.from({ length: 20 }, (_, index) => held(100 * (index + 1), 100)).slice(0, 19),
        out(1950, 'a'),
      ],
      'errored',
      /had to wait 1.9 s/,
    ],
    [
      'went on, and hangs',
      { silenceMs: 60_000 },
      [held(4000, 2000), out(4001, 'a\n'), out(9000, 'b\n')],
      'failed',
      /^no output for 1 min/,
    ],
    [
      'went on, and hangs until the timeout',
      { timeoutMs: 60_000 },
      [held(4000, 2000), out(4001, 'a\n')],
      'failed',
      /^the boot was not over after 1 min/,
    ],
  ])('%s', (_, more, events, verdict, reason) => {
    const judged = judge(rules(['never'], more), events).verdict;
    expect([judged.verdict, judged.reason]).toEqual([verdict, expect.stringMatching(reason)]);
  });

  test('before a step that comes too late', () => {
    const steps = ['one', expects('two', { withinMs: 3000 })];
    const { verdict } = judge(rules(steps), [held(4000, 2000), out(5000, 'one\n'), out(7500, 'x\n')]);
    expect([verdict.verdict, verdict.reason]).toEqual([
      'failed',
      'step 2: "two" did not appear within 3.0 s',
    ]);
  });
});

test('a guest is late by its step, its silence and its timeout, and not by a deadline of the judge itself', () => {
  const told = (more: Partial<JudgeRules>, events: readonly MachineEvent[]): Judge => {
    const judge = new Judge(
      rules([expects('up', more.settleMs === undefined ? { withinMs: 2000 } : {})], more),
    );
    for (const event of events) judge.push(event);
    return judge;
  };
  const late = (judge: Judge): number[] => [100, 999, 1000, 2000, 5000].filter((time) => judge.isLate(time));
  // The VMM's unfinished line is judged after a pause.
  const unfinished = told({ timeoutMs: 5000 }, [out(10, 'still busy', 'vmm')]);
  expect(unfinished.nextDeadline()).toBeLessThan(100);
  expect(late(unfinished)).toEqual([2000, 5000]);
  expect(late(told({ timeoutMs: 5000, silenceMs: 1000 }, []))).toEqual([1000, 2000, 5000]);
  expect(late(told({ timeoutMs: 5000, settleMs: 1000 }, []))).toEqual([5000]);
  // All steps are met, or the guest is gone.
  expect(late(told({ timeoutMs: 5000, settleMs: 1000 }, [out(10, 'up\n')]))).toEqual([]);
  expect(late(told({ timeoutMs: 5000 }, [vm(10, 'reset')]))).toEqual([]);
});
