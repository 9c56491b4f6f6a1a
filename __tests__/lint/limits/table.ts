/** What is in the table of docs/compatibility.md: firmware and payload, and what a VMM cannot do. */

import { expects, sends } from '../../support/rules.ts';
import { DISK, KERNEL, type Limit, request, TD_SHIM, TDVF, type Told } from './limit.ts';

const FLASH = { code: '/c', vars: '/v' } as const;
const PIN: Told = { firmware: { kind: 'tdvf', release: 'edk2-stable202211-242-g13b97736c8' } };
const CH: Told = { ...TDVF, vmm: 'cloud-hypervisor' };

export const TABLE: readonly Limit[] = [
  ['a TD with TDVF and a disk', TDVF],
  ['a TD without firmware', { firmware: 'none' }, 'td-without-firmware platform'],
  ['a VM without firmware', { firmware: 'none', platform: 'kvm' }],
  ['flash chips in a TD', { firmware: {}, files: FLASH, needs: ['flash'] }, 'td-flash firmware'],
  ['flash chips in a VM', { firmware: {}, files: FLASH, needs: ['flash'], platform: 'emulated' }],
  ['td-shim and a disk', TD_SHIM, 'td-shim-without-kernel guest'],
  ['td-shim and a kernel', { ...TD_SHIM, kernel: KERNEL }],
  [
    'Cloud Hypervisor, TDVF and a kernel',
    { ...TDVF, kernel: KERNEL, vmm: 'cloud-hypervisor' },
    'ch-tdvf-kernel guest.kernel',
  ],
  ['QEMU, TDVF and a kernel', { ...TDVF, kernel: KERNEL, vmm: 'qemu' }],
  [
    'td-shim and an initrd',
    { ...TD_SHIM, kernel: KERNEL, needs: ['initrd'], guest: { initrd: '/initrd' } },
    'ch-td-initrd guest.initrd',
  ],
  [
    'td-shim and the probe guest',
    { ...TD_SHIM, kernel: KERNEL, needs: ['initrd'], guest: { initrd: 'probe' } },
    'ch-td-initrd guest.kernel',
  ],
  [
    'QEMU, TDVF and an initrd',
    { ...TDVF, kernel: KERNEL, vmm: 'qemu', needs: ['initrd'], guest: { initrd: '/initrd' } },
  ],
  [
    'Cloud Hypervisor and NVMe',
    { ...CH, needs: ['nvme'], guest: { disks: [DISK, { path: '/d', bus: 'nvme' }] } },
    'ch-disk-bus guest.disks.1.bus',
  ],
  [
    'QEMU and NVMe',
    { ...TDVF, vmm: 'qemu', needs: ['nvme'], guest: { disks: [{ path: '/d', bus: 'nvme' }] } },
  ],
  [
    'Cloud Hypervisor and a user network',
    { ...CH, needs: ['user-network'] },
    'ch-user-network guest.network',
  ],
  ['Cloud Hypervisor and quotes', { ...CH, needs: ['quote-socket'] }, 'ch-quote-socket guest.quote-socket'],
  [
    'Cloud Hypervisor and flash chips',
    { ...CH, platform: 'kvm', firmware: {}, needs: ['flash'] },
    'ch-flash firmware',
  ],
  ['Cloud Hypervisor and a backing file', { ...CH, needs: ['backing-file'] }, 'ch-backing-file guest.disks'],
  [
    'Cloud Hypervisor and typing into both consoles',
    { ...CH, needs: ['typing-both'], steps: [expects('login:'), sends('root'), sends('x')] },
    'ch-typing-both scenario.yml',
  ],
  ['Cloud Hypervisor without KVM', { ...CH, platform: 'emulated', firmware: 'none' }, 'ch-emulated vmm'],
  [
    'Cloud Hypervisor without a TD, with a firmware beside a kernel',
    { platform: 'kvm', vmm: 'cloud-hypervisor', firmware: {}, kernel: KERNEL, needs: ['firmware'] },
    'ch-kvm-firmware-and-kernel guest.kernel',
  ],
  ['a version of Cloud Hypervisor without TDX', { ...CH, vmmRef: 'v53.0' }, 'ch-53-no-tdx vmm'],
  ['a branch of Cloud Hypervisor', { ...CH, vmmRef: 'main' }],
  [
    'a version of Cloud Hypervisor that takes no kernel beside td-shim',
    { ...TD_SHIM, kernel: KERNEL, vmmRef: 'v52.0' },
    'ch-48-firmware-and-kernel guest.kernel',
  ],
  [
    'a version that takes both, on the host of its time',
    { ...TD_SHIM, kernel: KERNEL, vmmRef: 'v47.0' },
    'ch-other-abi vmm',
  ],
  [
    'td-shim without a TD: the one reason, once',
    { ...TD_SHIM, vmm: 'auto', platform: 'emulated', kernel: KERNEL },
    'td-shim-without-td firmware',
  ],
  [
    'what neither VMM boots: a reason for each',
    { ...TD_SHIM, vmm: 'auto', kernel: KERNEL, needs: ['initrd'], guest: { initrd: '/initrd' } },
    'qemu-td-shim-linux firmware',
    'ch-td-initrd guest.initrd',
  ],
  [
    'QEMU and the documented pin, which hangs on a host of today',
    { ...PIN, vmm: 'qemu' },
    'tdvf-rbp firmware',
  ],
  [
    'the same, where the scenario says which pins',
    {
      ...PIN,
      vmm: 'qemu',
      ...request('tdvf', 'release', [], 'documented'),
      firmware: PIN.firmware ?? 'none',
    },
    'tdvf-rbp pins',
  ],
  ['the same, whatever the VMM', PIN, 'tdvf-rbp firmware'],
  ['a pin that boots on a host of today', { ...TDVF, vmm: 'qemu' }],
  ['QEMU and an image of which no release is known', { firmware: { kind: 'tdvf' }, vmm: 'qemu' }],
];
