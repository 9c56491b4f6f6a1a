/** Forbidden texts and known failure lines: what fails a run, what is only reported, and what is collected of it. */

import { describe, expect, test } from '@jest/globals';
import { QUIET_MS, REPORT_MS } from '../../src/judge/deadlines.ts';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { endOfLog, exit, expects, forbids, judge, out, outcome, outs, rules, vm } from '../support/rules.ts';

const PANIC = '[    1.500000] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100\n';
const PANIC_END = '[    1.600000] ---[ end Kernel panic - not syncing: Attempted to kill init! ]---\n';
const WARNING = '[    1.000000] WARNING: CPU: 0 PID: 1 at mm/slub.c:1 f+0x1/0x2\n';

describe('forbidden text', () => {
  const login = (forbid: string, more: Partial<JudgeRules> = {}): JudgeRules =>
    rules(['login: '], { forbid: [forbids(forbid)], ...more });
  const allowed = { allow: [{ pattern: expects('harmless').pattern, reason: 'known' }] };

  test.each<[string, JudgeRules, MachineEvent[], string]>([
    ['fails', login('oops'), [out(1, 'oops\n')], 'failed: forbidden: "oops"'],
    ['in an unfinished line', login('oops'), [out(1, 'oops')], 'failed: forbidden: "oops"'],
    ['before the last step', login('oops'), [out(1, 'oops\nlogin: ')], 'failed: forbidden: "oops"'],
    [
      'before the last step in its line',
      login('oops'),
      [out(1, 'oops login: ')],
      'failed: forbidden: "oops"',
    ],
    ['behind the last step in its line', login('oops'), [out(1, 'login: oops\n')], 'passed'],
    ['after the last step', login('oops'), [out(1, 'login: \noops\n')], 'passed'],
    [
      'behind the last step when that needs the whole line',
      rules(['/^login/', '/done$/'], { forbid: [forbids('oops')] }),
      [out(1, 'login oops done\n')],
      'failed: forbidden: "oops"',
    ],
    ['at a line end', login('/oops$/'), [out(1, 'oops\nlogin: ')], 'failed: forbidden: /oops$/'],
    ['not at a line end', login('/oops$/'), [out(1, 'oops!\nlogin: ')], 'passed'],
    ['in text that is wiped', login('oops'), [out(1, 'oops\rlogin: ')], 'failed: forbidden: "oops"'],
    [
      'in an unfinished line of another stream',
      login('oops'),
      [out(1, 'oops', 'serial'), out(2, 'login: ')],
      'failed: forbidden: "oops"',
    ],
    ['printed by the VMM', login('oops'), [out(1, 'oops\n', 'vmm'), out(2, 'login: ')], 'passed'],
    [
      'on another stream than named',
      rules(['login: '], { forbid: [forbids('oops', 'serial')] }),
      [out(1, 'oops\nlogin: ')],
      'passed',
    ],
    ['allowed by its line', login('BUG', allowed), [out(1, 'BUG: harmless\nlogin: ')], 'passed'],
    [
      'allowed, before the last step in its line',
      login('BUG', allowed),
      [out(1, 'BUG login: harmless\n')],
      'passed',
    ],
  ])('%s', (_, want, events, expected) => {
    expect(outcome(want, events)).toBe(expected);
  });

  test('is reported once a line, with the whole line and the place in the scenario', () => {
    const { verdict } = judge(rules(['x'], { forbid: [forbids('oops')] }), [
      ...outs(1, 'one\n[1] oo', 'ps oops: err', 'or\n'),
      endOfLog(2),
    ]);
    const found = verdict.findings.filter(({ kind }) => kind === 'forbidden');
    expect(found).toMatchObject([
      { stream: 'console', line: 2, text: '[1] oops oops: error', where: { file: 'scenario.yml', line: 1 } },
    ]);
  });
});

describe('a known failure line', () => {
  const MET = 'login: ';

  test.each<[string, Partial<JudgeRules>, MachineEvent[], string]>([
    ['fails', {}, [out(1, PANIC)], 'failed: Kernel panic: init ended with status 0x01'],
    [
      'of a host, when a guest that runs containers prints it',
      {},
      [out(1, 'containerd: failed to pull and unpack image "a/b:1": not found\n')],
      'failed: containerd could not pull the image a/b:1',
    ],
    [
      'fails in spite of the last step',
      {},
      [out(1, `${PANIC}login: `)],
      'failed: Kernel panic: init ended with status 0x01',
    ],
    ['after the last step changes nothing', {}, [out(1, `login: \n${PANIC}`)], 'passed'],
    ['is no failure when the VMM prints it', {}, [out(1, PANIC, 'vmm'), out(2, MET)], 'passed'],
    [
      'is no failure when it is allowed',
      { allow: [{ pattern: expects('/kill init/').pattern, reason: 'on purpose' }] },
      [out(1, `${PANIC}login: `)],
      'passed',
    ],
    [
      'harmless words are suppressed',
      {},
      [out(1, '[ 1.0] ODEBUG: kernel BUG at lib/debugobjects.c:1!\nlogin: ')],
      'passed',
    ],
    [
      'is seen on any guest stream',
      {},
      [out(1, PANIC, 'serial'), out(2, MET)],
      'failed: Kernel panic: init ended with status 0x01',
    ],
    [
      'cut by a pause',
      {},
      [out(1, PANIC.trim()), out(90, 'x')],
      'failed: Kernel panic: init ended with status 0x01',
    ],
    [
      'of QEMU on its stderr is an error of the host',
      {},
      [out(1, 'Could not access KVM kernel module: No such file or directory\n', 'vmm'), exit(5, 1)],
      'errored: ',
    ],
  ])('%s', (_, more, events, expected) => {
    expect(outcome(rules([MET], more), events).startsWith(expected)).toBe(true);
  });

  test.each<['fatal' | 'error' | 'warning', string, string]>([
    ['fatal', WARNING, 'passed'],
    ['fatal', PANIC, 'failed'],
    ['warning', WARNING, 'failed'],
  ])('with fail-on %s', (failOn, line, expected) => {
    const { verdict } = judge(rules([MET], { failOn }), [out(1, `${line}login: `)]).verdict;
    expect(verdict).toBe(expected);
  });

  test.each([
    ['a WARN_ON()', WARNING, 'failed'],
    ['lockdep', 'WARNING: possible circular locking dependency detected\n', 'failed'],
    ['RCU', 'WARNING: suspicious RCU usage\n', 'failed'],
    ['KCSAN', 'BUG: KCSAN: data-race in f / g\n', 'failed'],
    ['the unwinder', "WARNING: kernel stack regs at 0000000000000001 in a:1 has bad 'bp' value\n", 'failed'],
    ["a user program's segfault", 'a[1]: segfault at 0 ip 1 sp 2 error 4 in a[1+2]\n', 'passed'],
    ['a unit that did not start', '[FAILED] Failed to start a.service.\n', 'passed'],
  ])('of %s, at the default severity', (_, line, expected) => {
    expect(judge(rules([MET]), [out(1, `${line}login: `)]).verdict.verdict).toBe(expected);
  });

  test('that is allowed is reported with the reason', () => {
    const allow = [{ pattern: expects('kill init').pattern, reason: 'on purpose' }];
    const { verdict } = judge(rules([MET], { allow }), [out(1, `${PANIC}login: `)]);
    expect(verdict.findings).toMatchObject([{ id: 'linux-panic-init-killed-status', allowed: 'on purpose' }]);
    expect(verdict.findings[0]?.outcome).toBeUndefined();
  });

  test('is named once, by the first row of the catalog that fits', () => {
    const { verdict } = judge(rules([MET]), [out(1, PANIC)]);
    expect(verdict.findings.map(({ id }) => id)).toEqual(['linux-panic-init-killed-status']);
  });

  test('the first failure decides, later ones are reported', () => {
    const { verdict } = judge(rules([MET], { forbid: [forbids('oops')] }), [out(1, `oops\n${PANIC}`)]);
    expect(verdict.reason).toBe('forbidden: "oops"');
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(['forbidden', 'signature']);
  });
});

describe('after a failure the rest of the report', () => {
  const report = (events: MachineEvent[]): [number, readonly string[] | undefined] => {
    const { time, cause } = judge(rules(['never']), events).verdict;
    return [time, cause?.report?.map((line) => line.replace(/^\[.*?\] /, ''))];
  };
  const FIRST = PANIC.trim().replace(/^\[.*?\] /, '');

  test('is collected until the guest is quiet', () => {
    const events = [out(1000, PANIC), out(1200, 'CPU: 0\n'), out(1400, 'Call Trace:\n'), out(3000, 'late\n')];
    expect(report(events)).toEqual([1400 + QUIET_MS, [FIRST, 'CPU: 0', 'Call Trace:']]);
  });

  test('is collected until its last line, and what came with that', () => {
    const [time, lines] = report([
      ...outs(1000, PANIC, 'CPU: 0\n', PANIC_END, 'more\n'),
      out(1100, 'late\n'),
    ]);
    expect(time).toBe(1050);
    expect(lines).toEqual([FIRST, 'CPU: 0', PANIC_END.trim().replace(/^\[.*?\] /, ''), 'more']);
  });

  test('is collected for a limited time', () => {
    const chatter = Array.from({ length: 40 }, (_, index) => out(1000 + 100 * index, `${index}\n`));
    expect(report([out(1000, PANIC), ...chatter])[0]).toBe(1000 + REPORT_MS);
  });

  test('is that of its own stream', () => {
    const [, lines] = report([out(1000, PANIC), out(1010, 'other\n', 'serial'), out(1020, 'own\n')]);
    expect(lines).toEqual([FIRST, 'own']);
  });

  test('ends when the machine does; the reset that follows a panic is not the cause', () => {
    const events = [out(1000, PANIC), vm(1010, 'reset'), exit(1020)];
    expect(judge(rules(['never']), events).verdict).toMatchObject({
      verdict: 'failed',
      reason: 'Kernel panic: init ended with status 0x01',
      time: 1020,
    });
  });
});

describe('harmless text with the words of a failure', () => {
  test.each<[string, string, string]>([
    ['is none', '2024/01/01 00:00:00 DEBUG: kernel BUG: list is empty', 'passed'],
    ['is none, with its label', '[    1.000000] INFO: lockdep is turned off.', 'passed'],
    [
      'hides no panic behind it, where its line has no end',
      'DEBUG: probing the disk... [    5.000000] Kernel panic - not syncing: x',
      'failed: Kernel panic: x',
    ],
    ['nor one without a time', 'DEBUG: probing... Kernel panic - not syncing: x', 'failed: Kernel panic: x'],
    [
      'nor the panic that quotes it',
      'Kernel panic - not syncing: DEBUG: x',
      'failed: Kernel panic: DEBUG: x',
    ],
    [
      'nor an oops',
      'INFO: lockdep is turned off.[    6.000000] BUG: unable to handle page fault for address: ffff888000000000',
      'failed: Page fault in the kernel',
    ],
  ])('%s', (_, line, expected) => {
    expect(outcome(rules(['login: ']), [out(1, `${line}\n`), out(5000, 'login: ')])).toContain(expected);
  });
});
