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
];

/**
 * The drivers of a kernel.
 * @param kernel the file
 * @param release as `uname -r` prints it; untrusted
 * @returns undefined where no configuration lies beside the kernel
 */
export function driversOf(kernel: string, release: string): Readonly<Record<string, Driver>> | undefined {
  // Distributions have links such as /vmlinuz.
  const directories = [...new Set([dirname(kernel), dirname(realpathSync(kernel))])];
  const places = directories.flatMap((directory) => [
    ...(isSafeRelease(release) ? [join(directory, `config-${release}`)] : []),
    ...(BUILT.test(directory) ? [join(directory, '../../../.config')] : []),
  ]);
  const config = places.map(read).find((text) => text?.includes('\nCONFIG_'));
  if (config === undefined) return undefined;
  const driver = (option: string): Driver => {
    const set = new RegExp(`^CONFIG_${option}=([ym])$`, 'm').exec(config)?.[1];
    return set === 'y' ? 'built-in' : set === 'm' ? 'module' : 'absent';
  };
  return Object.fromEntries(OPTIONS.map((option) => [option, driver(option)]));
}

function read(path: string): string | undefined {
  try {
    return readHead(path, MAX_CONFIG).toString('latin1');
  } catch {
    return undefined;
  }
}
