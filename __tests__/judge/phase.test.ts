/** The phase of a run is the furthest that its output shows, also in the line that ends the run. */

import { expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { agent, ended, endOfLog, forbids, judge, out, outs, rules, runs } from '../support/rules.ts';

const DIRECT = rulesOf('guest: {kernel: k, initrd: i}\n');
const OVMF = rulesOf('firmware: OVMF.fd\nguest: {kernel: k, initrd: i}\n');
const DISK = rulesOf('guest: {disks: [d]}\n');

function rulesOf(guest: string) {
  const text = `version: 1\nplatform: emulated\n${guest}steps: [{expect: ready}]\n`;
  return parseScenario('boot.yml', text, '/').scenario.rules;
}

test.each([
  ['a quiet kernel that QEMU starts', DIRECT, [out(1, 'ready')], 'kernel'],
  ['its firmware on the debug port', DIRECT, [out(1, 'SeaBIOS\n', 'debugcon')], 'firmware'],
  [
    'its firmware, and then the kernel',
    DIRECT,
    [out(1, 'x\n', 'debugcon'), out(2, 'ready', 'serial')],
    'kernel',
  ],
  ['the VMM alone', DIRECT, [out(1, 'ready', 'vmm')], 'vmm'],
  ['the same behind a firmware of the user', OVMF, [out(1, 'ready')], 'firmware'],
  ['a disk', DISK, [out(1, 'ready')], 'firmware'],
])('the first output: %s', (_, scenario, events, phase) => {
  expect(judge(scenario, events).verdict.phase).toBe(phase);
});

test.each([
  ['/Linux version 6\\.\\d+/', '[    0.0] Linux version 6.1.0 (x)', 'kernel'],
  ['Linux version', '[    0.0] Linux version 6.1.0 (x)', 'kernel'],
  ['/Linux version (?<release>\\S+)/', '[    0.0] Linux version 6.1.0 (x)', 'kernel'],
  ['login:', 'debian login: ', 'userspace'],
  ['/ login: $/', 'debian login: ', 'userspace'],
  ['Run /init as init', '[    1.0] Run /init as init process', 'firmware'],
])('a run that %s ends', (pattern, line, phase) => {
  const whole = judge(rules([pattern]), [out(1, `${line}\n`)]).verdict;
  const bytes = judge(rules([pattern]), outs(1, ...line)).verdict;
  for (const verdict of [whole, bytes]) {
    expect([verdict.verdict, verdict.phase]).toEqual(['passed', phase]);
  }
});

const BANNER = '[    0.000000] Linux version 6.1.0 (x)';
const INIT = '[    1.0] Run /init as init process';

const NO_INIT = '[    1.1] Kernel panic - not syncing: Requested init /sbin/x failed (error -2).';
const OTHER_INIT = '[    1.2] Run /sbin/init as init process';
const NO_INTERPRETER = '[    1.1] Failed to execute /init (error -2)';

test.each<[string, JudgeRules, MachineEvent[], string]>([
  [
    'an init that the kernel announces and does not find',
    rules(['never']),
    [out(1, `${BANNER}\n[    1.0] Run /sbin/x as init process\n${NO_INIT}\n`), out(20, 'the end')],
    'kernel',
  ],
  [
    'inits of which none can be executed',
    rules(['never']),
    [out(1, `${BANNER}\n${INIT}\n${NO_INTERPRETER}\n${OTHER_INIT}\n${NO_INIT}\n`), out(20, 'the end')],
    'kernel',
  ],
  [
    'an init that cannot be executed, where another one can',
    rules(['never'], { failOn: 'fatal' }),
    [out(1, `${BANNER}\n${INIT}\n${NO_INTERPRETER}\n${OTHER_INIT}\n`), out(20, 'the end')],
    'userspace',
  ],
  [
    'a forbidden text of the kernel',
    rules(['never'], { forbid: [forbids('BAD')] }),
    [out(1, `${BANNER}\nBAD\n`), out(20, `${INIT}\ndebian login: `)],
    'kernel',
  ],
  [
    'a forbidden text with the line that shows the phase',
    rules(['never'], { forbid: [forbids('Linux version')] }),
    [out(1, `${BANNER}\n`), out(20, 'debian login: ')],
    'kernel',
  ],
  [
    'a known failure after which the guest goes on',
    rules(['never']),
    [
      out(1, `${BANNER}\n[    0.5] BUG: scheduling while atomic: swapper/0/1/0x0\n`),
      out(20, 'debian login: '),
    ],
    'kernel',
  ],
  [
    'a test',
    rules(['go']),
    [out(1, `${BANNER}\nTAP version 14\n1..1\nnot ok 1 - a\ngo\n`), out(20, 'debian login: ')],
    'kernel',
  ],
  [
    'a command',
    rules([runs('false')]),
    [out(1, `${BANNER}\n`), agent(2), ended(3, '1'), out(20, 'debian login: ')],
    'userspace',
  ],
])('a run stays in the phase in which it failed: %s', (_, scenario, events, phase) => {
  const ofFast = judge(scenario, [...events, out(300, INIT), endOfLog(5000)]).verdict;
  const ofSlow = judge(scenario, [...events.slice(0, -1), endOfLog(5000)]).verdict;
  for (const verdict of [ofFast, ofSlow]) {
    expect([verdict.verdict, verdict.phase]).toEqual(['failed', phase]);
  }
});

test('a banner that ends no run is still seen as a reset when it comes twice', () => {
  const banner = '[    0.000000] Linux version 6.1.0\n';
  const { verdict } = judge(rules(['Linux version', 'never']), [out(1, banner), out(2, banner)]);
  expect(verdict.reason).toBe('the machine was reset: a second kernel banner');
});

test('a line that the firmware prints on two streams is one milestone', () => {
  const line = 'EFI stub: Measured initrd data into PCR 9\n';
  const events = [out(1, line, 'serial'), out(2, line, 'console'), out(3, 'ready')];
  const { timeline } = judge(rules(['ready']), events).verdict;
  expect(timeline.filter(({ title }) => title === 'EFI stub')).toEqual([
    { time: 1, phase: 'kernel', title: 'EFI stub' },
  ]);
});

const SYSTEMD = '[    9.0] systemd[1]: systemd 257.13-1~deb13u1 running in system mode (+PAM +AUDIT)';
const SCRIPTS = 'Begin: Running /scripts/init-premount ... done.';
const LAST_SCRIPTS = 'Begin: Running /scripts/init-bottom ... done.';

test.each([
  ['behind the last scripts of Debian’s initramfs', `${SCRIPTS}\n${LAST_SCRIPTS}\n${SYSTEMD}`, 'userspace'],
  ['behind its first scripts', `${SCRIPTS}\n${SYSTEMD}`, 'initramfs'],
  ['in an initramfs of its own', SYSTEMD, 'initramfs'],
])('systemd %s', (_, text, phase) => {
  expect(judge(rules(['never']), [out(1, `${text}\n`), out(20, 'x')]).verdict.phase).toBe(phase);
});

test('what systemd says in the root, too, does not lead back into the initramfs', () => {
  const root = 'Starting Remount Root and Kernel File Systems';
  const lines = [root, 'Listening on udev Control Socket'].map((text) => `[   9.1] systemd[1]: ${text}...\n`);
  const { timeline } = judge(rules(['ready']), [out(1, `${lines.join('')}ready`)]).verdict;
  expect(timeline.at(-1)).toEqual({
    time: 1,
    phase: 'userspace',
    title: 'systemd of the root file system works',
  });
});

test('a capture may have any name', () => {
  const step = '/(?<__proto__>a)(?<constructor>b)/';
  const text = `version: 1\nsteps: [{expect: '${step}', capture: [__proto__, constructor]}]\n`;
  const { rules: scenario } = parseScenario('boot.yml', text, '/').scenario;
  const { captures } = judge(scenario, [out(1, 'ab\n')]).verdict;
  expect(Object.entries(captures)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
  expect(JSON.stringify(captures)).toBe('{"__proto__":"a","constructor":"b"}');
});
