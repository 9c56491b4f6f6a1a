/** The shell of an initramfs that did not get at its root file system: it waits for a person, and is no life of the guest. */

import { expect, test } from '@jest/globals';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';

/** The last lines of an image of Debian 12 whose file system has blocks smaller than those of its dm-verity device. */
const KERNEL = [
  '[    0.000000] Linux version 6.1.0-38-cloud-amd64 (debian-kernel@lists.debian.org)',
  '[   22.840587] Run /init as init process',
  '[   29.400986] EXT4-fs (dm-0): flux',
];
const SHELL = [
  'BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) built-in shell (ash)',
  "Enter 'help' for a list of built-in commands.",
  '',
  "sh: can't access tty; job control turned off",
  '/ # \x1b[6n',
];

function read(...words: readonly string[]): LogReport {
  const reader = new LogReader('serial');
  reader.push(Buffer.from([...KERNEL, ...words, ...SHELL].join('\r\n')));
  return reader.end();
}

test.each([
  ['initramfs-root-mount', 'mount: mounting /dev/mapper/root on /root failed: Invalid argument'],
  ['initramfs-root-type', "mount: /sysroot: unknown filesystem type 'erofs'."],
  ['about-guest-mount', 'cannot mount root'],
])('%s: the boot has stopped there', (cause, words) => {
  expect(read(words)).toMatchObject({
    answer: 'known',
    phase: 'initramfs',
    stopped: true,
    diagnosis: { cause, phase: 'initramfs', evidence: [{ text: words }] },
  });
});

test('the kernel’s own line says why a root was not mounted', () => {
  const { diagnosis } = read(
    '[   29.400986] EXT4-fs (dm-0): bad block size 1024',
    'mount: mounting /dev/mapper/root on /root failed: Invalid argument',
  );
  expect(diagnosis).toMatchObject({ cause: 'linux-fs-features', phase: 'initramfs' });
});

test.each([
  ['Cannot find the root disk.', 'Dropping to a shell.'],
  ['ERROR: no root device', '', 'Starting emergency shell'],
  ['mount: mounting /dev/vda on /mnt failed: No such file or directory', 'Launching a rescue shell'],
])('an init that says why it falls back to a shell: %s', (words, ...rest) => {
  expect(read(words, ...rest)).toMatchObject({
    phase: 'initramfs',
    stopped: true,
    diagnosis: {
      phase: 'initramfs',
      evidence: expect.arrayContaining([expect.objectContaining({ text: words })]),
    },
  });
});

test.each([
  ['nobody complained', []],
  ['it was asked for a shell', ['Boot took 1.52 seconds', 'Dropping to a shell']],
  [
    'what failed was no root',
    ['mount: mounting none on /sys/kernel/debug failed: No such file or directory'],
  ],
])('a guest that is its initramfs is up with its shell: %s', (_, words) => {
  expect(read(...words)).toMatchObject({ answer: 'nothing-wrong', phase: 'userspace' });
});

const INIT = '[    1.100000] Run /sbin/init as init process';
const ENOEXEC = "[    1.200000] Starting init: /sbin/init exists but couldn't execute it (error -8)";
const OTHERS = ['etc/init', 'bin/init', 'bin/sh'].map(
  (init) => `[    1.300000] Run /${init} as init process`,
);
const GAVE_UP = '[    1.400000] Kernel panic - not syncing: No working init found.';

test.each([
  ['nothing follows', [INIT, ENOEXEC], 'initramfs'],
  ['the kernel tries others and gives up', [INIT, ENOEXEC, ...OTHERS, GAVE_UP], 'kernel'],
])('an init that was announced and cannot be executed was not reached: %s', (_, lines, phase) => {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from([KERNEL[0], ...lines, ''].join('\n')));
  expect(reader.end()).toMatchObject({
    phase: 'kernel',
    diagnosis: { phase, cause: 'linux-init-exists' },
  });
});
