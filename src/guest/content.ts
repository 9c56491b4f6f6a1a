/**
 * What a file is, told by how it begins. A VMM would take a file of another kind than its key wants, and the guest would hang or
 * panic with words that do not name the file: so messages say beforehand what the file is.
 */

import { readHead } from './file.ts';

type Group =
  | 'compressed'
  | 'archive'
  /** What Linux unpacks into its root file system, or takes for a RAM disk. */
  | 'initrd'
  /** A disk image whose format a guest cannot read. */
  | 'disk'
  | 'program';

interface Kind {
  /** Completes "it is …". */
  readonly name: string;
  readonly group: Group;
  readonly at: number;
  /** Latin-1. */
  readonly begins: string;
}

const OLD_CPIO = 'a cpio archive of the old kind (write it with cpio -H newc)';

/**
 * Compressions: lib/decompress.c in Linux. RAM disks: identify_ramdisk_image in init/do_mounts_rd.c, whose superblocks lie 1 KiB
 * from the start. Disks: the probe functions of QEMU's block/*.c. Kernels: Documentation/arch/arm64/booting.rst,
 * arch/riscv/boot-image-header.rst, arch/arm/boot/compressed/head.S.
 */
const KINDS: readonly Kind[] = [
  { name: 'a cpio archive', group: 'initrd', at: 0, begins: '070701' },
  { name: 'a cpio archive', group: 'initrd', at: 0, begins: '070702' },
  { name: 'gzip-compressed', group: 'compressed', at: 0, begins: '\x1f\x8b' },
  { name: 'bzip2-compressed', group: 'compressed', at: 0, begins: 'BZh' },
  { name: 'xz-compressed', group: 'compressed', at: 0, begins: '\xfd7zXZ\0' },
  { name: 'lzma-compressed', group: 'compressed', at: 0, begins: '\x5d\0\0' },
  { name: 'lzo-compressed', group: 'compressed', at: 0, begins: '\x89LZO' },
  { name: 'lz4-compressed', group: 'compressed', at: 0, begins: '\x02\x21\x4c\x18' },
  { name: 'zstd-compressed', group: 'compressed', at: 0, begins: '\x28\xb5\x2f\xfd' },
  { name: 'an LZ4 frame', group: 'archive', at: 0, begins: '\x04\x22\x4d\x18' },
  { name: OLD_CPIO, group: 'archive', at: 0, begins: '070707' },
  { name: OLD_CPIO, group: 'archive', at: 0, begins: '\xc7\x71' },
  { name: 'a zip archive', group: 'archive', at: 0, begins: 'PK\x03\x04' },
  { name: 'a tar archive', group: 'archive', at: 257, begins: 'ustar' },
  { name: 'an ext file system', group: 'initrd', at: 1080, begins: '\x53\xef' },
  { name: 'a squashfs file system', group: 'initrd', at: 0, begins: 'hsqs' },
  { name: 'a cramfs file system', group: 'initrd', at: 0, begins: '\x45\x3d\xcd\x28' },
  { name: 'a romfs file system', group: 'initrd', at: 0, begins: '-rom1fs-' },
  { name: 'a minix file system', group: 'initrd', at: 1040, begins: '\x7f\x13' },
  { name: 'a minix file system', group: 'initrd', at: 1040, begins: '\x8f\x13' },
  { name: 'a qcow2 image', group: 'disk', at: 0, begins: 'QFI\xfb' },
  { name: 'a VMDK image', group: 'disk', at: 0, begins: 'KDMV' },
  { name: 'a VMDK descriptor', group: 'disk', at: 0, begins: '# Disk DescriptorFile' },
  { name: 'a VHDX image', group: 'disk', at: 0, begins: 'vhdxfile' },
  { name: 'a dynamic VHD image', group: 'disk', at: 0, begins: 'conectix' },
  { name: 'a VDI image', group: 'disk', at: 64, begins: '\x7f\x10\xda\xbe' },
  { name: 'a QED image', group: 'disk', at: 0, begins: 'QED\0' },
  { name: 'a Parallels image', group: 'disk', at: 0, begins: 'WithoutFreeSpace' },
  { name: 'a Parallels image', group: 'disk', at: 0, begins: 'WithouFreSpacExt' },
  { name: 'an ELF file (vmlinux)', group: 'program', at: 0, begins: '\x7fELF' },
  { name: 'a kernel for arm64', group: 'program', at: 56, begins: 'ARM\x64' },
  { name: 'a kernel for RISC-V', group: 'program', at: 56, begins: 'RSC\x05' },
  { name: 'a zImage for 32-bit ARM', group: 'program', at: 36, begins: '\x18\x28\x6f\x01' },
  { name: 'a uImage of U-Boot', group: 'program', at: 0, begins: '\x27\x05\x19\x56' },
  { name: 'a FIT image or a device tree', group: 'program', at: 0, begins: '\xd0\x0d\xfe\xed' },
  { name: 'a Linux kernel (bzImage)', group: 'program', at: 0x202, begins: 'HdrS' },
  { name: 'an EFI program', group: 'program', at: 0, begins: 'MZ' },
  { name: 'a script', group: 'program', at: 0, begins: '#!' },
];

/** More than the furthest beginning needs. */
const HEAD = 4096;

/** What these first bytes of a file are; undefined of none that is known. */
export function knownContent(head: Buffer): Pick<Kind, 'name' | 'group'> | undefined {
  return KINDS.find(({ at, begins }) => head.toString('latin1', at, at + begins.length) === begins);
}

/**
 * Refuses what Linux would not unpack and would not take for a RAM disk. Zeros may stand before an archive
 * (init/initramfs.c, unpack_to_rootfs).
 * @throws Error that says what the file is
 */
export function requireInitrd(file: string): void {
  const head = readHead(file, HEAD);
  const start = head.findIndex((byte) => byte !== 0);
  if (start < 0) return;
  const found = knownContent(head) ?? knownContent(head.subarray(start));
  if (found?.group === 'initrd' || found?.group === 'compressed') return;
  const what =
    found === undefined ? `it begins with ${head.subarray(0, 6).toString('hex')}` : `it is ${found.name}`;
  throw new Error(`is no initrd that Linux can unpack: ${what}. Make it with "find . | cpio -o -H newc"`);
}

/**
 * Refuses a disk whose format nobody has said and that a guest cannot read as it is.
 * @throws Error that says what the file is
 */
export function requireRawDisk(file: string): void {
  const found = knownContent(readHead(file, HEAD));
  if (found?.group === 'disk') {
    throw new Error(
      `is ${found.name}, and disks are raw or qcow2: convert it with "qemu-img convert -O qcow2", or write format: raw at this disk if the guest is to read the file as it is`,
    );
  }
  if (found?.group === 'compressed') {
    throw new Error(
      `is ${found.name}: decompress it, or write format: raw at this disk if the guest is to read the file as it is`,
    );
  }
}
