/** A Trust Domain whose ACPI tables QEMU is to make. */

import type { LaunchSpec } from '../../src/vmm/plan.ts';

export const TABLES_SPEC: LaunchSpec = {
  platform: 'tdx',
  tdMonitor: {
    host: 'intel-2022',
    mode: 'light',
    cpuid: 'compliant',
    serial: 've',
    hugePages: true,
    cet: false,
    accel: 'tcg',
  },
  cpus: 2,
  memory: 2 * 1024 ** 3,
  disks: [],
  shares: [],
  network: 'none',
};
