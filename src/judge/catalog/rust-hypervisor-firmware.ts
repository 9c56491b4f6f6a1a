/** What Rust Hypervisor Firmware prints when it cannot start what is on the disks (src/main.rs, loader.rs and bzimage.rs). */

import type { Signature } from '../signature.ts';

export const RUST_HYPERVISOR_FIRMWARE: readonly Signature[] = [
  {
    id: 'rhf-kernel',
    phase: 'firmware',
    severity: 'error',
    // BzImage(…) since 0.5, BzImageError(…) before. Without a loader.conf there is no default entry, which is no error.
    pattern: /Error loading default entry: BzImage(?:Error)?\((?<kind>[A-Z]\w+)/,
    title: 'Rust Hypervisor Firmware cannot start the kernel of the default entry ($<kind>)',
    hint: 'The firmware tries the EFI boot loader of the disk next, which may not start in this firmware.',
    causes: [
      {
        id: 'no-room',
        when: { kind: 'NoInitrdMemory' },
        title: 'Rust Hypervisor Firmware finds no memory for the initrd of the default entry',
        hint: 'The initrd must lie below the limit that the kernel names (initrd_addr_max): use a newer firmware, another size of memory, or a smaller initrd.',
      },
      {
        id: 'no-kernel',
        when: { kind: ['MagicMissing', 'NotRelocatable', 'KernelOld'] },
        title:
          'Rust Hypervisor Firmware: the kernel of the default entry is no bzImage that it can load ($<kind>)',
        hint: 'Name a relocatable bzImage in the entry.',
      },
    ],
  },
  {
    id: 'rhf-disk',
    phase: 'firmware',
    severity: 'error',
    pattern:
      /(?<what>Error configuring block device|Failed to find EFI partition|Failed to load default EFI binary|Error loading executable|Error Boot Image is too large)/,
    title: 'Rust Hypervisor Firmware cannot boot the disk: $<what>',
    hint: 'The disk needs a GPT with an EFI system partition, and on it \\EFI\\BOOT\\BOOTX64.EFI or an entry of systemd-boot.',
  },
  {
    id: 'rhf-nothing',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /Unable to boot from any virtio-blk device/,
    title: 'Rust Hypervisor Firmware found nothing that it can boot',
    hint: 'Attach a disk with an EFI system partition; what it found of each disk stands above.',
    symptom: true,
  },
];
