/** Without a Trust Domain, where the host does not matter. */

import { type Case, ch, EMULATED, KVM, PIN, qemu } from './case.ts';

export const WITHOUT_TD: readonly Case[] = [
  [
    'td-shim-without-td',
    'hangs-silently',
    qemu('7.2'),
    'td-shim',
    'v0.8.0',
    'kernel',
    undefined,
    { platform: 'emulated' },
  ],
  [
    'qemu-plain-tdvf',
    'works',
    qemu('7.2'),
    'tdvf',
    PIN,
    'kernel',
    undefined,
    { platform: 'emulated', cpus: 4 },
  ],
  ['qemu-plain-tdvf', 'works', qemu('7.2'), 'tdvf', undefined, 'disk', undefined, { platform: 'kvm' }],
  [
    'qemu-plain-kernel',
    'works',
    qemu('7.2'),
    'tdvf',
    undefined,
    'kernel',
    undefined,
    { ...EMULATED, firmware: 'none' },
  ],
  ['ch-emulated', 'not-offered', ch('47.0'), 'tdvf', undefined, 'disk', undefined, EMULATED],
  ['ch-kvm-tdvf', 'refused', ch('47.0'), 'tdvf', undefined, 'disk', undefined, KVM],
  [
    'ch-kvm-firmware-and-kernel',
    'refused',
    ch('47.0'),
    undefined,
    undefined,
    'kernel',
    undefined,
    { ...KVM, needs: ['firmware'] },
  ],
];
