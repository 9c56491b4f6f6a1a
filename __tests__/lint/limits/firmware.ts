/** What a firmware cannot load, and what it does not print. */

import { anyOrder, expects, runs, sends } from '../../support/rules.ts';
import { DISK, KERNEL, type Limit, MIB, request, TD_SHIM, TDVF } from './limit.ts';

const LACKING = { lacks: 'an EFI System Partition', cmdlines: [] };

export const FIRMWARE: readonly Limit[] = [
  [
    'an image with keys that its firmware does not read',
    { ...TDVF, keys: { keysNotRead: 'not read' } },
    'keys-not-read firmware',
  ],
  [
    'an image with keys that refuse the kernel',
    { ...TDVF, kernel: KERNEL, keys: { kernelRefused: 'refused' } },
    'kernel-refused guest.kernel',
  ],
  [
    'the same with a VMM whose kernel the firmware does not load',
    { ...TDVF, kernel: KERNEL, vmm: 'cloud-hypervisor', keys: { kernelRefused: 'refused' } },
    'ch-tdvf-kernel guest.kernel',
  ],
  [
    'td-shim and a unified kernel image',
    { ...TD_SHIM, kernel: { release: '', size: MIB, bzImage: false } },
    'td-shim-payload guest.kernel',
  ],
  ['td-shim and 32 MiB of kernel', { ...TD_SHIM, kernel: { ...KERNEL, size: 32 * MIB } }],
  [
    'td-shim and a byte more',
    { ...TD_SHIM, kernel: { ...KERNEL, size: 32 * MIB + 1 } },
    'td-shim-payload guest.kernel',
  ],
  ['a power-off of two CPUs', { ...TDVF, stop: 'on-exit', guest: { cpus: 2 } }, 'tdvf-power-off stop'],
  [
    'the same of an image with that code',
    { resetsCpus: true, stop: 'on-exit', guest: { cpus: 2 } },
    'tdvf-power-off stop',
  ],
  ['the same of another image', { stop: 'on-exit', guest: { cpus: 2 } }],
  ['the same with one CPU', { ...TDVF, stop: 'on-exit' }],
  ['the same to the last step', { ...TDVF, guest: { cpus: 2 } }],
  ...['poweroff', 'sync; /sbin/reboot -f', 'sudo shutdown -h now', 'systemctl poweroff', 'init 0'].map(
    (command): Limit => [
      `the same by "${command}"`,
      { ...TDVF, guest: { cpus: 2 }, steps: [runs(command)] },
      'tdvf-power-off scenario.yml',
    ],
  ),
  [
    'the same, typed before the last step',
    { ...TDVF, guest: { cpus: 2 }, steps: [sends('poweroff\n'), expects('Power down')] },
    'tdvf-power-off scenario.yml',
  ],
  [
    'the same as the last step, which ends the run before',
    { ...TDVF, guest: { cpus: 2 }, steps: [sends('poweroff\n')] },
  ],
  [
    'words that power nothing off',
    { ...TDVF, guest: { cpus: 2 }, steps: [runs('grep poweroff log'), runs('reboot-test'), runs('init 05')] },
  ],
  ['the same without a TD', { ...TDVF, platform: 'kvm', stop: 'on-exit', guest: { cpus: 2 } }],
  [
    'the same with the release before',
    { firmware: { kind: 'tdvf', release: 'edk2-stable202505' }, stop: 'on-exit', guest: { cpus: 2 } },
  ],
  ['TDVF and 33 MiB of kernel', { ...TDVF, kernel: { ...KERNEL, size: 33 * MIB } }],
  [
    'td-shim and 4095 bytes of command line',
    { ...TD_SHIM, kernel: KERNEL, guest: { cmdline: `console=hvc0 ${'x'.repeat(4082)}` } },
  ],
  [
    'td-shim and a byte more',
    { ...TD_SHIM, kernel: KERNEL, guest: { cmdline: `console=hvc0 ${'x'.repeat(4083)}` } },
    'td-shim-cmdline guest.cmdline',
  ],
  [
    'a disk without a partition table',
    { ...TDVF, disks: [{ lacks: 'a partition table', cmdlines: [] }] },
    'disk-not-bootable guest.disks.0',
  ],
  ['the same without a firmware', { firmware: 'none', platform: 'kvm', disks: [LACKING] }],
  ['the same beside a kernel', { ...TDVF, kernel: KERNEL, guest: { disks: [DISK] }, disks: [LACKING] }],
  ['a second disk of which nothing is known', { ...TDVF, disks: [LACKING, undefined] }],
  [
    'the debug port',
    { ...request('tdvf', 'debug'), steps: [expects('SecCore', { stream: 'debugcon' })] },
    'silent-firmware scenario.yml',
  ],
  [
    'the debug port, with defines of the user',
    { ...request('tdvf', 'debug', ['X=Y']), steps: [expects('SecCore', { stream: 'debugcon' })] },
  ],
  [
    'a release TDVF on serial, with a guest of which nothing is known',
    { ...request('tdvf', 'release'), steps: [expects('SecCore', { stream: 'serial' })] },
  ],
  [
    'a release td-shim on serial, in a group',
    {
      ...request('td-shim', 'release'),
      kernel: KERNEL,
      steps: [anyOrder([expects('TdShim', { stream: 'serial' })]), sends('x')],
    },
    'silent-firmware scenario.yml',
  ],
  [
    'a debug td-shim on serial',
    { ...request('td-shim', 'debug'), kernel: KERNEL, steps: [expects('TdShim', { stream: 'serial' })] },
  ],
  [
    'a release td-shim on serial, with the guest on the same port',
    {
      ...request('td-shim', 'release'),
      kernel: KERNEL,
      guest: { cmdline: 'console=ttyS0' },
      steps: [expects('Linux version', { stream: 'serial' })],
    },
  ],
  [
    'what a release TDVF does print',
    {
      ...request('tdvf', 'release'),
      vmm: 'qemu',
      kernel: KERNEL,
      steps: [expects('BdsDxe: starting Boot0001', { stream: 'serial' })],
    },
  ],
];
