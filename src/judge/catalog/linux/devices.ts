/** What a Linux guest prints of devices that it refuses or cannot reach, of DMA memory that is missing, and of dm-verity. */

import type { Cause } from '../../signature.ts';
import { sharing } from '../sharing.ts';

const PLATFORM_HINT =
  'Add iommu_platform=on and disable-legacy=on to the device (QEMU), or use one whose back end offers VIRTIO_F_ACCESS_PLATFORM: all DMA of a TD goes through shared bounce buffers.';

/** kernel/dma/swiotlb.c: IO_TLB_SEGSIZE 128 slots of IO_TLB_SIZE 2 KiB; arch/x86/mm/mem_encrypt.c: at most SZ_1G. */
const SWIOTLB: readonly Cause[] = [
  {
    id: 'one-mapping',
    when: { size: { from: 256 * 1024 + 1 } },
    title: 'A driver maps $<size> bytes at once, and a bounce buffer has at most 262144 (256 KiB)',
    hint: 'No size of the pool helps: lower the driver’s largest transfer (max_sectors_kb, seg-max, queue or packet size), or update the driver, which must ask dma_max_mapping_size().',
  },
  {
    id: 'fragmented',
    when: { used: { to: 0.9, of: 'total' } },
    title:
      'The DMA bounce buffers (swiotlb) have room, but no piece of $<size> bytes: $<used> of $<total> slots are used',
    hint: 'A mapping takes up to 256 KiB in one piece: lower the largest transfer of the driver, or raise swiotlb= so that pieces stay free.',
  },
  {
    id: 'at-limit',
    when: { total: { from: 512 * 1024 } },
    title: 'The DMA bounce buffers (swiotlb) are full at 1 GiB, the most that a TD gets by itself',
    hint: 'Give swiotlb= more than 524288 on the command line (slots of 2 KiB), use fewer or shorter queues, or find the driver that does not unmap.',
  },
];

const VERITY_HINT =
  'Image and root hash do not belong together, or the image was changed after its hash tree was made: compare roothash= with the one of the build.';

export const DEVICES = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'linux-swiotlb-full',
    orLater: true,
    pattern:
      /swiotlb buffer is full(?: \(sz: (?<size>[0-9]+) bytes\), total (?<total>[0-9]+) \(slots\), used (?<used>[0-9]+) \(slots\))?/,
    title: 'DMA bounce buffers (swiotlb) are full',
    hint: 'A TD does all DMA through bounce buffers: 6 % of its memory, at least 64 MiB and at most 1 GiB. Give it more memory, raise swiotlb= (slots of 2 KiB), or reduce queue sizes.',
    causes: SWIOTLB,
  },
  {
    id: 'linux-swiotlb-none',
    pattern:
      /software IO TLB: (?:Cannot allocate buffer|Failed to (?:allocate|remap) |No low mem)|swiotlb(?:_[a-z_]+)?: (?:Failed to allocate|Cannot allocate)|DMA: Out of SW-IOMMU space/,
    title: 'The kernel has no memory for DMA bounce buffers (swiotlb), without which a TD has no I/O',
    hint: 'Give the guest more memory below 4 GiB, or lower swiotlb=.',
  },
  {
    id: 'linux-dma-mask',
    pattern: /swiotlb addr 0x[0-9a-f]+\+[0-9]+ overflow|overflow 0x[0-9a-f]+\+[0-9]+ of DMA mask/,
    title: 'A device cannot address the bounce buffers',
    hint: 'Its DMA mask ends below them: the device or its driver is limited to 32 bits; use another device model.',
  },
  {
    id: 'linux-virtio-refused',
    orLater: true,
    // drivers/virtio/virtio_pci_modern.c vp_finalize_features; drivers/virtio/virtio.c virtio_features_ok
    pattern:
      /(?<device>virtio[0-9]+): (?:virtio: )?(?:device (?:uses modern interface but does not have|must provide) (?<feature>VIRTIO_F_[A-Z_0-9]+)|device refuses features: (?<refused>[0-9a-f]+))/,
    title: 'The guest refused $<device>: features $<refused> were not accepted',
    hint: 'The device took back what it had offered: its back end lacks a feature, or its registers cannot be reached.',
    causes: [
      {
        id: 'version-1',
        when: { feature: 'VIRTIO_F_VERSION_1' },
        title:
          'The guest refused $<device>: its registers read zero, or it is not modern (VIRTIO_F_VERSION_1)',
        hint: 'Add disable-legacy=on; if the device is modern, its BARs lie beyond the guest’s address width: lower maxmem to at most 1 TiB or pci-hole64-size (kata-containers#10836).',
      },
      {
        id: 'access-platform',
        when: { feature: ['VIRTIO_F_ACCESS_PLATFORM', 'VIRTIO_F_IOMMU_PLATFORM'] },
        title: 'The guest refused $<device>: a TD needs VIRTIO_F_ACCESS_PLATFORM',
        hint: PLATFORM_HINT,
      },
    ],
  },
  {
    id: 'linux-virtio-probe',
    orLater: true,
    // drivers/base/dd.c really_probe
    pattern:
      /(?:probe of (?<device>virtio[0-9]+)|(?<device2>virtio[0-9]+): probe with driver [a-z_]+) failed with error (?<errno>-[0-9]+)/,
    title: 'The driver of $<device> failed (error $<errno>)',
    hint: 'The disk, network or console behind it never appears.',
    symptom: true,
    causes: [
      {
        id: 'no-memory',
        when: { errno: 'ENOMEM' },
        title: 'The driver of $<device> got no memory for its queues',
        hint: 'Raise the memory of the guest or swiotlb=, or lower the queue size.',
        symptom: false,
      },
      {
        id: 'no-queue',
        when: { errno: 'ENOENT' },
        title: 'The driver of $<device> found none of its queues',
        hint: 'The registers of the device read zero: its BAR is not mapped as shared, or not reachable.',
        symptom: false,
      },
      {
        id: 'refused',
        // drivers/virtio/virtio.c virtio_dev_probe, and each driver's checks of its configuration (Linux 6.12)
        when: { errno: 'EINVAL' },
        title: 'The driver of $<device> refuses the device as the VMM offers it (EINVAL)',
        hint: 'Its queues, features or configuration do not fit: a network needs pairs of queues (num_queues=2 and more in Cloud Hypervisor), in a TD every device VERSION_1 and ACCESS_PLATFORM and BARs within the guest’s address width; lines above say more. A newer VMM refuses such settings itself.',
      },
      {
        id: 'features',
        when: { errno: 'ENODEV' },
        title: 'The driver of $<device> and the VMM agree on no features (ENODEV)',
        hint: 'In a TD and with SEV the driver demands VIRTIO_F_VERSION_1 and ACCESS_PLATFORM: disable-legacy=on,iommu_platform=on in QEMU.',
      },
    ],
  },
  {
    id: 'linux-virtio-pci',
    pattern:
      /virtio[-_]pci (?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): (?:virtio_pci: )?(?:virtio_pci: )?(?:missing capabilities|[Ff]ailed to map|can't ioremap|bad capability|small capability|.*unable to map)/,
    title: 'The guest cannot use the virtio device at $<device>',
    hint: 'Its capabilities or BARs cannot be read: add disable-legacy=on, and check that its BARs lie within the guest’s address width.',
  },
  {
    id: 'linux-virtio-legacy',
    severity: 'warning',
    // drivers/virtio/virtio_pci_modern_dev.c (Linux 6.16): the legacy driver takes the device, which is no failure outside of a TD
    pattern:
      /virtio[-_]pci (?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): (?:virtio_pci: ){0,2}leaving for legacy driver/,
    title: 'The virtio device at $<device> has no modern interface',
    hint: 'A TD cannot use it: let the VMM offer it with disable-legacy=on.',
  },
  {
    id: 'linux-pci-bar',
    severity: 'warning',
    pattern:
      /pci [0-9a-f:.]+: BAR (?<bar>[0-9]+)(?: \[[^\]]*\])?:? (?:can't assign; no space|no space for|failed to assign|can't claim|\[mem [^\]]*\]: can't)/,
    title: 'A BAR of a PCI device has no place',
    hint: 'The windows of the host bridge are too small or beyond the guest’s address width: see pci-hole64-size and maxmem.',
  },
  {
    id: 'linux-nvme-timeout',
    orLater: true,
    pattern:
      /nvme nvme(?<device>[0-9]+): (?:I\/O (?:tag )?[0-9]+ .*timeout|Device not ready; aborting|Removing after probe failure|controller is down)/,
    title: 'NVMe controller $<device> does not answer',
    hint: 'A TD has only bounce buffers for DMA: update the guest kernel, and check swiotlb= and the host’s VFIO or NVMe emulation.',
  },
  {
    id: 'linux-verity-corrupt',
    orLater: true,
    // drivers/md/dm-verity-target.c verity_handle_err; "dm-verity device corrupted" is the panic after it
    pattern:
      /device-mapper: verity: (?<device>[0-9:]+): (?<what>data|metadata) block (?<block>[0-9]+) is corrupted/,
    title: 'dm-verity: $<what> block $<block> of the root file system is not what its hash says',
    hint: VERITY_HINT,
  },
  {
    id: 'linux-verity-table',
    orLater: true,
    pattern:
      /device-mapper: table: [0-9:]+: verity: (?<why>[A-Za-z](?:[A-Za-z ()-]*[a-z)])?)|device-mapper: verity: (?<why2>[Rr]oot hash (?:verification failed|signature[a-z ]*)|[A-Za-z ]*failed)/,
    title: 'dm-verity could not be set up: $<why>',
    hint: 'The table of the device is wrong: root hash, salt, block sizes or a device that is not there. A signature needs its certificate in the kernel’s keyring.',
  },
  {
    id: 'linux-dm-integrity',
    orLater: true,
    // Whoever looks for a file system on a new device reads such sectors, and the boot goes on.
    severity: 'warning',
    // Linux 6.16 drivers/md/dm-crypt.c crypt_convert_block_aead, drivers/md/dm-integrity.c integrity_metadata
    pattern:
      /device-mapper: (?:crypt|integrity): (?:(?<device>[\w-]+): )?(?:INTEGRITY AEAD ERROR, sector|Checksum failed at sector) (?<sector>0x[0-9a-f]+|[0-9]+)/,
    title: 'An encrypted device is not what its integrity tags say (sector $<sector>)',
    hint: 'Sectors that were never written have no valid tag: wipe the whole device when it is formatted (cryptsetup without --integrity-no-wipe), or let mkfs not read first. Else somebody changed the disk, or several writers race: update the guest’s kernel.',
  },
  {
    id: 'linux-dm-init',
    pattern: /device-mapper: init: (?:unable to |cannot |failed |.*not )(?<why>.*[a-z])/,
    title: 'dm-mod.create= failed: $<why>',
    hint: 'The device-mapper table on the command line names a device that is not there, or has a mistake.',
  },
]);
