/** Makes the guest for a scenario that names only a kernel: the probe as an initramfs, or as a small disk. */

import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Answer, ask } from '../process/ask.ts';
import { findCommand } from '../process/find.ts';
import { describeEnd } from '../process/run.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { HostError } from '../words/errors.ts';
import { GuestError } from './errors.ts';
import { findModules, kernelInfoOf, moduleOrder, readModule } from './modules.ts';
import { type CpioEntry, newc } from './newc.ts';

export interface ProbeInitrdOptions {
  /** The bzImage that will boot: its modules go into the guest. */
  readonly kernel: string;
  /** Where the modules are, when not next to the kernel or in /lib/modules. */
  readonly modules?: string | undefined;
  /** Names of modules beside `PROBE_MODULES`. */
  readonly wanted?: readonly string[];
}

export interface ProbeDiskOptions {
  /** The image file to write; an existing one is replaced. */
  readonly path: string;
  readonly kernel?: string | undefined;
  readonly modules?: string | undefined;
}

/** What a guest under QEMU or Cloud Hypervisor may need and distributions build as modules. Absent ones are skipped. */
export const PROBE_MODULES: readonly string[] = [
  'virtio_pci',
  'virtio_mmio',
  'virtio_console',
  'virtio_blk',
  'virtio_net',
  'configfs',
  'pvpanic-mmio',
  'pvpanic-pci',
  'tsm',
  'tsm_report',
  'tdx_guest',
];

/** What a guest needs besides to mount directories of the host. */
export const SHARE_MODULES: readonly string[] = ['9pnet_virtio', '9p', 'overlay'];

/** Any fixed value: equal content must give an equal image. */
const UUID = '7464782d-626f-4f74-8070-726f62650001';
const MIB = 1024 * 1024;
const MIN_DISK_MIB = 8;
const DISK_HEADROOM_MIB = 4;
/** Only features that every Linux with ext4 mounts, because mke2fs's defaults follow the newest kernel; no journal, so 8 MiB are enough. */
const EXT4_FEATURES = 'none,extent,filetype,ext_attr,dir_index,sparse_super,large_file';

/** Longest time for one program of e2fsprogs, in milliseconds. */
const DISK_MS = 60_000;

/**
 * The entries of the initramfs whose /init is the probe. They are not compressed: a kernel need not have any decompressor.
 */
export async function probeEntries({
  kernel,
  modules,
  wanted = [],
}: ProbeInitrdOptions): Promise<CpioEntry[]> {
  return [
    ...DIRECTORIES.map((path): CpioEntry => ({ type: 'directory', path })),
    // The kernel opens /dev/console for init before init can mount a devtmpfs.
    { type: 'character-device', path: '/dev/console', major: 5, minor: 1 },
    { type: 'character-device', path: '/dev/null', major: 1, minor: 3, mode: 0o666 },
    { type: 'file', path: '/init', mode: 0o755, data: await ownProgram('probe') },
    ...(await moduleFiles(kernel, modules, [...PROBE_MODULES, ...wanted])),
  ];
}

/** The initramfs of the probe alone. */
export async function probeInitrd(options: ProbeInitrdOptions): Promise<Buffer> {
  return newc(await probeEntries(options));
}

/** Writes an ext4 image whose /sbin/init is the probe: boot it with `root=/dev/vda rw init=/sbin/init`. */
export async function probeDisk({ path, kernel, modules }: ProbeDiskOptions): Promise<void> {
  const files: FileEntry[] = [
    { type: 'file', path: '/sbin/init', mode: 0o755, data: await ownProgram('probe') },
    ...(kernel === undefined ? [] : await moduleFiles(kernel, modules)),
  ];
  await withWorkDir('disk', async (scratch) => {
    const tree = join(scratch, 'root');
    await writeTree(tree, files);
    const image = resolve(path);
    await rm(image, { force: true });
    await e2fsprogs('mke2fs', [
      '-q',
      '-F',
      ...['-t', 'ext4', '-b', '4096', '-I', '256', '-m', '0', '-O', EXT4_FEATURES],
      ...['-U', UUID, '-E', `hash_seed=${UUID},root_owner=0:0`, '-L', 'tdx-boot'],
      ...['-d', tree, image, `${diskMib(files)}M`],
    ]);
    const fixes = join(scratch, 'fixes');
    await writeFile(fixes, normalise(files));
    await e2fsprogs('debugfs', ['-w', '-f', fixes, image]);
  });
}

type FileEntry = Extract<CpioEntry, { type: 'file' }>;

const DIRECTORIES = ['/dev', '/proc', '/sys', '/sbin', '/modules'] as const;

/** Where the probe looks for the agent (guest/probe.c). */
const AGENT = '/sbin/tdx-boot-agent';

/** The program that runs commands in a guest. */
export async function agentFile(): Promise<FileEntry> {
  return { type: 'file', path: AGENT, mode: 0o755, data: await ownProgram('agent') };
}

/** A committed program (script/build-probe), found at run time: src/guest and dist/shared are equally deep. */
async function ownProgram(name: 'probe' | 'agent'): Promise<Buffer> {
  const program = new URL(`../../guest/${name}`, import.meta.url);
  try {
    return await readFile(program);
  } catch (cause) {
    throw new GuestError(
      'probe-missing',
      `A program for the guest is missing: ${program}`,
      'Install tdx-boot again, or run script/build-probe in a checkout.',
      { cause },
    );
  }
}

/** The kernel's modules under flat names, and the list by which the probe loads them. */
async function moduleFiles(
  kernel: string,
  override: string | undefined,
  wanted = PROBE_MODULES,
): Promise<FileEntry[]> {
  const { release } = kernelInfoOf(kernel);
  const directory = await findModules(kernel, release, override);
  if (directory === undefined) return [];
  const files: FileEntry[] = [];
  for (const path of await moduleOrder(directory, wanted)) {
    const name = basename(path).replace(/\.ko\.\w+$/, '.ko');
    files.push({ type: 'file', path: `/modules/${name}`, data: await readModule(path) });
  }
  if (files.length === 0) return [];
  const list = files.map((file) => `${file.path}\n`).join('');
  return [...files, { type: 'file', path: '/modules.list', data: Buffer.from(list) }];
}

async function writeTree(root: string, files: readonly FileEntry[]): Promise<void> {
  await mkdir(root, { mode: 0o755 });
  for (const directory of DIRECTORIES) await mkdir(join(root, directory), { mode: 0o755 });
  for (const { path, data, mode } of files) {
    await writeFile(join(root, path), data, { mode: mode ?? 0o644 });
    await utimes(join(root, path), 0, 0);
  }
}

/** debugfs commands that take the building user, umask and moment out of the inodes: mke2fs -d copied them. */
function normalise(files: readonly FileEntry[]): string {
  const zero = [
    'uid',
    'gid',
    ...['atime', 'mtime', 'ctime', 'crtime'].flatMap((time) => [time, `${time}_extra`]),
  ];
  const inodes = [
    ...['/', ...DIRECTORIES].map((path) => ({ path, mode: 0o040755 })),
    { path: '/lost+found', mode: 0o040700 },
    ...files.map(({ path, mode }) => ({ path, mode: 0o100000 | (mode ?? 0o644) })),
  ];
  return inodes
    .flatMap(({ path, mode }) => [
      `set_inode_field ${path} mode 0${mode.toString(8)}\n`,
      ...zero.map((field) => `set_inode_field ${path} ${field} 0\n`),
    ])
    .join('');
}

function diskMib(files: readonly FileEntry[]): number {
  const content = files.reduce((sum, file) => sum + file.data.byteLength, 0);
  return Math.max(MIN_DISK_MIB, Math.ceil(content / MIB) + DISK_HEADROOM_MIB);
}

/** Runs a program of e2fsprogs, which ordinary users do not always have in their PATH. */
export async function e2fsprogs(program: string, args: readonly string[]): Promise<void> {
  const found = findCommand(program) ?? `/usr/sbin/${program}`;
  // Equal content must give an equal image, whatever the time.
  const own = { LC_ALL: 'C', E2FSPROGS_FAKE_TIME: '1', SOURCE_DATE_EPOCH: '1' };
  const { code, stderr } = await ask([found, ...args], { kind: 'tool', own, deadlineMs: DISK_MS }).catch(
    (cause: unknown): Answer => {
      if (!(cause instanceof HostError) || cause.code !== 'program-missing') throw cause;
      throw new GuestError(
        'mke2fs-missing',
        `Cannot make the probe's disk: the program ${program} is not installed`,
        'Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.',
        { cause },
      );
    },
  );
  if (code === 0) return;
  throw new GuestError(
    'mke2fs-failed',
    `${program} could not make the probe's disk: ${stderr.trim() || describeEnd(code)}`,
    'It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.',
  );
}
