/** With platform tdx a pass needs a line that only a Trust Domain prints; on other platforms such a line is a surprise. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent, Verdict } from '../../src/judge/events.ts';
import { EVIDENCE_MS } from '../../src/judge/judge.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import type { Platform } from '../../src/words/words.ts';
import { endOfLog, exit, judge, out, outcome, rules, vm } from '../support/rules.ts';

const TDX: Partial<JudgeRules> = { platform: 'tdx', tdEvidence: 'required' };
const NOT_A_TD = 'failed: the guest showed no sign of being a Trust Domain';
const td = (line: string, more: Partial<JudgeRules> = {}): string =>
  outcome(rules(['login: '], { ...TDX, ...more }), [out(1, `${line}\n`), out(2, 'td login: ')]);

describe('evidence', () => {
  test.each([
    '[    0.000000] tdx: Guest detected',
    '[    0.000000][    T0] tdx: Guest detected',
    'tdx: Guest detected',
    '<6>[    0.000000] tdx: Guest detected',
    '\x1b[2J\x1b[01;01H[    0.000000] tdx: Guest detected',
    'BdsDxe: x\r[    0.000000] tdx: Guest detected',
    '[    1.776700] Memory Encryption Features active: Intel TDX',
    '[    0.000000] tdx: Attributes: SEPT_VE_DISABLE',
    '[   13.166341] systemd[1]: Detected confidential virtualization tdx.',
    'crw------- 1 root root 10, 122 Jan  1 00:00 /dev/tdx_guest',
    '# cc.cpuid_vendor: IntelTDX',
    '# cc.tdx_guest_flag: yes',
  ])('%j', (line) => {
    expect(td(line)).toBe('passed');
  });
});

describe('no evidence', () => {
  test.each([
    '[    0.000000] Command line: console=hvc0 tdx: Guest detected',
    '[    0.000000] Kernel command line: Memory Encryption Features active: Intel TDX',
    '# kernel.cmdline: # cc.cpuid_vendor: IntelTDX',
    'bash: tdx: Guest detected: command not found',
    '[    1.776700] Memory Encryption Features active: AMD SEV',
    '# cc.cpuid_vendor: absent',
    '# cc.tdx_guest_flag: no',
  ])('%s', (line) => {
    expect(td(line)).toBe(NOT_A_TD);
  });

  test('fails the run a moment after the last step, with advice', () => {
    const { verdict } = judge(rules(['login: '], TDX), [out(100, 'td login: ')]);
    expect(verdict).toMatchObject({ verdict: 'failed', time: 100 + EVIDENCE_MS });
    expect(verdict.diagnosis).toMatchObject({ cause: 'not-a-td', certainty: 'known' });
    expect(verdict.diagnosis?.advice).toContain('td-evidence: optional');
  });

  test('is no failure when the scenario says so, nor on another platform', () => {
    expect(td('x', { tdEvidence: 'optional' })).toBe('passed');
    expect(td('x', { platform: 'kvm', tdEvidence: 'optional' })).toBe('passed');
  });
});

describe('evidence counts', () => {
  const LINE = '[    0.0] tdx: Guest detected\n';
  test.each<[string, Partial<JudgeRules>, MachineEvent[], string]>([
    ['on any stream', {}, [out(1, LINE, 'serial'), out(2, 'login: ')], 'passed'],
    ['a moment after the last step', {}, [out(1, 'login: '), out(900, `\n${LINE}`)], 'passed'],
    ['in an unfinished line', {}, [out(1, 'login: \n'), out(900, LINE.trim())], 'passed'],
    ['too late', {}, [out(1, 'login: '), out(1 + EVIDENCE_MS, `\n${LINE}`)], NOT_A_TD],
    ['not from the VMM', {}, [out(1, LINE, 'vmm'), out(2, 'login: ')], NOT_A_TD],
    [
      'before the exit',
      { stop: 'on-exit' },
      [out(1, `${LINE}login: `), vm(3, 'shutdown'), exit(4)],
      'passed',
    ],
    [
      'and its absence, at the exit',
      { stop: 'on-exit' },
      [out(1, 'login: '), vm(3, 'shutdown'), exit(4)],
      NOT_A_TD,
    ],
    ['and its absence, at the end of a log', {}, [out(0, 'login: '), endOfLog(0)], NOT_A_TD],
    [
      'less than a failure that follows the last step',
      {},
      [out(1, 'login: '), out(500, '\n[    9.0] Kernel panic - not syncing: Attempted to kill init! \n')],
      'failed: Kernel panic: init died',
    ],
  ])('%s', (_, more, events, expected) => {
    expect(outcome(rules(['login: '], { ...TDX, ...more }), events)).toBe(expected);
  });
});

test('a Trust Domain on another platform is a notice, once', () => {
  const lines =
    '[    0.0] tdx: Guest detected\n[    1.0] Memory Encryption Features active: Intel TDX\nlogin: ';
  const { verdict, events } = judge(rules(['login: '], { platform: 'kvm' }), [out(1, lines)]);
  expect(verdict.verdict).toBe('passed');
  expect(events.filter(({ type }) => type === 'notice')).toEqual([
    { type: 'notice', time: 1, message: 'the guest says that it is a Trust Domain, on platform kvm' },
  ]);
});

test('a debug TD is reported as a warning', () => {
  const { verdict } = judge(rules(['login: '], TDX), [
    out(1, '[    0.0] tdx: Attributes: DEBUG SEPT_VE_DISABLE\nlogin: '),
  ]);
  expect(verdict).toMatchObject({
    verdict: 'passed',
    findings: [{ id: 'linux-tdx-debug', severity: 'warning' }],
  });
});

describe('a scenario', () => {
  const load = (more: object) =>
    parseScenario(
      's.yml',
      JSON.stringify({ version: 1, steps: [{ expect: 'x' }], guest: { kernel: 'k' }, ...more }),
      '/',
    ).scenario.rules.tdEvidence;

  test.each([
    [{ platform: 'tdx' }, 'required'],
    [{ platform: 'tdx', 'td-evidence': 'optional' }, 'optional'],
    [{ platform: 'kvm' }, 'optional'],
  ])('%j: %s', (more, expected) => {
    expect(load(more)).toBe(expected);
  });

  test('cannot require evidence of a guest that is no Trust Domain', () => {
    expect(() => load({ platform: 'kvm', 'td-evidence': 'required' })).toThrow(
      'td-evidence: a guest on platform kvm is no Trust Domain',
    );
  });
});

describe('the kind of Trust Domain', () => {
  const launched = (platform: Platform): MachineEvent => ({
    type: 'launch',
    time: 0,
    argv: ['qemu'],
    pid: 1,
    platform,
  });
  const shown = out(1, 'tdx: Guest detected\nlogin: ');
  const run = (asked: Platform, ...events: MachineEvent[]): Verdict =>
    judge(rules(['login: '], { platform: asked }), events).verdict;

  test.each<[string, Verdict['td'], Platform, MachineEvent[]]>([
    ['real: TDX hardware, and the guest shows it', 'real', 'tdx', [launched('tdx'), shown]],
    ['emulated: the TD monitor', 'emulated', 'tdx-emulated', [launched('tdx-emulated'), shown]],
    ['none: no line shows it', 'none', 'tdx-emulated', [launched('tdx-emulated'), out(1, 'login: ')]],
    ['none: a plain guest that says so', 'none', 'kvm', [launched('kvm'), shown]],
    ['none: a log that is no recording', 'none', 'tdx', [shown]],
  ])('%s', (_, td, asked, events) => {
    expect(run(asked, ...events)).toMatchObject({ verdict: 'passed', td });
  });

  test.each<[Platform, Platform]>([
    ['tdx-emulated', 'tdx'],
    ['kvm', 'tdx'],
    ['emulated', 'tdx'],
    ['kvm', 'tdx-emulated'],
    ['emulated', 'tdx-emulated'],
  ])('a recording of platform %s never passes a scenario that asks for %s', (platform, asked) => {
    const verdict = run(asked, launched(platform), shown);
    expect(verdict).toMatchObject({ verdict: 'errored', cause: { kind: 'not-a-td' } });
    expect(verdict.reason).toBe(
      `the scenario asks for platform ${asked}, and the recording is of platform ${platform}`,
    );
  });

  test('a recording of a real one may be judged as one of an emulated one', () => {
    expect(run('tdx-emulated', launched('tdx'), shown).verdict).toBe('passed');
  });
});

test('a step without a stream does not listen to the TD monitor, which repeats what a guest says', () => {
  const scenario = rules(['login: ']);
  expect(outcome(scenario, [out(1, 'login: ', 'td-module'), vm(2, 'shutdown'), exit(2)])).toContain('failed');
});
