/** What a VMM does not offer, whatever its version. */

import type { Combination, CompatVerdict, Need, VmmInfo } from '../../../src/compat/combination.ts';
import { type Case, ch, EMULATED_TD, KVM, PIN, qemu } from './case.ts';

/** Cases that differ by one need. */
function needsOf(
  vmm: VmmInfo,
  verdict: CompatVerdict,
  rows: readonly (readonly [decisive: string, need: Need])[],
  more: Partial<Combination> = {},
): Case[] {
  return rows.map(([decisive, need]) => [
    decisive,
    verdict,
    vmm,
    undefined,
    undefined,
    'disk',
    undefined,
    { ...more, needs: [need] },
  ]);
}

export const NEEDS: readonly Case[] = [
  [
    'td-without-firmware',
    'refused',
    qemu('10.1.0'),
    'tdvf',
    undefined,
    'kernel',
    'upstream',
    { firmware: 'none' },
  ],
  [
    'td-flash',
    'refused',
    qemu('10.1.0'),
    undefined,
    undefined,
    'disk',
    'upstream',
    { needs: ['firmware', 'flash'] },
  ],
  [
    'ch-td-initrd',
    'not-offered',
    ch('47.0'),
    'td-shim',
    'v0.8.0',
    'kernel',
    'intel-2022',
    { needs: ['initrd'] },
  ],
  [
    'ch-flash',
    'not-offered',
    ch('47.0'),
    undefined,
    undefined,
    'disk',
    undefined,
    { ...KVM, needs: ['flash'] },
  ],
  ['ch-disk-bus', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['nvme'] }],
  ['ch-disk-bus', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['sata'] }],
  ['ch-backing-file', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['backing-file'] }],
  [
    'ch-raw-like-qcow2',
    'not-offered',
    ch('50.0'),
    'tdvf',
    PIN,
    'disk',
    undefined,
    { needs: ['raw-like-qcow2'] },
  ],
  ['ch-tdvf-disk', 'works', ch('51.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['raw-like-qcow2'] }],
  ['ch-user-network', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['user-network'] }],
  ['ch-quote-socket', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['quote-socket'] }],
  ['ch-typing-long', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['typing-long'] }],
  ['ch-typing-both', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['typing-both'] }],
  [
    'qemu-tdvf',
    'works',
    qemu('10.1.0'),
    'tdvf',
    'edk2-stable202511',
    'kernel',
    'upstream',
    {
      needs: ['initrd', 'nvme', 'sata', 'backing-file', 'user-network', 'quote-socket', 'typing-both'],
    },
  ],
  ...needsOf(ch('47.0'), 'not-offered', [
    ['ch-9p', '9p'],
    ['ch-cpu', 'cpu'],
    ['ch-disk-bus', 'scsi'],
    ['ch-memory-file', 'memory-file'],
    ['ch-smbios', 'smbios-fields'],
    ['ch-td-attributes', 'td-attributes'],
    ['ch-td-attributes', 'td-identity'],
  ]),
  ...needsOf(
    qemu('7.2.22'),
    'not-offered',
    [
      ['td-monitor-cpu', 'cpu'],
      ['td-monitor-topology', 'topology'],
      ['td-monitor-identity', 'td-identity'],
      ['qemu-td-virtiofs', 'virtiofs'],
    ],
    EMULATED_TD,
  ),
  ...needsOf(qemu('10.1.0'), 'not-offered', [['qemu-td-virtiofs', 'virtiofs']]),
  ...needsOf(qemu('7.2.22'), 'unknown', [['td-monitor-vfio', 'vfio']], EMULATED_TD),
  ...needsOf(qemu('10.1.0'), 'refused', [['qemu-td-debug', 'td-debug']]),
  ...needsOf(qemu('8.2.2'), 'not-offered', [['qemu-iommufd', 'vfio']], KVM),
  ...needsOf(qemu('10.1.0'), 'unknown', [['vmm-args', 'vmm-args']], KVM),
  ...needsOf(ch('47.0'), 'unknown', [['vmm-args', 'vmm-args']]),
];
