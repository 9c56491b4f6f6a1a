/** A terminal echoes typed text, and the echo must not count as the answer. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { Step } from '../../src/scenario/scenario.ts';
import { anyOrder, endOfLog, expects, judge, out, outcome, outs, rules, sends } from '../support/rules.ts';

const RUN = sends('echo DONE\n');
const MISSING = 'failed: step 3: "DONE" is not in the log';

describe('the echo of what was sent', () => {
  test.each<[string, (Step | string)[], MachineEvent[], string]>([
    ['is not the answer', ['# ', RUN, 'DONE'], [out(1, '# echo DONE\r\n'), endOfLog(9)], MISSING],
    ['is followed by the answer', ['# ', RUN, 'DONE'], [out(1, '# echo DONE\r\nDONE\r\n')], 'passed'],
    [
      'split over reads',
      ['# ', RUN, 'DONE'],
      [...outs(1, '# ', 'echo D', 'ON'), ...outs(2, 'E', '\r\n'), endOfLog(9)],
      MISSING,
    ],
    [
      'with a pause in the middle',
      ['# ', RUN, 'DONE'],
      [out(1, '# echo D'), out(200, 'ONE\r\n'), endOfLog(500)],
      MISSING,
    ],
    [
      'folded over two lines',
      ['# ', sends('make thing; echo DONE\n'), 'DONE'],
      [out(1, '# make thi\r\nng; echo DONE\r\n'), endOfLog(9)],
      MISSING,
    ],
    [
      'folded over three lines',
      ['# ', sends('make thing; echo DONE\n'), 'DONE'],
      [out(1, '# make\r\n thing;\r\n echo DONE\r\n'), endOfLog(9)],
      MISSING,
    ],
    [
      'folded by readline, with a blank and a carriage return',
      ['# ', sends('make thing; echo DONE\n'), 'DONE'],
      [out(1, '# make thi \rng; echo DONE\r\n'), endOfLog(9)],
      MISSING,
    ],
    [
      'folded, then the answer',
      ['# ', sends('make thing; echo DONE\n'), 'DONE'],
      [out(1, '# make thi\r\nng; echo DONE\r\nDONE\r\n')],
      'passed',
    ],
    ['that never comes', ['# ', RUN, 'DONE'], [out(1, '# '), out(2, '\r\nDONE\r\n')], 'passed'],
    [
      'behind a kernel line that ends like its beginning',
      ['# ', RUN, 'DONE'],
      [out(1, '# [ 1.0] some\r\n# echo DONE\r\n'), endOfLog(9)],
      MISSING,
    ],
    [
      'is hidden although no expected text stands in its line',
      ['# ', sends('ls\n'), 'total'],
      [out(1, '# ls\r\ntotal ls\r\n')],
      'passed',
    ],
    [
      'is hidden once: a repetition is an answer',
      ['login: ', sends('root\n'), 'root'],
      [out(1, 'login: root\r\nroot@host\r\n')],
      'passed',
    ],
    [
      'of two lines',
      ['# ', sends('a1\nb2\n'), anyOrder([expects('a1'), expects('b2')])],
      [out(1, '# a1\r\nb2\r\n'), endOfLog(9)],
      'failed: step 3: "a1" is not in the log',
    ],
    [
      'does not hide what stands before it in its line',
      ['boot: ', sends('root\n'), 'login: '],
      [out(1, 'boot: \nlogin: root\r\n')],
      'passed',
    ],
    [
      'on one stream hides nothing on another',
      [expects('# ', { stream: 'console' }), sends('hello\n'), 'hello'],
      [out(1, '# '), out(2, 'hello\n', 'serial')],
      'passed',
    ],
  ])('%s', (_, steps, events, expected) => {
    expect(outcome(rules(steps), events)).toBe(expected);
    const singly = events.flatMap((event): MachineEvent[] =>
      event.type === 'output'
        ? [...event.bytes].map((byte) => ({ ...event, bytes: Uint8Array.of(byte) }))
        : [event],
    );
    expect(outcome(rules(steps), singly)).toBe(expected);
  });
});

describe('a send', () => {
  test('happens at the moment its step is due', () => {
    const { events } = judge(rules([sends('a\n'), 'x', sends('b\n', 'serial'), sends('c\n'), 'y']), [
      out(5, 'x'),
      out(7, 'y'),
    ]);
    const sent = events.flatMap((event) =>
      event.type === 'send' ? [`${event.time} ${event.stream} ${event.text.trim()}`] : [],
    );
    expect(sent).toEqual(['0 console a', '5 serial b', '5 console c']);
  });
});
