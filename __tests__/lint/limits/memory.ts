/** Sizes of memory, and the time in which a large TD accepts it. */

import { KERNEL, type Limit, MIB, request, TD_SHIM, TDVF } from './limit.ts';

const GIB = 1024 * MIB;

/** 128 GiB and 1 vCPU: the fastest published is 1400 ms or 200 ms for each GiB, and 9 ms for each pair of vCPUs. */
const AT_ONCE = { ...TDVF, kernel: { ...KERNEL, release: '6.4.0' }, guest: { memory: 128 * GIB } };
const AS_NEEDED = { ...AT_ONCE, kernel: KERNEL };

export const MEMORY: readonly Limit[] = [
  ['192 MiB for TDVF', { ...TDVF, guest: { memory: 192 * MIB } }],
  ['190 MiB for TDVF', { ...TDVF, guest: { memory: 190 * MIB } }, 'tdvf-memory guest.memory'],
  [
    '32 MiB in a TD for an edk2 image of any name',
    { platform: 'tdx-emulated', firmware: {}, edk2Image: true, guest: { memory: 32 * MIB } },
    'tdvf-memory guest.memory',
  ],
  [
    '64 MiB in a TD for a firmware of another kind',
    { platform: 'tdx-emulated', firmware: {}, guest: { memory: 64 * MIB } },
  ],
  ['80 MiB for td-shim', { ...TD_SHIM, kernel: KERNEL, guest: { memory: 80 * MIB } }],
  [
    '64 MiB for td-shim',
    { ...TD_SHIM, kernel: KERNEL, guest: { memory: 64 * MIB } },
    'td-shim-memory guest.memory',
  ],
  ['an odd size for TDVF', { ...TDVF, guest: { memory: 2815 * MIB } }, 'odd-size-of-small-td guest.memory'],
  ['an odd size that q35 splits', { ...TDVF, guest: { memory: 2817 * MIB } }],
  ['an odd size for td-shim', { ...TD_SHIM, kernel: KERNEL, guest: { memory: 1025 * MIB } }],
  ['an odd size without a TD', { ...TDVF, platform: 'kvm', guest: { memory: 1025 * MIB } }],
  [
    'an emulated TD that has no room for its private pages',
    { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2560 * MIB } },
    'dma-unchecked guest.memory',
  ],
  ['an emulated TD of 2 GiB', { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2 * GIB } }],
  ['an emulated TD of 2816M', { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2816 * MIB } }],
  ['2560M in a TD', { ...TDVF, guest: { memory: 2560 * MIB } }],
  ['67000 MiB in a TD', { ...TDVF, guest: { memory: 67_000 * MIB } }, 'odd-size-of-large-td guest.memory'],
  ['67000 MiB without a TD', { ...TDVF, platform: 'kvm', guest: { memory: 67_000 * MIB } }],
  ['66 GiB in a TD', { ...TDVF, guest: { memory: 66 * 1024 * MIB } }],
  ['60.5 GiB in a TD', { ...TDVF, guest: { memory: 60.5 * 1024 * MIB } }],
  ['1 MiB less than 61 GiB in a TD', { ...TDVF, guest: { memory: 61 * GIB - MIB } }],
  ['61 GiB in a TD', { ...TDVF, guest: { memory: 61 * GIB } }],
  [
    '1 MiB more than 61 GiB in a TD',
    { ...TDVF, guest: { memory: 61 * GIB + MIB } },
    'odd-size-of-large-td guest.memory',
  ],
  [
    '128 GiB that the kernel accepts as it needs them, in 30 s',
    { ...TDVF, kernel: KERNEL, guest: { memory: 128 * GIB }, timeoutMs: 30_000, silenceMs: 20_000 },
  ],
  [
    '512 GiB that the kernel accepts as it needs them, in 90 s',
    { ...TDVF, kernel: KERNEL, guest: { memory: 512 * GIB }, timeoutMs: 90_000 },
    'time-of-large-td timeout',
  ],
  [
    '128 GiB that a kernel before 6.5 makes the firmware accept, in 2 min, and silent for 1 min',
    {
      ...{ ...TDVF, kernel: { ...KERNEL, release: '6.2.0' }, guest: { memory: 128 * GIB } },
      ...{ timeoutMs: 120_000, silenceMs: 60_000 },
    },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  ['128 GiB at once, in the time of the fastest', { ...AT_ONCE, timeoutMs: 179_209, silenceMs: 179_200 }],
  [
    '128 GiB at once, a millisecond short of the fastest',
    { ...AT_ONCE, timeoutMs: 179_208, silenceMs: 179_199 },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  [
    '128 GiB as the kernel needs them, in the time of the fastest',
    { ...AS_NEEDED, timeoutMs: 25_609, silenceMs: 9 },
  ],
  [
    '128 GiB as the kernel needs them, a millisecond short of the fastest',
    { ...AS_NEEDED, timeoutMs: 25_608, silenceMs: 8 },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  [
    '128 GiB that are accepted at once, because the command line says so',
    {
      ...{ ...TDVF, kernel: KERNEL, timeoutMs: 120_000 },
      guest: { memory: 128 * GIB, cmdline: 'console=hvc0 accept_memory=eager' },
    },
    'time-of-large-td timeout',
  ],
  [
    '64 GiB that td-shim accepts',
    { ...TD_SHIM, kernel: KERNEL, guest: { memory: 64 * GIB }, timeoutMs: 60_000 },
    'time-of-large-td timeout',
  ],
  [
    '64 GiB that a td-shim with lazy-accept leaves to the kernel',
    {
      ...{ ...request('td-shim', 'debug', ['lazy-accept']), kernel: KERNEL, timeoutMs: 60_000 },
      firmware: { kind: 'td-shim', release: 'v0.8.0', defines: ['lazy-accept'] },
      guest: { memory: 64 * GIB },
    },
  ],
  [
    '128 vCPUs in a minute, and silent for half of it',
    { ...TDVF, kernel: KERNEL, guest: { cpus: 128 }, timeoutMs: 60_000, silenceMs: 30_000 },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  [
    '512 GiB without a TD',
    { ...TDVF, platform: 'kvm', kernel: KERNEL, guest: { memory: 512 * GIB }, timeoutMs: 9000 },
  ],
  [
    '191 MiB without a TD',
    { ...TDVF, platform: 'emulated', guest: { memory: 191 * MIB } },
    'tdvf-memory guest.memory',
  ],
  ['64 MiB without TDVF', { firmware: 'none', platform: 'kvm', guest: { memory: 64 * MIB } }],
];
