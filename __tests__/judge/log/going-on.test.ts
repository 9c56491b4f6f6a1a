/** A failure after which its program goes on, by its own account, is no known cause; evidence that is thin is no more than likely. */

import { describe, expect, test } from '@jest/globals';
import type { DiagnosisCertainty } from '../../../src/judge/events.ts';
import { read } from './reading.ts';

type Said = [DiagnosisCertainty | undefined, string | undefined];

function said(lines: readonly string[]): Said {
  const { diagnosis } = read(lines);
  return [diagnosis?.certainty, diagnosis?.cause];
}

const BANNER = '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP';
const NO_ROOT = '[    2.1] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)';
const LOGIN = 'tdx-guest login: ';
const SOCKET = "Failed to connect socket to '/var/run/libvirt/virtqemud-sock': No such file or directory";
const ERROR = 'qemu-system-x86_64: the flux is off';

describe('a failure that its own program logs as information', () => {
  test.each<[string, string]>([
    ['logrus', `time="2025-07-04T11:04:33Z" level=info msg="${SOCKET}"`],
    ['logrus, debug', `time="2025-07-04T11:04:33Z" level=debug msg="${SOCKET}"`],
    ['logrus on a terminal', `INFO[0061] ${SOCKET}`],
    ['KubeVirt', `{"component":"virt-launcher","level":"info","msg":"${SOCKET}","pos":"libvirt.go:555"}`],
    ['zap', `2024-01-01T00:00:00.000Z\tINFO\tflux/main.go:12\t${SOCKET}`],
    ['env_logger', `[2024-01-01T00:00:00Z INFO  flux] ${SOCKET}`],
    ['python', `2024-01-01 10:00:00,123 - flux - DEBUG - ${SOCKET}`],
    ['nginx', `2024/01/01 10:00:00 [debug] 1#1: ${SOCKET}`],
    ['klog', `I0610 12:00:00.123456    1234 flux.go:123] ${SOCKET}`],
    ['libvirt', `2024-05-10 02:32:11.123+0000: 1234: info : virNetSocketNew:77 : ${SOCKET}`],
    ['the journal as JSON', `{"PRIORITY":"6","SYSLOG_IDENTIFIER":"flux","MESSAGE":"${SOCKET}"}`],
    ['sd-daemon', `<6>${SOCKET}`],
    ['syslog', `Jan  1 00:00:00 host daemon.info flux[12]: ${SOCKET}`],
  ])('%s', (_, line) => {
    expect(said([line])).toEqual(['likely', 'libvirt-connect']);
    expect(said([line, 'the flux is on'])).toEqual(['unknown', 'libvirt-connect']);
    expect(said([line, ERROR])).toEqual(['unknown', 'unknown']);
    expect(said([line, BANNER, NO_ROOT])).toEqual(['known', 'linux-panic-root-fs']);
    expect(read([line, BANNER, LOGIN]).answer).toBe('nothing-wrong');
  });

  test.each<[string, string]>([
    ['logrus', `time="2025-07-04T11:04:33Z" level=error msg="${SOCKET}"`],
    ['no level', SOCKET],
    ['sd-daemon', `<3>${SOCKET}`],
    ['an error that another program copies', `time="2025-07-04T11:04:33Z" level=info msg="ERROR ${SOCKET}"`],
  ])('is one at the level of errors: %s', (_, line) => {
    expect(said([line])).toEqual(['known', 'libvirt-connect']);
  });

  test.each<[string, string, string]>([
    ['a kernel at KERN_INFO', `<6>${NO_ROOT}`, 'linux-panic-root-fs'],
    [
      'a kernel, by dmesg -x',
      'kern  :info  : [    1.0] BUG: kernel NULL pointer dereference, address: 08',
      'linux-null-pointer',
    ],
    [
      'a kernel’s words for a failure',
      '[   3.0] rcu: INFO: rcu_preempt self-detected stall on CPU',
      'linux-rcu-self-stall',
    ],
    [
      'a console of a guest that Kata reads',
      'time="2025-01-01T00:00:00Z" level=debug msg="reading guest console" source=virtcontainers vmconsole="[ 0.5] Kernel panic - not syncing: flux"',
      'linux-panic',
    ],
    [
      'a console that any wrapper copies',
      'time="2025-01-01T00:00:00Z" level=info msg="[ 0.5] Kernel panic - not syncing: flux"',
      'linux-panic',
    ],
    [
      'QEMU’s words in a wrapper',
      'time="2025-01-01T00:00:00Z" level=info msg="qemu-kvm: vm-type tdx not supported by KVM"',
      'qemu-tdx-vm-type',
    ],
    ['td-shim', 'INFO - Double fault', 'tdshim-fault'],
  ])('is a failure all the same where the level is another’s: %s', (_, line, cause) => {
    expect(said([line])).toEqual(['known', cause]);
  });

  test('in a journal of the host, too', () => {
    const line = `Nov 18 18:29:11 node kata[9979]: time="2022-11-18" level=info msg="${SOCKET}"`;
    expect(said([line])).toEqual(['likely', 'libvirt-connect']);
    expect(said([line, ERROR])).toEqual(['unknown', 'unknown']);
  });

  test('a unit of systemd that failed in the journal at info counts after the panic', () => {
    const lines = [
      BANNER,
      '[    1.1] <30>systemd[1]: Failed to mount /home.',
      '[    4.1] Kernel panic - not syncing: flux',
    ];
    expect(said(lines)).toEqual(['known', 'linux-panic']);
  });
});

describe('a failure after which its program tries on', () => {
  test.each([
    `${SOCKET}, will retry in 5s`,
    `${SOCKET}, retrying (3 of 10)`,
    `${SOCKET}; falling back to qemu:///session`,
    `${SOCKET}, ignored`,
    `ignoring: ${SOCKET}`,
    `${SOCKET}, continuing`,
    `${SOCKET}, skipping`,
  ])('%s', (line) => {
    expect(said([line])).toEqual(['likely', 'libvirt-connect']);
    expect(said([line, ERROR])).toEqual(['unknown', 'unknown']);
    expect(said([line, BANNER, NO_ROOT])).toEqual(['known', 'linux-panic-root-fs']);
    expect(read([line, BANNER, LOGIN]).answer).toBe('nothing-wrong');
  });

  test('a panic is an end, whatever its words', () => {
    const panic = '[    0.5] Kernel panic - not syncing: Fatal hardware error, ignored';
    expect(said([panic])).toEqual(['known', 'linux-panic']);
  });

  test('a row that was written for such words says what they mean', () => {
    expect(said(["[    9.9] kvm_intel: unknown parameter 'tdx' ignored"])).toEqual([
      'known',
      'linux-host-no-tdx-parameter',
    ]);
  });

  test('QEMU that falls back to TCG says so in a line of its own', () => {
    const qemu = [
      'Could not access KVM kernel module: Permission denied',
      'qemu-system-x86_64: failed to initialize kvm: Permission denied',
    ];
    const remark = 'qemu-system-x86_64: falling back to tcg';
    expect(said(qemu)).toEqual(['known', 'qemu-kvm-access-denied']);
    expect(said([...qemu, remark])).toEqual(['likely', 'qemu-kvm-access-denied']);
    expect(said([...qemu, remark, BANNER, NO_ROOT])).toEqual(['known', 'linux-panic-root-fs']);
    expect(read([...qemu, remark, BANNER, LOGIN]).answer).toBe('nothing-wrong');
  });
});

test.each<[string, string]>([
  ['a symptom whose error tells causes apart', 'error: kvm run failed Bad address'],
  ['a warning', 'BdsDxe: failed to load Boot0001 "UEFI Misc Device" from PciRoot(0x0): Not Found'],
])('alone, %s is no more than likely', (_, line) => {
  expect(said([line])[0]).toBe('likely');
});

test('an error of a console that Kata reads is about no path of Kata’s own fields', () => {
  const readOut = (line: string): string =>
    `time="2020-09-21T20:40:24+08:00" level=debug msg="reading guest console" console-url=/run/vc/vm/fd12/console.sock source=virtcontainers vmconsole="${line}"`;
  const { diagnosis } = read([
    readOut('[    1.38] Run /init as init process'),
    readOut('Error: No such file or directory (os error 2)'),
    readOut('[    1.39] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100'),
  ]);
  expect(diagnosis?.title).not.toContain('console.sock');
});
