/**
 * What mount says when it fails, in an initramfs or later: libmount/src/context_mount.c (util-linux 39465c780, and the older words of
 * sys-utils/mount.c), util-linux/mount.c (busybox 371fe9f71). Warnings: a boot may do without the mount.
 */

import type { Signature } from '../signature.ts';

export const MOUNTS: readonly Signature[] = [
  {
    id: 'mount-type',
    phase: 'initramfs',
    orLater: true,
    severity: 'warning',
    pattern: /mount: (?:\/\S*: )?unknown filesystem type '(?<type>[^']*)'/,
    title: 'The kernel has no file system $<type> for a mount',
    hint: 'Its module is not in the image or the initrd, is of another kernel (uname -r), or may not be loaded (kernel.modules_disabled, lockdown): see modprobe and dmesg.',
    causes: [
      {
        id: 'container',
        when: {
          type: [
            ...['LVM2_member', 'crypto_LUKS', 'linux_raid_member', 'isw_raid_member', 'zfs_member'],
            ...['DM_verity_hash', 'DM_integrity', 'BitLocker', 'bcache', 'swap'],
          ],
        },
        title: 'What is to be mounted is no file system, but a part of something else ($<type>)',
        hint: 'root= or /etc/fstab names the disk below: name the volume that is made of it (/dev/mapper/…, the logical volume), and let the initrd set it up (lvm, cryptsetup, mdadm).',
      },
    ],
  },
  {
    id: 'mount-content',
    phase: 'initramfs',
    orLater: true,
    severity: 'warning',
    pattern:
      /mount: ?(?:\/\S*: )?(?<what>(?:wrong fs type, bad option, bad superblock on|can't read superblock on|cannot mount; probably corrupted filesystem on|more filesystems detected on) [^,;. ]+|no valid filesystem type specified|failed to determine filesystem type)/,
    title: 'The kernel did not take a device for the file system that it was to be ($<what>)',
    hint: 'The kernel’s own line right before says why (dmesg): no such file system in the device, a damaged one, a feature or an option that this kernel does not know. Look at it with blkid.',
  },
  {
    id: 'mount-absent',
    phase: 'initramfs',
    orLater: true,
    severity: 'warning',
    pattern:
      /mount: (?:\/\S*: )?(?:special device (?<what>\S+) does not exist|can't find (?<what2>[A-Z]+=\S*[^. ])|(?<what3>mount point) does not exist|(?<what4>\/dev\/\S+) is not a (?:valid )?block device|no medium found on (?<what5>\S+[^. ]))/,
    title: 'A mount failed: $<what> does not exist',
    hint: 'Compare /etc/fstab, root= and the script with the disks that the VMM attaches (blkid, lsblk): a name or a UUID of another machine or build, or a driver that was not loaded.',
  },
  {
    id: 'mount-call',
    phase: 'initramfs',
    orLater: true,
    severity: 'warning',
    pattern:
      /mount: (?<what>\/[^ :]*: (?:[a-z_()2]+(?: system call)? failed|filesystem was mounted, but any subsequent operation failed): (?:[a-z0-9_]+: )?[A-Z].*[a-z]|\/[^ :]*: permission denied|[Mm]ounting \S+ on \S+ failed: [A-Z].*[a-z])/,
    // Kernels without one of these are no failure, and containers may not mount them; who unmounts clears up.
    unless:
      /\bumount: |mounting (?:none|proc|sys(?:fs)?|dev(?:tmpfs|pts)?|tmpfs|shm|run|debugfs|tracefs|securityfs|configfs|efivarfs|cgroup\w*|bpf|binfmt_misc|mqueue|hugetlbfs|pstore|\/proc\S*|\/sys\S*) on /,
    title: 'A mount failed: $<what>',
    hint: 'No such device: the kernel has no such file system or share. Invalid argument: the kernel refused it or its options, and says why in dmesg; a 9p or virtiofs share needs its tag, and trans=virtio. Operation not permitted: the server of the share or a security policy forbids it.',
  },
];
