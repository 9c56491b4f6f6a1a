/** The one compatibility table. Every room that chooses, refuses, warns or explains reads it. */

import type { Row } from './combination.ts';
import { ANY_VMM_ROWS } from './rows/any-vmm-rows.ts';
import { CLOUD_HYPERVISOR_LACKS_ROWS } from './rows/cloud-hypervisor-lacks-rows.ts';
import { CLOUD_HYPERVISOR_ROWS } from './rows/cloud-hypervisor-rows.ts';
import { FIRMWARE_ROWS } from './rows/firmware-rows.ts';
import { QEMU_ROWS } from './rows/qemu-rows.ts';
import { TD_MONITOR_ROWS } from './rows/td-monitor-rows.ts';

export const ROWS: readonly Row[] = [
  ...FIRMWARE_ROWS,
  ...CLOUD_HYPERVISOR_ROWS,
  ...CLOUD_HYPERVISOR_LACKS_ROWS,
  ...QEMU_ROWS,
  ...TD_MONITOR_ROWS,
  ...ANY_VMM_ROWS,
];
