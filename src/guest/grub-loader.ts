/** What GRUB makes of a kernel, its arguments, and a file grubenv. */

import type { GrubEntry } from '../tdx/predict-shim.ts';
import { given } from '../words/given.ts';
import { isKnown } from './grub-files.ts';
import { NotKnown } from './grub-script.ts';
import { stubOf } from './kernel-image.ts';

/**
 * What `linux` makes of its file and its arguments.
 * @param values the path, then the arguments
 * @param redHat whether it is Red Hat's GRUB
 * @throws NotKnown for a kernel that this GRUB starts in another way, and arguments that depend on the machine
 */
export function loadedKernel(
  kernel: Buffer,
  values: readonly string[],
  redHat: boolean,
  line: number,
): Omit<GrubEntry, 'initrds'> {
  if (redHat && !hasHandover(kernel)) throw new NotKnown(line, 'GRUB does not start this kernel');
  if (!redHat && !usesLoadFile2(kernel))
    throw new NotKnown(line, 'the kernel is started without its EFI stub');
  const cmdline = `BOOT_IMAGE=${values.map(quoted).join(' ')}`;
  // Nothing measures the command line that Red Hat's GRUB hands over: the name of the disk in it may be any.
  if (!redHat && (!isKnown(cmdline) || cmdline.includes('\ufffd')))
    throw new NotKnown(line, 'the command line depends on the machine');
  return { kernel, cmdline, ...given({ stub: stubOf(kernel) }) };
}

/** GRUB grub-core/lib/cmdline.c, grub_create_loader_cmdline. */
function quoted(value: string): string {
  const escaped = value.replace(/[\\'"]/g, '\\$&');
  return value.includes(' ') ? `"${escaped}"` : escaped;
}

/** GRUB grub-core/loader/efi/linux.c: a kernel whose image version is 1 or later starts through its EFI stub. */
function usesLoadFile2(kernel: Buffer): boolean {
  if (kernel.length < 0x40 || kernel.toString('latin1', 0, 2) !== 'MZ') return false;
  const pe = kernel.readUInt32LE(0x3c);
  if (pe + 26 + 44 > kernel.length) return false;
  return kernel.readUInt16LE(pe + 24) === 0x20b && kernel.readUInt16LE(pe + 24 + 44) >= 1;
}

/** Whether Red Hat's GRUB starts the kernel: by its 64-bit EFI handover entry (grub-core/loader/i386/efi/linux.c). */
function hasHandover(kernel: Buffer): boolean {
  if (kernel.length < 0x268 || kernel.readUInt16LE(0x1fe) !== 0xaa55) return false;
  const [protocol, flags, offset] = [
    kernel.readUInt16LE(0x206),
    kernel.readUInt16LE(0x236),
    kernel.readUInt32LE(0x264),
  ];
  return protocol >= 0x20b && (flags & 1) === 1 && offset !== 0;
}

const SIGNATURE = '# GRUB Environment Block\n';
/** A comment, or a name and its value, in which a backslash stands before a plain character. A name may begin with line ends. */
const VARIABLE = /#(?:\\.|[^\\\n])*\n?|([^=]*)=((?:\\.|[^\\\n])*)\n/gsy;

/** The variables of a file grubenv (GRUB grub-core/lib/envblk.c); undefined for a file that GRUB does not take for one. */
export function readEnvironment(content: Buffer): [name: string, value: string][] | undefined {
  const text = content.toString('utf8');
  if (content.length <= SIGNATURE.length || !text.startsWith(SIGNATURE)) return undefined;
  return [...text.slice(SIGNATURE.length).matchAll(VARIABLE)].flatMap(([, name, value = '']) =>
    name === undefined ? [] : [[name, value.replace(/\\(.)/gs, '$1')]],
  );
}
