/** Logs of QEMU, Cloud Hypervisor and libvirt that do not start a TD, some beside the log of their host. */

import { EIO, ENABLED, INITIALISED, type Thread } from './thread.ts';

const NO_VM_TYPE = 'qemu-system-x86_64: vm-type tdx not supported by KVM';

export const VMMS: readonly Thread[] = [
  ...(
    [
      'kvm: vm-type tdx not supported by KVM',
      'qemu-system-x86_64: vm-type TDX not supported by KVM',
      "qemu-system-x86_64: -accel kvm: kvm-type 'tdx' not supported by KVM",
      'qemu-system-x86_64: -accel kvm: vm-type X86_TDX_VM not supported by KVM',
      '2025-01-01T00:00:00.000000Z qemu-kvm: vm-type tdx not supported by KVM',
    ] as const
  ).map((line): Thread => {
    return {
      name: line,
      source: 'canonical/tdx#102, #385; tdx-tools#223, #281',
      log: [line],
      phase: 'vmm',
      cause: 'qemu-tdx-vm-type',
    };
  }),
  {
    name: 'the host says why there is no TDX',
    source: 'canonical/tdx#102',
    log: [NO_VM_TYPE, '[   10.348460] tdx: not enabled by BIOS.'],
    phase: 'host',
    cause: 'linux-host-tdx-bios',
  },
  {
    name: 'the host is sound, so QEMU does not fit it',
    source: 'canonical/tdx#385',
    log: [ENABLED, INITIALISED, NO_VM_TYPE],
    phase: 'vmm',
    cause: 'vmm-kernel-mismatch',
  },
  {
    name: 'an ioctl fails twice, the second line is its echo',
    source: 'canonical/tdx#114',
    log: [
      'qemu-system-x86_64: -accel kvm: get_tdx_capabilities: KVM_TDX_CAPABILITIES failed: Inappropriate ioctl for device',
      'qemu-system-x86_64: -accel kvm: failed to initialize kvm: Inappropriate ioctl for device',
    ],
    phase: 'vmm',
    cause: 'qemu-tdx-ioctl-abi',
  },
  {
    name: 'KVM has given the VM up',
    source: 'canonical/tdx#348',
    log: [EIO, 'qemu-system-x86_64: Failed to get registers: Input/output error'],
    phase: 'vmm',
    cause: 'qemu-registers',
  },
  {
    name: 'KVM has given the VM up, and the host says that it is a bug',
    source: 'canonical/tdx#100',
    log: [
      EIO,
      '[37597.9] WARNING: CPU: 1 PID: 24908 at arch/x86/kvm/vmx/tdx.c:1494 tdx_mem_page_aug+0xADDR/0x1d0',
    ],
    phase: 'host',
    cause: 'linux-host-kvm-warning',
  },
  {
    name: 'td-shim under QEMU',
    source: 'td-shim#656',
    log: [
      'qemu-system-x86_64: TDVF contains unsupported section type 5',
      'qemu-system-x86_64: failed to parse TDVF for TDX VM',
    ],
    phase: 'vmm',
    cause: 'qemu-tdvf-section-type',
  },
  {
    name: 'Cloud Hypervisor on a newer kernel: the root is at the end of the chain',
    source: 'cloud-hypervisor#8540',
    log: [
      'Error: Cloud Hypervisor exited with the following chain of errors:',
      '  0: Error creating VM',
      '  1: Error generating common CPUID',
      '  2: Error retrieving TDX capabilities through the hypervisor API',
      '  3: Failed to retrieve TDX capabilities',
      '  4: Invalid argument (os error 22)',
    ],
    phase: 'vmm',
    cause: 'ch-tdx-capabilities',
  },
  {
    name: 'Cloud Hypervisor with firmware and kernel',
    source: 'cloud-hypervisor#7630',
    log: [
      'Error booting VM',
      '  1: The VM could not boot',
      '  2: Specifying a kernel is not supported when a firmware is provided',
    ],
    phase: 'vmm',
    cause: 'ch-firmware-and-kernel',
  },
  {
    name: 'libvirt without TDX',
    source: 'canonical/tdx#46',
    log: [
      'error: Failed to define domain from td_guest.xml',
      'error: unsupported configuration: INTEL TDX launch security is not supported with this QEMU binary',
    ],
    phase: 'vmm',
    cause: 'libvirt-qemu-without-tdx',
  },
  {
    name: 'libvirt repeats what QEMU said',
    source: 'canonical/tdx#178',
    log: [
      "error: Failed to start domain 'td'",
      "error: internal error: QEMU unexpectedly closed the monitor (vm='td'): qemu-system-x86_64: -object tdx-guest,id=lsec0: Parameter 'quote-generation-service' is unexpected",
    ],
    phase: 'vmm',
    cause: 'qemu-parameter',
  },
  {
    name: 'words that nobody knows',
    source: 'invented',
    log: [
      "qemu-system-x86_64: warning: host doesn't support requested feature: X",
      'qemu-system-x86_64: the flux is off',
    ],
    phase: 'vmm',
    cause: 'unknown',
  },
];
