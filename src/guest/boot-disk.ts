/** What a firmware would find on a boot disk: its EFI System Partition, and the kernel command lines in it. */

import { closeSync, openSync } from 'node:fs';
import type { DiskContents } from '../lint/rule.ts';
import { sectionFinder } from '../tdx/efi-program.ts';
import type { StubMeasures } from '../tdx/linux-stub.ts';
import { type DiskBoot, type LoaderEntry, systemdBootVersion } from '../tdx/predict-disk.ts';
import type { Unpredictable } from '../tdx/prediction.ts';
import { unlessDamaged } from '../tdx/reader.ts';
import { readShimImage } from '../tdx/shim-image.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { type DiskImage, diskFormat } from './disk.ts';
import { UnreadableError } from './errors.ts';
import { FatVolume, type ReadAt } from './fat.ts';
import { readAt } from './file.ts';
import { type GrubStart, grubEntry } from './grub-config.ts';
import { deviceOf, GrubFiles } from './grub-files.ts';
import { stubOf } from './kernel-image.ts';
import { cmdlinesOf, defaultEntry, loaderConf, readUki } from './loader-entries.ts';
import { type Partition, type PartitionTable, readTable, SECTOR } from './partitions.ts';
import { qcow2Content } from './qcow2-content.ts';
import { readShimBoot } from './shim-boot.ts';

/** UEFI specification 2.10, 5.3.3: the type of an EFI System Partition. */
const ESP = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
/** UAPI Discoverable Partitions Specification: the type of an Extended Boot Loader Partition. */
const XBOOTLDR = 'bc13c2ff-59e6-4262-a352-b275fd6f7172';
const FEW_CLUSTERS =
  'a file system that edk2 reads: FAT32 of fewer than 65,525 clusters is damaged for edk2 (make the partition larger, or FAT16)';
const MORE_ENTRIES = {
  reason: 'the disk has an Extended Boot Loader Partition, whose entries are not read',
} as const;

/**
 * Undefined when this cannot be told: a disk with an older or damaged partition table, a file system that is damaged or not FAT, or
 * a qcow2 image that does not hold its content alone.
 * @throws Error when the image is no qcow2 image and should be one
 */
export function inspectBootDisk(disk: DiskImage): DiskContents | undefined {
  try {
    return withContent(disk, inspect);
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

/** The program that firmware without boot options starts (UEFI specification 2.10, 3.5.1.1). */
const PROGRAM = 'EFI/BOOT/BOOTX64.EFI';
const GPT_HEADER_BYTES = 92;
/** As much of each of GRUB's files as has its configuration, and the header of a kernel, in bytes. */
const BEGINNING = 1024 * 1024;

/**
 * Undefined when the disk has no EFI System Partition in FAT that has the program, or its image does not hold its content alone.
 * @throws UsageError code `disk-unreadable` when a part of what the firmware reads is damaged or too large; Error when the image is
 *   no qcow2 image and should be one
 */
export function readDiskProgram(disk: DiskImage): DiskBoot | undefined {
  try {
    return withContent(disk, programOf);
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    throw new UsageError('disk-unreadable', `what the disk boots cannot be read: ${cause.message}`, {
      cause,
    });
  }
}

function programOf(read: ReadAt): DiskBoot | undefined {
  const table = readTable(read);
  const system = systemPartition(table);
  if (table === undefined || system === undefined) return undefined;
  const { partitions } = table;
  const volume = FatVolume.open((offset, length) => read(system.start + offset, length));
  const file = volume?.find(PROGRAM);
  if (volume?.edk2Reads !== true || file === undefined) return undefined;
  const uki = readUki(volume, PROGRAM, file);
  const gpt = gptEvent(table);
  if (readShimImage(uki.program) !== undefined) {
    const entryOf = (start: GrubStart) => grubEntry(new GrubFiles(read, partitions), start);
    return { gpt, ...uki, shim: readShimBoot(volume, deviceOf(system.number), entryOf) };
  }
  const stub = stubIn(uki.program);
  if (systemdBootVersion(uki.program) === undefined) return { gpt, ...uki, ...given({ stub }) };
  const more = partitions.some(({ type }) => type === XBOOTLDR) ? MORE_ENTRIES : undefined;
  const entry = more ?? defaultEntry(volume);
  return { gpt, ...uki, ...loaderConf(volume), entry, ...given({ stub: stubOfEntry(entry) }) };
}

/** The first EFI System Partition that edk2 knows. */
function systemPartition(table: PartitionTable | undefined): Partition | undefined {
  return table?.partitions.find(({ type, known }) => type === ESP && known);
}

function stubOfEntry(entry: LoaderEntry | Unpredictable): StubMeasures | undefined {
  if ('reason' in entry) return undefined;
  return 'uki' in entry ? stubIn(entry.uki.program) : stubOf(entry.kernel);
}

/** What the stub of the kernel in a UKI measures; undefined for any other program, and for a damaged one. */
function stubIn(program: Uint8Array): StubMeasures | undefined {
  return unlessDamaged(
    () => {
      const kernel = sectionFinder(program)('.linux');
      return kernel && stubOf(kernel);
    },
    () => undefined,
  );
}

/** Gives what a guest would read of the disk. */
function withContent<T>(disk: DiskImage, use: (read: ReadAt) => T | undefined): T | undefined {
  const fd = openSync(disk.path, 'r');
  try {
    // A damaged image can name offsets beyond the end of the file: nothing is read there.
    const file: ReadAt = (offset, length) =>
      Number.isSafeInteger(offset) && length > 0 ? readAt(fd, offset, length) : Buffer.alloc(0);
    const content = diskFormat(disk) === 'raw' ? file : qcow2Content(file);
    return content === undefined ? undefined : use(content);
  } finally {
    closeSync(fd);
  }
}

/** edk2 SecurityPkg/Library/DxeTpm2MeasureBootLib, Tcg2MeasureGptTable. */
function gptEvent({ header, partitions }: PartitionTable): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(BigInt(partitions.length));
  const entries = partitions.map(({ entry }) => entry);
  return Buffer.concat([header.subarray(0, GPT_HEADER_BYTES), number, ...entries]);
}

function inspect(read: ReadAt): DiskContents | undefined {
  const table = readTable(read);
  if (table === undefined) {
    const [first, signature] = [read(0, SECTOR), 0xaa55];
    const isOther = first.length < SECTOR || first.readUInt16LE(510) === signature;
    return isOther ? undefined : { lacks: 'a partition table', cmdlines: [] };
  }
  const system = systemPartition(table);
  if (system === undefined) return { lacks: 'an EFI System Partition', cmdlines: [] };
  const volume = FatVolume.open((offset, length) => read(system.start + offset, length));
  if (volume === undefined) return undefined;
  if (!volume.edk2Reads) return { lacks: FEW_CLUSTERS, cmdlines: [] };
  const file = volume.find(PROGRAM);
  if (file === undefined) return { lacks: PROGRAM, cmdlines: [] };
  const { program } = readUki(volume, PROGRAM, file);
  if (readShimImage(program) === undefined) return { cmdlines: cmdlinesOf(volume) };
  const few = new GrubFiles(read, table.partitions, BEGINNING);
  const boot = readShimBoot(volume, deviceOf(system.number), (start) => grubEntry(few, start));
  // What depends on the machine is not known here.
  if ('reason' in boot || 'reason' in boot.entry) return { cmdlines: [] };
  return { cmdlines: [{ file: "GRUB's default entry", text: boot.entry.cmdline }] };
}
