/** A machine that starts again in the middle of a log was reset; what dmesg prints again was not. */

import { describe, expect, test } from '@jest/globals';
import { BANNER, LOGIN, read, TD } from './reading.ts';

const OTHER = BANNER.replace('6.8.0', '6.9.0');

test('a firmware that starts twice and never comes to a kernel was reset', () => {
  const start = ['Setting up 4 GiB identity mapping', 'Page tables setup', 'Found bootloader (BOOTX64.EFI)'];
  const { diagnosis } = read([...start, ...start]);
  expect(diagnosis?.title).toBe('The firmware reset the machine before it started anything');
});

describe('a reset in the middle', () => {
  const half = [BANNER, TD, '[    1.1] smp: Brought up 1 node, 4 CPUs'];

  test.each<[string, string[]]>([
    ['a second banner of the same kernel', [...half, ...half]],
    ['a kernel behind another one that came to no login', [...half, OTHER, LOGIN]],
    [
      'an EFI stub after a kernel',
      [...half, 'EFI stub: Loaded initrd from command line option', OTHER, LOGIN],
    ],
    ['a SeaBIOS after a kernel', [...half, 'SeaBIOS (version 1.16.3-debian-1.16.3-2)']],
    [
      'a RELEASE edk2 after a kernel',
      [...half, 'BdsDxe: loading Boot0001 "UEFI Misc Device" from PciRoot(0x0)'],
    ],
    ['an edk2 after a kernel', [...half, 'SecCoreStartupWithStack(0xFFFCC000, 0x820000)']],
    ['of a guest that was up', [BANNER, TD, LOGIN, 'SeaBIOS (version 1.16.3-debian-1.16.3-2)']],
    [
      'of a guest that comes up again',
      [BANNER, TD, LOGIN, 'SeaBIOS (version 1.16.3-debian-1.16.3-2)', BANNER, LOGIN],
    ],
  ])('%s', (_, lines) => {
    const { diagnosis } = read(lines);
    expect(diagnosis).toMatchObject({ title: expect.stringMatching(/^The machine was reset: /) });
    expect(diagnosis?.evidence).toContainEqual(expect.objectContaining({ line: 4 }));
  });

  test.each([
    '[    9.0] reboot: Restarting system',
    '[    9.0] kexec_core: Starting new kernel',
    '[    9.0] kexec: Starting new kernel',
    "I'm in purgatory",
  ])('is none behind: %s', (leave) => {
    expect(read([...half, leave, ...half, LOGIN]).answer).toBe('nothing-wrong');
    expect(read([...half, leave, OTHER, LOGIN]).answer).toBe('nothing-wrong');
    expect(read([...half, leave, OTHER, TD]).answer).toBe('known');
  });

  test('is none where dmesg prints the log, and after the kernel of the host', () => {
    expect(read([...half, LOGIN, 'guest:~# dmesg', ...half]).answer).toBe('nothing-wrong');
    const host = [BANNER, '[    1.0] virt/tdx: module initialized'];
    expect(read([...host, BANNER, TD, LOGIN]).answer).toBe('nothing-wrong');
    expect(read([...host, OTHER, TD, LOGIN]).answer).toBe('nothing-wrong');
  });

  test('of a guest is seen behind the one of a host', () => {
    const host = [BANNER, '[    1.0] virt/tdx: module initialized'];
    const { diagnosis } = read([...host, OTHER, TD, BANNER.replace('6.8.0', '6.10.0'), TD, LOGIN]);
    expect(diagnosis?.cause).toBe('guest-reset');
  });
});

test('a guest that stops behind the log of one that came up, with another kernel, is not passed over', () => {
  const stops = [OTHER, TD, '[    1.1] smp: Brought up 1 node, 4 CPUs'];
  const { answer, diagnosis } = read([BANNER, TD, LOGIN, ...stops]);
  expect([answer, diagnosis?.cause]).toEqual(['known', 'td-kernel-stopped']);
  expect(read([BANNER, TD, LOGIN, ...stops, LOGIN]).answer).toBe('nothing-wrong');
});

test('a guest that comes up, says that it starts anew, and stops is not passed over', () => {
  const boot = [BANNER, TD, '[    1.1] smp: Brought up 1 node, 4 CPUs'];
  const leave = '[    9.0] reboot: Restarting system';
  expect(read([...boot, LOGIN, leave, ...boot]).diagnosis?.cause).toBe('td-kernel-stopped');
});

describe('a guest that was up, and a second banner of the same kernel', () => {
  const banner = '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP';
  const early = [banner, '[    0.000000] Command line: root=/dev/vda1', '[    0.000000] flux: the map'];
  /** Lines of a boot, with the times of its own. */
  const kernel = (seed: number): string[] =>
    Array.from(
      { length: 50 },
      (_, at) => `[    ${at}.${100_001 + ((at * seed) % 800_000)}] flux: step ${at}`,
    );
  const up = ['[  OK  ] Reached target Multi-User System.', 'tdx-guest login: '];

  test('with lines of other times is a reset, whatever came up after it', () => {
    const { answer, diagnosis, stopped } = read([
      ...early,
      ...kernel(7919),
      ...up,
      ...early,
      ...kernel(104_729),
      ...up,
    ]);
    expect([answer, diagnosis?.cause, stopped]).toEqual(['known', 'guest-reset', true]);
    expect(diagnosis?.evidence[0]?.line).toBe(early.length + 50 + up.length + 1);
  });

  test('that hangs at its time zero is a reset', () => {
    const { answer, diagnosis } = read([...early, ...kernel(7919), ...up, ...early]);
    expect([answer, diagnosis?.cause]).toEqual(['known', 'guest-reset']);
  });

  test.each([
    ['dmesg', ['root@tdx-guest:~# dmesg', ...early, ...kernel(7919), 'root@tdx-guest:~# ']],
    ['a copy of the console', [...early, ...kernel(7919), ...up]],
    ['the banner alone', ['root@tdx-guest:~# dmesg | head -1', banner, 'root@tdx-guest:~# ']],
  ])('with the lines of the first is none: %s', (_, again) => {
    expect(read([...early, ...kernel(7919), ...up, ...again]).answer).toBe('nothing-wrong');
  });

  test('after it said that it starts anew is none', () => {
    const leave = '[   99.100001] reboot: Restarting system';
    expect(read([...early, ...kernel(7919), ...up, leave, ...early, ...kernel(104_729), ...up]).answer).toBe(
      'nothing-wrong',
    );
  });
});
