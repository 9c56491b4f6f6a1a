/** What is said while nothing else is shown: what is waited for, how long, and whether the VM is busy. */

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { BootEvent, StepReport } from '../../src/judge/events.ts';
import { JobLog } from '../../src/report/job-log.ts';
import { Printer, Screen } from '../../src/report/printer.ts';
import { SuiteTerminal } from '../../src/report/suite-terminal.ts';
import { TerminalReporter } from '../../src/report/terminal.ts';
import { Waiting } from '../../src/report/waiting.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { exit, judge, vm } from '../support/rules.ts';

const loaded = parseScenario(
  'boot.yml',
  `version: 1
name: a boot
platform: kvm
guest: {kernel: k, initrd: i}
timeout: 60s
steps:
  - expect: "login: "
    within: 20s
  - any-order: [{expect: one}, {expect: two}]
  - run: "make check"
    within: 30s
`,
  '/',
);
const { scenario } = loaded;

const launch: BootEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1 };
const output = (text: string): BootEvent => ({
  ...{ type: 'output', time: 1, stream: 'console' },
  bytes: Buffer.from(text),
});
const cpu = (busy: number): BootEvent => ({ type: 'cpu', time: 1, busy });
const met = (number: number, text: string, kind: StepReport['kind'] = 'expect'): BootEvent => {
  const where = { file: 'boot.yml', line: 1, column: 1 };
  return { type: 'step', time: 1, step: { number, kind, text, state: 'met', where } };
};
/** An event at a time in seconds. */
type At = readonly [seconds: number, event: BootEvent];

describe('the words', () => {
  test.each<[name: string, events: readonly At[], seconds: number, said: string | undefined]>([
    ['before the VMM is started', [], 5, undefined],
    ['at the start', [[0, launch]], 1, 'waiting 1.0 s of 20 s (no output yet) for step 1: "login: "'],
    [
      'a busy guest that says nothing',
      [
        [0, launch],
        [11, cpu(1.02)],
      ],
      12,
      'waiting 12 s of 20 s (no output yet, VM busy: 1.0 CPUs) for step 1: "login: "',
    ],
    [
      'a guest that is gone, and a disk that is still read',
      [
        [0, launch],
        [5, { type: 'digesting', time: 5 }],
      ],
      12,
      'the run is decided: reading what was booted, for its SHA-256',
    ],
    [
      'a guest that sleeps',
      [
        [0, launch],
        [2, output('x')],
        [11, cpu(0.03)],
      ],
      12,
      'waiting 12 s of 20 s (silent for 10 s, VM idle) for step 1: "login: "',
    ],
    [
      'a reading of long ago says nothing',
      [
        [0, launch],
        [2, cpu(1)],
        [3, output('x')],
      ],
      12,
      'waiting 12 s of 20 s (silent for 9.0 s) for step 1: "login: "',
    ],
    [
      'the next step, from when the one before was met; what is left of the timeout is its limit',
      [
        [0, launch],
        [10, output('login: ')],
        [10, met(1, 'login: ')],
      ],
      11,
      'waiting 1.0 s of 50 s (the guest prints) for step 2: "one", "two"',
    ],
    [
      'a part of a group is met',
      [
        [0, launch],
        [10, met(1, 'login: ')],
        [12, met(2, 'one')],
        [12, output('one')],
      ],
      13,
      'waiting 3.0 s of 50 s (the guest prints) for step 2: "two"',
    ],
    [
      'a command',
      [
        [0, launch],
        [0, met(1, 'login: ')],
        [0, met(2, 'one')],
        [10, met(2, 'two')],
        [12, output('x')],
      ],
      13,
      'waiting 3.0 s of 50 s (the guest prints) for step 3: run "make check"',
    ],
    [
      'a command that was started, whose own time counts from then',
      [
        [0, launch],
        [0, met(1, 'login: ')],
        [0, met(2, 'one')],
        [10, met(2, 'two')],
        [12, { type: 'run', time: 1, stream: 'run-1', command: { argv: [], env: {} } }],
        [12, output('x')],
      ],
      13,
      'waiting 1.0 s of 30 s (the guest prints) for step 3: run "make check"',
    ],
    [
      'nothing is open',
      [
        [0, launch],
        [1, met(1, 'login: ')],
        [1, met(2, 'one')],
        [1, met(2, 'two')],
        [2, met(3, 'make check', 'run')],
        [2, output('x')],
      ],
      3,
      'all steps are met, the guest is watched for failures (the guest prints)',
    ],
    [
      'files of the guest, when the run is decided',
      [
        [0, launch],
        [1, { type: 'file', time: 1000, path: '/x' }],
        [2, { type: 'file-bytes', time: 1000, bytes: new Uint8Array(3 * 1024 * 1024) }],
      ],
      3,
      'fetching files of the guest: 3 MiB so far',
    ],
  ])('%s', (_, events, seconds, said) => {
    let now = 0;
    const waiting = new Waiting(scenario.rules, () => now);
    for (const [time, event] of events) {
      now = time * 1000;
      waiting.on(event);
    }
    now = seconds * 1000;
    expect(waiting.describe()).toBe(said);
  });
});

describe('when it is said', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function printer(isTTY: boolean, columns?: number) {
    const seen = { text: '' };
    const write = (more: string): unknown => (seen.text += more);
    return { seen, printer: new Printer({ isTTY, write, columns, colours: false }) };
  }

  test('in a pipe: after 30 s without a line, and every 30 s', () => {
    const { seen, printer: out } = printer(false);
    const reporter = new TerminalReporter(out, scenario).watch();
    reporter.on(launch);
    jest.advanceTimersByTime(20_000);
    reporter.on(met(1, 'login: '));
    jest.advanceTimersByTime(29_000);
    const [first, ...none] = seen.text.trimEnd().split('\n');
    expect([first?.includes('step 1 met'), none]).toEqual([true, []]);
    jest.advanceTimersByTime(31_000);
    expect(seen.text.match(/^waiting (30 s|1 min) of 40 s \(no output yet\) for step 2/gm)).toHaveLength(2);
    reporter.close();
    jest.advanceTimersByTime(120_000);
    expect(seen.text.trimEnd().split('\n')).toHaveLength(3);
  });

  test('on a terminal: each second, on one line that the next output replaces and that fits', () => {
    const { seen, printer: out } = printer(true, 40);
    const reporter = new TerminalReporter(out, scenario).watch();
    reporter.on(launch);
    jest.advanceTimersByTime(2000);
    reporter.on(output('hello\n'));
    reporter.close();
    expect(seen.text).toBe(
      'waiting 1.0 s of 20 s (no output yet) …\r\x1b[K' +
        'waiting 2.0 s of 20 s (no output yet) …\r\x1b[K' +
        ' console | hello\n',
    );
  });

  test('not on a terminal that the console of a guest has', () => {
    const { seen, printer: out } = printer(true, 80);
    const reporter = new TerminalReporter(out, scenario, false).watch();
    reporter.on(launch);
    out.beginConsole();
    jest.advanceTimersByTime(60_000);
    reporter.close();
    expect(seen.text).toBe('');
  });

  test('a line on standard error removes the line that passes on standard output', () => {
    let text = '';
    const output = { isTTY: true, colours: false, write: (more: string) => (text += more) };
    const screen = new Screen();
    new Printer(output, screen).passing('waiting');
    new Printer(output, screen).line('notice');
    expect(text).toBe('waiting\r\x1b[Knotice\n');
  });

  test('in the log of a job: every 30 s', () => {
    const lines: string[] = [];
    const nothing = (): void => undefined;
    const log = new JobLog(
      { startGroup: nothing, endGroup: nothing, info: (text) => lines.push(text) },
      scenario.rules,
    );
    log.on(launch);
    jest.advanceTimersByTime(65_000);
    log.close();
    jest.advanceTimersByTime(65_000);
    expect(lines).toEqual([
      expect.stringMatching(/^waiting 30 s of 20 s \(no output yet\) for step 1/),
      expect.stringMatching(/^waiting 1 min of 20 s \(no output yet\) for step 1/),
    ]);
  });

  test('of a suite: who runs and who waits, and why', () => {
    const { seen, printer: out } = printer(true, 200);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, file: 'boot.yml', loaded: toBoot(loaded) }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three entries');
    const terminal = new SuiteTerminal(out, [a, b, c], false);
    terminal.waits(c, 'all CPUs are taken');
    const running = terminal.starts(a, 1);
    void running.on(launch);
    terminal.starts(b, 1);
    jest.advanceTimersByTime(1000);
    terminal.ends([], [], 'passed', 1000);
    expect(seen.text).toContain(
      '0 of 3 done; a (1.0 s, vmm), b (is made ready); 1 wait: all CPUs are taken\r\x1b[K',
    );
  });

  test('of a suite: an attempt that ends as the one before did is said in short', () => {
    const { seen, printer: out } = printer(false, 200);
    const entry = { name: 'a', file: 'boot.yml', loaded: toBoot(loaded) };
    const terminal = new SuiteTerminal(out, [entry], false);
    const ends = [exit(10), exit(10), vm(10, 'reset')];
    for (const [index, end] of ends.entries()) {
      const { verdict } = judge(scenario.rules, [end]);
      void terminal.starts(entry, index + 1).on({ type: 'verdict', time: 10, verdict });
    }
    terminal.ends([], [], 'failed', 1000);
    const said = seen.text.split(/^\[1\/1\] a starts.*\n/m).slice(1);
    expect(said.map((text) => text.includes('  stopped in: '))).toEqual([true, false, true]);
    expect(said[1]?.split('\n')[1]).toMatch(/^ {2}as before: \S/);
  });

  test('of a suite: several that wait for one reason are one line, and of none is it said twice', async () => {
    const { seen, printer: out } = printer(false, 200);
    const entries = ['a', 'b', 'c', 'd'].map((name) => ({
      ...{ name, file: 'boot.yml', loaded: toBoot(loaded) },
    }));
    const terminal = new SuiteTerminal(out, entries, false);
    for (const entry of entries.slice(0, 3)) terminal.waits(entry, 'all CPUs are taken');
    for (const entry of entries.slice(3)) terminal.waits(entry, 'memory is short');
    await Promise.resolve();
    for (const entry of entries) terminal.waits(entry, 'one CPU is taken');
    await Promise.resolve();
    terminal.ends([], [], 'passed', 1000);
    expect(seen.text.split('\n').slice(0, 2)).toEqual([
      '3 scenarios wait: all CPUs are taken',
      '[4/4] d waits: memory is short',
    ]);
    expect(seen.text).not.toContain('one CPU');
  });
});
