/** Combinations by which every row of the compatibility table decides at least once. */

import type { Case } from './case.ts';
import { CLOUD_HYPERVISOR } from './cloud-hypervisor.ts';
import { NEEDS } from './needs.ts';
import { QEMU } from './qemu.ts';
import { TD_MONITOR } from './td-monitor.ts';
import { TD_SHIM } from './td-shim.ts';
import { WITHOUT_TD } from './without-td.ts';

export const CASES: readonly Case[] = [
  ...CLOUD_HYPERVISOR,
  ...QEMU,
  ...TD_SHIM,
  ...TD_MONITOR,
  ...WITHOUT_TD,
  ...NEEDS,
];
