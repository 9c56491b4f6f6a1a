/**
 * What Linux says of a file system that it does not mount (Linux 6.12). Warnings: what could not be mounted fails by itself, and
 * tests mount damaged file systems on purpose.
 */

import type { Signature } from '../../signature.ts';

export const FILE_SYSTEMS: readonly Signature[] = [
  {
    id: 'linux-fs-features',
    phase: 'kernel',
    orLater: true,
    severity: 'warning',
    // fs/ext{2,4}/super.c, fs/xfs/libxfs/xfs_sb.c, fs/btrfs/disk-io.c, fs/erofs/super.c, fs/squashfs/{super,zstd_wrapper}.c
    pattern:
      /(?<what>(?:EXT[234]-fs|XFS|BTRFS \w+|erofs:?|[sS][qQ][uU][aA][sS][hH][fF][sS](?: error)?)(?: \([^)]+\))?: (?:error: )?(?:[Cc]ouldn't mount (?:RDWR )?because of unsupported optional features|Superblock has unknown (?:read-only compatible|incompatible) features|cannot mount (?:read-write )?because of unknown (?:incompat|compat_ro) features|unidentified (?:incompatible feature|algorithms|lzma format)|unsupported checksum algorithm|V4 Filesystem with blocksize|block size \([0-9]+ bytes\) not supported|bad block size|Filesystem uses "[^"]*" compression|Failed to initiali[sz]e (?:zstd|xz|LZ4) decompressor|[a-z]+ compression is not supported))/,
    title: 'The kernel lacks a feature that a file system has ($<what>)',
    hint: 'The image was made for a newer kernel or another configuration: use a newer kernel, build the feature in (SQUASHFS_ZSTD, XFS_SUPPORT_V4, larger pages), or make the file system without it (mkfs -O ^…, mksquashfs -comp gzip).',
  },
  {
    id: 'linux-fs-damaged',
    phase: 'kernel',
    orLater: true,
    severity: 'warning',
    // fs/ext4/super.c, fs/xfs/{xfs_log,xfs_log_recover,xfs_error,xfs_mount}.c, fs/btrfs/{disk-io,volumes,tree-checker}.c, fs/erofs/data.c,
    // fs/squashfs/super.c, fs/jbd2/journal.c
    pattern:
      /(?<what>(?:EXT[234]-fs|XFS|BTRFS \w+|erofs:?|[sS][qQ][uU][aA][sS][hH][fF][sS](?: error)?)(?: \([^)]+\))?: (?:SQUASHFS error: )?(?:group descriptors corrupted|corrupt root inode|(?:external journal has (?:bad|corrupt)|[Cc]an't read|couldn't read|unable to read) (?:superblock|squashfs_super_block)|error loading journal|get root inode failed|can't read group descriptor|unable to read (?:\w+ )*(?:table|inode|page)|log mount(?:\/recovery)? failed|log has mismatched uuid|Metadata (?:corruption|CRC error)|Corruption (?:detected|of)|[Ss]uperblock checksum mismatch|superblock contains fatal errors|failed to read (?:the system array|chunk (?:root|tree)|block groups|devices|log tree)|failed to load root|bad tree block|corrupt (?:leaf|node)|parent transid verify failed|read time tree block corruption|no valid FS found|xattr id index table|[a-z0-9]+ decompression failed|squashfs_read_data failed|Unable to read (?:metadata cache entry|fragment cache entry|inode|page|data cache entry)))/,
    title: 'A file system is damaged, or its image is cut short ($<what>)',
    hint: 'Compare the size of the image with that of its build, check it outside (e2fsck -f, xfs_repair, btrfs check), and never boot one writable image twice at a time. Errors of the disk below stand in lines before (I/O error, verity).',
  },
  {
    id: 'linux-fs-not-opened',
    phase: 'kernel',
    orLater: true,
    severity: 'warning',
    // fs/btrfs/super.c: the lines before say why.
    pattern: /BTRFS(?: \w+)? \(device (?<dev>[^)]+)\): open_ctree failed/,
    title: 'The btrfs on $<dev> could not be opened',
    hint: 'The lines of BTRFS before say why; with none, it is no btrfs, or a device of it is missing (btrfs device scan).',
    symptom: true,
  },
];
