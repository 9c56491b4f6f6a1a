/** One real line and more for each milestone. */

import { DEBIAN } from './golden.ts';

export const MILESTONE_GOLDENS: readonly {
  readonly id: string;
  readonly line: string;
  readonly source: string;
}[] = [
  { id: 'tdx-driver', line: 'tdx_guest', source: 'canonical/tdx#155, provider of a report of configfs-tsm' },
  { id: 'tdx-driver', line: 'tdx_guest              16384  0', source: 'lsmod (kmod 31)' },
  {
    id: 'tdx-cpu-flag',
    line: 'flags\t\t: fpu vme de pse tsc tdx_guest',
    source: '/proc/cpuinfo of Linux 6.8',
  },
  {
    id: 'td-started',
    line: 'td-monitor: start mode=faithful host=upstream cpuid=compatible vcpus=2 memory=0x40000000 attributes=0x10000000 xfam=0xe7 tsc-mhz=2595',
    source: 'a run under the TD monitor, QEMU 7.2',
  },
  {
    id: 'edk2-sec',
    line: 'SecCoreStartupWithStack(0xFFFCC000, 0x820000)',
    source: 'facts/firmware-build.md 6',
  },
  {
    id: 'edk2-tdx',
    line: 'Tdx started with(Hob: 0x809000, Gpaw: 0x30, Cpus: 1)',
    source: 'facts/messages.md, TDVF',
  },
  { id: 'edk2-tdx', line: 'Intel Tdx Started with (GPAW: 48, Cpus: 1)', source: 'facts/messages.md, TDVF' },
  { id: 'edk2-ovmf', line: 'Ovmf started', source: 'facts/firmware-build.md 6' },
  {
    id: 'linux-system',
    line: '[    4.2] Adding 1048572k swap on /dev/vda3.  Priority:-2 extents:1 across:1048572k',
    source: 'Linux 6.16 mm/swapfile.c',
  },
  {
    id: 'linux-system',
    line: '[    3.9] EXT4-fs (vda1): re-mounted 11112222-3333-4444-5555-666677778888 r/w. Quota mode: none.',
    source: 'Linux 6.16 fs/ext4/super.c',
  },
  {
    id: 'linux-system',
    line: '[    5.0] audit: type=1400 audit(1.1:2): apparmor="STATUS" operation="profile_load" profile="unconfined" name="flux"',
    source: 'apparmor_parser 4.0 through Linux 6.16 security/apparmor/audit.c',
  },
  {
    id: 'journal-flushed',
    line: '[    4.4] systemd-journald[290]: Received client request to flush runtime journal.',
    source: 'systemd 257 src/journal/journald-server.c',
  },
  {
    id: 'upstart',
    line: '[   14.2] init: failsafe main process (682) killed by TERM signal',
    source: 'Upstart 1.12 init/job_process.c',
  },
  { id: 'edk2-pei', line: 'Platform PEIM Loaded', source: 'edk2 OvmfPkg/PlatformPei/Platform.c' },
  {
    id: 'edk2-pei',
    line: 'Reserved variable store memory: 0x3F47C000; size: 528kb',
    source: 'edk2 OvmfPkg/Library/PlatformInitLib/Platform.c',
  },
  {
    id: 'edk2-pei',
    line: 'Init EmuVariableNvStore with the content in FlashNvStorage',
    source: 'edk2 OvmfPkg/Library/PlatformInitLib/Platform.c, AMDSEV#261',
  },
  { id: 'edk2-dxe', line: 'SwitchStack then Jump to DxeCore', source: 'facts/messages.md, TDVF' },
  {
    id: 'edk2-dxe',
    line: 'HOBLIST address in DXE = 0x1F4E0018',
    source: 'edk2 MdeModulePkg/Core/Dxe/DxeMain/DxeMain.c',
  },
  {
    id: 'edk2-dxe',
    line: 'Loading DXE CORE at 0x0001FEB7000 EntryPoint=0x0001FED0C48',
    source: 'edk2 MdeModulePkg/Core/DxeIplPeim',
  },
  { id: 'edk2-bds', line: '[Bds] Entry...', source: 'edk2 BdsEntry.c; facts/firmware-build.md 6' },
  {
    id: 'bds-loading',
    line: 'BdsDxe: loading Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x1,0x0)',
    source: 'facts/firmware-build.md 6',
  },
  {
    id: 'bds-starting',
    line: 'BdsDxe: starting Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x1,0x0)',
    source: 'facts/firmware-build.md 6',
  },
  {
    id: 'tdshim-start',
    line: 'INFO - Starting RUST Based TdShim boot_fv - 0xffc84000, Top of stack - 0x1000, init_vp - 0x0, info - 0x30',
    source: 'facts/messages.md, td-shim',
  },
  { id: 'tdshim-payload', line: 'INFO -  start launching payload ...', source: 'facts/messages.md, td-shim' },
  { id: 'tdshim-jump', line: 'INFO - Jump to kernel...', source: 'facts/messages.md, td-shim' },
  { id: 'seabios', line: 'SeaBIOS (version 1.16.2-debian-1.16.2-1)', source: 'SeaBIOS, Debian 12' },
  {
    id: 'ipxe',
    line: 'iPXE 1.0.0+git -- Open Source Network Boot Firmware -- https://ipxe.org',
    source: 'iPXE option ROM, case d2-rel-net',
  },
  { id: 'grub', line: 'Welcome to GRUB!', source: 'GRUB grub-core/kern/main.c' },
  {
    id: 'grub',
    line: '                             GNU GRUB  version 2.06',
    source: 'GRUB grub-core/normal/main.c',
  },
  {
    id: 'u-boot',
    line: 'U-Boot 2013.07-00001-gcba5372 (Oct 08 2013 - 18:59:47)',
    source: 'Freescale/u-boot-fslc#2',
  },
  {
    id: 'grub-debug',
    line: 'loader/i386/efi/linux.c:65: verify with shim',
    source: 'rhboot/shim#230',
  },
  {
    id: 'grub-debug',
    line: 'loader/efi/linux.c:grub_linux_boot:96:linux: kernel_addr: 0x3cc55000',
    source: 'GRUB 2.12 of rhboot, grub-core/kern/misc.c',
  },
  { id: 'shim-debug', line: 'shim.c:1705:shim_init() UEFI SHIM', source: 'rhboot/shim#791' },
  {
    id: 'bsd-loader',
    line: 'FreeBSD/amd64 User boot lua, Revision 1.2',
    source: 'zfsonfreebsd/ZoF#7',
  },
  {
    id: 'bsd-loader',
    line: '/boot/kernel/kernel text=0x180078 text=0xd97948 text=0x43a46b data=0x180+0xe80',
    source: 'freebsd/vm-bhyve#12',
  },
  {
    id: 'efi-program',
    line: '[Security] 3rd party image[0] can be loaded after EndOfDxe: PciRoot(0x0)/Pci(0x1,0x1)/Ata(Primary,Master,0x0)/\\EFI\\BOOT\\BOOTX64.EFI.',
    source: 'uchan-nos/os-from-zero#52',
  },
  { id: 'ipxe-starts', line: 'iPXE initialising devices...', source: 'ipxe/ipxe#1747' },
  { id: 'xen-efi', line: 'Xen 4.14.0 (c/s ) EFI loader', source: 'QubesOS/qubes-issues#6298' },
  {
    id: 'efi-stub',
    line: 'EFI stub: Loaded initrd from LINUX_EFI_INITRD_MEDIA_GUID device path',
    source: 'facts/firmware-build.md 6',
  },
  {
    id: 'efi-stub',
    line: 'EFI Stub: Loaded initrd from LINUX_EFI_INITRD_MGDIA_GUID device path',
    source: 'corpus case 73',
  },
  {
    id: 'linux-banner',
    line: '[    0.000000][    T0] Linux version 6.17.0-1022-gcp (buildd@lcy02) (x86_64-linux-gnu-gcc-15) #23-Ubuntu SMP',
    source: 'corpus case 41 and SUSE PRINTK_CALLER',
  },
  {
    id: 'linux-banner',
    line: '<5>Linux version 6.1.0-56-cloud-amd64 (debian-kernel@lists.debian.org) #1 SMP PREEMPT_DYNAMIC',
    source: DEBIAN,
  },
  { id: 'linux-tdx', line: '[    0.000000] tdx: Guest detected', source: 'corpus case 41' },
  {
    id: 'linux-tdx-encryption',
    line: '[    0.500000] Memory Encryption Features active: Intel TDX',
    source: 'corpus case 41',
  },
  { id: 'linux-smp', line: '[    0.300000] smp: Brought up 1 node, 2 CPUs', source: DEBIAN },
  { id: 'linux-unpack', line: '[    0.600000] Unpacking initramfs...', source: 'init/initramfs.c' },
  {
    id: 'linux-unpack',
    line: '[    0.600000] Trying to unpack rootfs image as initramfs...',
    source: 'init/initramfs.c',
  },
  {
    id: 'linux-root',
    line: '[    1.600000] VFS: Mounted root (ext4 filesystem) readonly on device 254:1.',
    source: 'init/do_mounts.c',
  },
  {
    id: 'linux-free',
    line: '[    1.700000] Freeing unused kernel image (initmem) memory: 2788K',
    source: DEBIAN,
  },
  { id: 'initramfs-init', line: '[    1.800000] Run /init as init process', source: DEBIAN },
  {
    id: 'systemd-initrd',
    line: '[    3.169392] systemd[1]: Running in initrd.',
    source: 'systemd src/core/manager.c, RHEL 9.2',
  },
  {
    id: 'systemd-initrd',
    line: '[    3.169392] systemd[1]: Running in initial RAM disk.',
    source: 'systemd before 254',
  },
  {
    id: 'systemd-banner',
    line: '[    3.100000] systemd[1]: systemd 252.39-1~deb12u1 running in system mode (+PAM +AUDIT +SELINUX)',
    source: 'Debian 12, systemd 252',
  },
  {
    id: 'initramfs-tools',
    line: 'Begin: Mounting root file system ... Begin: Running /scripts/local-top ... done.',
    source: 'Debian 12, initramfs-tools',
  },
  {
    id: 'initramfs-tools-end',
    line: 'Begin: Running /scripts/init-bottom ... done.',
    source: 'Debian 13, initramfs-tools 0.148',
  },
  {
    id: 'systemd-root',
    line: '[  320.123985] systemd[1]: systemd 257.13-1~deb13u1 running in system mode (+PAM +AUDIT)',
    source: 'Debian 13, systemd 257',
  },
  {
    id: 'nixos-stage-1',
    line: '<<< NixOS Stage 1 >>>',
    source: 'nixos/modules/system/boot/stage-1-init.sh (nixpkgs)',
  },
  {
    id: 'nixos-stage-2',
    line: '<<< NixOS Stage 2 >>>',
    source: 'nixos/modules/system/boot/stage-2-init.sh (nixpkgs)',
  },
  {
    id: 'init-welcome',
    line: 'Welcome to Debian GNU/Linux 12 (bookworm)!',
    source: 'Debian 12, systemd 252',
  },
  {
    id: 'initramfs-target',
    line: '[  OK  ] Reached target initrd.target - Initrd Default Target.',
    source: 'systemd in an initrd',
  },
  { id: 'last-resort-shell', line: '=> Starting emergency shell', source: 'an init of its own' },
  {
    id: 'systemd-remount-fs',
    line: '         Starting Remount Root and Kernel File Systems...',
    source: 'firecracker-microvm/firecracker#5349',
  },
  { id: 'linux-init', line: '[    1.800000] Run /sbin/init as init process', source: 'init/main.c' },
  {
    id: 'switch-root',
    line: '[    5.000000] systemd[1]: Switching root.',
    source: 'systemd src/core/main.c',
  },
  {
    id: 'switch-root',
    line: '[   63.633942] systemd-journald[215]: Received SIGTERM from PID 1 (systemd).',
    source: 'systemd 257 src/journal/journald-server.c',
  },
  {
    id: 'systemd-start-job',
    line: '[    3.300000] systemd[1]: Queued start job for default target graphical.target.',
    source: 'systemd src/core/main.c',
  },
  {
    id: 'systemd-target',
    line: '[  OK  ] Reached target getty.target - Login Prompts.',
    source: 'Debian 12, systemd 252',
  },
  {
    id: 'cloud-init',
    line: "[    9.000000] cloud-init[512]: Cloud-init v. 22.4.2 running 'init-local' at Mon, 01 Jan 2024 00:00:00 +0000. Up 9.0 seconds.",
    source: 'cloud-init',
  },
  { id: 'login-prompt', line: 'debian login: ', source: 'Debian 12, agetty' },
  { id: 'openhcl', line: 'openhcl_boot: starting', source: 'microsoft/openvmm openhcl/openhcl_boot' },
  {
    id: 'linux-tdx-attributes',
    line: '[    0.000000][    T0] tdx: Attributes: SEPT_VE_DISABLE',
    source: 'Linux 6.14, arch/x86/coco/tdx/debug.c',
  },
  {
    id: 'linux-tdx-idle',
    line: '[    0.100000] process: using TDX aware idle routine',
    source: 'corpus case 44',
  },
  {
    id: 'other-kernel',
    line: 'INFO: Components initializing in Bootstrap stage...',
    source: 'corpus case 63',
  },
  {
    id: 'systemd-tdx',
    line: '[    2.000000] systemd[1]: Detected confidential virtualization tdx.',
    source: 'corpus case 46',
  },
  { id: 'probe', line: '# tdx-boot probe 1', source: 'guest/probe.c' },
  { id: 'probe-tdx', line: '# cc.cpuid_vendor: IntelTDX', source: 'guest/probe.c' },
  {
    id: 'tdx-device',
    line: 'crw------- 1 root root 10, 122 Jan  1 00:00 /dev/tdx_guest',
    source: 'corpus case 47',
  },
  { id: 'systemd-unit', line: '[   12.0] systemd[812]: Reached target Basic System.', source: 'Debian 12' },
  {
    id: 'systemd-works',
    line: '[    5.153615] systemd[1]: Listening on udev Kernel Socket.',
    source: 'tdx-tools#524',
  },
  {
    id: 'systemd-shutdown',
    line: '[  OK  ] Reached target Final Step.',
    source: 'systemd units/final.target',
  },
  {
    id: 'rust-hypervisor-fw',
    line: 'Booting via PVH Boot Protocol',
    source: 'rust-hypervisor-firmware src/main.rs',
  },
  {
    id: 'rust-hypervisor-fw-start',
    line: 'Setting up 4 GiB identity mapping',
    source: 'rust-hypervisor-firmware src/paging.rs',
  },
  {
    id: 'rust-hypervisor-fw-load',
    line: 'Executable loaded',
    source: 'rust-hypervisor-firmware src/main.rs',
  },
  {
    id: 'svsm',
    line: '[SVSM] COCONUT Secure Virtual Machine Service Module',
    source: 'coconut-svsm kernel/src/svsm.rs',
  },
  {
    id: 'linux-decompressor',
    line: 'Decompressing Linux... Parsing ELF... done.',
    source: 'arch/x86/boot/compressed/misc.c',
  },
  {
    id: 'edk2-driver',
    line: 'Loading driver at 0x0007ED64000 EntryPoint=0x0007ED665A2 AmdSevDxe.efi',
    source: 'edk2 MdeModulePkg/Core/Dxe/Image/Image.c',
  },
  {
    id: 'system-units',
    line: '[  OK  ] Started OpenSSH server daemon.',
    source: 'sshd.service',
  },
  {
    id: 'initrd-units',
    line: 'Generating "/run/initramfs/rdsosreport.txt"',
    source: 'dracut modules.d/99base/dracut-lib.sh',
  },
  {
    id: 'initrd-units',
    line: '[  OK  ] Reached target initrd-root-fs.target - Initrd Root File System.',
    source: 'systemd units/initrd-root-fs.target',
  },
  { id: 'openrc', line: '   OpenRC 0.55.1 is starting up Linux 6.12.1 (x86_64)', source: 'Alpine 3.21' },
  { id: 'busybox-init', line: 'Please press Enter to activate this console.', source: 'busybox init/init.c' },
  { id: 'guest-agent', line: '[  OK  ] Started QEMU Guest Agent.', source: 'qemu-guest-agent.service' },
  { id: 'shell-prompt', line: '/ # ', source: 'busybox ash' },
  {
    id: 'attested',
    line: '[2025-07-17T09:05:41Z INFO  attestation_service] Tdx Verifier/endorsement check passed.',
    source: 'trustee 78962cd attestation-service/src/lib.rs',
  },
  { id: 'migtd', line: 'MigTD Version - 0.2.1', source: 'intel/tdx-tools td-migration/README.md' },
  { id: 'migtd-waits', line: 'Loop to wait for request', source: 'intel/tdx-tools td-migration/README.md' },
  {
    id: 'linux-sev-encryption',
    line: '[    3.207940] Memory Encryption Features active: AMD SEV SEV-ES SEV-SNP',
    source: 'a guest of AWS (find_string 67255284848)',
  },
  ...(['Firmware', 'Bootloader', 'Kernel', 'Userspace'] as const).map((name, index) => ({
    id: `ch-debug-port-${name.toLowerCase()}`,
    line: `cloud-hypervisor: 71.5ms: <vcpu0> WARN:devices/src/legacy/debug_port.rs:76 -- [Debug I/O port: ${name} code 0x${2 * index}0] 0.019004 seconds`,
    source: 'Cloud Hypervisor docs/debug-port.md',
  })),
];
