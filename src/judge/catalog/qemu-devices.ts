/** What QEMU prints of devices that cannot be used: passthrough by VFIO and iommufd, virtio and vhost. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** VFIO_IOMMU_MAP_DMA and IOMMU_IOAS_MAP: drivers/vfio/vfio_iommu_type1.c, drivers/iommu/iommufd. */
const MAP: readonly Cause[] = [
  {
    id: 'unpinnable',
    // vfio_listener_region_add of RAM: fatal, unlike the warning about a BAR below.
    when: { errno: 'EFAULT', listener: 'memory listener initialization failed' },
    title: 'VFIO could not pin the guest’s memory: its pages are not there',
    hint: 'The host ran out of memory or huge pages while it pinned, or the memory is another device’s (a BAR, DAX): give the guest less memory, and keep huge pages for all of it (kata-containers#9553).',
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

export const QEMU_DEVICES: readonly Signature[] = [
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
      /(?:(?<listener>memory listener initialization failed).*?)?(?:VFIO_MAP_DMA failed|IOMMU_IOAS_MAP(?:_FILE)? failed|vfio(?:_container)?_dma_map\([^,]*, ?[^,]*, ?(?<size>0x[0-9a-f]+), ?.*\) ?= ?-[0-9]+|listener initialization failed for container)[: ]*\(?(?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
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
  {
    id: 'qemu-iommu-platform',
    phase: 'vmm',
    severity: 'fatal',
    // hw/virtio/virtio-bus.c
    pattern: /iommu_platform=true is not supported by the device/,
    title: 'A virtio device cannot have iommu_platform=on, which a TD needs',
    hint: 'Its back end (vhost-user, or an old vhost) does not offer VIRTIO_F_ACCESS_PLATFORM: use another back end.',
    streams: VMM,
  },
  {
    id: 'qemu-virtio-modern',
    phase: 'vmm',
    severity: 'fatal',
    // hw/virtio/virtio-pci.c
    pattern: /device is modern-only, use disable-legacy=on/,
    title: 'A virtio device needs disable-legacy=on',
    hint: 'Add disable-legacy=on to the device; a TD needs modern virtio.',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-features',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /vhost lacks feature mask (?<mask>0x[0-9a-f]+) for backend|vhost_set_(?:features|vring_[a-z]+) failed(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?|vhost_dev_init failed|vhost_dev_start failed|unable to start vhost [a-z-]+: -?[0-9]+/,
    title: 'vhost cannot do what the device needs',
    hint: 'The kernel’s vhost, or the vhost-user program, lacks a feature: try vhost=off.',
    streams: VMM,
    causes: [
      {
        id: 'gone',
        when: { errno: ['EAGAIN', 'EPIPE', 'ECONNRESET', 'EPROTO', 'EBADF'] },
        title: 'The vhost-user back end (such as virtiofsd) went away',
        hint: 'It crashed or was ended: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on) (confidential-containers#59).',
      },
    ],
  },
  {
    id: 'qemu-vhost-net',
    phase: 'vmm',
    severity: 'fatal',
    // net/tap.c
    pattern: /vhost-net requested but could not be initialized/,
    title: 'QEMU cannot use vhost-net',
    hint: 'Load vhost_net on the host and give the user /dev/vhost-net, or use vhost=off.',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-user',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Failed to set msg fds|vhost-user(?:-[a-z0-9-]+)?: (?:Failed to (?:read|write) (?:msg|from)|.*(?:initialization failed|connect(?:ion)? (?:failed|refused))|.*backend.*(?:disconnected|not connected))|Failed to connect to '[^']*virtiofsd?[^']*'/,
    title: 'The vhost-user back end (such as virtiofsd) is gone',
    hint: 'It was not started, or it crashed: look at its own log. It cannot read the private memory of a TD without swiotlb (iommu_platform=on).',
    streams: VMM,
  },
  {
    id: 'qemu-vhost-vsock',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)(?:: (?<errno>[A-Z][A-Za-z/ ]*[a-z]))?/,
    title: 'QEMU cannot use vhost-vsock',
    hint: 'Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.',
    streams: VMM,
    causes: [
      {
        id: 'cid',
        when: { errno: 'EADDRINUSE' },
        title: 'The guest’s vsock CID is taken',
        hint: 'Another VM uses it, or an old one is still alive: give each VM its own guest-cid.',
      },
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENODEV'] },
        title: 'The host has no /dev/vhost-vsock',
        hint: 'Load the module vhost_vsock.',
      },
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'QEMU may not open /dev/vhost-vsock',
        hint: 'Give the user access to /dev/vhost-vsock (group kvm).',
      },
    ],
  },
  {
    id: 'qemu-tap',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /could not configure \/dev\/net\/tun(?: \([^)]*\))?: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|could not open \/dev\/net\/tun|network script \S+ failed with status|bridge helper failed|failed to (?:launch|parse) bridge helper/,
    title: 'QEMU could not open its tap device',
    hint: 'A tap device needs CAP_NET_ADMIN, or one that exists and belongs to the user; use user networking where that is enough.',
    streams: VMM,
  },
  {
    id: 'qemu-tpm',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /tpm[-_](?:passthrough|emulator)[^:]*: .*(?:[Cc]annot|[Cc]ould not|[Ff]ailed|requires|required|not)/,
    title: 'QEMU cannot give the guest a TPM',
    hint: 'The host’s TPM cannot be passed through to a TD; a vTPM needs swtpm running on the socket that the option names (canonical/tdx#275).',
    streams: VMM,
  },
];
