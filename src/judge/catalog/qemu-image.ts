/** What QEMU prints of disk images: block.c, blockdev.c, block/{file-posix,qcow2,qcow2-refcount,raw-format}.c, hw/block/block.c (QEMU 6.0 to 11). */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const QEMU_IMAGE: readonly Signature[] = [
  {
    id: 'qemu-image-damaged',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>qcow2_read_extension: ERROR|Could not (?:read (?:qcow2 header|L1 table|snapshots|reference count|unknown header)|initialize refcount handling|repair dirty image)|L1 table is too small|Header extension too large|Invalid L1 table offset|Active L1 table (?:offset|too large)|Reference count table (?:offset|too large)|Image does not contain a reference count table|qcow2: Marking image as corrupt|Snapshot table (?:offset|too large)|Image contains unknown autoclear)/,
    title: 'The qcow2 image is damaged or cut short: $<what>',
    hint: 'qemu-img check shows the damage; download or convert the image again, and compare its size and hash. Two QEMUs that write one image do this.',
    streams: VMM,
  },
  {
    id: 'qemu-image-feature',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>Unsupported (?:cluster size|subcluster size|encryption method|qcow2 feature)|Unknown compression type|Reference count entry width too large|Image is too big|Image uses unsupported|'data-file' (?:is required for this image|can only be set for images)|Missing CRYPTO header)/,
    title: 'This QEMU cannot use the qcow2 image: $<what>',
    hint: 'It was made by a newer qemu-img or with options that this one lacks (qemu-img info): convert it with qemu-img convert -O qcow2 -o compat=1.1, or use a newer QEMU.',
    streams: VMM,
  },
  {
    id: 'qemu-image-cache',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Could not find working O_DIRECT alignment|does not support O_DIRECT|aio=(?<aio>native|io_uring) was specified, but|Unable to use (?:native AIO|linux io_uring|io_uring)/,
    title:
      'The disk’s cache= does not fit the host: its file system has no O_DIRECT, or this kernel no io_uring',
    hint: 'cache=none and aio=native need a file system with O_DIRECT (no tmpfs, no overlay); io_uring needs a kernel that allows it (sysctl io_uring_disabled, seccomp in containers). Use cache=writeback,aio=threads.',
    streams: VMM,
    causes: [
      {
        id: 'aio',
        when: { aio: ['native', 'io_uring'] },
        title: 'QEMU cannot do aio=$<aio> for this disk',
        hint: 'native needs cache.direct=on (cache=none), and both a QEMU that is built with them (libaio, liburing): use aio=threads.',
      },
    ],
  },
  {
    id: 'qemu-image-read-only',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Block node is read-only|Node '(?<node>[^']*)' is read.only|Cannot make block node read-only|The device is not writable: (?<errno>[A-Z][A-Za-z/ ]*[a-z])|Cannot open a read-only .* (?:as|for) writ|Can't use (?:copy-on-read on|a read-only) /,
    unless: /QMP command failed/,
    title: 'A disk that the guest may write is read-only for QEMU',
    hint: 'Give the drive readonly=on, or make image and directory writable for the user of QEMU; an overlay (-snapshot, qemu-img create -b) keeps a read-only base.',
    streams: VMM,
  },
  {
    id: 'qemu-image-shared',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Conflicts with use by (?<user>\S+) as '[^']*', which (?:does not allow|uses) '(?<how>[^']*)'|[dD]rive '(?<user2>[^']*)' is already in use|is already in use by another (?:block )?device/,
    title: 'Two devices of this QEMU want the same disk: $<user>',
    hint: 'Each drive has one device; for a disk that both may read give share-rw=on to each.',
    streams: VMM,
  },
  {
    id: 'qemu-image-driver',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Unknown (?:block )?(?<kind>driver|protocol|file format):? '(?<name>[^']*)'|Could not determine image format: (?<name2>No compatible driver) found/,
    title: 'QEMU has no block driver for $<name>',
    hint: 'The driver is in a package of its own (qemu-block-extra, qemu-block-curl, -rbd, -ssh), or a colon in the file name is taken for a protocol: use file.filename=.',
    streams: VMM,
  },
  {
    id: 'qemu-image-size',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<what>Image size is not a multiple of request alignment|The sum of offset \([0-9]+\) and size|Offset \([0-9]+\) cannot be greater than size|Specified size is not multiple of|Could not get image size|Could not refresh total sector count|logical_block_size|physical_block_size must not be|[a-z_]+_block_size must be a (?:power of 2|multiple))/,
    title: 'The size of the disk image, or of its blocks, does not fit: $<what>',
    hint: 'Truncate or pad the raw image to a whole number of 512 (or 4096) bytes; take logical_block_size and physical_block_size out.',
    streams: VMM,
  },
  {
    id: 'qemu-image-key',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Parameter 'encrypt\.key-secret' is required|Parameter 'key-secret' is required for cipher|Invalid password, cannot unlock any keyslot|encryption in image header, but options specif/,
    title: 'The disk image is encrypted, and QEMU has no key that opens it',
    hint: 'Give -object secret,id=s,file=… and encrypt.key-secret=s (key-secret for luks). A TD’s disk is encrypted inside the guest, not by QEMU.',
    streams: VMM,
  },
  {
    id: 'qemu-image-medium',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:Device '(?<name>[^']*)' has|Device has|Device needs) (?:no )?(?:medium|media)(?:, but drive is empty)?|drive property not set|(?:needs|requires) (?:media|a drive|drive property)/,
    title: 'A disk of QEMU has no drive behind it',
    hint: 'Give the -device a drive= that names a -drive with if=none (or a -blockdev).',
    streams: VMM,
  },
];
