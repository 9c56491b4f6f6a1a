/** What GRUB prints of disks, file systems, networks and its own modules: grub-core/{kern,disk,fs,net,commands,loader}, rhboot/grub2 (GRUB 2.12 of 2025-12). */

import { sharing } from './sharing.ts';

export const GRUB_DISKS = sharing({ phase: 'bootloader', severity: 'error' }, [
  {
    id: 'grub-disk-read',
    // kern/disk_common.c, kern/disk.c, disk/efi/efidisk.c, fs/fshelp.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>failure (?:reading|writing) sector 0x[0-9a-f]+|attempt to read or write outside of (?:disk|partition)|attempt to read past the end of file|beyond the total sectors|no such partition|invalid partition number|sector sizes of [0-9]+ bytes aren't supported)/,
    title: 'GRUB cannot read the disk: $<what>',
    hint: 'The image or a partition is cut short or damaged, or the partition that the prefix or grub.cfg names is not there: compare sizes (qemu-img info, sgdisk -v), and copy the image again.',
  },
  {
    id: 'grub-filesystem-feature',
    // fs/ext2.c, fs/xfs.c, fs/btrfs.c
    pattern:
      /(?<what>filesystem has unsupported incompatible features|XFS filesystem (?:has unsupported (?:incompatible features|version bits)|without V2)|unsupported XFS filesystem version|unsupported RAID flags|(?:symlink|directory|file) is encrypted|compression type 0x[0-9a-f]+ not supported)/,
    title: 'GRUB is too old for the file system of /boot: $<what>',
    hint: 'mkfs of this distribution sets features that this GRUB lacks (ext4 metadata_csum_seed and orphan_file, XFS nrext64 and bigtime): make /boot without them, or use a newer GRUB.',
  },
  {
    id: 'grub-lockdown',
    // commands/extcmd.c, kern/dl.c, kern/lockdown.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?:[a-z0-9_]+: the command is not allowed when lockdown is enforced|[a-z ]+ disabled in lockdown mode|Secure Boot forbids loading module)/,
    title: 'GRUB does not do this while Secure Boot is on',
    hint: 'A command or a module of its own (insmod) is forbidden then: build the module into the signed grubx64.efi, take the command out of grub.cfg, or turn Secure Boot off.',
  },
  {
    id: 'grub-modules',
    severity: 'fatal',
    // kern/dl.c, kern/{i386,x86_64}/dl.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>invalid arch-(?:in)?dependent ELF magic|ELF header smaller than expected|this ELF file is not of the right type|incompatible license in module|relocation 0x[0-9a-f]+ is not implemented yet|no module name found)/,
    title: 'GRUB cannot load a module: $<what>',
    hint: 'The modules under its prefix are of another platform (i386-pc, x86_64-efi) or version, or damaged: run grub-install for this target again.',
  },
  {
    id: 'grub-cryptodisk',
    // disk/cryptodisk.c, disk/luks.c, disk/luks2.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>no such cryptodisk found|Invalid passphrase|passphrase not supplied|no cryptodisk module can handle this device|Cipher \S+ isn't available|Couldn't load \S+ (?:hash|cipher))/,
    title: 'GRUB could not open the encrypted disk: $<what>',
    hint: 'GRUB opens LUKS1, and LUKS2 with PBKDF2 (not Argon2): keep /boot unencrypted, or convert the key slot; a TD has nobody to type a passphrase.',
  },
  {
    id: 'grub-network',
    // net/{net,bootp,dns,http,tftp}.c, net/drivers/efi/efinet.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>no network card found|couldn't autoconfigure \S+[^ .]|couldn't send network packet|timeout: could not resolve hardware address|time out opening `|unresolvable address|destination unreachable|no DNS (?:servers configured|record found|reply received)|no server is specified|net (?:start|initialize) failed)/,
    title: 'GRUB could not load over the network: $<what>',
    hint: 'Check the guest’s NIC (the firmware needs a driver for it), DHCP and the server; a guest that boots from its disk should have no network prefix.',
  },
  {
    id: 'grub-uki',
    // commands/blsuki.c
    pattern:
      /error: (?:[\w./-]+:(?:\w+:)?\d+: ?)?(?<what>UKI is missing the '\.linux' section|failed to read UKI image header|UKI section size is larger than expected|non-native image not supported|plain image kernel is not supported)/,
    title: 'GRUB cannot start the UKI: $<what>',
    hint: 'Make it again with ukify build for this architecture, and look at it with ukify inspect.',
  },
  {
    id: 'grub-memory-broken',
    severity: 'fatal',
    // kern/mm.c, kern/efi/mm.c
    pattern:
      /(?<what>alloc magic is broken at|free magic is broken at|double free at 0x|out of range pointer 0x|unaligned pointer 0x|null in the ring|too small memory|cannot (?:get|retrieve) (?:EFI )?memory map)/,
    title: 'GRUB stopped: its memory is damaged or too small ($<what>)',
    hint: 'A module of another version, or a bug of GRUB with this firmware’s memory map: install GRUB anew, give the guest more memory, or boot the kernel without GRUB.',
  },
]);
