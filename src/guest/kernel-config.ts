/** What the configuration of a kernel says, where it lies beside the kernel: in /boot of a distribution, or in a build tree. */

import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a driver is in the kernel, is a module of it, or is neither. */
export type Driver = 'built-in' | 'module' | 'absent';

/** Distributions have about 300 KiB. */
const MAX_CONFIG = 2 * 1024 * 1024;
/** The image chooses its release, and a file is looked for by it. */
const SAFE_RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/;
/** Where a build of Linux leaves its image. */
const BUILT = /[\\/]arch[\\/]x86(?:_64)?[\\/]boot$/;

/** The options of drivers that a guest of a scenario may need, without CONFIG_ (Kconfig files of Linux). */
const OPTIONS = [
  'VIRTIO_CONSOLE',
  'VIRTIO_NET',
  'VIRTIO_BLK',
  'EXT4_FS',
  'NET_9P_VIRTIO',
  '9P_FS',
  'VIRTIO_FS',
  'OVERLAY_FS',
  'VIRTIO_VSOCKETS',
] as const;

export type Drivers = Readonly<Record<(typeof OPTIONS)[number], Driver>>;

/**
 * The drivers of a kernel.
 * @param kernel the file
 * @param release as `uname -r` prints it; untrusted
 * @returns undefined where no configuration lies beside the kernel
 */
export function driversOf(kernel: string, release: string): Drivers | undefined {
  // Distributions have links such as /vmlinuz.
  const directories = [...new Set([dirname(kernel), dirname(realpathSync(kernel))])];
  const places = directories.flatMap((directory) => [
    ...(SAFE_RELEASE.test(release) ? [join(directory, `config-${release}`)] : []),
    ...(BUILT.test(directory) ? [join(directory, '../../../.config')] : []),
  ]);
  const config = places.map(read).find((text) => text?.includes('\nCONFIG_'));
  if (config === undefined) return undefined;
  const driver = (option: string): Driver => {
    const set = new RegExp(`^CONFIG_${option}=([ym])$`, 'm').exec(config)?.[1];
    return set === 'y' ? 'built-in' : set === 'm' ? 'module' : 'absent';
  };
  return Object.fromEntries(OPTIONS.map((option) => [option, driver(option)])) as Drivers;
}

function read(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.alloc(MAX_CONFIG);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}
