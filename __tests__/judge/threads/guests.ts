/** Logs of guests, by how far they came: firmware, boot loader, kernel, initramfs, userspace. */

import { BANNER, EIO, INITIALISED, type Thread } from './thread.ts';

const STUB = 'EFI stub: Loaded initrd from LINUX_EFI_INITRD_MEDIA_GUID device path';
const DETECTED = '[    0.000000] tdx: Guest detected';
const LOADING = 'BdsDxe: loading Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0)';
const STARTING = 'BdsDxe: starting Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0)';

export const GUESTS: readonly Thread[] = [
  {
    name: 'a TD that asks for the provider of its quotes',
    source: 'canonical/tdx#155',
    log: ['root@tdx-guest:~# cat /sys/kernel/config/tsm/report/testreport0/provider', 'tdx_guest'],
    phase: 'userspace',
  },
  {
    name: 'a TD that looks for its device',
    source: 'canonical/tdx README',
    log: ['root@td:~# ls /dev/tdx_guest', '/dev/tdx_guest'],
    phase: 'userspace',
  },
  {
    name: 'a TD that looks at the flags of its CPU',
    source: 'operator#496',
    log: ['$ lscpu | grep tdx_guest', 'Flags:                  fpu vme de pse tsc msr tdx_guest'],
    phase: 'userspace',
  },
  {
    name: 'a kernel other than Linux that came to a shell',
    source: 'Asterinas 0.16, kernel/src/init.rs and the busybox of its initramfs',
    log: ['[kernel] OSTD initialized. Preparing components.', '[kernel] Spawn init thread', '~ # '],
    phase: 'userspace',
  },
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
    cause: 'edk2-assert-module-volume',
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
    phase: 'firmware',
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
    name: 'a tool of attestation that calls perror with a number of the firmware',
    source: 'AMDESE/sev-guest#43',
    log: ['firmware error 27', 'get_extended_report: Directory not empty'],
    phase: 'userspace',
    cause: 'snp-report-refused-key',
  },
  {
    name: 'words on a command line are no evidence',
    source: 'invented',
    log: [BANNER, '[    0.1] Command line: console=hvc0 tdx: Guest detected'],
    phase: 'kernel',
    cause: 'td-kernel-stopped',
  },
];
