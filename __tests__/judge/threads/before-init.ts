/** Logs that end before the init of the guest: firmware, boot loader, initramfs. */

import type { Thread } from './thread.ts';

const STAGE_1 = 'nixos/modules/system/boot/stage-1-init.sh (nixpkgs)';
const GAVE_UP = 'An error occurred in stage 1 of the boot process, which must mount the';

export const BEFORE_INIT: readonly Thread[] = [
  {
    name: 'stage 1 of NixOS: the system is not on the disk',
    source: STAGE_1,
    log: [
      '<<< NixOS Stage 1 >>>',
      'mounting /dev/vda2 on /...',
      'stage 2 init script (/mnt-root//nix/store/abc-nixos-system-td/init) not found',
      '',
      GAVE_UP,
      "root filesystem on `/mnt-root' and then start stage 2.  Press one",
    ],
    phase: 'initramfs',
    cause: 'nixos-no-stage-2',
  },
  {
    name: 'stage 1 of NixOS: a mount failed',
    source: STAGE_1,
    log: [
      '<<< NixOS Stage 1 >>>',
      'mounting /dev/vda2 on /...',
      'mount: mounting /dev/vda2 on /mnt-root/ failed: No such device',
      '',
      GAVE_UP,
    ],
    phase: 'initramfs',
    cause: 'mount-call',
  },
  {
    name: 'init was killed: what it could not mount is the cause, and not the step that followed',
    source: 'QubesOS/qubes-issues#3911',
    log: [
      'mount: wrong fs type, bad option, bad superblock on /dev/xvda,',
      '       missing codepage or helper program, or other error',
      'mount: /sysroot not mounted or bad option',
      'switch_root: failed to mount moving /sysroot to /: Invalid argument',
      'switch_root: failed. Sorry.',
      '[    4.495545] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100',
      '[    4.495600] CPU: 0 PID: 1 Comm: switch_root Not tainted 4.14.35-1.pvops.qubes.x86_64 #1',
    ],
    phase: 'initramfs',
    cause: 'mount-content',
  },
  {
    name: 'the root cannot be mounted: the file system says why',
    source: 'plougher/squashfs-tools#115',
    log: [
      '[    4.602779] squashfs: SQUASHFS error: unable to read xattr id index table',
      '[    4.964083] No filesystem could mount root, tried: ',
      '[    4.964087]  squashfs',
      '[    4.973443] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(31,34)',
    ],
    phase: 'kernel',
    cause: 'linux-fs-damaged',
  },
  {
    name: 'U-Boot: the kernel is of another format',
    source: 'seL4/seL4_tools#229',
    log: [
      '## Booting kernel from Legacy Image at 80080000 ...',
      '   Image Type:   AArch64 Linux Kernel Image (uncompressed)',
      '   Verifying Checksum ... OK',
      '   Loading Kernel Image to 806aa000',
      'Bad Linux ARM64 Image magic!',
    ],
    phase: 'bootloader',
    cause: 'about-boot-image',
  },
  {
    name: 'GRUB: an error that no row knows is about a thing',
    source: 'grub-core/fs/iso9660.c (GRUB 2.12)',
    log: ['Welcome to GRUB!', '', "error: can't follow symlink of an iso9660 directory."],
    phase: 'bootloader',
    cause: 'about-boot-file-system',
  },
  {
    name: 'GRUB: its shell is the end, and the error in it the cause',
    source: 'GRUB grub-core/kern/fs.c, with the patches of Fedora',
    log: [
      'grub> set debug=blscfg',
      'grub> blscfg',
      'error: ../../grub-core/kern/fs.c:120:unknown filesystem.',
    ],
    phase: 'bootloader',
    cause: 'grub-unknown-filesystem',
  },
  {
    name: 'Rust Hypervisor Firmware: no room for the initrd, and its EFI boot says no more',
    source: 'cloud-hypervisor/rust-hypervisor-firmware src/main.rs',
    log: [
      'Booting with PVH Boot Protocol',
      'Found EFI partition',
      'Filesystem ready',
      '[WARN] Error loading default entry: BzImage(NoInitrdMemory)',
      'Using EFI boot.',
      'Executable loaded',
      'Setting up 4 GiB identity mapping',
    ],
    phase: 'firmware',
    cause: 'rhf-kernel-no-room',
  },
];
