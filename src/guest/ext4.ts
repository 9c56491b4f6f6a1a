/**
 * Makes ext4 images without root. mke2fs copies a tree of this host; then each inode gets the owner and the mode of its entry,
 * and no times, so that equal entries give an equal image.
 */

import {
  closeSync,
  constants,
  copyFileSync,
  lutimesSync,
  mkdirSync,
  openSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, ask } from '../process/ask.ts';
import { findCommand } from '../process/find.ts';
import { describeEnd } from '../process/run.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { HostError, messageOf } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { GuestError } from './errors.ts';
import { readAt } from './file.ts';
import { type GuestEntry, type Held, modeOf, type Placed } from './newc.ts';

/** What a disk is made of. A file may be of any size: only content that is in memory already is ever there as a whole. */
export type DiskEntry = GuestEntry<Held | Placed>;

interface Ext4Options {
  /** The label of the file system, at most 16 bytes: a guest finds the disk by `LABEL=…`. */
  readonly label: string;
  /** Bytes that stay free for the guest, at least. They cost nothing on the host: the image is sparse. */
  readonly free: number;
  /** Ends mke2fs, which can take minutes. */
  readonly signal?: AbortSignal | undefined;
}

/** Any fixed value: equal content must give an equal image. */
const UUID = '7464782d-626f-4f74-8070-726f62650001';
const BLOCK = 4096;
const INODE = 256;
const LEAST_MIB = 8;
/** Bytes of free space for which a guest gets an inode, as mke2fs has it. */
const BYTES_FOR_INODE = 16_384;
/** Only features that every Linux with ext4 mounts, because mke2fs's defaults follow the newest kernel; no journal. */
const FEATURES = 'none,extent,filetype,ext_attr,dir_index,sparse_super,large_file';
/**
 * The time of the image, in seconds: mke2fs 1.47.1 and later lets no file be younger. The times of staged files are their
 * positions among the entries, and are below.
 */
const IMAGE_TIME = 10_000_000;
/** Longest time for mke2fs, in milliseconds. */
const DEADLINE_MS = 10 * 60_000;

/**
 * Writes an image that holds these entries, and replaces the file. Directories come before what is in them. Devices are left
 * out: every guest has a devtmpfs.
 * @throws GuestError code `disk-not-made`, `mke2fs-missing` or `mke2fs-failed`; the reason of `signal` when that aborts
 */
export async function ext4Image(
  image: string,
  entries: readonly DiskEntry[],
  { label, free, signal }: Ext4Options,
): Promise<void> {
  await withWorkDir('disk', async (scratch) => {
    const tree = join(scratch, 'tree');
    try {
      await stage(tree, entries, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      const message = `cannot make a disk of the files for the guest: ${messageOf(cause)}`;
      const hint = 'They are written to RUNNER_TEMP or TMPDIR first, which needs space for them.';
      throw new GuestError('disk-not-made', message, hint, { cause });
    }
    await rm(image, { force: true });
    const inodes = entries.length + 64 + Math.ceil(free / BYTES_FOR_INODE);
    const args = [
      ...['-q', '-F', '-t', 'ext4', '-b', String(BLOCK), '-I', String(INODE), '-m', '0', '-O', FEATURES],
      ...['-N', String(inodes), '-U', UUID, '-E', `hash_seed=${UUID},root_owner=0:0`, '-L', label],
      ...['-d', tree, image, `${mibFor(entries, inodes, free)}M`],
    ];
    await mke2fs(args, { signal });
    setInodes(image, entries);
  });
}

/** The time of a staged file says which entry it is. mke2fs copies it into the inode. */
const timeOf = (index: number): number => index + 1;

/** Links come last: so no path of an entry can lead through one, and out of the tree. */
async function stage(
  tree: string,
  entries: readonly DiskEntry[],
  signal: AbortSignal | undefined,
): Promise<void> {
  mkdirSync(tree, { mode: 0o700 });
  const placed = entries.map((entry, index) => ({
    entry,
    path: join(tree, entry.path),
    time: timeOf(index),
  }));
  for (const { entry, path } of placed) if (entry.type === 'directory') mkdirSync(path, { mode: 0o700 });
  for (const { entry, path, time } of placed) {
    if (entry.type !== 'file') continue;
    signal?.throwIfAborted();
    await fill(path, entry);
    utimesSync(path, time, time);
  }
  for (const { entry, path, time } of placed) {
    if (entry.type !== 'link') continue;
    symlinkSync(entry.target, path);
    lutimesSync(path, time, time);
  }
  for (const { entry, path, time } of placed) if (entry.type === 'directory') utimesSync(path, time, time);
}

/** Nobody waits for a large file to be copied: a signal is seen, and other runs go on. */
async function fill(path: string, content: Held | Placed): Promise<void> {
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  if ('data' in content) writeFileSync(path, content.data, { mode: 0o600, flag: 'wx' });
  else if (content.ours) renameSync(content.source, path);
  else if (content.bytes < MIB) copyFileSync(content.source, path, flags);
  else await copyFile(content.source, path, flags);
}

function bytesOf(content: Held | Placed): number {
  return 'data' in content ? content.data.byteLength : content.bytes;
}

/** More than the files need: a directory's blocks follow from the lengths of the names in it. */
function mibFor(entries: readonly DiskEntry[], inodes: number, free: number): number {
  const blocks = entries.map((entry) => {
    if (entry.type === 'directory') return 2;
    const names = entry.path.length / 512;
    return names + (entry.type === 'file' ? Math.ceil(bytesOf(entry) / BLOCK) : 1);
  });
  const content = blocks.reduce((sum, count) => sum + count, 0) * BLOCK;
  const used = content * 1.02 + inodes * INODE + 3 * MIB;
  return Math.max(LEAST_MIB, Math.ceil((used + free * 1.01) / MIB));
}

/** Offsets in the superblock, the group descriptors and the inodes: Linux fs/ext4/ext4.h. */
const SUPERBLOCK = 1024;
const ROOT = 2;
const FIRST_FREE = 11;
const TIMES = [8, 12, 16, 20] as const;
const MTIME = 16;
/** From i_checksum_hi and the parts of times below a second to the creation time. */
const EXTRA_TIMES = { from: 0x82, to: 0x9c } as const;

/** Gives each inode what its entry says; those of the file system itself belong to root. The image has no checksums. */
function setInodes(image: string, entries: readonly DiskEntry[]): void {
  const fd = openSync(image, 'r+');
  try {
    const superblock = readAt(fd, SUPERBLOCK, 1024);
    const perGroup = superblock.readUInt32LE(40);
    const groups = Math.ceil(superblock.readUInt32LE(0) / perGroup);
    const descriptors = readAt(fd, BLOCK, groups * 32);
    for (let group = 0; group < groups; group++) {
      const start = descriptors.readUInt32LE(group * 32 + 8) * BLOCK;
      const table = readAt(fd, start, perGroup * INODE);
      for (let index = 0; index < perGroup; index++) {
        const number = group * perGroup + index + 1;
        if (number !== ROOT && number < FIRST_FREE) continue;
        setInode(table.subarray(index * INODE, (index + 1) * INODE), number, entries);
      }
      writeSync(fd, table, 0, table.length, start);
    }
  } finally {
    closeSync(fd);
  }
}

function setInode(inode: Buffer, number: number, entries: readonly DiskEntry[]): void {
  const kind = inode.readUInt16LE(0) & 0o170000;
  if (kind === 0) return;
  const entry = number > FIRST_FREE ? entries[inode.readUInt32LE(MTIME) - timeOf(0)] : undefined;
  const { uid = 0, gid = 0 } = entry ?? {};
  const mode = entry === undefined ? (number === ROOT ? 0o755 : 0o700) : modeOf(entry);
  inode.writeUInt16LE(kind | mode, 0);
  inode.writeUInt16LE(uid & 0xffff, 2);
  inode.writeUInt16LE(gid & 0xffff, 0x18);
  inode.writeUInt16LE(uid >>> 16, 0x78);
  inode.writeUInt16LE(gid >>> 16, 0x7a);
  for (const at of TIMES) inode.writeUInt32LE(0, at);
  inode.fill(0, EXTRA_TIMES.from, EXTRA_TIMES.to);
}

/**
 * Runs mke2fs, which ordinary users do not always have in their PATH.
 * @throws GuestError code `mke2fs-missing` or `mke2fs-failed`
 */
export async function mke2fs(
  args: readonly string[],
  {
    program = findCommand('mke2fs') ?? '/usr/sbin/mke2fs',
    signal,
  }: { readonly program?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const own = { LC_ALL: 'C', E2FSPROGS_FAKE_TIME: String(IMAGE_TIME), SOURCE_DATE_EPOCH: String(IMAGE_TIME) };
  const { code, stderr } = await ask([program, ...args], {
    kind: 'tool',
    own,
    signal,
    deadlineMs: DEADLINE_MS,
  }).catch((cause: unknown): Answer => {
    if (!(cause instanceof HostError) || cause.code !== 'program-missing') throw cause;
    throw new GuestError(
      'mke2fs-missing',
      'cannot make a disk for the guest: the program mke2fs is not installed',
      'Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.',
      { cause },
    );
  });
  if (code === 0) return;
  throw new GuestError(
    'mke2fs-failed',
    `mke2fs could not make a disk for the guest: ${stderr.trim() || describeEnd(code)}`,
    'It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.',
  );
}
