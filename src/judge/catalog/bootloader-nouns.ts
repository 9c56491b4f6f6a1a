/**
 * What a boot loader's complaint is about, where no row knows its sentence: the things that GRUB 2.12 (grub-core of rhboot/grub2
 * 5e9e7e44e), U-Boot 6073c36b2c8 (boot, cmd, net, disk) and systemd 257 (src/boot) name in their errors.
 */

import type { Noun } from './noun.ts';

export const BOOTLOADER: readonly Noun[] = [
  {
    id: 'boot-verification',
    of: 'bootloader',
    pattern:
      /\b(?:signatures?|signed|verif\w+|cert(?:ificate)?s?|(?:public|private) keys?|TPM2?|PCRs?|policy|lockdown|shim)\b|\b[Ss]ecure ?[Bb]oot\b/,
    about: 'the verification of what it loads',
    hint: 'Sign the file with a key that the loader and its shim know, or load it without Secure Boot; a measurement needs a TPM that answers.',
  },
  {
    id: 'boot-encryption',
    of: 'bootloader',
    pattern:
      /\b(?:crypto?disk|crypto\w*|LUKS2?|GELI|passphrase|cipher|key ?slots?|keyfile|decrypt\w*|gcry\w+|hash)\b/i,
    about: 'an encrypted disk',
    hint: 'GRUB opens LUKS1, and LUKS2 with PBKDF2 (not Argon2), and needs the modules for cipher and hash: keep /boot unencrypted.',
  },
  {
    id: 'boot-network',
    of: 'bootloader',
    pattern:
      /\b(?:network|net\d?|interface|packet|socket|server|DHCP|BOOTP|TFTP|HTTPS?|DNS|PXE|NFS|iSCSI|AoE|eth\d*|ethernet|hardware address|route|gateway|URL|URI)\b/i,
    about: 'the network',
    hint: 'The loader needs a driver for the NIC, an answer of DHCP and a server that has the file: look at the server’s log, and compare address and path.',
  },
  {
    id: 'boot-memory',
    of: 'bootloader',
    pattern: /\b(?:out of memory|memory|alloc\w*|relocator|overlaps?|too (?:big|large|high)|overflow)\b/i,
    about: 'memory for what it loads',
    hint: 'Give the guest more memory, make the initrd smaller, or change the addresses at which the script loads kernel, initrd and device tree.',
  },
  {
    id: 'boot-image',
    of: 'bootloader',
    pattern:
      /\b(?:kernel|linux|initrd|initramfs|ramdisk|[buz]?[iI]mage|multiboot2?|elf|magic|header|vmlinuz|UKI|PE|COFF|FIT|FDT|dtb?|device ?tree|boot entry|module)\b/i,
    about: 'the kernel, the initrd or what else it starts',
    hint: 'The file is of another format or architecture than its command takes (GRUB: a bzImage with EFI stub; U-Boot: booti an Image, bootz a zImage, bootm a uImage or FIT), was cut short, or was not loaded: lines above say what was read from where.',
  },
  {
    id: 'boot-file-system',
    of: 'bootloader',
    pattern:
      /\b(?:file ?systems?|fs|superblock|inode|directory|symlink|file|path|ext[234]?|btrfs|xfs|zfs|fat|ntfs|iso9660|squashfs|erofs|f2fs|[a-z0-9]+fs|compress\w+|node|block list)\b/i,
    about: 'a file system',
    hint: 'The file system is damaged, has features that this loader does not know, or lacks the file: look at it from a running system (fsck, ls), and compare the path with the configuration of the loader.',
  },
  {
    id: 'boot-disk',
    of: 'bootloader',
    pattern:
      /\b(?:disks?|partition|sector|RAID|array|LVM|volume|PV|devices?|drive|MMC|card|USB|GPT|MBR|block|cylinder|read|write|bootdev)\b/i,
    about: 'a disk',
    hint: 'The image or a partition is cut short or missing, or the loader has no driver for the bus: compare sizes (qemu-img info, sgdisk -v) and the names that the loader lists (ls, part list).',
  },
  {
    id: 'boot-configuration',
    of: 'bootloader',
    pattern:
      /\b(?:commands?|arguments?|options?|variables?|environment|expected|syntax|script|menu|config\w*|parse|number|terminal|mode)\b/i,
    about: 'a command of its configuration',
    hint: 'grub.cfg, the boot script or the loader’s entry has a command or an argument that this version does not take, or lacks a module: try the commands by hand in its shell.',
  },
];
