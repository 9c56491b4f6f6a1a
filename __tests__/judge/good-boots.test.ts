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

/** What sound services say in their log once the system is up; each word is one of a failure elsewhere. */
const SERVICES = [
  'Nov 27 03:00:01 guest fluxd[812]: client 10.0.2.2 is forbidden to use /metrics',
  'Nov 27 03:00:01 guest fluxd[812]: plug-in flow is incompatible with this release and stays off',
  'Nov 27 03:00:01 guest sshd[900]: Invalid user admin from 10.0.2.2 port 40022',
  'Nov 27 03:00:01 guest sshd[900]: error: kex_exchange_identification: Connection closed by remote host, retrying',
  'Nov 27 03:00:01 guest flux-report[70]: level=error msg="data were not delivered, retrying in 240s"',
  'Nov 27 03:00:01 guest dbus-daemon[400]: Access denied by default policy',
] as const;

/** What the kernel of a system says that is up: of devices that no boot waits for, and of programs. */
const DEVICES = [
  'xhci_hcd 0000:00:14.0: xHC error in resume, USBSTS 0x411, Reinit',
  'ata1.00: failed to get NCQ Send/Recv Log Emask 0x1',
  'audit: type=1400 audit(1.2:3): apparmor="DENIED" operation="open" profile="flux" name="/etc/os-release"',
] as const;

test.each(SERVICES)('after the login prompt: %s', (line) => {
  const reader = new LogReader('serial');
  reader.push(Buffer.from(`${[...BEFORE, ...AFTER, line].join('\n')}\n`));
  expect(reader.end().answer).toBe('nothing-wrong');
});

test.each([
  'Nov 27 03:00:01 guest attestation-agent[812]: the evidence is incompatible with this release',
  'Nov 27 03:00:01 guest fluxd[812]: the quote is invalid',
  'flux: the file is forbidden',
])('after the login prompt, but of what a Trust Domain is for, or of no service: %s', (line) => {
  const reader = new LogReader('serial');
  reader.push(Buffer.from(`${[...BEFORE, ...AFTER, line].join('\n')}\n`));
  expect(reader.end()).toMatchObject({ answer: 'unknown', diagnosis: { evidence: [{ text: line }] } });
});

describe('a kernel log alone', () => {
  const read = (...lines: readonly string[]) => {
    const reader = new LogReader('mixed');
    reader.push(Buffer.from(`${lines.join('\n')}\n`));
    return reader.end();
  };
  const UP = '[    4.000000] EXT4-fs (vda1): re-mounted. Opts: errors=remount-ro';

  test.each(DEVICES)('shows that the system is up, and %s', (line) => {
    expect(read(...BEFORE, UP, `[   20.000000] ${line}`).answer).toBe('nothing-wrong');
  });

  test.each([
    'virtio_blk virtio1: [vda] error in resume',
    'CPU 3: Machine check failed fatally',
    'sd 0:0:0:0: [sda] FAILED Result: hostbyte=DID_TIME_OUT driverbyte=DRIVER_OK',
    'ata1.00: failed command: READ FPDMA QUEUED',
  ])('is not sound where it complains of what the guest needs: %s', (line) => {
    expect(read(...BEFORE, UP, `[   20.000000] ${line}`).answer).not.toBe('nothing-wrong');
  });

  test('of a legacy virtio device that works is sound', () => {
    const legacy = '[    1.200000] virtio-pci 0000:00:03.0: virtio_pci: leaving for legacy driver';
    expect(read(...BEFORE, legacy, UP).answer).toBe('nothing-wrong');
  });

  test('that a journal has copied is the kernel’s on the guest’s own stream, too', () => {
    const reader = new LogReader('serial');
    const lines = ['Linux version 6.8.0 (a@b) #1 SMP', 'kvm-clock: Using msrs 4b564d01 and 4b564d00'];
    reader.push(Buffer.from(lines.map((line) => `Nov 27 03:00:01 guest kernel: ${line}\n`).join('')));
    expect(reader.end().diagnosis?.title).not.toMatch(/complains/);
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
