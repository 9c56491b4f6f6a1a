/** The lines that show how far a boot has come, from the first firmware line to the login prompt. */

import type { Milestone } from '../signature.ts';
import { INITRAMFS, USERSPACE } from './milestones-init.ts';

const FIRMWARE: readonly Milestone[] = [
  {
    id: 'td-started',
    phase: 'vmm',
    pattern: /^td-monitor: start mode=/,
    title: 'emulated Trust Domain',
    streams: ['td-module'],
    evidence: true,
  },
  {
    id: 'edk2-sec',
    phase: 'firmware',
    pattern: /SecCoreStartupWithStack\(/,
    title: 'edk2 SEC',
    once: true,
    restarts: true,
  },
  {
    id: 'edk2-tdx',
    phase: 'firmware',
    pattern: /Tdx started with\(Hob: |Intel Tdx Started with \(GPAW: /,
    title: 'edk2 in a TD',
  },
  { id: 'edk2-ovmf', phase: 'firmware', pattern: /Ovmf started/, title: 'edk2 without a TD' },
  {
    id: 'edk2-pei',
    phase: 'firmware',
    // OvmfPkg/PlatformPei/Platform.c, OvmfPkg/Library/PlatformInitLib/Platform.c, MdeModulePkg/Core/Pei/Image (edk2-stable202605)
    pattern:
      /Platform PEIM Loaded|Reserved variable store memory: 0x|Init EmuVariableNvStore with the content|Loading PEIM at 0x/,
    title: 'edk2 PEI',
  },
  {
    id: 'edk2-dxe',
    phase: 'firmware',
    // and UefiCpuPkg/CpuDxe/CpuPageTable.c
    pattern:
      /SwitchStack then Jump to DxeCore|HOBLIST address in DXE = |Loading DXE CORE at |SetUefiImageMemoryAttributes - 0x/,
    title: 'edk2 DXE',
  },
  { id: 'edk2-driver', phase: 'firmware', pattern: /Loading driver at 0x/, title: 'edk2 loads drivers' },
  { id: 'edk2-bds', phase: 'firmware', pattern: /\[Bds\] ?Entry\.\.\./, title: 'edk2 boot manager' },
  {
    id: 'bds-loading',
    phase: 'firmware',
    pattern: /BdsDxe: loading Boot/,
    title: 'boot option loading',
    // The first line of a RELEASE build. Not `once`: a boot tries one option after the other.
    restarts: true,
  },
  {
    id: 'tdshim-start',
    phase: 'firmware',
    pattern: /Starting RUST Based TdShim/,
    title: 'td-shim start',
    once: true,
    restarts: true,
  },
  {
    id: 'tdshim-payload',
    phase: 'firmware',
    pattern: /start launching payload/,
    title: 'td-shim starts its payload',
  },
  // Not `once`: on the debug port SeaBIOS prints its banner as a log line and again as screen text.
  { id: 'seabios', phase: 'firmware', pattern: /SeaBIOS \(version /, title: 'SeaBIOS', restarts: true },
  { id: 'svsm', phase: 'firmware', pattern: /\[(?:Stage2|SVSM)\] /, title: 'COCONUT-SVSM' },
  {
    id: 'rust-hypervisor-fw',
    phase: 'firmware',
    pattern: /Booting (?:via|with) PVH Boot Protocol/,
    title: 'Rust Hypervisor Firmware',
  },
  {
    id: 'rust-hypervisor-fw-start',
    phase: 'firmware',
    // src/paging.rs: among the first lines, in each release
    pattern: /Setting up 4 GiB identity mapping/,
    title: 'Rust Hypervisor Firmware at work',
    once: true,
    restarts: true,
  },
  { id: 'openhcl', phase: 'firmware', pattern: /openhcl_boot|underhill_(?:init|core)/, title: 'OpenHCL' },
  {
    // intel/MigTD 0.2 to 0.5 src/migtd/src/bin/migtd/main.rs
    id: 'migtd',
    phase: 'kernel',
    pattern: /^\W*(?:INFO - )?MigTD Version - \d/,
    title: 'MigTD',
  },
  {
    id: 'migtd-waits',
    phase: 'userspace',
    pattern: /Loop to wait for request\s*$/,
    title: 'MigTD waits for requests',
    done: true,
  },
  { id: 'ipxe', phase: 'firmware', pattern: /Open Source Network Boot Firmware/, title: 'iPXE' },
];

/** Codes that Cloud Hypervisor's debug port takes from the guest (docs/debug-port.md). */
const DEBUG_PORT: readonly Milestone[] = (
  [
    ['Firmware', 'firmware'],
    ['Bootloader', 'bootloader'],
    ['Kernel', 'kernel'],
    ['Userspace', 'userspace'],
  ] as const
).map(([name, phase]) => ({
  id: `ch-debug-port-${phase}`,
  phase,
  pattern: new RegExp(String.raw`\[Debug I/O port: ${name} code 0x`),
  title: `debug port: ${phase}`,
  streams: ['vmm'],
}));

const BOOTLOADER: readonly Milestone[] = [
  { id: 'bds-starting', phase: 'bootloader', pattern: /BdsDxe: starting Boot/, title: 'boot option started' },
  {
    // MdeModulePkg/Library/DxeDeferImageLoadLib (edk2-stable202505): a DEBUG build, of each image that is not of a firmware volume
    id: 'efi-program',
    phase: 'bootloader',
    pattern: /\[Security\] 3rd party image\[\w+\] can be loaded after EndOfDxe: .*\.(?:efi|EFI)\b/,
    title: 'a program from a disk is loaded',
  },
  {
    // src/core/main.c (iPXE 1.21): under UEFI the ROM of a network card is a driver, and a program prints this
    id: 'ipxe-starts',
    phase: 'bootloader',
    pattern: /^iPXE initialising devices/,
    title: 'iPXE started',
  },
  {
    // src/main.rs
    id: 'rust-hypervisor-fw-load',
    phase: 'bootloader',
    pattern: /^Executable loaded$/,
    title: 'Rust Hypervisor Firmware starts what it loaded',
  },
  { id: 'grub', phase: 'bootloader', pattern: /Welcome to GRUB!|GNU GRUB/, title: 'GRUB' },
  {
    // version_string of U-Boot 6073c36b2c8; an SPL prints it first
    id: 'u-boot',
    phase: 'bootloader',
    pattern: /^U-Boot (?:SPL |TPL )?20\d\d\.\d\d|^## Booting kernel from |^Hit any key to stop autoboot/,
    title: 'U-Boot',
  },
  {
    // grub_real_dprintf() in grub-core/kern/misc.c (GRUB 2.12 of rhboot): debug=all, debug=linux
    id: 'grub-debug',
    phase: 'bootloader',
    pattern: /\b(?:loader\/(?:efi|i386|linux|multiboot)|kern\/(?:efi|dl|verifiers))[\w/.-]*\.c:(?:\w+:)?\d+:/,
    title: 'GRUB, with debug messages',
  },
  {
    // dprint() in include/console.h (shim 16.1): mokutil --set-verbosity true
    id: 'shim-debug',
    phase: 'bootloader',
    pattern: /\b(?:shim\.c:\d+:|mok\.c:\d+:)\w+\(\)/,
    title: 'shim, with debug messages',
  },
  {
    // bootprog_info of stand/ (FreeBSD 14, newvers.sh), file_loadraw() and __elfN(loadimage) in stand/common; boot/boot.c (OpenBSD 7.6)
    id: 'bsd-loader',
    phase: 'bootloader',
    pattern:
      /FreeBSD\/\w+ [\w ]+, Revision \d|^>> (?:OpenBSD|NetBSD)\/[\w ]+|^\/boot\/kernel\/kernel text=0x/,
    title: 'boot loader of a BSD',
  },
  {
    // efi_start() in xen/common/efi/boot.c (Xen 4.14)
    id: 'xen-efi',
    phase: 'bootloader',
    pattern: /Xen [\w.-]+ \(c\/s [^)]*\) EFI loader/,
    title: 'EFI loader of Xen',
  },
];

const KERNEL: readonly Milestone[] = [
  {
    id: 'tdshim-jump',
    phase: 'kernel',
    pattern: /Jump to kernel\.\.\./,
    title: 'td-shim jumps to the kernel',
  },
  {
    // arch/x86/boot/compressed/misc.c
    id: 'linux-decompressor',
    phase: 'kernel',
    pattern: /early console in (?:decompress|extract)_kernel|Decompressing Linux\.\.\./,
    title: 'the kernel unpacks itself',
  },
  { id: 'efi-stub', phase: 'kernel', pattern: /EFI [sS]tub(?:: |\] )/, title: 'EFI stub', restarts: true },
  {
    id: 'linux-banner',
    phase: 'kernel',
    // A step may end a run in the middle of the banner.
    pattern: /Linux version(?: [0-9]+\.[0-9]+|$)/,
    title: 'kernel banner',
    once: true,
    logged: true,
  },
  {
    id: 'linux-tdx',
    phase: 'kernel',
    pattern: /tdx: Guest detected/,
    title: 'kernel sees a TD',
    evidence: true,
  },
  {
    id: 'linux-tdx-attributes',
    phase: 'kernel',
    pattern: /tdx: (?:Attributes|TD_CTLS): /,
    title: 'attributes of the TD',
    evidence: true,
  },
  {
    id: 'linux-tdx-idle',
    phase: 'kernel',
    pattern: /using TDX aware idle routine/,
    title: 'TDX idle routine',
  },
  {
    id: 'linux-tdx-encryption',
    phase: 'kernel',
    pattern: /Memory Encryption Features active: .*Intel TDX/,
    title: 'TDX memory encryption active',
    evidence: true,
  },
  {
    id: 'linux-sev-encryption',
    phase: 'kernel',
    // arch/x86/mm/mem_encrypt.c print_mem_encrypt_feature_info(), arch/x86/coco/sev/core.c (Linux 6.12)
    pattern: /Memory Encryption Features active: .*AMD SEV|SEV: SNP running at VMPL/,
    title: 'SEV memory encryption active',
    confidential: true,
  },
  {
    id: 'other-kernel',
    phase: 'kernel',
    pattern:
      /Components initializing in |OSTD initialized|\*\*\* Booting Zephyr|The FreeBSD Project|Powered by Unikraft|This is Hermit/,
    title: 'a kernel other than Linux',
  },
  { id: 'linux-smp', phase: 'kernel', pattern: /smp: Brought up /, title: 'all CPUs up' },
  {
    id: 'linux-unpack',
    phase: 'kernel',
    pattern: /Unpacking initramfs|Trying to unpack rootfs image as initramfs/,
    title: 'kernel unpacks the initramfs',
  },
  { id: 'linux-root', phase: 'kernel', pattern: /VFS: Mounted root/, title: 'kernel mounted the root' },
  { id: 'linux-free', phase: 'kernel', pattern: /Freeing unused kernel /, title: 'kernel initialised' },
];

export const MILESTONES: readonly Milestone[] = [
  ...FIRMWARE,
  ...BOOTLOADER,
  ...KERNEL,
  ...INITRAMFS,
  ...USERSPACE,
  ...DEBUG_PORT,
];
