/** A fake sysfs with PCI devices, their drivers and their IOMMU groups. Nothing here has passed a real device to a guest. */

import type { Recording } from './recorded.ts';

export interface FakeDevice {
  readonly driver?: string;
  /** Number of its IOMMU group; absent: the IOMMU is off. */
  readonly group?: number;
  /** The file of the kernel for the device, such as `vfio3`. */
  readonly cdev?: string;
}

/** @param devices by address */
export function fakeSysfs(devices: Readonly<Record<string, FakeDevice>>): Required<Recording>['files'] {
  const files: Record<string, string> = { '/sys/bus/pci': '' };
  for (const [address, { driver, group, cdev }] of Object.entries(devices)) {
    const directory = `/sys/bus/pci/devices/${address}`;
    files[directory] = '';
    files[`${directory}/uevent`] = `${driver === undefined ? '' : `DRIVER=${driver}\n`}PCI_CLASS=30200\n`;
    if (cdev !== undefined) {
      files[`${directory}/vfio-dev`] = '';
      files[`${directory}/vfio-dev/${cdev}`] = '';
    }
    if (group === undefined) continue;
    files[`/sys/kernel/iommu_groups/${group}/devices/${address}`] = '';
    for (const [other, { group: its }] of Object.entries(devices)) {
      if (its === group) files[`${directory}/iommu_group/devices/${other}`] = '';
    }
  }
  return files;
}
