/** Makes the guest for a scenario that names only a kernel: the probe as an initramfs, or as a small disk. */

import { basename, resolve } from 'node:path';
import type { Share } from '../scenario/scenario.ts';
import { MIB } from '../words/units.ts';
import { ext4Image } from './ext4.ts';
import { kernelRelease } from './kernel-image.ts';
import { mergeLayers } from './layers.ts';
import { findModules, moduleOrder, readModule } from './modules.ts';
import type { CpioEntry, FileEntry } from './newc.ts';
import { ownFile } from './own-files.ts';

interface ProbeInitrdOptions {
  /** The bzImage that will boot: its modules go into the guest. */
  readonly kernel: string;
  /** Where the modules are, when not next to the kernel or in /lib/modules. */
  readonly modules?: string | undefined;
  /** Names of modules beside `PROBE_MODULES`. */
  readonly wanted?: readonly string[];
}

interface ProbeDiskOptions {
  /** The image file to write; an existing one is replaced. */
  readonly path: string;
  readonly kernel?: string | undefined;
  readonly modules?: string | undefined;
}

/** What a guest under QEMU or Cloud Hypervisor may need and distributions build as modules. Absent ones are skipped. */
const PROBE_MODULES: readonly string[] = [
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

const SHARE_MODULES = { '9p': ['9pnet_virtio', '9p'], virtiofs: ['virtiofs'] } as const;

/** What a guest needs besides to mount these directories of the host. */
export function shareModules(shares: readonly Share[]): string[] {
  const overlay = shares.some(({ target }) => target === '/') ? ['overlay'] : [];
  return [...shares.flatMap(({ type }) => SHARE_MODULES[type]), ...overlay];
}

/** What a guest needs besides for vsock, by which Cloud Hypervisor reaches the agent, too. */
export const VSOCK_MODULES: readonly string[] = ['vmw_vsock_virtio_transport'];

/**
 * The entries of the initramfs whose /init is the probe. They are not compressed: a kernel need not have any decompressor.
 */
export async function probeEntries({
  kernel,
  modules,
  wanted = [],
}: ProbeInitrdOptions): Promise<CpioEntry[]> {
  return [
    ...DIRECTORY_ENTRIES,
    // The kernel opens /dev/console for init before init can mount a devtmpfs.
    { type: 'character-device', path: '/dev/console', major: 5, minor: 1 },
    { type: 'character-device', path: '/dev/null', major: 1, minor: 3, mode: 0o666 },
    { type: 'file', path: '/init', mode: 0o755, data: await ownFile('probe') },
    ...(await moduleFiles(kernel, modules, [...PROBE_MODULES, ...wanted])),
  ];
}

/** Writes an ext4 image whose /sbin/init is the probe: boot it with `root=/dev/vda rw init=/sbin/init`. */
export async function probeDisk({ path, kernel, modules }: ProbeDiskOptions): Promise<void> {
  const files: FileEntry[] = [
    { type: 'file', path: '/sbin/init', mode: 0o755, data: await ownFile('probe') },
    ...(kernel === undefined ? [] : await moduleFiles(kernel, modules)),
  ];
  await ext4Image(resolve(path), mergeLayers([DIRECTORY_ENTRIES, files]), { label: 'tdx-boot', free: MIB });
}

/** Where the probe mounts file systems, and what tdx-boot puts beside it. */
const DIRECTORY_ENTRIES: readonly CpioEntry[] = ['/dev', '/proc', '/sys', '/sbin', '/modules'].map(
  (path) => ({ type: 'directory', path }),
);

/** The kernel's modules under flat names, and the list by which the probe loads them. */
async function moduleFiles(
  kernel: string,
  override: string | undefined,
  wanted = PROBE_MODULES,
): Promise<FileEntry[]> {
  const release = kernelRelease(kernel);
  const directory = findModules(kernel, release, override);
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
