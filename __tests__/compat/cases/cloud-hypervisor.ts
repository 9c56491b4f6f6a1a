/** Cloud Hypervisor with TDVF or td-shim: the documented combination, and what broke it since. */

import { type Case, ch, PIN } from './case.ts';

export const CLOUD_HYPERVISOR: readonly Case[] = [
  ['ch-tdvf-disk', 'works', ch('35.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-tdvf-disk', 'works', ch('52.0'), 'tdvf', PIN, 'disk', 'intel-2022', { cpus: 16 }],
  ['ch-td-shim-kernel', 'works', ch('47.0'), 'td-shim', 'v0.8.0', 'kernel', 'intel-2022', { cpus: 4 }],
  ['ch-48-firmware-and-kernel', 'refused', ch('48.0'), 'td-shim', 'v0.8.0', 'kernel', 'intel-2022'],
  ['ch-tdvf-kernel', 'not-offered', ch('52.0'), 'tdvf', PIN, 'kernel', 'intel-2022'],
  [
    'ch-tdvf-kernel',
    'not-offered',
    { name: 'cloud-hypervisor' },
    'distribution',
    undefined,
    'kernel',
    undefined,
  ],
  ['ch-before-35', 'not-offered', ch('34.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  [
    'ch-48-firmware-and-kernel',
    'refused',
    ch('52.0-3-gabcdef0'),
    'td-shim',
    'v0.8.0',
    'kernel',
    'intel-2022',
  ],
  ['ch-53-no-tdx', 'does-not-build', ch('53.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-without-tdx', 'refused', ch('47.0', false), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-other-abi', 'refused', ch('47.0'), 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
  ['ch-other-abi', 'refused', ch('52.0'), 'tdvf', 'edk2-stable202511', 'disk', 'intel-canonical'],
  ['ch-patched', 'unknown', ch('52.0-23-g0123abc'), 'tdvf', 'edk2-stable202605', 'disk', 'upstream'],
];
