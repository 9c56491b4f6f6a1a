/** td-shim and its payloads. */

import { type Case, ch, qemu } from './case.ts';

export const TD_SHIM: readonly Case[] = [
  ['qemu-td-shim-linux', 'refused', qemu('10.1.0'), 'td-shim', 'v0.8.0', 'kernel', 'upstream'],
  [
    'qemu-td-shim-executable',
    'works',
    qemu('8.2.2'),
    'td-shim-executable',
    'v0.8.0',
    'executable',
    'intel-canonical',
  ],
  [
    'qemu-td-shim-scratch',
    'refused',
    qemu('10.1.0'),
    'td-shim-executable',
    'v0.8.0',
    'executable',
    'upstream',
  ],
  ['ch-td-shim-executable', 'works', ch('47.0'), 'td-shim-example', 'v0.8.0', 'executable', 'intel-2022'],
  [
    'td-shim-rbp',
    'crashes',
    qemu('8.2.2'),
    'td-shim-example',
    'v0.8.0',
    'executable',
    'intel-canonical',
    { cpus: 2 },
  ],
  ['td-shim-without-kernel', 'hangs-silently', ch('47.0'), 'td-shim', 'v0.8.0', 'disk', 'intel-2022'],
];
