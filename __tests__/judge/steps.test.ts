/** Steps: what meets them, in which order, on which stream, and what is captured. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { Step } from '../../src/scenario/scenario.ts';
import {
  abort,
  anyOrder,
  endOfLog,
  exit,
  expects,
  judge,
  out,
  outcome,
  outs,
  rules,
  sends,
} from '../support/rules.ts';

type Row = [name: string, steps: (Step | string)[], events: MachineEvent[], expected: string];

describe('a run passes or fails by its steps', () => {
  test.each<Row>([
    ['one step', ['login: '], [out(10, 'debian login: ')], 'passed'],
    ['steps in order', ['one', 'two'], [out(10, 'one\ntwo\n')], 'passed'],
    [
      'steps in the wrong order',
      ['two', 'one'],
      [out(10, 'one\ntwo\n'), endOfLog(20)],
      'failed: step 2: "one" is not in the log',
    ],
    ['several steps in one line', ['a', 'b', 'c'], [out(10, 'a b c\n')], 'passed'],
    [
      'one text does not meet two steps',
      ['ok', 'ok'],
      [out(10, 'ok\n'), endOfLog(20)],
      'failed: step 2: "ok" is not in the log',
    ],
    ['the same text twice in a line does', ['ok', 'ok'], [out(10, 'ok ok\n')], 'passed'],
    ['a line that is never finished', ['one'], [out(10, 'on'), out(20, 'e'), exit(30)], 'passed'],
    ['the last line of a log without line feed', ['/one$/'], [out(10, 'one'), endOfLog(10)], 'passed'],
    [
      'a prompt behind which the kernel prints at once',
      ['/^\\/ # $/'],
      [out(10, '/ # [    5.212950] tsc: Refined TSC clocksource calibration\n')],
      'passed',
    ],
    [
      'a text that a program prints after a time in brackets is no prompt',
      ['/^kernel: $/'],
      [out(10, '/ # kernel: [    5.212950] tsc: Refined TSC\n'), endOfLog(20)],
      'failed: step 1: /^kernel: $/ is not in the log',
    ],
    ['text that is wiped by a carriage return', ['/50%$/'], [out(10, '50%\r100%'), endOfLog(10)], 'passed'],
    ['a word in two colours', ['login'], [out(10, 'lo\u001b[1mgin')], 'passed'],
    [
      'a text across two lines',
      ['login'],
      [out(10, 'lo\ngin'), endOfLog(20)],
      'failed: step 1: "login" is not in the log',
    ],
    [
      'any order: the other way round',
      [anyOrder([expects('a'), expects('b')])],
      [out(10, 'b\na\n')],
      'passed',
    ],
    ['any order: in one line', [anyOrder([expects('a'), expects('b')])], [out(10, 'b a\n')], 'passed'],
    [
      'any order: one is missing',
      [anyOrder([expects('a'), expects('b')])],
      [out(10, 'b\nb\n'), endOfLog(20)],
      'failed: step 1: "a" is not in the log',
    ],
    [
      'what follows a group starts behind it',
      [anyOrder([expects('a'), expects('b')]), 'c'],
      [out(10, 'c a b\n'), endOfLog(20)],
      'failed: step 2: "c" is not in the log',
    ],
    [
      'what has met a member of a group meets no later step, also after a pause within its line',
      [anyOrder([expects('foo'), expects('/^bar\\b/')]), 'foo'],
      [out(10, 'bar foo'), out(1000, '\n'), endOfLog(1010)],
      'failed: step 2: "foo" is not in the log',
    ],
    ['a step on its stream', [expects('x', { stream: 'serial' })], [out(10, 'x\n', 'serial')], 'passed'],
    [
      'a step on another stream',
      [expects('x', { stream: 'serial' })],
      [out(10, 'x\n', 'console'), endOfLog(20)],
      'failed: step 1: "x" is not in the log',
    ],
    ['any guest stream by default', ['x'], [out(10, 'x\n', 'debugcon')], 'passed'],
    [
      'never the VMM by default',
      ['x'],
      [out(10, 'x\n', 'vmm'), endOfLog(20)],
      'failed: step 1: "x" is not in the log',
    ],
    ['the VMM when asked for', [expects('x', { stream: 'vmm' })], [out(10, 'x\n', 'vmm')], 'passed'],
    [
      'what another stream printed before is over',
      ['one', 'two'],
      [out(10, 'two', 'serial'), out(20, 'one\n', 'console'), endOfLog(30)],
      'failed: step 2: "two" is not in the log',
    ],
    [
      'what another stream prints afterwards counts',
      ['one', 'two'],
      [out(10, 'tw', 'serial'), out(20, 'one\n', 'console'), out(30, ' two', 'serial')],
      'passed',
    ],
  ])('%s', (_, steps, events, expected) => {
    expect(outcome(rules(steps), events)).toBe(expected);
  });
});

test.each<[string, (Step | string)[], MachineEvent[], string]>([
  ['console before any step is met', [sends('x')], [], 'console'],
  ['the stream that met the last step', ['login: ', sends('x')], [out(1, 'login: ', 'serial')], 'serial'],
  ['the one that it names', ['login: ', sends('x', 'console')], [out(1, 'login: ', 'serial')], 'console'],
  ['one into which can be typed', ['up', sends('x')], [out(1, 'up', 'debugcon')], 'console'],
])('what is sent goes to %s', (_, steps, events, stream) => {
  expect(judge(rules(steps), events).events).toContainEqual(
    expect.objectContaining({ type: 'send', stream }),
  );
});

describe('a prompt', () => {
  test('is seen at its last byte, not at a line end', () => {
    const { verdict } = judge(rules(['login: ']), [
      ...outs(10, 'debian lo', 'gin:'),
      out(20, ' '),
      out(900, 'x'),
    ]);
    expect(verdict).toMatchObject({ verdict: 'passed', time: 20 });
  });

  test('with $ is seen when the guest has paused for 50 ms', () => {
    const { verdict } = judge(rules(['/# $/']), [out(10, '/ # '), out(900, 'x')]);
    expect(verdict).toMatchObject({ verdict: 'passed', time: 60 });
  });

  test('with $ is not seen in the middle of a line', () => {
    const events = [out(10, '/ # '), out(59, 'ls\n'), endOfLog(70)];
    expect(outcome(rules(['/# $/']), events)).toBe('failed: step 1: /# $/ is not in the log');
  });

  test('with $ counts when the deadline comes at the same moment', () => {
    expect(outcome(rules([expects('/# $/', { withinMs: 60 })]), [out(10, '/ # ')])).toBe('passed');
  });

  test('with a word border waits for "what follows the word"', () => {
    const events = [...outs(10, 'foo', 'bar\n'), endOfLog(20)];
    expect(outcome(rules(['/foo\\b/']), events)).toBe('failed: step 1: /foo\\b/ is not in the log');
  });
});

describe('reports of steps', () => {
  test('say where, when and in which line each was met, and what is open', () => {
    const { verdict } = judge(rules(['one', sends('go\n'), '/t(?<rest>.*)/', 'three', 'four']), [
      out(10, 'number one\n'),
      out(20, 'two\n', 'serial'),
      endOfLog(30),
    ]);
    expect(verdict.steps).toMatchObject([
      {
        number: 1,
        kind: 'expect',
        text: 'one',
        state: 'met',
        time: 10,
        stream: 'console',
        line: 1,
        seen: 'number one',
      },
      { number: 2, kind: 'send', text: 'go\n', state: 'sent', time: 10, stream: 'console' },
      { number: 3, state: 'met', time: 20, stream: 'serial', line: 1, seen: 'two' },
      { number: 4, text: 'three', state: 'missed' },
      { number: 5, text: 'four', state: 'open' },
    ]);
  });

  test('are missed by the guest alone: where the host fails, what was waited for stays open', () => {
    const started = out(10, 'SeaBIOS (version 1)\n', 'debugcon');
    for (const fault of [abort(20, 'cancelled', 'stopped'), exit(20, 1)]) {
      const { verdict } = judge(rules(['one', 'two']), [started, fault]);
      expect(verdict.verdict).toBe('errored');
      expect(verdict.steps.map(({ state }) => state)).toEqual(['open', 'open']);
    }
  });

  test('quote an unfinished line up to the match, however much was read with it', () => {
    const { verdict } = judge(rules(['login: ']), [out(10, 'debian login: and more\n')]);
    expect(verdict.steps[0]?.seen).toBe('debian login: ');
  });

  test('members of a group share its number', () => {
    const { verdict } = judge(rules([anyOrder([expects('a'), expects('b')])]), [
      out(10, 'a\n'),
      endOfLog(20),
    ]);
    expect(verdict.steps).toMatchObject([
      { number: 1, text: 'a', state: 'met' },
      { number: 1, text: 'b', state: 'missed' },
    ]);
  });

  test('a run of sends only is over before it starts', () => {
    expect(judge(rules([sends('x')]), []).verdict).toMatchObject({ verdict: 'passed', time: 0 });
  });
});

describe('captures', () => {
  test.each<[string, string, string[], string, Record<string, string>]>([
    ['a group', '/v(?<version>[\\d.]+)/', ['version'], 'Linux v6.8.1 up\n', { version: '6.8.1' }],
    ['only what is asked for', '/(?<a>x)(?<b>y)/', ['b'], 'xy\n', { b: 'y' }],
    ['a group that took no part', '/x(?<a>y)?/', ['a'], 'x\n', {}],
    ['the whole number, although it came in two reads', '/v(?<v>\\d+)/', ['v'], 'v12', { v: '12' }],
  ])('%s', (_, pattern, capture, text, captures) => {
    const events = [...text].map((character) => out(10, character));
    expect(judge(rules([expects(pattern, { capture })]), events).verdict.captures).toEqual(captures);
  });
});
