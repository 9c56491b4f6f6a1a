/** What edk2 says of a kernel that the VMM hands over with its hashes, and shim's fallback of the boot entries that it makes. */

import type { Signature } from '../signature.ts';

export const OVMF_KERNEL: readonly Signature[] = [
  {
    id: 'ovmf-kernel-hashes',
    phase: 'firmware',
    severity: 'error',
    // OvmfPkg/AmdSev/BlobVerifierLibSevHashes/BlobVerifierSevHashes.c VerifyBlob (edk2-stable202605)
    pattern:
      /VerifyBlob: (?:Verifier called but (?<none>no hashes table)|(?<failed>Hash comparison failed) for "(?<blob>[a-z]+)"|Hash (?:GUID|has the wrong size)|Fetching blob failed|Unknown blob name)/,
    title: 'The firmware does not accept the kernel of the VMM: its table of hashes does not fit',
    hint: 'VMM and firmware must be of one time: QEMU writes the table (kernel-hashes=on of sev-guest), the firmware reads it.',
    causes: [
      {
        id: 'none',
        when: { none: 'no hashes table' },
        title:
          'The firmware refuses the kernel of the VMM: nobody has given it the hashes of kernel, initrd and cmdline',
        hint: 'This firmware (AmdSev) starts only what was measured: add kernel-hashes=on to the sev-guest or sev-snp-guest object of QEMU, or use OvmfPkgX64, or boot from the disk.',
      },
      {
        id: 'changed',
        when: { failed: 'Hash comparison failed' },
        title: 'The firmware refuses the $<blob> of the VMM: its hash is not the one that was measured',
        hint: 'It was changed between measurement and boot: give QEMU and the measurement the same files and the same cmdline.',
      },
    ],
  },
  {
    id: 'bds-legacy-failed',
    phase: 'firmware',
    // The firmware goes on with the next medium.
    severity: 'warning',
    // IntelFrameworkModulePkg/Universal/BdsDxe (edk2 before 2018)
    pattern: /Boot [Ff]ailed[.:] (?<medium>EFI [A-Z][A-Za-z0-9/ ]*[A-Za-z0-9])/,
    title: 'The firmware found no boot loader on the medium: $<medium>',
    hint: 'The medium needs EFI/BOOT/BOOTX64.EFI (of the firmware’s architecture) on a FAT file system; a firmware of this age reads little else.',
  },
  {
    id: 'shim-fallback-reset',
    phase: 'bootloader',
    // A first boot does so, and the next one starts the system.
    severity: 'warning',
    // rhboot/shim fallback.c efi_main()
    pattern: /Reset System$/,
    title:
      'shim started its fallback, which writes boot entries for the loaders on the disk and resets the machine',
    hint: 'With entries made (a BOOTX64.CSV beside the loader), the system starts at the next boot: let the VM reboot (QEMU without -no-reboot, a TD anew) and keep its variables. If it resets again and again, it found no entry to make: put the loader itself in the place of EFI/BOOT/BOOTX64.EFI, or boot it by its path.',
  },
];
