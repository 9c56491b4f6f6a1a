/** Why the host's kernel does not give a device away: Linux 6.16 drivers/pci/pci.c, drivers/iommu, drivers/vfio. */

import type { LineOrigin, Signature } from '../signature.ts';

const HOST: readonly LineOrigin[] = ['host'];

export const HOST_VFIO: readonly Signature[] = [
  {
    id: 'linux-host-vfio-busy',
    phase: 'host',
    severity: 'error',
    // __pci_request_region()
    pattern: /vfio-pci (?<device>\S+): BAR (?<bar>[0-9]+)\b.* can't reserve/,
    title: 'Something on the host still uses device $<device> (BAR $<bar>)',
    hint: 'Most often the frame buffer of the firmware, or the driver that had the device before: see /proc/iomem; boot the host with initcall_blacklist=sysfb_init, or bind vfio-pci before any other driver.',
    streams: HOST,
  },
  {
    id: 'linux-host-pci-dead',
    phase: 'host',
    severity: 'error',
    // pci_dev_wait(), pci_power_up()
    pattern:
      /(?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): (?:not ready [0-9]+ms after .+; giving up|Unable to change power state from \w+ to D0, device inaccessible)/,
    title: 'Device $<device> no longer answers: it did not survive a reset or its sleep',
    hint: 'Power the host off and on. Where it comes back: keep it from sleeping (disable_idle_d3=1 of vfio-pci, pcie_aspm=off), and update its firmware and the BIOS.',
    streams: HOST,
  },
  {
    id: 'linux-host-vfio-intremap',
    phase: 'host',
    severity: 'error',
    // vfio_iommu_type1_attach_group()
    pattern: /No interrupt remapping support\. +Use the module param "allow_unsafe_interrupts"/,
    title: 'vfio needs interrupt remapping, and the host has none',
    hint: 'Switch VT-d with interrupt remapping on in the BIOS, and take intremap=off from the host’s command line.',
    streams: HOST,
  },
  {
    id: 'linux-host-vfio-rmrr',
    phase: 'host',
    severity: 'error',
    // device_rmrr_is_relaxable() of 6.4 and older; __iommu_device_set_domain()
    pattern:
      /ineligible for IOMMU domain attach due to platform RMRR requirement|Firmware has requested this device have a 1:1 IOMMU mapping, rejecting/,
    title: 'The BIOS keeps memory of this device for itself (RMRR): it cannot be passed through',
    hint: 'Switch off in the BIOS what shares the device (pre-boot DMA protection, management controller, shared memory of option ROMs), update the BIOS, or use another slot or device.',
    streams: HOST,
  },
];
