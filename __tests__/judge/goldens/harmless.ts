/** Lines that no signature may match: healthy boots, suppressed lines, near misses. */

import type { LineOrigin } from '../../../src/judge/signature.ts';
import { DEBIAN, SYZ } from './golden.ts';

export const HARMLESS: readonly {
  readonly line: string;
  readonly source: string;
  readonly stream?: LineOrigin;
}[] = [
  {
    line: '[38272942.065264] smith: module verification failed: signature and/or required key missing - tainting kernel',
    source: 'EBWi11/AgentSmith-HIDS#23: the module is loaded all the same',
  },
  {
    line: '[    3.219718] ata2.00: NCQ Send/Recv Log not supported',
    source: 'open-power/op-build#1685: libata of what a disk offers',
  },
  {
    line: '[    0.302116] virtme-ng-init: mount devtmpfs -> /dev: EBUSY: Device or resource busy',
    source: 'arighi/virtme-ng#50: with CONFIG_DEVTMPFS_MOUNT',
  },
  {
    line: 'mount: mounting none on /sys/kernel/debug failed: No such file or directory',
    source: 'busybox mount, of a kernel without CONFIG_DEBUG_FS',
  },
  {
    line: '[2025-03-21T01:25:52Z ERROR kbs::error] Attestation Token not found',
    source: 'trustee#760: what a KBS logs of each guest before it attests',
  },
  { line: 'Dropping to shell...', source: 'an initramfs that is to end in a shell' },
  {
    line: "[get_env_variable] Could not retrieve environment variable for 'AZDCAP_BASE_CERT_URL'",
    source: 'Azure-DCAP-Client src/Linux/local_cache.cpp',
  },
  { line: 'Dropping to emergency shell for development...', source: 'the same' },
  ...[8, 9, 16, 17, 32, 128].map((status) => ({
    line: `systemd-fsck[215]: fsck failed with exit status ${status}.`,
    source: 'src/fsck/fsck.c (systemd 257), which goes on with "Ignoring error."',
  })),
  { line: '[  404.700173] ODEBUG: Out of memory. ODEBUG disabled', source: `${SYZ}/144` },
  {
    line: '[   12.000000] ODEBUG: free active (active state 0) object type: timer_list hint: delayed_work_timer_fn',
    source: SYZ,
  },
  {
    line: '2024/01/01 00:00:00 DEBUG: kernel BUG: list is empty',
    source: 'a program that logs at level DEBUG',
  },
  { line: 'debug: BUGS and limitations are listed in the manual', source: 'near miss of BUG:' },
  { line: '[   60.000000] INFO: lockdep is turned off.', source: SYZ },
  {
    line: '[   60.000000] INFO: NMI handler (nmi_cpu_backtrace_handler) took too long to run: 1.234 msecs',
    source: SYZ,
  },
  {
    line: "[    0.692000] sd 0:0:0:0: [sda] Write cache: enabled, read cache: enabled, doesn't support DPO or FUA",
    source: 'drivers/scsi/sd.c sd_read_cache_type',
  },
  {
    line: '[get_qpl_handle ../qe_logic.cpp:295] Failed to set logging callback for the quote provider library.',
    source: 'DCAP 1.24 quote_wrapper/quote/qe_logic.cpp',
    stream: 'host',
  },
  {
    line: '2026/11/26 10:00:00 [adaptor/proxy] failed to init cri client, the err: no endpoint, so the digest is asked',
    source: 'cloud-api-adaptor pkg/adaptor/proxy/proxy.go',
    stream: 'host',
  },
  {
    line: '!!!!!!!!  Image Section Alignment(0x40) does not match Required Alignment (0x1000)  !!!!!!!!',
    source: 'edk2 MdeModulePkg/Core/Dxe/Misc/MemoryProtection.c',
  },
  { line: 'fatal error: out of memory', source: 'the runtime of Go: near miss of grub-out-of-memory' },
  { line: '[    3.000000] EXT4-fs (vda1): INFO: recovery required on readonly filesystem', source: SYZ },
  {
    line: '[    3.000000] EXT4-fs (vda1): warning: mounting unchecked fs, running e2fsck is recommended',
    source: 'fs/ext4/super.c',
  },
  {
    line: '[    3.000000] EXT4-fs (vda1): mounted filesystem with ordered data mode. Quota mode: none.',
    source: DEBIAN,
  },
  {
    line: '[    3.000000] XFS (vda1): WARNING: Reset corrupted AGFL on AG 0. 4 blocks leaked.',
    source: 'fs/xfs',
  },
  { line: "sh: can't access tty; job control turned off", source: 'BusyBox shell/ash.c' },
  {
    line: '[   90.000000] rcu: INFO: Stall ended before state dump start',
    source: 'kernel/rcu/tree_stall.h',
  },
  {
    line: '[    0.100000] Spectre V2 : WARNING: Unprivileged eBPF is enabled with eIBRS on, data leaks possible via Spectre v2 BHB attacks!',
    source: 'arch/x86/kernel/cpu/bugs.c',
  },
  { line: '[    0.100000] Spectre V2 : Mitigation: Enhanced / Automatic IBRS', source: DEBIAN },
  {
    line: '[    0.100000] Spectre V1 : Mitigation: usercopy/swapgs barriers and __user pointer sanitization',
    source: DEBIAN,
  },
  {
    line: '[    0.100000] Speculative Return Stack Overflow: WARNING: See https://kernel.org/doc/html/latest/admin-guide/hw-vuln/srso.html for mitigation options.',
    source: 'arch/x86/kernel/cpu/bugs.c',
  },
  {
    line: '[    0.1] Speculative Return Stack Overflow: WARNING: kernel not compiled with CPU_SRSO.',
    source: 'arch/x86/kernel/cpu/bugs.c',
  },
  {
    line: "[    1.1] WARNING: fbcon: Driver 'vkmsdrmfb' missed to adjust virtual screen size (0x0 vs. 64x768)",
    source: 'drivers/video/fbdev/core/fbcon.c',
  },
  {
    line: '[   99.1] Memory failure: 0x12f00: recovery action for dirty LRU page: Recovered',
    source: 'mm/memory-failure.c action_result()',
  },
  {
    line: "[    9.1] usb 1-1: WARNING: ath10k USB support is incomplete, don't expect anything to work!",
    source: `${SYZ}/381`,
  },
  {
    line: "[    9.1] process `wpa_supplicant' uses wireless extensions which will stop working for Wi-Fi 7 hardware",
    source: 'net/wireless/wext-core.c',
  },
  { line: '[   50.000000] WARNING: The mand mount option has been deprecated and', source: 'fs/namespace.c' },
  {
    line: '[    0.200000] WARNING: workqueue cpumask: online intersect > possible intersect',
    source: 'kernel/workqueue.c',
  },
  {
    line: "[   50.000000] warning: `syz-executor' uses deprecated v2 capabilities in a way that may be insecure",
    source: 'kernel/capability.c',
  },
  {
    line: '[    0.900000] Warning: unable to open an initial console.',
    source: 'init/main.c console_on_rootfs()',
  },
  {
    line: '[    0.300000] __common_interrupt: 1.55 No irq handler for vector',
    source: 'arch/x86/kernel/irq.c',
  },
  { line: '[    5.000000] ====[ backtrace testing ]===========', source: 'kernel/backtracetest.c' },
  {
    line: "[    0.000000] x86/fpu: Supporting XSAVE feature 0x001: 'x87 floating point registers'",
    source: DEBIAN,
  },
  { line: '[    0.000000] random: crng init done', source: DEBIAN },
  { line: '[    0.010000] mce: CPU supports 10 MCE banks', source: DEBIAN },
  {
    line: '[    0.300000] acpi PNP0A08:00: _OSC: platform does not support [PCIeHotplug LTR]',
    source: DEBIAN,
  },
  {
    line: "[    0.300000] acpi PNP0A08:00: fail to add MMCONFIG information, can't access extended PCI configuration space under this bridge.",
    source: DEBIAN,
  },
  { line: '[    0.000000] Kernel command line: console=ttyS0 panic=-1 rdinit=/init', source: DEBIAN },
  { line: '[    0.500000] Call Trace:', source: 'corpus case 77: a trace alone proves nothing' },
  { line: '[  161.254223]  check_preemption_disabled+0xd6/0xe0', source: 'corpus case 77' },
  {
    line: '[    2.000000] ---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100 ]---',
    source: 'kernel/panic.c, the end of a report',
  },
  { line: '[    2.000000] ---[ end trace 794afb02691fabdc ]---', source: `${SYZ}/96` },
  {
    line: "[    1.500000] [drm:drm_calc_timestamping_constants [drm]] *ERROR* crtc 35: Can't calculate constants, dotclock = 0!",
    source: 'drivers/gpu/drm',
  },
  {
    line: '[    1.500000] blk_update_request: I/O error, dev fd0, sector 0 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 0',
    source: 'a floppy drive without a disk, QEMU pc',
  },
  { line: '[    1.500000] reboot: System halted', source: 'kernel/reboot.c, a normal halt' },
  { line: '[    0.500000] tdx: Guest detected', source: 'corpus case 41' },
  { line: '[    0.500000] virt/tdx: BIOS enabled: private KeyID range [32, 64)', source: 'corpus case 08' },
  { line: '[    0.500000] virt/tdx: module initialized', source: 'corpus case 08' },
  {
    line: '[    0.500000] software IO TLB: Memory encryption is active and system is using DMA bounce buffers',
    source: 'facts/messages.md, guest kernel',
  },
  { line: '[  OK  ] Started systemd-journald.service - Journal Service.', source: 'Debian 12, systemd 252' },
  {
    line: '[  OK  ] Reached target multi-user.target - Multi-User System.',
    source: 'Debian 12, systemd 252',
  },
  { line: '[    2.000000] systemd[1]: Detected confidential virtualization tdx.', source: 'corpus case 46' },
  {
    line: 'Welcome to Fedora Linux 40 (Cloud Edition) dracut-059-22.fc40 (Initramfs)!',
    source: 'dracut with systemd',
  },
  { line: 'Begin: Running /scripts/init-premount ... done.', source: 'Debian 12, initramfs-tools' },
  { line: 'debian login: ', source: 'Debian 12, agetty' },
  { line: 'Error: no suitable video mode found.', source: 'GRUB of Debian, boots in blind mode' },
  {
    line: "error: file `/boot/grub/fonts/unicode.pf2' not found.",
    source: 'GRUB without its font',
    stream: 'serial',
  },
  {
    line: 'BdsDxe: loading Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x1,0x0)',
    source: 'facts/firmware-build.md 6',
    stream: 'serial',
  },
  {
    line: 'EFI stub: Loaded initrd from LINUX_EFI_INITRD_MEDIA_GUID device path',
    source: 'facts/firmware-build.md 6',
    stream: 'serial',
  },
  {
    line: 'EFI stub: WARNING: Failed to measure data for event 1: 0x800000000000000b',
    source: 'drivers/firmware/efi/libstub/efi-stub-helper.c',
    stream: 'serial',
  },
  {
    line: 'ERROR: C40000002:V03051002 I0 6D33944A-EC75-4855-A54D-809C75241F6C 9FFCF718',
    source: 'a recorded edk2 boot that went on',
    stream: 'serial',
  },
  {
    line: 'INFO - Test Result: Total run 10 tests; 10 passed; 0 failed',
    source: 'facts/console.md 2c',
    stream: 'serial',
  },
  {
    line: 'qemu-system-x86_64: tpm-emulator: Could not cleanly shutdown the TPM: Success',
    source: 'qemu backends/tpm/tpm_emulator.c tpm_emulator_shutdown(): swtpm has ended before QEMU',
    stream: 'vmm',
  },
  {
    line: "qemu-system-x86_64: warning: host doesn't support requested feature: CPUID.07H:EBX.intel-pt [bit 25]",
    source: 'corpus case 22',
    stream: 'vmm',
  },
  {
    line: "qemu-system-x86_64: warning: TDX doesn't support requested feature: CPUID.07H_01H:EDX.avx10 [bit 19]",
    source: 'facts/messages.md, QEMU',
    stream: 'vmm',
  },
  {
    line: 'qemu-system-x86_64: warning: TDX forcibly sets the feature: CPUID.01H:ECX.hypervisor [bit 31]',
    source: 'facts/messages.md, QEMU',
    stream: 'vmm',
  },
  {
    line: "qemu-kvm: warning: host doesn't support requested feature: CPUID.0DH:ECX [bit 10]",
    source: 'corpus case 38',
    stream: 'vmm',
  },
  {
    line: "qemu-system-x86_64: warning: TCG doesn't support requested feature: CPUID.01H:EDX.vme [bit 1]",
    source: 'QEMU 7.2 with -cpu EPYC',
    stream: 'vmm',
  },
  {
    line: "WARNING: Image format was not specified for 'a.img' and probing guessed raw.",
    source: 'QEMU block.c',
    stream: 'vmm',
  },
  {
    line: 'qemu-system-x86_64: ram_block_discard_range_fd: Failed to discard range: -22',
    source: 'facts/tdx.md 2, expected and harmless',
    stream: 'vmm',
  },
  {
    line: 'cloud-hypervisor: 0.123s: <main> INFO:vmm/src/vm.rs:1 -- Populating TDVF Section: TdvfSection { address: 4294836224 }',
    source: 'facts/messages.md, Cloud Hypervisor',
    stream: 'vmm',
  },
  { line: 'KVM internal error. Suberror: 1', source: "a VMM's words on a guest's console" },
  {
    line: 'qemu-system-x86_64: Could not access KVM kernel module: No such file or directory',
    source: 'a guest that runs QEMU itself',
  },
  {
    line: '[    1.000000] Kernel panic - not syncing: VFS: Unable to mount root fs',
    source: "a guest's words on the VMM's stderr",
    stream: 'vmm',
  },
  { line: '[    2.000000] i2c i2c-0: failed to read register 0x10', source: 'drivers, near miss of OpenHCL' },
  { line: "thread 'main' panicked at src/main.rs:2:5:", source: 'a Rust program of the guest, no kernel' },
  {
    line: '[    9.000000] WARNING: CPU: 0 PID: 1 at arch/x86/coco/tdx/tdx.c:10 tdx_early_init+0x1/0x2',
    source: "a guest's own TDX code is not its host's",
    stream: 'host',
  },
  {
    line: 'qgsd[2312]: tee_att_get_quote return Success',
    source: 'DCAP 1.24 quote_wrapper/qgs/qgs_ql_logic.cpp, information',
    stream: 'host',
  },
  {
    line: 'qgsd[2312]: [QCNL] HTTP status code: 200',
    source: 'DCAP 1.24 qcnl/linux/network_wrapper.cpp, information',
    stream: 'host',
  },
  {
    line: '[26-11-2026 10:00:05] INFO: Registration Flow - Registration status indicates registration is completed successfully. MPA has nothing to do.',
    source: 'DCAP 1.24 SGXPlatformRegistration/src/agent/src/RegistrationService.cpp',
    stream: 'host',
  },
  {
    line: 'Verification completed with Non-terminal result: a008 (SGX_QL_QV_RESULT_SW_HARDENING_NEEDED)',
    source: 'trustee deps/verifier/src/intel_dcap/mod.rs: the policy decides',
  },
  { line: '[SVSM] Failed to launch /init', source: 'coconut-svsm kernel/src/svsm.rs, log::info' },
  { line: '            "OOMKilled": false,', source: 'docker inspect of a sound container', stream: 'host' },
  {
    line: '[    3.1] EXT4-fs (vda1): mounted filesystem in read-only mode',
    source: 'words that the registration agent of DCAP 1.24 uses of UEFI variables',
    stream: 'host',
  },
  {
    line: 'mpa_manage: registration status OK.',
    source: 'canonical/tdx b24078e attestation/check-registration.sh',
    stream: 'host',
  },
  {
    line: 'SEAM_RR bit: 1 (expected value: 1)',
    source: 'canonical/tdx b24078e system-report.sh',
    stream: 'host',
  },
  {
    line: 'SGX_AND_MCHECK_STATUS: 0 (expected value: 0)',
    source: 'canonical/tdx b24078e system-report.sh',
    stream: 'host',
  },
  {
    line: 'Production platform: Production (expected value: Production)',
    source: 'canonical/tdx b24078e system-report.sh',
    stream: 'host',
  },
  {
    line: '[    5.2] kvm: VM_EXIT_LOAD_IA32_PERF_GLOBAL_CTRL does not work properly. Using workaround',
    source: 'Linux 6.16 arch/x86/kvm/vmx/vmx.c',
    stream: 'host',
  },
  {
    line: '[   80.1] INPUT-rejected: IN=eth0 OUT= MAC=52:54:00:12:34:56 SRC=10.0.2.2 DST=10.0.2.15 LEN=60 PROTO=TCP',
    source: 'Linux 6.16 net/netfilter/nf_log_syslog.c',
  },
  {
    line: '[    0.4] bochs-drm 0000:00:01.0: [drm] Registered 1 planes with drm panic',
    source: 'Linux 6.16 drivers/gpu/drm/drm_panic.c',
  },
];
