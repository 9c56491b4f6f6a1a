/** Consoles of the command line, Intel's guest tree, and hotplug. */

import type { KernelFile } from '../../../src/lint/rule.ts';
import { runs } from '../../support/rules.ts';
import { DISK, KERNEL, type Limit, TDVF } from './limit.ts';

const INTEL: KernelFile = { ...KERNEL, release: '6.2.16-mvp20v2+8-generic' };
const PROBE = { initrd: 'probe', cmdline: 'console=ttyS0' } as const;
const SCRIPT = runs('/bin/sh -c true');
const cmdline = (text: string) => ({ file: 'loader/entries/a.conf', text });

export const GUEST: readonly Limit[] = [
  [
    'a serial port that the VM does not have',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=ttyS3,115200' } },
    'console-not-a-stream guest.cmdline',
  ],
  [
    'a screen as the last console',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=ttyS0 console=tty0' } },
    'console-not-a-stream guest.cmdline',
  ],
  [
    'a screen as the first console',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=tty0 console=hvc0' } },
  ],
  [
    'a disk whose second command line names no console',
    { ...TDVF, disks: [{ cmdlines: [cmdline('console=hvc0'), cmdline('root=/dev/vda2 quiet')] }] },
    'no-console-on-disk guest.disks.0',
  ],
  [
    'a disk whose last console is a screen',
    { ...TDVF, disks: [{ cmdlines: [cmdline('console=ttyS0 console=tty1')] }] },
    'console-not-a-stream guest.disks.0',
  ],
  [
    'the same beside a kernel, which has a command line of its own',
    {
      ...TDVF,
      kernel: KERNEL,
      guest: { cmdline: 'console=hvc0' },
      disks: [{ cmdlines: [cmdline('console=ttyS0 console=tty1')] }],
    },
  ],
  ['a disk whose command line names one', { ...TDVF, disks: [{ cmdlines: [cmdline('console=ttyS0')] }] }],
  [
    'a kernel that prints no panic',
    { kernel: KERNEL, guest: { cmdline: 'console=ttyS0 quiet loglevel=0' } },
    'panic-not-printed guest.cmdline',
  ],
  [
    'a kernel that prints its panic',
    { kernel: KERNEL, guest: { cmdline: 'console=ttyS0 loglevel=0 loglevel=1' } },
  ],
  ['a kernel without console=', { kernel: KERNEL, guest: { cmdline: 'quiet' } }, 'no-console guest.cmdline'],
  ['a kernel without a command line', { kernel: KERNEL, guest: { cmdline: '' } }, 'no-console guest.cmdline'],
  [
    'the probe guest with a command line of its own',
    { kernel: KERNEL, guest: { initrd: 'probe', cmdline: 'quiet' } },
    'no-console guest.cmdline',
  ],
  [
    'a parameter that only ends in console=',
    { kernel: KERNEL, guest: { cmdline: 'netconsole=eth0' } },
    'no-console guest.cmdline',
  ],
  ['a disk, whose loader has the command line', TDVF],
  [
    'the root on a disk that there is not',
    { kernel: KERNEL, guest: { cmdline: 'console=ttyS0 root=PARTUUID=12-34' } },
    'root-without-disk guest.cmdline',
  ],
  [
    'the root on a disk of vmm-args',
    { kernel: KERNEL, guest: { cmdline: 'console=ttyS0 root=/dev/vda' }, vmmArgs: ['-drive', 'file=a'] },
  ],
  [
    'a script in the probe guest, which has no shell',
    { kernel: KERNEL, guest: PROBE, steps: [SCRIPT] },
    'run-without-shell scenario.yml',
  ],
  ['a program of the probe guest', { kernel: KERNEL, guest: PROBE, steps: [runs('/sbin/tdx-boot-agent')] }],
  [
    'a script in the probe guest with a root',
    { kernel: KERNEL, guest: { ...PROBE, root: { path: '/root', as: 'initrd', free: 0 } }, steps: [SCRIPT] },
  ],
  ['a script in an initrd', { kernel: KERNEL, guest: { ...PROBE, initrd: '/i' }, steps: [SCRIPT] }],
  ['the root on a network', { kernel: KERNEL, guest: { cmdline: 'console=ttyS0 root=/dev/nfs' } }],
  [
    "Intel's guest tree on ttyS0",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0,115200' } },
    'ttys0-in-intel-guest guest.cmdline',
  ],
  [
    "Intel's guest tree on ttyS0 and hvc0",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0 console=hvc0' } },
  ],
  [
    "Intel's guest tree without its filter",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0 tdx_disable_filter' } },
  ],
  [
    "Intel's guest tree without a TD",
    { kernel: INTEL, platform: 'kvm', guest: { cmdline: 'console=ttyS0' } },
  ],
  ['mainline on ttyS0', { kernel: KERNEL, guest: { cmdline: 'console=ttyS0' } }],
  [
    "PCI hotplug in Intel's guest tree",
    { kernel: INTEL, guest: { cmdline: 'console=hvc0 acpiphp.disable=0' } },
    'pci-hotplug-in-intel-guest guest.cmdline',
  ],
  ['PCI hotplug in mainline', { kernel: KERNEL, guest: { cmdline: 'console=hvc0 acpiphp.disable=0' } }],
  [
    "a disk that Intel's guest tree does not drive",
    { kernel: INTEL, vmm: 'qemu', guest: { disks: [DISK, { path: '/d', bus: 'nvme' }] } },
    'disk-filtered-in-intel-guest guest.disks.1.bus',
  ],
  [
    'room for CPUs that come later',
    { kernel: KERNEL, guest: { cmdline: 'console=hvc0 possible_cpus=4' } },
    'hotplug-in-td guest.cmdline',
  ],
  [
    'room for the CPUs that are there',
    { kernel: KERNEL, guest: { cpus: 4, cmdline: 'console=hvc0 possible_cpus=4' } },
  ],
  [
    'room for memory that comes later',
    { kernel: KERNEL, guest: { cmdline: 'console=hvc0 memhp_default_state=online' } },
    'hotplug-in-td guest.cmdline',
  ],
  [
    'the same in a VM',
    { kernel: KERNEL, platform: 'kvm', guest: { cmdline: 'console=hvc0 possible_cpus=4' } },
  ],
];
