/** What the configuration of a kernel says, where it lies beside the kernel: in /boot of a distribution, or in a build tree. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Driver } from '../lint/rule.ts';
import { readHead } from './file.ts';
import { isSafeRelease } from './kernel-image.ts';

/** Distributions have about 300 KiB. */
const MAX_CONFIG = 2 * 1024 * 1024;
/** Where a build of Linux leaves its image. */
const BUILT = /[\\/]arch[\\/]x86(?:_64)?[\\/]boot$/;

/**
 * The options of drivers that a guest of a scenario may need, without CONFIG_, and the module of each (Kconfig files and
 * Makefiles of Linux).
 */
const MODULES = {
  VIRTIO_CONSOLE: 'virtio_console',
  VIRTIO_NET: 'virtio_net',
  VIRTIO_BLK: 'virtio_blk',
  EXT4_FS: 'ext4',
  NET_9P_VIRTIO: '9pnet_virtio',
  '9P_FS': '9p',
  VIRTIO_FS: 'virtiofs',
  OVERLAY_FS: 'overlay',
  VIRTIO_VSOCKETS: 'vmw_vsock_virtio_transport',
} as const;

/**
 * The drivers of a kernel.
 * @param kernel the file
 * @param release as `uname -r` prints it; untrusted
 * @param isThere whether the guest can have a module; absent where that is not known
 * @returns undefined where no configuration lies beside the kernel
 */
export function driversOf(
  kernel: string,
  release: string,
  isThere: (module: string) => boolean = () => true,
): Readonly<Record<string, Driver>> | undefined {
  // Distributions have links such as /vmlinuz.
  const directories = [...new Set([dirname(kernel), dirname(realpathSync(kernel))])];
  const places = directories.flatMap((directory) => [
    ...(isSafeRelease(release) ? [join(directory, `config-${release}`)] : []),
    ...(BUILT.test(directory) ? [join(directory, '../../../.config')] : []),
  ]);
  const config = places.map(read).find((text) => text?.includes('\nCONFIG_'));
  if (config === undefined) return undefined;
  const driver = (option: string, module: string): Driver => {
    const set = new RegExp(`^CONFIG_${option}=([ym])$`, 'm').exec(config)?.[1];
    if (set === 'y') return 'built-in';
    if (set === undefined) return 'absent';
    return isThere(module) ? 'module' : 'missing';
  };
  return Object.fromEntries(
    Object.entries(MODULES).map(([option, module]) => [option, driver(option, module)]),
  );
}

function read(path: string): string | undefined {
  try {
    return readHead(path, MAX_CONFIG).toString('latin1');
  } catch {
    return undefined;
  }
}
