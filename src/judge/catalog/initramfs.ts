/** What the scripts of an initramfs say of the root file system: checks of it, ZFS, mkinitcpio. */

import { sharing } from './sharing.ts';

const POOLS =
  'zpool import in the shell shows the pools that the initramfs sees: none means no disk or no driver; compare root=ZFS= (zfs=, bootfs) and the hostid.';
const BY_ID =
  'On the command line, name the pool by its number (zpool import shows it), or take the other disk away.';

export const INITRAMFS_SCRIPTS = sharing({ phase: 'initramfs', severity: 'error' }, [
  {
    id: 'guest-fsck',
    orLater: true,
    // e2fsprogs 1.47 e2fsck/{problem,unix}.c; mkinitcpio 41 init_functions; scripts/functions of initramfs-tools 0.148; checkroot.sh of
    // sysvinit; src/fsck/fsck.c of systemd 257, which ignores a status without the bits 2 and 4; nixos/modules/system/boot/stage-1-init.sh (nixpkgs)
    pattern:
      /: UNEXPECTED INCONSISTENCY|RUN fsck MANUALLY|Bailing out\. Run 'fsck \S+' manually|fsck failed on '|filesystem on \S+ requires a manual fsck|fsck died with exit status|[Ff]ile ?system check (?:of the root filesystem|\(fsck\) of the root filesystem) failed|fsck failed with (?:exit status|error code) (?:[2-7]|1[0-589]|2[0-3])\b|\S has unrepaired errors, please fix them manually|fsck on \S+ failed\./,
    title: 'fsck found a damaged file system in the guest, and could not repair it',
    hint: 'Check the image outside (e2fsck -f); never boot one writable image twice at a time.',
  },
  {
    id: 'initramfs-zfs-import',
    orLater: true,
    // OpenZFS 2.4 cmd/zpool/zpool_main.c, lib/libzfs/libzfs_util.c libzfs_error_description()
    pattern: /cannot import '(?<pool>[^']*)': (?<why>[a-z].*[a-z])/,
    title: 'The ZFS pool $<pool> was not imported: $<why>',
    hint: POOLS,
    causes: [
      {
        id: 'twice',
        when: { why: 'more than one matching pool' },
        title: 'Two ZFS pools have the name $<pool>, and the initramfs does not choose',
        hint: BY_ID,
      },
      {
        id: 'foreign',
        when: {
          why: ['pool was previously in use from another system', 'pool is imported on a different host'],
        },
        title: 'The ZFS pool $<pool> belongs to another host',
        hint: 'Import it once by force (zpool import -f; zfs_force=1, zfsforce=1 on the command line), and give image and initrd one /etc/hostid.',
      },
      {
        id: 'absent',
        when: { why: 'no such pool available' },
        title: 'The initramfs sees no ZFS pool $<pool>',
        hint: 'The disk is not attached, its driver is not in the initrd, or root=ZFS= has another name.',
      },
    ],
  },
  {
    id: 'initramfs-zfs-pool',
    // OpenZFS 2.4 contrib/initramfs/scripts/zfs, contrib/dracut/90zfs/mount-zfs.sh; archzfs src/zfs-utils
    pattern:
      /ZFS: (?:Unable to import pool|No bootfs attribute found)|Failed to import pool '|No pool imported\. Manually import the root pool/,
    title: 'The ZFS pool of the root file system was not imported',
    hint: POOLS,
  },
  {
    id: 'initramfs-zfs-dataset',
    // OpenZFS 2.4 contrib/initramfs/scripts/zfs, lib/libzfs/libzfs_mount.c
    pattern:
      /filesystem '[^']+' cannot be mounted|Unknown root filesystem - no 'bootfs' pool property|Failed to load ZFS modules/,
    title: 'The initramfs cannot mount its root from ZFS',
    hint: 'Compare root=ZFS= (or bootfs of the pool) with zfs list, and look whether the pool was imported and the modules are of this kernel.',
  },
  {
    id: 'initramfs-real-root',
    severity: 'fatal',
    // mkinitcpio 41 init, init_functions
    pattern: /Failed to mount (?:'[^']*' on real root|the real root device)/,
    title: 'The initramfs could not mount the root file system',
    hint: 'Compare root= with the disks that the VMM attaches (blkid in the shell), and check that the initrd has the drivers and hooks (block, encrypt, filesystems).',
  },
  {
    id: 'initramfs-alpine-mount',
    // ebegin, eend and the mounts of initramfs-init.in (mkinitfs 3.13)
    pattern: /Mounting (?<what>boot media|root|\/usr): failed\./,
    title: 'The initramfs of Alpine failed at: Mounting $<what>',
    hint: 'Compare root= and modules= with the disks that the VMM attaches: the initramfs loads the drivers that modules= names (virtio_blk, ext4), and looks for the medium as long as it takes.',
  },
  {
    id: 'initramfs-run-init',
    severity: 'fatal',
    // usr/utils/run-init.c, usr/kinit/run-init/runinitlib.c (klibc 2.0), util-linux/switch_root.c (busybox 1.37)
    pattern:
      /(?:run-init|switch_root): (?<why>opening console: .*|can't (?:execute|open) '?[^':]+'?: .*|current directory on the same filesystem as the root: .*|not PID 1)/,
    title: 'The initramfs could not start the init of the real system: $<why>',
    hint: 'Mount the root in the shell and look: init= names a program that is there, of this architecture and executable, with its loader; /dev/console must exist.',
  },
  {
    id: 'initramfs-encrypt',
    // mkinitcpio 41 hooks/encrypt
    pattern:
      /Password succeeded, but \S+ creation failed|Failed to open encryption mapping: The device \S+ is not a LUKS volume|Non-LUKS device decryption failed/,
    title: 'The initramfs could not open the encrypted disk',
    hint: 'cryptdevice= names another partition than the encrypted one, or dm-crypt is not in the initrd.',
  },
]);
