/** What Cloud Hypervisor prints when a part of the VM cannot be set up: as a chain (v47 and newer), and as nested Debug text before. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** `Os { code: 2, kind: NotFound, … }` in the same line; a chain has the error in a line of its own. */
const FILE: readonly Cause[] = [
  {
    id: 'missing',
    lasting: true,
    when: { errno: 'ENOENT' },
    title: 'Cloud Hypervisor: the $<what> file does not exist',
    hint: 'Check the path; relative paths start where Cloud Hypervisor was started.',
  },
  {
    id: 'denied',
    lasting: true,
    when: { errno: ['EACCES', 'EPERM'] },
    title: 'Cloud Hypervisor may not open the $<what> file',
    hint: 'Check its owner and mode, and --landlock-rules.',
  },
];

/** KVM_TDX_INIT_VM and KVM_TDX_INIT_VCPU of Intel's 2022 tree and of Linux 6.16. */
export const CH_TDX_ERRNO: readonly Cause[] = [
  {
    id: 'abi',
    when: { errno: ['EINVAL', 'ENOTTY'] },
    title: 'KVM refuses the TDX calls of this Cloud Hypervisor: it speaks another TDX interface',
    hint: 'Releases up to v52 speak the 2022 Intel KVM interface; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#7207, #8540).',
  },
  {
    id: 'no-keyid',
    when: { errno: ['ENOSPC', 'EBUSY'] },
    title: 'No private KeyID is free for another TD',
    hint: 'End another TD, or give TDX more KeyIDs in the BIOS set-up.',
  },
  {
    id: 'seamcall',
    when: { errno: 'EIO' },
    title: 'A call of the TDX module failed',
    hint: 'The host dmesg has the SEAMCALL and its status. Update BIOS, TDX module and host kernel.',
  },
  {
    id: 'off',
    when: { errno: ['EOPNOTSUPP', 'ENODEV'] },
    title: 'TDX is off on the host',
    hint: '/sys/module/kvm_intel/parameters/tdx must read Y; the host dmesg says why it does not.',
  },
];

export const CLOUD_HYPERVISOR_SETUP: readonly Signature[] = [
  {
    id: 'ch-vcpu-limit',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Maximum number of vCPUs (?<wanted>[0-9]+) exceeds host limit (?<limit>[0-9]+)|MaximumVcpusExceeded\((?<wanted2>[0-9]+), (?<limit2>[0-9]+)\)/,
    title: '$<wanted> vCPUs are more than this host allows ($<limit>)',
    hint: 'Lower --cpus; a TD has at most as many vCPUs as the host has CPUs.',
    streams: VMM,
  },
  {
    id: 'ch-cpus',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Max CPUs \([0-9]+\) lower than boot CPUs|Too many CPUs: specified|Product of CPU topology parts does not match|CpusMaxLowerThanBoot|CpuTopologyCount/,
    title: 'Cloud Hypervisor refuses --cpus',
    hint: 'max= must be at least boot=, and the product of the topology must be max=.',
    streams: VMM,
  },
  {
    id: 'ch-payload-file',
    phase: 'vmm',
    severity: 'fatal',
    // vmm/src/vm.rs
    pattern:
      /(?:Cannot open (?<what>kernel|initramfs) file|Error manipulating (?<what2>firmware) file|KernelFile\(|InitramfsFile\(|FirmwareFile\()(?:.*code: (?<errno>[0-9]+))?/,
    title: 'Cloud Hypervisor cannot read its kernel, initramfs or firmware file',
    hint: 'Check the path and the permissions of the file; the next line of a chain has the error.',
    streams: VMM,
  },
  {
    id: 'ch-payload-kind',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Kernel lacks PVH header|KernelMissingPvhHeader|Firmware too big|FirmwareTooLarge|Payload configuration is not bootable/,
    title: 'Cloud Hypervisor cannot boot this payload',
    hint: 'Without TDX it boots a bzImage, an ELF with PVH entry, or CLOUDHV.fd; with TDX --firmware must be a TD firmware.',
    streams: VMM,
  },
  {
    id: 'ch-disk-lock',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Cannot lock images of all block devices|DiskLockError\(|LockDiskImage/,
    title: 'The disk image is in use by another process',
    hint: 'Give each VM its own copy or overlay, or attach the image readonly=on.',
    streams: VMM,
  },
  {
    id: 'ch-disk-type',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Disk image type does not match expected type(?:: specified = (?<wanted>[A-Za-z0-9]+), detected = (?<found>[A-Za-z0-9]+))?/,
    title: 'The disk image is not of the type that image_type= says',
    hint: 'qemu-img info says what the file is; give --disk image_type=qcow2 or raw.',
    streams: VMM,
  },
  {
    id: 'ch-disk',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Cannot (?:open|create) (?<what>disk) path(?:.*code: (?<errno>[0-9]+))?|[( ](?<what2>Disk)\(Os \{ code: (?<errno2>[0-9]+)/,
    title: 'Cloud Hypervisor cannot open a disk image',
    hint: 'Check the path of --disk and its permissions; the next line of a chain has the error.',
    streams: VMM,
    causes: FILE,
  },
  {
    id: 'ch-tap',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Cannot open tap interface|OpenTap\(|Unable to configure tap interface|ConfigureTap|Error programming tap offload/,
    title: 'Cloud Hypervisor cannot open or set up its tap device',
    hint: 'It needs CAP_NET_ADMIN (setcap cap_net_admin+ep), or a tap device that exists and belongs to the user.',
    streams: VMM,
  },
  {
    id: 'ch-vfio',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:Cannot create a VFIO (?:PCI )?device|Vfio(?:Pci)?Create\(|Failed to DMA map VFIO device|VfioDmaMap\((?:(?<container>IommuDmaMap))?|Failed to map VFIO MMIO region|VfioMapRegion\(|iommufd is not supported without)(?:.*(?:Error\(|os error )(?<errno>[0-9]+)\))?/,
    title: 'Cloud Hypervisor cannot pass the device through',
    hint: 'Bind the device to vfio-pci, switch the IOMMU on, and raise the limit of locked memory. Device passthrough into a TD needs QEMU 10.1 or newer.',
    streams: VMM,
    causes: [
      {
        // vfio-ioctls 0.6 VfioError::IommuDmaMap: VFIO_IOMMU_MAP_DMA of the container, not iommufd
        id: 'unmapped',
        when: { container: 'IommuDmaMap', errno: 'EFAULT' },
        title: 'The kernel cannot pin memory of the guest for the device: no page lies behind an address',
        hint: 'The file or the huge pages behind the memory of the guest are too few or too short, or the range was unmapped meanwhile: try plain memory, then report it.',
      },
      {
        // IOMMU_IOAS_MAP pins pages (drivers/iommu/iommufd/pages.c, Linux 6.16), and the registers of a device are none
        id: 'registers',
        when: { errno: 'EFAULT' },
        title: 'Cloud Hypervisor cannot map the registers (BARs) of the device for DMA of other devices',
        hint: 'iommufd does not take them before Linux 6.19: give --platform vfio_p2p_dma=off, or iommufd=off (cloud-hypervisor#8895).',
      },
      {
        id: 'mapped',
        when: { errno: 'EEXIST' },
        title: 'Cloud Hypervisor cannot map the device’s memory for DMA: the address is mapped already',
        hint: 'Two devices of one VFIO container have windows (BARs) at one guest address: update Cloud Hypervisor, or pass one GPU (kata-containers#10582).',
      },
      {
        id: 'memlock',
        when: { errno: 'ENOMEM' },
        title:
          'Cloud Hypervisor may not pin the guest’s memory for the device: the limit of locked memory is too low',
        hint: 'Raise ulimit -l (LimitMEMLOCK=infinity of the service), or free memory on the host.',
      },
    ],
  },
  {
    id: 'ch-memory',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /Mmap backed guest memory error|Failed creating a new MmapRegion|(?:GuestMemory|NewMmapRegion|GuestMemoryRegion)\(Mmap|(?:Failed to create the user memory region|CreateUserMemoryRegion\()(?:.*\(os error (?<errno>[0-9]+)\))?/,
    title: 'Cloud Hypervisor cannot have the guest’s memory',
    hint: 'Lower --memory, or free memory and huge pages on the host; the next line of a chain has the error.',
    streams: VMM,
    causes: [
      {
        id: 'region',
        when: { errno: ['EINVAL', 'EEXIST'] },
        phase: 'vmm',
        title: 'KVM refused a memory region of the guest',
        hint: 'It is not aligned to pages or overlaps another one: most often a kernel or firmware that this release cannot load so (cloud-hypervisor#4518).',
      },
    ],
  },
  {
    id: 'ch-memory-size',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Memory size is misaligned|MisalignedMemorySize|Memory configuration is not valid|InvalidMemoryParameters|Invalid huge page size|Huge page size (?:specified but|is not power)/,
    title: 'Cloud Hypervisor refuses --memory',
    hint: 'The size must be a multiple of the page size, or of hugepage_size with hugepages=on.',
    streams: VMM,
  },
  {
    id: 'ch-shared-memory',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /requires using shared memory or huge pages|VhostUserRequiresSharedMemory|UserDevicesRequireSharedMemory/,
    title: 'A vhost-user device needs --memory shared=on',
    hint: 'Give --memory shared=on; in a TD the back end sees only what the guest shares.',
    streams: VMM,
  },
  {
    id: 'ch-vhost-user',
    phase: 'vmm',
    severity: 'fatal',
    // vmm/src/device_manager.rs, DeviceManagerError (v53): as names in nested Debug text, as sentences in a chain
    pattern:
      /(?:Create(?:Virtio(?<what>Fs)|VhostUser(?<what2>Net|Blk)|GenericVhostUser)\(|Cannot create (?:virtio-fs|vhost-user-(?:net|blk)|generic vhost-user) device)(?:.*code: (?<errno>[0-9]+))?/,
    title:
      'Cloud Hypervisor got no vhost-user device: its back end (such as virtiofsd) ended, or does not speak the same protocol',
    hint: 'Read the log of the back end. virtiofsd serves one connection and ends with it, so a VM that is rebooted needs it anew; releases of both must fit.',
    streams: VMM,
    causes: [
      {
        id: 'gone',
        when: { errno: ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'] },
        title: 'The vhost-user back end (such as virtiofsd) does not listen on its socket',
        hint: 'It was not started, or has ended: virtiofsd ends with its connection, so a VM that is rebooted needs it anew.',
      },
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'Cloud Hypervisor may not use the socket of its vhost-user back end',
        hint: 'Check owner and mode of the socket and of its directory.',
      },
    ],
  },
  {
    id: 'ch-device',
    phase: 'vmm',
    severity: 'fatal',
    // The same enum: what an io::Error or an error of the device has made impossible
    pattern:
      /Cannot create virtio-(?<what>console|rng|rtc|pmem|iommu|balloon|watchdog|mem) device|CreateVirtio(?<what2>Console|Rng|Rtc|Pmem|Iommu|Balloon|Watchdog|Mem)\(/,
    title: 'Cloud Hypervisor could not make the guest’s virtio device: $<what>',
    hint: 'The next line of the chain, or the innermost name, has the error.',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'ch-vsock',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /is a special VSOCK CID|VsockSpecialCid|Cannot create (?:virtio-)?vsock backend|VsockUnix\(|CreateVsockBackend\(/,
    title: 'Cloud Hypervisor refuses --vsock',
    hint: 'CIDs 0 to 2 are reserved, and the socket file must not exist before.',
    streams: VMM,
  },
  {
    id: 'ch-landlock',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:creating|applying) landlock|Path .* provided in landlock-rules does not exist|Error parsing --landlock-rules/,
    title: 'Cloud Hypervisor cannot apply its Landlock rules',
    hint: 'The host kernel needs Landlock, and each path of --landlock-rules must exist.',
    streams: VMM,
  },
  {
    id: 'ch-kvm-error',
    phase: 'host',
    severity: 'fatal',
    // kvm_ioctls::Error of releases up to v21: only the number; HypervisorError::VmCreate of v0.9: opening /dev/kvm failed
    pattern: /(?:KvmNew\(Error\(|value: VmCreate\([^()]*\(os error )(?<errno>[0-9]+)\)\)/,
    title: 'Cloud Hypervisor cannot use /dev/kvm (errno $<errno>)',
    hint: 'Load kvm_intel, and give the user access to /dev/kvm (group kvm).',
    streams: VMM,
    causes: [
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'Cloud Hypervisor may not open /dev/kvm',
        hint: 'Add the user to group kvm and log in anew, or give the container the device (cloud-hypervisor#1014).',
      },
      {
        id: 'missing',
        when: { errno: ['ENOENT', 'ENODEV'] },
        title: 'The host has no /dev/kvm that works',
        hint: 'Load kvm_intel; a cloud VM or a hosted CI runner may have no virtualisation.',
      },
    ],
  },
  {
    id: 'ch-debug',
    phase: 'vmm',
    severity: 'fatal',
    // vmm/src/api/mod.rs and vmm/src/lib.rs of v22 to v46, "Error booting VM: {0:?}"; main.rs of releases before
    pattern:
      /(?:Error (?:booting|rebooting|creating|restoring|resuming) VM|Error activating virtio devices|Can not create a new virtual machine): (?:Vm(?:Boot|Create)\()?[A-Z][A-Za-z]+/,
    title: 'Cloud Hypervisor could not start the VM',
    hint: 'The innermost name is the cause: look it up in vmm/src of the release, or run a release from v47 on, which prints a sentence.',
    streams: VMM,
    symptom: true,
  },
];
