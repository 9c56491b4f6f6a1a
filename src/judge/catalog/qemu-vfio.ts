/** What QEMU prints of host devices that it cannot pass through by VFIO or iommufd, or that fail while the guest runs. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** VFIO_IOMMU_MAP_DMA and IOMMU_IOAS_MAP: drivers/vfio/vfio_iommu_type1.c, drivers/iommu/iommufd. */
const MAP: readonly Cause[] = [
  {
    id: 'unpinnable',
    // vfio_listener_region_add of RAM while QEMU starts: fatal, unlike the warning about a BAR below.
    when: { errno: 'EFAULT', listener: 'memory listener initialization failed' },
    title: 'VFIO could not pin the guest’s memory: its pages are not there',
    hint: 'The host ran out of memory or huge pages while it pinned, or the memory is another device’s (a BAR, DAX): give the guest less memory, and keep huge pages for all of it (kata-containers#9553).',
  },
  {
    // Before this line of a call, QEMU prints the call’s own line, which does not say of which region.
    id: 'at-start',
    when: { errno: 'EFAULT', start: '-device' },
    title:
      'VFIO could not map an address while QEMU started: no page lies behind it, or it is another device’s BAR',
    hint: 'Where QEMU ends, the host ran out of memory or huge pages while it pinned, or the file behind the guest’s memory (/dev/shm, hugetlbfs) is too short: give the guest less, or huge pages for all of it. Where QEMU goes on, it was a BAR.',
  },
  {
    id: 'peer-bar',
    // vfio_listener_region_add: "PCI peer-to-peer transactions on BARs are not supported" follows, and nothing fails.
    when: { errno: ['EINVAL', 'EFAULT'], size: { from: 0x10_0000 } },
    severity: 'warning',
    title: 'VFIO could not map the BAR of a device for other devices, which seldom matters',
    hint: 'Only transfers from device to device need such a mapping (kata-containers#12861): look for another cause.',
  },
  {
    id: 'limit',
    when: { errno: 'ENOSPC' },
    title:
      'VFIO has no mapping left: a container has 65 535, and a TD needs one for each 4 KiB that it shares',
    hint: 'Use iommufd (-object iommufd,id=iommufd0 and vfio-pci,iommufd=iommufd0), or raise vfio_iommu_type1.dma_entry_limit (kata-containers#11721).',
  },
  {
    id: 'memlock',
    when: { errno: 'ENOMEM' },
    title: 'VFIO may not pin the guest’s memory: the limit of locked memory is too low',
    hint: 'Raise ulimit -l (LimitMEMLOCK=infinity of the service, memtune hard_limit of libvirt), or free memory on the host.',
  },
  {
    id: 'private',
    when: { errno: 'EFAULT' },
    title: 'VFIO cannot reach an address of the guest: private memory, or another device’s BAR',
    hint: 'Only memory that the guest shares can be mapped: use QEMU 10.1 or newer, whose VFIO follows the conversions of a TD.',
  },
  {
    id: 'width',
    when: { errno: ['EINVAL', 'E2BIG'] },
    title: 'VFIO refused a mapping: the address lies beyond what the IOMMU takes, or is not aligned',
    hint: 'The IOMMU has fewer address bits than the guest: lower maxmem, or give vfio-pci x-no-mmap=on. The address is in the line.',
  },
  {
    id: 'overlap',
    when: { errno: ['EEXIST', 'EBUSY'] },
    title: 'VFIO refused a mapping: the range is mapped already',
    hint: 'QEMU’s idea of what is shared is not the kernel’s: update QEMU to 10.1 or newer.',
  },
];

/** /dev/vfio/N, /dev/vfio/devices/vfioN and /dev/iommu. */
const OPEN: readonly Cause[] = [
  {
    id: 'missing',
    when: { errno: 'ENOENT' },
    title: '$<path> does not exist',
    hint: 'Bind the device to vfio-pci, switch the IOMMU on (intel_iommu=on), and load vfio-pci; /dev/iommu and /dev/vfio/devices need CONFIG_IOMMUFD and CONFIG_VFIO_DEVICE_CDEV.',
  },
  {
    id: 'denied',
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'QEMU may not open $<path>',
    hint: 'Give the user of QEMU the device file, and the container the device.',
  },
  {
    id: 'busy',
    when: { errno: 'EBUSY' },
    title: '$<path> is in use',
    hint: 'Another VM has the device, or its group is open already: end that VM.',
  },
  {
    id: 'no-driver',
    when: { errno: ['ENODEV', 'ENXIO', 'EINVAL'] },
    title: '$<path> has no device: it is not bound to vfio-pci',
    hint: 'Bind all devices of the IOMMU group to vfio-pci (driverctl set-override).',
  },
];

export const QEMU_VFIO: readonly Signature[] = [
  {
    id: 'qemu-vfio-mappings',
    phase: 'vmm',
    severity: 'warning',
    pattern: /possibly running out of DMA mappings/,
    title: 'VFIO may run out of mappings',
    hint: 'A TD needs a mapping for each 4 KiB that it shares: use iommufd, or raise vfio_iommu_type1.dma_entry_limit.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-map',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:(?<start>-device) .*?)?(?:(?<listener>memory listener initialization failed).*?)?(?:VFIO_MAP_DMA failed|IOMMU_IOAS_MAP(?:_FILE)? failed|vfio(?:_container)?_dma_map\([^,]*, ?[^,]*, ?(?<size>0x[0-9a-f]+), ?.*\) ?= ?-[0-9]+|listener initialization failed for container)[: ]*\(?(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    // warn_report of backends/iommufd.c: a BAR of another device, which the guest does not need for DMA.
    unless: /PCI BAR\?/,
    title: 'VFIO could not map memory of the guest: $<errno>',
    hint: 'The device cannot reach the guest’s memory: read the host dmesg (vfio, DMAR).',
    streams: VMM,
    causes: MAP,
  },
  {
    id: 'qemu-vfio-open',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:failed to open|Failed to open|Could not open|opening failed) '?(?<path>\/dev\/(?:vfio\/[A-Za-z0-9/]+|iommu))'?(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?/,
    title: 'QEMU could not open $<path>',
    hint: 'Bind the device to vfio-pci, load the modules, and give the user of QEMU the device file.',
    streams: VMM,
    causes: OPEN,
  },
  {
    id: 'qemu-vfio-cdev',
    phase: 'vmm',
    severity: 'fatal',
    // hw/vfio/iommufd.c iommufd_cdev_getfd
    pattern: /(?:failed to (?:load|open)|couldn't (?:open|find)[a-z ]*) ['"]?(?<path>\/\S*\/vfio-dev[^ "']*)/,
    title: 'The kernel gives no character device for the VFIO device',
    hint: 'iommufd needs CONFIG_VFIO_DEVICE_CDEV in the host kernel, and the device bound to vfio-pci (tdx-linux#8).',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-shared-group',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /group (?<group>[0-9]+) used in multiple address spaces/,
    title: 'Two devices of IOMMU group $<group> are on different guest IOMMUs or buses',
    hint: 'All devices of a group share one address space: pass them through on one bus (one root port with several functions), without a vIOMMU, or separate the group (kata-containers#10622).',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-group',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /group (?<group>[0-9]+) is not viable/,
    title: 'IOMMU group $<group> is not viable: a device of it belongs to the host',
    hint: 'Bind all devices of the group to vfio-pci, or move the card to another slot.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-iommu',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /no iommu_group found|No available IOMMU models|Failed to set iommu for container: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|Failed to (?:allocate ioas|allocate hwpt|get VFIO IOMMU info)/,
    title: 'The host has no IOMMU for the device',
    hint: 'Enable VT-d in the BIOS, boot the host with intel_iommu=on, and check dmesg | grep -i dmar. "interrupt remapping" must be on, too.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-device',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:error getting device from group [0-9]+|error bind device fd=[0-9]+ to iommufd=-?[0-9]+|\[iommufd=[0-9]+\] error attach .* to id=[0-9]+): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'VFIO did not give QEMU the device: $<errno>',
    hint: 'The device must be bound to vfio-pci and be in no other VM: see dmesg | grep vfio.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-discard',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Cannot set discarding of RAM broken/,
    title: 'This QEMU cannot pass a device through to a TD',
    hint: 'Its VFIO does not follow memory that the guest converts: use QEMU 10.1 or newer.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-no-device',
    phase: 'vmm',
    severity: 'fatal',
    // hw/vfio/device.c vfio_device_get_name (QEMU 10.1), hw/vfio/pci.c before
    pattern: /vfio (?<device>[^ ]*[0-9a-z]): no such host device/,
    title: 'The host has no device $<device>',
    hint: 'The address is another one after a change of cards or BIOS settings, or a virtual function was not created: compare with lspci -D.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-attached',
    phase: 'vmm',
    severity: 'fatal',
    // hw/vfio/pci.c and container-legacy.c (QEMU 10.1)
    pattern: /vfio (?<device>[^ ]*[0-9a-z]): device is already attached/,
    title: 'The command line of QEMU has device $<device> twice',
    hint: 'Take one of the two vfio-pci devices out.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-interrupts',
    phase: 'vmm',
    severity: 'fatal',
    // hw/vfio/device.c vfio_device_irq_set_signaling (QEMU 10.1)
    pattern:
      /eventfd signaling for interrupt (?<kind>[A-Z]+)-[0-9]+: VFIO_DEVICE_SET_IRQS failure: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'VFIO could not set up the $<kind> interrupt of a device: $<errno>',
    hint: 'Read the host dmesg (vfio-pci, DMAR): interrupt remapping must be on.',
    streams: VMM,
    causes: [
      {
        id: 'shared',
        when: { kind: 'INTX', errno: 'EBUSY' },
        title: 'The device shares its interrupt line with a driver of the host',
        hint: 'It cannot mask its interrupt: unbind the other device of the line (/proc/interrupts), or move the card to another slot.',
      },
      {
        id: 'vectors',
        when: { errno: ['ENOSPC', 'ENOMEM'] },
        title: 'The host has no interrupt vector left for the device',
        hint: 'Use fewer queues or devices, and boot the host with intremap=on and x2APIC.',
      },
    ],
  },
  {
    id: 'qemu-vfio-device-error',
    phase: 'vmm',
    severity: 'fatal',
    // hw/vfio/pci.c vfio_err_notifier_handler (QEMU 10.1): the kernel's PCIe error handler has called
    pattern: /\((?<device>[^)]*)\) Unrecoverable error detected/,
    title: 'The passed-through device $<device> has reported a fatal PCIe error',
    hint: 'QEMU has paused the guest: the host dmesg has the error (AER). The card, its firmware or its slot is at fault; reset it on the host.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-power',
    phase: 'vmm',
    severity: 'error',
    // hw/vfio/pci.c vfio_pci_pre_reset (QEMU 10.1)
    pattern: /vfio: Unable to power on device, stuck in D(?<state>[0-9])/,
    title: 'The passed-through device does not wake up (D$<state>)',
    hint: 'It hangs or fell off the bus: reset it on the host (remove and rescan), or switch the host off and on; vfio-pci.disable_idle_d3=1 avoids the state.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-reset',
    phase: 'vmm',
    severity: 'warning',
    // hw/vfio/pci.c, container-legacy.c and iommufd.c (QEMU 10.1)
    pattern:
      /vfio: Cannot reset device (?<device>[^ ,]*), (?:no available reset mechanism|depends on (?:group|device) (?<other>[^ ]*) which is not owned)|vfio: (?<why>hot reset info failed)/,
    title: 'QEMU cannot reset a passed-through device before the guest gets it',
    hint: 'A device that another VM used before may be in a bad state: pass all functions of its bus to this VM, or reset it on the host.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-slow',
    phase: 'vmm',
    severity: 'warning',
    // hw/vfio/pci.c vfio_bar_prepare, hw/vfio/region.c (QEMU 10.1)
    pattern: /Failed to mmap (?<device>[^ ]*) BAR (?<bar>[0-9])\. Performance may be slow/,
    title: 'BAR $<bar> of device $<device> is emulated, and so slow',
    hint: 'Its pages cannot be mapped (smaller than a page, or in use on the host): unbind other drivers and frame buffers from the device.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio-rom',
    phase: 'vmm',
    severity: 'warning',
    // hw/vfio/pci.c vfio_pci_load_rom (QEMU 10.1)
    pattern: /vfio-pci: Cannot read device rom at (?<device>[^ ]*[0-9a-f])/,
    title: 'The option ROM of device $<device> cannot be read',
    hint: 'A TD runs no option ROM, so rombar=0 of vfio-pci takes the message away.',
    streams: VMM,
  },
  {
    id: 'qemu-vfio',
    phase: 'vmm',
    severity: 'fatal',
    // VFIO_MSG_PREFIX and "failed to setup container for group"
    pattern:
      /: vfio (?<device>[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]|\/sys\/[^:]+): (?<why>.*[A-Za-z].*)/,
    unless: /warning: /,
    title: 'VFIO cannot use device $<device>',
    hint: 'The rest of the line says why; the device must be bound to vfio-pci and the IOMMU on.',
    streams: VMM,
    symptom: true,
  },
];
