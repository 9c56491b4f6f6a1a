/** What the configuration of a kernel says, where it lies beside the kernel: in /boot of a distribution, or in a build tree. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Driver, DriverOption } from '../lint/rule.ts';
import { once } from '../words/once.ts';
import { readHead } from './file.ts';
import { isSafeRelease } from './kernel-image.ts';

/** Distributions have about 300 KiB. */
const MAX_CONFIG = 2 * 1024 * 1024;
/** Where a build of Linux leaves its image. */
const BUILT = /[\\/]arch[\\/]x86(?:_64)?[\\/]boot$/;

/** The module of each driver that a guest of a scenario may need (Makefiles of Linux). */
const MODULES: Readonly<Record<DriverOption, string>> = {
  VIRTIO_CONSOLE: 'virtio_console',
  VIRTIO_NET: 'virtio_net',
  VIRTIO_BLK: 'virtio_blk',
  EXT4_FS: 'ext4',
  NET_9P_VIRTIO: '9pnet_virtio',
  '9P_FS': '9p',
  VIRTIO_FS: 'virtiofs',
  OVERLAY_FS: 'overlay',
  VIRTIO_VSOCKETS: 'vmw_vsock_virtio_transport',
};

/**
 * Looks for a driver of a kernel, by the name of its option without CONFIG_. The configuration is read when the first driver is
 * asked for.
 * @param kernel the file
 * @param release as `uname -r` prints it; untrusted
 * @param isThere whether the guest can have a module; absent where that is not known
 * @returns undefined where no configuration lies beside the kernel
 */
export function driversOf(
  kernel: string,
  release: string,
  isThere: (module: string) => boolean = () => true,
): (option: DriverOption) => Driver | undefined {
  const config = once(() => configOf(kernel, release));
  return (option) => {
    const text = config();
    if (text === undefined) return undefined;
    const set = new RegExp(`^CONFIG_${option}=([ym])$`, 'm').exec(text)?.[1];
    if (set === 'y') return 'built-in';
    if (set === undefined) return 'absent';
    return isThere(MODULES[option]) ? 'module' : 'missing';
  };
}

function configOf(kernel: string, release: string): string | undefined {
  // Distributions have links such as /vmlinuz.
  const directories = [...new Set([dirname(kernel), dirname(realpathSync(kernel))])];
  const places = directories.flatMap((directory) => [
    ...(isSafeRelease(release) ? [join(directory, `config-${release}`)] : []),
    ...(BUILT.test(directory) ? [join(directory, '../../../.config')] : []),
  ]);
  return places.map(read).find((text) => text?.includes('\nCONFIG_'));
}

function read(path: string): string | undefined {
  try {
    return readHead(path, MAX_CONFIG).toString('latin1');
  } catch {
    return undefined;
  }
}
