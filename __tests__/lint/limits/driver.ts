/** Devices for which the guest kernel has no driver. */

import { expects, runs } from '../../support/rules.ts';
import { type Limit, TDVF, withDrivers } from './limit.ts';

export const DRIVER: readonly Limit[] = [
  ['hvc0 with its driver', { ...TDVF, kernel: withDrivers({ VIRTIO_CONSOLE: 'built-in' }) }],
  [
    'hvc0 and a kernel without its driver',
    { ...TDVF, kernel: withDrivers({ VIRTIO_CONSOLE: 'absent' }) },
    'hvc0-without-driver guest.cmdline',
  ],
  [
    'hvc0 and a module that no initrd loads',
    { ...TDVF, kernel: withDrivers({ VIRTIO_CONSOLE: 'module' }) },
    'hvc0-without-driver guest.cmdline',
  ],
  [
    'hvc0 and a module that an initrd may load',
    { ...TDVF, kernel: withDrivers({ VIRTIO_CONSOLE: 'module' }), guest: { initrd: '/initrd' } },
  ],
  [
    'a serial port and a kernel without the driver of hvc0',
    {
      ...TDVF,
      kernel: withDrivers({ VIRTIO_CONSOLE: 'absent' }),
      guest: { cmdline: 'console=ttyS0' },
    },
  ],
  [
    'a command first, and a kernel without the driver of its agent',
    {
      ...TDVF,
      platform: 'emulated',
      vmm: 'qemu',
      kernel: withDrivers({ VIRTIO_CONSOLE: 'absent' }),
      guest: { cmdline: 'console=ttyS0' },
      steps: [runs('true')],
    },
    'run-without-driver scenario.yml',
  ],
  [
    'a command first, and the driver of its agent as a module that nothing brings',
    {
      ...TDVF,
      platform: 'emulated',
      vmm: 'qemu',
      kernel: withDrivers({ VIRTIO_CONSOLE: 'missing' }),
      guest: { cmdline: 'console=ttyS0' },
      steps: [runs('true')],
    },
    'run-without-driver scenario.yml',
  ],
  [
    'hvc0 and a module that nothing brings',
    { ...TDVF, kernel: withDrivers({ VIRTIO_CONSOLE: 'missing' }), guest: { initrd: 'probe' } },
    'hvc0-without-driver guest.cmdline',
  ],
  [
    'a command at a prompt, and a kernel without the driver of its agent',
    {
      ...TDVF,
      platform: 'emulated',
      vmm: 'qemu',
      kernel: withDrivers({ VIRTIO_CONSOLE: 'absent' }),
      guest: { cmdline: 'console=ttyS0' },
      steps: [expects('root@guest:/# '), runs('true')],
    },
  ],
  [
    'a share and a kernel without its file system',
    {
      ...TDVF,
      platform: 'emulated',
      kernel: withDrivers({ NET_9P_VIRTIO: 'absent', '9P_FS': 'module', OVERLAY_FS: 'module' }),
      guest: { shares: [{ source: '/srv', target: '/', type: '9p', tag: 'share1', write: false }] },
    },
    'share-without-driver guest.shares./srv',
  ],
  [
    'a network and a kernel without its driver',
    {
      ...TDVF,
      kernel: withDrivers({ VIRTIO_NET: 'absent' }),
      guest: { network: { type: 'tap', interface: 'tap0' } },
    },
    'device-without-driver guest.network',
  ],
];
