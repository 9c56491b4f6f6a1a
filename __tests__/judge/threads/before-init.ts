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
    cause: 'initramfs-stage-1',
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
