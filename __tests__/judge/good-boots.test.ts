/** Lines that a boot prints which comes up all the same: no run fails of them, and diagnose finds nothing wrong. */

import { describe, expect, test } from '@jest/globals';
import { LogReader } from '../../src/judge/log.ts';
import { judge, out, rules } from '../support/rules.ts';

const BEFORE = [
  '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP',
  '[    1.000000] Run /init as init process',
];
const AFTER = ['[  OK  ] Reached target Multi-User System.', 'tdx-guest login: '];

const LINES = [
  ['a module of hosts', 'modprobe: FATAL: Module tun not found in directory /lib/modules/6.8.0'],
  ['a module of hosts', "modprobe: ERROR: could not insert 'vhost_net': No such device"],
  ['a module of another kind of guest', "modprobe: ERROR: could not insert 'sev_guest': No such device"],
  [
    'a module of another kind of guest',
    'modprobe: FATAL: Module sev-guest not found in directory /lib/modules/6.8.0',
  ],
  ['a service', 'fluxd: Debug mode is enabled'],
  ['a service', 'fluxd: Cannot read configuration file /etc/flux.conf, so defaults count'],
  ['a service', "fluxd: The integrity of the data can't be verified, so it is asked for again"],
  [
    'a disk with a key file',
    'systemd-cryptsetup[200]: TPM2 operation failed, falling back to traditional unlocking: Operation not permitted',
  ],
  [
    'a disk with a key file',
    'systemd-cryptsetup[200]: No TPM2 metadata enrolled in LUKS2 header or TPM2 support not available, falling back to traditional unlocking.',
  ],
  ['a new disk', '[    3.000000] device-mapper: crypt: dm-1: INTEGRITY AEAD ERROR, sector 0'],
  ['a firmware that tries its media', 'Boot Failed. EFI DVD/CDROM'],
] as const;

/** Words that only look like a failure, in what a system prints after its login prompt. */
const LATER = [
  'Generating self-signed certificate',
  'Unauthorized use of this machine is prohibited',
  '[    5.000000] fluxd[1]: timer expired, begins anew',
] as const;

describe.each(LINES)('of %s', (_, line) => {
  test(line, () => {
    const lines = [...BEFORE, line, ...AFTER];
    const { verdict } = judge(
      rules(['login: ']),
      lines.map((text, at) => out(at + 1, at < lines.length - 1 ? `${text}\n` : text)),
    );
    expect(verdict.verdict).toBe('passed');
    const reader = new LogReader('serial');
    reader.push(Buffer.from(`${lines.join('\n')}\n`));
    expect(reader.end().answer).toBe('nothing-wrong');
  });
});

test.each(LATER)('after the login prompt: %s', (line) => {
  const reader = new LogReader('serial');
  reader.push(Buffer.from(`${[...BEFORE, ...AFTER, line].join('\n')}\n`));
  expect(reader.end().answer).toBe('nothing-wrong');
});

test('the guest agent of QEMU is not the VMM', () => {
  const reader = new LogReader('mixed');
  reader.push(
    Buffer.from(`${BEFORE.join('\n')}\n[   12.0] Out of memory: Killed process 812 (qemu-ga) total-vm:1kB\n`),
  );
  expect(reader.end().diagnosis?.cause).toBe('linux-oom-kill');
});

test('a disk that stays closed has the reason that its TPM gave', () => {
  const reader = new LogReader('serial');
  const tpm = 'systemd-cryptsetup[450]: TPM policy does not match current system state.';
  const closed = 'systemd-cryptsetup[450]: Failed to activate with specified passphrase.';
  reader.push(Buffer.from(`${[...BEFORE, tpm, closed].join('\n')}\n`));
  expect(reader.end().diagnosis?.cause).toBe('systemd-tpm2-policy');
});
