/** Logs of hosts: sound ones, TDX that the host cannot start, and a bug of KVM. */

import { BANNER, ENABLED, INITIALISED, type Thread } from './thread.ts';

const TDX = 'messages of arch/x86/virt/vmx/tdx/tdx.c';
const BRINGUP = 'messages of arch/x86/kvm/vmx/tdx.c tdx_bringup()';
const S3 = '[    9.360003] virt/tdx: Disable ACPI S3. Turn off TDX in the BIOS to use ACPI S3.';
const HOST_CMDLINE =
  '[    0.0] Command line: BOOT_IMAGE=/vmlinuz-6.8.0-1028-intel kvm_intel.tdx=1 nohibernate';

export const HOSTS: readonly Thread[] = [
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
    name: 'sound, although the module did not know a call before it came up',
    source: 'asterinas#849, Intel’s trees of 2023',
    log: [
      '[   17.377863] tdx: SEAMCALL failed: leaf 254, error 0xc000050500000000.',
      "[   17.377873] tdx: TDDEBUGCONFIG isn't supported.",
      '[   20.507296] tdx: TDX module initialized.',
    ],
    phase: 'host',
  },
  {
    name: 'sound, with the words of Intel’s trees of 2022',
    source: 'arch/x86/virt/vmx/tdx/tdx.c of Intel’s 5.19',
    log: ['[    6.379342] tdx: Successfully initialized TDX module'],
    phase: 'host',
  },
  {
    name: 'a call that fails after the module came up, and a host that runs on',
    source: TDX,
    log: [
      INITIALISED,
      '[   99.1] tdx: SEAMCALL failed: leaf 254, error 0xc000050500000000.',
      '[  140.0] systemd[1]: Reached target Multi-User System.',
    ],
    phase: 'host',
    cause: 'linux-host-seamcall-not-ready',
  },
  {
    name: 'the QGS serves',
    source: 'canonical/tdx#187',
    log: [
      'Aug 04 20:54:38 sdp qgsd[3476]: About to create QgsServer with num_thread = 4',
      'Aug 04 20:54:38 sdp qgsd[3476]: About to start main loop',
    ],
    phase: 'host',
  },
  {
    name: 'the PCCS serves',
    source: 'canonical/tdx#187',
    log: [
      'Aug 04 20:30:11 sdp node[3442]: 2024-08-04 20:30:11.259 [info]: HTTPS Server is running on: https://localhost:8081',
    ],
    phase: 'host',
  },
  {
    name: 'a registered platform',
    source: 'canonical/tdx README',
    log: [
      '[04-06-2024 03:05:54] INFO: Registration Flow - PLATFORM_ESTABLISHMENT or TCB_RECOVERY passed successfully.',
      '[04-06-2024 03:05:54] INFO: Finished Registration Agent Flow.',
    ],
    phase: 'host',
  },
  {
    name: 'a host that Kata finds fit',
    source: 'kata-containers#5315',
    log: [
      'WARN[0000] Not running network checks as super user     arch=amd64 name=kata-runtime pid=2772128 source=runtime',
      'System is capable of running Kata Containers',
      'System can currently create Kata Containers',
    ],
    phase: 'host',
  },
  {
    name: 'a host that Kata finds fit, and a VMM that gives up',
    source: 'kata-containers#5315',
    log: ['System can currently create Kata Containers', 'qemu-system-x86_64: Failed to set msg fds.'],
    phase: 'vmm',
    cause: 'qemu-vhost-user',
  },
  {
    name: 'silent: enabled and never initialised',
    source: 'canonical/tdx#260',
    log: [HOST_CMDLINE, ENABLED, S3],
    phase: 'host',
    cause: 'host-tdx-never-initialised',
  },
  {
    name: 'an AMD host: its log need not speak of TDX',
    source: 'sev_hardware_setup() in arch/x86/kvm/svm/sev.c (Linux 6.11), AMDSEV#205',
    log: [
      '[   17.685042] ccp 0000:47:00.1: SEV-SNP API:1.55 build:17',
      '[   17.690000] kvm_amd: TSC scaling supported',
    ],
    phase: 'host',
    cause: 'host-sev-unsettled',
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
