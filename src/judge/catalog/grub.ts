/** What GRUB prints when it cannot load what grub.cfg names. */

import { GRUB_DISKS } from './grub-disks.ts';
import { sharing } from './sharing.ts';

export const GRUB = sharing({ phase: 'bootloader', severity: 'error' }, [
  {
    id: 'grub-kernel-first',
    severity: 'fatal',
    // grub-core/loader/efi/linux.c, commands/boot.c (GRUB 2.12, with the patches of Fedora)
    pattern: /you need to load the kernel first/,
    title: 'GRUB could not load the kernel',
    hint: 'The linux command failed just before; see the error above (missing file, bad signature, out of memory).',
    symptom: true,
  },
  {
    id: 'grub-secure-boot',
    // grub-core/kern/efi/sb.c, kern/verifiers.c, loader/efi/linux.c (GRUB 2.12)
    pattern: /shim_lock protocol not found|verification requested but nobody cares/,
    title: 'GRUB must not load the file: Secure Boot is on, and shim does not vouch for it',
    hint: 'Boot through shim (BOOTX64.EFI must be shim, with grubx64.efi next to it), sign the kernel and the file, or enrol no keys in the firmware.',
  },
  {
    id: 'grub-no-entry',
    severity: 'fatal',
    // grub-core/normal/menu.c
    pattern: /Failed to boot both default and fallback entries/,
    title: 'GRUB could boot none of its entries',
    hint: 'The lines above name what each entry lacks.',
    symptom: true,
  },
  {
    id: 'grub-command-missing',
    severity: 'warning',
    // grub-core/script/execute.c
    pattern: /can't find command [`'](?<command>[a-z0-9_.-]+)'/,
    title: 'GRUB has no command $<command>',
    hint: 'grub.cfg is of another distribution or version than this GRUB (linuxefi and initrdefi are Fedora’s), or a module is missing next to it.',
  },
  {
    id: 'grub-file-missing',
    // grub-core/fs/archelp.c and each file system (GRUB 2.12); Fedora puts file and line before the message
    pattern: /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?file [`'].*' not found/,
    title: 'GRUB: file not found',
    hint: 'A path in grub.cfg does not exist on the partition that GRUB calls root.',
    unless: /\.mod'|\.pf2'|\.mo'|\.gmo'|grubenv'|\/locale\//,
  },
  {
    id: 'grub-module-missing',
    severity: 'warning',
    // grub-core/kern/dl.c grub_dl_load_file (GRUB 2.12): `insmod bli` of grub-mkconfig in an image without /boot/grub/x86_64-efi
    pattern: /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?file [`'].*\/(?<module>\w+)\.mod' not found/,
    title: 'GRUB has no module $<module>',
    hint: 'grub.cfg asks for it, and grub-install did not put it beside grub.cfg: harmless where the boot goes on.',
  },
  {
    id: 'grub-unknown-filesystem',
    // grub-core/kern/fs.c (GRUB 2.12)
    pattern: /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?[Uu]nknown filesystem/,
    title: 'GRUB: unknown filesystem',
    hint: 'GRUB has no module for this file system, or its prefix points at the wrong partition.',
  },
  {
    id: 'grub-rescue',
    severity: 'fatal',
    // grub-core/kern/rescue_reader.c (GRUB 2.12)
    pattern: /grub rescue>/,
    title: 'GRUB rescue shell',
    hint: 'GRUB did not find its modules or configuration: its prefix points at a partition that is not there.',
  },
  {
    id: 'grub-shell',
    severity: 'fatal',
    // grub-core/normal/main.c (GRUB 2.12)
    pattern: /Minimal BASH-like line editing is supported|grub> /,
    title: 'GRUB shell',
    hint: 'GRUB found no grub.cfg and waits for commands.',
    symptom: true,
  },
  {
    id: 'grub-no-device',
    severity: 'warning',
    // grub-core/commands/search.c (GRUB 2.12)
    pattern: /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?no such device: /,
    title: 'GRUB: no such device',
    hint: 'A search for a UUID or label found nothing; harmless if the boot goes on.',
  },
  {
    id: 'grub-no-disk',
    // grub-core/kern/disk.c (GRUB 2.12)
    pattern: /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?disk [`'].*' not found/,
    title: 'GRUB: disk not found',
    hint: 'grub.cfg or the prefix names a disk that the firmware does not show.',
  },
  {
    id: 'grub-symbol',
    severity: 'fatal',
    // grub-core/kern/dl.c (GRUB 2.12)
    pattern: /(?:error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?symbol [`'].*|symbol [`']grub_\w+)' not found/,
    title: 'GRUB: symbol not found',
    hint: 'GRUB core and modules are of different versions: run grub-install again.',
  },
  {
    id: 'grub-bad-signature',
    // grub-core/kern/efi/sb.c (GRUB 2.12); "has invalid signature" is linuxefi’s of Fedora and Ubuntu before 2021
    pattern: /error: .*(?:bad shim signature|prohibited by secure boot policy|has invalid signature)/,
    title: 'GRUB refused an image because of Secure Boot',
    hint: 'Sign the kernel or module with a key that shim trusts, or use firmware without enrolled keys.',
  },
  {
    id: 'grub-out-of-memory',
    // grub-core/kern/efi/mm.c, loader/efi/linux.c, loader/i386/efi/linux.c (GRUB 2.12)
    pattern:
      /(?:lib|kern|efi)\/\w+\.c:(?:\w+:)?\d+: ?(?:out of memory|couldn't find suitable memory target|cannot allocate (?:kernel parameters|command line|kernel buffer|initrd))|error: (?:[\w./-]+:(?:\w+:)?\d+: ?out of memory|(?:[\w./-]+:(?:\w+:)?\d+: ?)?(?:out of memory\.|cannot allocate (?:kernel buffer|kernel parameters|command line|real mode pages|bounce buffer|initrd|memory)|the initrd is too big|can't allocate initrd))/,
    title: 'GRUB: out of memory',
    hint: 'Kernel or initrd do not fit: give the guest more memory or make the initrd smaller.',
  },
  {
    id: 'grub-bad-image',
    // grub-core/loader/i386/linux.c, loader/i386/efi/linux.c (GRUB 2.12)
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>invalid magic number|premature end of file|kernel is too small|kernel (?:DOS|PE) magic is invalid|kernel too old|too many setup sectors|Linux setup header too big|kernel doesn't support (?:EFI handover|64-bit CPUs)|cannot load image|invalid entry point|relocation failed)/,
    title: 'GRUB: $<what>',
    hint: 'The kernel or initrd file is damaged, truncated or not a kernel.',
  },
  {
    id: 'grub-nx-policy',
    // grub-core/loader/efi/linux.c (GRUB 2.12, with the patches of Fedora)
    pattern: /kernel does not support NX loading required by policy/,
    title: 'GRUB must not start the kernel: shim demands NX, and the kernel is not built for it',
    hint: 'Use a kernel whose header has IMAGE_DLLCHARACTERISTICS_NX_COMPAT (Linux 6.2 and newer), or clear the MokPolicy variable.',
  },
  {
    id: 'grub-kernel-returned',
    // grub-core/loader/efi/linux.c grub_arch_efi_linux_boot_image (GRUB 2.12)
    pattern: /start_image\(\) returned (?<status>0x[0-9a-f]+)/,
    title: 'The kernel’s EFI stub gave up and returned to GRUB ($<status:efi>)',
    hint: 'Its own lines ("EFI stub: ERROR") stand above.',
  },
  ...GRUB_DISKS,
]);
