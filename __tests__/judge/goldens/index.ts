/** Real lines: one and more for each signature and milestone, and lines that mean nothing. */

import { BOOTLOADER } from './bootloader.ts';
import { CLOUD_HYPERVISOR } from './cloud-hypervisor.ts';
import { EDK2 } from './edk2.ts';
import { FAMILIES } from './families.ts';
import type { Golden } from './golden.ts';
import { HOST } from './host.ts';
import { INITRAMFS } from './initramfs.ts';
import { LINUX } from './linux/index.ts';
import { OTHER_GUESTS } from './other-guests.ts';
import { OTHER_VMMS } from './other-vmms.ts';
import { QEMU } from './qemu.ts';
import { TD_MONITOR } from './td-monitor.ts';
import { TD_SHIM } from './td-shim.ts';
import { USERSPACE } from './userspace.ts';

export type { Golden } from './golden.ts';
export { HARMLESS } from './harmless.ts';
export { MILESTONE_GOLDENS } from './milestones.ts';

export const GOLDENS: readonly Golden[] = [
  ...LINUX,
  ...USERSPACE,
  ...INITRAMFS,
  ...BOOTLOADER,
  ...EDK2,
  ...TD_SHIM,
  ...TD_MONITOR,
  ...CLOUD_HYPERVISOR,
  ...QEMU,
  ...OTHER_VMMS,
  ...OTHER_GUESTS,
  ...HOST,
  ...FAMILIES,
];
