/** Logs in the shape of public threads, written from the format strings of the programs: what a diagnosis must make of them. */

import type { Phase } from '../../src/words/words.ts';
import { BEFORE_INIT } from './threads-before-init.ts';

export interface Thread {
  readonly name: string;
  /** Where such a log was seen, or where its words come from. */
  readonly source: string;
  readonly log: readonly string[];
  /** Where it stopped, or got to. */
  readonly phase: Phase;
  /** Absent: nothing is wrong. */
  readonly cause?: string;
}

const TDX = 'messages of arch/x86/virt/vmx/tdx/tdx.c';
const BRINGUP = 'messages of arch/x86/kvm/vmx/tdx.c tdx_bringup()';
const ENABLED = '[    9.360001] virt/tdx: BIOS enabled: private KeyID range [32, 64)';
const INITIALISED = '[   36.379132] virt/tdx: module initialized';
const S3 = '[    9.360003] virt/tdx: Disable ACPI S3. Turn off TDX in the BIOS to use ACPI S3.';
const HOST_CMDLINE =
  '[    0.0] Command line: BOOT_IMAGE=/vmlinuz-6.8.0-1028-intel kvm_intel.tdx=1 nohibernate';
const STUB = 'EFI stub: Loaded initrd from LINUX_EFI_INITRD_MEDIA_GUID device path';
const DETECTED = '[    0.000000] tdx: Guest detected';
const BANNER = '[    0.000000] Linux version 6.8.0-test (builder@host) #1 SMP';
const LOADING = 'BdsDxe: loading Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0)';
const STARTING = 'BdsDxe: starting Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0)';
const EIO = 'error: kvm run failed Input/output error';
const NO_VM_TYPE = 'qemu-system-x86_64: vm-type tdx not supported by KVM';

const HOSTS: readonly Thread[] = [
  {
    name: 'sound',
    source: 'canonical/tdx#385',
    log: [HOST_CMDLINE, ENABLED, S3, INITIALISED],
    phase: 'host',
  },
  {
    name: 'sound, with the words of a newer kernel',
    source: 'a series of 2026 for tdx.c',
    log: [ENABLED, '[   36.1] virt/tdx: TDX-Module initialized'],
    phase: 'host',
  },
  {
    name: 'sound, and its own userspace came up',
    source: 'a whole dmesg',
    log: [BANNER, ENABLED, INITIALISED, '[   40.0] systemd[1]: Reached target Multi-User System.'],
    phase: 'host',
  },
  {
    name: 'silent: enabled and never initialised',
    source: 'canonical/tdx#260',
    log: [HOST_CMDLINE, ENABLED, S3],
    phase: 'host',
    cause: 'host-tdx-never-initialised',
  },
  {
    name: 'cut: the module told its version, and neither success nor an error follows',
    source: 'init_tdx_module() in arch/x86/virt/vmx/tdx/tdx.c (Linux 6.8 of Canonical)',
    log: [
      ENABLED,
      S3,
      '[   24.170176] virt/tdx: TDX module: attributes 0x0, vendor_id 0x8086, major_version 1, minor_version 5, build_date 20240912, build_num 813',
      '[   24.170180] virt/tdx: CMR: [0x100000, 0x77800000)',
    ],
    phase: 'host',
    cause: 'host-tdx-cut',
  },
  {
    name: 'module too old',
    source: 'canonical/tdx#331',
    log: [
      ENABLED,
      '[   10.798780] virt/tdx: SEAMCALL (0x0000000000000022) failed: 0xc000050500000000',
      '[   10.798793] virt/tdx: module initialization failed (-5)',
      '[   10.798795] kvm_intel: Failed to initialize TDX module.',
    ],
    phase: 'host',
    cause: 'linux-host-seamcall-not-ready',
  },
  {
    name: 'module too old, in the words of Linux 6.5',
    source: 'canonical/tdx#25',
    log: [
      'tdx: BIOS enabled: private KeyID range [32, 64)',
      'tdx: SEAMCALL failed: CPU 94: leaf 33, error 0xc0.',
    ],
    phase: 'host',
    cause: 'linux-host-seamcall',
  },
  ...(
    [
      ['too few private KeyIDs available.', 'linux-host-keyids'],
      ['Hibernation support is enabled', 'linux-host-hibernation'],
      ['register_memory_notifier() failed (-12)', 'linux-host-tdx-early'],
      ['TDMR [0x0, 0x40000000): reserved areas exhausted.', 'linux-host-tdmr'],
    ] as const
  ).map(([text, cause]): Thread => {
    const log = [ENABLED, `[    9.4] virt/tdx: initialization failed: ${text}`];
    return { name: text, source: TDX, log, phase: 'host', cause };
  }),
  {
    name: 'module not loaded',
    source: TDX,
    log: [ENABLED, 'virt/tdx: module not loaded'],
    phase: 'host',
    cause: 'linux-host-seamldr',
  },
  ...(
    [
      ['EPT is required for TDX', 'linux-host-kvm-feature'],
      ['TDP MMU and MMIO caching (and EPT A/D bit) is required for TDX', 'linux-host-kvm-feature'],
      ['APICv is required for TDX', 'linux-host-kvm-feature'],
      ['MOVDIR64B is required for TDX', 'linux-host-kvm-feature'],
      ['Self-snoop is required for TDX', 'linux-host-kvm-feature'],
      ['tdx: no TDX private KeyIDs available', 'linux-host-keyids'],
      ['tdx: tdx requires kvm.enable_virt_at_load=1', 'linux-host-virt-at-load'],
    ] as const
  ).map(([text, cause]): Thread => {
    return {
      name: text,
      source: BRINGUP,
      log: [ENABLED, `[   12.0] kvm_intel: ${text}`],
      phase: 'host',
      cause,
    };
  }),
  {
    name: 'a bug of KVM weeks later',
    source: 'canonical/tdx#348',
    log: [
      ENABLED,
      INITIALISED,
      '[99999.1] ------------[ cut here ]------------',
      '[99999.1] WARNING: CPU: 17 PID: 9158 at arch/x86/kvm/vmx/main.c:200 vt_update_cpu_dirty_logging+0x2b/0x30 [kvm_intel]',
    ],
    phase: 'host',
    cause: 'linux-host-kvm-warning',
  },
  {
    name: 'words that nobody knows',
    source: 'invented',
    log: ['[    9.0] virt/tdx: the frobnicator cannot be enabled'],
    phase: 'host',
    cause: 'unknown',
  },
];

const VMMS: readonly Thread[] = [
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

const GUESTS: readonly Thread[] = [
  {
    name: 'td-shim refuses the payload, and QEMU only sees its vCPU go',
    source: 'td-shim#548',
    log: [
      'INFO - panic ... PanicInfo { payload: Any { .. }, message: Some(Verification fails), location: Location { file: "main.rs", line: 1 } }',
      EIO,
    ],
    phase: 'firmware',
    cause: 'tdshim-verification',
  },
  {
    name: 'a paravisor that cannot read a register',
    source: 'openvmm#901',
    log: [
      '[0.226999] underhill_core::worker: ERROR worker_new{}:  failed to start VM error=hcl error: failed to get VP register VsmCapabilities',
    ],
    phase: 'firmware',
    cause: 'openhcl-vsm',
  },
  {
    name: 'a firmware that asserts',
    source: 'facts/firmware-build.md 6, case d3-f-dbg-flip',
    log: [
      'SecCoreStartupWithStack(0xFFFCC000, 0x820000)',
      'ASSERT [SecMain] /edk2/OvmfPkg/DxeLoad.c(132): 0',
    ],
    phase: 'firmware',
    cause: 'edk2-assert-module',
  },
  {
    name: 'a firmware that stops without a word',
    source: 'facts/firmware-build.md 6, case d6-dbg-m128',
    log: ['SecCoreStartupWithStack(0xFFFCC000, 0x820000)', 'Intel Tdx Started with (GPAW: 48, Cpus: 1)'],
    phase: 'firmware',
    cause: 'firmware-stopped',
  },
  {
    name: 'nothing to boot',
    source: 'facts/firmware-build.md 6, case d1-rel-noboot',
    log: [
      'BdsDxe: No bootable option or device was found.',
      'BdsDxe: Press any key to enter the Boot Manager Menu.',
    ],
    phase: 'bootloader',
    cause: 'bds-no-option',
  },
  {
    name: 'an image without a command line',
    source: 'facts/firmware-build.md 6, case b3-rel-stub-virtioblk',
    log: [LOADING, STARTING],
    phase: 'bootloader',
    cause: 'silent-boot-option',
  },
  {
    name: 'the kernel stops after its first line, as the script that started QEMU shows',
    source: 'intel/tdx-linux#1',
    log: ["qemu-system-x86_64: warning: host doesn't support requested feature: X", DETECTED],
    phase: 'kernel',
    cause: 'td-kernel-stopped',
  },
  {
    name: 'silence after the EFI stub',
    source: 'nvtrust#71',
    log: [STUB],
    phase: 'kernel',
    cause: 'silent-after-efi-stub',
  },
  {
    name: 'silence after the EFI stub, beside a sound host',
    source: 'intel/tdx-linux#12',
    log: [LOADING, STARTING, STUB, 'EFI stub: Measured initrd data into PCR 9', INITIALISED],
    phase: 'kernel',
    cause: 'silent-after-efi-stub',
  },
  {
    name: 'another kernel resets itself',
    source: 'asterinas#2902',
    log: [
      '[EFI stub] Entering the Asterinas entry point at 0x8001200',
      'qemu-system-x86_64: cpus are not resettable, terminating',
    ],
    phase: 'kernel',
    cause: 'td-reset',
  },
  {
    name: 'a kernel without its root',
    source: 'messages of a guest kernel',
    log: [
      DETECTED,
      BANNER,
      '[    1.0] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)',
    ],
    phase: 'kernel',
    cause: 'linux-panic-root-fs',
  },
  {
    name: 'an unhandled #VE; the oops is what follows',
    source: 'corpus case 80',
    log: [DETECTED, '[    0.1] tdx: Unexpected #VE: 28', '[    0.1] VE fault: 0000 [#1] PREEMPT SMP NOPTI'],
    phase: 'kernel',
    cause: 'linux-tdx-unexpected-ve',
  },
  {
    name: 'a panic that only the host was told of',
    source: 'messages of QEMU target/i386/kvm/tdx.c',
    log: [
      'TDX guest reports fatal error. error code: 0x0 error message:"TD misconfiguration: SEPT_VE_DISABLE attribute must be set."',
    ],
    phase: 'kernel',
    cause: 'linux-tdx-sept-ve-disable',
  },
  {
    name: 'an initramfs that gave up',
    source: 'messages of dracut',
    log: [
      BANNER,
      '[    1.0] Run /init as init process',
      'dracut-initqueue: timeout, still waiting for following initqueue hooks:',
    ],
    phase: 'initramfs',
    cause: 'dracut-timeout',
  },
  {
    name: 'a test module, not the kernel',
    source: 'lkvs#480',
    log: [
      DETECTED,
      '[  161.2] BUG: using smp_processor_id() in preemptible [00000000] code: insmod/1',
      '[  161.2]  check_preemption_disabled+0xd6/0xe0',
      '[  161.2]  run_cpuid.isra.0+0xADDR/0xADDR [tdx_compliance]',
    ],
    phase: 'userspace',
    cause: 'linux-tdx-test-module',
  },
  {
    name: 'sound, as a console saw it',
    source: 'a boot of Ubuntu',
    log: [
      LOADING,
      STARTING,
      STUB,
      DETECTED,
      BANNER,
      '[   13.1] systemd[1]: Detected confidential virtualization tdx.',
      'tdx-guest login: ',
    ],
    phase: 'userspace',
  },
  {
    name: 'sound, asked for in a shell',
    source: 'canonical/tdx#172',
    log: [
      'root@tdx-guest:~# dmesg | grep -i tdx',
      DETECTED,
      '[    1.776700] Memory Encryption Features active: Intel TDX',
    ],
    phase: 'userspace',
  },
  {
    name: 'sound, with the prefix of PRINTK_CALLER',
    source: 'facts/tdx.md 4',
    log: [
      '[    0.000000][    T0] tdx: Guest detected',
      '[    0.1][    T0] process: using TDX aware idle routine',
    ],
    phase: 'userspace',
  },
  {
    name: 'sound, quoted in a mail',
    source: 'intel/tdx-linux#5',
    log: [`> ${DETECTED}`],
    phase: 'userspace',
  },
  {
    name: 'words on a command line are no evidence',
    source: 'invented',
    log: [BANNER, '[    0.1] Command line: console=hvc0 tdx: Guest detected'],
    phase: 'kernel',
    cause: 'td-kernel-stopped',
  },
];

export const THREADS: readonly Thread[] = [...BEFORE_INIT, ...HOSTS, ...VMMS, ...GUESTS];
