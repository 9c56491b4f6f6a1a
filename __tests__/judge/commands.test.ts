/** Commands in the guest: when each is started, what its end means, and what ends a run in its place. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import type { JudgeRules, Step } from '../../src/scenario/scenario.ts';
import {
  abort,
  agent,
  ended,
  endOfLog,
  exit,
  expects,
  forbids,
  judge,
  out,
  rules,
  runs,
  sends,
  vm,
} from '../support/rules.ts';

const version = expects('/v(?<v>\\d+)/', { stream: 'run-1', capture: ['v'] });
const panic = '[    1.000000] Kernel panic - not syncing: Attempted to kill init! exitcode=0x0\n';

/** Verdict, kind of what decided, and reason. */
function told(
  steps: readonly (Step | string)[],
  events: readonly MachineEvent[],
  more: Partial<JudgeRules> = {},
): string {
  const { verdict, cause, reason } = judge(rules(steps, more), events).verdict;
  return verdict === 'passed' ? verdict : `${verdict} ${cause?.kind}: ${reason}`;
}

describe('what was printed before the end of a command', () => {
  const missing = (number: number, text: string): string =>
    `failed missing: step ${number}: "${text}" is not in the log`;

  test.each<[name: string, steps: (Step | string)[], before: string, after: string, expected: string]>([
    ['meets no step that follows', [runs('x'), 'up'], 'up', '\n', missing(2, 'up')],
    ['nor does a prompt behind a send', [runs('x'), sends('ls\n'), '# '], '/ # ', 'ls', missing(3, '# ')],
    ['what comes later in its line does', [runs('x'), 'up'], 'it is ', 'up', 'passed'],
    ['and what comes in another line', [runs('x'), sends('ls\n'), '# '], '/ # ', 'ls\nbin\n/ # ', 'passed'],
  ])('%s', (_, steps, before, after, expected) => {
    const events = [agent(10), out(20, before), ended(30, '0'), out(40, after), endOfLog(50)];
    expect(told(steps, events)).toBe(expected);
  });

  test('of a typed command: the line of its end, and all before', () => {
    const end = 'tdx-boot-run-1-end-0\n';
    const events = (last: string): MachineEvent[] => [
      out(10, '/ # '),
      out(5000, `\ntdx-boot-run-1-begin\nup\n${end}${end}${last}`),
      endOfLog(5010),
    ];
    const steps = ['# ', runs('x'), 'up', '# '];
    expect(told(steps, events('/ # '))).toBe(missing(3, 'up'));
    expect(told(steps, events('up\n/ # '))).toBe('passed');
  });
});

test('the markers of a typed command are those of its boot: a log of another boot ends it not', () => {
  const boot = (pid: number): { readonly judge: Judge; readonly mark: string } => {
    const judge = new Judge(rules(['# ', runs('cat old.log')]));
    const told = [
      ...judge.push({ type: 'launch', time: 0, argv: ['qemu'], pid }),
      ...judge.push(out(10, '/ # ')),
      ...judge.advance(5000),
    ];
    const typed = told.find(({ type }) => type === 'send');
    const [mark = ''] = /run-1-[0-9a-f]{12}/.exec(typed?.type === 'send' ? typed.text : '') ?? [];
    return { judge, mark };
  };
  const [old, { judge, mark }] = [boot(1), boot(2)];
  expect(old.mark).not.toBe(mark);
  const printed = ['run-1', old.mark].map((other) => `tdx-boot-${other}-end-0\n`).join('');
  judge.push(out(5010, `\ntdx-boot-${mark}-begin\n${printed}\ntdx-boot-${mark}-end-1\n`));
  judge.advance(60_000);
  expect(judge.verdict?.reason).toBe('step 2: "cat old.log" ended with exit code 1, not 0');
});

describe('a command', () => {
  type Row = [name: string, steps: (Step | string)[], events: MachineEvent[], expected: string];
  test.each<Row>([
    ['that ends well', [runs('true')], [agent(10), ended(20, '0')], 'passed'],
    [
      'with the exit code that is wanted',
      [runs('x', { exit: [3, 4] })],
      [agent(10), ended(20, '4')],
      'passed',
    ],
    [
      'with another exit code',
      [runs('make test')],
      [agent(10), ended(20, '2')],
      'failed command-exit: step 1: "make test" ended with exit code 2, not 0',
    ],
    [
      'that should have failed and did not',
      [runs('x', { exit: [3, 4] })],
      [agent(10), ended(20, '0')],
      'failed command-exit: step 1: "x" ended with exit code 0, not 3 or 4',
    ],
    [
      'of a script that is not found',
      [runs('tset')],
      [agent(10), ended(20, '127')],
      'failed command-not-found: step 1: a command of "tset" was not found (exit code 127)',
    ],
    ['of 127 that is wanted', [runs('tset', { exit: [127] })], [agent(10), ended(20, '127')], 'passed'],
    [
      'whose program is missing',
      [runs('/t 1')],
      [agent(10), ended(20, 'ENOENT', 'not-started')],
      'failed command-not-found: step 1: "/t 1" was not found: the guest has no /t, or not its interpreter',
    ],
    [
      'that may not be run',
      [runs('/t 1')],
      [agent(10), ended(20, 'EACCES', 'not-started')],
      'failed command-not-started: step 1: "/t 1" was not started: /t: EACCES',
    ],
    [
      'in a directory that is missing',
      [runs('t', { command: { argv: ['t'], env: {}, directory: '/d' } })],
      [agent(10), ended(20, 'ENOENT', 'no-directory')],
      'failed command-not-started: step 1: "t" was not started: no working directory /d (ENOENT)',
    ],
    [
      'that a signal killed',
      [runs('t')],
      [agent(10), ended(20, 'SIGSEGV', 'signal')],
      'failed command-signal: step 1: "t" was killed by SIGSEGV',
    ],
    [
      'that never ends',
      [runs('t', { withinMs: 100 })],
      [agent(10), out(50, 'x\n', 'run-1')],
      'failed command-late: step 1: "t" did not end within 100 ms',
    ],
    [
      'that takes longer than the boot may',
      [runs('t')],
      [agent(10)],
      'failed command-late: step 1: "t" did not end before the timeout of 5 min',
    ],
    [
      'for which no agent comes',
      [runs('t', { withinMs: 100 })],
      [out(50, 'x\n')],
      'failed agent-silent: step 1: no agent answered before the timeout of 5 min',
    ],
    [
      'for which no agent comes before the guest is gone',
      [runs('t')],
      [out(50, 'x\n'), vm(60, 'shutdown'), exit(70)],
      'failed agent-silent: step 1: the guest powered off before an agent answered',
    ],
    [
      'during which the guest powers off',
      [runs('t')],
      [agent(10), vm(60, 'shutdown'), exit(70)],
      'failed command-cut: step 1: the guest powered off while it ran "t"',
    ],
    [
      'during which the guest is reset',
      [runs('t')],
      [agent(10), vm(60, 'reset'), exit(70)],
      'failed reset: the guest reset itself, while step 1 runs "t"',
    ],
    [
      'in a recording that just ends',
      [runs('t')],
      [agent(10), endOfLog(70)],
      'failed command-cut: step 1: the log ends while it ran "t"',
    ],
    [
      'that floods its output',
      [runs('yes')],
      [agent(10), out(20, 'y\n', 'run-1'), abort(30, 'output-limit', 'the guest printed more than 1 MiB')],
      'failed command-flood: step 1: "yes": the guest printed more than 1 MiB',
    ],
    [
      'that is not to blame for what an earlier one left running',
      [runs('yes &'), runs('sleep', {}, 2)],
      [
        agent(10),
        ended(20, '0'),
        out(30, 'y\n', 'run-1'),
        abort(40, 'output-limit', 'the guest printed more than 1 MiB'),
      ],
      'failed command-flood: step 2: a process that an earlier step left running (run-1): the guest printed more than 1 MiB',
    ],
    [
      'that is not to blame for a flood of the console',
      [runs('sleep')],
      [agent(10), out(20, 'y\n'), abort(30, 'output-limit', 'the guest printed more than 1 MiB')],
      'failed output-limit: the guest printed more than 1 MiB',
    ],
    [
      'of several lines is shown by its first',
      [runs('cd /t\nmake\nmake test')],
      [agent(10), ended(20, '1')],
      'failed command-exit: step 1: "cd /t" (2 more lines) ended with exit code 1, not 0',
    ],
    [
      'of which an agent says nonsense',
      [runs('t')],
      [{ type: 'agent', time: 10, state: 'broken', detail: 'its port sent a frame of 9 bytes' }],
      'failed agent-broken: the agent in the guest: its port sent a frame of 9 bytes',
    ],
  ])('%s', (_, steps, events, expected) => {
    expect(told(steps, events)).toBe(expected);
  });

  test('is started when its turn has come and the agent is ready, and only once', () => {
    const started = (events: MachineEvent[]) =>
      judge(rules([runs('a'), 'go', runs('b', {}, 2)]), [...events, endOfLog(1000)]).events.flatMap(
        (event) => (event.type === 'run' ? [`${event.time} ${event.stream}`] : []),
      );
    expect(started([out(5, 'x\n')])).toEqual([]);
    expect(started([agent(10), agent(11)])).toEqual(['10 run-1']);
    expect(started([agent(10), ended(20, '0'), out(30, 'go\n')])).toEqual(['10 run-1', '30 run-2']);
  });

  test('has a deadline that begins with its start', () => {
    const boots = [runs('t', { withinMs: 100 })];
    expect(told(boots, [agent(500), ended(599, '0')])).toBe('passed');
    expect(told(boots, [agent(500), ended(601, '0')])).toContain('did not end within 100 ms');
    const steps = ['go', runs('t', { withinMs: 100 })];
    expect(told(steps, [agent(10), out(500, 'go\n'), ended(599, '0')])).toBe('passed');
    expect(told(steps, [agent(10), out(500, 'go\n'), ended(601, '0')])).toContain('command-late');
  });

  test('is reported with its stream, its end and its text', () => {
    const { steps } = judge(rules([runs('a'), runs('b', {}, 2), runs('c', {}, 3)]), [
      agent(10),
      ended(20, '0'),
      ended(30, '9', 'exit', 2),
    ]).verdict;
    expect(steps).toMatchObject([
      { number: 1, kind: 'run', text: 'a', state: 'met', stream: 'run-1', time: 20, seen: 'exit code 0' },
      { number: 2, kind: 'run', text: 'b', state: 'missed', stream: 'run-2' },
      { number: 3, kind: 'run', text: 'c', state: 'open' },
    ]);
  });

  test.each<[string, MachineEvent[], string[]]>([
    ['its own', [out(20, 'why\n', 'run-2'), out(21, 'kernel\n', 'serial')], ['why']],
    ["the console's, where it printed nothing", [], ['kernel']],
    ['none, where another command printed last', [out(22, 'other\n', 'run-1')], []],
  ])('that fails: the last lines are %s', (_, printed, lastLines) => {
    const events = [
      agent(10),
      ended(11, '0'),
      out(21, 'kernel\n', 'serial'),
      ...printed,
      ended(30, '1', 'exit', 2),
    ];
    expect(judge(rules([runs('s'), runs('t', {}, 2)]), events).verdict.lastLines).toEqual(lastLines);
  });

  test('whose guest panics: the panic decides, and what ran is told', () => {
    const { verdict } = judge(rules([runs('t')]), [agent(10), out(20, panic), vm(30, 'reset'), exit(40)]);
    expect(verdict).toMatchObject({ verdict: 'failed', cause: { id: 'linux-panic-init-killed' } });
    expect(verdict.findings.map(({ title }) => title)).toContain('step 1: the guest ended while it ran "t"');
  });
});

describe('the output of a command', () => {
  const step = runs('t', { output: version });

  test('is searched for what the step wants, and gives captures', () => {
    const { verdict } = judge(rules([step]), [agent(10), out(20, 'v12', 'run-1'), ended(30, '0')]);
    expect(verdict).toMatchObject({ verdict: 'passed', captures: { v: '12' } });
  });

  test.each<[string, Step[], MachineEvent[], string]>([
    [
      'lacks what the step wants',
      [step],
      [agent(10), out(20, 'v\n', 'run-1'), ended(30, '0')],
      'failed missing: step 1: /v(?<v>\\d+)/ is not in the output of "t"',
    ],
    [
      'shows it on another stream',
      [step],
      [agent(10), out(20, 'v1\n'), ended(30, '0')],
      'failed missing: step 1: /v(?<v>\\d+)/ is not in the output of "t"',
    ],
    [
      'shows it, and its end is not good',
      [step],
      [agent(10), out(20, 'v1\n', 'run-1'), ended(30, '1')],
      'failed command-exit: step 1: "t" ended with exit code 1, not 0',
    ],
    [
      'holds a kernel panic that it quotes',
      [runs('dmesg')],
      [agent(10), out(20, panic, 'run-1'), ended(30, '0')],
      'passed',
    ],
  ])('%s', (_, steps, events, expected) => {
    expect(told(steps, events)).toBe(expected);
  });

  test('may not hold what is forbidden', () => {
    const events = [agent(10), out(20, 'leak\n', 'run-1'), ended(30, '0')];
    expect(told([runs('t')], events, { forbid: [forbids('leak')] })).toBe(
      'failed forbidden: forbidden: "leak"',
    );
    expect(told([runs('t')], events, { forbid: [forbids('leak', 'console')] })).toBe('passed');
  });

  test('breaks the silence', () => {
    const events = [agent(10), out(90, '.', 'run-1'), ended(180, '0')];
    expect(told([runs('t')], events, { silenceMs: 100 })).toBe('passed');
  });

  test('is evidence of a Trust Domain, and no sign of how the boot goes', () => {
    const { verdict } = judge(rules([runs('dmesg')], { platform: 'tdx', tdEvidence: 'required' }), [
      { type: 'launch', time: 0, argv: [], pid: 1, platform: 'tdx' },
      agent(10),
      out(20, '[    0.000000] Linux version 6.8\n[    0.1] tdx: Guest detected\n', 'run-1'),
      ended(30, '0'),
    ]);
    expect(verdict).toMatchObject({ verdict: 'passed', td: 'real' });
    expect(verdict.timeline.map(({ title }) => title)).toEqual(['the agent is ready']);
  });
});

describe('a test report in the output of a command', () => {
  const report = '1..2\nok 1 a\nnot ok 2 b\n';
  test.each<[string, string, Partial<JudgeRules>, string]>([
    ['that fails', `KTAP version 1\n${report}`, {}, 'failed test: not ok: b'],
    ['that passes', 'KTAP version 1\n1..1\nok 1 a', {}, 'passed'],
    [
      'that ends with the command, too early',
      'KTAP version 1\n1..2\nok 1 a\n',
      {},
      'failed test: the test report on run-1 ends early, after 1 of 2 results',
    ],
    ['that is not to be read', `KTAP version 1\n${report}`, { ktap: 'ignore' }, 'passed'],
  ])('%s', (_, text, more, expected) => {
    expect(told([runs('t')], [agent(10), out(20, text, 'run-1'), ended(30, '0')], more)).toBe(expected);
  });

  const CUT = 'KTAP version 1\n1..2\nok 1 a\n';
  test.each<[string, MachineEvent[], (string | undefined)[]]>([
    [
      'is a finding beside the failure of a later one',
      [out(20, CUT, 'run-1'), ended(30, '0'), ended(40, '3', 'exit', 2)],
      ['command-exit', 'test-truncated'],
    ],
    ['is none beside its own failure', [out(20, CUT, 'run-1'), ended(30, '139')], ['command-exit']],
  ])('that ends too early with its command %s', (_, events, ids) => {
    const { verdict } = judge(rules([runs('a'), runs('b', {}, 2)]), [agent(10), ...events]);
    expect(verdict.findings.map(({ id }) => id)).toEqual(ids);
  });
});
