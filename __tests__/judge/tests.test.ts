/** What the guest's own test reports make of a run. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { endOfLog, exit, expects, judge, out, outcome, rules, vm } from '../support/rules.ts';

const UP = 'is up\n';
const BAD = 'KTAP version 1\n1..2\nok 1 a\nnot ok 2 b\n';
const SHORT = 'KTAP version 1\n1..3\nok 1 a\n';
const EARLY = 'the test report on console ends early, after 1 of 3 results';
const allow = (text: string): Pick<JudgeRules, 'allow'> => ({
  allow: [{ pattern: expects(text).pattern, reason: 'known' }],
});

describe('the verdict', () => {
  test.each<[string, Partial<JudgeRules>, MachineEvent[], string]>([
    ['all passed', {}, [out(1, 'KTAP version 1\n1..1\nok 1 a\n'), out(2, UP)], 'passed'],
    ['a test failed', {}, [out(1, BAD), out(2, UP)], 'failed: not ok: b'],
    ['in a TAP of one line', {}, [out(1, 'not ok 1 my_test\n'), out(2, UP)], 'failed: not ok: my_test'],
    [
      'without a name, as kselftest reports an error',
      {},
      [out(1, 'not ok 1 # error no device\n'), out(2, UP)],
      'failed: not ok: test 1 # error no device',
    ],
    [
      'a failure within which a kernel speaks',
      {},
      [out(1, 'KTAP version 1\n1..1\nnot [    3.000001] random: crng init done\nok 1 a\n'), out(2, UP)],
      'failed: not ok: a',
    ],
    ['on another stream', {}, [out(1, BAD, 'serial'), out(2, UP)], 'failed: not ok: b'],
    ['not on the VMM’s', {}, [out(1, BAD, 'vmm'), out(2, UP)], 'passed'],
    ['behind the last step', { settleMs: 1000 }, [out(1, UP), out(500, BAD)], 'failed: not ok: b'],
    ['with ktap: ignore', { ktap: 'ignore' }, [out(1, BAD), out(2, UP)], 'passed'],
    [
      'a suite counts a failure which no result shows',
      {},
      [
        out(
          1,
          'KTAP version 1\n1..1\n    # Subtest: s\n    ok 1 a\n# s: pass:1 fail:1 skip:0 total:2\nok 1 s\n',
        ),
        out(2, UP),
      ],
      'failed: "s" of the test report on console counts 1 failure, and its results show 0',
    ],
    [
      'that is allowed',
      allow('counts 1 failure'),
      [
        out(1, 'KTAP version 1\nok 1 a\n# Totals: pass:1 fail:1 xfail:0 xpass:0 skip:0 error:0\n'),
        out(2, UP),
      ],
      'passed',
    ],
    [
      'a plan that no result follows',
      {},
      [out(1, '1..3\n'), out(2, UP), endOfLog(3)],
      'failed: the test report on console ends early, after 0 of 3 results',
    ],
    ['a failure that is allowed', allow('not ok 2 b'), [out(1, BAD), out(2, UP)], 'passed'],
    ['another failure', allow('not ok 2 c'), [out(1, BAD), out(2, UP)], 'failed: not ok: b'],
    [
      'a report that goes on is waited for',
      {},
      [out(1, `${SHORT}${UP}`), out(9000, 'ok 2 b\nok 3 c\n')],
      'passed',
    ],
    [
      'and may fail then',
      {},
      [out(1, `${SHORT}${UP}`), out(9000, 'not ok 2 b\nok 3 c\n')],
      'failed: not ok: b',
    ],
    ['until the timeout', {}, [out(1, `${SHORT}${UP}`)], `failed: ${EARLY}`],
    ['an early end that is allowed', allow('ends early'), [out(1, `${SHORT}${UP}`)], 'passed'],
    ['nobody waits with ktap: ignore', { ktap: 'ignore' }, [out(1, `${SHORT}${UP}`)], 'passed'],
    ['the guest powers off', {}, [out(1, `${SHORT}${UP}`), vm(2, 'shutdown'), exit(3)], `failed: ${EARLY}`],
    ['the log ends', {}, [out(1, `${SHORT}${UP}`), endOfLog(2)], `failed: ${EARLY}`],
    [
      'a panic is the reason why a report ends',
      {},
      [out(1, `${SHORT}Kernel panic - not syncing: x\n`)],
      'failed: Kernel panic: x',
    ],
    ['so is a VMM that dies', {}, [out(1, SHORT), exit(2, 1)], 'errored: the VMM ended with exit code 1'],
    ['a failed test says more than a step that is late', {}, [out(1, BAD)], 'failed: not ok: b'],
    ['and than a guest that powers off', {}, [out(1, BAD), vm(2, 'shutdown'), exit(3)], 'failed: not ok: b'],
    [
      'a last line without an end counts',
      { settleMs: 1000 },
      [out(1, `${UP}not ok 1 x`), endOfLog(1)],
      'failed: not ok: x',
    ],
    [
      'a guest that had to wait for tdx-boot is not blamed',
      { timeoutMs: 6000 },
      [out(1, `${SHORT}${UP}`), { type: 'held', time: 5500, ms: 5000 }],
      'errored: a deadline has passed, but the guest had to wait 5.0 s for its host',
    ],
  ])('%s', (_, more, events, expected) => {
    expect(outcome(rules(['is up'], more), events)).toBe(expected);
  });
});

test('a report that hangs ends the run with the silence', () => {
  const { verdict } = judge(rules(['is up'], { silenceMs: 2000 }), [out(1, `${SHORT}${UP}`)]);
  expect([verdict.reason, verdict.time]).toEqual([EARLY, 2001]);
});

test('the reports of all streams share one room, and a failure behind it is found', () => {
  const many = (name: string): string =>
    Array.from({ length: 200 }, (_, at) => `TAP version 13\n1..1\nok 1 ${name}${at}\n`).join('');
  const { verdict, events } = judge(rules(['is up']), [
    out(1, many('a')),
    out(2, `${many('b')}1..1\nnot ok 1 c\n`, 'serial'),
    out(3, UP),
  ]);
  expect(verdict.reason).toBe('not ok: c');
  expect(verdict.tests).toHaveLength(251);
  expect(events).toContainEqual(expect.objectContaining({ message: '150 more test reports are not listed' }));
});

test('the whole report is read before it fails the run, and each failure is told as it comes', () => {
  const { verdict, events } = judge(rules(['is up']), [
    out(1, 'KTAP version 1\n1..1\n    # Subtest: s\n    1..2\n    # why\n    not ok 1 a\n'),
    out(2000, '    ok 2 b\nnot ok 1 s\nis up\n'),
  ]);
  expect(events).toContainEqual({ type: 'notice', time: 1, message: 'console: not ok 1 a' });
  expect(verdict.tests).toMatchObject([
    { stream: 'console', plan: 1, counts: { passed: 1, failed: 1, skipped: 0, todo: 0 } },
  ]);
  expect(verdict.findings).toMatchObject([
    { kind: 'test', id: 'test-failed', title: 'not ok: s / a', time: 1, stream: 'console', line: 6 },
  ]);
  expect(verdict.diagnosis).toMatchObject({
    cause: 'tests-failed',
    certainty: 'known',
    evidence: [{ stream: 'console', line: 6, text: 'not ok 1 a' }, { text: '# why' }],
  });
});

test.each([
  ['# why\n', 'See the lines of the report before this result.'],
  ['', 'The report does not say why:'],
])('the advice for a failure names lines of the report only where there are some', (lines, advice) => {
  const { verdict } = judge(rules(['is up']), [out(1, `KTAP version 1\n1..1\n${lines}not ok 1 a\n${UP}`)]);
  expect(verdict.diagnosis?.advice).toMatch(new RegExp(`^${advice}`));
});

test('many failures are listed up to a bound, and counted', () => {
  const results = Array.from({ length: 500 }, (_, index) => `not ok ${index + 1} t\n`).join('');
  const { verdict, events } = judge(rules(['is up']), [out(1, `KTAP version 1\n1..500\n${results}${UP}`)]);
  expect(verdict.findings.length).toBe(20);
  expect(verdict.omitted).toMatchObject([{ kind: 'test', id: 'test-failed', count: 480 }]);
  expect(events.filter(({ type }) => type === 'notice').length).toBeLessThan(25);
});

describe('a report on several streams', () => {
  const REPORT = 'KTAP version 1\n1..2\nok 1 a\nnot ok 2 b\n';
  const stamped = REPORT.replaceAll(/^/gm, '[    1.500000] ').replace(/\[ .{12} $/, '');
  const counted = (...events: MachineEvent[]): string[] =>
    judge(rules(['is up']), [...events, out(9, UP)]).verdict.tests.map(
      ({ stream, alsoOn = [], counts }) => `${[stream, ...alsoOn].join('+')}: ${counts.failed} failed`,
    );

  test.each<[string, MachineEvent[], string[]]>([
    ['both consoles', [out(1, REPORT), out(2, REPORT, 'serial')], ['console+serial: 1 failed']],
    ['with other prefixes', [out(1, REPORT), out(2, stamped, 'serial')], ['console+serial: 1 failed']],
    [
      'a console and the output of the command that reads it',
      [out(1, stamped, 'serial'), out(2, REPORT, 'run-1')],
      ['serial+run-1: 1 failed'],
    ],
    [
      'line by line in turns',
      [...REPORT.split(/(?<=\n)/)].flatMap((line) => [out(1, line, 'serial'), out(1, line)]),
      ['serial+console: 1 failed'],
    ],
    [
      'twice on one stream is two reports',
      [out(1, REPORT), out(2, REPORT)],
      ['console: 1 failed', 'console: 1 failed'],
    ],
    [
      'twice on two streams, too',
      [out(1, REPORT), out(1, REPORT, 'serial'), out(2, REPORT), out(2, REPORT, 'serial')],
      ['console+serial: 1 failed', 'console+serial: 1 failed'],
    ],
    [
      'another result makes another report',
      [out(1, REPORT), out(2, REPORT.replace('ok 1 a', 'not ok 1 a'), 'serial')],
      ['console: 1 failed', 'serial: 2 failed'],
    ],
    [
      'another order does, too',
      [out(1, 'KTAP version 1\n1..2\nnot ok 1 b\nok 2 a\n'), out(2, REPORT, 'serial')],
      ['console: 1 failed', 'serial: 1 failed'],
    ],
    [
      'and so does a report that was cut',
      [out(1, REPORT), out(2, REPORT.slice(0, -11), 'serial')],
      ['console: 1 failed', 'serial: 0 failed'],
    ],
  ])('%s', (_, events, expected) => {
    expect(counted(...events)).toEqual(expected);
  });

  test('each failure is told and found once', () => {
    const { verdict, events } = judge(rules(['is up']), [
      out(1, REPORT),
      out(2, REPORT, 'serial'),
      out(3, UP),
    ]);
    expect(verdict.findings.map(({ title, stream }) => [title, stream])).toEqual([['not ok: b', 'console']]);
    expect(events.filter((event) => event.type === 'notice')).toMatchObject([
      { message: 'console: not ok 2 b' },
    ]);
  });
});
