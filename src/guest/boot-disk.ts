/** What a firmware would find on a boot disk: its EFI System Partition, and the kernel command lines in it. */

import { closeSync, openSync, readSync } from 'node:fs';
import { guidAt } from '../tdx/format.ts';
import { type DiskImage, diskFormat } from './disk.ts';
import { type FatFile, FatVolume, type ReadAt } from './fat.ts';
import { qcow2Content } from './qcow2-content.ts';

export interface BootDisk {
  /** Why firmware that has no boot options yet finds nothing to start; absent when it finds something. */
  readonly lacks?: 'a partition table' | 'an EFI System Partition' | 'EFI/BOOT/BOOTX64.EFI';
  readonly cmdlines: readonly Cmdline[];
}

export interface Cmdline {
  /** The file on the partition. Untrusted text, like the command line. */
  readonly file: string;
  readonly text: string;
}

/** UEFI specification 2.10, 5.3.3: the type of an EFI System Partition. */
const ESP = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const SECTOR = 512;
const MOST_PARTITIONS = 128;
/** The most bytes of one configuration file, and the most files that are read. */
const MOST_BYTES = 64 * 1024;
const MOST_FILES = 64;

/**
 * Undefined when this cannot be told: a disk with an older partition table, a file system that is not FAT, or a qcow2 image that
 * does not hold its content alone.
 * @throws Error when the image is no qcow2 image and should be one
 */
export function inspectBootDisk(disk: DiskImage): BootDisk | undefined {
  return withContent(disk, inspect);
}

const GPT_HEADER_BYTES = 92;
const MOST_PROGRAM_BYTES = 512 * 1024 * 1024;

/** What firmware measures of a disk before it starts a program from the disk. */
export interface DiskProgram {
  /** UEFI_GPT_DATA: the header, the number of partitions, and the entries that are in use. */
  readonly gpt: Buffer;
  /** EFI/BOOT/BOOTX64.EFI. */
  readonly program: Buffer;
}

/**
 * Undefined when the disk has no EFI System Partition in FAT that has the program, or its image does not hold its content alone.
 * @throws Error when the image is no qcow2 image and should be one
 */
export function readDiskProgram(disk: DiskImage): DiskProgram | undefined {
  return withContent(disk, (read) => {
    const header = read(SECTOR, SECTOR);
    if (header.toString('latin1', 0, 8) !== 'EFI PART') return undefined;
    const start = findEsp(read, header);
    if (start === undefined) return undefined;
    const volume = FatVolume.open((offset, length) => read(start + offset, length));
    const file = volume?.list('EFI/BOOT').find(({ name }) => /^bootx64\.efi$/i.test(name));
    if (volume === undefined || file === undefined) return undefined;
    return { gpt: gptEvent(read, header), program: volume.read(file, 0, MOST_PROGRAM_BYTES) };
  });
}

/** Gives what a guest would read of the disk. */
function withContent<T>(disk: DiskImage, use: (read: ReadAt) => T | undefined): T | undefined {
  const fd = openSync(disk.path, 'r');
  try {
    const file: ReadAt = (offset, length) => readAt(fd, offset, length);
    const content = diskFormat(disk) === 'raw' ? file : qcow2Content(file);
    return content === undefined ? undefined : use(content);
  } finally {
    closeSync(fd);
  }
}

/** edk2 OvmfPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, TdMeasureGptTable. */
function gptEvent(read: ReadAt, header: Buffer): Buffer {
  const size = header.readUInt32LE(84);
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
  const entries: Buffer[] = [];
  for (let at = 0; at + size <= table.length; at += size) {
    const entry = table.subarray(at, at + size);
    if (entry.subarray(0, 16).some((byte) => byte !== 0)) entries.push(entry);
  }
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(entries.length));
  return Buffer.concat([header.subarray(0, GPT_HEADER_BYTES), number, ...entries]);
}

function inspect(read: ReadAt): BootDisk | undefined {
  const header = read(SECTOR, SECTOR);
  // UEFI specification 2.10, 5.3.2: the header is in the second sector.
  if (header.toString('latin1', 0, 8) !== 'EFI PART') {
    const [first, signature] = [read(0, SECTOR), 0xaa55];
    const isOther = first.length < SECTOR || first.readUInt16LE(510) === signature;
    return isOther ? undefined : { lacks: 'a partition table', cmdlines: [] };
  }
  const start = findEsp(read, header);
  if (start === undefined) return { lacks: 'an EFI System Partition', cmdlines: [] };
  const volume = FatVolume.open((offset, length) => read(start + offset, length));
  if (volume === undefined) return undefined;
  const programs = volume.list('EFI/BOOT').filter(({ name }) => /^bootx64\.efi$/i.test(name));
  if (programs.length === 0) return { lacks: 'EFI/BOOT/BOOTX64.EFI', cmdlines: [] };
  return { cmdlines: cmdlinesOf(volume) };
}

/** Where the EFI System Partition begins, in bytes. */
function findEsp(read: ReadAt, header: Buffer): number | undefined {
  const size = header.readUInt32LE(84);
  if (size < 128 || size > SECTOR) return undefined;
  const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
  const table = read(Number(header.readBigUInt64LE(72)) * SECTOR, count * size);
  for (let at = 0; at + size <= table.length; at += size) {
    if (guidAt(table, at) === ESP) return Number(table.readBigUInt64LE(at + 32)) * SECTOR;
  }
  return undefined;
}

/** The command lines of systemd-boot's entries and of unified kernel images. GRUB's language is not read. */
function cmdlinesOf(volume: FatVolume): Cmdline[] {
  const files = (directory: string, ending: RegExp): [string, FatFile][] =>
    volume
      .list(directory)
      .filter(({ name, directory: isDirectory }) => !isDirectory && ending.test(name))
      .slice(0, MOST_FILES)
      .map((file) => [`${directory}/${file.name}`, file]);
  const entries = files('loader/entries', /\.conf$/i).flatMap(([file, found]) => {
    const text = volume.read(found, 0, MOST_BYTES).toString('utf8');
    // Boot Loader Specification, type 1: more than one options line adds up.
    const options = [...text.matchAll(/^options[ \t]+(.*)$/gm)].map((match) => match[1]?.trim() ?? '');
    return options.length === 0 ? [] : [{ file, text: options.join(' ') }];
  });
  const images = [...files('EFI/BOOT', /^bootx64\.efi$/i), ...files('EFI/Linux', /\.efi$/i)];
  const unified = images.flatMap(([file, found]) => {
    const text = sectionText(volume, found, '.cmdline');
    return text === undefined ? [] : [{ file, text }];
  });
  return [...entries, ...unified];
}

/** Text of a section of an EFI program (Microsoft PE/COFF specification). */
function sectionText(volume: FatVolume, file: FatFile, wanted: string): string | undefined {
  const head = volume.read(file, 0, 4096);
  if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const pe = head.readUInt32LE(0x3c);
  if (pe + 24 > head.length || head.readUInt32LE(pe) !== 0x4550) return undefined;
  const count = head.readUInt16LE(pe + 6);
  const table = pe + 24 + head.readUInt16LE(pe + 20);
  for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += 40, left--) {
    if (head.toString('latin1', at, at + 8).replace(/\0+$/, '') !== wanted) continue;
    const size = Math.min(head.readUInt32LE(at + 8), head.readUInt32LE(at + 16), MOST_BYTES);
    const bytes = volume.read(file, head.readUInt32LE(at + 20), size);
    return bytes.toString('utf8').replace(/\0.*$/s, '').trim();
  }
  return undefined;
}

/** A damaged image can name offsets beyond the end of the file: nothing is read there. */
function readAt(fd: number, offset: number, length: number): Buffer {
  if (!Number.isSafeInteger(offset) || length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}
