/** How a run ends: exits, resets, aborts and scans that cannot run, each with a verdict of its own. */

import { describe, expect, test } from '@jest/globals';
import { LINE_CAP } from '../../src/console/scanner.ts';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { JudgeRules } from '../../src/scenario/scenario.ts';
import { abort, endOfLog, exit, expects, forbids, judge, out, outcome, rules, vm } from '../support/rules.ts';

const LAUNCH: MachineEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1 };
const BANNER = '[    0.000000] Linux version 6.8.0 (gcc) #1 SMP\r\n';

describe('the end of the machine', () => {
  const onExit: Partial<JudgeRules> = { stop: 'on-exit' };

  test.each<[string, Partial<JudgeRules>, MachineEvent[], string]>([
    [
      'a VMM that ends by itself, before the steps',
      {},
      [exit(9)],
      'errored: the VMM ended with exit code 0, and has not said that the guest ended',
    ],
    [
      'a VMM that ends by itself, after the steps',
      onExit,
      [out(1, 'x\n'), exit(9)],
      'errored: the VMM ended with exit code 0, and has not said that the guest ended',
    ],
    [
      'power-off before the steps',
      {},
      [vm(8, 'shutdown'), exit(9)],
      'failed: the guest powered off before step 1 saw "x"',
    ],
    ['last words before the exit count', {}, [out(8, 'x'), exit(9)], 'passed'],
    ['on-exit: steps, then exit', onExit, [out(1, 'x\n'), vm(8, 'shutdown'), exit(9)], 'passed'],
    [
      'on-exit: exit without steps',
      onExit,
      [vm(8, 'shutdown'), exit(9)],
      'failed: the guest powered off before step 1 saw "x"',
    ],
    [
      'on-exit: steps, then a reset',
      onExit,
      [out(1, 'x\n'), vm(8, 'reset'), exit(9)],
      'failed: the guest reset itself',
    ],
    [
      'on-exit: steps, then a panic that the VMM reports',
      onExit,
      [out(1, 'x\n'), vm(7, 'panicked', 'pvpanic'), vm(8, 'shutdown'), exit(9)],
      'failed: the guest reported a panic: pvpanic',
    ],
    [
      'on-exit: steps, then the VMM fails',
      onExit,
      [out(1, 'x\n'), exit(9, 1)],
      'errored: the VMM ended with exit code 1',
    ],
    [
      'on-exit: steps, then a reset, after which the guest powers off',
      onExit,
      [out(1, 'x\n'), vm(7, 'reset'), vm(8, 'shutdown'), exit(9)],
      'failed: the guest reset itself',
    ],
    [
      'on-exit: steps, then a TD that is ended, after a power-off that was begun',
      onExit,
      [out(1, 'x\n'), vm(7, 'shutdown'), vm(8, 'crashed', 'triple fault'), vm(9, 'shutdown'), exit(9)],
      'failed: the Trust Domain was ended: triple fault',
    ],
    ['a reset', {}, [vm(8, 'reset'), exit(9)], 'failed: the guest reset itself, while step 1 waits for "x"'],
    ['the VMM fails', {}, [exit(9, 1)], 'errored: the VMM ended with exit code 1'],
    ['the VMM is killed', {}, [exit(9, null, 'SIGKILL')], 'errored: the VMM ended with signal SIGKILL'],
    [
      'the VMM fails and says why',
      {},
      [out(1, 'qemu: strange thing\n', 'vmm'), exit(9, 1)],
      'errored: the VMM ended with exit code 1: qemu: strange thing',
    ],
    [
      'an exit code that the guest chooses means nothing',
      onExit,
      [
        { ...LAUNCH, argv: ['qemu', '-device', 'isa-debug-exit,iobase=0xf4'] },
        out(1, 'x\n'),
        vm(8, 'shutdown'),
        exit(9, 3),
      ],
      'passed',
    ],
    [
      'a VMM in a shell that crashes after a power-off',
      onExit,
      [out(1, 'x\n'), out(2, 'corrupted size\n', 'vmm'), vm(8, 'shutdown'), exit(9, 139)],
      'errored: the VMM ended with exit code 139, after the guest had powered off: corrupted size',
    ],
    [
      'a VMM that crashes after a power-off',
      onExit,
      [out(1, 'x\n'), vm(8, 'shutdown'), exit(9, null, 'SIGSEGV')],
      'errored: the VMM ended with signal SIGSEGV, after the guest had powered off',
    ],
    [
      'a VMM that crashes after a power-off that came too early',
      onExit,
      [vm(8, 'shutdown'), exit(9, null, 'SIGSEGV')],
      'errored: the VMM ended with signal SIGSEGV, after the guest had powered off',
    ],
    ['KVM gives up', {}, [vm(8, 'broken', 'internal-error'), exit(9, 1)], 'errored: internal-error'],
    ['output limit', {}, [out(1, 'y'), abort(9, 'output-limit', 'too much')], 'failed: too much'],
    [
      'output limit, but the flood says why',
      { forbid: [forbids('y')] },
      [out(1, 'y'), abort(9, 'output-limit', 'z')],
      'failed: forbidden: "y"',
    ],
    ['cancelled', {}, [abort(9, 'cancelled', 'SIGTERM')], 'errored: SIGTERM'],
    ['not started', {}, [abort(0, 'not-started', 'no qemu')], 'errored: no qemu'],
    ['end of the log', {}, [out(1, 'y'), endOfLog(1)], 'failed: step 1: "x" is not in the log'],
    ['end of the log, on-exit', onExit, [out(1, 'x'), endOfLog(1)], 'passed'],
  ])('%s', (_, more, events, expected) => {
    expect(outcome(rules(['x'], more), events)).toBe(expected);
  });
});

describe('a second banner', () => {
  test.each<[string, MachineEvent[], string]>([
    [
      'on the same stream is a reset',
      [out(1, BANNER), out(9, BANNER)],
      'failed: the machine was reset: a second kernel banner',
    ],
    [
      'with another time stamp, too',
      [out(1, BANNER), out(9, BANNER.replace('0.000000', '0.000123'))],
      'failed: the machine was reset: a second kernel banner',
    ],
    [
      'of a firmware after a kernel is a reset',
      [out(1, BANNER), out(9, 'SeaBIOS (version 1.16.3-debian-1.16.3-2)\n')],
      'failed: the machine was reset: SeaBIOS after a kernel',
    ],
    [
      'of a RELEASE edk2 after a kernel is one, too',
      [out(1, BANNER), out(9, 'BdsDxe: loading Boot0001 "UEFI"\n')],
      'failed: the machine was reset: boot option loading after a kernel',
    ],
    [
      'of boot options that a RELEASE edk2 tries before a kernel is none',
      [
        out(1, 'BdsDxe: loading Boot0001 "a"\nBdsDxe: loading Boot0002 "b"\n'),
        out(9, BANNER),
        out(10, 'ready'),
      ],
      'passed',
    ],
    [
      'of SeaBIOS before a kernel is its screen',
      [out(1, 'SeaBIOS (version 1)\n'), out(2, 'SeaBIOS (version 1)\n'), out(9, BANNER), out(10, 'ready')],
      'passed',
    ],
    [
      'on another stream is the same boot',
      [out(1, BANNER), out(9, BANNER, 'serial'), out(10, 'ready')],
      'passed',
    ],
    [
      'without time stamp is a quotation',
      [out(1, BANNER), out(9, 'Linux version 6.8.0 (gcc)\n'), out(10, 'ready')],
      'passed',
    ],
    [
      'printed by the VMM is none',
      [out(1, BANNER, 'vmm'), out(9, BANNER, 'vmm'), out(10, 'ready')],
      'passed',
    ],
  ])('%s', (_, events, expected) => {
    expect(outcome(rules(['ready']), events)).toBe(expected);
  });
});

/** The log of a boot: `seed` gives its lines other microseconds. */
function kernelLog(lines: number, seed: number): string {
  const line = (index: number): string => {
    const time = (index * 0.0131 + seed / 1e6).toFixed(6).padStart(12);
    return `[${time}] pci 0000:00:${index}: registered\r\n`;
  };
  return BANNER + Array.from({ length: lines }, (_, index) => line(index + 1)).join('');
}

describe('a kernel log that is printed again by dmesg', () => {
  const boot = kernelLog(60, 17);
  const reset = 'failed: the machine was reset: a second kernel banner';
  const early = `${BANNER}[    0.000000] Command line: console=ttyS0\r\n`;
  const earlyConsole = `${early}[    0.000000] printk: bootconsole [earlyser0] enabled\r\n`;
  const untimed = (text: string): string => text.replaceAll(/^\[.*?\] /gm, '');
  const logged = (text: string, minute: number): string =>
    text.replaceAll(/^(?=.)/gm, `2026-11-26T21:0${minute}:00.1234567Z `);
  const kexec = (cmdline: string): string => `${untimed(BANNER)}Command line: ${cmdline}\r\n`;

  test.each<[string, string[], string]>([
    ['is no second boot', [boot, boot, 'ready'], 'passed'],
    ['three times, too', [boot, boot, boot, boot, 'ready'], 'passed'],
    ['in part', [boot, BANNER, 'ready'], 'passed'],
    ['after a quiet boot, twice', ['# ', boot, boot, 'ready'], 'passed'],
    [
      'with lines that the console has not shown',
      [boot, kernelLog(9, 5), boot.replace(BANNER, ''), 'ready'],
      'passed',
    ],
    [
      'before the kernel says something new',
      [boot, BANNER, '[   99.123456] eth0: up\r\n', 'ready'],
      'passed',
    ],
    ['is none when other times follow', [boot, kernelLog(60, 33), 'ready'], reset],
    ['is none when the second boot is over soon', [boot, kernelLog(5, 33), 'ready'], reset],
    ['is none when the second boot comes after dmesg', [boot, boot, kernelLog(60, 33), 'ready'], reset],
    [
      'is none when the second boot prints a banner by dmesg',
      [boot, kernelLog(9, 33), BANNER, 'ready'],
      reset,
    ],
    ['is none of another kernel', [boot, boot.replace('6.8.0', '6.9.0'), 'ready'], reset],
    ['is none where nothing else follows and a step is open', [boot, BANNER], reset],
    ['is none where no time had passed in the first', [early, early, kernelLog(9, 5), 'ready'], reset],
    [
      'by a console that registers after an early one',
      [earlyConsole, earlyConsole, kernelLog(9, 5).replace(BANNER, ''), 'ready'],
      'passed',
    ],
    [
      'is none where an early console begins a third time',
      [earlyConsole, earlyConsole, earlyConsole, 'ready'],
      reset,
    ],
    ['without times: the same line follows', [untimed(boot), untimed(boot), 'ready'], reset],
    ['without times: kexec with another command line', [kexec('a'), kexec('b'), 'ready'], reset],
    ['with times of a CI system: a reset', [logged(boot, 1), logged(kernelLog(60, 33), 2), 'ready'], reset],
    ['with times of a CI system: dmesg', [logged(boot, 1), logged(boot, 2), 'ready'], 'passed'],
    [
      'with times of a CI system alone: a reset',
      [logged(untimed(boot), 1), logged(untimed(boot), 2), 'ready'],
      reset,
    ],
    [
      'with times of a CI system alone: kexec',
      [logged(kexec('a'), 1), logged(kexec('b'), 2), 'ready'],
      reset,
    ],
    ['without times: cat /proc/version', [untimed(boot), untimed(BANNER), '# ', 'ready'], 'passed'],
  ])('%s', (_, texts, expected) => {
    const whole = texts.map((text, index) => out(1000 * (index + 1), text));
    const pieces = texts.flatMap((text, index) =>
      (text.match(/[\s\S]{1,50}/g) ?? []).map((piece) => out(1000 * (index + 1), piece)),
    );
    const asked = rules(['ready'], { settleMs: 0 });
    expect([outcome(asked, whole), outcome(asked, pieces)]).toEqual([expected, expected]);
  });

  test.each([
    ['hangs at its time zero', early, reset],
    ['is dmesg of which the first lines were wanted', `${early}# `, 'passed'],
    ['is dmesg of which the banner was wanted', `${BANNER}# `, 'passed'],
  ])('of a log that ends: a second banner %s', (_, again, expected) => {
    const events = [out(1, `${early}${boot.replace(BANNER, '')}ready\r\n`), out(2, again), endOfLog(3)];
    expect(outcome(rules(['ready'], { settleMs: 1000 }), events)).toBe(expected);
  });

  test('a run ends while dmesg prints the first lines again: its steps were met', () => {
    const events = [out(1, `${early}${boot.replace(BANNER, '')}ready\r\n`), out(2, early), out(5000, '# ')];
    expect(outcome(rules(['ready'], { settleMs: 1000 }), events)).toBe('passed');
  });

  // The judge looks at a line that stays unfinished: the rest of that line is not the line that follows the banner.
  test.each([
    ['the first', [BANNER.slice(0, 40), boot.slice(40)], [boot]],
    ['the second', [boot], [BANNER.slice(0, 40), boot.slice(40)]],
  ])('without times: the guest pauses within %s banner', (_, first, second) => {
    const texts = [...first, ...second, 'ready'].map((text) => text.replaceAll(/^\[.*?\] /gm, ''));
    const events = texts.map((text, index) => out(10_000 * (index + 1), text));
    expect(outcome(rules(['ready'], { settleMs: 0 }), events)).toBe(reset);
  });
});

describe('phases', () => {
  test('are reached once each, the furthest is the verdict’s', () => {
    const { verdict } = judge(rules(['ready']), [
      out(5, 'SecCoreStartupWithStack(0x1, 0x2)\r\n', 'debugcon'),
      out(20, BANNER),
      endOfLog(30),
    ]);
    expect(verdict.phase).toBe('kernel');
    expect(verdict.timeline).toEqual([
      { time: 5, phase: 'firmware', title: 'first output on debugcon' },
      { time: 5, phase: 'firmware', title: 'edk2 SEC' },
      { time: 20, phase: 'kernel', title: 'kernel banner' },
    ]);
  });

  test.each<[string, readonly MachineEvent[], string]>([
    ['a VMM that cannot be started is the host’s', [abort(0, 'not-started', 'no QEMU')], 'host'],
    ['a VMM that starts and says nothing', [LAUNCH, exit(9)], 'vmm'],
    ['a VMM that only speaks for itself', [out(1, 'hello\n', 'vmm'), exit(9)], 'vmm'],
  ])('%s', (_, events, phase) => {
    expect(judge(rules(['ready']), events).verdict.phase).toBe(phase);
  });
});

describe('a scan that cannot run', () => {
  const BOMB = '/(?=(a+)+$)[ab]/';
  const LINE = `${'a'.repeat(40)}!\n`;
  const TITLE =
    'errored: the console could not be judged: /(?=(a+)+$)[ab]/ took more than 100 ms of CPU time on one line';

  test.each<[string, JudgeRules, MachineEvent[]]>([
    ['in an expectation', rules([BOMB]), [out(1, LINE)]],
    [
      'in a forbidden text, although the steps are met later',
      rules(['x'], { forbid: [forbids(BOMB)] }),
      [out(1, `${LINE}x`)],
    ],
    [
      'in a forbidden text, at a pause',
      rules(['x'], { forbid: [forbids(BOMB)] }),
      [out(1, LINE.trim()), out(99, 'x')],
    ],
    [
      'after a failure',
      rules(['never', BOMB], { forbid: [forbids('oops'), forbids(BOMB)] }),
      [out(1, `oops\n${LINE}`)],
    ],
    [
      'in the allow list',
      rules(['x'], { forbid: [forbids('!')], allow: [{ pattern: expects(BOMB).pattern, reason: 'r' }] }),
      [out(1, LINE)],
    ],
  ])('is an error: %s', (_, want, events) => {
    expect(outcome(want, events)).toBe(TITLE);
  });

  test('says what to do', () => {
    expect(judge(rules([BOMB]), [out(1, LINE)]).verdict.hint).toContain('rewrite it');
  });
});

describe('a line that is too long', () => {
  test('is judged in pieces, and said to be', () => {
    const long = `${'.'.repeat(LINE_CAP)}login: `;
    const { verdict, events } = judge(rules(['login: ']), [out(1, long)]);
    expect(verdict.verdict).toBe('passed');
    expect(events.filter(({ type }) => type === 'notice')).toEqual([
      {
        type: 'notice',
        time: 1,
        message: `console line 1 is longer than ${LINE_CAP} characters and is judged in pieces, as others may be`,
      },
    ]);
  });

  describe('where two pieces meet', () => {
    const FORBIDDEN = { forbid: [forbids('bad news')] };
    const across = (text: string, before: number): string =>
      `${'.'.repeat(LINE_CAP - before)}${text}${'.'.repeat(2000)}\nready\n`;

    test.each([1, 4, 7])('forbidden text is found, %d characters of it before the seam', (before) => {
      const { verdict } = judge(rules(['ready'], FORBIDDEN), [out(1, across('bad news', before))]);
      expect([verdict.verdict, verdict.reason]).toEqual(['failed', 'forbidden: "bad news"']);
      expect(verdict.findings).toHaveLength(1);
    });

    test.each([1, 13, 25])('a known failure is found, %d characters of it before the seam', (before) => {
      const panic = 'Kernel panic - not syncing: x';
      const { verdict } = judge(rules(['ready']), [out(1, across(panic, before))]);
      expect(verdict.findings.map(({ id }) => id)).toEqual(['linux-panic']);
      expect(verdict.verdict).toBe('failed');
    });

    test('forbidden text is found in a line without an end, too', () => {
      const unfinished = across('bad news', 4).split('\n', 1)[0] ?? '';
      const { verdict } = judge(rules(['ready'], FORBIDDEN), [out(1, unfinished), out(2, 'ready', 'serial')]);
      expect([verdict.verdict, verdict.reason]).toEqual(['failed', 'forbidden: "bad news"']);
      expect(verdict.findings).toHaveLength(1);
    });

    test('what stands before it is found once', () => {
      const { verdict } = judge(rules(['ready'], FORBIDDEN), [out(1, across('bad news', 100))]);
      expect(verdict.findings).toHaveLength(1);
    });

    test('a step is met in a piece only', () => {
      const { verdict } = judge(rules(['read it', 'ready']), [out(1, across('read it', 3)), exit(2)]);
      expect(verdict.verdict).not.toBe('passed');
    });
  });
});
