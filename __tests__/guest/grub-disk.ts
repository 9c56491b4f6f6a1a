/** A disk whose GRUB reads a given grub.cfg: what the tests of grub.cfg boot from. */

import { grubEntry } from '../../src/guest/grub-config.ts';
import { DEVICE } from '../../src/guest/grub-files.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

const ESP = `${DEVICE},gpt15`;
export const ROOT = `${DEVICE},gpt1`;

/** A kernel that Debian's GRUB starts through its EFI stub. */
export const kernel = buildKernel();
kernel.writeUInt16LE(1, kernel.readUInt32LE(0x3c) + 24 + 44);
/** A kernel that the same GRUB does not start through a stub. */
export const old = buildKernel();

/** Files of the root partition, by path. */
export type Content = Readonly<Record<string, string | Buffer>>;

/** The default entry of a grub.cfg on the root partition, where GRUB's own file on the ESP leads. */
export function boot(config: string, more: Content = {}, redHat?: string) {
  const disk: Content = {
    [`(${ESP})/EFI/debian/grub.cfg`]:
      "search.fs_uuid 1-2 root\nset prefix=($root)'/boot/grub'\nconfigfile $prefix/grub.cfg\n",
    [`(${ROOT})/boot/grub/grub.cfg`]: config,
    ...{
      [`(${ROOT})/vmlinuz`]: kernel,
      [`(${ROOT})/old`]: old,
      [`(${ROOT})/a`]: 'abc',
      [`(${ROOT})/b`]: 'de',
    },
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`(${ROOT})${path}`, text])),
  };
  const read = (path: string) => (disk[path] === undefined ? undefined : Buffer.from(disk[path]));
  return grubEntry(
    {
      read,
      size: (path) => read(path)?.length,
      isDirectory: (path) => {
        if (read(path) !== undefined) return false;
        return Object.keys(disk).some((name) => name.startsWith(`${path}/`)) || undefined;
      },
      list: (path) => {
        const inside = Object.keys(disk).filter((name) => name.startsWith(`${path.replace(/\/$/, '')}/`));
        return inside.length === 0 ? undefined : inside.map((name) => name.slice(name.lastIndexOf('/') + 1));
      },
      search: (_command, values) => {
        const found = values.includes('1-2');
        return { variable: 'root', device: found ? ROOT : undefined };
      },
      shown: (path) => path.replace(/^\(.*\)/, ''),
    },
    { device: ESP, prefix: '/EFI/debian', redHat },
  );
}

/** The command line of the default entry, or the reason why it is not known. */
export const cmdlineOf = (config: string, more: Content = {}): string => {
  const entry = boot(config, more);
  return 'reason' in entry ? entry.reason : entry.cmdline;
};

/** The reason why the default entry is not known, or what it boots. */
export const reasonOf = (config: string, more: Content = {}): string => {
  const entry = boot(config, more);
  return 'reason' in entry ? entry.reason : `boots ${entry.cmdline}`;
};
