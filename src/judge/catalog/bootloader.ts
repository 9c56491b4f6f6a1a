/** What stops a boot between firmware and kernel: boot manager, shim, GRUB, systemd-boot, EFI stub. */

import type { Signature } from '../signature.ts';
import { GRUB } from './grub.ts';
import { IPXE } from './ipxe.ts';
import { SHIM } from './shim.ts';
import { SYSTEMD_BOOT } from './systemd-boot.ts';

export const BOOTLOADER: readonly Signature[] = [
  {
    id: 'bds-secure-boot',
    phase: 'firmware',
    severity: 'error',
    pattern: /BdsDxe: failed to (?:load|start) Boot.*rejected probably by Secure Boot/,
    title: 'The boot option was rejected, probably by Secure Boot',
    hint: 'The image is unsigned or signed by a key that is not in db. Use firmware without enrolled keys (not the .ms variant), or sign the image.',
  },
  {
    id: 'bds-access-denied',
    phase: 'firmware',
    severity: 'error',
    pattern: /BdsDxe: failed to (?:load|start) Boot.*: (?:Access Denied|Security Violation)/,
    title: 'The boot option was refused by the firmware',
    hint: 'With Secure Boot enforced the image must be signed by a key in db. Use firmware without enrolled keys, or sign the image.',
  },
  {
    id: 'edk2-image-verification',
    phase: 'firmware',
    // The firmware tries its next boot option.
    severity: 'warning',
    // SecurityPkg/Library/DxeImageVerificationLib/DxeImageVerificationLib.c (edk2-stable202605): debug builds only
    pattern:
      /DxeImageVerificationLib: (?:Image is (?<state>not signed|signed)\b.*(?<why>forbidden by DBX|found in DBX|not found in DB|failed the timestamp check)|(?<why2>Not a valid PE\/COFF))/,
    title: 'Secure Boot refuses the image: its signature does not count ($<why>)',
    hint: 'Sign it with a key whose certificate is in db, or use firmware without enrolled keys (not the .ms variant).',
    causes: [
      {
        id: 'unsigned',
        when: { state: 'not signed', why: 'not found in DB' },
        title: 'Secure Boot refuses the image: it is not signed',
        hint: 'Sign it with a key whose certificate is in db, add its hash to db, or use firmware without enrolled keys (not the .ms variant).',
      },
      {
        id: 'revoked',
        when: { why: ['forbidden by DBX', 'found in DBX'] },
        title: 'Secure Boot refuses the image: it is revoked (dbx)',
        hint: 'An old shim or boot loader: use the current one of the distribution.',
      },
      {
        id: 'format',
        when: { why: 'Not a valid PE/COFF' },
        title: 'Secure Boot refuses the image: the file is no EFI program',
        hint: 'The file is damaged or truncated, or a kernel without CONFIG_EFI_STUB.',
      },
    ],
  },
  {
    id: 'bds-start-failed',
    phase: 'bootloader',
    severity: 'error',
    pattern: /BdsDxe: failed to start Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" started and returned an error',
    hint: 'The boot loader or kernel image ran and gave up; its own messages are above this line.',
  },
  {
    id: 'bds-load-failed',
    phase: 'firmware',
    severity: 'warning',
    pattern: /BdsDxe: failed to load Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
    title: 'Boot option "$<option>" could not be loaded',
    hint: 'The firmware goes on with the next option. "Not Found" on a disk: no EFI/BOOT/BOOTX64.EFI on a GPT partition of type ESP, or a bus whose driver a TD does not load (SCSI, USB).',
  },
  {
    id: 'bds-no-option',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /BdsDxe: No bootable option or device was found/,
    title: 'The firmware found nothing to boot',
    hint: 'Attach a disk with an ESP over virtio-blk, AHCI or NVMe, or pass a kernel. With 64 MiB of memory and less this appears too.',
  },
  {
    id: 'bds-uefi-shell',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /UEFI Interactive Shell v|^Shell> /,
    title: 'The firmware found nothing to boot and started its shell',
    hint: 'The lines above name the boot options that failed. Attach a disk with an ESP (EFI/BOOT/BOOTX64.EFI) on a bus that the firmware drives, or pass a kernel.',
  },
  {
    id: 'ovmf-kernel-secure-boot',
    phase: 'firmware',
    severity: 'fatal',
    // OvmfPkg/Library/X86QemuLoadImageLib/X86QemuLoadImageLib.c (edk2-stable202605, this and the next two rows)
    pattern: /OVMF: Secure boot image verification failed/,
    title: 'Secure Boot refuses the kernel of the VMM',
    hint: 'Sign the kernel with a key of db, give QEMU 10 and newer -shim, or use a firmware without enrolled keys.',
  },
  {
    id: 'ovmf-kernel-legacy',
    phase: 'firmware',
    severity: 'fatal',
    pattern:
      /OVMF: (?:Running in confidential VM, not using insecure legacy linux kernel loader|Fallback to insecure legacy linux kernel loader is disabled)/,
    title: 'The firmware does not start the kernel: it is no EFI program, or was refused as one',
    hint: 'Build the kernel with CONFIG_EFI_STUB, and give a bzImage: a TD uses no legacy loader, because nothing measures what that starts.',
  },
  {
    id: 'ovmf-kernel-memory',
    phase: 'firmware',
    severity: 'fatal',
    // also OvmfPkg/QemuKernelLoaderFsDxe/QemuKernelLoaderFsDxe.c
    pattern:
      /Unable to allocate memory for (?<what>initrd|kernel command line|kernel setup|kernel)!|: failed to allocate [0-9]+ bytes for "(?<what2>[a-z]+)"/,
    title: 'The firmware has no memory for the $<what>',
    hint: 'Give the guest more memory (twice kernel and initrd, and 256 MiB), or make the initrd smaller.',
  },
  {
    id: 'ovmf-kernel-load',
    phase: 'firmware',
    severity: 'error',
    // OvmfPkg/Library/GenericQemuLoadImageLib/GenericQemuLoadImageLib.c (edk2-stable202605)
    pattern: /QemuLoadKernelImage: LoadImage\(\): (?<status>[A-Z][A-Za-z ]*[a-z])/,
    // No kernel was given, and the firmware looks for other boot options.
    unless: /Not Found/,
    title: 'The firmware could not load the kernel of the VMM: $<status>',
    hint: 'Unsupported: no EFI program (CONFIG_EFI_STUB). Access Denied or Security Violation: Secure Boot, or the hash of the kernel, refuses it.',
    symptom: true,
  },
  {
    id: 'seabios-no-boot',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /No bootable device\./,
    title: 'SeaBIOS found nothing to boot',
    hint: 'Legacy BIOS is running: pass TD firmware with -bios, or a kernel.',
  },
  {
    id: 'seabios-boot-failed',
    phase: 'firmware',
    severity: 'error',
    pattern: /Boot failed: (?<why>[a-z][a-z ]*[a-z])/,
    title: 'SeaBIOS: boot failed: $<why>',
    hint: 'The disk has no boot sector for legacy BIOS. UEFI disk images need UEFI firmware (-bios).',
  },
  ...GRUB,
  ...IPXE,
  ...SHIM,
  ...SYSTEMD_BOOT,
  {
    id: 'efi-stub-fatal',
    phase: 'kernel',
    severity: 'fatal',
    pattern:
      /EFI [sS]tub: ERROR: (?<what>exit_boot\(\) failed|efi_stub_entry\(\) failed|efi_main\(\) failed|Failed to decompress kernel|Failed to relocate kernel)/,
    title: 'EFI stub: $<what>',
    hint: 'The kernel could not leave the firmware. Check the memory size, the bzImage and the error lines above.',
  },
  {
    id: 'efi-stub-error',
    phase: 'kernel',
    severity: 'error',
    pattern: /EFI [sS]tub: ERROR: (?<words>(?<what>[A-Za-z](?:[A-Za-z_ ()'-]*[A-Za-z)])?)[^[]*)/,
    title: 'EFI stub: $<words>',
    hint: 'The kernel may still start; check the initrd and the memory size.',
    // drivers/firmware/efi/libstub/*.c (Linux 6.12)
    causes: [
      {
        id: 'leaving',
        when: { what: ['Exit boot services failed', 'Failed to exit boot services'] },
        title: 'The kernel’s EFI stub could not leave the firmware (ExitBootServices failed)',
        hint: 'The firmware’s memory map changed each time, or one of its drivers refused: a bug of the firmware, or a boot loader that left a driver at work. Update the firmware, boot the kernel without the boot loader, or with efi=disable_early_pci_dma.',
      },
      {
        id: 'initrd',
        when: {
          what: [
            'Failed to load initrd',
            'Failed to open file',
            'Failed to open volume',
            'Failed to get file info',
          ],
        },
        title: 'The kernel’s EFI stub did not get its initrd ($<what>)',
        hint: 'initrd= names a file that is not on the volume that the kernel was loaded from (with backslashes), or memory was too small for it: give it by the boot loader or the VMM (-initrd), and more memory.',
      },
      {
        id: 'memory',
        when: {
          what: [
            'Failed to allocate memory',
            'Failed to alloc mem for gdt',
            'Failed to allocate usable memory for kernel',
            'Failed to allocate lowmem for boot params',
            'Failed to relocate kernel',
            'efi_relocate_kernel() failed',
            'Failed to convert command line',
          ],
        },
        title: 'The kernel’s EFI stub found no memory for what it needs ($<what>)',
        hint: 'Give the guest more memory, or a smaller kernel and initrd; of a TD only accepted memory counts.',
      },
    ],
  },
];
