/** After the last step the guest has to go on without a failure: when a good run ends, and what still fails it. */

import { describe, expect, test } from '@jest/globals';
import { PAUSE_MS } from '../../src/judge/deadlines.ts';
import type { MachineEvent } from '../../src/judge/events.ts';
import { EVIDENCE_MS } from '../../src/judge/judge.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { abort, endOfLog, exit, forbids, judge, out, outcome, rules, vm } from '../support/rules.ts';

const SETTLE = 1000;
const UP = out(100, 'login: ');
const PANIC = 'Kernel panic - not syncing: x';
const LAUNCH: MachineEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1, platform: 'emulated' };
const UNENDED = 'errored: the recording ends before its guest did, and "stop: on-exit" asks how it ends';

function ended(events: readonly MachineEvent[], more: Partial<JudgeRules> = {}): [string, number] {
  const { verdict } = judge(rules(['login: '], { settleMs: SETTLE, ...more }), events);
  return [verdict.verdict === 'passed' ? 'passed' : verdict.reason, verdict.time];
}

describe('a guest that met its last step', () => {
  test.each<[string, MachineEvent[], Partial<JudgeRules>, string, number]>([
    ['passes when it has gone on for so long', [UP], {}, 'passed', 100 + SETTLE],
    ['passes at once with 0s', [UP], { settleMs: 0 }, 'passed', 100],
    ['passes when it powers off', [UP, vm(300, 'shutdown'), exit(310)], {}, 'passed', 310],
    [
      'has not passed when its VMM ends by itself',
      [UP, exit(300)],
      {},
      'the VMM ended with exit code 0, and has not said that the guest ended',
      300,
    ],
    ['may print what is no failure', [UP, out(500, '\nok\n'), out(1500, PANIC)], {}, 'passed', 100 + SETTLE],
    ['is watched beyond the timeout', [UP], { timeoutMs: 200 }, 'passed', 100 + SETTLE],
    ['may be silent', [UP], { silenceMs: 200 }, 'passed', 100 + SETTLE],
    ['fails with a panic', [UP, out(600, `\n${PANIC}\n`)], {}, 'Kernel panic: x', 850],
    [
      'fails with an unfinished line',
      [UP, out(600, `\n${PANIC}`)],
      {},
      'Kernel panic: x',
      600 + PAUSE_MS + 250,
    ],
    [
      'fails with a panic that only the VMM reports',
      [UP, vm(600, 'panicked', 'pvpanic'), exit(700)],
      {},
      'the guest reported a panic: pvpanic',
      700,
    ],
    ['fails when it resets', [UP, vm(600, 'reset'), exit(700)], {}, 'the guest reset itself', 700],
    [
      'fails with what is forbidden',
      [UP, out(600, '\noops\n')],
      { forbid: [forbids('oops')] },
      'forbidden: "oops"',
      850,
    ],
    ['is not blamed for its VMM', [UP, exit(600, 1)], {}, 'the VMM ended with exit code 1', 600],
    ['is not blamed for a cancel', [UP, abort(600, 'cancelled', 'Ctrl-C')], {}, 'Ctrl-C', 600],
    [
      'is watched as long, when it had to wait for tdx-boot',
      [UP, { type: 'held', time: 900, ms: 600 }, out(1500, `\n${PANIC}\n`)],
      {},
      'Kernel panic: x',
      1750,
    ],
    [
      'has to be a Trust Domain all the same',
      [UP],
      { platform: 'tdx', tdEvidence: 'required' },
      'the guest showed no sign of being a Trust Domain',
      100 + SETTLE + EVIDENCE_MS,
    ],
    [
      'may show that later',
      [UP, out(1900, '\ntdx: Guest detected\n')],
      { platform: 'tdx', tdEvidence: 'required' },
      'passed',
      1900,
    ],
    [
      'is watched to its end with on-exit',
      [UP, vm(9000, 'shutdown'), exit(9000)],
      { stop: 'on-exit' },
      'passed',
      9000,
    ],
    ['may have a log that ends', [UP, endOfLog(400)], {}, 'passed', 400],
  ])('%s', (_, events, more, reason, time) => {
    expect(ended(events, more)).toEqual([reason, time]);
  });
});

test('a log that ends too soon is said to', () => {
  const { events } = judge(rules(['login: '], { settleMs: SETTLE }), [UP, endOfLog(400)]);
  expect(events).toContainEqual({
    type: 'notice',
    time: 400,
    message: 'the log ends 700 ms before the guest has gone on for as long as settle asks',
  });
});

test.each<[string, MachineEvent[], string]>([
  ['a recording without the end', [LAUNCH, out(100, 'x\n'), endOfLog(5000)], UNENDED],
  ['a whole recording', [LAUNCH, out(100, 'x\n'), vm(200, 'shutdown'), exit(300)], 'passed'],
  ['a log, which has no launch', [out(100, 'x\n'), endOfLog(5000)], 'passed'],
])('stop: on-exit asks for the end of the guest: %s', (_, events, verdict) => {
  expect(outcome(rules(['x'], { stop: 'on-exit' }), events)).toBe(verdict);
});
