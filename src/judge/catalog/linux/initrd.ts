/** What Linux prints while it looks for its initrd and root: RAM disks, shared folders, and device-mapper from userspace. */

import { sharing } from '../sharing.ts';

export const INITRD = sharing({ phase: 'initramfs', severity: 'error' }, [
  {
    id: 'linux-ramdisk',
    phase: 'kernel',
    // init/do_mounts_rd.c identify_ramdisk_image, rd_load_image, compr_fill, compr_flush (Linux 6.12)
    pattern:
      /RAMDISK: (?<why>(?:error|EOF) while reading compressed data|incomplete write|image too big|[Cc]ould(?:n't| not) [a-zA-Z ]+[a-z]|[a-z0-9]+ decompressor not configured)|Invalid ramdisk decompression routine/,
    title: 'The kernel could not unpack its initrd',
    hint: 'The initrd is cut short or damaged, compressed in a way that this kernel cannot read (CONFIG_RD_*), or larger than the RAM disk. Compare its size with the original.',
  },
  {
    id: 'linux-no-rdinit',
    phase: 'kernel',
    // init/main.c kernel_init_freeable (Linux 6.16; before, the kernel said nothing)
    pattern: /check access for rdinit=(?<init>\S+) failed: (?<errno>-[0-9]+), ignoring/,
    title: 'The initrd has no $<init> (error $<errno>), so the kernel looked for root= instead',
    hint: 'The initrd is empty, was not unpacked, or its init has another name: check it with lsinitrd or cpio -t, and rdinit=.',
  },
  {
    id: 'linux-9p-no-channel',
    phase: 'kernel',
    orLater: true,
    // net/9p/trans_virtio.c p9_virtio_create
    pattern: /9pnet_virtio: no channels available for device (?<tag>\S+)/,
    title: 'The guest finds no 9p share with the tag $<tag>',
    hint: 'The VMM gives no such share (mount_tag), its virtio device was refused, or the kernel has no driver for the bus it is on (CONFIG_VIRTIO_PCI).',
  },
  {
    id: 'linux-virtiofs-no-tag',
    orLater: true,
    // fs/fuse/virtio_fs.c virtio_fs_get_tree
    pattern: /virtio-fs: tag <(?<tag>[^>]*)> not found/,
    title: 'The guest finds no virtiofs share with the tag $<tag>',
    hint: 'The VMM gives no such tag, virtiofsd does not run, or the virtio device was refused (dmesg | grep virtio).',
  },
  {
    id: 'linux-root-fs-type',
    phase: 'kernel',
    // init/do_mounts.c mount_root_generic; since Linux 4.9 each name of a file system is a line of its own.
    pattern: /No filesystem could mount root, tried: ?$/,
    title: 'No file system of the kernel could mount its root',
    hint: 'The lines below name those that it tried. With a name: root= may be a whole disk in place of a partition, an image in a format that the VMM was not told (qcow2), or of a type that is not built in. With none: no initrd was found, and no file system is built in.',
  },
  {
    id: 'initramfs-device-mapper',
    // libdm/ioctl/libdm-iface.c _open_control (lvm2 2.03), lib/libdevmapper.c (cryptsetup 2.7)
    pattern:
      /\/dev\/mapper\/control: (?:open failed: )?(?<errno>[A-Z][A-Za-z ]*[a-z])|Failure to communicate with kernel device-mapper driver|Cannot initialize device-mapper|[Ii]s dm_mod kernel module loaded/,
    title: 'The guest’s kernel has no device-mapper, which dm-verity, dm-crypt and LVM need',
    hint: 'Build CONFIG_BLK_DEV_DM and the target (CONFIG_DM_VERITY, CONFIG_DM_CRYPT) in, or put their modules into the initrd.',
  },
  {
    id: 'initramfs-verity-setup',
    // lib/verity/verity.c, verity_hash.c, src/veritysetup.c (cryptsetup 2.7)
    pattern:
      /Verity device detected corruption|Verification of root hash failed|Root hash signature (?:verification|required)[^.]*|Device \S+ is not a valid VERITY device|Invalid root hash string specified|Verification failed at position/,
    title: 'veritysetup refused the root file system: it does not have the root hash that was asked for',
    hint: 'Root hash, data and hash partition must come from one build: compare roothash= on the command line with the image.',
  },
  {
    id: 'initramfs-root-absent',
    // mkinitcpio 0.8 to 41 init_functions; util-linux 39465c780 libmount/src/context_mount.c on the mount points of initramfs tools
    pattern:
      /ERROR: device '(?<device>[^']*)' not found|Unable to (?:find|determine major\/minor number of) root device '(?<device2>[^']*)'|mount: \/(?:new_root|sysroot|root|rootfs)\b.*?: (?:can't find (?<device3>[A-Z]+=\S*[^. ])|special device (?<device4>\S+) does not exist)/,
    title: 'The root device $<device> is on no disk that the initramfs sees',
    hint: 'Compare root= with the disks that the VMM attaches (blkid in the shell): a UUID of another image or build, a disk that is not attached, or a driver (virtio_blk, virtio_scsi) that is not in the initrd.',
  },
  {
    id: 'initramfs-root-type',
    pattern:
      /Unable to determine the file system type of (?<device>\S+[^: ])|mount: \/(?:new_root|sysroot|root|rootfs)\b.*?: (?:unknown filesystem type '(?<type>[^']*)'|wrong fs type, bad option, bad superblock on (?<device2>[^, ]+)|can't read superblock on (?<device3>\S+[^. ]))/,
    title:
      'The root file system cannot be mounted: the initramfs knows no such file system, or it is damaged',
    hint: 'root= names a partition that holds no file system (a whole disk, an encrypted or verity partition), the driver is not in the initrd, or the image is cut short: look at it with blkid and fsck.',
  },
  {
    // busybox 1.35 to 1.37 util-linux/mount.c mount_it_now(), init of initramfs-tools 0.142
    id: 'initramfs-root-empty',
    pattern:
      /\b[Mm]ounting (?<what>\/(?:dev|proc|sys|run)) on (?<where>\/[a-z_]+\/(?:dev|proc|sys|run)) failed/,
    title: 'What the initramfs mounted as root has no $<where>: it is empty, or no root file system',
    hint: 'root= or its mount names another partition or subvolume (rootflags=subvol=@ of btrfs), or nothing was mounted at all: a line above says so.',
  },
  {
    id: 'initramfs-root-mount',
    // busybox 1.35 to 1.37 util-linux/mount.c mount_it_now(), on the mount points of initramfs tools
    pattern:
      /mount: [Mm]ounting (?<device>\S+) on \/(?:root|new_?root|sysroot|rootfs)\/? failed: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'The initramfs could not mount the root file system $<device>: $<errno>',
    hint: 'No such file: the device is on no disk that the initramfs sees. No such device: the kernel has no such file system. Invalid argument: the kernel refused the file system, and its own line right above says why (a block size smaller than the sectors of the device below, such as dm-verity with 4096; an unknown feature; a damaged superblock).',
  },
  {
    id: 'linux-fs-size',
    orLater: true,
    // fs/ext4/super.c ext4_check_geometry, fs/xfs/xfs_mount.c, fs/btrfs/volumes.c, fs/f2fs/super.c (Linux 6.12)
    pattern:
      /(?:EXT4-fs|EXT[23]-fs) \((?<dev>[^)]+)\): bad geometry: block count [0-9]+ exceeds size of device|XFS \((?<dev2>[^)]+)\): (?:file system too large to be mounted|last sector read failed)|BTRFS error \(device (?<dev3>[^)]+)\): device total_bytes should be at most|F2FS-fs \((?<dev4>[^)]+)\): Wrong segment_count/,
    title:
      'The file system on $<dev> is larger than its device: the partition or the disk image is too small',
    hint: 'The image was cut short (an incomplete download or copy), or a partition or device-mapper table was made smaller than its file system: compare the sizes, and grow the image (truncate, qemu-img resize) or the partition before the boot.',
  },
]);
