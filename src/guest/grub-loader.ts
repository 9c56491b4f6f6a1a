/** What GRUB makes of a kernel, its arguments, and a file grubenv. */

import { type StubMeasures, stubMeasures } from '../tdx/linux-stub.ts';
import { GuestError } from './errors.ts';
import { readKernelRelease } from './kernel-image.ts';

/** GRUB grub-core/lib/cmdline.c, grub_create_loader_cmdline. */
export function quoted(value: string): string {
  const escaped = value.replace(/[\\'"]/g, '\\$&');
  return value.includes(' ') ? `"${escaped}"` : escaped;
}

/** GRUB grub-core/loader/efi/linux.c: a kernel whose image version is 1 or later starts through its EFI stub. */
export function usesLoadFile2(kernel: Buffer): boolean {
  if (kernel.length < 0x40 || kernel.toString('latin1', 0, 2) !== 'MZ') return false;
  const pe = kernel.readUInt32LE(0x3c);
  if (pe + 26 + 44 > kernel.length) return false;
  return kernel.readUInt16LE(pe + 24) === 0x20b && kernel.readUInt16LE(pe + 24 + 44) >= 1;
}

/** Whether Red Hat's GRUB starts the kernel: by its 64-bit EFI handover entry (grub-core/loader/i386/efi/linux.c). */
export function hasHandover(kernel: Buffer): boolean {
  if (kernel.length < 0x268 || kernel.readUInt16LE(0x1fe) !== 0xaa55) return false;
  const [protocol, flags, offset] = [
    kernel.readUInt16LE(0x206),
    kernel.readUInt16LE(0x236),
    kernel.readUInt32LE(0x264),
  ];
  return protocol >= 0x20b && (flags & 1) === 1 && offset !== 0;
}

/** The variables of a file grubenv (GRUB grub-core/lib/envblk.c). */
export function readEnvironment(content: Buffer): [name: string, value: string][] {
  return content
    .toString('utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const at = line.indexOf('=');
      if (line.startsWith('#') || at < 1) return [];
      return [[line.slice(0, at), line.slice(at + 1).replace(/\\(.)/g, '$1')]];
    });
}

/** Whether the kernel measures its command line and initrd; undefined where the kernel does not say its release. */
export function stubOf(kernel: Buffer): StubMeasures | undefined {
  try {
    return stubMeasures(readKernelRelease(kernel));
  } catch (error) {
    if (error instanceof GuestError) return undefined;
    throw error;
  }
}
